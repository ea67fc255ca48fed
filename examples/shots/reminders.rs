//! The small window of a reminder, and the settings of breaks, which stand below what a window shows.

use std::path::Path;

use evenhold::coach::{Message, News, Place, Reminders};
use evenhold::program::{Choice, Habit, Offer, ScheduleChange};
use evenhold::settings::Change;
use evenhold::text::Text;
use evenhold::ui::screens::{reminder_ui, show};
use evenhold::ui::theme::Look;

use crate::camera::{self, Setting};
use crate::world::World;

/// Minutes that "later" means.
const SNOOZE: u8 = 10;

pub(crate) fn write(folder: &Path, wanted: &str) -> Result<(), Box<dyn std::error::Error>> {
    for look in Look::ALL {
        small(folder, wanted, look)?;
        settings(folder, wanted, look)?;
    }
    Ok(())
}

fn small(folder: &Path, wanted: &str, look: Look) -> Result<(), Box<dyn std::error::Error>> {
    let text = Text::english();
    let choice = Choice {
        routine: "break-fig4".to_owned(),
        name: "Seated figure 4".to_owned(),
        about: "Twenty-five seconds for each buttock, on the chair you sit on.".to_owned(),
        minutes: 2,
        last: None,
    };
    let whole = Offer { choice: Some(choice), habit: Habit::Seat };
    let bare = Offer { choice: None, habit: Habit::Crossed };
    for (what, offer, failed, text_size) in [
        ("whole", &whole, None, 1.0),
        ("bare", &bare, None, 1.0),
        ("failed", &whole, Some("The disk is full. Make room, then try again."), 1.0),
        ("large", &whole, None, 1.5),
    ] {
        let name = format!("reminder-{what}-{look:?}").to_lowercase();
        if name.contains(wanted) {
            let pixels = [480.0, 340.0].map(|it: f32| (it * text_size) as usize);
            let setting = Setting { pixels, look, text_size };
            let image = camera::shoot(&setting, |ui| {
                reminder_ui(ui, offer, SNOOZE, failed, &text);
            });
            camera::save(&image, &folder.join(format!("{name}.png")))?;
            println!("{name}");
        }
    }
    Ok(())
}

fn settings(folder: &Path, wanted: &str, look: Look) -> Result<(), Box<dyn std::error::Error>> {
    let path = "~/.config/autostart/evenhold-reminders.desktop".to_owned();
    for (what, on, waits) in [("off", false, false), ("waits", true, true), ("nobody", true, false)]
    {
        for (size, pixels) in [("1280", [1280, 2000]), ("900", [900, 2000])] {
            let name = format!("settings-breaks-{what}-{size}-{look:?}").to_lowercase();
            if !name.contains(wanted) {
                continue;
            }
            let mut world = World::new();
            world.tell(Message::Set(Change::Breaks(ScheduleChange::On(on))));
            world.go(Place::Settings);
            let next = world.now().date().and_hms_opt(18, 25, 0).filter(|_| waits);
            let login = Some((waits, path.clone()));
            world.news(News::Reminders(Reminders { waits, next, login }));
            let now = world.now();
            let view = world.coach.view(&now);
            let setting = Setting { pixels, look, text_size: 1.0 };
            let image = camera::shoot(&setting, |ui| {
                show(ui, &view, "~/.local/share/evenhold", &world.text);
            });
            camera::save(&image, &folder.join(format!("{name}.png")))?;
            println!("{name}");
        }
    }
    Ok(())
}

//! Renders every screen into `target/shots`, one PNG each: `cargo run --example shots [WORD]`.
//!
//! With a word, only the pictures whose name contains it. The drawing code is the program's own; only
//! the window is missing (see `raster`), so that pictures are the same on every machine.
#![expect(clippy::disallowed_methods, reason = "writes pictures; it is not the program")]
#![expect(clippy::print_stdout, reason = "says which pictures it made")]
#![expect(clippy::indexing_slicing, reason = "pixels, at places just computed")]

mod camera;
mod checks;
mod editor;
mod figures;
mod gallery;
mod library;
mod measure;
mod own;
mod past;
mod raster;
mod reminders;
mod scenes;
mod share;
mod sheet;
mod world;

use std::path::{Path, PathBuf};

use camera::Setting;
use evenhold::figure::Shelf;
use evenhold::history::Journal;
use evenhold::report::{self, Choices, Drawn, Notes, Report};
use evenhold::text::Text;
use evenhold::ui::screens;
use evenhold::ui::theme::Look;
use past::Past;
use scenes::{SCENES, Scene};
use world::World;

/// Sizes in pixels with a text size, and what they are called.
const SIZES: [(&str, [usize; 2], f32); 4] = [
    ("1280x800", [1280, 800], 1.0),
    ("900x600", [900, 600], 1.0),
    ("800x560", [800, 560], 1.0),
    ("200percent", [1600, 1120], 2.0),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/target/shots"));
    std::fs::create_dir_all(&folder)?;
    let wanted = std::env::args().nth(1).unwrap_or_default();
    for look in Look::ALL {
        let name = format!("gallery-1280x1000-{look:?}").to_lowercase();
        if name.contains(&wanted) {
            let setting = Setting { pixels: [1280, 1000], look, text_size: 1.0 };
            let image = camera::shoot(&setting, gallery::gallery);
            camera::save(&image, &folder.join(format!("{name}.png")))?;
            println!("{name}");
        }
    }
    figures::write(&folder, &wanted)?;
    reminders::write(&folder, &wanted)?;
    let more = [
        library::SCENES,
        editor::SCENES,
        own::SCENES,
        measure::SCENES,
        checks::SCENES,
        share::SCENES,
    ];
    for scene in SCENES.iter().chain(more.into_iter().flatten()) {
        take(scene, &wanted, &folder)?;
    }
    report(&folder, &wanted)?;
    sheet::write(&folder)?;
    Ok(())
}

/// The page for a professional, as it is written: of a quarter of a year, and of nothing.
fn report(folder: &Path, wanted: &str) -> Result<(), Box<dyn std::error::Error>> {
    let today = World::new().now().date();
    for (name, weeks) in [("report-quarter", 12), ("report-year", 52), ("report-empty", 0)] {
        if !name.contains(wanted) {
            continue;
        }
        let journal = if weeks == 0 { Journal::new() } else { Past::journal(weeks, today, 7) };
        let from = today - chrono::Days::new(u64::from(weeks.max(4)) * 7 - 1);
        let week_start = chrono::Weekday::Mon;
        let choices = Choices { from, to: today, made: today, week_start, notes: Notes::All };
        let (library, shelf, text) = (World::library(), Shelf::default(), Text::english());
        let drawn = Drawn { library: &library, shelf: &shelf, text: &text };
        let page = report::html(&Report::new(&journal, choices), drawn);
        std::fs::write(folder.join(format!("{name}.html")), page)?;
        println!("{name}.html");
    }
    Ok(())
}

/// All pictures of a scene.
fn take(scene: &Scene, wanted: &str, folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let mut world = None;
    for (size, pixels, text_size) in SIZES {
        for look in Look::ALL {
            let usual = size == "1280x800" && look != Look::Contrast;
            // The two largest sizes in every colour, the others in one.
            let more =
                scene.everywhere && (look == Look::Dark || ["1280x800", "900x600"].contains(&size));
            if !usual && !more {
                continue;
            }
            let name = format!("{}-{size}-{look:?}", scene.name).to_lowercase();
            if !name.contains(wanted) {
                continue;
            }
            let world = world.get_or_insert_with(|| {
                let mut world = World::new();
                (scene.play)(&mut world);
                world
            });
            let setting = Setting { pixels, look, text_size };
            let now = world.now();
            let view = world.coach.view(&now);
            let image = camera::shoot(&setting, |ui| {
                screens::show(ui, &view, "~/.local/share/evenhold", &world.text);
            });
            camera::save(&image, &folder.join(format!("{name}.png")))?;
            println!("{name}");
        }
    }
    Ok(())
}

//! A reminder in a small window: a process of its own that ends with the answer, so that whoever waits
//! holds no window and no graphics.

use std::sync::Arc;

use super::reminders::{Outfit, words};
use super::window::{APP_ID, NoWindow, sentence};
use super::{Options, look};
use crate::clock::{Clock, SystemClock};
use crate::files::{self, Disk, Folders, OwnDisk};
use crate::program::{Noted, Offer, offer};
use crate::settings::{Settings, SettingsFile};
use crate::text::{ReminderSentence, Text};
use crate::ui;
use crate::ui::screens::{ReminderAnswer, reminder_ui};

/// Width and height, in points.
const SIZE: [f32; 2] = [480.0, 340.0];

/// Opens the small window with the reminder that was noted last, and stays until it is answered or
/// closed.
pub fn remind(options: &Options) -> Result<(), NoWindow> {
    let text = Arc::new(Text::new(&options.locale));
    let name = text.remind(ReminderSentence::Title);
    let native = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_app_id(APP_ID)
            .with_title(&name)
            .with_inner_size(SIZE)
            .with_resizable(false)
            .with_always_on_top()
            // Whoever is typing goes on typing.
            .with_active(false),
        system_font_fallback: false,
        ..eframe::NativeOptions::default()
    };
    let disk: Arc<dyn Disk> = Arc::new(OwnDisk);
    let folders = Folders::find(&*disk, options.data_dir.as_deref())
        .map_err(|it| NoWindow(super::keeping::trouble(&it).say(&text)))?;
    let for_app = Arc::clone(&text);
    let create: eframe::AppCreator<'_> = Box::new(move |cc| {
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let outside = ReminderOutside { clock, disk, outfit: Outfit::own() };
        Ok(Box::new(ReminderApp::new(&cc.egui_ctx, folders, for_app, outside)))
    });
    eframe::run_native(&name, native, create).map_err(|why| NoWindow(text.say(sentence(&why))))
}

/// What the small window works with.
#[derive(Debug)]
pub struct ReminderOutside {
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// The disk.
    pub disk: Arc<dyn Disk>,
    /// How the program is started once more.
    pub outfit: Outfit,
}

/// A reminder in its window.
#[derive(Debug)]
pub struct ReminderApp {
    folders: Folders,
    text: Arc<Text>,
    outside: ReminderOutside,
    settings: Settings,
    offer: Offer,
    failed: Option<String>,
}

impl ReminderApp {
    /// With the reminder that was noted last, else with the one that would be next.
    pub fn new(
        ctx: &egui::Context,
        folders: Folders,
        text: Arc<Text>,
        outside: ReminderOutside,
    ) -> Self {
        ui::theme::install(ctx);
        let disk = &*outside.disk;
        // What cannot be read has its default; it is for the large window to say so.
        let file = files::read_settings(disk, &folders).ok().flatten();
        let file = file.map_or_else(SettingsFile::fresh, |it| SettingsFile::read(&it));
        let handed = files::read_handed(disk, &folders).ok().flatten();
        let notes = files::read_notes(disk, &folders).unwrap_or_default().notes;
        let last = notes.iter().rev().find_map(|it| {
            let Noted::Shown { choice, habit } = &it.what else { return None };
            let choices = handed.iter().flat_map(|it| &it.choices);
            let choice = choices.clone().find(|it| Some(&it.routine) == choice.as_ref());
            Some(Offer { choice: choice.cloned(), habit: *habit })
        });
        let offer = last.or_else(|| offer(handed.as_ref(), &notes));
        let nothing = Offer { choice: None, habit: crate::program::Habit::Vary };
        let offer = offer.unwrap_or(nothing);
        Self { folders, text, outside, settings: file.settings().clone(), offer, failed: None }
    }

    /// Notes the answer and does what it asks for.
    fn answer(&self, answer: ReminderAnswer) -> Result<(), String> {
        let choice = self.offer.choice.as_ref().map(|it| it.routine.clone());
        let what = match answer {
            ReminderAnswer::Start => Noted::Started { choice: choice.clone() },
            ReminderAnswer::Snooze => Noted::Snoozed,
            ReminderAnswer::Stood => {
                Noted::Stood { name: self.text.remind(ReminderSentence::StoodName) }
            }
            ReminderAnswer::Skip => Noted::Skipped,
            ReminderAnswer::NotToday => Noted::NotToday,
        };
        let now = self.outside.clock.now();
        files::keep_note(&*self.outside.disk, &self.folders, what, &now)
            .map_err(|it| super::keeping::trouble(&it).say(&self.text))?;
        let is_start = answer == ReminderAnswer::Start;
        if is_start && !self.call(choice.as_deref()) {
            let what: Vec<_> = choice.iter().flat_map(|it| ["--routine", it]).collect();
            (self.outside.outfit.start)(&words(&self.folders, &what)).map_err(|why| {
                let why = why.to_string();
                self.text.remind(ReminderSentence::WaitNoStart { why: &why })
            })?;
        }
        Ok(())
    }
}

impl ReminderApp {
    /// Hands the break over to the large window, where it is open; whether it has taken it.
    fn call(&self, routine: Option<&str>) -> bool {
        let (disk, clock) = (&*self.outside.disk, &self.outside.clock);
        files::call(disk, &self.folders, routine, &clock.now(), |it| clock.sleep(it))
    }
}

impl eframe::App for ReminderApp {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        ui::theme::apply(&ctx, look(&ctx, &self.settings), self.settings.text_size.factor());
        let snooze = self.settings.breaks.snooze.minutes();
        let failed = self.failed.as_deref();
        let Some(answer) = reminder_ui(ui, &self.offer, snooze, failed, &self.text) else {
            return;
        };
        match self.answer(answer) {
            Ok(()) => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            Err(why) => self.failed = Some(why),
        }
    }
}

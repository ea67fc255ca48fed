//! The settings: set here, or in their file by something else.
//!
//! Of a file that has a mistake in it while the program runs, the last values without one stay in use.
//! What was set here while something else wrote the file is put into what that has written.

use super::{Coach, Doing, Effect, Screen, Trouble, notice};
use crate::ron::Severity;
use crate::settings::{Change, SettingsFile};

impl Coach {
    /// One value of the settings is to be another.
    pub(super) fn set(&mut self, change: Change, effects: &mut Vec<Effect>) {
        if let Some(set) = &mut self.set {
            set.retain(|it| !it.is_about_the_same(change));
            set.push(change);
        }
        match self.settings.set(change) {
            Ok(()) => effects.push(Effect::SaveSettings(self.settings.text().to_owned())),
            Err(why) => {
                let why = Trouble::Settings(why);
                notice::failed(&mut self.notices, Doing::Settings, why);
            }
        }
        self.apply_settings(effects);
        if let Change::Breaks(it) = change {
            Self::schedule_changed(it, effects);
        }
    }

    /// The settings file was read.
    pub(super) fn take_in_settings(&mut self, mut file: SettingsFile, effects: &mut Vec<Effect>) {
        notice::settings(&mut self.notices, file.problems().len());
        let before = self.set.replace(Vec::new());
        if before.is_some() {
            if file.text() == self.settings.text() {
                return;
            }
            if file.problems().iter().any(|it| it.severity == Severity::Error) {
                file.use_instead(self.settings.settings().clone());
            }
        }
        self.settings = file;
        self.apply_settings(effects);
        if notice::settings_clashed(&mut self.notices) {
            for change in before.into_iter().flatten() {
                self.set(change, effects);
            }
        }
    }

    /// Lets the settings as they are now have their effect.
    fn apply_settings(&mut self, effects: &mut Vec<Effect>) {
        effects.push(Effect::Sound(self.settings.settings().into()));
        self.choose_and_plan();
        if let Screen::Session(running) = &mut self.screen {
            // Whether words are spoken may have changed.
            running.changed.get_or_insert_default();
        }
    }
}

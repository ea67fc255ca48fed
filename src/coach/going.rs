//! Where a person goes: to another screen, or out; and the commands that have keys.

use super::{Action, Coach, Effect, Place, Screen};
use crate::units::Now;

impl Coach {
    /// Another screen. A session and its summary are left by their own doors.
    pub(super) fn go(&mut self, place: Place, now: &Now) {
        if self.screen.place().is_none_or(|it| it == place) {
            return self.close_pages();
        }
        let next = match place {
            Place::Today => self.back_to_today(),
            Place::Progress => self.open_progress(now),
            Place::Routines => Screen::Routines,
            Place::Library => self.open_library(),
            Place::Settings => Screen::Settings,
        };
        let left = std::mem::replace(&mut self.screen, next);
        self.keep(left);
    }

    pub(super) fn act(&mut self, action: Action, now: &Now, effects: &mut Vec<Effect>) {
        if action == Action::Quit && matches!(self.screen, Screen::Session(_)) {
            // What the session asks must be seen.
            self.measuring = None;
        }
        match (action, &mut self.screen) {
            (Action::Fullscreen, _) => effects.push(Effect::Fullscreen),
            (_, Screen::Session(running)) => running.act(action),
            (Action::Quit, Screen::Summary(_)) => {
                self.close_summary(now, effects);
                effects.push(Effect::Quit);
            }
            (Action::Quit, _) => {
                self.keep_written(effects);
                effects.push(Effect::Quit);
            }
            (_, _) => {}
        }
    }
}

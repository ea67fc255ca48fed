//! A session that was done without the program becomes a record.

use super::{Adding, Changing, Open, Opened};
use crate::coach::{Coach, Effect, Screen};
use crate::history::Draft;
use crate::library::Library;
use crate::session::{Missing, Plan};
use crate::units::Now;

impl Coach {
    pub(super) fn begin_adding(&mut self, now: &Now) {
        let routine = self.library.as_ref().and_then(|it| it.routines.first());
        let Some(routine) = routine.map(|it| it.id.clone()) else { return };
        let minutes = self.minutes_of(&routine);
        let Screen::Progress(progress) = &mut self.screen else { return };
        if progress.can_change {
            let adding = Adding { routine, date: now.date(), minutes, whole: true };
            progress.changed = None;
            progress.open = Some(Open::Adding(Box::new(adding)));
        }
    }

    /// How long a routine takes, in whole minutes.
    fn minutes_of(&self, routine: &str) -> u32 {
        let length = self.library.as_ref().and_then(|it| Some(plan(it, routine)?.length()));
        length.map_or(20, |it| ((it.as_secs() + 30) / 60).clamp(1, 240) as u32)
    }

    /// The session becomes a record; when not all of it was done, first its sets are told.
    pub(super) fn keep_added(&mut self, now: &Now, effects: &mut Vec<Effect>) {
        let Some(library) = self.library.clone() else { return };
        let Screen::Progress(progress) = &mut self.screen else { return };
        let Some(Open::Adding(adding)) = &progress.open else { return };
        let Some(plan) = plan(&library, &adding.routine) else { return };
        let opened = Opened::by_hand(&plan, adding, now);
        if adding.whole {
            self.keep_draft(Draft::by_hand(opened.session), Changing::Added, effects);
        } else {
            progress.open = Some(Open::Session(Box::new(opened)));
        }
    }
}

fn plan(library: &Library, routine: &str) -> Option<Plan> {
    Plan::new(library.routine(routine)?, library, Missing::default()).ok()
}

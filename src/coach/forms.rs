//! Which other forms there are of the exercises of a session: found when it begins, and again when one
//! of them has taken the place of another.

use super::{Coach, Screen};
use crate::history::Journal;
use crate::library::Library;
use crate::program::{Rules, Variants, variants};
use crate::session::{Missing, Plan};

impl Coach {
    /// Finds the other forms for the plan of the session that runs, if they are not known.
    pub(super) fn find_forms(&mut self) {
        let Screen::Session(running) = &self.screen else { return };
        if running.forms.len() == running.session.plan().entries.len() {
            return;
        }
        let plan = running.session.plan().clone();
        let missing = self.today.as_ref().map(|it| it.missing).unwrap_or_default();
        let forms = self.forms(&plan, missing);
        let rules = self.rules.unwrap_or_else(Rules::shipped);
        if let Screen::Session(running) = &mut self.screen {
            running.forms = forms;
            running.rules = rules.pain;
            running.look_for_offers();
        }
    }

    fn forms(&self, plan: &Plan, missing: Missing) -> Vec<Variants> {
        let none = || vec![Variants::default(); plan.entries.len()];
        let Some(library) = &self.library else { return none() };
        let timing = self.settings.settings().timing(library.timing);
        let library = Library { timing, ..(**library).clone() };
        let empty = Journal::new();
        let journal = self.journal.as_ref().unwrap_or(&empty);
        self.with_course(&library, journal, |course, grounds| {
            let entries = 0..plan.entries.len();
            entries.map(|it| variants(plan, it, missing, (course, grounds))).collect()
        })
    }
}

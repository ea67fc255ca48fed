//! How much each muscle has worked since a day.

use chrono::NaiveDate;
use serde::Deserialize as _;
use serde::de::IntoDeserializer as _;
use serde::de::value::{Error, StrDeserializer};

use super::Journal;
use crate::library::Muscle;
use crate::session::Trained;

/// The sets done by each muscle on this day and after it, breaks included. A set of one side counts
/// as one; what was skipped does not count.
pub fn trained_since(journal: &Journal, day: NaiveDate) -> Trained {
    let mut trained = Trained::default();
    let sessions = journal.sessions().into_iter();
    for (_, session) in sessions.filter(|it| day <= it.0.date && it.1.is_real()) {
        for set in session.sets.iter().filter(|it| !it.skipped) {
            let of = session.exercises.iter().find(|it| it.exercise == set.exercise);
            let muscles = of.iter().flat_map(|it| &it.muscles);
            // A newer version may name one that this one does not know.
            muscles.filter_map(|it| named(it)).for_each(|it| trained.add(it, 1));
        }
    }
    trained
}

/// The muscle that the library calls so.
fn named(name: &str) -> Option<Muscle> {
    let name: StrDeserializer<'_, Error> = name.into_deserializer();
    Muscle::deserialize(name).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::sample;
    use crate::library::{Library, RoutineKind};
    use crate::session::{Missing, Plan, Wish, fit};

    #[test]
    fn sets_that_were_done_count_for_their_muscles_from_the_day_on() {
        let record = sample::record(1);
        let day = record.date;
        let mut journal = Journal::default();
        journal.add(record);
        let mut one = Trained::default();
        one.add(Muscle::GluteusMedius, 1);
        assert_eq!(trained_since(&journal, day), one);
        let next = day.succ_opt().unwrap();
        assert_eq!(trained_since(&journal, next), Trained::default());
    }

    #[test]
    fn what_was_trained_this_week_goes_first() {
        let library = Library::shipped();
        let routine = library.routine("full").unwrap();
        assert_eq!(routine.kind, RoutineKind::Session);
        let wish = Wish { missing: Missing::default(), minutes: Some(9) };
        let has = |plan: &Plan, id: &str| plan.entries.iter().any(|it| it.exercise == id);
        let fresh = fit(routine, &library, wish, &Trained::default()).unwrap();
        assert!(has(&fresh, "butterfly"), "the first stretch that is left");
        let mut trained = Trained::default();
        for muscle in &library.exercise("butterfly").unwrap().level(3).unwrap().muscles {
            trained.add(*muscle, 6);
        }
        let rested = fit(routine, &library, wish, &trained).unwrap();
        assert!(!has(&rested, "butterfly"), "it was stretched this week");
    }
}

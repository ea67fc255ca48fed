//! Which movement breaks suit a person now: those of their library, without what hurts.

use super::course::{Course, Grounds};
use super::pain::PainState;
use super::suit::Form;
use super::tailor::{Wanted, tailor};
use crate::library::{Id, Routine, RoutineKind};

/// A break that suits.
#[derive(Debug, Clone, PartialEq)]
pub struct Break {
    /// The routine, at the levels that suit.
    pub routine: Routine,
    /// On which day it was last done.
    pub last: Option<chrono::NaiveDate>,
}

/// The breaks that suit, the one that was done longest ago first. What was amber or red the last time
/// it was done is left out; on hold there is none.
pub fn break_choices(course: &Course, grounds: &Grounds<'_>) -> Vec<Break> {
    if course.health.hold().is_some() {
        return Vec::new();
    }
    let breaks = grounds.library.routines.iter().filter(|it| it.kind == RoutineKind::Break);
    let mut found: Vec<_> = breaks
        .filter(|it| suits(it, course, grounds))
        .map(|it| Break { routine: it.clone(), last: last_done(&it.id, grounds) })
        .collect();
    found.sort_by_key(|it| it.last);
    found
}

fn suits(routine: &Routine, course: &Course, grounds: &Grounds<'_>) -> bool {
    let items = || routine.blocks.iter().flat_map(|it| &it.items);
    let hurts = items().any(|it| {
        course.tracks.get(&it.exercise).is_some_and(|track| track.pain >= PainState::Amber)
    });
    // A break's form is chosen for the desk: it is done as it is or not at all.
    let changed =
        items().any(|it| match course.tracks.get(&it.exercise).map(|it| &it.suited.form) {
            None | Some(Form::Free) => false,
            Some(Form::At(level)) => *level != it.level,
            Some(Form::Other(..) | Form::Skip) => true,
        });
    let whole = tailor(routine, course, Wanted::AsBefore, grounds).left_out.is_empty();
    !hurts && !changed && whole
}

fn last_done(routine: &Id, grounds: &Grounds<'_>) -> Option<chrono::NaiveDate> {
    let records = grounds.journal.records().filter(|it| it.date <= grounds.today);
    let done = records.filter(|it| it.session().is_some_and(|it| it.routine == *routine));
    done.map(|it| it.date).max()
}

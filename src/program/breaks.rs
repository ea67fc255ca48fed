//! Which movement breaks suit a person now: those of their library, without what hurts.

use super::course::{Course, Grounds};
use super::pain::PainState;
use super::reminder::{Choice, HandOver};
use super::suit::Form;
use super::tailor::{Wanted, tailor};
use crate::library::{Id, Routine, RoutineKind};
use crate::session::{Missing, Plan};

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

/// What whoever waits with the next reminder needs to know: the breaks that suit, with their lengths,
/// and when the person was last on their feet for one.
pub fn hand_over(course: &Course, grounds: &Grounds<'_>) -> HandOver {
    let sessions = || grounds.journal.records().filter_map(|it| it.session());
    let choice = |it: Break| {
        let plan = Plan::new(&it.routine, grounds.library, Missing::default()).ok()?;
        let done = sessions().filter(|done| done.routine == it.routine.id);
        Some(Choice {
            name: it.routine.name.long,
            about: it.routine.about,
            minutes: u32::try_from(plan.length().as_secs().div_ceil(60)).unwrap_or(u32::MAX),
            last: done.map(|it| it.ended).max(),
            routine: it.routine.id,
        })
    };
    HandOver {
        hold: course.health.hold().is_some(),
        choices: break_choices(course, grounds).into_iter().filter_map(choice).collect(),
        last: sessions().map(|it| it.ended).max(),
    }
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

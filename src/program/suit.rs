//! Which form of an exercise suits a person: the adjustments that the library has for groups of people
//! (outer-hip pain, pregnancy, …), and what may be done before the health questions are answered.

use std::collections::BTreeSet;
use std::time::Duration;

use super::standing::Owned;
use crate::library::{Alternative, Exercise, Group, Id, Instead, Level, Library};

/// The form of an exercise for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suited {
    /// What they do.
    pub form: Form,
    /// The longest hold.
    pub hold_at_most: Option<Duration>,
    /// Why, in the library's words.
    pub note: Option<String>,
}

/// What a person does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// The exercise, on its whole ladder.
    Free,
    /// The exercise, at this level alone.
    At(u8),
    /// Another exercise at a level.
    Other(Id, u8),
    /// Nothing.
    Skip,
}

impl Suited {
    /// What the groups that a person belongs to make of an exercise. Where two of them ask for
    /// different positions nothing suits both, and the exercise is left out.
    pub fn of(exercise: &Exercise, groups: &BTreeSet<Group>, library: &Library) -> Self {
        let for_them = || exercise.alternatives.iter().filter(|it| groups.contains(&it.when));
        let hold_at_most = for_them().filter_map(|it| it.hold_at_most).min();
        let notes: Vec<_> = for_them().map(|it| it.note.clone()).collect();
        let note = (!notes.is_empty()).then(|| notes.join(" "));
        Self { form: form(exercise, for_them(), library), hold_at_most, note }
    }

    /// Whether exactly one level is allowed.
    pub const fn is_fixed(&self) -> bool {
        matches!(self.form, Form::At(_) | Form::Other(..))
    }
}

fn form<'e>(
    exercise: &'e Exercise,
    alternatives: impl Iterator<Item = &'e Alternative>,
    library: &'e Library,
) -> Form {
    let mut swaps: Vec<(&str, &Level)> = Vec::new();
    for it in alternatives {
        match &it.instead {
            Instead::Same => {}
            Instead::Skip => return Form::Skip,
            Instead::Swap { exercise: id, level } => {
                let found = library.exercise(id).and_then(|other| other.level(*level));
                let Some(level) = found else { return Form::Skip };
                swaps.push((id, level));
            }
        }
    }
    let Some((id, easiest)) = swaps.iter().min_by_key(|it| it.1.number).copied() else {
        return Form::Free;
    };
    let agree = swaps.iter().all(|it| it.0 == id && it.1.position == easiest.position);
    match agree {
        false => Form::Skip,
        true if id == exercise.id => Form::At(easiest.number),
        true => Form::Other(id.to_owned(), easiest.number),
    }
}

/// Before the health questions are answered: the hardest of the two easiest levels that needs no band,
/// and neither the figure 4 nor the cross-legged lean; of a form that alone suits a person, that one.
pub fn unscreened<'e>(exercise: &'e Exercise, form: &Form, owned: &Owned) -> Option<&'e Level> {
    const HARDEST: u8 = 2;
    const LEFT_OUT: [&str; 2] = ["fig4", "tfl"];
    if LEFT_OUT.contains(&exercise.id.as_str()) {
        return None;
    }
    let suits = |it: &Level| match form {
        Form::Free => true,
        Form::At(level) => *level == it.number,
        Form::Other(..) | Form::Skip => false,
    };
    let easy = |it: &Level| it.number <= HARDEST && !it.has_band();
    let allowed = |it: &&Level| easy(it) && suits(it) && owned.allows(it);
    exercise.levels.iter().rev().find(allowed)
}

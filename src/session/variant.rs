//! Another form of an exercise, to take the place of what is left of it while a session runs: a level
//! down or up, or another exercise for the same muscles.
//!
//! It is made beforehand, from the library; a session itself never reads that.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::build::{rest, switch};
use super::plan::{Entry, Work};
use crate::library::{Amount, Exercise, Id, Level, LevelSides, Timing};

/// The ids of the cues that belong to a routine begin so.
const OF_ROUTINE: &str = "routine.";

/// Why another form took the place of an exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The person asked for an easier one.
    Easier,
    /// The person asked for a harder one.
    Harder,
    /// The person asked for another exercise.
    Other,
}

impl Why {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Easier, Self::Harder, Self::Other];
}

/// What a form took the place of while a session ran. It neither earns nor costs progression by its
/// reps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replaces {
    /// The exercise.
    pub exercise: Id,
    /// Its level.
    pub level: u8,
    /// Why.
    pub why: Why,
}

/// A form of an exercise that can take the place of what is left of another.
#[derive(Debug, Clone, PartialEq)]
pub struct Variant {
    /// The exercise as the plan will have it.
    pub entry: Entry,
    /// What one set asks for.
    pub work: Work,
    /// What the level is called.
    pub form: String,
    /// Why it is there.
    pub why: Why,
    pub(super) rest: Duration,
    pub(super) switch: Duration,
    pub(super) timing: Timing,
}

impl Variant {
    /// A level of an exercise with so much in a set, in the place of an entry. Of the same exercise
    /// it keeps what the routine says about it: its cues and its note.
    pub fn new(
        (exercise, level): (&Exercise, &Level),
        amount: Amount,
        (of, why): (&Entry, Why),
        timing: Timing,
    ) -> Self {
        let mut entry = Entry::new(exercise, level, &timing);
        if of.exercise == exercise.id {
            let own = of.cues.iter().filter(|it| it.id.starts_with(OF_ROUTINE) || it.by.is_some());
            entry.cues.splice(..0, own.cloned());
            entry.note.clone_from(&of.note);
        }
        entry.replaces = Some(Replaces { exercise: of.exercise.clone(), level: of.level, why });
        let two_sided = level.sides == LevelSides::Both;
        Self {
            entry,
            work: Work { amount, tempo: level.tempo },
            form: level.name.clone(),
            why,
            rest: rest(&timing, exercise.block, amount, two_sided),
            switch: switch(&timing, level.position),
            timing,
        }
    }

    /// Whether it works both sides at once.
    pub(super) fn is_two_sided(&self) -> bool {
        self.entry.sides == LevelSides::Both
    }
}

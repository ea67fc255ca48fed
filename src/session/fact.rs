//! What is worth keeping the moment it happens: the lines of the active log.
//!
//! A session is restored from its plan and these facts alone.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{Ending, HurtAnswer, HurtPlace, PauseReason, Splice, Told};
use crate::library::{Amount, Id};
use crate::units::{Sides, millis};

/// One line of the active log, after the line that carries the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// Where the session is: at the start of each step, and every 15 s inside one.
    At {
        /// Index into the plan's steps.
        step: usize,
        /// Time into the step, in milliseconds.
        #[serde(with = "millis")]
        into: Duration,
        /// Active time so far, in milliseconds.
        #[serde(with = "millis")]
        active: Duration,
        /// Paused time so far, in milliseconds.
        #[serde(with = "millis")]
        paused: Duration,
        /// Reps tapped in this set, at the person's own pace.
        #[serde(default, skip_serializing_if = "is_zero")]
        taps: u32,
    },
    /// A set was settled; the last one of a step counts.
    Set {
        /// Index into the plan's steps.
        step: usize,
        /// What was done.
        #[serde(flatten)]
        result: SetResult,
    },
    /// A set was taken back.
    Unset {
        /// Index into the plan's steps.
        step: usize,
    },
    /// What is left of an exercise was given up.
    Dropped {
        /// Index into the plan's entries.
        entry: usize,
    },
    /// The session stands still.
    Paused {
        /// Why.
        reason: PauseReason,
    },
    /// The session goes on.
    Resumed,
    /// Something was read in a check.
    Read(Told),
    /// Pain was told.
    Hurt(Hurt),
    /// Where it hurts, of the pain that was told last.
    HurtsAt {
        /// The place; `None` takes it back.
        place: Option<HurtPlace>,
    },
    /// Another form of an exercise took the place of what was left of it, or was taken back.
    Replanned(Splice),
    /// The session is over.
    Ended {
        /// How.
        ending: Ending,
    },
}

/// What was done of one planned set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetResult {
    /// The exercise.
    pub exercise: Id,
    /// Its level.
    pub level: u8,
    /// The hip that worked.
    pub side: Sides,
    /// 1 is the first.
    pub set: u32,
    /// How many were planned on this side.
    pub sets: u32,
    /// What was asked.
    pub planned: Amount,
    /// What was done.
    pub done: Amount,
    /// Whether it was left before its end.
    pub skipped: bool,
}

/// Pain told during a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hurt {
    /// Index into the plan's steps.
    pub step: usize,
    /// The exercise.
    pub exercise: Id,
    /// The hip that was working.
    pub side: Sides,
    /// Reps done in the set when it was told.
    pub rep: u32,
    /// The answer.
    #[serde(flatten)]
    pub answer: HurtAnswer,
    /// Where, when told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<HurtPlace>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
const fn is_zero(n: &u32) -> bool {
    *n == 0
}

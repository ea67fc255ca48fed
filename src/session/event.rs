//! What happened, and when.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::PauseReason;

/// An event with the moment at which it happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct At {
    /// Session time: everything since Start, pauses included.
    pub at: Duration,
    /// What happened.
    pub event: Event,
}

/// Something that happened in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A step began, counted from 0.
    Began {
        /// Index into the plan's steps.
        step: usize,
    },
    /// A rep was completed.
    Rep {
        /// The step.
        step: usize,
        /// Reps done in it, from 1.
        done: u32,
    },
    /// The result of a set was settled or changed; see `Session::result`.
    SetSettled {
        /// The step.
        step: usize,
    },
    /// The result of a set was taken back (it is to be done again).
    SetReopened {
        /// The step.
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
    /// A count-in runs before the step goes on.
    CountIn {
        /// How long.
        length: Duration,
    },
    /// The step goes on.
    Resumed,
    /// Something was read; see `Session::readings`.
    Read,
    /// Pain was told; see `Session::hurts`.
    Hurt,
    /// Where it hurts was told; see `Session::hurts`.
    HurtsAt,
    /// Some steps are others now. What was settled among them is told anew after this.
    Replanned {
        /// The first of them.
        at: usize,
        /// How many there were.
        removed: usize,
        /// How many there are.
        added: usize,
        /// The first entry that is new; those from there on are no longer what they were.
        entry: usize,
    },
    /// The session is over.
    Ended {
        /// How.
        ending: Ending,
    },
}

/// How a session came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// The last step is over.
    Completed,
    /// The person ended it and keeps what was done.
    Early,
    /// The person left and will continue later.
    Left,
}

//! What one frame may show, frozen.

use std::time::Duration;

use super::{Ending, PauseReason, StepKind};
use crate::library::Amount;
use crate::units::{Phase as TempoPhase, Sides};

/// A session at one moment. Indices lead into the plan (`entries`, `steps`), which the drawing code
/// has beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// Waiting, running, counting in, paused or over.
    pub phase: Phase,
    /// Index of the step.
    pub step: usize,
    /// Index of the exercise.
    pub entry: usize,
    /// The kind of the step.
    pub kind: StepKind,
    /// The hip that works, or will.
    pub side: Sides,
    /// The set, from 1.
    pub set: u32,
    /// Of how many.
    pub sets: u32,
    /// The large number.
    pub number: Number,
    /// Where the rep is, in paced reps.
    pub tempo: Option<TempoView>,
    /// How much of the step is over, 0 to 1.
    pub fraction: f32,
    /// Time into the step.
    pub into: Duration,
    /// The reminder to show: an index into the entry's cues.
    pub cue: Option<usize>,
    /// What follows this step or gap.
    pub next: Option<Brief>,
    /// What follows that: the next other exercise.
    pub then: Option<Brief>,
    /// Time left in the whole session, sets at one's own pace at their usual tempo.
    pub left: Duration,
    /// Active time so far.
    pub active: Duration,
    /// When the picture next changes by itself; `None` when only a command can change it.
    pub until_next_change: Option<Duration>,
    /// Seconds in which the last skip, redo or jump may still be undone.
    pub undo: Option<Duration>,
}

/// Where a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Not begun.
    Waiting,
    /// Running.
    Running,
    /// Counting in after a pause.
    CountIn {
        /// Time left.
        left: Duration,
    },
    /// Standing still.
    Paused {
        /// Why.
        reason: PauseReason,
        /// For how long so far.
        paused: Duration,
    },
    /// Over.
    Ended(Ending),
}

/// The large number of the session screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// Whole seconds left (rounded up, so that 0 is never shown while time is left).
    Seconds(u64),
    /// The rep one is in, from 1, of how many.
    Rep {
        /// From 1 (0 before the first tap at one's own pace).
        now: u32,
        /// In all.
        of: u32,
    },
}

/// Where a paced rep is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TempoView {
    /// The phase.
    pub phase: TempoPhase,
    /// 0 to 1 within the phase.
    pub fraction: f32,
}

/// A coming exercise or set, in brief.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Brief {
    /// Index of its work step.
    pub step: usize,
    /// Index of the exercise.
    pub entry: usize,
    /// The hip.
    pub side: Sides,
    /// What is asked.
    pub amount: Amount,
    /// Whether it is the same exercise as now.
    pub same_exercise: bool,
}

//! A place in a plan: the step, how far into it, and what the person has changed about it.

use std::time::Duration;

use super::{PauseReason, Plan, Step};
use crate::library::Amount;
use crate::units::Tempo;

/// A place in a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Place {
    /// Index of the step.
    pub(super) step: usize,
    /// Time into it.
    pub(super) into: Duration,
    /// Milliseconds by which the person has made it longer or shorter.
    pub(super) stretch: i64,
    /// Reps tapped, at the person's own pace.
    pub(super) taps: u32,
    /// Reps by which the person has corrected the count.
    pub(super) correction: i32,
}

impl Place {
    /// The start of a step.
    pub(super) fn start_of(step: usize) -> Self {
        Self { step, ..Self::default() }
    }

    /// The step itself; `None` past the end.
    pub(super) fn of(self, plan: &Plan) -> Option<&Step> {
        plan.steps.get(self.step)
    }

    /// How long the step lasts as it now is; `None` when it waits for the person.
    pub(super) fn length(self, step: &Step) -> Option<Duration> {
        if step.waits() {
            return None;
        }
        let by = Duration::from_millis(self.stretch.unsigned_abs());
        let length =
            if self.stretch < 0 { step.length.saturating_sub(by) } else { step.length + by };
        Some(length.max(self.into))
    }

    /// Reps completed so far; 0 for what is not counted.
    pub(super) fn reps(self, step: &Step) -> u32 {
        let Some((work, of)) = step.work.and_then(|it| Some((it, it.amount.count()?))) else {
            return 0;
        };
        work.tempo
            .as_ref()
            .map_or(self.taps, |tempo| whole_reps(self.into, tempo))
            .min(of.max(self.taps))
    }

    /// What has been done of the set, corrections included.
    pub(super) fn done(self, step: &Step) -> Option<Amount> {
        let planned = step.work?.amount;
        Some(if planned.count().is_some() {
            planned.with_count(self.reps(step).saturating_add_signed(self.correction))
        } else {
            planned.with_time(self.into)
        })
    }
}

/// Whole reps in a time.
pub(super) fn whole_reps(into: Duration, tempo: &Tempo) -> u32 {
    into.as_nanos()
        .checked_div(tempo.rep().as_nanos())
        .and_then(|it| u32::try_from(it).ok())
        .unwrap_or(0)
}

/// How a session that has begun and is not over passes its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// The step runs.
    Running,
    /// A count-in runs first.
    CountIn {
        /// Time left of it.
        left: Duration,
    },
    /// It stands still.
    Paused {
        /// Why.
        reason: PauseReason,
        /// For how long so far.
        paused: Duration,
    },
}

//! What one session says of one exercise: whole or not, clean or not, which side is behind.

use super::rules::ProgressRules;
use super::standing::Standing;
use crate::history::{ExerciseRecord, Form, SessionRecord, SetRecord};
use crate::library::{Amount, Level};
use crate::units::{Side, Sides};

/// What was done of an exercise in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "independent findings of one session")]
pub(super) struct Verdict {
    /// Every planned set was done in full, on both sides.
    pub(super) whole: bool,
    /// Whole, good form, and enough clean reps left. What was not answered is not clean.
    pub(super) clean: bool,
    /// Every set reached the top of the range.
    pub(super) at_top: bool,
    /// As much as the standing asks for was planned.
    pub(super) full_plan: bool,
    /// Some set that was done stayed below the bottom of the range.
    pub(super) below: bool,
    /// What was said of the form.
    pub(super) form: Option<Form>,
    /// The least that was done in a set.
    pub(super) least: Amount,
    /// The side that did less, and by how much in its sets together.
    pub(super) behind: Option<(Side, u32)>,
}

impl Verdict {
    /// Judges an exercise; nothing when none of it was done.
    pub(super) fn of(
        session: &SessionRecord,
        exercise: &ExerciseRecord,
        (level, standing): (&Level, &Standing),
        rules: &ProgressRules,
    ) -> Option<Self> {
        let here = |it: &&SetRecord| it.exercise == exercise.exercise && it.level == exercise.level;
        let sets: Vec<_> = session.sets.iter().filter(here).collect();
        let done: Vec<_> = sets.iter().filter(|it| size(it.done) > 0).collect();
        let least = done.iter().map(|it| it.done).min_by_key(|it| size(*it))?;
        let whole = sets.iter().all(|it| !it.skipped && size(it.done) >= size(it.planned));
        let counted = level.dose.low.count().is_some();
        let left = sets.iter().filter_map(|it| it.rir).min();
        let enough = !counted || left.is_some_and(|it| u32::from(it.get()) >= rules.reps_left);
        Some(Self {
            whole,
            clean: whole && enough && exercise.form == Some(Form::Clean),
            at_top: sets.iter().all(|it| size(it.done) >= size(level.dose.high)),
            full_plan: sets.iter().all(|it| size(it.planned) >= size(standing.amount)),
            below: done.iter().any(|it| !it.skipped && size(it.done) < size(level.dose.low)),
            form: exercise.form,
            least,
            behind: behind(&sets),
        })
    }

    /// Whether a side was behind by so much that it matters.
    pub(super) fn uneven(&self, rules: &ProgressRules) -> Option<(Side, u32)> {
        let least = match self.least {
            Amount::Hold(_) | Amount::Drill(_) => rules.uneven_seconds,
            Amount::Reps(_) | Amount::Steps(_) | Amount::Reaches(_) => rules.uneven_reps,
        };
        self.behind.filter(|it| it.1 >= least)
    }
}

/// Reps, or seconds.
pub(super) fn size(amount: Amount) -> u32 {
    let seconds = |it: std::time::Duration| u32::try_from(it.as_secs()).unwrap_or(u32::MAX);
    amount.count().or(amount.time().map(seconds)).unwrap_or_default()
}

/// The side that did less in the sets that both have; a side that was left out says nothing.
fn behind(sets: &[&SetRecord]) -> Option<(Side, u32)> {
    let of = |side: Side| -> Vec<_> {
        sets.iter().filter(|it| it.side == Sides::from(side)).copied().collect()
    };
    let [left, right] = Side::BOTH.map(of);
    let common = left.len().min(right.len());
    let is_left_out = |it: &&SetRecord| size(it.done) == 0;
    if common == 0 || left.iter().chain(&right).any(is_left_out) {
        return None;
    }
    let sum = |sets: &[&SetRecord]| sets.iter().take(common).map(|it| size(it.done)).sum::<u32>();
    let (left, right) = (sum(&left), sum(&right));
    match left.cmp(&right) {
        std::cmp::Ordering::Less => Some((Side::Left, right - left)),
        std::cmp::Ordering::Greater => Some((Side::Right, left - right)),
        std::cmp::Ordering::Equal => None,
    }
}

/// The least clean reps left that were told for strength work in a session, with its exercise.
pub(super) fn fewest_left(session: &SessionRecord) -> Option<(&SetRecord, u8)> {
    let told = session.sets.iter().filter_map(|it| Some((it, it.rir?.get())));
    told.min_by_key(|it| it.1)
}

//! How much of a set is left for another form: what was asked for, without what was done of it.

use std::time::Duration;

use super::Rewriter;
use crate::library::Amount;
use crate::session::build::work_length;
use crate::session::{SetResult, Step, StepKind, Work};
use crate::units::Side;

/// Of a hold that is nearly over, less than this is not worth getting ready for.
const LEAST_HOLD: Duration = Duration::from_secs(5);

impl Rewriter<'_> {
    /// How much of a set is to be done in all, in this form and in those before; nothing where another
    /// kind of amount was asked for. A side that is done is met by the other; where both have something
    /// left of the set, what one has had already is not taken back.
    fn total(&self, at: usize, step: &Step) -> Option<Amount> {
        let own = step.work?.amount;
        let usual = self.variant.work.amount;
        if !is_same_kind(own, usual) {
            return None;
        }
        let other = step.side.one().map(Side::other);
        let steps = self.plan.steps.iter().enumerate();
        let partners = steps.filter(|(_, it)| {
            it.kind == StepKind::Work
                && self.line.contains(&it.entry)
                && it.set == step.set
                && other.is_some()
                && it.side.one() == other
        });
        let partners: Vec<_> = partners.collect();
        let before = self.had(at, step);
        let is_done = partners.iter().any(|it| self.has(it.0));
        let is_left = partners.iter().any(|it| self.is_open(it.0));
        if is_done && !is_left {
            return Some(plus(own, self.done_before(at, step)));
        }
        let of_partner =
            partners.iter().filter(|it| self.is_open(it.0)).map(|it| self.had(it.0, it.1));
        [usual, before].into_iter().chain(of_partner).max_by_key(|it| size(*it))
    }

    /// What was done of a set on its side, with what has been done of it now.
    fn had(&self, at: usize, step: &Step) -> Amount {
        let before = self.done_before(at, step);
        let now = self.running().filter(|_| at == self.place.step);
        now.filter(|it| is_same_kind(*it, before)).map_or(before, |it| plus(it, before))
    }

    /// What was done of a set on its side in the forms before this one.
    fn done_before(&self, at: usize, step: &Step) -> Amount {
        let none = self.variant.work.amount.none();
        let steps = self.plan.steps.iter().enumerate();
        let same = steps.filter(|(i, it)| {
            *i != at
                && it.kind == StepKind::Work
                && self.line.contains(&it.entry)
                && (it.side, it.set) == (step.side, step.set)
        });
        let done = same.filter_map(|it| self.session.result(it.0)).map(|it| it.done);
        done.filter(|it| is_same_kind(*it, none)).fold(none, plus)
    }

    /// The running set as far as it was done. Where the rest of it is done in another form, that is
    /// all that it asked for.
    pub(super) fn part(
        &self,
        step: &Step,
        done: Amount,
        is_cut: bool,
    ) -> Option<(Step, SetResult)> {
        let mut step = step.clone();
        if is_cut {
            let work = Work { amount: done, ..step.work? };
            (step.work, step.length) = (Some(work), work_length(work));
        }
        let result = self.session.set_result(&step, done, false)?;
        Some((step, result))
    }

    /// What is left of a set for the other form; nothing when it is not worth getting ready for.
    pub(super) fn left(&self, at: usize, step: &Step, done: Option<Amount>) -> Option<Amount> {
        let usual = self.variant.work.amount;
        let Some(total) = self.total(at, step) else { return Some(usual) };
        let before = self.done_before(at, step);
        let left = minus(total, done.map_or(before, |it| plus(it, before)));
        let little = left.time().is_some_and(|it| it < LEAST_HOLD);
        match done {
            Some(_) if little || left == left.none() => None,
            None if left == left.none() => Some(usual),
            _ => Some(left),
        }
    }
}

fn is_same_kind(one: Amount, other: Amount) -> bool {
    std::mem::discriminant(&one) == std::mem::discriminant(&other)
}

/// Milliseconds, or a count.
fn size(amount: Amount) -> u128 {
    amount.time().map_or_else(|| amount.count().unwrap_or(0).into(), |it| it.as_millis())
}

/// Two amounts of one kind together.
fn plus(one: Amount, other: Amount) -> Amount {
    let (a, b) = (one.count().unwrap_or(0), other.count().unwrap_or(0));
    let time = one.time().unwrap_or_default() + other.time().unwrap_or_default();
    one.with_count(a.saturating_add(b)).with_time(time)
}

/// One amount without another of its kind.
fn minus(one: Amount, other: Amount) -> Amount {
    let (a, b) = (one.count().unwrap_or(0), other.count().unwrap_or(0));
    let time = one.time().unwrap_or_default().saturating_sub(other.time().unwrap_or_default());
    one.with_count(a.saturating_sub(b)).with_time(time)
}

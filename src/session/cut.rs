//! Less of a routine than it asks for: fewer sets, shorter amounts and rests.

use std::time::Duration;

use super::choice::{Choice, Chosen};
use super::plan::{LeftOut, LeftOutReason};
use crate::library::{Amount, Item, Timing};

/// Less of a routine than it asks for.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cut {
    /// Its items, block after block.
    pub(super) items: Vec<ItemCut>,
    /// How often each block is done.
    pub(super) rounds: Vec<u32>,
    /// How much of the rests is kept between the shortest (0) and the usual (1000).
    pub(super) rest: u32,
}

/// Less of an item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct ItemCut {
    /// Sets; none of it when 0.
    pub(super) sets: u32,
    /// How much of a set, in thousandths.
    pub(super) amount: u32,
    /// Whether the declared extra set stays.
    pub(super) extra: bool,
}

impl Cut {
    /// Below this no rest is shortened, and none to less than half.
    const SHORTEST_REST: Duration = Duration::from_secs(10);

    /// A rest as this cut leaves it, in whole seconds unless it is untouched.
    fn rest(&self, usual: Duration) -> Duration {
        if self.rest >= 1000 {
            return usual;
        }
        let shortest = (usual / 2).max(Self::SHORTEST_REST).min(usual);
        let kept = usual.saturating_sub(shortest) * self.rest / 1000;
        shortest + Duration::from_secs(kept.as_secs())
    }

    pub(super) fn timing(&self, usual: Timing) -> Timing {
        Timing {
            rest_one_sided: self.rest(usual.rest_one_sided),
            rest_strength: self.rest(usual.rest_strength),
            rest_stretch: self.rest(usual.rest_stretch),
            ..usual
        }
    }
}

/// So many thousandths of an amount: whole counts, and times in steps of five seconds.
pub(super) fn part_of(amount: Amount, thousandths: u32) -> Amount {
    const STEP: u64 = 5;
    if thousandths >= 1000 {
        return amount;
    }
    match (amount.count(), amount.time()) {
        (Some(n), _) => amount.with_count((n * thousandths / 1000).max(1)),
        (None, Some(time)) => {
            let part = (time * thousandths / 1000).as_secs();
            let part = if part > STEP { part - part % STEP } else { part.max(1) };
            amount.with_time(Duration::from_secs(part).min(time))
        }
        (None, None) => amount,
    }
}

/// What a cut leaves of an item.
pub(super) fn lessen<'a>(chosen: Chosen<'a>, less: Option<(&ItemCut, &Cut)>) -> Choice<'a> {
    let Some((less, cut)) = less else { return Choice::Do(Box::new(chosen)) };
    if less.sets == 0 {
        let exercise = chosen.exercise;
        let (id, name) = (exercise.id.clone(), exercise.name.long.clone());
        return Choice::Leave(LeftOut { exercise: id, name, reason: LeftOutReason::Time });
    }
    let item = Item {
        sets: less.sets.min(chosen.item.sets),
        amount: part_of(chosen.item.amount, less.amount),
        rest: chosen.item.rest.map(|it| cut.rest(it)),
        extra_set: chosen.item.extra_set.filter(|_| less.extra),
        ..chosen.item
    };
    Choice::Do(Box::new(Chosen { item, ..chosen }))
}

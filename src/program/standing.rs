//! Where a person stands with an exercise: its level, sets and amount; and the ladder up and down.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::what::Step;
use crate::history::{Journal, Things};
use crate::library::{Amount, Equipment, Exercise, Level};
use crate::units::Side;

/// The level at which the founding programme has an exercise.
const FOUNDING: u8 = 3;

/// Where a person stands with an exercise. There is one for both sides: they share level, reps and
/// seconds, and differ by at most the extra set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The level.
    pub level: u8,
    /// Sets, each side.
    pub sets: u32,
    /// What one set asks for.
    pub amount: Amount,
    /// One more set on this side.
    pub extra: Option<Side>,
    /// Whether the last change of level was downwards.
    pub lowered: bool,
    /// The weight that was agreed on, in tenths of a kilogram; the lightest there is before that.
    pub weight: Option<u32>,
}

/// What a person has to train with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owned {
    things: BTreeSet<Equipment>,
    /// In tenths of a kilogram.
    weights: BTreeSet<u32>,
}

impl Default for Owned {
    /// What a household has, and the light band that the founding programme asks for.
    fn default() -> Self {
        Self::new([
            Equipment::Mat,
            Equipment::Cushion,
            Equipment::Wall,
            Equipment::Chair,
            Equipment::Table,
            Equipment::Bench,
            Equipment::BandLight,
            Equipment::Strap,
            Equipment::Mirror,
            Equipment::Path,
        ])
    }
}

impl Owned {
    /// What is asked about, beside the bands, and never taken for granted once it was.
    pub const ASKED: [Equipment; 6] = [
        Equipment::Mat,
        Equipment::Wall,
        Equipment::Chair,
        Equipment::Bench,
        Equipment::Strap,
        Equipment::Weight,
    ];

    /// What a person has told that there is; what a household has, before they have told.
    pub fn of(journal: &Journal, today: NaiveDate) -> Self {
        journal.things(today).map_or_else(Self::default, |it| Self::told(it.1))
    }

    /// What there is by a person's own words, and the household's things that are not asked about.
    pub fn told(things: &Things) -> Self {
        let asked = |it: &Equipment| Self::ASKED.contains(it) || it.is_band();
        let household = Self::default().things.into_iter().filter(|it| !asked(it));
        let bands = things.bands.iter().filter_map(|it| it.pull.equipment());
        let others = Self::ASKED.into_iter().filter(|it| things.others.iter().any(|id| it.is(id)));
        let weights = things.weights.iter().copied().collect();
        Self { weights, ..Self::new(household.chain(bands).chain(others)) }
    }

    /// Whether it is among them.
    pub fn has(&self, thing: Equipment) -> bool {
        self.things.contains(&thing)
    }

    /// Exactly these.
    pub fn new(things: impl IntoIterator<Item = Equipment>) -> Self {
        Self { things: things.into_iter().collect(), weights: BTreeSet::new() }
    }

    /// The next weight that is a step of so many percent, from the least to the most; the smallest such
    /// step. Weights are in tenths of a kilogram.
    pub fn next_weight(&self, from: u32, (least, most): (u32, u32)) -> Option<u32> {
        let percent = |by: u32| u64::from(from) * u64::from(100 + by);
        let fits = |it: &&u32| (percent(least)..=percent(most)).contains(&(u64::from(**it) * 100));
        self.weights.range(from + 1..).find(fits).copied()
    }

    /// The weight with which a level is done: the one agreed on, or the next lighter that is still there.
    pub fn weight_for(&self, level: &Level, agreed: Option<u32>) -> Option<u32> {
        level.equipment.contains(&Equipment::Weight).then_some(())?;
        let lightest = self.weights.first();
        let kept = agreed.and_then(|it| self.weights.range(..=it).next_back());
        kept.or(lightest).copied()
    }

    /// The same with one more.
    #[must_use]
    pub fn with(mut self, thing: Equipment) -> Self {
        self.things.insert(thing);
        self
    }

    /// The same without one.
    #[must_use]
    pub fn without(mut self, thing: Equipment) -> Self {
        self.things.remove(&thing);
        self
    }

    /// Whether a level can be done with what there is; a stronger band does not stand in for a lighter.
    pub fn allows(&self, level: &Level) -> bool {
        level.equipment.iter().all(|it| self.things.contains(it))
    }
}

impl Standing {
    /// The first time at a level: the low ends of its dose.
    pub fn at(level: &Level) -> Self {
        Self {
            level: level.number,
            sets: *level.dose.sets.start(),
            amount: level.dose.low,
            extra: None,
            lowered: false,
            weight: None,
        }
    }

    /// Where everybody begins: the founding level, or the hardest easier one that can be done with
    /// what there is.
    pub fn founding(exercise: &Exercise, owned: &Owned) -> Option<Self> {
        let within = |it: &&Level| it.number <= FOUNDING && owned.allows(it);
        let level = exercise.levels.iter().rev().find(within);
        level.or_else(|| exercise.levels.first()).map(Self::at)
    }

    /// The step, for the record.
    pub const fn step(&self) -> Step {
        Step { level: self.level, sets: self.sets }
    }

    /// The next level that can be done with what there is.
    pub fn next_level<'e>(&self, exercise: &'e Exercise, owned: &Owned) -> Option<&'e Level> {
        exercise.levels.iter().find(|it| it.number > self.level && owned.allows(it))
    }

    /// Whether the very next level lacks something.
    pub fn next_lacks(&self, exercise: &Exercise, owned: &Owned) -> bool {
        let next = exercise.levels.iter().find(|it| it.number > self.level);
        next.is_some_and(|it| !owned.allows(it))
    }

    /// The level before that can be done with what there is.
    pub fn level_before<'e>(&self, exercise: &'e Exercise, owned: &Owned) -> Option<&'e Level> {
        let before = |it: &&Level| it.number < self.level && owned.allows(it);
        exercise.levels.iter().rev().find(before)
    }

    /// One step easier: a level down, or else one set fewer; the bottom of the range either way.
    /// At the easiest with one set there is nothing below, and it stays.
    #[must_use]
    pub fn easier(&self, exercise: &Exercise, owned: &Owned, fixed: bool) -> Self {
        let below = self.level_before(exercise, owned).filter(|_| !fixed);
        if let Some(level) = below {
            return Self { lowered: true, ..Self::at(level) };
        }
        let amount = exercise.level(self.level).map_or(self.amount, |it| it.dose.low);
        let sets = self.sets.saturating_sub(1).max(1);
        Self { sets, amount, extra: None, lowered: true, ..*self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_weight_is_a_step_of_two_to_ten_percent_among_those_that_are_there() {
        let things = Things { weights: vec![60, 61, 65, 70, 90], ..Things::default() };
        let owned = Owned::told(&things);
        let next = |from| owned.next_weight(from, (2, 10));
        // 6.1 kg is 1.7 % more, 6.5 kg 8.3 %; from 7 kg there are 29 % to the next.
        assert_eq!([60, 61, 65, 70, 90].map(next), [Some(65), Some(65), Some(70), None, None]);
    }

    #[test]
    fn a_weight_that_is_gone_is_replaced_by_a_lighter_one() {
        let library = crate::library::Library::shipped();
        let squat = library.exercise("squat").and_then(|it| it.level(4)).unwrap();
        let owned = |weights: &[u32]| {
            Owned::told(&Things { weights: weights.to_vec(), ..Things::default() })
        };
        assert_eq!(owned(&[40, 60, 80]).weight_for(squat, None), Some(40));
        assert_eq!(owned(&[40, 60, 80]).weight_for(squat, Some(60)), Some(60));
        assert_eq!(owned(&[40, 80]).weight_for(squat, Some(60)), Some(40));
        assert_eq!(owned(&[]).weight_for(squat, Some(60)), None);
        let easier = library.exercise("squat").and_then(|it| it.level(3)).unwrap();
        assert_eq!(owned(&[40]).weight_for(easier, None), None);
    }
}

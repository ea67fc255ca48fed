//! Where a person stands with an exercise: its level, sets and amount; and the ladder up and down.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::proposal::Step;
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
}

/// What a person has to train with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owned(BTreeSet<Equipment>);

impl Default for Owned {
    /// What a household has, and the light band that the founding programme asks for.
    fn default() -> Self {
        Self(BTreeSet::from([
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
        ]))
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
        let household = Self::default().0.into_iter().filter(|it| !asked(it));
        let bands = things.bands.iter().filter_map(|it| it.pull.equipment());
        let others = Self::ASKED.into_iter().filter(|it| things.others.iter().any(|id| it.is(id)));
        Self(household.chain(bands).chain(others).collect())
    }

    /// Whether it is among them.
    pub fn has(&self, thing: Equipment) -> bool {
        self.0.contains(&thing)
    }

    /// Exactly these.
    pub fn new(things: impl IntoIterator<Item = Equipment>) -> Self {
        Self(things.into_iter().collect())
    }

    /// The same with one more.
    #[must_use]
    pub fn with(mut self, thing: Equipment) -> Self {
        self.0.insert(thing);
        self
    }

    /// The same without one.
    #[must_use]
    pub fn without(mut self, thing: Equipment) -> Self {
        self.0.remove(&thing);
        self
    }

    /// Whether a level can be done with what there is; a stronger band does not stand in for a lighter.
    pub fn allows(&self, level: &Level) -> bool {
        level.equipment.iter().all(|it| self.0.contains(it))
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

//! What pain says about one exercise of one session: the worse of the absolute band and the change
//! from what it was before.

use super::rules::PainRules;
use crate::history::{HurtRecord, SessionRecord};
use crate::session::{HurtAnswer, HurtBand};
use crate::units::Pain;

/// What pain says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PainState {
    /// Carry on.
    Green,
    /// Carry on, but nothing gets harder: it hurt before the session, and no more during it.
    Frozen,
    /// Only if it eases when one stops. Nothing gets harder.
    Amber,
    /// This exercise stops.
    Red,
}

impl PainState {
    /// What a rating means after a baseline. Without a rating nothing was said to hurt, but pain
    /// before the session still keeps everything as it is.
    pub fn of(during: Option<Pain>, before: Option<Pain>, rules: &PainRules) -> Self {
        let before = before.map_or(0, |it| u32::from(it.get()));
        let frozen = before >= rules.frozen_from;
        let Some(during) = during.map(|it| u32::from(it.get())) else {
            return if frozen { Self::Frozen } else { Self::Green };
        };
        let risen = during >= before + rules.rise;
        if during >= rules.red_from {
            Self::Red
        } else if frozen && during <= before {
            Self::Frozen
        } else if during >= rules.amber_from || risen {
            Self::Amber
        } else if frozen {
            Self::Frozen
        } else {
            Self::Green
        }
    }

    /// What an answer to "it hurts" means after a baseline.
    pub fn of_answer(answer: HurtAnswer, before: Option<Pain>, rules: &PainRules) -> Self {
        if answer.band == HurtBand::Red {
            return Self::Red;
        }
        Self::of(answer.exact.or_else(|| lowest(answer.band)), before, rules)
    }

    /// What was told of an exercise in a session.
    pub fn in_session(session: &SessionRecord, exercise: &str, rules: &PainRules) -> Self {
        let hurts = || session.hurts.iter().filter(|it| it.exercise == exercise);
        if hurts().any(|it| it.band == HurtBand::Red) {
            return Self::Red;
        }
        let of_sets = session.sets.iter().filter(|it| it.exercise == exercise);
        let told = of_sets.filter_map(|it| it.pain).chain(hurts().filter_map(rating)).max();
        Self::of(told, session.pain.before, rules)
    }

    /// What pain after a session says of the whole of it.
    pub fn after(session: &SessionRecord, rules: &PainRules) -> Self {
        Self::of(session.pain.after, session.pain.before, rules)
    }

    /// Whether nothing may get harder.
    pub const fn freezes(self) -> bool {
        !matches!(self, Self::Green)
    }
}

/// The exact rating, else the lowest of the band.
fn rating(it: &HurtRecord) -> Option<Pain> {
    it.exact.or_else(|| lowest(it.band))
}

/// The lowest rating of a band.
fn lowest(band: HurtBand) -> Option<Pain> {
    Pain::new(match band {
        HurtBand::Green => 0,
        HurtBand::Amber => 3,
        HurtBand::Red => 6,
    })
}

/// The worst pain told in and around a session.
pub fn worst(session: &SessionRecord) -> Option<Pain> {
    let of_sets = session.sets.iter().filter_map(|it| it.pain);
    let hurts = session.hurts.iter().filter_map(rating);
    of_sets.chain(hurts).chain(session.pain.before).chain(session.pain.after).max()
}

#[cfg(test)]
mod tests {
    use super::super::Rules;
    use super::*;

    #[track_caller]
    fn check(before: u8, during: u8, expected: PainState) {
        let rules = Rules::shipped().pain;
        assert_eq!(PainState::of(Pain::new(during), Pain::new(before), &rules), expected);
    }

    #[test]
    fn without_pain_before_the_bands_alone_decide() {
        check(0, 1, PainState::Green);
        check(1, 2, PainState::Green);
        check(0, 3, PainState::Amber);
        check(0, 5, PainState::Amber);
        check(0, 6, PainState::Red);
    }

    #[test]
    fn two_points_more_are_amber_even_below_three() {
        check(0, 2, PainState::Amber);
    }

    #[test]
    fn with_three_to_five_before_no_more_is_no_reason_to_stop_but_nothing_rises() {
        check(4, 4, PainState::Frozen);
        check(5, 3, PainState::Frozen);
        check(3, 0, PainState::Frozen);
        check(3, 4, PainState::Amber);
        check(4, 6, PainState::Red);
        assert_eq!(PainState::of(None, Pain::new(3), &Rules::shipped().pain), PainState::Frozen);
    }
}

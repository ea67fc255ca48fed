//! From a check that was gone through to its record.

use super::{Check, Reading};
use crate::library::Gate;
use crate::session::{CheckPlan, Hurt, HurtBand, Plan, Session, Told};
use crate::units::Pain;

/// The word for a check that somebody helped with.
pub const HELPER: &str = "helper";
/// The word for one that was done alone.
pub const ALONE: &str = "alone";
/// The word for one in which nobody watched the pelvis, though a reading depends on it.
pub const UNWATCHED: &str = "pelvis_not_watched";

/// The check that a session was; nothing when it was none.
pub(super) fn check(plan: &Plan, session: &Session, before: Option<Pain>) -> Option<Check> {
    let it = plan.check.as_ref()?;
    let conditions = &it.conditions;
    Some(Check {
        of: it.check.clone(),
        name: plan.name.long.clone(),
        readings: readings(session.readings()),
        pain: pain(session).max(before),
        method: method(it),
        surface: conditions.surface.map(|it| it.word().to_owned()),
        footwear: conditions.footwear.map(|it| it.word().to_owned()),
        hurts: conditions.hurts,
        stiff: conditions.stiff,
        note: String::new(),
    })
}

/// How it was read, by whom, and whether the pelvis was watched.
fn method(it: &CheckPlan) -> Vec<String> {
    let mut words = vec![it.conditions.method.word()];
    words.push(if it.conditions.helper { HELPER } else { ALONE });
    if it.watches.contains(&Gate::Pelvis) && !it.conditions.helper {
        words.push(UNWATCHED);
    }
    words.into_iter().map(str::to_owned).collect()
}

/// The worst pain that was told.
fn pain(session: &Session) -> Option<Pain> {
    session.hurts().iter().filter_map(rating).max()
}

/// The exact rating, else the lowest of the band (domain.md 5: 0-2, 3-5, 6 and more).
pub(super) fn rating(it: &Hurt) -> Option<Pain> {
    it.answer.exact.or(Pain::new(match it.answer.band {
        HurtBand::Green => 0,
        HurtBand::Amber => 3,
        HurtBand::Red => 6,
    }))
}

/// Every reading, in the order in which it was given. Of a step the last counts; what was read there
/// before is kept as set aside.
fn readings(told: &[Told]) -> Vec<Reading> {
    let mut kept: Vec<Reading> = Vec::new();
    for (at, it) in told.iter().enumerate() {
        let later = told.iter().skip(at + 1).find(|later| later.step == it.step);
        // One that is only set aside afterwards says the same again.
        if later.is_some_and(|later| later.rejected == Some(Gate::Spread) && is_same(it, later)) {
            continue;
        }
        kept.push(Reading {
            what: it.what.clone(),
            side: it.side,
            tenths: it.tenths,
            word: it.word.clone(),
            rejected: it.rejected.is_some() || later.is_some(),
            why: it.rejected.map(|it| it.word().to_owned()),
        });
    }
    kept
}

fn is_same(a: &Told, b: &Told) -> bool {
    a.rejected.is_none() && a.tenths == b.tenths && a.word == b.word
}

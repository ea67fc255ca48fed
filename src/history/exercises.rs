//! Each exercise over time: how much, at which level, left against right.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Form, Journal, RecordId, SessionRecord, SetRecord};
use crate::library::{Amount, Block, Id};
use crate::units::{Pain, Sides};

/// One exercise over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Trend {
    /// The exercise.
    pub exercise: Id,
    /// What it was called last.
    pub name: String,
    /// The part of the programme that it was in last.
    pub block: Block,
    /// Each time that it was done, oldest first.
    pub times: Vec<Training>,
}

/// An exercise in one session; a change of level within a session makes two.
#[derive(Debug, Clone, PartialEq)]
pub struct Training {
    /// The session.
    pub record: RecordId,
    /// Its day.
    pub date: NaiveDate,
    /// The level.
    pub level: u8,
    /// The left hip's work.
    pub left: Option<SideWork>,
    /// The right hip's.
    pub right: Option<SideWork>,
    /// Both hips' in the same movement.
    pub both: Option<SideWork>,
    /// Whether it was clean all the way, when told.
    pub form: Option<Form>,
    /// The fewest clean reps left that were told.
    pub rir: Option<u8>,
    /// The worst pain told during it.
    pub pain: Option<Pain>,
}

/// What was done on one side in one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SideWork {
    /// Sets done, at least in part.
    pub sets: u32,
    /// Of those, the largest.
    pub best: Amount,
    /// All together.
    pub total: Amount,
}

impl Training {
    /// The work of one side, or of both at once.
    pub const fn of(&self, side: Sides) -> Option<SideWork> {
        match side {
            Sides::Left => self.left,
            Sides::Right => self.right,
            Sides::Both => self.both,
        }
    }

    /// The best set of any side.
    pub fn best(&self) -> Option<Amount> {
        let sides = [self.left, self.right, self.both];
        sides.into_iter().flatten().map(|it| it.best).max_by_key(|it| size(*it))
    }
}

/// Every exercise that was done in a session or break whose clock was real, in the order in which
/// they first came.
pub fn trends(journal: &Journal) -> Vec<Trend> {
    let mut trends: Vec<Trend> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let sessions = journal.sessions();
    for (record, session) in sessions.iter().filter(|it| it.1.is_real()) {
        for it in &session.exercises {
            let Some(training) = training(record.id, record.date, session, &it.exercise, it.level)
            else {
                continue;
            };
            let at = *places.entry(&it.exercise).or_insert(trends.len());
            let training = Training { form: it.form, ..training };
            if let Some(trend) = trends.get_mut(at) {
                trend.name.clone_from(&it.name);
                trend.block = it.block;
                trend.times.push(training);
            } else {
                let (exercise, name) = (it.exercise.clone(), it.name.clone());
                trends.push(Trend { exercise, name, block: it.block, times: vec![training] });
            }
        }
    }
    trends
}

/// An exercise at a level in a session; nothing when nothing was done of it.
fn training(
    record: RecordId,
    date: NaiveDate,
    session: &SessionRecord,
    exercise: &str,
    level: u8,
) -> Option<Training> {
    let here = |it: &&SetRecord| it.exercise == exercise && it.level == level;
    let sets = || session.sets.iter().filter(here);
    let side = |side| side_work(sets().filter(move |it| it.side == side).map(|it| it.done));
    let (left, right, both) = (side(Sides::Left), side(Sides::Right), side(Sides::Both));
    left.or(right).or(both)?;
    Some(Training {
        record,
        date,
        level,
        left,
        right,
        both,
        form: None,
        rir: sets().filter_map(|it| it.rir).min().map(Into::into),
        pain: sets().filter_map(|it| it.pain).max(),
    })
}

fn side_work(sets: impl Iterator<Item = Amount>) -> Option<SideWork> {
    let done = sets.filter(|it| *it != it.none());
    done.fold(None, |sum: Option<SideWork>, it| {
        let Some(sum) = sum else { return Some(SideWork { sets: 1, best: it, total: it }) };
        let best = if size(sum.best) < size(it) { it } else { sum.best };
        Some(SideWork { sets: sum.sets + 1, best, total: plus(sum.total, it) })
    })
}

/// What amounts of one kind are compared by: the count, or the milliseconds.
fn size(amount: Amount) -> u128 {
    let count = amount.count().map(u128::from);
    count.or_else(|| amount.time().map(|it| it.as_millis())).unwrap_or_default()
}

/// Two amounts of one kind together; of two kinds, the first.
fn plus(sum: Amount, more: Amount) -> Amount {
    match (sum.count(), more.count(), sum.time(), more.time()) {
        (Some(a), Some(b), ..) => sum.with_count(a.saturating_add(b)),
        (_, _, Some(a), Some(b)) => sum.with_time(a.saturating_add(b)),
        _ => sum,
    }
}

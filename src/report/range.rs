//! Range of motion, by the checks.

use chrono::NaiveDate;

use super::{Choices, check};
use crate::history::{Check, Journal, Reading};
use crate::program::{Turn, is_like};
use crate::units::{Side, Sides};

/// The measured range of one side in one direction.
#[derive(Debug, Clone, PartialEq)]
pub struct MotionPart {
    /// The direction.
    pub turn: Turn,
    /// The hip.
    pub side: Side,
    /// Check by check, oldest first.
    pub points: Vec<Motion>,
}

/// What one check measured.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Motion {
    /// The day.
    pub date: NaiveDate,
    /// The mean of the readings that were not set aside, degrees.
    pub mean: f32,
    /// The least and the most of them, degrees.
    pub range: (f32, f32),
    /// How many they were.
    pub count: u32,
}

impl MotionPart {
    /// The change from the first check to the last, degrees; none with fewer than two.
    pub fn change(&self) -> Option<f32> {
        let [first, .., last] = self.points.as_slice() else { return None };
        Some(last.mean - first.mean)
    }
}

pub(super) fn parts(journal: &Journal, choices: &Choices) -> Vec<MotionPart> {
    let mut checks: Vec<_> = journal
        .records()
        .filter(|it| choices.has(it.date))
        .filter_map(|it| Some((it.date, check(it)?)))
        .collect();
    checks.retain(|it| measures(it.1));
    checks.sort_by_key(|it| it.0);
    // Like with like: what was read otherwise, or with other help, is another measurement.
    let latest = checks.last().map(|it| it.1);
    checks.retain(|it| latest.is_none_or(|latest| is_like(it.1, latest)));
    let all = Side::BOTH.into_iter().flat_map(|side| Turn::ALL.map(|turn| (side, turn)));
    all.filter_map(|(side, turn)| {
        let points = checks.iter().filter_map(|(date, it)| motion(*date, it, turn, side));
        let points: Vec<_> = points.collect();
        (!points.is_empty()).then_some(MotionPart { turn, side, points })
    })
    .collect()
}

/// Whether a check measures how far a hip turns.
fn measures(check: &Check) -> bool {
    check.readings.iter().any(|it| Turn::ALL.iter().any(|turn| turn.reading() == it.what))
}

fn motion(date: NaiveDate, check: &Check, turn: Turn, side: Side) -> Option<Motion> {
    let is_ours =
        |it: &&Reading| it.what == turn.reading() && it.side == Sides::from(side) && !it.rejected;
    let readings = check.readings.iter().filter(is_ours);
    let all: Vec<f32> = readings.filter_map(|it| Some(it.tenths? as f32 / 10.0)).collect();
    let (least, most) =
        (all.iter().copied().reduce(f32::min)?, all.iter().copied().reduce(f32::max)?);
    let mean = all.iter().sum::<f32>() / all.len() as f32;
    Some(Motion { date, mean, range: (least, most), count: all.len() as u32 })
}

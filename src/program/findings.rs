//! What a check that was done says: measured turns with their quality, patterns of what was seen, and
//! what has changed since earlier checks of the same kind. `text` says the sentences.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::checks::{
    Hip, Observation, Quality, Range, RangeReading, course_of_change, quality, read_hip, read_sides,
};
use super::patterns;
use super::rules::CheckRules;
use crate::history::{Body, Check, Journal, Reading, RecordId};
use crate::library::{Gate, Method};
use crate::units::{Side, Sides};

/// Which way the thigh turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Turn {
    /// Inward: the feet drift apart.
    Inward,
    /// Outward: the foot crosses over.
    Outward,
}

impl Turn {
    /// Both, inward first.
    pub const ALL: [Self; 2] = [Self::Inward, Self::Outward];

    /// The name of its readings in the journal.
    pub const fn reading(self) -> &'static str {
        match self {
            Self::Inward => "ir",
            Self::Outward => "er",
        }
    }
}

/// The readings of one hip in one direction.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// The direction.
    pub turn: Turn,
    /// The hip.
    pub side: Side,
    /// The degrees, in the order in which they were read; without those that were set aside.
    pub degrees: Vec<f64>,
    /// Whether they can be used.
    pub quality: Quality,
}

impl Measured {
    /// Their mean, if they can be used.
    pub const fn mean(&self) -> Option<f64> {
        if let Quality::Good(mean) = self.quality { Some(mean) } else { None }
    }

    /// How far they lie apart: the person's own wobble.
    pub fn wobble(&self) -> f64 {
        let most = self.degrees.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let least = self.degrees.iter().copied().fold(f64::INFINITY, f64::min);
        (most - least).max(0.0)
    }
}

/// A check of the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct Done {
    /// The record.
    pub record: RecordId,
    /// Its day.
    pub date: NaiveDate,
    /// What it says.
    pub check: Check,
}

/// Every check of the journal, oldest first; the rating of activities is none, nor is how sure one is.
pub fn checks_done(journal: &Journal) -> Vec<Done> {
    let mut records: Vec<_> = journal.records().collect();
    records.sort_by_key(|it| (it.date, it.at, it.id));
    let done = records.into_iter().filter_map(|it| {
        let Body::Check(check) = it.body.told() else { return None };
        let is_rating = [super::trend::FUNCTION, super::trend::CONFIDENCE].contains(&&*check.of);
        (!is_rating).then(|| Done { record: it.id, date: it.date, check: check.clone() })
    });
    done.collect()
}

/// The last day, up to one, on which both hips were measured lying face down, in both directions.
/// Readings that were taken apart from each other belong together when they are of one day; a turn whose
/// readings lay too far apart was measured too.
pub(super) fn last_measured(journal: &Journal, until: NaiveDate) -> Option<NaiveDate> {
    let mut days = BTreeMap::<NaiveDate, BTreeSet<(Side, Turn)>>::new();
    for record in journal.records().filter(|it| it.date <= until) {
        let Body::Check(check) = super::health::said(record) else { continue };
        if check.of == super::next::PRONE {
            days.entry(record.date).or_default().extend(turns_of(check));
        }
    }
    let all = Side::BOTH.len() * Turn::ALL.len();
    days.into_iter().rev().find(|it| it.1.len() == all).map(|it| it.0)
}

/// The hips and directions of which a check has readings that count.
fn turns_of(check: &Check) -> impl Iterator<Item = (Side, Turn)> {
    let all = Side::BOTH.into_iter().flat_map(|side| Turn::ALL.map(|turn| (side, turn)));
    all.filter(|(side, turn)| !degrees_of(check, *side, *turn).is_empty())
}

/// Whether two checks may be compared: the same position, the same way of reading, the same help.
pub fn is_like(a: &Check, b: &Check) -> bool {
    let words = |it: &Check| {
        let mut words = it.method.clone();
        words.sort_unstable();
        words
    };
    a.of == b.of && words(a) == words(b)
}

/// A change of one hip in one direction since the check before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Changed {
    /// The direction.
    pub turn: Turn,
    /// The hip.
    pub side: Side,
    /// The mean of the check before, in degrees.
    pub from: f64,
    /// The mean now.
    pub to: f64,
    /// What that says.
    pub said: Observation,
}

/// Everything that a check says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Findings {
    /// What was measured; nothing in a check without angles.
    pub measured: Vec<Measured>,
    /// What it says of the left and of the right.
    pub sides: [Vec<Observation>; 2],
    /// What it says of both together.
    pub both: Vec<Observation>,
    /// What has changed since the last check of the same kind.
    pub changes: Vec<Changed>,
    /// The day of that check.
    pub since: Option<NaiveDate>,
}

impl Findings {
    /// What was measured of one hip in one direction.
    pub fn measured(&self, side: Side, turn: Turn) -> Option<&Measured> {
        self.measured.iter().find(|it| it.side == side && it.turn == turn)
    }

    /// Whether something in it is worth showing to somebody.
    pub fn is_to_be_shown(&self) -> bool {
        self.sides.iter().flatten().chain(&self.both).any(|it| it.is_to_be_shown())
    }
}

/// What a check says; `earlier` are the checks before it, oldest first.
pub fn findings(check: &Check, earlier: &[Done], rules: &CheckRules) -> Findings {
    let measured = measure(check, rules);
    let range = |side: Side| {
        let mean = |turn| measured.iter().find(|it| it.side == side && it.turn == turn)?.mean();
        Some(Range { inward: mean(Turn::Inward)?, outward: mean(Turn::Outward)? })
    };
    let hip = |side: Side| Hip { pain: is_of(check.hurts, side), stiff: is_of(check.stiff, side) };
    let ranges = Side::BOTH.map(range);
    let [mut left, mut right] = Side::BOTH
        .map(|side| range(side).map(|it| read_hip(it, hip(side), rules)).unwrap_or_default());
    let mut both = Vec::new();
    if let [Some(one), Some(other)] = ranges {
        both.extend(read_sides(one, other, rules));
    }
    let seen = patterns::read(check);
    left.extend(seen.sides[0].iter().copied());
    right.extend(seen.sides[1].iter().copied());
    both.extend(seen.both);
    let like: Vec<_> = earlier.iter().filter(|it| is_like(&it.check, check)).collect();
    let changes = changes(&measured, &like, rules);
    let since = like.last().map(|it| it.date).filter(|_| !changes.is_empty());
    Findings { measured, sides: [left, right], both, changes, since }
}

fn is_of(told: Option<Sides>, side: Side) -> bool {
    told.is_some_and(|it| it == Sides::Both || it.one() == Some(side))
}

/// The means of one hip in one direction over the checks that belong together, oldest first.
pub fn means(
    done: &[&Done],
    (side, turn): (Side, Turn),
    rules: &CheckRules,
) -> Vec<(NaiveDate, Measured)> {
    let measured = done.iter().filter_map(|it| {
        let measured = measure_one(&it.check, side, turn, rules)?;
        measured.mean().is_some().then_some((it.date, measured))
    });
    measured.collect()
}

fn changes(measured: &[Measured], like: &[&Done], rules: &CheckRules) -> Vec<Changed> {
    let change = |it: &Measured| {
        let to = it.mean()?;
        let before = means(like, (it.side, it.turn), rules);
        let from = before.last()?.1.mean()?;
        let mut all: Vec<f64> = before.iter().filter_map(|it| it.1.mean()).collect();
        all.push(to);
        let said = course_of_change(&all, rules)?;
        Some(Changed { turn: it.turn, side: it.side, from, to, said })
    };
    measured.iter().filter_map(change).collect()
}

/// What a check measured, left before right, inward before outward.
pub fn measure(check: &Check, rules: &CheckRules) -> Vec<Measured> {
    let all = Side::BOTH.into_iter().flat_map(|side| Turn::ALL.map(|turn| (side, turn)));
    all.filter_map(|(side, turn)| measure_one(check, side, turn, rules)).collect()
}

/// One hip in one direction; nothing when it was never read.
fn measure_one(check: &Check, side: Side, turn: Turn, rules: &CheckRules) -> Option<Measured> {
    readings_of(check, side, turn).find(|it| it.tenths.is_some())?;
    let degrees = degrees_of(check, side, turn);
    let read: Vec<_> = degrees
        .iter()
        .map(|it| RangeReading { degrees: *it, pelvis_lifted: false, knee: None })
        .collect();
    let rules = CheckRules { spread: spread(&check.method, rules), ..*rules };
    let quality = quality(&read, &rules);
    Some(Measured { turn, side, degrees, quality })
}

fn readings_of(check: &Check, side: Side, turn: Turn) -> impl Iterator<Item = &Reading> {
    let ours = move |it: &&Reading| it.what == turn.reading() && it.side == Sides::from(side);
    check.readings.iter().filter(ours)
}

/// The degrees that count. Readings that lie too far apart are judged once more, so that it can be said
/// how far.
fn degrees_of(check: &Check, side: Side, turn: Turn) -> Vec<f64> {
    let used = |it: &&Reading| !it.rejected || it.why.as_deref() == Some(Gate::Spread.word());
    let used = readings_of(check, side, turn).filter(used).filter_map(|it| it.tenths);
    used.map(|it| f64::from(it) / 10.0).collect()
}

/// The most by which three readings may differ. On the scale of five pictures that is one picture:
/// finer it cannot tell.
pub fn spread(method: &[String], rules: &CheckRules) -> u32 {
    let is_scale = method.iter().any(|it| it == Method::Scale.word());
    if is_scale { rules.spread.max(SCALE_STEP) } else { rules.spread }
}

/// The pictures of the scale, in degrees.
pub const SCALE: [u32; 5] = [0, 15, 30, 45, 60];
/// From one picture to the next.
const SCALE_STEP: u32 = 15;

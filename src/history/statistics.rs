//! What helps to see whether training helps: stretch minutes, pain, range of motion.

use std::collections::BTreeMap;
use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate, Weekday};

use super::{Body, Journal, Morning, Record, RecordId, SessionRecord, week_of};
use crate::library::{Amount, Block, Id};
use crate::units::{Pain, Sides};

/// Minutes a week for each muscle on each side, from which on stretching changes how far a joint
/// moves (Thomas and others, 2018: at least five minutes a week).
pub const STRETCH_MINUTES: u64 = 5;

/// How long each muscle was stretched in a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StretchWeek {
    /// The first day of the week.
    pub start: NaiveDate,
    /// By the muscle's name in the library: left, right.
    pub muscles: BTreeMap<String, (Duration, Duration)>,
}

/// The weeks in which something was stretched, oldest first. A stretch of both hips at once counts
/// for both; so does a break. Only holds of mobility exercises are stretches.
pub fn stretch_weeks(journal: &Journal, first_day: Weekday) -> Vec<StretchWeek> {
    let mut weeks: BTreeMap<NaiveDate, BTreeMap<String, (Duration, Duration)>> = BTreeMap::new();
    for (record, session) in journal.sessions() {
        if session.is_real() {
            let week = weeks.entry(week_of(record.date, first_day)).or_default();
            add_stretches(session, week);
        }
    }
    weeks.retain(|_, muscles| !muscles.is_empty());
    weeks.into_iter().map(|(start, muscles)| StretchWeek { start, muscles }).collect()
}

fn add_stretches(session: &SessionRecord, week: &mut BTreeMap<String, (Duration, Duration)>) {
    for set in &session.sets {
        let Amount::Hold(time) = set.done else { continue };
        let of = |it: &&super::ExerciseRecord| {
            it.exercise == set.exercise && it.level == set.level && it.block == Block::Mobility
        };
        let Some(exercise) = session.exercises.iter().find(of).filter(|_| !time.is_zero()) else {
            continue;
        };
        for muscle in &exercise.muscles {
            let (left, right) = week.entry(muscle.clone()).or_default();
            if set.side != Sides::Right {
                *left += time;
            }
            if set.side != Sides::Left {
                *right += time;
            }
        }
    }
}

/// Pain around one session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PainCourse {
    /// The session.
    pub record: RecordId,
    /// Its day.
    pub date: NaiveDate,
    /// When it started.
    pub started: DateTime<FixedOffset>,
    /// Before it.
    pub before: Option<Pain>,
    /// The worst that was told during it.
    pub during: Option<Pain>,
    /// After it.
    pub after: Option<Pain>,
    /// What was said the next morning.
    pub morning: Option<Morning>,
}

/// The sessions and breaks of which any pain was told, oldest first.
pub fn pain_course(journal: &Journal) -> Vec<PainCourse> {
    let mut mornings: BTreeMap<RecordId, (&Record, &Morning)> = BTreeMap::new();
    for record in journal.records() {
        let Body::Morning(it) = record.body.told() else { continue };
        // Said twice: what was said last.
        let said = mornings.entry(it.of).or_insert((record, it));
        if (said.0.at, said.0.id) < (record.at, record.id) {
            *said = (record, it);
        }
    }
    let course = journal.sessions().into_iter().map(|(record, session)| PainCourse {
        record: record.id,
        date: record.date,
        started: session.started,
        before: session.pain.before,
        during: session.sets.iter().filter_map(|it| it.pain).max(),
        after: session.pain.after,
        morning: mornings.get(&record.id).map(|it| it.1.clone()),
    });
    course
        .filter(|it| it.before.or(it.during).or(it.after).is_some() || it.morning.is_some())
        .collect()
}

/// One measured value of one self-test on one side.
#[derive(Debug, Clone, PartialEq)]
pub struct RangeReading {
    /// The record.
    pub record: RecordId,
    /// Its day.
    pub date: NaiveDate,
    /// The self-test.
    pub check: Id,
    /// What was read: `ir`, `er`, …
    pub what: String,
    /// Whose.
    pub side: Sides,
    /// The mean of the readings that were not set aside, unrounded, in the value's own unit.
    pub mean: f64,
    /// How many those are, 1 or more.
    pub readings: usize,
}

/// Every measured value of every self-test, oldest first.
pub fn range_of_motion(journal: &Journal) -> Vec<RangeReading> {
    let mut records: Vec<_> = journal.records().collect();
    records.sort_by_key(|it| (it.date, it.at, it.id));
    records.into_iter().flat_map(readings).collect()
}

fn readings(record: &Record) -> Vec<RangeReading> {
    let Body::Check(check) = record.body.told() else { return Vec::new() };
    let mut values: BTreeMap<(&str, Sides), Vec<f64>> = BTreeMap::new();
    for it in check.readings.iter().filter(|it| !it.rejected) {
        let Some(tenths) = it.tenths else { continue };
        values.entry((&it.what, it.side)).or_default().push(f64::from(tenths) / 10.0);
    }
    let reading = |((what, side), values): ((&str, Sides), Vec<f64>)| RangeReading {
        record: record.id,
        date: record.date,
        check: check.of.clone(),
        what: what.to_owned(),
        side,
        mean: values.iter().sum::<f64>() / values.len() as f64,
        readings: values.len(),
    };
    values.into_iter().map(reading).collect()
}

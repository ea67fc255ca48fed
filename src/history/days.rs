//! What the calendar needs of the journal: which days count, and what was wanted of them.
//!
//! A local day counts 1 if a session of it, no break and nothing tried, finished at least half of
//! its planned work; never more than 1. Which day a session belongs to is what its record says: a
//! flight, a change to summer time or a clock that was set never moves it.

use std::collections::BTreeMap;
use std::time::Duration;

use chrono::{DateTime, Days as Count, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Body, Journal, PausedDays, Record, RecordId, SessionRecord};
use crate::library::{Id, RoutineKind};
use crate::units::millis;

/// Nothing is expected of this day's week and of no earlier one: a date before it comes from a clock
/// that was not set (1970, 1980, 2000 are what computers wake up with).
const FIRST_PLAUSIBLE: NaiveDate = match NaiveDate::from_ymd_opt(2020, 1, 1) {
    Some(it) => it,
    None => NaiveDate::MIN,
};

/// Days a week that are aimed at before the person has said how many.
pub const USUAL_TARGET: u8 = 3;

impl PausedDays {
    /// The most days that one pause lasts: four weeks.
    pub const LONGEST: u64 = 28;

    /// Whether nothing is expected on a day. Of a pause that was written longer than it may be, the
    /// first four weeks hold.
    pub fn holds(self, day: NaiveDate) -> bool {
        let last = self.from.checked_add_days(Count::new(Self::LONGEST - 1));
        self.from <= day && day <= self.to && last.is_none_or(|it| day <= it)
    }

    /// Whether it can be written: it ends no earlier than it begins, and lasts four weeks at most.
    pub fn is_valid(self) -> bool {
        self.from <= self.to && self.holds(self.to)
    }
}

/// One day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Day {
    /// Whether it counts for its week.
    pub counts: bool,
    /// Sessions that count, each; more than one still makes one day.
    pub counted: u32,
    /// Sessions of routines, counted or not.
    pub sessions: u32,
    /// Movement breaks, and exercises tried.
    pub breaks: u32,
    /// Self-tests.
    pub checks: u32,
    /// Time worked in sessions whose clock was real.
    pub active: Duration,
}

/// What one record means for the calendar: small enough to be kept for every record there is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Digest {
    /// The record.
    pub id: RecordId,
    /// The local day that it belongs to.
    pub date: NaiveDate,
    /// What it tells.
    pub tells: Tells,
}

/// What a record tells the calendar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tells {
    /// A session of a routine.
    Session {
        /// The routine.
        routine: Id,
        /// When it began.
        started: DateTime<FixedOffset>,
        /// Whether the routine is a session of its own, no warm-up and no cool-down.
        is_main: bool,
        /// Whether its day counts by it.
        counts: bool,
        /// Time worked; zero when its clock was not real.
        #[serde(with = "millis")]
        active: Duration,
    },
    /// A movement break, or an exercise tried.
    Break,
    /// A self-test.
    Check,
    /// How many days a week.
    Target {
        /// The first day on which it holds.
        from: NaiveDate,
        /// When it was said: of two for the same day the later one holds.
        at: DateTime<FixedOffset>,
        /// Days a week.
        value: u8,
    },
    /// Days on which nothing is expected.
    Pause(PausedDays),
    /// Nothing.
    Nothing,
}

impl Digest {
    /// What a record means for the calendar.
    pub fn of(record: &Record) -> Self {
        let tells = match record.body.told() {
            Body::Session(it) if it.purpose.counts() => Tells::Session {
                routine: it.routine.clone(),
                started: it.started,
                is_main: it.purpose == RoutineKind::Session,
                counts: it.counts(),
                active: if it.is_real() { it.active } else { Duration::ZERO },
            },
            Body::Session(_) | Body::Break(_) => Tells::Break,
            Body::Check(_) => Tells::Check,
            Body::Target(it) => Tells::Target { from: it.from, at: record.at, value: it.value },
            Body::Pause(it) => Tells::Pause(*it),
            Body::Amend(_)
            | Body::Delete
            | Body::Undelete
            | Body::Morning(_)
            | Body::Decision(_)
            | Body::Health(_)
            | Body::Things(_)
            | Body::Plan(_)
            | Body::Unknown(_) => Tells::Nothing,
        };
        Self { id: record.id, date: record.date, tells }
    }
}

impl SessionRecord {
    /// Whether its day counts by it: no break, half done, and at the speed of life.
    pub fn counts(&self) -> bool {
        self.purpose.counts() && self.is_half_done() && self.is_real()
    }
}

/// A target with what decides between two of the same day: when it was said, then by which record.
type Said = (NaiveDate, DateTime<FixedOffset>, RecordId, u8);

/// Every day on which something was done, the targets and the pauses.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Days {
    dated: BTreeMap<NaiveDate, Day>,
    targets: Vec<Said>,
    pauses: Vec<(PausedDays, RecordId)>,
    last: Option<(DateTime<FixedOffset>, RecordId, Id)>,
    records: usize,
}

impl Days {
    /// What a journal says.
    pub fn of(journal: &Journal) -> Self {
        Self::from_digests(journal.records().map(Digest::of))
    }

    /// What the digests of records say, each record once, in any order.
    pub fn from_digests(digests: impl IntoIterator<Item = Digest>) -> Self {
        let mut days = Self::default();
        for digest in digests {
            days.take(digest);
        }
        days.targets.sort_unstable();
        days.pauses.sort_unstable_by_key(|it| (it.0.from, it.0.to, it.1));
        days
    }

    fn take(&mut self, digest: Digest) {
        match digest.tells {
            Tells::Session { routine, started, is_main, counts, active } => {
                let day = self.dated.entry(digest.date).or_default();
                day.sessions += 1;
                day.counted += u32::from(counts);
                day.counts |= counts;
                day.active += active;
                self.records += 1;
                let last = (started, digest.id, routine);
                if is_main && self.last.as_ref().is_none_or(|it| *it < last) {
                    self.last = Some(last);
                }
            }
            Tells::Break => {
                self.dated.entry(digest.date).or_default().breaks += 1;
                self.records += 1;
            }
            Tells::Check => self.dated.entry(digest.date).or_default().checks += 1,
            Tells::Target { from, at, value } => self.targets.push((from, at, digest.id, value)),
            Tells::Pause(it) => self.pauses.push((it, digest.id)),
            Tells::Nothing => {}
        }
    }

    /// One day.
    pub fn get(&self, date: NaiveDate) -> Day {
        self.dated.get(&date).copied().unwrap_or_default()
    }

    /// The days on which something was done, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (NaiveDate, Day)> + '_ {
        self.dated.iter().map(|it| (*it.0, *it.1))
    }

    /// The first day that counts and that a clock can have meant.
    pub fn first_counted(&self) -> Option<NaiveDate> {
        let mut days = self.dated.range(FIRST_PLAUSIBLE..);
        days.find(|it| it.1.counts).map(|it| *it.0)
    }

    /// Days that no calendar counts: before there were any to count, or more than one day ahead of
    /// `today`, which no flight explains.
    pub fn misdated(&self, today: NaiveDate) -> impl Iterator<Item = NaiveDate> + '_ {
        let last = latest(today);
        self.dated.keys().copied().filter(move |it| *it < FIRST_PLAUSIBLE || last < *it)
    }

    /// The days a week that hold on a day, 1-7.
    pub fn target_on(&self, day: NaiveDate) -> u8 {
        let until = self.targets.partition_point(|it| it.0 <= day);
        let said = until.checked_sub(1).and_then(|it| self.targets.get(it));
        said.map_or(USUAL_TARGET, |it| it.3.clamp(1, 7))
    }

    /// Whether anybody has said how many days a week they aim at.
    pub const fn has_target(&self) -> bool {
        !self.targets.is_empty()
    }

    /// The pauses, in the order in which they begin, each with its record.
    pub fn pauses(&self) -> impl DoubleEndedIterator<Item = (PausedDays, RecordId)> + '_ {
        self.pauses.iter().copied()
    }

    /// The routine of the last session that was one of its own.
    pub fn last_routine(&self) -> Option<&Id> {
        self.last.as_ref().map(|it| &it.2)
    }

    /// Sessions that count.
    pub fn counted(&self) -> usize {
        self.dated.values().map(|it| it.counted as usize).sum()
    }

    /// Sessions and breaks, counted or not.
    pub const fn records(&self) -> usize {
        self.records
    }

    /// Time worked in all sessions.
    pub fn active(&self) -> Duration {
        self.dated.values().map(|it| it.active).sum()
    }
}

/// The last day that can have been meant by a clock that shows `today`: a person who has flown west
/// has trained tomorrow.
pub(super) fn latest(today: NaiveDate) -> NaiveDate {
    today.succ_opt().unwrap_or(today)
}

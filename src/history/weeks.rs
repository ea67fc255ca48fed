//! Weeks against the target, and how many are on track.
//!
//! A week is met at or above the target in force on its first day. A week with four or more paused
//! days asks for nothing. Two credits, refilled every four weeks from the first week of use, cover
//! the weeks that miss their target, by themselves. What was reached is never taken back: a week
//! that met its target is met, paused or not, and no credit or pause lowers the count.

use std::time::Duration;

use chrono::{Datelike as _, Days as Count, NaiveDate, Weekday};

use super::days::latest;
use super::{Days, PausedDays};

/// Credits after each refill.
pub const CREDITS: u8 = 2;
/// Weeks from refill to refill.
const REFILL: i64 = 4;
/// So many paused days make a week ask for nothing.
const PAUSED_WEEK: u8 = 4;

/// How a calendar is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekRules<'a> {
    /// The first day of a week.
    pub first_day: Weekday,
    /// The local day now.
    pub today: NaiveDate,
    /// Days on which the programme was on hold, which pauses by itself, however long.
    pub held: &'a [PausedDays],
}

/// What became of a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Its target was reached.
    Met,
    /// It was not, and a credit covers it.
    Credited,
    /// It was paused.
    Skipped,
    /// It was not reached, and nothing covers it.
    Missed,
    /// It is not over, and its target not reached yet.
    Open,
}

/// One week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Week {
    /// Its first day.
    pub start: NaiveDate,
    /// Days that count, 0-7.
    pub sessions: u8,
    /// How many were aimed at, 1-7.
    pub target: u8,
    /// Paused days, 0-7.
    pub paused: u8,
    /// Time worked in its sessions.
    pub active: Duration,
    /// What became of it.
    pub outcome: Outcome,
}

impl Week {
    /// Its days, first to last.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> {
        self.start.iter_days().take(7)
    }

    /// Days that are still to come to reach the target.
    pub const fn open(&self) -> u8 {
        self.target.saturating_sub(self.sessions)
    }
}

/// The weeks from the first of use up to this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weeks {
    /// Oldest first; the last is the current one. Never empty.
    pub all: Vec<Week>,
    /// Met weeks since the last one that was missed and not covered.
    pub on_track: u32,
    /// Credits that are left for the four weeks that run.
    pub credits: u8,
}

impl Weeks {
    /// Lays the days out in weeks.
    pub fn new(days: &Days, rules: &WeekRules<'_>) -> Self {
        let this = week_of(rules.today, rules.first_day);
        let first = days.first_counted().map(|it| week_of(it, rules.first_day));
        let first = first.filter(|it| *it <= this).unwrap_or(this);
        let mut weeks = Self { all: Vec::new(), on_track: 0, credits: CREDITS };
        let mut starts = first.iter_weeks().take_while(|it| *it <= this).peekable();
        while let Some(start) = starts.next() {
            let is_over = starts.peek().is_some();
            weeks.add(measure(days, rules, start), (start - first).num_weeks(), is_over);
        }
        weeks
    }

    fn add(&mut self, week: Week, number: i64, is_over: bool) {
        if number % REFILL == 0 {
            self.credits = CREDITS;
        }
        let outcome = if week.open() == 0 {
            self.on_track += 1;
            Outcome::Met
        } else if week.paused >= PAUSED_WEEK {
            Outcome::Skipped
        } else if !is_over {
            Outcome::Open
        } else if self.credits > 0 {
            self.credits -= 1;
            Outcome::Credited
        } else {
            self.on_track = 0;
            Outcome::Missed
        };
        self.all.push(Week { outcome, ..week });
    }

    /// The week that runs.
    pub fn current(&self) -> Option<&Week> {
        self.all.last()
    }

    /// How many of the last so many weeks that are over were met, and how many weeks those are: fewer
    /// than asked for at the beginning. Paused weeks are passed over.
    pub fn met_of_last(&self, most: usize) -> (usize, usize) {
        let over = self.all.split_last().map_or(&[][..], |it| it.1).iter().rev();
        let of: Vec<_> = over.filter(|it| it.outcome != Outcome::Skipped).take(most).collect();
        (of.iter().filter(|it| it.outcome == Outcome::Met).count(), of.len())
    }
}

fn measure(days: &Days, rules: &WeekRules<'_>, start: NaiveDate) -> Week {
    let until = latest(rules.today);
    let (mut sessions, mut paused, mut active) = (0, 0, Duration::ZERO);
    for date in start.iter_days().take(7) {
        let day = days.get(date);
        if date <= until {
            sessions += u8::from(day.counts);
            active += day.active;
        }
        let is_held = rules.held.iter().any(|it| it.from <= date && date <= it.to);
        let is_paused = is_held || days.pauses().any(|it| it.0.holds(date));
        paused += u8::from(is_paused);
    }
    let target = days.target_on(start);
    Week { start, sessions, target, paused, active, outcome: Outcome::Open }
}

/// The first day of the week in which a day lies.
pub fn week_of(day: NaiveDate, first_day: Weekday) -> NaiveDate {
    let since = day.weekday().days_since(first_day);
    day.checked_sub_days(Count::new(u64::from(since))).unwrap_or(day)
}

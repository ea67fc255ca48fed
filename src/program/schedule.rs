//! When a person wants to be reminded to get up: how often, in which hours, on which days.

use std::fmt;
use std::time::Duration;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

/// When a person wants to be reminded to get up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schedule {
    /// Whether at all.
    pub on: bool,
    /// After so much sitting.
    pub every: Every,
    /// The time of day at which work begins.
    pub from: DayTime,
    /// The time of day at which it ends: an earlier one is that of the next day, the same one means
    /// around the clock.
    pub to: DayTime,
    /// The days on which it begins.
    pub days: WorkDays,
    /// How much later a reminder comes again that was asked to.
    pub snooze: Snooze,
}

impl Default for Schedule {
    fn default() -> Self {
        Self {
            on: false,
            every: Every(45),
            from: DayTime(9 * 60),
            to: DayTime(17 * 60),
            days: WorkDays::WEEK,
            snooze: Snooze(10),
        }
    }
}

/// One value of the schedule, and what it is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScheduleChange {
    /// Whether at all.
    On(bool),
    /// After so much sitting.
    Every(Every),
    /// Work begins.
    From(DayTime),
    /// Work ends.
    To(DayTime),
    /// The days.
    Days(WorkDays),
    /// How much later.
    Snooze(Snooze),
}

impl Schedule {
    /// The same with one value changed.
    pub const fn set(&mut self, change: ScheduleChange) {
        match change {
            ScheduleChange::On(it) => self.on = it,
            ScheduleChange::Every(it) => self.every = it,
            ScheduleChange::From(it) => self.from = it,
            ScheduleChange::To(it) => self.to = it,
            ScheduleChange::Days(it) => self.days = it,
            ScheduleChange::Snooze(it) => self.snooze = it,
        }
    }

    /// The working hours in which a local moment lies.
    pub fn shift(self, now: NaiveDateTime) -> Option<Shift> {
        let of = |date| self.shift_of(date).filter(|it| it.begins <= now && now < it.ends);
        // Those of the night that began yesterday come first.
        now.date().pred_opt().and_then(of).or_else(|| of(now.date()))
    }

    /// The working hours that begin after a local moment; nothing when no day has any.
    pub fn next_shift(self, now: NaiveDateTime) -> Option<Shift> {
        let ahead =
            (0..=7).filter_map(|it| self.shift_of(now.date().checked_add_days(Days::new(it))?));
        ahead.into_iter().find(|it| now < it.begins)
    }

    /// The working hours that begin on a day.
    fn shift_of(self, date: NaiveDate) -> Option<Shift> {
        if !self.days.has(chrono::Datelike::weekday(&date)) {
            return None;
        }
        let next = date.succ_opt()?;
        let last = if self.from < self.to { date } else { next };
        let at = |date: NaiveDate, it: DayTime| date.and_time(it.time());
        Some(Shift { date, begins: at(date, self.from), ends: at(last, self.to) })
    }
}

/// The working hours of one day, by the local clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift {
    /// The day on which they begin.
    pub date: NaiveDate,
    /// When they begin.
    pub begins: NaiveDateTime,
    /// When they are over.
    pub ends: NaiveDateTime,
}

/// After how much sitting, in whole minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Every(u8);

impl Every {
    /// The least that can be set.
    pub const MIN: u8 = 20;
    /// The most that can be set.
    pub const MAX: u8 = 180;
    /// What is offered.
    pub const OFFERED: [Self; 4] = [Self(30), Self(45), Self(60), Self(90)];

    /// So many minutes; nothing outside of what can be set.
    pub const fn new(minutes: u8) -> Option<Self> {
        if Self::MIN <= minutes && minutes <= Self::MAX { Some(Self(minutes)) } else { None }
    }

    /// In minutes.
    pub const fn minutes(self) -> u8 {
        self.0
    }

    /// How long that is.
    pub const fn length(self) -> Duration {
        Duration::from_secs(self.0 as u64 * 60)
    }
}

/// How much later a reminder comes again, in whole minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Snooze(u8);

impl Snooze {
    /// The least that can be set.
    pub const MIN: u8 = 5;
    /// The most that can be set.
    pub const MAX: u8 = 30;

    /// So many minutes; nothing outside of what can be set.
    pub const fn new(minutes: u8) -> Option<Self> {
        if Self::MIN <= minutes && minutes <= Self::MAX { Some(Self(minutes)) } else { None }
    }

    /// In minutes.
    pub const fn minutes(self) -> u8 {
        self.0
    }

    /// How long that is.
    pub const fn length(self) -> Duration {
        Duration::from_secs(self.0 as u64 * 60)
    }
}

/// A time of day in whole minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DayTime(u16);

impl DayTime {
    /// Minutes of a day.
    const DAY: u16 = 24 * 60;
    /// The last minute of a day.
    pub const LAST: u16 = Self::DAY - 1;

    /// So many minutes after midnight; nothing past the last of the day.
    pub const fn new(minutes: u16) -> Option<Self> {
        if minutes < Self::DAY { Some(Self(minutes)) } else { None }
    }

    /// Minutes after midnight.
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// Hours after midnight, with their part of an hour.
    pub fn hours(self) -> f64 {
        f64::from(self.0) / 60.0
    }

    /// The time of day at so many hours after midnight; the end of the day is its beginning.
    pub fn from_hours(hours: f64) -> Option<Self> {
        if !(0.0..=24.0).contains(&hours) {
            return None;
        }
        let minutes = (hours * 60.0).round() as u16;
        Self::new(minutes % Self::DAY)
    }

    fn time(self) -> NaiveTime {
        let secs = u32::from(self.0) * 60;
        NaiveTime::from_num_seconds_from_midnight_opt(secs, 0).unwrap_or_default()
    }
}

impl fmt::Display for DayTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// Days of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WorkDays(u8);

impl WorkDays {
    /// Monday to Friday.
    pub const WEEK: Self = Self(0b001_1111);

    /// Every day, Monday first.
    pub const ALL: [Weekday; 7] = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
        Weekday::Sat,
        Weekday::Sun,
    ];

    /// Whether a day is one of them.
    pub const fn has(self, day: Weekday) -> bool {
        self.0 & Self::bit(day) != 0
    }

    /// The same, with a day or without it.
    #[must_use]
    pub const fn with(self, day: Weekday, has: bool) -> Self {
        let bit = Self::bit(day);
        Self(if has { self.0 | bit } else { self.0 & !bit })
    }

    /// Those that are in it, Monday first.
    pub fn days(self) -> impl Iterator<Item = Weekday> {
        Self::ALL.into_iter().filter(move |it| self.has(*it))
    }

    const fn bit(day: Weekday) -> u8 {
        1 << day.num_days_from_monday()
    }
}

impl FromIterator<Weekday> for WorkDays {
    fn from_iter<T: IntoIterator<Item = Weekday>>(days: T) -> Self {
        days.into_iter().fold(Self::default(), |all, it| all.with(it, true))
    }
}

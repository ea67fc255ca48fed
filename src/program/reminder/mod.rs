//! When the next reminder to get up is due, and what it offers.
//!
//! Sitting is counted by the clock that runs on through sleep, so that setting the wall clock neither
//! brings a reminder nor keeps one back; hours and days are those of the wall. What was missed is not
//! made up for: there is one reminder at a time, and the next is counted from it.
//!
//! **Invariants:** none outside the hours and days of the schedule; none sooner after the last than
//! the interval, or the shorter wait that was asked for; none before the next working day after
//! "not today".

mod note;
mod offer;

use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta};

pub use note::{Note, Noted};
pub use offer::{Choice, HandOver, Offer, offer};

use super::schedule::Schedule;
use crate::units::Tick;

/// Whoever closes the lid for so long was on their feet, or may have been.
const AWAY: Duration = Duration::from_mins(5);

/// When it is to be asked again what is due, at the latest: a computer that slept does not wake what
/// waits at the moment it waits for.
const LOOK: Duration = Duration::from_mins(5);

/// Since when a person may have been sitting, and what they have answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminding {
    /// Sitting is counted from here, on the clock that runs on through sleep.
    since: Duration,
    /// "Again in a moment": the same clock.
    again: Option<Duration>,
    /// The working day on which nothing more is to come.
    quiet: Option<NaiveDate>,
    /// The last look at the clocks.
    last: Tick,
}

/// What is to be done about the next reminder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Reminders are switched off.
    Off,
    /// Now, if nothing is in front that it would disturb.
    Now,
    /// Not yet: ask again after so long, or sooner if something changes.
    Later(Duration),
}

impl Reminding {
    /// Begins to wait now.
    pub const fn start(now: &Tick) -> Self {
        Self { since: now.boot, again: None, quiet: None, last: *now }
    }

    /// The time passes. A computer that slept for a while begins anew.
    pub fn pass(&mut self, now: &Tick) {
        let awake = now.mono.saturating_sub(self.last.mono);
        let asleep = now.boot.saturating_sub(self.last.boot).saturating_sub(awake);
        if asleep >= AWAY {
            (self.since, self.again) = (now.boot, None);
        }
        self.last = *now;
    }

    /// Something was noted, now or by an earlier run.
    pub fn take(&mut self, note: &Note, schedule: Schedule, now: &Tick) {
        let at = on_boot_clock(note.at, now);
        match note.what {
            Noted::Snoozed => self.again = Some(at.saturating_add(schedule.snooze.length())),
            Noted::NotToday => {
                let local = note.at.naive_local();
                let shift = schedule.shift(local).map_or_else(|| local.date(), |it| it.date);
                self.quiet = Some(shift);
                self.again = None;
            }
            Noted::Shown { .. } | Noted::Stood { .. } | Noted::Started { .. } | Noted::Skipped => {
                self.again = None;
            }
        }
        self.since = self.since.max(at);
    }

    /// The person was on their feet at this moment: a session or a break ended.
    pub fn stood(&mut self, at: DateTime<FixedOffset>, now: &Tick) {
        let at = on_boot_clock(at, now);
        if self.since < at {
            (self.since, self.again) = (at, None);
        }
    }

    /// What is due.
    pub fn due(&self, schedule: Schedule, now: &Tick) -> Due {
        if !schedule.on {
            return Due::Off;
        }
        let local = now.wall.naive_local();
        let Some(shift) = schedule.shift(local) else {
            let begins = schedule.next_shift(local).map(|it| until(local, it.begins));
            return later(begins.unwrap_or(LOOK));
        };
        if self.quiet == Some(shift.date) {
            return later(until(local, shift.ends));
        }
        let worked = until(shift.begins, local);
        let left = self.at(schedule, now.boot.saturating_sub(worked)).saturating_sub(now.boot);
        if left.is_zero() { Due::Now } else { later(left) }
    }

    /// The local time of the next reminder, as far as it can be told now; nothing when there is none.
    pub fn next(&self, schedule: Schedule, now: &Tick) -> Option<NaiveDateTime> {
        let local = now.wall.naive_local();
        let mut from = local;
        if !schedule.on {
            return None;
        }
        if let Some(shift) = schedule.shift(local) {
            let worked = until(shift.begins, local);
            let at = self.at(schedule, now.boot.saturating_sub(worked));
            let left = TimeDelta::from_std(at.saturating_sub(now.boot)).ok()?;
            let next = local.checked_add_signed(left)?;
            if self.quiet != Some(shift.date) && next < shift.ends {
                return Some(next);
            }
            from = shift.ends.pred_second();
        }
        let mut shift = schedule.next_shift(from)?;
        if self.quiet == Some(shift.date) {
            shift = schedule.next_shift(shift.begins)?;
        }
        shift.begins.checked_add_signed(TimeDelta::from_std(schedule.every.length()).ok()?)
    }

    /// The moment of the next reminder on the boot clock, in hours that began at another.
    fn at(&self, schedule: Schedule, begun: Duration) -> Duration {
        let regular = self.since.max(begun).saturating_add(schedule.every.length());
        // One that was put off in the hours before is gone with them.
        self.again.filter(|it| begun <= *it).map_or(regular, |it| it)
    }
}

/// The moment before a moment.
trait PredSecond {
    fn pred_second(self) -> Self;
}

impl PredSecond for NaiveDateTime {
    fn pred_second(self) -> Self {
        self.checked_sub_signed(TimeDelta::seconds(1)).unwrap_or(self)
    }
}

/// A moment of the wall clock on the one that runs on through sleep. One that lies ahead, because the
/// clock was set back since, counts as now.
fn on_boot_clock(at: DateTime<FixedOffset>, now: &Tick) -> Duration {
    let age = (now.wall - at).to_std().unwrap_or(Duration::ZERO);
    now.boot.saturating_sub(age)
}

/// From one local moment to a later one.
fn until(from: NaiveDateTime, to: NaiveDateTime) -> Duration {
    (to - from).to_std().unwrap_or(Duration::ZERO)
}

fn later(span: Duration) -> Due {
    /// Not again and again for the last blink before a moment.
    const SHORTEST: Duration = Duration::from_millis(500);
    Due::Later(span.clamp(SHORTEST, LOOK))
}

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;

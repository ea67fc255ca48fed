//! What screens say: dates and times of day, doses, and what a place in a session is called.

use std::time::Duration;

use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate, Timelike as _};

use super::{ProgressSentence, Sentence, Text};
use crate::history::{Outcome, Week};
use crate::library::{Amount, Equipment, LevelSides};
use crate::session::{Entry, Plan, Step, StepKind};

impl Text {
    /// A week so far, and what it adds to: "2 of 3 days this week, 4 weeks on track".
    pub fn week(&self, week: &Week, on_track: u32) -> String {
        let (count, target) = (u32::from(week.sessions), u32::from(week.target));
        let so_far = if week.outcome == Outcome::Skipped {
            self.progress(ProgressSentence::WeekPaused)
        } else {
            self.say(Sentence::UiWeek { count, target })
        };
        let row = (on_track > 0)
            .then(|| self.progress(ProgressSentence::WeeksOnTrack { count: on_track }));
        self.list([Some(so_far), row].into_iter().flatten())
    }

    /// A day of this year: "Sunday, 22 November".
    pub fn date(&self, date: NaiveDate) -> String {
        let weekday = self.say(Sentence::UiWeekday { day: date.weekday().number_from_monday() });
        let month = self.say(Sentence::UiMonth { month: date.month() });
        self.say(Sentence::UiDate { weekday: &weekday, day: date.day(), month: &month })
    }

    /// A day of any year: "Sunday, 22 November 2026".
    pub fn full_date(&self, date: NaiveDate) -> String {
        let (short, year) = (self.date(date), date.year().to_string());
        self.say(Sentence::UiDateYear { date: &short, year: &year })
    }

    /// A time of day: "18:05".
    pub fn clock(&self, at: DateTime<FixedOffset>) -> String {
        let (hour, minute) = (format!("{:02}", at.hour()), format!("{:02}", at.minute()));
        self.say(Sentence::UiClock { hour: &hour, minute: &minute })
    }

    /// The time of day that lies so far ahead.
    pub fn clock_in(&self, now: DateTime<FixedOffset>, ahead: Duration) -> String {
        let ahead = chrono::Duration::from_std(ahead).unwrap_or_default();
        self.clock(now.checked_add_signed(ahead).unwrap_or(now))
    }

    /// What a plan asks of one of its exercises: "2 × 12 reps, each side".
    pub fn dose(&self, plan: &Plan, entry: usize) -> String {
        let Some(it) = plan.entries.get(entry) else { return String::new() };
        let mut work = plan.steps.iter().filter(|it| it.entry == entry);
        let Some((step, work)) = work.find_map(|it| Some((it, it.work?))) else {
            return String::new();
        };
        let (sets, amount) = (step.sets, self.amount(work.amount));
        let amount = amount.as_str();
        match it.sides {
            LevelSides::Both => self.say(Sentence::UiDose { sets, amount }),
            LevelSides::Each | LevelSides::EachWay => {
                self.say(Sentence::UiDoseEachSide { sets, amount })
            }
        }
    }

    /// Sets of an amount: "2 × 12 reps".
    pub fn sets_of(&self, sets: u32, each: Amount) -> String {
        self.say(Sentence::UiDose { sets, amount: &self.amount(each) })
    }

    /// Sets of an amount, on each side or on both at once: "2 × 12 reps, each side".
    pub fn sets_of_side(&self, sets: u32, each: Amount, each_side: bool) -> String {
        let amount = self.amount(each);
        let amount = amount.as_str();
        self.say(if each_side {
            Sentence::UiDoseEachSide { sets, amount }
        } else {
            Sentence::UiDose { sets, amount }
        })
    }

    /// What a plan needs at hand: "a mat, a light band"; nothing at all is said as such.
    pub fn fetch(&self, plan: &Plan) -> String {
        let mut things: Vec<_> = plan.entries.iter().flat_map(|it| it.equipment.clone()).collect();
        // A path is no thing to fetch; it is part of the floor.
        things.retain(|it| *it != Equipment::Path);
        things.sort_unstable();
        things.dedup();
        if things.is_empty() {
            return self.say(Sentence::UiTodayFetchNothing);
        }
        self.list(things.into_iter().map(|it| self.equipment(it)))
    }

    /// The floor that a plan needs: "room to lie down and stretch out".
    pub fn floor(&self, plan: &Plan) -> String {
        let lies = plan.entries.iter().any(|it| it.position.on_floor());
        let walks = plan.entries.iter().any(|it| it.equipment.contains(&Equipment::Path));
        self.say(match (lies, walks) {
            (true, true) => Sentence::UiTodayFloorLieWalk,
            (true, false) => Sentence::UiTodayFloorLie,
            (false, true) => Sentence::UiTodayFloorWalk,
            (false, false) => Sentence::UiTodayFloorStand,
        })
    }

    /// What a step of the timeline is: "Clamshell, left leg: work".
    pub fn segment(&self, step: &Step, entry: &Entry) -> String {
        let kind = match (step.kind, step.work) {
            (StepKind::Work, Some(work)) => self.amount(work.amount),
            (kind, _) => self.step_kind(kind),
        };
        let (kind, name) = (kind.as_str(), entry.name.short.as_str());
        if step.side.one().is_none() {
            return self.say(Sentence::UiSessionSegment { kind, name });
        }
        let side = self.side(step.side);
        self.say(Sentence::UiSessionSegmentSide { kind, name, side: &side })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_named_in_full() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let text = Text::english();
        assert_eq!(text.date(date), "Sunday, 22 November");
        assert_eq!(text.full_date(date), "Sunday, 22 November 2026");
    }

    #[test]
    fn a_time_of_day_has_two_digits_each_and_crosses_midnight() {
        let text = Text::english();
        let late = DateTime::parse_from_rfc3339("2026-11-22T23:58:40+01:00").unwrap();
        assert_eq!(text.clock(late), "23:58");
        assert_eq!(text.clock_in(late, Duration::from_secs(10 * 60)), "00:08");
    }
}

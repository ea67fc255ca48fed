//! Calendars as they are drawn, for the tests of everything that reads one.
//!
//! In: a row for each week, Monday or Sunday first, oldest first. `#` a day that counts, `.` a day
//! without, `-` a day without that is paused, `=` a paused day that counts, `b` a break, `h` less
//! than half of a session, `f` one at another speed; `@` after a day is today (else the last one drawn
//! is).
//! Out: the same weeks, each with what became of it.

use std::fmt::Write as _;

use chrono::{DateTime, FixedOffset, NaiveDate, Weekday};

use super::sample::{device, id, now, plan};
use super::{Days, Draft, Journal, Outcome, Record, SessionRecord, Speed, WeekRules, Weeks};
use crate::library::RoutineKind;

pub(super) const MINUTES: std::time::Duration = std::time::Duration::from_secs(20 * 60);

pub(super) fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub(super) fn moment(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).expect("a moment")
}

/// A journal that counts its records, so that each gets an id of its own.
#[derive(Default)]
pub(super) struct Drawn {
    pub(super) journal: Journal,
    count: u128,
}

impl Drawn {
    pub(super) fn keep(&mut self, draft: Draft) -> Record {
        self.count += 1;
        let record = draft.record(id(self.count), device(), &now());
        self.journal.add(record.clone());
        record
    }

    pub(super) fn session(&mut self, day: NaiveDate) -> Record {
        self.keep(Draft::by_hand(session(day)))
    }

    pub(super) fn weeks(&self, today: NaiveDate) -> Weeks {
        weeks(&self.journal, today)
    }
}

pub(super) fn session(day: NaiveDate) -> SessionRecord {
    let noon = day.and_hms_opt(12, 0, 0).expect("noon").and_utc().fixed_offset();
    SessionRecord::by_hand(&plan(), noon, MINUTES)
}

pub(super) fn weeks(journal: &Journal, today: NaiveDate) -> Weeks {
    let rules = WeekRules { first_day: Weekday::Mon, today, held: &[] };
    Weeks::new(&Days::of(journal), &rules)
}

/// Puts a drawing into a journal; answers with today.
pub(super) fn draw(drawn: &mut Drawn, start: NaiveDate, drawing: &str) -> NaiveDate {
    let mut day = start;
    let mut today = None;
    for mark in drawing.chars().filter(|it| !it.is_whitespace()) {
        if mark == '@' {
            today = day.pred_opt();
            continue;
        }
        let mut session = session(day);
        match mark {
            'b' => session.purpose = RoutineKind::Break,
            'h' => session.sets.iter_mut().for_each(|it| it.skipped = true),
            'f' => session.speed = Speed::new(50.0).expect("a speed"),
            _ => {}
        }
        if matches!(mark, '#' | '=' | 'b' | 'h' | 'f') {
            drawn.keep(Draft::by_hand(session));
        }
        if matches!(mark, '-' | '=') {
            drawn.keep(Draft::pause(day, day).expect("a pause"));
        }
        day = day.succ_opt().expect("a day");
    }
    today.or(day.pred_opt()).expect("a day")
}

pub(super) fn told(weeks: &Weeks) -> String {
    let mut told = String::new();
    for week in &weeks.all {
        let outcome = match week.outcome {
            Outcome::Met => "met",
            Outcome::Credited => "credited",
            Outcome::Skipped => "skipped",
            Outcome::Missed => "missed",
            Outcome::Open => "open",
        };
        writeln!(told, "{} {}/{} {outcome}", week.start, week.sessions, week.target).expect("text");
    }
    writeln!(told, "{} on track, {} credits", weeks.on_track, weeks.credits).expect("text");
    told
}

//! The sessions that are still to be done this week, and as an iCalendar file (RFC 5545).

use std::collections::BTreeMap;
use std::time::Duration;

use chrono::{DurationRound as _, NaiveDate, NaiveDateTime, NaiveTime};
use icalendar::{Calendar, Component as _, Event, EventLike as _};

use super::{Days, Journal, Week};
use crate::library::{Id, RoutineKind};

/// A routine counts as being in turn when it was done in so many days.
const RECENT_DAYS: i64 = 14;

/// When a session is planned before there was any: six in the evening.
const USUAL_TIME: NaiveTime = match NaiveTime::from_hms_opt(18, 0, 0) {
    Some(it) => it,
    None => NaiveTime::MIN,
};

/// A session that is planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// When it begins, wherever the person then is.
    pub start: NaiveDateTime,
    /// How long it takes.
    pub length: Duration,
    /// The routine.
    pub routine: Id,
    /// What it is called.
    pub name: String,
}

/// The days of a week, from today on, on which the sessions that are missing to the target would
/// lie: spread evenly, on no day that counts already or is paused.
pub fn open_days(week: &Week, days: &Days, today: NaiveDate) -> Vec<NaiveDate> {
    let is_free = |day: &NaiveDate| {
        *day >= today && !days.get(*day).counts && !days.pauses().any(|it| it.0.holds(*day))
    };
    let free: Vec<_> = week.days().filter(is_free).collect();
    let wanted = usize::from(week.open()).min(free.len());
    (0..wanted).filter_map(|it| free.get(it * free.len() / wanted).copied()).collect()
}

/// The routines of the last two weeks, in the order in which it is their turn: what was done longest
/// ago comes first.
pub fn in_turn(journal: &Journal, today: NaiveDate) -> Vec<Id> {
    let mut last = BTreeMap::new();
    for (record, session) in journal.sessions() {
        let age = (today - record.date).num_days();
        if session.purpose == RoutineKind::Session && (0..=RECENT_DAYS).contains(&age) {
            last.insert(session.routine.clone(), session.started);
        }
    }
    let mut all: Vec<_> = last.into_iter().collect();
    all.sort_by_key(|it| it.1);
    all.into_iter().map(|it| it.0).collect()
}

/// The time of day at which the last session began, to five minutes.
pub fn usual_time(journal: &Journal) -> NaiveTime {
    let sessions = journal.sessions();
    let last = sessions.iter().rev().find(|it| it.1.purpose == RoutineKind::Session);
    let started = last.map(|it| it.1.started.naive_local());
    let rounded = started.and_then(|it| it.duration_trunc(chrono::Duration::minutes(5)).ok());
    rounded.map_or(USUAL_TIME, |it| it.time())
}

/// The file. The same plan gives the same bytes, and an event has the same name whenever it is written,
/// so that reading it again replaces and does not double.
pub fn icalendar(planned: &[Planned]) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", "-//Evenhold//Evenhold//EN"));
    for it in planned {
        let day = it.start.date();
        let mut event = Event::with_uid(&format!("{day}-{}@evenhold", it.routine));
        let length = chrono::Duration::from_std(it.length).unwrap_or_default();
        event
            .summary(&it.name)
            .timestamp(day.and_time(NaiveTime::MIN).and_utc())
            .starts(it.start)
            .ends(it.start.checked_add_signed(length).unwrap_or(it.start));
        calendar.push(event.done());
    }
    calendar.done().to_string()
}

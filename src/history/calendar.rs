//! The sessions that are still to be done this week, and as an iCalendar file (RFC 5545).

use std::time::Duration;

use chrono::{DurationRound as _, NaiveDateTime, NaiveTime};
use icalendar::{Calendar, Component as _, Event, EventLike as _};

use super::Journal;
use crate::library::{Id, RoutineKind};

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

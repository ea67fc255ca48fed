//! What the journal says, read out once for the screen and not again for every frame.

use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate, Weekday};

use crate::history::{
    Days, Journal, PainAround, PainCourse, PausedDays, RangeReading, Record, RecordId,
    SessionRecord, StretchWeek, Trend, WeekRules, Weeks, pain_course, range_of_motion,
    stretch_weeks, trends,
};
use crate::program::{Done, Function, Health, Turn, checks_done, is_like, ratings};
use crate::text::Text;

/// What the journal says.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// The local day now.
    pub today: NaiveDate,
    /// The first day of a week.
    pub first_day: Weekday,
    /// Sessions and breaks, newest first.
    pub rows: Vec<Row>,
    /// What was done day by day.
    pub days: Days,
    /// Weeks against the target.
    pub weeks: Weeks,
    /// Days on which the programme was on hold.
    pub held: Vec<PausedDays>,
    /// Stretching, week by week.
    pub stretches: Vec<StretchWeek>,
    /// Each exercise over time.
    pub trends: Vec<Trend>,
    /// Pain around sessions.
    pub pain: Vec<PainCourse>,
    /// What the person can do, by their own ratings.
    pub function: Vec<Function>,
    /// Measured values of the checks.
    pub motion: Vec<RangeReading>,
    /// The checks, oldest first.
    pub checks: Vec<Done>,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The record.
    pub id: RecordId,
    /// The day it belongs to.
    pub date: NaiveDate,
    /// When it began.
    pub started: DateTime<FixedOffset>,
    /// The routine.
    pub name: String,
    /// Work and rest.
    pub active: Duration,
    /// Sets done to their end.
    pub done: usize,
    /// Planned sets.
    pub sets: usize,
    /// Whether it ended before its last step.
    pub early: bool,
    /// Whether it is a break, or an exercise tried.
    pub is_break: bool,
    /// Pain around it.
    pub pain: PainAround,
    /// The person's note.
    pub note: String,
    /// What a search looks through, in small letters.
    pub words: String,
}

impl Facts {
    /// Of a journal, on a day.
    pub fn new(journal: &Journal, today: NaiveDate, first_day: Weekday, text: &Text) -> Self {
        let days = Days::of(journal);
        let held = Health::of(journal, today).held;
        let rules = WeekRules { first_day, today, held: &held };
        let sessions = journal.sessions();
        let mut rows: Vec<_> = sessions.iter().map(|it| row(it.0, it.1, text)).collect();
        let checks = checks_done(journal);
        rows.sort_by_key(|it| std::cmp::Reverse((it.date, it.started, it.id)));
        Self {
            today,
            first_day,
            rows,
            weeks: Weeks::new(&days, &rules),
            held,
            days,
            stretches: stretch_weeks(journal, first_day),
            trends: trends(journal),
            pain: pain_course(journal),
            function: ratings(journal, today),
            motion: motion(journal, &checks),
            checks,
        }
    }

    /// Whether nothing was asked of a day: a pause, or the programme was on hold.
    pub fn is_paused(&self, date: NaiveDate) -> bool {
        let of_person = self.days.pauses().any(|it| it.0.holds(date));
        of_person || self.held.iter().any(|it| it.from <= date && date <= it.to)
    }

    /// Before anything was read, or done.
    pub fn empty(today: NaiveDate, first_day: Weekday) -> Self {
        Self::new(&Journal::new(), today, first_day, &Text::english())
    }

    /// Whether nothing was ever done.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.motion.is_empty() && self.checks.is_empty()
    }

    /// Weeks from the first day of which anything is known to this one.
    pub fn weeks_back(&self) -> u32 {
        let first = self.rows.last().map_or(self.today, |it| it.date);
        u32::try_from((self.today - first).num_weeks()).unwrap_or_default()
    }
}

/// The measured turns of the checks that were read in the same way as the latest.
fn motion(journal: &Journal, checks: &[Done]) -> Vec<RangeReading> {
    let all = range_of_motion(journal);
    let Some(latest) = all.iter().rev().find(|it| turns(it)).map(|it| it.record) else {
        return Vec::new();
    };
    let latest = checks.iter().find(|it| it.record == latest);
    let like = |id: RecordId| {
        let check = checks.iter().find(|it| it.record == id);
        check.zip(latest).is_some_and(|(it, latest)| is_like(&it.check, &latest.check))
    };
    all.into_iter().filter(|it| turns(it) && like(it.record)).collect()
}

/// Whether it is how far a hip turns.
fn turns(it: &RangeReading) -> bool {
    Turn::ALL.iter().any(|turn| turn.reading() == it.what)
}

fn row(record: &Record, session: &SessionRecord, text: &Text) -> Row {
    let exercises = session.exercises.iter().map(|it| it.name.as_str());
    let date = text.full_date(record.date);
    let day = record.date.to_string();
    let told = [session.name.as_str(), &date, &day, &session.note];
    let words: Vec<_> = told.into_iter().chain(exercises).collect();
    Row {
        id: record.id,
        date: record.date,
        started: session.started,
        name: session.name.clone(),
        active: session.active,
        done: session.sets.iter().filter(|it| !it.skipped).count(),
        sets: session.sets.len(),
        early: !session.is_finished(),
        is_break: record.body.is_break(),
        pain: session.pain,
        note: session.note.clone(),
        words: words.join("\n").to_lowercase(),
    }
}

//! The page for a professional: what was asked, what was done, pain, what changed; one HTML file that
//! needs nothing beside it.
//!
//! [`Report::new`] reads the facts out of the journal, [`html`] writes the page.
//!
//! **Invariants:** the page has no script and names nothing outside itself; whatever a person or a
//! file wrote is escaped; a note is on it only when the person chose it; nothing is interpreted, and
//! a number that is not known is not shown as zero.

mod exercises;
mod figure;
mod leaf;
mod overview;
mod page;
mod plot;
mod range;
mod sheet;

use std::collections::BTreeSet;

use chrono::{NaiveDate, Weekday};

use crate::history::{Body, Check, Journal, Morning, Record, RecordId, SessionRecord};
use crate::program::Function;
use crate::units::Pain;

pub use exercises::{Dosed, ExercisePart, SidePoint};
pub use overview::{
    Asked, AskedRoutine, Changed, Done, Hurtful, PainFacts, Stopped, Told, WeekFact,
};
pub use page::{Drawn, MARK, first_page, html};
pub use range::{Motion, MotionPart};
pub use sheet::{SHEET_MARK, sheet};

/// What is to be in the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The day on which it is made.
    pub made: NaiveDate,
    /// The day on which weeks begin.
    pub week_start: Weekday,
    /// Which of the person's notes.
    pub notes: Notes,
}

/// Which of the person's notes are in the report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Notes {
    /// None of them.
    #[default]
    None,
    /// All of the period.
    All,
    /// Those of these records.
    Of(BTreeSet<RecordId>),
}

impl Notes {
    fn has(&self, id: RecordId) -> bool {
        match self {
            Self::None => false,
            Self::All => true,
            Self::Of(ids) => ids.contains(&id),
        }
    }
}

/// The facts of a period.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// What it was made of.
    pub choices: Choices,
    /// What was asked for.
    pub asked: Asked,
    /// What was done of it.
    pub done: Done,
    /// Pain before, after and the next morning.
    pub pain: PainFacts,
    /// What changed.
    pub changed: Vec<Changed>,
    /// What stopped a session, and what a professional should see first.
    pub stops: Vec<Stopped>,
    /// The weeks of the period.
    pub weeks: Vec<WeekFact>,
    /// Exercise by exercise, in the order in which they first came.
    pub exercises: Vec<ExercisePart>,
    /// What the person can do, by their own ratings, oldest first.
    pub function: Vec<Function>,
    /// Range of motion by the checks.
    pub motion: Vec<MotionPart>,
    /// Every session, oldest first.
    pub sessions: Vec<SessionRow>,
    /// The notes that the person chose, oldest first.
    pub notes: Vec<Note>,
}

/// One session in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionRow {
    /// The day it belongs to.
    pub date: NaiveDate,
    /// The routine.
    pub name: String,
    /// Whether it was a movement break or an exercise tried, which counts for no week.
    pub is_break: bool,
    /// Minutes of work and rest.
    pub minutes: u32,
    /// Sets that were done to their end.
    pub done: usize,
    /// Sets that were planned.
    pub sets: usize,
    /// Whether it ended before its last step.
    pub early: bool,
    /// Pain before, after and the next morning, 0-10.
    pub pain: [Option<Pain>; 3],
}

/// A note of the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The day.
    pub date: NaiveDate,
    /// The session or the check.
    pub of: String,
    /// The words.
    pub words: String,
}

/// A session of the period with how the next morning was.
#[derive(Debug, Clone, Copy)]
struct Entry<'j> {
    record: &'j Record,
    session: &'j SessionRecord,
    morning: Option<&'j Morning>,
}

impl Report {
    /// Reads the facts of a period out of the journal.
    pub fn new(journal: &Journal, choices: Choices) -> Self {
        let entries = entries(journal, &choices);
        let weeks = overview::weeks(journal, &choices);
        Self {
            asked: overview::asked(&entries, &weeks),
            done: overview::done(&entries, &weeks),
            pain: overview::pain(&entries),
            changed: overview::changed(journal, &entries, &choices),
            stops: overview::stops(journal, &entries, &choices),
            exercises: exercises::parts(&entries),
            function: rated(journal, &choices),
            motion: range::parts(journal, &choices),
            sessions: entries.iter().map(row).collect(),
            notes: notes(journal, &entries, &choices),
            weeks,
            choices,
        }
    }
}

impl Report {
    /// Whether there is nothing to tell of the period.
    fn is_empty(&self) -> bool {
        self.sessions.is_empty() && self.motion.is_empty() && self.function.is_empty()
    }
}

fn rated(journal: &Journal, choices: &Choices) -> Vec<Function> {
    let all = crate::program::ratings(journal, choices.to).into_iter();
    all.filter(|it| choices.has(it.date)).collect()
}

fn entries<'j>(journal: &'j Journal, choices: &Choices) -> Vec<Entry<'j>> {
    let mornings: Vec<_> = journal.records().filter_map(|it| Some((it, morning(it)?))).collect();
    let sessions = journal.sessions().into_iter();
    let mut all: Vec<_> = sessions
        .filter(|it| choices.has(it.0.date))
        .map(|(record, session)| {
            let of = mornings.iter().filter(|it| it.1.of == record.id);
            let morning = of.max_by_key(|it| it.0.at).map(|it| it.1);
            Entry { record, session, morning }
        })
        .collect();
    all.sort_by_key(|it| (it.record.date, it.session.started, it.record.id));
    all
}

fn morning(record: &Record) -> Option<&Morning> {
    if let Body::Morning(it) = record.body.told() { Some(it) } else { None }
}

impl Choices {
    /// Whether a day is in the period.
    pub fn has(&self, date: NaiveDate) -> bool {
        (self.from..=self.to).contains(&date)
    }
}

fn row(entry: &Entry<'_>) -> SessionRow {
    let session = entry.session;
    SessionRow {
        date: entry.record.date,
        name: session.name.clone(),
        is_break: entry.record.body.is_break(),
        minutes: minutes(session),
        done: session.sets.iter().filter(|it| !it.skipped).count(),
        sets: session.sets.len(),
        early: !session.is_finished(),
        pain: entry.pain(),
    }
}

impl Entry<'_> {
    /// Pain before, after and the next morning.
    fn pain(&self) -> [Option<Pain>; 3] {
        let around = self.session.pain;
        [around.before, around.after, self.morning.and_then(|it| it.pain)]
    }
}

/// Whole minutes of work and rest.
fn minutes(session: &SessionRecord) -> u32 {
    u32::try_from((session.active.as_secs() + 30) / 60).unwrap_or(u32::MAX)
}

fn notes(journal: &Journal, entries: &[Entry<'_>], choices: &Choices) -> Vec<Note> {
    let of_sessions = entries.iter().map(|it| (it.record, &it.session.name, &it.session.note));
    let checks = journal.records().filter(|it| choices.has(it.date));
    let of_checks = checks.filter_map(|it| check(it).map(|check| (it, &check.of, &check.note)));
    let chosen = of_sessions.chain(of_checks).filter(|it| choices.notes.has(it.0.id));
    let mut notes: Vec<_> = chosen
        .filter(|it| !it.2.trim().is_empty())
        .map(|(record, of, words)| Note {
            date: record.date,
            of: of.clone(),
            words: words.trim().to_owned(),
        })
        .collect();
    notes.sort_by_key(|it| it.date);
    notes
}

/// The self-test that a record tells of, also when it amends one.
fn check(record: &Record) -> Option<&Check> {
    if let Body::Check(it) = record.body.told() { Some(it) } else { None }
}

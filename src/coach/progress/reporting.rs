//! The report before it is written: its period, its notes, and what will stand on its first page.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{Days, NaiveDate};

use super::Open;
use crate::coach::{Coach, Effect, Screen, Trouble};
use crate::history::{Journal, RecordId};
use crate::report::{Choices, Notes, Report};
use crate::units::Now;

/// The report as it is being prepared.
#[derive(Debug, Clone, PartialEq)]
pub struct Reporting {
    /// The period.
    pub period: Period,
    /// What it will say.
    pub report: Report,
    /// Every note of the period.
    pub notes: Vec<NoteRow>,
    /// Where it was written, or why it could not be.
    pub written: Option<Result<String, Trouble>>,
    /// Whether it is being written.
    pub is_writing: bool,
}

/// A note that may be in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteRow {
    /// The record.
    pub id: RecordId,
    /// The day.
    pub date: NaiveDate,
    /// The words.
    pub words: String,
    /// Whether it will be in the report.
    pub on: bool,
}

/// How far back the report reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// Four weeks.
    Month,
    /// Twelve weeks.
    Quarter,
    /// A year.
    Year,
    /// Everything.
    All,
}

impl Period {
    /// All of them, the shortest first.
    pub const ALL: [Self; 4] = [Self::Month, Self::Quarter, Self::Year, Self::All];

    const fn days(self) -> Option<u64> {
        match self {
            Self::Month => Some(28),
            Self::Quarter => Some(84),
            Self::Year => Some(365),
            Self::All => None,
        }
    }
}

/// What is to be in the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportChange {
    /// How far back it reaches.
    Period(Period),
    /// This note, or not.
    Note(RecordId),
    /// All notes, or none.
    AllNotes(bool),
}

impl Coach {
    pub(super) fn prepare_report(&mut self, now: &Now) {
        let reporting = self.reporting(Period::Quarter, &BTreeSet::new(), now);
        let Screen::Progress(progress) = &mut self.screen else { return };
        progress.changed = None;
        progress.open = reporting.map(|it| Open::Report(Box::new(it)));
    }

    fn reporting(
        &self,
        period: Period,
        chosen: &BTreeSet<RecordId>,
        now: &Now,
    ) -> Option<Reporting> {
        let journal = self.journal.as_ref()?;
        let to = now.date();
        let first = || journal.records().map(|it| it.date).min().unwrap_or(to).min(to);
        let from = period.days().and_then(|it| to.checked_sub_days(Days::new(it - 1)));
        let notes = Notes::Of(chosen.clone());
        let week_start = self.settings.settings().week_starts.day();
        let choices = Choices { from: from.unwrap_or_else(first), to, made: to, week_start, notes };
        Some(Reporting {
            period,
            notes: notes_of(journal, &choices, chosen),
            report: Report::new(journal, choices),
            written: None,
            is_writing: false,
        })
    }

    pub(super) fn choose_report(&mut self, change: ReportChange, now: &Now) {
        let Screen::Progress(progress) = &self.screen else { return };
        let Some(Open::Report(it)) = &progress.open else { return };
        let mut period = it.period;
        let mut chosen: BTreeSet<_> = it.notes.iter().filter(|it| it.on).map(|it| it.id).collect();
        match change {
            ReportChange::Period(it) => period = it,
            ReportChange::Note(id) => {
                if !chosen.remove(&id) {
                    chosen.insert(id);
                }
            }
            ReportChange::AllNotes(true) => chosen = it.notes.iter().map(|it| it.id).collect(),
            ReportChange::AllNotes(false) => chosen.clear(),
        }
        let next = self.reporting(period, &chosen, now);
        if let Screen::Progress(progress) = &mut self.screen {
            progress.open = next.map(|it| Open::Report(Box::new(it)));
        }
    }

    pub(super) fn write_report(&mut self, effects: &mut Vec<Effect>) {
        let Some(library) = &self.library else { return };
        let Screen::Progress(progress) = &mut self.screen else { return };
        let Some(Open::Report(it)) = &mut progress.open else { return };
        it.is_writing = true;
        it.written = None;
        let report = Box::new(it.report.clone());
        effects.push(Effect::WriteReport { report, library: Arc::clone(library) });
    }

    /// The page, or the folder in which it is.
    pub(super) fn show_report(&self, folder: bool, effects: &mut Vec<Effect>) {
        let Screen::Progress(progress) = &self.screen else { return };
        let Some(Open::Report(it)) = &progress.open else { return };
        let Some(Ok(path)) = &it.written else { return };
        let parent = path.rsplit_once(['/', '\\']).map(|it| it.0).filter(|_| folder);
        effects.push(Effect::Show(parent.unwrap_or(path).to_owned()));
    }

    /// What came of writing it.
    pub(in crate::coach) fn report_written(&mut self, written: Result<String, Trouble>) {
        let Screen::Progress(progress) = &mut self.screen else { return };
        if let Some(Open::Report(it)) = &mut progress.open {
            it.is_writing = false;
            it.written = Some(written);
        }
    }
}

/// Every note of the period, newest first.
fn notes_of(journal: &Journal, choices: &Choices, chosen: &BTreeSet<RecordId>) -> Vec<NoteRow> {
    let sessions = journal.sessions().into_iter();
    let told = sessions.filter(|it| choices.has(it.0.date) && !it.1.note.trim().is_empty());
    let mut notes: Vec<_> = told
        .map(|(record, session)| NoteRow {
            id: record.id,
            date: record.date,
            words: session.note.trim().to_owned(),
            on: chosen.contains(&record.id),
        })
        .collect();
    notes.sort_by_key(|it| std::cmp::Reverse((it.date, it.id)));
    notes
}

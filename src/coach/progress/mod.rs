//! Progress: what was done and what it shows; a session opened, corrected, deleted and brought back;
//! one that was done without the program; the report.
//!
//! Triggered by: the rail. Every change is a record; it is called saved when it is on the disk.

mod adding;
mod changing;
mod facts;
mod messages;
mod opened;
mod reporting;

use chrono::NaiveDate;

use super::{Access, Coach, Effect, OpenedCheck, Preparing, Saved, Screen};
use crate::history::{Draft, RecordId};
use crate::library::Id;
use crate::units::Now;

pub use facts::{Facts, Row};
pub use messages::{ListMessage, ProgressMessage};
pub use opened::{Adding, Correction, Opened, When as PainWhen};
pub use reporting::{NoteRow, Period, ReportChange, Reporting};

/// Rows of the list that are shown at first, and added by "more".
const ROWS: usize = 30;
/// The longest search that is kept, in characters.
const LONGEST_QUERY: usize = 100;

/// What the screen knows.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// Which part of it is shown.
    pub part: ProgressPart,
    /// What is searched in the list.
    pub query: String,
    /// The day that was picked in the calendar: the list shows it alone.
    pub day: Option<NaiveDate>,
    /// Weeks that the calendar is turned back.
    pub back: u32,
    /// Rows of the list that are shown at most.
    pub rows: usize,
    /// The exercise whose plots are shown; the first when none is chosen.
    pub exercise: Option<Id>,
    /// What the journal says.
    pub facts: Facts,
    /// What lies over the lists.
    pub open: Option<Open>,
    /// What was changed last.
    pub changed: Option<Changed>,
    /// Whether records can be written: the data folder is in this program's hands.
    pub can_change: bool,
}

/// The parts of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ProgressPart {
    /// The calendar and the list.
    #[default]
    Sessions,
    /// The plots.
    Plots,
    /// The checks.
    Checks,
    /// The log of changes.
    Changes,
}

/// What lies over the lists.
#[derive(Debug, Clone, PartialEq)]
pub enum Open {
    /// A session.
    Session(Box<Opened>),
    /// A session that was done without the program.
    Adding(Box<Adding>),
    /// The report.
    Report(Box<Reporting>),
    /// What is asked before a check.
    Preparing(Box<Preparing>),
    /// A check.
    Check(Box<OpenedCheck>),
}

/// What was changed last, and whether it is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The record that says so; `None` for the blink in which a new one gets its id.
    pub id: Option<RecordId>,
    /// What was done.
    pub what: Changing,
    /// The session.
    pub name: String,
    /// Its day.
    pub date: NaiveDate,
    /// Whether it is on the disk.
    pub saved: Saved,
}

/// What was done to a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changing {
    /// Its record says something else.
    Corrected,
    /// It was entered by hand.
    Added,
    /// It was deleted.
    Deleted,
    /// It was brought back.
    Restored,
    /// How the next morning was.
    Morning,
}

impl Progress {
    fn new(facts: Facts, can_change: bool) -> Self {
        Self {
            part: ProgressPart::default(),
            query: String::new(),
            day: None,
            back: 0,
            rows: ROWS,
            exercise: None,
            facts,
            open: None,
            changed: None,
            can_change,
        }
    }

    /// The rows that the search and the picked day let through, newest first.
    pub fn found(&self) -> Vec<&Row> {
        let words = self.query.to_lowercase();
        let words: Vec<_> = words.split_whitespace().collect();
        let rows = self.facts.rows.iter().filter(|it| self.day.is_none_or(|day| it.date == day));
        rows.filter(|it| words.iter().all(|word| it.words.contains(word))).collect()
    }

    /// What was changed last is not on the disk.
    pub(super) fn is_unsaved(&mut self) {
        if let Some(it) = self.changed.as_mut().filter(|it| it.saved == Saved::Saving) {
            it.saved = Saved::No;
        }
    }

    fn opened(&mut self) -> Option<&mut Opened> {
        match &mut self.open {
            Some(Open::Session(it)) => Some(it),
            Some(Open::Adding(_) | Open::Report(_) | Open::Preparing(_) | Open::Check(_))
            | None => None,
        }
    }

    /// What is seen of the lists; whatever lies over them is left alone.
    fn look(&mut self, message: ListMessage) {
        match message {
            ListMessage::Part(it) => self.part = it,
            ListMessage::Search(query) => {
                self.query = query.chars().take(LONGEST_QUERY).collect();
                self.rows = ROWS;
            }
            ListMessage::Day(day) => {
                self.day = Some(day).filter(|_| self.day != Some(day));
                self.rows = ROWS;
            }
            ListMessage::AllDays => self.day = None,
            ListMessage::Earlier(weeks) => {
                self.back = self.back.saturating_add_signed(weeks).min(self.facts.weeks_back());
            }
            ListMessage::More => self.rows = self.rows.saturating_add(ROWS),
            ListMessage::Exercise(id) => self.exercise = Some(id),
            ListMessage::Seen => self.changed = None,
        }
    }
}

impl Coach {
    /// Progress, with what the journal says now.
    pub(super) fn open_progress(&mut self, now: &Now) -> Screen {
        let facts = self.facts(now);
        let can_change = self.today_mut().access == Access::Open;
        let kept = self.progress.take();
        let progress = kept.map_or_else(
            || Progress::new(facts.clone(), can_change),
            |it| Progress { facts: facts.clone(), can_change, ..*it },
        );
        Screen::Progress(Box::new(progress))
    }

    fn facts(&self, now: &Now) -> Facts {
        let first_day = self.settings.settings().week_starts.day();
        self.journal.as_ref().map_or_else(
            || Facts::empty(now.date(), first_day),
            |it| Facts::new(it, now.date(), first_day, &self.text),
        )
    }

    /// The journal has changed under it.
    pub(super) fn refresh_progress(&mut self, now: &Now) {
        let facts = self.facts(now);
        let can_change = self.today_mut().access == Access::Open;
        if let Screen::Progress(it) = &mut self.screen {
            it.facts = facts;
            it.can_change = can_change;
        }
    }

    pub(super) fn take_in_progress(
        &mut self,
        message: ProgressMessage,
        now: &Now,
        effects: &mut Vec<Effect>,
    ) {
        let Screen::Progress(progress) = &mut self.screen else { return };
        match message {
            ProgressMessage::Open(id) => self.open_session(id),
            ProgressMessage::Back => progress.open = None,
            ProgressMessage::Correct => {
                let can_change = progress.can_change;
                if let Some(it) = progress.opened().filter(|_| can_change) {
                    it.is_correcting = true;
                }
            }
            ProgressMessage::Set(correction) => {
                if let Some(it) = progress.opened() {
                    it.correct(correction, now.date());
                }
            }
            ProgressMessage::Cancel => self.leave_as_it_was(),
            ProgressMessage::Keep => self.keep_corrections(effects),
            ProgressMessage::NightBefore => self.night_before(effects),
            ProgressMessage::Morning(answer) => self.morning(answer, None, now, effects),
            ProgressMessage::MorningPain(pain) => self.morning_pain(pain, now, effects),
            ProgressMessage::Delete => self.delete(effects),
            ProgressMessage::Undo => self.undo(effects),
            ProgressMessage::Add => self.begin_adding(now),
            ProgressMessage::Added(it) => {
                if let Some(Open::Adding(adding)) = &mut progress.open {
                    **adding = it.within(now.date());
                }
            }
            ProgressMessage::KeepAdded => self.keep_added(now, effects),
            ProgressMessage::Report => self.prepare_report(now),
            ProgressMessage::Choose(change) => self.choose_report(change, now),
            ProgressMessage::WriteReport => self.write_report(effects),
            ProgressMessage::ShowReport => self.show_report(false, effects),
            ProgressMessage::ShowReports => self.show_report(true, effects),
            ProgressMessage::List(message) => progress.look(message),
        }
    }

    fn open_session(&mut self, id: RecordId) {
        let Some(journal) = &self.journal else { return };
        let Screen::Progress(progress) = &mut self.screen else { return };
        if let Some(it) = Opened::of(journal, id) {
            progress.changed = None;
            progress.open = Some(Open::Session(Box::new(it)));
        }
    }

    /// Asks for a record, and remembers what is to be said about it.
    pub(super) fn keep_draft(&mut self, draft: Draft, what: Changing, effects: &mut Vec<Effect>) {
        let Screen::Progress(progress) = &mut self.screen else { return };
        let opened = match &progress.open {
            Some(Open::Check(it)) => Some(it.check.name.clone()),
            _ => progress.opened().map(|it| it.session.name.clone()),
        };
        let known = progress.changed.take();
        let name = opened
            .or_else(|| draft.body.session().map(|it| it.name.clone()))
            .or_else(|| known.map(|it| it.name))
            .unwrap_or_default();
        let date = draft.date;
        progress.changed = Some(Changed { id: draft.of, what, name, date, saved: Saved::Saving });
        effects.push(Effect::Keep(Box::new(draft)));
    }

    /// The record that was asked for has its id, its device and its moment, and is in the journal.
    pub(super) fn progress_kept(&mut self, id: RecordId, now: &Now) {
        self.refresh_progress(now);
        let Some(journal) = &self.journal else { return };
        let Screen::Progress(progress) = &mut self.screen else { return };
        let Some(change) = progress.changed.as_mut() else { return };
        change.id.get_or_insert(id);
        let open = match change.what {
            Changing::Deleted => None,
            Changing::Morning => {
                progress.opened().and_then(|it| it.record.as_ref()).map(|it| it.id)
            }
            Changing::Corrected | Changing::Added | Changing::Restored => Some(id),
        };
        let session = open.and_then(|it| Opened::of(journal, it));
        let check = open.and_then(|it| OpenedCheck::of(journal, it));
        let session = session.map(|it| Open::Session(Box::new(it)));
        progress.open = session.or_else(|| check.map(|it| Open::Check(Box::new(it))));
    }

    /// A record is on the disk.
    pub(super) fn progress_saved(&mut self, id: RecordId) {
        let Screen::Progress(progress) = &mut self.screen else { return };
        if let Some(it) = progress.changed.as_mut().filter(|it| it.id == Some(id)) {
            it.saved = Saved::Yes;
        }
    }
}

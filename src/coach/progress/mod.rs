//! Progress: what was done and what it shows; a session opened, corrected, deleted and brought back;
//! one that was done without the program; the report.
//!
//! Triggered by: the rail. Every change is a record; it is called saved when it is on the disk.

mod facts;
mod opened;
mod reporting;

use chrono::{Days, NaiveDate};

use super::{Access, Coach, Effect, OpenedCheck, Preparing, Saved, Screen};
use crate::history::{Body, Draft, Morning, MorningAnswer, RecordId};
use crate::library::{Id, Library};
use crate::session::{Missing, Plan};
use crate::units::{Now, Pain};

pub use facts::{Facts, Row};
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

/// What a person does with the lists of Progress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListMessage {
    /// Another part of the screen.
    Part(ProgressPart),
    /// The search as it now reads.
    Search(String),
    /// Only this day; the same day again shows all.
    Day(NaiveDate),
    /// All days again.
    AllDays,
    /// The calendar so many weeks earlier; negative for later.
    Earlier(i32),
    /// More rows of the list.
    More,
    /// The exercise whose plots are shown.
    Exercise(Id),
    /// What was said about the last change has been read.
    Seen,
}

/// What a person does on Progress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProgressMessage {
    /// With the lists.
    List(ListMessage),
    /// Open this session.
    Open(RecordId),
    /// Back to the lists; what was being corrected stays as it was.
    Back,
    /// Correct the open session.
    Correct,
    /// A value of it.
    Set(Correction),
    /// Keep the corrections.
    Keep,
    /// Leave it as it was.
    Cancel,
    /// Count the open session for the day before.
    NightBefore,
    /// How the morning after the open session was.
    Morning(MorningAnswer),
    /// Pain on that morning.
    MorningPain(Pain),
    /// Delete the open session.
    Delete,
    /// Bring back what was deleted last.
    Undo,
    /// Enter a session by hand.
    Add,
    /// What it was.
    Added(Adding),
    /// Keep it.
    KeepAdded,
    /// Prepare the report.
    Report,
    /// What is to be in it.
    Choose(ReportChange),
    /// Write it.
    WriteReport,
    /// Open the one that was written.
    ShowReport,
    /// Show the folder in which it is.
    ShowReports,
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

    fn leave_as_it_was(&mut self) {
        let Screen::Progress(progress) = &mut self.screen else { return };
        let Some(opened) = progress.opened() else { return };
        match opened.record.as_ref().map(|it| it.id) {
            Some(id) => self.open_session(id),
            None => progress.open = None,
        }
    }

    /// The corrections become a record; a session entered by hand becomes its first.
    fn keep_corrections(&mut self, effects: &mut Vec<Effect>) {
        let Screen::Progress(progress) = &mut self.screen else { return };
        let can_change = progress.can_change;
        let Some(opened) = progress.opened().filter(|_| can_change) else { return };
        let session = opened.session.clone();
        let draft = match (&opened.record, &self.journal) {
            (Some(record), Some(journal)) => journal.correct(record.id, session),
            (None, _) => Some(Draft::by_hand(session)),
            (Some(_), None) => None,
        };
        let what = if opened.record.is_some() { Changing::Corrected } else { Changing::Added };
        opened.is_correcting = false;
        match draft {
            Some(draft) => self.keep_draft(draft, what, effects),
            // Nothing was changed.
            None => self.leave_as_it_was(),
        }
    }

    fn night_before(&mut self, effects: &mut Vec<Effect>) {
        let Some(id) = self.open_id() else { return };
        let draft = self.journal.as_ref().and_then(|it| it.move_to_night_before(id));
        if let Some(draft) = draft {
            self.keep_draft(draft, Changing::Corrected, effects);
        }
    }

    /// The id of the open session, if records can be written.
    fn open_id(&mut self) -> Option<RecordId> {
        let Screen::Progress(progress) = &mut self.screen else { return None };
        let can_change = progress.can_change;
        if let Some(Open::Check(it)) = progress.open.as_ref().filter(|_| can_change) {
            return Some(it.record.id);
        }
        progress.opened().filter(|_| can_change)?.record.as_ref().map(|it| it.id)
    }

    fn morning(
        &mut self,
        answer: MorningAnswer,
        pain: Option<Pain>,
        now: &Now,
        effects: &mut Vec<Effect>,
    ) {
        let Some(of) = self.open_id() else { return };
        let Screen::Progress(progress) = &mut self.screen else { return };
        let Some(opened) = progress.opened() else { return };
        let known = opened.morning.as_ref();
        let pain = pain.or_else(|| known.and_then(|it| it.1.pain));
        // It is asked about the next morning; what is said on a later day is from memory.
        let due = opened.date.checked_add_days(Days::new(1));
        let late = known.is_some_and(|it| it.1.late) || due.is_some_and(|it| it < now.date());
        let body = Body::Morning(Morning { of, answer, pain, late });
        let draft = match (opened.morning.as_ref().map(|it| it.0), &self.journal) {
            (Some(id), Some(journal)) => journal.amend(id, now.date(), body),
            _ => Some(Draft::new(now.date(), body)),
        };
        if let Some(draft) = draft {
            self.keep_draft(draft, Changing::Morning, effects);
        }
    }

    fn morning_pain(&mut self, pain: Pain, now: &Now, effects: &mut Vec<Effect>) {
        let Screen::Progress(progress) = &mut self.screen else { return };
        let answer = progress.opened().and_then(|it| Some(it.morning.as_ref()?.1.answer));
        // Without an answer the number says nothing about better or worse.
        self.morning(answer.unwrap_or(MorningAnswer::Same), Some(pain), now, effects);
    }

    fn delete(&mut self, effects: &mut Vec<Effect>) {
        let Some(id) = self.open_id() else { return };
        let draft = self.journal.as_ref().and_then(|it| it.delete(id));
        if let Some(draft) = draft {
            self.keep_draft(draft, Changing::Deleted, effects);
        }
    }

    fn undo(&mut self, effects: &mut Vec<Effect>) {
        let Screen::Progress(progress) = &self.screen else { return };
        let deleted = progress.changed.as_ref().filter(|it| it.what == Changing::Deleted);
        let Some(id) = deleted.and_then(|it| it.id) else { return };
        let draft = self.journal.as_ref().and_then(|it| it.undelete(id));
        if let Some(draft) = draft {
            self.keep_draft(draft, Changing::Restored, effects);
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

    fn begin_adding(&mut self, now: &Now) {
        let routine = self.library.as_ref().and_then(|it| it.routines.first());
        let Some(routine) = routine.map(|it| it.id.clone()) else { return };
        let minutes = self.minutes_of(&routine);
        let Screen::Progress(progress) = &mut self.screen else { return };
        if progress.can_change {
            let adding = Adding { routine, date: now.date(), minutes, whole: true };
            progress.changed = None;
            progress.open = Some(Open::Adding(Box::new(adding)));
        }
    }

    /// How long a routine takes, in whole minutes.
    fn minutes_of(&self, routine: &str) -> u32 {
        let length = self.library.as_ref().and_then(|it| Some(plan(it, routine)?.length()));
        length.map_or(20, |it| ((it.as_secs() + 30) / 60).clamp(1, 240) as u32)
    }

    /// The session becomes a record; when not all of it was done, first its sets are told.
    fn keep_added(&mut self, now: &Now, effects: &mut Vec<Effect>) {
        let Some(library) = self.library.clone() else { return };
        let Screen::Progress(progress) = &mut self.screen else { return };
        let Some(Open::Adding(adding)) = &progress.open else { return };
        let Some(plan) = plan(&library, &adding.routine) else { return };
        let opened = Opened::by_hand(&plan, adding, now);
        if adding.whole {
            self.keep_draft(Draft::by_hand(opened.session), Changing::Added, effects);
        } else {
            progress.open = Some(Open::Session(Box::new(opened)));
        }
    }
}

fn plan(library: &Library, routine: &str) -> Option<Plan> {
    Plan::new(library.routine(routine)?, library, Missing::default()).ok()
}

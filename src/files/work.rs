//! What the writer has been asked for, and what of it is not yet safe.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::active::ActiveWriter;
use super::disk::Disk;
use super::folders::Folders;
use super::log::LogWriter;
use super::personal::put_own;
use super::problem::{Problem, ProblemKind};
use super::protocol::replace;
use super::reminders::hand_over;
use super::store::Store;
use super::writer::{Ack, Doing, Outcome, Write};
use crate::history::Record;
use crate::program::HandOver;

/// Everything that is to be written, in memory until it is on the disk.
#[derive(Debug)]
pub(super) struct Work {
    disk: Arc<dyn Disk>,
    folders: Folders,
    log: LogWriter,
    /// Requests whose record is not yet in the journal.
    records: Open,
    /// The session in progress, after those whose record is on its way into the journal.
    sessions: Vec<InProgress>,
    settings: Option<NewSettings>,
    /// What is to be handed over to whoever waits with the reminders.
    handed: Option<(HandOver, Open)>,
    /// Files of the person's own, by name.
    files: BTreeMap<String, NewFile>,
}

/// A session whose log is not put aside yet.
#[derive(Debug)]
struct InProgress {
    log: ActiveWriter,
    facts: Open,
    ending: Option<End>,
}

/// How a session in progress ends.
#[derive(Debug)]
enum End {
    /// Its record is on its way into the journal.
    Record(u64),
    /// Its record is in the journal; only its log could not be put aside.
    Recorded(Open),
    /// The person does not want to go on.
    Discard(Open),
}

/// Settings that are not on the disk yet.
#[derive(Debug)]
struct NewSettings {
    text: String,
    before: Option<String>,
    requests: Open,
}

/// A file of the person's own that is not yet as it should be.
#[derive(Debug)]
struct NewFile {
    text: Option<String>,
    before: Option<String>,
    requests: Open,
}

/// Requests that wait for the same write.
#[derive(Debug, Default)]
struct Open {
    waiting: Vec<u64>,
    /// How many of them have been told that it failed.
    told: usize,
}

impl Open {
    fn of(seq: u64) -> Self {
        Self { waiting: vec![seq], told: 0 }
    }

    fn answer(&mut self, doing: Doing, result: Result<(), Problem>, acks: &mut Vec<Ack>) {
        match result {
            Ok(()) => {
                let saved = |seq| Ack { seq, outcome: Outcome::Saved };
                acks.extend(self.waiting.drain(..).map(saved));
                self.told = 0;
            }
            Err(why) => {
                for seq in self.waiting.iter().skip(self.told) {
                    let outcome = Outcome::Failed { doing, why: why.clone() };
                    acks.push(Ack { seq: *seq, outcome });
                }
                self.told = self.waiting.len();
            }
        }
    }
}

impl Work {
    /// Nothing yet, but for the records that the start has put into the journal.
    pub(super) fn new(disk: Arc<dyn Disk>, store: &Store) -> Self {
        let folders = store.folders.clone();
        let mut log = LogWriter::new(&folders, &store.device);
        for record in &store.recovered {
            // It could be made a line of before.
            log.remember(record).ok();
        }
        let records = Open::default();
        let files = BTreeMap::new();
        let sessions = Vec::new();
        Self { disk, folders, log, records, sessions, settings: None, handed: None, files }
    }

    /// Whether nothing is left to be tried again.
    pub(super) fn is_done(&self) -> bool {
        self.records.waiting.is_empty()
            && self.settings.is_none()
            && self.handed.is_none()
            && self.files.is_empty()
            && self.sessions.iter().all(|it| it.facts.waiting.is_empty() && it.ending.is_none())
    }

    /// Takes a request in; [`Self::flush`] does it.
    pub(super) fn take(&mut self, seq: u64, write: Write, acks: &mut Vec<Ack>) {
        let taken = match write {
            Write::Start(started) => ActiveWriter::start(&self.folders, *started).map(|log| {
                self.sessions.push(InProgress { log, facts: Open::of(seq), ending: None });
            }),
            Write::Resume(from) => {
                let log = ActiveWriter::resume(&self.folders, *from);
                self.sessions.push(InProgress { log, facts: Open::of(seq), ending: None });
                Ok(())
            }
            Write::Fact(at, fact) => self.current().and_then(|it| {
                it.log.fact(at, fact)?;
                it.facts.waiting.push(seq);
                Ok(())
            }),
            Write::Finish(record) => self.finish(seq, &record),
            Write::Discard => {
                self.current().map(|it| it.ending = Some(End::Discard(Open::of(seq))))
            }
            Write::Record(record) => self.record(seq, &record),
            Write::Retry => {
                self.tell_again();
                Ok(())
            }
            Write::File { name, text, before } => {
                self.change_file(seq, name, text, before);
                Ok(())
            }
            Write::HandOver(it) => {
                let mut open = self.handed.take().map(|it| it.1).unwrap_or_default();
                open.waiting.push(seq);
                self.handed = Some((*it, open));
                Ok(())
            }
            Write::Settings { text, before } => {
                self.change_settings(seq, text, before);
                Ok(())
            }
        };
        if let Err(why) = taken {
            acks.push(Ack { seq, outcome: Outcome::Failed { doing: Doing::KeepingSession, why } });
        }
    }

    fn current(&mut self) -> Result<&mut InProgress, Problem> {
        let none = || Problem::of(&self.folders.state, ProblemKind::NoSession);
        self.sessions.last_mut().filter(|it| it.ending.is_none()).ok_or_else(none)
    }

    fn finish(&mut self, seq: u64, record: &Record) -> Result<(), Problem> {
        let current = self.current()?;
        current.log.record(record)?;
        current.ending = Some(End::Record(seq));
        self.record(seq, record)
    }

    fn record(&mut self, seq: u64, record: &Record) -> Result<(), Problem> {
        self.log.push(record)?;
        self.records.waiting.push(seq);
        Ok(())
    }

    /// Forgets which failures were told.
    fn tell_again(&mut self) {
        self.records.told = 0;
        for session in &mut self.sessions {
            session.facts.told = 0;
            if let Some(End::Recorded(open) | End::Discard(open)) = &mut session.ending {
                open.told = 0;
            }
        }
        if let Some(settings) = &mut self.settings {
            settings.requests.told = 0;
        }
        if let Some((_, open)) = &mut self.handed {
            open.told = 0;
        }
        self.files.values_mut().for_each(|it| it.requests.told = 0);
    }

    fn change_settings(&mut self, seq: u64, text: String, before: Option<String>) {
        match &mut self.settings {
            // The change before never reached the disk: this one takes its place.
            Some(open) => {
                open.text = text;
                open.requests.waiting.push(seq);
            }
            None => {
                self.settings = Some(NewSettings { text, before, requests: Open::of(seq) });
            }
        }
    }

    /// Tries everything that is open, and answers.
    pub(super) fn flush(&mut self, acks: &mut Vec<Ack>) {
        let disk = &*self.disk;
        for session in &mut self.sessions {
            let kept = session.log.flush(disk);
            session.facts.answer(Doing::KeepingSession, kept, acks);
        }
        let recorded = self.log.flush(disk);
        let is_recorded = recorded.is_ok();
        self.records.answer(Doing::WritingRecord, recorded, acks);
        if is_recorded {
            for session in &mut self.sessions {
                session.is_recorded(acks);
            }
        }
        self.sessions.retain_mut(|it| !it.put_aside(disk, acks));
        self.flush_settings(acks);
        self.flush_files(acks);
        self.flush_handed(acks);
    }

    fn flush_handed(&mut self, acks: &mut Vec<Ack>) {
        let Some((handed, mut open)) = self.handed.take() else { return };
        let written = hand_over(&*self.disk, &self.folders, &handed);
        let is_open = written.is_err();
        open.answer(Doing::HandingOver, written, acks);
        if is_open {
            self.handed = Some((handed, open));
        }
    }

    fn flush_settings(&mut self, acks: &mut Vec<Ack>) {
        let Some(mut open) = self.settings.take() else { return };
        let path = self.folders.settings();
        let before = open.before.as_deref().map(str::as_bytes);
        let written = replace(&*self.disk, &path, open.text.as_bytes(), before);
        // What somebody else has written must be read before it can be changed: no second try.
        let is_final = written.as_ref().map_err(|it| &it.kind) != Err(&ProblemKind::ChangedOutside);
        let is_open = written.is_err() && is_final;
        open.requests.answer(Doing::WritingSettings, written, acks);
        if is_open {
            self.settings = Some(open);
        }
    }
}

impl Work {
    fn change_file(
        &mut self,
        seq: u64,
        name: String,
        text: Option<String>,
        before: Option<String>,
    ) {
        match self.files.get_mut(&name) {
            // The change before never reached the disk: this one takes its place.
            Some(open) => {
                open.text = text;
                open.requests.waiting.push(seq);
            }
            None => {
                self.files.insert(name, NewFile { text, before, requests: Open::of(seq) });
            }
        }
    }

    fn flush_files(&mut self, acks: &mut Vec<Ack>) {
        let files = std::mem::take(&mut self.files);
        for (name, mut open) in files {
            let before = open.before.as_deref().map(str::as_bytes);
            let text = open.text.as_deref().map(str::as_bytes);
            let written = put_own(&*self.disk, &self.folders, (&name, text), before);
            let is_final =
                written.as_ref().map_err(|it| &it.kind) == Err(&ProblemKind::ChangedOutside);
            let is_open = written.is_err() && !is_final;
            open.requests.answer(Doing::WritingFile, written, acks);
            if is_open {
                self.files.insert(name, open);
            }
        }
    }
}

impl InProgress {
    /// Everything about the session is safe with its record, whatever became of its log.
    fn is_recorded(&mut self, acks: &mut Vec<Ack>) {
        if let Some(End::Record(seq)) = self.ending {
            self.facts.answer(Doing::KeepingSession, Ok(()), acks);
            self.ending = Some(End::Recorded(Open::of(seq)));
        }
    }

    /// Puts the log of a session that is over aside; whether it is out of the way.
    fn put_aside(&mut self, disk: &dyn Disk, acks: &mut Vec<Ack>) -> bool {
        match &mut self.ending {
            None | Some(End::Record(_)) => false,
            Some(End::Recorded(open)) => {
                let done = self.log.retire(disk);
                let is_done = done.is_ok();
                // It was answered when the record was safe: only a failure is news.
                if !is_done {
                    open.answer(Doing::PuttingAside, done, acks);
                }
                is_done
            }
            Some(End::Discard(open)) => {
                let done = self.log.discard(disk);
                let is_done = done.is_ok();
                open.answer(Doing::PuttingAside, done, acks);
                is_done
            }
        }
    }
}

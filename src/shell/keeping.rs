//! What is to be kept, and what has become of it: the coach's wishes as requests to the writer, the
//! writer's answers as news.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};

use crate::coach::{Doing, News, Trouble};
use crate::files::{self, ActiveLog, Outcome, Problem, ProblemKind, Store, Write, Writer};
use crate::history::{DeviceId, Draft, Record, RecordId, Started};
use crate::program::HandOver;
use crate::session::{Fact, Plan};
use crate::units::{Now, Pain};

/// The writing end of the application.
#[derive(Debug, Default)]
pub(super) struct Keeping {
    folder: Option<PathBuf>,
    /// Before the store, so that everything is written before the lock is let go.
    writer: Option<Writer>,
    store: Option<Store>,
    /// A session on the disk that nobody has gone on with yet.
    unfinished: Option<ActiveLog>,
    /// What is to be written as soon as there is a writer.
    waiting: Vec<Write>,
    /// Requests whose record is on its way to the disk.
    records: BTreeMap<u64, RecordId>,
    /// Requests that have failed so far.
    failed: BTreeSet<u64>,
    /// Requests whose file of the person's own is on its way to the disk.
    files: BTreeMap<u64, String>,
    /// Requests about files that a person edits, settings included, which nothing was heard of yet.
    unheard: BTreeSet<u64>,
    /// How many of those there were.
    marks: u64,
    /// What the settings file holds, as far as is known.
    settings: Option<String>,
    /// Why nothing can be kept.
    trouble: Option<Trouble>,
    news: Vec<News>,
}

impl Keeping {
    pub(super) fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, ..Self::default() }
    }

    /// The data folder.
    pub(super) fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// The data folder as it is shown; empty when it is not known.
    pub(super) fn folder_name(&self) -> String {
        self.folder.as_deref().map(path_of).unwrap_or_default()
    }

    /// The data folder is ours: writing begins.
    pub(super) fn open(&mut self, mut store: Store, wake: impl Fn() + Send + 'static) {
        self.writer = Some(store.writer(wake));
        self.unfinished = store.unfinished.take();
        let device = store.device.clone();
        self.store = Some(store);
        for write in std::mem::take(&mut self.waiting) {
            self.send_on(signed(write, &device));
        }
    }

    /// Whether the data folder is ours.
    pub(super) const fn is_open(&self) -> bool {
        self.store.is_some()
    }

    /// Lets the data folder go, to be taken elsewhere; `None` while something waits to be written.
    pub(super) fn let_go(&mut self) -> Option<(Option<Writer>, Option<Store>)> {
        let is_idle = self.waiting.is_empty() && self.records.is_empty() && self.failed.is_empty();
        is_idle.then(|| (self.writer.take(), self.store.take()))
    }

    /// The data folder is another one.
    pub(super) fn folder_is(&mut self, folder: PathBuf) {
        self.folder = Some(folder);
    }

    /// Nothing can be kept in this run.
    pub(super) fn cannot_open(&mut self, why: Trouble) {
        self.trouble = Some(why);
    }

    /// This computer's name in the journal, once the data folder is ours.
    pub(super) fn device(&self) -> Option<DeviceId> {
        self.store.as_ref().map(|it| it.device.clone())
    }

    /// What the settings file was found to hold.
    pub(super) fn settings_are(&mut self, bytes: Option<Vec<u8>>) {
        self.settings = bytes.and_then(|it| String::from_utf8(it).ok());
    }

    /// A session begins.
    pub(super) fn begin(&mut self, plan: Plan, pain: Option<Pain>, now: &Now) -> Started {
        let nowhere = DeviceId::new("");
        let device = self.store.as_ref().map_or(&nowhere, |it| &it.device);
        let started = Started { pain, ..files::start_session(device, now, plan) };
        self.send(Write::Start(Box::new(started.clone())));
        started
    }

    /// The session that was left unfinished is taken up again. One of this run is still open.
    pub(super) fn go_on(&mut self, id: RecordId) {
        if let Some(log) = self.unfinished.take_if(|it| it.started.id == id) {
            self.send(Write::Resume(Box::new(log)));
        }
    }

    pub(super) fn log(&mut self, facts: Vec<Fact>, at: DateTime<FixedOffset>) {
        for fact in facts {
            self.send(Write::Fact(at, fact));
        }
    }

    pub(super) fn finish(&mut self, record: Box<Record>) {
        self.keep_record(Write::Finish(record));
    }

    pub(super) fn append(&mut self, record: Box<Record>) {
        self.keep_record(Write::Record(record));
    }

    /// Makes a record of a draft, and writes it.
    pub(super) fn keep(&mut self, draft: Draft, now: &Now) -> Record {
        let nowhere = DeviceId::new("");
        let device = self.store.as_ref().map_or(&nowhere, |it| &it.device);
        let record = files::make_record(draft, device, now);
        self.append(Box::new(record.clone()));
        record
    }

    fn keep_record(&mut self, write: Write) {
        if self.send(write).is_none()
            && let Some(why) = self.trouble.clone()
        {
            self.news.push(News::Failed { doing: Doing::Saving, why });
        }
    }

    pub(super) fn discard(&mut self) {
        self.send(Write::Discard);
    }

    pub(super) fn retry(&mut self) {
        self.send(Write::Retry);
    }

    pub(super) fn save_settings(&mut self, text: String) {
        let before = self.settings.replace(text.clone());
        self.send(Write::Settings { text, before });
    }

    /// Whoever waits with the reminders is to know this. Without the data folder nobody is told.
    pub(super) fn hand_over(&mut self, handed: Box<HandOver>) {
        self.waiting.retain(|it| !matches!(it, Write::HandOver(_)));
        self.send(Write::HandOver(handed));
    }

    /// A file of the person's own is to hold this.
    pub(super) fn save_file(&mut self, name: String, text: Option<String>, before: Option<String>) {
        self.send(Write::File { name, text, before });
        if let Some(why) = self.trouble.clone().filter(|_| self.writer.is_none()) {
            self.news.push(News::Failed { doing: Doing::OwnFile, why });
        }
    }

    /// Asks for something to be written, now or as soon as there is a writer.
    fn send(&mut self, write: Write) -> Option<u64> {
        if self.writer.is_none() {
            self.waiting.push(write);
            return None;
        }
        self.send_on(write)
    }

    fn send_on(&mut self, write: Write) -> Option<u64> {
        let record = match &write {
            Write::Finish(record) | Write::Record(record) => Some(record.id),
            Write::Start(_)
            | Write::Resume(_)
            | Write::Fact(..)
            | Write::Discard
            | Write::Retry
            | Write::File { .. }
            | Write::HandOver(_)
            | Write::Settings { .. } => None,
        };
        let is_edited = matches!(&write, Write::File { .. } | Write::Settings { .. });
        let file = if let Write::File { name, .. } = &write { Some(name.clone()) } else { None };
        let seq = self.writer.as_mut().map(|it| it.send(write))?;
        self.records.extend(record.map(|id| (seq, id)));
        if is_edited {
            self.unheard.insert(seq);
            self.marks += 1;
        }
        self.files.extend(file.map(|name| (seq, name)));
        Some(seq)
    }

    /// Counts what was asked to be written of files that a person edits.
    pub(super) const fn mark(&self) -> u64 {
        self.marks
    }

    /// Whether one of them is being written now.
    pub(super) fn is_writing(&self) -> bool {
        !self.unheard.is_empty()
    }

    /// What has become of everything since last asked.
    pub(super) fn news(&mut self) -> Vec<News> {
        let mut news = std::mem::take(&mut self.news);
        for ack in self.writer.as_ref().map(Writer::poll).unwrap_or_default() {
            self.unheard.remove(&ack.seq);
            match ack.outcome {
                Outcome::Saved => self.saved(ack.seq, &mut news),
                Outcome::Failed { doing, why } => {
                    // Somebody else's change is not tried again.
                    let stays = why.kind != ProblemKind::ChangedOutside;
                    self.failed.extend(Some(ack.seq).filter(|_| stays));
                    self.files.retain(|seq, _| stays || *seq != ack.seq);
                    news.push(News::Failed { doing: doing_of(doing), why: trouble(&why) });
                }
            }
        }
        news
    }

    fn saved(&mut self, seq: u64, news: &mut Vec<News>) {
        news.extend(self.records.remove(&seq).map(News::Saved));
        news.extend(self.files.remove(&seq).map(|name| News::FileKept { name }));
        if self.failed.remove(&seq) && self.failed.is_empty() {
            news.push(News::Recovered);
        }
    }
}

/// A request of a time when this computer's name was not known yet, under that name.
fn signed(write: Write, device: &DeviceId) -> Write {
    let device = device.clone();
    match write {
        Write::Start(it) => Write::Start(Box::new(Started { device, ..*it })),
        Write::Finish(it) => Write::Finish(Box::new(Record { device, ..*it })),
        Write::Record(it) => Write::Record(Box::new(Record { device, ..*it })),
        other @ (Write::Resume(_)
        | Write::Fact(..)
        | Write::Discard
        | Write::Retry
        | Write::File { .. }
        | Write::HandOver(_)
        | Write::Settings { .. }) => other,
    }
}

const fn doing_of(doing: files::Doing) -> Doing {
    match doing {
        files::Doing::KeepingSession | files::Doing::WritingRecord | files::Doing::PuttingAside => {
            Doing::Saving
        }
        files::Doing::WritingSettings => Doing::Settings,
        files::Doing::WritingFile => Doing::OwnFile,
        files::Doing::HandingOver => Doing::Reminders,
    }
}

/// A path as it is shown.
pub(super) fn path_of(path: &Path) -> String {
    path.display().to_string()
}

/// A problem with a file, as far as a person can act on it.
pub(super) fn trouble(problem: &Problem) -> Trouble {
    let path = path_of(&problem.path);
    match &problem.kind {
        ProblemKind::Full => Trouble::Full,
        ProblemKind::ReadOnly | ProblemKind::Denied => Trouble::ReadOnly { path },
        ProblemKind::Gone => Trouble::Gone { path },
        ProblemKind::Empty => Trouble::Empty { path },
        ProblemKind::Failing => Trouble::Failing { path },
        ProblemKind::ChangedOutside => Trouble::Changed { path },
        ProblemKind::TooLarge => Trouble::TooLarge { path },
        ProblemKind::NotAFile => Trouble::NotAFile { path },
        ProblemKind::InCloud => Trouble::InCloud { path },
        ProblemKind::Link => Trouble::Link { path },
        ProblemKind::Busy
        | ProblemKind::NotAFolder
        | ProblemKind::Unwritable(_)
        | ProblemKind::NoSession => Trouble::Other(problem.to_string()),
    }
}

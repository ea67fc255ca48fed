//! The log of the session in progress: one line for the plan, then one for each fact.
//!
//! It lies in the state folder, outside anything that syncs. Every line has a number, so that after
//! a disk error the whole log can be written again to a new file, and a reader takes the union.

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, SubsecRound as _};
use serde::{Deserialize, Serialize};

use super::disk::Disk;
use super::folders::Folders;
use super::problem::{At as _, Problem, ProblemKind};
use super::protocol::{append, append_new, sync_parent};
use crate::history::{Record, RecordId, Started, checked_line, from_line, to_line};
use crate::session::{Ending, Fact, Session};

/// What a session in progress has left on the disk.
#[derive(Debug, Clone, PartialEq)]
pub struct ActiveLog {
    /// How it started, with the complete plan.
    pub started: Started,
    /// What has happened, in order.
    pub facts: Vec<Fact>,
    /// When the last of them was written.
    pub last: DateTime<FixedOffset>,
    /// The record, when the session had come to its end and was being put into the journal.
    pub record: Option<Record>,
    /// Lines that could not be read; more than the torn last one means damage.
    pub bad: usize,
    /// The files it was read from.
    pub(super) files: Vec<PathBuf>,
    /// Its lines, word for word.
    pub(super) lines: Vec<String>,
    /// The number of the next line.
    pub(super) next: u64,
}

impl ActiveLog {
    /// The session as it was left: paused, at the same set.
    pub fn session(&self) -> Session {
        Session::restore(self.started.plan.clone(), &self.facts)
    }

    /// How it had ended; nothing when it can go on.
    pub fn ending(&self) -> Option<Ending> {
        match self.session().ending()? {
            Ending::Left => None,
            ending @ (Ending::Completed | Ending::Early) => Some(ending),
        }
    }

    /// The record that is to be in the journal: the one that was being written, else one made of
    /// what had happened.
    pub fn record(&self, ending: Ending) -> Record {
        let made = || self.started.record(&self.session(), ending, self.last);
        self.record.clone().unwrap_or_else(made)
    }
}

/// A line of the log.
#[derive(Debug, Serialize, Deserialize)]
struct Line {
    n: u64,
    #[serde(flatten)]
    entry: Entry,
}

/// What a line says.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Entry {
    Started(Box<Started>),
    Fact {
        at: DateTime<FixedOffset>,
        what: Fact,
    },
    /// The line that is about to be put into the journal, word for word.
    Record {
        line: String,
    },
}

/// The writing end.
#[derive(Debug)]
pub(super) struct ActiveWriter {
    folders: Folders,
    /// Every line of this session, written or not: a new file takes them all.
    lines: Vec<String>,
    /// How many of them are safe.
    safe: usize,
    next: u64,
    /// The file that has the safe ones; none at first, and none after an error.
    file: Option<PathBuf>,
    /// Older files of the same session, in which an error came up.
    others: Vec<PathBuf>,
}

impl ActiveWriter {
    /// A log that begins with this session, in a file of its own.
    pub(super) fn start(folders: &Folders, started: Started) -> Result<Self, Problem> {
        let mut log = Self {
            folders: folders.clone(),
            lines: Vec::new(),
            safe: 0,
            next: 0,
            file: None,
            others: Vec::new(),
        };
        log.push(Entry::Started(Box::new(started)))?;
        Ok(log)
    }

    /// A log that goes on, in a new file with all its lines: what an error of the run before has left
    /// in memory reads like what is on the disk, so nothing that was only read is trusted.
    pub(super) fn resume(folders: &Folders, from: ActiveLog) -> Self {
        Self {
            folders: folders.clone(),
            lines: from.lines,
            safe: 0,
            next: from.next,
            file: None,
            others: from.files,
        }
    }

    pub(super) fn fact(&mut self, at: DateTime<FixedOffset>, what: Fact) -> Result<(), Problem> {
        self.push(Entry::Fact { at: at.trunc_subsecs(3), what })
    }

    pub(super) fn record(&mut self, record: &Record) -> Result<(), Problem> {
        let line = to_line(record).map_err(|it| self.unwritable(&it))?;
        self.push(Entry::Record { line })
    }

    fn push(&mut self, entry: Entry) -> Result<(), Problem> {
        let line = Line { n: self.next, entry };
        let text = checked_line(&line).map_err(|it| self.unwritable(&it))?;
        self.lines.push(text);
        self.next += 1;
        Ok(())
    }

    fn unwritable(&self, why: &serde_json::Error) -> Problem {
        Problem::of(&self.folders.state, ProblemKind::Unwritable(why.to_string()))
    }

    /// Brings every line to the disk that is not safe there. After an error, all of them go to a new
    /// file, because not even what was safe before can be trusted.
    pub(super) fn flush(&mut self, disk: &dyn Disk) -> Result<(), Problem> {
        if self.safe == self.lines.len() {
            return Ok(());
        }
        match self.write(disk) {
            Ok(file) => {
                self.file = Some(file);
                self.safe = self.lines.len();
                Ok(())
            }
            Err(problem) => {
                self.others.extend(self.file.take());
                self.safe = 0;
                Err(problem)
            }
        }
    }

    fn write(&self, disk: &dyn Disk) -> Result<PathBuf, Problem> {
        if let Some(file) = &self.file {
            let open = self.lines.get(self.safe..).unwrap_or_default();
            return append(disk, file, &joined(open)).map(|()| file.clone());
        }
        let fresh = fresh_name(disk, &self.folders)?;
        let written = append_new(disk, &fresh, &joined(&self.lines));
        if written.is_err() && disk.exists(&fresh).unwrap_or(false) {
            // Nothing in it is safe, so nothing is lost; what cannot be removed is read as a part.
            disk.remove(&fresh).ok();
        }
        written.map(|()| fresh)
    }

    /// Keeps the log until the next start has found its record in the journal.
    pub(super) fn retire(&self, disk: &dyn Disk) -> Result<(), Problem> {
        put_aside(disk, &self.folders, &self.files(), PREVIOUS)
    }

    /// Takes the log out of the way because the person does not want to go on; one such log is kept.
    pub(super) fn discard(&self, disk: &dyn Disk) -> Result<(), Problem> {
        put_aside(disk, &self.folders, &self.files(), DISCARDED)
    }

    fn files(&self) -> Vec<PathBuf> {
        self.others.iter().chain(&self.file).cloned().collect()
    }
}

/// The last finished log, kept until the next start has found its record in the journal.
pub(super) const PREVIOUS: &str = "previous-session.jsonl";
/// The last log that the person did not want to go on with.
pub(super) const DISCARDED: &str = "discarded-session.jsonl";

/// Renames the newest file of a log, which holds all of it, and removes the older ones.
pub(super) fn put_aside(
    disk: &dyn Disk,
    folders: &Folders,
    files: &[PathBuf],
    name: &str,
) -> Result<(), Problem> {
    let Some((newest, older)) = files.split_last() else { return Ok(()) };
    let to = folders.in_state(name);
    if disk.exists(newest).at(newest)? {
        disk.rename(newest, &to).at(newest)?;
    }
    for file in older {
        if disk.exists(file).at(file)? {
            disk.remove(file).at(file)?;
        }
    }
    sync_parent(disk, &to)
}

/// The first name of an active log that is free.
fn fresh_name(disk: &dyn Disk, folders: &Folders) -> Result<PathBuf, Problem> {
    let names = (2..1000).map(|n| format!("active.{n}.jsonl"));
    for name in std::iter::once("active.jsonl".to_owned()).chain(names) {
        let path = folders.in_state(&name);
        if !disk.exists(&path).at(&path)? {
            return Ok(path);
        }
    }
    Err(Problem::of(&folders.state, ProblemKind::Failing))
}

fn joined(lines: &[String]) -> String {
    lines.iter().flat_map(|it| [it.as_str(), "\n"]).collect()
}

/// Reads the log that these files make up; nothing when its first line cannot be read.
fn read(disk: &dyn Disk, files: Vec<PathBuf>) -> Result<Option<ActiveLog>, Problem> {
    let (mut by_number, mut bad) = (BTreeMap::new(), 0);
    for file in &files {
        let bytes = disk.read(file, super::LOG_CAP).at(file)?;
        // Zeros are what a power cut has left of a line that was never called safe.
        let lines = bytes.split(|it| matches!(it, b'\n' | 0));
        for line in lines.filter(|it| !it.trim_ascii().is_empty()) {
            match (serde_json::from_slice::<Line>(line), std::str::from_utf8(line)) {
                (Ok(Line { n, entry }), Ok(text)) => {
                    by_number.insert(n, (entry, text.to_owned()));
                }
                (Err(_), _) | (_, Err(_)) => bad += 1,
            }
        }
    }
    let next = by_number.keys().next_back().map_or(0, |it| it + 1);
    let (entries, lines): (Vec<_>, Vec<_>) = by_number.into_values().unzip();
    let mut entries = entries.into_iter();
    let Some(Entry::Started(started)) = entries.next() else { return Ok(None) };
    let (mut facts, mut last, mut record) = (Vec::new(), started.at, None);
    for entry in entries {
        match entry {
            Entry::Started(_) => {}
            Entry::Fact { at, what } => {
                last = at;
                facts.push(what);
            }
            Entry::Record { line } => record = from_line(line.as_bytes()).ok().map(|it| it.0),
        }
    }
    Ok(Some(ActiveLog { started: *started, facts, last, record, bad, files, lines, next }))
}

/// What the state folder holds of sessions in progress.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Those that can be read, oldest first.
    pub(super) logs: Vec<ActiveLog>,
    /// Files without a readable first line.
    pub(super) useless: Vec<PathBuf>,
    /// Files that the disk would not give.
    pub(super) problems: Vec<Problem>,
}

/// Looks for what is left of sessions that did not come to their end.
pub(super) fn find(disk: &dyn Disk, folders: &Folders) -> Result<Found, Problem> {
    let mut found = Found::default();
    let mut by_id: BTreeMap<RecordId, Vec<(u32, PathBuf)>> = BTreeMap::new();
    for file in disk.list(&folders.state).at(&folders.state)? {
        let Some(order) = segment(&file.name) else { continue };
        match read(disk, vec![file.path.clone()]) {
            Ok(Some(log)) => by_id.entry(log.started.id).or_default().push((order, file.path)),
            Ok(None) => found.useless.push(file.path),
            Err(problem) => found.problems.push(problem),
        }
    }
    for mut files in by_id.into_values() {
        files.sort();
        found.logs.extend(read(disk, files.into_iter().map(|it| it.1).collect())?);
    }
    found.logs.sort_by_key(|it| it.started.at);
    Ok(found)
}

/// A finished log that waits to be found in the journal.
pub(super) fn previous(disk: &dyn Disk, folders: &Folders) -> Result<Option<ActiveLog>, Problem> {
    let path = folders.in_state(PREVIOUS);
    if disk.exists(&path).at(&path)? { read(disk, vec![path]) } else { Ok(None) }
}

/// Whether a file of the state folder is the log of a session in progress.
pub(super) fn is_log(name: &str) -> bool {
    segment(name).is_some()
}

/// The place of a file in the order in which a log's files were written.
fn segment(name: &str) -> Option<u32> {
    let middle = name.strip_prefix("active")?.strip_suffix(".jsonl")?;
    if middle.is_empty() { Some(1) } else { middle.strip_prefix('.')?.parse().ok() }
}

//! What the reminders keep, in the state folder: notes of what was done about them (a file a day, to
//! which any process of the program appends), what the window hands over to whoever waits, and what
//! whoever waits says of itself.
//!
//! Notes of having stood up go into the journal at the next start of whoever has it. Their ids go
//! with them, so that taking them in twice changes nothing; their file goes a month later, long after
//! its records were read back out of the journal.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::disk::Disk;
use super::folders::Folders;
use super::lock::{Lock, LockProblem};
use super::problem::{At as _, Problem, ProblemKind};
use super::protocol::{append, make_dirs, replace, sync_parent};
use super::reading::has_ending;
use crate::history::{Body, DeviceId, Record, SCHEMA, SessionRecord, Unknown};
use crate::program::{HandOver, Note, Noted};
use crate::units::Now;

/// The folder of the notes.
const NOTES: &str = "reminders";
/// What the window hands over.
const HANDED: &str = "breaks.json";
/// What whoever waits says of itself.
const WAITING: &str = "waiting.json";
/// Held by whoever waits.
const LOCK: &str = "wait.lock";
/// Far more than a day of reminders.
const CAP: u64 = 1024 * 1024;
/// Notes are kept for so many days: by them it is known what was offered last.
const KEPT_DAYS: i64 = 31;
/// A session writes something at least so often, but for a long pause.
const SESSION_IS_ALIVE: Duration = Duration::from_mins(10);

/// What whoever waits says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// Its process.
    pub process: u32,
    /// The local time of the next reminder, as far as it can be told.
    pub next: Option<NaiveDateTime>,
}

/// Notes that were read, and whether some lines could not be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notes {
    /// In the order in which they were made.
    pub notes: Vec<Note>,
    /// Lines that cannot be read, but for a torn last one.
    pub bad: usize,
}

impl Folders {
    /// The folder of the notes.
    pub fn notes(&self) -> PathBuf {
        self.in_state(NOTES)
    }

    /// What the window hands over to whoever waits.
    pub(super) fn handed(&self) -> PathBuf {
        self.in_state(HANDED)
    }
}

/// Keeps a note, safely, and answers with it.
pub fn keep_note(
    disk: &dyn Disk,
    folders: &Folders,
    what: Noted,
    now: &Now,
) -> Result<Note, Problem> {
    let note = Note { id: uuid::Uuid::now_v7(), at: now.tick.wall, zone: now.zone.clone(), what };
    let path = folders.notes().join(format!("{}.jsonl", now.date()));
    let line = serde_json::to_string(&note)
        .map_err(|it| Problem::of(&path, ProblemKind::Unwritable(it.to_string())))?;
    let outermost = folders.state.ancestors().last().unwrap_or(&folders.state);
    make_dirs(disk, outermost, &folders.notes())?;
    append(disk, &path, &format!("{line}\n"))?;
    Ok(note)
}

/// Every note that is kept.
pub fn read_notes(disk: &dyn Disk, folders: &Folders) -> Result<Notes, Problem> {
    let mut all = Notes::default();
    for (_, path) in note_files(disk, folders)? {
        let read = read_note_file(disk, &path)?;
        all.notes.extend(read.notes);
        all.bad += read.bad;
    }
    Ok(all)
}

/// The files of notes with their days, oldest first.
fn note_files(disk: &dyn Disk, folders: &Folders) -> Result<Vec<(NaiveDate, PathBuf)>, Problem> {
    let dir = folders.notes();
    if !disk.exists(&dir).at(&dir)? {
        return Ok(Vec::new());
    }
    let files = disk.list(&dir).at(&dir)?.into_iter();
    let files = files.filter(|it| !it.is_dir && has_ending(&it.name, "jsonl"));
    Ok(files.filter_map(|it| Some((it.name.get(..10)?.parse().ok()?, it.path))).collect())
}

fn read_note_file(disk: &dyn Disk, path: &Path) -> Result<Notes, Problem> {
    let bytes = disk.read(path, CAP).at(path)?;
    let mut read = Notes::default();
    for line in bytes.split(|it| matches!(it, b'\n' | 0)).filter(|it| !it.trim_ascii().is_empty()) {
        match serde_json::from_slice(line) {
            Ok(note) => read.notes.push(note),
            Err(_) => read.bad += 1,
        }
    }
    Ok(read)
}

/// The records of having stood up that are not in the journal yet, and the files of notes that are so
/// old that they can go. Of a file that cannot be read nothing goes.
pub(super) fn stood_up(
    disk: &dyn Disk,
    folders: &Folders,
    device: &DeviceId,
    is_kept: impl Fn(&Record) -> bool,
    today: NaiveDate,
) -> Result<(Vec<Record>, Vec<PathBuf>), Problem> {
    let (mut records, mut old) = (Vec::new(), Vec::new());
    for (date, path) in note_files(disk, folders)? {
        let read = read_note_file(disk, &path)?;
        let stood = read.notes.into_iter().filter_map(|it| record(it, device));
        let open: Vec<_> = stood.filter(|it| !is_kept(it)).collect();
        let is_old = TimeDelta::days(KEPT_DAYS) < today - date;
        if is_old && open.is_empty() && read.bad == 0 {
            old.push(path);
        }
        records.extend(open);
    }
    Ok((records, old))
}

/// The records of having stood up, as far as they are noted; who has them in the journal knows them by
/// their ids.
pub fn stood_notes(
    disk: &dyn Disk,
    folders: &Folders,
    device: &DeviceId,
) -> Result<Vec<Record>, Problem> {
    let notes = read_notes(disk, folders)?.notes.into_iter();
    Ok(notes.filter_map(|it| record(it, device)).collect())
}

/// Removes files of notes.
pub(super) fn remove_notes(disk: &dyn Disk, old: &[PathBuf]) -> Result<(), Problem> {
    for path in old {
        disk.remove(path).at(path)?;
        sync_parent(disk, path)?;
    }
    Ok(())
}

fn record(note: Note, device: &DeviceId) -> Option<Record> {
    let Noted::Stood { name } = note.what else { return None };
    Some(Record {
        v: SCHEMA,
        id: note.id,
        rev: 1,
        device: device.clone(),
        at: note.at,
        zone: note.zone,
        date: note.at.date_naive(),
        body: Body::Break(SessionRecord::stood_up(name, note.at)),
        unknown: Unknown::default(),
    })
}

/// What the window has handed over; nothing when it never has, or nothing can be made of it.
pub fn read_handed(disk: &dyn Disk, folders: &Folders) -> Result<Option<HandOver>, Problem> {
    read_json(disk, &folders.handed())
}

/// Hands over. Only whoever has the data folder does it.
pub(super) fn hand_over(
    disk: &dyn Disk,
    folders: &Folders,
    handed: &HandOver,
) -> Result<(), Problem> {
    write_json(disk, &folders.handed(), handed)
}

/// What whoever waits has said of itself, if somebody waits now.
pub fn read_waiting(disk: &dyn Disk, folders: &Folders) -> Result<Option<Waiting>, Problem> {
    let lock = folders.in_state(LOCK);
    if disk.exists(&lock).at(&lock)? && disk.is_locked(&lock).at(&lock)? {
        read_json(disk, &folders.in_state(WAITING))
    } else {
        Ok(None)
    }
}

/// Says of oneself that one waits.
pub fn say_waiting(disk: &dyn Disk, folders: &Folders, waiting: Waiting) -> Result<(), Problem> {
    write_json(disk, &folders.in_state(WAITING), &waiting)
}

/// Takes the place of the one that waits, or says that somebody has it. It has nothing to do with the
/// lock of the journal.
pub fn lock_waiting(disk: &dyn Disk, folders: &Folders) -> Result<Lock, LockProblem> {
    let outermost = folders.state.ancestors().last().unwrap_or(&folders.state);
    // Also the place of the notes, so that it can be watched.
    make_dirs(disk, outermost, &folders.notes())?;
    Lock::take(disk, &folders.in_state(LOCK))
}

/// Whether a session is being led, as far as its log tells: it was written to a moment ago.
pub fn is_session_alive(
    disk: &dyn Disk,
    folders: &Folders,
    now: DateTime<FixedOffset>,
) -> Result<bool, Problem> {
    if !disk.exists(&folders.state).at(&folders.state)? {
        return Ok(false);
    }
    let now = std::time::SystemTime::from(now);
    let files = disk.list(&folders.state).at(&folders.state)?;
    let is_alive = |changed: std::time::SystemTime| {
        // One from the future was changed before the clock was set back.
        now.duration_since(changed).map_or(true, |age| age < SESSION_IS_ALIVE)
    };
    let mut logs = files.iter().filter(|it| super::active::is_log(&it.name));
    Ok(logs.any(|it| it.changed.is_some_and(is_alive)))
}

pub(super) fn read_json<T: DeserializeOwned>(
    disk: &dyn Disk,
    path: &Path,
) -> Result<Option<T>, Problem> {
    match disk.read(path, CAP) {
        // What a newer version wrote otherwise is as good as nothing.
        Ok(bytes) => Ok(serde_json::from_slice(&bytes).ok()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Problem::new(path, &error)),
    }
}

/// Replaces a file of which the program alone is the author.
pub(super) fn write_json(
    disk: &dyn Disk,
    path: &Path,
    value: &impl Serialize,
) -> Result<(), Problem> {
    let text = serde_json::to_string_pretty(value)
        .map_err(|it| Problem::of(path, ProblemKind::Unwritable(it.to_string())))?;
    let before = match disk.read(path, CAP) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(Problem::new(path, &error)),
    };
    if before.as_deref() == Some(text.as_bytes()) {
        return Ok(());
    }
    replace(disk, path, text.as_bytes(), before.as_deref())
}

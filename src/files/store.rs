//! Taking the folders into use: the lock, the name of this computer, what was left behind.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Datelike as _, FixedOffset, TimeDelta};

use super::active::{self, ActiveLog};
use super::device;
use super::disk::Disk;
use super::folders::Folders;
use super::index::Index;
use super::ledger::{Ledger, Stamp};
use super::lock::{Lock, LockProblem, lock};
use super::log::LogWriter;
use super::problem::{At as _, Problem};
use super::protocol::{make_dirs, sweep, sync_parent};
use super::reading::{self, Damaged, Reading};
use super::reminders;
use super::work::Work;
use super::writer::Writer;
use crate::history::{DeviceId, Draft, Journal, Record, Started};
use crate::session::Plan;
use crate::units::Now;

/// The folders, in the hands of this process alone.
#[derive(Debug)]
pub struct Store {
    /// Where they are.
    pub folders: Folders,
    /// What this computer is called in the journal.
    pub device: DeviceId,
    /// What the journal holds.
    pub journal: Journal,
    /// The session that was left in progress, if there is one.
    pub unfinished: Option<ActiveLog>,
    /// What the person should know about their files.
    pub notices: Vec<Notice>,
    /// What the next start shows first; to be written when nothing waits any more.
    pub index: Index,
    disk: Arc<dyn Disk>,
    /// Records that this start has put into the journal.
    pub(super) recovered: Vec<Record>,
    #[expect(dead_code, reason = "held, not read")]
    lock: Lock,
}

/// Something about the files that the person should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A session had ended, but its record was not in the journal; now it is.
    Recovered,
    /// The log of a session in progress could not be read; a copy was put here.
    SetAside(PathBuf),
    /// A file of the journal has lines that cannot be read. It is left as it is.
    Damaged(Damaged),
    /// Records that were there have gone from these files, named from the data folder on: a sync
    /// service, a program or a person has changed old history.
    Shrunk(Vec<String>),
    /// The folder came from another computer, or from a copy; this computer has another name now.
    NewName(DeviceId),
    /// Others who use this computer can look into this folder, which a person made.
    OpenToOthers(PathBuf),
    /// The clock is before this moment, at which something was already done.
    ClockBehind(DateTime<FixedOffset>),
    /// A copy of the person's files could not be made.
    NoBackup(Problem),
    /// A file or folder could not be read.
    Unreadable(Problem),
}

/// Why the folders could not be taken into use.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenProblem {
    /// Another process uses them; its id, where it can be told.
    #[error("in use by process {0:?}")]
    InUse(Option<u32>),
    /// Something stands in the way.
    #[error(transparent)]
    Problem(#[from] Problem),
}

impl From<LockProblem> for OpenProblem {
    fn from(problem: LockProblem) -> Self {
        match problem {
            LockProblem::Held(by) => Self::InUse(by),
            LockProblem::File(problem) => Self::Problem(problem),
        }
    }
}

/// The head of a session that starts now on this computer, with an id of its own.
pub fn start_session(device: &DeviceId, now: &Now, plan: Plan) -> Started {
    Started::new(uuid::Uuid::now_v7(), device.clone(), now, plan)
}

/// The record of a draft, made now on this computer; a new one gets an id of its own.
pub fn make_record(draft: Draft, device: &DeviceId, now: &Now) -> Record {
    draft.record(uuid::Uuid::now_v7(), device.clone(), now)
}

/// What can be seen of the state folder without taking it into use.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    /// What this computer is called in the journal, if it has a name yet.
    pub device: Option<DeviceId>,
    /// The session in progress or left in progress.
    pub unfinished: Option<ActiveLog>,
}

/// Looks into the state folder and changes nothing.
pub fn look(disk: &dyn Disk, folders: &Folders) -> Result<Seen, Problem> {
    if !disk.exists(&folders.state).at(&folders.state)? {
        return Ok(Seen::default());
    }
    let device = device::known(disk, folders)?;
    let unfinished = active::find(disk, folders)?.logs.pop();
    Ok(Seen { device, unfinished: unfinished.filter(|it| it.ending().is_none()) })
}

impl Store {
    /// Takes the folders into use: makes them, locks them, reads the journal, brings records into it
    /// that a crash kept out, and finds a session that was left in progress. Doing it twice changes
    /// nothing.
    pub fn open(disk: Arc<dyn Disk>, folders: Folders, now: &Now) -> Result<Self, OpenProblem> {
        folders.make(&*disk)?;
        let lock = lock(&*disk, &folders)?;
        let named = device::device(&*disk, &folders)?;
        let ledger = Ledger::read(&*disk, &folders);
        let read = reading::read(&*disk, &folders, Some(&named.device), &ledger);
        let mut notices = Vec::new();
        let device = if is_behind(&read, &ledger, &named.device) {
            device::rename(&*disk, &folders)?
        } else {
            named.device.clone()
        };
        if named.cloned.is_some() || device != named.device {
            notices.push(Notice::NewName(device.clone()));
        }
        notices.extend(clock_behind(&read, now));
        let Reading { journal, problems, stamps, index } = read;
        notices.extend(problems.into_iter().map(Notice::Unreadable));
        let recovered = Vec::new();
        let mut store = Self {
            folders,
            device,
            journal,
            unfinished: None,
            notices,
            index,
            disk,
            recovered,
            lock,
        };
        store.look_after(&ledger, &stamps, now);
        store.recover()?;
        store.take_notes_in(now)?;
        Ok(store)
    }

    /// What is a comfort, and keeps nobody from training: copies of damage, the ledger, tidiness.
    fn look_after(&mut self, ledger: &Ledger, stamps: &BTreeMap<String, Stamp>, now: &Now) {
        let (disk, folders) = (&*self.disk, &self.folders);
        let mut unreadable = Vec::new();
        for dir in [&folders.data, &folders.state] {
            unreadable.extend(sweep(disk, dir, now.tick.wall.into()).err());
        }
        let (damaged, no_copy) = reading::quarantine(disk, folders, &self.journal);
        unreadable.extend(no_copy);
        let is_damaged = |it: &String| damaged.iter().any(|bad| bad.file == *it);
        let records = self.journal.revisions();
        let mut shrunk = ledger.shrunk(stamps, records);
        shrunk.retain(|it| !is_damaged(it));
        let mut told_open = ledger.told_open.clone();
        let is_open = disk.is_private(&folders.data).is_ok_and(|it| !it);
        let is_news = is_open && !told_open.contains(&folders.data);
        if is_news {
            told_open.push(folders.data.clone());
        }
        let new = Ledger { records, files: stamps.clone(), told_open };
        unreadable.extend(new.write(disk, folders).err());
        let open = is_news.then(|| Notice::OpenToOthers(folders.data.clone()));
        let gone = (!shrunk.is_empty()).then_some(Notice::Shrunk(shrunk));
        self.notices.extend(unreadable.into_iter().map(Notice::Unreadable));
        self.notices.extend(damaged.into_iter().map(Notice::Damaged));
        self.notices.extend(gone.into_iter().chain(open));
    }

    /// Starts the thread that writes. `wake` is called after each of its answers but that a fact was
    /// noted.
    pub fn writer(&self, wake: impl Fn() + Send + 'static) -> Writer {
        let disk = Arc::clone(&self.disk);
        Writer::spawn(Work::new(disk, self), wake)
    }

    /// The disk on which the folders lie.
    pub fn disk(&self) -> &dyn Disk {
        &*self.disk
    }

    /// Looks through what the last run has left behind. Nothing is put aside before every record is
    /// safe: an error at one may have damaged the one before it.
    fn recover(&mut self) -> Result<(), Problem> {
        let disk = Arc::clone(&self.disk);
        let mut writer = LogWriter::new(&self.folders, &self.device);
        let previous = active::previous(&*disk, &self.folders)?;
        if let Some(previous) = previous.as_ref().filter(|it| !self.journal.has(it.started.id)) {
            self.bring(previous, &mut writer)?;
        }
        let found = active::find(&*disk, &self.folders)?;
        self.notices.extend(found.problems.into_iter().map(Notice::Unreadable));
        let mut over = Vec::new();
        // The newest may go on; an older one beside it can only be kept as it is.
        for log in found.logs.into_iter().rev() {
            let is_over = log.ending().is_some() || log.record.is_some();
            if !is_over && !self.journal.has(log.started.id) && self.unfinished.is_none() {
                self.unfinished = Some(log);
            } else {
                // Also where the journal seems to have it: what an error has left in memory reads
                // like what is on the disk.
                self.bring(&log, &mut writer)?;
                over.push(log);
            }
        }
        writer.flush(&*disk).or_else(|_| writer.flush(&*disk))?;
        // Only now that its record was read back, or written again, is the log no longer needed.
        for file in previous.iter().flat_map(|it| &it.files) {
            disk.remove(file).at(file)?;
            sync_parent(&*disk, file)?;
        }
        for file in found.useless {
            self.set_aside(&file)?;
        }
        for log in over {
            active::put_aside(&*disk, &self.folders, &log.files, active::PREVIOUS)?;
        }
        Ok(())
    }

    /// Brings into the journal what was noted beside it: having stood up without the window.
    fn take_notes_in(&mut self, now: &Now) -> Result<(), Problem> {
        let disk = Arc::clone(&self.disk);
        let is_kept = |it: &Record| self.journal.has(it.id);
        let noted = reminders::stood_up(&*disk, &self.folders, &self.device, is_kept, now.date());
        let (records, old) = match noted {
            Ok(it) => it,
            Err(problem) => {
                // They stay where they are, and keep nobody from training.
                self.notices.push(Notice::Unreadable(problem));
                return Ok(());
            }
        };
        let mut writer = LogWriter::new(&self.folders, &self.device);
        for record in &self.recovered {
            // After an error these are written again with the others.
            writer.remember(record)?;
        }
        for record in records {
            writer.push(&record)?;
            self.recovered.push(record.clone());
            self.journal.add(record);
        }
        writer.flush(&*disk).or_else(|_| writer.flush(&*disk))?;
        reminders::remove_notes(&*disk, &old)
    }

    /// Hands the record of a session that is over to the writer.
    fn bring(&mut self, log: &ActiveLog, writer: &mut LogWriter) -> Result<(), Problem> {
        let record = log.record(log.ending().unwrap_or(crate::session::Ending::Early));
        writer.push(&record)?;
        self.recovered.push(record.clone());
        if !self.journal.has(record.id) {
            self.journal.add(record);
            self.notices.push(Notice::Recovered);
        }
        Ok(())
    }

    /// Moves a log of the state folder that holds nothing readable where it is kept and does not get
    /// in the way.
    fn set_aside(&mut self, file: &Path) -> Result<(), Problem> {
        let dir = self.folders.quarantine();
        make_dirs(&*self.disk, &self.folders.state, &dir)?;
        let name = file.file_name().map(|it| it.to_string_lossy().into_owned());
        let id = uuid::Uuid::now_v7().simple();
        let to = dir.join(format!("{id}-{}", name.unwrap_or_default()));
        self.disk.rename(file, &to).at(file)?;
        sync_parent(&*self.disk, &to)?;
        sync_parent(&*self.disk, file)?;
        self.notices.push(Notice::SetAside(to));
        Ok(())
    }
}

/// Whether this computer's newest file holds less than it did: the folder was put back from a copy,
/// and what another copy of it holds must not be written over.
fn is_behind(read: &Reading, ledger: &Ledger, device: &DeviceId) -> bool {
    let own = format!("log/{device}/");
    let newest = ledger.files.keys().rfind(|it| it.starts_with(&own));
    newest.is_some_and(|it| ledger.is_shorter(it, &read.stamps))
}

/// The first year in which this program can have been used.
const FIRST_YEAR: i32 = 2026;

/// The newest moment in the journal, if the clock is more than a day behind it, or is before any that
/// this program can have seen.
fn clock_behind(read: &Reading, now: &Now) -> Option<Notice> {
    let wall = now.tick.wall;
    let newest = read.journal.records().map(|it| it.at).max().unwrap_or(wall);
    let is_behind = newest - wall > TimeDelta::days(1) || wall.year() < FIRST_YEAR;
    is_behind.then_some(Notice::ClockBehind(newest))
}

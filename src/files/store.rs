//! Taking the folders into use: the lock, the name of this computer, what was left behind.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::active::{self, ActiveLog};
use super::device;
use super::disk::Disk;
use super::folders::Folders;
use super::lock::{Lock, LockProblem, lock};
use super::log::{LogWriter, quarantine, read_journal};
use super::problem::{At as _, Problem};
use super::protocol::{make_dirs, sweep, sync_parent};
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
    disk: Arc<dyn Disk>,
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
    /// A file of the journal has lines that cannot be read. It is left as it is; this is a copy.
    Copied(PathBuf),
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
        let device = device::device(&*disk, &folders)?;
        let (journal, mut unreadable) = read_journal(&*disk, &folders);
        for dir in [&folders.data, &folders.state] {
            unreadable.extend(sweep(&*disk, dir, now.tick.wall.into()).err());
        }
        // Copies are a comfort: a program that cannot make them works all the same.
        let copies = quarantine(&*disk, &folders, &journal);
        unreadable.extend(copies.as_ref().err().cloned());
        let told = copies.unwrap_or_default().into_iter().map(Notice::Copied);
        let notices = unreadable.into_iter().map(Notice::Unreadable).chain(told).collect();
        let mut store = Self { folders, device, journal, unfinished: None, notices, disk, lock };
        store.recover()?;
        Ok(store)
    }

    /// Starts the thread that writes. `wake` is called after each of its answers but that a fact was
    /// noted.
    pub fn writer(&self, wake: impl Fn() + Send + 'static) -> Writer {
        Writer::spawn(Arc::clone(&self.disk), &self.folders, &self.device, wake)
    }

    /// The disk on which the folders lie.
    pub fn disk(&self) -> &dyn Disk {
        &*self.disk
    }

    /// Looks through what the last run has left behind.
    fn recover(&mut self) -> Result<(), Problem> {
        let disk = Arc::clone(&self.disk);
        if let Some(previous) = active::previous(&*disk, &self.folders)? {
            // Only now that its record was read back is the log no longer needed.
            self.make_sure(&previous)?;
            for file in &previous.files {
                disk.remove(file).at(file)?;
                sync_parent(&*disk, file)?;
            }
        }
        let found = active::find(&*disk, &self.folders)?;
        self.notices.extend(found.problems.into_iter().map(Notice::Unreadable));
        for file in found.useless {
            self.set_aside(&file)?;
        }
        // The newest may go on; an older one beside it can only be kept as it is.
        for log in found.logs.into_iter().rev() {
            let is_over = log.ending().is_some() || log.record.is_some();
            if !is_over && !self.journal.has(log.started.id) && self.unfinished.is_none() {
                self.unfinished = Some(log);
            } else {
                self.make_sure(&log)?;
                active::put_aside(&*disk, &self.folders, &log.files, active::PREVIOUS)?;
            }
        }
        Ok(())
    }

    /// Brings the record of a session into the journal that is over and not in it.
    fn make_sure(&mut self, log: &ActiveLog) -> Result<(), Problem> {
        if self.journal.has(log.started.id) {
            return Ok(());
        }
        let record = log.record(log.ending().unwrap_or(crate::session::Ending::Early));
        let mut writer = LogWriter::new(&self.folders, &self.device);
        writer.push(&record)?;
        writer.flush(&*self.disk)?;
        self.journal.add(record);
        self.notices.push(Notice::Recovered);
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

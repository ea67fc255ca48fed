//! Reading the journal: every file of every device, and what is to be said about them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{TrySendError, sync_channel};
use std::thread;

use super::device;
use super::disk::Disk;
use super::folders::Folders;
use super::index::{Index, Indexed};
use super::ledger::{Ledger, Stamp};
use super::problem::{At as _, Problem, ProblemKind};
use super::protocol::{make_dirs, write_new};
use crate::history::{Bad, DeviceId, Journal, checksum};

/// What was read.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// All records.
    pub(super) journal: Journal,
    /// Files and folders that could not be read.
    pub(super) problems: Vec<Problem>,
    /// How each file was found, by its name in the data folder.
    pub(super) stamps: BTreeMap<String, Stamp>,
    /// What the next start shows first.
    pub(super) index: Index,
}

/// Reads every file of every device, copies that a sync service made included. A file that cannot
/// be read is a problem beside the journal, not instead of it.
pub fn read_journal(disk: &dyn Disk, folders: &Folders) -> (Journal, Vec<Problem>) {
    // Whoever we are: a computer without a name has written nothing yet.
    let own = device::known(disk, folders).ok().flatten();
    let read = read_by_two(disk, folders, own.as_ref(), None);
    (read.journal, read.problems)
}

/// The same, and what has become of the files since the ledger was written.
pub(super) fn read(
    disk: &dyn Disk,
    folders: &Folders,
    own: Option<&DeviceId>,
    ledger: &Ledger,
) -> Reading {
    read_by_two(disk, folders, own, Some(ledger))
}

/// One thread reads the files, in their order, and makes records of their lines together with a second
/// one: the disk is asked the same things in the same order every time, and which thread took which
/// file changes nothing.
fn read_by_two(
    disk: &dyn Disk,
    folders: &Folders,
    own: Option<&DeviceId>,
    ledger: Option<&Ledger>,
) -> Reading {
    let (files, mut problems) = journal_files(disk, folders);
    let read = |path: &PathBuf| match Found::read(disk, folders, own, path) {
        Ok(found) => Some(found),
        Err(problem) => {
            problems.push(problem);
            None
        }
    };
    let mut reading = thread::scope(|scope| {
        let (send, receive) = sync_channel::<Found>(WAITING);
        let second = move || {
            let mut part = Reading::default();
            for found in receive {
                part.take(&found, ledger);
            }
            part
        };
        // Where no thread can be had, what is sent to it comes back and is done here.
        let second = thread::Builder::new().name("reading".to_owned()).spawn_scoped(scope, second);
        let mut first = Reading::default();
        for found in files.iter().filter_map(read) {
            let handed = send.try_send(found);
            if let Err(TrySendError::Full(it) | TrySendError::Disconnected(it)) = handed {
                first.take(&it, ledger);
            }
        }
        drop(send);
        match second.map(thread::ScopedJoinHandle::join) {
            Ok(Ok(part)) => first.absorb(part),
            Ok(Err(panic)) => std::panic::resume_unwind(panic),
            Err(_) => {}
        }
        first
    });
    reading.problems = problems;
    reading
}

/// So many files wait for the second thread, so that it never waits for the disk.
const WAITING: usize = 2;

impl Reading {
    /// Takes a file: its records and, where there is a ledger to hold it beside, how it was found.
    fn take(&mut self, found: &Found, ledger: Option<&Ledger>) {
        let Some(ledger) = ledger else { return found.add_to(&mut self.journal) };
        let journal = found.journal();
        let stamp = Stamp::of(&found.bytes, ledger.files.get(&found.name));
        let indexed = Indexed::of(found, stamp.clone(), &journal);
        self.index.0.insert(found.name.clone(), indexed);
        self.stamps.insert(found.name.clone(), stamp);
        self.journal.absorb(journal);
    }

    fn absorb(&mut self, mut other: Self) {
        self.journal.absorb(other.journal);
        self.stamps.append(&mut other.stamps);
        self.index.0.append(&mut other.index.0);
    }
}

/// A file of the journal, as it was found.
pub(super) struct Found {
    /// Its name in the data folder.
    pub(super) name: String,
    /// What it holds.
    pub(super) bytes: Vec<u8>,
    /// Whether only this computer writes to it.
    pub(super) is_own: bool,
}

impl Found {
    /// Reads a file.
    pub(super) fn read(
        disk: &dyn Disk,
        folders: &Folders,
        own: Option<&DeviceId>,
        path: &Path,
    ) -> Result<Self, Problem> {
        let bytes = disk.read(path, super::LOG_CAP).at(path)?;
        let dir = path.parent().and_then(Path::file_name);
        let is_own = own.is_some_and(|own| dir.is_some_and(|it| it == own.as_str()));
        Ok(Self { name: name_in(&folders.data, path), bytes, is_own })
    }

    /// Its records.
    pub(super) fn journal(&self) -> Journal {
        let mut journal = Journal::new();
        self.add_to(&mut journal);
        journal
    }

    fn add_to(&self, journal: &mut Journal) {
        let whole = if self.is_own { &self.bytes[..] } else { without_half(&self.bytes) };
        journal.add_file(&self.name, whole);
    }
}

/// Folders deeper than this are not looked into: a link may lead back up.
const DEEPEST: usize = 8;

/// Every file of the journal, and the folders that could not be looked into.
pub(super) fn journal_files(disk: &dyn Disk, folders: &Folders) -> (Vec<PathBuf>, Vec<Problem>) {
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    let log = folders.log();
    match disk.exists(&log) {
        Ok(true) => list(disk, &log, 0, (&mut files, &mut problems)),
        Ok(false) => {}
        Err(error) => problems.push(Problem::new(&log, &error)),
    }
    (files, problems)
}

fn list(
    disk: &dyn Disk,
    dir: &Path,
    depth: usize,
    (files, problems): (&mut Vec<PathBuf>, &mut Vec<Problem>),
) {
    let listed = match disk.list(dir) {
        Ok(listed) => listed,
        Err(error) => return problems.push(Problem::new(dir, &error)),
    };
    for entry in listed {
        if let Some(name) = in_cloud(&entry.name).filter(|it| has_ending(it, "jsonl")) {
            problems.push(Problem::of(&dir.join(name), ProblemKind::InCloud));
        }
        if is_not_ours(&entry.name) {
            continue;
        }
        if entry.is_dir && depth < DEEPEST {
            list(disk, &entry.path, depth + 1, (files, problems));
        } else if !entry.is_dir && has_ending(&entry.name, "jsonl") {
            files.push(entry.path);
        }
    }
}

/// A file's name as it is told: from the data folder on, with `/` on every system.
pub(super) fn name_in(data: &Path, path: &Path) -> String {
    let name = path.strip_prefix(data).unwrap_or(path).to_string_lossy().into_owned();
    if cfg!(windows) { name.replace('\\', "/") } else { name }
}

/// The last line of another computer's file may still be on its way here: no error, no loss.
fn without_half(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().rposition(|it| *it == b'\n').map_or(0, |it| it + 1);
    let (whole, rest) = bytes.split_at_checked(end).unwrap_or((bytes, &[]));
    let is_half = !rest.ends_with(b"}") && rest.starts_with(b"{");
    if is_half { whole } else { bytes }
}

/// Whether a file's name has this ending, in letters of any size.
pub(super) fn has_ending(name: &str, ending: &str) -> bool {
    Path::new(name).extension().is_some_and(|it| it.eq_ignore_ascii_case(ending))
}

/// A file of the journal with lines that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damaged {
    /// The file, by its name in the data folder.
    pub file: String,
    /// The lines, from 1.
    pub lines: Vec<usize>,
    /// The copy of the whole file, where one could be made.
    pub copy: Option<PathBuf>,
}

/// Copies every file of the journal that has lines which cannot be read, so that nothing that happens
/// to it later takes them away. The journal itself is left as it is. The copy's name comes from those
/// lines: a second start makes no second copy. Answers with all such files, and with what kept a copy
/// from being made.
pub(super) fn quarantine(
    disk: &dyn Disk,
    folders: &Folders,
    journal: &Journal,
) -> (Vec<Damaged>, Option<Problem>) {
    let mut by_file: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for Bad { place, .. } in &journal.health().bad {
        by_file.entry(&place.file).or_default().push(place.line);
    }
    let (mut found, mut problem) = (Vec::new(), None);
    for (file, lines) in by_file {
        let copied = copy_aside(disk, folders, file, &lines);
        let copy = copied.map_err(|it| problem = Some(it)).ok();
        found.push(Damaged { file: file.to_owned(), lines, copy });
    }
    (found, problem)
}

fn copy_aside(
    disk: &dyn Disk,
    folders: &Folders,
    name: &str,
    lines: &[usize],
) -> Result<PathBuf, Problem> {
    let file = folders.data.join(name);
    let bytes = disk.read(&file, super::LOG_CAP).at(&file)?;
    let bad = bytes.split(|it| *it == b'\n').enumerate();
    let bad: Vec<_> = bad.filter(|it| lines.contains(&(it.0 + 1))).map(|it| it.1).collect();
    set_copy_aside(disk, folders, name, &bytes, &checksum(&bad.concat()))
}

/// Copies bytes under a name into the place for what could not be read; `mark` tells one damage from
/// another.
pub(super) fn set_copy_aside(
    disk: &dyn Disk,
    folders: &Folders,
    name: &str,
    bytes: &[u8],
    mark: &str,
) -> Result<PathBuf, Problem> {
    let dir = folders.quarantine();
    make_dirs(disk, &folders.state, &dir)?;
    let flat = name.replace(['/', '\\'], "-");
    let copy = dir.join(format!("{mark}-{flat}"));
    if disk.exists(&copy).at(&copy)? {
        // A copy that was cut off in the middle is made again.
        let made = disk.read(&copy, super::LOG_CAP).at(&copy)?;
        if made == bytes || made.len() > bytes.len() {
            return Ok(copy);
        }
        disk.remove(&copy).at(&copy)?;
    }
    write_new(disk, &copy, bytes)?;
    Ok(copy)
}

/// The name of the file for which iCloud holds a place under this one: `.evening.ron.icloud`.
pub(super) fn in_cloud(name: &str) -> Option<&str> {
    name.strip_prefix('.')?.strip_suffix(".icloud").filter(|it| !is_not_ours(it))
}

/// What sync services, version control and systems leave beside the person's files.
pub(super) fn is_not_ours(name: &str) -> bool {
    const ENDINGS: [&str; 6] = [".tmp", ".icloud", ".part", ".partial", ".crdownload", ".lock"];
    const NAMES: [&str; 4] = ["desktop.ini", "Thumbs.db", "Icon\r", "conflictfiles"];
    name.starts_with(['.', '~'])
        || NAMES.contains(&name)
        || ENDINGS.iter().any(|it| name.ends_with(it))
}

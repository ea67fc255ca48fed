//! Reading the journal: every file of every device, and what is to be said about them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::device;
use super::disk::Disk;
use super::folders::Folders;
use super::ledger::{Ledger, Stamp};
use super::problem::{At as _, Problem};
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
}

/// Reads every file of every device, copies that a sync service made included. A file that cannot
/// be read is a problem beside the journal, not instead of it.
pub fn read_journal(disk: &dyn Disk, folders: &Folders) -> (Journal, Vec<Problem>) {
    // Whoever we are: a computer without a name has written nothing yet.
    let own = device::known(disk, folders).ok().flatten();
    let read = read(disk, folders, own.as_ref(), &Ledger::default());
    (read.journal, read.problems)
}

/// The same, and what has become of the files since the ledger was written.
pub(super) fn read(
    disk: &dyn Disk,
    folders: &Folders,
    own: Option<&DeviceId>,
    ledger: &Ledger,
) -> Reading {
    let mut walk = Walk { disk, folders, own, ledger, read: Reading::default() };
    let log = folders.log();
    match disk.exists(&log) {
        Ok(true) => walk.folder(&log, 0),
        Ok(false) => {}
        Err(error) => walk.read.problems.push(Problem::new(&log, &error)),
    }
    walk.read
}

/// Folders deeper than this are not looked into: a link may lead back up.
const DEEPEST: usize = 8;

struct Walk<'a> {
    disk: &'a dyn Disk,
    folders: &'a Folders,
    own: Option<&'a DeviceId>,
    ledger: &'a Ledger,
    read: Reading,
}

impl Walk<'_> {
    fn folder(&mut self, dir: &Path, depth: usize) {
        let listed = match self.disk.list(dir) {
            Ok(listed) => listed,
            Err(error) => return self.read.problems.push(Problem::new(dir, &error)),
        };
        for entry in listed {
            if is_not_ours(&entry.name) {
                continue;
            }
            if entry.is_dir && depth < DEEPEST {
                self.folder(&entry.path, depth + 1);
            } else if !entry.is_dir && has_ending(&entry.name, "jsonl") {
                self.file(&entry.path);
            }
        }
    }

    fn file(&mut self, path: &Path) {
        let bytes = match self.disk.read(path, super::LOG_CAP) {
            Ok(bytes) => bytes,
            Err(error) => return self.read.problems.push(Problem::new(path, &error)),
        };
        let name = name_in(&self.folders.data, path);
        let stamp = Stamp::of(&bytes, self.ledger.files.get(&name));
        self.read.stamps.insert(name.clone(), stamp);
        let whole = if self.is_own(path) { &bytes[..] } else { without_half(&bytes) };
        self.read.journal.add_file(&name, whole);
    }

    /// Whether only this computer writes to a file.
    fn is_own(&self, path: &Path) -> bool {
        let dir = path.parent().and_then(Path::file_name);
        self.own.is_some_and(|own| dir.is_some_and(|it| it == own.as_str()))
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

/// What sync services, version control and systems leave beside the person's files.
pub(super) fn is_not_ours(name: &str) -> bool {
    const ENDINGS: [&str; 6] = [".tmp", ".icloud", ".part", ".partial", ".crdownload", ".lock"];
    const NAMES: [&str; 4] = ["desktop.ini", "Thumbs.db", "Icon\r", "conflictfiles"];
    name.starts_with(['.', '~'])
        || NAMES.contains(&name)
        || ENDINGS.iter().any(|it| name.ends_with(it))
}

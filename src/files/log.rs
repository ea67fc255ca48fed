//! The journal's files: `log/<device>/<year>-<month>.jsonl`, appended to and never written again.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::folders::Folders;
use super::problem::{At as _, Problem, ProblemKind};
use super::protocol::{append, append_new, make_dirs, write_new};
use crate::history::{Bad, DeviceId, Journal, Record, SCHEMA, checksum, from_line, to_line};

/// The writing end: one device's folder.
#[derive(Debug)]
pub(super) struct LogWriter {
    data: PathBuf,
    dir: PathBuf,
    months: BTreeMap<String, Month>,
}

/// One month, and everything that this run has added to it.
#[derive(Debug, Default)]
struct Month {
    /// Where the next record goes.
    goes_to: Target,
    /// Every line of this run, written or not: after an error a new file takes them all.
    lines: Vec<String>,
    /// How many of them are safe.
    safe: usize,
}

/// Where a month's next record goes.
#[derive(Debug, Default)]
enum Target {
    /// To the newest file of the month; the first write of a run looks for it.
    #[default]
    Newest,
    /// To the file that took the one before.
    File(PathBuf),
    /// To a new file, with all of this run's: after an error nothing older can be trusted.
    Anew,
}

impl LogWriter {
    pub(super) fn new(folders: &Folders, device: &DeviceId) -> Self {
        let dir = folders.log().join(device.as_str());
        Self { data: folders.data.clone(), dir, months: BTreeMap::new() }
    }

    /// Takes a record; it is on the disk after [`Self::flush`].
    pub(super) fn push(&mut self, record: &Record) -> Result<(), Problem> {
        let line = to_line(record)
            .map_err(|it| Problem::of(&self.dir, ProblemKind::Unwritable(it.to_string())))?;
        let month = record.at.format("%Y-%m").to_string();
        self.months.entry(month).or_default().lines.push(line);
        Ok(())
    }

    /// Brings every record to the disk that is not safe there.
    pub(super) fn flush(&mut self, disk: &dyn Disk) -> Result<(), Problem> {
        for (name, month) in &mut self.months {
            if month.safe < month.lines.len() {
                make_dirs(disk, &self.data, &self.dir)?;
                month.flush(disk, &self.dir, name)?;
            }
        }
        Ok(())
    }
}

impl Month {
    fn flush(&mut self, disk: &dyn Disk, dir: &Path, name: &str) -> Result<(), Problem> {
        let target = match std::mem::take(&mut self.goes_to) {
            Target::Newest => newest(disk, dir, name),
            known @ (Target::File(_) | Target::Anew) => Ok(known),
        };
        let written = target.and_then(|it| match it {
            Target::File(file) => {
                let open = self.lines.get(self.safe..).unwrap_or_default();
                append(disk, &file, &joined(open)).map(|()| file)
            }
            Target::Newest | Target::Anew => write_anew(disk, dir, name, &joined(&self.lines)),
        });
        match written {
            Ok(file) => {
                self.goes_to = Target::File(file);
                self.safe = self.lines.len();
                Ok(())
            }
            Err(problem) => {
                self.goes_to = Target::Anew;
                self.safe = 0;
                Err(problem)
            }
        }
    }
}

/// The newest file of a month, unless a newer version of the program has written to it.
fn newest(disk: &dyn Disk, dir: &Path, name: &str) -> Result<Target, Problem> {
    let Some((_, file)) = segments(disk, dir, name)?.pop() else { return Ok(Target::Anew) };
    let bytes = disk.read(&file, super::LOG_CAP).at(&file)?;
    let mut lines = bytes.rsplit(|it| *it == b'\n');
    let last = lines.find_map(|it| from_line(it).ok());
    let is_newer = last.is_some_and(|it| it.0.v > SCHEMA);
    Ok(if is_newer { Target::Anew } else { Target::File(file) })
}

fn write_anew(disk: &dyn Disk, dir: &Path, name: &str, lines: &str) -> Result<PathBuf, Problem> {
    let n = segments(disk, dir, name)?.last().map_or(1, |it| it.0 + 1);
    let fresh = if n == 1 { format!("{name}.jsonl") } else { format!("{name}.{n}.jsonl") };
    let file = dir.join(fresh);
    let written = append_new(disk, &file, lines);
    if written.is_err() && disk.exists(&file).unwrap_or(false) {
        // Nothing in it is safe, so nothing is lost; what cannot be removed is read as a part.
        disk.remove(&file).ok();
    }
    written.map(|()| file)
}

/// The files of a month in the order in which they were begun: `2031-04.jsonl`, `2031-04.2.jsonl`.
fn segments(disk: &dyn Disk, dir: &Path, name: &str) -> Result<Vec<(u32, PathBuf)>, Problem> {
    let number = |file: &str| {
        let middle = file.strip_prefix(name)?.strip_suffix(".jsonl")?;
        if middle.is_empty() { Some(1) } else { middle.strip_prefix('.')?.parse().ok() }
    };
    let listed = disk.list(dir).at(dir)?.into_iter();
    let mut all: Vec<_> = listed.filter_map(|it| Some((number(&it.name)?, it.path))).collect();
    all.sort();
    Ok(all)
}

/// Reads every file of every device, copies that a sync service made included. A file that cannot
/// be read is a problem beside the journal, not instead of it.
pub fn read_journal(disk: &dyn Disk, folders: &Folders) -> (Journal, Vec<Problem>) {
    let (mut journal, mut problems) = (Journal::new(), Vec::new());
    let log = folders.log();
    match disk.exists(&log) {
        Ok(true) => read_folder(disk, &log, &folders.data, &mut journal, &mut problems),
        Ok(false) => {}
        Err(error) => problems.push(Problem::new(&log, &error)),
    }
    (journal, problems)
}

fn read_folder(
    disk: &dyn Disk,
    dir: &Path,
    data: &Path,
    journal: &mut Journal,
    problems: &mut Vec<Problem>,
) {
    let listed = match disk.list(dir) {
        Ok(listed) => listed,
        Err(error) => return problems.push(Problem::new(dir, &error)),
    };
    for entry in listed {
        if is_not_ours(&entry.name) {
            continue;
        }
        if entry.is_dir {
            read_folder(disk, &entry.path, data, journal, problems);
        } else if has_ending(&entry.name, "jsonl") {
            let name = entry.path.strip_prefix(data).unwrap_or(&entry.path);
            match disk.read(&entry.path, super::LOG_CAP) {
                Ok(bytes) => journal.add_file(&name.to_string_lossy(), &bytes),
                Err(error) => problems.push(Problem::new(&entry.path, &error)),
            }
        }
    }
}

/// Whether a file's name has this ending, in letters of any size.
pub(super) fn has_ending(name: &str, ending: &str) -> bool {
    Path::new(name).extension().is_some_and(|it| it.eq_ignore_ascii_case(ending))
}

/// Copies every file of the journal that has lines which cannot be read, so that nothing that happens
/// to it later takes them away. The journal itself is left as it is. The copy's name comes from those
/// lines: a second start makes no second copy. Returns the copies that are new.
pub(super) fn quarantine(
    disk: &dyn Disk,
    folders: &Folders,
    journal: &Journal,
) -> Result<Vec<PathBuf>, Problem> {
    let mut by_file: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for Bad { place, .. } in &journal.health().bad {
        by_file.entry(&place.file).or_default().push(place.line);
    }
    let mut made = Vec::new();
    for (name, lines) in by_file {
        let file = folders.data.join(name);
        let bytes = disk.read(&file, super::LOG_CAP).at(&file)?;
        let bad = bytes.split(|it| *it == b'\n').enumerate();
        let bad: Vec<_> = bad.filter(|it| lines.contains(&(it.0 + 1))).map(|it| it.1).collect();
        let dir = folders.quarantine();
        make_dirs(disk, &folders.state, &dir)?;
        let flat = name.replace(['/', '\\'], "-");
        let copy = dir.join(format!("{}-{flat}", checksum(&bad.concat())));
        if !disk.exists(&copy).at(&copy)? {
            write_new(disk, &copy, &bytes)?;
            made.push(copy);
        }
    }
    Ok(made)
}

/// What sync services, version control and systems leave beside the person's files.
pub(super) fn is_not_ours(name: &str) -> bool {
    const ENDINGS: [&str; 3] = [".tmp", ".icloud", ".part"];
    name.starts_with(['.', '~'])
        || name == "desktop.ini"
        || ENDINGS.iter().any(|it| name.ends_with(it))
}

fn joined(lines: &[String]) -> String {
    lines.iter().flat_map(|it| [it.as_str(), "\n"]).collect()
}

//! The journal's files: `log/<device>/<year>-<month>.jsonl`, appended to and never written again.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::folders::Folders;
use super::problem::{At as _, Problem, ProblemKind};
use super::protocol::{append, append_new, make_dirs};
use crate::history::{DeviceId, Record, SCHEMA, from_line, to_line};

/// The writing end: one device's folder.
#[derive(Debug)]
pub(super) struct LogWriter {
    folders: Folders,
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
        Self { folders: folders.clone(), dir, months: BTreeMap::new() }
    }

    /// Takes a record; it is on the disk after [`Self::flush`].
    pub(super) fn push(&mut self, record: &Record) -> Result<(), Problem> {
        let line = to_line(record)
            .map_err(|it| Problem::of(&self.dir, ProblemKind::Unwritable(it.to_string())))?;
        let month = record.at.format("%Y-%m").to_string();
        self.months.entry(month).or_default().lines.push(line);
        Ok(())
    }

    /// A record that this run has already put into the journal: after an error it is written again.
    pub(super) fn remember(&mut self, record: &Record) -> Result<(), Problem> {
        self.push(record)?;
        self.months.values_mut().for_each(|it| it.safe = it.lines.len());
        Ok(())
    }

    /// Brings every record to the disk that is not safe there.
    pub(super) fn flush(&mut self, disk: &dyn Disk) -> Result<(), Problem> {
        if self.months.values().any(Month::is_open) {
            self.make_dir(disk)?;
        }
        for (name, month) in self.months.iter_mut().filter(|it| it.1.is_open()) {
            month.flush(disk, &self.dir, name)?;
        }
        Ok(())
    }

    /// Makes this device's folder, unless the data folder has gone and an empty one stands in its
    /// place. What is written later goes to new files then: what became of the old ones is not known.
    fn make_dir(&mut self, disk: &dyn Disk) -> Result<(), Problem> {
        let there = disk
            .exists(&self.dir)
            .at(&self.dir)
            .and_then(|is_there| if is_there { Ok(()) } else { self.folders.must_be_there(disk) });
        let made = there.and_then(|()| make_dirs(disk, &self.folders.data, &self.dir));
        if made.is_err() {
            self.months.values_mut().for_each(Month::distrust);
        }
        made
    }
}

impl Month {
    /// Whether something is not on the disk yet.
    const fn is_open(&self) -> bool {
        self.safe < self.lines.len()
    }

    /// Everything of this run is to be written again, to a new file.
    fn distrust(&mut self) {
        self.goes_to = Target::Anew;
        self.safe = 0;
    }

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
                self.distrust();
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

fn joined(lines: &[String]) -> String {
    lines.iter().flat_map(|it| [it.as_str(), "\n"]).collect()
}

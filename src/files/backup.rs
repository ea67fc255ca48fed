//! Copies of what a person edits, and of the months of the journal that are over, in the state folder.
//!
//! A file that cannot be read is never copied over a good one. Taking a copy back first puts what
//! stands in its place where damaged files are kept.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime};

use super::disk::{Disk, Listed};
use super::folders::Folders;
use super::personal::read_personal;
use super::problem::{At as _, Problem, ProblemKind};
use super::protocol::{make_dirs, replace, sync_parent, write_new};
use super::reading::{has_ending, is_not_ours, name_in, set_copy_aside};
use crate::history::checksum;
use crate::ron::Document;
use crate::units::Now;

/// So many of the newest copies of a file are kept.
const NEWEST: usize = 20;
/// For so many days the last copy of each day is kept; of older ones the last of each month.
const DAYS: i64 = 30;
/// How the moment of a copy stands in its name.
const STAMP: &str = "%Y-%m-%dT%H%M%S";

/// A copy of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Backup {
    /// Which file, named from the data folder on.
    pub of: String,
    /// When the copy was made; nothing for a month of the journal, of which there is one.
    pub at: Option<NaiveDateTime>,
    /// Where it is.
    pub path: PathBuf,
}

/// Copies every file that has changed since it was last copied. What could not be copied is told; the
/// rest is.
pub fn back_up(disk: &dyn Disk, folders: &Folders, now: &Now) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut personal = folders.library_files(disk).unwrap_or_else(|problem| {
        problems.push(problem);
        Vec::new()
    });
    personal.push(read_personal(disk, &folders.settings()));
    for file in personal {
        // What cannot be read was told when it was read.
        let Ok(bytes) = file.bytes else { continue };
        if is_good(&file.path, &bytes) {
            let name = name_in(&folders.data, &file.path);
            problems.extend(keep(disk, folders, &name, &bytes, now).err());
        }
    }
    problems.extend(keep_months(disk, folders, now).err());
    problems.dedup();
    problems
}

/// Whether a file can be read as what it is.
fn is_good(path: &Path, bytes: &[u8]) -> bool {
    let is_text = std::str::from_utf8(bytes).is_ok_and(|it| !it.trim().is_empty());
    let is_ron = has_ending(&path.to_string_lossy(), "ron");
    let reads = || {
        let document = Document::read(bytes);
        document.root().is_some() && document.found().is_empty()
    };
    is_text && (!is_ron || reads())
}

/// Adds a copy of one file, unless the newest says the same, and clears old ones away.
fn keep(
    disk: &dyn Disk,
    folders: &Folders,
    name: &str,
    bytes: &[u8],
    now: &Now,
) -> Result<(), Problem> {
    let dir = folders.backups().join(name);
    let all = if disk.exists(&dir).at(&dir)? { copies(disk, &dir)? } else { Vec::new() };
    if let Some((_, newest)) = all.last()
        && disk.read(newest, super::PERSONAL_CAP).at(newest)? == bytes
    {
        return Ok(());
    }
    let at = now.tick.wall.naive_local();
    let copy = dir.join(at.format(STAMP).to_string());
    if disk.exists(&copy).at(&copy)? {
        // A second change within the second waits for the next time.
        return Ok(());
    }
    write_checked(disk, folders, &copy, bytes)?;
    for (_, old) in superfluous(all, at.date()) {
        disk.remove(&old).at(&old)?;
    }
    Ok(())
}

/// Writes a copy and reads it back; one that is not whole is taken away again.
fn write_checked(
    disk: &dyn Disk,
    folders: &Folders,
    copy: &Path,
    bytes: &[u8],
) -> Result<(), Problem> {
    let dir = copy.parent().unwrap_or(&folders.state);
    make_dirs(disk, &folders.state, dir)?;
    let written = write_new(disk, copy, bytes).and_then(|()| {
        let back = disk.read(copy, super::LOG_CAP).at(copy)?;
        if back == bytes { Ok(()) } else { Err(Problem::of(copy, ProblemKind::Failing)) }
    });
    if written.is_err() && disk.exists(copy).unwrap_or(false) {
        // It is told; a part that cannot be removed either does not read as the file it copies.
        disk.remove(copy).ok();
    }
    written
}

/// The copies of a file, oldest first. What a person put there is none.
fn copies(disk: &dyn Disk, dir: &Path) -> Result<Vec<(NaiveDateTime, PathBuf)>, Problem> {
    let moment = |it: &Listed| NaiveDateTime::parse_from_str(&it.name, STAMP).ok();
    let listed = disk.list(dir).at(dir)?.into_iter();
    let mut all: Vec<_> =
        listed.filter(|it| !it.is_dir).filter_map(|it| Some((moment(&it)?, it.path))).collect();
    all.sort();
    Ok(all)
}

/// The copies that nobody will miss.
fn superfluous(
    all: Vec<(NaiveDateTime, PathBuf)>,
    today: NaiveDate,
) -> impl Iterator<Item = (NaiveDateTime, PathBuf)> {
    let mut seen = BTreeSet::new();
    let newest_first = all.into_iter().rev().skip(NEWEST.saturating_sub(1));
    let old: Vec<_> = newest_first
        .filter(|(at, _)| {
            let is_recent = (today - at.date()).num_days() <= DAYS;
            let span = if is_recent { "%Y-%m-%d" } else { "%Y-%m" };
            !seen.insert(at.format(span).to_string())
        })
        .collect();
    old.into_iter()
}

/// Copies the months of the journal that are over. A copy grows with its file, and never shrinks.
fn keep_months(disk: &dyn Disk, folders: &Folders, now: &Now) -> Result<(), Problem> {
    let log = folders.log();
    if !disk.exists(&log).at(&log)? {
        return Ok(());
    }
    let this_month = now.tick.wall.format("%Y-%m").to_string();
    for device in disk.list(&log).at(&log)? {
        if !device.is_dir || is_not_ours(&device.name) {
            continue;
        }
        for file in disk.list(&device.path).at(&device.path)? {
            let is_over = file.name.get(..this_month.len()).is_some_and(|it| it < &*this_month);
            if is_over && has_ending(&file.name, "jsonl") && !is_not_ours(&file.name) {
                keep_month(disk, folders, &file)?;
            }
        }
    }
    Ok(())
}

fn keep_month(disk: &dyn Disk, folders: &Folders, file: &Listed) -> Result<(), Problem> {
    let copy = folders.backups().join(name_in(&folders.data, &file.path));
    let is_there = disk.exists(&copy).at(&copy)?;
    if is_there && disk.length(&copy).at(&copy)? == disk.length(&file.path).at(&file.path)? {
        // Months that are over do not change; what is wrong with one is told when it is read.
        return Ok(());
    }
    let bytes = disk.read(&file.path, super::LOG_CAP).at(&file.path)?;
    if !is_there {
        return write_checked(disk, folders, &copy, &bytes);
    }
    let held = disk.read(&copy, super::LOG_CAP).at(&copy)?;
    if bytes.len() < held.len() || !bytes.starts_with(&held) {
        return Ok(());
    }
    let next = copy.with_extension("jsonl.new");
    if disk.exists(&next).at(&next)? {
        disk.remove(&next).at(&next)?;
    }
    write_checked(disk, folders, &next, &bytes)?;
    disk.rename(&next, &copy).at(&next)?;
    sync_parent(disk, &copy)
}

/// All copies, by the names of their files, oldest first.
pub fn backups(disk: &dyn Disk, folders: &Folders) -> Result<Vec<Backup>, Problem> {
    let dir = folders.backups();
    let mut found = Vec::new();
    if disk.exists(&dir).at(&dir)? {
        collect(disk, &dir, &dir, &mut found)?;
    }
    found.sort();
    Ok(found)
}

fn collect(
    disk: &dyn Disk,
    top: &Path,
    dir: &Path,
    found: &mut Vec<Backup>,
) -> Result<(), Problem> {
    for entry in disk.list(dir).at(dir)? {
        if entry.is_dir {
            collect(disk, top, &entry.path, found)?;
        } else if has_ending(&entry.name, "jsonl") {
            found.push(Backup { of: name_in(top, &entry.path), at: None, path: entry.path });
        } else if let Ok(at) = NaiveDateTime::parse_from_str(&entry.name, STAMP) {
            found.push(Backup { of: name_in(top, dir), at: Some(at), path: entry.path });
        }
    }
    Ok(())
}

/// Takes a copy back, and answers with the file that now holds it. What stood in its place is kept
/// beside the damaged files. A month of the journal comes back as a file of its own: the journal is
/// read from all its files, and none of them is ever written over.
pub fn restore(disk: &dyn Disk, folders: &Folders, backup: &Backup) -> Result<PathBuf, Problem> {
    let bytes = disk.read(&backup.path, super::LOG_CAP).at(&backup.path)?;
    let target = folders.data.join(&backup.of);
    if let Some(dir) = target.parent() {
        make_dirs(disk, &folders.data, dir)?;
    }
    if has_ending(&backup.of, "jsonl") {
        let beside = target.with_extension(format!("restored-{}.jsonl", checksum(&bytes)));
        if !disk.exists(&beside).at(&beside)? {
            write_new(disk, &beside, &bytes)?;
        }
        return Ok(beside);
    }
    let now = if disk.exists(&target).at(&target)? {
        let now = disk.read(&target, super::LOG_CAP).at(&target)?;
        set_copy_aside(disk, folders, &backup.of, &now, &checksum(&now))?;
        Some(now)
    } else {
        None
    };
    replace(disk, &target, &bytes, now.as_deref())?;
    Ok(target)
}

//! The two ways in which anything is written: appended to, or replaced whole.
//!
//! Both are done when they return, not before: the bytes and the name are on the disk. Nothing here
//! is ever tried twice on the same file: after a failed sync the system may call unwritten pages
//! clean, and a second sync would succeed over lost data.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::disk::Disk;
use super::problem::{At as _, Problem, ProblemKind};

/// Makes a folder and the missing ones between it and `base`, which must be there: a data folder
/// that has gone is never made anew behind the person's back.
///
/// A folder that is there may have been made a moment before a crash, its name not yet on the disk;
/// so its parent is synced all the same. That is enough, because nothing is made in a folder whose
/// own name is not safe.
pub(super) fn make_dirs(disk: &dyn Disk, base: &Path, dir: &Path) -> Result<(), Problem> {
    let is_there = disk.exists(dir).at(dir)?;
    if dir == base {
        let gone = || Problem::of(base, ProblemKind::Gone);
        return is_there.then_some(()).ok_or_else(gone);
    }
    let parent = dir.parent().ok_or_else(|| Problem::of(base, ProblemKind::Gone))?;
    if !is_there {
        make_dirs(disk, base, parent)?;
        match disk.make_dir(dir) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                return Err(Problem::new(dir, &error));
            }
            Ok(()) | Err(_) => {}
        }
    }
    match disk.sync_dir(parent) {
        // A folder that may not be looked into is none in which we have made something.
        Err(error) if is_there && error.kind() == io::ErrorKind::PermissionDenied => Ok(()),
        other => other.at(parent),
    }
}

/// Appends whole lines to a file that is there or not.
///
/// A line that a crash has torn is left where it is, and closed first, so that it cannot swallow
/// what comes after it.
pub(super) fn append(disk: &dyn Disk, path: &Path, lines: &str) -> Result<(), Problem> {
    let mut file = match disk.append(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return append_new(disk, path, lines);
        }
        other => other.at(path)?,
    };
    let last = file.last_byte().at(path)?;
    if last.is_none() {
        // Made a moment before a crash: its name may not be on the disk yet.
        sync_parent(disk, path)?;
    }
    let is_torn = last.is_some_and(|it| it != b'\n');
    let closed = if is_torn { format!("\n{lines}") } else { lines.to_owned() };
    file.write(closed.as_bytes()).at(path)?;
    file.sync().at(path)
}

/// Writes whole lines to a file that must not be there yet.
pub(super) fn append_new(disk: &dyn Disk, path: &Path, lines: &str) -> Result<(), Problem> {
    write_new(disk, path, lines.as_bytes())
}

/// Writes bytes to a file that must not be there yet.
pub(super) fn write_new(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let mut file = disk.create(path).to_make(path)?;
    sync_parent(disk, path)?;
    file.write(bytes).at(path)?;
    file.sync().at(path)
}

/// Replaces a small file, or makes it. `before` is what the file held when it was last read: if it
/// holds something else now, somebody changed it, and it is left alone.
pub(super) fn replace(
    disk: &dyn Disk,
    path: &Path,
    bytes: &[u8],
    before: Option<&[u8]>,
) -> Result<(), Problem> {
    // Dotfile managers keep settings behind links: the file is exchanged, never the link.
    let real = match disk.resolve(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => path.to_owned(),
        other => other.to_make(path)?,
    };
    let now = match disk.read(&real, super::PERSONAL_CAP) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        other => Some(other.at(path)?),
    };
    // An attempt that failed at its very end may have left what is to be written.
    if now.as_deref() != before && now.as_deref() != Some(bytes) {
        return Err(Problem::of(path, ProblemKind::ChangedOutside));
    }
    let scratch = scratch(&real).ok_or_else(|| Problem::of(path, ProblemKind::NotAFile))?;
    let written = write_scratch(disk, &scratch, &real, bytes, now.is_some())
        .and_then(|()| disk.rename(&scratch, &real).at(path))
        .and_then(|()| sync_parent(disk, &real));
    if written.is_err() && disk.exists(&scratch).unwrap_or(false) {
        // What went wrong is told; a scratch file that cannot be removed either is swept up later.
        disk.remove(&scratch).ok();
    }
    written
}

pub(super) fn write_scratch(
    disk: &dyn Disk,
    scratch: &Path,
    real: &Path,
    bytes: &[u8],
    keep_mode: bool,
) -> Result<(), Problem> {
    // What goes wrong is told of the file that was meant.
    let mut file = disk.create(scratch).to_make(real)?;
    if keep_mode {
        disk.copy_mode(real, scratch).at(real)?;
    }
    file.write(bytes).at(real)?;
    file.sync().at(real)
}

/// A hidden name beside the file that no other process uses.
pub(super) fn scratch(path: &Path) -> Option<PathBuf> {
    let mut name = OsString::from(".");
    name.push(path.file_name()?);
    name.push(format!(".{}-{}.tmp", std::process::id(), uuid::Uuid::now_v7().simple()));
    Some(path.with_file_name(name))
}

pub(super) fn sync_parent(disk: &dyn Disk, path: &Path) -> Result<(), Problem> {
    let Some(parent) = path.parent() else { return Ok(()) };
    disk.sync_dir(parent).at(parent)
}

/// Removes what a crash has left of [`replace`] in a folder: our own scratch files, once they are an
/// hour old, so that one that is just being written is left alone.
pub(super) fn sweep(disk: &dyn Disk, dir: &Path, now: SystemTime) -> Result<(), Problem> {
    const HOUR: Duration = Duration::from_secs(3600);

    for entry in disk.list(dir).at(dir)? {
        let age = entry.changed.and_then(|it| now.duration_since(it).ok());
        if !entry.is_dir && is_scratch(&entry.name) && age.is_some_and(|it| it > HOUR) {
            disk.remove(&entry.path).at(&entry.path)?;
        }
    }
    Ok(())
}

/// Whether a name is one that [`scratch`] makes.
fn is_scratch(name: &str) -> bool {
    let id = name.strip_prefix('.').and_then(|it| it.strip_suffix(".tmp"));
    let Some((pid, id)) = id.and_then(|it| it.rsplit_once('.')?.1.split_once('-')) else {
        return false;
    };
    pid.parse::<u32>().is_ok() && id.len() == 32 && id.bytes().all(|it| it.is_ascii_hexdigit())
}

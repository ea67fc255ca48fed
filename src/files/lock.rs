//! Only one program at a time writes to the folders.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::Path;

use super::disk::Disk as _;
use super::folders::Folders;
use super::problem::{At as _, Problem};

/// The lock, held until it is dropped or the process ends in any way.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "held, not read")] File);

/// Why the lock was not got.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LockProblem {
    /// Another process holds it; its id, where it can be told.
    #[error("held by process {0:?}")]
    Held(Option<u32>),
    /// The lock's own file cannot be used.
    #[error(transparent)]
    File(#[from] Problem),
}

/// Takes the lock, or says who holds it. It lies in the state folder: a synced one would carry the
/// file to a computer where nobody holds it.
pub(super) fn lock(folders: &Folders) -> Result<Lock, LockProblem> {
    let path = folders.in_state("lock");
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&path).at(&path)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(LockProblem::Held(written_in(&path))),
        Err(TryLockError::Error(error)) => return Err(Problem::new(&path, &error).into()),
    }
    // Only for the other's message: the lock holds without it.
    let written = file
        .set_len(0)
        .and_then(|()| file.seek(SeekFrom::Start(0)))
        .and_then(|_| file.write_all(format!("{}\n", std::process::id()).as_bytes()));
    written.at(&path)?;
    Ok(Lock(file))
}

/// Who holds the lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// Nobody: the folders are free.
    Nobody,
    /// Another process; its id, where it can be told.
    Process(Option<u32>),
}

/// Who holds the lock now, without taking it for longer than it takes to look.
pub fn holder(folders: &Folders) -> Result<Holder, Problem> {
    let path = folders.in_state("lock");
    let file = match File::open(&path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Holder::Nobody),
        other => other.at(&path)?,
    };
    match file.try_lock_shared() {
        Ok(()) => Ok(Holder::Nobody),
        Err(TryLockError::WouldBlock) => Ok(Holder::Process(written_in(&path))),
        Err(TryLockError::Error(error)) => Err(Problem::new(&path, &error)),
    }
}

/// The process id that a lock's file holds.
fn written_in(path: &Path) -> Option<u32> {
    let bytes = super::disk::OwnDisk.read(path, 64).ok()?;
    std::str::from_utf8(&bytes).ok()?.trim().parse().ok()
}

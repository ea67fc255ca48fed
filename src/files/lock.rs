//! Only one program at a time writes to the folders.

use std::path::Path;

use super::disk::{Disk, Held};
use super::folders::Folders;
use super::problem::{At as _, Problem};

/// The lock, held until it is dropped or the process ends in any way.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "held, not read")] Box<dyn Held>);

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

/// Who holds the lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// Nobody: the folders are free.
    Nobody,
    /// Another process; its id, where it can be told.
    Process(Option<u32>),
}

/// Takes the lock, or says who holds it. It lies in the state folder: a synced one would carry the
/// file to a computer where nobody holds it.
pub(super) fn lock(disk: &dyn Disk, folders: &Folders) -> Result<Lock, LockProblem> {
    Lock::take(disk, &folders.in_state("lock"))
}

impl Lock {
    /// Takes a file for this process alone.
    pub(super) fn take(disk: &dyn Disk, path: &Path) -> Result<Self, LockProblem> {
        let note = format!("{}\n", std::process::id());
        let held = disk.lock(path, &note).at(path)?;
        held.map(Self).ok_or_else(|| LockProblem::Held(written_in(disk, path)))
    }
}

/// Who holds the lock now, without taking it for longer than it takes to look.
pub fn holder(disk: &dyn Disk, folders: &Folders) -> Result<Holder, Problem> {
    let path = folders.in_state("lock");
    if disk.exists(&path).at(&path)? && disk.is_locked(&path).at(&path)? {
        Ok(Holder::Process(written_in(disk, &path)))
    } else {
        Ok(Holder::Nobody)
    }
}

/// The process id that the lock's file holds.
fn written_in(disk: &dyn Disk, path: &Path) -> Option<u32> {
    let bytes = disk.read(path, 64).ok()?;
    std::str::from_utf8(&bytes).ok()?.trim().parse().ok()
}

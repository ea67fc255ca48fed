//! Another place for the data folder: everything is copied and read back before the state folder
//! points there. The old folder is left as it is.

use std::path::{Path, PathBuf};

use super::disk::{Disk, Listed};
use super::folders::{Folders, holds_ours, write_readme};
use super::problem::{At as _, Problem, ProblemKind};
use super::protocol::{make_dirs, write_new};
use super::reading::{has_ending, is_not_ours};

/// The folder that is made in one which holds other things.
const NAME: &str = "Evenhold";

/// What moving came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Where things are now.
    pub folders: Folders,
    /// Where they were, and still are.
    pub left: PathBuf,
    /// Files that were copied and read back.
    pub copied: usize,
    /// Files of a person that were there already and say something else; those there are used.
    pub theirs: Vec<PathBuf>,
}

/// Why the data folder stays where it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoveProblem {
    /// The folder was named on the command line, and everything lies in it together.
    #[error("portable")]
    Portable,
    /// One of the two folders lies in the other.
    #[error("inside")]
    Inside,
    /// Something stands in the way.
    #[error(transparent)]
    Problem(#[from] Problem),
}

/// Copies the data folder to `to`, or joins it with the one of ours that is there, and uses that from
/// now on. An empty folder or one of ours is taken itself; in any other a folder is made. Nothing may
/// be writing meanwhile.
///
/// Files of the journal are added to those that are there: the journal is read from all of them. Of
/// other files the ones that are there already are kept.
pub fn move_data(disk: &dyn Disk, folders: &Folders, to: &Path) -> Result<Moved, MoveProblem> {
    if folders.is_portable() {
        return Err(MoveProblem::Portable);
    }
    let to = place(disk, &std::path::absolute(to).at(to)?)?;
    let from = resolved(disk, &folders.data)?;
    let there = resolved(disk, &to)?;
    if there.starts_with(&from) || from.starts_with(&there) {
        return Err(MoveProblem::Inside);
    }
    make_dirs(disk, to.ancestors().last().unwrap_or(&to), &to)?;
    let mut copying = Copying { disk, from: &folders.data, to: &to, copied: 0, theirs: Vec::new() };
    if disk.exists(&folders.data).at(&folders.data)? {
        copying.folder(&folders.data, 0)?;
    }
    let Copying { copied, theirs, .. } = copying;
    write_readme(disk, &to)?;
    let new = Folders { data: to, state: folders.state.clone() };
    new.remember(disk)?;
    Ok(Moved { folders: new, left: folders.data.clone(), copied, theirs })
}

/// The folder that is meant.
fn place(disk: &dyn Disk, to: &Path) -> Result<PathBuf, Problem> {
    if !disk.exists(to).at(to)? {
        return Ok(to.to_owned());
    }
    let is_empty = disk.list(to).at(to)?.iter().all(|it| is_not_ours(&it.name));
    Ok(if is_empty || holds_ours(disk, to)? { to.to_owned() } else { to.join(NAME) })
}

/// A path behind links, where something is there.
fn resolved(disk: &dyn Disk, path: &Path) -> Result<PathBuf, Problem> {
    if disk.exists(path).at(path)? { disk.resolve(path).at(path) } else { Ok(path.to_owned()) }
}

/// Folders deeper than this are not copied: a link may lead back up.
const DEEPEST: usize = 16;

struct Copying<'a> {
    disk: &'a dyn Disk,
    from: &'a Path,
    to: &'a Path,
    copied: usize,
    theirs: Vec<PathBuf>,
}

impl Copying<'_> {
    fn folder(&mut self, dir: &Path, depth: usize) -> Result<(), Problem> {
        for entry in self.disk.list(dir).at(dir)? {
            if is_not_ours(&entry.name) {
                continue;
            }
            if entry.is_dir && depth < DEEPEST {
                self.folder(&entry.path, depth + 1)?;
            } else if !entry.is_dir {
                self.file(&entry)?;
            }
        }
        Ok(())
    }

    fn file(&mut self, entry: &Listed) -> Result<(), Problem> {
        let bytes = self.disk.read(&entry.path, super::LOG_CAP).at(&entry.path)?;
        let below = entry.path.strip_prefix(self.from).unwrap_or(&entry.path);
        let target = self.to.join(below);
        if let Some(dir) = target.parent() {
            make_dirs(self.disk, self.to, dir)?;
        }
        if !self.disk.exists(&target).at(&target)? {
            return self.copy(&target, &bytes);
        }
        let there = self.disk.read(&target, super::LOG_CAP).at(&target)?;
        if there == bytes || below == Path::new(super::folders::README_NAME) {
            return Ok(());
        }
        if has_ending(&entry.name, "jsonl") {
            return self.beside(&target, &bytes);
        }
        self.theirs.push(target);
        Ok(())
    }

    /// Copies a file of the journal beside the one that has its name.
    fn beside(&mut self, target: &Path, bytes: &[u8]) -> Result<(), Problem> {
        let mark = crate::history::checksum(bytes);
        let name = target.with_extension(format!("from-{mark}.jsonl"));
        if self.disk.exists(&name).at(&name)? { Ok(()) } else { self.copy(&name, bytes) }
    }

    fn copy(&mut self, target: &Path, bytes: &[u8]) -> Result<(), Problem> {
        write_new(self.disk, target, bytes)?;
        let back = self.disk.read(target, super::LOG_CAP).at(target)?;
        if back != bytes {
            return Err(Problem::of(target, ProblemKind::Failing));
        }
        self.copied += 1;
        Ok(())
    }
}

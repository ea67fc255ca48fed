//! Writing a page that a person keeps or sends: the report.

use std::io;
use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::folders::Folders;
use super::problem::{At as _, Problem, ProblemKind};
use super::protocol::{make_dirs, scratch, sync_parent, write_scratch};

/// The longest file that is looked into to see what it is.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Where in a file its mark stands, at the latest.
const HEAD: usize = 4096;

/// Writes a page that has this mark near its beginning. A file that is there already is replaced only
/// when it has the mark too: then it is an older page of ours, else somebody's own.
pub fn write_page(disk: &dyn Disk, path: &Path, page: &str, mark: &str) -> Result<(), Problem> {
    let path = &std::path::absolute(path).at(path)?;
    let before = match disk.read(path, LARGEST) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        other => Some(other.to_make(path)?),
    };
    if before.as_deref().is_some_and(|it| !has_mark(it, mark)) {
        return Err(Problem::of(path, ProblemKind::ChangedOutside));
    }
    let scratch = scratch(path).ok_or_else(|| Problem::of(path, ProblemKind::NotAFile))?;
    let written = write_scratch(disk, &scratch, path, page.as_bytes(), before.is_some())
        .and_then(|()| disk.rename(&scratch, path).at(path))
        .and_then(|()| sync_parent(disk, path));
    if written.is_err() && disk.exists(&scratch).unwrap_or(false) {
        // What went wrong is told.
        disk.remove(&scratch).ok();
    }
    written
}

fn has_mark(bytes: &[u8], mark: &str) -> bool {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    !mark.is_empty() && head.windows(mark.len()).any(|it| it == mark.as_bytes())
}

impl Folders {
    /// The file of a page in the folder `reports` of the data folder; the folder is made.
    pub fn report(&self, disk: &dyn Disk, name: &str) -> Result<PathBuf, Problem> {
        let folder = self.data.join("reports");
        make_dirs(disk, &self.data, &folder)?;
        Ok(folder.join(name))
    }
}

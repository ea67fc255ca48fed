//! Reading the files that a person writes: routines, exercises, settings.
//!
//! They are untrusted: they may be huge, or no files at all. What is wrong with one is said of that
//! one; the others are read. What their bytes mean is for `ron` to say.

use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::folders::Folders;
use super::problem::{At as _, Problem};
use super::reading::{has_ending, is_not_ours};

/// A file that a person wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalFile {
    /// Where it is.
    pub path: PathBuf,
    /// What it holds, or why that cannot be told.
    pub bytes: Result<Vec<u8>, Problem>,
}

/// The folders in the data folder that add to the library or replace parts of it (ruling 20).
pub(super) const LIBRARY: [&str; 6] =
    ["exercises", "routines", "movements", "poses", "rules", "articles"];

/// The person's own lengths of the gaps, beside those folders.
const TIMING: &str = "timing.ron";

/// Reads one file of at most 256 KiB.
pub fn read_personal(disk: &dyn Disk, path: &Path) -> PersonalFile {
    let bytes = disk.read(path, super::PERSONAL_CAP).at(path);
    PersonalFile { path: path.to_owned(), bytes }
}

/// Reads every `.ron` file and every page of a folder and the folders in it, in the order of their
/// names; what sync services leave there is passed over.
pub fn read_personal_folder(disk: &dyn Disk, dir: &Path) -> Result<Vec<PersonalFile>, Problem> {
    let mut all = Vec::new();
    collect(disk, dir, &mut all, 0)?;
    Ok(all)
}

/// Reads what a person named: one file, or everything of ours in a folder.
pub fn read_named(disk: &dyn Disk, path: &Path) -> Result<Vec<PersonalFile>, Problem> {
    match disk.list(path) {
        Ok(_) => read_personal_folder(disk, path),
        Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => {
            Ok(vec![read_personal(disk, path)])
        }
        Err(error) => Err(Problem::new(path, &error)),
    }
}

impl Folders {
    /// The person's own part of the library. A folder that is not there holds nothing.
    pub fn library_files(&self, disk: &dyn Disk) -> Result<Vec<PersonalFile>, Problem> {
        let mut all = Vec::new();
        let timing = self.data.join(TIMING);
        if disk.exists(&timing).at(&timing)? {
            all.push(read_personal(disk, &timing));
        }
        for name in LIBRARY {
            let dir = self.data.join(name);
            if disk.exists(&dir).at(&dir)? {
                collect(disk, &dir, &mut all, 0)?;
            }
        }
        Ok(all)
    }
}

/// What the settings file holds; nothing when there is none yet.
pub fn read_settings(disk: &dyn Disk, folders: &Folders) -> Result<Option<Vec<u8>>, Problem> {
    let path = folders.settings();
    if disk.exists(&path).at(&path)? {
        disk.read(&path, super::PERSONAL_CAP).at(&path).map(Some)
    } else {
        Ok(None)
    }
}

/// Whether it is a page of knowledge: text below a folder of pages.
fn is_page(dir: &Path, name: &str) -> bool {
    has_ending(name, "md") && dir.iter().any(|it| it == "articles")
}

/// Folders deeper than this are not looked into: a link may lead back up.
const DEEPEST: usize = 8;

fn collect(
    disk: &dyn Disk,
    dir: &Path,
    all: &mut Vec<PersonalFile>,
    depth: usize,
) -> Result<(), Problem> {
    for entry in disk.list(dir).at(dir)? {
        if is_not_ours(&entry.name) {
            continue;
        }
        if entry.is_dir {
            if depth < DEEPEST {
                collect(disk, &entry.path, all, depth + 1)?;
            }
        } else if has_ending(&entry.name, "ron") || is_page(dir, &entry.name) {
            all.push(read_personal(disk, &entry.path));
        }
    }
    Ok(())
}

//! Reading the files that a person writes: routines, exercises, settings.
//!
//! They are untrusted: they may be huge, or no files at all. What is wrong with one is said of that
//! one; the others are read. What their bytes mean is for `ron` to say.

use std::path::{Path, PathBuf};

use super::copies::is_copy_of_settings;
use super::disk::Disk;
use super::folders::Folders;
use super::problem::{At as _, Problem, ProblemKind};
use super::protocol::{make_dirs, replace, sync_parent};
use super::reading::{has_ending, in_cloud, is_not_ours};

/// A file that a person wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalFile {
    /// Where it is.
    pub path: PathBuf,
    /// What it holds, or why that cannot be told.
    pub bytes: Result<Vec<u8>, Problem>,
}

impl PersonalFile {
    /// What the library is to read of it. Of a file that is still in the cloud that is the beginning of
    /// what iCloud leaves in its place, so that it is told with the others and its last good version
    /// stays in use; nothing of one that could not be read.
    pub fn for_library(&self) -> Option<&[u8]> {
        const HELD: &[u8] = b"bplist00\xd1";
        match &self.bytes {
            Ok(bytes) => Some(bytes),
            Err(problem) if problem.kind == ProblemKind::InCloud => Some(HELD),
            Err(_) => None,
        }
    }
}

/// The folders in the data folder that add to the library or replace parts of it.
pub(super) const LIBRARY: [&str; 7] =
    ["exercises", "routines", "checks", "movements", "poses", "rules", "articles"];

/// Those of them in which drafts may lie: what is written in the program.
const WRITTEN: [&str; 4] = ["routines", "exercises", "movements", "poses"];

/// The person's own lengths of the gaps, beside those folders.
const TIMING: &str = "timing.ron";

/// The folder for what a person has deleted: nothing of theirs is ever removed.
const DELETED: &str = "deleted";

/// Makes a file of the person's own hold a text, or puts it into the folder of deleted ones. Its name
/// is that in the data folder, as [`Folders::own_name`] gives it. `before` is what it held when it was
/// last read: if it holds something else now, it is left alone.
pub(super) fn put_own(
    disk: &dyn Disk,
    folders: &Folders,
    (name, text): (&str, Option<&[u8]>),
    before: Option<&[u8]>,
) -> Result<(), Problem> {
    let path = folders.data.join(name);
    if !is_own_name(name) {
        return Err(Problem::of(&path, ProblemKind::NotAFile));
    }
    if let Some(text) = text {
        let parent = path.parent().unwrap_or(&folders.data);
        make_dirs(disk, &folders.data, parent)?;
        return replace(disk, &path, text, before);
    }
    if !disk.exists(&path).at(&path)? {
        return Ok(());
    }
    if Some(disk.read(&path, super::PERSONAL_CAP).at(&path)?.as_slice()) != before {
        return Err(Problem::of(&path, ProblemKind::ChangedOutside));
    }
    let kept = folders.data.join(DELETED).join(name);
    make_dirs(disk, &folders.data, kept.parent().unwrap_or(&folders.data))?;
    disk.rename(&path, &kept).at(&path)?;
    sync_parent(disk, &kept)?;
    sync_parent(disk, &path)
}

/// Whether a name is that of a file in one of the library's folders, and of nothing above or below; or
/// that of a conflict copy of the settings.
fn is_own_name(name: &str) -> bool {
    if is_copy_of_settings(name) {
        return true;
    }
    let Some((folder, file)) = name.split_once('/') else { return false };
    let plain = !file.starts_with('.') && !file.contains(['/', '\\', ':']);
    LIBRARY.contains(&folder) && plain && !file.is_empty()
}

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

/// Reads what a person named: one file, or everything of ours in a folder; of the data folder what the
/// program itself reads there.
pub fn read_named(
    disk: &dyn Disk,
    folders: Option<&Folders>,
    path: &Path,
) -> Result<Vec<PersonalFile>, Problem> {
    let real = |path: &Path| disk.resolve(path).ok();
    let is_data = |it: &&Folders| real(path).is_some_and(|path| real(&it.data) == Some(path));
    match (disk.list(path), folders.filter(is_data)) {
        (Ok(_), Some(folders)) => {
            let settings = folders.settings();
            let mut all = folders.library_files(disk)?;
            if disk.exists(&settings).at(&settings)? {
                all.push(read_personal(disk, &settings));
            }
            Ok(all)
        }
        (Ok(_), None) => read_personal_folder(disk, path),
        (Err(error), _) if error.kind() == std::io::ErrorKind::NotADirectory => {
            Ok(vec![read_personal(disk, path)])
        }
        (Err(error), _) => Err(Problem::new(path, &error)),
    }
}

impl Folders {
    /// The name of a file in the data folder: `routines/evening.ron`; nothing outside of it.
    pub fn own_name(&self, path: &Path) -> Option<String> {
        let inside = path.strip_prefix(&self.data).ok()?;
        let parts: Option<Vec<_>> = inside.iter().map(|it| it.to_str()).collect();
        parts.map(|it| it.join("/")).filter(|it| is_own_name(it))
    }

    /// What the person has written and cannot be used yet: drafts beside their routines and exercises.
    pub fn drafts(&self, disk: &dyn Disk) -> Result<Vec<PersonalFile>, Problem> {
        let mut drafts = Vec::new();
        for folder in WRITTEN {
            let dir = self.data.join(folder);
            if !disk.exists(&dir).at(&dir)? {
                continue;
            }
            let is_draft = |name: &str| !is_not_ours(name) && has_ending(name, "draft");
            let all = disk.list(&dir).at(&dir)?.into_iter();
            let all = all.filter(|it| !it.is_dir && is_draft(&it.name));
            drafts.extend(all.map(|it| read_personal(disk, &it.path)));
        }
        Ok(drafts)
    }

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
        return disk.read(&path, super::PERSONAL_CAP).at(&path).map(Some);
    }
    let held = path.with_file_name(".settings.ron.icloud");
    if disk.exists(&held).at(&held)? {
        return Err(Problem::of(&path, ProblemKind::InCloud));
    }
    Ok(None)
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
    let listed = disk.list(dir).at(dir)?;
    for entry in &listed {
        let held = in_cloud(&entry.name).filter(|it| has_ending(it, "ron") || is_page(dir, it));
        if let Some(name) = held.filter(|name| listed.iter().all(|it| it.name != **name)) {
            let path = dir.join(name);
            let bytes = Err(Problem::of(&path, ProblemKind::InCloud));
            all.push(PersonalFile { path, bytes });
        }
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

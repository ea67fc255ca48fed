//! Files that somebody has sent, and where files that are passed on are written.
//!
//! What was sent is untrusted: it may be no file at all, or a link to one that the person does not mean;
//! it may be huge. It is read once, up to a cap, and told apart by what is in it.

use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::folders::Folders;
use super::personal::read_personal;
use super::problem::{At as _, Problem, ProblemKind};
use super::protocol::make_dirs;
use super::reading::has_ending;

/// What was sent, by its first bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sent {
    /// A text: a routine, an exercise, several of them; or nothing of ours.
    Text(Vec<u8>),
    /// An archive, which is read by its own reader.
    Archive,
    /// A picture.
    Picture,
}

/// Reads a file that somebody has sent. A link is refused: what was dropped or named is to be the file.
pub fn read_sent(disk: &dyn Disk, path: &Path) -> Result<Sent, Problem> {
    refuse_link(disk, path)?;
    let is_archive = has_ending(&name_of(path).to_lowercase(), "zip");
    match read_personal(disk, path).bytes {
        Ok(bytes) if is_picture(&bytes) => Ok(Sent::Picture),
        Ok(bytes) if is_archive || bytes.starts_with(b"PK") => Ok(Sent::Archive),
        Ok(bytes) => Ok(Sent::Text(bytes)),
        Err(problem) if problem.kind == ProblemKind::TooLarge => large(path, problem, is_archive),
        Err(problem) => Err(problem),
    }
}

/// A file that is larger than any text of ours.
fn large(path: &Path, problem: Problem, is_archive: bool) -> Result<Sent, Problem> {
    const PICTURES: [&str; 8] = ["png", "jpg", "jpeg", "heic", "heif", "webp", "gif", "bmp"];
    let name = name_of(path).to_lowercase();
    if is_archive {
        Ok(Sent::Archive)
    } else if PICTURES.iter().any(|it| has_ending(&name, it)) {
        Ok(Sent::Picture)
    } else {
        Err(problem)
    }
}

fn is_picture(bytes: &[u8]) -> bool {
    let heif = bytes.get(4..12).is_some_and(|it| it.starts_with(b"ftyphei") || it == b"ftypmif1");
    let begins = [&b"\x89PNG"[..], b"\xff\xd8\xff", b"GIF8", b"BM6"];
    heif || begins.iter().any(|it| bytes.starts_with(it))
}

fn refuse_link(disk: &dyn Disk, path: &Path) -> Result<(), Problem> {
    let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else { return Ok(()) };
    let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
    // The folders on the way may be links; the file itself may not.
    let here = disk.resolve(parent).at(path)?.join(name);
    if disk.resolve(path).at(path)? == here {
        return Ok(());
    }
    Err(Problem::of(path, ProblemKind::Link))
}

/// What a file is called, without where it is.
pub fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// A path that a person has typed: `~` is their home, and what does not begin at a root begins in the
/// data folder.
pub fn named_path(folders: &Folders, typed: &Path) -> PathBuf {
    if let Ok(rest) = typed.strip_prefix("~")
        && let Some(dirs) = directories::BaseDirs::new()
    {
        return dirs.home_dir().join(rest);
    }
    folders.data.join(typed)
}

/// The same for a file that is to be written; in the data folder its folder is made.
pub fn target_path(disk: &dyn Disk, folders: &Folders, typed: &Path) -> Result<PathBuf, Problem> {
    let path = named_path(folders, typed);
    let is_inside = path.strip_prefix(&folders.data).is_ok_and(|it| it.iter().all(|it| it != ".."));
    if is_inside && let Some(parent) = path.parent() {
        make_dirs(disk, &folders.data, parent)?;
    }
    Ok(path)
}

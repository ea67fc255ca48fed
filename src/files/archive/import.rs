//! Taking an archive in: first what it would change, then, when the person says so, the change.

use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};

use zip::ZipArchive;

use super::{ArchiveProblem, FILES_CAP, LOG, PACKED_CAP, SETTINGS, UNPACKED_CAP, damaged, is_safe};
use crate::files::PERSONAL_CAP;
use crate::files::disk::Disk;
use crate::files::folders::Folders;
use crate::files::photo::{PHOTOS, bare, photo_name, put_photo};
use crate::files::problem::{At as _, Problem, ProblemKind};
use crate::files::protocol::{make_dirs, write_new};
use crate::files::reading::name_in;
use crate::history::{DeviceId, Journal, Merge, Record, checksum, from_line, to_line};
use crate::measure::MOST_BYTES;

/// The person's own folders that an archive may add to.
const FOLDERS: [&str; 7] =
    ["exercises", "routines", "checks", "movements", "poses", "rules", "articles"];

/// What taking an archive in would change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    /// Records that are not here.
    pub new: usize,
    /// Records that are here as they are there.
    pub same: usize,
    /// Records of which the archive has a later revision.
    pub different: usize,
    /// Lines of its journal that cannot be read.
    pub unreadable: usize,
    /// The person's own files and photos that are not here.
    pub new_files: Vec<String>,
    /// The person's own files that are here with other content; they stay as they are.
    pub kept_files: Vec<String>,
}

impl Preview {
    /// Whether there is nothing to take in.
    pub fn is_empty(&self) -> bool {
        self.new == 0 && self.different == 0 && self.new_files.is_empty()
    }
}

/// An archive that was read and can be taken in.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// What it would change.
    pub preview: Preview,
    /// The records that it adds.
    pub records: Vec<Record>,
    files: Vec<(PathBuf, Vec<u8>)>,
}

/// Reads an archive and says what it would change; nothing is written.
pub fn read_archive(
    disk: &dyn Disk,
    folders: &Folders,
    journal: &Journal,
    path: &Path,
) -> Result<Import, ArchiveProblem> {
    let packed = disk.read(path, PACKED_CAP).at(path)?;
    let content = unpack(&packed, UNPACKED_CAP)?;
    let (mut records, mut unreadable) = (Vec::new(), 0);
    let (mut files, mut new_files, mut kept_files) = (Vec::new(), Vec::new(), Vec::new());
    for (name, bytes) in content {
        if name.starts_with(LOG) {
            read_lines(&bytes, &mut records, &mut unreadable);
        } else if is_personal(&name) {
            if bytes.len() as u64 > PERSONAL_CAP {
                return Err(ArchiveProblem::TooLarge);
            }
            let here = folders.data.join(&name);
            if !disk.exists(&here).at(&here)? {
                new_files.push(name);
                files.push((here, bytes));
            } else if disk.read(&here, PERSONAL_CAP).at(&here)? != bytes {
                kept_files.push(name);
            }
        } else if let Some((record, ending)) = photo_name(&name) {
            let taken = |it: &Path| files.iter().any(|file: &(PathBuf, _)| file.0 == it);
            let Some(bytes) = bare(&bytes) else { continue };
            let photo = Photo { own: folders.data.join(&name), record, ending, bytes: &bytes };
            if let Some(path) = photo.place(disk, taken)? {
                new_files.push(name_in(&folders.data, &path));
                files.push((path, bytes));
            }
        }
    }
    let Merge { new, same, different, records } = journal.merge(records);
    let preview = Preview { new, same, different, unreadable, new_files, kept_files };
    Ok(Import { preview, records, files })
}

/// A photo of an archive.
struct Photo<'a> {
    /// Where it would lie under its own name.
    own: PathBuf,
    record: &'a str,
    ending: &'a str,
    bytes: &'a [u8],
}

impl Photo<'_> {
    /// Where it goes: under its own name, or beside the others of its record. Nowhere when the same one
    /// is there.
    fn place(
        &self,
        disk: &dyn Disk,
        taken: impl Fn(&Path) -> bool,
    ) -> Result<Option<PathBuf>, Problem> {
        let Self { own, record, ending, bytes } = self;
        let numbered = (2..).map(|it| own.with_file_name(format!("{record}-{it}.{ending}")));
        let first = own.with_file_name(format!("{record}.{ending}"));
        let mut free = Vec::new();
        // The first of them may have a gap before the others.
        let mut names = [own.clone(), first].into_iter().chain(numbered).filter(|it| !taken(it));
        while free.len() < 2 {
            let Some(path) = names.next() else { break };
            if !disk.exists(&path).at(&path)? {
                free.push(path);
            } else if disk.read(&path, MOST_BYTES).at(&path)? == *bytes {
                return Ok(None);
            }
        }
        Ok(free.into_iter().next())
    }
}

impl Import {
    /// Takes it in: its records into a journal file of their own, its files where none are. Doing it
    /// twice changes nothing.
    pub fn apply(
        &self,
        disk: &dyn Disk,
        folders: &Folders,
        device: &DeviceId,
    ) -> Result<(), ArchiveProblem> {
        let mut lines = String::new();
        let dir = folders.log().join(device.as_str());
        for record in &self.records {
            let line = to_line(record)
                .map_err(|it| Problem::of(&dir, ProblemKind::Unwritable(it.to_string())))?;
            lines.push_str(&line);
            lines.push('\n');
        }
        if !lines.is_empty() {
            make_dirs(disk, &folders.data, &dir)?;
            let file = unused(disk, &dir, &checksum(lines.as_bytes()))?;
            write_new(disk, &file, lines.as_bytes())?;
        }
        for (path, bytes) in &self.files {
            if let Some(parent) = path.parent() {
                make_dirs(disk, &folders.data, parent)?;
            }
            put(disk, path, bytes)?;
        }
        Ok(())
    }
}

/// Writes a file where none is; a photo is there whole or not at all.
fn put(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let is_photo = path.parent().and_then(Path::file_name).is_some_and(|it| it == PHOTOS);
    if is_photo { put_photo(disk, path, bytes) } else { write_new(disk, path, bytes) }
}

/// A name that no file has: an attempt that a crash cut off may have left one.
fn unused(disk: &dyn Disk, dir: &Path, name: &str) -> Result<PathBuf, Problem> {
    let mut file = dir.join(format!("import-{name}.jsonl"));
    let mut n = 1;
    while disk.exists(&file).at(&file)? {
        n += 1;
        file = dir.join(format!("import-{name}.{n}.jsonl"));
    }
    Ok(file)
}

/// Everything in an archive that has a use, by name; more than `cap` bytes in all are refused.
pub(super) fn unpack(packed: &[u8], cap: u64) -> Result<Vec<(String, Vec<u8>)>, ArchiveProblem> {
    let mut archive = ZipArchive::new(Cursor::new(packed)).map_err(|it| damaged(&it.into()))?;
    if archive.len() > FILES_CAP {
        return Err(ArchiveProblem::TooLarge);
    }
    let (mut content, mut room) = (Vec::new(), cap);
    for at in 0..archive.len() {
        let raw = archive.by_index_raw(at).map_err(|it| damaged(&it.into()))?;
        let (name, is_dir) = (raw.name().to_owned(), raw.is_dir());
        if raw.encrypted() {
            return Err(ArchiveProblem::Encrypted);
        }
        drop(raw);
        if !is_safe(&name) {
            return Err(ArchiveProblem::UnsafeName(name));
        }
        let has_use = name.starts_with(LOG) || is_personal(&name) || photo_name(&name).is_some();
        if is_dir || !has_use {
            continue;
        }
        let file = archive.by_index(at).map_err(|it| damaged(&it.into()))?;
        let mut bytes = Vec::new();
        // What the archive says of its sizes is not believed.
        file.take(room + 1).read_to_end(&mut bytes).map_err(|it| damaged(&it))?;
        room = room.checked_sub(bytes.len() as u64).ok_or(ArchiveProblem::TooLarge)?;
        content.push((name, bytes));
    }
    Ok(content)
}

fn is_personal(name: &str) -> bool {
    let has = |ending| Path::new(name).extension().is_some_and(|it| it == ending);
    if name == SETTINGS || name == "timing.ron" {
        return true;
    }
    if name.split('/').any(|it| it.starts_with('.')) {
        return false;
    }
    let folder = name.split_once('/').map(|it| it.0).filter(|it| FOLDERS.contains(it));
    folder.is_some_and(|it| has("ron") || (it == "articles" && has("md")))
}

fn read_lines(bytes: &[u8], records: &mut Vec<Record>, unreadable: &mut usize) {
    for line in bytes.split(|it| *it == b'\n').filter(|it| !it.trim_ascii().is_empty()) {
        match from_line(line) {
            Ok((record, _)) => records.push(record),
            Err(_) => *unreadable += 1,
        }
    }
}

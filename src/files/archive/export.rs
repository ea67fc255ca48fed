//! Writing the archive.

use std::io::{Cursor, Write as _};
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{ArchiveProblem, LOG, README, SETS, SETTINGS, UNPACKED_CAP, damaged, write_fresh};
use crate::files::disk::Disk;
use crate::files::folders::Folders;
use crate::files::personal::read_settings;
use crate::files::photo::{PHOTOS, photo_name};
use crate::files::problem::{At as _, Problem, ProblemKind};
use crate::history::{Journal, write_sets};
use crate::measure::MOST_BYTES;

/// What each part of the archive is, for who opens it in twenty years.
const ABOUT: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/data/export.txt"));

/// Writes everything of the person to a new archive: the journal's files as they are, bad lines
/// included, their own routines and exercises, the settings, the photos that they kept, and every set as
/// comma-separated values. One that could not be taken in again is not made.
pub fn export(
    disk: &dyn Disk,
    folders: &Folders,
    journal: &Journal,
    to: &Path,
) -> Result<(), ArchiveProblem> {
    let mut packed = Packed::new();
    packed.add(README, ABOUT)?;
    let mut sets = Vec::new();
    write_sets(&journal.sessions(), &mut sets)
        .map_err(|it| Problem::of(to, ProblemKind::Unwritable(it.to_string())))?;
    packed.add(SETS, &sets)?;
    add_log(disk, &folders.log(), LOG, &mut packed)?;
    if let Some(settings) = read_settings(disk, folders)? {
        packed.add(SETTINGS, &settings)?;
    }
    for file in folders.library_files(disk)? {
        let name = file.path.strip_prefix(&folders.data).unwrap_or(&file.path);
        let parts: Vec<_> = name.iter().map(|it| it.to_string_lossy()).collect();
        packed.add(&parts.join("/"), &file.bytes?)?;
    }
    add_photos(disk, folders, &mut packed)?;
    write_fresh(disk, to, &packed.finish()?)
}

fn add_photos(
    disk: &dyn Disk,
    folders: &Folders,
    packed: &mut Packed,
) -> Result<(), ArchiveProblem> {
    let dir = folders.data.join(PHOTOS);
    if !disk.exists(&dir).at(&dir)? {
        return Ok(());
    }
    for entry in disk.list(&dir).at(&dir)? {
        let name = format!("{PHOTOS}/{}", entry.name);
        if !entry.is_dir && photo_name(&name).is_some() {
            let bytes = disk.read(&entry.path, MOST_BYTES).at(&entry.path)?;
            packed.put(&name, &bytes, CompressionMethod::Stored)?;
        }
    }
    Ok(())
}

fn add_log(
    disk: &dyn Disk,
    dir: &Path,
    name: &str,
    packed: &mut Packed,
) -> Result<(), ArchiveProblem> {
    if !disk.exists(dir).at(dir)? {
        return Ok(());
    }
    for entry in disk.list(dir).at(dir)? {
        let inner = format!("{name}{}", entry.name);
        if entry.name.starts_with('.') {
            continue;
        }
        if entry.is_dir {
            add_log(disk, &entry.path, &format!("{inner}/"), packed)?;
        } else if Path::new(&entry.name).extension().is_some_and(|it| it == "jsonl") {
            let bytes = disk.read(&entry.path, crate::files::LOG_CAP).at(&entry.path)?;
            packed.add(&inner, &bytes)?;
        }
    }
    Ok(())
}

/// An archive in the making. The same content gives the same bytes: no time stands in it.
struct Packed {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    /// So many bytes may still be put in, so that all of it can be taken in again.
    room: u64,
}

impl Packed {
    fn new() -> Self {
        Self { zip: ZipWriter::new(Cursor::new(Vec::new())), room: UNPACKED_CAP }
    }

    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), ArchiveProblem> {
        self.put(name, bytes, CompressionMethod::Deflated)
    }

    fn put(
        &mut self,
        name: &str,
        bytes: &[u8],
        method: CompressionMethod,
    ) -> Result<(), ArchiveProblem> {
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o600);
        self.room = self.room.checked_sub(bytes.len() as u64).ok_or(ArchiveProblem::TooLarge)?;
        self.zip.start_file(name, options).map_err(|it| damaged(&it.into()))?;
        self.zip.write_all(bytes).map_err(|it| damaged(&it))
    }

    fn finish(self) -> Result<Vec<u8>, ArchiveProblem> {
        self.zip.finish().map(Cursor::into_inner).map_err(|it| damaged(&it.into()))
    }
}

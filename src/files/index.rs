//! What the calendar needs of the journal, file by file, kept in the state folder: the weeks are shown
//! before the journal has been read, however long it has grown.
//!
//! It holds nothing of its own. A file counts as known only when it holds the very bytes of which the
//! index was made; any other is read again, and an index that is damaged, of another version or gone is
//! made anew. So it never says anything else than the journal does.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::device;
use super::disk::Disk;
use super::folders::Folders;
use super::ledger::Stamp;
use super::problem::{At as _, Problem};
use super::protocol::replace;
use super::reading::{Found, journal_files};
use crate::history::{Days, Entry, Journal, Trust, checked_line, trust};

/// What is known, by the names of the files.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Index(pub(super) BTreeMap<String, Indexed>);

/// What is known of one file: a line of the index.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Indexed {
    file: String,
    stamp: Stamp,
    /// Whether only this computer writes to it; a half line at its end is judged by that.
    is_own: bool,
    entries: Vec<Entry>,
}

/// The first line.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Head {
    format: u32,
    /// What counts may change with the program.
    program: String,
}

impl Head {
    fn now() -> Self {
        Self { format: 1, program: env!("CARGO_PKG_VERSION").to_owned() }
    }
}

impl Indexed {
    /// What a file that has just been read says.
    pub(super) fn of(found: &Found, stamp: Stamp, journal: &Journal) -> Self {
        Self {
            file: found.name.clone(),
            stamp,
            is_own: found.is_own,
            entries: journal.entries().collect(),
        }
    }

    fn is_of(&self, found: &Found, stamp: &Stamp) -> bool {
        let Stamp { bytes, crc, .. } = stamp;
        (self.stamp.bytes, &self.stamp.crc) == (*bytes, crc) && self.is_own == found.is_own
    }
}

/// The days, targets and pauses of the journal, from the index and from the files that it does not know
/// as they are. Nothing when there is no index, or when something stands in the way: then it is the
/// journal itself that tells.
pub fn read_days(disk: &dyn Disk, folders: &Folders) -> Option<Days> {
    let index = Index::read(disk, folders)?;
    let own = device::known(disk, folders).ok()?;
    let (files, problems) = journal_files(disk, folders);
    if !problems.is_empty() {
        return None;
    }
    let mut entries = Vec::new();
    for path in &files {
        let found = Found::read(disk, folders, own.as_ref(), path).ok()?;
        let stamp = Stamp::of(&found.bytes, None);
        match index.0.get(&found.name).filter(|it| it.is_of(&found, &stamp)) {
            Some(known) => entries.extend_from_slice(&known.entries),
            None => entries.extend(found.journal().entries()),
        }
    }
    Days::from_entries(entries)
}

impl Index {
    /// The index as it was left, without the lines that are damaged.
    fn read(disk: &dyn Disk, folders: &Folders) -> Option<Self> {
        let bytes = disk.read(&path(folders), super::LOG_CAP).ok()?;
        let mut lines = bytes.split(|it| *it == b'\n').filter(|it| trust(it) == Trust::Intact);
        let head = lines.next().and_then(|it| serde_json::from_slice::<Head>(it).ok())?;
        if head != Head::now() {
            return None;
        }
        let known = lines.filter_map(|it| serde_json::from_slice::<Indexed>(it).ok());
        Some(Self(known.map(|it| (it.file.clone(), it)).collect()))
    }

    /// Writes it, if it says something new. Only who holds the lock may.
    pub fn write(&self, disk: &dyn Disk, folders: &Folders) -> Result<(), Problem> {
        let path = path(folders);
        let before = if disk.exists(&path).at(&path)? {
            Some(disk.read(&path, super::LOG_CAP).at(&path)?)
        } else {
            None
        };
        let bytes = self.text().unwrap_or_default().into_bytes();
        if before.as_deref() == Some(&bytes) {
            return Ok(());
        }
        replace(disk, &path, &bytes, before.as_deref())
    }

    fn text(&self) -> Result<String, serde_json::Error> {
        let mut text = checked_line(&Head::now())? + "\n";
        for indexed in self.0.values() {
            text += &checked_line(indexed)?;
            text.push('\n');
        }
        Ok(text)
    }
}

fn path(folders: &Folders) -> PathBuf {
    folders.in_state("index.jsonl")
}

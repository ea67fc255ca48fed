//! How the journal's files were when they were last seen, so that history which shrinks is noticed.
//!
//! It lies in the state folder. It holds nothing that is not in the journal itself: without it, or
//! with one that cannot be read, everything is taken as it is found.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::disk::Disk;
use super::folders::Folders;
use super::problem::{At as _, Problem};
use super::protocol::replace;
use crate::history::checksum;

/// What is known of the files.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Ledger {
    /// Records in all, each revision for itself.
    pub(super) records: usize,
    /// The files of the journal by their names in the data folder.
    pub(super) files: BTreeMap<String, Stamp>,
    /// Folders that others can look into, of which the person was told.
    #[serde(default)]
    pub(super) told_open: Vec<PathBuf>,
}

/// How a file was when it was last seen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    /// Its length in bytes.
    pub(super) bytes: u64,
    /// The checksum of so many bytes.
    pub(super) crc: String,
    /// Whether it begins with all that it held when it was seen before.
    #[serde(skip)]
    pub(super) kept: bool,
}

impl Stamp {
    /// How a file is now, and whether it has kept what it held.
    pub(super) fn of(bytes: &[u8], before: Option<&Self>) -> Self {
        let kept = before.is_none_or(|it| {
            let held = usize::try_from(it.bytes).ok().and_then(|length| bytes.get(..length));
            held.is_some_and(|held| checksum(held) == it.crc)
        });
        Self { bytes: bytes.len() as u64, crc: checksum(bytes), kept }
    }
}

impl Ledger {
    /// The ledger as it was left; an empty one when there is none, or none that can be read.
    pub(super) fn read(disk: &dyn Disk, folders: &Folders) -> Self {
        let bytes = disk.read(&path(folders), super::LOG_CAP).unwrap_or_default();
        serde_json::from_slice(&bytes).unwrap_or_default()
    }

    /// Files that no longer hold what they held, when records have gone with it. A copy that was
    /// cleared away, or a file that somebody has put in order, has lost nothing.
    pub(super) fn shrunk(&self, now: &BTreeMap<String, Stamp>, records: usize) -> Vec<String> {
        if records >= self.records {
            return Vec::new();
        }
        let has_kept = |name: &str| now.get(name).is_some_and(|it| it.kept);
        self.files.keys().filter(|it| !has_kept(it)).cloned().collect()
    }

    /// Whether a file is there and shorter than it was, or gone.
    pub(super) fn is_shorter(&self, name: &str, now: &BTreeMap<String, Stamp>) -> bool {
        let length = |files: &BTreeMap<String, Stamp>| files.get(name).map_or(0, |it| it.bytes);
        length(now) < length(&self.files)
    }

    /// Writes it, if it says something new.
    pub(super) fn write(&self, disk: &dyn Disk, folders: &Folders) -> Result<(), Problem> {
        let path = path(folders);
        let before = if disk.exists(&path).at(&path)? {
            Some(disk.read(&path, super::LOG_CAP).at(&path)?)
        } else {
            None
        };
        let bytes = serde_json::to_vec(self).unwrap_or_default();
        if before.as_deref() == Some(&bytes) {
            return Ok(());
        }
        replace(disk, &path, &bytes, before.as_deref())
    }
}

fn path(folders: &Folders) -> PathBuf {
    folders.in_state("ledger.json")
}

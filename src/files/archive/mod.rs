//! Everything of a person as one archive of open formats, and taking such an archive in.
//!
//! An archive that is taken in may come from anywhere: how much it holds is capped while it is read,
//! no path of it is ever used but names that cannot lead anywhere, and nothing that is here is
//! written over.

mod export;
mod import;

use std::io;
use std::path::Path;

pub use export::export;
pub use import::{Import, Preview, read_archive};

use super::disk::Disk;
use super::problem::{At as _, Problem};
use super::protocol::write_new;

/// The most that an archive may hold, packed: decades of daily sessions, and two hundred photos.
const PACKED_CAP: u64 = 1024 * 1024 * 1024;
/// The most that may come out of it.
const UNPACKED_CAP: u64 = 1024 * 1024 * 1024;
/// The most files.
const FILES_CAP: usize = 20_000;

/// The journal's files in an archive stand below this.
const LOG: &str = "log/";
const SETTINGS: &str = "settings.ron";
const SETS: &str = "sets.csv";
const README: &str = "README.txt";

/// Why an archive could not be made or taken in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveProblem {
    /// It is no archive, or a damaged one.
    #[error("no archive")]
    NotAnArchive,
    /// More goes in or comes out of it than any person's history needs.
    #[error("too large")]
    TooLarge,
    /// A name in it leads out of the folder, or means something else to some system.
    #[error("unsafe name {0}")]
    UnsafeName(String),
    /// It was packed with a password.
    #[error("encrypted")]
    Encrypted,
    /// There is already a file of this name.
    #[error("there is already a file")]
    Exists,
    /// Something else is in the way.
    #[error(transparent)]
    Problem(#[from] Problem),
}

/// Writes a file that must not be there yet.
pub fn write_fresh(disk: &dyn Disk, to: &Path, bytes: &[u8]) -> Result<(), ArchiveProblem> {
    if disk.exists(to).to_make(to)? {
        return Err(ArchiveProblem::Exists);
    }
    Ok(write_new(disk, to, bytes)?)
}

fn damaged(_: &io::Error) -> ArchiveProblem {
    ArchiveProblem::NotAnArchive
}

/// Whether a name in an archive is plain parts with `/` between them, each of which is a file's name on
/// every system. What ends in a dot, `..` above all, is none.
fn is_safe(name: &str) -> bool {
    let parts: Vec<&str> = name.strip_suffix('/').unwrap_or(name).split('/').collect();
    parts.len() <= 8 && parts.into_iter().all(is_safe_part)
}

fn is_safe_part(part: &str) -> bool {
    const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
    let stem = part.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let number = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    let is_port =
        number.is_some_and(|it| it.len() == 1 && it.bytes().all(|it| it.is_ascii_digit()));
    let is_plain = |it: char| !it.is_control() && !r#"\/:*?"<>|"#.contains(it);
    !part.is_empty()
        && part.len() <= 200
        && part.chars().all(is_plain)
        && !part.ends_with(['.', ' '])
        && !is_port
        && !DEVICES.contains(&stem.as_str())
}

#[cfg(test)]
mod tests;

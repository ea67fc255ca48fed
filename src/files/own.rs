//! Putting a file of the person's own where it belongs, safely.

use super::disk::Disk;
use super::folders::Folders;
use super::problem::Problem;
use super::protocol::{make_dirs, replace};

/// Makes a file of the data folder hold this; its name there is the first (`routines/evening.ron`).
/// `before` is what it held when it was last read: if it holds something else now, it is left alone.
pub fn save_own(
    disk: &dyn Disk,
    folders: &Folders,
    (name, bytes): (&str, &[u8]),
    before: Option<&[u8]>,
) -> Result<(), Problem> {
    let path = folders.data.join(name);
    make_dirs(disk, &folders.data, path.parent().unwrap_or(&folders.data))?;
    replace(disk, &path, bytes, before)
}

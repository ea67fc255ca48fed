//! What this computer is called in the journal. The name lies in the state folder: in a synced one
//! it would make two computers believe that they are one.

use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::folders::Folders;
use super::problem::{At as _, Problem};
use super::protocol::replace;
use crate::history::DeviceId;
use crate::ron::{Document, Reader};

/// The name, made on first use: the computer's own and a few letters that no other has.
pub(super) fn device(disk: &dyn Disk, folders: &Folders) -> Result<DeviceId, Problem> {
    let path = path(folders);
    let before = bytes(disk, &path)?;
    if let Some(known) = before.as_deref().and_then(read) {
        return Ok(known);
    }
    let made = DeviceId::new(&format!("{}-{}", computer(), letters()));
    let text = format!("(\n    id: \"{made}\",\n)\n");
    replace(disk, &path, text.as_bytes(), before.as_deref())?;
    Ok(made)
}

/// The name, if there is one yet.
pub(super) fn known(disk: &dyn Disk, folders: &Folders) -> Result<Option<DeviceId>, Problem> {
    Ok(bytes(disk, &path(folders))?.as_deref().and_then(read))
}

fn path(folders: &Folders) -> PathBuf {
    folders.in_state("device.ron")
}

fn bytes(disk: &dyn Disk, path: &Path) -> Result<Option<Vec<u8>>, Problem> {
    let is_there = disk.exists(path).at(path)?;
    is_there.then(|| disk.read(path, super::PERSONAL_CAP).at(path)).transpose()
}

fn read(bytes: &[u8]) -> Option<DeviceId> {
    let document = Document::read(bytes);
    let mut reader = Reader::new();
    let mut fields = reader.fields(document.root()?)?;
    let id = fields.need(&mut reader, "id", Reader::text)?.value;
    let device = DeviceId::new(&id);
    // A name that had to be mended was not written by us.
    (device.as_str() == id).then_some(device)
}

/// Six letters and digits at random.
fn letters() -> String {
    let id = uuid::Uuid::now_v7().simple().to_string();
    id.chars().skip(id.len().saturating_sub(6)).collect()
}

#[cfg(unix)]
fn computer() -> String {
    let name = rustix::system::uname().nodename().to_string_lossy().into_owned();
    name.split('.').next().unwrap_or_default().chars().take(24).collect()
}

#[cfg(not(unix))]
fn computer() -> String {
    std::env::var("COMPUTERNAME").unwrap_or_default().chars().take(24).collect()
}

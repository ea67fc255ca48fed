//! What this computer is called in the journal. The name lies in the state folder: in a synced one
//! it would make two computers believe that they are one.

use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::folders::Folders;
use super::problem::{At as _, Problem};
use super::protocol::replace;
use crate::history::{DeviceId, checksum};
use crate::ron::{Document, Reader};

/// What the state folder says of this computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// The name.
    pub(super) device: DeviceId,
    /// The name that the folder brought along from another computer, and that is not used here.
    pub(super) cloned: Option<DeviceId>,
}

/// The name, made on first use: the computer's own and a few letters that no other has. A state
/// folder that was copied from another computer gets a new one, or two would write the same files.
pub(super) fn device(disk: &dyn Disk, folders: &Folders) -> Result<Named, Problem> {
    let path = path(folders);
    let before = bytes(disk, &path)?;
    let (here, known) = (fingerprint(disk), before.as_deref().and_then(read));
    let cloned = match known {
        Some((device, there)) if here.is_none() || there == here => {
            return Ok(Named { device, cloned: None });
        }
        // Named before computers were told apart.
        Some((device, None)) => {
            write(disk, &path, &device, here.as_deref(), before.as_deref())?;
            return Ok(Named { device, cloned: None });
        }
        Some((device, Some(_))) => Some(device),
        None => None,
    };
    let device = fresh();
    write(disk, &path, &device, here.as_deref(), before.as_deref())?;
    Ok(Named { device, cloned })
}

/// Another name for this computer, because something else has written under the old one.
pub(super) fn rename(disk: &dyn Disk, folders: &Folders) -> Result<DeviceId, Problem> {
    let path = path(folders);
    let before = bytes(disk, &path)?;
    let device = fresh();
    write(disk, &path, &device, fingerprint(disk).as_deref(), before.as_deref())?;
    Ok(device)
}

fn fresh() -> DeviceId {
    DeviceId::new(&format!("{}-{}", computer(), letters()))
}

fn write(
    disk: &dyn Disk,
    path: &Path,
    device: &DeviceId,
    here: Option<&str>,
    before: Option<&[u8]>,
) -> Result<(), Problem> {
    let here = here.map(|it| format!("    computer: \"{it}\",\n")).unwrap_or_default();
    let text = format!("(\n    id: \"{device}\",\n{here})\n");
    replace(disk, path, text.as_bytes(), before)
}

/// What tells this computer from another: its machine id, where the system has one, as a checksum,
/// because the id itself is nobody's business.
fn fingerprint(disk: &dyn Disk) -> Option<String> {
    let id = disk.read(Path::new("/etc/machine-id"), 256).ok()?;
    (!id.trim_ascii().is_empty()).then(|| checksum(id.trim_ascii()))
}

/// The name, if there is one yet.
pub(super) fn known(disk: &dyn Disk, folders: &Folders) -> Result<Option<DeviceId>, Problem> {
    Ok(bytes(disk, &path(folders))?.as_deref().and_then(read).map(|it| it.0))
}

fn path(folders: &Folders) -> PathBuf {
    folders.in_state("device.ron")
}

fn bytes(disk: &dyn Disk, path: &Path) -> Result<Option<Vec<u8>>, Problem> {
    let is_there = disk.exists(path).at(path)?;
    is_there.then(|| disk.read(path, super::PERSONAL_CAP).at(path)).transpose()
}

fn read(bytes: &[u8]) -> Option<(DeviceId, Option<String>)> {
    let document = Document::read(bytes);
    let mut reader = Reader::new();
    let mut fields = reader.fields(document.root()?)?;
    let id = fields.need(&mut reader, "id", Reader::text)?.value;
    let computer = fields.get(&mut reader, "computer", Reader::text).map(|it| it.value);
    let device = DeviceId::new(&id);
    // A name that had to be mended was not written by us.
    (device.as_str() == id).then_some((device, computer))
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

//! Where things are kept: the data folder, which a person may sync, and the state folder, which
//! belongs to this computer alone.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::disk::Disk;
use super::problem::{At as _, Problem, ProblemKind};
use super::protocol::{make_dirs, replace, sync_parent, write_new};

/// The two folders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// Journal, settings, and the person's own routines and exercises.
    pub data: PathBuf,
    /// Lock, device name, the session in progress.
    pub state: PathBuf,
}

/// What a person reads who finds the data folder.
const README: &[u8] =
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/data/README.txt"));

/// The name under which it lies there.
pub(super) const README_NAME: &str = "README.txt";

/// By any of these a data folder of ours is known.
const OURS: [&str; 4] = [README_NAME, "log", "settings.ron", "routines"];

/// The file in the state folder that holds the path of the data folder.
const LOCATION: &str = "location";

impl Folders {
    /// Finds both, and makes nothing. With `data_dir`, the state folder lies in it; without, the data
    /// folder is the one that the person chose, else the system's place for such things.
    pub fn find(disk: &dyn Disk, data_dir: Option<&Path>) -> Result<Self, Problem> {
        if let Some(given) = data_dir {
            let data = std::path::absolute(given).at(given)?;
            let state = data.join("state");
            return Ok(Self { data, state });
        }
        let home = || Problem::of(Path::new("~"), ProblemKind::Gone);
        let dirs = ProjectDirs::from("", "", "evenhold").ok_or_else(home)?;
        let state = dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).to_owned();
        let location = state.join(LOCATION);
        let chosen = if disk.exists(&location).at(&location)? {
            Some(path_of(&disk.read(&location, super::PERSONAL_CAP).at(&location)?))
        } else {
            None
        };
        Ok(Self { data: chosen.unwrap_or_else(|| dirs.data_dir().to_owned()), state })
    }

    /// Makes what is missing, for the person's eyes only. A data folder that was there before and is
    /// not now (a drive pulled out, a folder renamed) is a problem, never an empty new beginning.
    pub fn make(&self, disk: &dyn Disk) -> Result<(), Problem> {
        let inside = self.is_portable();
        let location = self.state.join(LOCATION);
        if !inside && disk.exists(&location).at(&location)? {
            return self.must_be_there(disk);
        }
        make_dirs(disk, root(&self.data), &self.data)?;
        // By our page the folder is known again, so it must be there before the place is remembered.
        write_readme(disk, &self.data)?;
        make_dirs(disk, root(&self.state), &self.state)?;
        if !inside {
            replace(disk, &location, &bytes_of(&self.data), None)?;
        }
        Ok(())
    }

    /// A data folder that was in use before is there, and holds something of ours: where a drive was
    /// pulled out an empty folder may have stayed, and what was written there would be hidden as soon
    /// as the drive is back.
    pub(super) fn must_be_there(&self, disk: &dyn Disk) -> Result<(), Problem> {
        if !disk.exists(&self.data).at(&self.data)? {
            return Err(Problem::of(&self.data, ProblemKind::Gone));
        }
        if holds_ours(disk, &self.data)? {
            return Ok(());
        }
        Err(Problem::of(&self.data, ProblemKind::Empty))
    }

    /// Whether the state folder lies in the data folder, as it does for one named on the command
    /// line.
    pub fn is_portable(&self) -> bool {
        self.state.starts_with(&self.data)
    }

    /// Remembers where the data folder is.
    pub(super) fn remember(&self, disk: &dyn Disk) -> Result<(), Problem> {
        let location = self.state.join(LOCATION);
        let before = if disk.exists(&location).at(&location)? {
            Some(disk.read(&location, super::PERSONAL_CAP).at(&location)?)
        } else {
            None
        };
        replace(disk, &location, &bytes_of(&self.data), before.as_deref())
    }

    /// The settings, for hands as well as for the program.
    pub fn settings(&self) -> PathBuf {
        self.data.join("settings.ron")
    }

    /// The journal of all devices.
    pub fn log(&self) -> PathBuf {
        self.data.join("log")
    }

    /// Copies of files that could not be read.
    pub fn quarantine(&self) -> PathBuf {
        self.state.join("quarantine")
    }

    /// Copies of what a person edits.
    pub fn backups(&self) -> PathBuf {
        self.state.join("backups")
    }

    /// A file of the state folder.
    pub(super) fn in_state(&self, name: &str) -> PathBuf {
        self.state.join(name)
    }
}

/// The outermost folder of a path, which no program has to make.
fn root(path: &Path) -> &Path {
    path.ancestors().last().unwrap_or(path)
}

/// Whether a folder holds anything of ours.
pub(super) fn holds_ours(disk: &dyn Disk, dir: &Path) -> Result<bool, Problem> {
    for name in OURS {
        let path = dir.join(name);
        if disk.exists(&path).at(&path)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Puts our page into a folder that has none.
pub(super) fn write_readme(disk: &dyn Disk, dir: &Path) -> Result<(), Problem> {
    let path = dir.join(README_NAME);
    if disk.exists(&path).at(&path)? {
        // Made a moment before a crash: its name may not be on the disk yet.
        sync_parent(disk, &path)
    } else {
        write_new(disk, &path, README)
    }
}

/// A path as a line of a file, whatever bytes its names are made of.
#[cfg(unix)]
fn bytes_of(path: &Path) -> Vec<u8> {
    use std::os::unix::ffi::OsStrExt as _;

    [path.as_os_str().as_bytes(), b"\n"].concat()
}

#[cfg(not(unix))]
fn bytes_of(path: &Path) -> Vec<u8> {
    format!("{}\n", path.display()).into_bytes()
}

/// The path that [`bytes_of`] wrote, or a person with an editor.
#[cfg(unix)]
fn path_of(line: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt as _;

    PathBuf::from(std::ffi::OsStr::from_bytes(without_end(line)))
}

#[cfg(not(unix))]
fn path_of(line: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(without_end(line)).into_owned())
}

fn without_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

//! Where things are kept: the data folder, which a person may sync, and the state folder, which
//! belongs to this computer alone.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::disk::Disk;
use super::problem::{At as _, Problem, ProblemKind};
use super::protocol::{make_dirs, replace, write_new};

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

/// The file in the state folder that holds the path of the data folder (ruling 20).
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
            let text = disk.read(&location, super::PERSONAL_CAP).at(&location)?;
            Some(PathBuf::from(String::from_utf8_lossy(&text).trim_end_matches(['\r', '\n'])))
        } else {
            None
        };
        Ok(Self { data: chosen.unwrap_or_else(|| dirs.data_dir().to_owned()), state })
    }

    /// Makes what is missing, for the person's eyes only. A data folder that was there before and is
    /// not now (a drive pulled out, a folder renamed) is a problem, never an empty new beginning.
    pub fn make(&self, disk: &dyn Disk) -> Result<(), Problem> {
        let inside = self.state.starts_with(&self.data);
        let location = self.state.join(LOCATION);
        if !inside && disk.exists(&location).at(&location)? {
            return if disk.exists(&self.data).at(&self.data)? {
                Ok(())
            } else {
                Err(Problem::of(&self.data, ProblemKind::Gone))
            };
        }
        let is_new = !disk.exists(&self.data).at(&self.data)?;
        make_dirs(disk, root(&self.data), &self.data)?;
        if is_new {
            write_new(disk, &self.data.join("README.txt"), README)?;
        }
        make_dirs(disk, root(&self.state), &self.state)?;
        if !inside {
            let path = format!("{}\n", self.data.display());
            replace(disk, &location, path.as_bytes(), None)?;
        }
        Ok(())
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

    /// A file of the state folder.
    pub(super) fn in_state(&self, name: &str) -> PathBuf {
        self.state.join(name)
    }
}

/// The outermost folder of a path, which no program has to make.
fn root(path: &Path) -> &Path {
    path.ancestors().last().unwrap_or(path)
}

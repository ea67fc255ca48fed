//! Disks for a test alone: images, disks in memory, folders mounted in another place. They need root.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::skip::{installed, skip};

/// Whether disks may be mounted here; where not, the test is skipped.
pub(crate) fn can_mount(programs: &[&str]) -> bool {
    if !rustix::process::geteuid().is_root() {
        skip("mounting a disk needs root");
        return false;
    }
    let needed: Vec<&str> = ["mount", "umount"].iter().chain(programs).copied().collect();
    installed(&needed)
}

/// Runs a program of the system; whether it went well.
pub(crate) fn does(program: &str, args: &[&str]) -> bool {
    let mut command = Command::new(program);
    command.args(args).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|it| it.success())
}

/// A path as an argument.
pub(crate) fn arg(path: &Path) -> &str {
    path.to_str().expect("our own names are text")
}

/// A mounted disk. It is unmounted with the value.
#[derive(Debug)]
pub(crate) struct Mount {
    what: String,
    options: Vec<String>,
    dir: PathBuf,
    holder: TempDir,
    is_mounted: bool,
}

impl Mount {
    fn new(what: String, options: &[&str]) -> Option<Self> {
        let holder = TempDir::new().expect("a temporary folder");
        let dir = holder.path().join("disk");
        std::fs::create_dir(&dir).expect("a folder in it");
        let options = options.iter().map(|it| (*it).to_owned()).collect();
        let mut mount = Self { what, options, dir, holder, is_mounted: false };
        if mount.mount() {
            return Some(mount);
        }
        skip(&format!("a disk could not be mounted: {} {:?}", mount.what, mount.options));
        None
    }

    /// A disk in memory of these limits: `size=64k`, `nr_inodes=12`.
    pub(crate) fn in_memory(limits: &str) -> Option<Self> {
        Self::new("none".to_owned(), &["-t", "tmpfs", "-o", limits])
    }

    /// A disk in a file of so many MiB, formatted by `mkfs`.
    pub(crate) fn image(file: &Path, mib: u64, mkfs: &[&str]) -> Option<Self> {
        let made = std::fs::File::create(file).and_then(|it| it.set_len(mib << 20));
        made.expect("the file can be made");
        let (program, args) = mkfs.split_first().expect("a program");
        if !does(program, &[args, &[arg(file)]].concat()) {
            skip(&format!("{program} could not format a disk"));
            return None;
        }
        Self::new(arg(file).to_owned(), &["-o", "loop"])
    }

    /// A folder in another place.
    pub(crate) fn bind(folder: &Path) -> Option<Self> {
        Self::new(arg(folder).to_owned(), &["--bind"])
    }

    /// Where it is.
    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }

    /// Beside it, on the computer's own disk.
    pub(crate) fn beside(&self) -> &Path {
        self.holder.path()
    }

    /// Mounts it again.
    pub(crate) fn mount(&mut self) -> bool {
        let mut args: Vec<&str> = self.options.iter().map(String::as_str).collect();
        args.extend([self.what.as_str(), arg(&self.dir)]);
        self.is_mounted = does("mount", &args);
        self.is_mounted
    }

    /// Mounts it anew with other options.
    pub(crate) fn remount(&self, options: &str) {
        let options = format!("remount,{options}");
        assert!(does("mount", &["-o", &options, arg(&self.dir)]), "{options}");
    }

    /// Takes it away.
    pub(crate) fn unmount(&mut self) {
        self.is_mounted = false;
        assert!(does("umount", &[arg(&self.dir)]) || does("umount", &["-l", arg(&self.dir)]));
    }

    /// Takes the power away: whatever the file system has not written is gone.
    pub(crate) fn cut_power(&mut self) {
        assert!(does("xfs_io", &["-x", "-F", "-c", "shutdown", arg(&self.dir)]), "the ioctl works");
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        if self.is_mounted {
            does("umount", &["-l", arg(&self.dir)]);
        }
    }
}

//! Starting this program once more, for itself: a window with a break, a reminder, or whoever waits.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;

/// This program, as it was found when it started: a program that is replaced while it runs is no
/// longer found by its own name.
#[derive(Debug, Clone)]
pub struct Launcher {
    program: PathBuf,
}

impl Launcher {
    /// Finds this program.
    pub fn find() -> io::Result<Self> {
        Ok(Self { program: std::env::current_exe()? })
    }

    /// Where it is.
    pub fn program(&self) -> &Path {
        &self.program
    }

    /// Starts it; `ended` is told, from another thread, how it ended.
    pub fn start(
        &self,
        words: &[OsString],
        ended: impl FnOnce(io::Result<ExitStatus>) + Send + 'static,
    ) -> io::Result<()> {
        let mut command = Command::new(&self.program);
        command.args(words);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        // It stays when the terminal goes from which this one was started.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut child = command.spawn()?;
        // Somebody has to take leave of it.
        let wait = move || ended(child.wait());
        thread::Builder::new().name("started".to_owned()).spawn(wait)?;
        Ok(())
    }
}

//! The real `evenhold`, started as a person starts it, in a home of its own.

#![expect(clippy::panic, reason = "a test stops where it is wrong")]

use std::fs::{self, DirBuilder, File};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::time::Duration;

use rustix::io::Errno;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use tempfile::TempDir;

use crate::answered::answered;

use super::display::{Display, until};
use super::inspector::{Inspector, free_address};

/// What the title bar says.
pub(crate) const TITLE: &str = "Evenhold";

/// How long the program may take to end after it was asked.
const PATIENCE: Duration = Duration::from_secs(20);

/// A home folder, and in it the data folder of this test.
#[derive(Debug)]
pub(crate) struct Home {
    folder: TempDir,
}

impl Home {
    /// One of a person who was asked everything that is asked before the first session.
    pub(crate) fn new() -> Self {
        let home = Self { folder: TempDir::new().expect("a temporary folder") };
        answered(&home.data());
        DirBuilder::new().mode(0o700).create(home.runtime()).expect("a folder in it");
        home
    }

    /// Where the sound and the speech server put their sockets.
    pub(crate) fn runtime(&self) -> PathBuf {
        self.path().join("run")
    }

    /// Where this test's data lies.
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// The home folder.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The program with these arguments: its own home, no display, no sound server, no session bus.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        self.under(env!("CARGO_BIN_EXE_evenhold"), &[], args)
    }

    /// The same, started by another program, `by`, that is told `before` first.
    pub(crate) fn under(&self, by: &str, before: &[String], args: &[&str]) -> Command {
        let mut command = Command::new(by);
        command.args(before).args(args).arg("--data-dir").arg(self.data());
        command.env_clear().env("HOME", self.path()).env("LANG", "C.UTF-8");
        command.env("XDG_RUNTIME_DIR", self.runtime()).env("RUST_BACKTRACE", "1");
        command.env("DBUS_SESSION_BUS_ADDRESS", "disabled:");
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.stdin(Stdio::null());
        command
    }

    /// Runs a command of the program to its end.
    pub(crate) fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().expect("the program starts")
    }

    /// The sessions, newest last, as `history --json` tells them.
    pub(crate) fn history(&self) -> Vec<Value> {
        let output = self.run(&["history", "--json"]);
        assert!(output.status.success(), "{output:?}");
        let Ok(Value::Array(sessions)) = serde_json::from_slice(&output.stdout) else {
            panic!("history --json is no list: {output:?}");
        };
        sessions
    }

    /// Opens the window on `display`.
    pub(crate) fn open<'a>(&self, display: &'a Display, args: &[&str]) -> Opened<'a> {
        let address = free_address();
        let mut command = self.command(args);
        command.env("EGUI_INSPECTION", &address);
        let mut opened = self.open_with(display, command);
        opened.address = Some(address);
        opened
    }

    /// Opens the window on `display` by a command that was made ready before.
    pub(crate) fn open_with<'a>(&self, display: &'a Display, mut command: Command) -> Opened<'a> {
        let complaints = self.path().join("stderr");
        let file = File::create(&complaints).expect("the home can be written");
        command.env("DISPLAY", display.name()).stdout(Stdio::null()).stderr(file);
        let child = command.spawn().expect("the program starts");
        let mut opened = Opened { child, display, address: None, complaints, window: 0 };
        opened.window = match display.window(TITLE, PATIENCE) {
            Some(window) => window,
            None => panic!("no window came: {}", opened.complaints()),
        };
        display.focus(opened.window);
        opened
    }
}

impl Drop for Home {
    /// Ends the speech server, if one was started here: it stays, deaf to a kinder signal, when its
    /// folder goes.
    fn drop(&mut self) {
        let file = self.runtime().join("speech-dispatcher/pid/speech-dispatcher.pid");
        let pid = fs::read_to_string(file).ok().and_then(|it| it.trim().parse().ok());
        if let Some(pid) = pid.and_then(Pid::from_raw)
            && let Err(why) = kill_process(pid, Signal::KILL)
        {
            assert_eq!(why, Errno::SRCH, "it had ended by itself, or it ends now");
        }
    }
}

/// The program with its window; it is killed with the value if it still runs.
#[derive(Debug)]
pub(crate) struct Opened<'a> {
    child: Child,
    display: &'a Display,
    /// Where an inspector connects.
    address: Option<String>,
    complaints: PathBuf,
    /// The window's id.
    pub(crate) window: u32,
}

impl Opened<'_> {
    /// Reads the window.
    pub(crate) fn inspector(&self) -> Inspector {
        Inspector::connect(self.address.as_deref().expect("opened to be inspected"))
    }

    /// Asks the program to end, as a desktop that logs out does.
    pub(crate) fn terminate(&self) {
        self.send(Signal::TERM);
    }

    /// Ends the program without a word, as a power cut does.
    pub(crate) fn kill(&self) {
        self.send(Signal::KILL);
    }

    fn send(&self, signal: Signal) {
        let pid = self.display.process_of(self.window);
        let pid = i32::try_from(pid).ok().and_then(Pid::from_raw).expect("a process of ours");
        kill_process(pid, signal).expect("the program was running");
    }

    /// Presses a key with the keyboard on this window.
    pub(crate) fn press(&self, key: &str) {
        self.display.press(key);
    }

    /// How the program ended, once it has.
    #[track_caller]
    pub(crate) fn ended(&mut self) -> ExitStatus {
        let ended = until(PATIENCE, || self.child.try_wait().expect("a child of ours"));
        ended.unwrap_or_else(|| panic!("the program still runs: {}", self.complaints()))
    }

    /// What it wrote on its standard error so far.
    pub(crate) fn complaints(&self) -> String {
        fs::read_to_string(&self.complaints).unwrap_or_default()
    }
}

impl Drop for Opened<'_> {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            self.child.kill().expect("it was running");
            self.child.wait().expect("it ended");
        }
    }
}

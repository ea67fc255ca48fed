//! `evenhold` as a person uses it in a terminal, in a home of its own: no window, no sound server, no
//! session bus. The kill benchmark uses it too.

#![expect(clippy::panic, reason = "a test that says what it has not heard")]

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use tempfile::TempDir;

/// How long a line may take that is sure to come.
const PATIENCE: Duration = Duration::from_secs(60);

/// A home with nothing in it but what a test puts there.
#[derive(Debug)]
pub(crate) struct Terminal {
    home: TempDir,
}

impl Terminal {
    pub(crate) fn new() -> Self {
        Self { home: TempDir::new().expect("a temporary folder") }
    }

    /// A home on another disk.
    pub(crate) fn within(dir: &Path) -> Self {
        Self { home: TempDir::new_in(dir).expect("a temporary folder") }
    }

    /// The home folder.
    pub(crate) fn path(&self) -> &Path {
        self.home.path()
    }

    /// The data folder.
    pub(crate) fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    /// A file of the data folder.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.data().join(name)
    }

    /// Makes the data folder, for its owner alone.
    pub(crate) fn make_private(&self) {
        use std::os::unix::fs::DirBuilderExt as _;

        let made = std::fs::DirBuilder::new().mode(0o700).create(self.data());
        made.expect("it can be made");
    }

    /// Puts a file into the data folder.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.file(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
        std::fs::write(path, bytes).expect("it can be written");
    }

    /// What a file of the data folder holds.
    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.file(name)).expect("it can be read")
    }

    /// The one file of the journal.
    pub(crate) fn journal(&self) -> PathBuf {
        let mut found = Vec::new();
        collect(&self.file("log"), &mut found);
        assert_eq!(found.len(), 1, "{found:?}");
        found.remove(0)
    }

    /// The program with these arguments.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        self.under(env!("CARGO_BIN_EXE_evenhold"), &[], args)
    }

    /// The same, started by another program that is told `before` first.
    pub(crate) fn under(&self, by: &str, before: &[String], args: &[&str]) -> Command {
        let mut command = Command::new(by);
        command.args(before).args(args).arg("--data-dir").arg(self.data());
        command.env_clear().env("HOME", self.home.path()).env("LANG", "C.UTF-8");
        command.env("XDG_RUNTIME_DIR", self.home.path()).env("RUST_BACKTRACE", "1");
        command.env("DBUS_SESSION_BUS_ADDRESS", "disabled:");
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.stdin(Stdio::null());
        command
    }

    /// Runs the program to its end.
    pub(crate) fn run(&self, args: &[&str]) -> Said {
        Said::from(self.command(args).output().expect("the program starts"))
    }

    /// Runs the program, which must answer with one JSON value and "done".
    pub(crate) fn json(&self, args: &[&str]) -> Value {
        let said = self.run(args);
        assert_eq!(said.status, 0, "{said:?}");
        serde_json::from_str(&said.out).expect("one JSON value")
    }

    /// Starts `play` and listens to it.
    pub(crate) fn play(&self, args: &[&str]) -> Playing {
        Playing::start(self.command(&[&["play"], args].concat()))
    }
}

fn collect(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { collect(&path, found) } else { found.push(path) }
    }
}

/// What a run of the program said.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("text");
        let status = output.status.code().unwrap_or(-1);
        Self { status, out: text(output.stdout), err: text(output.stderr) }
    }
}

/// A session that runs in the background; it ends with the value.
#[derive(Debug)]
pub(crate) struct Playing {
    child: Child,
    lines: Receiver<String>,
    heard: Vec<String>,
}

impl Playing {
    /// Starts a program whose lines are listened to.
    pub(crate) fn start(command: Command) -> Self {
        Self::start_with(command, Stdio::null())
    }

    /// The same; what it says beside its lines goes to `err`.
    pub(crate) fn start_with(mut command: Command, err: Stdio) -> Self {
        let mut child =
            command.stdout(Stdio::piped()).stderr(err).spawn().expect("the program starts");
        let out = BufReader::new(child.stdout.take().expect("its output is piped"));
        let (send, lines) = channel();
        std::thread::spawn(move || {
            // A test that has heard enough has gone.
            out.lines().try_for_each(|it| send.send(it.expect("text")))
        });
        Self { child, lines, heard: Vec::new() }
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits for the next line that begins like this.
    pub(crate) fn wait_for(&mut self, start: &str) -> String {
        loop {
            let line = self.lines.recv_timeout(PATIENCE);
            let line = line.unwrap_or_else(|_| panic!("no `{start}`: {:?}", self.heard));
            self.heard.push(line.clone());
            if line.starts_with(start) {
                return line;
            }
        }
    }

    /// Ends it as nothing can be ended more suddenly, and returns everything it had said.
    pub(crate) fn kill(mut self) -> Vec<String> {
        // One that has ended by itself cannot be killed.
        self.child.kill().ok();
        self.finish().0
    }

    /// What it has said and has been heard until now.
    pub(crate) fn heard(&mut self) -> Vec<String> {
        self.heard.extend(self.lines.try_iter());
        self.heard.clone()
    }

    /// Sends it a signal: `INT` as Ctrl-C does, `STOP` to freeze it, `CONT` to let it run again.
    pub(crate) fn signal(&self, signal: Signal) {
        let id = i32::try_from(self.child.id()).expect("a process id");
        kill_process(Pid::from_raw(id).expect("a process id"), signal).expect("it runs");
    }

    /// Waits for its end: everything it has said, and its status.
    pub(crate) fn finish(mut self) -> (Vec<String>, Option<i32>) {
        let mut heard = std::mem::take(&mut self.heard);
        heard.extend(self.lines.iter());
        let status = self.child.wait().expect("it ends").code();
        (heard, status)
    }
}

impl Drop for Playing {
    fn drop(&mut self) {
        // One that has ended by itself cannot be killed, and has been waited for.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

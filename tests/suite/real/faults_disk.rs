//! Disks that are full, may not be written, are pulled out or fail, under the real program.

#![expect(clippy::print_stdout, clippy::indexing_slicing, reason = "the tests say what they tried")]

use std::fs;
use std::os::unix::ffi::OsStringExt as _;
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use evenhold::files::{Outcome, OwnDisk, Write, Writer};
use rustix::process::Signal;

use crate::skip::installed;
use crate::terminal::{Playing, Terminal};

use super::mounts::{Mount, arg, can_mount};
use super::records::{open, record};

/// How long a message may take to come.
const PATIENCE: Duration = Duration::from_secs(30);

/// A session whose every word is listened to.
struct Session {
    playing: Playing,
    err: PathBuf,
}

impl Session {
    /// Starts one that takes some seconds.
    fn start(mut command: Command, err: PathBuf) -> Self {
        command.args(["play", "short", "--speed", "100", "--mute"]);
        let file = fs::File::create(&err).expect("a file beside the disk");
        let mut playing = Playing::start_with(command, Stdio::from(file));
        playing.wait_for("saved set");
        Self { playing, err }
    }

    /// Waits until something is said beside the lines.
    fn wait_for(&self, words: &str) {
        let begun = Instant::now();
        while !self.err().contains(words) {
            assert!(begun.elapsed() < PATIENCE, "`{words}` was not said: {}", self.err());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn err(&self) -> String {
        fs::read_to_string(&self.err).expect("the file is there")
    }

    /// The end: it says that everything is saved, and it is.
    fn ends_well(self) -> Vec<String> {
        let err = self.err.clone();
        let (said, status) = self.playing.finish();
        let err = fs::read_to_string(err).expect("the file is there");
        assert_eq!(status, Some(0), "{said:#?} {err}");
        assert!(said.iter().any(|it| it.starts_with("saved record")), "{said:#?}");
        said
    }
}

/// The program in a home, without a command.
fn program(terminal: &Terminal) -> Command {
    terminal.command(&[])
}

/// One session with every set that was said, and no other.
fn check(terminal: &Terminal, said: &[String]) {
    let history = terminal.json(&["history", "--json"]);
    let sessions = history.as_array().expect("a list");
    assert_eq!(sessions.len(), 1, "{history:#}");
    let sets = said.iter().filter(|it| it.starts_with("saved set")).count();
    let all = history[0]["sets"].as_array().expect("sets");
    assert_eq!(all.iter().filter(|it| it["skipped"] == false).count(), sets, "{history:#}");
}

#[test]
fn a_disk_that_fills_up_and_is_cleared_keeps_the_session() {
    if !can_mount(&[]) {
        return;
    }
    let Some(disk) = Mount::in_memory("size=256k") else { return };
    let terminal = Terminal::within(disk.dir());
    let session = Session::start(program(&terminal), disk.beside().join("err"));
    let filler = disk.dir().join("filler");
    fill(&filler);
    session.wait_for("Not saved yet: the disk is full");
    fs::remove_file(filler).expect("it is there");
    check(&terminal, &session.ends_well());
}

/// Writes until nothing more goes in.
fn fill(file: &Path) {
    let mut bytes = 1 << 20;
    let mut all = Vec::new();
    while bytes > 0 {
        let more = vec![b'x'; all.len() + bytes];
        if fs::write(file, &more).is_ok() { all = more } else { bytes /= 2 }
    }
}

#[test]
fn a_disk_without_room_for_another_file_keeps_the_session() {
    if !can_mount(&[]) {
        return;
    }
    let Some(disk) = Mount::in_memory("nr_inodes=24") else { return };
    let terminal = Terminal::within(disk.dir());
    let session = Session::start(program(&terminal), disk.beside().join("err"));
    let fillers = (0..).map(|it| disk.dir().join(format!("filler{it}")));
    let fillers: Vec<_> = fillers.take_while(|it| fs::File::create(it).is_ok()).collect();
    assert!(!fillers.is_empty());
    session.wait_for("Not saved yet: the disk is full");
    for filler in fillers {
        fs::remove_file(filler).expect("it is there");
    }
    check(&terminal, &session.ends_well());
}

#[test]
fn a_disk_that_may_only_be_read_is_said_and_changes_nothing() {
    if !can_mount(&[]) {
        return;
    }
    let Some(disk) = Mount::in_memory("size=4m") else { return };
    let terminal = Terminal::within(disk.dir());
    let (_, status) = terminal.play(&["break-fig4", "--speed", "2000", "--mute"]).finish();
    assert_eq!(status, Some(0));
    disk.remount("ro");
    let said = terminal.run(&["play", "break-fig4", "--speed", "2000", "--mute"]);
    assert_eq!(said.status, 1, "{said:?}");
    assert!(said.err.contains("lies on a disk that can only be read"), "{}", said.err);
    assert_eq!(terminal.json(&["history", "--json"]).as_array().map(Vec::len), Some(1));
    disk.remount("rw");
    let (_, status) = terminal.play(&["break-fig4", "--speed", "2000", "--mute"]).finish();
    assert_eq!(status, Some(0));
    assert_eq!(terminal.json(&["history", "--json"]).as_array().map(Vec::len), Some(2));
}

/// In the middle of a session, as a disk does that was found to be damaged.
#[test]
fn a_disk_that_turns_read_only_for_a_while_keeps_the_session() {
    if !installed(&["strace"]) {
        return;
    }
    let terminal = Terminal::new();
    let fault = "inject=fdatasync:error=EROFS:when=6..8";
    let before = ["-f", "-qq", "-o", "/dev/null", "-e", fault].map(str::to_owned);
    let before = [&before[..], &[env!("CARGO_BIN_EXE_evenhold").to_owned()]].concat();
    let err = terminal.path().join("err");
    let session = Session::start(terminal.under("strace", &before, &[]), err);
    session.wait_for("Not saved yet");
    assert!(session.err().contains("can only be read"), "{}", session.err());
    check(&terminal, &session.ends_well());
}

/// The program as another user runs it.
fn as_nobody(place: &Path, data: &Path, args: &[&str]) -> (i32, String, String) {
    let program = place.join("evenhold");
    fs::copy(env!("CARGO_BIN_EXE_evenhold"), &program).expect("it can be copied");
    let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups"];
    let mut command = Command::new("setpriv");
    command.args(nobody).arg(program).args(args).arg("--data-dir").arg(data);
    command.env_clear().env("HOME", place).env("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    let output = command.output().expect("setpriv starts");
    let text = |it: &[u8]| String::from_utf8_lossy(it).into_owned();
    (output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr))
}

#[test]
fn a_folder_of_somebody_else_is_said_and_a_single_file_costs_itself() {
    if !can_mount(&["setpriv"]) {
        return;
    }
    let place = tempfile::TempDir::new().expect("a temporary folder");
    fs::set_permissions(place.path(), fs::Permissions::from_mode(0o755)).expect("it is ours");
    let terminal = Terminal::within(place.path());
    terminal.play(&["break-fig4", "--speed", "2000", "--mute"]).finish();
    let play = ["play", "break-fig4", "--speed", "2000", "--mute"];
    fs::set_permissions(terminal.path(), fs::Permissions::from_mode(0o755)).expect("it is ours");
    let (status, _, err) = as_nobody(place.path(), &terminal.data(), &play);
    assert_eq!(status, 1, "{err}");
    assert!(err.contains("may not be"), "{err}");
    // All but one file of another computer belong to the other user.
    terminal.write("log/desk/2020-01.jsonl", "");
    for path in crate::source_files::every_file(&terminal.data()) {
        let is_theirs = !path.ends_with("desk/2020-01.jsonl");
        let mut dirs = path.ancestors().skip(1).take_while(|it| it.starts_with(terminal.data()));
        dirs.try_for_each(|it| chown(it, Some(65534), Some(65534))).expect("we are root");
        chown(&path, Some(if is_theirs { 65534 } else { 0 }), None).expect("we are root");
        let mode = fs::Permissions::from_mode(0o600);
        fs::set_permissions(&path, mode).expect("we are root");
    }
    let (status, _, err) = as_nobody(place.path(), &terminal.data(), &play);
    assert_eq!(status, 0, "{err}");
    assert!(err.contains("desk/2020-01.jsonl"), "{err}");
    assert_eq!(terminal.json(&["history", "--json"]).as_array().map(Vec::len), Some(2));
}

/// The program with the folders where the system has them: the data on a drive.
fn on_drive(home: &Path, drive: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_evenhold"));
    command.env_clear().env("HOME", home).env("XDG_DATA_HOME", drive);
    command.env("XDG_STATE_HOME", home.join("state")).stdin(Stdio::null());
    command.env("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    command
}

#[test]
fn a_drive_that_is_pulled_out_and_comes_back_keeps_the_session() {
    if !can_mount(&[]) {
        return;
    }
    let home = tempfile::TempDir::new().expect("a temporary folder");
    let drive = home.path().join("drive");
    fs::create_dir(&drive).expect("a folder");
    // Below the mount, so that the mount point itself is what stays.
    fs::create_dir(drive.join("evenhold")).expect("a folder");
    let Some(mut mount) = Mount::bind(&drive.join("evenhold")) else { return };
    let there = mount.dir().to_owned();
    let session_command = |command: &str| {
        let mut it = on_drive(home.path(), home.path());
        it.args(["move", command]);
        it
    };
    let mut begin = on_drive(home.path(), home.path());
    begin.args(["play", "break-fig4", "--speed", "2000", "--mute"]);
    assert!(begin.output().expect("it starts").status.success());
    let moved = session_command(arg(&there)).output().expect("it starts");
    assert!(moved.status.success(), "{moved:?}");
    let told = String::from_utf8_lossy(&moved.stdout).into_owned();
    assert!(told.contains("files were copied and checked"), "{told}");
    let session = Session::start(on_drive(home.path(), home.path()), home.path().join("err"));
    mount.unmount();
    session.wait_for("its drive may not be connected");
    let mut start = on_drive(home.path(), home.path());
    start.args(["history", "--json"]);
    assert!(mount.mount());
    session.ends_well();
    let history = start.output().expect("it starts");
    let history: serde_json::Value = serde_json::from_slice(&history.stdout).expect("JSON");
    assert_eq!(history.as_array().map(Vec::len), Some(2));
    // Pulled out before a start: nothing new is begun in its place.
    mount.unmount();
    let mut start = on_drive(home.path(), home.path());
    start.args(["play", "break-fig4", "--speed", "2000", "--mute"]);
    let refused = start.output().expect("it starts");
    assert_eq!(refused.status.code(), Some(1), "{refused:?}");
    assert_eq!(fs::read_dir(&there).expect("a folder").count(), 0);
    assert!(mount.mount());
}

/// A disk that has no room left below, and so fails to write what it has taken; then it is healed.
#[test]
fn a_failing_device_that_recovers_has_every_record_written_again() {
    if !can_mount(&["mkfs.ext4"]) {
        return;
    }
    let Some(below) = Mount::in_memory("size=24m") else { return };
    let image = below.dir().join("image");
    let Some(mut disk) = Mount::image(&image, 96, &["mkfs.ext4", "-q", "-O", "^has_journal"])
    else {
        return;
    };
    let state = below.beside().join("state");
    let store = open(Arc::new(OwnDisk), disk.dir().join("data"), &state);
    let device = store.device.clone();
    let mut writer = store.writer(|| {});
    let filler = below.dir().join("filler");
    let (mut sent, mut saved, mut failed) = (Vec::new(), Vec::new(), 0);
    for n in 0..400 {
        if n == 40 {
            fill(&filler);
        }
        let it = record(&device, n, 60_000);
        sent.push(it.id);
        writer.send(Write::Record(Box::new(it)));
        failed += listen(&writer, &mut saved, Duration::from_millis(20));
        if failed > 0 {
            break;
        }
    }
    assert!(failed > 0, "the device never failed");
    fs::remove_file(filler).expect("it is there");
    let begun = Instant::now();
    while saved.len() < sent.len() && begun.elapsed() < PATIENCE {
        listen(&writer, &mut saved, Duration::from_millis(100));
    }
    println!("{} records, {} called saved, {failed} failures told", sent.len(), saved.len());
    assert_eq!(saved.len(), sent.len(), "all of them are saved in the end");
    drop(writer);
    drop(store);
    disk.unmount();
    assert!(disk.mount());
    let store = open(Arc::new(OwnDisk), disk.dir().join("data"), &state);
    let lost = sent.iter().filter(|it| !store.journal.has(**it)).count();
    assert_eq!(lost, 0, "{:?}", store.notices);
    drop(store);
}

/// Takes the answers in; how many failures were told.
fn listen(writer: &Writer, saved: &mut Vec<u64>, patience: Duration) -> usize {
    let mut failed = 0;
    let first = writer.wait(patience);
    for ack in first.into_iter().chain(writer.poll()) {
        match ack.outcome {
            Outcome::Saved => saved.push(ack.seq),
            Outcome::Failed { .. } => failed += 1,
        }
    }
    failed
}

#[test]
fn a_folder_may_have_any_name() {
    let place = tempfile::TempDir::new().expect("a temporary folder");
    let target = place.path().join("target");
    fs::create_dir(&target).expect("a folder");
    std::os::unix::fs::symlink(&target, place.path().join("link")).expect("a link");
    let names = [
        b"with spaces and 'quotes'".to_vec(),
        "\u{1f9d8} hips".into(),
        vec![b'x'; 250],
        b"not \xff\xfe text".to_vec(),
        b"link".to_vec(),
    ];
    for name in names {
        let data = place.path().join(std::ffi::OsString::from_vec(name));
        let run = |args: &[&str]| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_evenhold"));
            command.args(args).arg("--data-dir").arg(&data).env_clear();
            command.env("HOME", place.path()).env("DBUS_SESSION_BUS_ADDRESS", "disabled:");
            command.output().expect("the program starts")
        };
        for _ in 0..2 {
            let output = run(&["play", "break-fig4", "--speed", "2000", "--mute"]);
            assert!(output.status.success(), "{}: {output:?}", data.display());
        }
        let history: serde_json::Value =
            serde_json::from_slice(&run(&["history", "--json"]).stdout).expect("JSON");
        assert_eq!(history.as_array().map(Vec::len), Some(2), "{}", data.display());
    }
}

#[test]
fn a_session_that_is_asked_to_end_goes_on_later() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
        let terminal = Terminal::new();
        let mut playing = terminal.play(&["short", "--speed", "100", "--mute"]);
        playing.wait_for("saved set");
        playing.signal(signal);
        let (said, _) = playing.finish();
        let mut all = said;
        // Asked kindly it ends the session and keeps it; else the session goes on.
        if !all.iter().any(|it| it.starts_with("saved record")) {
            let again = terminal.play(&["--resume", "--speed", "100", "--mute"]).finish();
            assert_eq!(again.1, Some(0), "{signal:?}: {again:#?}");
            all.extend(again.0);
        }
        let sets: std::collections::BTreeSet<_> = all
            .iter()
            .filter(|it| !it.ends_with("skipped"))
            .filter_map(|it| it.strip_prefix("saved set "))
            .map(|it| it.split(' ').take(3).collect::<Vec<_>>().join(" "))
            .collect();
        let history = terminal.json(&["history", "--json"]);
        let done = history[0]["sets"].as_array().expect("sets").iter();
        assert_eq!(done.filter(|it| it["skipped"] == false).count(), sets.len(), "{signal:?}");
    }
}

/// As a person in a terminal meets it.
#[test]
fn a_second_program_is_told_who_has_the_folder() {
    let terminal = Terminal::new();
    let mut playing = terminal.play(&["short", "--speed", "100", "--mute"]);
    playing.wait_for("saved set");
    let said = terminal.run(&["play", "break-fig4", "--mute"]);
    assert_eq!(said.status, 1);
    assert!(said.err.contains(&playing.id().to_string()), "{}", said.err);
}

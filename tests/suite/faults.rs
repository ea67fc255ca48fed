//! Faults of a real disk: the calls of the real program fail, one after the other.

#![expect(clippy::indexing_slicing, clippy::print_stdout, reason = "tells what was tried")]

use std::collections::BTreeMap;
use std::process::Stdio;

use super::skip::installed;
use super::terminal::{Playing, Terminal};

/// How often each call fails in one run of the tests: the first time, the second, …
const DEPTH: usize = 6;

/// Runs a session under `strace`, which makes a call of the system fail from time to time.
fn play_with(fault: &str) -> (Terminal, Vec<String>) {
    let terminal = Terminal::new();
    let before: Vec<String> =
        ["-f", "-qq", "-o", "/dev/null", "-e", fault].map(str::to_owned).to_vec();
    let mut before = before;
    before.push(env!("CARGO_BIN_EXE_evenhold").to_owned());
    let args = ["play", "break-fig4", "--speed", "500", "--mute"];
    let command = terminal.under("strace", &before, &args);
    let (said, _) = Playing::start(command).finish();
    (terminal, said)
}

/// What was said to be safe is there afterwards: in the journal, or after the session was taken up
/// again.
fn kept(terminal: &Terminal, said: &[String], fault: &str) {
    let Some(id) = said.iter().find_map(|it| it.strip_prefix("saved started ")) else { return };
    let (resumed, _) = terminal.play(&["--resume", "--mute"]).finish();
    let history = terminal.json(&["history", "--json"]);
    let sessions = history.as_array().expect("a list");
    assert_eq!(sessions.len(), 1, "{fault}: {said:#?} {resumed:#?} {history:#}");
    assert_eq!(sessions[0]["id"], id, "{fault}");
    let sets = said.iter().filter(|it| it.starts_with("saved set")).count();
    let done = sessions[0]["sets"].as_array().expect("sets").iter();
    let done = done.filter(|it| it["skipped"] == false).count();
    assert!(done >= sets, "{fault}: {said:#?} {history:#}");
}

/// The loop of `SQLite`'s tests on the real program: the first call of a kind fails, then the second,
/// and so on; once, or from then on.
#[test]
fn a_failing_call_loses_nothing_that_was_called_saved() {
    if !installed(&["strace"]) {
        return;
    }
    let works = std::process::Command::new("strace")
        .args(["-qq", "-o", "/dev/null", "true"])
        .stderr(Stdio::null())
        .status();
    if !works.is_ok_and(|it| it.success()) {
        return super::skip::skip("strace may not trace here");
    }
    let mut tried = BTreeMap::new();
    for (call, error, then, when) in faults() {
        let fault = format!("inject={call}:error={error}:when={when}{then}");
        let (terminal, said) = play_with(&fault);
        kept(&terminal, &said, &fault);
        *tried.entry(format!("{call} {error}{then}")).or_insert(0) += 1;
    }
    println!("{tried:?}");
}

/// Which call fails how, whether all after it fail as well, and the first that fails.
fn faults() -> Vec<(&'static str, &'static str, &'static str, usize)> {
    let mut all = Vec::new();
    // The program opens many files before the first of ours.
    for (call, stride) in [("fdatasync", 1), ("fsync", 1), ("openat", 40)] {
        for error in ["EIO", "ENOSPC"] {
            all.extend((1..=DEPTH).map(|it| (call, error, "", it * stride)));
            all.extend([1, 4].map(|it| (call, error, "+", it * stride)));
        }
    }
    all
}

/// A full disk from the start: said, kept in memory, tried again, and then told as lost.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_and_not_hidden() {
    if !installed(&["strace"]) {
        return;
    }
    let terminal = Terminal::new();
    let fault = "inject=fdatasync:error=ENOSPC:when=3+".to_owned();
    let mut before: Vec<String> =
        ["-f", "-qq", "-o", "/dev/null", "-e"].map(str::to_owned).to_vec();
    before.extend([fault, env!("CARGO_BIN_EXE_evenhold").to_owned()]);
    let args = ["play", "break-fig4", "--speed", "500", "--mute"];
    let output = terminal.under("strace", &before, &args).output().expect("strace starts");
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{err}");
    assert!(err.contains("Not saved yet: the disk is full"), "{err}");
    assert!(err.contains("Not everything could be saved"), "{err}");
}

/// What a person has elsewhere on the disk is none of the program's business.
#[cfg(target_os = "linux")]
#[test]
fn nothing_is_written_outside_the_folders() {
    if !installed(&["strace"]) {
        return;
    }
    let terminal = Terminal::new();
    let trace = terminal.data().with_file_name("trace");
    let calls = "trace=openat,open,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,\
                 link,linkat,symlink,symlinkat,truncate,chmod,fchmodat";
    let trace_name = trace.display().to_string();
    let mut before: Vec<String> =
        ["-f", "-qq", "-y", "-o", &trace_name, "-e", calls].map(str::to_owned).to_vec();
    before.push(env!("CARGO_BIN_EXE_evenhold").to_owned());
    let args = ["play", "break-fig4", "--speed", "500", "--mute"];
    let output = terminal.under("strace", &before, &args).output().expect("strace starts");
    assert!(output.status.success(), "{output:?}");
    let trace = std::fs::read_to_string(trace).expect("the trace");
    let changes: Vec<&str> = trace
        .lines()
        .filter(|it| !it.contains("O_RDONLY") && !it.contains("exited with"))
        .filter(|it| !it.contains("= -1 ") && it.contains('"'))
        .collect();
    let ours = format!("\"{}", terminal.data().display());
    let elsewhere: Vec<_> =
        changes.iter().filter(|it| !it.contains(&ours) && !it.contains("\"/dev/null\"")).collect();
    assert_eq!(elsewhere, [&""; 0], "of {}", changes.len());
    assert!(changes.len() > 5, "{changes:?}");
}

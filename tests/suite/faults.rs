//! Faults of a real disk: the calls of the real program fail, one after the other.

#![expect(clippy::indexing_slicing, clippy::print_stdout, reason = "tells what was tried")]

use std::collections::BTreeMap;
use std::process::Stdio;

use super::skip::installed;
use super::terminal::{Playing, Terminal};

/// How often each call fails in one run of the tests: the first time, the second, … `EVENHOLD_DEPTH`
/// asks for more.
const DEPTH: usize = 4;

fn depth() -> usize {
    std::env::var("EVENHOLD_DEPTH").ok().and_then(|it| it.parse().ok()).unwrap_or(DEPTH)
}

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

/// Whether calls can be made to fail here.
fn can_inject() -> bool {
    if !installed(&["strace"]) {
        return false;
    }
    let works = std::process::Command::new("strace")
        .args(["-qq", "-o", "/dev/null", "true"])
        .stderr(Stdio::null())
        .status();
    let works = works.is_ok_and(|it| it.success());
    if !works {
        super::skip::skip("strace may not trace here");
    }
    works
}

/// The calls on which every protocol is built, and in which steps they are tried: the program opens
/// and reads many files before the first of ours.
const CALLS: [(&str, usize); 7] = [
    ("fdatasync", 1),
    ("fsync", 1),
    ("rename", 1),
    ("write", 2),
    ("mkdir", 1),
    ("openat", 40),
    ("read", 20),
];

/// The loop of `SQLite`'s tests on the real program: the first call of a kind fails, then the
/// second, and so on; once, or from then on.
#[test]
fn a_failing_call_loses_nothing_that_was_called_saved() {
    if !can_inject() {
        return;
    }
    let mut tried = BTreeMap::new();
    for (call, error, then, when) in faults() {
        let fault = format!("inject={call}:error={error}:when={when}{then}");
        let (terminal, said) = play_with(&fault);
        kept(&terminal, &said, &fault);
        *tried.entry(format!("{call} {error}{then}")).or_insert(0) += 1;
    }
    println!("{} runs, nothing lost: {tried:?}", tried.values().sum::<usize>());
}

/// Which call fails how, whether all after it fail as well, and the first that fails.
fn faults() -> Vec<(&'static str, &'static str, &'static str, usize)> {
    let mut all = Vec::new();
    for (call, stride) in CALLS {
        for error in ["EIO", "ENOSPC"] {
            all.extend((1..=depth()).map(|it| (call, error, "", it * stride)));
        }
        all.extend([1, 4].map(|it| (call, "EIO", "+", it * stride)));
    }
    all
}

/// The program dies in the middle of the first call of a kind, of the second, and so on.
#[test]
fn a_program_that_dies_in_any_call_loses_nothing_that_was_called_saved() {
    if !can_inject() {
        return;
    }
    let mut runs = 0;
    for (call, stride) in CALLS {
        for at in 1..=depth() {
            let fault = format!("inject={call}:signal=KILL:when={}", at * stride);
            let (terminal, said) = play_with(&fault);
            kept(&terminal, &said, &fault);
            runs += 1;
        }
    }
    println!("{runs} deaths, nothing lost");
}

/// A session had ended without its record; the start that brings it there dies as well.
#[test]
fn a_crash_while_a_crash_is_mended_makes_neither_loss_nor_double() {
    if !can_inject() {
        return;
    }
    let play = ["play", "break-fig4", "--speed", "2000", "--mute"];
    for (call, stride) in CALLS {
        for at in 1..=depth() {
            let terminal = Terminal::new();
            assert_eq!(terminal.run(&play).status, 0);
            let first = terminal.json(&["history", "--json"])[0]["id"].clone();
            std::fs::remove_file(terminal.journal()).expect("it is there");
            let (log, previous) = ("state/active.jsonl", "state/previous-session.jsonl");
            std::fs::rename(terminal.file(previous), terminal.file(log)).expect("it is there");
            let fault = format!("inject={call}:signal=KILL:when={}", at * stride);
            let before = ["-f", "-qq", "-o", "/dev/null", "-e", fault.as_str()].map(str::to_owned);
            let before = [&before[..], &[env!("CARGO_BIN_EXE_evenhold").to_owned()]].concat();
            Playing::start(terminal.under("strace", &before, &play)).finish();
            // A start that died may have left a session of its own.
            terminal.run(&[&play[..], &["--discard"]].concat());
            let history = terminal.json(&["history", "--json"]);
            let all: Vec<_> = history.as_array().expect("a list").iter().collect();
            let is_it = all.iter().filter(|it| it["id"] == first).count();
            assert_eq!(is_it, 1, "{fault}: {history:#}");
        }
    }
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

//! Nothing leaves the computer: the real program asks the system for no internet socket, neither in
//! its window nor in a terminal, while a session runs with its sound and its speech.
//!
//! A speech server that the program starts is another program, with a configuration that belongs to
//! the person: its calls are not ours.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use crate::skip::installed;

use super::display::Display;
use super::program::Home;

/// The lines of a `strace` that ask for a way out of this computer.
fn ways_out(trace: &str) -> Vec<&str> {
    trace.lines().filter(|it| it.contains("AF_INET") || it.contains("AF_PACKET")).collect()
}

/// `strace`, told to write every network call of the program to `trace`: of all its threads, and of
/// its children until they become another program.
fn strace(trace: &Path) -> Vec<String> {
    let trace = trace.to_string_lossy().into_owned();
    let program = env!("CARGO_BIN_EXE_evenhold");
    let words = ["-f", "-b", "execve", "-qq", "-e", "trace=network", "-o", &trace, program];
    words.map(str::to_owned).to_vec()
}

#[test]
fn a_session_in_a_terminal_opens_no_internet_socket() {
    if !installed(&["strace"]) {
        return;
    }
    let home = Home::new();
    let trace = home.path().join("trace");
    let mut play = home.under("strace", &strace(&trace), &["play", "short", "--speed", "100"]);
    let output = play.output().expect("strace starts");
    assert!(output.status.success(), "{output:?}");
    let trace = fs::read_to_string(trace).expect("strace wrote what it saw");
    assert!(trace.contains("socket(AF_UNIX"), "the way to the servers of this desktop is seen");
    assert_eq!(ways_out(&trace), Vec::<&str>::new());
}

#[test]
fn the_window_opens_no_internet_socket() {
    if !installed(&["strace", "Xvfb"]) {
        return;
    }
    let display = Display::start(1280, 800);
    let home = Home::new();
    let trace = home.path().join("trace");
    let command = home.under("strace", &strace(&trace), &["--routine", "short"]);
    let mut opened = home.open_with(&display, command);
    thread::sleep(Duration::from_secs(2));
    opened.press("Enter");
    thread::sleep(Duration::from_secs(5));
    opened.terminate();
    opened.ended();
    let trace = fs::read_to_string(trace).expect("strace wrote what it saw");
    assert!(trace.contains("socket(AF_UNIX"), "the way to the display is seen");
    assert_eq!(ways_out(&trace), Vec::<&str>::new());
}

#[test]
fn a_way_out_would_be_seen() {
    let trace = "\
        7 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 5\n\
        7 socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_TCP) = 6\n\
        8 socket(AF_INET6, SOCK_DGRAM, IPPROTO_IP) = 7\n";
    assert_eq!(ways_out(trace).len(), 2);
}

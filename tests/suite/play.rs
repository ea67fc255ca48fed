//! `play`: the same session as in the window, in a terminal.

#![expect(clippy::print_stdout, reason = "the seed repeats a failure")]

use std::time::Duration;

use expect_test::expect;
use rustix::process::Signal;

use super::kill::{Chance, Outcome, kill_after, session_length};
use super::terminal::Terminal;

/// How often the process is killed in every run of the tests; the benchmark does it more often.
const KILLS: u32 = 20;

#[test]
fn each_line_says_what_is_safe() {
    let terminal = Terminal::new();
    let said = terminal.run(&["play", "break-fig4", "--speed", "500", "--mute"]);
    assert_eq!(said.status, 0, "{said:?}");
    // Moments inside a step depend on when the clock was read.
    let lines = said.out.lines().filter(|it| !it.starts_with("saved at"));
    let lines: Vec<_> = lines.map(|it| it.split(" 0").next().unwrap_or(it)).collect();
    expect![[r#"
        saved started
        saved set fig4 left 1/1 hold 25.000
        saved set fig4 right 1/1 hold 25.000
        saved ended completed
        saved record"#]]
    .assert_eq(&lines.join("\n"));
    let places = said.out.lines().filter(|it| it.starts_with("saved at")).count();
    assert!(places >= 6, "{}", said.out);
}

#[test]
fn a_session_becomes_a_record() {
    let terminal = Terminal::new();
    terminal.play(&["break-fig4", "--speed", "500", "--mute"]).finish();
    let history = terminal.json(&["history", "--json"]);
    let session = &history[0];
    assert_eq!(session["finished"], true);
    assert_eq!(session["speed"], 500.0);
    let plan = terminal.json(&["plan", "break-fig4", "--json"]);
    assert_eq!(session["active_seconds"], plan["seconds"]);
    let record = std::fs::read_to_string(terminal.journal()).expect("the journal");
    assert!(record.contains("\"kind\":\"break\""), "{record}");
    assert!(!record.contains("\"count\""), "{record}");
}

#[test]
fn a_fast_session_counts_only_when_asked_to() {
    let terminal = Terminal::new();
    terminal.play(&["break-fig4", "--speed", "500", "--mute", "--count"]).finish();
    let record = std::fs::read_to_string(terminal.journal()).expect("the journal");
    assert!(record.contains("\"speed\":500.0,\"count\":true"), "{record}");
}

#[test]
fn sets_at_ones_own_pace_are_taken_at_their_usual_tempo() {
    let terminal = Terminal::new();
    terminal.write(
        "routines/mine.ron",
        r#"(schema: 1, id: "mine", name: (long: "Mine", short: "Mine"), kind: session, about: "A try.",
            blocks: [(title: "One", items: [
                (exercise: "bridge", level: 3, sets: 2, reps: 3, own_pace: true)])])"#,
    );
    let (said, status) = terminal.play(&["mine", "--speed", "300", "--mute"]).finish();
    assert_eq!(status, Some(0), "{said:#?}");
    let sets: Vec<_> = said.iter().filter(|it| it.starts_with("saved set")).collect();
    assert_eq!(sets, ["saved set bridge both 1/2 reps 3", "saved set bridge both 2/2 reps 3"]);
    let plan = terminal.json(&["plan", "mine", "--json"]);
    let history = terminal.json(&["history", "--json"]);
    assert_eq!(history[0]["active_seconds"], plan["seconds"], "each set took its usual time");
}

#[test]
fn ctrl_c_keeps_what_was_done() {
    let terminal = Terminal::new();
    let mut playing = terminal.play(&["short", "--speed", "100", "--mute"]);
    playing.wait_for("saved set hipflexor left");
    playing.signal(Signal::INT);
    let (said, status) = playing.finish();
    assert_eq!(status, Some(0), "{said:?}");
    assert!(said.iter().any(|it| it == "saved ended early"), "{said:?}");
    let history = terminal.json(&["history", "--json"]);
    assert_eq!(history[0]["finished"], false);
    let done: Vec<_> = history[0]["sets"].as_array().expect("sets").iter().collect();
    assert_eq!(done.len(), 7, "what was not reached is told too");
    assert_eq!(done[0]["done"], done[0]["planned"]);
    assert_eq!(done[6]["skipped"], true);
}

/// Time in which the process was frozen is neither trained nor caught up with.
#[test]
fn a_frozen_process_pauses_and_goes_on() {
    let terminal = Terminal::new();
    let mut playing = terminal.play(&["short", "--speed", "10", "--mute"]);
    playing.wait_for("saved at 0");
    playing.signal(Signal::STOP);
    std::thread::sleep(Duration::from_millis(3500));
    playing.signal(Signal::CONT);
    playing.wait_for("saved paused gap");
    playing.wait_for("saved resumed");
    playing.signal(Signal::INT);
    let (said, status) = playing.finish();
    assert_eq!(status, Some(0), "{said:?}");
    let history = terminal.json(&["history", "--json"]);
    let active = history[0]["active_seconds"].as_f64().expect("a time");
    assert!(active < 30.0, "35 s of the session's time were frozen: {history:#}");
}

#[test]
fn a_second_instance_says_who_has_the_folders() {
    let terminal = Terminal::new();
    let mut first = terminal.play(&["short", "--mute"]);
    first.wait_for("saved started");
    let second = terminal.run(&["play", "short", "--mute"]);
    assert_eq!((second.status, second.out.as_str()), (1, ""));
    let process = format!("(process {})", first.id());
    assert!(second.err.contains(&process), "{}", second.err);
    // Reading needs no lock.
    for args in [&["history"][..], &["plan", "b"], &["routines"], &["check", "/dev/null"]] {
        assert!(!terminal.run(args).err.contains("already open"), "{args:?}");
    }
}

#[test]
fn an_unfinished_session_wants_an_answer() {
    let terminal = Terminal::new();
    let mut first = terminal.play(&["short", "--speed", "100", "--mute"]);
    first.wait_for("saved set hipflexor left");
    first.kill();
    let bare = terminal.run(&["play", "short", "--mute"]);
    assert_eq!((bare.status, bare.out.as_str()), (1, ""));
    assert!(bare.err.contains("--resume"), "{}", bare.err);
    let other = terminal.run(&["play", "b", "--resume", "--mute"]);
    assert_eq!(other.status, 1, "{other:?}");
    let (resumed, status) = terminal.play(&["short", "--resume", "--mute"]).finish();
    assert_eq!(status, Some(0), "{resumed:#?}");
    assert_eq!(terminal.json(&["history", "--json"]).as_array().expect("a list").len(), 1);
    let again = terminal.run(&["play", "--resume", "--mute"]);
    assert_eq!(again.status, 1, "{again:?}");
}

#[test]
fn a_discarded_session_makes_room_and_can_still_be_found() {
    let terminal = Terminal::new();
    let mut first = terminal.play(&["short", "--speed", "100", "--mute"]);
    first.wait_for("saved set hipflexor left");
    first.kill();
    let (said, status) =
        terminal.play(&["break-fig4", "--discard", "--speed", "500", "--mute"]).finish();
    assert_eq!(status, Some(0), "{said:#?}");
    let history = terminal.json(&["history", "--json"]);
    assert_eq!(history.as_array().expect("a list").len(), 1);
    assert_eq!(history[0]["routine"], "break-fig4");
    assert!(terminal.read("state/discarded-session.jsonl").contains("hipflexor"));
}

/// The seed is printed, and `EVENHOLD_SEED` repeats it.
#[test]
fn nothing_that_was_said_is_lost_by_a_kill() {
    let (mut chance, seed) = Chance::new();
    println!("EVENHOLD_SEED={seed}");
    let longest = session_length() + Duration::from_millis(400);
    let outcomes: Vec<_> =
        (0..KILLS).map(|_| kill_after(longest.mul_f64(chance.fraction()))).collect();
    let resumed = outcomes.iter().filter(|it| matches!(it, Outcome::Resumed { .. })).count();
    println!("{outcomes:?}");
    assert!(resumed >= KILLS as usize / 4, "too few kills in the middle: {outcomes:?}");
}

//! The journal on a real disk: what it looks like, and what happens when something is wrong with it.

use std::path::Path;

use super::terminal::Terminal;

/// A home in which one short session was done.
fn with_a_session() -> Terminal {
    let terminal = Terminal::new();
    play(&terminal);
    terminal
}

fn play(terminal: &Terminal) {
    let (said, status) = terminal.play(&["break-fig4", "--speed", "500", "--mute"]).finish();
    assert_eq!(status, Some(0), "{said:#?}");
}

fn sessions(terminal: &Terminal) -> usize {
    terminal.json(&["history", "--json"]).as_array().expect("a list").len()
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).expect("it can be read")
}

#[test]
fn a_torn_line_costs_only_itself() {
    let terminal = with_a_session();
    let journal = terminal.journal();
    let whole = read(&journal);
    let torn = format!("{whole}{}", whole.split_at(whole.len() / 2).0);
    std::fs::write(&journal, &torn).expect("it can be written");
    let said = terminal.run(&["history", "--json"]);
    assert_eq!(said.status, 0, "{said:?}");
    assert!(said.err.contains("One line of the journal could not be read"), "{}", said.err);
    play(&terminal);
    assert_eq!(sessions(&terminal), 2, "the torn line did not swallow the next record");
    assert!(read(&journal).starts_with(&torn), "and is left as it was");
}

#[test]
fn a_record_changed_by_hand_is_used_and_told() {
    let terminal = with_a_session();
    let journal = terminal.journal();
    let edited = read(&journal).replace("\"app\":", "\"note\":\"slept badly\",\"app\":");
    std::fs::write(&journal, edited).expect("it can be written");
    let history = terminal.json(&["history", "--json"]);
    assert_eq!(history[0]["note"], "slept badly");
    let doctor = terminal.json(&["doctor", "--json"]);
    assert_eq!(doctor["journal"]["changed"].as_array().map(Vec::len), Some(1), "{doctor:#}");
}

#[test]
fn a_copy_made_by_a_sync_service_changes_nothing() {
    let terminal = with_a_session();
    let journal = terminal.journal();
    let copy = journal.with_file_name("2031-04.sync-conflict-20310406-110017-T24LULV.jsonl");
    std::fs::copy(&journal, copy).expect("it can be copied");
    assert_eq!(sessions(&terminal), 1);
}

/// Killed after the record was written and before its log was put aside.
#[test]
fn a_log_that_is_still_there_makes_no_second_session() {
    let terminal = with_a_session();
    let (log, previous) =
        (terminal.file("state/active.jsonl"), terminal.file("state/previous-session.jsonl"));
    std::fs::rename(&previous, &log).expect("it can be renamed");
    play(&terminal);
    assert_eq!(sessions(&terminal), 2);
    assert!(!log.exists());
}

/// The record never reached the journal, but its log was put aside: the disk lied.
#[test]
fn a_record_that_vanished_is_brought_back_from_its_log() {
    let terminal = with_a_session();
    let before = terminal.json(&["history", "--json"]);
    std::fs::remove_file(terminal.journal()).expect("it can be removed");
    assert_eq!(sessions(&terminal), 0);
    play(&terminal);
    let after = terminal.json(&["history", "--json"]);
    assert_eq!(after.as_array().map(Vec::len), Some(2));
    assert_eq!(after[0], before[0]);
}

#[cfg(unix)]
#[test]
fn everything_is_for_the_persons_eyes_only() {
    use std::os::unix::fs::PermissionsExt as _;

    fn look(path: &Path, found: &mut Vec<String>) {
        let meta = std::fs::metadata(path).expect("it is there");
        let mode = meta.permissions().mode() & 0o777;
        let right = if meta.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode, right, "{}: {mode:o}", path.display());
        found.push(path.file_name().expect("a name").to_string_lossy().into_owned());
        if meta.is_dir() {
            for entry in std::fs::read_dir(path).expect("a folder") {
                look(&entry.expect("an entry").path(), found);
            }
        }
    }
    let terminal = with_a_session();
    let mut playing = terminal.play(&["short", "--speed", "100", "--mute"]);
    playing.wait_for("saved set");
    let mut found = Vec::new();
    look(&terminal.data(), &mut found);
    for name in ["data", "log", "state", "active.jsonl", "device.ron", "lock"] {
        assert!(found.iter().any(|it| it == name), "{name} in {found:?}");
    }
    assert!(found.iter().any(|it| it.starts_with("20")), "{found:?}");
}

#[test]
fn the_folders_are_where_the_system_has_them() {
    let terminal = Terminal::new();
    let home = terminal.data().parent().expect("a home").to_owned();
    let mut command = terminal.command(&[]);
    let program = command.get_program().to_owned();
    command = std::process::Command::new(program);
    command.args(["play", "break-fig4", "--speed", "500", "--mute"]);
    command.env_clear().env("HOME", &home).env("XDG_DATA_HOME", home.join("d"));
    command.env("XDG_STATE_HOME", home.join("s")).env("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    // The folders are made; those above them are not ours to make.
    std::fs::create_dir(home.join("d")).expect("it can be made");
    let output = command.output().expect("the program starts");
    assert!(output.status.success(), "{output:?}");
    assert!(home.join("d/evenhold/log").is_dir());
    let location = read(&home.join("s/evenhold/location"));
    assert_eq!(location, format!("{}\n", home.join("d/evenhold").display()));
    // A data folder that has gone is missed, not made anew.
    std::fs::rename(home.join("d/evenhold"), home.join("d/away")).expect("it can be renamed");
    let output = command.output().expect("the program starts");
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(!home.join("d/evenhold").exists());
}

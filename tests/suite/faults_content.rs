//! Files of the journal that something has damaged, copied, mixed or half brought: what is said, what
//! is used, and that nothing is removed or written over.
//!
//! Each case plants its files beside the folder of another computer with three sessions, looks, runs
//! a session, and looks again.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use expect_test::{Expect, expect};

use super::source_files::every_file;
use super::terminal::Terminal;

/// Where the other computer's sessions lie.
pub(crate) const MONTH: &str = "log/desk-c01d4f/2031-04.jsonl";

/// Three sessions as the program itself wrote them, each a line.
pub(crate) fn lines() -> &'static [String; 3] {
    static LINES: OnceLock<[String; 3]> = OnceLock::new();
    LINES.get_or_init(|| {
        let home = Terminal::new();
        for _ in 0..3 {
            play(&home);
        }
        let text = std::fs::read_to_string(home.journal()).expect("a journal");
        let mut lines = text.lines().map(str::to_owned);
        [(); 3].map(|()| lines.next().expect("a line"))
    })
}

pub(crate) fn play(home: &Terminal) -> String {
    let said = home.run(&["play", "break-fig4", "--speed", "2000", "--mute"]);
    assert_eq!(said.status, 0, "{said:?}");
    said.err
}

pub(crate) fn whole() -> String {
    lines().iter().flat_map(|it| [it.as_str(), "\n"]).collect()
}

/// What a run said about the files, one sentence a line, without what is different on each computer.
fn about_files(home: &Terminal, err: &str) -> String {
    let root = home.data().display().to_string();
    let own = own_name(home);
    let beside = ["may turn off", "may fall asleep", "active, "];
    let lines = err.lines().filter(|it| !beside.iter().any(|word| it.contains(word)));
    let lines = lines.map(|it| it.replace(&root, "DATA").replace(&own, "OWN"));
    lines
        .flat_map(|it| ["  ".to_owned(), without_month(&without_marks(&it)), "\n".to_owned()])
        .collect()
}

pub(crate) fn own_name(home: &Terminal) -> String {
    let text = std::fs::read_to_string(home.file("state/device.ron")).unwrap_or_default();
    text.split('"').nth(1).unwrap_or("nobody").to_owned()
}

/// Checksums in names of copies are not the same on each day.
fn without_marks(line: &str) -> String {
    let Some((before, after)) = line.split_once("/quarantine/") else { return line.to_owned() };
    let after = after.split_once('-').map_or(after, |it| it.1);
    format!("{before}/quarantine/…-{after}")
}

/// This computer's own file is called by the month in which the test runs.
fn without_month(line: &str) -> String {
    let mut told = line.to_owned();
    for mark in ["OWN/", "OWN-"] {
        while let Some(at) = told.find(mark).map(|it| it + mark.len())
            && told.get(at..).is_some_and(|it| it.starts_with("20"))
        {
            told.replace_range(at..at + "2031-04".len(), "MONTH");
        }
    }
    told
}

pub(crate) fn sessions(home: &Terminal) -> (usize, String) {
    let said = home.run(&["history", "--json"]);
    let all: serde_json::Value = serde_json::from_str(&said.out).expect("one JSON value");
    (all.as_array().expect("a list").len(), about_files(home, &said.err))
}

/// Everything that a person has in the folder, but for what belongs to this computer.
fn held(home: &Terminal) -> BTreeMap<String, Vec<u8>> {
    let is_state = |it: &Path| it.starts_with(home.file("state"));
    let files = every_file(&home.data()).into_iter().filter(|it| !is_state(it));
    files.map(|it| (it.display().to_string(), std::fs::read(&it).expect("a file"))).collect()
}

/// Plants files and tells what a person sees: the sessions and what is said, before and after a
/// session of their own.
#[track_caller]
pub(crate) fn check(plant: impl FnOnce(&Terminal), expected: &Expect) {
    let home = Terminal::new();
    home.make_private();
    plant(&home);
    tell(&home, expected);
}

#[track_caller]
pub(crate) fn tell(home: &Terminal, expected: &Expect) {
    let before = held(home);
    let (count, looked) = sessions(home);
    let started = about_files(home, &play(home));
    let (then, _) = sessions(home);
    let again = about_files(home, &play(home));
    assert_eq!(sessions(home).0, then + 1, "a second run keeps its session as well");
    for (file, bytes) in before {
        let now = std::fs::read(&file).expect("nothing is removed");
        assert!(now.starts_with(&bytes), "{file} was written over");
    }
    let again = if again == started { "  the same\n".to_owned() } else { again };
    expected.assert_eq(&format!(
        "{count} sessions\n{looked}at a start\n{started}with one more: {then} sessions\nat the next start\n{again}"
    ));
}

#[test]
fn an_empty_file_says_nothing_and_harms_nothing() {
    check(
        |home| {
            home.write(MONTH, whole());
            home.write("log/desk-c01d4f/2031-05.jsonl", "");
        },
        &expect![[r#"
            3 sessions
            at a start
            with one more: 4 sessions
            at the next start
              the same
        "#]],
    );
}

/// As some file systems leave a file after a power cut.
#[test]
fn a_file_of_zeros_is_told_and_copied() {
    check(
        |home| {
            home.write(MONTH, whole());
            home.write("log/desk-c01d4f/2031-05.jsonl", vec![0; whole().len()]);
        },
        &expect![[r#"
            3 sessions
              evenhold: One line of the journal could not be read. It is left in place; `evenhold doctor` says where.
            at a start
              evenhold: Line 1 of log/desk-c01d4f/2031-05.jsonl cannot be read. It is left in place; a copy of the file is in DATA/state/quarantine/…-log-desk-c01d4f-2031-05.jsonl
            with one more: 4 sessions
            at the next start
              the same
        "#]],
    );
}

/// On this computer's own file, where it is no file that is still on its way.
#[test]
fn a_torn_last_line_is_told_and_does_not_swallow_the_next() {
    let home = Terminal::new();
    play(&home);
    let journal = home.journal();
    let text = std::fs::read_to_string(&journal).expect("a journal");
    std::fs::write(&journal, format!("{text}{}", text.split_at(text.len() / 2).0))
        .expect("written");
    tell(
        &home,
        &expect![[r#"
            1 sessions
              evenhold: One line of the journal could not be read. It is left in place; `evenhold doctor` says where.
            at a start
              evenhold: Line 2 of log/OWN/MONTH.jsonl cannot be read. It is left in place; a copy of the file is in DATA/state/quarantine/…-log-OWN-MONTH.jsonl
            with one more: 2 sessions
            at the next start
              the same
        "#]],
    );
}

#[test]
fn a_bad_line_in_the_middle_costs_itself_alone() {
    let [one, two, three] = lines();
    check(
        |home| home.write(MONTH, format!("{one}\n{}…\n{three}\n", two.split_at(80).0)),
        &expect![[r#"
            2 sessions
              evenhold: One line of the journal could not be read. It is left in place; `evenhold doctor` says where.
            at a start
              evenhold: Line 2 of log/desk-c01d4f/2031-04.jsonl cannot be read. It is left in place; a copy of the file is in DATA/state/quarantine/…-log-desk-c01d4f-2031-04.jsonl
            with one more: 3 sessions
            at the next start
              the same
        "#]],
    );
}

#[test]
fn a_flipped_digit_is_used_and_marked() {
    let flipped = whole().replacen("\"seconds\":25.0", "\"seconds\":26.0", 1);
    let flipped = if flipped == whole() {
        whole().replacen("\"level\":2", "\"level\":1", 1)
    } else {
        flipped
    };
    assert_ne!(flipped, whole());
    check(
        |home| home.write(MONTH, &flipped),
        &expect![[r#"
            3 sessions
            at a start
            with one more: 4 sessions
            at the next start
              the same
        "#]],
    );
    let home = Terminal::new();
    home.write(MONTH, &flipped);
    let doctor = home.json(&["doctor", "--json"]);
    assert_eq!(doctor["journal"]["changed"], serde_json::json!([format!("{MONTH}:1")]));
}

#[test]
fn marks_of_an_unfinished_merge_are_told_and_both_sides_used() {
    let [one, two, three] = lines();
    let text = format!("{one}\n<<<<<<< HEAD\n{two}\n=======\n{three}\n>>>>>>> laptop\n");
    check(
        |home| home.write(MONTH, text),
        &expect![[r#"
            3 sessions
              evenhold: 3 lines of the journal could not be read. They are left in place; `evenhold doctor` says where.
            at a start
              evenhold: 3 lines of log/desk-c01d4f/2031-04.jsonl cannot be read (2, 4, 6). They are left in place; a copy of the file is in DATA/state/quarantine/…-log-desk-c01d4f-2031-04.jsonl
            with one more: 4 sessions
            at the next start
              the same
        "#]],
    );
}

#[test]
fn a_byte_order_mark_and_carriage_returns_are_read_over() {
    let text = format!("\u{feff}{}", whole().replace('\n', "\r\n"));
    check(
        |home| home.write(MONTH, text),
        &expect![[r#"
            3 sessions
            at a start
            with one more: 4 sessions
            at the next start
              the same
        "#]],
    );
}

#[test]
fn a_file_in_utf_16_is_told_and_copied() {
    let units = whole().encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let bytes = [b"\xff\xfe".to_vec(), units].concat();
    check(
        |home| home.write(MONTH, bytes),
        &expect![[r#"
            0 sessions
              evenhold: 4 lines of the journal could not be read. They are left in place; `evenhold doctor` says where.
            at a start
              evenhold: 4 lines of log/desk-c01d4f/2031-04.jsonl cannot be read (1, 2, 3, 4). They are left in place; a copy of the file is in DATA/state/quarantine/…-log-desk-c01d4f-2031-04.jsonl
            with one more: 1 sessions
            at the next start
              the same
        "#]],
    );
}

#[test]
fn records_of_a_newer_version_are_kept_and_not_lost() {
    let [one, two, three] = lines();
    let kind = two.replacen("\"kind\":\"break\"", "\"kind\":\"hologram\"", 1);
    let version = three.replacen("\"v\":1", "\"v\":99", 1);
    let field = one.replacen("\"routine\"", "\"aura\":\"blue\",\"routine\"", 1);
    assert!(kind != *two && version != *three && field != *one);
    check(
        |home| home.write(MONTH, format!("{field}\n{kind}\n{version}\n")),
        &expect![[r#"
            2 sessions
            at a start
            with one more: 3 sessions
            at the next start
              the same
        "#]],
    );
}

#[test]
fn the_same_record_twice_is_one_and_of_two_revisions_the_higher_counts() {
    let [one, two, three] = lines();
    let higher = one.replacen("\"rev\":1", "\"rev\":2", 1);
    assert_ne!(higher, *one);
    let text = format!("{one}\n{two}\n{one}\n{higher}\n{three}\n{two}\n");
    check(
        |home| home.write(MONTH, text),
        &expect![[r#"
            3 sessions
            at a start
            with one more: 4 sessions
            at the next start
              the same
        "#]],
    );
}

#[test]
fn a_line_of_a_megabyte_is_used() {
    let [one, two, three] = lines();
    let note = format!("\"note\":\"{}\",\"app\"", "word ".repeat(200_000));
    let long = two.replacen("\"app\"", &note, 1);
    check(
        |home| home.write(MONTH, format!("{one}\n{long}\n{three}\n")),
        &expect![[r#"
            3 sessions
            at a start
            with one more: 4 sessions
            at the next start
              the same
        "#]],
    );
}

#[test]
fn a_record_edited_by_hand_is_used() {
    let edited = whole().replace("\"app\":", "\"note\": \"slept badly\", \"app\":");
    check(
        |home| home.write(MONTH, edited),
        &expect![[r#"
            3 sessions
            at a start
            with one more: 4 sessions
            at the next start
              the same
        "#]],
    );
}

#[test]
fn records_of_1970_and_2099_are_shown_and_the_clock_is_asked_about() {
    let [one, two, three] = lines();
    let day = one.split("\"at\":\"").nth(1).and_then(|it| it.get(..10)).expect("a day");
    let move_to = |line: &str, to: &str| line.replace(day, to);
    let text = format!("{}\n{two}\n{}\n", move_to(one, "1970-01-01"), move_to(three, "2099-05-17"));
    check(
        |home| home.write(MONTH, text),
        &expect![[r#"
            3 sessions
            at a start
              evenhold: The computer’s clock is behind: something was already recorded on 2099-05-17. Check the date and the time.
            with one more: 4 sessions
            at the next start
              the same
        "#]],
    );
}

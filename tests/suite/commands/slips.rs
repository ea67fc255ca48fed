//! What is wrong with a person's own files is told beside the answer, whatever was asked.

use std::fs;
use std::process::Command;

use expect_test::{Expect, expect};
use serde_json::{Value, json};

use crate::terminal::Terminal;

const SLIPPED: &str = r#"(
    schema: 1,
    id: "mine",
    name: (long: "My own", short: "Mine"),
    kind: session,
    about: "A try.",
    blocks: [(title: "Strength", items: [(exercise: "clams", level: 3, sets: 1, reps: 2)])],
)
"#;

#[track_caller]
fn check(home: &Terminal, args: &[&str], expect: &Expect) {
    let said = home.run(args);
    let data = home.data().display().to_string();
    let text = format!("{}status {}\n", said.err.replace(&data, "DATA"), said.status);
    expect.assert_eq(&text);
}

fn home() -> Terminal {
    let home = Terminal::new();
    home.write("routines/mine.ron", SLIPPED);
    home.write("rules/pauses.ron", "(\n    as_before: 20,\n)\n");
    home.write("settings.ron", "(\n    schema: 1,\n    theme: purple,\n)\n");
    home
}

#[test]
fn a_routine_that_is_asked_for_by_name() {
    check(
        &home(),
        &["plan", "mine"],
        &expect![[r#"
        DATA/routines/mine.ron:7:53: error: there is no exercise `clams`; did you mean `clam`? (expected the id of an exercise)
        DATA/settings.ron:3:12: error: `purple` is not one of the words that can stand here (expected one of `system`, `light`, `dark`, `high_contrast`)
        evenhold: There is no routine “mine”. There are: full, a, b, short, stretch, warm-up, cool-down, break-balance, break-fig4, break-hipflexor, break-reset, break-sideraise, break-sit-to-stand, break-walk
        status 1
    "#]],
    );
}

#[test]
fn what_comes_next() {
    check(
        &home(),
        &["next", "--json"],
        &expect![[r#"
        DATA/routines/mine.ron:7:53: error: there is no exercise `clams`; did you mean `clam`? (expected the id of an exercise)
        DATA/settings.ron:3:12: error: `purple` is not one of the words that can stand here (expected one of `system`, `light`, `dark`, `high_contrast`)
        DATA/rules/pauses.ron:2:16: error: `as_before` is not less than `set_fewer` (expected a value above that of `as_before`)
        status 0
    "#]],
    );
}

#[test]
fn the_doctor_counts_the_rules_too() {
    let home = home();
    check(
        &home,
        &["doctor"],
        &expect![[r#"
        DATA/settings.ron:3:12: error: `purple` is not one of the words that can stand here (expected one of `system`, `light`, `dark`, `high_contrast`)
        DATA/routines/mine.ron:7:53: error: there is no exercise `clams`; did you mean `clam`? (expected the id of an exercise)
        DATA/rules/pauses.ron:2:16: error: `as_before` is not less than `set_fewer` (expected a value above that of `as_before`)
        status 1
    "#]],
    );
    let found: Value = serde_json::from_str(&home.run(&["doctor", "--json"]).out).expect("JSON");
    assert_eq!((&found["library_problems"], &found["settings_problems"]), (&json!(2), &json!(1)));
}

#[test]
fn of_many_the_first_few() {
    let home = Terminal::new();
    for name in ["a", "b", "c", "d", "e", "f", "g"] {
        home.write(&format!("routines/{name}.ron"), "(schema: 1)");
    }
    check(
        &home,
        &["routines"],
        &expect![[r#"
            DATA/routines/a.ron:1:1: error: `id` is missing (expected `id: …`)
            DATA/routines/a.ron:1:1: error: `name` is missing (expected `name: …`)
            DATA/routines/a.ron:1:1: error: `kind` is missing (expected `kind: …`)
            DATA/routines/a.ron:1:1: error: `about` is missing (expected `about: …`)
            DATA/routines/a.ron:1:1: error: `blocks` is missing (expected `blocks: …`)
            evenhold: More is wrong with files of yours: `evenhold check DATA` shows all of it.
            status 0
        "#]],
    );
}

/// State and what was deleted may lie in the same folder; they are none of the person's own files.
#[test]
fn the_data_folder_is_checked_as_the_program_reads_it() {
    let home = home();
    home.write("state/device.ron", "(name: \"desk\")");
    home.write("deleted/routines/old.ron", "(");
    let data = home.data().display().to_string();
    let said = home.run(&["check", &data]);
    let places = said.out.lines().filter(|it| it.starts_with(&data));
    let places: Vec<_> = places.map(|it| it.replace(&data, "DATA")).collect();
    expect![[r#"
        DATA/routines/mine.ron:7:53: error: there is no exercise `clams`; did you mean `clam`? (expected the id of an exercise)
        DATA/rules/pauses.ron:2:16: error: `as_before` is not less than `set_fewer` (expected a value above that of `as_before`)
        DATA/settings.ron:3:12: error: `purple` is not one of the words that can stand here (expected one of `system`, `light`, `dark`, `high_contrast`)"#]].assert_eq(&places.join("\n"));
}

/// A file need not be one's own to be checked; which folder is one's own cannot be read here.
#[test]
fn a_file_is_checked_where_no_data_folder_is_known() {
    let home = home();
    fs::create_dir_all(home.path().join(".local/state/evenhold/location")).expect("a folder");
    let mut command = Command::new(env!("CARGO_BIN_EXE_evenhold"));
    command.env_clear().env("HOME", home.path()).current_dir(home.data());
    let said = command.args(["check", "rules/pauses.ron"]).output().expect("the program starts");
    let said = String::from_utf8_lossy(&[said.stdout, said.stderr].concat()).into_owned();
    expect!["rules/pauses.ron:2:16: error: `as_before` is not less than `set_fewer` (expected a value above that of `as_before`)"].assert_eq(said.lines().next().unwrap_or_default());
}

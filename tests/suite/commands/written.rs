//! What a command says when the file that it is to write cannot be made.

use expect_test::{Expect, expect};

use crate::terminal::Terminal;

/// Runs commands that each write to `place`, a path in a fresh folder, and tells what they answer.
#[track_caller]
fn check(place: &str, expect: &Expect) {
    let terminal = Terminal::new();
    terminal.write("notes.txt", "mine");
    let place = terminal.file(place).display().to_string();
    let commands: [&[&str]; 5] =
        [&["report"], &["sheet", "a"], &["share", "a"], &["calendar"], &["export"]];
    let answer = |command: &&[&str]| {
        let said = terminal.run(&[*command, &[&place]].concat());
        let root = terminal.data().display().to_string();
        format!("{} {}: {}", command.join(" "), said.status, said.err.replace(&root, "DATA"))
    };
    expect.assert_eq(&commands.iter().map(answer).collect::<String>());
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    check(
        "nowhere/it",
        &expect![[r#"
        report 1: evenhold: DATA/nowhere is not there
        sheet a 1: evenhold: DATA/nowhere is not there
        share a 1: evenhold: DATA/nowhere is not there
        calendar 1: evenhold: DATA/nowhere is not there
        export 1: evenhold: DATA/nowhere is not there
    "#]],
    );
}

#[test]
fn a_file_in_place_of_a_folder_is_named() {
    check(
        "notes.txt/it",
        &expect![[r#"
            report 1: evenhold: DATA/notes.txt is not a folder
            sheet a 1: evenhold: DATA/notes.txt is not a folder
            share a 1: evenhold: DATA/notes.txt is not a folder
            calendar 1: evenhold: DATA/notes.txt is not a folder
            export 1: evenhold: DATA/notes.txt is not a folder
        "#]],
    );
}

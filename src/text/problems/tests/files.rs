//! Files that are something else, and several files together.

use expect_test::expect;

use super::{EXERCISE, ROUTINE, file, load, reports};
use crate::library::Library;

#[test]
fn a_file_that_is_empty() {
    file(
        b"",
        &expect![[r#"
            routines/evening.ron:1:1: error: the file has no content at all: a write was cut off, or a cloud service has put only its name here (expected the file itself: have it downloaded, or take an earlier copy of it)
        "#]],
    );
    file(
        b"// to do\n",
        &expect![[r#"
        routines/evening.ron:1:1: error: there is nothing in the file (expected a description in round brackets: `( … )`)
            1 | // to do
              | ^
    "#]],
    );
}

#[test]
fn a_file_of_zeros() {
    file(
        &[0; 4096],
        &expect![[r#"
        routines/evening.ron:1:1: error: the file holds nothing but zeros, as a write that was cut off leaves it (expected text; take an earlier copy of the file)
    "#]],
    );
}

#[test]
fn a_file_of_which_only_the_first_part_was_written() {
    let mut bytes = ROUTINE.split_once("hipflexor").unwrap().0.as_bytes().to_vec();
    bytes.resize(ROUTINE.len(), 0);
    file(
        &bytes,
        &expect![[r#"
        routines/evening.ron:12:29: error: from here on the file holds nothing but zeros, as a write that was cut off leaves it (expected the rest of the text; take an earlier copy of the file)
           12 |                 (exercise: "
              |                             ^
    "#]],
    );
}

#[test]
fn a_file_in_utf_16() {
    let bytes: Vec<u8> = ROUTINE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    file(
        &bytes,
        &expect![[r#"
        routines/evening.ron:1:1: error: the file is saved as UTF-16 (expected UTF-8: choose that encoding when you save it)
    "#]],
    );
}

#[test]
fn a_file_in_another_encoding() {
    let text = ROUTINE.replace("before bed", "im Fr\u{fc}hling");
    let bytes: Vec<u8> = text.chars().map(|it| it as u8).collect();
    file(
        &bytes,
        &expect![[r#"
        routines/evening.ron:6:32: error: this is not UTF-8 text (expected UTF-8: choose that encoding when you save the file)
            6 |     about: "A few minutes im Fr�hling.",
              |                                ^
    "#]],
    );
}

#[test]
fn a_file_with_a_byte_order_mark_and_windows_line_ends_is_read() {
    let text = format!("\u{feff}{}", ROUTINE.replace('\n', "\r\n"));
    file(text.as_bytes(), &expect![[""]]);
    let wrong = text.replace("kind: session", "kind: sesion");
    file(
        wrong.as_bytes(),
        &expect![[r#"
            routines/evening.ron:5:11: error: `sesion` is not one of the words that can stand here; did you mean `session`? (expected one of `session`, `warm_up`, `cool_down`, `break`, `try`)
                5 |     kind: sesion,
                  |           ^^^^^^
        "#]],
    );
}

#[test]
fn a_file_with_merge_conflicts() {
    let both = "<<<<<<< HEAD\n    kind: session,\n=======\n    kind: break,\n>>>>>>> theirs\n";
    let text = ROUTINE.replace("    kind: session,\n", both);
    file(
        text.as_bytes(),
        &expect![[r#"
        routines/evening.ron:5:1: error: two versions of the file were put together and wait for a decision (expected one version, without these marker lines)
            5 | <<<<<<< HEAD
              | ^^^^^^^^^^^^
    "#]],
    );
}

#[test]
fn a_file_with_one_mark_of_a_merge_left() {
    let left = ROUTINE.replace("    kind: session,\n", "    kind: session,\n>>>>>>> theirs\n");
    file(
        left.as_bytes(),
        &expect![[r#"
        routines/evening.ron:6:1: error: two versions of the file were put together and wait for a decision (expected one version, without these marker lines)
            6 | >>>>>>> theirs
              | ^^^^^^^^^^^^^^
    "#]],
    );
}

/// What a person may end up with in place of a file: it is told what it is, and nothing else suffers.
#[test]
fn what_takes_the_place_of_files_leaves_the_others_in_use() {
    let utf16: Vec<u8> = EXERCISE.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let shapes: [(&str, Vec<u8>); 8] = [
        ("routines/empty.ron", Vec::new()),
        ("routines/zeros.ron", vec![0; 700]),
        ("exercises/wide.ron", utf16),
        ("checks/merged.ron", b"<<<<<<< HEAD\n(\n=======\n(\n>>>>>>> theirs\n".to_vec()),
        ("movements/login.ron", b"\xef\xbb\xbf\r\n<head><title>Log in".to_vec()),
        ("poses/cloud.ron", b"bplist00\xd4\x01".to_vec()),
        ("articles/page.md", b"<html lang=\"en\">".to_vec()),
        ("evening.ron", format!("\u{feff}{ROUTINE}").into_bytes()),
    ];
    let loaded = Library::load(shapes.map(|it| (it.0.to_owned(), it.1)));
    assert!(loaded.library.routine("evening").is_some());
    let shipped = Library::shipped();
    assert_eq!(loaded.library.exercises, shipped.exercises);
    assert_eq!(loaded.library.checks, shipped.checks);
    expect![[r#"
        routines/empty.ron:1:1: error: the file has no content at all: a write was cut off, or a cloud service has put only its name here (expected the file itself: have it downloaded, or take an earlier copy of it)
        routines/zeros.ron:1:1: error: the file holds nothing but zeros, as a write that was cut off leaves it (expected text; take an earlier copy of the file)
        exercises/wide.ron:1:1: error: the file is saved as UTF-16 (expected UTF-8: choose that encoding when you save it)
        checks/merged.ron:1:1: error: two versions of the file were put together and wait for a decision (expected one version, without these marker lines)
            1 | <<<<<<< HEAD
              | ^^^^^^^^^^^^
        movements/login.ron:1:1: error: the file is a web page, perhaps one that asked you to log in (expected the file that you meant: download it once more)
        poses/cloud.ron:1:1: error: the file itself is still in the cloud (expected the file: have it downloaded first)
        articles/page.md:1:1: error: the file is a web page, perhaps one that asked you to log in (expected the file that you meant: download it once more)
    "#]].assert_eq(&reports(&loaded));
}

#[test]
fn a_file_that_is_a_web_page() {
    file(
        b"<!DOCTYPE html>\n<html><body>Log in</body></html>",
        &expect![[r#"
            routines/evening.ron:1:1: error: the file is a web page, perhaps one that asked you to log in (expected the file that you meant: download it once more)
        "#]],
    );
}

#[test]
fn a_file_that_is_still_in_the_cloud() {
    file(
        b"bplist00\xd4\x01\x02",
        &expect![[r#"
        routines/evening.ron:1:1: error: the file itself is still in the cloud (expected the file: have it downloaded first)
    "#]],
    );
}

#[test]
fn a_file_that_is_too_large() {
    let text = ROUTINE.replace("A few minutes", &"A few minutes ".repeat(30_000));
    file(
        text.as_bytes(),
        &expect![[r#"
        routines/evening.ron:1:1: error: the file has 411 KiB (expected at most 256 KiB)
    "#]],
    );
}

#[test]
fn a_file_with_brackets_in_brackets_in_brackets() {
    let deep = format!("kind: {}{}", "[".repeat(5_000), "]".repeat(5_000));
    file(
        ROUTINE.replace("kind: session", &deep).as_bytes(),
        &expect![[r#"
        routines/evening.ron:5:42: error: there are too many brackets inside each other here (expected at most 32)
            5 |     kind: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
              |                                          ^
    "#]],
    );
}

#[test]
fn a_file_in_another_notation() {
    file(
        b"{\n  \"id\": \"evening\",\n  \"blocks\": []\n}\n",
        &expect![[r#"
        routines/evening.ron:1:1: error: this is `{…}` (expected `(name: value, …)`)
            1 | {
              | ^
    "#]],
    );
    file(
        b"id: evening\nblocks:\n  - title: Stretch\n",
        &expect![[r#"
            routines/evening.ron:1:1: error: the file is not in brackets (expected `(` at its start and `)` at its end)
                1 | id: evening
                  | ^^
        "#]],
    );
}

#[test]
fn a_file_with_too_many_items_and_steps() {
    let item = "(exercise: \"butterfly\", sets: 20, hold: 1),\n";
    let one = "(exercise: \"butterfly\", sets: 2, hold: 30),";
    file(
        ROUTINE.replace(one, &item.repeat(401)).as_bytes(),
        &expect![[r#"
            routines/evening.ron:3:9: error: the routine has 16056 steps (expected at most 5000)
                3 |     id: "evening",
                  |         ^^^^^^^^^
            routines/evening.ron:8:9: error: the routine takes up to 8166 minutes (expected at most 240)
                8 |         (
                  |         ^
            routines/evening.ron:411:1: error: the routine has 403 items (expected at most 400)
              411 | (exercise: "butterfly", sets: 20, hold: 1),
                  | ^
        "#]],
    );
}

#[test]
fn a_file_with_more_mistakes_than_anyone_reads() {
    let text = ROUTINE.replace("session,", &"= ; ".repeat(300));
    let found = reports(&load("routines/evening.ron", text.as_bytes()));
    assert_eq!(found.matches("error: ").count(), 101);
    let many: Vec<&str> = found.lines().filter(|it| it.contains("more problems")).collect();
    expect!["routines/evening.ron:5:143: error: and 800 more problems in this file"]
        .assert_eq(&many.join("\n"));
}

#[test]
fn a_file_that_is_neither_exercise_nor_routine() {
    let found = reports(&load("notes.ron", b"(title: \"Shopping\")"));
    expect![[r#"
        notes.ron:1:1: error: this is neither an exercise nor a routine, a pose or a movement (expected a file with `levels`, `blocks`, `touches` or `drawn_for`)
            1 | (title: "Shopping")
              | ^
    "#]].assert_eq(&found);
}

#[test]
fn control_characters_of_a_file_never_reach_the_terminal() {
    let text = ROUTINE.replace("\"hipflexor\"", "\"hip\u{1b}[31mflexor\u{202e}\"");
    let found = reports(&load("routines/\u{1b}evening.ron", text.as_bytes()));
    assert!(!found.contains(['\u{1b}', '\u{202e}']));
    expect![[r#"
        routines/�evening.ron:3:9: error: the file is not called like its id, `evening` (expected the file name `evening.ron`)
            3 |     id: "evening",
              |         ^^^^^^^^^
        routines/�evening.ron:12:28: error: there is no exercise `hip�[31mflexor�`; did you mean `hipflexor`? (expected the id of an exercise)
           12 |                 (exercise: "hip�[31mflexor�", level: 3, sets: 2, hold: 30, rest: 15),
              |                            ^^^^^^^^^^^^^^^^^
    "#]].assert_eq(&found);
}

#[test]
fn long_lines_are_shown_around_the_place() {
    let text = ROUTINE.replace('\n', " ").replace("kind: session", "kind: sesion");
    file(
        text.as_bytes(),
        &expect![[r#"
            routines/evening.ron:1:102: error: `sesion` is not one of the words that can stand here; did you mean `session`? (expected one of `session`, `warm_up`, `cool_down`, `break`, `try`)
                1 | …", short: "Evening"),     kind: sesion,     about: "A few minutes before bed.",     blocks: [      …
                  |                                  ^^^^^^
        "#]],
    );
}

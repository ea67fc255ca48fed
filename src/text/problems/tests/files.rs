//! Files that are something else, and several files together.

use std::fmt::Write as _;

use expect_test::expect;

use super::{EXERCISE, ROUTINE, file, load, reports};
use crate::library::{Library, Own};

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

#[test]
fn two_files_with_one_id() {
    let files = ["routines/evening.ron", "old/routines/evening.ron"]
        .map(|it| (it.to_owned(), ROUTINE.as_bytes().to_vec()));
    expect![[r#"
        old/routines/evening.ron:3:9: error: the id `evening` is also that of routines/evening.ron (expected an id of its own)
            3 |     id: "evening",
              |         ^^^^^^^^^
    "#]].assert_eq(&reports(&Library::load(files)));
}

#[test]
fn an_exercise_and_a_routine_with_one_id() {
    let short = EXERCISE.replace("knee-open", "short");
    expect![[r#"
        exercises/short.ron:3:9: error: the id `short` is also that of routines/short.ron (expected an id of its own)
            3 |     id: "short",
              |         ^^^^^^^
    "#]].assert_eq(&reports(&load("exercises/short.ron", short.as_bytes())));
    let clam = ROUTINE.replace("evening", "clam");
    expect![[r#"
        routines/clam.ron:3:9: error: the id `clam` is also that of exercises/clam.ron (expected an id of its own)
            3 |     id: "clam",
              |         ^^^^^^
    "#]].assert_eq(&reports(&load("routines/clam.ron", clam.as_bytes())));
}

#[test]
fn a_broken_exercise_is_named_where_it_is_used() {
    let broken = EXERCISE.replace("sides: each", "sides: eech");
    let using = ROUTINE.replace("\"clam\", level: 3", "\"knee-open\", level: 1");
    let files = [("exercises/knee-open.ron", broken), ("routines/evening.ron", using)];
    let loaded = Library::load(files.map(|it| (it.0.to_owned(), it.1.into_bytes())));
    expect![[r#"
        exercises/knee-open.ron:15:20: error: `eech` is not one of the words that can stand here; did you mean `each`? (expected one of `both`, `each`, `each_way`)
           15 |             sides: eech,
              |                    ^^^^
        routines/evening.ron:19:28: error: the exercise `knee-open` has errors in its own file (expected an exercise that can be read)
           19 |                 (exercise: "knee-open", level: 1, sets: 2, reps: 10),
              |                            ^^^^^^^^^^^
    "#]].assert_eq(&reports(&loaded));
    assert_eq!(loaded.library, Library::shipped(), "everything else works on");
}

#[test]
fn a_replacement_that_a_shipped_routine_cannot_use() {
    let clam =
        EXERCISE.replace("knee-open", "clam").replace("exercise: \"clam\", level: 2", "skip: true");
    let loaded = load("exercises/clam.ron", clam.as_bytes());
    expect![[r#"
        exercises/clam.ron:3:9: error: `full` could not use this exercise any more: `clam` has no level 3 (expected an exercise that still fits, or one with another id)
            3 |     id: "clam",
              |         ^^^^^^
    "#]].assert_eq(&reports(&loaded));
    assert_eq!(loaded.library, Library::shipped(), "the shipped one stays");
}

#[test]
fn sound_files_lie_over_the_shipped_ones() {
    let line = "            side_line: (long: \"{Side} leg works.\", short: \"{Side} leg\"),\n";
    let walk = EXERCISE
        .replace("knee-open", "walk")
        .replace("sides: each", "sides: both")
        .replace(line, "")
        .replace("reps: (8, 12)", "drill: 60")
        .replace("            tempo: (lift: 2, top: 1, lower: 2),\n", "");
    let files = [
        ("exercises/walk.ron", walk),
        ("exercises/knee-open.ron", EXERCISE.to_owned()),
        ("routines/evening.ron", ROUTINE.replace("schema: 1", "schema: 7")),
        ("settings.ron", "(volume: 3)".to_owned()),
    ];
    let loaded = Library::load(files.map(|it| (it.0.to_owned(), it.1.into_bytes())));
    let mut seen = reports(&loaded);
    let library = &loaded.library;
    for (id, own) in &library.own {
        let own = if *own == Own::Replaced { "replaced" } else { "added" };
        writeln!(seen, "{id}: {own}").unwrap();
    }
    writeln!(seen, "newer: {:?}", library.newer).unwrap();
    let exercises: Vec<&str> = library.exercises.iter().map(|it| it.id.as_str()).collect();
    let routines: Vec<&str> = library.routines.iter().map(|it| it.id.as_str()).collect();
    writeln!(seen, "{}\n{}", exercises.join(" "), routines.join(" ")).unwrap();
    assert_eq!(library.exercise("walk").unwrap().name.short, "Knee open");
    expect![[r#"
        routines/evening.ron:2:13: warning: a newer version of Evenhold wrote this file (schema 7); it is used, but cannot be edited here (expected schema 1)
            2 |     schema: 7,
              |             ^
        evening: added
        knee-open: added
        walk: replaced
        newer: {"evening"}
        hipflexor butterfly straddle tfl fig4 clam sideraise bandwalk bridge birddog squat gait balance walk reset knee-open
        full a b short stretch warm-up cool-down break-balance break-fig4 break-hipflexor break-reset break-sideraise break-sit-to-stand break-walk evening
    "#]].assert_eq(&seen);
}

#[test]
fn a_pose_that_no_body_can_take() {
    let pose = "(\n    schema: 1,\n    id: \"mine\",\n    left: (hip: (flex: 170), kneee: 20),\n    \
                touches: [(part: foot)],\n)\n";
    expect![[r#"
        poses/mine.ron:4:24: error: no body can bring `hip: flex` to 170 degrees (expected -30 to 130)
            4 |     left: (hip: (flex: 170), kneee: 20),
              |                        ^^^
        poses/mine.ron:4:30: error: there is no field `kneee` here; did you mean `knee`? (expected one of `hip`, `shoulder`, `knee`, `ankle`, `inversion`, `toes`, `elbow`, `forearm`, `wrist`)
            4 |     left: (hip: (flex: 170), kneee: 20),
              |                              ^^^^^
        poses/mine.ron:5:15: error: there are two of this part (expected `side: left` or `side: right` beside it)
            5 |     touches: [(part: foot)],
              |               ^^^^^^^^^^^^
    "#]].assert_eq(&reports(&load("poses/mine.ron", pose.as_bytes())));
    expect![[r#"
        mine.ron:4:24: error: no body can bring `hip: flex` to 170 degrees (expected -30 to 130)
            4 |     left: (hip: (flex: 170), kneee: 20),
              |                        ^^^
        mine.ron:4:30: error: there is no field `kneee` here; did you mean `knee`? (expected one of `hip`, `shoulder`, `knee`, `ankle`, `inversion`, `toes`, `elbow`, `forearm`, `wrist`)
            4 |     left: (hip: (flex: 170), kneee: 20),
              |                              ^^^^^
        mine.ron:5:15: error: there are two of this part (expected `side: left` or `side: right` beside it)
            5 |     touches: [(part: foot)],
              |               ^^^^^^^^^^^^
    "#]].assert_eq(&reports(&load("mine.ron", pose.as_bytes())));
}

#[test]
fn a_movement_of_poses_that_there_are_not() {
    let movement = "(\n    schema: 1,\n    id: \"mine\",\n    drawn_for: right,\n    \
                    views: [(yaw: 8, pitch: 16)],\n    reps: (lift: [\"clam-bb\"], lower: [\"xyzzy\"]),\n)\n";
    expect![[r#"
        movements/mine.ron:6:19: error: there is no pose `clam-bb`; did you mean `clam-b`? (expected the id of a pose)
            6 |     reps: (lift: ["clam-bb"], lower: ["xyzzy"]),
              |                   ^^^^^^^^^
        movements/mine.ron:6:39: error: there is no pose `xyzzy` (expected the id of a pose)
            6 |     reps: (lift: ["clam-bb"], lower: ["xyzzy"]),
              |                                       ^^^^^^^
    "#]].assert_eq(&reports(&load("movements/mine.ron", movement.as_bytes())));
    let apart = movement.replace("clam-bb", "clam-b").replace("xyzzy", "squat-a");
    expect![[r#"
        movements/mine.ron:6:11: error: nothing that touches in `squat-a` still touches in `clam-b` (expected a part that stays in its place)
            6 |     reps: (lift: ["clam-b"], lower: ["squat-a"]),
              |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    "#]].assert_eq(&reports(&load("movements/mine.ron", apart.as_bytes())));
}

#[test]
fn an_exercise_may_show_a_movement_beside_it() {
    let exercise = EXERCISE.replace("clam-1", "mine");
    let movement = "(schema: 1, id: \"mine\", drawn_for: right, views: [(yaw: 8, pitch: 16)], \
                    reps: (lift: [\"clam-b\"], lower: [\"clam-a\"]))";
    let files =
        [("exercises/knee-open.ron", exercise), ("movements/mine.ron", movement.to_owned())];
    let loaded = Library::load(files.map(|it| (it.0.to_owned(), it.1.into_bytes())));
    assert_eq!(reports(&loaded), "");
    assert!(loaded.shelf.movement("mine").is_some());
}

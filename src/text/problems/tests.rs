//! What a person reads when a file of theirs is wrong: one test for each way to go wrong, the whole
//! message with the line and the mark.

mod articles;
mod checks;
mod exercises;
mod files;
mod routines;
mod shapes;
mod texts;
mod versions;
mod together;

use expect_test::Expect;

use super::Text;
use crate::library::{Library, Loaded};

/// A sound exercise; the tests change a word or two of it.
const EXERCISE: &str = r#"(
    schema: 1,
    id: "knee-open",
    name: (long: "Standing knee open", short: "Knee open"),
    block: strength,
    muscles: [gluteus_medius, piriformis],
    why: "It trains the turn of the thigh.",
    alternatives: [
        (when: outer_hip_pain, exercise: "clam", level: 2, note: "Seated is kinder."),
    ],
    levels: [
        (
            level: 1,
            name: "At a wall",
            sides: each,
            side_line: (long: "{Side} leg works.", short: "{Side} leg"),
            position: standing,
            equipment: [wall],
            screen: yes,
            dose: (sets: (2, 3), reps: (8, 12)),
            tempo: (lift: 2, top: 1, lower: 2),
            movement: "clam-1",
            setup: (long: "Stand at a wall.", short: "At the wall."),
            how: "Lift the knee and turn it out.",
            cues: [
                (id: "tall", long: "Stand tall.", short: "Tall"),
                (id: "slow", long: "Slowly back.", short: "Slowly"),
            ],
            mistakes: ["Leaning away."],
            stop_if: [(text: "It hurts at 6 or more.", pain: 6)],
        ),
    ],
)
"#;

/// A sound routine.
const ROUTINE: &str = r#"(
    schema: 1,
    id: "evening",
    name: (long: "Evening session", short: "Evening"),
    kind: session,
    about: "A few minutes before bed.",
    blocks: [
        (
            title: "Stretch",
            items: [
                (exercise: "butterfly", sets: 2, hold: 30),
                (exercise: "hipflexor", level: 3, sets: 2, hold: 30, rest: 15),
            ],
        ),
        (
            title: "Strength",
            sides: each_block,
            items: [
                (exercise: "clam", level: 3, sets: 2, reps: 10),
            ],
        ),
    ],
)
"#;

fn load(path: &str, bytes: &[u8]) -> Loaded {
    Library::load([(path.to_owned(), bytes.to_vec())])
}

/// Every message about the files, as `evenhold check` prints them.
fn reports(loaded: &Loaded) -> String {
    let text = Text::english();
    loaded.problems.iter().map(|it| text.problem_report(it) + "\n").collect()
}

/// The messages about a sound file after some of its words were replaced.
#[track_caller]
fn changed(sound: &str, path: &str, changes: &[(&str, &str)]) -> String {
    let mut text = sound.to_owned();
    for (old, new) in changes {
        assert!(text.contains(old), "{old:?} is not in the file");
        text = text.replacen(old, new, 1);
    }
    reports(&load(path, text.as_bytes()))
}

#[track_caller]
fn exercise(changes: &[(&str, &str)], expected: &Expect) {
    expected.assert_eq(&changed(EXERCISE, "exercises/knee-open.ron", changes));
}

#[track_caller]
fn routine(changes: &[(&str, &str)], expected: &Expect) {
    expected.assert_eq(&changed(ROUTINE, "routines/evening.ron", changes));
}

/// A file as it is, whatever it holds.
#[track_caller]
fn file(bytes: &[u8], expected: &Expect) {
    expected.assert_eq(&reports(&load("routines/evening.ron", bytes)));
}

#[test]
fn sound_files_have_no_problems() {
    assert_eq!(changed(EXERCISE, "exercises/knee-open.ron", &[]), "");
    assert_eq!(changed(ROUTINE, "routines/evening.ron", &[]), "");
}

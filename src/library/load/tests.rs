//! What comes with the program is sound, the description of the format is true, and no file of a
//! person's does harm.

use std::collections::BTreeSet;

use expect_test::expect;
use proptest::prelude::*;

use super::*;
use crate::ron::{Fault, Node, Severity, Value};

const FORMAT: &str = include_str!("../../../assets/library/FORMAT.md");

#[test]
fn every_shipped_file_is_without_problems() {
    assert_eq!(SHIPPED.problems, []);
    let list = |ids: Vec<&str>| ids.join(" ");
    expect!["hipflexor butterfly straddle tfl fig4 clam sideraise bandwalk bridge birddog squat gait balance walk reset"]
        .assert_eq(&list(SHIPPED.library.exercises.iter().map(|it| it.id.as_str()).collect()));
    expect!["full a b short stretch warm-up cool-down break-balance break-fig4 break-hipflexor break-reset break-sideraise break-sit-to-stand break-walk"]
        .assert_eq(&list(SHIPPED.library.routines.iter().map(|it| it.id.as_str()).collect()));
    expect!["standing gait supine prone"]
        .assert_eq(&list(SHIPPED.library.checks.iter().map(|it| it.id.as_str()).collect()));
}

#[test]
fn every_movement_that_a_shipped_file_names_is_there() {
    let files = shipped::files().chain(shipped::articles());
    assert_eq!(layer(&Library::default(), files, Some(Shelf::movement_ids)).problems, []);
}

#[test]
fn no_file_is_shipped_that_the_program_does_not_read() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/library");
    let mut on_disk = BTreeSet::new();
    for part in ["exercises", "routines", "checks"] {
        for entry in std::fs::read_dir(format!("{folder}/{part}")).unwrap() {
            on_disk.insert(format!("{part}/{}", entry.unwrap().file_name().display()));
        }
    }
    on_disk.insert("timing.ron".to_owned());
    assert_eq!(shipped::files().map(|it| it.0).collect::<BTreeSet<_>>(), on_disk);
}

/// The examples of the description: an exercise, a routine, a check, the table of gaps.
fn examples() -> Vec<(String, String)> {
    let parts = FORMAT.split("```ron\n").skip(1).map(|it| it.split("```").next().unwrap());
    let paths = [
        "exercises/desk-raise.ron",
        "routines/before-work.ron",
        "checks/sitting.ron",
        "timing.ron",
    ];
    let examples: Vec<_> =
        paths.map(str::to_owned).into_iter().zip(parts.map(str::to_owned)).collect();
    assert_eq!(examples.len(), 4);
    examples
}

fn load(files: &[(String, String)]) -> Loaded {
    let files = files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes()));
    Library::load(files)
}

#[test]
fn the_examples_of_the_description_can_be_used() {
    let loaded = load(&examples());
    assert_eq!(loaded.problems, []);
    let own: Vec<_> = loaded.library.own.iter().collect();
    let (routine, exercise) = ("before-work".to_owned(), "desk-raise".to_owned());
    assert_eq!(own, [(&routine, &Own::Added), (&exercise, &Own::Added)]);
    assert_eq!(loaded.library.own_checks.get("sitting"), Some(&Own::Added));
    assert_eq!(loaded.library.timing, Library::shipped().timing);
}

/// The places of all `( … )` with fields, and of all bare words.
fn places(node: &Node, fields: &mut Vec<Span>, words: &mut Vec<Span>) {
    match &node.value {
        Value::Fields(list) => {
            fields.push(node.span);
            for field in list {
                places(&field.value, fields, words);
            }
        }
        Value::Tuple(nodes) | Value::List(nodes) => {
            for node in nodes {
                places(node, fields, words);
            }
        }
        Value::Name(_) => words.push(node.span),
        Value::Map(_)
        | Value::Named(..)
        | Value::Text(_)
        | Value::Number(_)
        | Value::Bool(_)
        | Value::Nothing
        | Value::Unread => {}
    }
}

/// What the reader offers in place of a field or a word that there is not.
fn offered(problem: &ProblemKind) -> Option<&[&'static str]> {
    let ProblemKind::Format(fault) = problem else { return None };
    if let Fault::UnknownField { known, .. } = fault {
        return Some(known);
    }
    if let Fault::UnknownWord { known, .. } = fault { Some(known) } else { None }
}

/// Puts a field or a word that there is not into every place of the examples; what the reader then
/// offers instead has to be in the description.
#[test]
fn the_description_names_every_field_and_every_word() {
    let mut missing = BTreeSet::new();
    for (path, text) in examples() {
        let (mut fields, mut words) = (Vec::new(), Vec::new());
        let document = Document::read(text.as_bytes());
        places(document.root().unwrap(), &mut fields, &mut words);
        let strange = fields.iter().map(|it| (Span::new(it.start + 1, it.start + 1), "zzz: 0, "));
        for (place, strange) in strange.chain(words.iter().map(|it| (*it, "zzz"))) {
            let mut text = text.clone();
            text.replace_range(place.start..place.end, strange);
            let problems = load(&[(path.clone(), text)]).problems;
            let offered = problems.iter().find_map(|it| offered(&it.what));
            let named = |it: &&str| FORMAT.contains(&format!("`{it}`"));
            missing
                .extend(offered.unwrap().iter().filter(|it| !named(it)).map(|it| (*it).to_owned()));
        }
    }
    assert_eq!(missing, BTreeSet::new());
}

/// A shipped file with a few characters changed.
fn mutated() -> impl Strategy<Value = (String, Vec<u8>)> {
    let files: Vec<_> = shipped::files().collect();
    let piece = prop::sample::select(vec![
        "",
        "(",
        ")",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "0",
        "-1",
        "1e400",
        "NaN",
        "None",
        "{side}",
        "\n",
        "\\",
        "zzz",
        "both",
        "each_block",
        "99999999999",
        "\u{202e}",
        "é",
        "/*",
        "Some(",
        "left",
    ]);
    let edit = (any::<prop::sample::Index>(), 0..8_usize, piece);
    (prop::sample::select(files), prop::collection::vec(edit, 1..5)).prop_map(|(file, edits)| {
        let (path, mut bytes) = file;
        for (at, length, piece) in edits {
            let at = at.index(bytes.len());
            let end = (at + length).min(bytes.len());
            bytes.splice(at..end, piece.bytes());
        }
        (path, bytes)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a person's file holds: it is used and then without errors, or it is left out with at
    /// least one, and what is shipped stays.
    #[test]
    fn a_changed_file_is_used_or_reported(file in mutated()) {
        let loaded = Library::load([file.clone()]);
        let errors = loaded.problems.iter().any(|it| it.severity == Severity::Error);
        let shipped = Library::shipped();
        if errors {
            prop_assert_eq!(loaded.library, shipped);
        } else if !file.0.ends_with("timing.ron") {
            prop_assert_eq!(loaded.library.own.len() + loaded.library.own_checks.len(), 1);
            prop_assert_eq!(loaded.library.checks.len(), shipped.checks.len());
            prop_assert_eq!(loaded.library.exercises.len(), shipped.exercises.len());
            prop_assert_eq!(loaded.library.routines.len(), shipped.routines.len());
        }
        for problem in &loaded.problems {
            prop_assert!(problem.start <= problem.end);
            prop_assert!(problem.start.line >= 1 && problem.start.column >= 1);
        }
    }

    #[test]
    fn any_bytes_are_refused_without_harm(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for path in ["exercises/a.ron", "routines/a.ron", "checks/a.ron", "timing.ron", "a.ron"] {
            let loaded = Library::load([(path.to_owned(), bytes.clone())]);
            prop_assert!(!loaded.problems.is_empty());
            prop_assert_eq!(loaded.library, Library::shipped());
        }
    }
}

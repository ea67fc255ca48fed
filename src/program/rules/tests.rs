//! Rules of a person's own over those that are shipped.

use expect_test::{Expect, expect};

use super::*;

#[test]
fn the_shipped_rules_are_whole_and_read_without_a_word() {
    let files = FILES.files();
    let files = files.map(|it| (it.path().display().to_string(), it.contents().to_vec()));
    let loaded = layer(None, files);
    assert_eq!(loaded.problems, []);
    assert_eq!(FILES.files().count(), Rules::FILES.len());
    assert_eq!(loaded.rules.pain.red_from, 6);
    assert_eq!(loaded.rules.professional.quiet_days, 14);
}

fn load(text: &str) -> LoadedRules {
    Rules::load([("rules/pauses.ron".to_owned(), text.as_bytes().to_vec())])
}

#[test]
fn what_a_file_says_holds_and_the_rest_stays_as_shipped() {
    let shipped = Rules::shipped();
    let loaded = load("(\n    set_fewer: 10,\n)\n");
    let pauses = PauseRules { set_fewer: 10, ..shipped.pauses };
    assert_eq!((loaded.rules, loaded.problems), (Rules { pauses, ..shipped }, Vec::new()));
    assert_eq!(load("()").rules, shipped);
}

/// A file that is refused: nothing of it holds; what is said, with line and column.
#[track_caller]
fn check(text: &str, expected: &Expect) {
    let LoadedRules { rules, problems } = load(text);
    assert_eq!(rules, Rules::shipped());
    let said =
        problems.iter().map(|it| format!("{}:{} {:?}\n", it.start.line, it.start.column, it.what));
    expected.assert_eq(&said.collect::<String>());
}

#[test]
fn a_file_with_errors_changes_nothing() {
    check(
        "(\n    set_fewer: 5,\n)",
        &expect![[r#"
        2:16 RuleOrder { lower: "as_before", higher: "set_fewer" }
    "#]],
    );
    check(
        "(\n    as_before: 20,\n)",
        &expect![[r#"
        2:16 RuleOrder { lower: "as_before", higher: "set_fewer" }
    "#]],
    );
    check(
        "(\n    low_end: 40,\n    set_fewer: 0,\n)",
        &expect![[r#"
        3:16 Format(OutOfRange { found: "0", least: 2, most: 180 })
    "#]],
    );
    check(
        "(\n    low_end: 40,\n    set_less: 9,\n)",
        &expect![[r#"
        3:5 Format(UnknownField { name: "set_less", near: None, known: ["schema", "as_before", "set_fewer", "low_end"] })
    "#]],
    );
}

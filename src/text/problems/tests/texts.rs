//! Texts that cannot be shown.

use expect_test::expect;

use super::exercise;

#[test]
fn a_text_that_is_too_long() {
    exercise(
        &[(
            r#""Tall""#,
            r#""Stand tall and breathe. Stand tall and breathe. Stand tall and breathe. Stand tall and breathe. Stand tall and breathe. ""#,
        )],
        &expect![[r#"
            exercises/knee-open.ron:26:58: error: this text has 120 characters (expected at most 100)
               26 |                 (id: "tall", long: "Stand tall.", short: "Stand tall and breathe. Stand tall and bre…
                  |                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        "#]],
    );
}

#[test]
fn a_text_that_is_empty() {
    exercise(
        &[(r#""Lift the knee and turn it out.""#, r#"" ""#)],
        &expect![[r#"
        exercises/knee-open.ron:24:18: error: this text is empty (expected words)
           24 |             how: " ",
              |                  ^^^
    "#]],
    );
}

#[test]
fn a_text_with_hidden_characters() {
    exercise(
        &[(r#""Stand tall.""#, "\"Stand \u{202e}tall.\"")],
        &expect![[r#"
        exercises/knee-open.ron:26:36: error: there is a character in this text that cannot be seen (U+202E) (expected letters, digits and signs)
           26 |                 (id: "tall", long: "Stand �tall.", short: "Tall"),
              |                                    ^^^^^^^^^^^^^^
    "#]],
    );
}

#[test]
fn a_text_with_an_escape_that_there_is_not() {
    exercise(
        &[(r#""Stand tall.""#, "\"Stand \\tall \\and high.\"")],
        &expect![[r#"
        exercises/knee-open.ron:26:36: error: there is a character in this text that cannot be seen (U+0009) (expected letters, digits and signs)
           26 |                 (id: "tall", long: "Stand \tall \and high.", short: "Tall"),
              |                                    ^^^^^^^^^^^^^^^^^^^^^^^^
        exercises/knee-open.ron:26:49: error: `\a` has no meaning in a text (expected `\\` for a backslash, `\"` for a quote)
           26 |                 (id: "tall", long: "Stand \tall \and high.", short: "Tall"),
              |                                                 ^^
    "#]],
    );
}

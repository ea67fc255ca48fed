//! Ways to go wrong with the shape of a file: signs, brackets, fields and values.

use expect_test::expect;

use super::exercise;

#[test]
fn a_comma_is_missing() {
    exercise(
        &[(r#""knee-open","#, r#""knee-open""#)],
        &expect![[r#"
        exercises/knee-open.ron:3:20: error: a comma is missing (expected `,`)
            3 |     id: "knee-open"
              |                    ^
    "#]],
    );
}

#[test]
fn a_comma_is_missing_between_words() {
    exercise(
        &[("gluteus_medius, piri", "gluteus_medius piri")],
        &expect![[r#"
        exercises/knee-open.ron:6:29: error: a comma is missing (expected `,`)
            6 |     muscles: [gluteus_medius piriformis],
              |                             ^
    "#]],
    );
}

#[test]
fn a_comma_too_many() {
    exercise(
        &[("yes,", "yes,,")],
        &expect![[r#"
        exercises/knee-open.ron:19:25: error: there is nothing before this comma (expected a value)
           19 |             screen: yes,,
              |                         ^
    "#]],
    );
}

#[test]
fn a_colon_is_missing() {
    exercise(
        &[("block: strength", "block strength")],
        &expect![[r#"
        exercises/knee-open.ron:5:5: error: a colon is missing after `block` (expected `block: …`)
            5 |     block strength,
              |     ^^^^^
    "#]],
    );
}

#[test]
fn a_bracket_is_missing() {
    exercise(
        &[("piriformis],", "piriformis,")],
        &expect![[r#"
        exercises/knee-open.ron:6:14: error: this `[` is not closed (expected `]`)
            6 |     muscles: [gluteus_medius, piriformis,
              |              ^
    "#]],
    );
}

#[test]
fn a_bracket_is_missing_many_lines_before() {
    exercise(
        &[("            ],\n            mistakes", "            mistakes")],
        &expect![[r#"
        exercises/knee-open.ron:25:19: error: this `[` is not closed (expected `]`)
           25 |             cues: [
              |                   ^
    "#]],
    );
}

#[test]
fn a_bracket_is_of_the_wrong_kind() {
    exercise(
        &[("piriformis]", "piriformis)")],
        &expect![[r#"
        exercises/knee-open.ron:6:41: error: `)` does not close what is open here (expected `]`)
            6 |     muscles: [gluteus_medius, piriformis),
              |                                         ^
    "#]],
    );
}

#[test]
fn a_bracket_too_many() {
    exercise(
        &[("yes,", "yes),")],
        &expect![[r#"
        exercises/knee-open.ron:19:24: error: this `)` closes nothing
           19 |             screen: yes),
              |                        ^
    "#]],
    );
}

#[test]
fn a_quote_is_missing() {
    exercise(
        &[(r#""At a wall""#, r#""At a wall"#)],
        &expect![[r#"
        exercises/knee-open.ron:14:19: error: this text has no quote at its end (expected `"`)
           14 |             name: "At a wall,
              |                   ^^^^^^^^^^
    "#]],
    );
}

#[test]
fn a_quote_is_missing_in_the_middle_of_a_line() {
    exercise(
        &[(r#""Standing knee open""#, r#""Standing knee open"#)],
        &expect![[r#"
        exercises/knee-open.ron:4:18: error: this text has no quote at its end (expected `"`)
            4 |     name: (long: "Standing knee open, short: "Knee open"),
              |                  ^^^^^^^^^^^^^^^^^^^
    "#]],
    );
}

#[test]
fn a_text_has_quotes_inside() {
    exercise(
        &[(r#""Stand tall.""#, r#""Stand "tall" and long.""#)],
        &expect![[r#"
        exercises/knee-open.ron:26:36: error: a quote inside a text ends it (expected `\"` for a quote inside a text)
           26 |                 (id: "tall", long: "Stand "tall" and long.", short: "Tall"),
              |                                    ^^^^^^^^^^^^^^^^^^^^^^^^
    "#]],
    );
}

#[test]
fn two_texts_have_no_comma() {
    exercise(
        &[(r#"["Leaning away."]"#, r#"["Leaning away." "Leaning in."]"#)],
        &expect![[r#"
        exercises/knee-open.ron:29:39: error: a comma is missing (expected `,`)
           29 |             mistakes: ["Leaning away." "Leaning in."],
              |                                       ^
    "#]],
    );
}

#[test]
fn a_text_stands_without_quotes() {
    exercise(
        &[(r#""At a wall""#, "At a wall")],
        &expect![[r#"
        exercises/knee-open.ron:14:19: error: texts stand in quotes (expected `"…"`)
           14 |             name: At a wall,
              |                   ^^^^^^^^^
    "#]],
    );
}

#[test]
fn a_text_stands_in_curly_quotes() {
    exercise(
        &[(r#""At a wall""#, "“At a wall”")],
        &expect![[r#"
        exercises/knee-open.ron:14:19: error: `“` does not begin a text (expected `"`)
           14 |             name: “At a wall”,
              |                   ^^^^^^^^^^^
    "#]],
    );
}

#[test]
fn a_word_stands_in_quotes() {
    exercise(
        &[("sides: each", r#"sides: "each""#)],
        &expect![[r#"
        exercises/knee-open.ron:15:20: error: this word is in quotes (expected the word without quotes)
           15 |             sides: "each",
              |                    ^^^^^^
    "#]],
    );
}

#[test]
fn a_word_has_a_hyphen() {
    exercise(
        &[("gluteus_medius", "gluteus-medius")],
        &expect![[r#"
        exercises/knee-open.ron:6:15: error: words are joined with an underscore (expected `gluteus_medius`)
            6 |     muscles: [gluteus-medius, piriformis],
              |               ^^^^^^^^^^^^^^
    "#]],
    );
}

#[test]
fn a_value_is_missing() {
    exercise(
        &[("screen: yes", "screen:")],
        &expect![[r#"
        exercises/knee-open.ron:19:20: error: `screen` has no value (expected `screen: …`)
           19 |             screen:,
              |                    ^
    "#]],
    );
}

#[test]
fn a_field_is_misspelt() {
    exercise(
        &[("position: standing", "postion: standing")],
        &expect![[r#"
        exercises/knee-open.ron:17:13: error: there is no field `postion` here; did you mean `position`? (expected one of `level`, `name`, `sides`, `side_line`, `position`, `equipment`, `screen`, `dose`, `tempo`, `phases`, `movement`, `muscles`, `setup`, `how`, `cues`, `mistakes`, `stop_if`)
           17 |             postion: standing,
              |             ^^^^^^^
    "#]],
    );
}

#[test]
fn a_field_is_not_known() {
    exercise(
        &[("screen: yes", "screen: yes, weather: rain")],
        &expect![[r#"
        exercises/knee-open.ron:19:26: error: there is no field `weather` here (expected one of `level`, `name`, `sides`, `side_line`, `position`, `equipment`, `screen`, `dose`, `tempo`, `phases`, `movement`, `muscles`, `setup`, `how`, `cues`, `mistakes`, `stop_if`)
           19 |             screen: yes, weather: rain,
              |                          ^^^^^^^
    "#]],
    );
}

#[test]
fn a_field_is_missing() {
    exercise(
        &[("            screen: yes,\n", "")],
        &expect![[r#"
        exercises/knee-open.ron:12:9: error: `screen` is missing (expected `screen: …`)
           12 |         (
              |         ^
    "#]],
    );
}

#[test]
fn a_field_is_there_twice() {
    exercise(
        &[("screen: yes", "screen: yes, screen: no")],
        &expect![[r#"
        exercises/knee-open.ron:19:26: error: `screen` is here twice (expected each name once)
           19 |             screen: yes, screen: no,
              |                          ^^^^^^
    "#]],
    );
}

#[test]
fn a_text_stands_for_a_number() {
    exercise(
        &[("level: 1", r#"level: "one""#)],
        &expect![[r#"
        exercises/knee-open.ron:13:20: error: this is a text in quotes (expected a number)
           13 |             level: "one",
              |                    ^^^^^
    "#]],
    );
}

#[test]
fn a_number_stands_for_a_text() {
    exercise(
        &[(r#""At a wall""#, "1")],
        &expect![[r#"
        exercises/knee-open.ron:14:19: error: this is a number (expected a text in quotes)
           14 |             name: 1,
              |                   ^
    "#]],
    );
}

#[test]
fn a_word_stands_for_a_list() {
    exercise(
        &[("[wall]", "wall")],
        &expect![[r#"
        exercises/knee-open.ron:18:24: error: this is a word without quotes (expected a list `[…]`)
           18 |             equipment: wall,
              |                        ^^^^
    "#]],
    );
}

#[test]
fn a_muscle_is_misspelt() {
    exercise(
        &[("piriformis", "pirifomis")],
        &expect![[r#"
        exercises/knee-open.ron:6:31: error: `pirifomis` is not one of the words that can stand here; did you mean `piriformis`? (expected one of `gluteus_maximus`, `gluteus_medius`, `gluteus_medius_front`, `gluteus_minimus`, `piriformis`, `obturator_internus`, `obturator_externus`, `gemellus_superior`, `gemellus_inferior`, `quadratus_femoris`, `tfl`, `it_band`, `adductor_longus`, `adductor_brevis`, `adductor_magnus`, `gracilis`, `pectineus`, `iliopsoas`, `rectus_femoris`, `quadriceps`, `hamstrings`, `calf`, `abdominals`, `obliques`, `back_extensors`, `shoulder`)
            6 |     muscles: [gluteus_medius, pirifomis],
              |                               ^^^^^^^^^
    "#]],
    );
}

#[test]
fn a_position_is_not_known() {
    exercise(
        &[("position: standing", "position: floating")],
        &expect![[r#"
        exercises/knee-open.ron:17:23: error: `floating` is not one of the words that can stand here (expected one of `standing`, `walking`, `chair`, `half_kneeling`, `sitting`, `supine`, `bench`, `side_lying`, `all_fours`, `prone`)
           17 |             position: floating,
              |                       ^^^^^^^^
    "#]],
    );
}

#[test]
fn a_number_has_a_unit() {
    exercise(
        &[("lift: 2", "lift: 2s")],
        &expect![[r#"
        exercises/knee-open.ron:21:27: error: `2s` is not a number (expected a number such as 30 or 2.5, without a unit)
           21 |             tempo: (lift: 2s, top: 1, lower: 2),
              |                           ^^
    "#]],
    );
}

#[test]
fn a_decimal_has_a_comma() {
    exercise(
        &[("lift: 2", "lift: 2,5")],
        &expect![[r#"
        exercises/knee-open.ron:21:27: error: the fraction of a number follows a point, not a comma (expected a number such as 2.5)
           21 |             tempo: (lift: 2,5, top: 1, lower: 2),
              |                           ^^^
    "#]],
    );
}

#[test]
fn a_range_is_written_with_dots() {
    exercise(
        &[("(8, 12)", "8..12")],
        &expect![[r#"
        exercises/knee-open.ron:20:40: error: a range is not written like this (expected `(8, 12)`)
           20 |             dose: (sets: (2, 3), reps: 8..12),
              |                                        ^^^^^
    "#]],
    );
}

#[test]
fn a_range_has_three_ends() {
    exercise(
        &[("(8, 12)", "(8, 10, 12)")],
        &expect![[r#"
        exercises/knee-open.ron:20:40: error: there are 3 values in these brackets (expected 2)
           20 |             dose: (sets: (2, 3), reps: (8, 10, 12)),
              |                                        ^^^^^^^^^^^
    "#]],
    );
}

//! Ways to go wrong in an exercise.

use expect_test::expect;

use super::exercise;

#[test]
fn a_range_falls() {
    exercise(
        &[("(8, 12)", "(12, 8)")],
        &expect![[r#"
        exercises/knee-open.ron:20:34: error: the low end is above the high end (expected `(low, high)`)
           20 |             dose: (sets: (2, 3), reps: (12, 8)),
              |                                  ^^^^^^^^^^^^^
    "#]],
    );
}

#[test]
fn zero_repetitions() {
    exercise(
        &[("(8, 12)", "0")],
        &expect![[r#"
        exercises/knee-open.ron:20:40: error: 0 is out of range (expected 1 to 200)
           20 |             dose: (sets: (2, 3), reps: 0),
              |                                        ^
    "#]],
    );
}

#[test]
fn zero_sets() {
    exercise(
        &[("(2, 3)", "(0, 3)")],
        &expect![[r#"
        exercises/knee-open.ron:20:27: error: 0 is out of range (expected 1 to 20)
           20 |             dose: (sets: (0, 3), reps: (8, 12)),
              |                           ^
    "#]],
    );
}

#[test]
fn half_a_repetition() {
    exercise(
        &[("(8, 12)", "(8.5, 12)")],
        &expect![[r#"
        exercises/knee-open.ron:20:41: error: 8.5 is not a whole number (expected a whole number)
           20 |             dose: (sets: (2, 3), reps: (8.5, 12)),
              |                                         ^^^
    "#]],
    );
}

#[test]
fn a_negative_tempo() {
    exercise(
        &[("lift: 2", "lift: -2")],
        &expect![[r#"
        exercises/knee-open.ron:21:27: error: -2 is out of range (expected 0 to 60)
           21 |             tempo: (lift: -2, top: 1, lower: 2),
              |                           ^^
    "#]],
    );
}

#[test]
fn a_tempo_that_is_no_number() {
    exercise(
        &[("lift: 2, top: 1", "lift: NaN, top: 1e400")],
        &expect![[r#"
        exercises/knee-open.ron:21:27: error: NaN is not a number to count with (expected a number such as 30)
           21 |             tempo: (lift: NaN, top: 1e400, lower: 2),
              |                           ^^^
        exercises/knee-open.ron:21:37: error: 1e400 is not a number to count with (expected a number such as 30)
           21 |             tempo: (lift: NaN, top: 1e400, lower: 2),
              |                                     ^^^^^
    "#]],
    );
}

#[test]
fn a_tempo_that_takes_no_time() {
    exercise(
        &[("lift: 2, top: 1, lower: 2", "lift: 0")],
        &expect![[r#"
        exercises/knee-open.ron:21:20: error: a repetition takes no time at this tempo (expected a phase longer than 0 seconds)
           21 |             tempo: (lift: 0),
              |                    ^^^^^^^^^
    "#]],
    );
}

#[test]
fn a_tempo_that_begins_at_the_top() {
    exercise(
        &[("lower: 2)", "lower: 2, begins: top)")],
        &expect![[r#"
        exercises/knee-open.ron:21:56: error: a repetition begins with a movement (expected `lift` or `lower`)
           21 |             tempo: (lift: 2, top: 1, lower: 2, begins: top),
              |                                                        ^^^
    "#]],
    );
}

#[test]
fn a_tempo_of_a_hold() {
    exercise(
        &[("reps: (8, 12)", "hold: 30")],
        &expect![[r#"
        exercises/knee-open.ron:21:20: error: only what is counted has a pace (expected no `tempo` and no `own_pace` with `hold` or `drill`)
           21 |             tempo: (lift: 2, top: 1, lower: 2),
              |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^
    "#]],
    );
}

#[test]
fn no_amount() {
    exercise(
        &[(", reps: (8, 12)", "")],
        &expect![[r#"
        exercises/knee-open.ron:20:19: error: it is not said how much (expected one of `hold`, `reps`, `steps`, `reaches`, `drill`)
           20 |             dose: (sets: (2, 3)),
              |                   ^
    "#]],
    );
}

#[test]
fn two_amounts() {
    exercise(
        &[("reps: (8, 12)", "reps: (8, 12), hold: 30")],
        &expect![[r#"
        exercises/knee-open.ron:20:34: error: it is said twice how much (expected only one of `hold`, `reps`, `steps`, `reaches`, `drill`)
           20 |             dose: (sets: (2, 3), reps: (8, 12), hold: 30),
              |                                  ^^^^^^^^^^^^^
    "#]],
    );
}

#[test]
fn no_side_line_for_one_side() {
    exercise(
        &[("            side_line: (long: \"{Side} leg works.\", short: \"{Side} leg\"),\n", "")],
        &expect![[r#"
            exercises/knee-open.ron:15:20: error: one side works at a time, and nothing says what to do for it (expected a `side_line`)
               15 |             sides: each,
                  |                    ^^^^
        "#]],
    );
}

#[test]
fn a_side_line_for_both_sides() {
    exercise(
        &[("sides: each", "sides: both")],
        &expect![[r#"
        exercises/knee-open.ron:16:24: error: both sides work at once (expected no `side_line`)
           16 |             side_line: (long: "{Side} leg works.", short: "{Side} leg"),
              |                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    "#]],
    );
}

#[test]
fn a_side_line_that_names_no_side() {
    exercise(
        &[(r#""{Side} leg works.""#, r#""The leg works.""#)],
        &expect![[r#"
        exercises/knee-open.ron:16:31: error: the line does not say which side works (expected `{Side}`, `{side}`, `{Other}` or `{other}` in it)
           16 |             side_line: (long: "The leg works.", short: "{Side} leg"),
              |                               ^^^^^^^^^^^^^^^^
    "#]],
    );
}

#[test]
fn a_side_line_with_an_unknown_place() {
    exercise(
        &[(r#""{Side} leg works.""#, r#""{Leg} works, {side} leg.""#)],
        &expect![[r#"
        exercises/knee-open.ron:16:31: error: `{Leg}` stands for nothing (expected `{Side}`, `{side}`, `{Other}` or `{other}`)
           16 |             side_line: (long: "{Leg} works, {side} leg.", short: "{Side} leg"),
              |                               ^^^^^^^^^^^^^^^^^^^^^^^^^^
    "#]],
    );
}

#[test]
fn a_place_for_a_side_elsewhere() {
    exercise(
        &[(r#""Stand tall.""#, r#""Stand tall on the {side}.""#)],
        &expect![[r#"
        exercises/knee-open.ron:26:36: error: `{side}` is filled in nowhere but in a `side_line` (expected words)
           26 |                 (id: "tall", long: "Stand tall on the {side}.", short: "Tall"),
              |                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^
    "#]],
    );
}

#[test]
fn a_cue_id_twice() {
    exercise(
        &[(r#"id: "slow""#, r#"id: "tall""#)],
        &expect![[r#"
        exercises/knee-open.ron:27:22: error: the cue `tall` is here twice, or has other words elsewhere in this exercise (expected an id of its own)
           27 |                 (id: "tall", long: "Slowly back.", short: "Slowly"),
              |                      ^^^^^^
    "#]],
    );
}

#[test]
fn a_cue_id_that_is_none() {
    exercise(
        &[(r#"id: "slow""#, r#"id: "So slow!""#)],
        &expect![[r#"
        exercises/knee-open.ron:27:22: error: `So slow!` cannot be an id (expected 1 to 64 small letters, digits and hyphens, such as `so-slow`)
           27 |                 (id: "So slow!", long: "Slowly back.", short: "Slowly"),
              |                      ^^^^^^^^^^
    "#]],
    );
}

#[test]
fn an_id_that_is_none() {
    exercise(
        &[(r#""knee-open""#, r#""../Knee Öpen""#)],
        &expect![[r#"
        exercises/knee-open.ron:3:9: error: `../Knee Öpen` cannot be an id (expected 1 to 64 small letters, digits and hyphens, such as `knee-pen`)
            3 |     id: "../Knee Öpen",
              |         ^^^^^^^^^^^^^^
    "#]],
    );
}

#[test]
fn an_id_that_windows_keeps() {
    exercise(
        &[(r#""knee-open""#, r#""con""#)],
        &expect![[r#"
        exercises/knee-open.ron:3:9: error: Windows keeps the name `con` for itself (expected another id)
            3 |     id: "con",
              |         ^^^^^
    "#]],
    );
}

#[test]
fn an_id_that_is_not_the_name_of_the_file() {
    exercise(
        &[(r#""knee-open""#, r#""knee-close""#)],
        &expect![[r#"
        exercises/knee-open.ron:3:9: error: the file is not called like its id, `knee-close` (expected the file name `knee-close.ron`)
            3 |     id: "knee-close",
              |         ^^^^^^^^^^^^
    "#]],
    );
}

#[test]
fn an_alias_that_is_taken() {
    exercise(
        &[("    why:", "    aliases: [\"clam\"],\n    why:")],
        &expect![[r#"
        exercises/knee-open.ron:7:15: error: `clam` leads to the exercise `clam` already (expected an older id that no other exercise has)
            7 |     aliases: ["clam"],
              |               ^^^^^^
    "#]],
    );
}

#[test]
fn an_exercise_that_there_is_not() {
    exercise(
        &[(r#""clam", level: 2"#, r#""clamp", level: 2"#)],
        &expect![[r#"
        exercises/knee-open.ron:9:42: error: there is no exercise `clamp`; did you mean `clam`? (expected the id of an exercise)
            9 |         (when: outer_hip_pain, exercise: "clamp", level: 2, note: "Seated is kinder."),
              |                                          ^^^^^^^
    "#]],
    );
}

#[test]
fn a_level_that_there_is_not() {
    exercise(
        &[(r#""clam", level: 2"#, r#""walk", level: 2"#)],
        &expect![[r#"
        exercises/knee-open.ron:9:57: error: `walk` has no level 2 (expected one of its levels: `1`)
            9 |         (when: outer_hip_pain, exercise: "walk", level: 2, note: "Seated is kinder."),
              |                                                         ^
    "#]],
    );
}

#[test]
fn a_swap_without_a_level() {
    exercise(
        &[(", level: 2, note", ", note")],
        &expect![[r#"
        exercises/knee-open.ron:9:42: error: this exercise has no level (expected `level` beside it)
            9 |         (when: outer_hip_pain, exercise: "clam", note: "Seated is kinder."),
              |                                          ^^^^^^
    "#]],
    );
}

#[test]
fn a_skip_and_a_swap() {
    exercise(
        &[(", level: 2, note", ", level: 2, skip: true, note")],
        &expect![[r#"
        exercises/knee-open.ron:9:42: error: an exercise is skipped or swapped, not both (expected one of the two)
            9 |         (when: outer_hip_pain, exercise: "clam", level: 2, skip: true, note: "Seated is kinder."),
              |                                          ^^^^^^
    "#]],
    );
}

#[test]
fn an_alternative_that_changes_nothing() {
    exercise(
        &[(r#"exercise: "clam", level: 2, "#, "")],
        &expect![[r#"
        exercises/knee-open.ron:9:9: error: nothing is done differently here (expected `exercise` and `level`, `skip: true` or `hold_seconds`)
            9 |         (when: outer_hip_pain, note: "Seated is kinder."),
              |         ^
    "#]],
    );
}

#[test]
fn a_movement_that_there_is_not() {
    exercise(
        &[(r#""clam-1""#, r#""clam-l""#)],
        &expect![[r#"
        exercises/knee-open.ron:22:23: error: there is no movement `clam-l`; did you mean `clam-1`? (expected the id of a movement)
           22 |             movement: "clam-l",
              |                       ^^^^^^^^
    "#]],
    );
}

#[test]
fn a_level_beyond_the_hardest() {
    exercise(
        &[("level: 1", "level: 6")],
        &expect![[r#"
        exercises/knee-open.ron:13:20: error: 6 is out of range (expected 1 to 5)
           13 |             level: 6,
              |                    ^
    "#]],
    );
}

#[test]
fn an_exercise_without_levels() {
    let start = super::EXERCISE.find("levels: [").unwrap();
    let levels = super::EXERCISE.get(start..).unwrap();
    exercise(
        &[(levels, "levels: [],\n)\n")],
        &expect![[r#"
        exercises/knee-open.ron:1:1: error: the exercise has no levels (expected at least one)
            1 | (
              | ^
    "#]],
    );
}

#[test]
fn pain_beyond_ten() {
    exercise(
        &[("pain: 6", "pain: 11")],
        &expect![[r#"
        exercises/knee-open.ron:30:62: error: 11 is out of range (expected 1 to 10)
           30 |             stop_if: [(text: "It hurts at 6 or more.", pain: 11)],
              |                                                              ^^
    "#]],
    );
}

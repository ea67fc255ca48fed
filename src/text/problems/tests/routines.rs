//! Ways to go wrong in a routine.

use expect_test::expect;

use super::routine;

#[test]
fn an_exercise_is_misspelt() {
    routine(
        &[(r#""hipflexor""#, r#""hip-flexor""#)],
        &expect![[r#"
        routines/evening.ron:12:28: error: there is no exercise `hip-flexor`; did you mean `hipflexor`? (expected the id of an exercise)
           12 |                 (exercise: "hip-flexor", level: 3, sets: 2, hold: 30, rest: 15),
              |                            ^^^^^^^^^^^^
    "#]],
    );
}

#[test]
fn a_level_that_the_exercise_does_not_have() {
    routine(
        &[(r#""clam", level: 3"#, r#""walk", level: 3"#)],
        &expect![[r#"
        routines/evening.ron:19:43: error: `walk` has no level 3 (expected one of its levels: `1`)
           19 |                 (exercise: "walk", level: 3, sets: 2, reps: 10),
              |                                           ^
    "#]],
    );
}

#[test]
fn a_level_of_ten() {
    routine(
        &[(r#""clam", level: 3"#, r#""clam", level: 10"#)],
        &expect![[r#"
        routines/evening.ron:19:43: error: 10 is out of range (expected 1 to 5)
           19 |                 (exercise: "clam", level: 10, sets: 2, reps: 10),
              |                                           ^^
    "#]],
    );
}

#[test]
fn both_sides_of_a_one_sided_exercise() {
    routine(
        &[("rest: 15", "sides: both")],
        &expect![[r#"
        routines/evening.ron:12:77: error: this exercise works one side at a time (expected `each_set`, `each_exercise`, `left` or `right`)
           12 |                 (exercise: "hipflexor", level: 3, sets: 2, hold: 30, sides: both),
              |                                                                             ^^^^
    "#]],
    );
}

#[test]
fn one_side_of_a_two_sided_exercise() {
    routine(
        &[("sets: 2, hold: 30)", "sets: 2, hold: 30, sides: each_set)")],
        &expect![[r#"
        routines/evening.ron:11:67: error: this exercise works both sides at once (expected no sides, or `both`)
           11 |                 (exercise: "butterfly", sets: 2, hold: 30, sides: each_set),
              |                                                                   ^^^^^^^^
    "#]],
    );
}

#[test]
fn an_extra_set_of_a_two_sided_exercise() {
    routine(
        &[("sets: 2, hold: 30)", "sets: 2, hold: 30, extra_set: left)")],
        &expect![[r#"
        routines/evening.ron:11:71: error: this exercise works both sides at once (expected no sides, or `both`)
           11 |                 (exercise: "butterfly", sets: 2, hold: 30, extra_set: left),
              |                                                                       ^^^^
    "#]],
    );
}

#[test]
fn one_side_without_a_prescription() {
    routine(
        &[("rest: 15", "sides: left")],
        &expect![[r#"
        routines/evening.ron:12:77: error: only a prescribed routine may work one side alone (expected `each_set` or `each_exercise`, or `prescribed` at the top)
           12 |                 (exercise: "hipflexor", level: 3, sets: 2, hold: 30, sides: left),
              |                                                                             ^^^^
    "#]],
    );
}

#[test]
fn an_extra_set_on_the_side_that_rests() {
    routine(
        &[
            ("    blocks:", "    prescribed: (by: \"Anna\", date: \"2026-11-01\"),\n    blocks:"),
            ("rest: 15", "sides: left, extra_set: right"),
        ],
        &expect![[r#"
            routines/evening.ron:13:94: error: the extra set is on the side that is not worked (expected the side that is worked)
               13 |                 (exercise: "hipflexor", level: 3, sets: 2, hold: 30, sides: left, extra_set: right),
                  |                                                                                              ^^^^^
        "#]],
    );
}

#[test]
fn a_two_sided_exercise_in_a_one_sided_block() {
    routine(
        &[(r#""clam", level: 3"#, r#""bridge", level: 3"#)],
        &expect![[r#"
        routines/evening.ron:19:28: error: this exercise works both sides at once, and the block does all left and then all right (expected an exercise that works one side at a time, or another block)
           19 |                 (exercise: "bridge", level: 3, sets: 2, reps: 10),
              |                            ^^^^^^^^
    "#]],
    );
}

#[test]
fn one_side_in_a_one_sided_block() {
    routine(
        &[("reps: 10", "reps: 10, sides: left")],
        &expect![[r#"
        routines/evening.ron:19:72: error: the block does all left and then all right (expected no side here, or another block)
           19 |                 (exercise: "clam", level: 3, sets: 2, reps: 10, sides: left),
              |                                                                        ^^^^
    "#]],
    );
}

#[test]
fn a_block_with_other_sides() {
    routine(
        &[("sides: each_block", "sides: each_set")],
        &expect![[r#"
        routines/evening.ron:17:20: error: `each_set` is not one of the words that can stand here (expected one of `each_block`)
           17 |             sides: each_set,
              |                    ^^^^^^^^
    "#]],
    );
}

#[test]
fn several_sets_in_a_circuit() {
    routine(
        &[(r#"title: "Stretch","#, r#"title: "Stretch", order: circuit, rounds: 3,"#)],
        &expect![[r#"
            routines/evening.ron:11:47: error: in a circuit each exercise has one set a round (expected `rounds` of the block)
               11 |                 (exercise: "butterfly", sets: 2, hold: 30),
                  |                                               ^
            routines/evening.ron:12:57: error: in a circuit each exercise has one set a round (expected `rounds` of the block)
               12 |                 (exercise: "hipflexor", level: 3, sets: 2, hold: 30, rest: 15),
                  |                                                         ^
        "#]],
    );
}

#[test]
fn steps_of_a_stretch() {
    routine(
        &[("hold: 30, rest", "steps: 30, rest")],
        &expect![[r#"
        routines/evening.ron:12:60: error: `steps` does not fit this exercise (expected `hold`)
           12 |                 (exercise: "hipflexor", level: 3, sets: 2, steps: 30, rest: 15),
              |                                                            ^^^^^^^^^
    "#]],
    );
}

#[test]
fn a_range_upside_down_and_sides_that_contradict() {
    routine(
        &[("reps: 10", "reps: (15, 10)")],
        &expect![[r#"
        routines/evening.ron:19:55: error: the low end is above the high end (expected `(low, high)`)
           19 |                 (exercise: "clam", level: 3, sets: 2, reps: (15, 10)),
              |                                                       ^^^^^^^^^^^^^^
    "#]],
    );
    routine(&[("rest: 15", "sides: each_exercise, first: right")], &expect![[""]]);
    routine(
        &[("reps: 10", "reps: 10, first: right")],
        &expect![[r#"
        routines/evening.ron:19:72: error: the block does all left and then all right (expected no side here, or another block)
           19 |                 (exercise: "clam", level: 3, sets: 2, reps: 10, first: right),
              |                                                                        ^^^^^
    "#]],
    );
    routine(
        &[("blocks:", "prescribed: (by: \"Anna\", a_week: 3, days: [friday, friday]), blocks:")],
        &expect![[r#"
            routines/evening.ron:7:38: error: how often a week, or on which days: one of the two
                7 |     prescribed: (by: "Anna", a_week: 3, days: [friday, friday]), blocks: [
                  |                                      ^
        "#]],
    );
}

#[test]
fn two_amounts() {
    routine(
        &[("reps: 10", "reps: 10, hold: 30")],
        &expect![[r#"
        routines/evening.ron:19:55: error: it is said twice how much (expected only one of `hold`, `reps`, `steps`, `reaches`, `drill`)
           19 |                 (exercise: "clam", level: 3, sets: 2, reps: 10, hold: 30),
              |                                                       ^^^^^^^^
    "#]],
    );
}

#[test]
fn a_tempo_of_a_hold() {
    routine(
        &[("rest: 15", "tempo: (lift: 2, lower: 2)")],
        &expect![[r#"
        routines/evening.ron:12:77: error: only what is counted has a pace (expected no `tempo` and no `own_pace` with `hold` or `drill`)
           12 |                 (exercise: "hipflexor", level: 3, sets: 2, hold: 30, tempo: (lift: 2, lower: 2)),
              |                                                                             ^^^^^^^^^^^^^^^^^^^
    "#]],
    );
}

#[test]
fn a_tempo_and_the_own_pace() {
    routine(
        &[("reps: 10", "reps: 10, tempo: (lift: 2), own_pace: true")],
        &expect![[r#"
        routines/evening.ron:19:93: error: this set has a tempo, and the person's own pace (expected one of the two)
           19 |                 (exercise: "clam", level: 3, sets: 2, reps: 10, tempo: (lift: 2), own_pace: true),
              |                                                                                             ^^^^
    "#]],
    );
}

#[test]
fn the_own_pace_of_a_hold() {
    routine(
        &[("rest: 15", "own_pace: true")],
        &expect![[r#"
        routines/evening.ron:12:80: error: only what is counted has a pace (expected no `tempo` and no `own_pace` with `hold` or `drill`)
           12 |                 (exercise: "hipflexor", level: 3, sets: 2, hold: 30, own_pace: true),
              |                                                                                ^^^^
    "#]],
    );
}

#[test]
fn a_rest_of_a_day() {
    routine(
        &[("rest: 15", "rest: 86400")],
        &expect![[r#"
        routines/evening.ron:12:76: error: 86400 is out of range (expected 0 to 1800)
           12 |                 (exercise: "hipflexor", level: 3, sets: 2, hold: 30, rest: 86400),
              |                                                                            ^^^^^
    "#]],
    );
}

#[test]
fn zero_rounds() {
    routine(
        &[("sides: each_block", "sides: each_block, rounds: 0")],
        &expect![[r#"
        routines/evening.ron:17:40: error: 0 is out of range (expected 1 to 20)
           17 |             sides: each_block, rounds: 0,
              |                                        ^
    "#]],
    );
}

#[test]
fn a_hold_of_zero_seconds() {
    routine(
        &[("hold: 30, rest", "hold: 0, rest")],
        &expect![[r#"
        routines/evening.ron:12:66: error: 0 is out of range (expected 1 to 3600)
           12 |                 (exercise: "hipflexor", level: 3, sets: 2, hold: 0, rest: 15),
              |                                                                  ^
    "#]],
    );
}

#[test]
fn a_day_that_there_is_not() {
    routine(
        &[("    blocks:", "    prescribed: (by: \"Anna\", date: \"2026-02-30\"),\n    blocks:")],
        &expect![[r#"
            routines/evening.ron:7:36: error: `2026-02-30` is not a day of the calendar (expected a day such as `2026-11-01`)
                7 |     prescribed: (by: "Anna", date: "2026-02-30"),
                  |                                    ^^^^^^^^^^^^
        "#]],
    );
}

#[test]
fn a_kind_in_other_letters() {
    routine(
        &[("kind: session", "kind: WarmUp")],
        &expect![[r#"
            routines/evening.ron:5:11: error: `WarmUp` is not one of the words that can stand here; did you mean `warm_up`? (expected one of `session`, `warm_up`, `cool_down`, `break`, `try`)
                5 |     kind: WarmUp,
                  |           ^^^^^^
        "#]],
    );
}

#[test]
fn a_routine_of_ten_hours() {
    routine(
        &[("sets: 2, hold: 30)", "sets: 10, hold: 3600)")],
        &expect![[r#"
            routines/evening.ron:8:9: error: the routine takes up to 622 minutes (expected at most 240)
                8 |         (
                  |         ^
        "#]],
    );
}

#[test]
fn a_block_without_items() {
    routine(
        &[(r#"(exercise: "clam", level: 3, sets: 2, reps: 10),"#, "")],
        &expect![[r#"
        routines/evening.ron:15:9: error: the block has no items (expected at least one)
           15 |         (
              |         ^
    "#]],
    );
}

#[test]
fn a_routine_without_blocks() {
    let start = super::ROUTINE.find("blocks: [").unwrap();
    let blocks = super::ROUTINE.get(start..).unwrap();
    routine(
        &[(blocks, "blocks: [],\n)\n")],
        &expect![[r#"
        routines/evening.ron:1:1: error: the routine has no blocks (expected at least one)
            1 | (
              | ^
    "#]],
    );
}

#[test]
fn fields_without_brackets_of_their_own() {
    routine(
        &[(
            r#"(exercise: "clam", level: 3, sets: 2, reps: 10),"#,
            r#"exercise: "clam", level: 3,"#,
        )],
        &expect![[r#"
            routines/evening.ron:19:17: error: `exercise` stands in a list without brackets of its own (expected `( … )` around each entry)
               19 |                 exercise: "clam", level: 3,
                  |                 ^^^^^^^^
        "#]],
    );
}

#[test]
fn several_errors_at_once() {
    routine(
        &[
            (r#""Evening session""#, r#""Evening session"#),
            ("kind: session", "knd: session"),
            (r#""hipflexor", level: 3"#, r#""hipflexer", level: 9"#),
            ("sides: each_block", "sides: each_blok"),
            ("reps: 10", "reps: ten"),
        ],
        &expect![[r#"
            routines/evening.ron:4:18: error: this text has no quote at its end (expected `"`)
                4 |     name: (long: "Evening session, short: "Evening"),
                  |                  ^^^^^^^^^^^^^^^^
            routines/evening.ron:5:5: error: there is no field `knd` here; did you mean `kind`? (expected one of `schema`, `id`, `name`, `kind`, `about`, `prescribed`, `blocks`)
                5 |     knd: session,
                  |     ^^^
            routines/evening.ron:12:28: error: there is no exercise `hipflexer`; did you mean `hipflexor`? (expected the id of an exercise)
               12 |                 (exercise: "hipflexer", level: 9, sets: 2, hold: 30, rest: 15),
                  |                            ^^^^^^^^^^^
            routines/evening.ron:12:48: error: 9 is out of range (expected 1 to 5)
               12 |                 (exercise: "hipflexer", level: 9, sets: 2, hold: 30, rest: 15),
                  |                                                ^
            routines/evening.ron:17:20: error: `each_blok` is not one of the words that can stand here; did you mean `each_block`? (expected one of `each_block`)
               17 |             sides: each_blok,
                  |                    ^^^^^^^^^
            routines/evening.ron:19:61: error: this is a word without quotes (expected a number, or `(low, high)`)
               19 |                 (exercise: "clam", level: 3, sets: 2, reps: ten),
                  |                                                             ^^^
        "#]],
    );
}

//! Ways to go wrong in a check.

use expect_test::{Expect, expect};

use super::changed;

/// A sound check; the tests change a word or two of it.
const CHECK: &str = r#"(
    schema: 1,
    id: "sitting",
    name: (long: "Sitting on a table", short: "Sitting"),
    about: "How far each hip turns, sitting.",
    cannot_tell: "It cannot tell why.",
    methods: [phone],
    watches: [pelvis],
    parts: [
        (
            id: "inward",
            name: (long: "Inward turn", short: "Inward"),
            sides: each,
            side_line: (long: "{Side} leg is measured.", short: "{Side} leg"),
            position: chair,
            screen: yes,
            movement: "stand",
            setup: (long: "Sit with both knees over the edge.", short: "Knees over the edge."),
            steps: [(seconds: 6, say: (long: "Let the foot swing out.", short: "Foot out."))],
            readings: [
                (what: "turn", angle: away, ask: (long: "How far is the {side} shin?", short: "{Side} shin?")),
            ],
        ),
        (
            id: "look",
            name: (long: "A look", short: "Look"),
            sides: both,
            position: standing,
            screen: yes,
            setup: (long: "Stand up.", short: "Stand."),
            readings: [
                (
                    what: "feet",
                    ask: (long: "Where does the {side} foot point?", short: "{Side} foot?"),
                    words: [(id: "out", label: "Out"), (id: "in", label: "In")],
                ),
            ],
        ),
    ],
)
"#;

#[track_caller]
fn check(changes: &[(&str, &str)], expected: &Expect) {
    expected.assert_eq(&changed(CHECK, "checks/sitting.ron", changes));
}

#[test]
fn a_sound_check_has_no_problems() {
    check(&[], &expect![""]);
}

#[test]
fn a_field_is_misspelt() {
    check(
        &[("readings:", "reading:")],
        &expect![[r#"
        checks/sitting.ron:20:13: error: there is no field `reading` here; did you mean `readings`? (expected one of `id`, `name`, `sides`, `side_line`, `position`, `screen`, `movement`, `times`, `setup`, `steps`, `readings`)
           20 |             reading: [
              |             ^^^^^^^
    "#]],
    );
}

#[test]
fn a_way_of_reading_that_there_is_not() {
    check(
        &[("[phone]", "[phones]")],
        &expect![[r#"
        checks/sitting.ron:7:15: error: `phones` is not one of the words that can stand here; did you mean `phone`? (expected one of `phone`, `photo`, `scale`, `eye`)
            7 |     methods: [phones],
              |               ^^^^^^
    "#]],
    );
}

#[test]
fn it_is_not_said_how_it_is_read() {
    check(
        &[("[phone]", "[]")],
        &expect![[r#"
        checks/sitting.ron:1:1: error: it is not said how the check is read (expected at least one of `phone`, `photo`, `scale`, `eye`)
            1 | (
              | ^
    "#]],
    );
}

#[test]
fn a_movement_that_there_is_not() {
    check(
        &[("movement: \"stand\"", "movement: \"stan\"")],
        &expect![[r#"
        checks/sitting.ron:17:23: error: there is no movement `stan`; did you mean `stand`? (expected the id of a movement)
           17 |             movement: "stan",
              |                       ^^^^^^
    "#]],
    );
}

#[test]
fn a_question_about_a_side_does_not_name_it() {
    check(
        &[("is the {side} shin", "is the shin")],
        &expect![[r#"
        checks/sitting.ron:21:57: error: the line does not say which side works (expected `{Side}`, `{side}`, `{Other}` or `{other}` in it)
           21 |                 (what: "turn", angle: away, ask: (long: "How far is the shin?", short: "{Side} shin?…
              |                                                         ^^^^^^^^^^^^^^^^^^^^^^
    "#]],
    );
}

#[test]
fn one_side_without_a_line_for_it() {
    let line =
        "            side_line: (long: \"{Side} leg is measured.\", short: \"{Side} leg\"),\n";
    check(
        &[(line, "")],
        &expect![[r#"
        checks/sitting.ron:13:20: error: one side works at a time, and nothing says what to do for it (expected a `side_line`)
           13 |             sides: each,
              |                    ^^^^
    "#]],
    );
}

#[test]
fn an_angle_and_words() {
    check(
        &[(
            "angle: away,",
            "angle: away, words: [(id: \"a\", label: \"A\"), (id: \"b\", label: \"B\")],",
        )],
        &expect![[r#"
            checks/sitting.ron:21:39: error: this reading has an angle and words (expected one of the two)
               21 |                 (what: "turn", angle: away, words: [(id: "a", label: "A"), (id: "b", label: "B")], a…
                  |                                       ^^^^
        "#]],
    );
}

#[test]
fn neither_an_angle_nor_words() {
    check(
        &[(" angle: away,", "")],
        &expect![[r#"
        checks/sitting.ron:21:17: error: it is not said what is read (expected `angle`, or `words` to choose from)
           21 |                 (what: "turn", ask: (long: "How far is the {side} shin?", short: "{Side} shin?")),
              |                 ^
    "#]],
    );
}

#[test]
fn one_word_to_choose_from() {
    check(
        &[(", (id: \"in\", label: \"In\")", "")],
        &expect![[r#"
        checks/sitting.ron:32:17: error: a reading has two to nine words to choose from (expected `words: [(id: …, label: …), …]`)
           32 |                 (
              |                 ^
    "#]],
    );
}

#[test]
fn the_same_answer_twice_and_the_same_reading_twice() {
    check(
        &[("(id: \"in\"", "(id: \"out\""), ("what: \"feet\"", "what: \"turn\"")],
        &expect![[r#"
        checks/sitting.ron:33:27: error: the name `turn` stands here twice (expected another name)
           33 |                     what: "turn",
              |                           ^^^^^^
        checks/sitting.ron:35:61: error: the name `out` stands here twice (expected another name)
           35 |                     words: [(id: "out", label: "Out"), (id: "out", label: "In")],
              |                                                             ^^^^^
    "#]],
    );
}

#[test]
fn a_reading_for_both_in_a_part_for_one_side() {
    check(
        &[(
            "angle: away, ask: (long: \"How far is the {side} shin?\", short: \"{Side} shin?\")",
            "sides: both, angle: away, ask: (long: \"How far is the shin?\", short: \"Shin?\")",
        )],
        &expect![[r#"
            checks/sitting.ron:21:39: error: this part looks at one side at a time (expected no `sides` here, or `sides: both` in the part)
               21 |                 (what: "turn", sides: both, angle: away, ask: (long: "How far is the shin?", short: …
                  |                                       ^^^^
        "#]],
    );
}

#[test]
fn nothing_to_do_and_nothing_to_read() {
    check(
        &[
            (
                "steps: [(seconds: 6, say: (long: \"Let the foot swing out.\", short: \"Foot out.\"))],",
                "",
            ),
            (
                "                (what: \"turn\", angle: away, ask: (long: \"How far is the {side} shin?\", short: \"{Side} shin?\")),\n",
                "",
            ),
        ],
        &expect![[r#"
            checks/sitting.ron:10:9: error: nothing is done in this part, and nothing read (expected `steps` or `readings`)
               10 |         (
                  |         ^
        "#]],
    );
}

#[test]
fn a_check_is_not_called_like_its_file_and_has_no_parts() {
    let changes =
        [("id: \"sitting\"", "id: \"seated\""), ("    parts: [", "    parts: [], old: [")];
    check(
        &changes,
        &expect![[r#"
        checks/sitting.ron:3:9: error: the file is not called like its id, `seated` (expected the file name `seated.ron`)
            3 |     id: "seated",
              |         ^^^^^^^^
        checks/sitting.ron:9:16: error: there is no field `old` here (expected one of `schema`, `id`, `name`, `about`, `before`, `cannot_tell`, `stop_if`, `sources`, `equipment`, `methods`, `asks`, `helper`, `watches`, `order`, `parts`)
            9 |     parts: [], old: [
              |                ^^^
    "#]],
    );
}

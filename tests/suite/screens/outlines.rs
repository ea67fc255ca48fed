//! What a screen reader gets of each screen.

#![expect(clippy::too_many_lines, reason = "an outline is as long as its screen")]

mod keys;

use evenhold::coach::{Saved, Screen};
use expect_test::{Expect, expect};

use super::stage::{Setting, Stage};

#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "a test reads better without a reference")]
fn check(stage: &Stage, expected: Expect) {
    expected.assert_eq(&stage.outline());
}

/// The first lines alone, where the rest is the content of the library.
#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "a test reads better without a reference")]
fn check_start(stage: &Stage, expected: Expect) {
    let outline = stage.outline();
    let start: Vec<_> = outline.lines().take(14).collect();
    expected.assert_eq(&start.join("\n"));
}

fn open(routine: &'static str) -> Stage {
    Stage::open(Setting { routine: Some(routine), ..Setting::default() })
}

#[test]
fn today() {
    check(
        &open("short"),
        expect![[r#"
            Tab "Today" (chosen)
            Tab "Progress"
            Tab "Routines"
            Tab "Library"
            Tab "Settings"
            Button "Start" (focus)
            Label "Short session, 8 min, done about 12:08"
            Heading "Today"
            Label "Monday, 1 March"
            Image "0 of 3 days this week"
            Button "Look at your week…"
            Heading "The programme"
            Label "Session A"
            Label "It is the first half of the programme, and six exercises long."
            Heading "What would you like to do"
            RadioButton "39 min, Full, 12 exercises"
            RadioButton "21 min, A, 6 exercises"
            RadioButton "18 min, B, 6 exercises"
            RadioButton "8 min, Short, 4 exercises" (chosen)
            RadioButton "11 min, Stretch, 4 exercises"
            RadioButton "5 min, Warm-up, 3 exercises"
            RadioButton "4 min, Cool-down, 3 exercises"
            Heading "I have"
            CheckBox "as long as it takes, 8 min" (chosen)
            CheckBox "5 min"
            SpinButton "I have" = 8 min
            Heading "What you will do"
            Label "Half-kneeling hip-flexor stretch, 1 × 30 s hold, each side"
            Label "Glute bridge, 1 × 15 reps"
            Label "Banded clamshell, 1 × 15 reps, each side"
            Label "Single-leg balance, 1 × 30 s hold, each side"
            Label "Fetch: a mat, a cushion or folded towel, a wall, a light band"
            Label "Floor: room to lie down and stretch out"
            Heading "Today I have no"
            CheckBox "band"
            CheckBox "wall"
            CheckBox "bench"
            CheckBox "floor to lie on"
            Heading "Pain right now, if any"
            RadioButton "Pain right now, if any 0"
            RadioButton "Pain right now, if any 1"
            RadioButton "Pain right now, if any 2"
            RadioButton "Pain right now, if any 3"
            RadioButton "Pain right now, if any 4"
            RadioButton "Pain right now, if any 5"
            RadioButton "Pain right now, if any 6"
            RadioButton "Pain right now, if any 7"
            RadioButton "Pain right now, if any 8"
            RadioButton "Pain right now, if any 9"
            RadioButton "Pain right now, if any 10"
            CheckBox "I slept badly"
            Button "Something is new or worse…"
            Heading "Short breaks"
            Button "Balance, 1 min"
            Button "Figure 4, 1 min"
            Button "Hip flexor, 1 min"
            Button "Reset, 1 min"
            Button "Side raises, 2 min"
            Button "Sit to stand, 1 min"
            Button "Walk, 2 min"
            Button "I stood up"
        "#]],
    );
}

#[test]
fn a_running_session() {
    let mut stage = open("break-hipflexor");
    stage.press("Enter");
    stage.pass(15.0);
    check(
        &stage,
        expect![[r#"
            Image "Half-kneeling hip-flexor stretch"
            Label "Hold"
            Heading "Half-kneeling hip-flexor stretch"
            Label "Left leg back"
            Timer "15 seconds left" = 15
            Label "Tuck your tail a little before you move."
            Label "next"
            Label "Right leg back, 20 s hold"
            Button "Leave…"
            Button "Full screen"
            Button "All keys"
            Label "0:45 left, done about 12:01"
            Slider "The whole session" = Hip-flexor stretch, Left leg: 20 s hold
            Button "Back"
            Button "Redo"
            Button "−10 s"
            Button "+10 s"
            Button "Pause"
            Button "It hurts"
            Button "Skip"
        "#]],
    );
}

#[test]
fn a_paused_session() {
    let mut stage = open("break-hipflexor");
    stage.press("Enter");
    stage.pass(15.0);
    stage.press("Space");
    check(
        &stage,
        expect![[r#"
            Image "Half-kneeling hip-flexor stretch"
            Label "Paused"
            Heading "Half-kneeling hip-flexor stretch"
            Label "Left leg back"
            Timer "15 seconds left" = 15
            Label "Space goes on."
            Label "next"
            Label "Right leg back, 20 s hold"
            Button "Leave…"
            Button "Full screen"
            Button "All keys"
            Label "0:45 left, done about 12:01"
            Slider "The whole session" = Hip-flexor stretch, Left leg: 20 s hold
            Button "Back"
            Button "Redo"
            Button "−10 s"
            Button "+10 s"
            Button "Go on"
            Button "It hurts"
            Button "Skip"
        "#]],
    );
}

#[test]
fn it_hurts() {
    let mut stage = open("break-hipflexor");
    stage.press("Enter H");
    check(
        &stage,
        expect![[r#"
            Image "Half-kneeling hip-flexor stretch"
            Label "Paused"
            Heading "Half-kneeling hip-flexor stretch"
            Label "Left leg back"
            Timer "10 seconds left" = 10
            Label "Sound and movement have stopped."
            Label "next"
            Label "Left leg back, 20 s hold"
            Button "Leave…"
            Button "Full screen"
            Button "All keys"
            Label "1:00 left, done about 12:01"
            Slider "The whole session" = Hip-flexor stretch, Left leg: Get ready
            Button "Back"
            Button "Redo"
            Button "−10 s"
            Button "+10 s"
            Button "Go on"
            Button "It hurts"
            Button "Skip"
            Label "How much does it hurt?"
            Button "0–2: I can carry on"
            Button "3–5: It is there, and I notice it"
            Button "6 or more: Or sharp, catching, giving way, tingling or numb"
            Label "The exact number, if you like"
            RadioButton "How much does it hurt? 0"
            RadioButton "How much does it hurt? 1"
            RadioButton "How much does it hurt? 2"
            RadioButton "How much does it hurt? 3"
            RadioButton "How much does it hurt? 4"
            RadioButton "How much does it hurt? 5"
            RadioButton "How much does it hurt? 6"
            RadioButton "How much does it hurt? 7"
            RadioButton "How much does it hurt? 8"
            RadioButton "How much does it hurt? 9"
            RadioButton "How much does it hurt? 10"
        "#]],
    );
}

#[test]
fn leave() {
    let mut stage = open("break-hipflexor");
    stage.press("Enter Escape");
    check(
        &stage,
        expect![[r#"
            Image "Half-kneeling hip-flexor stretch"
            Label "Paused"
            Heading "Half-kneeling hip-flexor stretch"
            Label "Left leg back"
            Timer "10 seconds left" = 10
            Label "Space goes on."
            Label "next"
            Label "Left leg back, 20 s hold"
            Button "Leave…"
            Button "Full screen"
            Button "All keys"
            Label "1:00 left, done about 12:01"
            Slider "The whole session" = Hip-flexor stretch, Left leg: Get ready
            Button "Back"
            Button "Redo"
            Button "−10 s"
            Button "+10 s"
            Button "Go on"
            Button "It hurts"
            Button "Skip"
            Label "Leave the session?"
            Label "What you have done is kept either way."
            Button "Stay" (focus)
            Button "Finish now"
            Button "Leave, and continue later"
        "#]],
    );
}

#[test]
fn summary() {
    let mut stage = open("short");
    stage.press("Enter");
    stage.run_to_the_end();
    stage.wait_for(|it| matches!(it.screen(), Screen::Summary(it) if it.saved == Saved::Yes));
    stage.pass(0.1);
    check(
        &stage,
        expect![[r#"
            Button "Done" (focus)
            Label "\u{e668}"
            Label "Saved in your journal"
            Heading "Short session is done"
            Label "8 min of work and rest, 7 of 7 sets"
            Heading "Half-kneeling hip-flexor stretch"
            Label "Left leg, 30 s of 30 s"
            Label "Right leg, 30 s of 30 s"
            Heading "Glute bridge"
            Label "Both legs, 15 of 15 reps"
            SpinButton "Glute bridge, Both legs: reps done" = 15
            Heading "How many more clean reps could you have done?"
            RadioButton "Glute bridge. How many more clean reps could you have done?: 0"
            RadioButton "Glute bridge. How many more clean reps could you have done?: 1"
            RadioButton "Glute bridge. How many more clean reps could you have done?: 2"
            RadioButton "Glute bridge. How many more clean reps could you have done?: 3"
            RadioButton "Glute bridge. How many more clean reps could you have done?: 4+"
            Heading "Clean all the way?"
            RadioButton "Glute bridge. Clean all the way?: Clean"
            RadioButton "Glute bridge. Clean all the way?: Shaky"
            Heading "Banded clamshell"
            Label "Left leg, 15 of 15 reps"
            SpinButton "Banded clamshell, Left leg: reps done" = 15
            Label "Right leg, 15 of 15 reps"
            SpinButton "Banded clamshell, Right leg: reps done" = 15
            Heading "How many more clean reps could you have done?"
            RadioButton "Banded clamshell. How many more clean reps could you have done?: 0"
            RadioButton "Banded clamshell. How many more clean reps could you have done?: 1"
            RadioButton "Banded clamshell. How many more clean reps could you have done?: 2"
            RadioButton "Banded clamshell. How many more clean reps could you have done?: 3"
            RadioButton "Banded clamshell. How many more clean reps could you have done?: 4+"
            Heading "Clean all the way?"
            RadioButton "Banded clamshell. Clean all the way?: Clean"
            RadioButton "Banded clamshell. Clean all the way?: Shaky"
            Heading "Single-leg balance"
            Label "Left leg, 30 s of 30 s"
            Label "Right leg, 30 s of 30 s"
            Heading "Clean all the way?"
            RadioButton "Single-leg balance. Clean all the way?: Clean"
            RadioButton "Single-leg balance. Clean all the way?: Shaky"
            Heading "Pain now, if any"
            RadioButton "Pain now, if any 0"
            RadioButton "Pain now, if any 1"
            RadioButton "Pain now, if any 2"
            RadioButton "Pain now, if any 3"
            RadioButton "Pain now, if any 4"
            RadioButton "Pain now, if any 5"
            RadioButton "Pain now, if any 6"
            RadioButton "Pain now, if any 7"
            RadioButton "Pain now, if any 8"
            RadioButton "Pain now, if any 9"
            RadioButton "Pain now, if any 10"
            Label "A note for yourself"
            MultilineTextInput "A note for yourself"
        "#]],
    );
}

#[test]
fn routines() {
    let mut stage = open("short");
    stage.click("Routines");
    check_start(
        &stage,
        expect![[r#"
            Tab "Today"
            Tab "Progress"
            Tab "Routines" (chosen)
            Tab "Library"
            Tab "Settings"
            Heading "Routines"
            Label "Each is an ordered plan of exercises. They are files that you can read and change."
            Button "New routine"
            Button "New exercise"
            Button "Open…"
            Heading "With the program"
            Heading "Full session"
            Label "39 min, 12 exercises"
            Button "Do it today, Full session""#]],
    );
}

#[test]
fn library() {
    let mut stage = open("short");
    stage.click("Library");
    check_start(
        &stage,
        expect![[r#"
            Tab "Today"
            Tab "Progress"
            Tab "Routines"
            Tab "Library" (chosen)
            Tab "Settings"
            Heading "Library"
            TextInput "Search exercises and articles"
            CheckBox "Mobility"
            CheckBox "Strength"
            CheckBox "Control"
            CheckBox "Breaks"
            ComboBox "Position: any"
            ComboBox "Muscle: any"
            ComboBox "Screen: any""#]],
    );
}

//! The summary.

use egui::Key;
use egui_kittest::kittest::Queryable as _;
use expect_test::expect;

use super::outline::outline;
use super::world::World;
use super::{asked, screen};

fn over(world: &mut World) {
    world.finish("warm-up");
}

#[test]
fn it_tells_what_was_done_on_each_side_and_asks_only_what_matters() {
    expect![[r#"
        Button "Done" <- focus
        Label = ""
        Label = "Saved in your journal"
        Heading "Warm-up is done"
        Label = "5 min of work and rest, 5 of 5 sets"
        Heading "Half-kneeling hip-flexor stretch"
        Label = "Left leg, 30 s of 30 s"
        Label = "Right leg, 30 s of 30 s"
        Heading "Banded clamshell"
        Label = "Left leg, 10 of 10 reps"
        SpinButton "Banded clamshell, Left leg: reps done" = "10"
        Label = "Right leg, 10 of 10 reps"
        SpinButton "Banded clamshell, Right leg: reps done" = "10"
        Heading "How many more clean reps could you have done?"
        RadioButton "Banded clamshell. How many more clean reps could you have done?: 0"
        RadioButton "Banded clamshell. How many more clean reps could you have done?: 1"
        RadioButton "Banded clamshell. How many more clean reps could you have done?: 2"
        RadioButton "Banded clamshell. How many more clean reps could you have done?: 3"
        RadioButton "Banded clamshell. How many more clean reps could you have done?: 4+"
        Heading "Clean all the way?"
        RadioButton "Banded clamshell. Clean all the way?: Clean"
        RadioButton "Banded clamshell. Clean all the way?: Shaky"
        Heading "Mindful squat"
        Label = "Both legs, 5 of 5 reps"
        SpinButton "Mindful squat, Both legs: reps done" = "5"
        Heading "How many more clean reps could you have done?"
        RadioButton "Mindful squat. How many more clean reps could you have done?: 0"
        RadioButton "Mindful squat. How many more clean reps could you have done?: 1"
        RadioButton "Mindful squat. How many more clean reps could you have done?: 2"
        RadioButton "Mindful squat. How many more clean reps could you have done?: 3"
        RadioButton "Mindful squat. How many more clean reps could you have done?: 4+"
        Heading "Clean all the way?"
        RadioButton "Mindful squat. Clean all the way?: Clean"
        RadioButton "Mindful squat. Clean all the way?: Shaky"
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
        Label = "A note for yourself"
        MultilineTextInput "A note for yourself""#]]
    .assert_eq(&outline(&screen(over)));
}

#[test]
fn it_asks_about_effort_after_strength() {
    expect![[r#"
        Button "Done" <- focus
        Label = ""
        Label = "Saved in your journal"
        Heading "Short session is done"
        Label = "8 min of work and rest, 7 of 7 sets"
        Heading "Half-kneeling hip-flexor stretch"
        Label = "Left leg, 30 s of 30 s"
        Label = "Right leg, 30 s of 30 s"
        Heading "Glute bridge"
        Label = "Both legs, 15 of 15 reps"
        SpinButton "Glute bridge, Both legs: reps done" = "15"
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
        Label = "Left leg, 15 of 15 reps"
        SpinButton "Banded clamshell, Left leg: reps done" = "15"
        Label = "Right leg, 15 of 15 reps"
        SpinButton "Banded clamshell, Right leg: reps done" = "15"
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
        Label = "Left leg, 30 s of 30 s"
        Label = "Right leg, 30 s of 30 s"
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
        Label = "A note for yourself"
        MultilineTextInput "A note for yourself""#]]
    .assert_eq(&outline(&screen(|world| world.finish("short"))));
}

#[test]
fn answers_and_corrections_ask_for_exactly_that() {
    let mut window = screen(|world| world.finish("short"));
    let question = "How many more clean reps could you have done?";
    for (label, expected) in [
        (format!("Banded clamshell. {question}: 2"), "Summary(MoreReps { row: 2, rir: Rir(2) })"),
        (
            "Banded clamshell. Clean all the way?: Shaky".to_owned(),
            "Summary(Form { row: 2, form: Shaky })",
        ),
    ] {
        window.get_by_label(&label).click();
        window.run();
        assert_eq!(asked(&mut window), expected, "{label}");
    }
    window.get_by_label("Banded clamshell, Right leg: reps done").decrement_accesskit();
    window.run();
    assert_eq!(asked(&mut window), "Summary(Correct { row: 2, side: Right, by: -1 })");
}

#[test]
fn enter_closes_it() {
    let mut window = screen(over);
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(asked(&mut window), "Summary(Done)");
}

//! A session.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use evenhold::coach::{Action, SessionMessage};
use expect_test::{Expect, expect};

use super::outline::{outline, places};
use super::world::World;
use super::{Played, asked, screen, window};

/// In the third rep of the first set of side-lying leg raises.
fn raising(world: &mut World) {
    world.start("b");
    world.until("sideraise");
    world.wait(12.0);
}

#[track_caller]
fn check(play: impl FnOnce(&mut World), expect: &Expect) {
    expect.assert_eq(&outline(&screen(play)));
}

#[test]
fn a_running_set_has_everything_for_a_screen_reader() {
    check(
        raising,
        &expect![[r#"
            Image "Side-lying leg raise"
            Label = "Work"
            Heading "Side-lying leg raise"
            Label = "Left leg works"
            Timer "Rep 3 of 10" = "03"
            Status "hold" = "hold"
            Label = "Long leg, then lift."
            Label = "next"
            Label = "Left leg works, 10 reps"
            Label = "then"
            Label = "Banded lateral walk, 10 steps"
            Button "Leave…"
            Button "Full screen"
            Button "All keys"
            Label = "13:00 left, done about 17:58"
            Slider "The whole session" = "Leg raise, Left leg: 10 reps"
            Button "Back"
            Button "Redo"
            Button "−10 s"
            Button "+10 s"
            Button "Pause"
            Button "Easier"
            Button "Harder"
            Button "Swap"
            Button "It hurts"
            Button "Skip""#]],
    );
}

#[test]
fn getting_ready_says_how_to_get_into_position() {
    check(
        |world| {
            world.start("b");
            world.wait(14.0);
        },
        &expect![[r#"
            Image "Cross-legged outer-thigh lean"
            Label = "Get ready"
            Heading "Cross-legged outer-thigh lean"
            Label = "Left leg behind"
            Timer "16 seconds left" = "16"
            Label = "Stand beside a chair or wall. Cross the leg to be stretched behind the other, both feet flat, front knee soft. The hand on the other side holds the chair."
            Label = "next"
            Label = "Left leg behind, 30 s hold"
            Label = "then"
            Label = "Butterfly stretch, 30 s hold"
            Button "Leave…"
            Button "Full screen"
            Button "All keys"
            Label = "18:03 left, done about 17:58"
            Slider "The whole session" = "Outer-thigh lean, Left leg: Get ready"
            Button "Back"
            Button "Redo"
            Button "−10 s"
            Button "+10 s"
            Button "Pause"
            Button "Done"
            Button "Easier"
            Button "Harder"
            Button "Swap"
            Button "It hurts"
            Button "Skip""#]],
    );
}

#[test]
fn a_pause_offers_to_go_on_and_to_correct_the_count() {
    check(
        |world| {
            raising(world);
            world.act(Action::Pause);
        },
        &expect![[r#"
            Image "Side-lying leg raise"
            Label = "Paused"
            Label = "Set 1 of 2"
            Heading "Side-lying leg raise"
            Label = "Left leg works"
            Timer "Rep 3 of 10" = "03"
            Label = "Space goes on."
            Label = "next"
            Label = "Left leg works, 10 reps"
            Label = "then"
            Label = "Banded lateral walk, 10 steps"
            Button "Leave…"
            Button "Full screen"
            Button "All keys"
            Label = "13:00 left, done about 17:58"
            Slider "The whole session" = "Leg raise, Left leg: 10 reps"
            Button "Back"
            Button "Redo"
            Button "One fewer"
            Button "One more"
            Button "Go on"
            Button "Easier"
            Button "Harder"
            Button "Swap"
            Button "It hurts"
            Button "Skip""#]],
    );
}

#[test]
fn pain_has_three_large_answers_and_the_exact_number() {
    let mut window = screen(|world| {
        raising(world);
        world.act(Action::Hurt);
    });
    for (label, expected) in [
        ("0–2: I can carry on", "Session(Hurt(HurtAnswer { band: Green, exact: None }))"),
        (
            "3–5: It is there, and I notice it",
            "Session(Hurt(HurtAnswer { band: Amber, exact: None }))",
        ),
        (
            "6 or more: Or sharp, catching, giving way, tingling or numb",
            "Session(Hurt(HurtAnswer { band: Red, exact: None }))",
        ),
        (
            "How much does it hurt? 5",
            "Session(Hurt(HurtAnswer { band: Amber, exact: Some(Pain(5)) }))",
        ),
        (
            "How much does it hurt? 6",
            "Session(Hurt(HurtAnswer { band: Red, exact: Some(Pain(6)) }))",
        ),
    ] {
        window.get_by_label(label).click();
        window.run();
        assert_eq!(commands(&mut window), expected, "{label}");
    }
    window.key_press(Key::Num2);
    window.run();
    assert_eq!(commands(&mut window), "Session(Hurt(HurtAnswer { band: Amber, exact: None }))");
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(commands(&mut window), "Session(CloseOverlay)");
}

/// What was asked for, but that the controls be seen.
fn commands(window: &mut Harness<'_, Played>) -> String {
    let asked = asked(window);
    asked.lines().filter(|it| *it != "Session(Look)").collect::<Vec<_>>().join("\n")
}

#[test]
fn every_button_asks_for_its_command() {
    let mut window = screen(raising);
    for (label, expected) in [
        ("Back", "Act(Back)"),
        ("Redo", "Act(Redo)"),
        ("−10 s", "Act(Shorter)"),
        ("+10 s", "Act(Longer)"),
        ("Pause", "Act(Pause)"),
        ("It hurts", "Act(Hurt)"),
        ("Skip", "Act(Skip)"),
        ("All keys", "Act(Keys)"),
        ("Full screen", "Act(Fullscreen)"),
        ("Leave…", "Act(Leave)"),
    ] {
        window.get_by_label(label).click_accesskit();
        window.run();
        assert_eq!(commands(&mut window), expected, "{label}");
    }
}

#[test]
fn keys_are_taken_before_the_button_that_has_the_focus() {
    let mut window = screen(raising);
    window.get_by_label("Skip").focus();
    window.run();
    window.key_press(Key::Space);
    window.run();
    assert_eq!(commands(&mut window), "Act(Pause)");
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(commands(&mut window), "Act(Skip)");
}

#[test]
fn a_key_that_is_held_down_counts_once() {
    let mut window = screen(raising);
    for repeat in [false, true, true] {
        window.event(egui::Event::Key {
            key: Key::ArrowRight,
            physical_key: None,
            pressed: true,
            repeat,
            modifiers: Modifiers::NONE,
        });
    }
    window.run();
    assert_eq!(commands(&mut window), "Act(Skip)");
}

#[test]
fn the_timeline_jumps_by_mouse_and_by_keyboard() {
    let mut window = screen(raising);
    let strip = window.get_by_label("The whole session").rect();
    window.hover_at(strip.left_center() + egui::vec2(2.0, 0.0));
    window.run();
    window.drag_at(strip.left_center() + egui::vec2(2.0, 0.0));
    window.drop_at(strip.left_center() + egui::vec2(2.0, 0.0));
    window.run();
    assert_eq!(commands(&mut window), "Session(Jump(0))");

    window.get_by_label("The whole session").focus();
    window.run();
    let now = window.get_by_label("The whole session").accesskit_node().numeric_value();
    window.key_press(Key::ArrowRight);
    window.key_press(Key::ArrowRight);
    window.run();
    let marked = window.get_by_label("The whole session").accesskit_node().numeric_value();
    assert_eq!(marked, now.map(|it| it + 2.0));
    window.key_press(Key::Enter);
    window.run();
    let expected = format!("Session(Jump({}))", now.unwrap_or_default() as usize + 1);
    assert_eq!(commands(&mut window), expected);
}

#[test]
fn tab_and_the_mouse_bring_the_controls() {
    let mut window = screen(raising);
    window.key_press(Key::Tab);
    window.run();
    assert!(asked(&mut window).contains("Session(Look)"));
    // The mouse that merely lies there is no movement.
    window.hover_at(egui::pos2(400.0, 300.0));
    window.run();
    assert_eq!(asked(&mut window), "");
    window.hover_at(egui::pos2(410.0, 300.0));
    window.run();
    assert!(asked(&mut window).contains("Session(Look)"));
}

/// The law of what is shown while a step runs, on what is really drawn, and that nothing leaves the window, at the smallest
/// window, the usual one, and 200 % of a window of 1600 x 1120 pixels.
#[test]
fn digits_are_a_third_of_the_window_and_nothing_leaves_it() {
    for size in [[800.0, 560.0], [900.0, 600.0], [1280.0, 800.0], [1920.0, 1080.0]] {
        for play in [raising, |world: &mut World| world.start("break-walk")] {
            let mut world = World::new();
            play(&mut world);
            world.session(SessionMessage::Look);
            let mut window = window(world, size, false);
            window.run();
            for (name, rect) in places(&window) {
                assert!(
                    -0.5 <= rect.x0.min(rect.y0)
                        && rect.x1 <= f64::from(size[0]) + 0.5
                        && rect.y1 <= f64::from(size[1]) + 0.5,
                    "{size:?}: {name} {rect:?}"
                );
            }
            let number = window.get_by_role(Role::Timer).rect();
            assert!(size[1] / 3.0 <= number.height(), "{size:?}: {number:?}");
        }
    }
}

//! What holds for the window as a whole.

use std::time::Duration;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use evenhold::coach::{Doing, News, Place, Trouble};
use expect_test::expect;

use super::outline::{outline, places};
use super::world::World;
use super::{USUAL, asked, screen, window};

#[test]
fn an_idle_screen_asks_for_no_further_frame() {
    for place in Place::ALL {
        let window = screen(|world| world.go(place));
        let output = window.output();
        let next = output.viewport_output.values().map(|it| it.repaint_delay).min();
        assert_eq!(next, Some(Duration::MAX), "{place:?}");
    }
}

#[test]
fn the_rail_leads_everywhere() {
    let mut window = window(World::new(), USUAL, true);
    for place in ["Progress", "Routines", "Library", "Settings", "Today"] {
        window.get_by_role_and_label(Role::Tab, place).click();
        window.run();
        let tab = window.get_by_role_and_label(Role::Tab, place);
        assert!(
            tab.accesskit_node().toggled().is_some_and(|it| it == egui::accesskit::Toggled::True)
        );
    }
}

#[test]
fn a_whole_session_can_be_done_with_the_keyboard_alone() {
    let mut window = window(World::new(), USUAL, true);
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert!(window.state().world.runs());
    for key in [Key::Space, Key::Space, Key::ArrowRight, Key::Escape] {
        window.key_press(key);
        window.run_steps(3);
    }
    // "Leave?" has the focus on "Stay"; the next one is "Finish now".
    window.key_press(Key::Tab);
    window.key_press(Key::Enter);
    window.run_steps(3);
    assert!(!window.state().world.runs());
    window.run_steps(3);
    expect![[r#"Button "Done" <- focus"#]]
        .assert_eq(outline(&window).lines().next().unwrap_or_default());
}

#[test]
fn nothing_written_is_cut_off_at_twice_the_size() {
    for place in Place::ALL {
        let mut world = World::new();
        world.go(place);
        let mut window = window(world, [800.0, 560.0], false);
        window.run();
        for (name, rect) in places(&window) {
            assert!(-0.5 <= rect.x0 && rect.x1 <= 800.5, "{place:?}: {name} {rect:?}");
        }
    }
}

#[test]
fn a_failure_is_said_on_every_screen_and_can_be_tried_again() {
    let mut window = screen(|world| {
        world.news(News::Failed { doing: Doing::Saving, why: Trouble::Full });
        world.go(Place::Settings);
    });
    window.get_by_label("Try again").click();
    window.run();
    assert_eq!(asked(&mut window), "Retry");
    window.get_by_label("Close").click();
    window.run();
    assert_eq!(asked(&mut window), "Dismiss(0)");
}

#[test]
fn the_window_s_own_keys_work_everywhere() {
    let mut window = screen(|world| world.go(Place::Library));
    window.key_press(Key::F11);
    window.run();
    assert_eq!(asked(&mut window), "Act(Fullscreen)");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Q);
    window.run();
    assert_eq!(asked(&mut window), "Act(Quit)");
}

#[test]
fn settings_are_changed_one_value_at_a_time() {
    let mut window = screen(|world| world.go(Place::Settings));
    for (label, expected) in [
        ("Colours: Dark", "Set(Theme(Dark))"),
        ("Tones: Quiet, soft and low", "Set(Sound(Quiet))"),
        ("Speak the instructions", "Set(Voice(false))"),
    ] {
        window.get_by_label(label).click();
        window.run();
        assert_eq!(asked(&mut window), expected);
    }
    window.get_by_role_and_label(Role::SpinButton, "Text size").increment_accesskit();
    window.run();
    assert_eq!(asked(&mut window), "Set(TextSize(TextSize(110)))");
    window.get_by_role_and_label(Role::SpinButton, "Get ready").increment_accesskit();
    window.run();
    assert_eq!(asked(&mut window), "Set(Gap(Ready, 15s))");
}

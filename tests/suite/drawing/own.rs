//! Exercises of one's own: written by the keyboard alone, posed by a drag and by keys.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use evenhold::coach::{Choosing, Message, OwnEditor, OwnMessage, OwnPane, Place, Screen};
use evenhold::editing::{ExerciseCommand, FigureChange, LevelChange};
use evenhold::figure::Handle;
use evenhold::library::LevelSides;
use evenhold::units::Side;

use super::outline::{outline, places};
use super::world::World;
use super::{Played, USUAL, asked, screen, window};

fn own(world: &mut World, message: OwnMessage) {
    world.tell(Message::Own(message));
}

fn level(world: &mut World, change: LevelChange) {
    own(world, OwnMessage::Do(ExerciseCommand::Level { at: 0, change }));
}

/// A new exercise with poses of its own, the end under the hand.
fn posed(world: &mut World) {
    own(world, OwnMessage::New(None));
    let line = "{Side} leg works.".to_owned();
    level(world, LevelChange::Sides(LevelSides::Each, line));
    let change = FigureChange::Fresh;
    own(world, OwnMessage::Do(ExerciseCommand::Figure { level: 0, change }));
    own(world, OwnMessage::Show(OwnPane::Movement));
    own(world, OwnMessage::Stop(1));
    world.wait(1.0);
}

fn editor<'a>(window: &'a Harness<'_, Played>) -> &'a OwnEditor {
    let Screen::Own(editor) = window.state().world.coach.screen() else {
        unreachable!("the editor is open")
    };
    editor
}

#[test]
fn an_exercise_is_written_with_the_keyboard_alone() {
    let mut world = World::new();
    world.go(Place::Routines);
    let mut window = window(world, USUAL, true);
    window.run();
    for _ in 0..40 {
        if window
            .query_by_role_and_label(Role::Button, "New exercise")
            .is_some_and(|it| it.is_focused())
        {
            break;
        }
        window.key_press(Key::Tab);
        window.run_steps(2);
    }
    window.key_press(Key::Enter);
    window.run_steps(3);
    window.get_by_label("Name").focus();
    window.run_steps(2);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.event(Event::Text("Heel raise".to_owned()));
    window.run_steps(2);
    assert_eq!(editor(&window).name(), "Heel raise");
    window.key_press_modifiers(Modifiers::ALT, Key::Num2);
    window.run_steps(3);
    assert_eq!(editor(&window).pane, OwnPane::Level);
    window.get_by_label("Cue 1").focus();
    window.run_steps(2);
    window.event(Event::Text("Press the big toe down.".to_owned()));
    window.run_steps(2);
    let text = editor(&window).draft.text().to_owned();
    assert!(text.contains("long: \"Press the big toe down.\""), "{text}");
    assert!(editor(&window).draft.exercise().is_some());
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run_steps(2);
    assert!(!editor(&window).draft.text().contains("big toe"));
}

#[test]
fn a_part_is_dragged_and_the_drag_is_one_step_back() {
    let mut world = World::new();
    posed(&mut world);
    let mut window = window(world, USUAL, true);
    window.run_steps(3);
    let hand = Handle::Hand(Side::Left);
    let before = editor(&window).posing().unwrap().place(hand);
    let from = window.get_by_label("Left hand").rect().center();
    let to = from + egui::vec2(30.0, -90.0);
    window.drag_at(from);
    window.run_steps(2);
    for part in 1..=6_u8 {
        window.hover_at(from.lerp(to, f32::from(part) / 6.0));
        window.run_steps(2);
    }
    window.drop_at(to);
    window.run_steps(3);
    let after = editor(&window).posing().unwrap().place(hand);
    assert!(after.y > before.y + 0.05, "{before} {after}");
    let there = window.get_by_label("Left hand").rect().center();
    assert!(there.distance(to) < 40.0, "{there:?} {to:?}");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run_steps(3);
    let back = editor(&window).posing().unwrap().place(hand);
    assert!(back.distance(before) < 1e-3, "{before} {back}");
}

#[test]
fn a_part_is_moved_by_a_centimetre_with_the_arrow_keys() {
    let mut world = World::new();
    posed(&mut world);
    let mut window = window(world, USUAL, true);
    window.run_steps(3);
    window.get_by_label("Right hand").focus();
    window.run_steps(3);
    let hand = Handle::Hand(Side::Right);
    let place = |it: &Harness<'_, Played>| editor(it).posing().unwrap().place(hand);
    let before = place(&window);
    window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowUp);
    window.run_steps(3);
    let up = place(&window);
    assert!((up.distance(before) * 170.0 - 5.0).abs() < 1.0, "{before} {up}");
    window.key_press(Key::CloseBracket);
    window.run_steps(3);
    let nearer = place(&window).distance(up) * 170.0;
    assert!((nearer - 1.0).abs() < 0.7, "{nearer}");
    assert_eq!(editor(&window).handle, hand);
}

#[test]
fn every_part_of_the_figure_has_a_name_and_its_angles_have_ranges() {
    let mut window = screen(posed);
    for name in ["Head", "Pelvis", "Left hand", "Right elbow", "Left knee", "Right foot, touching"]
    {
        window.get_by_label(name);
    }
    window.get_by_label("Angles").scroll_to_me();
    window.run_steps(12);
    window.get_by_label("Angles").click();
    window.run_steps(12);
    let angles = window.query_all_by_label_contains("Back: bent forward, -25 to 80°");
    assert!(angles.count() > 0);
}

#[test]
fn what_is_wrong_is_read_at_its_field() {
    let window = screen(|world| {
        own(world, OwnMessage::New(None));
        own(world, OwnMessage::Show(OwnPane::Level));
        level(world, LevelChange::How(String::new()));
    });
    let all = outline(&window);
    let field =
        all.find("TextInput \"The movement").or_else(|| all.find("\"The movement, in a sentence"));
    let wrong = all.find("this text is empty");
    assert!(field.is_some() && wrong > field, "{all}");
}

#[test]
fn every_pane_fits_into_the_smallest_window() {
    for pane in OwnPane::ALL {
        let mut world = World::new();
        posed(&mut world);
        let name = "A name that goes on and on, as people give them to what they invent".to_owned();
        own(&mut world, OwnMessage::Do(ExerciseCommand::Name(name)));
        own(&mut world, OwnMessage::Show(pane));
        let mut window = window(world, [800.0, 560.0], false);
        window.run_steps(4);
        for (name, rect) in places(&window) {
            let scrolls = name.starts_with("TextRun") || name.starts_with("MultilineTextInput");
            assert!(scrolls || rect.x1 <= 800.5, "{pane:?}: {name} {rect:?}");
        }
    }
}

#[test]
fn a_movement_and_a_pose_are_looked_for_and_chosen() {
    let mut world = World::new();
    posed(&mut world);
    own(&mut world, OwnMessage::Choose(Choosing::Movement));
    own(&mut world, OwnMessage::Search("clam 3".to_owned()));
    let mut window = window(world, USUAL, false);
    window.run_steps(4);
    window.get_by_label("Banded clamshell, level 3").click();
    window.run_steps(2);
    let said = asked(&mut window);
    assert!(said.contains("Pick(Some(\"clam-3\"))"), "{said}");
}

#[test]
fn the_library_leads_to_an_exercise_of_ones_own() {
    let mut window = screen(|world| {
        world.go(Place::Library);
        let link = evenhold::library::Link::Exercise("clam".to_owned());
        world.tell(Message::Library(evenhold::coach::LibraryMessage::Follow(link)));
    });
    window.get_by_label("Make it mine").scroll_to_me();
    window.run_steps(12);
    window.get_by_label("Make it mine").click();
    window.run_steps(2);
    assert_eq!(asked(&mut window), "Library(Mine)");
}

//! The list of routines and the editor.

use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use evenhold::coach::{EditorMessage, Message, Pane, Place, RoutinesMessage, Screen};
use evenhold::editing::ItemAt;
use expect_test::expect;

use super::outline::{outline, places};
use super::world::World;
use super::{Played, USUAL, asked, screen, window};

fn edit(world: &mut World, message: EditorMessage) {
    world.tell(Message::Editor(message));
}

/// A copy of the short session, with its second item picked.
fn copied(world: &mut World) {
    world.go(Place::Routines);
    world.tell(Message::Routines(RoutinesMessage::Duplicate("short".to_owned())));
    edit(world, EditorMessage::Step { by: 1, extend: false });
    edit(world, EditorMessage::Show(Pane::Picked));
    world.wait(1.0);
}

#[test]
#[expect(clippy::too_many_lines, reason = "everything on the screen, one line each")]
fn the_editor_is_read_from_the_name_to_the_last_choice() {
    expect![[r#"
        Tab "Today"
        Tab "Progress"
        Tab "Routines" (on)
        Tab "Library"
        Tab "Settings"
        Button "Routines"
        Button "Start"
        Button "Redo" (off)
        Button "Undo" (off)
        TextInput "Name of the routine" = "Short session (copy)"
        Heading "4 exercises, 8 min"
        Label = "Saved"
        Button "Move up"
        Button "Move down"
        Button "Duplicate"
        Button "Cut"
        Button "Copy"
        Button "Paste"
        Button "Delete"
        Button "Start from here"
        Heading "Stretch, 115 s"
        ListBoxOption "Half-kneeling hip-flexor stretch, 1 × 30 s hold, each side, L3, 115 s"
        Heading "Strength, on your back, 95 s"
        ListBoxOption "Glute bridge, 1 × 15 reps, L3, 95 s" (on) <- focus
        Heading "Strength, side-lying, 3:15 min, left, then right"
        ListBoxOption "Banded clamshell, 1 × 15 reps, each side, L3, 3:15 min"
        Heading "Control, 100 s"
        ListBoxOption "Single-leg balance, 1 × 30 s hold, each side, L3, 100 s"
        Button "Add an exercise"
        Button "Add a block"
        Tab "Add"
        Tab "Change" (on)
        Tab "Routine"
        Tab "Timetable"
        Tab "Advanced"
        Heading "Glute bridge"
        Label = "Level"
        RadioButton "Level: 1"
        RadioButton "Level: 2"
        RadioButton "Level: 3" (on)
        RadioButton "Level: 4"
        RadioButton "Level: 5"
        Label = "Both legs"
        Label = "Sets"
        SpinButton "Sets" = "1"
        Button "Sets: as usual"
        Label = "Reps a set"
        SpinButton "Reps a set" = "15"
        CheckBox "a range"
        RadioButton "Done how: in repetitions" (on)
        RadioButton "Done how: held"
        Label = "Seconds of rest between sets"
        SpinButton "Seconds of rest between sets" = "as usual"
        Label = "Tempo"
        CheckBox "at your own pace"
        Label = "lift"
        SpinButton "lift" = "2 s"
        Label = "hold"
        SpinButton "hold" = "1 s"
        Label = "lower"
        SpinButton "lower" = "2 s"
        Label = "bottom"
        SpinButton "bottom" = "0 s"
        Label = "Cues of this routine"
        Label = "Cue 1"
        TextInput "Cue 1"
        Label = "Note"
        TextInput "Note"
        Label = "When time is short"
        RadioButton "When time is short: keep" (on)
        RadioButton "When time is short: as usual"
        RadioButton "When time is short: leave out first""#]]
    .assert_eq(&outline(&screen(copied)));
}

#[test]
fn the_list_offers_to_change_a_copy_of_what_is_shipped() {
    let window = screen(|world| world.go(Place::Routines));
    expect![[r#"
        Tab "Today"
        Tab "Progress"
        Tab "Routines" (on)
        Tab "Library"
        Tab "Settings"
        Heading "Routines"
        Label = "Each is an ordered plan of exercises. They are files that you can read and change."
        Button "New routine"
        Button "New exercise"
        Button "Open…"
        Heading "With the program"
        Heading "Full session""#]]
    .assert_eq(&outline(&window).lines().take(12).collect::<Vec<_>>().join("\n"));
}

#[test]
fn every_pane_fits_into_the_smallest_window() {
    for pane in Pane::ALL {
        let mut world = World::new();
        copied(&mut world);
        edit(&mut world, EditorMessage::Show(pane));
        let mut window = window(world, [800.0, 560.0], false);
        window.run();
        for (name, rect) in places(&window) {
            // What is written in a field scrolls in it.
            let scrolls = name.starts_with("TextRun")
                || (pane == Pane::Text && name.starts_with("MultilineTextInput"));
            assert!(scrolls || rect.x1 <= 800.5, "{pane:?}: {name} {rect:?}");
        }
    }
}

#[test]
fn a_change_asks_for_exactly_what_it_says() {
    let mut window = screen(copied);
    for (label, expected) in [
        ("Level: 4", "Editor(Do(Items { at: [ItemAt { block: 1, item: 0 }], change: Level(4) }))"),
        ("Delete", "Editor(Delete)"),
        ("Move up", "Editor(MoveBy(-1))"),
        ("Start from here", "Editor(Start(Some(ItemAt { block: 1, item: 0 })))"),
        ("Timetable", "Editor(Show(Timetable))"),
        ("Add a block", "Editor(Do(AddBlock { at: 4, title: \"Block\" }))"),
    ] {
        window.get_by_label(label).click();
        window.run();
        assert_eq!(asked(&mut window), expected, "{label}");
    }
}

#[test]
fn the_keys_do_what_the_list_of_keys_says() {
    let mut window = screen(copied);
    for (modifiers, key, expected) in [
        (Modifiers::NONE, Key::ArrowDown, "Editor(Step { by: 1, extend: false })"),
        (Modifiers::SHIFT, Key::ArrowUp, "Editor(Step { by: -1, extend: true })"),
        (Modifiers::ALT, Key::ArrowDown, "Editor(MoveBy(1))"),
        (Modifiers::COMMAND, Key::A, "Editor(PickAll)"),
        (Modifiers::COMMAND, Key::D, "Editor(Duplicate)"),
        (Modifiers::NONE, Key::Delete, "Editor(Delete)"),
        (Modifiers::COMMAND, Key::Z, "Editor(Undo)"),
        (Modifiers::COMMAND, Key::Y, "Editor(Redo)"),
        (Modifiers::ALT, Key::Num4, "Editor(Show(Timetable))"),
        (Modifiers::COMMAND, Key::Enter, "Editor(Start(None))"),
        (Modifiers::NONE, Key::Slash, "Editor(Show(Add))"),
        (Modifiers::NONE, Key::Escape, "Editor(Back)"),
    ] {
        window.key_press_modifiers(modifiers, key);
        window.run();
        assert_eq!(asked(&mut window), expected, "{key:?}");
    }
    window.event(Event::Paste("(exercise: \"clam\")".to_owned()));
    window.run();
    assert_eq!(asked(&mut window), "Editor(Paste(Some(\"(exercise: \\\"clam\\\")\")))");
}

fn editor(window: &Harness<'_, Played>) -> Vec<String> {
    let Screen::Editor(editor) = window.state().world.coach.screen() else { return Vec::new() };
    let id = |at: ItemAt| Some(editor.draft.item(at)?.source.exercise.as_ref()?.value.clone());
    editor.draft.places().filter_map(id).collect()
}

#[test]
fn six_exercises_are_found_and_added_with_the_keyboard_alone() {
    let mut world = World::new();
    world.go(Place::Routines);
    world.tell(Message::Routines(RoutinesMessage::New));
    let mut window = window(world, USUAL, true);
    window.run();
    for word in ["flexor", "figure", "clam", "bridge", "squat", "balance"] {
        window.event(Event::Text(word.to_owned()));
        window.run();
        window.key_press(Key::Enter);
        window.run();
    }
    let all = editor(&window);
    assert_eq!(all, ["hipflexor", "fig4", "clam", "bridge", "squat", "balance"]);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.run_steps(3);
    assert!(window.state().world.runs());
}

#[test]
fn a_click_adds_an_exercise_and_a_drag_moves_it() {
    let mut world = World::new();
    copied(&mut world);
    edit(&mut world, EditorMessage::Show(Pane::Add));
    let mut window = window(world, USUAL, true);
    window.run();
    let before = editor(&window);
    window.get_by_label("Add Butterfly stretch").click();
    window.run();
    let added = editor(&window);
    assert_eq!(added.len(), before.len() + 1);
    let from = window.get_by_label_contains("Butterfly stretch, ").rect();
    let to = window.get_by_label_contains("hip-flexor stretch, 1").rect();
    let from = egui::pos2(from.left() + 14.0, from.top() + 28.0);
    let to = egui::pos2(from.x, to.top() + 6.0);
    window.drag_at(from);
    window.run_steps(2);
    for part in 1..=8_u8 {
        window.hover_at(from.lerp(to, f32::from(part) / 8.0));
        window.run_steps(2);
    }
    window.drop_at(to);
    window.run_steps(8);
    let dragged = editor(&window);
    assert_ne!(added, dragged);
    assert_eq!(dragged.first().map(String::as_str), Some("butterfly"));
}

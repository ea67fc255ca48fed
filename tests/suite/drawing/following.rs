//! Whatever gets the keyboard comes into sight, on every screen that scrolls.

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;
use evenhold::coach::{
    Choosing, EditorMessage, LibraryMessage, ListMessage, Message, OwnMessage, OwnPane, Pane,
    Place, ProgressMessage, ProgressPart, RoutinesMessage,
};
use evenhold::library::Link;

use super::world::World;
use super::{Played, window};

/// The least that a window may be, where most has to scroll.
const SMALL: [f32; 2] = [800.0, 560.0];
/// Where what scrolls ends there: at the foot of the window, or at the bar above it.
const WHOLE: f64 = 560.0;
const ABOVE_BAR: f64 = 475.0;

/// The name of what has the keyboard, and where it begins and ends from top to bottom.
fn focused(window: &Harness<'_, Played>) -> Option<(String, f64, f64)> {
    let mut nodes = window.root().children_recursive();
    let node = nodes.find(|it| it.accesskit_node().is_focused())?;
    let node = node.accesskit_node();
    let (name, place) = (node.label().or_else(|| node.value())?, node.raw_bounds()?);
    Some((name, place.y0, place.y1))
}

/// Goes through a screen by Tab, to its end and on from its start, and names what is out of sight.
/// Below `foot` lies the bar at the bottom, if there is one.
fn out_of_sight(world: World, foot: f64) -> (usize, Vec<String>) {
    let mut window = window(world, SMALL, true);
    window.run();
    let (mut seen, mut hidden) = (0, Vec::new());
    for _ in 0..150 {
        window.key_press(Key::Tab);
        window.run();
        let Some((name, top, bottom)) = focused(&window) else { continue };
        seen += 1;
        let in_bar = foot <= top && bottom <= WHOLE;
        // What is taller than the window cannot be seen whole.
        let in_sight = 0.0 <= top && bottom <= foot || foot < bottom - top;
        if !in_bar && !in_sight {
            hidden.push(format!("{name}: {top:.0} to {bottom:.0}"));
        }
    }
    (seen, hidden)
}

fn at(place: Place) -> World {
    let mut world = World::new();
    world.go(place);
    world
}

fn page(link: Link) -> World {
    let mut world = at(Place::Library);
    world.tell(Message::Library(LibraryMessage::Follow(link)));
    world
}

fn editor(pane: Pane) -> World {
    let mut world = at(Place::Routines);
    world.tell(Message::Routines(RoutinesMessage::New));
    for id in ["hipflexor", "fig4", "clam", "sideraise", "tfl", "butterfly", "bridge", "squat"] {
        let add = EditorMessage::Add(id.to_owned());
        world.tell(Message::Editor(add));
    }
    world.tell(Message::Editor(EditorMessage::Show(pane)));
    world
}

fn own(messages: impl IntoIterator<Item = OwnMessage>) -> World {
    let mut world = at(Place::Routines);
    for message in [OwnMessage::New(None)].into_iter().chain(messages) {
        world.tell(Message::Own(message));
    }
    world
}

#[track_caller]
fn check(name: &str, world: World, foot: f64) {
    let (seen, hidden) = out_of_sight(world, foot);
    assert!(seen > 20, "{name}: {seen}");
    assert_eq!(hidden, [""; 0], "{name}");
}

#[test]
fn whatever_gets_the_keyboard_comes_into_sight() {
    let mut lived = World::new();
    lived.finish("short");
    lived.go(Place::Progress);
    let plots = ProgressMessage::List(ListMessage::Part(ProgressPart::Plots));
    lived.tell(Message::Progress(plots));
    check("the questions of the welcome", World::unasked(), ABOVE_BAR);
    check("Today", World::new(), ABOVE_BAR);
    check("Settings", at(Place::Settings), WHOLE);
    check("Routines", at(Place::Routines), WHOLE);
    check("the library", at(Place::Library), WHOLE);
    check("Progress", lived, WHOLE);
    let exercise = Link::Exercise("clam".to_owned());
    check("an exercise", page(exercise), ABOVE_BAR);
    check("an article", page(Link::Article { slug: "helps".to_owned(), anchor: None }), WHOLE);
}

#[test]
fn in_the_editors_too() {
    check("adding to a routine", editor(Pane::Add), WHOLE);
    check("changing an exercise of it", editor(Pane::Picked), WHOLE);
    check("an exercise of one's own", own([OwnMessage::Show(OwnPane::Exercise)]), WHOLE);
    check("a level of it", own([OwnMessage::Show(OwnPane::Level)]), WHOLE);
    let movements = [OwnMessage::Show(OwnPane::Movement), OwnMessage::Choose(Choosing::Movement)];
    check("its movement", own(movements), WHOLE);
}

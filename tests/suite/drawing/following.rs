//! Whatever gets the keyboard comes into sight, on every screen that scrolls.

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;
use evenhold::coach::{ListMessage, Message, Place, ProgressMessage, ProgressPart};

use super::world::World;
use super::{Played, window};

/// The least that a window may be, where most has to scroll.
const SMALL: [f32; 2] = [800.0, 560.0];

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
        let tall = f64::from(SMALL[1]);
        let in_bar = foot <= top && bottom <= tall;
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

#[test]
fn whatever_gets_the_keyboard_comes_into_sight() {
    let plots = ProgressMessage::List(ListMessage::Part(ProgressPart::Plots));
    let mut lived = World::new();
    lived.finish("short");
    lived.go(Place::Progress);
    lived.tell(Message::Progress(plots));
    for (name, world, foot) in [
        ("the questions of the welcome", World::unasked(), 475.0),
        ("Today", World::new(), 475.0),
        ("Settings", at(Place::Settings), 560.0),
        ("Routines", at(Place::Routines), 560.0),
        ("the library", at(Place::Library), 560.0),
        ("Progress", lived, 560.0),
    ] {
        let (seen, hidden) = out_of_sight(world, foot);
        assert!(seen > 20, "{name}: {seen}");
        assert_eq!(hidden, [""; 0], "{name}");
    }
}

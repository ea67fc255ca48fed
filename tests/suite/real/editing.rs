//! Building a routine of six exercises and starting it, in the real window: by the keyboard alone, and
//! by the mouse alone. Each prints how many actions it took and how long they would take a person.
//!
//! The times are those of the keystroke-level model (Card, Moran and Newell 1980): a key 0.28 s (an
//! average typist), pointing 1.1 s, a click 0.2 s, moving the hand to the mouse 0.4 s, and 1.35 s to
//! make up one's mind before each thing that is meant.

#![expect(clippy::print_stdout, reason = "tells its numbers")]

use std::fs;

use crate::skip::installed;

use super::display::Display;
use super::inspector::Inspector;
use super::program::{Home, Opened};

const KEY: f64 = 0.28;
const POINT: f64 = 1.1;
const CLICK: f64 = 0.2;
const HAND: f64 = 0.4;
const MIND: f64 = 1.35;

/// What a person looks for, and what it is called when it is in the routine.
const SIX: [(&str, &str); 6] = [
    ("flexor", "Half-kneeling hip-flexor stretch"),
    ("figure", "Figure-4 stretch"),
    ("clam", "Banded clamshell"),
    ("side", "Side-lying leg raise"),
    ("lean", "Cross-legged outer-thigh lean"),
    ("butterfly", "Butterfly stretch"),
];

/// Counts what a person does.
#[derive(Default)]
struct Effort {
    actions: u32,
    seconds: f64,
}

impl Effort {
    fn tell(&self, how: &str) {
        let Self { actions, seconds } = self;
        println!("six exercises {how}: {actions} actions, about {seconds:.0} s by estimate");
    }
}

fn opened<'a>(home: &Home, display: &'a Display) -> (Opened<'a>, Inspector) {
    let opened = home.open(display, &["--screen", "routines"]);
    let mut screen = opened.inspector();
    screen.wait_for("Button \"New routine\"");
    (opened, screen)
}

/// The routine is a file of the person's own with all six in it, and its session runs.
fn has_begun(home: &Home, screen: &mut Inspector) {
    screen.wait_for("left, done about");
    let text = fs::read_to_string(home.data().join("routines/my-routine.ron"));
    let text = text.expect("the routine is a file");
    assert_eq!(text.matches("(exercise: ").count(), SIX.len(), "{text}");
}

#[test]
fn six_exercises_are_built_and_started_by_the_keyboard_alone() {
    if !installed(&["Xvfb"]) {
        return;
    }
    let (display, home) = (Display::start(1280, 800), Home::new());
    let (opened, mut screen) = opened(&home, &display);
    let mut effort = Effort::default();
    let mut press = |keys: &[&str]| {
        for key in keys {
            opened.press(key);
        }
        effort.actions += keys.len() as u32;
        effort.seconds += MIND + KEY * keys.len() as f64;
    };
    press(&["Ctrl+n"]);
    screen.wait_for_focus("TextInput \"Search exercises and articles\" = \"\"");
    for (word, name) in SIX {
        let letters: Vec<_> = word.chars().map(String::from).collect();
        press(&letters.iter().map(String::as_str).collect::<Vec<_>>());
        screen.wait_for(&format!("= \"{word}\""));
        press(&["Enter"]);
        screen.wait_for(&format!("ListBoxOption \"{name}"));
    }
    press(&["Ctrl+Enter"]);
    has_begun(&home, &mut screen);
    effort.tell("by the keyboard alone");
}

#[test]
fn six_exercises_are_built_and_started_by_the_mouse_alone() {
    if !installed(&["Xvfb"]) {
        return;
    }
    let (display, home) = (Display::start(1280, 800), Home::new());
    let (opened, mut screen) = opened(&home, &display);
    let mut effort = Effort { seconds: HAND, ..Effort::default() };
    let mut click = |screen: &mut Inspector, name: &str| {
        let (x, y) = screen.place_of(name);
        display.click(opened.window, (x as i16, y as i16));
        effort.actions += 1;
        effort.seconds += MIND + POINT + CLICK;
    };
    click(&mut screen, "Button \"New routine\"");
    for (_, name) in SIX {
        click(&mut screen, &format!("Button \"Add {name}\""));
        screen.wait_for(&format!("ListBoxOption \"{name}"));
    }
    click(&mut screen, "Button \"Start\"");
    has_begun(&home, &mut screen);
    effort.tell("by the mouse alone");
}

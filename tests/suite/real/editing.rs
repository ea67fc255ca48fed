//! Building a routine of six exercises and starting it, in the real window: by the keyboard alone, by
//! the mouse alone, and with sides, holds and rounds as on a plan on paper. Each prints how many actions it took and how long they would take a person.
//!
//! The times are those of the keystroke-level model (Card, Moran and Newell 1980): a key 0.28 s (an
//! average typist), pointing 1.1 s, a click 0.2 s, moving the hand to the mouse 0.4 s, and 1.35 s to
//! make up one's mind before each thing that is meant.

#![expect(clippy::print_stdout, reason = "tells its numbers")]

use std::fs;
use std::time::Duration;

use crate::skip::installed;

use super::display::{Display, until};
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

/// One thing that a plan asks for beside the exercise: what is clicked, how often, and whether it is the
/// end of a number that raises it.
#[derive(Clone, Copy)]
struct Wish<'a>(&'a str, u32, bool);

const fn pick(name: &str) -> Wish<'_> {
    Wish(name, 1, false)
}

const fn raise(name: &str, clicks: u32) -> Wish<'_> {
    Wish(name, clicks, true)
}

/// A plan as it stands on a sheet from a physiotherapist, twice through: the stretches held for 45 s, the
/// strength by twelves, the right leg first where it is stiffer, one more set where it is weaker.
const PLAN: [(&str, &[Wish<'static>]); 6] = [
    (
        "Half-kneeling hip-flexor stretch",
        &[raise("Seconds a set", 3), pick("Which leg begins: right")],
    ),
    ("Figure-4 stretch", &[raise("Seconds a set", 3), pick("Which leg begins: right")]),
    ("Banded clamshell", &[pick("Level: 2"), raise("Reps a set", 2), pick("One more set: left")]),
    ("Side-lying leg raise", &[raise("Reps a set", 2), pick("One more set: left")]),
    ("Cross-legged outer-thigh lean", &[raise("Seconds a set", 3)]),
    ("Butterfly stretch", &[raise("Seconds a set", 3)]),
];

/// What the routine's file then says.
const ENTERED: &str = r#"(
    schema: 1,
    id: "my-routine",
    name: (long: "My routine", short: "My routine"),
    kind: session,
    about: "A routine of my own.",
    blocks: [
        (
            title: "Exercises",
            items: [
                (exercise: "hipflexor", level: 3, hold: 45, first: right),
                (exercise: "fig4", level: 3, hold: 45, first: right),
                (exercise: "clam", level: 2, reps: 12, extra_set: left),
                (exercise: "sideraise", level: 3, reps: 12, extra_set: left),
                (exercise: "tfl", level: 3, hold: 45),
                (exercise: "butterfly", level: 3, hold: 45),
            ],
            rounds: 2,
        ),
    ],
)
"#;

/// From the middle of a number with its two ends to the end that raises it, in points.
const TO_RAISE: f64 = 56.0;

#[test]
fn a_plan_on_paper_with_sides_holds_and_rounds_is_entered_and_started_within_three_minutes() {
    if !installed(&["Xvfb"]) {
        return;
    }
    let (display, home) = (Display::start(1280, 800), Home::new());
    let (opened, mut screen) = opened(&home, &display);
    let mut effort = Effort { seconds: HAND, ..Effort::default() };
    let mut click = |screen: &mut Inspector, Wish(name, clicks, raises): &Wish<'_>| {
        let (x, y) = screen.place_of(name);
        let x = if *raises { x + TO_RAISE } else { x };
        for _ in 0..*clicks {
            display.click(opened.window, (x as i16, y as i16));
        }
        effort.actions += clicks;
        effort.seconds += MIND + POINT + CLICK * f64::from(*clicks);
    };
    click(&mut screen, &pick("Button \"New routine\""));
    for (name, _) in PLAN {
        let button = format!("Button \"Add {name}\"");
        click(&mut screen, &pick(&button));
        screen.wait_for(&format!("ListBoxOption \"{name}"));
    }
    click(&mut screen, &pick("Tab \"Change\""));
    for (name, wishes) in PLAN {
        let row = format!("ListBoxOption \"{name}");
        click(&mut screen, &pick(&row));
        screen.wait_for(&format!("Heading \"{name}\""));
        for Wish(what, clicks, raises) in wishes {
            let role = if *raises { "SpinButton" } else { "RadioButton" };
            let control = format!("{role} \"{what}\"");
            click(&mut screen, &Wish(&control, *clicks, *raises));
        }
    }
    click(&mut screen, &pick("Heading \"Exercises, "));
    click(&mut screen, &raise("SpinButton \"Rounds\"", 1));
    screen.wait_for("SpinButton \"Rounds\" = \"2\"");
    click(&mut screen, &pick("Button \"Start\""));
    has_begun(&home, &mut screen);
    // What was changed last is kept while the session already runs.
    let text = until(Duration::from_secs(20), || {
        let text = fs::read_to_string(home.data().join("routines/my-routine.ron"));
        text.ok().filter(|it| it.contains("rounds"))
    });
    assert_eq!(text.expect("the routine is a file with its rounds"), ENTERED);
    effort.tell("with sides, holds and rounds by the mouse alone");
    assert!(effort.seconds <= 180.0, "{} s", effort.seconds);
}

//! The same file by hand: what a text editor writes while the real window is open, and how soon it is
//! seen there.

#![expect(clippy::print_stdout, reason = "tells its numbers")]

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::skip::installed;

use super::display::{Display, until};
use super::inspector::Inspector;
use super::program::Home;

/// An edit shows within this.
const SOON: Duration = Duration::from_secs(1);
/// So many edits are tried.
const TIMES: u32 = 6;

fn routine(name: &str) -> String {
    format!(
        "// By hand.\n(\n    schema: 1,\n    id: \"mine\",\n    name: (long: \"{name}\", short: \"Mine\"),\n    \
         kind: session,\n    about: \"Before bed.\",\n    blocks: [(title: \"All\", items: [(exercise: \
         \"clam\", level: 3)])],\n)\n"
    )
}

/// As text editors do it: a new file takes the place of the old one.
fn save(data: &Path, text: &str) {
    let folder = data.join("routines");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join(".mine.ron.swp"), text).expect("written");
    fs::rename(folder.join(".mine.ron.swp"), folder.join("mine.ron")).expect("renamed");
}

/// How long until the window shows these words.
#[track_caller]
fn seen(screen: &mut Inspector, words: &str) -> Duration {
    let begun = Instant::now();
    let found = until(Duration::from_secs(10), || {
        screen.outline().iter().any(|it| it.contains(words)).then_some(())
    });
    found.expect("it is seen at last");
    begun.elapsed()
}

#[test]
fn an_edit_by_hand_shows_within_a_second_in_the_list_and_in_the_open_editor() {
    if !installed(&["Xvfb"]) {
        return;
    }
    let (display, home) = (Display::start(1280, 800), Home::new());
    let opened = home.open(&display, &["--screen", "routines"]);
    let mut screen = opened.inspector();
    screen.wait_for("Button \"New routine\"");
    let mut slowest = Duration::ZERO;
    for at in 0..TIMES {
        save(&home.data(), &routine(&format!("Evening {at}")));
        slowest = slowest.max(seen(&mut screen, &format!("Heading \"Evening {at}\"")));
    }
    println!("an edit by hand is in the list after {slowest:?} at the latest, of {TIMES}");
    assert!(slowest <= SOON, "{slowest:?}");

    let name = format!("Button \"Change: Evening {}", TIMES - 1);
    let (x, y) = screen.place_of(&name);
    display.click(opened.window, (x as i16, y as i16));
    screen.wait_for("TextInput \"Name of the routine\"");
    let mut slowest = Duration::ZERO;
    for at in 0..TIMES {
        save(&home.data(), &routine(&format!("Night {at}")));
        let field = format!("TextInput \"Name of the routine\" = \"Night {at}\"");
        slowest = slowest.max(seen(&mut screen, &field));
    }
    println!("and in the open editor after {slowest:?}");
    assert!(slowest <= SOON, "{slowest:?}");
    opened.press("Ctrl+z");
    screen.wait_for(&format!("= \"Night {}\"", TIMES - 2));
}

#[test]
fn a_broken_edit_by_hand_is_told_by_line_and_column_and_the_last_good_one_stays() {
    if !installed(&["Xvfb"]) {
        return;
    }
    let (display, home) = (Display::start(1280, 800), Home::new());
    let opened = home.open(&display, &["--screen", "routines"]);
    let mut screen = opened.inspector();
    screen.wait_for("Button \"New routine\"");
    save(&home.data(), &routine("Evening"));
    screen.wait_for("Heading \"Evening\"");
    let begun = Instant::now();
    save(&home.data(), &routine("Evening").replace("level: 3", "level: 33"));
    seen(&mut screen, "routines/mine.ron:8:");
    let took = begun.elapsed();
    println!("a mistake is told after {took:?}");
    assert!(took <= SOON, "{took:?}");
    screen.wait_for("Heading \"Evening\"");
    save(&home.data(), &routine("Evening"));
    let gone = until(SOON, || {
        let outline = screen.outline();
        outline.iter().all(|it| !it.contains("mine.ron:8:")).then_some(())
    });
    gone.expect("what is put right is told no longer");
}

//! The window as a person with a keyboard meets it, and what is left when it goes.

use std::collections::BTreeSet;
use std::fs;
use std::thread;
use std::time::Duration;

use crate::skip::installed;

use super::display::{Display, until};
use super::inspector::Inspector;
use super::program::{Home, Opened};

/// The shortest session that there is: one hold a side.
const BREAK: [&str; 2] = ["--routine", "break-hipflexor"];

/// A display of the size that the screens are drawn for; nothing where it cannot be had.
fn display() -> Option<Display> {
    installed(&["Xvfb"]).then(|| Display::start(1280, 800))
}

/// A window with a running session.
fn running<'a>(home: &Home, display: &'a Display) -> (Opened<'a>, Inspector) {
    let opened = home.open(display, &BREAK);
    let mut screen = opened.inspector();
    screen.wait_for_focus("Button \"Start\"");
    opened.press("Enter");
    screen.wait_for("left, done about");
    (opened, screen)
}

/// The seconds of the large number.
fn number(screen: &mut Inspector) -> u32 {
    let line = screen.wait_for("seconds left");
    line.split('"').nth(1).and_then(|it| it.split(' ').next()?.parse().ok()).expect("a number")
}

#[test]
fn it_opens_on_today_with_start_under_the_fingers() {
    let Some(display) = display() else { return };
    let home = Home::new();
    let opened = home.open(&display, &[]);
    let mut screen = opened.inspector();
    screen.wait_for("Tab \"Today\"");
    screen.wait_for("Button \"Start\"");
    screen.wait_for_focus("Button \"Start\"");
    let colours: BTreeSet<u32> = display.pixels(opened.window).into_iter().collect();
    assert!(colours.len() > 20, "something is drawn: {} colours", colours.len());
    assert_eq!(opened.complaints(), "");
}

#[test]
fn enter_starts_and_space_holds_time_still_and_lets_it_go_on() {
    let Some(display) = display() else { return };
    let home = Home::new();
    let (opened, mut screen) = running(&home, &display);
    let begun = number(&mut screen);
    until(Duration::from_secs(10), || (number(&mut screen) < begun).then_some(()))
        .expect("time passes by itself");
    opened.press("Space");
    screen.wait_for("Paused");
    let paused = number(&mut screen);
    thread::sleep(Duration::from_millis(2500));
    assert_eq!(number(&mut screen), paused, "a pause holds the time");
    opened.press("Space");
    until(Duration::from_secs(20), || (number(&mut screen) < paused).then_some(()))
        .expect("it goes on after the count-in");
}

#[test]
fn escape_asks_and_finishing_keeps_what_was_done() {
    let Some(display) = display() else { return };
    let home = Home::new();
    let (mut opened, mut screen) = running(&home, &display);
    // On at once: from getting ready to the hold, and past the first side.
    opened.press("d");
    screen.wait_for("Label \"Hold\"");
    thread::sleep(Duration::from_secs(2));
    opened.press("d");
    opened.press("Esc");
    screen.wait_for("Leave the session?");
    screen.wait_for_focus("Button \"Stay\"");
    opened.press("Tab");
    screen.wait_for_focus("Button \"Finish now\"");
    opened.press("Enter");
    screen.wait_for("One break today");
    until(Duration::from_secs(10), || (home.history().len() == 1).then_some(()))
        .expect("it is in the journal");
    display.close(opened.window);
    assert!(opened.ended().success());

    let history = home.history();
    assert_eq!(history.len(), 1, "{history:?}");
    let session = history.first().expect("one session");
    assert_eq!(session["routine"], "break-hipflexor");
    assert_eq!(session["finished"], false);
    let first = &session["sets"][0];
    assert!(first["done"]["seconds"].as_f64().is_some_and(|it| it >= 2.0), "{first}");
}

#[test]
fn closing_and_ctrl_q_end_it_at_once_where_nothing_runs() {
    let Some(display) = display() else { return };
    let home = Home::new();
    let mut opened = home.open(&display, &[]);
    display.close(opened.window);
    assert!(opened.ended().success());
    let mut opened = home.open(&display, &[]);
    opened.inspector().wait_for("Start");
    opened.press("Ctrl+q");
    assert!(opened.ended().success());
}

#[test]
fn closing_asks_while_a_session_runs() {
    let Some(display) = display() else { return };
    let home = Home::new();
    let (opened, mut screen) = running(&home, &display);
    display.close(opened.window);
    screen.wait_for("Leave the session?");
    opened.press("Enter");
    screen.wait_for("Paused");
    opened.press("Ctrl+q");
    screen.wait_for("Leave the session?");
}

#[test]
fn a_second_window_says_that_the_data_are_open_already() {
    let Some(display) = display() else { return };
    let home = Home::new();
    let first = home.open(&display, &[]);
    first.inspector().wait_for("Start");
    let second = home.open(&display, &[]);
    second.inspector().wait_for("Another Evenhold window has your data open");
}

#[test]
fn ended_from_outside_it_offers_to_go_on_where_it_was() {
    let Some(display) = display() else { return };
    let home = Home::new();
    for (before, signal) in [Opened::terminate, Opened::kill].into_iter().enumerate() {
        let (mut opened, mut screen) = running(&home, &display);
        opened.press("d");
        screen.wait_for("Label \"Hold\"");
        thread::sleep(Duration::from_secs(2));
        signal(&opened);
        opened.ended();

        let opened = home.open(&display, &[]);
        let mut screen = opened.inspector();
        screen.wait_for("is not finished");
        screen.wait_for_focus("Button \"Continue\"");
        opened.press("Enter");
        screen.wait_for("Standing hip-flexor stretch");
        screen.wait_for("Left leg back");
        opened.press("Esc");
        screen.wait_for("Leave the session?");
        opened.press("Tab");
        opened.press("Enter");
        screen.wait_for(" today, ");
        until(Duration::from_secs(10), || (home.history().len() == before + 1).then_some(()))
            .expect("it is in the journal");
    }
}

#[test]
fn without_a_sound_server_it_runs_on_and_says_so() {
    let Some(display) = display() else { return };
    let home = Home::new();
    let (_opened, mut screen) = running(&home, &display);
    screen.wait_for("No sound");
    let begun = number(&mut screen);
    until(Duration::from_secs(10), || (number(&mut screen) < begun).then_some(()))
        .expect("time passes in silence too");
}

#[test]
fn an_idle_today_draws_nothing() {
    let Some(display) = display() else { return };
    let home = Home::new();
    let opened = home.open_with(&display, home.command(&[]));
    display.watch(opened.window);
    thread::sleep(Duration::from_secs(4));
    display.frames();
    thread::sleep(Duration::from_secs(5));
    assert_eq!(display.frames(), 0);
}

#[test]
fn a_small_window_shows_every_control() {
    let Some(display) = display() else { return };
    let home = Home::new();
    let (opened, mut screen) = running(&home, &display);
    display.resize(opened.window, 800, 560);
    opened.press("Space");
    for control in ["Back", "Redo", "+10 s", "Go on", "It hurts", "Skip", "Leave"] {
        screen.wait_for(&format!("Button \"{control}"));
    }
    assert_eq!(display.pixels(opened.window).len(), 800 * 560);
}

#[test]
fn what_is_kept_is_private_and_lies_in_the_folder_that_was_named() {
    use std::os::unix::fs::PermissionsExt as _;

    let Some(display) = display() else { return };
    let home = Home::new();
    let (mut opened, screen) = running(&home, &display);
    drop(screen);
    opened.terminate();
    opened.ended();
    let outside = fs::read_dir(home.path()).expect("the home is there").filter_map(Result::ok);
    let names: BTreeSet<_> = outside.map(|it| it.file_name()).collect();
    assert_eq!(names, ["data", "run", "stderr"].map(Into::into).into(), "only the named folder");
    for path in crate::source_files::every_file(&home.data()) {
        let mode = fs::metadata(&path).expect("it is there").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{} is for its owner alone", path.display());
    }
}

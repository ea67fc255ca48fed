//! `evenhold wait` as the desktop meets it: a notification with buttons and what each of them does, a
//! small window where there are none, quiet while something is in front, and nothing opened that is
//! the window's.

use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use evenhold::clock::{Clock as _, SystemClock};
use evenhold::files::{Disk, Folders, OwnDisk, Store, read_notes};
use evenhold::program::Noted;
use rustix::process::{Pid, Signal, kill_process};
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{
    AtomEnum, ConnectionExt as _, CreateWindowAux, PropMode, Window, WindowClass,
};
use x11rb::wrapper::ConnectionExt as _;

use super::bus::{Bus, Call};
use super::display::{Display, until};
use super::inspector::{Inspector, free_address};
use super::program::{Home, TITLE};
use crate::skip::installed;

const PATIENCE: Duration = Duration::from_secs(20);
/// The title of the small window.
const REMINDER: &str = "Time to get up";

/// Reminders after twenty minutes, around the clock, on every day.
const SETTINGS: &str = "(schema: 1, breaks: (on: true, every: 20, from: 0, to: 0, snooze: 10, days: \
    [monday, tuesday, wednesday, thursday, friday, saturday, sunday]))\n";

const HANDED: &str = r#"{"hold": false, "choices": [{"break": "break-fig4",
    "name": "Seated figure 4", "about": "On the chair <you> sit on.", "minutes": 2}], "last": null}"#;

/// A home in which reminders are on and one break suits.
fn home() -> Home {
    let home = Home::new();
    fs::create_dir_all(home.data().join("state")).expect("a folder");
    fs::write(home.data().join("settings.ron"), SETTINGS).expect("a file");
    fs::write(home.data().join("state/breaks.json"), HANDED).expect("a file");
    home
}

fn folders(home: &Home) -> Folders {
    Folders::find(&OwnDisk, Some(&home.data())).expect("folders")
}

/// What was noted, but that a reminder was shown.
fn noted(home: &Home) -> Vec<Noted> {
    let notes = read_notes(&OwnDisk, &folders(home)).expect("notes").notes;
    let what = notes.into_iter().map(|it| it.what);
    what.filter(|it| !matches!(it, Noted::Shown { .. })).collect()
}

/// A process that waits; it is killed with the value.
struct Waits(Child);

impl Waits {
    fn start(mut command: Command) -> Self {
        command.stdout(Stdio::null()).stderr(Stdio::null());
        Self(command.spawn().expect("the program starts"))
    }

    fn ended(&mut self) -> ExitStatus {
        let ended = until(PATIENCE, || self.0.try_wait().expect("a child of ours"));
        ended.expect("it ends")
    }

    fn terminate(&mut self) -> ExitStatus {
        kill_process(Pid::from_child(&self.0), Signal::TERM).expect("it was running");
        self.ended()
    }
}

impl Drop for Waits {
    fn drop(&mut self) {
        if matches!(self.0.try_wait(), Ok(None)) {
            self.0.kill().expect("it was running");
            self.0.wait().expect("it ended");
        }
    }
}

fn wait(home: &Home, bus: &Bus, words: &[&str]) -> Command {
    let mut command = home.command(words);
    command.env("DBUS_SESSION_BUS_ADDRESS", &bus.address);
    command
}

#[test]
fn each_button_of_the_notification_is_noted() {
    if !installed(&["dbus-daemon"]) {
        return;
    }
    let bus = Bus::start(&["actions", "body", "body-markup"]);
    let stood = Noted::Stood { name: "Stood up".to_owned() };
    let answers = [
        ("snooze", vec![Noted::Snoozed]),
        ("stood", vec![stood]),
        ("skip", vec![Noted::Skipped]),
        ("not-today", vec![Noted::NotToday]),
        ("start", vec![Noted::Started { choice: Some("break-fig4".to_owned()) }]),
        ("nobody made this", vec![]),
    ];
    for (key, expected) in answers {
        let home = home();
        let mut waits = Waits::start(wait(&home, &bus, &["wait", "--now"]));
        let asked = bus.shown();
        assert_eq!(asked.title, REMINDER);
        assert!(
            asked.body.starts_with("Seated figure 4, 2 min\nOn the chair &lt;you&gt; sit on.\n")
        );
        let keys: Vec<_> = asked.buttons.iter().map(|it| it.0.as_str()).collect();
        assert_eq!(keys, ["default", "start", "snooze", "stood", "skip", "not-today"]);
        bus.press(asked.id, key);
        assert!(waits.ended().success(), "{key}");
        assert_eq!(noted(&home), expected, "{key}");
    }
}

#[test]
fn putting_it_away_answers_nothing_and_a_server_that_goes_keeps_nobody() {
    if !installed(&["dbus-daemon"]) {
        return;
    }
    let bus = Bus::start(&["actions"]);
    let home = home();
    let mut waits = Waits::start(wait(&home, &bus, &["wait", "--now"]));
    bus.put_away(bus.shown().id);
    assert!(waits.ended().success());
    let mut waits = Waits::start(wait(&home, &bus, &["wait", "--now"]));
    bus.shown();
    drop(bus);
    assert!(waits.ended().success());
    assert_eq!(noted(&home), []);
}

#[test]
fn start_opens_the_window_with_the_break() {
    if !installed(&["dbus-daemon", "Xvfb"]) {
        return;
    }
    let (bus, display, home) = (Bus::start(&["actions"]), Display::start(1280, 800), home());
    let address = free_address();
    let mut command = wait(&home, &bus, &["wait", "--now"]);
    command.env("DISPLAY", display.name()).env("EGUI_INSPECTION", &address);
    let mut waits = Waits::start(command);
    bus.press(bus.shown().id, "start");
    assert!(waits.ended().success());
    let window = display.window(TITLE, PATIENCE).expect("the window opens");
    let line = Inspector::connect(&address).wait_for("Seated figure 4");
    assert!(!line.is_empty());
    end(&display, window);
}

#[test]
fn without_buttons_a_small_window_asks_the_same() {
    if !installed(&["dbus-daemon", "Xvfb"]) {
        return;
    }
    let (bus, display, home) = (Bus::start(&["body"]), Display::start(1280, 800), home());
    let address = free_address();
    let mut command = wait(&home, &bus, &["wait", "--now"]);
    command.env("DISPLAY", display.name()).env("EGUI_INSPECTION", &address);
    let mut waits = Waits::start(command);
    let window = display.window(REMINDER, PATIENCE).expect("the small window opens");
    let mut inspector = Inspector::connect(&address);
    inspector.wait_for("Seated figure 4, 2 min");
    display.focus(window);
    // What is typed elsewhere at this moment answers nothing.
    display.press("Enter");
    display.press("Space");
    // No hand is so fast that these and the next fall into one frame.
    thread::sleep(Duration::from_millis(300));
    display.press("Tab");
    inspector.wait_for_focus("Button \"Start\"");
    for next in ["In 10 minutes", "I stood up"] {
        display.press("Tab");
        inspector.wait_for_focus(&format!("Button \"{next}\""));
    }
    assert_eq!(noted(&home), []);
    display.press("Enter");
    assert!(waits.ended().success());
    assert_eq!(noted(&home), [Noted::Stood { name: "Stood up".to_owned() }]);
    assert!(!bus.shows_within(Duration::ZERO), "nothing was asked of a server without buttons");
}

#[test]
fn clicking_the_notification_itself_opens_the_small_window() {
    if !installed(&["dbus-daemon", "Xvfb"]) {
        return;
    }
    let (bus, display, home) = (Bus::start(&["actions"]), Display::start(1280, 800), home());
    let mut command = wait(&home, &bus, &["wait", "--now"]);
    command.env("DISPLAY", display.name());
    let mut waits = Waits::start(command);
    bus.press(bus.shown().id, "default");
    let window = display.window(REMINDER, PATIENCE).expect("the small window opens");
    display.close(window);
    assert!(waits.ended().success());
    assert_eq!(noted(&home), []);
}

#[test]
fn it_waits_as_the_settings_say_and_ends_when_it_is_told_to() {
    if !installed(&["dbus-daemon"]) {
        return;
    }
    let (bus, home) = (Bus::start(&["actions"]), home());
    // Twenty minutes are two seconds.
    let mut waits = Waits::start(wait(&home, &bus, &["wait", "--speed", "600"]));
    let first = bus.shown();
    bus.press(first.id, "snooze");
    let second = bus.shown();
    assert_ne!(first.id, second.id);
    // One that nobody answers is replaced by the next.
    let third = bus.shown();
    bus.press(third.id, "not-today");
    assert!(!bus.shows_within(Duration::from_secs(5)), "not today");
    let other = home.command(&["wait"]).output().expect("the program starts");
    assert_eq!(other.status.code(), Some(1));
    let said = String::from_utf8(other.stderr).expect("words");
    let process = waits.0.id();
    let expected = format!(
        "evenhold: Another Evenhold waits with the reminders already (process {process}).\n"
    );
    assert_eq!(said, expected);
    let doctor = home.run(&["doctor", "--json"]);
    let told: serde_json::Value = serde_json::from_slice(&doctor.stdout).expect("JSON");
    assert_eq!(told["reminders"]["process"], process);
    assert_eq!(waits.terminate().code(), Some(0));
    assert_eq!(noted(&home), [Noted::Snoozed, Noted::NotToday]);
}

#[test]
fn it_runs_beside_an_open_window_and_is_quiet_while_a_session_runs() {
    if !installed(&["dbus-daemon"]) {
        return;
    }
    let (bus, home) = (Bus::start(&["actions"]), home());
    let disk: Arc<dyn Disk> = Arc::new(OwnDisk);
    let store = Store::open(Arc::clone(&disk), folders(&home), &SystemClock.now());
    let store = store.expect("the data folder is ours");
    let log = home.data().join("state/active.jsonl");
    fs::write(&log, "{\"n\":0}\n").expect("a session begins");
    let mut waits = Waits::start(wait(&home, &bus, &["wait", "--speed", "600"]));
    assert!(!bus.shows_within(Duration::from_secs(5)), "a session runs");
    fs::remove_file(&log).expect("it is over");
    bus.shown();
    assert_eq!(waits.terminate().code(), Some(0));
    // Nobody took the window's lock meanwhile, and nobody has lost it.
    let second = Store::open(disk, folders(&home), &SystemClock.now());
    assert!(second.is_err(), "the lock is still held");
    drop(store);
}

#[test]
fn it_is_quiet_while_a_window_fills_the_screen() {
    if !installed(&["dbus-daemon", "Xvfb"]) {
        return;
    }
    let (bus, display, home) = (Bus::start(&["actions"]), Display::start(1280, 800), home());
    let window = full_screen(&display);
    let mut command = wait(&home, &bus, &["wait", "--speed", "600"]);
    command.env("DISPLAY", display.name());
    let mut waits = Waits::start(command);
    assert!(!bus.shows_within(Duration::from_secs(5)), "a window fills the screen");
    let state = display.atom("_NET_WM_STATE");
    display.connection.delete_property(window, state).expect("sent");
    display.sync();
    bus.shown();
    assert_eq!(waits.terminate().code(), Some(0));
}

/// A window that says of itself, as a window manager would, that it fills the screen.
fn full_screen(display: &Display) -> Window {
    let connection = &display.connection;
    let root = connection.setup().roots.first().expect("a screen").root;
    let window = connection.generate_id().expect("an id");
    let class = WindowClass::INPUT_OUTPUT;
    let (plain, depth) = (CreateWindowAux::new(), x11rb::COPY_DEPTH_FROM_PARENT);
    connection
        .create_window(depth, window, root, 0, 0, 1280, 800, 0, class, 0, &plain)
        .expect("sent");
    let (state, full) = (display.atom("_NET_WM_STATE"), display.atom("_NET_WM_STATE_FULLSCREEN"));
    let active = display.atom("_NET_ACTIVE_WINDOW");
    let replace = PropMode::REPLACE;
    connection.change_property32(replace, window, state, AtomEnum::ATOM, &[full]).expect("sent");
    connection.change_property32(replace, root, active, AtomEnum::WINDOW, &[window]).expect("sent");
    display.sync();
    window
}

#[test]
fn nothing_is_opened_that_is_the_windows_and_no_internet_socket() {
    if !installed(&["strace", "dbus-daemon"]) {
        return;
    }
    let (bus, home) = (Bus::start(&["actions"]), home());
    fs::create_dir_all(home.data().join("log/desk")).expect("a folder");
    fs::write(home.data().join("log/desk/2026-11.jsonl"), "").expect("a journal");
    let trace = home.path().join("trace");
    let words: [&str; 8] =
        ["-f", "-b", "execve", "-qq", "-e", "trace=network,openat", "-o", &trace.to_string_lossy()];
    let program = env!("CARGO_BIN_EXE_evenhold");
    let words: Vec<_> = words.into_iter().chain([program]).map(str::to_owned).collect();
    let mut command = home.under("strace", &words, &["wait", "--speed", "600"]);
    command.env("DBUS_SESSION_BUS_ADDRESS", &bus.address);
    let mut waits = Waits::start(command);
    bus.press(bus.shown().id, "stood");
    bus.shown();
    let child = child_of(waits.0.id());
    kill_process(child, Signal::TERM).expect("it was running");
    assert!(waits.ended().success());
    let trace = fs::read_to_string(trace).expect("strace wrote what it saw");
    assert!(trace.contains("socket(AF_UNIX"), "the way to the bus is seen");
    assert!(trace.contains("settings.ron"), "its files are seen");
    let data = home.data();
    let opens = |path: PathBuf| {
        let quoted = format!("\"{}", path.display());
        trace.lines().filter(|it| it.contains(&quoted)).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(opens(data.join("log")), Vec::<String>::new(), "the journal is not opened");
    assert_eq!(opens(data.join("state/lock")), Vec::<String>::new(), "nor is its lock");
    let out = trace.lines().filter(|it| it.contains("AF_INET") || it.contains("AF_PACKET"));
    assert_eq!(out.collect::<Vec<_>>(), Vec::<&str>::new());
}

/// The program that strace has started.
fn child_of(strace: u32) -> Pid {
    let list = format!("/proc/{strace}/task/{strace}/children");
    let child = until(PATIENCE, || fs::read_to_string(&list).ok()?.split(' ').next()?.parse().ok());
    child.and_then(Pid::from_raw).expect("a child")
}

/// What was noted beside the window is in the journal at the next start, once.
#[test]
fn having_stood_up_is_taken_into_the_journal_at_the_next_start() {
    if !installed(&["dbus-daemon"]) {
        return;
    }
    let (bus, home) = (Bus::start(&["actions"]), home());
    let mut waits = Waits::start(wait(&home, &bus, &["wait", "--now"]));
    bus.press(bus.shown().id, "stood");
    assert!(waits.ended().success());
    for _ in 0..2 {
        let store = Store::open(Arc::new(OwnDisk), folders(&home), &SystemClock.now());
        let store = store.expect("the data folder is ours");
        let breaks = store.journal.records().filter(|it| it.body.is_break());
        let names: Vec<_> = breaks.filter_map(|it| Some(it.session()?.name.clone())).collect();
        assert_eq!(names, ["Stood up"]);
    }
    let output = home.run(&["stats", "--json"]);
    assert!(output.status.success(), "{output:?}");
}

fn end(display: &Display, window: Window) {
    let pid = i32::try_from(display.process_of(window)).ok().and_then(Pid::from_raw);
    kill_process(pid.expect("a process"), Signal::TERM).expect("it was running");
    let gone = || display.window(TITLE, Duration::ZERO).is_none().then_some(());
    until(PATIENCE, gone).expect("the window goes");
    thread::sleep(Duration::from_millis(100));
}

#[test]
fn the_bus_tells_what_was_asked_of_it() {
    if !installed(&["dbus-daemon"]) {
        return;
    }
    let (bus, home) = (Bus::start(&["actions"]), home());
    let mut waits = Waits::start(wait(&home, &bus, &["wait", "--now"]));
    let asked = bus.shown();
    assert_eq!(waits.terminate().code(), Some(0));
    // What is up goes with whoever showed it.
    assert_eq!(bus.calls.recv_timeout(PATIENCE), Ok(Call::Close(asked.id)));
}

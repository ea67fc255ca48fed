//! Movement breaks on the screen: their settings, what Today says of them, and the small window of a
//! reminder.

use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};

use egui::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use evenhold::clock::FakeClock;
use evenhold::coach::Screen;
use evenhold::files::{Folders, OwnDisk, read_handed, read_notes};
use evenhold::program::Noted;
use evenhold::shell::{Outfit, ReminderApp, ReminderOutside};
use evenhold::text::Text;
use expect_test::{Expect, expect};

use super::stage::{Setting, Stage};

fn folders(dir: &Path) -> Folders {
    Folders::find(&OwnDisk, Some(dir)).expect("folders")
}

/// On the settings, once it is known who waits.
fn settings() -> Stage {
    let mut stage = Stage::open(Setting::default());
    stage.click("Settings");
    stage.wait_for(|it| it.shows("Start with the login"));
    stage
}

/// The lines of the group about breaks.
#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "a test reads better without a reference")]
fn check(stage: &Stage, expected: Expect) {
    let outline = stage.outline();
    let lines = outline.lines().skip_while(|it| *it != "Heading \"Breaks\"");
    let lines: Vec<_> = lines.take_while(|it| *it != "Heading \"Your data\"").collect();
    expected.assert_eq(&lines.join("\n"));
}

fn saved(stage: &mut Stage, words: &str) {
    let file = stage.dir.path().join("settings.ron");
    stage.wait_for(|_| fs::read_to_string(&file).is_ok_and(|it| it.contains(words)));
}

#[test]
fn the_settings_of_breaks() {
    check(
        &settings(),
        expect![[r#"
        Heading "Breaks"
        Label "A reminder to get up for a minute or two, with a break that suits you and one thought for the desk. Skipping one costs nothing, and breaks never count for your weeks."
        CheckBox "Remind me to get up"
        Heading "After sitting for"
        RadioButton "After sitting for: 30 min"
        RadioButton "After sitting for: 45 min" (chosen)
        RadioButton "After sitting for: 60 min"
        RadioButton "After sitting for: 90 min"
        Heading "Days"
        CheckBox "Mon" (chosen)
        CheckBox "Tue" (chosen)
        CheckBox "Wed" (chosen)
        CheckBox "Thu" (chosen)
        CheckBox "Fri" (chosen)
        CheckBox "Sat"
        CheckBox "Sun"
        Label "Work begins"
        SpinButton "Work begins" = 09:00
        Label "Work ends"
        SpinButton "Work ends" = 17:00
        Label "Later means after"
        SpinButton "Later means after" = 10 min
        Label "Reminders are off."
        Button "Remind me now"
        CheckBox "Start with the login"
        Label "Does not start with the login. Switching it on writes DATA/config/autostart/evenhold-reminders.desktop, and switching it off removes that file."
        Heading "About you"
        Label "What you have told, and since when. A change holds from today on; what was told before stays in the journal."
        Heading "Health questions"
        Label "Nothing answered with yes"
        Label "Told on Monday, 5 January 2026"
        Button "Change: Health questions"
        Heading "Where it hurts, and what to mind"
        Label "Nowhere"
        Label "Not told yet"
        Button "Change: Where it hurts, and what to mind"
        Heading "What you have"
        Label "Not told yet"
        Button "Change: What you have"
        Heading "Week and plan"
        Label "3 sessions a week. No plan yet"
        Label "Not told yet"
        Button "Change: Week and plan"
        Heading "What you can do"
        Label "Not told yet"
        Button "Change: What you can do""#]],
    );
}

#[test]
fn switching_on_is_kept_and_has_somebody_wait_with_the_same_data() {
    let mut stage = settings();
    stage.click("Remind me to get up");
    saved(&mut stage, "on: true");
    let data = stage.dir.path().display().to_string();
    stage.wait_for(|it| started_more(it, &data));
    // Nobody has begun to wait here: it can be asked for again.
    stage.wait_for(|it| it.shows("Start waiting"));
    stage.click("Start waiting");
    stage.wait_for(|it| started_more(it, &data));
}

/// Whether `wait` was started once more, for this data.
fn started_more(stage: &Stage, data: &str) -> bool {
    stage.started().iter().any(|it| *it == ["wait", "--data-dir", data])
}

#[test]
fn every_value_can_be_changed() {
    let mut stage = settings();
    stage.click("After sitting for: 60 min");
    saved(&mut stage, "every: 60");
    stage.click("Fri");
    saved(&mut stage, "days: [monday, tuesday, wednesday, thursday]");
    stage.harness.get_by_role_and_label(Role::SpinButton, "Work begins").focus();
    stage.press("ArrowDown");
    saved(&mut stage, "from: 8.5");
    stage.harness.get_by_role_and_label(Role::SpinButton, "Work ends").focus();
    stage.press("ArrowUp");
    saved(&mut stage, "to: 17.5");
    stage.harness.get_by_role_and_label(Role::SpinButton, "Later means after").focus();
    stage.press("ArrowUp");
    saved(&mut stage, "snooze: 15");
}

#[test]
fn the_login_is_switched_and_said_where() {
    let mut stage = settings();
    let entry = stage.dir.path().join("config/autostart/evenhold-reminders.desktop");
    stage.click("Start with the login");
    stage.wait_for(|it| it.shows("Starts with the login, by "));
    let text = fs::read_to_string(&entry).expect("the entry is there");
    assert!(text.contains("Exec=\"/usr/bin/evenhold\" wait --data-dir"), "{text}");
    stage.click("Start with the login");
    stage.wait_for(|it| it.shows("Does not start with the login."));
    assert!(!entry.exists());
}

#[test]
fn a_first_reminder_can_be_tried() {
    let mut stage = settings();
    stage.click("Remind me now");
    let data = stage.dir.path().display().to_string();
    stage
        .wait_for(|it| it.started().iter().any(|it| *it == ["wait", "--now", "--data-dir", &data]));
}

#[test]
fn what_suits_is_handed_over_at_the_start() {
    let mut stage = Stage::open(Setting::default());
    let folders = folders(stage.dir.path());
    stage.wait_for(|_| read_handed(&OwnDisk, &folders).is_ok_and(|it| it.is_some()));
    let handed = read_handed(&OwnDisk, &folders).expect("it can be read").expect("it is there");
    let offered: Vec<_> =
        handed.choices.iter().map(|it| format!("{} {} min", it.routine, it.minutes)).collect();
    expect![[r#"
        break-balance 1 min
        break-fig4 2 min
        break-hipflexor 1 min
        break-reset 2 min
        break-sideraise 2 min
        break-sit-to-stand 2 min
        break-walk 2 min"#]]
    .assert_eq(&offered.join("\n"));
}

#[test]
fn today_says_quietly_how_often_one_got_up() {
    let mut stage = Stage::open(Setting::default());
    assert!(!stage.shows("break today"));
    stage.click("I stood up");
    stage.wait_for(|it| it.shows("One break today, at 12:00"));
    stage.wait_until_written(|it| it.records().any(|it| it.body.is_break()));
    // It counts for no week.
    assert!(stage.shows("0 of 3 days this week"));
}

#[test]
fn a_break_ends_on_today_without_a_question() {
    let mut stage = Stage::open(Setting { routine: Some("break-fig4"), ..Setting::default() });
    stage.press("Enter");
    stage.run_to_the_end();
    assert!(matches!(stage.screen(), Screen::Today(_)), "{:?}", stage.screen());
    assert!(stage.shows("One break today"));
    stage.wait_until_written(|it| it.records().any(|it| it.body.is_break()));
}

/// The words of every program that was started.
type StartedWith = Arc<Mutex<Vec<Vec<String>>>>;

/// The small window, with what it was told to start.
fn small(dir: &Path) -> (Harness<'static, ReminderApp>, StartedWith) {
    let started: StartedWith = Arc::default();
    let into = Arc::clone(&started);
    let start = move |words: &[std::ffi::OsString]| {
        let words = words.iter().map(|it| it.to_string_lossy().into_owned());
        into.lock().expect("nobody panicked with it").push(words.collect());
        Ok(())
    };
    let outfit = Outfit { start: Arc::new(start), program: None, login: None };
    let clock = Arc::new(FakeClock::default());
    let outside = ReminderOutside { clock, disk: Arc::new(OwnDisk), outfit };
    let folders = folders(dir);
    let harness = Harness::builder().with_size([480.0, 340.0]).build_eframe(|cc| {
        ReminderApp::new(&cc.egui_ctx, folders, Arc::new(Text::english()), outside)
    });
    (harness, started)
}

const HANDED: &str = r#"{"choices": [{"break": "break-fig4", "name": "Seated figure 4",
    "about": "Twenty-five seconds for each buttock.", "minutes": 2}]}"#;

fn a_reminder() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    fs::create_dir(dir.path().join("state")).expect("a folder");
    fs::write(dir.path().join("state/breaks.json"), HANDED).expect("a file");
    dir
}

fn noted(dir: &Path) -> Vec<Noted> {
    let notes = read_notes(&OwnDisk, &folders(dir)).expect("notes").notes;
    notes.into_iter().map(|it| it.what).collect()
}

#[test]
fn the_small_window_says_what_a_notification_would_and_notes_the_answer() {
    let answers = [
        ("In 10 minutes", Noted::Snoozed),
        ("I stood up", Noted::Stood { name: "Stood up".to_owned() }),
        ("Skip", Noted::Skipped),
        ("Not today", Noted::NotToday),
    ];
    for (label, expected) in answers {
        let dir = a_reminder();
        let (mut harness, started) = small(dir.path());
        for words in ["Time to get up", "Seated figure 4, 2 min", "Twenty-five seconds"] {
            assert!(harness.query_by_label_contains(words).is_some(), "{words}");
        }
        harness.get_by_label(label).click();
        harness.run();
        assert_eq!(noted(dir.path()), [expected]);
        assert_eq!(*started.lock().expect("not poisoned"), Vec::<Vec<String>>::new());
    }
}

#[test]
fn start_opens_the_break_with_the_same_data() {
    let dir = a_reminder();
    let (mut harness, started) = small(dir.path());
    harness.get_by_label("Start").click();
    harness.run();
    assert_eq!(noted(dir.path()), [Noted::Started { choice: Some("break-fig4".to_owned()) }]);
    let data = dir.path().display().to_string();
    let expected = ["--routine", "break-fig4", "--data-dir", &data].map(str::to_owned);
    assert_eq!(*started.lock().expect("not poisoned"), [expected.to_vec()]);
}

#[test]
fn an_answer_that_cannot_be_kept_is_said_and_the_window_stays() {
    let dir = a_reminder();
    // A file stands where the notes belong.
    fs::write(dir.path().join("state/reminders"), "").expect("a file");
    let (mut harness, _) = small(dir.path());
    harness.get_by_label("Skip").click();
    harness.run();
    assert!(harness.query_by_label("Skip").is_some());
    let told = harness.query_by_label_contains("reminders").is_some();
    assert!(told, "it says which file stands in the way");
}

//! Progress by the keyboard alone, from the first session entered by hand to the journal on the disk.

#![expect(clippy::panic, reason = "a test stops where it is wrong")]

use std::path::Path;

use evenhold::coach::{Open, Progress, Saved, Screen};
use evenhold::history::{Body, MorningAnswer, Origin, Record, SessionRecord};

use super::stage::{Setting, Stage};

fn progress(stage: &Stage) -> &Progress {
    let Screen::Progress(it) = stage.screen() else { panic!("not on Progress") };
    it
}

/// Presses Tab until what has this name has the focus.
#[track_caller]
fn tab_to(stage: &mut Stage, name: &str) {
    for _ in 0..300 {
        if stage.focused() == name {
            return;
        }
        stage.press("Tab");
    }
    panic!("Tab does not lead to {name}; the focus is on {}", stage.focused());
}

/// Goes to a button by Tab and presses it.
#[track_caller]
fn enter(stage: &mut Stage, name: &str) {
    tab_to(stage, name);
    stage.press("Enter");
}

#[track_caller]
fn saved(stage: &mut Stage) {
    stage.wait_for(|it| progress(it).changed.as_ref().is_some_and(|it| it.saved == Saved::Yes));
}

/// The one session of the journal on the disk, if it is to be seen.
fn session(stage: &Stage) -> Option<(Record, SessionRecord)> {
    let journal = stage.journal();
    let sessions = journal.sessions();
    sessions.first().map(|it| (it.0.clone(), it.1.clone()))
}

/// Every line of the journal, as `kind rev`.
fn lines(folder: &Path, all: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            lines(&path, all);
        } else {
            let text = std::fs::read_to_string(&path).expect("a file of the journal");
            all.extend(text.lines().map(|it| {
                let line: serde_json::Value = serde_json::from_str(it).expect("JSON");
                let of = |name: &str| line.get(name).map(ToString::to_string).unwrap_or_default();
                format!("{} {}", of("kind").trim_matches('"'), of("rev"))
            }));
        }
    }
}

/// Progress with the warm-up, entered by hand.
fn entered() -> Stage {
    let mut stage = Stage::open(Setting::default());
    enter(&mut stage, "Progress");
    enter(&mut stage, "Add a session…");
    enter(&mut stage, "Add it");
    saved(&mut stage);
    stage
}

#[test]
fn a_session_is_entered_corrected_moved_deleted_and_brought_back() {
    let mut stage = entered();
    let (record, before) = session(&stage).expect("a session");
    assert_eq!((record.rev, before.origin), (1, Origin::ByHand));
    assert!(stage.shows("is entered for"), "{}", stage.outline());

    enter(&mut stage, "Correct…");
    enter(&mut stage, "One day earlier");
    let first = &before.exercises[0].name;
    tab_to(&mut stage, &format!("{first}, Left leg, set 1: seconds held"));
    stage.press("ArrowDown ArrowDown");
    enter(&mut stage, &format!("{first}. Clean all the way?: Shaky"));
    enter(&mut stage, "Pain after 3");
    stage.type_into("Note", "Without the laptop");
    enter(&mut stage, "Keep the changes");
    saved(&mut stage);
    let (record, after) = session(&stage).expect("a session");
    assert_eq!(record.rev, 2);
    assert_eq!(record.date, before.started.date_naive().pred_opt().expect("a day"));
    assert_eq!(after.note, "Without the laptop");
    assert_eq!(after.pain.after.map(u8::from), Some(3));
    let held = |it: &SessionRecord| it.sets[0].done.time().expect("a hold").as_secs();
    assert_eq!(held(&before) - held(&after), 10);
    assert!(after.exercises[0].form.is_some());

    enter(&mut stage, "The morning after: Better");
    saved(&mut stage);
    let journal = stage.journal();
    let answers = journal.records().filter_map(|it| {
        let Body::Morning(it) = &it.body else { return None };
        Some((it.of, it.answer))
    });
    assert_eq!(answers.collect::<Vec<_>>(), [(record.id, MorningAnswer::Better)]);

    enter(&mut stage, "Delete");
    saved(&mut stage);
    assert!(session(&stage).is_none() && stage.shows("is deleted"));
    enter(&mut stage, "Undo");
    saved(&mut stage);
    let (back, told) = session(&stage).expect("it is back");
    assert_eq!((back.id, told.note.as_str()), (record.id, "Without the laptop"));

    let mut all = Vec::new();
    lines(&stage.dir.path().join("log"), &mut all);
    // What was told before the first session is there already.
    all.retain(|it| !it.starts_with("health"));
    assert_eq!(all, ["session 1", "amend 2", "morning 1", "delete 3", "undelete 4"]);
}

#[test]
fn the_pain_of_one_set_is_corrected_kept_and_shown() {
    let mut stage = entered();
    let (_, before) = session(&stage).expect("a session");
    assert!(before.sets.iter().all(|it| it.pain.is_none()));
    enter(&mut stage, "Correct…");
    let first = &before.exercises[0].name;
    tab_to(&mut stage, &format!("{first}, Left leg, set 1: pain"));
    // From "not told" over none at all to 4.
    stage.press("ArrowUp ArrowUp ArrowUp ArrowUp ArrowUp");
    enter(&mut stage, "Keep the changes");
    saved(&mut stage);
    let (record, after) = session(&stage).expect("a session");
    assert_eq!(record.rev, 2);
    let told: Vec<_> = after.sets.iter().filter_map(|it| it.pain.map(u8::from)).collect();
    assert_eq!((after.sets[0].pain.map(u8::from), told), (Some(4), vec![4]));
    assert!(stage.shows("pain 4"), "{}", stage.outline());
}

#[test]
fn a_session_that_was_not_done_whole_is_told_set_by_set_before_it_is_kept() {
    let mut stage = Stage::open(Setting::default());
    enter(&mut stage, "Progress");
    enter(&mut stage, "Add a session…");
    enter(&mut stage, "How much of it: Not all of it");
    enter(&mut stage, "Tell the sets…");
    assert!(session(&stage).is_none(), "nothing is kept before the person says so");
    let Some(Open::Session(opened)) = &progress(&stage).open else { panic!("nothing is open") };
    let name = opened.session.exercises[0].name.clone();
    tab_to(&mut stage, &format!("{name}, Left leg, set 1: seconds held"));
    for _ in 0..8 {
        stage.press("ArrowDown");
    }
    enter(&mut stage, "Keep the changes");
    saved(&mut stage);
    let (record, told) = session(&stage).expect("a session");
    assert_eq!(record.rev, 1);
    assert!(told.sets[0].skipped && told.sets.iter().skip(1).all(|it| !it.skipped));
}

#[test]
fn escape_leaves_a_correction_as_it_was_then_the_session() {
    let mut stage = entered();
    enter(&mut stage, "Correct…");
    enter(&mut stage, "Pain after 7");
    stage.press("Escape");
    let Some(Open::Session(it)) = &progress(&stage).open else { panic!("nothing is open") };
    assert!(!it.is_correcting && it.session.pain.after.is_none());
    stage.press("Escape");
    assert!(progress(&stage).open.is_none());
    assert_eq!(session(&stage).map(|it| it.0.rev), Some(1));
}

#[test]
fn the_calendar_is_read_and_used_with_the_arrow_keys() {
    let mut stage = entered();
    stage.press("Escape");
    tab_to(&mut stage, "Calendar");
    assert!(stage.outline().contains("1 session"), "{}", stage.outline());
    stage.press("Enter");
    let today = progress(&stage).facts.today;
    assert_eq!(progress(&stage).day, Some(today));
    stage.press("Escape");
    assert_eq!(progress(&stage).day, None);
    tab_to(&mut stage, "Calendar");
    stage.press("ArrowUp Enter");
    assert_eq!(progress(&stage).day, today.pred_opt());
    assert!(stage.shows("0 entries"), "{}", stage.outline());
}

#[test]
fn the_report_is_previewed_written_and_opened() {
    let mut stage = entered();
    stage.press("Escape");
    enter(&mut stage, "Report…");
    assert!(stage.outline().contains("1 session"), "{}", stage.outline());
    enter(&mut stage, "Write the report");
    stage.wait_for(|it| match &progress(it).open {
        Some(Open::Report(it)) => it.written.is_some(),
        _ => false,
    });
    let Some(Open::Report(it)) = &progress(&stage).open else { panic!("not the report") };
    let path = it.written.clone().expect("an answer").expect("it is written");
    let page = std::fs::read_to_string(&path).expect("a page");
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("<svg"), "{path}");
    stage.asked();
    enter(&mut stage, "Open it");
    assert!(stage.asked().contains("show"), "the system is asked to open it");
}

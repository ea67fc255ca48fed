//! A check by the keyboard alone: from Progress through the questions and the readings to its record
//! on the disk; corrected, deleted and brought back.

#![expect(clippy::panic, reason = "a test stops where it is wrong")]

use evenhold::coach::{Open, Progress, Saved, Screen};
use evenhold::history::{Body, Check};
use evenhold::program::{Rules, measure};

use super::stage::{Setting, Stage};

fn progress(stage: &Stage) -> &Progress {
    let Screen::Progress(it) = stage.screen() else { panic!("not on Progress") };
    it
}

/// Presses Tab until what has this name has the focus.
#[track_caller]
fn tab_to(stage: &mut Stage, name: &str) {
    for _ in 0..400 {
        if stage.focused() == name {
            return;
        }
        stage.press("Tab");
    }
    panic!("Tab does not lead to {name}; the focus is on {}", stage.focused());
}

#[track_caller]
fn enter(stage: &mut Stage, name: &str) {
    tab_to(stage, name);
    stage.press("Enter");
}

/// The checks of the journal on the disk, oldest first.
fn kept(stage: &Stage) -> Vec<Check> {
    let journal = stage.journal();
    let checks = journal.records().filter_map(|it| {
        let Body::Check(check) = it.body.told() else { return None };
        Some(check.clone())
    });
    checks.collect()
}

/// What is asked before a check, up to Begin.
fn begun(check: &str) -> Stage {
    let mut stage = Stage::open(Setting::default());
    enter(&mut stage, "Progress");
    enter(&mut stage, "Show: Checks");
    enter(&mut stage, &format!("Do this check: {check}…"));
    tab_to(&mut stage, "None of the signs fits me");
    stage.press("Space");
    tab_to(&mut stage, "Pain now 1");
    stage.press("Space");
    enter(&mut stage, "Begin the check");
    stage.wait_for(|it| it.running().is_some_and(|it| it.started.is_some()));
    stage
}

/// Until a reading is waited for.
fn to_reading(stage: &mut Stage) {
    for _ in 0..400 {
        let Some(running) = stage.running() else { return };
        if running.awaits().is_some() {
            return;
        }
        stage.pass(1.0);
    }
    panic!("no reading is waited for");
}

/// Types a number of degrees and keeps it.
fn degrees(stage: &mut Stage, degrees: &str) {
    to_reading(stage);
    for digit in degrees.chars() {
        stage.press(&digit.to_string());
    }
    stage.press("Enter");
}

#[test]
fn the_check_on_the_front_is_gone_through_and_kept() {
    let mut stage = begun("Lying on your front");
    for degrees_now in ["38", "40", "42", "30", "31", "32", "40", "40", "40", "35", "35", "35"] {
        degrees(&mut stage, degrees_now);
    }
    stage.wait_for(|it| !matches!(it.screen(), Screen::Session(_)));
    assert!(matches!(progress(&stage).open, Some(Open::Check(_))), "{}", stage.outline());
    for said in [
        "This is an observation, not a diagnosis",
        "Inward: 40° (mean of 38, 40, 42)",
        "Your own arc",
    ] {
        assert!(stage.shows(said), "{said}\n{}", stage.outline());
    }
    stage.wait_for(|it| kept(it).len() == 1);
    let check = kept(&stage).remove(0);
    assert_eq!(check.readings.len(), 12);
    assert_eq!(check.method, ["phone", "alone", "pelvis_not_watched"]);
    assert_eq!(check.pain.map(evenhold::units::Pain::get), Some(1));
}

#[test]
fn readings_too_far_apart_are_taken_again_or_left_out() {
    let mut stage = begun("Lying on your front");
    for degrees_now in ["38", "52", "45"] {
        degrees(&mut stage, degrees_now);
    }
    assert!(stage.shows("These three lie 14° apart"), "{}", stage.outline());
    stage.press("Enter");
    for degrees_now in ["40", "41", "42"] {
        degrees(&mut stage, degrees_now);
    }
    for degrees_now in ["10", "20", "30"] {
        degrees(&mut stage, degrees_now);
    }
    enter(&mut stage, "Leave it out");
    for degrees_now in ["40", "40", "40", "35", "35", "35"] {
        degrees(&mut stage, degrees_now);
    }
    stage.wait_for(|it| kept(it).len() == 1);
    let check = kept(&stage).remove(0);
    let measured = measure(&check, &Rules::shipped().checks);
    let means: Vec<_> = measured.iter().map(evenhold::program::Measured::mean).collect();
    assert_eq!(means, [Some(41.0), None, Some(40.0), Some(35.0)]);
    assert!(stage.shows("Outward: not used, the readings lie 20° apart"), "{}", stage.outline());
}

#[test]
fn a_reading_is_of_no_use_when_the_pelvis_lifted() {
    let mut stage = begun("Lying on your front");
    to_reading(&mut stage);
    stage.press("4 8 P");
    let running = stage.running().expect("it goes on");
    assert_eq!(running.awaits(), None, "the foot falls once more");
    let told = running.session.readings();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].rejected, Some(evenhold::library::Gate::Pelvis));
}

#[test]
fn pain_of_three_ends_a_check() {
    let mut stage = begun("Lying on your front");
    degrees(&mut stage, "38");
    stage.press("H 2");
    stage.wait_for(|it| !matches!(it.screen(), Screen::Session(_)));
    stage.wait_for(|it| kept(it).len() == 1);
    assert_eq!(kept(&stage)[0].pain.map(evenhold::units::Pain::get), Some(3));
}

#[test]
fn nothing_begins_with_a_sign_or_with_pain() {
    let mut stage = Stage::open(Setting::default());
    enter(&mut stage, "Progress");
    enter(&mut stage, "Show: Checks");
    enter(&mut stage, "Do this check: Standing…");
    assert!(stage.shows("Say that none of the signs fits you"), "{}", stage.outline());
    tab_to(&mut stage, "None of the signs fits me");
    stage.press("Space");
    tab_to(&mut stage, "Pain now 4");
    stage.press("Space");
    assert!(stage.shows("At a pain of 3 or more no check is done"), "{}", stage.outline());
    assert!(stage.running().is_none());
}

#[test]
fn standing_is_answered_by_numbers_corrected_deleted_and_brought_back() {
    let mut stage = begun("Standing");
    while stage.running().is_some() {
        to_reading(&mut stage);
        stage.press("2");
        stage.pass(0.1);
    }
    stage.wait_for(|it| kept(it).len() == 1);
    let outline = stage.outline();
    assert_eq!(outline.matches("Foot: Slightly out").count(), 2, "{outline}");
    assert_eq!(outline.matches("kneecap straight: common.").count(), 2, "{outline}");
    enter(&mut stage, "Correct…");
    enter(&mut stage, "Set aside");
    enter(&mut stage, "Keep the changes");
    stage.wait_for(|it| progress(it).changed.as_ref().is_some_and(|it| it.saved == Saved::Yes));
    assert!(kept(&stage)[0].readings[0].rejected);
    enter(&mut stage, "Delete");
    stage.wait_for(|it| progress(it).changed.as_ref().is_some_and(|it| it.saved == Saved::Yes));
    assert_eq!(progress(&stage).facts.checks.len(), 0);
    enter(&mut stage, "Undo");
    stage.wait_for(|it| progress(it).changed.as_ref().is_some_and(|it| it.saved == Saved::Yes));
    assert_eq!(progress(&stage).facts.checks.len(), 1);
}

/// Killed between two readings, the check goes on where it was.
#[test]
fn a_check_goes_on_after_the_program_was_gone() {
    let mut stage = begun("Lying on your front");
    degrees(&mut stage, "38");
    degrees(&mut stage, "40");
    let written = |it: &Stage| it.running().is_some_and(|it| it.session.readings().len() == 2);
    assert!(written(&stage));
    stage.pass(20.0);
    let dir = std::rc::Rc::clone(&stage.dir);
    drop(stage);
    let mut stage = Stage::open(Setting { dir: Some(dir), ..Setting::default() });
    enter(&mut stage, "Continue");
    let running = stage.running().expect("it goes on");
    assert_eq!(running.session.readings().len(), 2);
}

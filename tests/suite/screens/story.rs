//! What a person goes through, from Today to the journal.

use std::rc::Rc;

use evenhold::coach::{Access, Doing, News, Overlay, Saved, Screen, Sound, Trouble};
use evenhold::session::{Ending, Phase};

use super::stage::{Setting, Stage, journal};

/// A break: half a minute of getting ready and holding, on both legs.
const SHORT: &str = "cool-down";

fn open(routine: &'static str) -> Stage {
    Stage::open(Setting { routine: Some(routine), ..Setting::default() })
}

#[test]
fn enter_starts_and_the_session_runs_to_a_record_in_the_journal() {
    let mut stage = open("short");
    assert_eq!(stage.focused(), "Start");
    stage.press("Enter");
    assert!(matches!(stage.screen(), Screen::Session(_)));
    let asked = stage.asked();
    assert!(asked.contains("perform #1") && asked.contains("stay awake"), "{asked}");

    stage.run_to_the_end();
    stage.wait_for(|it| matches!(it.screen(), Screen::Summary(it) if it.saved == Saved::Yes));
    assert!(stage.asked().contains("may sleep"));
    let journal = stage.journal();
    let sessions = journal.sessions();
    let [(_, session)] = sessions.as_slice() else { panic!("{} sessions", sessions.len()) };
    assert!(session.is_finished() && session.is_half_done() && session.routine == "short");
    assert!(session.sets.iter().all(|it| !it.skipped && it.done == it.planned));
}

#[test]
fn what_the_summary_is_told_is_in_the_journal_afterwards() {
    let mut stage = open("short");
    stage.press("Enter");
    stage.run_to_the_end();
    stage.wait_for(|it| matches!(it.screen(), Screen::Summary(it) if it.saved == Saved::Yes));
    stage.click("Glute bridge. Clean all the way?: Clean");
    stage.type_into("A note for yourself", "Calm evening");
    stage.click("Done");
    assert!(matches!(stage.screen(), Screen::Today(_)));
    stage.wait_until_written(|it| {
        let sessions = it.sessions();
        sessions.iter().any(|it| it.1.note == "Calm evening" && it.0.rev == 2)
    });
    let journal = stage.journal();
    let sessions = journal.sessions();
    assert_eq!(sessions.len(), 1);
    assert!(sessions.iter().all(|it| it.1.exercises.iter().any(|it| it.form.is_some())));
}

#[test]
fn closing_the_program_in_mid_session_offers_to_go_on_at_the_same_place() {
    let mut stage = open(SHORT);
    stage.press("Enter");
    stage.pass(25.0);
    stage.press("Escape");
    assert!(stage.shows("Leave the session?"));
    stage.click("Leave, and continue later");
    let Screen::Today(today) = stage.screen() else { panic!("not on Today") };
    let left = today.offer.as_ref().expect("an offer").session.view();
    let dir = Rc::clone(&stage.dir);
    drop(stage);

    let mut stage = Stage::open(Setting { dir: Some(dir), ..Setting::default() });
    assert!(stage.shows("is not finished"));
    stage.click("Continue");
    let running = stage.running().expect("a session");
    let view = running.session.view();
    assert_eq!((view.step, view.into, view.side), (left.step, left.into, left.side));
    assert!(matches!(view.phase, Phase::CountIn { .. }));
    stage.run_to_the_end();
    stage.wait_for(|it| matches!(it.screen(), Screen::Summary(it) if it.saved == Saved::Yes));
    assert_eq!(stage.journal().sessions().len(), 1);
}

#[test]
fn a_program_that_was_killed_goes_on_where_it_was() {
    let mut stage = open(SHORT);
    stage.press("Enter");
    stage.pass(25.0);
    let running = stage.running().expect("a session");
    let before = running.session.view();
    let copy = stage.copy_of_the_folder();
    let mut stage = Stage::open(Setting { dir: Some(copy), ..Setting::default() });
    assert!(stage.shows("is not finished"));
    stage.click("Continue");
    let running = stage.running().expect("a session");
    let view = running.session.view();
    assert_eq!(view.step, before.step);
    assert!(before.into.abs_diff(view.into).as_secs() <= 15);
}

#[test]
fn an_unfinished_session_can_be_kept_as_it_is_or_thrown_away() {
    for (answer, kept) in [("End it and keep what was done", 1), ("Throw it away", 0)] {
        let mut stage = open(SHORT);
        stage.press("Enter");
        stage.pass(25.0);
        stage.press("Escape");
        stage.click("Leave, and continue later");
        let dir = Rc::clone(&stage.dir);
        drop(stage);

        let mut stage = Stage::open(Setting { dir: Some(Rc::clone(&dir)), ..Setting::default() });
        stage.click(answer);
        if kept == 1 {
            let is_kept =
                |it: &Stage| matches!(it.screen(), Screen::Summary(it) if it.saved == Saved::Yes);
            stage.wait_for(is_kept);
        }
        drop(stage);
        let journal = journal(dir.path());
        let sessions = journal.sessions();
        assert_eq!(sessions.len(), kept, "{answer}");
        assert!(sessions.iter().all(|it| it.1.ending == Ending::Early));
        let stage = Stage::open(Setting { dir: Some(dir), ..Setting::default() });
        assert!(!stage.shows("is not finished"), "{answer}");
    }
}

#[test]
fn a_second_window_says_so_and_starts_nothing() {
    let first = open(SHORT);
    let dir = Rc::clone(&first.dir);
    let mut second = Stage::open(Setting { dir: Some(dir), ..Setting::default() });
    let Screen::Today(today) = second.screen() else { panic!("not on Today") };
    assert_eq!(today.access, Access::Locked);
    assert!(second.shows("Another Evenhold window has your data open"));
    second.press("Enter");
    assert!(matches!(second.screen(), Screen::Today(_)));
}

#[test]
fn closing_the_window_asks_while_a_session_runs() {
    let mut stage = open(SHORT);
    stage.press("Enter");
    stage.pass(5.0);
    stage.close_window();
    let running = stage.running().expect("a session");
    assert!(matches!(running.overlay, Some(Overlay::Leave { quit: true, .. })));
    stage.click("Stay");
    let running = stage.running().expect("a session");
    assert!(running.overlay.is_none());
}

#[test]
fn a_gap_pauses_at_the_last_good_moment_and_says_why() {
    let mut stage = open(SHORT);
    stage.press("Enter");
    stage.pass(5.0);
    stage.lose(3600);
    let running = stage.running().expect("a session");
    assert_eq!(running.session.view().into.as_secs(), 5);
    assert!(stage.shows("The computer slept or stood still"));
    assert!(stage.asked().contains("silence"));
}

#[test]
fn no_sound_is_shown_all_the_time_and_the_session_goes_on() {
    let mut stage = open(SHORT);
    stage.press("Enter");
    assert!(!stage.shows("No sound"));
    stage.hear(News::Sound(Sound::Silent));
    stage.pass(2.0);
    assert!(stage.shows("No sound"));
    stage.hear(News::Sound(Sound::Playing("headphones".to_owned())));
    assert!(!stage.shows("No sound"));
    stage.run_to_the_end();
    assert!(matches!(stage.screen(), Screen::Summary(_)));
}

#[test]
fn a_setting_outlives_the_window() {
    let mut stage = open(SHORT);
    stage.click("Settings");
    stage.click("Colours: Light");
    let dir = Rc::clone(&stage.dir);
    drop(stage);
    let text = std::fs::read_to_string(dir.path().join("settings.ron")).expect("settings");
    assert!(text.contains("theme: light"), "{text}");
}

#[test]
fn a_full_disk_is_said_during_the_session_until_everything_is_saved() {
    let mut stage = open(SHORT);
    stage.press("Enter");
    stage.hear(News::Failed { doing: Doing::Saving, why: Trouble::Full });
    assert!(stage.shows("the disk is full"));
    stage.pass(15.0);
    assert!(stage.shows("the disk is full"));
    stage.hear(News::Recovered);
    assert!(!stage.shows("the disk is full"));
}

#[test]
fn with_much_pain_there_is_no_session_today() {
    let mut stage = open(SHORT);
    stage.click("Pain right now, if any 7");
    assert!(stage.shows("leave the session out today"));
    stage.click("Start");
    assert!(matches!(stage.screen(), Screen::Today(_)));
    stage.click("Pain right now, if any 2");
    stage.click("Start");
    assert!(matches!(stage.screen(), Screen::Session(_)));
}

//! A whole session without a mouse: every key of a session, and "it hurts".

use evenhold::coach::{Overlay, Running, Screen};
use evenhold::library::Amount;
use evenhold::program::PainState;
use evenhold::session::{HurtBand, PauseReason, Phase, StepKind};

use super::stage::{Setting, Stage};

/// Routine B has holds, reps for each leg and steps each way.
fn started() -> Stage {
    let mut stage = Stage::open(Setting { routine: Some("b"), ..Setting::default() });
    stage.press("Enter");
    stage
}

#[track_caller]
fn running(stage: &Stage) -> &Running {
    stage.running().expect("a session")
}

fn step(stage: &Stage) -> usize {
    running(stage).session.view().step
}

/// Skips to the first set that `which` chooses.
fn go_to(stage: &mut Stage, which: impl Fn(&Amount) -> bool) -> usize {
    let steps = &running(stage).session.plan().steps;
    let work = |it: &evenhold::session::Step| it.work.is_some_and(|it| which(&it.amount));
    let at = steps.iter().position(work).expect("such a set");
    while step(stage) < at {
        stage.press("ArrowRight");
    }
    at
}

#[test]
fn space_pauses_and_goes_on_after_a_count_in() {
    let mut stage = started();
    stage.pass(3.0);
    stage.press("Space");
    let phase = running(&stage).session.view().phase;
    assert!(matches!(phase, Phase::Paused { reason: PauseReason::Person, .. }));
    stage.pass(5.0);
    stage.press("Space");
    assert!(matches!(running(&stage).session.view().phase, Phase::CountIn { .. }));
    stage.pass(3.1);
    let view = running(&stage).session.view();
    assert_eq!((view.phase, view.into.as_secs()), (Phase::Running, 3));
}

#[test]
fn space_is_for_the_session_also_when_a_button_has_the_focus() {
    let mut stage = started();
    stage.press("Tab Tab");
    assert_ne!(stage.focused(), "");
    stage.press("Space");
    assert!(matches!(running(&stage).session.view().phase, Phase::Paused { .. }));
}

#[test]
fn arrows_and_s_move_and_control_z_takes_back() {
    let mut stage = started();
    stage.press("ArrowRight S");
    assert_eq!(step(&stage), 2);
    stage.press("ArrowLeft");
    assert_eq!(step(&stage), 1);
    stage.press("S");
    assert_eq!(step(&stage), 2);
    stage.pass(4.0);
    stage.press("Ctrl+Z");
    assert_eq!(step(&stage), 1);
}

#[test]
fn r_does_the_set_again() {
    let mut stage = started();
    stage.press("S");
    stage.pass(10.0);
    stage.press("R");
    let view = running(&stage).session.view();
    assert_eq!((view.step, view.into.as_secs(), view.kind), (1, 0, StepKind::Work));
}

#[test]
fn plus_and_minus_move_the_end() {
    let mut stage = started();
    let left = |stage: &Stage| running(stage).session.view().left.as_secs();
    let before = left(&stage);
    stage.press("Plus");
    assert_eq!(left(&stage), before + 10);
    stage.press("Minus Minus");
    assert_eq!(left(&stage), before - 10);
}

#[test]
fn d_is_done() {
    let mut stage = started();
    stage.press("D");
    assert_eq!(step(&stage), 1);
}

#[test]
fn up_and_down_correct_the_count_while_paused() {
    let mut stage = started();
    let at = go_to(&mut stage, |it| matches!(it, Amount::Reps(_)));
    stage.pass(30.0);
    stage.press("ArrowUp Space ArrowDown ArrowDown Space");
    stage.pass(3.1);
    let skip_to = at + 1;
    while step(&stage) < skip_to {
        stage.pass(1.0);
    }
    let result = running(&stage).session.result(at).expect("a result").clone();
    let (done, planned) = (result.done.count(), result.planned.count());
    assert_eq!(done.map(|it| it + 2), planned);
}

#[test]
fn h_stops_everything_and_three_answers_are_enough() {
    for (key, band, state) in [
        ("1", HurtBand::Green, PainState::Green),
        ("2", HurtBand::Amber, PainState::Amber),
        ("3", HurtBand::Red, PainState::Red),
    ] {
        let mut stage = started();
        let at = go_to(&mut stage, |it| matches!(it, Amount::Reps(_)));
        let entry = running(&stage).session.view().entry;
        stage.pass(6.0);
        stage.asked();
        stage.press("H");
        assert_eq!(stage.asked(), "silence");
        assert_eq!(running(&stage).overlay, Some(Overlay::Hurt));
        stage.press(key);
        let now = running(&stage);
        assert_eq!(now.advice, Some(state));
        assert_eq!(now.overlay, Some(Overlay::Told));
        let [hurt] = now.session.hurts() else { panic!("not one answer") };
        assert_eq!((hurt.step, hurt.answer.band), (at, band));
        assert!(matches!(now.session.view().phase, Phase::Paused { .. }));
        let is_over = now.session.view().entry != entry;
        assert_eq!(is_over, band == HurtBand::Red, "{band:?}");
    }
}

#[test]
fn a_second_red_ends_the_session() {
    let mut stage = started();
    go_to(&mut stage, |it| matches!(it, Amount::Reps(_)));
    stage.pass(6.0);
    stage.press("H 3 Space");
    stage.pass(60.0);
    stage.press("H 3");
    let Screen::Summary(summary) = stage.screen() else { panic!("no summary") };
    assert!(summary.stopped_by_pain);
    assert!(stage.shows("The session ended because of pain"));
}

#[test]
fn question_mark_lists_every_key_and_escape_closes_the_list() {
    let mut stage = started();
    stage.press("?");
    assert!(matches!(running(&stage).overlay, Some(Overlay::Keys { .. })));
    stage.press("Escape");
    assert!(running(&stage).overlay.is_none());
}

#[test]
fn escape_asks_and_tab_and_enter_answer() {
    let mut stage = started();
    stage.press("Escape");
    assert_eq!(stage.focused(), "Stay");
    stage.press("Tab");
    assert_eq!(stage.focused(), "Finish now");
    stage.press("Enter");
    assert!(matches!(stage.screen(), Screen::Summary(_)));
}

#[test]
fn control_q_asks_while_a_session_runs() {
    let mut stage = started();
    stage.press("Ctrl+Q");
    assert!(matches!(running(&stage).overlay, Some(Overlay::Leave { quit: true, .. })));
}

#[test]
fn controls_come_with_tab_and_go_by_themselves() {
    let mut stage = started();
    assert!(!running(&stage).shows_controls());
    stage.press("Tab");
    assert!(running(&stage).shows_controls());
    stage.pass(5.0);
    assert!(!running(&stage).shows_controls());
}

#[test]
fn every_screen_can_be_reached_by_tab_and_enter() {
    let mut stage = Stage::open(Setting::default());
    for place in ["Progress", "Routines", "Library", "Settings", "Today"] {
        for _ in 0..80 {
            if stage.focused() == place {
                break;
            }
            stage.press("Tab");
        }
        assert_eq!(stage.focused(), place);
        stage.press("Enter");
        let here = stage.screen().place().map(evenhold::coach::Place::slug);
        assert_eq!(here, Some(place.to_lowercase().as_str()));
    }
}

//! What has gone wrong in other programs of this kind, one test each (peers.md, section 4).

use super::{plan, run, secs, transcript};
use crate::session::score::{Tone, score};
use crate::session::{Command, Event, PauseReason, Phase, Session, StepKind};
use crate::units::Sides;

#[test]
fn a_rest_of_nothing_neither_locks_up_nor_beeps() {
    let plan = plan("bridge x3 rest 0");
    assert!(plan.steps.iter().all(|it| it.kind != StepKind::Rest && !it.length.is_zero()));
    let mut session = Session::new(plan);
    session.apply(Command::Start);
    session.advance(secs(1000));
    assert!(session.is_over());
}

#[test]
fn a_pause_stops_every_clock() {
    let mut session = Session::new(plan("hold"));
    run(&mut session, "start 45 pause");
    let before = session.view();
    session.advance(secs(3600));
    let after = session.view();
    assert_eq!((before.number, before.left), (after.number, after.left));
    assert_eq!((before.active, before.fraction), (after.active, after.fraction));
    assert!(score(&session).cues.is_empty(), "and no clock ticks on in the sound");
}

#[test]
fn redo_and_jump_keep_to_their_side() {
    let mut session = Session::new(plan("clam x2"));
    let right = session.plan().steps.iter().position(|it| it.side == Sides::Right && it.set == 2);
    session.apply(Command::Start);
    session.apply(Command::Jump(right.expect("a right side") + 1));
    session.advance(secs(9));
    session.apply(Command::Redo);
    let view = session.view();
    assert_eq!((view.side, view.set, view.kind), (Sides::Right, 2, StepKind::Work));
}

#[test]
fn ending_a_set_does_not_end_the_session() {
    let mut session = Session::new(plan("clam x2"));
    run(&mut session, "start 55 done");
    assert_eq!(session.view().phase, Phase::Running);
    assert_eq!(session.view().kind, StepKind::Switch);
}

#[test]
fn nothing_sounds_after_the_end() {
    let mut session = Session::new(plan("clam"));
    run(&mut session, "start 55 finish");
    assert!(score(&session).cues.is_empty());
    assert_eq!(session.advance(secs(1000)), Vec::new());
    assert_eq!(session.view().until_next_change, None);
}

#[test]
fn no_beat_after_the_last_rep() {
    let mut session = Session::new(plan("bridge"));
    run(&mut session, "start 41");
    let beats: Vec<_> = score(&session)
        .cues
        .iter()
        .filter(|it| matches!(it.tone, Some(Tone::Beat | Tone::Phase)))
        .map(|it| it.at.as_secs())
        .collect();
    // Reps of 2 + 2 s from 0:40; now is 0:41; the set ends at 0:52.
    assert_eq!(beats, [1, 3, 5, 7, 9]);
}

#[test]
fn waking_from_sleep_in_a_hold_counts_nothing_and_says_so() {
    let told = transcript("hold", "start 50");
    let mut session = Session::new(plan("hold"));
    run(&mut session, "start 50");
    session.apply(Command::Pause(PauseReason::Gap));
    session.advance(secs(1900));
    assert_eq!(session.view().into, secs(10), "after {told}");
    assert_eq!(session.active(), secs(50));
}

#[test]
fn a_change_after_the_set_leaves_the_others_alone() {
    let mut session = Session::new(plan("clam x2"));
    run(&mut session, "start 100");
    let before: Vec<_> = session.results().into_iter().cloned().collect();
    session.apply(Command::Correct(-1));
    let after: Vec<_> = session.results().into_iter().cloned().collect();
    let changed = before.iter().zip(&after).filter(|it| it.0 != it.1).count();
    assert_eq!((before.len(), after.len(), changed), (2, 2, 1));
}

#[test]
fn the_hold_is_not_shown_as_over_before_it_began() {
    let mut session = Session::new(plan("hold"));
    let events = run(&mut session, "start 39.999");
    assert!(events.iter().all(|it| !matches!(it.event, Event::SetSettled { .. })));
    assert_eq!(session.view().kind, StepKind::Ready);
    assert_eq!(session.view().fraction.to_bits() & !0x7fff, 0.999_97_f32.to_bits() & !0x7fff);
}

#[test]
fn a_change_of_sides_has_its_own_time_and_belongs_to_neither_side() {
    let mut session = Session::new(plan("hold"));
    run(&mut session, "start 1000");
    let done: Vec<_> = session.results().iter().map(|it| (it.side, it.done.time())).collect();
    assert_eq!(done, [(Sides::Left, Some(secs(30))), (Sides::Right, Some(secs(30)))]);
    let switch = session.plan().steps.iter().find(|it| it.kind == StepKind::Switch);
    assert_eq!(switch.map(|it| it.length), Some(secs(15)));
}

#[test]
fn a_set_at_ones_own_pace_never_rushes_nor_advances_by_itself() {
    let mut session = Session::new(plan("own"));
    run(&mut session, "start 30 86400");
    assert_eq!(session.view().kind, StepKind::Work);
    assert_eq!(session.view().until_next_change, None);
    assert!(score(&session).cues.is_empty(), "and it is silent while it waits");
}

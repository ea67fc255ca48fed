//! What is heard, and when: drawn scores.

use std::fmt::Write as _;

use expect_test::{Expect, expect};

use super::{plan, run};
use crate::session::Session;
use crate::session::score::score;
use crate::units::Mss;

#[track_caller]
fn check(text: &str, script: &str, expect: Expect) {
    let mut session = Session::new(plan(text));
    run(&mut session, script);
    let mut out = String::new();
    for it in score(&session).cues {
        let at = format!("{}.{:01}", Mss(it.at), it.at.subsec_millis() / 100);
        let tone = it.tone.map(|it| format!(" {it:?}").to_lowercase()).unwrap_or_default();
        let words = it.words.map(|it| format!(" \"{it:?}\"")).unwrap_or_default();
        writeln!(out, "{at}{tone}{words}").expect("a string takes it");
    }
    expect.assert_eq(&out);
}

#[test]
fn a_session_of_one_stretch_from_start_to_end() {
    check("hold", "start", expect![[""]]);
}

#[test]
fn reps_have_a_beat_each_and_a_lighter_one_a_phase() {
    check("bridge", "start 39", expect![[""]]);
}

#[test]
fn from_the_middle_of_a_hold_only_the_rest_of_it_sounds() {
    check("sit", "start 60", expect![[""]]);
}

#[test]
fn a_count_in_is_sounded_and_the_beginning_is_not_sounded_twice() {
    check("sit", "start 60 pause 1 resume", expect![[""]]);
}

#[test]
fn it_goes_as_far_as_the_step_that_waits() {
    check("own", "start 28", expect![[""]]);
}

#[test]
fn a_longer_hold_moves_its_end_and_its_middle() {
    check("sit", "start 41 +10", expect![[""]]);
}

#[test]
fn a_pause_is_silent() {
    check("sit", "start 60 pause", expect![[""]]);
}

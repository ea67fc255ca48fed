//! The small words.

use std::time::Duration;

use expect_test::expect;

use super::Text;
use crate::library::{Amount, Equipment};
use crate::session::{LeftOut, LeftOutReason, Missing, PlanError};
use crate::units::{Phase, Sides};

#[test]
fn amounts_and_times_are_short_and_exact() {
    let text = Text::english();
    let secs = Duration::from_secs;
    let amounts = [
        Amount::Hold(secs(30)),
        Amount::Hold(secs(90)),
        Amount::Drill(secs(120)),
        Amount::Drill(secs(150)),
        Amount::Reps(1),
        Amount::Reps(12),
        Amount::Steps(10),
        Amount::Reaches(5),
    ];
    expect!["30 s hold, 90 s hold, 2 min, 2:30 min, 1 rep, 12 reps, 10 steps, 5 reaches"]
        .assert_eq(&text.list(amounts.map(|it| text.amount(it))));
    let minutes = [secs(20), secs(89), secs(90), secs(1261)].map(|it| text.minutes(it));
    expect!["1 min, 1 min, 2 min, 21 min"].assert_eq(&text.list(minutes));
}

#[test]
fn a_phase_is_called_by_the_exercises_own_word() {
    let text = Text::english();
    let own = ["out", "hold", "in", ""].map(str::to_owned);
    assert_eq!(text.phase(Phase::Lower, Some(&own)), "in");
    assert_eq!(text.phase(Phase::Lower, None), "lower");
}

#[test]
fn what_to_fetch_is_a_list() {
    let text = Text::english();
    let things = [Equipment::Mat, Equipment::BandLight, Equipment::Wall];
    assert_eq!(text.list(things.map(|it| text.equipment(it))), "a mat, a light band, a wall");
}

#[test]
fn the_bare_words_left_side_are_never_said_of_a_leg() {
    let text = Text::english();
    for side in [Sides::Left, Sides::Right, Sides::Both] {
        assert!(!text.side(side).to_lowercase().contains("side"));
    }
}

#[test]
fn what_is_left_out_says_why() {
    let text = Text::english();
    let all = [
        LeftOutReason::NoBand,
        LeftOutReason::NoWall,
        LeftOutReason::NoBench,
        LeftOutReason::NoFloor,
        LeftOutReason::Time,
        LeftOutReason::Unsuited,
        LeftOutReason::Unscreened,
        LeftOutReason::StrengthPaused,
        LeftOutReason::Enough,
    ];
    let said = all.map(|reason| {
        let (exercise, name) = ("clam".to_owned(), "Clamshell".to_owned());
        text.left_out(&LeftOut { exercise, name, reason })
    });
    expect![[r#"
        Clamshell: needs a band
        Clamshell: needs a wall
        Clamshell: needs a bench
        Clamshell: needs the floor
        Clamshell: no time for it today
        Clamshell: not with what you told about your health
        Clamshell: after the health questions
        Clamshell: strength work pauses
        Clamshell: has had its minutes this week"#]]
    .assert_eq(&said.join("\n"));
}

#[test]
fn an_empty_plan_says_whether_today_is_to_blame() {
    let text = Text::english();
    let no_band = Missing { band: true, ..Missing::default() };
    let said = [
        text.plan_error(&PlanError::Empty, Missing::default()),
        text.plan_error(&PlanError::Empty, no_band),
        text.plan_error(&PlanError::UnknownExercise("clan".to_owned()), no_band),
        text.plan_error(&PlanError::UnknownLevel("clam".to_owned(), 9), no_band),
        text.plan_error(&PlanError::NoTime { minutes: 1, least: Duration::from_secs(95) }, no_band),
    ];
    expect![[r#"
        This routine has no exercises yet
        Nothing of this routine can be done without what is missing today
        This routine names the exercise “clan”, which is not in the library
        This routine names level 9 of “clam”, which has no such level
        No exercise of this routine fits into 1 min; the shortest needs 2 min"#]]
    .assert_eq(&said.join("\n"));
}

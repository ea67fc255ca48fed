//! What is heard, and when: drawn scores.

use std::fmt::Write as _;

use expect_test::{Expect, expect};

use super::{plan, run};
use crate::session::Session;
use crate::session::score::score;
use crate::units::Mss;

#[track_caller]
fn check(text: &str, script: &str, expect: &Expect) {
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
    check(
        "hold",
        "start",
        &expect![[r#"
        0:00.0 ready
        0:00.9 "Exercise { entry: 0, first: true }"
        0:02.2 "Side { step: 0, short: false }"
        0:06.1 "Setup { entry: 0, short: false }"
        0:10.3 "Dose { step: 0 }"
        0:37.0 countdown
        0:38.0 countdown
        0:39.0 countdown
        0:40.0 start
        0:40.9 "Cue { entry: 0, cue: 0, short: false }"
        0:55.0 halfway
        0:55.9 "Cue { entry: 0, cue: 1, short: false }"
        1:07.0 countdown
        1:08.0 countdown
        1:09.0 countdown
        1:10.0 end
        1:10.7 switch
        1:11.6 "Switch"
        1:13.3 "Side { step: 2, short: false }"
        1:22.0 countdown
        1:23.0 countdown
        1:24.0 countdown
        1:25.0 start
        1:25.9 "Cue { entry: 0, cue: 0, short: false }"
        1:40.0 halfway
        1:40.9 "Cue { entry: 0, cue: 1, short: false }"
        1:52.0 countdown
        1:53.0 countdown
        1:54.0 countdown
        1:55.0 end
        1:55.9 done
        1:57.7 "Finished"
    "#]],
    );
}

#[test]
fn reps_have_a_beat_each_and_a_lighter_one_a_phase() {
    check(
        "bridge",
        "start 39",
        &expect![[r#"
        0:00.0 countdown
        0:01.0 start
        0:01.1 "Rep(1)"
        0:03.0 phase
        0:05.0 beat
        0:05.1 "Rep(2)"
        0:07.0 phase
        0:09.0 beat
        0:09.1 "Rep(3)"
        0:11.0 phase
        0:13.0 end
        0:13.9 done
        0:15.7 "Finished"
    "#]],
    );
}

#[test]
fn from_the_middle_of_a_hold_only_the_rest_of_it_sounds() {
    check(
        "sit",
        "start 60",
        &expect![[r#"
        0:07.0 countdown
        0:08.0 countdown
        0:09.0 countdown
        0:10.0 end
        0:10.9 done
        0:12.7 "Finished"
    "#]],
    );
}

#[test]
fn a_count_in_is_sounded_and_the_beginning_is_not_sounded_twice() {
    check(
        "sit",
        "start 60 pause 1 resume",
        &expect![[r#"
        0:00.0 countdown
        0:01.0 countdown
        0:02.0 countdown
        0:03.0 start
        0:10.0 countdown
        0:11.0 countdown
        0:12.0 countdown
        0:13.0 end
        0:13.9 done
        0:15.7 "Finished"
    "#]],
    );
}

#[test]
fn it_goes_as_far_as_the_step_that_waits() {
    check(
        "own",
        "start 28",
        &expect![[r#"
        0:00.0 countdown
        0:01.0 countdown
        0:02.0 start
        0:03.0 "OwnPace { step: 1 }"
    "#]],
    );
}

#[test]
fn a_longer_hold_moves_its_end_and_its_middle() {
    check(
        "sit",
        "start 41 +10",
        &expect![[r#"
        0:19.0 halfway
        0:19.9 "Cue { entry: 0, cue: 0, short: false }"
        0:36.0 countdown
        0:37.0 countdown
        0:38.0 countdown
        0:39.0 end
        0:39.9 done
        0:41.7 "Finished"
    "#]],
    );
}

#[test]
fn a_pause_is_silent() {
    check("sit", "start 60 pause", &expect![[""]]);
}

//! From Start to the end.

use expect_test::expect;

use super::stage::{Stage, check};

#[test]
fn a_session_runs_to_its_end_and_is_recorded() {
    check(
        "choose hold; before 2; ?; start; ?; wait 30; wait 25; ?; saved 1; ?; done; ?",
        expect![[r#"
            > choose hold
            > before 2
            ? today: chosen "hold", Open, can start true, offer false
            > start
            begin hold, pain 2
            log at 0 0ns
            perform #1 from 0 s: 11 tones, 6 words
            stay awake
            ? session: step 0 at 0ns running
            log at 1 0ns
            may sleep
            log set 1 lean both 20s/20s, at 1 20s, ended Completed
            finish 1 rev 1 Completed active 50s: lean both 20s (pain 2/-)
            ? summary: Completed, saved Saving
                Lean: both 20s of 20s, asks false/false told None None
            > saved 1
            ? summary: Completed, saved Yes
                Lean: both 20s of 20s, asks false/false told None None
            > done
            ? today: chosen "demo", Open, can start true, offer false
        "#]],
    );
}

#[test]
fn a_late_frame_changes_nothing_that_is_heard_or_logged() {
    check(
        "choose hold; start; wait 60; ?",
        expect![[r#"
            > choose hold
            > start
            begin hold, pain untold
            log at 0 0ns
            perform #1 from 0 s: 11 tones, 6 words
            stay awake
            may sleep
            log at 1 0ns, set 1 lean both 20s/20s, at 1 20s, ended Completed
            finish 1 rev 1 Completed active 50s: lean both 20s (pain -/-)
            ? summary: Completed, saved Saving
                Lean: both 20s of 20s, asks false/false told None None
        "#]],
    );
}

#[test]
fn the_same_answer_about_pain_again_takes_it_back() {
    check(
        "choose hold; before 2; before 2; start",
        expect![[r#"
        > choose hold
        > before 2
        > before 2
        > start
        begin hold, pain untold
        log at 0 0ns
        perform #1 from 0 s: 11 tones, 6 words
        stay awake
    "#]],
    );
}

#[test]
fn nothing_starts_before_everything_is_read() {
    let mut stage = Stage::bare();
    stage.run("start; ?");
    expect![[r#"
        > start
        ? today: chosen "", Opening, can start false, offer false
    "#]]
    .assert_eq(&stage.said);
}

#[test]
fn a_set_at_ones_own_pace_waits_for_the_person() {
    check(
        "start; jump 5; wait 10; wait 60; key Shift+d; wait 2; key Shift+d; key d; ?",
        expect![[r#"
            > start
            begin demo, pain untold
            log at 0 0ns
            perform #1 from 0 s: 37 tones, 19 words
            stay awake
            > jump 5
            perform #2 from 0 s: 15 tones, 6 words
            log set 1 lean both 0ns/20s cut, set 3 clam left 0/2 cut, at 5 0ns
            log resumed
            log set 5 clam right 2/2, at 6 0ns, at 7 27s
            > key Shift+d
            log at 7 27s rep 1
            > key Shift+d
            log at 7 29s rep 2
            > key d
            perform #3 from 72 s: 2 tones, 1 words
            may sleep
            log set 7 squat both 2/8, at 7 40s, ended Completed
            finish 1 rev 1 Completed active 69s: lean both 0ns, clam left 0, clam right 2, squat both 2 (pain -/-)
            ? summary: Completed, saved Saving
                Lean: both 0ns of 20s, asks false/false told None None
                Clamshell: left 0 of 2, right 2 of 2, asks true/true told None None
                Squat: both 2 of 8, asks true/true told None None
        "#]],
    );
}

#[test]
fn a_place_is_noted_every_fifteen_seconds() {
    check(
        "choose hold; start; wait 15; wait 14; wait 1; wait 16",
        expect![[r#"
        > choose hold
        > start
        begin hold, pain untold
        log at 0 0ns
        perform #1 from 0 s: 11 tones, 6 words
        stay awake
        log at 0 15s
        log at 1 0ns
        log at 1 16s
    "#]],
    );
}

#[test]
fn what_is_missing_today_changes_the_plan() {
    check(
        "lack band; ?; start",
        expect![[r#"
            > lack band
            ? today: chosen "demo", Open, can start true, offer false
            > start
            begin demo, pain untold
            log at 0 0ns
            perform #1 from 0 s: 15 tones, 9 words
            stay awake
        "#]],
    );
}

#[test]
fn today_keeps_its_answers_while_the_person_looks_elsewhere() {
    check(
        "choose hold; before 3; go settings; ?; go today; ?; start",
        expect![[r#"
            > choose hold
            > before 3
            > go settings
            reminders: Look
            ? Settings
            > go today
            ? today: chosen "hold", Open, can start true, offer false
            > start
            begin hold, pain 3
            log at 0 0ns
            perform #1 from 0 s: 11 tones, 6 words
            stay awake
        "#]],
    );
}

#[test]
fn a_running_session_is_not_left_by_the_rail() {
    check(
        "choose hold; start; go library; ?",
        expect![[r#"
        > choose hold
        > start
        begin hold, pain untold
        log at 0 0ns
        perform #1 from 0 s: 11 tones, 6 words
        stay awake
        > go library
        ? session: step 0 at 0ns running
    "#]],
    );
}

#[test]
fn much_pain_beforehand_offers_no_session() {
    check(
        "choose hold; before 6; ?; start; before 5; ?",
        expect![[r#"
        > choose hold
        > before 6
        ? today: chosen "hold", Open, can start false, offer false
        > start
        > before 5
        ? today: chosen "hold", Open, can start true, offer false
    "#]],
    );
}

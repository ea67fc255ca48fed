//! "It hurts" in a session, key by key.

use expect_test::expect;

use super::stage::check;

#[test]
fn it_hurts_pauses_first_and_green_carries_on() {
    check(
        "start; jump 3; wait 6; key h; ?; key s; hurt green; ?; key Space; ?",
        expect![[r#"
            > start
            begin demo, pain untold
            log at 0 0ns
            perform #1 from 0 s: 37 tones, 19 words
            stay awake
            > jump 3
            perform #2 from 0 s: 26 tones, 10 words
            log set 1 lean both 0ns/20s cut, at 3 0ns
            log resumed
            > key h
            silence
            log paused Hurt, at 3 3s
            ? session: step 3 at 3s paused (Hurt), asks: how much?, controls
            > key s
            > hurt green
            log hurt clam left rep 0 Green
            ? session: step 3 at 3s paused (Hurt), says what it means, controls, advice Green
            > key Space
            perform #3 from 6 s: 24 tones, 9 words
            ? session: step 3 at 3s counting in 3s
        "#]],
    );
}

#[test]
fn amber_leaves_the_choice_and_keeps_the_exact_number() {
    check(
        "start; jump 3; wait 6; key h; hurt amber 4; ?; key Shift+s; ?",
        expect![[r#"
            > start
            begin demo, pain untold
            log at 0 0ns
            perform #1 from 0 s: 37 tones, 19 words
            stay awake
            > jump 3
            perform #2 from 0 s: 26 tones, 10 words
            log set 1 lean both 0ns/20s cut, at 3 0ns
            log resumed
            > key h
            silence
            log paused Hurt, at 3 3s
            > hurt amber 4
            log hurt clam left rep 0 Amber 4
            ? session: step 3 at 3s paused (Hurt), says what it means, controls, advice Amber
            > key Shift+s
            log set 3 clam left 0/2 cut, dropped 1, set 5 clam right 0/2 cut, at 6 0ns
            ? session: step 6 at 0ns paused (Hurt), controls
        "#]],
    );
}

#[test]
fn red_gives_up_the_exercise_and_the_second_red_ends_the_session() {
    check(
        "start; jump 3; wait 6; key h; hurt red; ?; key Space; wait 20; key h; hurt red 8; ?",
        expect![[r#"
            > start
            begin demo, pain untold
            log at 0 0ns
            perform #1 from 0 s: 37 tones, 19 words
            stay awake
            > jump 3
            perform #2 from 0 s: 26 tones, 10 words
            log set 1 lean both 0ns/20s cut, at 3 0ns
            log resumed
            > key h
            silence
            log paused Hurt, at 3 3s
            > hurt red
            log hurt clam left rep 0 Red, set 3 clam left 0/2 cut, dropped 1, set 5 clam right 0/2 cut, at 6 0ns
            ? session: step 6 at 0ns paused (Hurt), says what it means, controls, advice Red
            > key Space
            perform #3 from 6 s: 4 tones, 4 words
            log resumed
            > key h
            silence
            log paused Hurt, at 6 17s
            > hurt red 8
            may sleep
            log hurt clam right rep 0 Red 8, set 7 squat both 0/8 cut, at 6 17s, ended Early
            finish 1 rev 1 Early active 20s: lean both 0ns, clam left 0, clam right 0, squat both 0 (pain -/-)
            ? summary: Early, saved Saving, stopped by pain
                Lean: both 0ns of 20s, asks false/false told None None
                Clamshell: left 0 of 2, right 0 of 2, asks false/false told None None
                Squat: both 0 of 8, asks false/false told None None
        "#]],
    );
}

#[test]
fn red_in_a_gap_belongs_to_the_exercise_before() {
    check(
        "start; jump 1; wait 25; ?; key h; hurt red; ?",
        expect![[r#"
            > start
            begin demo, pain untold
            log at 0 0ns
            perform #1 from 0 s: 37 tones, 19 words
            stay awake
            > jump 1
            perform #2 from 0 s: 36 tones, 16 words
            log at 1 0ns
            log resumed, set 1 lean both 20s/20s, at 2 2s
            ? session: step 2 at 2s running
            > key h
            silence
            log paused Hurt, at 2 2s
            > hurt red
            log hurt lean both rep 0 Red, dropped 0
            ? session: step 2 at 2s paused (Hurt), says what it means, controls, advice Red
        "#]],
    );
}

#[test]
fn closing_the_question_about_pain_keeps_the_session_paused() {
    check(
        "start; key h; key Esc; ?",
        expect![[r#"
        > start
        begin demo, pain untold
        log at 0 0ns
        perform #1 from 0 s: 37 tones, 19 words
        stay awake
        > key h
        silence
        log paused Hurt, at 0 0ns
        > key Esc
        ? session: step 0 at 0ns paused (Hurt), controls
    "#]],
    );
}

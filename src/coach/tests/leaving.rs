//! Leaving a session, and going on with it.

use expect_test::expect;

use super::stage::{Stage, check};
use crate::coach::{Message, News, Screen};

#[test]
fn esc_asks_and_staying_counts_in() {
    check(
        "start; wait 5; key Esc; ?; leave stay; ?; key Esc; key Esc; ?",
        expect![[r#"
        > start
        begin demo, pain untold
        log at 0 0ns
        perform #1 from 0 s: 37 tones, 19 words
        stay awake
        > key Esc
        silence
        log paused Question, at 0 5s
        ? session: step 0 at 5s paused (Question), asks: leave?, controls
        > leave stay
        perform #2 from 5 s: 36 tones, 16 words
        ? session: step 0 at 5s counting in 3s
        > key Esc
        silence
        log paused Question, at 0 5s
        > key Esc
        perform #3 from 5 s: 36 tones, 16 words
        ? session: step 0 at 5s counting in 3s
    "#]],
    );
}

#[test]
fn asking_while_paused_leaves_the_session_paused() {
    check(
        "start; key Space; key Esc; leave stay; ?",
        expect![[r#"
        > start
        begin demo, pain untold
        log at 0 0ns
        perform #1 from 0 s: 37 tones, 19 words
        stay awake
        > key Space
        silence
        log paused Person, at 0 0ns
        > key Esc
        > leave stay
        ? session: step 0 at 0ns paused (Person), controls
    "#]],
    );
}

#[test]
fn finishing_early_keeps_what_was_done() {
    check(
        "start; jump 1; wait 8; key Esc; leave finish; ?",
        expect![[r#"
            > start
            begin demo, pain untold
            log at 0 0ns
            perform #1 from 0 s: 37 tones, 19 words
            stay awake
            > jump 1
            perform #2 from 0 s: 36 tones, 16 words
            log at 1 0ns
            log resumed
            > key Esc
            silence
            log paused Question, at 1 5s
            > leave finish
            may sleep
            log set 1 lean both 5s/20s cut, set 3 clam left 0/2 cut, set 5 clam right 0/2 cut, set 7 squat both 0/8 cut, at 1 5s, ended Early
            finish 1 rev 1 Early active 5s: lean both 5s, clam left 0, clam right 0, squat both 0 (pain -/-)
            ? summary: Early, saved Saving
                Lean: both 5s of 20s, asks false/false told None None
                Clamshell: left 0 of 2, right 0 of 2, asks false/false told None None
                Squat: both 0 of 8, asks false/false told None None
        "#]],
    );
}

#[test]
fn leaving_offers_to_continue_and_goes_on_in_place() {
    check(
        "start; jump 1; wait 8; key Esc; leave later; ?; start; offer continue; ?; wait 10; ?",
        expect![[r#"
            > start
            begin demo, pain untold
            log at 0 0ns
            perform #1 from 0 s: 37 tones, 19 words
            stay awake
            > jump 1
            perform #2 from 0 s: 36 tones, 16 words
            log at 1 0ns
            log resumed
            > key Esc
            silence
            log paused Question, at 1 5s
            > leave later
            may sleep
            log at 1 5s, ended Left
            ? today: chosen "demo", Open, can start false, offer true
            > start
            > offer continue
            continue 1
            perform #3 from 8 s: 36 tones, 15 words
            stay awake
            ? session: step 1 at 5s counting in 10s
            log resumed
            ? session: step 1 at 5s running
        "#]],
    );
}

#[test]
fn what_was_left_can_be_kept_or_thrown_away() {
    check(
        "start; jump 1; wait 8; key Esc; leave later; wait 60; offer keep; ?",
        expect![[r#"
            > start
            begin demo, pain untold
            log at 0 0ns
            perform #1 from 0 s: 37 tones, 19 words
            stay awake
            > jump 1
            perform #2 from 0 s: 36 tones, 16 words
            log at 1 0ns
            log resumed
            > key Esc
            silence
            log paused Question, at 1 5s
            > leave later
            may sleep
            log at 1 5s, ended Left
            > offer keep
            continue 1
            log set 1 lean both 5s/20s cut, set 3 clam left 0/2 cut, set 5 clam right 0/2 cut, set 7 squat both 0/8 cut, at 1 5s, ended Early
            finish 1 rev 1 Early active 5s: lean both 5s, clam left 0, clam right 0, squat both 0 (pain -/-)
            ? summary: Early, saved Saving
                Lean: both 5s of 20s, asks false/false told None None
                Clamshell: left 0 of 2, right 0 of 2, asks false/false told None None
                Squat: both 0 of 8, asks false/false told None None
        "#]],
    );
    check(
        "start; wait 8; key Esc; leave later; offer discard; ?",
        expect![[r#"
            > start
            begin demo, pain untold
            log at 0 0ns
            perform #1 from 0 s: 37 tones, 19 words
            stay awake
            > key Esc
            silence
            log paused Question, at 0 8s
            > leave later
            may sleep
            log at 0 8s, ended Left
            > offer discard
            continue 1
            discard
            ? today: chosen "demo", Open, can start true, offer false
        "#]],
    );
}

#[test]
fn closing_the_window_asks_the_same_and_closes_after_the_answer() {
    check(
        "start; close-window; ?; leave stay; close-window; leave later",
        expect![[r#"
        > start
        begin demo, pain untold
        log at 0 0ns
        perform #1 from 0 s: 37 tones, 19 words
        stay awake
        > close-window
        silence
        log paused Question, at 0 0ns
        ? session: step 0 at 0ns paused (Question), asks: leave and close?, controls
        > leave stay
        perform #2 from 0 s: 36 tones, 19 words
        > close-window
        silence
        log paused Question, at 0 0ns
        > leave later
        may sleep
        log at 0 0ns, ended Left
        quit
    "#]],
    );
}

#[test]
fn closing_the_window_while_asked_to_leave_closes_it_after_the_answer() {
    check(
        "start; wait 40; key Esc; close-window; ?; leave finish",
        expect![[r#"
        > start
        begin demo, pain untold
        log at 0 0ns
        perform #1 from 0 s: 37 tones, 19 words
        stay awake
        log at 1 10s
        > key Esc
        silence
        log paused Question, at 1 10s
        > close-window
        ? session: step 1 at 10s paused (Question), asks: leave and close?, controls
        > leave finish
        may sleep
        log set 1 lean both 10s/20s cut, set 3 clam left 0/2 cut, set 5 clam right 0/2 cut, set 7 squat both 0/8 cut, at 1 10s, ended Early
        finish 1 rev 1 Early active 40s: lean both 10s, clam left 0, clam right 0, squat both 0 (pain -/-)
        quit
    "#]],
    );
}

#[test]
fn ctrl_q_asks_too() {
    check(
        "start; key Ctrl+q; ?; close-overlay; ?",
        expect![[r#"
        > start
        begin demo, pain untold
        log at 0 0ns
        perform #1 from 0 s: 37 tones, 19 words
        stay awake
        > key Ctrl+q
        silence
        log paused Question, at 0 0ns
        ? session: step 0 at 0ns paused (Question), asks: leave and close?, controls
        > close-overlay
        perform #2 from 0 s: 36 tones, 19 words
        ? session: step 0 at 0ns counting in 3s
    "#]],
    );
}

#[test]
fn closing_the_window_elsewhere_just_closes_it() {
    check(
        "close-window",
        expect![[r#"
        > close-window
        quit
    "#]],
    );
    check(
        "choose hold; start; wait 60; note Fine; close-window",
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
            > note Fine
            > close-window
            append amend 1 rev 2 Completed active 50s: lean both 20s (pain -/-, noted)
            quit
        "#]],
    );
}

#[test]
fn a_session_from_the_disk_goes_on_where_it_was() {
    let mut before = Stage::new();
    before.run("start; jump 1; wait 8; key Esc; leave later");
    let Screen::Today(today) = before.coach.view(&before.now).screen.clone() else { panic!() };
    let offer = today.offer.unwrap();

    let mut stage = Stage::new();
    let (started, facts, last) = (Box::new(offer.started), offer.facts, offer.last);
    stage.tell(Message::News(News::Unfinished { started, facts, last }));
    stage.run("?; offer continue; ?; wait 12; ?; key Esc; leave finish");
    expect![[r#"
        ? today: chosen "demo", Open, can start false, offer true
        > offer continue
        continue 1
        perform #1 from 0 s: 36 tones, 15 words
        stay awake
        ? session: step 1 at 5s counting in 10s
        log resumed
        ? session: step 1 at 7s running
        > key Esc
        silence
        log paused Question, at 1 7s
        > leave finish
        may sleep
        log set 1 lean both 7s/20s cut, set 3 clam left 0/2 cut, set 5 clam right 0/2 cut, set 7 squat both 0/8 cut, at 1 7s, ended Early
        finish 1 rev 1 Early active 7s: lean both 7s, clam left 0, clam right 0, squat both 0 (pain -/-)
    "#]].assert_eq(&stage.said);
}

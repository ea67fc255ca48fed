//! Every key of a session, and "it hurts".

use std::collections::BTreeSet;

use expect_test::expect;

use super::stage::check;
use crate::coach::Action;
use crate::text::Text;

#[test]
fn space_pauses_at_once_and_goes_on_after_a_count_in() {
    check(
        "start; wait 7.5; key Space; ?; wait 9; ?; key Space; ?; wait 3; ?",
        expect![[r#"
        > start
        begin demo, pain untold
        log at 0 0ns
        perform #1 from 0 s: 37 tones, 19 words
        stay awake
        > key Space
        silence
        log paused Person, at 0 7.5s
        ? session: step 0 at 7.5s paused (Person), controls
        ? session: step 0 at 7.5s paused (Person), controls
        > key Space
        perform #2 from 16.5 s: 36 tones, 16 words
        ? session: step 0 at 7.5s counting in 3s
        log resumed
        ? session: step 0 at 7.5s running
    "#]],
    );
}

#[test]
fn space_during_the_count_in_pauses_again() {
    check(
        "start; key Space; key Space; wait 1; key Space; ?",
        expect![[r#"
        > start
        begin demo, pain untold
        log at 0 0ns
        perform #1 from 0 s: 37 tones, 19 words
        stay awake
        > key Space
        silence
        log paused Person, at 0 0ns
        > key Space
        perform #2 from 0 s: 36 tones, 19 words
        > key Space
        silence
        log paused Person, at 0 0ns
        ? session: step 0 at 0ns paused (Person), controls
    "#]],
    );
}

#[test]
fn right_s_and_page_down_skip_and_left_goes_back() {
    check(
        "start; key Right; key s; key PageDown; ?; key Left; ?; key PageUp; ?",
        expect![[r#"
            > start
            begin demo, pain untold
            log at 0 0ns
            perform #1 from 0 s: 37 tones, 19 words
            stay awake
            > key Right
            perform #2 from 0 s: 33 tones, 16 words
            log at 1 0ns
            > key s
            perform #3 from 0 s: 27 tones, 14 words
            log set 1 lean both 0ns/20s cut, at 2 0ns
            > key PageDown
            perform #4 from 0 s: 23 tones, 10 words
            log at 3 0ns
            ? session: step 3 at 0ns running, controls
            > key Left
            perform #5 from 0 s: 27 tones, 14 words
            log at 2 0ns
            ? session: step 2 at 0ns running, controls
            > key PageUp
            perform #6 from 0 s: 36 tones, 16 words
            log unset 1, at 1 0ns
            ? session: step 1 at 0ns counting in 3s, controls
        "#]],
    );
}

#[test]
fn a_skip_can_be_undone_for_five_seconds() {
    check(
        "start; wait 5; key s; wait 4; key Ctrl+z; ?; key s; wait 6; key Ctrl+z; ?",
        expect![[r#"
            > start
            begin demo, pain untold
            log at 0 0ns
            perform #1 from 0 s: 37 tones, 19 words
            stay awake
            > key s
            perform #2 from 5 s: 33 tones, 16 words
            log at 1 0ns
            > key Ctrl+z
            perform #3 from 9 s: 36 tones, 16 words
            log at 0 5s
            ? session: step 0 at 5s counting in 3s
            > key s
            perform #4 from 9 s: 33 tones, 16 words
            log at 1 0ns
            > key Ctrl+z
            ? session: step 1 at 6s running
        "#]],
    );
}

#[test]
fn redo_does_the_set_again_after_a_count_in() {
    check(
        "choose hold; start; wait 45; key r; ?; wait 3; ?",
        expect![[r#"
            > choose hold
            > start
            begin hold, pain untold
            log at 0 0ns
            perform #1 from 0 s: 11 tones, 6 words
            stay awake
            log at 1 15s
            > key r
            perform #2 from 45 s: 10 tones, 3 words
            log at 1 0ns
            ? session: step 1 at 0ns counting in 3s, controls
            log resumed
            ? session: step 1 at 0ns running, controls
        "#]],
    );
}

#[test]
fn plus_and_minus_move_the_end_by_ten_seconds() {
    check(
        "choose hold; start; key +; wait 35; ?; key -; ?; key -; ?",
        expect![[r#"
        > choose hold
        > start
        begin hold, pain untold
        log at 0 0ns
        perform #1 from 0 s: 11 tones, 6 words
        stay awake
        > key +
        perform #2 from 0 s: 11 tones, 6 words
        log at 0 35s
        ? session: step 0 at 35s running
        > key -
        perform #3 from 35 s: 7 tones, 3 words
        log at 1 0ns
        ? session: step 1 at 0ns running
        > key -
        perform #4 from 35 s: 6 tones, 2 words
        ? session: step 1 at 0ns running
    "#]],
    );
}

#[test]
fn up_and_down_correct_the_count_only_while_paused() {
    check(
        "start; jump 3; wait 6; key Up; key Space; key Up; key Up; key Down; key Space; wait 9",
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
            > key Up
            > key Space
            silence
            log paused Person, at 3 3s
            > key Up
            > key Up
            > key Down
            > key Space
            perform #3 from 6 s: 24 tones, 9 words
            log resumed
        "#]],
    );
}

#[test]
fn f11_fills_the_screen_everywhere() {
    check(
        "key F11; start; key F11",
        expect![[r#"
        > key F11
        full screen
        > start
        begin demo, pain untold
        log at 0 0ns
        perform #1 from 0 s: 37 tones, 19 words
        stay awake
        > key F11
        full screen
    "#]],
    );
}

#[test]
fn question_mark_shows_all_keys_and_pauses_meanwhile() {
    check(
        "start; key ?; ?; key s; key ?; ?; key Space; key ?; key Esc; ?",
        expect![[r#"
        > start
        begin demo, pain untold
        log at 0 0ns
        perform #1 from 0 s: 37 tones, 19 words
        stay awake
        > key ?
        silence
        log paused Question, at 0 0ns
        ? session: step 0 at 0ns paused (Question), shows all keys, controls
        > key s
        > key ?
        perform #2 from 0 s: 36 tones, 19 words
        ? session: step 0 at 0ns counting in 3s
        > key Space
        silence
        log paused Person, at 0 0ns
        > key ?
        > key Esc
        ? session: step 0 at 0ns paused (Person), controls
    "#]],
    );
}

#[test]
fn controls_come_with_a_pause_or_the_mouse_and_go_by_themselves() {
    check(
        "start; ?; look; ?; wait 3; ?; wait 2; ?; key Space; ?",
        expect![[r#"
        > start
        begin demo, pain untold
        log at 0 0ns
        perform #1 from 0 s: 37 tones, 19 words
        stay awake
        ? session: step 0 at 0ns running
        > look
        ? session: step 0 at 0ns running, controls
        ? session: step 0 at 3s running, controls
        ? session: step 0 at 5s running
        > key Space
        silence
        log paused Person, at 0 5s
        ? session: step 0 at 5s paused (Person), controls
    "#]],
    );
}

#[test]
fn every_key_leads_to_one_command_and_every_command_has_a_key() {
    let text = Text::english();
    let mut seen = BTreeSet::new();
    for action in Action::ALL {
        assert!(!action.strokes().is_empty(), "{action:?}");
        for stroke in action.strokes() {
            assert!(seen.insert(stroke.cap(&text)), "{} stands twice", stroke.cap(&text));
            assert_eq!(Action::of(*stroke), Some(action));
        }
    }
    let page: Vec<_> = Action::ALL
        .into_iter()
        .map(|it| {
            let caps: Vec<_> = it.strokes().iter().map(|it| it.cap(&text)).collect();
            format!("{}: {} - {}", caps.join(" "), it.label(&text), it.tooltip(&text))
        })
        .collect();
    let page = page.join("\n");
    expect![[r#"
        Space: Pause / resume - Stand still, or go on after a short count-in
        ← Page up: Back - To the start of this step, or to the step before
        → S Page down: Skip - Leave this step and keep what was done of it
        R: Redo - Do this set again, or in a gap the set before
        +: +10 s - Ten seconds more for this step
        -: −10 s - Ten seconds less for this step
        D: Done - This set is done; in a gap, go on now
        Shift+D: One rep - Count one rep, at your own pace
        H: It hurts - Stop at once and say how much it hurts
        E: Easier - An easier form of this exercise from this set on, the same on both sides
        Shift+E: Harder - A harder form of this exercise, from the next set that neither side has begun
        X: Swap - Another exercise for the same muscles from this set on
        Shift+S: Leave this exercise - Leave everything that is left of this exercise
        ↑: One more - One rep more in the count of this set
        ↓: One fewer - One rep fewer in the count of this set
        Ctrl+Z: Undo - Take back the last skip, redo, jump or change of form, within five seconds
        F11: Full screen - Fill the screen with the window, or stop doing so
        ?: All keys - Show every key of a session
        Esc: Leave… - Finish early, continue later, or stay
        Ctrl+Q: Close Evenhold… - Close the window; asks first while a session runs"#]]
    .assert_eq(&page);
}

#[test]
fn controls_stay_while_a_skip_can_be_undone() {
    check(
        "start; key s; ?; wait 4; ?; wait 2; ?",
        expect![[r#"
        > start
        begin demo, pain untold
        log at 0 0ns
        perform #1 from 0 s: 37 tones, 19 words
        stay awake
        > key s
        perform #2 from 0 s: 33 tones, 16 words
        log at 1 0ns
        ? session: step 1 at 0ns running, controls
        ? session: step 1 at 4s running, controls
        ? session: step 1 at 6s running
    "#]],
    );
}

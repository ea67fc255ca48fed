//! An easier form, a harder one and another exercise while a session runs; and what pain means.

use expect_test::{Expect, expect};

use super::stage::Stage;
use crate::library::Library;

/// Runs a script with the shipped programme.
#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "a test reads better without a reference")]
fn check(script: &str, expected: Expect) {
    let mut stage = Stage::with(Library::shipped());
    stage.run(&format!("choose short; {script}"));
    let told: String = stage
        .said
        .lines()
        .filter(|it| !it.starts_with("perform") && !it.starts_with("silence"))
        .flat_map(|it| [it, "\n"])
        .collect();
    expected.assert_eq(&told);
}

#[test]
fn e_takes_the_easier_form_at_once_and_undo_takes_it_back() {
    check(
        "start; jump 5; wait 15; ?; key e; ?; wait 2; key Ctrl+z; ?",
        expect![[r#"
            > choose short
            > start
            begin short, pain untold
            log at 0 0ns
            stay awake
            > jump 5
            log set 1 hipflexor left 0ns/30s cut, set 3 hipflexor right 0ns/30s cut, at 5 0ns
            log resumed
            ? session: step 5 at 12s running, easier: bridge 2, other: birddog 3
            > key e
            log replan 4-2 to 3 ["bridge 2"], set 4 bridge both 2/2, at 5 0ns
            ? session: step 5 at 0ns running, controls, easier: bridge 1, other: birddog 3
            > key Ctrl+z
            log replan 4-3 to 2 [], at 5 12s
            ? session: step 5 at 12s counting in 3s, easier: bridge 2, other: birddog 3
        "#]],
    );
}

#[test]
fn shift_e_takes_the_harder_form_and_x_another_exercise() {
    check(
        "start; jump 4; wait 2; ?; key Shift+e; ?; key x; ?",
        expect![[r#"
        > choose short
        > start
        begin short, pain untold
        log at 0 0ns
        stay awake
        > jump 4
        log set 1 hipflexor left 0ns/30s cut, set 3 hipflexor right 0ns/30s cut, at 4 0ns
        ? session: step 4 at 2s running, controls, easier: bridge 2, harder: bridge 4, other: birddog 3
        > key Shift+e
        log replan 4-2 to 4 ["bridge 4"], at 4 0ns
        ? session: step 4 at 0ns running, controls, easier: bridge 3, harder: bridge 5, other: birddog 3
        > key x
        log replan 4-4 to 4 ["birddog 3"], at 4 0ns
        ? session: step 4 at 0ns running, controls, easier: birddog 2, harder: birddog 4, other: bandwalk 3
    "#]],
    );
}

#[test]
fn amber_offers_the_easier_form_and_it_goes_on_with_it() {
    check(
        "start; jump 5; wait 15; key h; hurt amber; hurts-at knee; ?; key e; ?; wait 4; ?",
        expect![[r#"
            > choose short
            > start
            begin short, pain untold
            log at 0 0ns
            stay awake
            > jump 5
            log set 1 hipflexor left 0ns/30s cut, set 3 hipflexor right 0ns/30s cut, at 5 0ns
            log resumed
            > key h
            log paused Hurt, at 5 12s
            > hurt amber
            log hurt bridge both rep 2 Amber
            > hurts-at knee
            log hurts at Some(Knee)
            ? session: step 5 at 12s paused (Hurt), says what it means, controls, advice Amber, easier: bridge 2, other: birddog 3
            > key e
            log replan 4-2 to 3 ["bridge 2"], set 4 bridge both 2/2, at 5 0ns
            ? session: step 5 at 0ns counting in 3s, controls, easier: bridge 1, other: birddog 3
            log resumed
            ? session: step 5 at 1s running, controls, easier: bridge 1, other: birddog 3
        "#]],
    );
}

#[test]
fn two_points_over_what_there_was_before_are_amber_though_they_are_below_three() {
    check(
        "before 0; start; jump 5; wait 15; key h; hurt green 2; ?",
        expect![[r#"
        > choose short
        > before 0
        > start
        begin short, pain 0
        log at 0 0ns
        stay awake
        > jump 5
        log set 1 hipflexor left 0ns/30s cut, set 3 hipflexor right 0ns/30s cut, at 5 0ns
        log resumed
        > key h
        log paused Hurt, at 5 12s
        > hurt green 2
        log hurt bridge both rep 2 Green 2
        ? session: step 5 at 12s paused (Hurt), says what it means, controls, advice Amber, easier: bridge 2, other: birddog 3
    "#]],
    );
}

#[test]
fn with_four_before_four_is_no_reason_to_stop_and_nothing_gets_harder() {
    check(
        "before 4; start; jump 5; wait 15; ?; key h; hurt amber 4; ?; key Space; ?",
        expect![[r#"
        > choose short
        > before 4
        > start
        begin short, pain 4
        log at 0 0ns
        stay awake
        > jump 5
        log set 1 hipflexor left 0ns/30s cut, set 3 hipflexor right 0ns/30s cut, at 5 0ns
        log resumed
        ? session: step 5 at 12s running, easier: bridge 2, other: birddog 3
        > key h
        log paused Hurt, at 5 12s
        > hurt amber 4
        log hurt bridge both rep 2 Amber 4
        ? session: step 5 at 12s paused (Hurt), says what it means, controls, advice Frozen, easier: bridge 2, other: birddog 3
        > key Space
        ? session: step 5 at 12s counting in 3s, easier: bridge 2, other: birddog 3
    "#]],
    );
}

#[test]
fn red_leaves_the_exercise_out_and_another_takes_its_place() {
    check(
        "start; jump 5; wait 15; key h; hurt red; ?; key x; ?; wait 5; ?",
        expect![[r#"
        > choose short
        > start
        begin short, pain untold
        log at 0 0ns
        stay awake
        > jump 5
        log set 1 hipflexor left 0ns/30s cut, set 3 hipflexor right 0ns/30s cut, at 5 0ns
        log resumed
        > key h
        log paused Hurt, at 5 12s
        > hurt red
        log hurt bridge both rep 2 Red, set 5 bridge both 2/15 cut, dropped 1, at 6 0ns
        ? session: step 6 at 0ns paused (Hurt), says what it means, controls, advice Red
        > key x
        ? session: step 6 at 0ns counting in 3s, controls, easier: clam 2, harder: clam 5, other: sideraise 3
        log resumed
        ? session: step 6 at 2s running, easier: clam 2, harder: clam 5, other: sideraise 3
    "#]],
    );
}

#[test]
fn after_red_the_session_can_be_ended_at_once() {
    check(
        "start; jump 5; wait 15; key h; hurt red; leave finish",
        expect![[r#"
        > choose short
        > start
        begin short, pain untold
        log at 0 0ns
        stay awake
        > jump 5
        log set 1 hipflexor left 0ns/30s cut, set 3 hipflexor right 0ns/30s cut, at 5 0ns
        log resumed
        > key h
        log paused Hurt, at 5 12s
        > hurt red
        log hurt bridge both rep 2 Red, set 5 bridge both 2/15 cut, dropped 1, at 6 0ns
        > leave finish
        may sleep
        log set 7 clam left 0/15 cut, set 9 clam right 0/15 cut, set 11 balance left 0ns/30s cut, set 13 balance right 0ns/30s cut, at 6 0ns, ended Early
        finish 1 rev 1 Early active 12s: hipflexor left 0ns, hipflexor right 0ns, bridge both 2, clam left 0, clam right 0, balance left 0ns, balance right 0ns (pain -/-)
    "#]],
    );
}

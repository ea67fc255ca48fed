//! When the world does not play along.

use std::sync::Arc;

use expect_test::expect;

use super::stage::{Stage, check};
use crate::coach::{Message, News};

#[test]
fn a_frozen_program_pauses_at_its_last_good_moment() {
    check(
        "choose hold; start; wait 35; freeze 30; ?; key Space; wait 3; ?",
        expect![[r#"
        > choose hold
        > start
        begin hold, pain untold
        log at 0 0ns
        perform #1 from 0 s: 11 tones, 6 words
        stay awake
        log at 1 5s
        > freeze 30
        silence
        log paused Gap, at 1 5s
        ? session: step 1 at 5s paused (Gap), controls
        > key Space
        perform #2 from 65 s: 10 tones, 2 words
        log at 1 5s
        ? session: step 1 at 5s counting in 7s
    "#]],
    );
}

#[test]
fn a_sleeping_computer_pauses_too() {
    check(
        "choose hold; start; wait 35; sleep 3600; ?",
        expect![[r#"
        > choose hold
        > start
        begin hold, pain untold
        log at 0 0ns
        perform #1 from 0 s: 11 tones, 6 words
        stay awake
        log at 1 5s
        > sleep 3600
        silence
        log paused Gap, at 1 5s
        ? session: step 1 at 5s paused (Gap), controls
    "#]],
    );
}

#[test]
fn a_gap_while_paused_changes_nothing() {
    check(
        "start; key Space; sleep 3600; ?",
        expect![[r#"
        > start
        begin demo, pain untold
        log at 0 0ns
        perform #1 from 0 s: 37 tones, 19 words
        stay awake
        > key Space
        silence
        log paused Person, at 0 0ns
        > sleep 3600
        ? session: step 0 at 0ns paused (Person), controls
    "#]],
    );
}

#[test]
fn setting_the_wall_clock_changes_nothing() {
    check(
        "choose hold; start; wait 35; clock 7200; ?; clock -9000; ?",
        expect![[r#"
        > choose hold
        > start
        begin hold, pain untold
        log at 0 0ns
        perform #1 from 0 s: 11 tones, 6 words
        stay awake
        log at 1 5s
        ? session: step 1 at 5s running
        ? session: step 1 at 5s running
    "#]],
    );
}

#[test]
fn five_minutes_paused_let_the_computer_sleep() {
    check(
        "start; key Space; wait 299; wait 1; key Space",
        expect![[r#"
        > start
        begin demo, pain untold
        log at 0 0ns
        perform #1 from 0 s: 37 tones, 19 words
        stay awake
        > key Space
        silence
        log paused Person, at 0 0ns
        may sleep
        > key Space
        perform #2 from 300 s: 36 tones, 19 words
        stay awake
    "#]],
    );
}

#[test]
fn a_full_disk_is_said_until_everything_is_saved() {
    check(
        "choose hold; start; wait 60; full; full; ?; retry; recovered; saved 1; ?",
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
            > full
            > full
            ? summary: Completed, saved No
                Lean: both 20s of 20s, asks false/false told None None
              ! Not saved yet: the disk is full. It is kept in memory and tried again.
            > retry
            retry
            > recovered
            > saved 1
            ? summary: Completed, saved Yes
                Lean: both 20s of 20s, asks false/false told None None
        "#]],
    );
}

#[test]
fn without_a_data_folder_one_can_train_and_it_is_said() {
    let mut stage = Stage::bare();
    let library = Arc::new(super::sample::library());
    stage.tell(Message::News(News::Library { library, problems: 2 }));
    stage.run("unreadable; choose hold; ?; start; dismiss 0; ?");
    expect![[r#"
        > unreadable
        > choose hold
        ? today: chosen "hold", Open, can start true, offer false
          ! 2 problems in your own exercises or routines. The rest works.
          ! The data folder could not be opened: /data is not there. What you do is kept in memory until it can be.
        > start
        begin hold, pain untold
        log at 0 0ns
        perform #1 from 0 s: 11 tones, 6 words
        stay awake
        > dismiss 0
        ? session: step 0 at 0ns running
          ! The data folder could not be opened: /data is not there. What you do is kept in memory until it can be.
    "#]]
    .assert_eq(&stage.said);
}

#[test]
fn a_second_window_can_look_and_start_nothing() {
    let mut stage = Stage::bare();
    let library = Arc::new(super::sample::library());
    stage.tell(Message::News(News::Library { library, problems: 0 }));
    stage.run("locked; ?; start; ?");
    expect![[r#"
        > locked
        ? today: chosen "demo", Locked, can start false, offer false
        > start
        ? today: chosen "demo", Locked, can start false, offer false
    "#]]
    .assert_eq(&stage.said);
}

#[test]
fn a_computer_that_cannot_be_kept_awake_is_said_once_while_the_session_runs() {
    check(
        "choose hold; start; no-display; ?; no-idle; ?; no-display; ?; wait 60; ?",
        expect![[r#"
            > choose hold
            > start
            begin hold, pain untold
            log at 0 0ns
            perform #1 from 0 s: 11 tones, 6 words
            stay awake
            > no-display
            ? session: step 0 at 0ns running
              ! The display may turn off during the session. `evenhold doctor` tells why.
            > no-idle
            ? session: step 0 at 0ns running
              ! Display and computer may fall asleep during the session. `evenhold doctor` tells why.
            > no-display
            ? session: step 0 at 0ns running
              ! Display and computer may fall asleep during the session. `evenhold doctor` tells why.
            may sleep
            log at 1 0ns, set 1 lean both 20s/20s, at 1 20s, ended Completed
            finish 1 rev 1 Completed active 50s: lean both 20s (pain -/-)
            ? summary: Completed, saved Saving
                Lean: both 20s of 20s, asks false/false told None None
        "#]],
    );
}

#[test]
fn a_setting_takes_effect_at_once_and_is_written() {
    check(
        "volume 30; volume 50; voice off; start; voice on",
        expect![[r#"
        > volume 30
        save settings (    schema: 1,    volume: 30,)
        sound Percent(30) Clear muted false
        > volume 50
        save settings (    schema: 1,    volume: 50,)
        sound Percent(50) Clear muted false
        > voice off
        save settings (    schema: 1,    volume: 50,    voice: false,)
        sound Percent(50) Clear muted false
        > start
        begin demo, pain untold
        log at 0 0ns
        perform #1 from 0 s: 37 tones, 0 words
        stay awake
        > voice on
        save settings (    schema: 1,    volume: 50,    voice: true,)
        sound Percent(50) Clear muted false
        perform #2 from 0 s: 37 tones, 19 words
    "#]],
    );
}

#[test]
fn a_routine_that_is_not_there_is_said_and_another_chosen() {
    check(
        "choose nothing; ?; start",
        expect![[r#"
        > choose nothing
        ? today: chosen "demo", Open, can start true, offer false
          ! There is no routine “nothing” in your library. Another one is chosen.
        > start
        begin demo, pain untold
        log at 0 0ns
        perform #1 from 0 s: 37 tones, 19 words
        stay awake
    "#]],
    );
}

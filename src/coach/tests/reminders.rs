//! Reminders and breaks: what is asked of the world, and what whoever waits is handed.

use expect_test::expect;

use super::stage::{Stage, check};
use crate::coach::{Message, News, Place};
use crate::history::sample;
use crate::history::{Body, Draft, SessionRecord};

#[test]
fn switching_reminders_on_has_somebody_wait() {
    check(
        "remind on; later 15; remind off",
        expect![[r#"
        > remind on
        save settings (    schema: 1,    breaks: (on: true),)
        sound Percent(80) Clear muted false
        reminders: Wait
        > later 15
        save settings (    schema: 1,    breaks: (on: true, snooze: 15),)
        sound Percent(80) Clear muted false
        reminders: Look
        > remind off
        save settings (    schema: 1,    breaks: (on: false, snooze: 15),)
        sound Percent(80) Clear muted false
        reminders: Look
    "#]],
    );
}

#[test]
fn the_settings_are_opened_with_a_look_at_who_waits() {
    check(
        "go settings",
        expect![[r#"
        > go settings
        reminders: Look
    "#]],
    );
}

#[test]
fn what_a_person_asks_about_reminders_is_done_outside() {
    check(
        "reminders now; reminders wait; reminders login; reminders not today; reminders stood",
        expect![[r#"
            > reminders now
            reminders: Now
            > reminders wait
            reminders: Wait
            > reminders login
            reminders: Login(true)
            > reminders not today
            reminders: NotToday
            > reminders stood
            keep break of 2027-03-01
        "#]],
    );
}

/// Where reminders are on, somebody waits as soon as the data folder is ours.
#[test]
fn opening_the_window_has_somebody_wait_where_reminders_are_on() {
    let mut stage = Stage::new();
    stage.run("remind on");
    stage.said.clear();
    stage.tell(Message::News(News::Ready));
    expect![[r#"
        reminders: Wait
    "#]]
    .assert_eq(&stage.said);
}

#[test]
fn a_break_ends_quietly_and_today_is_as_it_was() {
    check(
        "choose break-hold; start; wait 60; wait 60; ?",
        expect![[r#"
        > choose break-hold
        > start
        begin break-hold, pain untold
        log at 0 0ns
        perform #1 from 0 s: 11 tones, 6 words
        stay awake
        may sleep
        log at 1 0ns, set 1 lean both 20s/20s, at 1 20s, ended Completed
        finish 1 rev 1 Completed active 30s: lean both 20s (pain -/-)
        ? today: chosen "demo", Open, can start true, offer false
    "#]],
    );
}

/// What whoever waits knows is handed over once the journal was read, and again when it changes.
#[test]
fn whoever_waits_is_told_which_breaks_suit_and_when_the_last_one_was() {
    let mut stage = Stage::new();
    assert_eq!(stage.handed.len(), 1, "{:?}", stage.handed);
    let first = stage.handed.remove(0);
    let ids: Vec<_> = first.choices.iter().map(|it| it.routine.as_str()).collect();
    assert_eq!((ids, first.hold, first.last), (vec!["break-hold"], false, None));
    stage.run("wait 10");
    assert_eq!(stage.handed, []);
    let at = stage.now.tick.wall;
    let body = Body::Break(SessionRecord::stood_up("Stood up".to_owned(), at));
    let draft = Draft::new(stage.now.date(), body);
    let record = draft.record(sample::id(7), sample::device(), &stage.now);
    stage.tell(Message::News(News::Kept(Box::new(record))));
    let last: Vec<_> = stage.handed.iter().map(|it| it.last).collect();
    assert_eq!(last, [Some(at)]);
    let done = stage.coach.view(&stage.now).breaks_done.expect("a break today");
    assert_eq!((done.count, done.last), (1, at));
}

/// A break that was started from a notification comes to the window that is open, and leaves no
/// session for it.
#[test]
fn a_break_that_was_started_outside_is_chosen_in_the_open_window() {
    let call = |stage: &mut Stage| {
        stage.said.clear();
        stage.tell(Message::News(News::Called(Some("break-hold".to_owned()))));
        stage.run("?");
        std::mem::take(&mut stage.said)
    };
    let mut stage = Stage::new();
    stage.tell(Message::Go(Place::Settings));
    expect![[r#"
        raise the window
        ? today: chosen "break-hold", Open, can start true, offer false
    "#]]
    .assert_eq(&call(&mut stage));
    stage.run("choose demo; start; wait 5");
    let running = call(&mut stage);
    expect![[r#"
        raise the window
        ? session: step 0 at 5s running
    "#]]
    .assert_eq(&running);
    let mut stage = Stage::new();
    stage.tell(Message::News(News::Called(None)));
    stage.run("?");
    expect![[r#"
        raise the window
        ? today: chosen "demo", Open, can start true, offer false
    "#]]
    .assert_eq(&stage.said);
}

/// "I stood up" of a notification counts at once, and once.
#[test]
fn having_stood_up_outside_is_taken_in_by_its_own_id() {
    let mut stage = Stage::new();
    let body = Body::Break(SessionRecord::stood_up("Stood up".to_owned(), stage.now.tick.wall));
    let draft = Draft::new(stage.now.date(), body);
    let record = draft.record(sample::id(7), sample::device(), &stage.now);
    for _ in 0..2 {
        stage.tell(Message::News(News::Stood(vec![record.clone()])));
    }
    expect![[r#"
        append break 2108072524565668931452834946782068743 rev 1 Completed active 0ns:  (pain -/-)
    "#]]
    .assert_eq(&stage.said);
    let done = stage.coach.view(&stage.now).breaks_done.expect("a break today");
    assert_eq!(done.count, 1);
}

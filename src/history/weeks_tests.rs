//! What becomes of weeks that are drawn; [`super::drawn`] says how.

mod clocks;

use std::fmt::Write as _;

use chrono::{NaiveDate, Weekday};
use expect_test::{Expect, expect};

use super::drawn::{Drawn, MINUTES, date, draw, moment, told};
use super::sample::{device, id, now, plan};
use super::{Body, Days, Draft, PausedDays, SessionRecord, Target, WeekRules, Weeks};
use crate::units::{Now, Tick};

/// A calendar that begins on a Monday, with the usual target.
#[track_caller]
fn check(drawing: &str, expect: &Expect) {
    let mut drawn = Drawn::default();
    let today = draw(&mut drawn, date("2031-03-31"), drawing);
    expect.assert_eq(&told(&drawn.weeks(today)));
}

#[test]
fn a_week_is_met_at_its_target_or_above() {
    check(
        "#.#.#..
         ##.##.#
         #.#@....",
        &expect![[r#"
            2031-03-31 3/3 met
            2031-04-07 5/3 met
            2031-04-14 2/3 open
            2 on track, 2 credits
        "#]],
    );
}

#[test]
fn the_week_that_runs_counts_once_it_is_met_and_never_against_before_it_is_over() {
    check(
        "###.... ......@.",
        &expect![[r#"
        2031-03-31 3/3 met
        2031-04-07 0/3 open
        1 on track, 2 credits
    "#]],
    );
    check(
        "###.... ###@....",
        &expect![[r#"
        2031-03-31 3/3 met
        2031-04-07 3/3 met
        2 on track, 2 credits
    "#]],
    );
}

#[test]
fn breaks_tries_halves_and_hurried_clocks_make_no_day() {
    check(
        "bbbbbbb hhhhhhh fffffff #.b.h.f",
        &expect![[r#"
        2031-04-21 1/3 open
        0 on track, 2 credits
    "#]],
    );
}

#[test]
fn two_credits_cover_two_weeks_of_four_and_the_third_ends_the_row() {
    check(
        "###....
         #......
         .......
         ##.....
         ###....",
        &expect![[r#"
            2031-03-31 3/3 met
            2031-04-07 1/3 credited
            2031-04-14 0/3 credited
            2031-04-21 2/3 missed
            2031-04-28 3/3 met
            1 on track, 2 credits
        "#]],
    );
}

#[test]
fn credits_are_refilled_every_four_weeks_from_the_first() {
    check(
        "###....
         ###....
         #......
         #......
         #......
         #......
         ###....
         ###....
         #......
         ###....",
        &expect![[r#"
            2031-03-31 3/3 met
            2031-04-07 3/3 met
            2031-04-14 1/3 credited
            2031-04-21 1/3 credited
            2031-04-28 1/3 credited
            2031-05-05 1/3 credited
            2031-05-12 3/3 met
            2031-05-19 3/3 met
            2031-05-26 1/3 credited
            2031-06-02 3/3 met
            5 on track, 1 credits
        "#]],
    );
}

#[test]
fn unused_credits_are_not_saved_up() {
    check(
        "### .... ### .... ### .... ### ....
         ....... ....... ....... ### ....",
        &expect![[r#"
            2031-03-31 3/3 met
            2031-04-07 3/3 met
            2031-04-14 3/3 met
            2031-04-21 3/3 met
            2031-04-28 0/3 credited
            2031-05-05 0/3 credited
            2031-05-12 0/3 missed
            2031-05-19 3/3 met
            1 on track, 0 credits
        "#]],
    );
}

#[test]
fn four_paused_days_skip_a_week_and_three_do_not() {
    check(
        "###....
         ----...
         ---....
         ###....",
        &expect![[r#"
            2031-03-31 3/3 met
            2031-04-07 0/3 skipped
            2031-04-14 0/3 credited
            2031-04-21 3/3 met
            2 on track, 1 credits
        "#]],
    );
}

#[test]
fn a_paused_week_in_which_the_target_was_met_is_met() {
    check(
        "###.... ===-... ##@.....",
        &expect![[r#"
        2031-03-31 3/3 met
        2031-04-07 3/3 met
        2031-04-14 2/3 open
        2 on track, 2 credits
    "#]],
    );
}

#[test]
fn the_week_that_runs_can_be_paused() {
    check(
        "###.... #@------",
        &expect![[r#"
        2031-03-31 3/3 met
        2031-04-07 1/3 skipped
        1 on track, 2 credits
    "#]],
    );
}

#[test]
fn a_pause_entered_afterwards_gives_its_credits_back() {
    let mut drawn = Drawn::default();
    let today = draw(&mut drawn, date("2031-03-31"), "###.... ....... ....... ....... ###....");
    let mut told = told(&drawn.weeks(today));
    let ill = Draft::pause(date("2031-04-09"), date("2031-04-27")).expect("a pause");
    let pause = drawn.keep(ill);
    told += &self::told(&drawn.weeks(today));
    // It was shorter than that.
    let shorter = Body::Pause(PausedDays { from: date("2031-04-09"), to: date("2031-04-13") });
    let draft = drawn.journal.amend(pause.id, pause.date, shorter).expect("a draft");
    drawn.keep(draft);
    told += &self::told(&drawn.weeks(today));
    let gone = drawn.journal.delete(pause.id).expect("a draft");
    drawn.keep(gone);
    told += &self::told(&drawn.weeks(today));
    expect![[r#"
        2031-03-31 3/3 met
        2031-04-07 0/3 credited
        2031-04-14 0/3 credited
        2031-04-21 0/3 missed
        2031-04-28 3/3 met
        1 on track, 2 credits
        2031-03-31 3/3 met
        2031-04-07 0/3 skipped
        2031-04-14 0/3 skipped
        2031-04-21 0/3 skipped
        2031-04-28 3/3 met
        2 on track, 2 credits
        2031-03-31 3/3 met
        2031-04-07 0/3 skipped
        2031-04-14 0/3 credited
        2031-04-21 0/3 credited
        2031-04-28 3/3 met
        2 on track, 2 credits
        2031-03-31 3/3 met
        2031-04-07 0/3 credited
        2031-04-14 0/3 credited
        2031-04-21 0/3 missed
        2031-04-28 3/3 met
        1 on track, 2 credits
    "#]]
    .assert_eq(&told);
}

#[test]
fn a_pause_lasts_four_weeks_at_most() {
    assert_eq!(Draft::pause(date("2031-04-01"), date("2031-04-29")), None);
    assert_eq!(Draft::pause(date("2031-04-02"), date("2031-04-01")), None);
    assert!(Draft::pause(date("2031-04-01"), date("2031-04-28")).is_some());
    let written = PausedDays { from: date("2031-04-01"), to: date("2031-12-31") };
    assert!(written.holds(date("2031-04-28")) && !written.holds(date("2031-04-29")));
    // The last days that there are.
    let end = PausedDays { from: NaiveDate::MAX, to: NaiveDate::MAX };
    assert!(end.holds(NaiveDate::MAX) && end.is_valid());
}

#[test]
fn on_hold_pauses_by_itself_for_as_long_as_it_lasts() {
    let mut drawn = Drawn::default();
    let today =
        draw(&mut drawn, date("2031-03-31"), "###.... #...... ....... ....... ....... ###....");
    let held = [PausedDays { from: date("2031-04-08"), to: date("2031-05-04") }];
    let rules = WeekRules { first_day: Weekday::Mon, today, held: &held };
    expect![[r#"
        2031-03-31 3/3 met
        2031-04-07 1/3 skipped
        2031-04-14 0/3 skipped
        2031-04-21 0/3 skipped
        2031-04-28 0/3 skipped
        2031-05-05 3/3 met
        2 on track, 2 credits
    "#]]
    .assert_eq(&told(&Weeks::new(&Days::of(&drawn.journal), &rules)));
}

#[test]
fn the_target_in_force_on_the_first_day_holds_for_the_week() {
    let mut drawn = Drawn::default();
    // Said on a Wednesday: from the next Monday on. Twice on one day: what was said last.
    drawn.keep(Draft::target(date("2031-04-09"), 5));
    let later =
        Now { tick: Tick { wall: moment("2031-04-09T20:00:00+02:00"), ..now().tick }, ..now() };
    let again = Draft::target(date("2031-04-09"), 4).record(id(900), device(), &later);
    drawn.journal.add(again);
    let today = draw(&mut drawn, date("2031-03-31"), "###.... ###.... ####... ###....");
    expect![[r#"
        2031-03-31 3/3 met
        2031-04-07 3/3 met
        2031-04-14 4/4 met
        2031-04-21 3/4 open
        3 on track, 2 credits
    "#]]
    .assert_eq(&told(&drawn.weeks(today)));
}

#[test]
fn a_target_nobody_can_mean_is_taken_for_the_nearest() {
    for (value, meant) in [(0, 1), (1, 1), (7, 7), (200, 7)] {
        let mut drawn = Drawn::default();
        let target = Body::Target(Target { from: date("2031-01-01"), value });
        drawn.keep(Draft::new(date("2031-01-01"), target));
        assert_eq!(Days::of(&drawn.journal).target_on(date("2031-04-01")), meant);
    }
}

#[test]
fn a_week_may_begin_on_sunday() {
    let mut drawn = Drawn::default();
    // Saturday, Sunday, Monday, Tuesday: three days of one week, or one and three.
    let today = draw(&mut drawn, date("2031-04-05"), "####");
    let days = Days::of(&drawn.journal);
    let with = |first_day| told(&Weeks::new(&days, &WeekRules { first_day, today, held: &[] }));
    expect![[r#"
        2031-03-31 2/3 credited
        2031-04-07 2/3 open
        0 on track, 1 credits
        2031-03-30 1/3 credited
        2031-04-06 3/3 met
        1 on track, 1 credits
    "#]]
    .assert_eq(&(with(Weekday::Mon) + &with(Weekday::Sun)));
}

#[test]
fn nothing_done_is_one_open_week() {
    check(
        ".",
        &expect![[r#"
        2031-03-31 0/3 open
        0 on track, 2 credits
    "#]],
    );
}

#[test]
fn weeks_say_how_many_of_the_last_were_met() {
    let mut drawn = Drawn::default();
    let drawing = "###.... ###.... #...... ----... ###.... ###.... ..@.....";
    let today = draw(&mut drawn, date("2031-03-31"), drawing);
    let weeks = drawn.weeks(today);
    assert_eq!(weeks.met_of_last(4), (3, 4));
    assert_eq!(weeks.met_of_last(10), (4, 5));
    assert_eq!(
        Weeks::new(&Days::default(), &WeekRules { first_day: Weekday::Mon, today, held: &[] })
            .met_of_last(5),
        (0, 0)
    );
}

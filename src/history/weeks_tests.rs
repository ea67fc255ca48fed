//! What becomes of weeks that are drawn; [`super::drawn`] says how.

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

/// A session at each moment, on the local date there; what the weeks of a day are then.
#[track_caller]
fn at(moments: &[&str], today: &str, expect: &Expect) {
    let mut drawn = Drawn::default();
    for it in moments {
        let session = SessionRecord::by_hand(&plan(), moment(it), MINUTES);
        drawn.keep(Draft::by_hand(session));
    }
    let days = Days::of(&drawn.journal);
    let mut said = told(&drawn.weeks(date(today)));
    for day in days.misdated(date(today)) {
        writeln!(said, "misdated {day}").expect("text");
    }
    expect.assert_eq(&said);
}

#[test]
fn a_flight_over_nine_zones_neither_loses_nor_makes_a_day() {
    // From Berlin to Tokyo and back: the night that is skipped, and the day that is lived twice.
    at(
        &[
            "2031-04-07T21:00:00+02:00",
            "2031-04-09T07:00:00+09:00",
            "2031-04-09T23:30:00+09:00",
            "2031-04-10T00:30:00+09:00",
            "2031-04-09T18:00:00+02:00",
        ],
        "2031-04-10",
        &expect![[r#"
            2031-04-07 3/3 met
            1 on track, 2 credits
        "#]],
    );
    // Trained on Monday in Tokyo, landed in Los Angeles where it is Sunday: it counts on Monday.
    at(
        &["2031-04-14T06:00:00+09:00"],
        "2031-04-13",
        &expect![[r#"
        2031-04-07 0/3 open
        0 on track, 2 credits
    "#]],
    );
    at(
        &["2031-04-14T06:00:00+09:00"],
        "2031-04-14",
        &expect![[r#"
        2031-04-14 1/3 open
        0 on track, 2 credits
    "#]],
    );
}

#[test]
fn summer_time_both_ways_midnight_and_the_last_minute() {
    // Forward in Berlin: there is no half past two.
    at(
        &["2031-03-30T01:59:59+01:00", "2031-03-30T03:00:00+02:00", "2031-03-31T00:30:00+02:00"],
        "2031-03-31",
        &expect![[r#"
            2031-03-24 1/3 credited
            2031-03-31 1/3 open
            0 on track, 1 credits
        "#]],
    );
    // Back: half past two comes twice. Then the last minute of a day and the first.
    at(
        &[
            "2031-10-26T02:30:00+02:00",
            "2031-10-26T02:30:00+01:00",
            "2031-10-27T23:59:59+01:00",
            "2031-10-28T00:00:00+01:00",
        ],
        "2031-10-28",
        &expect![[r#"
            2031-10-20 1/3 credited
            2031-10-27 2/3 open
            0 on track, 1 credits
        "#]],
    );
}

#[test]
fn a_leap_day_and_the_turn_of_a_year_are_days_like_others() {
    at(
        &["2032-02-28T18:00:00+01:00", "2032-02-29T18:00:00+01:00", "2032-03-01T18:00:00+01:00"],
        "2032-03-01",
        &expect![[r#"
            2032-02-23 2/3 credited
            2032-03-01 1/3 open
            0 on track, 1 credits
        "#]],
    );
    at(
        &["2030-12-30T18:00:00+01:00", "2030-12-31T23:59:00+01:00", "2031-01-01T00:01:00+01:00"],
        "2031-01-05",
        &expect![[r#"
            2030-12-30 3/3 met
            1 on track, 2 credits
        "#]],
    );
}

#[test]
fn a_clock_that_was_wrong_makes_no_weeks() {
    at(
        &["1970-01-01T01:00:00+00:00", "2031-04-07T18:00:00+02:00", "2099-01-01T01:00:00+00:00"],
        "2031-04-08",
        &expect![[r#"
            2031-04-07 1/3 open
            0 on track, 2 credits
            misdated 1970-01-01
            misdated 2099-01-01
        "#]],
    );
}

#[test]
fn a_clock_set_back_shows_the_weeks_of_the_day_that_it_shows() {
    let mut drawn = Drawn::default();
    draw(&mut drawn, date("2031-03-31"), "###.... ###.... ###....");
    let said = |today| told(&drawn.weeks(date(today)));
    // A week back, before everything, and right again.
    let said = said("2031-04-09") + &said("2031-03-01") + &said("2031-04-20");
    expect![[r#"
        2031-03-31 3/3 met
        2031-04-07 3/3 met
        2 on track, 2 credits
        2031-02-24 0/3 open
        0 on track, 2 credits
        2031-03-31 3/3 met
        2031-04-07 3/3 met
        2031-04-14 3/3 met
        3 on track, 2 credits
    "#]]
    .assert_eq(&said);
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

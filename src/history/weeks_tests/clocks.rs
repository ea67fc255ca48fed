//! Weeks where the clock is not what one expects: flights, summer time, leap days, wrong clocks.

use super::*;

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

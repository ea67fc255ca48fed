//! When the measurement is asked for again: at weeks 4, 8 and 12, never within a fortnight of the last,
//! and only one of both hips in both directions is a measurement.

use std::fmt::Write as _;

use evenhold::history::{Body, Check, Reading};
use evenhold::program::{What, next};
use evenhold::units::Sides;
use expect_test::expect;

use super::life::{Life, Reply};

/// Three readings of a turn.
fn three(what: &str, side: Sides, degrees: i32) -> impl Iterator<Item = Reading> {
    let what = what.to_owned();
    (-1..=1).map(move |it| Reading::value(&what, side, (degrees + it) * 10))
}

fn keep(life: &mut Life, readings: Vec<Reading>) {
    let method = vec!["photo".to_owned(), "alone".to_owned()];
    let check = Check { of: "prone".to_owned(), readings, method, ..Check::default() };
    life.add(Body::Check(check), 8);
}

/// Both hips in both directions.
fn whole() -> Vec<Reading> {
    let hips = [Sides::Left, Sides::Right].into_iter();
    hips.flat_map(|it| three("ir", it, 40).chain(three("er", it, 30))).collect()
}

fn asked(life: &Life) -> Option<String> {
    let next = next(&life.course(), &life.grounds());
    next.proposals.iter().find_map(|it| {
        if let What::Retest { week } = it.what {
            return Some(format!("week {week} is due"));
        }
        let What::RetestAfterGap { days } = it.what else { return None };
        Some(format!("after {days} days"))
    })
}

/// Lives so many days, training on Mondays and Thursdays but for `away`, and says on which days the
/// question comes and goes.
fn lives(days: u32, away: impl Fn(u32) -> bool, on: impl Fn(u32, bool, &mut Life)) -> String {
    let mut life = Life::new();
    let mut said = String::new();
    let mut before = None;
    for day in 0..days {
        if matches!(day % 7, 0 | 3) && !away(day) {
            life.train("a", |_, _| Reply::STEADY);
        }
        on(day, asked(&life).is_some(), &mut life);
        let now = asked(&life);
        if now != before {
            let what = now.as_deref().unwrap_or("nothing is asked");
            writeln!(said, "day {day}: {what}").expect("a string takes all");
            before = now;
        }
        life.sleep(1);
    }
    said
}

#[test]
fn the_measurement_is_asked_for_at_weeks_4_8_and_12_until_it_is_done() {
    let said = lives(
        18 * 7,
        |_| false,
        |day, is_asked, life| {
            if is_asked && day % 7 == 5 {
                keep(life, whole());
            }
        },
    );
    expect![[r#"
        day 28: week 4 is due
        day 33: nothing is asked
        day 56: week 8 is due
        day 61: nothing is asked
        day 84: week 12 is due
        day 89: nothing is asked
    "#]]
    .assert_eq(&said);
}

#[test]
fn one_stray_photo_is_no_measurement_and_neither_is_one_hip_or_one_direction() {
    let one = |side| three("ir", side, 40).collect::<Vec<_>>();
    let stray = vec![Reading::value("ir", Sides::Left, 400)];
    let direction: Vec<_> = one(Sides::Left).into_iter().chain(one(Sides::Right)).collect();
    let hip: Vec<_> = one(Sides::Left).into_iter().chain(three("er", Sides::Left, 30)).collect();
    for readings in [stray, direction, hip] {
        let keeps = |day: u32, _: bool, life: &mut Life| {
            if day == 29 {
                keep(life, readings.clone());
            }
        };
        assert_eq!(lives(40, |_| false, keeps), "day 28: week 4 is due\n", "{readings:?}");
    }
}

#[test]
fn readings_of_one_day_belong_together_and_a_turn_set_aside_was_not_measured() {
    let said = lives(
        60,
        |_| false,
        |day, _, life| {
            let mut all = whole();
            match day {
                // Every reading of the last turn was taken with the pelvis lifted.
                29 => {
                    for it in all.iter_mut().rev().take(3) {
                        it.rejected = true;
                        it.why = Some("pelvis".to_owned());
                    }
                    keep(life, all);
                }
                // Each hip by itself, on one day.
                33 => {
                    let right = all.split_off(6);
                    keep(life, all);
                    keep(life, right);
                }
                _ => {}
            }
        },
    );
    expect![[r#"
        day 28: week 4 is due
        day 33: nothing is asked
        day 56: week 8 is due
    "#]]
    .assert_eq(&said);
}

#[test]
fn no_measurement_is_asked_for_within_a_fortnight_of_the_last_not_even_after_a_gap() {
    let said = lives(
        20 * 7,
        |day| (49..95).contains(&day),
        |day, _, life| {
            // Measured a fortnight and a day before week 4, and in the middle of the time away.
            if matches!(day, 13 | 80) {
                keep(life, whole());
            }
        },
    );
    expect![[r#"
        day 28: week 4 is due
        day 56: week 8 is due
        day 74: after 29 days
        day 75: after 30 days
        day 76: after 31 days
        day 77: after 32 days
        day 78: after 33 days
        day 79: after 34 days
        day 80: nothing is asked
        day 94: after 49 days
        day 95: after 50 days
        day 96: after 51 days
        day 97: after 52 days
        day 98: nothing is asked
    "#]]
    .assert_eq(&said);
}

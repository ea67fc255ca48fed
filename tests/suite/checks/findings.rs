//! What checks say, in the sentences that a person reads.

use std::fmt::Write as _;
use std::time::Duration;

use chrono::{DateTime, NaiveDate};
use evenhold::history::{Body, Check, DeviceId, Journal, Reading, Record, RecordId};
use evenhold::program::{
    CONFIDENCE, Done, FUNCTION, Quality, Rules, Turn, checks_done, findings, seen,
};
use evenhold::text::Text;
use evenhold::units::{Now, Side, Sides, Tick};
use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::{check_of, plan, record, shipped};

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// A check on the front: three readings each of inward and outward, left and right.
fn prone(degrees: [[i32; 3]; 4]) -> Check {
    let whose =
        [("ir", Sides::Left), ("er", Sides::Left), ("ir", Sides::Right), ("er", Sides::Right)];
    let readings = whose
        .into_iter()
        .zip(degrees)
        .flat_map(|((what, side), degrees)| degrees.map(|it| Reading::value(what, side, it * 10)));
    Check {
        of: "prone".to_owned(),
        readings: readings.collect(),
        method: vec!["phone".to_owned(), "helper".to_owned()],
        ..Check::default()
    }
}

fn told(check: &Check, earlier: &[Done]) -> String {
    let text = Text::english();
    let found = findings(check, earlier, &Rules::shipped().checks);
    let mut out = String::new();
    for it in &found.measured {
        let quality = match it.quality {
            Quality::Good(mean) => format!("{mean:.1}°"),
            Quality::Spread(apart) => format!("{apart:.1}° apart"),
            Quality::PelvisLifted | Quality::KneeNotBent | Quality::TooFew => "unusable".to_owned(),
        };
        writeln!(out, "{:?} {}: {quality}", it.turn, it.side).expect("a string takes it");
    }
    for (side, said) in Side::BOTH.iter().zip(&found.sides) {
        for it in said {
            writeln!(out, "{side}: {}", text.observation(*it)).expect("a string takes it");
        }
    }
    for it in &found.both {
        writeln!(out, "both: {}", text.observation(*it)).expect("a string takes it");
    }
    for it in &found.changes {
        let said = text.observation(it.said);
        writeln!(out, "{:?} {}: {:.0} to {:.0}: {said}", it.turn, it.side, it.from, it.to)
            .expect("a string takes it");
    }
    if found.is_to_be_shown() {
        out.push_str("to be shown\n");
    }
    out
}

#[track_caller]
fn says(check: &Check, expected: &Expect) {
    expected.assert_eq(&told(check, &[]));
}

#[test]
fn inward_55_outward_15_no_pain() {
    says(
        &prone([[55, 54, 56], [15, 15, 15], [50, 52, 51], [20, 21, 22]]),
        &expect![[r#"
        Inward left: 55.0°
        Outward left: 15.0°
        Inward right: 51.0°
        Outward right: 21.0°
        left: Clearly more inward than outward. Could be how you are built. The programme can build strength and control; it won't change bone shape.
        right: Clearly more inward than outward. Could be how you are built. The programme can build strength and control; it won't change bone shape.
    "#]],
    );
}

#[test]
fn the_same_with_pain_on_the_left() {
    let check = Check {
        hurts: Some(Sides::Left),
        ..prone([[55, 54, 56], [20, 20, 20], [50, 52, 51], [25, 25, 25]])
    };
    says(
        &check,
        &expect![[r#"
        Inward left: 55.0°
        Outward left: 20.0°
        Inward right: 51.0°
        Outward right: 25.0°
        left: Clearly more inward than outward. Could be how you are built. The programme can build strength and control; it won't change bone shape. It is worth showing to a physiotherapist.
        right: Clearly more inward than outward. Could be how you are built. The programme can build strength and control; it won't change bone shape.
        to be shown
    "#]],
    );
}

#[test]
fn little_inward_turn_and_a_stiff_morning() {
    let check = Check {
        stiff: Some(Sides::Right),
        ..prone([[30, 32, 31], [35, 35, 36], [14, 15, 15], [38, 38, 37]])
    };
    says(
        &check,
        &expect![[r#"
        Inward left: 31.0°
        Outward left: 35.3°
        Inward right: 14.7°
        Outward right: 37.7°
        left: Balanced in this test.
        right: Turns outward more than inward. Keep general hip work; the inward-turn focus may not fit you.
        right: Little inward turn, with what you told about pain or stiffness. Show this to a professional.
        both: Sides differ: the left hip turns further inward, or less outward. Train both, one extra set on the weaker side is optional.
        to be shown
    "#]],
    );
}

#[test]
fn balanced_and_a_bit_more() {
    says(
        &prone([[40, 41, 42], [38, 38, 38], [45, 45, 45], [32, 32, 33]]),
        &expect![[r#"
        Inward left: 41.0°
        Outward left: 38.0°
        Inward right: 45.0°
        Outward right: 32.3°
        left: Balanced in this test.
        right: A bit more inward turn. Common.
    "#]],
    );
}

#[test]
fn clearly_more_outward() {
    says(
        &prone([[25, 25, 25], [50, 50, 50], [28, 28, 28], [48, 48, 48]]),
        &expect![[r#"
        Inward left: 25.0°
        Outward left: 50.0°
        Inward right: 28.0°
        Outward right: 48.0°
        left: Turns outward more than inward. Keep general hip work; the inward-turn focus may not fit you.
        right: Turns outward more than inward. Keep general hip work; the inward-turn focus may not fit you.
    "#]],
    );
}

#[test]
fn readings_too_far_apart_say_nothing() {
    let mut check = prone([[40, 52, 45], [30, 30, 30], [40, 40, 41], [30, 31, 32]]);
    for it in check.readings.iter_mut().take(3) {
        it.rejected = true;
        it.why = Some("spread".to_owned());
    }
    says(
        &check,
        &expect![[r#"
        Inward left: 12.0° apart
        Outward left: 30.0°
        Inward right: 40.3°
        Outward right: 31.0°
        right: Balanced in this test.
    "#]],
    );
}

#[test]
fn one_step_of_the_scale_is_no_spread() {
    let check = Check {
        method: vec!["scale".to_owned(), "helper".to_owned()],
        ..prone([[30, 45, 30], [30, 30, 30], [45, 45, 45], [30, 30, 30]])
    };
    says(
        &check,
        &expect![[r#"
        Inward left: 35.0°
        Outward left: 30.0°
        Inward right: 45.0°
        Outward right: 30.0°
        left: Balanced in this test.
        right: A bit more inward turn. Common.
        both: Sides differ: the right hip turns further inward, or less outward. Train both, one extra set on the weaker side is optional.
    "#]],
    );
}

fn done(day: &str, check: Check) -> Done {
    Done { record: uuid::Uuid::nil(), date: date(day), check }
}

#[test]
fn what_changes_is_said_of_like_and_like_alone() {
    let before = prone([[50, 50, 50], [20, 20, 20], [45, 45, 45], [30, 30, 30]]);
    let alone = Check {
        method: vec!["phone".to_owned(), "alone".to_owned(), "pelvis_not_watched".to_owned()],
        ..prone([[10, 10, 10], [10, 10, 10], [10, 10, 10], [10, 10, 10]])
    };
    let now = prone([[44, 44, 44], [31, 31, 31], [45, 45, 45], [18, 18, 18]]);
    let earlier = [done("2031-01-10", before), done("2031-02-10", alone)];
    expect![[r#"
        Inward left: 44.0°
        Outward left: 31.0°
        Inward right: 45.0°
        Outward right: 18.0°
        left: A bit more inward turn. Common.
        right: Clearly more inward than outward. Could be how you are built. The programme can build strength and control; it won't change bone shape.
        both: Sides differ: the right hip turns further inward, or less outward. Train both, one extra set on the weaker side is optional.
        Inward left: 50 to 44: No clear change (normal measuring wobble).
        Outward left: 20 to 31: More than last time, by more than the measuring wobble.
        Inward right: 45 to 45: No clear change (normal measuring wobble).
        Outward right: 30 to 18: Less than last time, by more than the measuring wobble.
    "#]].assert_eq(&told(&now, &earlier));
}

#[test]
fn three_small_steps_the_same_way_are_said() {
    let of = |outward: i32| prone([[40; 3], [outward; 3], [40; 3], [40; 3]]);
    let earlier =
        [done("2031-01-10", of(20)), done("2031-02-10", of(23)), done("2031-03-10", of(26))];
    expect![[r#"
        Inward left: 40.0°
        Outward left: 29.0°
        Inward right: 40.0°
        Outward right: 40.0°
        left: A bit more inward turn. Common.
        right: Balanced in this test.
        both: Sides differ: the left hip turns further inward, or less outward. Train both, one extra set on the weaker side is optional.
        Inward left: 40 to 40: No clear change (normal measuring wobble).
        Outward left: 26 to 29: No clear change (normal measuring wobble), moving the same way in the last checks.
        Inward right: 40 to 40: No clear change (normal measuring wobble).
        Outward right: 40 to 40: No clear change (normal measuring wobble).
    "#]].assert_eq(&told(&of(29), &earlier));
}

/// A record of a shipped check in which each side was seen like this.
fn seen_as(id: &str, left: &'static [(&str, &str)], right: &'static [(&str, &str)]) -> Check {
    let of = |list: &'static [(&str, &str)], what: &str| {
        list.iter().find(|it| it.0 == what).map_or("unsure", |it| it.1)
    };
    let answers = move |what: &str, side: Sides, _| match side {
        Sides::Left | Sides::Both => of(left, what),
        Sides::Right => of(right, what),
    };
    check_of(&record(plan(&shipped(id)), &answers))
}

#[test]
fn standing_with_one_knee_in() {
    let left = &[("feet", "straight"), ("kneecap", "in"), ("weight", "even"), ("arch", "no")];
    let right = &[("feet", "slightly_out"), ("kneecap", "straight"), ("arch", "no")];
    says(
        &seen_as("standing", left, right),
        &expect![[r#"
        left: The kneecap points in, and the foot does not point out: the turn may come from the hip or the thigh. Compare with the check on your front.
        left: The kneecap points in while the foot points straight or out: the lower leg may turn out to balance it. The check on your front tells more.
        right: Foot slightly out, kneecap straight: common.
        both: One side differs. Note it, and train both.
    "#]],
    );
}

#[test]
fn feet_in_and_kneecaps_straight() {
    let both = &[("feet", "clearly_in"), ("kneecap", "straight")];
    says(
        &seen_as("standing", both, both),
        &expect![[r#"
        left: The foot points in and the kneecap straight: the turn is probably below the knee, and this programme may not change it.
        right: The foot points in and the kneecap straight: the turn is probably below the knee, and this programme may not change it.
    "#]],
    );
}

#[test]
fn walking_with_toes_in_on_one_side() {
    let left = &[("toes", "in"), ("knee", "some"), ("swing", "no"), ("pelvis", "no")];
    let right = &[("toes", "straight"), ("knee", "no"), ("swing", "no"), ("pelvis", "no")];
    says(
        &seen_as("gait", left, right),
        &expect![[r#"
        left: Toes in. Without complaints that is common.
        both: The two sides differ. If that is new, let a professional look at it.
        both: A new limp, a change on one side only, tripping, or a leg that has lost strength: let a professional look at it.
    "#]],
    );
}

#[test]
fn feet_on_the_back() {
    let left = &[("toes", "out_little"), ("kneecap", "out_little")];
    let right = &[("toes", "upright"), ("kneecap", "upright")];
    says(
        &seen_as("supine", left, right),
        &expect![[r#"
        left: The foot falls out a little, as most feet do.
        right: The foot stays upright or falls inward. Compare with the check on your front; a turned-in thigh, the lower leg or plain tension may be behind it.
        both: After a fall, or if it came suddenly: a leg that looks shorter and turned out, or cannot carry weight, needs emergency help.
    "#]],
    );
}

#[test]
fn what_was_seen_twice_of_three_times_counts() {
    let words = |all: [&str; 3]| Check {
        readings: all.map(|it| Reading::observed("feet", Sides::Left, it)).to_vec(),
        ..Check::default()
    };
    let seen = |all| format!("{:?}", seen(&words(all), "feet", Sides::Left));
    expect![[r#"Some(Word("in"))"#]].assert_eq(&seen(["in", "straight", "in"]));
    expect!["Some(Mixed)"].assert_eq(&seen(["in", "straight", "out"]));
    expect!["Some(Unsure)"].assert_eq(&seen(["unsure", "straight", "unsure"]));
}

#[test]
fn a_check_is_kept_with_everything_it_was_done_with() {
    let record = record(plan(&shipped("prone")), &|what, side, round| match (what, side, round) {
        ("ir", Sides::Left, 1) => "38",
        ("ir", ..) => "40",
        _ => "35",
    });
    let line = evenhold::history::to_line(&record).expect("it can be written");
    expect![[r#"{"v":1,"kind":"check","id":"01960000-0000-7000-8000-000000000001","rev":1,"device":"desk","at":"2031-04-05T18:02:11.500+02:00","zone":"Europe/Berlin","date":"2031-04-05","check":"prone","name":"Lying on your front","readings":[{"what":"ir","side":"left","tenths":380},{"what":"ir","side":"left","tenths":400},{"what":"ir","side":"left","tenths":400},{"what":"er","side":"left","tenths":350},{"what":"er","side":"left","tenths":350},{"what":"er","side":"left","tenths":350},{"what":"ir","side":"right","tenths":400},{"what":"ir","side":"right","tenths":400},{"what":"ir","side":"right","tenths":400},{"what":"er","side":"right","tenths":350},{"what":"er","side":"right","tenths":350},{"what":"er","side":"right","tenths":350}],"method":["phone","helper"],"crc":"8ab298e8"}"#]].assert_eq(line.trim_end());
}

proptest! {
    /// The order of readings never changes a mean, nor what is said.
    #[test]
    fn the_order_of_readings_changes_nothing(
        degrees in prop::array::uniform4(prop::array::uniform3(0..70_i32)),
        order in Just((0..12_usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let check = prone(degrees);
        let mut other = check.clone();
        other.readings = order.iter().filter_map(|it| check.readings.get(*it).cloned()).collect();
        let means = |it: &Check| {
            let found = findings(it, &[], &Rules::shipped().checks);
            let means: Vec<_> = found.measured.iter().map(|it| (it.side, it.turn, it.mean().map(|it| (it * 1e6).round()))).collect();
            (means, found.sides, found.both)
        };
        prop_assert_eq!(means(&check), means(&other));
    }

    /// A check of another kind, read in another way or with other help never changes what is said.
    #[test]
    fn what_is_unlike_changes_nothing(
        degrees in prop::array::uniform4(prop::array::uniform3(0..70_i32)),
        method in prop::sample::select(vec!["photo alone", "phone alone pelvis_not_watched", "scale helper", ""]),
    ) {
        let now = prone([[40; 3], [30; 3], [41; 3], [31; 3]]);
        let before = done("2031-01-10", prone([[50; 3], [20; 3], [45; 3], [30; 3]]));
        let method = method.split_whitespace().map(str::to_owned).collect();
        let unlike = done("2031-02-10", Check { method, ..prone(degrees) });
        let sitting = done("2031-02-11", Check { of: "sitting".to_owned(), ..prone(degrees) });
        let rules = Rules::shipped().checks;
        let alone = findings(&now, std::slice::from_ref(&before), &rules);
        prop_assert_eq!(alone, findings(&now, &[before, unlike, sitting], &rules));
    }

    /// Left and right are judged alike.
    #[test]
    fn sides_are_judged_alike(one in prop::array::uniform2(prop::array::uniform3(0..70_i32))) {
        let [inward, outward] = one;
        let found = findings(&prone([inward, outward, inward, outward]), &[], &Rules::shipped().checks);
        prop_assert_eq!(&found.sides[0], &found.sides[1]);
        for turn in Turn::ALL {
            let mean = |side| found.measured(side, turn).and_then(evenhold::program::Measured::mean);
            prop_assert_eq!(mean(Side::Left), mean(Side::Right));
        }
    }
}

#[test]
fn what_is_rated_about_a_day_or_a_week_is_no_check() {
    let mut journal = Journal::new();
    for (at, of) in [FUNCTION, CONFIDENCE, "prone"].into_iter().enumerate() {
        let check = Check { of: of.to_owned(), ..Check::default() };
        let wall = DateTime::parse_from_rfc3339("2031-01-06T08:00:00+00:00").expect("a moment");
        let tick = Tick { mono: Duration::ZERO, boot: Duration::ZERO, wall };
        let now = Now { tick, zone: "UTC".to_owned() };
        let (id, device) = (RecordId::from_u128(at as u128 + 1), DeviceId::new("desk"));
        journal.add(Record::new(id, device, &now, Body::Check(check)));
    }
    let of: Vec<_> = checks_done(&journal).into_iter().map(|it| it.check.of).collect();
    assert_eq!(of, ["prone"]);
}

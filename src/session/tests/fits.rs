//! A routine cut down to a person's time: what stays, what goes, and the laws of it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::{library, routine};
use crate::library::{Library, Muscle, Routine};
use crate::session::{LeftOutReason, Missing, Plan, PlanError, StepKind, Trained, Wish, fit};
use crate::units::{Mss, Sides};

fn draw(plan: &Plan) -> String {
    let mut out = format!("{}\n", Mss(plan.length()));
    for (at, entry) in plan.entries.iter().enumerate() {
        let work = plan.steps.iter().filter(|it| it.entry == at && it.kind == StepKind::Work);
        let sides: Vec<_> = work.filter_map(|it| Some((it.side, it.work?.amount))).collect();
        let count = |side| sides.iter().filter(|it| it.0 == side).count();
        let (left, right, both) = (count(Sides::Left), count(Sides::Right), count(Sides::Both));
        let amount = sides.first().map(|it| it.1);
        writeln!(out, "{} {left}+{right}+{both} {amount:?}", entry.exercise).unwrap();
    }
    for it in &plan.left_out {
        writeln!(out, "without {} ({:?})", it.exercise, it.reason).unwrap();
    }
    if let Some(it) = &plan.fitted {
        let rests = if it.rests { "shorter rests" } else { "usual rests" };
        writeln!(out, "{} min: {rests}", it.minutes).unwrap();
        for it in &it.less {
            writeln!(out, "less {} {:?} {:?}", it.exercise, it.sets, it.amount).unwrap();
        }
    }
    out
}

fn fitted(routine: &Routine, library: &Library, minutes: u32) -> Result<Plan, PlanError> {
    let wish = Wish { missing: Missing::default(), minutes: Some(minutes) };
    fit(routine, library, wish, &Trained::default())
}

#[track_caller]
fn check(id: &str, minutes: u32, expect: &Expect) {
    let library = Library::shipped();
    let plan = fitted(library.routine(id).unwrap(), &library, minutes);
    expect.assert_eq(&plan.map_or_else(|it| format!("{it}\n"), |it| draw(&it)));
}

#[test]
fn a_routine_that_fits_is_left_alone() {
    check(
        "short",
        20,
        &expect![[r#"
        8:25
        hipflexor 1+1+0 Some(Hold(30s))
        bridge 0+0+1 Some(Reps(15))
        clam 1+1+0 Some(Reps(15))
        balance 1+1+0 Some(Hold(30s))
    "#]],
    );
}

#[test]
fn rests_are_shortened_before_anything_is_left_out() {
    check(
        "a",
        20,
        &expect![[r#"
        19:57
        hipflexor 2+2+0 Some(Hold(30s))
        fig4 2+2+0 Some(Hold(30s))
        bridge 0+0+2 Some(Reps(10))
        clam 2+2+0 Some(Reps(10))
        birddog 2+2+0 Some(Reps(8))
        balance 2+2+0 Some(Hold(20s))
        20 min: shorter rests
    "#]],
    );
}

#[test]
fn sets_go_before_exercises() {
    check(
        "a",
        12,
        &expect![[r#"
        12:00
        hipflexor 2+2+0 Some(Hold(30s))
        fig4 1+1+0 Some(Hold(30s))
        bridge 0+0+1 Some(Reps(10))
        clam 1+1+0 Some(Reps(10))
        birddog 1+1+0 Some(Reps(8))
        balance 1+1+0 Some(Hold(20s))
        12 min: shorter rests
        less fig4 (2, 1) (Hold(30s), Hold(30s))
        less bridge (2, 1) (Reps(10), Reps(10))
        less clam (2, 1) (Reps(10), Reps(10))
        less birddog (2, 1) (Reps(8), Reps(8))
        less balance (2, 1) (Hold(20s), Hold(20s))
    "#]],
    );
}

#[test]
fn the_key_exercises_stay_to_the_end() {
    check(
        "full",
        12,
        &expect![[r#"
        11:32
        hipflexor 1+1+0 Some(Hold(30s))
        butterfly 0+0+1 Some(Hold(30s))
        fig4 1+1+0 Some(Hold(30s))
        bridge 0+0+1 Some(Reps(10))
        clam 1+1+0 Some(Reps(10))
        birddog 1+1+0 Some(Reps(8))
        squat 0+0+1 Some(Reps(8))
        without tfl (Time)
        without sideraise (Time)
        without bandwalk (Time)
        without balance (Time)
        without gait (Time)
        12 min: usual rests
        less hipflexor (2, 1) (Hold(30s), Hold(30s))
        less butterfly (2, 1) (Hold(30s), Hold(30s))
        less fig4 (2, 1) (Hold(30s), Hold(30s))
        less bridge (2, 1) (Reps(10), Reps(10))
        less clam (2, 1) (Reps(10), Reps(10))
        less birddog (2, 1) (Reps(8), Reps(8))
        less squat (2, 1) (Reps(8), Reps(8))
    "#]],
    );
    check(
        "full",
        5,
        &expect![[r#"
        4:31
        hipflexor 1+1+0 Some(Hold(30s))
        bridge 0+0+1 Some(Reps(10))
        squat 0+0+1 Some(Reps(8))
        without tfl (Time)
        without butterfly (Time)
        without fig4 (Time)
        without clam (Time)
        without sideraise (Time)
        without birddog (Time)
        without bandwalk (Time)
        without balance (Time)
        without gait (Time)
        5 min: usual rests
        less hipflexor (2, 1) (Hold(30s), Hold(30s))
        less bridge (2, 1) (Reps(10), Reps(10))
        less squat (2, 1) (Reps(8), Reps(8))
    "#]],
    );
}

#[test]
fn too_little_time_for_anything_says_how_much_it_takes() {
    check(
        "full",
        1,
        &expect![[r#"
        nothing fits into 1 min; the shortest session takes 70s
    "#]],
    );
}

#[test]
fn of_equal_ones_the_least_trained_muscle_stays() {
    let mut library = library();
    for it in &mut library.exercises {
        if it.id == "sit" {
            it.levels[0].muscles = vec![Muscle::Hamstrings];
        }
    }
    let routine = routine(&library, "hold, sit");
    let left = |trained: &[(Muscle, u32)]| {
        let mut all = Trained::default();
        for it in trained {
            all.add(it.0, it.1);
        }
        let wish = Wish { missing: Missing::default(), minutes: Some(2) };
        let plan = fit(&routine, &library, wish, &all).unwrap();
        plan.left_out.iter().map(|it| it.exercise.clone()).collect::<Vec<_>>()
    };
    assert_eq!(left(&[(Muscle::Hamstrings, 4)]), ["sit"]);
    assert_eq!(left(&[(Muscle::GluteusMedius, 4)]), ["hold"]);
}

fn shapes() -> Vec<(Routine, Library)> {
    const SHAPES: &[&str] = &[
        "hold x2, clam x2, bridge x2 rest 0",
        "each_block: clam x2, hold\nwalk, own, reach",
        "circuit 3:clam, gait\nhold x3",
        "circuit 2:own\nbridge x4, sit x3, reach x2",
        "clam x2 each_exercise extra left, own extra right, sit x2",
        "gait x5\nhold x3\nbridge x3 rest 90",
    ];
    let shipped = Library::shipped();
    let all = shipped.routines.iter().map(|it| (it.clone(), shipped.clone()));
    let own = library();
    all.chain(SHAPES.iter().map(|it| (routine(&own, it), own.clone()))).collect()
}

/// Work by exercise and side, in milliseconds.
fn work(plan: &Plan) -> BTreeMap<(String, Sides), Duration> {
    let mut all = BTreeMap::new();
    for it in plan.steps.iter().filter(|it| it.kind == StepKind::Work) {
        let key = (plan.entries[it.entry].exercise.clone(), it.side);
        *all.entry(key).or_insert(Duration::ZERO) += it.length;
    }
    all
}

fn any_missing() -> impl Strategy<Value = Missing> {
    (any::<bool>(), any::<bool>()).prop_map(|(band, wall)| Missing {
        band,
        wall,
        ..Missing::default()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_fitted_session_is_never_longer_than_the_time_and_never_padded(
        at in 0..shapes().len(), minutes in 1u32..60, missing in any_missing(),
    ) {
        let (routine, library) = &shapes()[at];
        let whole = Plan::new(routine, library, missing).unwrap();
        let wish = Wish { missing, minutes: Some(minutes) };
        let limit = Duration::from_mins(u64::from(minutes));
        match fit(routine, library, wish, &Trained::default()) {
            Ok(plan) => {
                prop_assert!(plan.length() <= limit, "{} min: {}", minutes, draw(&plan));
                let (less, more) = (work(&plan), work(&whole));
                for (what, length) in &less {
                    prop_assert!(length <= &more[what], "{:?} is padded", what);
                }
                if whole.length() <= limit {
                    prop_assert_eq!(plan, whole);
                }
            }
            Err(PlanError::NoTime { least, .. }) => prop_assert!(limit < least),
            Err(other) => prop_assert!(false, "{other}"),
        }
    }

    #[test]
    fn a_fitted_session_gives_both_sides_what_the_whole_one_gives_them(
        at in 0..shapes().len(), minutes in 1u32..60, missing in any_missing(),
    ) {
        let (routine, library) = &shapes()[at];
        let whole = work(&Plan::new(routine, library, missing).unwrap());
        let wish = Wish { missing, minutes: Some(minutes) };
        let Ok(plan) = fit(routine, library, wish, &Trained::default()) else { return Ok(()) };
        let less = work(&plan);
        for ((exercise, side), length) in &less {
            let other = match side {
                Sides::Left => Sides::Right,
                Sides::Right => Sides::Left,
                Sides::Both => continue,
            };
            let key = (exercise.clone(), other);
            let same_before = whole.get(&(exercise.clone(), *side)) == whole.get(&key);
            if same_before {
                prop_assert_eq!(Some(length), less.get(&key), "{} at {} min", exercise, minutes);
            } else {
                prop_assert!(less.contains_key(&key), "{} has lost a side", exercise);
            }
        }
        let gone = plan.left_out.iter().filter(|it| it.reason == LeftOutReason::Time).count();
        prop_assert_eq!(plan.entries.len() + gone, Plan::new(routine, library, missing).unwrap().entries.len());
    }
}

/// Every routine and every number of minutes that leaves something to do.
#[test]
fn a_fitted_session_is_at_most_a_minute_shorter_than_the_time() {
    let mut wide = Vec::new();
    for (routine, library) in shapes() {
        let whole = Plan::new(&routine, &library, Missing::default()).unwrap().length();
        for minutes in 1..60 {
            let limit = Duration::from_mins(u64::from(minutes));
            let Ok(plan) = fitted(&routine, &library, minutes) else { continue };
            let target = limit.min(whole);
            if plan.length() + Duration::from_mins(1) < target {
                let first = routine.blocks[0].items[0].exercise.clone();
                wide.push(format!(
                    "{} ({first}) {minutes} min: {}",
                    routine.id,
                    Mss(plan.length())
                ));
            }
        }
    }
    assert_eq!(wide, Vec::<String>::new());
}

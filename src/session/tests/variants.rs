//! Another form of an exercise while a session runs: easier, harder, another exercise.

use std::fmt::Write as _;
use std::time::Duration;

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::{describe, library, plan, run, secs};
use crate::library::{Amount, Library, Timing};
use crate::session::{
    At, Command, Fact, Missing, PauseReason, Plan, Session, Step, StepKind, Variant, Why,
};
use crate::units::{Mss, Sides};

/// The library that a plan was made from.
fn library_of(plan: &Plan) -> Library {
    if plan.routine == "test" { library() } else { Library::shipped() }
}

/// Every form of every exercise that could take the place of an entry, and that is `wanted`.
pub(super) fn all_variants(
    session: &Session,
    target: usize,
    wanted: impl Fn(&crate::session::Entry, &Variant) -> bool,
) -> Vec<Variant> {
    let library = library_of(session.plan());
    let Some(of) = session.plan().entries.get(target) else { return Vec::new() };
    let exercises = library.exercises.iter();
    let levels = exercises.flat_map(|it| it.levels.iter().map(move |level| (it, level)));
    let variants = levels.map(|(exercise, level)| {
        let why = if exercise.id != of.exercise {
            Why::Other
        } else if level.number < of.level {
            Why::Easier
        } else {
            Why::Harder
        };
        Variant::new((exercise, level), level.dose.low, (of, why), Timing::default())
    });
    variants.filter(|it| wanted(of, it)).collect()
}

/// Runs a script in which `easier 2`, `harder 4` and `other hold` change the exercise of the step.
fn change(session: &mut Session, script: &str) -> Vec<At> {
    let mut events = Vec::new();
    let mut words = script.split_whitespace();
    while let Some(word) = words.next() {
        let target = session.view().entry;
        let mut take = |wanted: &dyn Fn(&Variant) -> bool| {
            let all = all_variants(session, target, |_, it| wanted(it));
            all.first().map(|it| session.replan(target, it)).expect("such a form")
        };
        let told = match word {
            "easier" | "harder" => {
                let level: u8 = words.next().and_then(|it| it.parse().ok()).expect("a level");
                let why = if word == "easier" { Why::Easier } else { Why::Harder };
                take(&|it| it.why == why && it.entry.level == level)
            }
            "other" => {
                let id = words.next().expect("an exercise");
                take(&|it| it.why == Why::Other && it.entry.exercise == id)
            }
            other => run(session, other),
        };
        events.extend(told);
    }
    events
}

/// What happened, and the steps as they then are.
#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "a test reads better without a reference")]
fn check(text: &str, script: &str, expected: Expect) {
    let mut session = Session::new(plan(text));
    let mut out = String::new();
    for it in change(&mut session, script) {
        writeln!(out, "{} {}", Mss(it.at), describe(&session, it.event)).unwrap();
    }
    out.push_str("the steps:\n");
    for (at, step) in session.plan().steps.iter().enumerate() {
        let entry = &session.plan().entries[step.entry];
        let work = step.work.map_or(String::new(), |it| format!(" {:?}", it.amount));
        let kind = format!("{:?}", step.kind).to_lowercase();
        let (side, set, sets) = (super::side(step.side), step.set, step.sets);
        let (id, level, time) = (&entry.exercise, entry.level, Mss(step.length));
        writeln!(out, "{at} {time} {kind} {id} {level}{side} {set}/{sets}{work}").unwrap();
    }
    expected.assert_eq(&out);
}

#[test]
fn an_easier_form_holds_at_once_and_for_both_sides() {
    check(
        "clam x2",
        "start 57 easier 2",
        expect![[r#"
        0:00 work clam L 1/2
        0:50 ready clam L 1/2
        0:54   rep 1
        0:57   8 steps from 0 became 9
        0:57   kept clam L 1/2: Reps(1)
        0:57 ready clam L 1/2
        the steps:
        0 0:04 work clam 3 L 1/2 Reps(1)
        1 0:20 ready clam 2 L 1/2
        2 0:08 work clam 2 L 1/2 Reps(2)
        3 0:15 switch clam 2 R 1/2
        4 0:12 work clam 2 R 1/2 Reps(3)
        5 0:20 rest clam 2 L 2/2
        6 0:12 work clam 2 L 2/2 Reps(3)
        7 0:15 switch clam 2 R 2/2
        8 0:12 work clam 2 R 2/2 Reps(3)
    "#]],
    );
}

#[test]
fn the_second_side_of_a_set_does_as_much_as_the_first() {
    check(
        "clam x2",
        "start 82 easier 2",
        expect![[r#"
        0:00 ready clam L 1/2
        0:50 work clam L 1/2
        0:54   rep 1
        0:58   rep 2
        1:02   rep 3
        1:02   kept clam L 1/2: Reps(3)
        1:02 work clam R 1/2
        1:17 switch clam R 1/2
        1:21   rep 1
        1:22   6 steps from 2 became 7
        1:22   kept clam R 1/2: Reps(1)
        1:22 switch clam R 1/2
        the steps:
        0 0:50 ready clam 3 L 1/2
        1 0:12 work clam 3 L 1/2 Reps(3)
        2 0:04 work clam 3 R 1/2 Reps(1)
        3 0:15 switch clam 2 R 1/2
        4 0:08 work clam 2 R 1/2 Reps(2)
        5 0:20 rest clam 2 L 2/2
        6 0:12 work clam 2 L 2/2 Reps(3)
        7 0:15 switch clam 2 R 2/2
        8 0:12 work clam 2 R 2/2 Reps(3)
    "#]],
    );
}

#[test]
fn it_can_be_undone_for_five_seconds() {
    check(
        "clam",
        "start 57 easier 2 4 undo",
        expect![[r#"
        0:00 ready clam L 1/1
        0:50 work clam L 1/1
        0:54   rep 1
        0:57   4 steps from 0 became 5
        0:57   kept clam L 1/1 (since taken back)
        0:57 work clam L 1/1
        1:01   5 steps from 0 became 4
        1:01 work clam L 1/1
        1:01 count-in 0:03
        the steps:
        0 0:50 ready clam 3 L 1/1
        1 0:12 work clam 3 L 1/1 Reps(3)
        2 0:15 switch clam 3 R 1/1
        3 0:12 work clam 3 R 1/1 Reps(3)
    "#]],
    );
}

#[test]
fn an_easier_form_in_a_pause_waits_for_the_person() {
    check(
        "clam",
        "start 57 pause easier 2 60 resume 4",
        expect![[r#"
        0:00 work clam L 1/1
        0:50 ready clam L 1/1
        0:54   rep 1
        0:57 paused (Person)
        0:57   4 steps from 0 became 5
        0:57   kept clam L 1/1: Reps(1)
        0:57 ready clam L 1/1
        1:57 count-in 0:20
        the steps:
        0 0:04 work clam 3 L 1/1 Reps(1)
        1 0:20 ready clam 2 L 1/1
        2 0:08 work clam 2 L 1/1 Reps(2)
        3 0:15 switch clam 2 R 1/1
        4 0:12 work clam 2 R 1/1 Reps(3)
    "#]],
    );
}

#[test]
fn another_exercise_has_its_own_position_and_what_follows_gets_ready_anew() {
    check(
        "clam, bridge",
        "start 10 other walk",
        expect![[r#"
        0:00 ready walk L 1/1
        0:10   5 steps from 0 became 5
        0:10 ready walk L 1/1
        the steps:
        0 0:40 ready walk 3 L 1/1
        1 0:16 work walk 3 L 1/1 Steps(4)
        2 0:10 switch walk 3 R 1/1
        3 0:16 work walk 3 R 1/1 Steps(4)
        4 0:20 ready bridge 3 1/1
        5 0:12 work bridge 3 1/1 Reps(3)
    "#]],
    );
}

#[test]
fn after_a_red_answer_another_exercise_takes_the_place_of_what_was_given_up() {
    let mut session = Session::new(plan("clam x2, bridge"));
    run(&mut session, "start 57 pause stop drop");
    let all = all_variants(&session, 0, |_, it| it.entry.exercise == "own");
    assert!(session.can_replan(0, &all[0]));
    let events = session.replan(0, &all[0]);
    let told: Vec<_> = events.iter().map(|it| describe(&session, it.event)).collect();
    expect![[r#"
          7 steps from 2 became 7
        ready own R 1/2"#]]
    .assert_eq(&told.join("\n"));
    let sets = session.plan().steps.iter().filter(|it| it.kind == StepKind::Work);
    let sets: Vec<_> = sets
        .map(|it| format!("{}{}", session.plan().entries[it.entry].exercise, super::side(it.side)))
        .collect();
    expect!["clam L, own R, own L, own R, bridge"].assert_eq(&sets.join(", "));
}

#[test]
fn a_side_to_side_block_turns_over_once_all_the_same() {
    check(
        "each_block: clam x2, hold",
        "start 55 easier 2",
        expect![[r#"
        0:00 work clam L 1/2
        0:50 ready clam L 1/2
        0:54   rep 1
        0:55   11 steps from 0 became 12
        0:55   kept clam L 1/2: Reps(1)
        0:55 ready clam L 1/2
        the steps:
        0 0:04 work clam 3 L 1/2 Reps(1)
        1 0:20 ready clam 2 L 1/2
        2 0:08 work clam 2 L 1/2 Reps(2)
        3 0:20 rest clam 2 L 2/2
        4 0:12 work clam 2 L 2/2 Reps(3)
        5 0:20 ready hold 3 L 1/1
        6 0:30 work hold 3 L 1/1 Hold(30s)
        7 0:20 ready clam 2 R 1/2
        8 0:12 work clam 2 R 1/2 Reps(3)
        9 0:20 rest clam 2 R 2/2
        10 0:12 work clam 2 R 2/2 Reps(3)
        11 0:20 ready hold 3 R 1/1
        12 0:30 work hold 3 R 1/1 Hold(30s)
    "#]],
    );
}

#[test]
fn there_is_nothing_to_change_where_nothing_is_left() {
    let mut session = Session::new(plan("clam, bridge"));
    run(&mut session, "start 90");
    let all = all_variants(&session, 0, |_, it| it.why == Why::Easier);
    assert_eq!(session.plan().entries[session.view().entry].exercise, "bridge");
    assert!(!session.can_replan(0, &all[0]));
    assert_eq!(session.replan(0, &all[0]), Vec::new());
}

/// Everything done on a side: counts, and milliseconds.
fn done(session: &Session, side: Sides) -> (u64, u128) {
    let of_side = session.results().into_iter().filter(|it| it.side == side);
    of_side.fold((0, 0), |(count, time), it| match it.done {
        Amount::Hold(it) | Amount::Drill(it) => (count, time + it.as_millis()),
        Amount::Reps(n) | Amount::Steps(n) | Amount::Reaches(n) => (count + u64::from(n), time),
    })
}

fn any_plan() -> impl Strategy<Value = Plan> {
    let shipped = Library::shipped();
    let routines = shipped.routines.iter();
    let all: Vec<_> = routines
        .map(|it| Plan::new(it, &shipped, Missing::default()).expect("a plan"))
        .chain(["hold x2, clam x3", "each_block: clam x2, hold\nwalk, own x2"].map(plan))
        .collect();
    prop::sample::select(all)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn left_and_right_do_equal_work_whatever_form_is_taken(
        plan in any_plan(),
        changes in prop::collection::vec((0u64..120_000, any::<usize>(), any::<bool>()), 1..8),
    ) {
        let mut session = Session::new(plan);
        session.apply(Command::Start);
        let mut changed = 0u32;
        for (time, pick, undone) in changes {
            session.advance(Duration::from_millis(time));
            let target = session.view().entry;
            let same = |of: &crate::session::Entry, it: &Variant| {
                let amount = session.plan().steps.iter().filter(|it| it.entry == target);
                let amount = amount.filter_map(|it| it.work).map(|it| it.amount).next();
                let kind = |it: Amount| std::mem::discriminant(&it);
                (it.entry.sides == crate::library::LevelSides::Both)
                    == (of.sides == crate::library::LevelSides::Both)
                    && amount.map(kind) == Some(kind(it.work.amount))
            };
            let all = all_variants(&session, target, same);
            if let Some(it) = pick.checked_rem(all.len()).and_then(|it| all.get(it)) {
                let before = session.clone();
                let events = session.replan(target, it);
                changed += u32::from(!events.is_empty());
                if undone && !events.is_empty() {
                    session.apply(Command::Undo);
                    prop_assert_eq!(session.plan(), before.plan());
                    prop_assert_eq!(session.results(), before.results());
                    prop_assert_eq!(session.view().step, before.view().step);
                    prop_assert_eq!(session.view().into, before.view().into);
                }
            }
        }
        for _ in 0..2_000 {
            session.apply(Command::Resume);
            session.advance(secs(300));
            if session.plan().steps.get(session.view().step).is_some_and(Step::waits) {
                session.apply(Command::Done);
            }
        }
        prop_assert!(session.is_over());
        let (left, right) = (done(&session, Sides::Left), done(&session, Sides::Right));
        prop_assert_eq!(left.0, right.0);
        // A hold that is nearly over is not begun anew for the seconds that are left.
        prop_assert!(left.1.abs_diff(right.1) < u128::from(changed) * 5_000 + 1);
    }

    #[test]
    fn no_form_changes_how_many_sets_a_side_has_by_more_than_the_set_that_runs(
        plan in any_plan(),
        time in 0u64..900_000,
        pick in any::<usize>(),
    ) {
        let mut session = Session::new(plan);
        session.apply(Command::Start);
        session.advance(Duration::from_millis(time));
        let target = session.view().entry;
        let all = all_variants(&session, target, |_, _| true);
        let it = &all[pick % all.len()];
        let could = session.can_replan(target, it);
        let before = session.clone();
        let events = session.replan(target, it);
        prop_assert_eq!(could, !events.is_empty());
        let sets = |session: &Session, side| {
            let steps = session.plan().steps.iter().filter(|it| it.kind == StepKind::Work);
            steps.filter(|it| it.side == side || it.side == Sides::Both).count()
        };
        for side in [Sides::Left, Sides::Right] {
            let (was, is) = (sets(&before, side), sets(&session, side));
            prop_assert!(was.abs_diff(is) <= 1, "{:?}: {} {}", side, was, is);
        }
    }
}

#[test]
fn what_a_form_took_the_place_of_is_in_the_log() {
    let mut session = Session::new(plan("clam"));
    let events = change(&mut session, "start 57 easier 2");
    let facts: Vec<_> = events.iter().flat_map(|it| session.facts(it)).collect();
    let Some(Fact::Replanned(splice)) = facts.iter().find(|it| matches!(it, Fact::Replanned(_)))
    else {
        panic!("{facts:?}")
    };
    let replaces = splice.entries[0].replaces.as_ref().expect("what it replaces");
    assert_eq!(
        (replaces.exercise.as_str(), replaces.level, replaces.why),
        ("clam", 3, Why::Easier)
    );
    session.apply(Command::Pause(PauseReason::Person));
}

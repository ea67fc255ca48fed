//! A routine laid out as steps: drawn timetables.

use std::fmt::Write as _;

use expect_test::{Expect, expect};

use super::{library, plan, routine, side};
use crate::library::RoutineKind;
use crate::session::{Missing, Plan, PlanError};
use crate::units::Mss;

fn draw(plan: &Plan) -> String {
    let mut out = String::new();
    let mut at = std::time::Duration::ZERO;
    for it in &plan.steps {
        let entry = &plan.entries[it.entry];
        let kind = format!("{:?}", it.kind).to_lowercase();
        let (start, name, side) = (Mss(at), &entry.exercise, side(it.side));
        writeln!(out, "{start} {kind} {name} {}{side} {}/{}", entry.level, it.set, it.sets)
            .expect("a string takes it");
        at += it.length;
    }
    writeln!(out, "{} over", Mss(at)).expect("a string takes it");
    for it in &plan.left_out {
        writeln!(out, "without {} ({:?})", it.exercise, it.reason).expect("a string takes it");
    }
    out
}

#[track_caller]
fn check(text: &str, expect: &Expect) {
    expect.assert_eq(&draw(&plan(text)));
}

#[test]
fn the_other_side_is_the_rest_and_the_pair_rests_after_it() {
    check(
        "clam x2",
        &expect![[r#"
            0:00 ready clam 3 L 1/2
            0:50 work clam 3 L 1/2
            1:02 switch clam 3 R 1/2
            1:17 work clam 3 R 1/2
            1:29 rest clam 3 L 2/2
            1:49 work clam 3 L 2/2
            2:01 switch clam 3 R 2/2
            2:16 work clam 3 R 2/2
            2:28 over
        "#]],
    );
}

#[test]
fn one_side_may_be_finished_before_the_other() {
    check(
        "hold x2 each_exercise",
        &expect![[r#"
            0:00 ready hold 3 L 1/2
            0:40 work hold 3 L 1/2
            1:10 rest hold 3 L 2/2
            1:30 work hold 3 L 2/2
            2:00 switch hold 3 R 1/2
            2:15 work hold 3 R 1/2
            2:45 rest hold 3 R 2/2
            3:05 work hold 3 R 2/2
            3:35 over
        "#]],
    );
}

#[test]
fn a_block_may_be_done_left_first_so_that_one_turns_over_once() {
    check(
        "each_block: clam, hold",
        &expect![[r#"
            0:00 ready clam 3 L 1/1
            0:50 work clam 3 L 1/1
            1:02 ready hold 3 L 1/1
            1:32 work hold 3 L 1/1
            2:02 switch clam 3 R 1/1
            2:17 work clam 3 R 1/1
            2:29 ready hold 3 R 1/1
            2:59 work hold 3 R 1/1
            3:29 over
        "#]],
    );
}

#[test]
fn a_circuit_does_one_set_of_each_and_starts_again() {
    check(
        "circuit 2:bridge, gait",
        &expect![[r#"
            0:00 ready bridge 3 1/2
            0:40 work bridge 3 1/2
            0:52 ready gait 3 1/2
            1:12 work gait 3 1/2
            2:12 ready bridge 3 2/2
            2:32 work bridge 3 2/2
            2:44 ready gait 3 2/2
            3:04 work gait 3 2/2
            4:04 over
        "#]],
    );
}

#[test]
fn a_circuit_of_one_rests_between_its_rounds() {
    check(
        "circuit 2:bridge",
        &expect![[r#"
            0:00 ready bridge 3 1/2
            0:40 work bridge 3 1/2
            0:52 rest bridge 3 2/2
            1:52 work bridge 3 2/2
            2:04 over
        "#]],
    );
}

#[test]
fn a_rest_of_nothing_is_no_step() {
    check(
        "bridge x2 rest 0",
        &expect![[r#"
            0:00 ready bridge 3 1/2
            0:40 work bridge 3 1/2
            0:52 work bridge 3 2/2
            1:04 over
        "#]],
    );
}

#[test]
fn an_extra_set_comes_after_the_others() {
    check(
        "walk extra left",
        &expect![[r#"
            0:00 ready walk 3 L 1/2
            0:30 work walk 3 L 1/2
            0:46 switch walk 3 R 1/1
            0:56 work walk 3 R 1/1
            1:12 rest walk 3 L 2/2
            1:32 work walk 3 L 2/2
            1:48 over
        "#]],
    );
}

#[test]
fn staying_in_position_needs_less_time_than_getting_up() {
    check(
        "own, gait, bridge, bridge",
        &expect![[r#"
            0:00 ready own 3 L 1/1
            0:30 work own 3 L 1/1
            0:45 switch own 3 R 1/1
            0:55 work own 3 R 1/1
            1:10 ready gait 3 1/1
            1:30 work gait 3 1/1
            2:30 ready bridge 3 1/1
            2:50 work bridge 3 1/1
            3:02 ready bridge 3 1/1
            3:12 work bridge 3 1/1
            3:24 over
        "#]],
    );
}

#[test]
fn a_break_begins_where_one_stands() {
    let library = library();
    let routine = crate::library::Routine { kind: RoutineKind::Break, ..routine(&library, "gait") };
    let plan = Plan::new(&routine, &library, Missing::default()).expect("a plan");
    expect![[r#"
        0:00 ready gait 3 1/1
        0:10 work gait 3 1/1
        1:10 over
    "#]]
    .assert_eq(&draw(&plan));
}

#[track_caller]
fn check_missing(missing: Missing, text: &str, expect: &Expect) {
    let library = library();
    let drawn = match Plan::new(&routine(&library, text), &library, missing) {
        Ok(it) => draw(&it),
        Err(error) => format!("{error:?}"),
    };
    expect.assert_eq(&drawn);
}

#[test]
fn without_a_band_an_easier_level_takes_its_place() {
    check_missing(
        Missing { band: true, ..Missing::default() },
        "clam",
        &expect![[r#"
            0:00 ready clam 2 L 1/1
            0:40 work clam 2 L 1/1
            0:52 switch clam 2 R 1/1
            1:07 work clam 2 R 1/1
            1:19 over
        "#]],
    );
}

#[test]
fn without_the_floor_what_has_no_other_level_is_left_out_by_name() {
    check_missing(
        Missing { floor: true, ..Missing::default() },
        "clam, gait",
        &expect![[r#"
            0:00 ready gait 3 1/1
            0:30 work gait 3 1/1
            1:30 over
            without clam (NoFloor)
        "#]],
    );
}

#[test]
fn a_plan_of_nothing_is_refused() {
    check_missing(Missing { floor: true, ..Missing::default() }, "clam", &expect!["Empty"]);
}

#[test]
fn a_swapped_level_is_marked_and_its_plan_survives_json() {
    let library = library();
    let missing = Missing { band: true, ..Missing::default() };
    let plan = Plan::new(&routine(&library, "clam, bridge"), &library, missing).expect("a plan");
    assert_eq!(plan.entries.iter().map(|it| it.swapped).collect::<Vec<_>>(), [true, false]);
    let text = serde_json::to_string(&plan).expect("JSON");
    assert_eq!(serde_json::from_str::<Plan>(&text).expect("the same plan"), plan);
}

#[test]
fn an_unknown_exercise_is_named() {
    let library = library();
    let mut routine = routine(&library, "clam");
    routine.blocks[0].items[0].exercise = "clma".to_owned();
    let error = Plan::new(&routine, &library, Missing::default()).expect_err("no such exercise");
    assert_eq!(error, PlanError::UnknownExercise("clma".to_owned()));
}

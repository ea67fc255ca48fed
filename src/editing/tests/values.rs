//! Single values of items and of the whole.

#![expect(clippy::too_many_lines, reason = "texts before and after, one below the other")]

use expect_test::expect;

use super::{Desk, WRITTEN, at, change, check, difference};
use crate::editing::{AmountChange, Command, ItemChange, Often, PhaseChange, Whole};
use crate::library::{Day, ItemSides};
use crate::units::{Phase, Side};

#[test]
fn a_value_is_written_over_and_a_usual_one_taken_out() {
    check(
        &change(0, 0, ItemChange::Level(2)),
        &expect![[r#"
        - (exercise: "hipflexor", level: 3, hold: 30), // both legs!
        + (exercise: "hipflexor", level: 2, hold: 30), // both legs!
    "#]],
    );
    check(
        &change(0, 0, ItemChange::Sets(Some(3))),
        &expect![[r#"
        - (exercise: "hipflexor", level: 3, hold: 30), // both legs!
        + (exercise: "hipflexor", level: 3, hold: 30, sets: 3), // both legs!
    "#]],
    );
    check(
        &change(0, 1, ItemChange::Sets(None)),
        &expect![[r#"
        - (exercise: "fig4", sets: 2 /* not 3 */, hold: 30),
        + (exercise: "fig4",  /* not 3 */hold: 30),
    "#]],
    );
    let reps = AmountChange { kind: "reps", low: 8, high: Some(12) };
    check(
        &change(1, 0, ItemChange::Amount(Some(reps))),
        &expect![[r#"
        - (exercise: "clam", reps: 12), (exercise: "bridge", reps: 10)
        + (exercise: "clam", reps: (8, 12)), (exercise: "bridge", reps: 10)
    "#]],
    );
    check(
        &change(1, 0, ItemChange::Amount(None)),
        &expect![[r#"
        - (exercise: "clam", reps: 12), (exercise: "bridge", reps: 10)
        + (exercise: "clam"), (exercise: "bridge", reps: 10)
    "#]],
    );
    check(
        &change(0, 0, ItemChange::Rest(Some(45))),
        &expect![[r#"
        - (exercise: "hipflexor", level: 3, hold: 30), // both legs!
        + (exercise: "hipflexor", level: 3, hold: 30, rest: 45), // both legs!
    "#]],
    );
    check(
        &change(0, 0, ItemChange::Sides(Some(ItemSides::EachExercise))),
        &expect![[r#"
        - (exercise: "hipflexor", level: 3, hold: 30), // both legs!
        + (exercise: "hipflexor", level: 3, hold: 30, sides: each_exercise), // both legs!
    "#]],
    );
    check(
        &change(0, 0, ItemChange::First(Some(Side::Right))),
        &expect![[r#"
        - (exercise: "hipflexor", level: 3, hold: 30), // both legs!
        + (exercise: "hipflexor", level: 3, hold: 30, first: right), // both legs!
    "#]],
    );
    check(
        &change(0, 0, ItemChange::ExtraSet(Some(Side::Left))),
        &expect![[r#"
        - (exercise: "hipflexor", level: 3, hold: 30), // both legs!
        + (exercise: "hipflexor", level: 3, hold: 30, extra_set: left), // both legs!
    "#]],
    );
    check(
        &change(1, 0, ItemChange::OwnPace(true)),
        &expect![[r#"
        - (exercise: "clam", reps: 12), (exercise: "bridge", reps: 10)
        + (exercise: "clam", reps: 12, own_pace: true), (exercise: "bridge", reps: 10)
    "#]],
    );
    check(
        &change(0, 0, ItemChange::Note(Some("Say \"ah\" \\ slow".to_owned()))),
        &expect![[r#"
        - (exercise: "hipflexor", level: 3, hold: 30), // both legs!
        + (exercise: "hipflexor", level: 3, hold: 30, note: "Say \"ah\" \\ slow"), // both legs!
    "#]],
    );
}

#[test]
fn one_phase_of_the_tempo_keeps_the_others() {
    let tempo = Desk::new(WRITTEN).draft.item(at(1, 0)).unwrap().usable.clone().unwrap().tempo;
    let slow = PhaseChange { tempo: tempo.unwrap(), phase: Phase::Lower, seconds: 4.0 };
    check(
        &change(1, 0, ItemChange::Phase(slow)),
        &expect![[r#"
        - (exercise: "clam", reps: 12), (exercise: "bridge", reps: 10)
        + (exercise: "clam", reps: 12, tempo: (lift: 2, top: 1, lower: 4, bottom: 0)), (exercise: "bridge", reps: 10)
    "#]],
    );
}

#[test]
fn a_cue_is_written_signed_and_taken_out() {
    let mut desk = Desk::new(WRITTEN);
    let words = "Smaller, slower.".to_owned();
    desk.apply(&change(1, 0, ItemChange::Cue { index: 0, words }));
    desk.apply(&change(1, 0, ItemChange::CueBy { index: 0, by: Some("Anna".to_owned()) }));
    expect![[r#"
        - (exercise: "clam", reps: 12), (exercise: "bridge", reps: 10)
        + (exercise: "clam", reps: 12, cues: [(id: "own-1", long: "Smaller, slower.", short: "Smaller, slower.", by: "Anna")]), (exercise: "bridge", reps: 10)
    "#]].assert_eq(&difference(WRITTEN, desk.draft.text()));
    assert!(desk.apply(&change(1, 0, ItemChange::NoCue(0))));
    assert_eq!(desk.draft.text(), WRITTEN);
}

#[test]
fn a_prescription_says_by_whom_and_how_often() {
    let mut desk = Desk::new(WRITTEN);
    for it in [
        Whole::By(Some("Anna".to_owned())),
        Whole::Date(Some("2026-11-01".to_owned())),
        Whole::Often(Often::Week(Some(3))),
        Whole::Often(Often::Day(Some(2))),
        Whole::Often(Often::Days(vec![Day::Monday, Day::Thursday])),
        Whole::Name("A very long name for an evening that nobody would say aloud".to_owned()),
    ] {
        assert!(desk.apply(&Command::Whole(it.clone())), "{it:?}");
        assert!(!desk.draft.checked().has_errors(), "{:?}", desk.draft.checked().problems);
    }
    expect![[r#"
        - name: (long: "Evening", short: "Evening"), // not "Night"
        - kind: session,
        - about: "Before bed.",
        - blocks: [
        - (
        - title: "Stretch",
        - items: [
        - // Cushion first.
        - (exercise: "hipflexor", level: 3, hold: 30), // both legs!
        - (exercise: "fig4", sets: 2 /* not 3 */, hold: 30),
        - ],
        - ),
        - (
        - title: "Strength",
        - rounds: 2,
        - items: [
        - (exercise: "clam", reps: 12), (exercise: "bridge", reps: 10)
        - ],
        - ),
        - // Nothing here yet.
        - ],
        + name: (long: "A very long name for an evening that nobody would say aloud", short: "A very long name for an evening that no…"), // not "Night"
        + kind: session,
        + about: "Before bed.",
        + blocks: [
        + (
        + title: "Stretch",
        + items: [
        + // Cushion first.
        + (exercise: "hipflexor", level: 3, hold: 30), // both legs!
        + (exercise: "fig4", sets: 2 /* not 3 */, hold: 30),
        + ],
        + ),
        + (
        + title: "Strength",
        + rounds: 2,
        + items: [
        + (exercise: "clam", reps: 12), (exercise: "bridge", reps: 10)
        + ],
        + ),
        + // Nothing here yet.
        + ],
        + prescribed: (by: "Anna", date: "2026-11-01", a_day: 2, days: [monday, thursday]),
    "#]].assert_eq(&difference(WRITTEN, desk.draft.text()));
}

//! Each command on a commented exercise, as the lines that it takes out and puts in.

use std::fmt::Write as _;

use expect_test::{Expect, expect};

use super::super::{AmountChange, PhaseChange};
use super::*;
use crate::figure::contact::Part;
use crate::figure::source::PropKind;
use crate::figure::{Channel, Handle, Limb};
use crate::library::{Equipment, LevelSides, Muscle, Position};
use crate::units::{Phase, Side, Tempo};
use glam::Vec3;

/// An exercise as a person writes one.
pub(super) const WRITTEN: &str = r#"// Anna's heel raise.
(
    schema: 1,
    id: "heel",
    name: (long: "Heel raise", short: "Heel raise"), // at the sink
    block: strength,
    muscles: [calf, /* both heads */ gluteus_medius],
    why: "Calves carry.",
    levels: [
        (
            level: 2, // not 3 yet
            name: "At the sink",
            sides: both,
            position: standing,
            equipment: [table],
            screen: yes,
            dose: (sets: (2, 3), reps: (8, 12)),
            tempo: (lift: 2, top: 1, lower: 3),
            movement: "stand",
            setup: (long: "Stand tall.", short: "Tall."),
            how: "Heels up, heels down.",
            cues: [
                // The one that matters.
                (id: "big-toe", long: "Press the big toe down.", short: "Big toe"),
            ],
            stop_if: [(text: "Pain reaches 6.", pain: 6)],
        ),
    ],
)
"#;

pub(super) fn draft() -> ExerciseDraft {
    ExerciseDraft::new("heel", WRITTEN, &Around::new())
}

pub(super) fn level(change: LevelChange) -> ExerciseCommand {
    ExerciseCommand::Level { at: 0, change }
}

pub(super) fn figure(change: FigureChange) -> ExerciseCommand {
    ExerciseCommand::Figure { level: 0, change }
}

fn difference(before: &str, after: &str) -> String {
    let (before, after): (Vec<_>, Vec<_>) = (before.lines().collect(), after.lines().collect());
    let start = before.iter().zip(&after).take_while(|it| it.0 == it.1).count();
    let most = before.len().min(after.len()) - start;
    let end = before.iter().rev().zip(after.iter().rev()).take_while(|it| it.0 == it.1).count();
    let end = end.min(most);
    let mut all = String::new();
    for line in &before[start..before.len() - end] {
        writeln!(all, "- {}", line.trim_start()).unwrap();
    }
    for line in &after[start..after.len() - end] {
        writeln!(all, "+ {}", line.trim_start()).unwrap();
    }
    all
}

#[track_caller]
fn check(command: &ExerciseCommand, expected: &Expect) {
    let mut draft = draft();
    assert_eq!(draft.wrong(), []);
    assert!(draft.apply(command, &Around::new()), "{command:?}");
    expected.assert_eq(&difference(WRITTEN, draft.text()));
    assert!(!draft.has_errors(), "{:?}", draft.wrong());
    assert!(draft.undo(&Around::new()));
    assert_eq!(draft.text(), WRITTEN);
}

#[test]
#[expect(clippy::too_many_lines, reason = "texts before and after, one below the other")]
fn one_value_changes_and_the_rest_stays_as_it_was_written() {
    check(
        &ExerciseCommand::Name("Heel raise at the sink".to_owned()),
        &expect![[r#"
            - name: (long: "Heel raise", short: "Heel raise"), // at the sink
            + name: (long: "Heel raise at the sink", short: "Heel raise at the sink"), // at the sink
        "#]],
    );
    check(
        &ExerciseCommand::Muscle(Muscle::GluteusMedius),
        &expect![[r#"
            - muscles: [calf, /* both heads */ gluteus_medius],
            + muscles: [calf, /* both heads */ ],
        "#]],
    );
    check(
        &level(LevelChange::Sides(LevelSides::Each, "{Side} leg works.".to_owned())),
        &expect![[r#"
            - sides: both,
            - position: standing,
            - equipment: [table],
            - screen: yes,
            - dose: (sets: (2, 3), reps: (8, 12)),
            - tempo: (lift: 2, top: 1, lower: 3),
            - movement: "stand",
            - setup: (long: "Stand tall.", short: "Tall."),
            - how: "Heels up, heels down.",
            - cues: [
            - // The one that matters.
            - (id: "big-toe", long: "Press the big toe down.", short: "Big toe"),
            - ],
            - stop_if: [(text: "Pain reaches 6.", pain: 6)],
            + sides: each,
            + position: standing,
            + equipment: [table],
            + screen: yes,
            + dose: (sets: (2, 3), reps: (8, 12)),
            + tempo: (lift: 2, top: 1, lower: 3),
            + movement: "stand",
            + setup: (long: "Stand tall.", short: "Tall."),
            + how: "Heels up, heels down.",
            + cues: [
            + // The one that matters.
            + (id: "big-toe", long: "Press the big toe down.", short: "Big toe"),
            + ],
            + stop_if: [(text: "Pain reaches 6.", pain: 6)],
            + side_line: (long: "{Side} leg works.", short: "{Side} leg works."),
        "#]],
    );
    check(
        &level(LevelChange::Equipment(Equipment::Wall)),
        &expect![[r#"
            - equipment: [table],
            + equipment: [table, wall],
        "#]],
    );
    check(
        &level(LevelChange::Position(Position::Supine)),
        &expect![[r#"
            - position: standing,
            + position: supine,
        "#]],
    );
    let hold = AmountChange { kind: "hold", low: 20, high: Some(30) };
    check(
        &level(LevelChange::Amount(hold)),
        &expect![[r#"
            - dose: (sets: (2, 3), reps: (8, 12)),
            - tempo: (lift: 2, top: 1, lower: 3),
            + dose: (sets: (2, 3), hold: (20, 30)),
        "#]],
    );
    let second = std::time::Duration::from_secs;
    let tempo = Tempo::new(second(2), second(1), second(3), second(0), Phase::Lift);
    check(
        &level(LevelChange::Phase(PhaseChange { tempo, phase: Phase::Top, seconds: 2.5 })),
        &expect![[r#"
            - tempo: (lift: 2, top: 1, lower: 3),
            + tempo: (lift: 2, top: 2.5, lower: 3),
        "#]],
    );
    check(
        &level(LevelChange::Cue(1, Some("Slow down.".to_owned()))),
        &expect![[r#"
            + (id: "own-1", long: "Slow down.", short: "Slow down."),
        "#]],
    );
    check(
        &level(LevelChange::StopIf(1, Some("A cramp.".to_owned()))),
        &expect![[r#"
            - stop_if: [(text: "Pain reaches 6.", pain: 6)],
            + stop_if: [(text: "Pain reaches 6.", pain: 6), (text: "A cramp.")],
        "#]],
    );
    check(
        &level(LevelChange::StopPain(0, None)),
        &expect![[r#"
            - stop_if: [(text: "Pain reaches 6.", pain: 6)],
            + stop_if: [(text: "Pain reaches 6.")],
        "#]],
    );
}

#[test]
fn a_copied_level_has_the_next_number_and_words_of_its_own() {
    let (mut draft, around) = (draft(), Around::new());
    draft.apply(&ExerciseCommand::CopyLevel(0), &around);
    let numbers = |it: &ExerciseDraft| {
        let levels = it.source().map(|it| it.levels.clone()).unwrap_or_default();
        levels.iter().map(|it| it.number.unwrap().value).collect::<Vec<_>>()
    };
    assert_eq!(numbers(&draft), [2, 3]);
    let words = LevelChange::Cue(0, Some("Press less.".to_owned()));
    draft.apply(&ExerciseCommand::Level { at: 1, change: words }, &around);
    assert!(!draft.has_errors(), "{:?}", draft.wrong());
    let cues = &draft.source().unwrap().levels;
    assert_ne!(
        cues[0].cues[0].id.as_ref().unwrap().value,
        cues[1].cues[0].id.as_ref().unwrap().value
    );
    draft.apply(&ExerciseCommand::DropLevel(0), &around);
    assert_eq!(numbers(&draft), [3]);
}

#[test]
fn a_movement_of_ones_own_is_two_poses_and_the_way_between_them() {
    let (mut draft, around) = (draft(), Around::new());
    assert!(!draft.has_own_movement(0));
    draft.apply(&figure(FigureChange::Fresh), &around);
    assert!(!draft.has_errors(), "{:?}", draft.wrong());
    assert!(draft.has_own_movement(0));
    let stops = draft.stops(0, &around);
    let posing = draft.posings(0, &stops)[1].clone().unwrap();
    let hand = Handle::Hand(Side::Left);
    let up = posing.moved(hand, posing.place(hand) + Vec3::new(0.2, 0.3, 0.0));
    draft.apply(&figure(FigureChange::Angles { stop: 1, pose: *up.pose() }), &around);
    draft.apply(
        &figure(FigureChange::Way(Way::Reps { to: Phase::Lower, back: Phase::Lift })),
        &around,
    );
    assert!(!draft.has_errors(), "{:?}", draft.wrong());
    let movement = draft.movement(0).unwrap();
    let [start, end] = movement.keys() else { panic!("two poses") };
    assert!(start.pose.distance(&end.pose) > 10.0);
    let files: Vec<_> = draft.files().map(|it| it.0).collect();
    expect![[r#"
        exercises/heel.ron
        movements/heel-2.ron
        poses/heel-2-end.ron
        poses/heel-2-start.ron"#]]
    .assert_eq(&files.join("\n"));
    let text = draft.files().find(|it| it.0 == "movements/heel-2.ron").unwrap().1;
    expect![[r#"
        (
            schema: 1,
            id: "heel-2",
            drawn_for: both,
            views: [(yaw: 60, pitch: 12)],
            reps: (begins: lower, lower: ["heel-2-end"], lift: ["heel-2-start"]),
        )
    "#]]
    .assert_eq(text);
    draft.apply(&figure(FigureChange::Pick(Some("squat-3".to_owned()))), &around);
    assert_eq!(draft.files().count(), 1, "what nothing names goes");
    for _ in 0..4 {
        assert!(draft.undo(&around));
    }
    assert!(!draft.undo(&around));
    assert_eq!(draft.text(), WRITTEN);
}

#[test]
fn a_shipped_movement_is_copied_before_a_pose_of_it_is_changed() {
    let (mut draft, around) = (draft(), Around::new());
    draft.apply(&figure(FigureChange::Pick(Some("clam-3".to_owned()))), &around);
    let stops = draft.stops(0, &around);
    let posing = draft.posings(0, &stops)[1].clone().unwrap();
    let channel = Channel::Limb(Side::Right, Limb::HipTurn);
    let wider = posing.turned(channel, posing.pose().get(channel) - 8.0);
    draft.apply(&figure(FigureChange::Angles { stop: 1, pose: *wider.pose() }), &around);
    assert!(!draft.has_errors(), "{:?}", draft.wrong());
    let names: Vec<_> = draft.files().map(|it| it.0.to_owned()).collect();
    assert_eq!(names, ["exercises/heel.ron", "movements/heel-2.ron", "poses/heel-2-end.ron"]);
    draft.apply(&figure(FigureChange::Mirror(1)), &around);
    let pose = draft.shelf().stance("heel-2-end").unwrap().pose;
    assert!(pose.distance(&wider.pose().mirrored()) < 0.2);
}

#[test]
fn things_are_put_round_the_figure_moved_and_taken_away() {
    let (mut draft, around) = (draft(), Around::new());
    draft.apply(&figure(FigureChange::Fresh), &around);
    let before = draft.files().find(|it| it.0 == "movements/heel-2.ron").unwrap().1.to_owned();
    let mut said = String::new();
    for change in [
        FigureChange::AddThing(PropKind::Chair),
        FigureChange::AddThing(PropKind::Wall),
        FigureChange::AddThing(PropKind::BandKnees),
        FigureChange::PlaceThing { at: 1, place: (-0.0, 0.25), turn: 270.0 },
        FigureChange::DropThing(0),
    ] {
        assert!(draft.apply(&figure(change), &around));
        let text = draft.files().find(|it| it.0 == "movements/heel-2.ron").unwrap().1;
        let line = text.split_once("things: ").unwrap().1;
        writeln!(said, "{}", line.split_once(']').unwrap().0.replace('\n', " ")).unwrap();
        assert!(!draft.has_errors(), "{:?}", draft.wrong());
    }
    expect![[r#"
        [(thing: chair, x: -0.045, z: 0)
        [(thing: chair, x: -0.045, z: 0), (thing: wall, x: 0.3, z: 0)
        [(thing: chair, x: -0.045, z: 0), (thing: wall, x: 0.3, z: 0), (thing: band_knees)
        [(thing: chair, x: -0.045, z: 0), (thing: wall, x: 0, z: 0.25, turn: 270), (thing: band_knees)
        [(thing: wall, x: 0, z: 0.25, turn: 270), (thing: band_knees)
    "#]].assert_eq(&said);
    let kinds = |it: &ExerciseDraft| -> Vec<PropKind> {
        it.movement(0).unwrap().parts.props.iter().map(PropKind::of).collect()
    };
    assert_eq!(kinds(&draft), [PropKind::Wall, PropKind::BandKnees]);
    for _ in 0..2 {
        draft.apply(&figure(FigureChange::DropThing(0)), &around);
    }
    assert_eq!(draft.files().find(|it| it.0 == "movements/heel-2.ron").unwrap().1, before);
    // What there is not can neither be moved nor taken away.
    assert!(!draft.apply(&figure(FigureChange::DropThing(0)), &around));
    let nowhere = FigureChange::PlaceThing { at: 7, place: (0.0, 0.0), turn: 0.0 };
    draft.apply(&figure(nowhere), &around);
    assert!(!draft.has_errors(), "{:?}", draft.wrong());
}

/// A movement that others use is copied first; theirs stays as it is.
#[test]
fn a_thing_is_put_into_a_copy_of_a_shipped_movement() {
    let (mut draft, around) = (draft(), Around::new());
    draft.apply(&figure(FigureChange::AddThing(PropKind::Mat)), &around);
    assert!(draft.has_own_movement(0));
    assert_eq!(draft.movement(0).unwrap().parts.props.len(), 1);
    for kind in PropKind::ALL {
        let mut draft = draft.clone();
        draft.apply(&figure(FigureChange::AddThing(kind)), &around);
        let prop = draft.movement(0).unwrap().parts.props[1];
        assert_eq!(PropKind::of(&prop), kind);
        assert_eq!(prop.place().is_some(), kind.usual_place().is_some());
    }
}

#[test]
fn what_touches_is_put_in_and_taken_out_by_side() {
    let (mut draft, around) = (draft(), Around::new());
    draft.apply(&figure(FigureChange::Fresh), &around);
    let touches = |it: &ExerciseDraft| it.shelf().stance("heel-2-end").unwrap().contacts.len();
    let touch = |side| Touch { part: Part::Foot, side, on: None };
    let before = touches(&draft);
    let put = |draft: &mut ExerciseDraft, side| {
        draft.apply(&figure(FigureChange::Touch { stop: 1, touch: touch(side) }), &around)
    };
    assert!(put(&mut draft, Side::Left));
    assert_eq!(touches(&draft), before - 1);
    assert!(!put(&mut draft, Side::Right), "something always holds the body");
    assert!(put(&mut draft, Side::Left));
    assert_eq!(touches(&draft), before);
}

#[test]
fn what_is_wrong_is_told_at_its_place_and_a_newer_file_is_left_alone() {
    let around = Around::new();
    let broken = WRITTEN.replace("\"Heels up, heels down.\"", "\"\"");
    let draft = ExerciseDraft::new("heel", &broken, &around);
    let how = draft.source().unwrap().levels[0].how.as_ref().unwrap().span;
    assert_eq!(draft.wrong_in(how).count(), 1);
    assert!(draft.exercise().is_none());
    let mut newer = ExerciseDraft::new("heel", &WRITTEN.replace("schema: 1", "schema: 9"), &around);
    assert!(!newer.apply(&ExerciseCommand::Why("No.".to_owned()), &around));
}

#[test]
fn a_fresh_exercise_can_be_used_and_a_copy_leaves_the_older_names_behind() {
    let fresh = FreshExercise {
        id: "mine",
        name: "My \"own\"",
        why: "Because.",
        level: "As written",
        setup: "Stand tall.",
        how: "Lift.",
        stop_if: ["Pain.", "Sharp."],
    };
    let draft = ExerciseDraft::new("mine", &exercise(fresh), &Around::new());
    assert_eq!(draft.wrong(), []);
    assert_eq!(draft.exercise().unwrap().name.long, "My \"own\"");
    let text = WRITTEN.replace("why:", "aliases: [\"calf-raise\"],\n    why:");
    let copied = exercise_copy(&text, "heel-2", "Heel raise (copy)").unwrap();
    assert!(!copied.contains("aliases") && copied.contains("id: \"heel-2\""));
    assert!(copied.contains("// The one that matters."));
}

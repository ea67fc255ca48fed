//! What holds of an exercise whatever is done with it.

use proptest::collection::vec;
use proptest::prelude::*;

use super::super::AmountChange;
use super::tests::{WRITTEN, draft};
use super::*;
use crate::figure::contact::Part;
use crate::figure::source::PropKind;
use crate::figure::{Channel, Pose};
use crate::library::{Block, Equipment, LevelSides, Muscle, Position};
use crate::units::{Phase, Side};

fn words() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["", "Slow.", "A \"quote\" \\ and // more", "Ü {x}", "{Side} leg"])
        .prop_map(str::to_owned)
}

fn level_change() -> impl Strategy<Value = LevelChange> {
    let kind = prop::sample::select(vec!["hold", "reps", "steps", "reaches", "drill"]);
    prop_oneof![
        words().prop_map(LevelChange::Name),
        (prop::sample::select(LevelSides::ALL.to_vec()), words())
            .prop_map(|it| LevelChange::Sides(it.0, it.1)),
        words().prop_map(LevelChange::SideLine),
        prop::sample::select(Position::ALL.to_vec()).prop_map(LevelChange::Position),
        prop::sample::select(Equipment::ALL.to_vec()).prop_map(LevelChange::Equipment),
        (1..5_u32, 1..9_u32).prop_map(|it| LevelChange::Sets(it.0, it.1)),
        (kind, 1..60_u32, prop::option::of(1..60_u32))
            .prop_map(|(kind, low, high)| LevelChange::Amount(AmountChange { kind, low, high })),
        any::<bool>().prop_map(LevelChange::OwnPace),
        Just(LevelChange::Begins(Phase::Lower)),
        words().prop_map(LevelChange::Setup),
        (0..3_usize, prop::option::of(words())).prop_map(|it| LevelChange::Cue(it.0, it.1)),
        (0..3_usize, words()).prop_map(|it| LevelChange::ShortCue(it.0, it.1)),
        (0..3_usize, prop::option::of(words())).prop_map(|it| LevelChange::Mistake(it.0, it.1)),
        (0..3_usize, prop::option::of(words())).prop_map(|it| LevelChange::StopIf(it.0, it.1)),
        (0..3_usize, prop::option::of(0..12_u32)).prop_map(|it| LevelChange::StopPain(it.0, it.1)),
    ]
}

fn figure_change() -> impl Strategy<Value = FigureChange> {
    let movement = prop::sample::select(vec!["clam-3", "hipflexor-3", "gait-3", "no-such"]);
    let part = prop::sample::select(vec![Part::Foot, Part::Hand, Part::Pelvis]);
    let side = prop::sample::select(Side::BOTH.to_vec());
    let angle = (0..Channel::COUNT, -40.0_f32..40.0)
        .prop_map(|(at, degrees)| Pose::default().with(Channel::all().nth(at).unwrap(), degrees));
    prop_oneof![
        prop::option::of(movement.prop_map(str::to_owned)).prop_map(FigureChange::Pick),
        Just(FigureChange::Fresh),
        (0..3_usize, prop::sample::select(vec!["squat-b", "clam-a", "none"]))
            .prop_map(|(stop, pose)| FigureChange::Pose { stop, pose: pose.to_owned() }),
        prop::sample::select(Way::ALL.to_vec()).prop_map(FigureChange::Way),
        (0..3_usize, angle).prop_map(|(stop, pose)| FigureChange::Angles { stop, pose }),
        (0..3_usize, part, side).prop_map(|(stop, part, side)| FigureChange::Touch {
            stop,
            touch: Touch { part, side, on: None }
        }),
        (0..3_usize).prop_map(FigureChange::Mirror),
        prop::sample::select(PropKind::ALL.to_vec()).prop_map(FigureChange::AddThing),
        (0..3_usize).prop_map(FigureChange::DropThing),
        (0..3_usize, -1.0_f32..1.0, -1.0_f32..1.0, 0.0_f32..345.0)
            .prop_map(|(at, x, z, turn)| { FigureChange::PlaceThing { at, place: (x, z), turn } }),
        (0..3_usize, 0..3_usize).prop_map(|(stop, of)| FigureChange::Like { stop, of }),
    ]
}

fn command() -> impl Strategy<Value = ExerciseCommand> {
    let level = (0..3_usize, level_change());
    let figure = (0..3_usize, figure_change());
    prop_oneof![
        1 => words().prop_map(ExerciseCommand::Name),
        1 => words().prop_map(ExerciseCommand::Why),
        1 => Just(ExerciseCommand::Block(Block::Control)),
        1 => prop::sample::select(Muscle::ALL.to_vec()).prop_map(ExerciseCommand::Muscle),
        4 => level.prop_map(|(at, change)| ExerciseCommand::Level { at, change }),
        1 => (0..3_usize).prop_map(ExerciseCommand::CopyLevel),
        1 => (0..3_usize).prop_map(ExerciseCommand::DropLevel),
        3 => figure.prop_map(|(level, change)| ExerciseCommand::Figure { level, change }),
    ]
}

fn all(draft: &ExerciseDraft) -> Vec<(String, String)> {
    draft.files().map(|it| (it.0.to_owned(), it.1.to_owned())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_edited_is_read_again_and_taken_back_to_the_first_byte(
        commands in vec(command(), 1..14),
    ) {
        let (mut draft, around) = (draft(), Around::new());
        let mut before = vec![all(&draft)];
        for command in &commands {
            draft.part();
            if draft.apply(command, &around) {
                before.push(all(&draft));
            }
            for (name, text) in draft.files() {
                let document = Document::read(text.as_bytes());
                prop_assert!(document.found().is_empty(), "{command:?} {name}\n{text}");
            }
            prop_assert!(draft.exercise().is_some() != draft.has_errors());
        }
        let last = before.pop().unwrap();
        for files in before.iter().rev() {
            prop_assert!(draft.undo(&around));
            prop_assert_eq!(&all(&draft), files);
        }
        prop_assert!(!draft.undo(&around));
        while draft.redo(&around) {}
        prop_assert_eq!(all(&draft), last);
    }

    #[test]
    fn a_change_of_one_value_leaves_every_byte_outside_its_level(change in level_change()) {
        let (mut draft, around) = (draft(), Around::new());
        let span = draft.source().unwrap().levels[0].span;
        draft.apply(&ExerciseCommand::Level { at: 0, change }, &around);
        let text = draft.text();
        prop_assert_eq!(text.get(..span.start), WRITTEN.get(..span.start));
        prop_assert!(text.ends_with(WRITTEN.get(span.end..).unwrap()));
        prop_assert!(text.contains("// The one that matters.") && text.contains("// not 3 yet"));
    }

    #[test]
    fn no_text_makes_an_edit_panic(text in "[()\\[\\],:a-z\"/*\\n ]{0,80}", command in command()) {
        let around = Around::new();
        let mut draft = ExerciseDraft::new("heel", &text, &around);
        draft.apply(&command, &around);
        draft.apply(&ExerciseCommand::Text(text), &around);
        draft.undo(&around);
    }
}

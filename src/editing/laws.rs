//! What holds for every edit of every file: nothing else changes, everything can be taken back, and
//! nothing panics.

use proptest::collection::vec;
use proptest::prelude::*;

use super::tests::{Desk, WRITTEN};
use super::{AmountChange, BlockChange, Command, ItemAt, ItemChange, Often, Whole};
use crate::library::{Day, ItemSides, Order, Priority};
use crate::units::Side;

fn place() -> impl Strategy<Value = ItemAt> {
    (0..4_usize, 0..4_usize).prop_map(|it| ItemAt::new(it.0, it.1))
}

fn places() -> impl Strategy<Value = Vec<ItemAt>> {
    vec(place(), 1..4)
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zA-Z \"\\\\(),:/*]{0,12}", "\\PC{0,8}"]
}

fn item_change() -> impl Strategy<Value = ItemChange> {
    let amount = (prop::sample::select(vec!["hold", "reps", "drill"]), 1..40_u32, 0..60_u32);
    let side = prop::sample::select(vec![None, Some(Side::Left), Some(Side::Right)]);
    let sides = [None, Some(ItemSides::EachSet), Some(ItemSides::Left), Some(ItemSides::Both)];
    prop_oneof![
        (0..7_u32).prop_map(ItemChange::Level),
        prop::option::of(1..5_u32).prop_map(ItemChange::Sets),
        prop::option::of(amount).prop_map(|it| {
            let change = |(kind, low, high)| AmountChange { kind, low, high: Some(high) };
            ItemChange::Amount(it.map(change))
        }),
        prop::option::of(0..90_u32).prop_map(ItemChange::Rest),
        side.clone().prop_map(ItemChange::ExtraSet),
        side.prop_map(ItemChange::First),
        prop::sample::select(sides.to_vec()).prop_map(ItemChange::Sides),
        any::<bool>().prop_map(ItemChange::OwnPace),
        Just(ItemChange::UsualTempo),
        Just(ItemChange::Priority(Priority::Key)),
        Just(ItemChange::Priority(Priority::Normal)),
        prop::option::of(words()).prop_map(ItemChange::Note),
        (0..3_usize, words()).prop_map(|(index, words)| ItemChange::Cue { index, words }),
        (0..3_usize, prop::option::of(words()))
            .prop_map(|(index, by)| ItemChange::CueBy { index, by }),
        (0..3_usize).prop_map(ItemChange::NoCue),
    ]
}

fn command() -> impl Strategy<Value = Command> {
    let block_change = prop_oneof![
        words().prop_map(BlockChange::Title),
        (1..4_u32).prop_map(BlockChange::Rounds),
        prop::sample::select(vec![Order::Straight, Order::Circuit]).prop_map(BlockChange::Order),
        any::<bool>().prop_map(BlockChange::EachBlock),
    ];
    let whole = prop_oneof![
        words().prop_map(Whole::Name),
        words().prop_map(Whole::About),
        prop::option::of(words()).prop_map(Whole::By),
        prop::option::of(words()).prop_map(Whole::Date),
        prop::option::of(1..9_u32).prop_map(|it| Whole::Often(Often::Week(it))),
        Just(Whole::Often(Often::Days(vec![Day::Sunday]))),
    ];
    let exercise = prop::sample::select(vec!["clam", "squat", "walk", "nothing"]);
    prop_oneof![
        (place(), exercise, 1..6_u8).prop_map(|(at, exercise, level)| Command::Add {
            at,
            exercise: exercise.to_owned(),
            level
        }),
        (places(), place()).prop_map(|(items, to)| Command::Move { items, to }),
        places().prop_map(Command::Duplicate),
        places().prop_map(Command::Delete),
        (places(), item_change()).prop_map(|(at, change)| Command::Items { at, change }),
        (0..4_usize, words()).prop_map(|(at, title)| Command::AddBlock { at, title }),
        (0..4_usize).prop_map(Command::DeleteBlock),
        (0..4_usize, 0..4_usize).prop_map(|(from, to)| Command::MoveBlock { from, to }),
        (0..4_usize, block_change).prop_map(|(block, change)| Command::Block { block, change }),
        whole.prop_map(Command::Whole),
    ]
}

/// The comments of [`WRITTEN`]; the last two stand inside values that can be taken out whole.
const COMMENTS: [&str; 5] = [
    "// My evening, from Anna's sheet.",
    "// not \"Night\"",
    "// Cushion first.",
    "// both legs!",
    "// Nothing here yet.",
];

/// What a change of one value leaves alone: the text before and behind it.
fn around(before: &str, after: &str) -> (usize, usize) {
    let start = before.bytes().zip(after.bytes()).take_while(|it| it.0 == it.1).count();
    let behind = before.bytes().rev().zip(after.bytes().rev()).take_while(|it| it.0 == it.1);
    (start, behind.count().min(before.len().min(after.len()) - start))
}

proptest! {
    #[test]
    fn whatever_is_edited_is_read_again_and_taken_back_to_the_first_byte(
        commands in vec(command(), 1..30),
    ) {
        let mut desk = Desk::new(WRITTEN);
        let mut texts = vec![WRITTEN.to_owned()];
        for command in &commands {
            desk.draft.part();
            if desk.apply(command) {
                texts.push(desk.draft.text().to_owned());
            }
            let is_broken = desk.draft.document().found().iter().any(|it| {
                it.severity == crate::ron::Severity::Error
            });
            prop_assert!(!is_broken, "{command:?}\n{}", desk.draft.text());
            let checked = desk.draft.checked();
            prop_assert!(checked.routine.is_some() || checked.has_errors());
        }
        let last = texts.pop().unwrap();
        for text in texts.iter().rev() {
            prop_assert!(desk.undo());
            prop_assert_eq!(desk.draft.text(), text);
        }
        prop_assert!(!desk.undo());
        while desk.redo() {}
        prop_assert_eq!(desk.draft.text(), last);
    }

    #[test]
    fn one_value_changes_and_every_other_byte_stays(at in place(), change in item_change()) {
        let mut desk = Desk::new(WRITTEN);
        let span = desk.draft.item(at).map(|it| it.source.span);
        let changed = desk.apply(&Command::Items { at: vec![at], change });
        prop_assert!(!changed || span.is_some());
        if changed {
            let (start, behind) = around(WRITTEN, desk.draft.text());
            let span = span.unwrap();
            prop_assert!(span.start <= start && WRITTEN.len() - behind <= span.end);
        }
    }

    #[test]
    fn no_edit_but_the_deletion_of_a_block_loses_a_comment(commands in vec(command(), 1..20)) {
        let mut desk = Desk::new(WRITTEN);
        for command in &commands {
            if !matches!(command, Command::DeleteBlock(_)) {
                desk.apply(command);
            }
            for comment in COMMENTS {
                prop_assert!(desk.draft.text().contains(comment), "{command:?}: {comment}\n{}", desk.draft.text());
            }
        }
    }

    #[test]
    fn a_routine_keeps_its_items_when_they_are_moved(items in places(), to in place()) {
        let mut desk = Desk::new(WRITTEN);
        let all = |desk: &Desk| {
            let items = desk.draft.blocks().iter().flat_map(|it| &it.items);
            let mut all: Vec<_> = items.map(|it| {
                let span = it.source.span;
                desk.draft.text().get(span.start..span.end).unwrap_or_default().to_owned()
            }).collect();
            all.sort();
            all
        };
        let before = all(&desk);
        desk.apply(&Command::Move { items, to });
        prop_assert_eq!(before, all(&desk));
    }

    #[test]
    fn no_text_makes_an_edit_panic(text in "[()\\[\\],:a-z\"/*\\n ]{0,80}", command in command()) {
        let mut desk = Desk::new(&text);
        desk.apply(&command);
        desk.apply(&Command::Text(text));
        desk.undo();
    }
}

#[test]
fn a_thousand_edits_are_taken_back_to_the_first_byte() {
    let mut desk = Desk::new(WRITTEN);
    let mut count = 0;
    for round in 0..1000_u32 {
        let change = match round % 3 {
            0 => ItemChange::Sets(Some(1 + round % 4)),
            1 => ItemChange::Rest(Some(round % 90)),
            _ => ItemChange::Note(Some(format!("Note {round}"))),
        };
        let item = usize::from(round % 2 == 1);
        count += u32::from(desk.apply(&Command::Items { at: vec![ItemAt::new(0, item)], change }));
        desk.draft.part();
    }
    assert!(count > 990, "{count}");
    for _ in 0..count {
        assert!(desk.undo());
    }
    assert!(!desk.undo());
    assert_eq!(desk.draft.text(), WRITTEN);
}

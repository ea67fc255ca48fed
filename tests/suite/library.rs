//! What the check of a library accepts can be trained: the promise between [`evenhold::library`] and
//! [`evenhold::session`].

use evenhold::library::Library;
use evenhold::library::check::{MOST_SECONDS, MOST_STEPS};
use evenhold::session::{Missing, Plan};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;

/// An item as a person might write it, sensible or not.
fn item() -> impl Strategy<Value = String> {
    let library = Library::shipped();
    let levels = library.exercises.iter().flat_map(|it| {
        it.levels.iter().map(|level| format!("exercise: \"{}\", level: {}", it.id, level.number))
    });
    let levels: Vec<_> = levels.collect();
    let amount = prop_oneof![
        4 => (1..1500_u32).prop_map(|it| format!(", hold: {it}")),
        4 => (1..250_u32).prop_map(|it| format!(", reps: {it}")),
        1 => (1..100_u32).prop_map(|it| format!(", steps: {it}")),
        1 => (1..4000_u32).prop_map(|it| format!(", drill: {it}")),
        12 => Just(String::new()),
    ];
    let sets = prop_oneof![
        1 => (0..22_u32).prop_map(|it| format!(", sets: {it}")),
        3 => Just(String::new()),
    ];
    let more = prop::sample::subsequence(
        vec![
            ", sides: each_exercise",
            ", sides: both",
            ", sides: left",
            ", extra_set: right",
            ", rest: 0",
            ", rest: 1800",
            ", own_pace: true",
            ", tempo: (lift: 60, lower: 60)",
            ", priority: optional",
        ],
        0..2,
    );
    (prop::sample::select(levels), amount, sets, more)
        .prop_map(|(level, amount, sets, more)| format!("({level}{amount}{sets}{})", more.concat()))
}

fn routine() -> impl Strategy<Value = String> {
    let block =
        (prop::collection::vec(item(), 1..4), 1..21_u32, any::<bool>(), prop::bool::weighted(0.2));
    let block = block.prop_map(|(items, rounds, circuit, each_side)| {
        let order = if circuit { "circuit" } else { "straight" };
        let sides = if each_side { ", sides: each_block" } else { "" };
        format!(
            "(title: \"Part\", rounds: {rounds}, order: {order}{sides}, items: [{}])",
            items.join(", ")
        )
    });
    (prop::collection::vec(block, 1..3), any::<bool>()).prop_map(|(blocks, prescribed)| {
        let prescribed = if prescribed { "prescribed: (by: \"Anna\"), " } else { "" };
        format!(
            "(schema: 1, id: \"mine\", name: (long: \"Mine\", short: \"Mine\"), kind: session, \
             about: \"Mine.\", {prescribed}blocks: [{}])",
            blocks.join(", ")
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn every_routine_that_is_accepted_can_be_laid_out_within_the_limits(text in routine()) {
        let file = ("routines/mine.ron".to_owned(), text.clone().into_bytes());
        let loaded = Library::load([file]);
        let Some(routine) = loaded.library.routine("mine") else {
            prop_assert!(!loaded.problems.is_empty());
            return Ok(());
        };
        let plan = Plan::new(routine, &loaded.library, Missing::default());
        prop_assert!(plan.is_ok(), "{plan:?}");
        let plan = plan.expect("it was laid out");
        prop_assert!(plan.length().as_secs() <= MOST_SECONDS, "{} s", plan.length().as_secs());
        prop_assert!(plan.steps.len() as u64 <= MOST_STEPS, "{} steps", plan.steps.len());
    }
}

/// The law above would hold if nothing were ever accepted.
#[test]
fn a_good_part_of_such_routines_is_accepted() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let accepted = (0..400).filter(|_| {
        let text = routine().new_tree(&mut runner).expect("a routine").current();
        let file = ("routines/mine.ron".to_owned(), text.into_bytes());
        Library::load([file]).library.routine("mine").is_some()
    });
    let accepted = accepted.count();
    assert!((20..400).contains(&accepted), "{accepted} of 400");
}

//! Putting items in, moving them and taking them out.

#![expect(clippy::too_many_lines, reason = "texts before and after, one below the other")]

use expect_test::expect;

use super::{Desk, WRITTEN, at, check};
use crate::editing::Command;

#[test]
fn an_exercise_is_added_where_it_was_asked_for() {
    let add = |at| Command::Add { at, exercise: "squat".to_owned(), level: 2 };
    check(
        &add(at(0, 0)),
        &expect![[r#"
        + (exercise: "squat", level: 2),
    "#]],
    );
    check(
        &add(at(0, 2)),
        &expect![[r#"
        + (exercise: "squat", level: 2),
    "#]],
    );
    check(
        &add(at(1, 0)),
        &expect![[r#"
        + (exercise: "squat", level: 2),
    "#]],
    );
    check(
        &add(at(1, 2)),
        &expect![[r#"
        - (exercise: "clam", reps: 12), (exercise: "bridge", reps: 10)
        + (exercise: "clam", reps: 12), (exercise: "bridge", reps: 10),
        + (exercise: "squat", level: 2),
    "#]],
    );
}

#[test]
fn an_item_takes_the_comments_with_it_that_belong_to_it() {
    let shift = |item, to| Command::Move { items: vec![item], to };
    check(
        &shift(at(0, 0), at(0, 2)),
        &expect![[r#"
        - // Cushion first.
        - (exercise: "hipflexor", level: 3, hold: 30), // both legs!
        - (exercise: "fig4", sets: 2 /* not 3 */, hold: 30),
        + (exercise: "fig4", sets: 2 /* not 3 */, hold: 30),
        + // Cushion first.
        + (exercise: "hipflexor", level: 3, hold: 30), // both legs!
    "#]],
    );
    check(
        &shift(at(0, 1), at(0, 0)),
        &expect![[r#"
        - // Cushion first.
        - (exercise: "hipflexor", level: 3, hold: 30), // both legs!
        - (exercise: "fig4", sets: 2 /* not 3 */, hold: 30),
        + (exercise: "fig4", sets: 2 /* not 3 */, hold: 30),
        + // Cushion first.
        + (exercise: "hipflexor", level: 3, hold: 30), // both legs!
    "#]],
    );
    check(
        &shift(at(0, 0), at(1, 1)),
        &expect![[r#"
        - (exercise: "hipflexor", level: 3, hold: 30), // both legs!
        - (exercise: "fig4", sets: 2 /* not 3 */, hold: 30),
        - ],
        - ),
        - (
        - title: "Strength",
        - rounds: 2,
        - items: [
        - (exercise: "clam", reps: 12), (exercise: "bridge", reps: 10)
        + // both legs!
        + (exercise: "fig4", sets: 2 /* not 3 */, hold: 30),
        + ],
        + ),
        + (
        + title: "Strength",
        + rounds: 2,
        + items: [
        + (exercise: "clam", reps: 12), (exercise: "hipflexor", level: 3, hold: 30), (exercise: "bridge", reps: 10)
    "#]],
    );
    check(
        &shift(at(1, 1), at(0, 1)),
        &expect![[r#"
        - (exercise: "fig4", sets: 2 /* not 3 */, hold: 30),
        - ],
        - ),
        - (
        - title: "Strength",
        - rounds: 2,
        - items: [
        - (exercise: "clam", reps: 12), (exercise: "bridge", reps: 10)
        + (exercise: "bridge", reps: 10),
        + (exercise: "fig4", sets: 2 /* not 3 */, hold: 30),
        + ],
        + ),
        + (
        + title: "Strength",
        + rounds: 2,
        + items: [
        + (exercise: "clam", reps: 12)
    "#]],
    );
    check(
        &shift(at(1, 1), at(1, 0)),
        &expect![[r#"
        - (exercise: "clam", reps: 12), (exercise: "bridge", reps: 10)
        + (exercise: "bridge", reps: 10),
        + (exercise: "clam", reps: 12)
    "#]],
    );
    check(
        &shift(at(1, 0), at(1, 2)),
        &expect![[r#"
        - (exercise: "clam", reps: 12), (exercise: "bridge", reps: 10)
        + (exercise: "bridge", reps: 10),
        + (exercise: "clam", reps: 12),
    "#]],
    );
}

#[test]
fn several_items_move_together_in_their_order() {
    let items = vec![at(0, 0), at(1, 1)];
    check(
        &Command::Move { items, to: at(1, 0) },
        &expect![[r#"
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
        + (exercise: "fig4", sets: 2 /* not 3 */, hold: 30),
        + ],
        + ),
        + (
        + title: "Strength",
        + rounds: 2,
        + items: [
        + // Cushion first.
        + (exercise: "hipflexor", level: 3, hold: 30), // both legs!
        + (exercise: "bridge", reps: 10),
        + (exercise: "clam", reps: 12)
    "#]],
    );
}

#[test]
fn a_deleted_item_leaves_the_comments_around_it() {
    check(
        &Command::Delete(vec![at(0, 0)]),
        &expect![[r#"
        - (exercise: "hipflexor", level: 3, hold: 30), // both legs!
        + // both legs!
    "#]],
    );
    check(
        &Command::Delete(vec![at(0, 1)]),
        &expect![[r#"
        - (exercise: "fig4", sets: 2 /* not 3 */, hold: 30),
    "#]],
    );
    check(
        &Command::Delete(vec![at(1, 0)]),
        &expect![[r#"
        - (exercise: "clam", reps: 12), (exercise: "bridge", reps: 10)
        + (exercise: "bridge", reps: 10)
    "#]],
    );
    check(
        &Command::Delete(vec![at(1, 1)]),
        &expect![[r#"
        - (exercise: "clam", reps: 12), (exercise: "bridge", reps: 10)
        + (exercise: "clam", reps: 12)
    "#]],
    );
}

#[test]
fn what_was_copied_is_put_in_again() {
    check(
        &Command::Duplicate(vec![at(0, 0), at(1, 0)]),
        &expect![[r#"
        - (exercise: "fig4", sets: 2 /* not 3 */, hold: 30),
        - ],
        - ),
        - (
        - title: "Strength",
        - rounds: 2,
        - items: [
        - (exercise: "clam", reps: 12), (exercise: "bridge", reps: 10)
        + (exercise: "hipflexor", level: 3, hold: 30),
        + (exercise: "fig4", sets: 2 /* not 3 */, hold: 30),
        + ],
        + ),
        + (
        + title: "Strength",
        + rounds: 2,
        + items: [
        + (exercise: "clam", reps: 12), (exercise: "clam", reps: 12), (exercise: "bridge", reps: 10)
    "#]],
    );
    let text = Desk::new(WRITTEN).draft.copied(&[at(0, 1), at(1, 0)]);
    check(
        &Command::Paste { to: at(0, 1), text },
        &expect![[r#"
        + (exercise: "clam", reps: 12),
        + (exercise: "fig4", sets: 2 /* not 3 */, hold: 30),
    "#]],
    );
}

#[test]
fn text_that_is_no_item_cannot_be_put_in() {
    for text in ["", "hello", "(a: 1)", "(exercise: \"clam\"", ")] (exercise: \"clam\")"] {
        let mut desk = Desk::new(WRITTEN);
        assert!(!desk.apply(&Command::Paste { to: at(0, 0), text: text.to_owned() }), "{text}");
    }
}

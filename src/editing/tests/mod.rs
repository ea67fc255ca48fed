//! Each command on a commented file, as the text that comes of it.

mod items;
mod values;

use std::fmt::Write as _;

use expect_test::{Expect, expect};

use super::{BlockChange, Command, Draft, Fresh, ItemAt, ItemChange, copy, free_id, routine};
use crate::library::{Checker, ItemSides, Library, Order};

/// A routine as a person writes one.
pub(super) const WRITTEN: &str = r#"// My evening, from Anna's sheet.
(
    schema: 1,
    id: "evening",
    name: (long: "Evening", short: "Evening"), // not "Night"
    kind: session,
    about: "Before bed.",
    blocks: [
        (
            title: "Stretch",
            items: [
                // Cushion first.
                (exercise: "hipflexor", level: 3, hold: 30), // both legs!
                (exercise: "fig4", sets: 2 /* not 3 */, hold: 30),
            ],
        ),
        (
            title: "Strength",
            rounds: 2,
            items: [
                (exercise: "clam", reps: 12), (exercise: "bridge", reps: 10)
            ],
        ),
        // Nothing here yet.
    ],
)
"#;

pub(super) struct Desk {
    pub(super) library: Library,
    pub(super) checker: Checker,
    pub(super) draft: Draft,
}

impl Desk {
    pub(super) fn new(text: &str) -> Self {
        let library = Library::shipped();
        let checker = Checker::new(&library, library.timing);
        let draft = Draft::new("evening", text, &checker, &library);
        Self { library, checker, draft }
    }

    pub(super) fn apply(&mut self, command: &Command) -> bool {
        self.draft.apply(command, &self.checker, &self.library)
    }

    pub(super) fn undo(&mut self) -> bool {
        self.draft.undo(&self.checker, &self.library)
    }

    pub(super) fn redo(&mut self) -> bool {
        self.draft.redo(&self.checker, &self.library)
    }
}

/// The lines that a command takes out and puts in.
#[track_caller]
fn check(command: &Command, expected: &Expect) {
    let mut desk = Desk::new(WRITTEN);
    let before = desk.draft.text().to_owned();
    desk.apply(command);
    expected.assert_eq(&difference(&before, desk.draft.text()));
    assert!(!desk.draft.checked().has_errors(), "{:?}", desk.draft.checked().problems);
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

const fn at(block: usize, item: usize) -> ItemAt {
    ItemAt::new(block, item)
}

fn change(block: usize, item: usize, change: ItemChange) -> Command {
    Command::Items { at: vec![at(block, item)], change }
}

#[test]
#[expect(clippy::too_many_lines, reason = "texts before and after, one below the other")]
fn blocks_are_added_moved_and_changed() {
    check(
        &Command::MoveBlock { from: 0, to: 2 },
        &expect![[r#"
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
        + title: "Strength",
        + rounds: 2,
        + items: [
        + (exercise: "clam", reps: 12), (exercise: "bridge", reps: 10)
        + ],
        + ),
        + (
        + title: "Stretch",
        + items: [
        + // Cushion first.
        + (exercise: "hipflexor", level: 3, hold: 30), // both legs!
        + (exercise: "fig4", sets: 2 /* not 3 */, hold: 30),
    "#]],
    );
    check(
        &Command::DeleteBlock(1),
        &expect![[r#"
        - (
        - title: "Strength",
        - rounds: 2,
        - items: [
        - (exercise: "clam", reps: 12), (exercise: "bridge", reps: 10)
        - ],
        - ),
    "#]],
    );
    let circuit = BlockChange::Order(Order::Circuit);
    check(
        &Command::Block { block: 1, change: circuit },
        &expect![[r#"
        + order: circuit,
    "#]],
    );
    check(
        &Command::Block { block: 1, change: BlockChange::Rounds(1) },
        &expect![[r#"
        - rounds: 2,
    "#]],
    );
    let title = BlockChange::Title("Warm".to_owned());
    check(
        &Command::Block { block: 0, change: title },
        &expect![[r#"
        - title: "Stretch",
        + title: "Warm",
    "#]],
    );
    let mut desk = Desk::new(WRITTEN);
    desk.apply(&Command::AddBlock { at: 1, title: "New".to_owned() });
    expect![[r#"
        + title: "New",
        + items: [
        + ],
        + ),
        + (
    "#]]
    .assert_eq(&difference(WRITTEN, desk.draft.text()));
}

#[test]
fn lengths_and_problems_stand_where_they_belong() {
    let mut desk = Desk::new(WRITTEN);
    desk.apply(&change(0, 1, ItemChange::Sides(Some(ItemSides::Left))));
    let mut all = String::new();
    for block in desk.draft.blocks() {
        writeln!(all, "{} s, {:?}", block.length.as_secs(), block.problems).unwrap();
        for it in &block.items {
            writeln!(
                all,
                "  {} s from {:?}, {:?}",
                it.length.as_secs(),
                it.first_step,
                it.problems
            )
            .unwrap();
        }
    }
    let problems: Vec<_> = desk.draft.checked().problems.iter().map(|it| &it.1.what).collect();
    writeln!(all, "{} s, {problems:?}", desk.draft.length().as_secs()).unwrap();
    expect![[r#"
        210 s, []
          210 s from Some(0), []
          0 s from None, [0]
        1020 s, []
          640 s from Some(8), []
          380 s from Some(16), []
        1230 s, [OneSided]
    "#]]
    .assert_eq(&all);
}

#[test]
fn letters_of_one_word_are_one_step_back() {
    let mut desk = Desk::new(WRITTEN);
    for end in 1..=5 {
        let title = BlockChange::Title("Bends".chars().take(end).collect());
        desk.apply(&Command::Block { block: 0, change: title });
    }
    let words = "Go".to_owned();
    desk.apply(&change(0, 0, ItemChange::Note(Some(words))));
    desk.undo();
    assert!(desk.draft.text().contains("Bends") && !desk.draft.text().contains("Go"));
    desk.undo();
    assert_eq!(desk.draft.text(), WRITTEN);
    assert!(!desk.undo());
    assert!(desk.redo() && desk.redo() && !desk.redo());
    assert!(desk.draft.text().contains("Bends") && desk.draft.text().contains("Go"));
}

#[test]
fn a_file_of_a_newer_program_is_not_edited() {
    let mut desk = Desk::new(&WRITTEN.replace("schema: 1", "schema: 9"));
    assert!(!desk.apply(&Command::Delete(vec![at(0, 0)])));
}

#[test]
fn a_new_routine_and_a_copy_are_whole_files() {
    let text = routine(Fresh {
        id: "x",
        name: "My \"own\"",
        about: "A routine of my own.",
        block: "Exercises",
    });
    let mut desk = Desk::new(&text);
    desk.apply(&Command::Add { at: at(0, 0), exercise: "clam".to_owned(), level: 3 });
    expect![[r#"
        (
            schema: 1,
            id: "x",
            name: (long: "My \"own\"", short: "My \"own\""),
            kind: session,
            about: "A routine of my own.",
            blocks: [
                (
                    title: "Exercises",
                    items: [
                        (exercise: "clam", level: 3),
                    ],
                ),
            ],
        )
    "#]]
    .assert_eq(desk.draft.text());
    let copied = copy(WRITTEN, "evening-2", "Evening (copy)").unwrap();
    expect![[r#"
        - id: "evening",
        - name: (long: "Evening", short: "Evening"), // not "Night"
        + id: "evening-2",
        + name: (long: "Evening (copy)", short: "Evening (copy)"), // not "Night"
    "#]]
    .assert_eq(&difference(WRITTEN, &copied));
    let taken = |id: &str| matches!(id, "evening" | "evening-2");
    assert_eq!(free_id("Evening!", taken), "evening-3");
    assert_eq!(free_id("…", |_| false), "routine");
}

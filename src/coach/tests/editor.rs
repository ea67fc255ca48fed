//! Routines that are written: what is kept, as what, and what is left of them elsewhere.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use expect_test::{Expect, expect};

use super::sample;
use super::stage::Stage;
use crate::coach::{
    Doing, EditorMessage, Message, News, Pane, Pick, Place, RoutinesMessage, Screen, Trouble,
};
use crate::editing::{Command, ItemAt, ItemChange, Whole};
use crate::library::Library;

/// The coach with the shipped library, on the list of routines.
fn stage() -> Stage {
    let mut stage = Stage::bare();
    let library = Arc::new(Library::shipped());
    stage.tell(Message::News(News::Library { library, problems: 0 }));
    stage.tell(Message::News(News::Journal(Box::new(sample::answered()))));
    stage.tell(Message::News(News::Ready));
    stage.tell(Message::Go(Place::Routines));
    stage.said.clear();
    stage
}

fn list(message: RoutinesMessage) -> Message {
    Message::Routines(message)
}

fn add(id: &str) -> Message {
    Message::Editor(EditorMessage::Add(id.to_owned()))
}

fn change(at: ItemAt, change: ItemChange) -> Message {
    Message::Editor(EditorMessage::Do(Command::Items { at: vec![at], change }))
}

/// What was asked for, and where the person is.
#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "a test reads better without a reference")]
fn check(play: impl FnOnce(&mut Stage), expected: Expect) {
    let mut stage = stage();
    play(&mut stage);
    stage.run("?");
    expected.assert_eq(&stage.said);
}

fn has(stage: &Stage, id: &str) -> bool {
    let view = stage.coach.view(&stage.now);
    view.library.is_some_and(|it| it.routine(id).is_some())
}

fn new_with_clam(stage: &mut Stage) {
    stage.tell(list(RoutinesMessage::New));
    stage.tell(add("clam"));
    stage.run("wait 1");
}

#[test]
fn a_new_routine_is_a_draft_until_something_is_in_it() {
    check(
        |stage| {
            stage.tell(list(RoutinesMessage::New));
            stage.run("wait 1");
            stage.tell(add("clam"));
            stage.tell(add("squat"));
            stage.run("wait 0.5; wait 0.4");
        },
        expect![[r#"
            save routines/my-routine.draft: 14 lines for 0
            save routines/my-routine.ron: 16 lines for 0
            save routines/my-routine.draft: 0 lines for 14
            ? editor my-routine: [0.0 clam, 0.1 squat*] 0 problems, Saving, Add
        "#]],
    );
}

#[test]
fn what_cannot_be_used_is_a_draft_beside_the_file_that_can() {
    check(
        |stage| {
            new_with_clam(stage);
            stage.said.clear();
            stage.tell(change(ItemAt::default(), ItemChange::Level(9)));
            stage.tell(Message::Go(Place::Today));
            stage.run("?");
            stage.tell(Message::Go(Place::Routines));
            stage.tell(list(RoutinesMessage::Edit("my-routine".to_owned())));
            stage.tell(Message::Editor(EditorMessage::Undo));
            stage.run("wait 1");
        },
        expect![[r#"
            save routines/my-routine.draft: 15 lines for 0
            ? today: chosen "a", Open, can start true, offer false
            save routines/my-routine.draft: 0 lines for 15
            ? editor my-routine: [0.0 clam*] 0 problems, Saving, Add
        "#]],
    );
}

#[test]
fn undo_goes_back_also_after_the_screen_was_left() {
    let mut stage = stage();
    new_with_clam(&mut stage);
    stage.tell(change(ItemAt::default(), ItemChange::Sets(Some(3))));
    stage.tell(Message::Editor(EditorMessage::Back));
    stage.tell(list(RoutinesMessage::Edit("my-routine".to_owned())));
    for _ in 0..2 {
        stage.tell(Message::Editor(EditorMessage::Undo));
    }
    let Screen::Editor(editor) = stage.coach.screen() else { panic!("the editor") };
    assert!(!editor.draft.can_undo() && editor.draft.can_redo());
    assert_eq!(editor.draft.places().count(), 0);
}

#[test]
fn a_shipped_routine_is_changed_as_a_copy() {
    check(
        |stage| {
            stage.tell(list(RoutinesMessage::Duplicate("short".to_owned())));
            stage.tell(Message::Editor(EditorMessage::Back));
        },
        expect![[r#"
            save routines/short-session-copy.ron: 35 lines for 0
            ? Routines
        "#]],
    );
}

#[test]
fn a_deleted_routine_comes_back_whole() {
    check(
        |stage| {
            new_with_clam(stage);
            stage.tell(Message::Editor(EditorMessage::Back));
            stage.said.clear();
            stage.tell(list(RoutinesMessage::Delete("my-routine".to_owned())));
            stage.tell(list(RoutinesMessage::Delete("short".to_owned())));
            assert!(!has(stage, "my-routine") && has(stage, "short"));
            stage.tell(list(RoutinesMessage::Undelete));
            assert!(has(stage, "my-routine"));
        },
        expect![[r#"
            save routines/my-routine.ron: 0 lines for 15
            save routines/my-routine.ron: 15 lines for 0
            ? Routines
        "#]],
    );
}

#[test]
fn it_starts_from_the_item_that_was_asked_for() {
    check(
        |stage| {
            stage.tell(list(RoutinesMessage::Duplicate("short".to_owned())));
            let at = Some(ItemAt::new(1, 0));
            stage.said.clear();
            stage.tell(Message::Editor(EditorMessage::Start(at)));
        },
        expect![[r#"
            save routines/short-session-copy.ron: 35 lines for 0
            begin short-session-copy, pain untold
            log at 0 0ns, set 1 hipflexor left 0ns/30s cut, set 3 hipflexor right 0ns/30s cut, at 4 0ns
            perform #1 from 0 s: 171 tones, 65 words
            stay awake
            ? session: step 4 at 0ns running, controls, easier: bridge 2, harder: bridge 4, other: birddog 3
        "#]],
    );
}

#[test]
fn items_are_picked_moved_copied_and_put_in() {
    let mut stage = stage();
    stage.tell(list(RoutinesMessage::Duplicate("short".to_owned())));
    let mut all = String::new();
    for message in [
        EditorMessage::Pick(ItemAt::new(0, 0), Pick::Only),
        EditorMessage::Step { by: 1, extend: true },
        EditorMessage::Copy,
        EditorMessage::MoveBy(1),
        EditorMessage::Paste(None),
        EditorMessage::Duplicate,
        EditorMessage::Cut,
        EditorMessage::MoveBy(-1),
        EditorMessage::Step { by: -1, extend: false },
        EditorMessage::PickAll,
        EditorMessage::Delete,
        EditorMessage::Show(Pane::Text),
        EditorMessage::Do(Command::Text("nothing".to_owned())),
        EditorMessage::Add("clam".to_owned()),
    ] {
        let what = format!("{message:?}");
        stage.tell(Message::Editor(message));
        stage.said.clear();
        stage.run("?");
        write!(all, "{what}\n{}", stage.said).unwrap();
    }
    expect![[r#"
        Pick(ItemAt { block: 0, item: 0 }, Only)
        ? editor short-session-copy: [0.0 hipflexor*, 1.0 bridge, 2.0 clam, 3.0 balance] 0 problems, Yes, Add
        Step { by: 1, extend: true }
        ? editor short-session-copy: [0.0 hipflexor*, 1.0 bridge*, 2.0 clam, 3.0 balance] 0 problems, Yes, Add
        Copy
        ? editor short-session-copy: [0.0 hipflexor*, 1.0 bridge*, 2.0 clam, 3.0 balance] 0 problems, Yes, Add
        MoveBy(1)
        ? editor short-session-copy: [2.0 hipflexor*, 2.1 bridge*, 2.2 clam, 3.0 balance] 3 problems, Saving, Add
        Paste(None)
        ? editor short-session-copy: [2.0 hipflexor, 2.1 bridge, 2.2 hipflexor*, 2.3 bridge*, 2.4 clam, 3.0 balance] 4 problems, Saving, Add
        Duplicate
        ? editor short-session-copy: [2.0 hipflexor, 2.1 bridge, 2.2 hipflexor, 2.3 hipflexor*, 2.4 bridge, 2.5 bridge*, 2.6 clam, 3.0 balance] 5 problems, Saving, Add
        Cut
        ? editor short-session-copy: [2.0 hipflexor, 2.1 bridge, 2.2 hipflexor, 2.3 bridge*, 2.4 clam, 3.0 balance] 4 problems, Saving, Add
        MoveBy(-1)
        ? editor short-session-copy: [2.0 hipflexor, 2.1 bridge, 2.2 bridge*, 2.3 hipflexor, 2.4 clam, 3.0 balance] 4 problems, Saving, Add
        Step { by: -1, extend: false }
        ? editor short-session-copy: [2.0 hipflexor, 2.1 bridge*, 2.2 bridge, 2.3 hipflexor, 2.4 clam, 3.0 balance] 4 problems, Saving, Add
        PickAll
        ? editor short-session-copy: [2.0 hipflexor*, 2.1 bridge*, 2.2 bridge*, 2.3 hipflexor*, 2.4 clam*, 3.0 balance*] 4 problems, Saving, Add
        Delete
        ? editor short-session-copy: [] 4 problems, Saving, Add
        Show(Text)
        ? editor short-session-copy: [] 4 problems, Saving, Text
        Do(Text("nothing"))
        ? editor short-session-copy: [] 1 problems, Saving, Text
        Add("clam")
        ? editor short-session-copy: [] 1 problems, Saving, Text
    "#]].assert_eq(&all);
}

#[test]
fn a_file_that_somebody_else_has_changed_is_told_of_and_left_alone() {
    check(
        |stage| {
            let text = Library::shipped_text("short").unwrap().replace("\"short\"", "\"mine\"");
            let files = BTreeMap::from([("routines/mine.ron".to_owned(), text)]);
            stage.tell(Message::News(News::OwnFiles(files)));
            stage.tell(list(RoutinesMessage::Edit("mine".to_owned())));
            let name = Whole::Name("Mine".to_owned());
            stage.tell(Message::Editor(EditorMessage::Do(Command::Whole(name))));
            stage.run("wait 1");
            let why = Trouble::Changed { path: "mine.ron".to_owned() };
            stage.tell(Message::News(News::Failed { doing: Doing::OwnFile, why }));
        },
        expect![[r#"
            save routines/mine.ron: 35 lines for 35
            ? editor mine: [0.0 hipflexor*, 1.0 bridge, 2.0 clam, 3.0 balance] 0 problems, No, Picked
              ! This routine could not be saved: something else has changed mine.ron; nothing was overwritten.
        "#]],
    );
}

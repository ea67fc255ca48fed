//! Exercises of one's own: what is kept, as what, and what the rest of the program has of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use expect_test::{Expect, expect};
use glam::Vec3;

use super::sample;
use super::stage::Stage;
use crate::coach::{
    Action, EditorMessage, LibraryMessage, Message, News, OwnMessage, OwnPane, Place,
    RoutinesMessage, Screen, TodayMessage,
};
use crate::editing::{ExerciseCommand, FigureChange, LevelChange};
use crate::figure::{FigureTime, Handle};
use crate::library::{LevelSides, Library, Link};
use crate::session::StepKind;
use crate::units::{Side, Sides};

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

fn own(stage: &mut Stage, message: OwnMessage) {
    stage.tell(Message::Own(message));
}

fn level(stage: &mut Stage, change: LevelChange) {
    own(stage, OwnMessage::Do(ExerciseCommand::Level { at: 0, change }));
}

fn figure(stage: &mut Stage, change: FigureChange) {
    own(stage, OwnMessage::Do(ExerciseCommand::Figure { level: 0, change }));
}

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
    view.library.is_some_and(|it| it.exercise(id).is_some())
}

#[test]
fn a_new_exercise_is_a_file_at_once_and_a_draft_while_it_cannot_be_used() {
    check(
        |stage| {
            own(stage, OwnMessage::New(None));
            stage.run("wait 1");
            assert!(has(stage, "my-exercise"));
            level(stage, LevelChange::How(String::new()));
            stage.run("wait 1");
            assert!(has(stage, "my-exercise"), "the last version that can be used stays in use");
            own(stage, OwnMessage::Undo);
            stage.run("wait 1");
        },
        expect![[r#"
            save exercises/my-exercise.ron: 30 lines for 0
            save exercises/my-exercise.draft: 30 lines for 0
            save exercises/my-exercise.draft: 0 lines for 30
            ? own my-exercise: level 0, 0 stops, 0 wrong, Saving, Exercise
        "#]],
    );
}

#[test]
fn a_posed_exercise_is_kept_with_its_movement_and_its_poses() {
    check(
        |stage| {
            own(stage, OwnMessage::New(None));
            figure(stage, FigureChange::Fresh);
            own(stage, OwnMessage::Stop(1));
            let Screen::Own(editor) = stage.coach.screen() else { panic!("the editor") };
            let hand = Handle::Hand(Side::Right);
            let to = editor.posing().unwrap().place(hand) + Vec3::new(0.2, 0.3, 0.05);
            own(stage, OwnMessage::Drag(hand, to + Vec3::Y));
            own(stage, OwnMessage::Drag(hand, to));
            stage.run("wait 2");
            own(stage, OwnMessage::Drop);
            stage.run("wait 1");
            let view = stage.coach.view(&stage.now);
            let movement = view.figures.movement("my-exercise-3").expect("the movement");
            let at = |time| movement.posed(Sides::Both, time).frames;
            let palm = crate::figure::Bone::Hand(Side::Right);
            assert!(at(FigureTime::End).of(palm).origin.distance(to) < 0.08);
            own(stage, OwnMessage::Undo);
            own(stage, OwnMessage::Undo);
            stage.run("wait 1");
        },
        expect![[r#"
            save poses/my-exercise-3-end.ron: 14 lines for 0
            save poses/my-exercise-3-start.ron: 12 lines for 0
            save movements/my-exercise-3.ron: 7 lines for 0
            save exercises/my-exercise.ron: 31 lines for 0
            save exercises/my-exercise.ron: 30 lines for 31
            ? own my-exercise: level 0, 0 stops, 0 wrong, Saving, Exercise
        "#]],
    );
}

#[test]
fn undo_goes_back_also_after_the_screen_was_left() {
    let mut stage = stage();
    own(&mut stage, OwnMessage::New(None));
    level(&mut stage, LevelChange::Name("At the sink".to_owned()));
    own(&mut stage, OwnMessage::Back);
    own(&mut stage, OwnMessage::Edit("my-exercise".to_owned()));
    own(&mut stage, OwnMessage::Undo);
    let Screen::Own(editor) = stage.coach.screen() else { panic!("the editor") };
    assert!(!editor.draft.can_undo() && editor.draft.can_redo());
    assert!(editor.draft.text().contains("As written"));
}

#[test]
fn one_of_the_library_becomes_ones_own_and_comes_back_when_that_is_deleted() {
    check(
        |stage| {
            stage.tell(Message::Go(Place::Library));
            let link = Link::Exercise("clam".to_owned());
            stage.tell(Message::Library(LibraryMessage::Follow(link)));
            stage.tell(Message::Library(LibraryMessage::Mine));
            let why = ExerciseCommand::Why("Because Anna said so.".to_owned());
            own(stage, OwnMessage::Do(why));
            own(stage, OwnMessage::Back);
            let why = |it: &Stage| {
                let view = it.coach.view(&it.now);
                view.library.unwrap().exercise("clam").unwrap().why.clone()
            };
            assert_eq!(why(stage), "Because Anna said so.");
            stage.run("?");
            stage.tell(Message::Go(Place::Routines));
            own(stage, OwnMessage::Delete("clam".to_owned()));
            assert_ne!(why(stage), "Because Anna said so.");
            stage.tell(Message::Routines(RoutinesMessage::Undelete));
            assert_eq!(why(stage), "Because Anna said so.");
        },
        expect![[r#"
            save exercises/clam.ron: 209 lines for 0
            ? library: clam level 3 left, 1 deep, "" finds []
            save exercises/clam.ron: 0 lines for 209
            save exercises/clam.ron: 209 lines for 0
            ? Routines
        "#]],
    );
}

#[test]
fn an_exercise_that_a_routine_needs_is_asked_about_before_it_goes() {
    check(
        |stage| {
            own(stage, OwnMessage::New(None));
            own(stage, OwnMessage::Use(None));
            stage.tell(Message::Editor(EditorMessage::Back));
            stage.said.clear();
            own(stage, OwnMessage::Delete("my-exercise".to_owned()));
            let view = stage.coach.view(&stage.now);
            let asked = view.desk.asked_deletion().expect("it is asked");
            assert_eq!(asked.routines, ["My routine"]);
            own(stage, OwnMessage::Keep);
            assert!(has(stage, "my-exercise"));
            own(stage, OwnMessage::Delete("my-exercise".to_owned()));
            own(stage, OwnMessage::DeleteAll);
            assert!(!has(stage, "my-exercise"));
        },
        expect![[r#"
            save exercises/my-exercise.ron: 0 lines for 30
            ? Routines
        "#]],
    );
}

#[test]
fn an_exercise_of_ones_own_is_done_in_a_session_with_its_figure() {
    let mut stage = stage();
    own(&mut stage, OwnMessage::New(None));
    level(&mut stage, LevelChange::Sides(LevelSides::Each, "{Side} leg works.".to_owned()));
    figure(&mut stage, FigureChange::Fresh);
    own(&mut stage, OwnMessage::Use(None));
    stage.tell(Message::Editor(EditorMessage::Back));
    stage.tell(Message::Go(Place::Today));
    stage.tell(Message::Today(TodayMessage::Choose("my-routine".to_owned())));
    stage.tell(Message::Today(TodayMessage::Start));
    stage.run("wait 45");
    let view = stage.coach.view(&stage.now);
    let Screen::Session(running) = view.screen else { panic!("a session") };
    let plan = running.session.plan();
    let entry = plan.entries.first().unwrap();
    assert_eq!(entry.exercise, "my-exercise");
    assert_eq!(entry.movement.as_deref(), Some("my-exercise-3"));
    assert!(view.figures.movement("my-exercise-3").is_some());
    let work = plan.steps.iter().filter(|it| it.kind == StepKind::Work).count();
    assert_eq!(work, 4, "two sets a side");
    stage.tell(Message::Act(Action::Fullscreen));
}

#[test]
fn drafts_of_an_earlier_run_are_gone_on_with() {
    let mut stage = stage();
    own(&mut stage, OwnMessage::New(None));
    figure(&mut stage, FigureChange::Fresh);
    level(&mut stage, LevelChange::How(String::new()));
    own(&mut stage, OwnMessage::Back);
    let files: BTreeMap<String, String> = {
        let view = stage.coach.view(&stage.now);
        view.desk.own_texts().clone()
    };
    let mut later = self::stage();
    later.tell(Message::News(News::OwnFiles(files)));
    own(&mut later, OwnMessage::Edit("my-exercise".to_owned()));
    own(&mut later, OwnMessage::Show(OwnPane::Movement));
    level(&mut later, LevelChange::How("Up and down.".to_owned()));
    later.said.clear();
    later.run("wait 1; ?");
    assert!(later.said.contains("save movements/my-exercise-3.ron: "), "{}", later.said);
    assert!(has(&later, "my-exercise"));
}

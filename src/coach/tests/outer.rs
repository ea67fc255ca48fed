//! Files that something else writes while the program runs: what is taken over, and what is asked.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use expect_test::{Expect, expect};

use super::stage::Stage;
use crate::coach::{
    ClashChoice, Copied, CopyChoice, Doing, EditorMessage, Message, News, Place, RoutinesMessage,
    Screen, ShareMessage, ShareNews, Trouble,
};
use crate::editing::{Command, ItemAt, ItemChange};
use crate::history::Journal;
use crate::library::Library;
use crate::settings::{Change, Percent, SettingsFile, Theme};

/// The person's routine, with a comment of theirs.
fn mine(sets: &str) -> String {
    format!(
        "// Anna's.\n(\n    schema: 1,\n    id: \"mine\",\n    name: (long: \"Mine\", short: \"Mine\"),\n    \
         kind: session,\n    about: \"Before bed.\",\n    blocks: [\n        (\n            title: \"All\",\n            \
         items: [\n                (exercise: \"clam\", level: 3, sets: {sets}),\n            ],\n        ),\n    ],\n)\n"
    )
}

fn files(text: &str) -> News {
    News::OwnFiles(BTreeMap::from([("routines/mine.ron".to_owned(), text.to_owned())]))
}

/// The coach with the routine open in the editor.
fn stage() -> Stage {
    let mut stage = Stage::bare();
    let library = Arc::new(Library::shipped());
    stage.tell(Message::News(News::Library { library, problems: 0 }));
    stage.tell(Message::News(News::Journal(Box::new(Journal::new()))));
    stage.tell(Message::News(News::Ready));
    stage.tell(Message::News(files(&mine("1"))));
    stage.tell(Message::Go(Place::Routines));
    stage.tell(Message::Routines(RoutinesMessage::Edit("mine".to_owned())));
    stage.said.clear();
    stage
}

fn sets(stage: &mut Stage, sets: u32) {
    let change = ItemChange::Sets(Some(sets));
    let command = Command::Items { at: vec![ItemAt::default()], change };
    stage.tell(Message::Editor(EditorMessage::Do(command)));
}

fn undo(stage: &mut Stage) {
    stage.tell(Message::Editor(EditorMessage::Undo));
}

fn text(stage: &Stage) -> String {
    let Screen::Editor(editor) = stage.coach.screen() else { return "no editor".to_owned() };
    let clash = editor.clash.as_ref().map_or("", |it| match it.theirs {
        Some(_) => ", asks",
        None => ", asks: gone",
    });
    let came = if editor.remark.is_some() { ", came" } else { "" };
    let text = editor.draft.text();
    let sets = text.split("sets: ").nth(1).and_then(|it| it.split(')').next()).unwrap_or("?");
    format!("{}: sets {sets}, {:?}{clash}{came}", editor.id, editor.kept)
}

#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "a test reads better without a reference")]
fn check(play: impl FnOnce(&mut Stage), expected: Expect) {
    let mut stage = stage();
    play(&mut stage);
    let line = format!("{}= {}\n", stage.said, text(&stage));
    expected.assert_eq(&line);
}

#[test]
fn an_edit_from_outside_is_one_step_that_can_be_taken_back() {
    check(
        |stage| stage.tell(Message::News(files(&mine("4")))),
        expect![[r#"
            = mine: sets 4, Yes, came
        "#]],
    );
    check(
        |stage| {
            sets(stage, 2);
            stage.run("wait 1");
            let name = "routines/mine.ron".to_owned();
            stage.tell(Message::News(News::FileKept { name }));
            stage.tell(Message::News(files(&mine("4"))));
            undo(stage);
            assert!(text(stage).starts_with("mine: sets 2"));
            undo(stage);
            stage.run("wait 1");
        },
        expect![[r#"
            save routines/mine.ron: 16 lines for 16
            save routines/mine.ron: 16 lines for 16
            = mine: sets 1, Saving
        "#]],
    );
}

#[test]
fn an_own_write_that_is_read_back_is_no_edit_from_outside() {
    check(
        |stage| {
            sets(stage, 2);
            stage.run("wait 1");
            let name = "routines/mine.ron".to_owned();
            stage.tell(Message::News(News::FileKept { name }));
            stage.tell(Message::News(files(&mine("2"))));
        },
        expect![[r#"
            save routines/mine.ron: 16 lines for 16
            = mine: sets 2, Yes
        "#]],
    );
}

#[test]
fn a_broken_edit_from_outside_is_shown_with_its_mistakes_and_can_be_mended_here() {
    check(
        |stage| {
            stage.tell(Message::News(files(&mine("\"two\""))));
            let Screen::Editor(editor) = stage.coach.screen() else { panic!("the editor") };
            assert!(editor.draft.checked().has_errors());
            stage.tell(Message::Editor(EditorMessage::Undo));
            stage.run("wait 1");
        },
        expect![[r#"
            save routines/mine.ron: 16 lines for 16
            = mine: sets 1, Saving
        "#]],
    );
}

#[test]
fn changed_on_both_sides_it_keeps_a_draft_and_asks() {
    check(
        |stage| {
            sets(stage, 2);
            stage.tell(Message::News(files(&mine("4"))));
            stage.run("wait 1");
            sets(stage, 3);
            stage.run("wait 1");
            stage.tell(Message::Editor(EditorMessage::Compare(true)));
            let Screen::Editor(editor) = stage.coach.screen() else { panic!("the editor") };
            let lines = editor.clash.as_ref().and_then(|it| it.lines.clone()).unwrap();
            for it in lines {
                writeln!(stage.said, "{} {}", it.side.sign(), it.text.trim()).unwrap();
            }
        },
        expect![[r#"
            save routines/mine.draft: 16 lines for 0
            save routines/mine.draft: 16 lines for 16
              title: "All",
              items: [
            - (exercise: "clam", level: 3, sets: 4),
            + (exercise: "clam", level: 3, sets: 3),
              ],
              ),
            = mine: sets 3, Draft, asks
        "#]],
    );
}

/// Changed here and elsewhere, and kept as a draft.
fn clashed(stage: &mut Stage) {
    sets(stage, 2);
    stage.tell(Message::News(files(&mine("4"))));
    stage.run("wait 1");
    stage.said.clear();
}

fn choose(stage: &mut Stage, choice: ClashChoice) {
    stage.tell(Message::Editor(EditorMessage::Clash(choice)));
}

#[test]
fn whichever_version_stays_the_other_can_be_had_again() {
    check(
        |stage| {
            clashed(stage);
            choose(stage, ClashChoice::Mine);
            undo(stage);
            assert!(text(stage).starts_with("mine: sets 4"));
            stage.tell(Message::Editor(EditorMessage::Redo));
        },
        expect![[r#"
            save routines/mine.ron: 16 lines for 16
            save routines/mine.draft: 0 lines for 16
            = mine: sets 2, Saving
        "#]],
    );
    check(
        |stage| {
            clashed(stage);
            choose(stage, ClashChoice::Theirs);
            undo(stage);
            assert!(text(stage).starts_with("mine: sets 2"));
            stage.tell(Message::Editor(EditorMessage::Redo));
        },
        expect![[r#"
            save routines/mine.draft: 0 lines for 16
            = mine: sets 4, Saving
        "#]],
    );
    check(
        |stage| {
            clashed(stage);
            choose(stage, ClashChoice::Both);
        },
        expect![[r#"
            save routines/mine.draft: 0 lines for 16
            save routines/mine-2.ron: 16 lines for 0
            = mine-2: sets 2, Saving
        "#]],
    );
}

#[test]
fn a_file_that_goes_while_it_is_open_is_asked_about() {
    check(
        |stage| {
            stage.tell(Message::News(News::OwnFiles(BTreeMap::new())));
            assert!(text(stage).ends_with("asks: gone"));
            choose(stage, ClashChoice::Mine);
        },
        expect![[r#"
            save routines/mine.ron: 16 lines for 0
            = mine: sets 1, Saving
        "#]],
    );
    check(
        |stage| {
            stage.tell(Message::News(News::OwnFiles(BTreeMap::new())));
            choose(stage, ClashChoice::Theirs);
        },
        expect![[r#"
            = no editor
        "#]],
    );
}

#[test]
fn a_write_that_was_refused_because_of_it_is_asked_about_too() {
    check(
        |stage| {
            sets(stage, 2);
            stage.run("wait 1");
            let why = Trouble::Changed { path: "mine.ron".to_owned() };
            stage.tell(Message::News(News::Failed { doing: Doing::OwnFile, why }));
            stage.tell(Message::News(files(&mine("4"))));
            choose(stage, ClashChoice::Mine);
        },
        expect![[r#"
            save routines/mine.ron: 16 lines for 16
            save routines/mine.ron: 16 lines for 16
            = mine: sets 2, Saving
        "#]],
    );
}

#[test]
fn a_draft_that_could_be_used_beside_another_version_asks_when_it_is_opened() {
    let mut stage = stage();
    let two = BTreeMap::from([
        ("routines/other.ron".to_owned(), mine("4").replace("\"mine\"", "\"other\"")),
        ("routines/other.draft".to_owned(), mine("2").replace("\"mine\"", "\"other\"")),
    ]);
    stage.tell(Message::News(News::OwnFiles(two)));
    stage.tell(Message::Go(Place::Routines));
    stage.tell(Message::Routines(RoutinesMessage::Edit("other".to_owned())));
    assert_eq!(text(&stage), "other: sets 2, Yes, asks");
}

fn settings(text: &str) -> Message {
    Message::News(News::Settings(Box::new(SettingsFile::read(text.as_bytes()))))
}

#[test]
fn settings_from_outside_hold_at_once_and_a_broken_file_changes_nothing() {
    let mut stage = stage();
    stage.tell(settings("(volume: 40, theme: dark)"));
    stage.tell(settings("// louder\n(volume: 70, theme: dark)"));
    assert_eq!(stage.coach.settings().volume.get(), 70);
    stage.tell(settings("// louder\n(volume: 7000, theme: light)"));
    let settings = stage.coach.settings();
    assert_eq!((settings.volume.get(), settings.theme), (70, Theme::Dark));
}

#[test]
fn what_was_set_here_while_the_file_was_changed_is_put_into_what_it_then_says() {
    let mut stage = stage();
    stage.tell(settings("(volume: 40)"));
    stage.said.clear();
    stage.tell(Message::Set(Change::Volume(Percent::new(55).unwrap())));
    let why = Trouble::Changed { path: "settings.ron".to_owned() };
    stage.tell(Message::News(News::Failed { doing: Doing::Settings, why }));
    stage.tell(settings("(volume: 40, theme: dark)"));
    expect![[r#"
        save settings (volume: 55)
        sound Percent(55) Clear muted false
        sound Percent(40) Clear muted false
        save settings (volume: 55, theme: dark)
        sound Percent(55) Clear muted false
    "#]]
    .assert_eq(&stage.said);
    assert!(stage.coach.view(&stage.now).notices.is_empty());
}

fn copy(stage: &mut Stage, of: &str, text: &str) -> String {
    let name = of.replace(".ron", ".sync-conflict-20261122-110017-T24LULV.ron");
    let copied = Copied { name: name.clone(), of: of.to_owned(), text: text.to_owned() };
    let both = BTreeMap::from([
        ("routines/mine.ron".to_owned(), mine("1")),
        (name.clone(), text.to_owned()),
    ]);
    stage.tell(Message::News(News::OwnFiles(both)));
    stage.tell(Message::News(News::Share(ShareNews::Copies(vec![copied]))));
    name
}

#[test]
fn of_two_versions_that_a_sync_service_left_the_person_keeps_one_or_both() {
    for (choice, expected) in [
        (
            CopyChoice::Drop,
            expect![[r#"
                save routines/mine.sync-conflict-20261122-110017-T24LULV.ron: 0 lines for 16
                share LookAgain
                = mine: sets 1, Yes
            "#]],
        ),
        (
            CopyChoice::Use,
            expect![[r#"
                save routines/mine.ron: 16 lines for 16
                save routines/mine.sync-conflict-20261122-110017-T24LULV.ron: 0 lines for 16
                share LookAgain
                = mine: sets 7, Yes, came
            "#]],
        ),
        (
            CopyChoice::Both,
            expect![[r#"
                save routines/mine-2.ron: 16 lines for 0
                save routines/mine.sync-conflict-20261122-110017-T24LULV.ron: 0 lines for 16
                share LookAgain
                = mine: sets 1, Yes
            "#]],
        ),
    ] {
        check(
            |stage| {
                let name = copy(stage, "routines/mine.ron", &mine("7"));
                stage.tell(Message::Share(ShareMessage::Copy { name, choice }));
                assert!(stage.coach.view(&stage.now).share.copies.is_empty());
            },
            expected,
        );
    }
}

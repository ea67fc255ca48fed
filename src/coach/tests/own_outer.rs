//! An exercise of one's own that something else writes while it is open, and levels that routines need.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use expect_test::{Expect, expect};

use super::sample;
use super::stage::Stage;
use crate::coach::{ClashChoice, Message, News, OwnMessage, Place, Screen};
use crate::editing::{ExerciseCommand, FigureChange, LevelChange};
use crate::library::Library;

const HEEL: &str = include_str!("../../../tests/data/heel.ron");
const FILE: &str = "exercises/heel.ron";

/// The person's exercise with another sentence in it.
fn heel(why: &str) -> String {
    let from = HEEL.split("why: \"").nth(1).and_then(|it| it.split('"').next()).unwrap();
    HEEL.replace(from, why)
}

fn tell(stage: &mut Stage, files: &[(&str, &str)]) {
    let files: BTreeMap<String, String> =
        files.iter().map(|it| (it.0.to_owned(), it.1.to_owned())).collect();
    stage.tell(Message::News(News::OwnFiles(files)));
}

/// The coach with these files, and the exercise open.
fn stage(files: &[(&str, &str)]) -> Stage {
    let mut stage = Stage::bare();
    let all = files.iter().map(|it| (it.0.to_owned(), it.1.as_bytes().to_vec()));
    let library = Arc::new(Library::load(all).library);
    stage.tell(Message::News(News::Library { library, problems: 0 }));
    stage.tell(Message::News(News::Journal(Box::new(sample::answered()))));
    stage.tell(Message::News(News::Ready));
    tell(&mut stage, files);
    stage.tell(Message::Go(Place::Routines));
    own(&mut stage, OwnMessage::Edit("heel".to_owned()));
    stage.said.clear();
    stage
}

fn own(stage: &mut Stage, message: OwnMessage) {
    stage.tell(Message::Own(message));
}

fn why(stage: &mut Stage, why: &str) {
    own(stage, OwnMessage::Do(ExerciseCommand::Why(why.to_owned())));
}

/// What is open, what it says, and whether the person is asked.
fn shown(stage: &Stage) -> String {
    let Screen::Own(editor) = stage.coach.screen() else { return "no exercise".to_owned() };
    let why = editor.draft.source().and_then(|it| it.why.as_ref()).map_or("?", |it| &it.value);
    let mut said = format!("{}: {why:?}, {:?}", editor.id, editor.kept);
    if let Some(clash) = &editor.clash {
        said.push_str(if clash.theirs.is_some() { ", asks" } else { ", asks: gone" });
        for it in clash.lines.iter().flatten() {
            write!(said, "\n  {} {}", it.side.sign(), it.text.trim()).unwrap();
        }
    }
    if editor.came { said + ", came" } else { said }
}

#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "a test reads better without a reference")]
fn check(play: impl FnOnce(&mut Stage), expected: Expect) {
    let mut stage = stage(&[(FILE, HEEL)]);
    play(&mut stage);
    expected.assert_eq(&format!("{}= {}\n", stage.said, shown(&stage)));
}

fn both_sides(stage: &mut Stage) {
    why(stage, "Mine.");
    tell(stage, &[(FILE, &heel("Theirs."))]);
}

#[test]
fn an_exercise_edited_outside_is_taken_over_and_can_be_taken_back() {
    check(
        |stage| tell(stage, &[(FILE, &heel("Theirs."))]),
        expect![[r#"
        = heel: "Theirs.", Yes, came
    "#]],
    );
    check(
        |stage| {
            tell(stage, &[(FILE, &heel("Theirs."))]);
            own(stage, OwnMessage::Undo);
            stage.run("wait 1");
        },
        expect![[r#"
            save exercises/heel.ron: 29 lines for 29
            = heel: "Calves that carry the way up the stairs.", Saving
        "#]],
    );
}

#[test]
fn one_that_was_changed_on_both_sides_asks_and_is_kept_beside_the_file() {
    check(
        |stage| {
            both_sides(stage);
            stage.run("wait 1");
            own(stage, OwnMessage::Compare(true));
        },
        expect![[r#"
            save exercises/heel.draft: 29 lines for 0
            = heel: "Mine.", Draft, asks
                exercises/heel.ron
                block: strength,
                muscles: [calf],
              - why: "Theirs.",
              + why: "Mine.",
                sources: ["Own"],
                alternatives: [],
        "#]],
    );
}

#[test]
fn mine_is_written_over_theirs_which_can_be_had_again() {
    check(
        |stage| {
            both_sides(stage);
            own(stage, OwnMessage::Clash(ClashChoice::Mine));
            own(stage, OwnMessage::Undo);
        },
        expect![[r#"
            save exercises/heel.ron: 29 lines for 29
            = heel: "Theirs.", Saving
        "#]],
    );
}

#[test]
fn theirs_is_taken_and_the_file_is_left_as_it_is() {
    check(
        |stage| {
            both_sides(stage);
            stage.run("wait 1");
            own(stage, OwnMessage::Clash(ClashChoice::Theirs));
        },
        expect![[r#"
            save exercises/heel.draft: 29 lines for 0
            save exercises/heel.draft: 0 lines for 29
            = heel: "Theirs.", Yes
        "#]],
    );
}

#[test]
fn both_are_kept_and_mine_gets_a_figure_of_its_own() {
    check(
        |stage| {
            let change = FigureChange::Fresh;
            own(stage, OwnMessage::Do(ExerciseCommand::Figure { level: 0, change }));
            both_sides(stage);
            own(stage, OwnMessage::Clash(ClashChoice::Both));
            let view = stage.coach.view(&stage.now);
            let files = view.desk.own_texts();
            assert!(files[FILE].contains("Theirs."));
            let mine = &files["exercises/heel-raise-copy.ron"];
            assert!(mine.contains("Mine.") && mine.contains("\"heel-raise-copy-"), "{mine}");
        },
        expect![[r#"
            save movements/heel-raise-copy-1.ron: 7 lines for 0
            save poses/heel-raise-copy-1-end.ron: 12 lines for 0
            save poses/heel-raise-copy-1-start.ron: 12 lines for 0
            save exercises/heel-raise-copy.ron: 29 lines for 0
            = heel-raise-copy: "Mine.", Saving
        "#]],
    );
}

#[test]
fn one_that_was_taken_away_asks_too() {
    check(
        |stage| tell(stage, &[]),
        expect![[r#"
        = heel: "Calves that carry the way up the stairs.", Yes, asks: gone
    "#]],
    );
    check(
        |stage| {
            tell(stage, &[]);
            own(stage, OwnMessage::Clash(ClashChoice::Mine));
        },
        expect![[r#"
            save exercises/heel.ron: 29 lines for 0
            = heel: "Calves that carry the way up the stairs.", Saving
        "#]],
    );
    check(
        |stage| {
            tell(stage, &[]);
            own(stage, OwnMessage::Clash(ClashChoice::Theirs));
        },
        expect![[r#"
            = no exercise
        "#]],
    );
}

#[test]
fn a_draft_of_an_earlier_run_beside_another_version_asks_again() {
    let mine = heel("Mine.");
    let stage = stage(&[(FILE, HEEL), ("exercises/heel.draft", &mine)]);
    expect![[r#"heel: "Mine.", Yes, asks"#]].assert_eq(&shown(&stage));
}

/// A second level, as the first.
fn two_levels() -> Vec<(String, String)> {
    let mut stage = stage(&[(FILE, HEEL)]);
    own(&mut stage, OwnMessage::Do(ExerciseCommand::CopyLevel(0)));
    stage.run("wait 1");
    let view = stage.coach.view(&stage.now);
    view.desk.own_texts().iter().map(|it| (it.0.clone(), it.1.clone())).collect()
}

#[test]
fn a_level_that_a_routine_needs_is_asked_about_before_it_goes() {
    let routine = "(schema: 1, id: \"mine\", name: (long: \"Before bed\", short: \"Bed\"), kind: session, \
                   about: \"A few.\", blocks: [(title: \"All\", items: [(exercise: \"heel\", level: 2, \
                   sets: 1, reps: 8)])])";
    let mut files = two_levels();
    files.push(("routines/mine.ron".to_owned(), routine.to_owned()));
    let files: Vec<_> = files.iter().map(|it| (it.0.as_str(), it.1.as_str())).collect();
    let mut stage = stage(&files);
    let numbers = |stage: &Stage| {
        let Screen::Own(editor) = stage.coach.screen() else { panic!("the editor") };
        let levels = &editor.draft.source().unwrap().levels;
        let numbers: Vec<_> = levels.iter().filter_map(|it| Some(it.number?.value)).collect();
        (numbers, editor.dropping.clone().map(|it| (it.number, it.routines)))
    };
    let before = numbers(&stage).0;
    assert_eq!(before.len(), 2);
    let at = before.iter().position(|it| *it == 2).expect("the level of the routine");
    let drop = || OwnMessage::Do(ExerciseCommand::DropLevel(at));
    own(&mut stage, drop());
    assert_eq!(numbers(&stage), (before.clone(), Some((2, vec!["Before bed".to_owned()]))));
    own(&mut stage, OwnMessage::KeepLevel);
    assert_eq!(numbers(&stage), (before.clone(), None));
    own(&mut stage, drop());
    own(&mut stage, OwnMessage::DropAnyway);
    assert_eq!(numbers(&stage).0.len(), 1);
    own(&mut stage, OwnMessage::Undo);
    assert_eq!(numbers(&stage), (before, None));
    // The other one is needed by nobody.
    own(&mut stage, OwnMessage::Do(ExerciseCommand::DropLevel(1 - at)));
    assert_eq!(numbers(&stage), (vec![2], None));
}

#[test]
fn a_change_of_another_field_is_not_lost_when_a_pose_comes_from_outside() {
    let mut stage = stage(&[(FILE, HEEL)]);
    let change = FigureChange::Fresh;
    own(&mut stage, OwnMessage::Do(ExerciseCommand::Figure { level: 0, change }));
    stage.run("wait 1");
    let mut files: BTreeMap<String, String> = {
        let view = stage.coach.view(&stage.now);
        view.desk.own_texts().clone()
    };
    let names: Vec<String> = files.keys().cloned().collect();
    for name in names {
        stage.tell(Message::News(News::FileKept { name }));
    }
    stage.tell(Message::News(News::OwnFiles(files.clone())));
    let pose = files.keys().find(|it| it.starts_with("poses/")).unwrap().clone();
    let bent = files[&pose].replacen("id:", "right: (knee: 20),\n    id:", 1);
    files.insert(pose.clone(), bent.clone());
    let level = LevelChange::Name("At the sink".to_owned());
    own(&mut stage, OwnMessage::Do(ExerciseCommand::Level { at: 0, change: level }));
    stage.tell(Message::News(News::OwnFiles(files)));
    let Screen::Own(editor) = stage.coach.screen() else { panic!("the editor") };
    assert!(editor.clash.is_some() && editor.draft.text().contains("At the sink"));
    own(&mut stage, OwnMessage::Clash(ClashChoice::Theirs));
    let Screen::Own(editor) = stage.coach.screen() else { panic!("the editor") };
    assert_eq!(editor.draft.files().find(|it| it.0 == pose).map(|it| it.1), Some(&*bent));
}

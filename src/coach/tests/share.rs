//! Files on their way in and out: what is shown, what is asked of the world, and that nothing is written
//! over without asking.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use expect_test::{Expect, expect};

use super::stage::Stage;
use crate::coach::{
    ArchivePreview, Came, Effect, Handed, Message, News, NotPassed, NotTaken, PassStage,
    ShareEffect, ShareMessage as M, ShareNews, Stage as Step,
};
use crate::history::Journal;
use crate::library::{Arrival, Library};

fn routine(id: &str, sets: u32) -> String {
    format!(
        "(\n    schema: 1,\n    id: \"{id}\",\n    name: (long: \"Evening\", short: \"Evening\"),\n    \
         kind: session,\n    about: \"Before bed.\",\n    blocks: [(title: \"All\", items: [(exercise: \
         \"clam\", level: 3, sets: {sets})])],\n)\n"
    )
}

fn stage(own: &[(&str, String)]) -> Stage {
    let mut stage = Stage::bare();
    let library = Arc::new(Library::shipped());
    stage.tell(Message::News(News::Library { library, problems: 0 }));
    stage.tell(Message::News(News::Journal(Box::new(Journal::new()))));
    stage.tell(Message::News(News::Ready));
    let own = own.iter().map(|it| (it.0.to_owned(), it.1.clone())).collect();
    stage.tell(Message::News(News::OwnFiles(own)));
    stage.said.clear();
    stage
}

/// What the shell answers when it is asked to read a file that holds this.
fn arrives(stage: &mut Stage, bytes: &str) {
    let own = own(stage);
    let what = Arrival::new("evening.ron", bytes.as_bytes(), &own)
        .map(|it| Came::Files(Box::new(it)))
        .map_err(NotTaken::Refused);
    let file = "evening.ron".to_owned();
    stage.tell(Message::News(News::Share(ShareNews::Arrived { file, what })));
}

/// The person's own files, as the last effect handed them on.
fn own(stage: &mut Stage) -> BTreeMap<String, String> {
    let message = Message::Share(M::Dropped(vec![PathBuf::from("/in/evening.ron")]));
    for effect in stage.coach.update(message, &stage.now) {
        if let Effect::Share(ShareEffect::Read { own, .. }) = effect {
            return own;
        }
    }
    BTreeMap::new()
}

fn share(stage: &mut Stage, message: M) {
    stage.tell(Message::Share(message));
}

fn step(stage: &Stage) -> String {
    let view = stage.coach.view(&stage.now);
    let Some(arriving) = &view.share.arriving else { return "nothing comes in".to_owned() };
    match &arriving.stage {
        Step::Files { replaced, arrival, .. } => {
            let problems = arrival.problems.len();
            format!("shown: replaces {}, {problems} problems", replaced.len())
        }
        Step::Archive { preview, .. } => format!("archive: {} new", preview.new),
        Step::Taken { routine, before, .. } => {
            format!("taken: {routine:?}, {} files", before.len())
        }
        Step::Asking
        | Step::NoneChosen
        | Step::Reading(_)
        | Step::NotTaken { .. }
        | Step::Taking(_) => format!("{:?}", arriving.stage),
    }
}

#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "a test reads better without a reference")]
fn check(own: &[(&str, String)], play: impl FnOnce(&mut Stage), expected: Expect) {
    let mut stage = stage(own);
    play(&mut stage);
    expected.assert_eq(&format!("{}= {}\n", stage.said, step(&stage)));
}

#[test]
fn a_routine_that_was_dropped_is_shown_taken_in_and_taken_back() {
    check(
        &[],
        |stage| {
            arrives(stage, &routine("evening", 1));
            assert_eq!(step(stage), "shown: replaces 0, 0 problems");
            share(stage, M::Take { both: false });
            assert_eq!(step(stage), "taken: Some(\"evening\"), 1 files");
            share(stage, M::TakeBack);
        },
        expect![[r#"
            save routines/evening.ron: 8 lines for 0
            share LookAgain
            save routines/evening.ron: 0 lines for 8
            share LookAgain
            = nothing comes in
        "#]],
    );
}

#[test]
fn another_version_is_compared_and_replaces_or_stands_beside() {
    let own = [("routines/evening.ron", routine("evening", 1))];
    check(
        &own,
        |stage| {
            arrives(stage, &routine("evening", 2));
            assert_eq!(step(stage), "shown: replaces 1, 0 problems");
            share(stage, M::Take { both: false });
        },
        expect![[r#"
            save routines/evening.ron: 8 lines for 8
            share LookAgain
            = taken: Some("evening"), 1 files
        "#]],
    );
    check(
        &own,
        |stage| {
            arrives(stage, &routine("evening", 2));
            share(stage, M::Take { both: true });
        },
        expect![[r#"
            save routines/evening-2.ron: 8 lines for 0
            share LookAgain
            = taken: Some("evening-2"), 1 files
        "#]],
    );
}

#[test]
fn what_has_mistakes_in_it_is_not_taken_in() {
    check(
        &[],
        |stage| {
            arrives(stage, &routine("evening", 900));
            share(stage, M::Take { both: false });
        },
        expect![[r#"
            = shown: replaces 0, 1 problems
        "#]],
    );
}

#[test]
fn what_changed_while_it_was_looked_at_is_looked_at_again() {
    let mut stage = stage(&[]);
    arrives(&mut stage, &routine("evening", 2));
    let own = BTreeMap::from([("routines/evening.ron".to_owned(), routine("evening", 1))]);
    stage.tell(Message::News(News::OwnFiles(own)));
    share(&mut stage, M::Take { both: false });
    assert!(stage.said.contains("share Read"), "{}", stage.said);
    assert!(!stage.said.contains("save"), "{}", stage.said);
}

#[test]
fn a_refusal_an_archive_and_several_files_one_after_the_other() {
    let mut stage = stage(&[]);
    let files = ["a.ron", "b.zip"].map(PathBuf::from).to_vec();
    share(&mut stage, M::Dropped(files));
    let news = |file: &str, what| ShareNews::Arrived { file: file.to_owned(), what };
    stage.tell(Message::News(News::Share(news("a.ron", Err(NotTaken::Picture)))));
    assert_eq!(step(&stage), "NotTaken { file: \"a.ron\", why: Picture }");
    share(&mut stage, M::Next);
    assert_eq!(step(&stage), "Reading(\"b.zip\")");
    let preview = ArchivePreview { new: 3, ..ArchivePreview::default() };
    stage.tell(Message::News(News::Share(news("b.zip", Ok(Came::Archive(preview))))));
    assert_eq!(step(&stage), "archive: 3 new");
    stage.said.clear();
    share(&mut stage, M::Take { both: false });
    assert_eq!(stage.said, "share TakeArchive\n");
    stage.tell(Message::News(News::Share(ShareNews::ArchiveTaken(Ok(())))));
    assert_eq!(step(&stage), "taken: None, 0 files");
    share(&mut stage, M::Next);
    assert_eq!(step(&stage), "nothing comes in");
}

#[test]
fn where_no_dialog_opens_the_place_is_typed() {
    let mut stage = stage(&[]);
    share(&mut stage, M::Open);
    share(&mut stage, M::ChooseFile);
    stage.tell(Message::News(News::Share(ShareNews::FileChosen(None))));
    assert_eq!(step(&stage), "NoneChosen");
    share(&mut stage, M::Typed(" \"~/x.ron\" ".to_owned()));
    stage.said.clear();
    share(&mut stage, M::Look);
    assert!(stage.said.starts_with("share Read { path: \"~/x.ron\""), "{}", stage.said);
}

fn passing(stage: &Stage) -> String {
    let view = stage.coach.view(&stage.now);
    let Some(it) = &view.share.passing else { return "nothing goes out".to_owned() };
    format!("{} {:?}", it.typed, it.stage)
}

#[test]
fn a_routine_is_passed_on_with_what_it_needs_and_overwrites_nothing() {
    let evening = routine("evening", 1).replace("clam", "heel");
    let mut stage = stage(&[
        ("routines/evening.ron", evening),
        ("exercises/heel.ron", "(id: \"heel\")".to_owned()),
    ]);
    share(&mut stage, M::PassOn(Handed::Routine("evening".to_owned())));
    assert_eq!(passing(&stage), "export/evening.evenhold Asking");
    share(&mut stage, M::Write);
    assert!(stage.said.contains("//--- exercises/heel.ron"), "{}", stage.said);
    let taken = NotPassed::Exists("DATA/export/evening.evenhold".to_owned());
    stage.tell(Message::News(News::Share(ShareNews::PassedOn(Err(taken)))));
    assert!(passing(&stage).starts_with("export/evening (2).evenhold Failed"));
    share(&mut stage, M::ChooseTo);
    stage.tell(Message::News(News::Share(ShareNews::TargetChosen(Some("/out/e.evenhold".into())))));
    share(&mut stage, M::Write);
    let done = "/out/e.evenhold".to_owned();
    stage.tell(Message::News(News::Share(ShareNews::PassedOn(Ok(done.clone())))));
    stage.said.clear();
    share(&mut stage, M::Show);
    assert_eq!(stage.said, "show /out\n");
    let view = stage.coach.view(&stage.now);
    let stage_of = view.share.passing.as_ref().map(|it| it.stage.clone());
    assert_eq!(stage_of, Some(PassStage::Done(done)));
}

#[test]
fn a_sheet_everything_and_the_week_go_out_the_same_way() {
    let mut stage = stage(&[]);
    for (handed, expected) in [
        (Handed::Sheet("short".to_owned()), "share Sheet"),
        (Handed::Everything, "share Everything(\"export/evenhold-2027-03-01.zip\")"),
        (
            Handed::Calendar,
            "share Text { to: \"export/week-2027-03-01.ics\", text: \"BEGIN:VCALENDAR",
        ),
    ] {
        stage.said.clear();
        share(&mut stage, M::PassOn(handed));
        share(&mut stage, M::Write);
        assert!(stage.said.starts_with(expected), "{}", stage.said);
        share(&mut stage, M::ClosePassing);
        assert_eq!(passing(&stage), "nothing goes out");
    }
}

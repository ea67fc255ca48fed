//! Corrections, and what is entered afterwards.

use std::fmt::Write as _;

use expect_test::expect;

use super::drawn::{Drawn, MINUTES, date, moment, told};
use super::sample::{device, id, now, plan, record};
use super::{Draft, Journal, SessionRecord};

#[test]
fn a_session_of_the_night_may_belong_to_the_day_before() {
    let mut drawn = Drawn::default();
    let mut said = String::new();
    for hour in ["00:00:00", "02:59:59", "03:00:00", "23:59:00"] {
        let started = moment(&format!("2031-04-07T{hour}+02:00"));
        let session = SessionRecord::by_hand(&plan(), started, MINUTES);
        let kept = drawn.keep(Draft::by_hand(session));
        let moved = drawn.journal.move_to_night_before(kept.id);
        writeln!(said, "{hour} {:?}", moved.as_ref().map(|it| it.date)).expect("text");
        let Some(draft) = moved else { continue };
        drawn.keep(draft);
        assert_eq!(drawn.journal.move_to_night_before(kept.id), None, "it is there already");
        // A correction of something else leaves it there.
        let mut session =
            drawn.journal.get(kept.id).unwrap().said.as_ref().unwrap().session().unwrap().clone();
        session.note = "late".to_owned();
        let corrected = drawn.journal.correct(kept.id, session.clone()).expect("a draft");
        assert_eq!(corrected.date, date("2031-04-06"));
        // A correction of the moment decides anew.
        session.started = moment("2031-04-06T20:00:00+02:00");
        let corrected = drawn.journal.correct(kept.id, session).expect("a draft");
        assert_eq!(corrected.date, date("2031-04-06"));
    }
    said += &told(&drawn.weeks(date("2031-04-07")));
    expect![[r#"
        00:00:00 Some(2031-04-06)
        02:59:59 Some(2031-04-06)
        03:00:00 None
        23:59:00 None
        2031-03-31 1/3 credited
        2031-04-07 1/3 open
        0 on track, 1 credits
    "#]]
    .assert_eq(&said);
}

#[test]
fn a_correction_replaces_everything_and_keeps_what_it_does_not_know() {
    let first = record(1);
    let newer = super::to_line(&first)
        .expect("a line")
        .replace("\"side\":\"left\"", "\"side\":\"left\",\"load\":{\"kg\":4.5}");
    let mut journal = Journal::new();
    journal.add_file("a", newer.as_bytes());
    let mut session = first.session().expect("a session").clone();
    assert_eq!(journal.correct(first.id, session.clone()).map(|it| it.date), None, "no change");
    session.started = moment("2031-04-01T18:00:00+02:00");
    session.note = "On paper".to_owned();
    let draft = journal.correct(first.id, session.clone()).expect("a draft");
    assert_eq!((draft.rev, draft.date), (2, date("2031-04-01")));
    let record = draft.record(id(99), device(), &now());
    assert_eq!(record.id, first.id);
    assert!(super::to_line(&record).expect("a line").contains("\"load\":{\"kg\":4.5}"));
    journal.add(record);
    session.note = "On the back of it".to_owned();
    let again = journal.correct(first.id, session).expect("a draft");
    assert_eq!(again.rev, 3);
    let line = super::to_line(&again.record(id(99), device(), &now())).expect("a line");
    assert!(line.contains("\"load\":{\"kg\":4.5}"), "{line}");
    assert_eq!(journal.undelete(first.id), None, "it is not deleted");
    assert_eq!(journal.delete(id(7)), None, "there is none");
}

#[test]
fn a_session_by_hand_is_whole_and_says_where_it_comes_from() {
    let record = Drawn::default().session(date("2031-04-05"));
    let line = super::to_line(&record).expect("a line");
    assert!(line.contains(r#""origin":"by_hand""#), "{line}");
    assert_eq!(super::from_line(line.as_bytes()).expect("a record").0, record);
    let told = record.session().expect("a session");
    assert!(told.counts() && told.is_finished());
    assert_eq!(told.ended - told.started, chrono::Duration::minutes(20));
}

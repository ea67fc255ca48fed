//! The records of the journal: what is written comes back, and what is damaged costs only itself.

mod laws;

use std::fmt::Write as _;

use chrono::NaiveDate;
use expect_test::{Expect, expect};
use proptest::prelude::*;
use serde_json::json;

use super::sample::{device, id, now, record, run, started};
use super::*;
use crate::library::Amount;
use crate::session::Ending;
use crate::units::{Pain, Sides};

fn line(record: &Record) -> String {
    to_line(record).expect("a record can be written")
}

fn read(line: &str) -> Record {
    from_line(line.as_bytes()).expect("a line can be read").0
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// A record of each kind.
fn one_of_each() -> Vec<Record> {
    let bodies = [
        Body::Check(Check {
            of: "prone-rotation".to_owned(),
            readings: vec![Reading::value("ir", Sides::Left, 412)],
            pain: Pain::new(1),
            method: vec!["phone".to_owned()],
            ..Check::default()
        }),
        Body::Delete,
        Body::Undelete,
        Body::Morning(Morning {
            of: id(1),
            answer: MorningAnswer::Worse,
            pain: Pain::new(4),
            late: true,
        }),
        Body::Target(Target { from: date("2031-04-07"), value: 4 }),
        Body::Pause(PausedDays { from: date("2031-05-01"), to: date("2031-05-09") }),
        Body::Decision(Decision {
            proposal: json!({"rule": "two-clean", "subject": "clam", "level": 4}),
            answer: Answer::Accepted,
        }),
        Body::Health(HealthScreen {
            answers: vec![("heart".to_owned(), false)],
            ..HealthScreen::default()
        }),
    ];
    let mut all = vec![record(1)];
    let session = all.first().map(|it| it.body.clone()).expect("a record");
    let as_break = session.session().cloned().map(Body::Break).expect("a session");
    let amend = Body::Amend(Amend { with: Box::new(session) });
    for (n, body) in bodies.into_iter().chain([as_break, amend]).enumerate() {
        all.push(Record::new(id(n as u128 + 2), device(), &now(), body));
    }
    all
}

#[test]
fn a_session_is_one_line_that_tells_everything() {
    let mut record = record(1);
    if let Body::Session(told) = &mut record.body {
        told.rate("clam", 3, Some(Rir::new(2)), Some(Form::Clean));
        told.pain.after = Pain::new(1);
        told.note = "Left felt “tight”".to_owned();
    }
    expect![[r#"{"v":1,"kind":"session","id":"01960000-0000-7000-8000-000000000001","rev":1,"device":"desk-c01d4f","at":"2031-04-05T18:02:41.500+02:00","zone":"Europe/Berlin","date":"2031-04-05","routine":"sample","name":"A sample","purpose":"session","started":"2031-04-05T18:02:11.500+02:00","ended":"2031-04-05T18:02:41.500+02:00","active_ms":30000,"paused_ms":0,"ending":"early","exercises":[{"exercise":"clam","name":"Banded clamshell","level":3,"block":"strength","muscles":["gluteus_medius"],"planned":{"sets":2,"each":{"reps":3}},"form":"clean"}],"sets":[{"exercise":"clam","level":3,"side":"left","set":1,"planned":{"reps":3},"done":{"reps":3},"rir":2},{"exercise":"clam","level":3,"side":"right","set":1,"planned":{"reps":3},"done":{"reps":0},"skipped":true}],"pain":{"after":1},"note":"Left felt “tight”","app":"0.1.0","crc":"917fcef5"}"#]]
    .assert_eq(&line(&record));
}

#[test]
fn every_kind_comes_back_as_it_was() {
    for record in one_of_each() {
        let written = line(&record);
        let (again, trust) = from_line(written.as_bytes()).expect("a line can be read");
        assert_eq!(again, record, "{written}");
        assert_eq!(trust, Trust::Intact, "{written}");
    }
}

#[test]
fn a_line_changed_by_hand_is_used_and_marked() {
    let written = line(&record(1));
    let edited = written.replace("\"reps\":3", "\"reps\":9");
    let (record, trust) = from_line(edited.as_bytes()).expect("a line can be read");
    assert_eq!(trust, Trust::Changed);
    assert_eq!(record.session().map(|it| it.sets[0].done), Some(Amount::Reps(9)));
    let (bare, _) = edited.split_once(",\"crc\"").expect("a checksum");
    let (_, trust) = from_line(format!("{bare}}}").as_bytes()).expect("a line can be read");
    assert_eq!(trust, Trust::Changed, "a missing checksum is a change too");
}

#[test]
fn a_flipped_bit_is_never_taken_for_the_original() {
    let written = line(&record(1));
    for at in 0..written.len() * 8 {
        let mut bytes = written.clone().into_bytes();
        bytes[at / 8] ^= 1 << (at % 8);
        if let Ok((_, trust)) = from_line(&bytes) {
            assert_eq!(trust, Trust::Changed, "bit {at}");
        }
    }
}

#[test]
fn no_torn_line_is_taken_for_a_whole_one() {
    let written = line(&record(1));
    for end in 0..written.len() {
        assert!(from_line(&written.as_bytes()[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn what_a_newer_version_added_survives_an_amendment() {
    let newer = line(&record(1))
        .replace(
            "\"side\":\"left\"",
            "\"side\":\"left\",\"load\":{\"kg\":1.7777777777777777e+39},\"a/b~c\":1",
        )
        .replace("\"app\":", "\"weather\":\"rain\",\"app\":");
    let read_first = read(&newer);
    let pointers: Vec<_> = read_first.unknown.0.iter().map(|it| it.pointer.as_str()).collect();
    assert_eq!(pointers, ["/sets/0/a~1b~0c", "/sets/0/load", "/weather"]);
    let written = line(&read_first);
    assert!(written.contains("\"load\":{\"kg\":1.7777777777777777e+39}"), "{written}");
    assert!(written.contains("\"a/b~c\":1"), "{written}");
    assert!(written.contains("\"weather\":\"rain\""), "{written}");
    assert_eq!(read(&written), read_first);
}

#[test]
fn a_field_that_stands_twice_is_read_as_one() {
    let twice = line(&record(1)).replace("\"app\":", "\"sky\":1,\"sky\":2,\"app\":");
    let read_first = read(&twice);
    let [field] = &read_first.unknown.0[..] else { panic!("{:?}", read_first.unknown) };
    assert_eq!(field.value, 2);
    assert_eq!(read(&line(&read_first)), read_first);

    let name = "\"routine\":";
    let twice = line(&record(1)).replace(name, &format!("{name}\"other\",{name}"));
    assert_eq!(read(&twice).body, record(1).body);
}

#[test]
fn an_amendment_keeps_what_it_does_not_know() {
    let amend = Body::Amend(Amend { with: Box::new(record(1).body) });
    let amended = Record { rev: 2, ..Record::new(id(1), device(), &now(), amend) };
    let newer = line(&amended).replace("\"side\":\"right\"", "\"side\":\"right\",\"load\":7");
    let read_first = read(&newer);
    assert_eq!(read_first.unknown.0[0].pointer, "/with/sets/1/load");
    assert!(line(&read_first).contains("\"side\":\"right\",\"set\":1"));
    assert_eq!(read(&line(&read_first)), read_first);
}

#[test]
fn a_kind_from_the_future_is_kept_whole() {
    let future = line(&record(1)).replace("\"kind\":\"session\"", "\"kind\":\"swim\"");
    let record = read(&future);
    assert_eq!(record.body, Body::Unknown("swim".to_owned()));
    assert!(line(&record).contains("\"sets\":[{\"exercise\":\"clam\""));
}

#[test]
fn a_newer_format_is_kept_even_where_it_says_things_in_other_words() {
    let future = line(&record(1))
        .replace("{\"v\":1,", "{\"v\":9,")
        .replace("\"ending\":\"early\"", "\"ending\":\"snoozed\"");
    let record = read(&future);
    assert_eq!(record.body, Body::Unknown("session".to_owned()));
    assert!(line(&record).contains("\"ending\":\"snoozed\""));
}

/// Reads files into a journal and tells what came of it.
#[track_caller]
fn check(files: &[(&str, &str)], expect: &Expect) {
    let mut journal = Journal::new();
    for (name, text) in files {
        journal.add_file(name, text.as_bytes());
    }
    let mut told = String::new();
    for record in journal.records() {
        let n = record.id.as_u128() & 0xff;
        let done = record.session().map_or(0, SessionRecord::sets_done);
        writeln!(told, "{n} rev {} {} {done}", record.rev, record.body.kind()).expect("text");
    }
    let health = journal.health();
    writeln!(
        told,
        "{} lines, {} changed, {} newer",
        health.lines,
        health.changed.len(),
        health.newer
    )
    .expect("text");
    for bad in &health.bad {
        writeln!(told, "{}:{} {:?}", bad.place.file, bad.place.line, bad.why).expect("text");
    }
    expect.assert_eq(&told);
}

fn with(n: u128, rev: u32, body: Body) -> String {
    line(&Record { rev, ..Record::new(id(n), device(), &now(), body) })
}

#[test]
fn the_highest_revision_counts_in_any_order() {
    let first = line(&record(1));
    let amend = Body::Amend(Amend { with: Box::new(run_to_end(1).body) });
    let second = with(1, 2, amend);
    let wanted = || {
        expect![[r#"
            1 rev 2 amend 2
            2 lines, 0 changed, 0 newer
        "#]]
    };
    check(&[("a", &format!("{first}\n{second}\n"))], &wanted());
    check(&[("a", &format!("{second}\n{first}\n"))], &wanted());
}

fn run_to_end(n: u128) -> Record {
    let (started, session, _) = run(n, 60);
    started.record(&session, Ending::Completed, started.at)
}

#[test]
fn a_copy_that_a_sync_service_made_changes_nothing() {
    let text = format!("{}\n{}\n", line(&record(1)), line(&record(2)));
    check(
        &[("2031-04.jsonl", &text), ("2031-04.sync-conflict-20310406-110017-T24.jsonl", &text)],
        &expect![[r#"
            1 rev 1 session 1
            2 rev 1 session 1
            4 lines, 0 changed, 0 newer
        "#]],
    );
}

#[test]
fn a_deletion_can_be_taken_back() {
    let first = line(&record(1));
    let delete = with(1, 2, Body::Delete);
    check(
        &[("a", &format!("{first}\n{delete}\n"))],
        &expect![[r#"
            2 lines, 0 changed, 0 newer
        "#]],
    );
    let undelete = with(1, 3, Body::Undelete);
    check(
        &[("a", &format!("{first}\n{undelete}\n{delete}\n"))],
        &expect![[r#"
            1 rev 1 session 1
            3 lines, 0 changed, 0 newer
        "#]],
    );
    let amend = with(1, 4, Body::Amend(Amend { with: Box::new(run_to_end(1).body) }));
    check(
        &[("a", &format!("{first}\n{delete}\n{amend}\n"))],
        &expect![[r#"
            1 rev 4 amend 2
            3 lines, 0 changed, 0 newer
        "#]],
    );
}

#[test]
fn bad_lines_are_counted_and_cost_only_themselves() {
    let (one, two) = (line(&record(1)), line(&record(2)));
    let torn = two.split_at(two.len() / 2).0;
    let text = format!(
        "\u{feff}{one}\r\n<<<<<<< HEAD\n\0\0\0\0\nhello\n{{\"v\":1}}\n{}\n\n{two}\n{torn}",
        one.replace("\"level\":3", "\"level\":300"),
    );
    check(
        &[("a", &text)],
        &expect![[r#"
            1 rev 1 session 1
            2 rev 1 session 1
            2 lines, 0 changed, 0 newer
            a:2 MergeMarker
            a:3 Zeros
            a:4 Unreadable(NotJson)
            a:5 Unreadable(NotARecord("missing field `kind` at line 1 column 7"))
            a:6 Unreadable(NotARecord("invalid value: integer `300`, expected u8 at line 1 column 436"))
            a:9 Torn
        "#]],
    );
}

#[test]
fn a_whole_last_line_without_its_line_break_is_used() {
    check(
        &[("a", &line(&record(1)))],
        &expect![[r#"
            1 rev 1 session 1
            1 lines, 0 changed, 0 newer
        "#]],
    );
}

#[test]
fn a_session_belongs_to_the_day_on_which_it_started() {
    let mut late = started(1);
    late.at = chrono::DateTime::parse_from_rfc3339("2031-04-05T23:58:00+02:00").expect("a date");
    late.date = late.at.date_naive();
    let (_, session, _) = run(1, 60);
    let after_midnight = late.at + std::time::Duration::from_secs(600);
    let record = late.record(&session, Ending::Completed, after_midnight);
    assert_eq!(record.date, date("2031-04-05"));
    assert_eq!(record.at, after_midnight);
}

#[test]
fn half_of_the_planned_sets_make_a_day() {
    let half = record(1);
    let told = half.session().expect("a session");
    assert_eq!(told.sets.len(), 2, "what was not reached is in the record too");
    assert!(told.is_half_done());
    assert!(!told.is_finished());
    let (started, session, _) = run(1, 15);
    let less = started.record(&session, Ending::Early, started.at);
    assert!(!less.session().expect("a session").is_half_done());
}

#[test]
fn a_device_is_named_so_that_it_can_be_a_folder() {
    for (name, expected) in [
        ("Ann's PC.local", "ann-s-pc-local"),
        ("../../etc", "etc"),
        ("", "computer"),
        ("ÄÖ", "computer"),
    ] {
        assert_eq!(DeviceId::new(name).as_str(), expected);
    }
}

/// "Try it": one exercise from the library, at the low end of its dose.
#[test]
fn a_tried_exercise_is_kept_and_shown_but_never_counts() {
    use crate::library::{Library, Routine, RoutineKind};
    use crate::session::{Missing, Plan};
    let library = Library::shipped();
    for exercise in &library.exercises {
        for level in &exercise.levels {
            let routine = Routine::attempt(exercise, level.number).unwrap();
            let plan = Plan::new(&routine, &library, Missing::default()).unwrap();
            let (sets, amount) = (*level.dose.sets.start(), level.dose.low);
            let mut work = plan.steps.iter().filter_map(|it| Some((it.sets, it.work?.amount)));
            assert!(work.all(|it| it == (sets, amount)), "{} {}", exercise.id, level.number);
        }
    }
    let mut plan = sample::plan();
    plan.kind = RoutineKind::Try;
    let started = Started::new(id(1), device(), &now(), plan.clone());
    let session = crate::session::Session::new(plan);
    let record = started.record(&session, Ending::Early, now().tick.wall);
    let line = line(&record);
    assert!(line.contains(r#""kind":"break""#) && line.contains(r#""purpose":"try""#), "{line}");
    assert_eq!(read(&line), record);
    assert!(!record.session().unwrap().purpose.counts());
}

/// A purpose that only a newer format knows is kept whole, and so are its fields.
#[test]
fn a_purpose_from_the_future_is_kept_whole() {
    let old = line(&run_to_end(1));
    let new = old
        .replace(r#""v":1"#, r#""v":2"#)
        .replace(r#""purpose":"session""#, r#""purpose":"dance""#);
    assert_ne!(old, new);
    let record = read(&new);
    assert!(matches!(&record.body, Body::Unknown(kind) if kind == "session"));
    assert!(line(&record).contains(r#""purpose":"dance""#));
}

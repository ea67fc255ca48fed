//! Notes beside the journal: none is lost that was called kept, each is in the journal once, whatever
//! fails or dies on the way there.

#![expect(clippy::print_stdout, reason = "the tests say what they tried")]

use std::io::ErrorKind;
use std::sync::Arc;

use chrono::{Days, TimeDelta};

use super::fake::{FakeDisk, Then, Trouble};
use super::simulation::{HOME, folders, open};
use super::*;
use crate::history::sample::now;
use crate::program::{HandOver, Noted};
use crate::units::Now;

fn stood() -> Noted {
    Noted::Stood { name: "Stood up".to_owned() }
}

/// So many days before [`now`].
fn days_ago(days: i64) -> Now {
    let mut now = now();
    now.tick.wall -= TimeDelta::days(days);
    now
}

/// A disk with two breaks noted today, one two months ago, and a day of answers that are none.
fn noted() -> FakeDisk {
    let disk = FakeDisk::new(HOME);
    drop(open(&disk).expect("it opens"));
    for (what, when) in [(stood(), 60), (Noted::Snoozed, 50), (stood(), 0), (stood(), 0)] {
        keep_note(&disk, &folders(), what, &days_ago(when)).expect("it is kept");
    }
    disk.cut_power(3);
    disk
}

/// The breaks that are in the journal, by their ids, oldest first.
fn breaks(store: &Store) -> Vec<crate::history::RecordId> {
    store.journal.records().filter(|it| it.body.is_break()).map(|it| it.id).collect()
}

#[test]
fn a_note_that_was_called_kept_survives_errors_and_power_cuts() {
    let total = {
        let disk = FakeDisk::new(HOME);
        disk.fail(None);
        keep_note(&disk, &folders(), stood(), &now()).expect("it is kept");
        disk.operations()
    };
    for at in 0..total {
        for then in [Then::Well, Then::Ill, Then::Dead] {
            let disk = FakeDisk::new(HOME);
            disk.fail(Some(Trouble { at, then, kind: ErrorKind::Other }));
            let mut kept = Vec::new();
            for _ in 0..3 {
                kept.extend(keep_note(&disk, &folders(), stood(), &now()).ok().map(|it| it.id));
            }
            disk.cut_power(at as u64 + 1);
            let notes = read_notes(&disk, &folders()).expect("they can be read").notes;
            let there: Vec<_> = notes.iter().map(|it| it.id).collect();
            assert!(kept.iter().all(|it| there.contains(it)), "{at} {then:?}: {kept:?} {there:?}");
        }
    }
    println!("{total} operations");
}

#[test]
fn having_stood_up_is_in_the_journal_once_however_often_the_start_is_killed() {
    let expected = {
        let disk = noted();
        let store = open(&disk).expect("it opens");
        breaks(&store).len()
    };
    assert_eq!(expected, 3);
    let total = {
        let disk = noted();
        disk.fail(None);
        drop(open(&disk).expect("it opens"));
        disk.operations()
    };
    for at in 0..total {
        for then in [Then::Well, Then::Ill, Then::Dead] {
            let disk = noted();
            disk.fail(Some(Trouble { at, then, kind: ErrorKind::Other }));
            drop(open(&disk));
            disk.cut_power(at as u64 + 1);
            let mut seen = Vec::new();
            for _ in 0..3 {
                let store = open(&disk).expect("it opens");
                seen.push(breaks(&store));
                drop(store);
                disk.kill();
            }
            assert_eq!(seen.first().map(Vec::len), Some(expected), "{at} {then:?}");
            assert!(seen.windows(2).all(|it| it[0] == it[1]), "{at} {then:?}: {seen:?}");
        }
    }
    println!("{total} operations, three kinds of trouble at each");
}

#[test]
fn old_notes_go_once_their_records_were_read_back_and_newer_ones_stay() {
    let disk = noted();
    let dates = || {
        let files = disk.files().into_iter();
        files.filter(|it| it.contains("/reminders/")).count()
    };
    assert_eq!(dates(), 3);
    drop(open(&disk).expect("it opens"));
    disk.kill();
    // The one without a record goes at once; of the others nothing was read back yet.
    assert_eq!(dates(), 2);
    drop(open(&disk).expect("it opens"));
    assert_eq!(dates(), 1);
    let today = now().date();
    let left = disk.files().into_iter().find(|it| it.contains("/reminders/"));
    assert_eq!(left, Some(format!("/disk/data/state/reminders/{today}.jsonl")));
}

#[test]
fn a_line_that_cannot_be_read_keeps_its_file_and_no_others() {
    let disk = noted();
    let old = now().date().checked_sub_days(Days::new(90)).expect("a day");
    disk.put(&format!("/disk/data/state/reminders/{old}.jsonl"), b"{\"what\": \"danced\"}\n{torn");
    let store = open(&disk).expect("it opens");
    assert_eq!(breaks(&store).len(), 3);
    drop(store);
    disk.kill();
    drop(open(&disk).expect("it opens"));
    assert!(disk.files().iter().any(|it| it.contains(&old.to_string())), "{:?}", disk.files());
    assert_eq!(read_notes(&disk, &folders()).expect("notes").bad, 2);
}

#[test]
fn one_that_was_deleted_does_not_come_back() {
    let disk = noted();
    let store = open(&disk).expect("it opens");
    let id = *breaks(&store).first().expect("a break");
    let draft = store.journal.delete(id).expect("it is there");
    let record = make_record(draft, &store.device, &now());
    let mut writer = store.writer(|| {});
    writer.send(Write::Record(Box::new(record)));
    writer.close();
    drop(store);
    disk.kill();
    assert_eq!(breaks(&open(&disk).expect("it opens")).len(), 2);
}

#[test]
fn what_is_handed_over_is_read_as_it_was_written_and_nonsense_is_nothing() {
    let disk = FakeDisk::new(HOME);
    let store = open(&disk).expect("it opens");
    assert_eq!(read_handed(&disk, &folders()), Ok(None));
    let handed = HandOver { hold: true, last: Some(now().tick.wall), ..HandOver::default() };
    let mut writer = store.writer(|| {});
    let seq = writer.send(Write::HandOver(Box::new(handed.clone())));
    let saved = Ack { seq, outcome: Outcome::Saved };
    assert_eq!(writer.close(), [saved]);
    assert_eq!(read_handed(&disk, &folders()), Ok(Some(handed)));
    disk.put("/disk/data/state/breaks.json", b"{\"hold\": tr");
    assert_eq!(read_handed(&disk, &folders()), Ok(None));
}

#[test]
fn one_process_waits_and_others_can_tell() {
    let disk = FakeDisk::new(HOME);
    let lock = lock_waiting(&disk, &folders()).expect("nobody waits");
    let waiting = Waiting { process: 7, next: None };
    say_waiting(&disk, &folders(), waiting).expect("it can be said");
    assert_eq!(read_waiting(&disk, &folders()), Ok(Some(waiting)));
    let second = lock_waiting(&disk, &folders());
    let process = std::process::id();
    assert!(matches!(second, Err(LockProblem::Held(Some(it))) if it == process), "{second:?}");
    // The journal's lock is another one.
    drop(Store::open(Arc::new(disk.clone()), folders(), &now()).expect("it opens"));
    drop(lock);
    disk.kill();
    assert_eq!(read_waiting(&disk, &folders()), Ok(None));
}

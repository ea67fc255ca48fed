//! What years bring: folders that move and are copied, files that shrink, copies that are taken back.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::TimeDelta;

use super::fake::{FakeDisk, Then, Trouble};
use super::simulation::{Asked, Run, listing, target};
use super::*;
use crate::history::sample::{id, now, record};
use crate::history::{Amend, Body, Record, to_line};

const SETTINGS: &str = "/data/evenhold/settings.ron";

fn folders() -> Folders {
    Folders { data: "/data/evenhold".into(), state: "/own/state".into() }
}

fn open(disk: &FakeDisk, folders: &Folders) -> Store {
    Store::open(Arc::new(disk.clone()), folders.clone(), &now()).expect("it opens")
}

/// A computer with one record in its journal.
fn used() -> FakeDisk {
    let disk = FakeDisk::new("/own");
    let mut run = Run::new(&disk, &open(&disk, &folders()));
    run.ask(Asked::Record(id(8)), Write::Record(Box::new(target(8))));
    disk.kill();
    disk
}

fn month(disk: &FakeDisk) -> String {
    let mut all = disk.files().into_iter();
    all.rfind(|it| it.contains("/log/")).expect("a file of the journal")
}

#[test]
fn a_record_is_corrected_deleted_and_brought_back_by_further_records() {
    let disk = FakeDisk::new("/own");
    let store = open(&disk, &folders());
    let mut run = Run::new(&disk, &store);
    run.ask(Asked::Record(id(1)), Write::Record(Box::new(record(1))));
    let seen = || {
        disk.kill();
        let journal = open(&disk, &folders()).journal;
        let notes: Vec<_> = journal.sessions().iter().map(|it| it.1.note.clone()).collect();
        (notes, journal.get(id(1)).map(|it| it.rev))
    };
    let revision =
        |rev, body| Record { rev, ..Record::new(id(1), store.device.clone(), &now(), body) };
    let mut with = record(1).body;
    if let Body::Session(it) = &mut with {
        "slept badly".clone_into(&mut it.note);
    }
    assert_eq!(seen(), (vec![String::new()], Some(1)));
    for (rev, body, notes) in [
        (2, Body::Amend(Amend { with: Box::new(with) }), vec!["slept badly".to_owned()]),
        (3, Body::Delete, vec![]),
        (4, Body::Undelete, vec!["slept badly".to_owned()]),
    ] {
        let record = Box::new(revision(rev, body));
        run.ask(Asked::Revision(id(1), rev), Write::Record(record));
        assert_eq!(seen(), (notes, Some(rev)));
    }
    let text = disk.text(&month(&disk)).expect("a file");
    assert_eq!(text.lines().count(), 4, "nothing was written over");
}

#[test]
fn moving_copies_everything_and_leaves_the_old_folder() {
    let disk = used();
    disk.put(SETTINGS, b"(volume: 1)");
    let moved = move_data(&disk, &folders(), Path::new("/sync/evenhold")).expect("it moves");
    assert_eq!((moved.copied, moved.theirs.len()), (3, 0), "journal, settings, our page");
    assert_eq!(moved.left, PathBuf::from("/data/evenhold"));
    assert_eq!(disk.text("/sync/evenhold/settings.ron").as_deref(), Some("(volume: 1)"));
    assert_eq!(disk.text(SETTINGS).as_deref(), Some("(volume: 1)"));
    assert_eq!(disk.text("/own/state/location").as_deref(), Some("/sync/evenhold\n"));
    assert_eq!(listing(&open(&disk, &moved.folders)), [target(8)]);
}

#[test]
fn moving_into_a_folder_of_ours_joins_both() {
    let disk = used();
    let own = month(&disk);
    disk.put(SETTINGS, b"(volume: 1)");
    for dir in ["/sync", "/sync/evenhold", "/sync/evenhold/log", "/sync/evenhold/log/laptop-1"] {
        disk.make_dir(Path::new(dir)).expect("it can be made");
    }
    let line = to_line(&target(9)).expect("a line");
    disk.put("/sync/evenhold/log/laptop-1/2031-04.jsonl", format!("{line}\n").as_bytes());
    disk.put("/sync/evenhold/settings.ron", b"(volume: 2)");
    // The same name with other content, as after an earlier try.
    let there = own.replace("/data/evenhold", "/sync/evenhold");
    let dir = Path::new(&there).parent().expect("a folder").to_owned();
    disk.make_dir(&dir).expect("it can be made");
    disk.put(&there, b"");
    let moved = move_data(&disk, &folders(), Path::new("/sync/evenhold")).expect("it moves");
    assert_eq!(moved.theirs, [PathBuf::from("/sync/evenhold/settings.ron")]);
    assert_eq!(disk.text("/sync/evenhold/settings.ron").as_deref(), Some("(volume: 2)"));
    assert_eq!(disk.text(SETTINGS).as_deref(), Some("(volume: 1)"), "ours is where it was");
    assert_eq!(listing(&open(&disk, &moved.folders)), [target(8), target(9)]);
}

#[test]
fn a_folder_with_other_things_gets_one_of_ours_in_it() {
    let disk = used();
    disk.make_dir(Path::new("/sync")).expect("it can be made");
    disk.put("/sync/photo.jpg", b"a photo");
    let moved = move_data(&disk, &folders(), Path::new("/sync")).expect("it moves");
    assert_eq!(moved.folders.data, PathBuf::from("/sync/Evenhold"));
}

#[test]
fn folders_within_each_other_are_not_moved() {
    let disk = used();
    for to in ["/data/evenhold/inner", "/data/evenhold", "/data"] {
        disk.put("/data/other", b"");
        let to = if to == "/data" { Path::new("/data/evenhold/log") } else { Path::new(to) };
        assert_eq!(move_data(&disk, &folders(), to), Err(MoveProblem::Inside), "{to:?}");
    }
    let portable = Folders { data: "/data/evenhold".into(), state: "/data/evenhold/state".into() };
    assert_eq!(move_data(&disk, &portable, Path::new("/x")), Err(MoveProblem::Portable));
}

/// Whatever fails on the way: the old folder is in use and whole, or the new one is.
#[test]
fn a_move_that_fails_anywhere_loses_nothing() {
    let mut moved = 0;
    for at in 0..80 {
        for then in [Then::Ill, Then::Dead] {
            let disk = used();
            disk.fail(Some(Trouble { at, then, kind: ErrorKind::StorageFull }));
            moved += usize::from(move_data(&disk, &folders(), Path::new("/sync/x")).is_ok());
            disk.cut_power(at as u64 + 1);
            let text = disk.text("/own/state/location").expect("where the data is");
            let data = PathBuf::from(text.trim_end());
            assert_eq!(listing(&open(&disk, &Folders { data, ..folders() })), [target(8)], "{at}");
        }
    }
    assert!((1..80).contains(&moved), "some failed and some did not: {moved}");
}

/// With a machine id that changes.
#[test]
fn a_state_folder_on_another_computer_gets_another_name() {
    let disk = FakeDisk::new("/own");
    disk.put("/etc/machine-id", b"0123456789abcdef\n");
    let first = open(&disk, &folders()).device;
    assert_eq!(open(&disk, &folders()).device, first);
    let known = disk.text("/own/state/device.ron").expect("a file");
    assert!(!known.contains("0123456789abcdef"), "the id itself is nobody's business");
    disk.put("/etc/machine-id", b"fedcba9876543210\n");
    let store = open(&disk, &folders());
    assert_ne!(store.device, first);
    assert_eq!(store.notices, [Notice::NewName(store.device.clone())]);
    drop(store);
    assert_eq!(open(&disk, &folders()).notices, []);
}

/// The data folder was put back from an older copy.
#[test]
fn a_journal_that_is_shorter_than_it_was_is_not_added_to() {
    let disk = used();
    let device = open(&disk, &folders()).device;
    let file = month(&disk);
    disk.put(&file, b"");
    let store = open(&disk, &folders());
    assert_ne!(store.device, device);
    let own = file.trim_start_matches("/data/evenhold/").to_owned();
    let told = [Notice::NewName(store.device.clone()), Notice::Shrunk(vec![own])];
    assert_eq!(store.notices, told);
    let mut run = Run::new(&disk, &store);
    run.ask(Asked::Record(id(9)), Write::Record(Box::new(target(9))));
    assert_eq!(disk.text(&file).as_deref(), Some(""), "another copy may bring more of it");
}

#[test]
fn a_copy_that_was_cleared_away_has_lost_nothing() {
    let disk = used();
    let file = month(&disk);
    let copy = file.replace(".jsonl", " (1).jsonl");
    disk.put(&copy, disk.text(&file).expect("a file").as_bytes());
    drop(open(&disk, &folders()));
    disk.remove(Path::new(&copy)).expect("it is there");
    assert_eq!(open(&disk, &folders()).notices, []);
}

#[test]
fn a_folder_that_others_can_look_into_is_told_once() {
    let disk = used();
    disk.open_to_others("/data/evenhold");
    assert_eq!(open(&disk, &folders()).notices, [Notice::OpenToOthers("/data/evenhold".into())]);
    assert_eq!(open(&disk, &folders()).notices, []);
}

#[test]
fn a_clock_before_the_newest_record_is_told() {
    let disk = used();
    let mut early = now();
    early.tick.wall -= TimeDelta::days(3);
    let store = Store::open(Arc::new(disk), folders(), &early).expect("it opens");
    assert_eq!(store.notices, [Notice::ClockBehind(target(8).at)]);
}

/// Backups of backups, by their moments.
fn moments(disk: &FakeDisk) -> Vec<String> {
    let all = backups(disk, &folders()).expect("they can be listed").into_iter();
    all.filter_map(|it| Some(it.at?.format("%m-%d %H:%M").to_string())).collect()
}

#[test]
fn copies_thin_out_with_age() {
    let disk = used();
    let mut at = now();
    for change in 0..200 {
        disk.put(SETTINGS, format!("(volume: {change})").as_bytes());
        assert_eq!(back_up(&disk, &folders(), &at), []);
        at.tick.wall += TimeDelta::hours(9);
    }
    let all = moments(&disk);
    assert!((40..70).contains(&all.len()), "{}: {all:?}", all.len());
    let newest = backups(&disk, &folders()).expect("they can be listed").pop().expect("one");
    assert_eq!(disk.text(&newest.path.to_string_lossy()).as_deref(), Some("(volume: 199)"));
    assert_eq!(back_up(&disk, &folders(), &at), [], "what has not changed is not copied again");
    assert_eq!(moments(&disk), all);
}

#[test]
fn a_damaged_file_is_never_copied_over_a_good_one() {
    let disk = used();
    disk.put(SETTINGS, b"(volume: 1)");
    assert_eq!(back_up(&disk, &folders(), &now()), []);
    let good = backups(&disk, &folders()).expect("they can be listed");
    let mut later = now();
    for damage in [&b""[..], b"\0\0\0\0", b"(volume: ", b"<<<<<<< HEAD\n(volume: 1)", b"\xff\xfe("]
    {
        disk.put(SETTINGS, damage);
        later.tick.wall += TimeDelta::days(1);
        assert_eq!(back_up(&disk, &folders(), &later), []);
        assert_eq!(backups(&disk, &folders()).expect("they can be listed"), good, "{damage:?}");
        restore(&disk, &folders(), &good[0]).expect("it can be taken back");
        assert_eq!(disk.text(SETTINGS).as_deref(), Some("(volume: 1)"));
    }
}

#[test]
fn a_full_disk_is_told_and_leaves_no_half_copy() {
    for at in 0..40 {
        let disk = used();
        disk.put(SETTINGS, b"(volume: 1)");
        disk.fail(Some(Trouble { at, then: Then::Ill, kind: ErrorKind::StorageFull }));
        let told = back_up(&disk, &folders(), &now());
        let made = disk.operations();
        disk.cut_power(at as u64 + 3);
        for copy in backups(&disk, &folders()).expect("they can be listed") {
            let text = disk.text(&copy.path.to_string_lossy()).expect("it is listed");
            assert!(text == "(volume: 1)" || !told.is_empty(), "{at} of {made}: {text:?}");
        }
        assert_eq!(back_up(&disk, &folders(), &now()), [], "the next time it works");
    }
}

/// A month that is over shrinks, and comes back from its copy.
#[test]
fn a_month_that_shrinks_can_be_taken_back() {
    let disk = used();
    let file = month(&disk);
    let mut next_month = now();
    next_month.tick.wall += TimeDelta::days(40);
    assert_eq!(back_up(&disk, &folders(), &next_month), []);
    disk.put(&file, b"");
    assert_eq!(back_up(&disk, &folders(), &next_month), []);
    let kept = backups(&disk, &folders()).expect("they can be listed");
    assert_eq!(kept.len(), 1);
    assert_eq!(listing(&open(&disk, &folders())), []);
    for _ in 0..2 {
        restore(&disk, &folders(), &kept[0]).expect("it can be taken back");
    }
    assert_eq!(listing(&open(&disk, &folders())), [target(8)]);
    assert_eq!(disk.text(&file).as_deref(), Some(""), "and nothing is written over");
}

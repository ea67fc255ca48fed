//! The files of a run, on a disk in memory: what is found again, what is refused, what is set aside.

use std::path::PathBuf;
use std::sync::Arc;

use super::fake::{FakeDisk, Sabotage, Then, Trouble};
use super::protocol::{append, replace};
use super::simulation::{Asked, HOME, Run, folders, listing, open, target};
use super::*;
use crate::history::sample::{id, now, record, run};
use crate::history::{Record, from_line, to_line};

/// Appends to a file that ends in the middle of a line; the ids of what can be read.
fn torn_tail(sabotage: Option<Sabotage>) -> Vec<&'static str> {
    let disk = FakeDisk::new(HOME);
    let line = |n| to_line(&record(n)).expect("a line");
    let torn = line(7);
    disk.put("/disk/log.jsonl", format!("{}\n{}", line(1), torn.split_at(99).0).as_bytes());
    if let Some(sabotage) = sabotage {
        disk.sabotage(sabotage);
    }
    let path = PathBuf::from("/disk/log.jsonl");
    append(&disk, &path, &format!("{}\n", line(2))).expect("it can be written");
    let text = disk.text("/disk/log.jsonl").expect("a file");
    let read = text.lines().filter_map(|it| from_line(it.as_bytes()).ok());
    read.map(|it| if it.0.id == id(1) { "old" } else { "new" }).collect()
}

#[test]
fn a_torn_line_does_not_swallow_the_next_record() {
    assert_eq!(torn_tail(None), ["old", "new"]);
    assert_eq!(torn_tail(Some(Sabotage::HiddenTear)), ["old"], "without it, it would");
}

/// Why nothing is ever synced a second time: it would succeed, over lost data.
#[test]
fn a_second_sync_after_a_failed_one_would_lose_the_record() {
    let disk = FakeDisk::new(HOME);
    disk.put("/disk/log.jsonl", b"");
    disk.fail(Some(Trouble { at: 2, then: Then::Well, kind: std::io::ErrorKind::Other }));
    let mut file = disk.append(&PathBuf::from("/disk/log.jsonl")).expect("it opens");
    file.write(b"a record\n").expect("it can be written");
    file.sync().expect_err("the first sync fails");
    file.sync().expect("the second says that all is well");
    assert_eq!(disk.text("/disk/log.jsonl").as_deref(), Some("a record\n"), "and it looks well");
    disk.cut_power(1);
    assert_eq!(disk.text("/disk/log.jsonl").as_deref(), Some("\0\0\0\0\0\0\0\0\0"));
}

/// The record is in the journal, its log was not put aside.
#[test]
fn a_crash_between_journal_and_log_makes_no_second_session() {
    let disk = FakeDisk::new(HOME);
    let mut work = Run::new(&disk, &open(&disk).expect("it opens"));
    work.session(1, 60);
    disk.fail(None);
    let before = disk.operations();
    let mut acks = Vec::new();
    work.work.take(99, Write::Record(Box::new(record(1))), &mut acks);
    work.work.flush(&mut acks);
    assert!(disk.operations() > before);
    disk.kill();
    let store = open(&disk).expect("it opens");
    assert_eq!(listing(&store), [record(1)]);
    assert_eq!(store.unfinished, None);
    drop(store);
    // The next start finds the record in the journal and lets go of the log.
    let store = open(&disk).expect("it opens");
    assert_eq!(listing(&store), [record(1)]);
    let names = disk.files();
    assert!(names.iter().all(|it| !it.contains("active") && !it.contains("previous")), "{names:?}");
}

#[test]
fn a_session_that_ended_without_reaching_the_journal_is_brought_there() {
    let disk = FakeDisk::new(HOME);
    let mut work = Run::new(&disk, &open(&disk).expect("it opens"));
    work.session(1, 60);
    disk.kill();
    let store = open(&disk).expect("it opens");
    assert_eq!(store.notices, [Notice::Recovered]);
    let told: Vec<_> = store.journal.sessions();
    assert_eq!(told.len(), 1);
    assert!(told[0].1.is_finished());
    assert_eq!(told[0].1.sets_done(), 2);
}

#[test]
fn an_unfinished_session_goes_on_where_it_was() {
    let disk = FakeDisk::new(HOME);
    let mut first = Run::new(&disk, &open(&disk).expect("it opens"));
    first.session(1, 30);
    disk.kill();
    let store = open(&disk).expect("it opens");
    let log = store.unfinished.clone().expect("a session in progress");
    let facts = log.facts.len();
    let (_, _, all) = run(1, 60);
    let mut second = Run::new(&disk, &store);
    second.ask(Asked::Nothing, Write::Resume(Box::new(log)));
    let at = now().tick.wall;
    for fact in all.into_iter().skip(facts) {
        second.ask(Asked::Fact(id(1), fact.clone()), Write::Fact(at, fact));
    }
    second.ask(Asked::Record(id(1)), Write::Finish(Box::new(record(1))));
    drop(store);
    disk.kill();
    let store = open(&disk).expect("it opens");
    assert_eq!(store.journal.sessions().len(), 1);
    assert_eq!(store.unfinished, None);
}

#[test]
fn a_discarded_session_is_put_where_it_can_be_found() {
    let disk = FakeDisk::new(HOME);
    let mut work = Run::new(&disk, &open(&disk).expect("it opens"));
    work.session(1, 30);
    work.ask(Asked::Nothing, Write::Discard);
    disk.kill();
    let store = open(&disk).expect("it opens");
    assert_eq!(store.unfinished, None);
    assert_eq!(store.journal.sessions().len(), 0);
    assert!(disk.text("/disk/data/state/discarded-session.jsonl").is_some());
}

#[test]
fn a_second_program_is_told_who_has_the_folders() {
    let disk = FakeDisk::new(HOME);
    let first = open(&disk).expect("it opens");
    assert_eq!(open(&disk).map(|_| ()), Err(OpenProblem::InUse(Some(std::process::id()))));
    drop(first);
    open(&disk).expect("it is free again");
}

#[test]
fn a_data_folder_that_has_gone_is_not_made_anew() {
    let disk = FakeDisk::new("/disk/state");
    let folders = Folders { data: PathBuf::from("/usb/evenhold"), state: "/disk/state".into() };
    disk.put("/disk/state/location", b"/usb/evenhold\n");
    let opened = Store::open(Arc::new(disk.clone()), folders, &now()).map(|_| ());
    let gone = Problem::of(&PathBuf::from("/usb/evenhold"), ProblemKind::Gone);
    assert_eq!(opened, Err(OpenProblem::Problem(gone)));
    assert_eq!(disk.files(), ["/disk/state/location"]);
}

#[test]
fn a_file_that_somebody_changed_is_not_overwritten() {
    let disk = FakeDisk::new(HOME);
    let path = PathBuf::from("/disk/settings.ron");
    replace(&disk, &path, b"one", None).expect("it is new");
    replace(&disk, &path, b"two", Some(b"one")).expect("it is as it was read");
    disk.put("/disk/settings.ron", b"mine");
    let changed = Problem::of(&path, ProblemKind::ChangedOutside);
    assert_eq!(replace(&disk, &path, b"three", Some(b"two")), Err(changed));
    assert_eq!(disk.text("/disk/settings.ron").as_deref(), Some("mine"));
    assert_eq!(disk.files(), ["/disk/settings.ron"], "nothing is left beside it");
}

#[test]
fn a_log_that_cannot_be_read_is_set_aside_and_said() {
    let disk = FakeDisk::new(HOME);
    drop(open(&disk).expect("it opens"));
    disk.put("/disk/data/state/active.jsonl", b"\0\0\0\0\0");
    let store = open(&disk).expect("it opens");
    let [Notice::SetAside(copy)] = &store.notices[..] else { panic!("{:?}", store.notices) };
    assert_eq!(disk.text(&copy.to_string_lossy()).as_deref(), Some("\0\0\0\0\0"));
    assert_eq!(disk.text("/disk/data/state/active.jsonl"), None);
}

#[test]
fn records_of_a_newer_version_are_not_added_to() {
    let disk = FakeDisk::new(HOME);
    let store = open(&disk).expect("it opens");
    let newer = to_line(&Record { v: 2, ..record(1) }).expect("a line");
    let dir = format!("/disk/data/log/{}", store.device);
    let mut run = Run::new(&disk, &store);
    run.ask(Asked::Record(id(8)), Write::Record(Box::new(target(8))));
    disk.put(&format!("{dir}/2031-04.jsonl"), format!("{newer}\n").as_bytes());
    let mut next = Run::new(&disk, &store);
    next.ask(Asked::Record(id(9)), Write::Record(Box::new(target(9))));
    assert_eq!(disk.text(&format!("{dir}/2031-04.jsonl")), Some(format!("{newer}\n")));
    let second = disk.text(&format!("{dir}/2031-04.2.jsonl")).expect("a new file");
    assert!(second.contains(&id(9).to_string()));
}

#[test]
fn a_persons_pages_are_read_where_pages_belong() {
    let disk = FakeDisk::new(HOME);
    let folders = folders();
    for dir in ["", "/articles", "/articles/more", "/routines"] {
        disk.make_dir(&PathBuf::from(format!("/disk/data{dir}"))).expect("it can be made");
    }
    for (path, text) in [
        ("/disk/data/articles/stairs.md", "a page"),
        ("/disk/data/articles/more/knees.MD", "a page"),
        ("/disk/data/routines/notes.md", "no page"),
        ("/disk/data/routines/mine.ron", "a routine"),
        ("/disk/data/readme.md", "no page"),
    ] {
        disk.put(path, text.as_bytes());
    }
    let files = folders.library_files(&disk).expect("they can be listed");
    let names: Vec<_> = files.iter().map(|it| it.path.display().to_string()).collect();
    assert_eq!(
        names,
        [
            "/disk/data/routines/mine.ron",
            "/disk/data/articles/more/knees.MD",
            "/disk/data/articles/stairs.md",
        ]
    );
}

#[test]
fn a_damaged_file_of_the_journal_is_copied_once_and_left_as_it_is() {
    let disk = FakeDisk::new(HOME);
    drop(open(&disk).expect("it opens"));
    let damaged = format!("{}\nhello\n", to_line(&record(1)).expect("a line"));
    let dir = "/disk/data/log";
    Run::new(&disk, &open(&disk).expect("it opens"))
        .ask(Asked::Record(id(8)), Write::Record(Box::new(target(8))));
    disk.put(&format!("{dir}/old.jsonl"), damaged.as_bytes());
    let store = open(&disk).expect("it opens");
    let [Notice::Damaged(told)] = &store.notices[..] else { panic!("{:?}", store.notices) };
    assert_eq!((told.file.as_str(), &told.lines[..]), ("log/old.jsonl", &[2][..]));
    let copy = told.copy.clone().expect("a copy");
    assert_eq!(disk.text(&copy.to_string_lossy()), Some(damaged.clone()));
    assert_eq!(listing(&store).len(), 2, "the good lines are used");
    drop(store);
    assert!(matches!(open(&disk).expect("it opens").notices[..], [Notice::Damaged(_)]));
    let copies = disk.files().into_iter().filter(|it| it.contains("quarantine"));
    assert_eq!(copies.count(), 1, "no second copy");
    assert_eq!(disk.text(&format!("{dir}/old.jsonl")), Some(damaged));
}

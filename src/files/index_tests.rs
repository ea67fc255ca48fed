//! The index: with it the days are what they are without it, whatever has happened to the files.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use expect_test::expect;
use proptest::prelude::*;

use super::fake::FakeDisk;
use super::*;
use crate::history::sample::{id, now, record};
use crate::history::{Body, Days, DeviceId, PausedDays, Record, Target, to_line};

const INDEX: &str = "/own/state/index.jsonl";
const FILES: [&str; 3] = [
    "/data/evenhold/log/desk/2031-03.jsonl",
    "/data/evenhold/log/desk/2031-04.jsonl",
    "/data/evenhold/log/laptop/2031-04.jsonl",
];

fn folders() -> Folders {
    Folders { data: "/data/evenhold".into(), state: "/own/state".into() }
}

/// A start of the program, and its end.
fn start(disk: &FakeDisk) {
    let shared: Arc<dyn Disk> = Arc::new(disk.clone());
    let store = Store::open(shared, folders(), &now()).expect("it opens");
    store.index.write(disk, &folders()).expect("it is written");
    disk.kill();
}

fn used() -> FakeDisk {
    let disk = FakeDisk::new("/own");
    start(&disk);
    for dir in ["/data/evenhold/log", "/data/evenhold/log/desk", "/data/evenhold/log/laptop"] {
        disk.make_dir(Path::new(dir)).expect("it is new");
    }
    disk
}

fn without(disk: &FakeDisk) -> Days {
    Days::of(&read_journal(disk, &folders()).0)
}

/// A line; the same numbers make the same one.
fn line(n: u128, rev: u32, kind: u8) -> String {
    let day = |n: u128| now().date() + chrono::Days::new(n as u64);
    let body = match kind % 6 {
        0 | 1 => record(n).body,
        2 => Body::Delete,
        3 => Body::Undelete,
        4 => Body::Target(Target { from: day(n), value: (rev % 7) as u8 }),
        _ => Body::Pause(PausedDays { from: day(n), to: day(n + 3) }),
    };
    let device = DeviceId::new(if kind.is_multiple_of(2) { "desk" } else { "laptop" });
    let record = Record { rev, date: day(n), ..Record::new(id(n), device, &now(), body) };
    to_line(&record).expect("a line") + "\n"
}

fn append(disk: &FakeDisk, file: &str, text: &str) {
    let mut bytes = disk.bytes(file).unwrap_or_default();
    bytes.extend_from_slice(text.as_bytes());
    disk.put(file, &bytes);
}

/// Something that happens to the files.
#[derive(Debug, Clone)]
enum Happens {
    Append(usize, u128, u32, u8),
    Truncate(usize, usize),
    /// A byte becomes another: by hand, by a damaged disk; the length stays.
    Change(usize, usize, u8),
    ConflictCopy(usize),
    Remove(usize),
    Start,
    IndexChange(usize, u8),
    IndexGone,
}

fn happens() -> impl Strategy<Value = Happens> {
    let (file, at) = (0..FILES.len(), any::<usize>());
    prop_oneof![
        8 => (file.clone(), 0u128..6, 1u32..4, any::<u8>())
            .prop_map(|it| Happens::Append(it.0, it.1, it.2, it.3)),
        1 => (file.clone(), at).prop_map(|it| Happens::Truncate(it.0, it.1)),
        2 => (file.clone(), at, any::<u8>())
            .prop_map(|it| Happens::Change(it.0, it.1, it.2)),
        1 => file.clone().prop_map(Happens::ConflictCopy),
        1 => file.prop_map(Happens::Remove),
        4 => Just(Happens::Start),
        1 => (at, any::<u8>()).prop_map(|it| Happens::IndexChange(it.0, it.1)),
        1 => Just(Happens::IndexGone),
    ]
}

fn change(disk: &FakeDisk, file: &str, at: usize, to: u8) {
    let Some(mut bytes) = disk.bytes(file).filter(|it| !it.is_empty()) else { return };
    let at = at % bytes.len();
    bytes[at] = to;
    disk.put(file, &bytes);
}

fn remove(disk: &FakeDisk, file: &str) {
    if disk.bytes(file).is_some() {
        disk.remove(Path::new(file)).expect("it was there");
    }
}

fn let_happen(disk: &FakeDisk, it: &Happens) {
    match *it {
        Happens::Append(file, n, rev, kind) => append(disk, FILES[file], &line(n, rev, kind)),
        Happens::Truncate(file, at) => {
            let Some(bytes) = disk.bytes(FILES[file]) else { return };
            disk.put(FILES[file], &bytes[..at % (bytes.len() + 1)]);
        }
        Happens::Change(file, at, to) => change(disk, FILES[file], at, to),
        Happens::ConflictCopy(file) => {
            let Some(bytes) = disk.bytes(FILES[file]) else { return };
            let name = FILES[file].replace(".jsonl", " (conflicted copy).jsonl");
            disk.put(&name, &bytes);
        }
        Happens::Remove(file) => remove(disk, FILES[file]),
        Happens::Start => start(disk),
        Happens::IndexChange(at, to) => change(disk, INDEX, at, to),
        Happens::IndexGone => remove(disk, INDEX),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// What the index says is what the journal says, or it says nothing.
    #[test]
    fn with_the_index_the_days_are_what_they_are_without(
        all in prop::collection::vec(happens(), 1..30),
    ) {
        let disk = used();
        for it in &all {
            let_happen(&disk, it);
            if let Some(days) = read_days(&disk, &folders()) {
                prop_assert_eq!(days, without(&disk), "after {:?}", it);
            }
        }
    }
}

#[test]
fn a_changed_damaged_or_missing_index_is_made_anew() {
    let disk = used();
    append(&disk, FILES[0], &line(1, 1, 0));
    append(&disk, FILES[1], &line(2, 1, 0));
    start(&disk);
    let mut told = String::new();
    let mut tell = |what: &str| {
        let days = read_days(&disk, &folders());
        let said = days.as_ref().map_or("nothing".to_owned(), |it| it.records().to_string());
        writeln!(told, "{what}: {said} of {}", without(&disk).records()).unwrap();
        assert!(days.is_none_or(|it| it == without(&disk)));
    };
    tell("as it was left");
    append(&disk, FILES[1], &line(3, 1, 0));
    tell("a session more");
    disk.put(&FILES[1].replace(".jsonl", " (copy).jsonl"), &disk.bytes(FILES[1]).unwrap());
    tell("a conflict copy");
    append(&disk, FILES[2], &line(1, 2, 2));
    tell("one deleted elsewhere");
    change(&disk, FILES[0], 12, b'X');
    tell("a line damaged, its length kept");
    append(&disk, FILES[2], &line(3, 1, 0).replace("\"skipped\":true", "\"skipped\":true "));
    tell("the same said with other spaces");
    append(&disk, FILES[2], &line(3, 1, 0).replace("2031-04-08", "2031-04-09"));
    tell("the same revision says two things");
    remove(&disk, FILES[2]);
    tell("and no longer");
    let whole = disk.text(INDEX).unwrap();
    disk.put(INDEX, whole.replacen("\"session\"", "\"sessiom\"", 1).as_bytes());
    tell("an entry of the index damaged");
    disk.put(INDEX, b"{\"format\":1,\"program\":\"0.0.1\"}");
    tell("the index of another version");
    disk.put(INDEX, whole.replace("format", "fomrat").as_bytes());
    tell("its first line damaged");
    disk.put(INDEX, b"");
    tell("an empty index");
    remove(&disk, INDEX);
    tell("no index");
    start(&disk);
    tell("after the next start");
    expect![[r#"
        as it was left: 2 of 2
        a session more: 3 of 3
        a conflict copy: 3 of 3
        one deleted elsewhere: 2 of 2
        a line damaged, its length kept: 2 of 2
        the same said with other spaces: 2 of 2
        the same revision says two things: nothing of 2
        and no longer: 2 of 2
        an entry of the index damaged: 2 of 2
        the index of another version: nothing of 2
        its first line damaged: nothing of 2
        an empty index: nothing of 2
        no index: nothing of 2
        after the next start: 2 of 2
    "#]]
    .assert_eq(&told);
}

/// The journal is read by two threads; which line came to which is never to be seen.
#[test]
fn two_threads_read_what_one_reads() {
    let disk = used();
    for n in 0..40 {
        let file = format!("/data/evenhold/log/desk/20{:02}-01.jsonl", 31 + n);
        append(&disk, &file, &(line(n, 1, 0) + &line(n % 7, 2, (n % 5) as u8) + "torn"));
    }
    let mut one = crate::history::Journal::new();
    for file in disk.files().into_iter().filter(|it| it.contains("/log/")) {
        let name = file.trim_start_matches("/data/evenhold/");
        let bytes = disk.bytes(&file).unwrap();
        // Another computer's half line is still on its way.
        one.add_file(name, &bytes);
    }
    let (two, problems) = read_journal(&disk, &folders());
    assert_eq!(problems, []);
    assert!(one.records().eq(two.records()));
    assert_eq!(one.health(), two.health());
    assert_eq!(two.health().bad.len(), 40);
}

//! The history of a person who has trained ten times a day for twenty-seven years: 100,000 sessions,
//! 3.3 million sets. Reading all of it and adding it up, against `SQLite` holding the same records as
//! JSON in a table; both without an index, both into the same memory, both checked to agree.
//!
//! The files are warm: what is measured is the work, not the disk.
//!
//! And what a start costs with 3,650 sessions beside one with none, to the first frame on a display that
//! nobody sees and to the week on Today.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a benchmark tells its numbers")]
#![expect(clippy::disallowed_methods, reason = "a benchmark measures, and makes its own files")]

#[path = "../tests/suite/real/display.rs"]
#[expect(dead_code, reason = "other benchmarks use the rest")]
mod display;
#[path = "measure/first_frame.rs"]
#[expect(dead_code, reason = "other benchmarks use the rest")]
mod first_frame;
#[expect(dead_code, reason = "other benchmarks use the rest")]
mod measure;

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use chrono::{DateTime, Days as Count, FixedOffset, NaiveDate};
use display::Display;
use evenhold::clock::{Clock as _, SystemClock};
use evenhold::files::{Folders, OwnDisk, Store, read_days, read_journal as read_all};
use evenhold::history::{Days, DeviceId, Journal, Record, SCHEMA, SessionRecord, Unknown, to_line};
use evenhold::library::{Amount, Library};
use evenhold::session::{Missing, Plan};
use first_frame::{SIZE, first_frame};
use measure::{Baseline, Report, median, tell};
use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;
use uuid::Uuid;

/// Sets in each session, as a person's full session with both sides has them.
const SETS: usize = 33;
/// Sessions a day.
const A_DAY: usize = 10;

/// What both come to, compared to the last set.
#[derive(Debug, Clone, PartialEq, Default)]
struct Sum {
    sessions: usize,
    sets: usize,
    active: Duration,
    days: usize,
    /// By exercise: reps, milliseconds, pain.
    exercises: BTreeMap<String, (u64, u128, u64)>,
}

impl Sum {
    fn add(&mut self, session: &SessionRecord) {
        self.sets += session.sets.len();
        for set in &session.sets {
            if !self.exercises.contains_key(&set.exercise) {
                self.exercises.insert(set.exercise.clone(), (0, 0, 0));
            }
            let Some(it) = self.exercises.get_mut(&set.exercise) else { continue };
            it.0 += u64::from(set.done.count().unwrap_or_default());
            it.1 += set.done.time().unwrap_or_default().as_millis();
            it.2 += set.pain.map_or(0, |it| u64::from(it.get()));
        }
    }
}

fn main() -> ExitCode {
    let quick = env::args().any(|it| it == "--quick");
    let count = env::args().find_map(|it| it.parse().ok());
    let sessions = count.unwrap_or(if quick { 5_000 } else { 100_000 });
    let mut report = Report::default();
    start_up(&mut report, if quick { 5 } else { 15 });
    read_and_add_up(&mut report, sessions);
    report.finish()
}

fn read_and_add_up(report: &mut Report, sessions: usize) {
    let home = TempDir::new().expect("a folder");
    let files = write(home.path(), sessions, A_DAY);
    let bytes: u64 = files.iter().map(|it| fs::metadata(it).expect("a file").len()).sum();
    tell("sessions", "", sessions as f64);
    tell("the journal", "MB", bytes as f64 / 1e6);
    let database = home.path().join("history.sqlite");
    for (threads, most) in [(1, 1.5), (2, 1.0)] {
        let rounds = 3;
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..rounds {
            let (a, a_took) = timed(|| read_journal(home.path(), &files, threads));
            let (b, b_took) = timed(|| read_database(&database, threads));
            assert_eq!(a, b, "both tell the same");
            assert_eq!((a.sessions, a.sets), (sessions, sessions * SETS));
            ours.push(a_took.as_secs_f64());
            theirs.push(b_took.as_secs_f64());
        }
        let beside = Baseline { what: "SQLite", value: median(theirs), most };
        let what = format!("read and add up, {threads} thread(s)");
        report.ratio(&what, "s", median(ours), &beside);
    }
}

/// A start with ten years of a session a day, beside one with an empty history.
fn start_up(report: &mut Report, rounds: usize) {
    let display = Display::start(SIZE.0, SIZE.1);
    let homes = [0, 3_650].map(|sessions| {
        let home = TempDir::new().expect("a folder");
        write(home.path(), sessions, 1);
        // The start before this one has left an index.
        let folders = folders(home.path());
        let disk = Arc::new(OwnDisk);
        let store = Store::open(disk, folders.clone(), &SystemClock.now()).expect("it opens");
        store.index.write(&OwnDisk, &folders).expect("it is written");
        home
    });
    let (mut frames, mut weeks) = ([vec![], vec![]], [vec![], vec![]]);
    let mut wholes = [vec![], vec![]];
    for _ in 0..rounds {
        let told = frames.iter_mut().zip(&mut weeks).zip(&mut wholes);
        for (home, ((frames, weeks), whole)) in homes.iter().zip(told) {
            let folders = folders(home.path());
            frames.push(opened(&display, home.path()).as_secs_f64() * 1e3);
            let (days, took) = timed(|| read_days(&OwnDisk, &folders).expect("an index"));
            weeks.push(took.as_secs_f64() * 1e3);
            let (journal, took) = timed(|| read_all(&OwnDisk, &folders).0);
            assert_eq!(days, Days::of(&journal), "the index tells the same");
            whole.push(took.as_secs_f64() * 1e3);
        }
    }
    let ([none, years], [no_week, week]) = (frames.map(median), weeks.map(median));
    let [_, whole] = wholes.map(median);
    let beside = Baseline { what: "an empty history", value: none, most: 1.05 };
    report.ratio("first frame with 3,650 sessions", "ms", years, &beside);
    // After the frame, while nobody waits: every byte is looked at, so it grows with the history.
    tell("frame and week of an empty history", "ms", none + no_week);
    tell("frame and week with 3,650 sessions", "ms", years + week);
    let beside = Baseline { what: "out of the whole journal", value: whole, most: 0.5 };
    report.ratio("the week, out of the index", "ms", week, &beside);
}

/// From starting the program to its first frame; it is let run until everything is read and written.
fn opened(display: &Display, home: &Path) -> Duration {
    let mut program = Command::new(env!("CARGO_BIN_EXE_evenhold"));
    let mut shown = first_frame(display, home, &mut program);
    thread::sleep(Duration::from_secs(1));
    shown.child.kill().expect("it was running");
    shown.child.wait().expect("it ended");
    shown.took
}

fn folders(home: &Path) -> Folders {
    Folders { data: home.to_owned(), state: home.join("state") }
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

/// The journal's files, month by month, and the database with the same records.
fn write(home: &Path, sessions: usize, a_day: usize) -> Vec<PathBuf> {
    let mut database = Connection::open(home.join("history.sqlite")).expect("a database");
    let create = "create table record (id blob primary key, rev integer, device text, at text, \
                  zone text, date text, body blob)";
    database.execute(create, ()).expect("a table");
    let tx = database.transaction().expect("a transaction");
    let template = template();
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    {
        let mut insert =
            tx.prepare("insert into record values (?1, ?2, ?3, ?4, ?5, ?6, ?7)").expect("sql");
        for n in 0..sessions {
            let record = record(&template, n, a_day);
            let line = to_line(&record).expect("a line");
            let text = files.entry(record.date.format("%Y-%m").to_string()).or_default();
            writeln!(text, "{line}").expect("text");
            let body = serde_json::to_vec(record.session().expect("a session")).expect("json");
            let (at, date) = (record.at.to_rfc3339(), record.date.to_string());
            let id = record.id.as_bytes().as_slice();
            insert
                .execute((id, 1, record.device.as_str(), at, &record.zone, date, body))
                .expect("sql");
        }
    }
    tx.commit().expect("sql");
    let log = home.join("log").join("desk");
    fs::create_dir_all(&log).expect("a folder");
    let write = |(name, text): (String, String)| {
        let path = log.join(format!("{name}.jsonl"));
        fs::write(&path, text).expect("a file");
        path
    };
    files.into_iter().map(write).collect()
}

/// A session of the shipped library with so many sets.
fn template() -> SessionRecord {
    let library = Library::shipped();
    let full = library.routines.iter().max_by_key(|it| {
        Plan::new(it, &library, Missing::default()).map_or(0, |it| it.steps.len())
    });
    let plan = Plan::new(full.expect("a routine"), &library, Missing::default()).expect("a plan");
    let start = DateTime::parse_from_rfc3339("2004-01-01T06:00:00+01:00").expect("a moment");
    let mut session = SessionRecord::by_hand(&plan, start, Duration::from_secs(1500));
    let all = session.sets.clone();
    session.sets = all.into_iter().cycle().take(SETS).collect();
    "Left felt a little tight today".clone_into(&mut session.note);
    session
}

fn record(template: &SessionRecord, n: usize, a_day: usize) -> Record {
    let day = NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day") + Count::new((n / a_day) as u64);
    let time = day.and_hms_opt(6 + (n % a_day) as u32, 5, 0).expect("a time");
    let zone = FixedOffset::east_opt(3600).expect("a zone");
    let started = time.and_local_timezone(zone).single().expect("a moment");
    let mut session = SessionRecord { started, ended: started, ..template.clone() };
    for (at, set) in session.sets.iter_mut().enumerate() {
        set.done = match set.done {
            Amount::Hold(time) => Amount::Hold(time + Duration::from_millis((n % 7) as u64 * 500)),
            other
            @ (Amount::Reps(_) | Amount::Steps(_) | Amount::Reaches(_) | Amount::Drill(_)) => {
                other.with_count((6 + (n + at) % 9) as u32)
            }
        };
    }
    Record {
        v: SCHEMA,
        id: Uuid::from_u128(0x0196_0000_0000_7000_8000_0000_0000_0000 + n as u128),
        rev: 1,
        device: DeviceId::new("desk"),
        at: started,
        zone: "Europe/Berlin".to_owned(),
        date: day,
        body: session.into_body(),
        unknown: Unknown::default(),
    }
}

/// Ours: every file, every line checked and merged by id. With two threads it is the reader that the
/// program itself uses.
fn read_journal(home: &Path, files: &[PathBuf], threads: usize) -> Sum {
    if threads > 1 {
        return add_up(&read_all(&OwnDisk, &folders(home)).0);
    }
    let mut journal = Journal::new();
    for file in files {
        journal.add_file("log", &fs::read(file).expect("a file"));
    }
    add_up(&journal)
}

/// Theirs: every row, by its primary key.
fn read_database(path: &Path, threads: usize) -> Sum {
    let count = connect(path)
        .query_row("select count(*) from record", (), |it| it.get::<_, usize>(0))
        .expect("sql");
    let ranges: Vec<usize> = (1..=count).collect();
    let part = |rows: &[usize]| {
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Journal::new() };
        read_rows(&connect(path), *first, *last)
    };
    add_up(&together(&ranges, threads, part))
}

fn connect(path: &Path) -> Connection {
    Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).expect("a database")
}

fn read_rows(database: &Connection, first: usize, last: usize) -> Journal {
    let sql =
        "select id, rev, device, at, zone, date, body from record where rowid between ?1 and ?2";
    let mut select = database.prepare(sql).expect("sql");
    let mut rows = select.query((first, last)).expect("sql");
    let mut journal = Journal::new();
    while let Some(row) = rows.next().expect("sql") {
        let text = |at: usize| row.get::<_, String>(at).expect("text");
        let body = row.get_ref(6).expect("a column").as_blob().expect("a blob");
        let session: SessionRecord = serde_json::from_slice(body).expect("json");
        let id = row.get_ref(0).expect("a column").as_blob().expect("a blob");
        journal.add(Record {
            v: SCHEMA,
            id: Uuid::from_slice(id).expect("an id"),
            rev: row.get(1).expect("a number"),
            device: DeviceId::new(&text(2)),
            at: DateTime::parse_from_rfc3339(&text(3)).expect("a moment"),
            zone: text(4),
            date: text(5).parse().expect("a day"),
            body: session.into_body(),
            unknown: Unknown::default(),
        });
    }
    journal
}

/// Reads parts of a list on so many threads, and puts them together.
fn together<T: Sync>(all: &[T], threads: usize, part: impl Fn(&[T]) -> Journal + Sync) -> Journal {
    let chunk = all.len().div_ceil(threads).max(1);
    let mut journals = thread::scope(|scope| {
        let part = &part;
        let running: Vec<_> = all.chunks(chunk).map(|it| scope.spawn(move || part(it))).collect();
        running.into_iter().map(|it| it.join().expect("a thread")).collect::<Vec<_>>()
    })
    .into_iter();
    let mut whole = journals.next().unwrap_or_default();
    journals.for_each(|it| whole.absorb(it));
    whole
}

fn add_up(journal: &Journal) -> Sum {
    let days = Days::of(journal);
    let mut sum = Sum {
        sessions: days.counted(),
        active: days.active(),
        days: days.iter().count(),
        ..Sum::default()
    };
    for record in journal.records() {
        record.session().into_iter().for_each(|it| sum.add(it));
    }
    sum
}

//! What it takes until something is safe: a fact of a session and a record of the journal, from being
//! asked for to being called saved, beside a bare write and `fdatasync` of as many bytes on the same
//! disk, taken in turns.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a benchmark tells its numbers")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the time, and writes files")]

#[expect(dead_code, reason = "other benchmarks use the rest")]
mod measure;
#[path = "../tests/suite/real/records.rs"]
mod records;

use std::env;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use evenhold::files::{Outcome, OwnDisk, Write, Writer, start_session};
use evenhold::history::Body;
use evenhold::session::Fact;
use measure::{Baseline, Report, tell};
use records::{now, open, record};

fn main() -> ExitCode {
    let quick = env::args().any(|it| it == "--quick");
    let rounds = if quick { 100 } else { 1000 };
    let home = tempfile::TempDir::new_in(env::current_dir().expect("a folder")).expect("a folder");
    let store = open(Arc::new(OwnDisk), home.path().join("data"), &home.path().join("state"));
    let mut writer = store.writer(|| {});
    let first = record(&store.device, 0, 0);
    let Body::Break(session) = &first.body else { return ExitCode::FAILURE };
    tell("sets in a record", "", session.sets.len() as f64);
    let library = evenhold::library::Library::shipped();
    let routine = library.routine("short").expect("it is shipped");
    let missing = evenhold::session::Missing::default();
    let plan = evenhold::session::Plan::new(routine, &library, missing).expect("it can be planned");
    let started = start_session(&store.device, &now(), plan);
    let bare = home.path().join("bare");
    let mut bare = OpenOptions::new().create(true).append(true).open(bare).expect("a file");
    let at = now().tick.wall;
    saved(&mut writer, Write::Start(Box::new(started)));
    let (mut facts, mut records, mut small, mut large) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for n in 0..rounds {
        small.push(synced(&mut bare, 120));
        facts.push(saved(&mut writer, Write::Fact(at, Fact::Resumed)));
        large.push(synced(&mut bare, 1200));
        let it = record(&store.device, n, 0);
        records.push(saved(&mut writer, Write::Record(Box::new(it))));
    }
    let mut report = Report::default();
    for (what, ours, bare, most) in
        [("a fact", facts, small, 4.0), ("a record", records, large, 4.0)]
    {
        let (half, late) = (percentiles(ours), percentiles(bare));
        let beside = |value| Baseline { what: "bare write and fdatasync", value, most };
        report.ratio(&format!("{what} safe, p50"), "ms", half[0], &beside(late[0]));
        tell(&format!("{what} safe, p99"), "ms", half[1]);
        tell("bare write and fdatasync, p99", "ms", late[1]);
    }
    report.finish()
}

/// How long it takes until something is called saved.
fn saved(writer: &mut Writer, write: Write) -> f64 {
    let begun = Instant::now();
    writer.send(write);
    let ack = writer.wait(Duration::from_secs(20)).expect("an answer");
    assert_eq!(ack.outcome, Outcome::Saved);
    begun.elapsed().as_secs_f64() * 1000.0
}

/// How long the same takes without anything around it.
fn synced(file: &mut std::fs::File, bytes: usize) -> f64 {
    let line = vec![b'x'; bytes];
    let begun = Instant::now();
    file.write_all(&line).expect("it can be written");
    file.sync_data().expect("it can be synced");
    begun.elapsed().as_secs_f64() * 1000.0
}

/// The middle one, and the one that a hundredth exceeds.
fn percentiles(mut all: Vec<f64>) -> [f64; 2] {
    all.sort_by(f64::total_cmp);
    let at = |part: usize| all.get(all.len() * part / 100).copied().unwrap_or_default();
    [at(50), at(99)]
}

//! The faults that take long, often: power cuts on two file systems, and two computers in step by
//! Syncthing with 500 sessions each, half of them out of touch. Anything that is lost ends the run.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a benchmark tells its numbers")]
#![expect(clippy::disallowed_methods, reason = "a benchmark waits, and looks into files")]

#[path = "../tests/suite/real/faults_power.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod faults_power;
#[path = "../tests/suite/real/faults_sync.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod faults_sync;
#[path = "../tests/suite/kill.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod kill;
#[expect(dead_code, reason = "other benchmarks use the rest")]
mod measure;
#[path = "../tests/suite/real/mounts.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod mounts;
#[path = "../tests/suite/real/records.rs"]
mod records;
#[path = "../tests/suite/skip.rs"]
#[expect(unused_imports, reason = "the tests use the rest")]
mod skip;
#[path = "../tests/suite/source_files.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod source_files;
#[path = "../tests/suite/terminal.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod terminal;

use std::env;
use std::process::ExitCode;

use measure::{Report, tell};

fn main() -> ExitCode {
    let quick = env::args().any(|it| it == "--quick");
    let (cuts, sessions) = if quick { (5, 50) } else { (50, 500) };
    let mut report = Report::default();
    for mkfs in [["mkfs.ext4", "-q"], ["mkfs.xfs", "-q"]] {
        let Some(tally) = faults_power::cut_often(&mkfs, cuts) else { continue };
        tell(&format!("power cuts, {}", mkfs[0]), "", tally.cuts as f64);
        tell("before anything was said", "", tally.before as f64);
        tell("in a session, which went on", "", tally.resumed as f64);
        tell("after the end", "", tally.over as f64);
        tell("lines said before a cut, and kept", "", tally.lines as f64);
        report.at_most("lines said before a cut, and lost", "", 0.0, 0.0);
    }
    if let Some([a, b]) = faults_sync::in_step(sessions) {
        let wanted = (sessions * 2) as f64;
        tell("sessions on the first computer", "", a as f64);
        tell("sessions on the second computer", "", b as f64);
        report.at_most("sessions that one of them lacks", "", wanted - (a.min(b)) as f64, 0.0);
    }
    report.finish()
}

//! `kill -9` at 200 random moments of a session: nothing that was said to be safe is lost, and the
//! session goes on at the same exercise, side and set, at most 15 s from the place that was said last.
//! The seed is told; `EVENHOLD_SEED` repeats a run.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a benchmark tells its numbers")]
#![expect(clippy::disallowed_methods, reason = "a benchmark waits, and looks into files")]

#[path = "../tests/suite/kill.rs"]
mod kill;
#[expect(dead_code, reason = "other benchmarks use the rest")]
mod measure;
#[path = "../tests/suite/terminal.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod terminal;

use std::env;
use std::process::ExitCode;
use std::time::Duration;

use kill::{Chance, Outcome, kill_after, session_length};
use measure::{Report, median, tell};

/// The process is started, and ends, in about so much real time beside the session.
const AROUND: Duration = Duration::from_millis(300);

fn main() -> ExitCode {
    let quick = env::args().any(|it| it == "--quick");
    let kills = if quick { 20 } else { 200 };
    let (mut chance, seed) = Chance::new();
    println!("EVENHOLD_SEED={seed}");
    let longest = session_length() + AROUND;
    // Anything that is lost ends the run there and then.
    let outcomes: Vec<Outcome> =
        (0..kills).map(|_| kill_after(longest.mul_f64(chance.fraction()))).collect();

    let count = |wanted: fn(&Outcome) -> bool| outcomes.iter().filter(|it| wanted(it)).count();
    tell("kills", "", f64::from(kills));
    tell("before anything was said", "", count(|it| *it == Outcome::BeforeStart) as f64);
    tell("after the end", "", count(|it| *it == Outcome::AfterEnd) as f64);
    let (mut lines, mut distances) = (0, Vec::new());
    for outcome in &outcomes {
        if let Outcome::Resumed { lines: said, distance } = outcome {
            lines += said;
            distances.push(*distance);
        }
    }
    tell("in a session, which went on", "", distances.len() as f64);
    tell("lines said before a kill, and kept", "", lines as f64);
    tell("from the place said last, median", "s", median(distances.clone()));
    let most = distances.into_iter().fold(0.0, f64::max);
    let mut report = Report::default();
    report.at_most("lines said before a kill, and lost", "", 0.0, 0.0);
    report.at_most("from the place said last, most", "s", most, 15.0);
    report.finish()
}

//! How a benchmark tells its numbers: one line each, with its bound, and a verdict at the end.

use std::fs;
use std::process::ExitCode;
use std::time::Duration;

/// The lines of one benchmark.
#[derive(Debug, Default)]
pub(crate) struct Report {
    missed: usize,
}

impl Report {
    /// A number with the most that it may be.
    pub(crate) fn at_most(&mut self, what: &str, unit: &str, value: f64, most: f64) {
        let verdict = self.verdict(value <= most);
        println!("{what:<44} {value:>10.2} {unit:<4} at most {most}: {verdict}");
    }

    /// A number beside its baseline, and the most that it may be in terms of that.
    pub(crate) fn ratio(&mut self, what: &str, unit: &str, value: f64, beside: &Baseline<'_>) {
        let Baseline { what: other, value: baseline, most } = beside;
        let ratio = value / baseline;
        let verdict = self.verdict(ratio <= *most);
        println!("{what:<44} {value:>10.2} {unit:<4} {other}: {baseline:.2} {unit},");
        println!("{:<44} {ratio:>10.2} times it, at most {most}: {verdict}", "");
    }

    /// Whether every bound held.
    pub(crate) fn finish(&self) -> ExitCode {
        if self.missed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    fn verdict(&mut self, held: bool) -> &'static str {
        if held {
            "held"
        } else {
            self.missed += 1;
            "MISSED"
        }
    }
}

/// What a number is held against, measured in the same run.
#[derive(Debug)]
pub(crate) struct Baseline<'a> {
    /// Its name.
    pub(crate) what: &'a str,
    /// Its value, in the unit of the number.
    pub(crate) value: f64,
    /// How many times it the number may be at most.
    pub(crate) most: f64,
}

/// A number that has no bound.
pub(crate) fn tell(what: &str, unit: &str, value: f64) {
    println!("{what:<44} {value:>10.2} {unit}");
}

/// The middle of the values; nothing is nought.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

/// The processor time that a process has used so far, all its threads together.
pub(crate) fn processor_time(pid: u32) -> Duration {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).expect("the process runs");
    let (_, fields) = stat.rsplit_once(')').expect("the name of a process stands in brackets");
    // Fields 14 and 15 of proc(5), in ticks of a hundredth of a second.
    let ticks = fields.split_whitespace().skip(11).take(2).filter_map(|it| it.parse::<u64>().ok());
    Duration::from_millis(ticks.sum::<u64>() * 10)
}

/// The memory that a process holds at this moment, in KiB.
pub(crate) fn resident_kib(pid: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).expect("the process runs");
    let line = status.lines().find_map(|it| it.strip_prefix("VmRSS:")).expect("it has memory");
    line.trim().trim_end_matches(" kB").parse().expect("a number of KiB")
}

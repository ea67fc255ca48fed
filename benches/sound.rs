//! When the cues of a performance are really heard: played to a sound server of our own,
//! recorded from its monitor, and compared with the moments for which they were meant.
//!
//! `cargo bench --bench sound` plays 600 cues in ten minutes, then takes the device away for 300 ms;
//! `-- --quick` takes two minutes for both; `-- --alsa` goes through ALSA instead of the server's own
//! protocol; `-- --program evenhold play short` records another program, which writes down its cues
//! because `EVENHOLD_CUE_LOG` is set.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a benchmark tells its numbers")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads files")]
#![expect(clippy::indexing_slicing, reason = "a benchmark stops where it is wrong")]

#[expect(dead_code, reason = "the benchmark of the window uses the rest")]
mod measure;
#[path = "../tests/suite/real/null_sink.rs"]
mod null_sink;
#[path = "../tests/suite/real/onsets.rs"]
mod onsets;

use std::fs;
use std::io::Read as _;
use std::path::PathBuf;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::Arc;
use std::time::Duration;

use evenhold::clock::{Clock as _, SystemClock};
use evenhold::sound::{Performance, Performer, PlannedSound, tones};
use measure::{Baseline, Report, processor_time, tell};
use null_sink::{NullSink, Recording, Route};
use onsets::{Figures, Found, Heard, Meant};

/// A cue this near to where the others are is in its place, in milliseconds.
const IN_PLACE: f64 = 2.0;
/// So many seconds after an underrun every cue has to be there again.
const BACK: f64 = 1.5;
/// Under this name a performer tells how often its device ran out of sound.
const UNDERRUNS: &str = "underruns";
/// Before the first cue a fresh device may stand still for a second.
const LEAD_IN: Duration = Duration::from_secs(3);

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let after =
        |name: &str| arguments.iter().position(|it| it == name).map(|at| &arguments[at + 1..]);
    if let Some(count) = after("--perform") {
        return perform(count[0].parse().expect("a number of cues"), after("--naive").is_some());
    }
    let is_missing = |it: &str| Command::new(it).arg("--version").output().is_err();
    if let Some(program) = null_sink::PROGRAMS.into_iter().find(|it| is_missing(it)) {
        println!("not measured: {program} is not installed");
        return ExitCode::SUCCESS;
    }
    let route = if after("--alsa").is_some() { Route::Alsa } else { Route::Pulse };
    let mut report = Report::default();
    if let Some(program) = after("--program") {
        measure_program(program, route, &mut report);
    } else {
        let quick = after("--quick").is_some();
        steady(if quick { 60 } else { 600 }, route, &mut report);
        underrun(if quick { 40 } else { 60 }, route, &mut report);
    }
    report.finish()
}

/// Plays so many cues, about one a second, and says what it cost. Runs in a process of its own,
/// because the way to the sound server is part of a process's surroundings. The naive way, for
/// comparison, waits for the moment of each cue and plays it then.
fn perform(count: u64, naive: bool) -> ExitCode {
    let performer = Performer::start(Arc::new(SystemClock), Arc::new(|| ())).expect("threads");
    let started = SystemClock.mono();
    let cues: Vec<PlannedSound> = (0..count).map(cue).collect();
    let length = cues.last().map_or(Duration::ZERO, |it| it.at) + Duration::from_secs(3);
    let anchor = started + LEAD_IN;
    if naive {
        performer.perform(Performance { generation: 0, anchor, speed: 1.0, cues: Vec::new() });
        for (generation, it) in (1..).zip(cues) {
            SystemClock.sleep((anchor + it.at).saturating_sub(SystemClock.mono()));
            let cues = vec![PlannedSound { at: Duration::ZERO, ..it }];
            let anchor = SystemClock.mono();
            performer.perform(Performance { generation, anchor, speed: 1.0, cues });
        }
    } else {
        performer.perform(Performance { generation: 1, anchor, speed: 1.0, cues });
    }
    SystemClock.sleep((anchor + length).saturating_sub(SystemClock.mono()));
    let latency = performer.latency().unwrap_or_default();
    tell("latency, compensated", "ms", latency.compensated.as_secs_f64() * 1000.0);
    tell(UNDERRUNS, "", f64::from(latency.underruns));
    tell("cues too late to be played", "", f64::from(latency.missed));
    let share = processor_time(std::process::id()).as_secs_f64()
        / SystemClock.mono().saturating_sub(started).as_secs_f64();
    tell("processor", "%", share * 100.0);
    ExitCode::SUCCESS
}

/// The tones in turn, at moments that fall into no rhythm with anything: 0.7 to 1.3 s apart.
fn cue(index: u64) -> PlannedSound {
    let uneven = |it: u64| it.wrapping_mul(2_654_435_761) % 600;
    let at = Duration::from_millis(index * 1000 + uneven(index) / 2);
    let tone = tones::TONES[index as usize % tones::TONES.len()];
    PlannedSound { at, tone: Some(tone), say: None }
}

/// A program that plays to `sink`, as it is recorded.
struct Run {
    sink: NullSink,
    recorder: null_sink::Recorder,
    program: Child,
    log: PathBuf,
}

impl Run {
    fn start(program: &[String], route: Route) -> Self {
        let sink = NullSink::start();
        let recorder = sink.record();
        let log = sink.path("cues");
        let mut command = sink.command(&program[0], route);
        command.args(&program[1..]).env("EVENHOLD_CUE_LOG", &log).stdout(Stdio::piped());
        let program = command.spawn().expect("the program starts");
        Self { sink, recorder, program, log }
    }

    /// Ourselves, playing so many cues.
    fn perform(cues: u64, route: Route, naive: &[&str]) -> Self {
        let own = std::env::current_exe().expect("this program has a path");
        let own = own.into_os_string().into_string().expect("of letters");
        let count = cues.to_string();
        let arguments =
            [own.as_str(), "--perform", count.as_str()].into_iter().chain(naive.iter().copied());
        Self::start(&arguments.map(str::to_owned).collect::<Vec<_>>(), route)
    }

    /// Waits for the end, and finds what was meant in what was heard.
    fn finish(mut self) -> Outcome {
        let server = self.sink.process().as_raw_nonzero().get().unsigned_abs();
        let (began, before) = (SystemClock.mono(), processor_time(server));
        let mut said = String::new();
        let mut output = self.program.stdout.take().expect("its output is piped");
        output.read_to_string(&mut said).expect("it speaks in letters");
        print!("{said}");
        let status = self.program.wait().expect("the program ends");
        assert!(status.success(), "the program ended with {status}");
        let span = SystemClock.mono().saturating_sub(began);
        let spent = processor_time(server).saturating_sub(before);
        tell(
            "processor of the sound server",
            "%",
            spent.as_secs_f64() / span.as_secs_f64() * 100.0,
        );
        let recording = self.recorder.stop();
        let log = fs::read_to_string(&self.log).unwrap_or_default();
        let meant = onsets::meant(&log);
        let found = onsets::find(&recording, &meant);
        let dry =
            said.lines().find_map(|it| it.strip_prefix(UNDERRUNS)?.trim().parse::<f64>().ok());
        Outcome { recording, meant, found, ran_dry: dry.is_some_and(|it| it > 0.0) }
    }
}

/// What was meant, and what was heard.
struct Outcome {
    recording: Recording,
    meant: Vec<Meant>,
    found: Found,
    /// Whether the device ran out of sound, as far as the program says.
    ran_dry: bool,
}

/// How busy the machine was in the last one, five and fifteen minutes.
fn load() -> String {
    let all = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    all.split(' ').take(3).collect::<Vec<_>>().join(" ")
}

/// Ten minutes (or one) without any harm, beside cues that are played when they are due.
fn steady(cues: u64, route: Route, report: &mut Report) {
    /// Enough to see how far the naive way is off.
    const NAIVE: u64 = 20;
    println!(
        "-- {NAIVE} cues played when they are due, through {route:?}, load average {}",
        load()
    );
    let naive = Figures::of(&Run::perform(NAIVE, route, &["--naive"]).finish().found.heard);
    println!("{naive}");
    println!("-- {cues} cues handed over ahead, load average {}", load());
    let Outcome { meant, found, ran_dry, .. } = Run::perform(cues, route, &[]).finish();
    let figures = judge(&meant, &found.heard, ran_dry, report);
    let beside = Baseline { what: "played when due", value: naive.p99, most: 0.5 };
    report.ratio("off by, p99", "ms", figures.p99, &beside);
}

/// Holds what was heard against its bounds.
fn judge(meant: &[Meant], heard: &[Heard], ran_dry: bool, report: &mut Report) -> Figures {
    let figures = Figures::of(heard);
    for it in heard.iter().filter(|it| (it.late() - figures.left).abs() > IN_PLACE) {
        let into = it.meant.at - meant[0].at;
        println!("{:?} at {into:.2} s: {:+.2} ms", it.meant.tone, it.late() - figures.left);
    }
    println!("{figures}; load average {}", load());
    report.at_most("cues that were not heard", "", (meant.len() - heard.len()) as f64, 0.0);
    report.at_most("left of the latency after compensation", "ms", figures.left.abs(), 100.0);
    if ran_dry {
        tell("off by, p99 (the device ran dry: no bound)", "ms", figures.p99);
    } else {
        report.at_most("off by, p99", "ms", figures.p99, IN_PLACE);
    }
    report.at_most("later after ten minutes", "ms", figures.slope.abs(), 1.0);
    figures
}

/// The device is taken away for 300 ms in the middle: how soon are cues in place again?
fn underrun(cues: u64, route: Route, report: &mut Report) {
    const AWAY: Duration = Duration::from_millis(300);
    println!("-- the device away for {AWAY:?}, through {route:?}, load average {}", load());
    let run = Run::perform(cues, route, &[]);
    SystemClock.sleep(LEAD_IN + Duration::from_secs(cues / 2));
    let gone = SystemClock.mono().as_secs_f64();
    assert!(run.sink.tell(&["suspend-sink", "null0", "1"]), "the device can be suspended");
    SystemClock.sleep(AWAY);
    assert!(run.sink.tell(&["suspend-sink", "null0", "0"]), "and resumed");
    let back = SystemClock.mono().as_secs_f64();
    let Outcome { meant, found: Found { heard, .. }, .. } = run.finish();

    let before: Vec<Heard> = heard.iter().copied().filter(|it| it.meant.at < gone).collect();
    let usual = Figures::of(&before).left;
    let mut out_of_place = 0.0_f64;
    for it in meant.iter().filter(|it| it.at > back) {
        let found = heard.iter().find(|heard| heard.meant.at.to_bits() == it.at.to_bits());
        let off = found.map_or(f64::INFINITY, |it| it.late() - usual);
        let since = it.at - back;
        if since < 3.0 {
            println!("{since:.2} s after its return: {:?} off by {off:+.2} ms", it.tone);
        }
        if off.abs() > IN_PLACE {
            out_of_place = since;
        }
    }
    println!("load average {}", load());
    report.at_most("last cue out of place, after its return", "s", out_of_place, BACK);
}

/// Another program, recorded until it ends.
fn measure_program(program: &[String], route: Route, report: &mut Report) {
    println!("-- {program:?} through {route:?}, load average {}", load());
    let Outcome { recording, meant, found, ran_dry } = Run::start(program, route).finish();
    // What was asked for at once cannot be on time: the device needs its while.
    let ahead = |it: &f64| *it > 150.0;
    let heard: Vec<Heard> =
        found.heard.iter().copied().filter(|it| ahead(&it.meant.lead)).collect();
    let planned: Vec<Meant> = meant.iter().copied().filter(|it| ahead(&it.lead)).collect();
    tell("cues that were asked for at once", "", (meant.len() - planned.len()) as f64);
    let (from, to) = (recording.heard(0), recording.heard(recording.samples.len() - 1));
    let (when, stray) = found.stray(&recording, from, to);
    println!("loudest sound that was no such cue: {stray:.4} at {:.2} s", when - from);
    judge(&planned, &heard, ran_dry, report);
}

//! When the cues of a performance are really heard (ruling 4): played to a sound server of our own,
//! recorded from its monitor, and compared with the moments for which they were meant.
//!
//! `cargo bench --bench sound` plays 600 cues in ten minutes, then forces an underrun; `-- --quick`
//! takes two minutes for both; `-- --alsa` goes through ALSA instead of the server's own protocol;
//! `-- --program evenhold play short` records another program that writes `EVENHOLD_CUE_LOG`.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a benchmark tells its numbers")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads files")]
#![expect(clippy::indexing_slicing, reason = "a benchmark stops where it is wrong")]

#[path = "../tests/suite/real/null_sink.rs"]
mod null_sink;
#[path = "../tests/suite/real/onsets.rs"]
mod onsets;

use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, ExitCode};
use std::sync::Arc;
use std::time::Duration;

use evenhold::clock::{Clock as _, SystemClock};
use evenhold::sound::{Performance, Performer, PlannedSound, tones};
use null_sink::{NullSink, Recording, Route};
use onsets::{Figures, Found, Heard, Meant};

/// A cue this near to where the others are is in its place, in milliseconds.
const IN_PLACE: f64 = 2.0;
/// So many seconds after an underrun every cue has to be there again.
const BACK: f64 = 1.5;
/// Before the first cue a fresh device may stand still for a second.
const LEAD_IN: Duration = Duration::from_secs(3);

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |name: &str| arguments.iter().any(|it| it == name);
    let route = if has("--alsa") { Route::Alsa } else { Route::Pulse };
    if let Some(at) = arguments.iter().position(|it| it == "--perform") {
        perform(arguments[at + 1].parse().expect("a number of cues"));
        return ExitCode::SUCCESS;
    }
    if let Some(at) = arguments.iter().position(|it| it == "--program") {
        return measure_program(&arguments[at + 1..], route);
    }
    let is_missing = |it: &str| Command::new(it).arg("--version").output().is_err();
    if let Some(program) = null_sink::PROGRAMS.into_iter().find(|it| is_missing(it)) {
        println!("not measured: {program} is not installed");
        return ExitCode::SUCCESS;
    }
    let (cues, disturbed) = if has("--quick") { (60, 40) } else { (600, 60) };
    let steady = steady(cues, route);
    let disturbed = underrun(disturbed, route);
    if steady && disturbed { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Plays so many cues, about one a second, and writes down what was meant. Runs in a process of its
/// own, because the way to the sound server is part of a process's surroundings.
fn perform(count: u64) {
    let performer = Performer::start(Arc::new(SystemClock), Arc::new(|| ())).expect("threads");
    let started = SystemClock.mono();
    let cues: Vec<PlannedSound> = (0..count).map(cue).collect();
    let length = cues.last().map_or(Duration::ZERO, |it| it.at) + Duration::from_secs(3);
    performer.perform(Performance { generation: 1, anchor: started + LEAD_IN, speed: 1.0, cues });
    SystemClock.sleep(LEAD_IN + length);
    let latency = performer.latency().unwrap_or_default();
    println!(
        "{:?}; latency {:.1} ms, scatter {:.2} ms, underruns {}, missed {}; processor {:.2} %",
        performer.state(),
        latency.compensated.as_secs_f64() * 1000.0,
        latency.left.as_secs_f64() * 1000.0,
        latency.underruns,
        latency.missed,
        processor_seconds() / (SystemClock.mono().saturating_sub(started)).as_secs_f64() * 100.0,
    );
}

/// The tones in turn, at moments that fall into no rhythm with anything: 0.7 to 1.3 s apart.
fn cue(index: u64) -> PlannedSound {
    let uneven = |it: u64| it.wrapping_mul(2_654_435_761) % 600;
    let at = Duration::from_millis(index * 1000 + uneven(index) / 2);
    let tone = tones::TONES[index as usize % tones::TONES.len()];
    PlannedSound { at, tone: Some(tone), say: None }
}

/// The time that this process has computed.
fn processor_seconds() -> f64 {
    let it = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    it.tv_sec as f64 + it.tv_nsec as f64 / 1e9
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
        command.args(&program[1..]).env("EVENHOLD_CUE_LOG", &log);
        let program = command.spawn().expect("the program starts");
        Self { sink, recorder, program, log }
    }

    /// Ourselves, playing so many cues.
    fn perform(cues: u64, route: Route) -> Self {
        let own = std::env::current_exe().expect("this program has a path");
        let own = own.into_os_string().into_string().expect("of letters");
        Self::start(&[own, "--perform".to_owned(), cues.to_string()], route)
    }

    /// Waits for the end, and finds what was meant in what was heard.
    fn finish(mut self) -> (Recording, Vec<Meant>, Found) {
        let status = self.program.wait().expect("the program ends");
        if !status.success() {
            println!("the program ended with {status}");
        }
        let recording = self.recorder.stop();
        let log = fs::read_to_string(&self.log).unwrap_or_default();
        let meant = onsets::meant(&log);
        let found = onsets::find(&recording, &meant);
        (recording, meant, found)
    }
}

/// How busy the machine was in the last one, five and fifteen minutes.
fn load() -> String {
    let all = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    all.split(' ').take(3).collect::<Vec<_>>().join(" ")
}

/// Ten minutes (or one) without any harm: p99 within 2 ms, no drift.
fn steady(cues: u64, route: Route) -> bool {
    println!("{cues} cues through {route:?}, load average {}", load());
    let (_, meant, found) = Run::perform(cues, route).finish();
    report(&meant, &found.heard)
}

fn report(meant: &[Meant], heard: &[Heard]) -> bool {
    let figures = Figures::of(heard);
    let missing = meant.len() - heard.len();
    for it in heard.iter().filter(|it| (it.late() - figures.left).abs() > IN_PLACE) {
        let into = it.meant.at - meant[0].at;
        println!("  {:?} at {into:.2} s: {:+.2} ms", it.meant.tone, it.late() - figures.left);
    }
    println!("  {figures}; {missing} not heard; load average {}", load());
    let good = missing == 0 && figures.p99 <= IN_PLACE && figures.slope.abs() <= 1.0;
    println!("  {}", if good { "good" } else { "NOT GOOD (unless there were underruns)" });
    good
}

/// The device is taken away for 300 ms in the middle: how soon are cues in place again?
fn underrun(cues: u64, route: Route) -> bool {
    const AWAY: Duration = Duration::from_millis(300);
    println!("an underrun of {AWAY:?} through {route:?}, load average {}", load());
    let run = Run::perform(cues, route);
    SystemClock.sleep(LEAD_IN + Duration::from_secs(cues / 2));
    let gone = SystemClock.mono().as_secs_f64();
    assert!(run.sink.tell(&["suspend-sink", "null0", "1"]), "the device can be suspended");
    SystemClock.sleep(AWAY);
    assert!(run.sink.tell(&["suspend-sink", "null0", "0"]), "and resumed");
    let back = SystemClock.mono().as_secs_f64();
    let (_, meant, Found { heard, .. }) = run.finish();

    let before: Vec<Heard> = heard.iter().copied().filter(|it| it.meant.at < gone).collect();
    let usual = Figures::of(&before).left;
    let after = meant.iter().filter(|it| it.at > back);
    let mut settled = 0.0_f64;
    for it in after {
        let found = heard.iter().find(|heard| heard.meant.at.to_bits() == it.at.to_bits());
        let off = found.map_or(f64::INFINITY, |it| it.late() - usual);
        let since = it.at - back;
        if since < 4.0 {
            println!("  {since:.2} s after its return: {:?} off by {off:+.2} ms", it.tone);
        }
        if off.abs() > IN_PLACE {
            settled = since;
        }
    }
    let good = settled <= BACK;
    println!("  the last cue out of place came {settled:.2} s after the device was back");
    println!("  {}; load average {}", if good { "good" } else { "NOT GOOD" }, load());
    good
}

/// Another program, recorded until it ends.
fn measure_program(program: &[String], route: Route) -> ExitCode {
    println!("{program:?} through {route:?}, load average {}", load());
    let (recording, meant, found) = Run::start(program, route).finish();
    let heard = &found.heard;
    // What was asked for at once cannot be on time: the device needs its while.
    let planned: Vec<Heard> = heard.iter().copied().filter(|it| it.meant.lead > 150.0).collect();
    let at_once = heard.len() - planned.len();
    println!(
        "  {} cues meant, {} heard, {at_once} of them asked for at once",
        meant.len(),
        heard.len()
    );
    let (from, to) = (recording.heard(0), recording.heard(recording.samples.len() - 1));
    let (when, stray) = found.stray(&recording, from, to);
    println!("  loudest sound that was not meant: {stray:.4} at {:.2} s", when - from);
    if report(&meant, &planned) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

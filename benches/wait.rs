//! What it costs to wait for an hour without a window, beside Workrave and Safe Eyes on the same
//! display and bus at the same time: processor time, how often each was woken, and memory.
//!
//! Real minutes: sixty, or two with `--quick`; `--minutes N` for others. A peer that is not installed is
//! left out, and that is said.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a benchmark tells its numbers")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the time, and waits")]

#[path = "../tests/suite/real/display.rs"]
#[expect(dead_code, reason = "what others do on a display")]
mod display;
#[expect(dead_code, reason = "what other benchmarks use")]
mod measure;

use std::env;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::thread;
use std::time::Duration;

use display::Display;
use measure::{Baseline, Report, processor_time, tell};
use tempfile::TempDir;

/// How long each may take to begin and come to rest.
const BEGINS: Duration = Duration::from_secs(20);

/// Reminders around the clock, every day, once in ninety minutes: none comes while it is measured.
const SETTINGS: &str = "(schema: 1, breaks: (on: true, every: 90, from: 0, to: 0, days: [monday, \
    tuesday, wednesday, thursday, friday, saturday, sunday]))\n";

/// A program that waits; it is killed with the value.
struct Waits {
    name: &'static str,
    child: Child,
    before: Cost,
}

impl Drop for Waits {
    fn drop(&mut self) {
        // It may have ended by itself, which is told.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// What a program has cost so far.
#[derive(Debug, Clone, Copy, Default)]
struct Cost {
    processor: Duration,
    /// How often one of its threads was put to sleep, and so woken.
    woken: u64,
    /// Proportional set size, its own pages and its share of those that others have too.
    pss_kib: u64,
    private_kib: u64,
}

fn main() -> ExitCode {
    let minutes = minutes();
    let home = TempDir::new().expect("a temporary folder");
    let display = Display::start(1280, 800);
    let (bus, address) = bus();
    let _bus = Bus(bus);
    fs::write(home.path().join("settings.ron"), SETTINGS).expect("the home can be written");
    let mut waiting = vec![start("evenhold wait", ours(home.path()), &home, &display, &address)];
    for (name, program) in [("workrave", "workrave"), ("safeeyes", "safeeyes")] {
        if is_installed(program) {
            let command = Command::new(program);
            waiting.push(start(name, command, &home, &display, &address));
        } else {
            println!("skipped: {name}: not installed (apt-get install {program})");
        }
    }
    thread::sleep(BEGINS);
    for it in &mut waiting {
        it.before = cost(it.child.id());
    }
    println!("{minutes} minutes, with load average {}", load());
    thread::sleep(Duration::from_secs(minutes * 60));
    println!("load average afterwards {}", load());
    tell_costs(&mut waiting, minutes)
}

fn tell_costs(waiting: &mut [Waits], minutes: u64) -> ExitCode {
    let mut report = Report::default();
    let mut costs = Vec::new();
    for it in waiting {
        if it.child.try_wait().expect("a child of ours").is_some() {
            println!("{} has ended by itself", it.name);
            continue;
        }
        let now = cost(it.child.id());
        let used = now.processor.saturating_sub(it.before.processor).as_secs_f64();
        let woken = now.woken.saturating_sub(it.before.woken) as f64;
        tell(&format!("{}: processor time", it.name), "s", used);
        tell(&format!("{}: woken an hour", it.name), "", woken * 60.0 / minutes as f64);
        tell(&format!("{}: memory, shared parts divided", it.name), "MiB", mib(now.pss_kib));
        tell(&format!("{}: memory of its own", it.name), "MiB", mib(now.private_kib));
        costs.push((it.name, used, woken, mib(now.pss_kib)));
    }
    let Some((ours, others)) = costs.split_first() else { return ExitCode::FAILURE };
    report.at_most("processor time an hour", "s", ours.1 * 60.0 / minutes as f64, 1.0);
    for other in others {
        let beside = |value| Baseline { what: other.0, value, most: 1.0 };
        // Where neither used a hundredth of a second there is nothing to compare.
        if other.1 > 0.0 {
            report.ratio("processor time", "s", ours.1, &beside(other.1));
        }
        report.ratio("woken", "", ours.2, &beside(other.2));
        report.ratio("memory, shared parts divided", "MiB", ours.3, &beside(other.3));
    }
    report.finish()
}

fn mib(kib: u64) -> f64 {
    kib as f64 / 1024.0
}

fn minutes() -> u64 {
    let words: Vec<_> = env::args().collect();
    let named = words.iter().position(|it| it == "--minutes").and_then(|it| words.get(it + 1));
    let quick = if words.iter().any(|it| it == "--quick") { 2 } else { 60 };
    named.map_or(quick, |it| it.parse().expect("a number of minutes"))
}

fn ours(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_evenhold"));
    command.arg("wait").arg("--data-dir").arg(home);
    command
}

fn start(
    name: &'static str,
    mut command: Command,
    home: &TempDir,
    display: &Display,
    bus: &str,
) -> Waits {
    let path = env::var_os("PATH").unwrap_or_default();
    command.env_clear().env("PATH", path).env("HOME", home.path()).env("LANG", "C.UTF-8");
    command.env("XDG_RUNTIME_DIR", home.path()).env("DBUS_SESSION_BUS_ADDRESS", bus);
    // Nothing of the accessibility bus, which would be started for each.
    command.env("DISPLAY", display.name()).env("NO_AT_BRIDGE", "1");
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let child = command.spawn().expect("the program starts");
    Waits { name, child, before: Cost::default() }
}

/// The bus, which ends with the value.
struct Bus(Child);

impl Drop for Bus {
    fn drop(&mut self) {
        self.0.kill().expect("it was running");
        self.0.wait().expect("it ended");
    }
}

fn bus() -> (Child, String) {
    let mut daemon = Command::new("dbus-daemon")
        .args(["--session", "--nofork", "--print-address=1"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("dbus-daemon starts");
    let mut address = String::new();
    let output = daemon.stdout.take().expect("its output is piped");
    BufReader::new(output).read_line(&mut address).expect("it says its address");
    (daemon, address.trim().to_owned())
}

fn is_installed(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|dir| dir.join(program).is_file())
}

fn load() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().unwrap_or_default().to_owned()
}

/// What a program and every program that it has started cost so far.
fn cost(pid: u32) -> Cost {
    let mut all = own_cost(pid);
    for child in children(pid) {
        let more = cost(child);
        all.processor += more.processor;
        all.woken += more.woken;
        all.pss_kib += more.pss_kib;
        all.private_kib += more.private_kib;
    }
    all
}

fn own_cost(pid: u32) -> Cost {
    if !Path::new(&format!("/proc/{pid}/smaps_rollup")).exists() {
        return Cost::default();
    }
    let memory = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap_or_default();
    let kib = |name: &str| number(&memory, name);
    let threads = fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
    let woken = threads.map(|it| {
        let status = fs::read_to_string(it.path().join("status")).unwrap_or_default();
        number(&status, "voluntary_ctxt_switches:")
    });
    Cost {
        processor: processor_time(pid),
        woken: woken.sum(),
        pss_kib: kib("Pss:"),
        private_kib: kib("Private_Clean:") + kib("Private_Dirty:"),
    }
}

fn number(text: &str, name: &str) -> u64 {
    let line = text.lines().find_map(|it| it.strip_prefix(name));
    line.and_then(|it| it.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default()
}

fn children(pid: u32) -> Vec<u32> {
    let list = fs::read_to_string(format!("/proc/{pid}/task/{pid}/children")).unwrap_or_default();
    list.split_whitespace().filter_map(|it| it.parse().ok()).collect()
}

//! What the window costs, each beside its baseline in the same run: the first frame and the memory
//! beside a bare eframe window with the same features, an idle Today screen, and a running hold beside
//! the same window repainting every frame. Seen from outside, on a display that nobody sees.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a benchmark tells its numbers")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the time, and waits")]

#[path = "../tests/suite/real/display.rs"]
mod display;
#[path = "measure/first_frame.rs"]
mod first_frame;
mod measure;

use std::env;
use std::process::{Child, Command, ExitCode};
use std::thread;
use std::time::{Duration, Instant};

use display::Display;
use eframe::egui;
use first_frame::{SIZE, Shown, first_frame};
use measure::{Baseline, Report, median, processor_time, resident_kib, tell};
use tempfile::TempDir;
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{ConnectionExt as _, Window};

/// The title of our window, and of the bare one.
const TITLE: &str = "Evenhold";

/// A display shows sixty frames a second.
const DISPLAY_RATE: u32 = 60;

/// A step that runs with its moving figure.
struct Step {
    name: &'static str,
    /// The routine whose first step it is.
    routine: &'static str,
    /// Enter starts; D goes on at once in the gaps before it: to reach the mat, to get ready.
    keys: &'static [&'static str],
    /// How much of the processor it may use beside the same window that repaints every frame.
    most: f64,
}

const HOLD: Step = Step { name: "a hold", routine: "b", keys: &["Enter", "d", "d"], most: 0.35 };
const REPS: Step =
    Step { name: "paced reps", routine: "break-sit-to-stand", keys: &["Enter", "d"], most: 0.55 };

fn main() -> ExitCode {
    if env::args().any(|it| it == "--bare") {
        return bare_window();
    }
    let quick = env::args().any(|it| it == "--quick");
    let display = Display::start(SIZE.0, SIZE.1);
    let mut report = Report::default();
    first_frame_and_memory(&display, &mut report, if quick { 3 } else { 9 });
    idle(&display, &mut report, Duration::from_secs(if quick { 10 } else { 60 }));
    let span = Duration::from_secs(if quick { 8 } else { 20 });
    running(&display, &mut report, span, &HOLD);
    running(&display, &mut report, span, &REPS);
    report.finish()
}

/// A window with one button, and every feature of eframe that ours has.
fn bare_window() -> ExitCode {
    struct Bare;
    impl eframe::App for Bare {
        fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
            egui::CentralPanel::default().show(ui, |ui| ui.button("Start"));
        }
    }
    let size = [f32::from(SIZE.0), f32::from(SIZE.1)];
    let viewport = egui::ViewportBuilder::default().with_inner_size(size).with_title(TITLE);
    let options = eframe::NativeOptions { viewport, ..Default::default() };
    match eframe::run_native("bare", options, Box::new(|_| Ok(Box::new(Bare)))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// A program with its window; it is killed with the value.
struct Running {
    child: Child,
    window: Window,
    /// From starting the program to its first frame on the screen.
    first_frame: Duration,
    _home: TempDir,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().expect("it was running");
        self.child.wait().expect("it ended");
    }
}

/// Our program on its Today screen.
fn ours(display: &Display) -> Running {
    start(display, Command::new(env!("CARGO_BIN_EXE_evenhold")))
}

/// The bare window.
fn bare(display: &Display) -> Running {
    let mut command = Command::new(env::current_exe().expect("this program has a path"));
    command.arg("--bare");
    start(display, command)
}

/// Starts a program in a home of its own and waits for its first frame.
fn start(display: &Display, mut command: Command) -> Running {
    let home = TempDir::new().expect("a temporary folder");
    let Shown { child, window, took } = first_frame(display, home.path(), &mut command);
    display.window(TITLE, Duration::from_secs(20)).expect("the window is shown");
    display.focus(window);
    Running { child, window, first_frame: took, _home: home }
}

fn first_frame_and_memory(display: &Display, report: &mut Report, rounds: usize) {
    let (mut frames, mut memory) = ([Vec::new(), Vec::new()], [Vec::new(), Vec::new()]);
    for _ in 0..rounds {
        let pairs = frames.iter_mut().zip(&mut memory);
        for (start, (frames, memory)) in [bare, ours].into_iter().zip(pairs) {
            let running = start(display);
            frames.push(running.first_frame.as_secs_f64() * 1000.0);
            thread::sleep(Duration::from_secs(2));
            memory.push(resident_kib(running.child.id()) as f64 / 1024.0);
        }
    }
    let beside = |value, most| Baseline { what: "a bare window", value, most };
    let [bare, ours] = frames.map(median);
    report.ratio("first frame on screen", "ms", ours, &beside(bare, 1.25));
    let [bare, ours] = memory.map(median);
    report.ratio("resident memory", "MiB", ours, &beside(bare, 1.5));
}

fn idle(display: &Display, report: &mut Report, span: Duration) {
    let running = ours(display);
    thread::sleep(Duration::from_secs(5));
    display.frames();
    let before = processor_time(running.child.id());
    thread::sleep(span);
    let used = processor_time(running.child.id()).saturating_sub(before);
    let frames = display.frames() as f64;
    let seconds = span.as_secs();
    report.at_most(&format!("frames in {seconds} s of an idle Today"), "", frames, 0.0);
    tell("processor time meanwhile", "%", used.as_secs_f64() / span.as_secs_f64() * 100.0);
}

fn running(display: &Display, report: &mut Report, span: Duration, step: &Step) {
    let Step { name, routine, keys, most } = *step;
    let mut command = Command::new(env!("CARGO_BIN_EXE_evenhold"));
    command.args(["--routine", routine]);
    let running = start(display, command);
    let pid = running.child.id();
    for key in keys {
        display.press(key);
        thread::sleep(Duration::from_secs(1));
    }
    let (frames, alone) = watched(display, pid, || thread::sleep(span));
    // From the start of the same step again.
    display.press("Left");
    thread::sleep(Duration::from_secs(1));
    let (every, always) = watched(display, pid, || repaint_always(display, running.window, span));
    let seconds = span.as_secs_f64();
    tell(&format!("frames a second in {name}"), "", frames as f64 / seconds);
    tell("frames a second when asked for every one", "", every as f64 / seconds);
    let share = |used: Duration| used.as_secs_f64() / seconds * 100.0;
    let (alone, always) = (share(alone), share(always));
    let every = Baseline { what: "repainting every frame", value: always, most };
    report.ratio(&format!("processor in {name}"), "%", alone, &every);
}

/// How often the window was drawn, and what its process used, while `during` ran.
fn watched(display: &Display, pid: u32, during: impl FnOnce()) -> (usize, Duration) {
    display.frames();
    let before = processor_time(pid);
    during();
    (display.frames(), processor_time(pid).saturating_sub(before))
}

/// Has the display ask for the whole window again and again, as often as it shows frames.
fn repaint_always(display: &Display, window: Window, span: Duration) {
    let begun = Instant::now();
    for frame in 1.. {
        display.connection.clear_area(true, window, 0, 0, 0, 0).expect("sent");
        display.connection.flush().expect("sent");
        let due = Duration::from_secs(1) * frame / DISPLAY_RATE;
        if due > span {
            break;
        }
        thread::sleep(due.saturating_sub(begun.elapsed()));
    }
}

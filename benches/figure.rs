//! What a figure costs: to pose and tessellate one, a page and a grid with one that moves, each beside
//! an empty frame of the same run. A frame here is one pass of the interface with its tessellation;
//! nothing is painted on a screen.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a benchmark tells its numbers")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the time")]

#[expect(dead_code, reason = "what other processes use is for the other benchmarks")]
mod measure;
#[path = "../examples/shots/world.rs"]
#[expect(dead_code, reason = "the pictures of the screens use the rest")]
mod world;

use std::env;
use std::mem;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use eframe::egui::{CentralPanel, Context, Event, Pos2, RawInput, Rect, Ui, Vec2, pos2, vec2};
use evenhold::coach::{LibraryMessage, Message, Place};
use evenhold::figure::FigureTime;
use evenhold::library::Link;
use evenhold::ui::screens;
use evenhold::ui::theme;
use evenhold::ui::widgets::{FigureView, figure_ui, figures};
use evenhold::units::Sides;
use measure::{Baseline, Report, median, tell};
use world::World;

/// The window, in points.
const SIZE: Vec2 = vec2(1280.0, 800.0);

/// The large figure of a session or a page, in points.
const LARGE: Vec2 = vec2(480.0, 480.0);

/// Where the pointer rests: on the first figure of the library's grid, and so does the page's.
const POINTER: Pos2 = pos2(250.0, 250.0);

/// How often a second a figure is drawn anew in a hold, in reps, and a window that never rests.
const RATES: [f64; 3] = [10.0, 20.0, 60.0];

fn main() -> ExitCode {
    let rounds = if env::args().any(|it| it == "--quick") { 40 } else { 400 };
    let mut bench = Bench::new(rounds);
    let mut report = Report::default();
    let empty = bench.frame(|_, _| {});
    tell("an empty frame", "ms", empty);
    let one = bench.slowest_figure(empty);
    report.at_most("one figure, posed and tessellated: slowest", "ms", one, 0.3);
    // A figure of a page alone, as often as it moves, beside one for every frame of a display.
    let page = bench.frame(|ui, step| place(ui, LARGE, "clam-3", step));
    let always = page * RATES[2];
    for (what, rate, most) in [("a hold", RATES[0], 0.35), ("paced reps", RATES[1], 0.55)] {
        let beside = Baseline { what: "every frame", value: always, most };
        report.ratio(&format!("a second of {what} with the figure"), "ms", page * rate, &beside);
    }
    // The screens themselves: the grid moves only what the pointer rests on.
    let (page, grid) = (bench.screen("exercise:clam"), bench.screen(""));
    tell("the page of an exercise", "ms", page);
    let beside = Baseline { what: "a page with one", value: page, most: 3.0 };
    report.ratio("the grid of the library, one moving", "ms", grid, &beside);
    report.finish()
}

/// One interface that is drawn again and again.
struct Bench {
    ctx: Context,
    rounds: u32,
    time: f64,
}

impl Bench {
    fn new(rounds: u32) -> Self {
        let ctx = Context::default();
        theme::install(&ctx);
        Self { ctx, rounds, time: 0.0 }
    }

    /// The median milliseconds of a frame; `draw` is told how many came before it.
    fn frame(&mut self, draw: impl Fn(&mut Ui, u32)) -> f64 {
        let all: Vec<f64> = (0..self.rounds + 20).map(|step| self.once(&draw, step)).collect();
        // The first ones load fonts and lay out what is kept afterwards.
        median(all.into_iter().skip(20).collect())
    }

    fn once(&mut self, draw: &impl Fn(&mut Ui, u32), step: u32) -> f64 {
        self.time += 0.05;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            time: Some(self.time),
            focused: true,
            events: vec![Event::PointerMoved(POINTER)],
            ..RawInput::default()
        };
        let begun = Instant::now();
        let mut output = self.ctx.run_ui(input, |ui| {
            CentralPanel::default().show(ui, |ui| draw(ui, step));
        });
        let shapes = mem::take(&mut output.shapes);
        let shapes = self.ctx.tessellate(shapes, output.pixels_per_point);
        let took = begun.elapsed();
        output.drop_without_applying_deltas();
        assert!(shapes.len() < 10_000, "the frame was drawn");
        took.as_secs_f64() * 1000.0
    }

    /// The median milliseconds of a frame of the library: its grid, or what the link leads to.
    fn screen(&mut self, link: &str) -> f64 {
        let mut world = World::new();
        world.go(Place::Library);
        if let Some(link) = Link::read(link) {
            world.tell(Message::Library(LibraryMessage::Follow(link)));
        }
        let now = world.now();
        let view = world.coach.view(&now);
        self.frame(|ui, _| {
            screens::show(ui, &view, "", &world.text);
        })
    }

    /// The milliseconds over an empty frame of the movement that takes longest, at the large size.
    fn slowest_figure(&mut self, empty: f64) -> f64 {
        let rounds = self.rounds;
        self.rounds = rounds / 4;
        let mut all: Vec<(f64, String)> = Vec::new();
        for id in figures(&self.ctx).movement_ids() {
            // Whatever else the machine does only adds: of three medians the least is the figure's.
            let mut once = || self.frame(|ui, step| place(ui, LARGE, &id, step)) - empty;
            let took = [once(), once(), once()].into_iter().fold(f64::INFINITY, f64::min);
            all.push((took, id));
        }
        self.rounds = rounds;
        all.sort_by(|one, other| one.0.total_cmp(&other.0));
        let (slowest, id) = all.last().expect("there are movements");
        tell(&format!("one of {} figures, the middle one", all.len()), "ms", {
            median(all.iter().map(|it| it.0).collect())
        });
        println!("{:<44} {id}", "the slowest");
        *slowest
    }
}

/// Draws a figure as it is after so many pictures.
fn place(ui: &mut Ui, size: Vec2, movement: &str, step: u32) {
    let rect = Rect::from_min_size(ui.max_rect().min, size);
    let at = FigureTime::Loop(Duration::from_millis(50) * step);
    let view = FigureView {
        movement: Some(movement),
        side: Sides::Left,
        at,
        moves: true,
        ..Default::default()
    };
    figure_ui(ui, rect, &view);
}

//! What writing a long routine costs: a keystroke in a routine of 200 items, from the letter to the
//! drawn frame, beside an empty frame in the same run; and undoing 1,000 edits.
//!
//! A frame is one `Context::run` and its tessellation, without painting.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a benchmark tells its numbers")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the time")]

#[expect(dead_code, reason = "other benchmarks use the rest")]
mod measure;
#[path = "../examples/shots/world.rs"]
#[expect(dead_code, reason = "the pictures use the rest")]
mod world;

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::process::ExitCode;
use std::time::Instant;

use eframe::egui::{self, Context, RawInput, Rect, Ui, ViewportId};
use evenhold::coach::{EditorMessage, Message, News, Pane, Place, RoutinesMessage, Screen};
use evenhold::editing::{Command, ItemAt, ItemChange};
use evenhold::ui::screens;
use evenhold::ui::theme::{self, Look};

use measure::{Report, median, tell};
use world::World;

/// The items of the routine.
const ITEMS: usize = 200;
/// A picture every sixtieth of a second, in milliseconds.
const FRAME: f64 = 1000.0 / 60.0;

fn main() -> ExitCode {
    let quick = env::args().any(|it| it == "--quick");
    let times = if quick { 40 } else { 300 };
    let mut report = Report::default();
    let empty = median(frames(
        times,
        |_| {},
        |ui| {
            egui::CentralPanel::default().show(ui, |_| {});
        },
    ));
    tell("an empty frame", "ms", empty);
    for (pane, what) in [(Pane::Picked, "a letter of a note"), (Pane::Text, "a letter of the file")]
    {
        let mut letters = Letters::new(pane);
        let still = Letters::new(pane);
        let rest = median(frames(times, |_| {}, |ui| still.draw(ui)));
        tell(&format!("{what}: the same frame without it"), "ms", rest);
        let (world, pane) = (std::cell::RefCell::new(&mut letters), pane);
        let cost = median(frames(
            times,
            |at| world.borrow_mut().type_one(pane, at),
            |ui| {
                world.borrow().draw(ui);
            },
        ));
        tell(&format!("{what}, beside an empty frame"), "x", cost / empty);
        report.at_most(&format!("{what}, in all"), "ms", cost, FRAME);
    }
    undo(&mut report);
    report.finish()
}

/// A routine of 200 items in the editor.
struct Letters {
    world: World,
    note: String,
}

impl Letters {
    fn new(pane: Pane) -> Self {
        let mut world = World::new();
        let files = BTreeMap::from([("routines/long.ron".to_owned(), long_routine())]);
        world.news(News::OwnFiles(files));
        world.go(Place::Routines);
        world.tell(Message::Routines(RoutinesMessage::Edit("long".to_owned())));
        world.tell(Message::Editor(EditorMessage::Show(pane)));
        Self { world, note: String::new() }
    }

    /// One more letter.
    fn type_one(&mut self, pane: Pane, at: usize) {
        let letter = char::from(b'a' + (at % 26) as u8);
        let command = if pane == Pane::Text {
            let Screen::Editor(editor) = self.world.coach.screen() else { return };
            let written =
                editor.draft.text().replacen("Before bed", &format!("Before bed{letter}"), 1);
            Command::Text(written)
        } else {
            self.note.push(letter);
            let change = ItemChange::Note(Some(self.note.clone()));
            Command::Items { at: vec![ItemAt::new(0, ITEMS / 2)], change }
        };
        self.world.tell(Message::Editor(EditorMessage::Do(command)));
    }

    fn draw(&self, ui: &mut Ui) {
        let now = self.world.now();
        screens::show(ui, &self.world.coach.view(&now), "~/evenhold", &self.world.text);
    }
}

/// The text of a routine of 200 items, a comment at every tenth.
fn long_routine() -> String {
    let mut text = String::from(
        "(\n    schema: 1,\n    id: \"long\",\n    name: (long: \"Long\", short: \"Long\"),\n    \
         kind: session,\n    about: \"Before bed.\",\n    blocks: [\n        (\n            \
         title: \"All\",\n            items: [\n",
    );
    for at in 0..ITEMS {
        if at % 10 == 0 {
            writeln!(text, "                // From here on {at}.").ok();
        }
        let id = ["clam", "bridge", "sideraise", "balance"].into_iter().cycle().nth(at % 4);
        let id = id.unwrap_or_default();
        writeln!(text, "                (exercise: \"{id}\", level: 3, sets: 1),").ok();
    }
    text.push_str("            ],\n        ),\n    ],\n)\n");
    text
}

/// The milliseconds of so many frames, each after something was done.
fn frames(times: usize, mut act: impl FnMut(usize), mut draw: impl FnMut(&mut Ui)) -> Vec<f64> {
    let ctx = Context::default();
    theme::install(&ctx);
    theme::apply(&ctx, Look::Dark, 1.0);
    let mut frame = |at: usize| {
        let size = egui::vec2(1280.0, 800.0);
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, size)),
            time: Some(at as f64 / 60.0),
            focused: true,
            ..RawInput::default()
        };
        if let Some(viewport) = input.viewports.get_mut(&ViewportId::ROOT) {
            viewport.native_pixels_per_point = Some(1.0);
        }
        let output = ctx.run_ui(input, |ui| draw(ui));
        let shapes = ctx.tessellate(output.shapes.clone(), output.pixels_per_point);
        std::hint::black_box(shapes);
        output.drop_without_applying_deltas();
    };
    // Sizes settle and pictures are drawn before anything is measured.
    (0..5).for_each(&mut frame);
    (0..times)
        .map(|at| {
            let begun = Instant::now();
            act(at);
            frame(at + 5);
            begun.elapsed().as_secs_f64() * 1000.0
        })
        .collect()
}

/// 1,000 edits of the long routine, taken back to the first byte.
fn undo(report: &mut Report) {
    let mut letters = Letters::new(Pane::Picked);
    let text = |it: &Letters| {
        let Screen::Editor(editor) = it.world.coach.screen() else { return String::new() };
        editor.draft.text().to_owned()
    };
    let first = text(&letters);
    for at in 0..1000_u32 {
        let change = ItemChange::Rest(Some(1 + at % 60));
        let item = ItemAt::new(0, at as usize % ITEMS);
        let command = Command::Items { at: vec![item], change };
        letters.world.tell(Message::Editor(EditorMessage::Do(command)));
    }
    let begun = Instant::now();
    for _ in 0..1000 {
        letters.world.tell(Message::Editor(EditorMessage::Undo));
    }
    tell("1,000 edits taken back", "ms", begun.elapsed().as_secs_f64() * 1000.0);
    let differs = f64::from(u8::from(text(&letters) != first));
    report.at_most("bytes are not as they were", "", differs, 0.0);
}

//! The contact sheets: every movement at its start, on the way and at its end, on both sides.

use std::path::Path;
use std::time::Duration;

use egui::{CentralPanel, Frame, Rect, Ui, pos2, vec2};
use evenhold::figure::{FigureTime, Movement, Shelf};
use evenhold::library::{Library, Muscle};
use evenhold::ui::theme::{Look, Palette, Type};
use evenhold::ui::widgets::{FigureView, figure_ui};
use evenhold::units::Sides;

use crate::camera::{self, Setting};

/// One cell of a sheet, in points.
const CELL: [f32; 2] = [210.0, 224.0];
/// Cells beside each other: two movements of four pictures each.
const COLUMNS: usize = 8;
/// Cells above each other on one page.
const ROWS: usize = 5;

/// One picture of a sheet.
struct Cell {
    movement: String,
    side: Sides,
    at: FigureTime,
    what: String,
    muscles: Vec<Muscle>,
    ghost: bool,
}

/// Writes the pages whose name contains the word.
pub(crate) fn write(folder: &Path, wanted: &str) -> Result<(), Box<dyn std::error::Error>> {
    let cells = cells();
    for (look, name) in [(Look::Light, "light"), (Look::Dark, "dark")] {
        for (page, cells) in cells.chunks(COLUMNS * ROWS).enumerate() {
            let name = format!("figures-{:02}-{name}", page + 1);
            if name.contains(wanted) {
                let pixels = [CELL[0] as usize * COLUMNS, CELL[1] as usize * ROWS];
                let setting = Setting { pixels, look, text_size: 1.0 };
                let image = camera::shoot(&setting, |ui| sheet_ui(ui, cells));
                camera::save(&image, &folder.join(format!("{name}.png")))?;
                println!("{name}");
            }
        }
    }
    Ok(())
}

/// Four pictures a row for every movement and every side that it is done on.
fn cells() -> Vec<Cell> {
    let shelf = Shelf::default();
    let library = Library::shipped();
    let mut cells = Vec::new();
    for id in shelf.movement_ids() {
        let Some(movement) = shelf.movement(&id) else { continue };
        let levels = library.exercises.iter().flat_map(|it| &it.levels);
        let level = levels.clone().find(|it| it.movement.as_deref() == Some(id.as_str()));
        let muscles = level.map(|it| it.muscles.clone()).unwrap_or_default();
        let sides: &[Sides] = match movement.parts.drawn_for {
            Sides::Both => &[Sides::Both],
            Sides::Left | Sides::Right => &[Sides::Left, Sides::Right],
        };
        for side in sides {
            for (what, at) in moments(movement) {
                let what = format!("{id} · {side} · {what}");
                let ghost = what.ends_with("fault");
                let muscles = muscles.clone();
                cells.push(Cell { movement: id.clone(), side: *side, at, what, muscles, ghost });
            }
        }
    }
    cells
}

fn moments(movement: &Movement) -> [(&'static str, FigureTime); 4] {
    let round = movement.round();
    let after = |share: f32| FigureTime::Loop(Duration::from_secs_f32(round.as_secs_f32() * share));
    let last = if movement.parts.ghost.is_some() { "fault" } else { "back" };
    [
        ("start", FigureTime::Start),
        ("on the way", after(0.16)),
        ("end", FigureTime::End),
        (last, after(0.70)),
    ]
}

fn sheet_ui(ui: &mut Ui, cells: &[Cell]) {
    let palette = Palette::of(ui);
    CentralPanel::default().frame(Frame::new().fill(palette.surface)).show(ui, |ui| {
        for (at, cell) in cells.iter().enumerate() {
            let (column, row) = ((at % COLUMNS) as f32, (at / COLUMNS) as f32);
            let corner = pos2(column * CELL[0], row * CELL[1]);
            let words = Type::Caption.font();
            ui.painter().text(
                corner + vec2(6.0, 2.0),
                egui::Align2::LEFT_TOP,
                &cell.what,
                words,
                palette.muted,
            );
            let rect =
                Rect::from_min_size(corner + vec2(4.0, 18.0), vec2(CELL[0] - 8.0, CELL[1] - 22.0));
            let view = FigureView {
                movement: Some(&cell.movement),
                side: cell.side,
                at: cell.at,
                glow: &cell.muscles,
                ghost: cell.ghost,
                ..FigureView::default()
            };
            ui.push_id(at, |ui| figure_ui(ui, rect, &view));
        }
    });
}

//! Two versions of a text, line by line: a sign, a number and a tint tell what is on which side.

use egui::{FontId, Role, Sense, Ui, vec2};

use super::{describe, line};
use crate::coach::{DiffLine, DiffSide};
use crate::ui::theme::{Palette, radius, soft, space};

/// The size of the letters.
const LETTERS: f32 = 13.0;
/// Room for the number and the sign.
const LEFT: f32 = 52.0;

/// Shows the lines that differ, with those around them.
pub fn difference_ui(ui: &mut Ui, lines: &[DiffLine]) {
    let palette = Palette::of(ui);
    let frame = egui::Frame::new()
        .fill(palette.raised)
        .corner_radius(radius::BUTTON)
        .inner_margin(egui::Margin::same(space::S as i8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        for it in lines {
            line_ui(ui, it, &palette);
        }
    });
}

fn line_ui(ui: &mut Ui, it: &DiffLine, palette: &Palette) {
    let font = FontId::monospace(LETTERS);
    let color = match it.side {
        DiffSide::Before => palette.alert,
        DiffSide::After => palette.good,
        DiffSide::Both | DiffSide::Gap => palette.muted,
    };
    let width = ui.available_width();
    let is_new = matches!(it.side, DiffSide::Before | DiffSide::After);
    let ink = if is_new { palette.text } else { palette.muted };
    let words = ui.painter().layout(it.text.clone(), font.clone(), ink, width - LEFT - space::S);
    let height = words.size().y.max(LETTERS + space::XS) + 2.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let number = it.number.map(|it| it.to_string()).unwrap_or_default();
    let said = format!("{} {number} {}", it.side.sign(), it.text.trim());
    describe(&response, Role::Label, said.trim());
    if is_new {
        ui.painter().rect_filled(rect, radius::SMALL, soft(color, palette.surface));
    }
    let number = line(ui, &number, font.clone(), palette.muted);
    let at = rect.left_top() + vec2(LEFT - 20.0 - number.size().x, 1.0);
    ui.painter().galley(at, number, palette.muted);
    let sign = line(ui, it.side.sign(), font, color);
    ui.painter().galley(rect.left_top() + vec2(LEFT - 14.0, 1.0), sign, color);
    ui.painter().galley(rect.left_top() + vec2(LEFT, 1.0), words, ink);
}

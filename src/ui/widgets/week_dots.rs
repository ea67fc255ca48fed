//! A week as seven dots: trained days are filled, today has a ring.

use egui::{Pos2, Response, Role, Sense, Stroke, Ui, vec2};
use egui_material_icons::icons::ICON_CHECK;

use super::{describe, line, paint_centered, paint_left};
use crate::ui::theme::{Palette, Type, icon_font, space, stroke};

/// One day of the week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayMark {
    /// One or two letters.
    pub letter: String,
    /// Whether a session was done.
    pub done: bool,
    /// Where it lies.
    pub when: When,
}

/// Where a day lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Over.
    Past,
    /// Today.
    Today,
    /// Still to come.
    Ahead,
}

/// Shows a week after its words: "2 days this week".
pub fn week_dots_ui(ui: &mut Ui, days: &[DayMark], said: &str) -> Response {
    let palette = Palette::of(ui);
    let (dot, gap) = (24.0, space::S);
    let words = line(ui, said, Type::Note.font(), palette.muted);
    let dots = days.len() as f32 * (dot + gap) - gap;
    let width = words.size().x + space::L + dots;
    let (rect, response) = ui.allocate_exact_size(vec2(width.max(0.0), dot + 20.0), Sense::hover());
    paint_left(ui, Pos2::new(rect.left(), rect.top() + dot / 2.0), words);
    let left = rect.right() - dots;
    for (index, day) in days.iter().enumerate() {
        let x = left + index as f32 * (dot + gap) + dot / 2.0;
        let middle = Pos2::new(x, rect.top() + dot / 2.0);
        let painter = ui.painter();
        if day.done {
            painter.circle_filled(middle, dot / 2.0, palette.accent);
            let tick = line(ui, ICON_CHECK.codepoint, icon_font(16.0), palette.on_accent);
            paint_centered(ui, middle, tick);
        } else if day.when == When::Ahead {
            painter.circle_filled(middle, 3.0, palette.control);
        } else {
            let border = Stroke::new(1.5, palette.outline);
            painter.circle_stroke(middle, dot / 2.0 - 1.0, border);
        }
        if day.when == When::Today {
            let ring = Stroke::new(stroke::FOCUS, palette.text);
            painter.circle_stroke(middle, dot / 2.0 + if day.done { 2.0 } else { -1.0 }, ring);
        }
        let color = if day.when == When::Today { palette.text } else { palette.muted };
        let letter = line(ui, &day.letter, Type::Caption.font(), color);
        paint_centered(ui, Pos2::new(x, rect.bottom() - 6.0), letter);
    }
    describe(&response, Role::Image, said);
    response
}

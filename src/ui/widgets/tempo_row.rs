//! The parts of a rep in a row, the present one marked: lift · top · lower.

use egui::{Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::{line, paint_left};
use crate::ui::theme::{Palette, Type, space};

/// Shows the words of the parts, `now` being the index of the present one and `fraction` how much of
/// it is over.
pub fn tempo_row_ui(
    ui: &mut Ui,
    words: &[String],
    now: usize,
    fraction: f32,
    size: f32,
) -> Response {
    let palette = Palette::of(ui);
    let galleys: Vec<_> = words
        .iter()
        .enumerate()
        .map(|(index, word)| {
            let color = if index == now { palette.text } else { palette.muted };
            line(ui, word, Type::session(size), color)
        })
        .collect();
    let gap = size * 1.1;
    let width = galleys.iter().map(|it| it.size().x + gap).sum::<f32>() - gap;
    let height = galleys.iter().map(|it| it.size().y).fold(0.0, f32::max) + space::S;
    let (rect, response) = ui.allocate_exact_size(vec2(width.max(0.0), height), Sense::hover());
    response.widget_info(|| {
        let now = words.get(now).map_or("", String::as_str);
        let mut info = WidgetInfo::labeled(Role::Status, true, now);
        info.current_text_value = Some(now.to_owned());
        info
    });
    let mut x = rect.left();
    let under = rect.bottom() - 2.0;
    let count = galleys.len();
    for (index, galley) in galleys.into_iter().enumerate() {
        let width = galley.size().x;
        let middle = rect.top() + galley.size().y / 2.0;
        paint_left(ui, egui::pos2(x, middle), galley);
        if index == now {
            let line = |to: f32, color| {
                ui.painter().hline(x..=x + width * to, under, Stroke::new(4.0, color));
            };
            line(1.0, palette.track);
            line(fraction.clamp(0.0, 1.0), palette.accent);
        }
        if index + 1 < count {
            ui.painter().circle_filled(
                egui::pos2(x + width + gap / 2.0, middle),
                size / 12.0,
                palette.muted,
            );
        }
        x += width + gap;
    }
    response
}

//! A tile: a picture and words that open something when clicked.

use egui::{Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo};

use crate::ui::theme::{Palette, focus_ring, radius, stroke};

/// A surface of which every place opens the same thing.
#[derive(Debug, Clone, Copy)]
pub struct Tile {
    /// Its size, in points.
    pub size: Vec2,
}

impl Tile {
    /// Shows it. `name` is what a screen reader calls it, all that is written on it in a line: asked for
    /// when somebody listens. `paint` draws what is on it into its place, if that can be seen.
    pub fn show(
        self,
        ui: &mut Ui,
        name: impl Fn() -> String,
        paint: impl FnOnce(&mut Ui, Rect, &Response),
    ) -> Response {
        let (rect, response) = ui.allocate_exact_size(self.size, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), name()));
        if ui.is_rect_visible(rect) {
            let palette = Palette::of(ui);
            let (fill, border) = if response.hovered() {
                (palette.raised, palette.control)
            } else {
                (palette.surface, palette.outline)
            };
            let border = Stroke::new(stroke::HAIRLINE, border);
            ui.painter().rect(rect, radius::CARD, fill, border, StrokeKind::Inside);
            // What is on it stands in the tile's own scope and takes no room beside it.
            let place = UiBuilder::new().id_salt(response.id).max_rect(rect);
            paint(&mut ui.new_child(place), rect, &response);
            if response.has_focus() {
                focus_ring(ui, rect, radius::CARD);
            }
        }
        response
    }
}

//! The key that does the same, drawn as a key cap: on buttons and in the list of all keys.

use egui::{Color32, Pos2, Rect, Stroke, Ui, Vec2, vec2};

use super::{line, paint_centered};
use crate::ui::theme::{Palette, Type, radius, space, stroke};

/// The size of a key cap.
pub fn key_cap_size(ui: &Ui, key: &str) -> Vec2 {
    let galley = line(ui, key, Type::Caption.font(), Color32::PLACEHOLDER);
    let height = 22.0;
    vec2((galley.size().x + space::S + space::XS).max(height), height)
}

/// Paints a key cap with its left end at a point, around its height.
pub fn paint_key_cap(ui: &Ui, left_middle: Pos2, key: &str, color: Color32) {
    let size = key_cap_size(ui, key);
    let rect = Rect::from_min_size(left_middle - vec2(0.0, size.y / 2.0), size);
    let border = Stroke::new(stroke::HAIRLINE, color.gamma_multiply(0.55));
    ui.painter().rect_stroke(rect, radius::SMALL, border, egui::StrokeKind::Inside);
    paint_centered(ui, rect.center(), line(ui, key, Type::Caption.font(), color));
}

/// One row of the list of all keys: what, and the keys that do it.
#[derive(Debug, Clone, Copy)]
pub struct KeyRow<'a> {
    /// What the keys do.
    pub what: &'a str,
    /// The keys, any of which does it.
    pub keys: &'a [&'a str],
}

impl egui::Widget for KeyRow<'_> {
    fn ui(self, ui: &mut Ui) -> egui::Response {
        let palette = Palette::of(ui);
        let size = vec2(ui.available_width(), 30.0);
        let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
        let mut right = rect.right();
        for key in self.keys.iter().rev() {
            right -= key_cap_size(ui, key).x;
            paint_key_cap(ui, Pos2::new(right, rect.center().y), key, palette.muted);
            right -= space::XS;
        }
        let what = line(ui, self.what, Type::Body.font(), palette.text);
        super::paint_left(ui, rect.left_center(), what);
        let said = format!("{}: {}", self.what, self.keys.join(", "));
        super::describe(&response, egui::Role::Label, &said);
        response
    }
}

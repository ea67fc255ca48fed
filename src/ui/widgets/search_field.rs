//! The field of a search: a magnifying glass, the words, and a way to clear them.

use egui::{Align2, Frame, Margin, Response, Sense, Stroke, TextEdit, Ui, WidgetInfo, vec2};
use egui_material_icons::icons::{ICON_CLOSE, ICON_SEARCH};

use super::{key_cap_size, line, paint_centered, paint_key_cap};
use crate::ui::theme::{Palette, Type, focus_ring, icon_font, radius, size, space, stroke};

/// A field of a search.
#[derive(Debug, Clone, Copy)]
pub struct SearchField<'a> {
    /// What it is, for a screen reader.
    pub name: &'a str,
    /// What stands in it while it is empty.
    pub hint: &'a str,
    /// What the button that clears it is called.
    pub clear: &'a str,
    /// The key that leads to it; empty where only Tab does.
    pub key: &'a str,
}

impl SearchField<'_> {
    /// Shows it as wide as there is room; `text` is what it holds then.
    pub fn show(self, ui: &mut Ui, text: &mut String) -> Response {
        let palette = Palette::of(ui);
        let frame = Frame::new()
            .fill(palette.raised)
            .stroke(Stroke::new(stroke::HAIRLINE, palette.control))
            .corner_radius(radius::BUTTON)
            .inner_margin(Margin::symmetric(space::M as i8, 0));
        let shown = frame.show(ui, |ui| ui.horizontal(|ui| self.row_ui(ui, text)).inner);
        if shown.inner.has_focus() {
            focus_ring(ui, shown.response.rect, radius::BUTTON);
        }
        shown.inner
    }

    fn row_ui(self, ui: &mut Ui, text: &mut String) -> Response {
        let palette = Palette::of(ui);
        ui.set_min_height(size::CONTROL);
        let icon = vec2(size::ICON, size::CONTROL);
        let (rect, _) = ui.allocate_exact_size(icon, Sense::hover());
        let glass = line(ui, ICON_SEARCH.codepoint, icon_font(size::ICON), palette.muted);
        paint_centered(ui, rect.center(), glass);
        let cap = key_cap_size(ui, self.key);
        let tail = if text.is_empty() { cap.x } else { size::ICON };
        let edit = TextEdit::singleline(text)
            .font(Type::Body.font())
            .frame(Frame::NONE)
            .hint_text(Type::Body.text(self.hint).color(palette.muted))
            .desired_width(ui.available_width() - tail - space::S)
            .align(Align2::LEFT_CENTER);
        let edit = ui.add(edit);
        ui.accesskit_node_builder(edit.id, |node| {
            node.set_label(self.name);
            if !self.key.is_empty() {
                node.set_keyboard_shortcut(self.key);
            }
        });
        if text.is_empty() {
            let (rect, _) = ui.allocate_exact_size(cap, Sense::hover());
            if !self.key.is_empty() {
                paint_key_cap(ui, rect.left_center(), self.key, palette.muted);
            }
        } else if self.clear_ui(ui) {
            text.clear();
            edit.request_focus();
        }
        edit
    }

    fn clear_ui(self, ui: &mut Ui) -> bool {
        let palette = Palette::of(ui);
        let (rect, response) =
            ui.allocate_exact_size(vec2(size::ICON, size::CONTROL), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, self.clear));
        let color = if response.hovered() { palette.text } else { palette.muted };
        let cross = line(ui, ICON_CLOSE.codepoint, icon_font(size::ICON), color);
        paint_centered(ui, rect.center(), cross);
        if response.has_focus() {
            focus_ring(ui, rect.shrink2(vec2(0.0, 8.0)), radius::SMALL);
        }
        response.on_hover_text(self.clear).clicked()
    }
}

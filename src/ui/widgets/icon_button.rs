//! A button that is only an icon, with its name and key in a tooltip.

use egui::{Response, Role, Sense, Ui, Widget, WidgetInfo, vec2};
use egui_material_icons::MaterialIcon;

use super::{line, paint_centered};
use crate::ui::theme::{Palette, focus_ring, icon_font, radius, size};

/// A button that is only an icon.
#[derive(Debug, Clone, Copy)]
#[must_use = "add it to a `Ui`"]
pub struct IconButton<'a> {
    icon: MaterialIcon,
    name: &'a str,
    key: Option<&'a str>,
}

impl<'a> IconButton<'a> {
    /// An icon, and what a screen reader and the tooltip call it.
    pub const fn new(icon: MaterialIcon, name: &'a str) -> Self {
        Self { icon, name, key: None }
    }

    /// With the key that does the same.
    pub const fn key(self, key: &'a str) -> Self {
        Self { key: Some(key), ..self }
    }
}

impl Widget for IconButton<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let palette = Palette::of(ui);
        let side = vec2(size::CONTROL, size::CONTROL);
        let (rect, response) = ui.allocate_exact_size(side, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), self.name));
        if let Some(key) = self.key {
            ui.accesskit_node_builder(response.id, |node| node.set_keyboard_shortcut(key));
        }
        if response.hovered() && ui.is_enabled() {
            ui.painter().rect_filled(rect.shrink(2.0), radius::BUTTON, palette.raised);
        }
        let color = if ui.is_enabled() { palette.text } else { palette.muted };
        let glyph = line(ui, self.icon.codepoint, icon_font(size::ICON), color);
        paint_centered(ui, rect.center(), glyph);
        if response.has_focus() {
            focus_ring(ui, rect.shrink(4.0), radius::BUTTON);
        }
        let tip = match self.key {
            Some(key) => format!("{} ({key})", self.name),
            None => self.name.to_owned(),
        };
        response.on_hover_text(&tip).on_disabled_hover_text(&tip)
    }
}

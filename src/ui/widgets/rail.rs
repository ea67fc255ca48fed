//! The navigation at the left: an icon over a word for each of the five places.

use egui::{Align2, Response, Role, Sense, Ui, WidgetInfo, vec2};
use egui_material_icons::MaterialIcon;

use crate::ui::theme::{Palette, Type, focus_ring, icon_font, radius, size, soft, space};

/// One place.
#[derive(Debug, Clone, Copy)]
pub struct RailEntry<'a> {
    /// Its word.
    pub label: &'a str,
    /// Its icon.
    pub icon: MaterialIcon,
}

/// Shows the places, `here` being the index of the present one; answers with the one asked for.
pub fn rail_ui(ui: &mut Ui, entries: &[RailEntry<'_>], here: usize) -> Option<usize> {
    ui.spacing_mut().item_spacing.y = space::S;
    let mut asked = None;
    for (index, entry) in entries.iter().enumerate() {
        if entry_ui(ui, entry, index == here).clicked() {
            asked = Some(index);
        }
    }
    asked
}

fn entry_ui(ui: &mut Ui, entry: &RailEntry<'_>, here: bool) -> Response {
    let palette = Palette::of(ui);
    let size = vec2(size::RAIL - 2.0 * space::S, 64.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), here, entry.label));
    if here {
        ui.painter().rect_filled(rect, radius::CARD, soft(palette.accent, palette.surface));
    } else if response.hovered() {
        ui.painter().rect_filled(rect, radius::CARD, palette.raised);
    }
    let color = if here { palette.accent } else { palette.muted };
    let top = rect.center_top() + vec2(0.0, 22.0);
    let painter = ui.painter();
    painter.text(top, Align2::CENTER_CENTER, entry.icon.codepoint, icon_font(24.0), color);
    let color = if here { palette.text } else { palette.muted };
    let word = rect.center_bottom() - vec2(0.0, 16.0);
    painter.text(word, Align2::CENTER_CENTER, entry.label, Type::Caption.font(), color);
    if response.has_focus() {
        focus_ring(ui, rect.shrink(2.0), radius::CARD);
    }
    response
}

//! A row of words of equal width, of which one is open: what stands below belongs to it.

use egui::{Color32, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{line, paint_centered};
use crate::ui::theme::{Palette, Type, focus_ring, radius, size, stroke};

/// Shows the tabs, `here` being the index of the open one; answers with the one just clicked.
pub fn tabs_ui(ui: &mut Ui, names: &[&str], here: usize) -> Option<usize> {
    let palette = Palette::of(ui);
    let whole = vec2(ui.available_width(), size::CONTROL);
    let (rect, _) = ui.allocate_exact_size(whole, Sense::hover());
    let ground = Stroke::new(stroke::HAIRLINE, palette.outline);
    ui.painter().hline(rect.x_range(), rect.bottom(), ground);
    // Each is as wide as its word and its share of what is left.
    let words = |it: &str, color| line(ui, it, Type::Label.font(), color);
    let widths: Vec<_> = names.iter().map(|it| words(it, Color32::PLACEHOLDER).size().x).collect();
    let share = (rect.width() - widths.iter().sum::<f32>()) / names.len().max(1) as f32;
    let mut clicked = None;
    let mut left = rect.left();
    for (index, (name, width)) in names.iter().zip(widths).enumerate() {
        let place = Rect::from_min_size(pos2(left, rect.top()), vec2(width + share, rect.height()));
        left = place.right();
        let response = ui.interact(place, ui.scope_id().with(("tab", index)), Sense::click());
        let open = index == here;
        response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), open, *name));
        if response.hovered() {
            ui.painter().rect_filled(place.shrink(2.0), radius::SMALL, palette.raised);
        }
        let color = if open { palette.text } else { palette.muted };
        paint_centered(ui, place.center(), line(ui, name, Type::Label.font(), color));
        if open {
            let mark = Stroke::new(3.0, palette.accent);
            ui.painter().hline(place.x_range(), rect.bottom() - 1.0, mark);
        }
        if response.has_focus() {
            focus_ring(ui, place.shrink(4.0), radius::SMALL);
        }
        if response.clicked() {
            clicked = Some(index);
        }
    }
    clicked
}

//! A rating from 0 to 10, each number a button of its own: quicker and surer than a slider.

use egui::{Role, Sense, Ui, WidgetInfo, vec2};

use super::choice::paint_segment;
use super::{line, paint_centered, paint_left};
use crate::ui::theme::{Palette, Type, space};
use crate::units::Pain;

/// The widest and the narrowest a number may be.
const WIDTHS: (f32, f32) = (44.0, 30.0);

/// Shows the numbers with the words for both ends; answers with the one just clicked. `name` is what
/// is rated, for a screen reader: "Pain now".
pub fn rating_ui(ui: &mut Ui, name: &str, chosen: Option<Pain>, ends: [&str; 2]) -> Option<Pain> {
    let palette = Palette::of(ui);
    let gap = space::XS;
    let width = ((ui.available_width() - 10.0 * gap) / 11.0).floor().clamp(WIDTHS.1, WIDTHS.0);
    let mut clicked = None;
    let row = ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(gap, gap);
        for pain in (0..=10).filter_map(Pain::new) {
            let (rect, response) = ui.allocate_exact_size(vec2(width, 40.0), Sense::click());
            let selected = chosen == Some(pain);
            let said = format!("{name} {pain}");
            response.widget_info(|| {
                WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), selected, &said)
            });
            paint_segment(ui, rect, &response, selected);
            let digit = line(ui, &pain.to_string(), Type::Strong.font(), palette.text);
            paint_centered(ui, rect.center(), digit);
            if response.clicked() {
                clicked = Some(pain);
            }
        }
    });
    let width = row.response.rect.width().min(11.0 * width + 10.0 * gap);
    let (rect, _) = ui.allocate_exact_size(vec2(width, 16.0), Sense::hover());
    let [low, high] = ends.map(|it| line(ui, it, Type::Caption.font(), palette.muted));
    let right = rect.right() - high.size().x;
    paint_left(ui, rect.left_center(), low);
    paint_left(ui, egui::pos2(right, rect.center().y), high);
    clicked
}

//! Small choices: chips that are on or off, and a row of which one is chosen.

use egui::{Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Widget, WidgetInfo, vec2};
use egui_material_icons::icons::ICON_CHECK;

use super::{line, paint_centered, paint_left};
use crate::ui::theme::{Palette, Type, focus_ring, icon_font, radius, size, soft, space, stroke};

/// Something that is so today, or not: "no band".
#[derive(Debug, Clone, Copy)]
#[must_use = "add it to a `Ui`"]
pub struct Chip<'a> {
    /// Its word.
    pub label: &'a str,
    /// Whether it is on.
    pub on: bool,
}

impl Widget for Chip<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let palette = Palette::of(ui);
        let text = line(ui, self.label, Type::Label.font(), palette.text);
        let mark = 18.0;
        let width = text.size().x + mark + space::XS + 2.0 * space::M;
        let (rect, response) = ui.allocate_exact_size(vec2(width, 36.0), Sense::click());
        response.widget_info(|| {
            WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), self.on, self.label)
        });
        let fill = match (self.on, response.hovered()) {
            (true, _) => soft(palette.accent, palette.surface),
            (false, true) => palette.raised,
            (false, false) => palette.surface,
        };
        let border = if self.on { palette.accent } else { palette.control };
        let round = rect.height() / 2.0;
        let border = Stroke::new(stroke::HAIRLINE, border);
        ui.painter().rect(rect, round, fill, border, StrokeKind::Inside);
        let left = Pos2::new(rect.left() + space::M, rect.center().y);
        paint_mark(ui, left, mark, self.on);
        paint_left(ui, left + vec2(mark + space::XS, 0.0), text);
        if response.has_focus() {
            focus_ring(ui, rect, round);
        }
        response
    }
}

/// An empty or a ticked box: on and off differ by more than colour.
fn paint_mark(ui: &Ui, left: Pos2, side: f32, on: bool) {
    let palette = Palette::of(ui);
    let middle = left + vec2(side / 2.0, 0.0);
    if on {
        let tick = line(ui, ICON_CHECK.codepoint, icon_font(side), palette.accent);
        paint_centered(ui, middle, tick);
    } else {
        let rect = Rect::from_center_size(middle, vec2(12.0, 12.0));
        let border = Stroke::new(1.5, palette.control);
        ui.painter().rect_stroke(rect, 3.0, border, StrokeKind::Inside);
    }
}

/// A row of words of which one is chosen, or none yet; answers with the index of the one just
/// clicked. `what` is what is chosen, for a screen reader: "Theme: dark".
pub fn segments(ui: &mut Ui, what: &str, names: &[&str], chosen: Option<usize>) -> Option<usize> {
    let palette = Palette::of(ui);
    let mut clicked = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
        for (index, name) in names.iter().enumerate() {
            let selected = chosen == Some(index);
            let said = format!("{what}: {name}");
            let text = line(ui, name, Type::Label.font(), palette.text);
            let wide = vec2(text.size().x + 2.0 * space::L, size::CONTROL);
            let (rect, response) = ui.allocate_exact_size(wide, Sense::click());
            response.widget_info(|| {
                WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), selected, &said)
            });
            paint_segment(ui, rect, &response, selected);
            paint_centered(ui, rect.center(), text);
            if response.clicked() {
                clicked = Some(index);
            }
        }
    });
    clicked
}

/// The box of one of several choices, ringed where it has the focus.
pub fn paint_segment(ui: &Ui, rect: Rect, response: &Response, selected: bool) {
    paint_choice(ui, rect, response, selected);
    if response.has_focus() {
        focus_ring(ui, rect, radius::BUTTON);
    }
}

/// The box of one of several choices.
pub fn paint_choice(ui: &Ui, rect: Rect, response: &Response, selected: bool) {
    let palette = Palette::of(ui);
    let (fill, border) = match (selected, response.hovered()) {
        (true, _) => {
            (soft(palette.accent, palette.surface), Stroke::new(stroke::FOCUS, palette.accent))
        }
        (false, true) => (palette.raised, Stroke::new(stroke::HAIRLINE, palette.control)),
        (false, false) => (palette.surface, Stroke::new(stroke::HAIRLINE, palette.control)),
    };
    ui.painter().rect(rect, radius::BUTTON, fill, border, StrokeKind::Inside);
}

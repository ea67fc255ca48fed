//! Cards: what belongs together, on a surface; and cards of which one is chosen.

use egui::{Frame, InnerResponse, Margin, Rect, Response, Role, Sense, Stroke, StrokeKind};
use egui::{Ui, Vec2, Widget, WidgetInfo, vec2};

use super::{cut, paint_left};
use crate::ui::theme::{Palette, Type, focus_ring, radius, soft, space, stroke};

/// The frame of a card.
pub fn card_frame(palette: &Palette) -> Frame {
    Frame::new()
        .fill(palette.surface)
        .stroke(Stroke::new(stroke::HAIRLINE, palette.outline))
        .corner_radius(radius::CARD)
        .inner_margin(Margin::same(space::XL as i8))
}

/// A card as wide as there is room.
pub fn card<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    card_frame(&Palette::of(ui)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        add(ui)
    })
}

/// One card of several, of which one is chosen; a click anywhere on it chooses it.
#[derive(Debug, Clone, Copy)]
pub struct ChoiceCard<'a> {
    /// What is read first: how long it takes.
    pub head: &'a str,
    /// What it is called.
    pub name: &'a str,
    /// A detail.
    pub detail: &'a str,
    /// What a screen reader says for all of it.
    pub said: &'a str,
    /// Whether it is the chosen one.
    pub selected: bool,
    /// Its size, in points.
    pub size: Vec2,
}

impl Widget for ChoiceCard<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let (rect, response) = ui.allocate_exact_size(self.size, Sense::click());
        response.widget_info(|| {
            WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), self.selected, self.said)
        });
        self.paint(ui, rect, &response);
        let palette = Palette::of(ui);
        let left = rect.left_top() + vec2(space::L, 0.0);
        let room = rect.width() - 2.0 * space::L;
        for (words, font, color, y) in [
            (self.head, Type::Heading, palette.text, 33.0),
            (self.name, Type::Strong, palette.text, 64.0),
            (self.detail, Type::Caption, palette.muted, 87.0),
        ] {
            paint_left(ui, left + vec2(0.0, y), cut(ui, words, font, color, room));
        }
        response
    }
}

impl ChoiceCard<'_> {
    fn paint(&self, ui: &Ui, rect: Rect, response: &Response) {
        let palette = Palette::of(ui);
        let fill = match (self.selected, response.hovered()) {
            (true, _) => soft(palette.accent, palette.surface),
            (false, true) => palette.raised,
            (false, false) => palette.surface,
        };
        let border = if self.selected {
            Stroke::new(stroke::FOCUS, palette.accent)
        } else {
            Stroke::new(stroke::HAIRLINE, palette.outline)
        };
        ui.painter().rect(rect, radius::CARD, fill, border, StrokeKind::Inside);
        if response.has_focus() {
            focus_ring(ui, rect, radius::CARD);
        }
    }
}

//! Cards: what belongs together, on a surface; and cards of which one is chosen.

use egui::{Frame, Margin, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2};
use egui::{InnerResponse, Layout, WidgetInfo};

use crate::ui::theme::{Palette, focus_ring, radius, soft, space, stroke};

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
    /// What a screen reader calls it: all that is written on it, in a line.
    pub name: &'a str,
    /// Whether it is the chosen one.
    pub selected: bool,
    /// Its size, in points.
    pub size: Vec2,
}

impl ChoiceCard<'_> {
    /// Shows it with what is written on it.
    pub fn show(self, ui: &mut Ui, add: impl FnOnce(&mut Ui)) -> Response {
        let (rect, response) = ui.allocate_exact_size(self.size, Sense::click());
        response.widget_info(|| {
            WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), self.selected, self.name)
        });
        self.paint(ui, rect, &response);
        let inner = rect.shrink(space::L);
        let layout = Layout::top_down(egui::Align::Min);
        // What is written on the card is in its name already.
        let mut content = ui.new_child(UiBuilder::new().max_rect(inner).layout(layout));
        content.spacing_mut().item_spacing.y = space::XS;
        add(&mut content);
        response
    }

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

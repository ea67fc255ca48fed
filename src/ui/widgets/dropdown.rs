//! A button that opens a short list to choose from.

use egui::{
    Popup, PopupCloseBehavior, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};
use egui_material_icons::icons::ICON_EXPAND_MORE;

use super::{line, paint_centered, paint_left};
use crate::ui::theme::{Palette, Type, focus_ring, icon_font, size, soft, space, stroke};

/// The tallest that a list grows before it scrolls.
const TALLEST: f32 = 360.0;

/// One entry of the list.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Its words.
    pub label: String,
    /// Whether it is chosen.
    pub on: bool,
}

/// A list behind a button.
#[derive(Debug, Clone, Copy)]
pub struct Dropdown<'a> {
    /// What stands on the button: "Position: any".
    pub label: &'a str,
    /// Whether something but the usual is chosen.
    pub on: bool,
    /// Whether several can be chosen; the list then stays open.
    pub several: bool,
}

impl Dropdown<'_> {
    /// Shows it; answers with the index of the choice that was clicked. The choices are asked for while
    /// the list is open, and not in every frame.
    pub fn show(self, ui: &mut Ui, choices: impl FnOnce() -> Vec<Choice>) -> Option<usize> {
        let button = self.button_ui(ui);
        let close = if self.several {
            PopupCloseBehavior::CloseOnClickOutside
        } else {
            PopupCloseBehavior::CloseOnClick
        };
        let mut clicked = None;
        Popup::menu(&button).close_behavior(close).show(|ui| {
            let scroll = ScrollArea::vertical().max_height(TALLEST);
            clicked = scroll.show(ui, |ui| self.choices_ui(ui, &choices())).inner;
        });
        clicked
    }

    fn button_ui(self, ui: &mut Ui) -> egui::Response {
        let palette = Palette::of(ui);
        let text = line(ui, self.label, Type::Label.font(), palette.text);
        let width = text.size().x + size::ICON + space::XS + 2.0 * space::M;
        let (rect, response) = ui.allocate_exact_size(vec2(width, 36.0), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), self.label));
        let fill = match (self.on, response.hovered()) {
            (true, _) => soft(palette.accent, palette.surface),
            (false, true) => palette.raised,
            (false, false) => palette.surface,
        };
        let border = if self.on { palette.accent } else { palette.control };
        let round = rect.height() / 2.0;
        let border = Stroke::new(stroke::HAIRLINE, border);
        ui.painter().rect(rect, round, fill, border, StrokeKind::Inside);
        paint_left(ui, rect.left_center() + vec2(space::M, 0.0), text);
        let mark = line(ui, ICON_EXPAND_MORE.codepoint, icon_font(size::ICON), palette.muted);
        paint_centered(ui, rect.right_center() - vec2(space::M + size::ICON / 2.0, 0.0), mark);
        if response.has_focus() {
            focus_ring(ui, rect, round);
        }
        response
    }

    fn choices_ui(self, ui: &mut Ui, choices: &[Choice]) -> Option<usize> {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut clicked = None;
        for (index, choice) in choices.iter().enumerate() {
            if self.choice_ui(ui, choice) {
                clicked = Some(index);
            }
        }
        clicked
    }

    fn choice_ui(self, ui: &mut Ui, choice: &Choice) -> bool {
        let role = if self.several { Role::CheckBox } else { Role::RadioButton };
        let text = Type::Body.text(&choice.label);
        let response = if self.several {
            ui.checkbox(&mut choice.on.clone(), text)
        } else {
            ui.radio(choice.on, text)
        };
        response.widget_info(|| WidgetInfo::selected(role, true, choice.on, &choice.label));
        response.clicked()
    }
}

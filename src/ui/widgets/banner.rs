//! Something to know, with what can be done about it.

use egui::{Color32, Frame, Margin, Role, Sense, Ui, accesskit, vec2};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{ICON_CHECK_CIRCLE, ICON_ERROR, ICON_INFO};

use super::{Button, answered_ui, describe, line, paint_left};
use crate::ui::theme::{Palette, Type, icon_font, radius, size, soft, space, stroke};

/// How much a banner matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Good to know.
    Note,
    /// Done as asked.
    Done,
    /// Something does not work.
    Problem,
}

/// A sentence, what could be done about it, and how much it matters.
#[derive(Debug, Clone, Copy)]
pub struct Banner<'a> {
    /// How much it matters.
    pub weight: Weight,
    /// What happened.
    pub text: &'a str,
    /// Words of the buttons.
    pub actions: &'a [&'a str],
}

impl Banner<'_> {
    /// Shows it; answers with the index of the action just asked for.
    pub fn show(&self, ui: &mut Ui) -> Option<usize> {
        let palette = Palette::of(ui);
        let (color, glyph) = match self.weight {
            Weight::Note => (palette.rest, ICON_INFO),
            Weight::Done => (palette.good, ICON_CHECK_CIRCLE),
            Weight::Problem => (palette.alert, ICON_ERROR),
        };
        frame(color, &palette)
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = space::M;
                let buttons: Vec<_> = self.actions.iter().map(|it| Button::quiet(it)).collect();
                answered_ui(ui, &buttons, |ui, width| self.words_ui(ui, width, glyph, color))
            })
            .inner
    }

    /// The icon and the sentence, in as many lines as it needs.
    fn words_ui(&self, ui: &mut Ui, width: f32, glyph: MaterialIcon, color: Color32) {
        let left = size::ICON + space::M;
        let font = Type::Body.font();
        let words =
            ui.painter().layout(self.text.to_owned(), font, Palette::of(ui).text, width - left);
        let height = words.size().y.max(size::CONTROL);
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        let glyph = line(ui, glyph.codepoint, icon_font(size::ICON), color);
        paint_left(ui, rect.left_center(), glyph);
        paint_left(ui, rect.left_center() + vec2(left, 0.0), words);
        describe(&response, Role::Label, self.text);
        ui.accesskit_node_builder(response.id, |it| it.set_live(accesskit::Live::Polite));
    }
}

fn frame(color: Color32, palette: &Palette) -> Frame {
    Frame::new()
        .fill(soft(color, palette.surface))
        .stroke(egui::Stroke::new(stroke::HAIRLINE, color))
        .corner_radius(radius::CARD)
        .inner_margin(Margin::symmetric(space::L as i8, space::M as i8))
}

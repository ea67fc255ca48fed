//! Fields: words, and a volume.

use egui::{Response, Slider, TextEdit, Ui};

use crate::ui::theme::{Palette, Type};

/// One line of words with its label above.
pub fn text_field(ui: &mut Ui, label: &str, hint: &str, text: &mut String) -> Response {
    let palette = Palette::of(ui);
    ui.vertical(|ui| {
        let label = ui.label(Type::Label.text(label).color(palette.muted));
        let edit = TextEdit::singleline(text)
            .hint_text(hint)
            .desired_width(f32::INFINITY)
            .align(egui::Align2::LEFT_CENTER);
        ui.add(edit).labelled_by(label.id)
    })
    .inner
}

/// Several lines of words with their label above.
pub fn text_area(ui: &mut Ui, label: &str, rows: usize, text: &mut String) -> Response {
    let palette = Palette::of(ui);
    ui.vertical(|ui| {
        let label = ui.label(Type::Label.text(label).color(palette.muted));
        let edit = TextEdit::multiline(text).desired_rows(rows).desired_width(f32::INFINITY);
        ui.add(edit).labelled_by(label.id)
    })
    .inner
}

/// A share from 0 to 100 %; answers with the new one.
pub fn volume_slider(ui: &mut Ui, label: &str, percent: u8) -> Option<u8> {
    let palette = Palette::of(ui);
    let mut value = percent;
    ui.vertical(|ui| {
        let label = ui.label(Type::Label.text(label).color(palette.muted));
        ui.spacing_mut().interact_size.y = 28.0;
        ui.add(Slider::new(&mut value, 0..=100).step_by(5.0).suffix(" %")).labelled_by(label.id)
    });
    (value != percent).then_some(value)
}

//! Words, and the buttons that answer them: beside the words where there is room, else under them.

use egui::Ui;

use super::Button;
use crate::ui::theme::{LINE_LENGTH, space};

/// Shows `words` in the width that they are told, and the buttons; answers with the index of the button
/// that was pressed. The buttons come after the words and in their order, on the screen as by the
/// keyboard.
pub fn answered_ui(
    ui: &mut Ui,
    buttons: &[Button<'_>],
    words: impl FnOnce(&mut Ui, f32),
) -> Option<usize> {
    let whole = ui.available_width();
    let wide: f32 = buttons.iter().map(|it| space::S + it.size(ui).x).sum();
    // The gap before the first button is wider than those between.
    let left = (whole - wide - space::S).floor();
    if buttons.is_empty() {
        words(ui, whole);
        None
    } else if left < LINE_LENGTH * 0.5 {
        words(ui, whole);
        ui.horizontal_wrapped(|ui| buttons_ui(ui, buttons)).inner
    } else {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            words(ui, left);
            ui.add_space(whole - left - wide + space::S);
            buttons_ui(ui, buttons)
        })
        .inner
    }
}

fn buttons_ui(ui: &mut Ui, buttons: &[Button<'_>]) -> Option<usize> {
    ui.spacing_mut().item_spacing.x = space::S;
    let mut pressed = None;
    for (index, button) in buttons.iter().enumerate() {
        if ui.add(*button).clicked() {
            pressed = Some(index);
        }
    }
    pressed
}

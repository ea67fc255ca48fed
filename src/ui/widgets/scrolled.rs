//! What scrolls, and follows the keyboard: whatever gets the focus comes into sight.

use egui::scroll_area::ScrollAreaOutput;
use egui::{Id, ScrollArea, Ui};

use crate::ui::theme::space;

/// Shows a scroll area that is [`following`] the keyboard.
pub fn scrolled<R>(
    area: ScrollArea,
    ui: &mut Ui,
    add: impl FnOnce(&mut Ui) -> R,
) -> ScrollAreaOutput<R> {
    area.show(ui, |ui| following(ui, add))
}

/// Shows what is inside of a scroll area, and scrolls to what gets the keyboard in it. What was clicked
/// stays where it is, under the pointer.
pub fn following<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let layer = ui.layer_id();
    let before = ui.ctx().viewport(|it| it.this_pass.widgets.get_layer(layer).count());
    let inner = add(ui);
    let focused = ui.memory(egui::Memory::focused);
    let of_last_time = ui.scope_id().with("followed");
    let last = ui.data_mut(|it| {
        let last = it.get_temp::<Option<Id>>(of_last_time).flatten();
        it.insert_temp(of_last_time, focused);
        last
    });
    let Some(id) = focused.filter(|it| last != Some(*it)) else { return inner };
    // What was shown before, such as the bar at the bottom, is none of this area.
    let rect = ui.ctx().viewport(|it| {
        let widgets = &it.this_pass.widgets;
        let is_inside = widgets.order(id).is_some_and(|it| it.0 == layer && before <= it.1);
        widgets.get(id).filter(|_| is_inside).map(|it| it.rect)
    });
    let pointed = ui.input(|it| {
        let presses = it.pointer.any_down() || it.pointer.any_released();
        it.pointer.interact_pos().filter(|_| presses)
    });
    if let Some(rect) = rect.filter(|it| !pointed.is_some_and(|at| it.contains(at))) {
        ui.scroll_to_rect(rect.expand(space::L), None);
    }
    inner
}

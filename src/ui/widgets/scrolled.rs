//! What scrolls, and follows the keyboard: whatever gets the focus comes into sight.

use egui::scroll_area::ScrollAreaOutput;
use egui::{Id, ScrollArea, Ui};

use crate::ui::theme::space;

/// Shows a scroll area which scrolls to what gets the keyboard inside of it. A pointer is where its
/// person looks: while one is used nothing moves.
pub fn scrolled<R>(
    area: ScrollArea,
    ui: &mut Ui,
    add: impl FnOnce(&mut Ui) -> R,
) -> ScrollAreaOutput<R> {
    area.show(ui, |ui| {
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
        let points = ui.input(|it| it.pointer.any_down() || it.pointer.any_released());
        if let Some(id) = focused.filter(|it| last != Some(*it) && !points) {
            // What was shown before, such as the bar at the bottom, is none of this area.
            let rect = ui.ctx().viewport(|it| {
                let widgets = &it.this_pass.widgets;
                let order = widgets.order(id).filter(|it| it.0 == layer && before <= it.1);
                order.and_then(|_| widgets.get(id)).map(|it| it.rect)
            });
            if let Some(rect) = rect {
                ui.scroll_to_rect(rect.expand(space::L), None);
            }
        }
        inner
    })
}

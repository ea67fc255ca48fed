//! The place that the arrow keys or a screen reader have marked on a widget that is many things in one:
//! a step of the timeline, a day of the calendar.

use egui::accesskit::Action;
use egui::{EventFilter, Key, Response, Ui};

/// The arrow keys that move a mark, and by how much.
#[derive(Debug, Clone, Copy)]
pub struct Arrows {
    /// By the left and right arrow.
    pub across: usize,
    /// By the up and down arrow; `None` leaves them to the screen.
    pub along: Option<usize>,
}

/// The marked place of `count`, while the widget has the focus; the first press moves away from `now`.
pub fn marked(
    ui: &Ui,
    response: &Response,
    count: usize,
    now: usize,
    arrows: Arrows,
) -> Option<usize> {
    let id = response.id.with("mark");
    ui.accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(1.0);
        node.set_max_numeric_value(count as f64);
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
    });
    let asked = |action| ui.input(|it| it.num_accesskit_action_requests(response.id, action));
    let mut later = asked(Action::Increment);
    let mut sooner = asked(Action::Decrement);
    if response.has_focus() {
        let kept = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: arrows.along.is_some(),
            ..EventFilter::default()
        };
        ui.memory_mut(|it| it.set_focus_lock_filter(response.id, kept));
        let presses = |key| ui.input(|it| it.num_presses(key));
        let along = arrows.along.unwrap_or_default();
        later += arrows.across * presses(Key::ArrowRight) + along * presses(Key::ArrowDown);
        sooner += arrows.across * presses(Key::ArrowLeft) + along * presses(Key::ArrowUp);
    } else if later + sooner == 0 {
        ui.data_mut(|it| it.remove_temp::<usize>(id));
        return None;
    }
    let marked = ui.data(|it| it.get_temp(id)).unwrap_or(now);
    let marked = (marked + later).saturating_sub(sooner).min(count.saturating_sub(1));
    ui.data_mut(|it| it.insert_temp(id, marked));
    Some(marked)
}

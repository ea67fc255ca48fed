//! A number with a button to lower and one to raise it.

use std::ops::RangeInclusive;

use egui::{Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};
use egui_material_icons::icons::{ICON_ADD, ICON_REMOVE};

use super::{line, paint_centered};
use crate::ui::theme::{Palette, Type, focus_ring, icon_font, radius, size, stroke};

/// Shows `shown` between the two buttons; answers with the new value. `name` is what is counted.
pub fn stepper_ui(
    ui: &mut Ui,
    name: &str,
    value: u32,
    range: RangeInclusive<u32>,
    shown: &str,
) -> Option<u32> {
    let palette = Palette::of(ui);
    let width = 2.0 * size::CONTROL + 72.0;
    let (rect, response) =
        ui.allocate_exact_size(vec2(width, size::CONTROL), Sense::focusable_noninteractive());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::SpinButton, ui.is_enabled(), name);
        info.value = Some(f64::from(value));
        info.current_text_value = Some(shown.to_owned());
        info
    });
    ui.painter().rect(
        rect,
        radius::BUTTON,
        palette.surface,
        Stroke::new(stroke::HAIRLINE, palette.control),
        StrokeKind::Inside,
    );
    paint_centered(ui, rect.center(), line(ui, shown, Type::Strong.font(), palette.text));
    let square = vec2(size::CONTROL, size::CONTROL);
    let ends = [
        (Rect::from_min_size(rect.min, square), ICON_REMOVE, *range.start() < value),
        (
            Rect::from_min_size(Pos2::new(rect.right() - square.x, rect.top()), square),
            ICON_ADD,
            value < *range.end(),
        ),
    ];
    let mut step = 0;
    for (index, (end, glyph, possible)) in ends.into_iter().enumerate() {
        let part = ui.interact(
            end,
            response.id.with(index),
            if possible { Sense::CLICK } else { Sense::hover() },
        );
        let color = if possible { palette.text } else { palette.outline };
        if possible && part.hovered() {
            ui.painter().rect_filled(end.shrink(3.0), radius::SMALL, palette.raised);
        }
        paint_centered(ui, end.center(), line(ui, glyph.codepoint, icon_font(size::ICON), color));
        if part.clicked() {
            step += if index == 0 { -1 } else { 1 };
        }
    }
    step += asked_by_key(ui, &response);
    if response.has_focus() {
        focus_ring(ui, rect, radius::BUTTON);
    }
    let step = i32::try_from(step).unwrap_or_default();
    let new = value.saturating_add_signed(step).clamp(*range.start(), *range.end());
    (new != value).then_some(new)
}

/// The arrow keys while it has the focus, and what a screen reader asks for.
fn asked_by_key(ui: &Ui, response: &Response) -> isize {
    use egui::Key::{ArrowDown, ArrowLeft, ArrowRight, ArrowUp};
    use egui::accesskit::Action::{Decrement, Increment};

    ui.accesskit_node_builder(response.id, |node| {
        node.add_action(Increment);
        node.add_action(Decrement);
    });
    let asked =
        |action| ui.input(|it| it.num_accesskit_action_requests(response.id, action)).cast_signed();
    let mut step = asked(Increment) - asked(Decrement);
    if response.has_focus() {
        ui.memory_mut(|it| {
            let filter = egui::EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                ..egui::EventFilter::default()
            };
            it.set_focus_lock_filter(response.id, filter);
        });
        let pressed = |keys: [egui::Key; 2]| {
            ui.input(|it| keys.iter().map(|key| it.num_presses(*key)).sum::<usize>()).cast_signed()
        };
        step += pressed([ArrowUp, ArrowRight]) - pressed([ArrowDown, ArrowLeft]);
    }
    step
}

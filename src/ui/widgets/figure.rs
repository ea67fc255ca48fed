//! The figure that shows a movement, in a place of its own.

use egui::{Rect, Stroke, Ui};

use crate::session::TempoView;
use crate::ui::theme::{Palette, stroke};
use crate::units::Sides;

/// What the figure shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FigureView<'a> {
    /// Id of the movement.
    pub movement: Option<&'a str>,
    /// The hip that works.
    pub side: Sides,
    /// Where the rep is; the figure stands in its first pose without it.
    pub tempo: Option<TempoView>,
    /// Whether time passes.
    pub moves: bool,
}

/// Paints the figure into a place; a quiet shape where there is no movement.
pub fn figure_ui(ui: &Ui, rect: Rect, _view: &FigureView<'_>) {
    let palette = Palette::of(ui);
    let radius = rect.width().min(rect.height()) / 2.0;
    ui.painter().circle_filled(rect.center(), radius, palette.surface);
    let floor = rect.center().y + radius * 0.5;
    let half = radius * 0.75;
    let line = Stroke::new(stroke::FOCUS, palette.outline);
    ui.painter().hline(rect.center().x - half..=rect.center().x + half, floor, line);
}

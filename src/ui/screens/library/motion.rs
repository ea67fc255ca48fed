//! The figure of a level by itself, outside a session: it goes through its movement again and again
//! while it is looked at.

use std::time::Duration;

use egui::{Rect, Ui};

use super::Shown;
use crate::figure::FigureTime;
use crate::library::{Level, LevelSides};
use crate::ui::widgets::{FigureView, figure_ui};
use crate::units::{Side, Sides};

/// A figure beside words that say what it shows: it moves while it is looked at.
pub(super) fn small_figure_ui(
    ui: &mut Ui,
    rect: Rect,
    level: &Level,
    shown: Shown<'_>,
    looked_at: bool,
) {
    let moves = looked_at && !shown.reduced;
    let side = side_of(level, Side::Left);
    let (movement, glow) = (level.movement.as_deref(), level.muscles.as_slice());
    let at = moment(ui, moves);
    figure_ui(ui, rect, &FigureView { movement, side, at, moves, glow, ..FigureView::default() });
}

/// The moment of a figure that goes round and round, or the pose that it leads to.
pub(super) fn moment(ui: &Ui, moves: bool) -> FigureTime {
    if moves {
        FigureTime::Loop(Duration::from_secs_f64(ui.input(|it| it.time).max(0.0)))
    } else {
        FigureTime::End
    }
}

/// The side that works on the figure.
pub(super) fn side_of(level: &Level, side: Side) -> Sides {
    match level.sides {
        LevelSides::Both => Sides::Both,
        LevelSides::Each | LevelSides::EachWay => side.into(),
    }
}

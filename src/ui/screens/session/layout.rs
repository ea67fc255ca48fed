//! Where things stand on the session screen: digits a third of the window high,
//! name and side a twelfth, and the figure in what is left.

use egui::{Rect, pos2, vec2};

/// From this width on the figure has a place of its own, left of the words.
const WIDE: f32 = 1100.0;
/// Below this width there is no figure.
const NARROW: f32 = 900.0;
/// From this height on "next" stays while the controls are shown.
const ROOMY: f32 = 790.0;
/// A figure smaller than this shows nothing.
const FIGURE_LEAST: f32 = 150.0;
/// The height of a row of letters as a multiple of their size (Inter: 2478 of 2048).
pub(super) const ROW: f32 = 1.21;

/// The places and sizes for one window, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Layout {
    /// The signs and the time left.
    pub(super) top: Rect,
    /// The figure with its ring; none when there is no room.
    pub(super) figure: Option<Rect>,
    /// What kind of time it is.
    pub(super) phase: Rect,
    /// The exercise.
    pub(super) name: Rect,
    /// The side.
    pub(super) side: Rect,
    /// The number; as high as its digits.
    pub(super) number: Rect,
    /// Tempo and cue, or instructions.
    pub(super) block: Rect,
    /// What comes next.
    pub(super) next: Rect,
    /// The timeline and the buttons; over `next` in low windows.
    pub(super) controls: Rect,
    /// The font size of name and side.
    pub(super) large: f32,
    /// The font size of "of 12".
    pub(super) beside: f32,
    /// The font size of instructions, cues and what comes next.
    pub(super) words: f32,
}

impl Layout {
    /// The layout of a window. `number` is how wide the number and what stands beside it are, as a
    /// multiple of the height of the digits.
    pub(super) fn new(window: Rect, number: f32) -> Self {
        let height = window.height();
        let is_low = height < ROOMY;
        let margin = if is_low { 16.0 } else { 32.0 };
        let inside = window.shrink2(vec2(margin, 0.0));
        let band = |top: f32, bottom: f32| {
            Rect::from_min_max(pos2(inside.left(), top), pos2(inside.right(), bottom))
        };
        let top = band(window.top() + 4.0, window.top() + 48.0);
        let bottom = window.bottom() - if is_low { 8.0 } else { 16.0 };
        let controls = band(bottom - 80.0, bottom);
        let next =
            if is_low { controls } else { band(controls.top() - 48.0, controls.top() - 8.0) };
        let stage = band(top.bottom(), next.top());

        let large = (height / 12.0).ceil();
        let words = (height / 31.0).max(17.0);
        let digits = (height / 3.0).ceil() + 1.0;
        let gap = height * 0.03;
        let (phase, block) = (words * ROW * 1.1, words * ROW * 2.9);
        let rows = phase + 2.0 * large * ROW + digits + 2.0 * gap + block;
        let (left, figure) = split(stage, window.width(), number * digits);
        let mut y = stage.top() + ((stage.height() - rows) / 2.0).max(0.0);
        let mut row = |height: f32| {
            let row = Rect::from_min_max(pos2(left, y), pos2(stage.right(), y + height));
            y += height;
            row
        };
        let phase = row(phase);
        let name = row(large * ROW);
        let side = row(large * ROW);
        row(gap);
        let number_row = row(digits);
        row(gap);
        let block = row(block);
        let figure = figure.or_else(|| beside(number_row, window.width(), number * digits));
        let beside = (height * 0.055).max(28.0);
        Self {
            top,
            figure,
            phase,
            name,
            side,
            number: number_row,
            block,
            next,
            controls,
            large,
            beside,
            words,
        }
    }
}

/// Where the words begin, and the figure left of them in a wide window.
fn split(stage: Rect, width: f32, number: f32) -> (f32, Option<Rect>) {
    if width < WIDE {
        return (stage.left(), None);
    }
    let words = (stage.width() * 0.52).max(number).min(stage.width());
    let left = stage.right() - words;
    let room =
        Rect::from_min_max(stage.min, pos2(left - 40.0, stage.bottom())).shrink2(vec2(0.0, 8.0));
    let side = room.width().min(room.height());
    let figure = Rect::from_center_size(room.center(), vec2(side, side));
    (left, (FIGURE_LEAST <= side).then_some(figure))
}

/// The figure beside the number, no higher than its digits, where the window is not wide.
fn beside(number_row: Rect, width: f32, number: f32) -> Option<Rect> {
    let side = (number_row.width() - number - 32.0).min(number_row.height());
    let middle = pos2(number_row.right() - side / 2.0, number_row.center().y);
    let fits = (NARROW..WIDE).contains(&width) && FIGURE_LEAST <= side;
    fits.then(|| Rect::from_center_size(middle, vec2(side, side)))
}

#[cfg(test)]
mod tests {
    use egui::Pos2;

    use super::*;

    /// Windows in points, from the smallest that is promised to a large display, and how wide the
    /// number is: two digits with "of 12", or "1:30".
    fn every_window(check: impl Fn(Rect, Layout)) {
        for size in [
            [800.0, 560.0],
            [900.0, 600.0],
            [1099.0, 700.0],
            [1100.0, 719.0],
            [1280.0, 720.0],
            [1280.0, 800.0],
            [1600.0, 1120.0],
            [1920.0, 1080.0],
            [3840.0, 2160.0],
        ] {
            for number in [2.3, 3.1] {
                let window = Rect::from_min_size(Pos2::ZERO, size.into());
                check(window, Layout::new(window, number));
            }
        }
    }

    #[test]
    fn digits_are_at_least_a_third_of_the_window_and_names_a_twelfth() {
        every_window(|window, it| {
            assert!(window.height() / 3.0 <= it.number.height(), "{window:?}");
            assert!(window.height() / 12.0 <= it.large, "{window:?}");
        });
    }

    #[test]
    fn everything_is_inside_the_window_and_nothing_lies_on_anything_else() {
        every_window(|window, it| {
            let mut rows =
                vec![it.top, it.phase, it.name, it.side, it.number, it.block, it.controls];
            if it.next != it.controls {
                rows.insert(6, it.next);
            }
            for pair in rows.windows(2) {
                assert!(pair[0].bottom() <= pair[1].top() + 0.01, "{window:?}: {pair:?}");
            }
            assert!(rows.iter().all(|row| window.contains_rect(*row)), "{window:?}: {it:?}");
        });
    }

    #[test]
    fn the_figure_is_half_the_window_or_a_third_of_its_height_or_gone() {
        every_window(|window, it| {
            let Some(figure) = it.figure else {
                assert!(window.width() < 1100.0, "{window:?}: a wide window has a figure");
                return;
            };
            assert!(window.contains_rect(figure), "{window:?}: {figure:?}");
            assert!(900.0 <= window.width());
            if window.width() < 1100.0 {
                assert!(figure.height() <= it.number.height());
            } else {
                assert!(figure.right() <= it.number.left());
            }
        });
    }
}

//! The ring around the figure: how much of the step is over, and by its shape what kind of time it
//! is. Solid is work, dashed is rest, dotted is get ready, two arrows are change sides.

use std::f32::consts::{FRAC_PI_2, PI, TAU};

use egui::{Color32, Painter, Pos2, Shape, Stroke, Vec2, vec2};

use crate::ui::theme::Palette;

/// The shape of a ring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RingKind {
    /// Work: one solid line.
    Solid,
    /// Rest: dashes.
    Dashed,
    /// Get ready: dots.
    Dotted,
    /// Change sides: two arrows.
    Arrows,
}

impl RingKind {
    /// The colour that goes with it.
    pub const fn color(self, palette: &Palette) -> Color32 {
        match self {
            Self::Solid => palette.accent,
            Self::Dashed => palette.rest,
            Self::Dotted => palette.ready,
            Self::Arrows => palette.switch,
        }
    }
}

/// Paints a ring of a kind; `fraction` of it, clockwise from the top, is over.
pub fn paint_ring(painter: &Painter, palette: &Palette, kind: RingKind, ring: Ring) {
    let color = kind.color(palette);
    let over = ring.fraction.clamp(0.0, 1.0) * TAU;
    match kind {
        RingKind::Solid => {
            arc(painter, ring, (0.0, TAU), palette.track);
            arc(painter, ring, (0.0, over), color);
        }
        RingKind::Dashed => {
            let count = 24.0;
            for i in 0..24 {
                let start = TAU * i as f32 / count;
                pieces(painter, palette, ring, (start, start + TAU / count * 0.58), (over, color));
            }
        }
        RingKind::Dotted => {
            for i in 0..48 {
                let angle = TAU * i as f32 / 48.0;
                let color = if angle < over { color } else { palette.track };
                painter.circle_filled(ring.at(angle), ring.width * 0.5, color);
            }
        }
        RingKind::Arrows => {
            for start in [0.0, PI] {
                let (from, to) = (start + 0.16, start + PI - 0.34);
                pieces(painter, palette, ring, (from, to), (over, color));
                let tip = if to < over { color } else { palette.track };
                arrow_head(painter, ring, to, tip);
            }
        }
    }
}

/// Where a ring is, how thick, and how much of it is over.
#[derive(Debug, Clone, Copy)]
pub struct Ring {
    /// Its middle.
    pub middle: Pos2,
    /// To the middle of its line.
    pub radius: f32,
    /// Of its line.
    pub width: f32,
    /// 0 to 1.
    pub fraction: f32,
}

impl Ring {
    /// The point at an angle, clockwise from the top.
    fn at(self, angle: f32) -> Pos2 {
        self.middle + self.radius * direction(angle)
    }
}

fn direction(angle: f32) -> Vec2 {
    let angle = angle - FRAC_PI_2;
    vec2(angle.cos(), angle.sin())
}

/// A piece of the ring, of which the part before `over` is coloured.
fn pieces(
    painter: &Painter,
    palette: &Palette,
    ring: Ring,
    (from, to): (f32, f32),
    (over, color): (f32, Color32),
) {
    let cut = over.clamp(from, to);
    arc(painter, ring, (cut, to), palette.track);
    arc(painter, ring, (from, cut), color);
}

fn arc(painter: &Painter, ring: Ring, (from, to): (f32, f32), color: Color32) {
    if to - from < 0.001 {
        return;
    }
    let count = ((to - from) / TAU * 180.0).ceil().max(2.0);
    let points =
        (0..=count as usize).map(|i| ring.at(from + (to - from) * i as f32 / count)).collect();
    painter.add(Shape::line(points, Stroke::new(ring.width, color)));
}

fn arrow_head(painter: &Painter, ring: Ring, angle: f32, color: Color32) {
    let along = direction(angle + FRAC_PI_2);
    let across = direction(angle);
    let middle = ring.at(angle);
    let size = ring.width * 1.5;
    let points = vec![middle + across * size, middle + along * size * 1.5, middle - across * size];
    painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
}

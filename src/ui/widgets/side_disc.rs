//! The sign of a side: its letter in a disc of which that half is filled. Both halves are filled
//! when both legs work.

use egui::{Color32, Painter, Pos2, Response, Role, Sense, Shape, Stroke, Ui, Vec2, vec2};
use std::f32::consts::{FRAC_PI_2, PI};

use super::{describe, line};
use crate::ui::theme::{Palette, Type};
use crate::units::Sides;

/// Shows the sign; `name` is what it says: "Left leg".
pub fn side_disc_ui(
    ui: &mut Ui,
    side: Sides,
    letters: &str,
    name: &str,
    diameter: f32,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(diameter), Sense::hover());
    paint_side_disc(ui, rect.center(), diameter, side, letters);
    describe(&response, Role::Image, name);
    response
}

/// Paints the sign around a middle.
pub fn paint_side_disc(ui: &Ui, middle: Pos2, diameter: f32, side: Sides, letters: &str) {
    let palette = Palette::of(ui);
    let painter = ui.painter();
    let radius = diameter / 2.0;
    painter.circle_filled(middle, radius, palette.raised);
    if side != Sides::Right {
        half(painter, middle, radius, -1.0, palette.accent);
    }
    if side != Sides::Left {
        half(painter, middle, radius, 1.0, palette.accent);
    }
    let border = (diameter / 24.0).max(1.5);
    painter.circle_stroke(middle, radius - border / 2.0, Stroke::new(border, palette.accent));
    let letter = |text: &str, x: f32, color: Color32, scale: f32| {
        let galley = line(ui, text, Type::session(diameter * scale), color);
        let corner = middle + vec2(x * radius, 0.0) - galley.size() / 2.0;
        painter.galley(corner, galley, color);
    };
    match side {
        Sides::Left => letter(letters, -0.42, palette.on_accent, 0.46),
        Sides::Right => letter(letters, 0.42, palette.on_accent, 0.46),
        Sides::Both => {
            let split = Stroke::new(border, palette.ground);
            painter.line_segment([middle - vec2(0.0, radius), middle + vec2(0.0, radius)], split);
            for (text, x) in letters.split_whitespace().zip([-0.44, 0.44]) {
                letter(text, x, palette.on_accent, 0.4);
            }
        }
    }
}

/// Half a disc: to the left (-1) or to the right (1) of its middle.
fn half(painter: &Painter, middle: Pos2, radius: f32, towards: f32, color: Color32) {
    let points = (0..=32)
        .map(|i| {
            let angle = -FRAC_PI_2 + PI * i as f32 / 32.0;
            middle + radius * vec2(towards * angle.cos(), angle.sin())
        })
        .collect();
    painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
}

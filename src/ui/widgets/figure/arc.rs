//! How far a hip turns, as two soft fans on the figure that lies on its front, seen from the feet: the
//! first check behind the latest, and each edge as soft as the person's own readings were apart.

use egui::{Color32, Id, Mesh, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::mesh::{Canvas, Frame};
use super::{describe, figures, fine};
use crate::figure::{FigureTime, Picture, View};
use crate::ui::theme::{FigureColors, Palette, Type, radius};
use crate::ui::widgets::{line, paint_centered};
use crate::units::Side;

/// The movement whose start is one knee bent and the other leg straight.
const MOVEMENT: &str = "prone-er";
/// How much shorter than a shin the latest fan is; the first one looks out behind it.
const LATEST: f32 = 0.86;
/// An edge is never sharper than this, in degrees: nobody reads finer.
const SHARPEST: f32 = 2.0;
/// From one corner of a fan to the next, in degrees.
const STEP: f32 = 1.5;

/// Where a fan ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edge {
    /// The mean, in degrees from upright.
    pub mean: f32,
    /// How far the readings lie apart, in degrees.
    pub wobble: f32,
}

/// Both directions of one hip; either may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Fan {
    /// Inward: away from the other leg.
    pub inward: Option<Edge>,
    /// Outward: across it.
    pub outward: Option<Edge>,
}

/// One hip.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ArcView<'a> {
    /// Whose.
    pub side: Side,
    /// The latest check.
    pub latest: Fan,
    /// The first one, when there was an earlier one.
    pub first: Option<Fan>,
    /// What a screen reader says.
    pub name: &'a str,
}

/// Paints the fans and the figure into a place.
pub fn arc_ui(ui: &mut Ui, rect: Rect, view: &ArcView<'_>) -> Response {
    let response =
        ui.interact(rect, Id::unique(("arc", view.side, rect.left() as i32)), Sense::hover());
    describe(&response, Role::Image, view.name);
    let shelf = figures(ui.ctx());
    let Some(movement) = shelf.movement(MOVEMENT).filter(|_| ui.is_rect_visible(rect)) else {
        return response;
    };
    let palette = Palette::of(ui);
    let seen = movement.parts.views.first().copied().unwrap_or(View { yaw: 180.0, pitch: 22.0 });
    let picture = Picture {
        movement,
        ghost: None,
        side: view.side.into(),
        time: FigureTime::Start,
        glow: &[],
        view: seen,
        fine: fine(rect.size().min_elem() * ui.ctx().pixels_per_point()),
    };
    let drawing = picture.draw();
    let frame = Frame { rect, round: false };
    let (scale, offset) = frame.fit(drawing.frame);
    let place = |it: glam::Vec2| pos2(it.x, it.y) * scale + offset;
    let shins = |degrees: &[f32]| {
        let (knee, ankles) = picture.shin(view.side, degrees);
        (place(knee), ankles.into_iter().map(place).collect::<Vec<_>>())
    };
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    // Over the figure, and clear enough for it to be seen: the mat would hide what lies under it.
    let mut canvas = Canvas::new(ui.ctx(), FigureColors::new(palette, palette.surface));
    canvas.paint(&drawing, &frame);
    painter.add(Shape::mesh(canvas.finish()));
    if let Some(first) = view.first {
        for (edge, sign) in edges(first) {
            painter.add(fan(&shins, edge, sign, (1.0, palette.muted.gamma_multiply(0.4))));
        }
    }
    for (edge, sign) in edges(view.latest) {
        let color = if 0.0 < sign { palette.accent } else { palette.rest };
        painter.add(fan(&shins, edge, sign, (LATEST, color.gamma_multiply(0.6))));
    }
    for (edge, sign) in edges(view.latest) {
        let (knee, ends) = shins(&[edge.mean * sign]);
        let Some(end) = ends.first() else { continue };
        painter.line_segment([knee, knee + (*end - knee) * LATEST], Stroke::new(2.0, palette.text));
        let words = line(ui, &format!("{:.0}°", edge.mean), Type::Strong.font(), palette.text);
        let at = knee + (*end - knee) * 1.16;
        let half = words.size() / 2.0;
        let at = rect.shrink2(half + vec2(6.0, 4.0)).clamp(at);
        // It may lie on the body, whatever its shade.
        let behind = Rect::from_center_size(at, words.size() + vec2(8.0, 2.0));
        painter.rect_filled(behind, radius::SMALL, palette.surface.gamma_multiply(0.85));
        paint_centered(ui, at, words);
    }
    response
}

/// The edges that are known, with the sign of their direction.
fn edges(fan: Fan) -> impl Iterator<Item = (Edge, f32)> {
    [(fan.inward, 1.0), (fan.outward, -1.0)].into_iter().filter_map(|it| Some((it.0?, it.1)))
}

/// A fan from upright to its edge, which fades over the wobble.
fn fan(
    shins: &impl Fn(&[f32]) -> (Pos2, Vec<Pos2>),
    edge: Edge,
    sign: f32,
    (length, color): (f32, Color32),
) -> Shape {
    let half = edge.wobble.max(SHARPEST) / 2.0;
    let (sure, last) = ((edge.mean - half).max(0.0), edge.mean + half);
    let steps = (last / STEP).ceil().max(1.0) as u16;
    let degrees: Vec<f32> = (0..=steps).map(|it| last * f32::from(it) / f32::from(steps)).collect();
    let signed: Vec<f32> = degrees.iter().map(|it| it * sign).collect();
    let (knee, ends) = shins(&signed);
    let mut mesh = Mesh::default();
    for (degrees, end) in degrees.iter().zip(&ends) {
        let left = 1.0 - ((degrees - sure) / (last - sure).max(0.01)).clamp(0.0, 1.0);
        let color = color.gamma_multiply(left);
        mesh.colored_vertex(knee, color.gamma_multiply(0.55));
        mesh.colored_vertex(knee + (*end - knee) * length, color);
    }
    for at in 0..u32::from(steps) {
        let first = at * 2;
        mesh.add_triangle(first, first + 1, first + 3);
        mesh.add_triangle(first, first + 3, first + 2);
    }
    Shape::mesh(mesh)
}

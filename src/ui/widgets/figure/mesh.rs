//! A drawing as triangles: fitted into its place, clipped to it, with smooth edges.

use egui::epaint::{PathShape, TessellationOptions, Tessellator};
use egui::{Color32, Context, Mesh, Pos2, Rect, Shape, Stroke, Vec2, pos2, vec2};

use crate::figure::{Drawing, Kind, Paint};
use crate::ui::theme::FigureColors;

/// The part of a disc's radius that the figure may fill, so that it does not touch the ring.
const IN_DISC: f32 = 0.94;
/// The part of a rectangle's sides.
const IN_CARD: f32 = 0.90;
/// Corners of a disc as a clip.
const CORNERS: u8 = 48;

/// Where a drawing goes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// Its rectangle; of a disc the square around it.
    pub(super) rect: Rect,
    /// Whether it is a disc.
    pub(super) round: bool,
}

impl Frame {
    /// The left and the right half.
    pub(super) fn halves(&self) -> (Self, Self) {
        let (left, right) = self.rect.split_left_right_at_fraction(0.5);
        (Self { rect: left, round: false }, Self { rect: right, round: false })
    }

    fn radius(&self) -> f32 {
        self.rect.width().min(self.rect.height()) / 2.0
    }

    /// Points for one body height, and where the origin comes to lie.
    pub(super) fn fit(&self, (low, high): (glam::Vec2, glam::Vec2)) -> (f32, Vec2) {
        let extent = vec2(high.x - low.x, high.y - low.y).max(Vec2::splat(0.1));
        let scale = if self.round {
            2.0 * self.radius() * IN_DISC / extent.length()
        } else {
            (self.rect.size() * IN_CARD / extent).min_elem()
        };
        let middle = vec2(low.x + high.x, low.y + high.y) / 2.0;
        (scale, self.rect.center().to_vec2() - middle * scale)
    }

    /// The part of a convex outline that is inside.
    fn clip(&self, points: Vec<Pos2>) -> Vec<Pos2> {
        let middle = self.rect.center();
        let edge = |it: u8| {
            let out = Vec2::angled(f32::from(it) / f32::from(CORNERS) * std::f32::consts::TAU);
            (middle + out * self.radius(), out)
        };
        let edges: Vec<(Pos2, Vec2)> = if self.round {
            (0..CORNERS).map(edge).collect()
        } else {
            let Rect { min, max } = self.rect;
            vec![(min, -Vec2::X), (min, -Vec2::Y), (max, Vec2::X), (max, Vec2::Y)]
        };
        edges.into_iter().fold(points, |points, (at, out)| cut(&points, at, out))
    }
}

/// What of a convex outline lies on the inner side of a line.
fn cut(points: &[Pos2], at: Pos2, out: Vec2) -> Vec<Pos2> {
    let beyond = |it: Pos2| out.dot(it - at);
    let mut inside = Vec::with_capacity(points.len() + 1);
    for (a, b) in points.iter().zip(points.iter().cycle().skip(1)) {
        let (from, to) = (beyond(*a), beyond(*b));
        if from <= 0.0 {
            inside.push(*a);
        }
        if from * to < 0.0 {
            inside.push(a.lerp(*b, from / (from - to)));
        }
    }
    inside
}

/// Triangles in the making.
pub(super) struct Canvas {
    tessellator: Tessellator,
    colors: FigureColors,
    mesh: Mesh,
    /// The width of a hairline in points.
    hairline: f32,
}

impl Canvas {
    pub(super) fn new(ctx: &Context, colors: FigureColors) -> Self {
        let options = TessellationOptions {
            coarse_tessellation_culling: false,
            ..ctx.tessellation_options(|it| *it)
        };
        // There is no text in a figure, and its only discs are outlines of its own.
        let tessellator = Tessellator::new(ctx.pixels_per_point(), options, [1, 1], Vec::new());
        Self { tessellator, colors, mesh: Mesh::default(), hairline: 1.0 }
    }

    /// A filled disc behind everything.
    pub(super) fn disc(&mut self, rect: Rect, color: Color32) {
        let radius = rect.width().min(rect.height()) / 2.0;
        self.tessellator
            .tessellate_shape(Shape::circle_filled(rect.center(), radius, color), &mut self.mesh);
    }

    pub(super) fn paint(&mut self, drawing: &Drawing, frame: &Frame) {
        let (scale, offset) = frame.fit(drawing.frame);
        if let Some(floor) = drawing.floor {
            self.floor(frame, floor * scale + offset.y);
        }
        for shape in &drawing.shapes {
            let at = |it: &glam::Vec2| pos2(it.x, it.y) * scale + offset;
            let mut points: Vec<Pos2> = shape.points.iter().map(at).collect();
            // Walls and mats may be larger than the place; the body is inside it.
            if matches!(shape.paint, Paint::Wall(_) | Paint::Mat(_) | Paint::Furniture(_)) {
                points = frame.clip(points);
            }
            let color = self.colors.of(shape.paint);
            let path = match shape.kind {
                Kind::Fill => PathShape::convex_polygon(points, color, Stroke::NONE),
                Kind::Line(width) => {
                    PathShape::line(points, Stroke::new((width * scale).max(self.hairline), color))
                }
            };
            self.tessellator.tessellate_path(&path, &mut self.mesh);
        }
    }

    /// The line of the floor, from edge to edge.
    fn floor(&mut self, frame: &Frame, y: f32) {
        let middle = frame.rect.center();
        let half = if frame.round {
            (frame.radius().powi(2) - (y - middle.y).powi(2)).max(0.0).sqrt()
        } else {
            frame.rect.width() / 2.0
        };
        if half > 0.0 && frame.rect.y_range().contains(y) {
            let ends = vec![pos2(middle.x - half, y), pos2(middle.x + half, y)];
            let line =
                PathShape::line(ends, Stroke::new(self.hairline, self.colors.of(Paint::Floor)));
            self.tessellator.tessellate_path(&line, &mut self.mesh);
        }
    }

    pub(super) fn finish(self) -> Mesh {
        self.mesh
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_outside_of_a_disc_is_cut_off() {
        let rect = Rect::from_min_size(Pos2::ZERO, Vec2::splat(100.0));
        let frame = Frame { rect, round: true };
        let wall =
            vec![pos2(-50.0, -50.0), pos2(40.0, -50.0), pos2(40.0, 150.0), pos2(-50.0, 150.0)];
        let inside = frame.clip(wall);
        assert!(inside.len() > 4);
        assert!(
            inside.iter().all(|it| it.distance(rect.center()) <= 50.3 && it.x <= 40.01),
            "{inside:?}"
        );
    }

    #[test]
    fn what_is_inside_stays_whole() {
        let frame =
            Frame { rect: Rect::from_min_size(Pos2::ZERO, Vec2::splat(100.0)), round: false };
        let shape = vec![pos2(10.0, 10.0), pos2(90.0, 10.0), pos2(50.0, 90.0)];
        assert_eq!(frame.clip(shape.clone()), shape);
    }
}

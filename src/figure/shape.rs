//! Flat shapes: what a drawing is made of, without colours.

use glam::{Vec2, vec2};

/// One shape of a drawing; later ones cover earlier ones.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// Right and down, in body heights.
    pub points: Vec<Vec2>,
    /// Filled, or a line of this width (body heights).
    pub kind: Kind,
    /// What it is, for whoever chooses the colours.
    pub paint: Paint,
}

/// How the points of a shape are meant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// A convex outline to fill.
    Fill,
    /// A line through the points, of this width in body heights.
    Line(f32),
}

/// What a shape stands for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Paint {
    /// Skin; 0 is the far limb, 1 the near one.
    Body(f32),
    /// The fine line that parts a limb from what is behind it.
    Edge,
    /// Hair.
    Hair,
    /// A muscle; 0 is unseen, 1 full.
    Muscle(f32),
    /// The mark at a joint, and lines to watch.
    Mark,
    /// The outline of a fault.
    GhostLine,
    /// The inside of a fault's outline.
    Ghost,
    /// Furniture; 0 is a face in shade, 1 one in light.
    Furniture(f32),
    /// A wall; the same.
    Wall(f32),
    /// The mat; the same.
    Mat(f32),
    /// Cushions and blocks; the same.
    Soft(f32),
    /// A weight.
    Weight,
    /// A loop band.
    Band {
        /// 0 is slack, 1 tight.
        tension: f32,
        /// Whether it is seen from its inner side, behind the legs.
        inside: bool,
    },
    /// Lines on the floor.
    Floor,
    /// A step of the shadow, 0 the faintest, up to [`SHADOWS`] - 1; on the mat or beside it.
    Shadow(u8, Ground),
}

/// What a shadow falls on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// The bare floor.
    Floor,
    /// The mat.
    Mat,
}

/// How many steps a shadow has.
pub const SHADOWS: u8 = 3;

/// A picture of the figure.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawing {
    /// In the order of painting.
    pub shapes: Vec<Shape>,
    /// The corners of what the movement ever covers, so that the picture does not jump.
    pub frame: (Vec2, Vec2),
    /// The height of the floor line behind the figure; none when looking from high above.
    pub floor: Option<f32>,
}

/// A circle of the picture.
pub(super) type Disc = (Vec2, f32);

/// The smallest convex shape around some discs, each grown by `more`, seen from `fine` directions.
pub(super) fn hull(discs: &[Disc], more: f32, fine: &Directions) -> Vec<Vec2> {
    let mut points: Vec<Vec2> = Vec::with_capacity(fine.0.len());
    if discs.is_empty() {
        return points;
    }
    for to in &fine.0 {
        let mut far = f32::NEG_INFINITY;
        let mut point = Vec2::ZERO;
        for (at, radius) in discs {
            let reach = at.dot(*to) + radius;
            if reach > far {
                (far, point) = (reach, *at + *to * (radius + more));
            }
        }
        if points.last().is_none_or(|it| it.distance_squared(point) > 1e-8) {
            points.push(point);
        }
    }
    points
}

/// The directions from which outlines are measured.
#[derive(Debug, Clone)]
pub(super) struct Directions(Vec<Vec2>);

impl Directions {
    pub(super) fn new(count: u16) -> Self {
        let angle = |it: u16| f32::from(it) * std::f32::consts::TAU / f32::from(count);
        Self((0..count).map(|it| Vec2::from_angle(angle(it))).collect())
    }
}

impl Shape {
    pub(super) const fn fill(points: Vec<Vec2>, paint: Paint) -> Self {
        Self { points, kind: Kind::Fill, paint }
    }

    pub(super) const fn line(points: Vec<Vec2>, width: f32, paint: Paint) -> Self {
        Self { points, kind: Kind::Line(width), paint }
    }

    /// The same shape in the mirror.
    #[must_use]
    pub fn mirrored(mut self) -> Self {
        for point in &mut self.points {
            *point *= vec2(-1.0, 1.0);
        }
        self
    }
}

/// How a drawing is fitted into a rectangle: `point * scale + offset`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    /// Pixels (or points) for one body height.
    pub scale: f32,
    /// Where the origin comes to lie.
    pub offset: Vec2,
}

impl Drawing {
    /// The largest fit into a rectangle of this size, with a margin; the picture stands in the middle.
    pub fn fit(&self, size: Vec2) -> Fit {
        const MARGIN: f32 = 0.05;
        let (low, high) = self.frame;
        let extent = (high - low).max(Vec2::splat(0.1));
        let room = size * (1.0 - 2.0 * MARGIN);
        let scale = (room / extent).min_element();
        Fit { scale, offset: size / 2.0 - low.midpoint(high) * scale }
    }
}

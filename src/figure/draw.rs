//! The figure and its things as flat shapes, farthest first.

mod body;
mod ground;
mod things;

use glam::{Vec2, Vec3};

use super::body::{Ball, Outline};
use super::camera::Camera;
use super::order::{Sample, Solid, order};
use super::scene::Scene;
use super::shape::{Directions, Disc, Drawing, Paint, Shape, hull};

/// The line that parts a limb from what is behind it, body heights.
const EDGE: f32 = 0.0045;
/// How far apart the samples of a bone are that decide what hides what.
const SAMPLE: f32 = 0.035;

/// Something that is painted in one go, and what it hides.
#[derive(Default)]
struct Item {
    solid: Solid,
    shapes: Vec<Shape>,
}

/// The picture of a scene; `fine` is how many corners a round outline has.
pub(super) fn draw(scene: &Scene<'_>, camera: &Camera, fine: u16) -> Drawing {
    let pen = Pen { camera, round: Round::new(fine), coarse: Directions::new(fine / 2 + 4) };
    let mut shapes = pen.ground(scene);
    if let Some(ghost) = scene.ghost {
        shapes.extend(pen.ghost(ghost));
    }
    let items = pen.body(scene).into_iter().chain(pen.things(scene));
    let (solids, mut painted): (Vec<_>, Vec<_>) = items.map(|it| (it.solid, it.shapes)).unzip();
    for at in order(&solids, camera) {
        shapes.extend(painted.get_mut(at).map(std::mem::take).into_iter().flatten());
    }
    shapes.extend(pen.marks(scene));
    Drawing { shapes, frame: pen.frame(scene), floor: pen.floor(scene) }
}

/// What every part of the drawing needs.
struct Pen<'c> {
    camera: &'c Camera,
    round: Round,
    /// For what is soft and needs no fine outline.
    coarse: Directions,
}

/// How many corners a round outline has: the smaller it is, the fewer, so that none is further from
/// round than another. That is a matter of the square root of its radius.
struct Round([(f32, Directions); 3]);

impl Round {
    /// The radius of the head, for which the corners are counted, body heights.
    const HEAD: f32 = 0.06;
    /// Fewer are seen as corners however small they are.
    const FEWEST: u16 = 8;

    fn new(fine: u16) -> Self {
        Self([4, 3, 2].map(|quarters| {
            let count = (fine * quarters / 4).max(Self::FEWEST.min(fine));
            (Self::HEAD * (f32::from(quarters) / 4.0).powi(2), Directions::new(count))
        }))
    }

    /// As many as the largest of some discs needs.
    fn of(&self, discs: &[Disc]) -> &Directions {
        let [whole, ..] = &self.0;
        let radius = discs.iter().fold(0.0_f32, |most, it| most.max(it.1));
        &self.0.iter().rev().find(|it| radius <= it.0).unwrap_or(whole).1
    }
}

impl Pen<'_> {
    fn disc(&self, ball: Ball) -> Disc {
        let seen = self.camera.see(ball.at);
        (seen.at, ball.radius * seen.scale)
    }

    fn discs(&self, balls: &[Ball]) -> Vec<Disc> {
        balls.iter().map(|it| self.disc(*it)).collect()
    }

    fn sample(&self, at: Vec3, radius: f32) -> Sample {
        Sample { at, seen: self.camera.see(at), radius }
    }

    fn points(&self, points: &[Vec3]) -> Vec<Vec2> {
        points.iter().map(|it| self.camera.see(*it).at).collect()
    }

    /// A round shape round some discs.
    fn round(&self, discs: &[Disc], more: f32, paint: Paint) -> Shape {
        Shape::fill(hull(discs, more, self.round.of(discs)), paint)
    }

    /// What hides and is hidden by flesh: samples along it.
    fn solid(&self, outline: &Outline) -> Solid {
        let mut samples = Vec::new();
        for pair in outline.pairs() {
            let Some([first, .., last]) = outline.balls.get(pair) else { continue };
            let steps = (first.at.distance(last.at) / SAMPLE).ceil().max(1.0);
            samples.extend((0..steps as u16).map(|it| {
                let t = f32::from(it) / steps;
                let radius = first.radius + (last.radius - first.radius) * t;
                self.sample(first.at.lerp(last.at, t), radius)
            }));
        }
        samples.extend(outline.balls.iter().map(|it| self.sample(it.at, it.radius)));
        Solid { samples, ..Solid::default() }
    }

    /// The corners of everything that the movement covers.
    fn frame(&self, scene: &Scene<'_>) -> (Vec2, Vec2) {
        let none = (Vec2::INFINITY, Vec2::NEG_INFINITY);
        scene.extent.iter().fold(none, |(low, high), ball| {
            let (at, radius) = self.disc(*ball);
            (low.min(at - radius), high.max(at + radius))
        })
    }
}

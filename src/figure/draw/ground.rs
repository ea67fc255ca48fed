//! What lies on the floor: the mat, lines, marks that pass by, and the shadow.

use glam::{Vec2, Vec3, vec2, vec3};

use super::Pen;
use crate::figure::body::{Outline, Piece};
use crate::figure::prop::Prop;
use crate::figure::scene::Scene;
use crate::figure::shape::{Disc, Ground, Paint, SHADOWS, Shape, hull};

/// How high above the floor a part still throws a shadow.
const SHADE: f32 = 0.14;
/// How far behind the figure the line of the floor runs.
const BEHIND: f32 = 0.42;
/// How far apart the marks are that pass by under a figure that walks, and how far they are seen.
const APART: f32 = 0.30;
const SEEN: f32 = 0.75;

impl Pen<'_> {
    /// The height of the floor line; none when looking from high above.
    pub(super) fn floor(&self, scene: &Scene<'_>) -> Option<f32> {
        let behind = scene.follow * vec3(1.0, 0.0, 1.0) - self.camera.flat_back() * BEHIND;
        (self.camera.faces(Vec3::Y) < 0.6).then(|| self.camera.see(behind).at.y)
    }

    /// The mat, the lines and the shadow.
    pub(super) fn ground(&self, scene: &Scene<'_>) -> Vec<Shape> {
        let mut shapes = self.passing(scene);
        let mut ground = Ground::Floor;
        for prop in scene.props {
            if matches!(prop, Prop::Mat { .. }) {
                ground = Ground::Mat;
                shapes.extend(prop.blocks().iter().flat_map(|it| self.block(it, prop).shapes));
            } else if *prop == Prop::Line {
                let at = |x: f32| vec3(scene.follow.x + x, 0.0, 0.0);
                let ends = self.points(&[at(-SEEN), at(SEEN)]);
                shapes.push(Shape::line(ends, 0.012, Paint::Floor));
            }
        }
        shapes.extend(self.shadow(scene, ground));
        shapes
    }

    /// Marks that pass by under a figure that walks.
    fn passing(&self, scene: &Scene<'_>) -> Vec<Shape> {
        let Some(way) = scene.travel.try_normalize() else { return Vec::new() };
        let across = vec3(-way.z, 0.0, way.x) * 0.20;
        let here = scene.follow.dot(way);
        let beside = scene.follow - way * here;
        let first = ((here - SEEN) / APART).ceil();
        let marks = (0..6u8).map(|it| (first + f32::from(it)) * APART);
        let lines = marks.filter(|it| (it - here).abs() < SEEN).map(|it| {
            let middle = beside + way * it;
            Shape::line(self.points(&[middle - across, middle + across]), 0.004, Paint::Floor)
        });
        lines.collect()
    }

    /// Soft steps of shade under what is near the floor, each opaque so that they do not add up.
    fn shadow(&self, scene: &Scene<'_>, ground: Ground) -> Vec<Shape> {
        let outlines = Piece::ALL.iter().map(|it| it.outline(scene.frames));
        let low: Vec<Outline> =
            outlines.filter(|it| it.balls.iter().any(|it| it.at.y - it.radius < SHADE)).collect();
        let mut shapes = Vec::new();
        for step in 0..SHADOWS {
            let deep = f32::from(step) / f32::from(SHADOWS - 1);
            for outline in &low {
                shapes.extend(self.shade(outline, deep, Paint::Shadow(step, ground)));
            }
        }
        shapes
    }

    /// One step of the shadow of one piece; `deep` is 0 for the widest and 1 for the darkest.
    fn shade(&self, outline: &Outline, deep: f32, paint: Paint) -> Option<Shape> {
        // A disc that lies on the floor is an ellipse in the picture: it is outlined as a disc and
        // then pressed flat.
        let flat = self.camera.faces(Vec3::Y).max(0.02);
        let disc = |at: usize| -> Option<Disc> {
            let ball = outline.balls.get(at)?;
            let height = ((ball.at.y - ball.radius) / SHADE).max(0.0);
            // The higher the part, the fewer of the dark steps reach it.
            let spread = 1.25 - 0.55 * deep - 0.7 * height * (0.4 + deep);
            let seen = self.camera.see(ball.at * vec3(1.0, 0.0, 1.0));
            let radius = ball.radius * spread * seen.scale;
            (height < 1.0 - 0.8 * deep).then_some((seen.at / vec2(1.0, flat), radius))
        };
        // One outline a piece: a bone is straight, and what is soft needs no waist.
        let discs: Vec<Disc> = (0..outline.balls.len()).filter_map(disc).collect();
        let pressed: Vec<Vec2> =
            hull(&discs, 0.0, &self.coarse).into_iter().map(|it| it * vec2(1.0, flat)).collect();
        (!pressed.is_empty()).then(|| Shape::fill(pressed, paint))
    }
}

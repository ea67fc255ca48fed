//! Furniture, cushions, bands and weights.

use glam::{Mat3, Vec3, vec3};

use super::body::smooth;
use super::{EDGE, Item, Pen};
use crate::figure::body::Ball;
use crate::figure::order::Solid;
use crate::figure::prop::{BandAt, Block, Loop, Prop, Rim};
use crate::figure::scene::Scene;
use crate::figure::shape::{Paint, Shape};
use crate::figure::skeleton::{Bone, Frames};
use crate::units::Side;

/// How far a band has to be pulled to look tight, body heights.
const TIGHT: f32 = 0.10;

impl Pen<'_> {
    pub(super) fn things(&self, scene: &Scene<'_>) -> Vec<Item> {
        let mut items = Vec::new();
        for prop in scene.props {
            match prop {
                // They lie on the floor and hide nothing.
                Prop::Mat { .. } | Prop::Line => {}
                Prop::Thing { .. } => {
                    items.extend(prop.blocks().iter().map(|it| self.block(it, prop)));
                }
                Prop::Wall { .. } => {
                    items.extend(prop.blocks().iter().map(|it| self.wall(it, prop)));
                }
                Prop::Pillow { at, size, turn } => items.push(self.pillow(*at, *size, *turn)),
                Prop::Band(at) => items.extend(self.band(*at, scene)),
                Prop::Weight => items.push(self.weight(scene.frames)),
                Prop::Strap(side) => items.push(self.strap(*side, scene.frames)),
            }
        }
        items
    }

    pub(super) fn block(&self, block: &Block, prop: &Prop) -> Item {
        let mut item = Item::default();
        item.solid.samples = block.corners().iter().map(|it| self.sample(*it, 0.0)).collect();
        for (face, out) in block.faces() {
            let middle = face.iter().sum::<Vec3>() / 4.0;
            item.solid.faces.push((middle, out));
            if self.camera.looks_at(middle, out) {
                item.shapes.push(Shape::fill(self.points(&face), prop.paint(light(out))));
            }
        }
        item
    }

    /// A wall; where it would hide the figure only the line is drawn in which it meets the floor.
    fn wall(&self, block: &Block, prop: &Prop) -> Item {
        const LINE: f32 = 0.004;
        let mut item = self.block(block, prop);
        let [_, (inner, out), ..] = block.faces();
        if !self.camera.looks_at(inner.iter().sum::<Vec3>() / 4.0, out) {
            let foot: Vec<Vec3> = inner.into_iter().filter(|it| it.y < 0.1).collect();
            item.shapes = vec![Shape::line(self.points(&foot), LINE, Paint::Floor)];
        }
        item
    }

    fn pillow(&self, at: Vec3, size: Vec3, turn: f32) -> Item {
        let radius = size.min_element() / 2.0;
        let half = size / 2.0 - radius;
        let turned = Mat3::from_rotation_y(turn.to_radians());
        let core = Block { at, half, turn: turned };
        let balls = core.corners().map(|at| Ball { at, radius });
        let discs = self.discs(&balls);
        let whole = Block { at, half: size / 2.0, turn: turned };
        let mut solid = self.block(&whole, &Prop::Line).solid;
        solid.samples = balls.iter().map(|it| self.sample(it.at, it.radius)).collect();
        let shapes =
            vec![self.round(&discs, EDGE, Paint::Edge), self.round(&discs, 0.0, Paint::Soft(0.75))];
        Item { solid, shapes }
    }

    /// A loop round both legs: its far half and its near half, so that the legs stand inside it.
    fn band(&self, at: BandAt, scene: &Scene<'_>) -> [Item; 2] {
        let ring = Loop::new(at, scene.frames);
        let tension = ((ring.length() - scene.band_rest) / TIGHT).clamp(0.0, 1.0);
        // A band becomes narrower as it is pulled, and never so narrow that it is not seen.
        let wide = ring.along * (0.026 - 0.008 * tension);
        let width = self.camera.flattened(wide).max(0.008);
        let rims = ring.points();
        let half = |inside: bool| {
            let seen = |it: &&Rim| self.camera.looks_at(it.at, it.out) != inside;
            // From where the half begins, so that its line does not cross the loop.
            let first = rims.iter().position(|it| !seen(&it)).unwrap_or_default();
            let turned = rims.iter().cycle().skip(first).take(rims.len()).filter(seen);
            let points: Vec<Vec3> = turned.map(|it| it.at).collect();
            let samples = points.iter().map(|it| self.sample(*it, 0.004)).collect();
            let line = Shape::line(self.points(&points), width, Paint::Band { tension, inside });
            Item { solid: Solid { samples, ..Solid::default() }, shapes: vec![line] }
        };
        [half(true), half(false)]
    }

    /// A dumb-bell held upright in both hands.
    fn weight(&self, frames: &Frames) -> Item {
        let grip = |side| frames.at(Bone::Hand(side), vec3(0.0, -0.05, 0.0));
        let middle = grip(Side::Left).midpoint(grip(Side::Right));
        let up = frames.of(Bone::Trunk).turn * Vec3::Y;
        let ball = |lift: f32, radius: f32| Ball { at: middle + up * lift, radius };
        let parts = [
            [ball(0.030, 0.034), ball(0.052, 0.034)],
            [ball(-0.030, 0.034), ball(-0.052, 0.034)],
            [ball(-0.030, 0.012), ball(0.030, 0.012)],
        ];
        let mut item = Item::default();
        for part in parts {
            let discs = self.discs(&part);
            item.solid.samples.extend(part.iter().map(|it| self.sample(it.at, it.radius)));
            item.shapes.push(self.round(&discs, EDGE / 2.0, Paint::Edge));
            item.shapes.push(self.round(&discs, 0.0, Paint::Weight));
        }
        item
    }

    /// A strap from a hand round the ankle.
    fn strap(&self, side: Side, frames: &Frames) -> Item {
        const WIDTH: f32 = 0.010;
        let a = frames.at(Bone::Hand(side), vec3(0.0, -0.055, 0.0));
        let b = frames.of(Bone::Foot(side)).origin;
        let at = |it: u8| a.lerp(b, f32::from(it) / 6.0);
        let samples = (0..=6).map(|it| self.sample(at(it), WIDTH / 2.0)).collect();
        let paint = Paint::Band { tension: 0.5, inside: false };
        let line = Shape::line(self.points(&[a, b]), WIDTH, paint);
        Item { solid: Solid { samples, ..Solid::default() }, shapes: vec![line] }
    }
}

impl Prop {
    fn paint(&self, light: f32) -> Paint {
        match self {
            Self::Wall { .. } => Paint::Wall(light),
            Self::Mat { .. } => Paint::Mat(light),
            Self::Thing { thing, .. } if thing.is_soft() => Paint::Soft(light),
            Self::Pillow { .. } => Paint::Soft(light),
            Self::Thing { .. } | Self::Band(_) | Self::Weight | Self::Line | Self::Strap(_) => {
                Paint::Furniture(light)
            }
        }
    }
}

/// How much light falls on a face: a lamp above, a little before and to the right.
fn light(out: Vec3) -> f32 {
    let lamp = vec3(0.25, 0.9, 0.3).normalize();
    0.35 + 0.65 * smooth(out.dot(lamp) * 0.5 + 0.5)
}

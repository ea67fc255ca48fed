//! The body: its pieces in two tones, the muscles that glow, the fault's outline, the marks.

use glam::{Vec3, vec3};

use super::{EDGE, Item, Pen};
use crate::figure::body::{Outline, Piece};
use crate::figure::muscle::Muscle;
use crate::figure::scene::{Mark, Scene};
use crate::figure::shape::{Disc, Paint, Shape};
use crate::figure::skeleton::{Bone, Frames, SHOULDER, outward};
use crate::units::Side;

/// How far before or behind the trunk a limb counts as wholly near or far.
const DEPTH: f32 = 0.09;
/// The tone of the trunk, between that of a far limb (0) and of a near one (1).
const TRUNK: f32 = 0.62;
/// How much the face has to look at us for the hair to be behind it.
const FACE: f32 = 0.45;
/// How faintly a muscle on the far side shines through.
const FAINT: f32 = 0.28;
/// A glow is painted in layers, each smaller and stronger: how much smaller, how strong.
const GLOW: [(f32, f32); 3] = [(0.0, 0.30), (-0.004, 0.40), (-0.008, 0.55)];

impl Pen<'_> {
    /// The pieces of the body in the order of [`Piece::ALL`], then the muscles.
    pub(super) fn body(&self, scene: &Scene<'_>) -> Vec<Item> {
        let pieces = Piece::ALL.iter().map(|it| self.piece(*it, scene.frames));
        let glow = scene.glow.iter().map(|it| self.muscle(it.0, it.1, scene.frames));
        pieces.chain(glow).collect()
    }

    fn piece(&self, piece: Piece, frames: &Frames) -> Item {
        let outline = piece.outline(frames);
        let mut item = Item { solid: self.solid(&outline), shapes: Vec::new() };
        let paint = if piece == Piece::Hair {
            item.solid.after.extend(self.before_hair(frames));
            Paint::Hair
        } else {
            Paint::Body(self.tone(piece, frames))
        };
        let discs = self.discs(&outline.balls);
        let pairs: Vec<&[Disc]> = outline.pairs().filter_map(|it| discs.get(it)).collect();
        let (first, last) = piece.joined();
        let free = pairs.len().saturating_sub(first).saturating_sub(last);
        let edges = pairs.iter().skip(first).take(free);
        item.shapes.extend(edges.map(|it| self.round(it, EDGE, Paint::Edge)));
        item.shapes.extend(pairs.iter().map(|it| self.round(it, 0.0, paint)));
        item
    }

    /// The hair covers the face unless the face looks at us.
    fn before_hair(&self, frames: &Frames) -> Option<usize> {
        let looks = self.camera.faces(frames.of(Bone::Head).turn * Vec3::X);
        if looks < FACE { number(Piece::Head) } else { None }
    }

    /// 0 for a far limb, 1 for a near one; the trunk is between.
    fn tone(&self, piece: Piece, frames: &Frames) -> f32 {
        let near = |bone| self.camera.see(frames.of(bone).origin).near;
        let between = |a, b| f32::midpoint(near(a), near(b));
        let ahead = match piece {
            Piece::Thigh(side) | Piece::Shank(side) | Piece::Foot(side) => {
                between(Bone::Thigh(side), Bone::Shank(side)) - near(Bone::Pelvis)
            }
            Piece::UpperArm(side) | Piece::Forearm(side) | Piece::Hand(side) => {
                between(Bone::UpperArm(side), Bone::Forearm(side))
                    - between(Bone::Pelvis, Bone::Head)
            }
            Piece::Pelvis | Piece::Torso | Piece::Neck | Piece::Head | Piece::Hair => 0.0,
        };
        let ahead = (ahead / DEPTH).clamp(-1.0, 1.0);
        if ahead > 0.0 { TRUNK + (1.0 - TRUNK) * ahead } else { TRUNK * (1.0 + ahead) }
    }

    fn muscle(&self, region: Muscle, side: Side, frames: &Frames) -> Item {
        let patch = region.patch(frames, side);
        let seen = FAINT + (1.0 - FAINT) * smooth((self.camera.faces(patch.out) + 0.35) / 0.7);
        let mut solid = self.solid(&Outline::row(&patch.balls));
        solid.after = patch.hosts.iter().filter_map(|it| number(*it)).collect();
        let discs = self.discs(&patch.balls);
        let layers = GLOW.iter().flat_map(|layer| discs.windows(2).map(move |it| (layer, it)));
        let shapes = layers
            .map(|((more, strength), it)| self.round(it, *more, Paint::Muscle(strength * seen)));
        Item { solid, shapes: shapes.collect() }
    }

    /// The outline of a fault beside the figure: everything a little larger, then everything.
    pub(super) fn ghost(&self, frames: &Frames) -> Vec<Shape> {
        const LINE: f32 = 0.007;
        let outlines: Vec<Outline> = Piece::ALL.iter().map(|it| it.outline(frames)).collect();
        let mut shapes = Vec::new();
        for (more, paint) in [(LINE, Paint::GhostLine), (0.0, Paint::Ghost)] {
            for outline in &outlines {
                let discs = self.discs(&outline.balls);
                let pairs = outline.pairs().filter_map(|it| discs.get(it));
                shapes.extend(pairs.map(|it| self.round(it, more, paint)));
            }
        }
        shapes
    }

    pub(super) fn marks(&self, scene: &Scene<'_>) -> Vec<Shape> {
        const WIDTH: f32 = 0.006;
        const DOT: [(f32, Paint); 2] = [(0.014, Paint::Edge), (0.0105, Paint::Mark)];
        let mut shapes = Vec::new();
        for mark in scene.marks {
            let line = mark.line(scene.frames);
            if line.len() > 1 {
                shapes.push(Shape::line(self.points(&line), WIDTH, Paint::Mark));
            }
            if let Some(dot) = mark.dot(scene.frames) {
                let at = self.camera.see(dot).at;
                shapes.extend(DOT.map(|(radius, paint)| self.round(&[(at, radius)], 0.0, paint)));
            }
        }
        shapes
    }
}

impl Mark {
    fn line(self, frames: &Frames) -> Vec<Vec3> {
        let origin = |bone| frames.of(bone).origin;
        match self {
            Self::Pelvis => {
                let end =
                    |side| frames.at(Bone::Pelvis, vec3(0.0, 0.045, SHOULDER * outward(side)));
                vec![end(Side::Left), end(Side::Right)]
            }
            Self::Body(side) => {
                vec![
                    origin(Bone::UpperArm(side)),
                    origin(Bone::Thigh(side)),
                    origin(Bone::Shank(side)),
                ]
            }
            Self::Spine => vec![origin(Bone::Pelvis), origin(Bone::Trunk), origin(Bone::Head)],
            Self::KneeOverToe(side) => {
                vec![
                    origin(Bone::Shank(side)),
                    frames.at(Bone::Foot(side), vec3(0.085, -0.03, 0.0)),
                ]
            }
            Self::Joint(_) => Vec::new(),
        }
    }

    fn dot(self, frames: &Frames) -> Option<Vec3> {
        match self {
            Self::Joint(bone) => Some(frames.of(bone).origin),
            Self::KneeOverToe(side) => Some(frames.at(Bone::Shank(side), vec3(0.028, 0.0, 0.0))),
            Self::Pelvis | Self::Body(_) | Self::Spine => None,
        }
    }
}

/// The place of a piece among the items.
fn number(piece: Piece) -> Option<usize> {
    Piece::ALL.iter().position(|it| *it == piece)
}

pub(super) fn smooth(t: f32) -> f32 {
    let t = t.clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

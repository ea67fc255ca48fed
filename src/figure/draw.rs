//! The figure and its things as flat shapes, farthest first.

use glam::{Vec2, Vec3, vec3};

use super::body::{Ball, Piece};
use super::camera::Camera;
use super::muscle::Region;
use super::order::{Sample, Solid, order};
use super::prop::{BandAt, Block, Loop, Prop};
use super::scene::{Mark, Scene};
use super::shape::{Directions, Disc, Drawing, Ground, Paint, SHADOWS, Shape, hull};
use super::skeleton::{Bone, Frames};
use crate::units::Side;

/// The line that parts a limb from what is behind it, body heights.
const EDGE: f32 = 0.0045;
/// How far apart the samples of a bone are that decide what hides what.
const SAMPLE: f32 = 0.035;
/// How far before or behind the trunk a limb counts as wholly near or far.
const DEPTH: f32 = 0.09;
/// How high above the floor a part still throws a shadow.
const SHADE: f32 = 0.16;

/// Something that is painted in one go, and what it hides.
#[derive(Default)]
struct Item {
    solid: Solid,
    shapes: Vec<Shape>,
}

/// The picture of a scene; `fine` is how many corners a round outline has.
pub fn draw(scene: &Scene<'_>, camera: &Camera, fine: u16) -> Drawing {
    let pen = Pen { camera, fine: Directions::new(fine) };
    let mut drawing = Drawing { frame: pen.frame(scene), floor: pen.floor(scene), ..Drawing::default() };
    drawing.shapes.extend(pen.ground(scene));
    if let Some(ghost) = scene.ghost {
        drawing.shapes.extend(pen.ghost(ghost));
    }
    let items = pen.items(scene);
    let (solids, shapes): (Vec<_>, Vec<_>) = items.into_iter().map(|it| (it.solid, it.shapes)).unzip();
    let mut shapes: Vec<Option<Vec<Shape>>> = shapes.into_iter().map(Some).collect();
    for at in order(&solids, camera) {
        drawing.shapes.extend(shapes.get_mut(at).and_then(Option::take).into_iter().flatten());
    }
    drawing.shapes.extend(pen.marks(scene));
    drawing
}

struct Pen<'c> {
    camera: &'c Camera,
    fine: Directions,
}

impl Pen<'_> {
    fn disc(&self, ball: &Ball) -> Disc {
        let seen = self.camera.see(ball.at);
        (seen.at, ball.radius * seen.scale)
    }

    fn sample(&self, at: Vec3, radius: f32) -> Sample {
        Sample { at, seen: self.camera.see(at), radius }
    }

    fn points(&self, points: &[Vec3]) -> Vec<Vec2> {
        points.iter().map(|it| self.camera.see(*it).at).collect()
    }

    /// The corners of everything that the movement covers.
    fn frame(&self, scene: &Scene<'_>) -> (Vec2, Vec2) {
        scene.extent.iter().fold((Vec2::INFINITY, Vec2::NEG_INFINITY), |(low, high), ball| {
            let (at, radius) = self.disc(ball);
            (low.min(at - radius), high.max(at + radius))
        })
    }

    fn floor(&self, scene: &Scene<'_>) -> Option<f32> {
        let behind = -self.camera.flat_back() * 0.42 + vec3(scene.follow.x, 0.0, scene.follow.z);
        (self.camera.faces(Vec3::Y) < 0.6).then(|| self.camera.see(behind).at.y)
    }

    fn items(&self, scene: &Scene<'_>) -> Vec<Item> {
        let mut items: Vec<Item> = Piece::ALL.iter().map(|it| self.piece(*it, scene)).collect();
        items.extend(scene.glow.iter().map(|(region, side)| self.muscle(*region, *side, scene.frames)));
        for prop in scene.props {
            items.extend(self.prop(prop, scene));
        }
        items
    }

    fn piece(&self, piece: Piece, scene: &Scene<'_>) -> Item {
        let sections = piece.sections(scene.frames);
        let paint = match piece {
            Piece::Hair => Paint::Hair,
            other => Paint::Body(self.nearness(other, scene.frames)),
        };
        let mut item = Item { solid: self.solid(&sections), shapes: Vec::new() };
        if piece == Piece::Hair {
            item.solid.after.extend(self.hair_after(scene.frames));
        }
        let discs: Vec<Vec<Disc>> = sections.iter().map(|it| it.iter().map(|it| self.disc(it)).collect()).collect();
        let pairs = || discs.windows(2).map(<[Vec<Disc>]>::concat);
        let (first, last) = piece.joined();
        let count = discs.len().saturating_sub(1).saturating_sub(first).saturating_sub(last);
        let edges = pairs().skip(first).take(count);
        item.shapes.extend(edges.map(|it| Shape::fill(hull(&it, EDGE, &self.fine), Paint::Edge)));
        item.shapes.extend(pairs().map(|it| Shape::fill(hull(&it, 0.0, &self.fine), paint)));
        item
    }

    /// The hair is before the face unless the face looks at us.
    fn hair_after(&self, frames: &Frames) -> Option<usize> {
        let face = self.camera.faces(frames.of(Bone::Head).turn * Vec3::X);
        (face < 0.45).then(|| Piece::ALL.iter().position(|it| *it == Piece::Head)).flatten()
    }

    /// 0 for a far limb, 1 for a near one; the trunk is between.
    fn nearness(&self, piece: Piece, frames: &Frames) -> f32 {
        const TRUNK: f32 = 0.62;
        let near = |bone| self.camera.see(frames.of(bone).origin).near;
        let middle = f32::midpoint(near(Bone::Pelvis), near(Bone::Head));
        let limb = match piece {
            Piece::Thigh(side) | Piece::Shank(side) | Piece::Foot(side) => {
                f32::midpoint(near(Bone::Thigh(side)), near(Bone::Shank(side))) - near(Bone::Pelvis)
            }
            Piece::UpperArm(side) | Piece::Forearm(side) | Piece::Hand(side) => {
                near(Bone::UpperArm(side)).midpoint(near(Bone::Forearm(side))) - middle
            }
            Piece::Pelvis | Piece::Torso | Piece::Neck | Piece::Head | Piece::Hair => return TRUNK,
        };
        let ahead = (limb / DEPTH).clamp(-1.0, 1.0);
        if ahead > 0.0 { TRUNK + (1.0 - TRUNK) * ahead } else { TRUNK * (1.0 + ahead) }
    }

    fn solid(&self, sections: &[Vec<Ball>]) -> Solid {
        let mut samples = Vec::new();
        for pair in sections.windows(2) {
            let [near, far] = pair else { continue };
            for (i, a) in near.iter().enumerate() {
                let b = far.get(i).or(far.first()).unwrap_or(a);
                let steps = (a.at.distance(b.at) / SAMPLE).ceil().max(1.0);
                let count = steps as u16;
                samples.extend((0..count).map(|it| {
                    let t = f32::from(it) / steps;
                    self.sample(a.at.lerp(b.at, t), a.radius + (b.radius - a.radius) * t)
                }));
            }
        }
        let last = sections.last().into_iter().flatten();
        samples.extend(last.map(|it| self.sample(it.at, it.radius)));
        Solid { samples, ..Solid::default() }
    }

    fn muscle(&self, region: Region, side: Side, frames: &Frames) -> Item {
        let patch = region.patch(frames, side);
        // A muscle on the far side shines through faintly, so that it can be found.
        let facing = self.camera.faces(patch.out);
        let seen = 0.28 + 0.72 * smooth((facing + 0.35) / 0.7);
        let balls: Vec<Vec<Ball>> = patch.balls.iter().map(|it| vec![*it]).collect();
        let mut item = Item { solid: self.solid(&balls), shapes: Vec::new() };
        item.solid.after = patch.hosts.iter().filter_map(|host| Piece::ALL.iter().position(|it| it == host)).collect();
        let discs: Vec<Disc> = patch.balls.iter().map(|it| self.disc(it)).collect();
        for (more, strength) in [(0.0, 0.30), (-0.004, 0.40), (-0.008, 0.55)] {
            for pair in discs.windows(2) {
                item.shapes.push(Shape::fill(hull(pair, more, &self.fine), Paint::Muscle(strength * seen)));
            }
        }
        item
    }

    fn prop(&self, prop: &Prop, scene: &Scene<'_>) -> Vec<Item> {
        match prop {
            Prop::Mat { .. } | Prop::Line => Vec::new(),
            Prop::Thing { .. } => prop.blocks().iter().map(|it| self.block(it, prop)).collect(),
            Prop::Wall { .. } => prop.blocks().iter().map(|it| self.block(it, prop)).collect(),
            Prop::Pillow { at, size, turn } => vec![self.pillow(*at, *size, *turn)],
            Prop::Band(at) => self.band(*at, scene),
            Prop::Weight => vec![self.weight(scene.frames)],
            Prop::Strap => vec![self.strap(scene.frames)],
        }
    }

    fn block(&self, block: &Block, prop: &Prop) -> Item {
        let mut solid = Solid::default();
        let corners = block.corners();
        // Along every edge, so that nothing slips between the corners.
        for (i, a) in corners.iter().enumerate() {
            for b in corners.iter().skip(i + 1) {
                let count = (a.distance(*b) / 0.08).ceil().max(1.0);
                solid.samples.extend((0..=count as u16).map(|it| self.sample(a.lerp(*b, f32::from(it) / count), 0.0)));
            }
        }
        let mut shapes = Vec::new();
        for (face, out) in block.faces() {
            let middle = face.iter().sum::<Vec3>() / 4.0;
            solid.faces.push((middle, out));
            if self.camera.looks_at(middle, out) {
                let light = 0.35 + 0.65 * smooth(out.dot(vec3(0.25, 0.9, 0.3).normalize()) * 0.5 + 0.5);
                let paint = match prop {
                    Prop::Wall { .. } => Paint::Wall(light),
                    Prop::Mat { .. } => Paint::Mat(light),
                    Prop::Thing { thing, .. } if thing.is_soft() => Paint::Soft(light),
                    _ => Paint::Furniture(light),
                };
                shapes.push(Shape::fill(self.points(&face), paint));
            }
        }
        Item { solid, shapes }
    }

    fn pillow(&self, at: Vec3, size: Vec3, turn: f32) -> Item {
        let radius = size.min_element() / 2.0;
        let half = size / 2.0 - radius;
        let turned = glam::Mat3::from_rotation_y(turn.to_radians());
        let signs = |it: u8| {
            let sign = |bit: u8| if it & bit == 0 { -1.0 } else { 1.0 };
            vec3(sign(1), sign(2), sign(4))
        };
        let balls: Vec<Ball> = (0..8).map(|it| Ball { at: at + turned * (half * signs(it)), radius }).collect();
        let discs: Vec<Disc> = balls.iter().map(|it| self.disc(it)).collect();
        let mut solid = self.solid(&[balls.clone(), balls]);
        solid.samples.push(self.sample(at, radius));
        let shapes = vec![
            Shape::fill(hull(&discs, EDGE * 0.6, &self.fine), Paint::Edge),
            Shape::fill(hull(&discs, 0.0, &self.fine), Paint::Soft(0.75)),
        ];
        Item { solid, shapes }
    }

    /// A loop round both legs: its far half and its near half, so that the legs stand inside it.
    fn band(&self, at: BandAt, scene: &Scene<'_>) -> Vec<Item> {
        let loops = Loop::new(at, scene.frames);
        let tension = ((loops.length() - scene.band_rest) / 0.10).clamp(0.0, 1.0);
        let half = 0.013 - 0.004 * tension;
        let ring = loops.ring();
        let mut far = Item::default();
        let mut near = Item::default();
        for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            let (lift, out) = (loops.along * half, (a.1 + b.1) / 2.0);
            let faces = self.camera.looks_at(a.0, out);
            let item = if faces { &mut near } else { &mut far };
            item.solid.samples.push(self.sample(a.0, 0.004));
            let quad = self.points(&[a.0 + lift, b.0 + lift, b.0 - lift, a.0 - lift]);
            let shade = if faces { tension } else { tension - 1.5 };
            item.shapes.push(Shape::fill(quad, Paint::Band(shade)));
        }
        vec![far, near]
    }

    fn weight(&self, frames: &Frames) -> Item {
        let grip = |side| frames.at(Bone::Hand(side), vec3(0.0, -0.05, 0.0));
        let middle = grip(Side::Left).midpoint(grip(Side::Right));
        let up = frames.of(Bone::Trunk).turn * Vec3::Y;
        let ball = |lift: f32, radius: f32| Ball { at: middle + up * lift, radius };
        let parts = [[ball(0.030, 0.034), ball(0.052, 0.034)], [ball(-0.030, 0.034), ball(-0.052, 0.034)], [ball(-0.03, 0.012), ball(0.03, 0.012)]];
        let mut item = Item::default();
        for part in parts {
            let discs: Vec<Disc> = part.iter().map(|it| self.disc(it)).collect();
            item.solid.samples.extend(part.iter().map(|it| self.sample(it.at, it.radius)));
            item.shapes.push(Shape::fill(hull(&discs, EDGE, &self.fine), Paint::Edge));
            item.shapes.push(Shape::fill(hull(&discs, 0.0, &self.fine), Paint::Weight));
        }
        item
    }

    fn strap(&self, frames: &Frames) -> Item {
        let grip = |side| frames.at(Bone::Hand(side), vec3(0.0, -0.06, 0.0));
        let (a, b) = (grip(Side::Left), grip(Side::Right));
        let samples = (0..=6).map(|it| self.sample(a.lerp(b, f32::from(it as u8) / 6.0), 0.004)).collect();
        let line = Shape::line(self.points(&[a, b]), 0.012, Paint::Band(0.5));
        Item { solid: Solid { samples, ..Solid::default() }, shapes: vec![line] }
    }

    /// The mat, the lines of the floor and the shadow.
    fn ground(&self, scene: &Scene<'_>) -> Vec<Shape> {
        let mut shapes = self.ticks(scene);
        let mut ground = Ground::Floor;
        for prop in scene.props {
            match prop {
                Prop::Mat { .. } => {
                    ground = Ground::Mat;
                    shapes.extend(prop.blocks().iter().flat_map(|it| self.block(it, prop).shapes));
                }
                Prop::Line => {
                    let at = |x: f32| vec3(scene.follow.x + x, 0.0, 0.0);
                    shapes.push(Shape::line(self.points(&[at(-0.9), at(0.9)]), 0.012, Paint::Floor));
                }
                _ => {}
            }
        }
        shapes.extend(self.shadow(scene, ground));
        shapes
    }

    /// Marks that pass by under a figure that walks.
    fn ticks(&self, scene: &Scene<'_>) -> Vec<Shape> {
        const APART: f32 = 0.30;
        let Some(way) = scene.travel.try_normalize() else { return Vec::new() };
        let across = vec3(-way.z, 0.0, way.x) * 0.20;
        let at = scene.follow.dot(way);
        let first = ((at - 0.75) / APART).ceil();
        let marks = (0..5).map(|it| (first + f32::from(it as u8)) * APART);
        marks.filter(|it| (it - at).abs() < 0.75).map(|it| {
            let middle = way * it + (scene.follow - way * at) * vec3(1.0, 0.0, 1.0);
            Shape::line(self.points(&[middle - across, middle + across]), 0.004, Paint::Floor)
        }).collect()
    }

    /// Soft steps of shade under what is near the floor, each step opaque so that they do not add up.
    fn shadow(&self, scene: &Scene<'_>, ground: Ground) -> Vec<Shape> {
        let mut low: Vec<Vec<Ball>> = Vec::new();
        for piece in Piece::ALL {
            let sections = piece.sections(scene.frames);
            low.extend(sections.windows(2).map(<[Vec<Ball>]>::concat).filter(|it| it.iter().any(|it| it.at.y - it.radius < SHADE)));
        }
        let mut shapes = Vec::new();
        for step in 0..SHADOWS {
            let deep = f32::from(step) / f32::from(SHADOWS - 1);
            for balls in &low {
                let flat = balls.iter().filter_map(|it| {
                    let height = ((it.at.y - it.radius) / SHADE).clamp(0.0, 1.0);
                    // The higher the part, the fewer of the dark steps reach it.
                    let spread = 1.25 - 0.55 * deep - 0.7 * height * (0.4 + deep);
                    (height < 1.0 - 0.8 * deep).then(|| Ball { at: it.at * vec3(1.0, 0.0, 1.0), radius: it.radius * spread })
                });
                let rims: Vec<Disc> = flat.flat_map(|it| self.rim(&it)).collect();
                if !rims.is_empty() {
                    shapes.push(Shape::fill(hull(&rims, 0.0, &self.fine), Paint::Shadow(step, ground)));
                }
            }
        }
        shapes
    }

    /// A disc that lies on the floor, as points.
    fn rim(&self, ball: &Ball) -> Vec<Disc> {
        let corner = |it: u8| {
            let angle = f32::from(it) * std::f32::consts::TAU / 12.0;
            let at = ball.at + vec3(angle.cos(), 0.0, angle.sin()) * ball.radius;
            (self.camera.see(at).at, 0.0)
        };
        (0..12).map(corner).collect()
    }

    /// The outline of a fault beside the figure.
    fn ghost(&self, frames: &Frames) -> Vec<Shape> {
        let hulls: Vec<Vec<Disc>> = Piece::ALL.iter().flat_map(|it| {
            let sections = it.sections(frames);
            sections.windows(2).map(|pair| pair.concat().iter().map(|it| self.disc(it)).collect()).collect::<Vec<_>>()
        }).collect();
        let line = hulls.iter().map(|it| Shape::fill(hull(it, 0.007, &self.fine), Paint::GhostLine));
        let inside = hulls.iter().map(|it| Shape::fill(hull(it, 0.0, &self.fine), Paint::Ghost));
        line.chain(inside).collect()
    }

    fn marks(&self, scene: &Scene<'_>) -> Vec<Shape> {
        let frames = scene.frames;
        let mut shapes = Vec::new();
        for mark in scene.marks {
            match mark.line(frames) {
                line if line.len() > 1 => shapes.push(Shape::line(self.points(&line), 0.006, Paint::Mark)),
                _ => {}
            }
            shapes.extend(mark.dots(frames).into_iter().flat_map(|at| {
                let seen = self.camera.see(at).at;
                [(0.014, Paint::Edge), (0.0105, Paint::Mark)].map(|(radius, paint)| Shape::fill(hull(&[(seen, radius)], 0.0, &self.fine), paint))
            }));
        }
        shapes
    }
}

fn smooth(t: f32) -> f32 {
    let t = t.clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

impl Mark {
    fn line(self, frames: &Frames) -> Vec<Vec3> {
        let origin = |bone| frames.of(bone).origin;
        match self {
            Self::Pelvis => {
                let end = |side| frames.at(Bone::Pelvis, vec3(0.0, 0.045, 0.115 * super::skeleton::outward(side)));
                vec![end(Side::Left), end(Side::Right)]
            }
            Self::Body(side) => vec![origin(Bone::UpperArm(side)), origin(Bone::Thigh(side)), origin(Bone::Shank(side))],
            Self::Spine => vec![origin(Bone::Pelvis), origin(Bone::Trunk), origin(Bone::Head)],
            Self::KneeOverToe(side) => vec![origin(Bone::Shank(side)), frames.at(Bone::Foot(side), vec3(0.085, -0.03, 0.0))],
            Self::Joint(_) => Vec::new(),
        }
    }

    fn dots(self, frames: &Frames) -> Vec<Vec3> {
        match self {
            Self::Joint(bone) => vec![frames.of(bone).origin],
            Self::KneeOverToe(side) => vec![frames.at(Bone::Shank(side), vec3(0.028, 0.0, 0.0))],
            Self::Pelvis | Self::Body(_) | Self::Spine => Vec::new(),
        }
    }
}


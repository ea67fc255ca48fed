//! Things around the figure: mat, cushion, chair, bench, table, wall, band, weight.
//!
//! Furniture is boxes; what is soft is balls. Sizes are body heights at 170 cm. Places are on the
//! floor, `(x, z)` from where the hips are at the start of the movement.

use glam::{Mat3, Vec2, Vec3, vec3};
use serde::Deserialize;

use super::contact::Thing;
use super::skeleton::{Bone, Frames};
use crate::units::Side;

/// A thing in the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Prop {
    /// A mat: its middle, its length and width, and its turn about the vertical in degrees.
    Mat {
        /// The middle.
        at: Vec2,
        /// Length (along X before the turn) and width.
        size: Vec2,
        /// Degrees about the vertical.
        turn: f32,
    },
    /// A thing with a top, or a cushion of another size.
    Thing {
        /// What it is.
        thing: Thing,
        /// The middle of its top (of its seat).
        at: Vec2,
        /// Degrees about the vertical; a chair at 0 faces where the person faces.
        turn: f32,
    },
    /// A soft cushion anywhere: under a thigh, between the knees.
    Pillow {
        /// Its middle.
        at: Vec3,
        /// Its length, height and width.
        size: Vec3,
        /// Degrees about the vertical.
        turn: f32,
    },
    /// A wall through a point; at turn 0 it stands before the person.
    Wall {
        /// A point on it.
        at: Vec2,
        /// Degrees about the vertical.
        turn: f32,
    },
    /// A loop band round both legs.
    Band(BandAt),
    /// A weight held in both hands.
    Weight,
    /// A line on the floor to walk along.
    Line,
    /// A strap from one hand to the ankle of the same side.
    Strap(Side),
}

/// Where a loop band runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BandAt {
    /// Just above the knees.
    Knees,
    /// Round the ankles.
    Ankles,
    /// Round the forefeet.
    Forefeet,
}

/// A box: eight corners and six faces.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Block {
    /// Its middle.
    pub at: Vec3,
    /// Half its length, height and width along its own axes.
    pub half: Vec3,
    /// Its own axes.
    pub turn: Mat3,
}

impl Block {
    fn new(at: Vec3, half: Vec3, turn: Mat3) -> Self {
        Self { at, half, turn }
    }

    /// A corner; each sign is -1 or 1.
    pub fn corner(&self, signs: Vec3) -> Vec3 {
        self.at + self.turn * (self.half * signs)
    }

    /// Every corner.
    pub fn corners(&self) -> [Vec3; 8] {
        let signs = |it: usize| {
            let sign = |bit: usize| if it & bit == 0 { -1.0 } else { 1.0 };
            vec3(sign(1), sign(2), sign(4))
        };
        std::array::from_fn(|it| self.corner(signs(it)))
    }

    /// Every face: its four corners in order and its direction outwards.
    pub fn faces(&self) -> [([Vec3; 4], Vec3); 6] {
        let face = |out: Vec3, u: Vec3, v: Vec3| {
            (
                [out + u + v, out - u + v, out - u - v, out + u - v].map(|it| self.corner(it)),
                self.turn * out,
            )
        };
        [
            face(Vec3::X, Vec3::Y, Vec3::Z),
            face(-Vec3::X, Vec3::Y, Vec3::Z),
            face(Vec3::Y, Vec3::X, Vec3::Z),
            face(-Vec3::Y, Vec3::X, Vec3::Z),
            face(Vec3::Z, Vec3::X, Vec3::Y),
            face(-Vec3::Z, Vec3::X, Vec3::Y),
        ]
    }
}

impl Prop {
    /// The same thing on the other side.
    #[must_use]
    pub fn mirrored(self) -> Self {
        let (flat, mirror) = (glam::vec2(1.0, -1.0), vec3(1.0, 1.0, -1.0));
        match self {
            Self::Mat { at, size, turn } => Self::Mat { at: at * flat, size, turn: -turn },
            Self::Thing { thing, at, turn } => Self::Thing { thing, at: at * flat, turn: -turn },
            Self::Pillow { at, size, turn } => Self::Pillow { at: at * mirror, size, turn: -turn },
            Self::Wall { at, turn } => Self::Wall { at: at * flat, turn: -turn },
            Self::Strap(side) => Self::Strap(side.other()),
            Self::Band(_) | Self::Weight | Self::Line => self,
        }
    }

    /// Where it stands, on the floor in body heights, and its turn in degrees; nothing of what is worn,
    /// held or drawn on the floor.
    pub const fn place(&self) -> Option<(Vec2, f32)> {
        match *self {
            Self::Mat { at, turn, .. } | Self::Thing { at, turn, .. } | Self::Wall { at, turn } => {
                Some((at, turn))
            }
            Self::Pillow { at, turn, .. } => Some((glam::vec2(at.x, at.z), turn)),
            Self::Band(_) | Self::Weight | Self::Line | Self::Strap(_) => None,
        }
    }

    /// The boxes it is made of; soft things and bands have none.
    pub fn blocks(&self) -> Vec<Block> {
        match *self {
            Self::Thing { thing, at, turn } => thing_blocks(thing, at, turn),
            Self::Wall { at, turn } => {
                let turned = Mat3::from_rotation_y(turn.to_radians());
                let middle = vec3(at.x, 0.55, at.y) + turned * vec3(0.02, 0.0, 0.0);
                vec![Block::new(middle, vec3(0.02, 0.55, 0.42), turned)]
            }
            Self::Mat { at, size, turn } => {
                let turned = Mat3::from_rotation_y(turn.to_radians());
                vec![Block::new(
                    vec3(at.x, -0.002, at.y),
                    vec3(size.x / 2.0, 0.002, size.y / 2.0),
                    turned,
                )]
            }
            Self::Pillow { .. } | Self::Band(_) | Self::Weight | Self::Line | Self::Strap(_) => {
                Vec::new()
            }
        }
    }
}

fn thing_blocks(thing: Thing, at: Vec2, turn: f32) -> Vec<Block> {
    let turned = Mat3::from_rotation_y(turn.to_radians());
    let top = thing.height();
    let part = |x: f32, y: f32, z: f32, half: [f32; 3]| {
        Block::new(vec3(at.x, 0.0, at.y) + turned * vec3(x, y, z), Vec3::from_array(half), turned)
    };
    // Four legs under a slab of this half length and width.
    let legs = |below: f32, length: f32, width: f32| {
        [(1.0, 1.0), (1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0)].map(|(x, z)| {
            part(
                x * (length - 0.016),
                below / 2.0,
                z * (width - 0.016),
                [0.010, below / 2.0, 0.010],
            )
        })
    };
    let slab = |thick: f32, length: f32, width: f32| {
        let mut blocks = Vec::from(legs(top - thick, length, width));
        blocks.push(part(0.0, top - thick / 2.0, 0.0, [length, thick / 2.0, width]));
        blocks
    };
    match thing {
        Thing::Cushion => vec![part(0.0, top / 2.0, 0.0, [0.11, top / 2.0, 0.13])],
        Thing::Block => vec![part(0.0, top / 2.0, 0.0, [0.07, top / 2.0, 0.16])],
        Thing::Bench => {
            let mut blocks = vec![part(0.0, top - 0.03, 0.0, [0.12, 0.03, 0.32])];
            blocks.extend([1.0, -1.0].map(|z| {
                part(0.0, (top - 0.06) / 2.0, z * 0.24, [0.09, (top - 0.06) / 2.0, 0.02])
            }));
            blocks
        }
        Thing::Bed => {
            let mut blocks = Vec::from(legs(top - 0.12, 0.34, 0.26));
            blocks.push(part(0.0, top - 0.095, 0.0, [0.34, 0.025, 0.26]));
            blocks.push(part(0.0, top - 0.035, 0.0, [0.335, 0.035, 0.25]));
            blocks
        }
        Thing::Chair | Thing::HighChair => {
            let mut blocks = slab(0.03, 0.125, 0.125);
            blocks.push(part(-0.115, top + 0.10, 0.0, [0.010, 0.10, 0.125]));
            blocks.push(part(-0.115, top + 0.225, 0.0, [0.012, 0.035, 0.125]));
            blocks
        }
        Thing::ChairBack => thing_blocks(Thing::Chair, at, turn),
        Thing::Table => slab(0.025, 0.16, 0.30),
    }
}

/// A loop band in space.
pub(super) struct Loop {
    left: Vec3,
    right: Vec3,
    radius: f32,
    /// The way the band is wide.
    pub(super) along: Vec3,
}

impl Loop {
    pub(super) fn new(at: BandAt, frames: &Frames) -> Self {
        let radius = match at {
            BandAt::Knees => 0.037,
            BandAt::Ankles => 0.0205,
            BandAt::Forefeet => 0.022,
        };
        let on = |side| {
            let (bone, local, along) = match at {
                BandAt::Knees => (Bone::Thigh(side), vec3(0.003, -0.190, 0.0), Vec3::Y),
                BandAt::Ankles => (Bone::Shank(side), vec3(0.0, -0.212, 0.0), Vec3::Y),
                BandAt::Forefeet => (Bone::Foot(side), vec3(0.040, -0.020, 0.0), Vec3::X),
            };
            (frames.at(bone, local), frames.of(bone).turn * along)
        };
        let ((left, a), (right, b)) = (on(Side::Left), on(Side::Right));
        Self { left, right, radius, along: (a + b).normalize_or(Vec3::Y) }
    }

    /// How far apart it holds the legs.
    pub(super) fn length(&self) -> f32 {
        self.left.distance(self.right)
    }

    /// Points round both legs.
    pub(super) fn points(&self) -> Vec<Rim> {
        const QUARTER: f32 = std::f32::consts::FRAC_PI_2;
        let across = (self.right - self.left).normalize_or(Vec3::Z);
        let ahead = self.along.cross(across).normalize_or(Vec3::X);
        let half = |middle: Vec3, from: f32| {
            (0..=8u8).map(move |it| {
                let angle = from + f32::from(it) * QUARTER / 4.0;
                let out = across * angle.cos() + ahead * angle.sin();
                Rim { at: middle + out * self.radius, out }
            })
        };
        half(self.right, -QUARTER).chain(half(self.left, QUARTER)).collect()
    }
}

/// A point of a loop band and the direction outwards.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rim {
    pub(super) at: Vec3,
    pub(super) out: Vec3,
}

/// How far apart a band holds the legs.
pub(super) fn band_length(at: BandAt, frames: &Frames) -> f32 {
    Loop::new(at, frames).length()
}

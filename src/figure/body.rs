//! The flesh: round sections along the bones, between which the outline is stretched.
//!
//! A piece is a row of sections; a section is one or a few balls side by side. What lies between two
//! neighbouring sections is the smallest round shape around both, so a thigh is a tapered capsule with
//! a bulge and a torso has shoulders and a waist. Sizes are body heights, fitted to the breadths and
//! depths of Pheasant and Haslegrave, *Bodyspace*, 2006 (hip breadth 0.20, waist 0.16, chest depth
//! 0.12, shoulders 0.26 of stature) on a slim adult of no particular sex.

use std::ops::Range;

use glam::{Vec3, vec3};

use super::skeleton::{Bone, Frames, outward};
use crate::units::Side;

/// A part of the body that is drawn in one go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Piece {
    /// Hips to waist.
    Pelvis,
    /// Waist to shoulders.
    Torso,
    /// Neck.
    Neck,
    /// The face and the skull.
    Head,
    /// Hair: the back and the top of the head, which tell where it looks.
    Hair,
    /// Hip to knee.
    Thigh(Side),
    /// Knee to ankle.
    Shank(Side),
    /// Ankle to toes.
    Foot(Side),
    /// Shoulder to elbow.
    UpperArm(Side),
    /// Elbow to wrist.
    Forearm(Side),
    /// Hand.
    Hand(Side),
}

impl Piece {
    /// Every piece.
    pub const ALL: [Self; 17] = [
        Self::Pelvis,
        Self::Torso,
        Self::Neck,
        Self::Head,
        Self::Hair,
        Self::Thigh(Side::Left),
        Self::Thigh(Side::Right),
        Self::Shank(Side::Left),
        Self::Shank(Side::Right),
        Self::Foot(Side::Left),
        Self::Foot(Side::Right),
        Self::UpperArm(Side::Left),
        Self::UpperArm(Side::Right),
        Self::Forearm(Side::Left),
        Self::Forearm(Side::Right),
        Self::Hand(Side::Left),
        Self::Hand(Side::Right),
    ];

    /// How many of its first and of its last shapes run into a neighbour, so that no line is drawn
    /// round them: a knee is one round thing, not two.
    pub(super) const fn joined(self) -> (usize, usize) {
        match self {
            Self::Thigh(_) | Self::Shank(_) | Self::UpperArm(_) | Self::Forearm(_) => (1, 1),
            Self::Foot(_) | Self::Hand(_) | Self::Neck => (1, 0),
            Self::Pelvis | Self::Torso => (usize::MAX, 0),
            Self::Head | Self::Hair => (0, 0),
        }
    }

    /// The flesh of the piece in space.
    pub fn outline(self, frames: &Frames) -> Outline {
        let (side, flesh) = self.flesh();
        let mirror = vec3(1.0, 1.0, outward(side));
        let mut outline = Outline::default();
        for section in flesh {
            for Flesh { bone, at, radius } in *section {
                let at = frames.at(bone(side), Vec3::from_array(*at) * mirror);
                outline.balls.push(Ball { at, radius: *radius });
            }
            outline.ends.push(outline.balls.len());
        }
        outline
    }

    const fn flesh(self) -> (Side, &'static [&'static [Flesh]]) {
        match self {
            Self::Pelvis => (Side::Right, PELVIS),
            Self::Torso => (Side::Right, TORSO),
            Self::Neck => (Side::Right, NECK),
            Self::Head => (Side::Right, HEAD),
            Self::Hair => (Side::Right, HAIR),
            Self::Thigh(side) => (side, THIGH),
            Self::Shank(side) => (side, SHANK),
            Self::Foot(side) => (side, FOOT),
            Self::UpperArm(side) => (side, UPPER_ARM),
            Self::Forearm(side) => (side, FOREARM),
            Self::Hand(side) => (side, HAND),
        }
    }
}

/// A ball of flesh in space.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ball {
    /// Its middle.
    pub at: Vec3,
    /// Its radius, body heights.
    pub radius: f32,
}

/// The flesh of a piece: balls in space, section by section.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outline {
    /// All balls, from the first section to the last.
    pub balls: Vec<Ball>,
    /// Behind the last ball of each section.
    ends: Vec<usize>,
}

impl Outline {
    /// A row of single balls.
    pub(super) fn row(balls: &[Ball]) -> Self {
        Self { balls: balls.to_vec(), ends: (1..=balls.len()).collect() }
    }

    /// For every two neighbouring sections, which of the balls are theirs.
    pub fn pairs(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let starts = std::iter::once(&0).chain(&self.ends);
        starts.zip(self.ends.iter().skip(1)).map(|(from, to)| *from..*to)
    }
}

/// A ball on a bone of the right side.
#[derive(Clone, Copy)]
struct Flesh {
    bone: fn(Side) -> Bone,
    at: [f32; 3],
    radius: f32,
}

const fn on(bone: fn(Side) -> Bone, at: [f32; 3], radius: f32) -> Flesh {
    Flesh { bone, at, radius }
}

const fn pelvis(x: f32, y: f32, z: f32, radius: f32) -> Flesh {
    on(|_| Bone::Pelvis, [x, y, z], radius)
}

const fn trunk(x: f32, y: f32, z: f32, radius: f32) -> Flesh {
    on(|_| Bone::Trunk, [x, y, z], radius)
}

const fn head(x: f32, y: f32, z: f32, radius: f32) -> Flesh {
    on(|_| Bone::Head, [x, y, z], radius)
}

static PELVIS: &[&[Flesh]] = &[
    &[pelvis(-0.006, -0.034, 0.030, 0.042), pelvis(-0.006, -0.034, -0.030, 0.042)],
    &[
        pelvis(-0.004, 0.000, 0.046, 0.050),
        pelvis(-0.004, 0.000, -0.046, 0.050),
        pelvis(-0.024, -0.012, 0.036, 0.0455),
        pelvis(-0.024, -0.012, -0.036, 0.0455),
    ],
    &[pelvis(-0.003, 0.036, 0.040, 0.048), pelvis(-0.003, 0.036, -0.040, 0.048)],
    &[pelvis(0.004, 0.064, 0.032, 0.046), pelvis(0.004, 0.064, -0.032, 0.046)],
];

static TORSO: &[&[Flesh]] = &[
    &[trunk(0.004, 0.004, 0.032, 0.046), trunk(0.004, 0.004, -0.032, 0.046)],
    &[trunk(0.003, 0.055, 0.038, 0.047), trunk(0.003, 0.055, -0.038, 0.047)],
    &[trunk(0.006, 0.125, 0.051, 0.051), trunk(0.006, 0.125, -0.051, 0.051)],
    &[trunk(0.000, 0.180, 0.064, 0.045), trunk(0.000, 0.180, -0.064, 0.045)],
    &[trunk(-0.004, 0.214, 0.086, 0.028), trunk(-0.004, 0.214, -0.086, 0.028)],
    &[trunk(-0.006, 0.232, 0.024, 0.028), trunk(-0.006, 0.232, -0.024, 0.028)],
];

static NECK: &[&[Flesh]] = &[
    &[trunk(-0.006, 0.222, 0.0, 0.030)],
    &[head(-0.003, 0.030, 0.0, 0.0265)],
    &[head(-0.002, 0.075, 0.0, 0.0265)],
];

static HEAD: &[&[Flesh]] = &[
    &[head(0.030, 0.061, 0.0, 0.0145), head(0.010, 0.080, 0.0, 0.0310)],
    &[head(0.012, 0.122, 0.0, 0.0455), head(-0.018, 0.122, 0.0, 0.0465)],
    &[head(0.050, 0.097, 0.0, 0.0120)],
];

static HAIR: &[&[Flesh]] = &[
    &[head(-0.028, 0.084, 0.0, 0.0320)],
    &[head(-0.020, 0.124, 0.0, 0.0475)],
    &[head(-0.004, 0.138, 0.0, 0.0440)],
    &[head(0.022, 0.154, 0.0, 0.0250)],
];

static THIGH: &[&[Flesh]] = &[
    &[on(Bone::Thigh, [-0.004, 0.004, 0.000], 0.049)],
    &[on(Bone::Thigh, [0.003, -0.070, 0.001], 0.0480)],
    &[on(Bone::Thigh, [0.004, -0.150, 0.000], 0.0400)],
    &[on(Bone::Thigh, [0.002, -0.215, 0.000], 0.0315)],
    &[on(Bone::Thigh, [0.001, -0.245, 0.000], 0.0295)],
];

static SHANK: &[&[Flesh]] = &[
    &[on(Bone::Shank, [0.000, 0.000, 0.000], 0.0285)],
    &[on(Bone::Shank, [-0.005, -0.035, 0.000], 0.0295)],
    &[on(Bone::Shank, [-0.010, -0.080, 0.000], 0.0325)],
    &[on(Bone::Shank, [-0.005, -0.150, 0.000], 0.0245)],
    &[on(Bone::Shank, [0.000, -0.205, 0.000], 0.0185)],
    &[on(Bone::Shank, [0.000, -0.246, 0.000], 0.0180)],
];

static FOOT: &[&[Flesh]] = &[
    &[
        on(Bone::Foot, [0.000, 0.000, 0.000], 0.0180),
        on(Bone::Foot, [-0.016, -0.020, 0.000], 0.0190),
    ],
    &[
        on(Bone::Foot, [0.032, -0.016, -0.004], 0.0150),
        on(Bone::Foot, [0.030, -0.028, 0.010], 0.0110),
    ],
    &[
        on(Bone::Foot, [0.069, -0.0265, -0.011], 0.0125),
        on(Bone::Foot, [0.066, -0.0285, 0.018], 0.0105),
    ],
    &[
        on(Bone::Toes, [0.022, 0.0105, -0.009], 0.0105),
        on(Bone::Toes, [0.010, 0.0085, 0.017], 0.0085),
    ],
];

static UPPER_ARM: &[&[Flesh]] = &[
    &[on(Bone::UpperArm, [0.000, -0.004, -0.002], 0.0320)],
    &[on(Bone::UpperArm, [0.001, -0.055, 0.000], 0.0280)],
    &[on(Bone::UpperArm, [0.001, -0.110, 0.000], 0.0245)],
    &[on(Bone::UpperArm, [0.000, -0.172, 0.000], 0.0200)],
];

static FOREARM: &[&[Flesh]] = &[
    &[on(Bone::Forearm, [0.000, 0.000, 0.000], 0.0200)],
    &[on(Bone::Forearm, [0.001, -0.036, 0.000], 0.0225)],
    &[on(Bone::Forearm, [0.000, -0.090, 0.000], 0.0180)],
    &[on(Bone::Forearm, [0.000, -0.146, 0.000], 0.0140)],
];

static HAND: &[&[Flesh]] = &[
    &[on(Bone::Hand, [0.000, 0.000, 0.000], 0.0135)],
    &[
        on(Bone::Hand, [0.017, -0.044, -0.001], 0.0100),
        on(Bone::Hand, [-0.015, -0.046, 0.000], 0.0095),
    ],
    &[
        on(Bone::Hand, [0.012, -0.078, -0.002], 0.0080),
        on(Bone::Hand, [-0.012, -0.074, -0.002], 0.0075),
    ],
    &[on(Bone::Hand, [0.003, -0.098, -0.004], 0.0065)],
];

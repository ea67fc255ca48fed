//! Everything that one picture shows, at one moment.

use glam::Vec3;
use serde::Deserialize;

use super::body::Ball;
use super::muscle::Muscle;
use super::prop::Prop;
use super::skeleton::{Bone, Frames};
use crate::units::Side;

/// What is to be drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scene<'s> {
    /// The figure.
    pub(super) frames: &'s Frames,
    /// The figure that does it wrong, already beside the other.
    pub(super) ghost: Option<&'s Frames>,
    /// The things around it.
    pub(super) props: &'s [Prop],
    /// What to watch.
    pub(super) marks: &'s [Mark],
    /// The muscles that glow, with their side.
    pub(super) glow: &'s [(Muscle, Side)],
    /// How far apart the band holds the legs at the start.
    pub(super) band_rest: f32,
    /// What the movement covers from start to end.
    pub(super) extent: &'s [Ball],
    /// Where the camera has gone with a figure that walks.
    pub(super) follow: Vec3,
    /// The way of a figure that walks, in one round of the movement; zero for one that stays.
    pub(super) travel: Vec3,
}

/// A line or a dot that shows what to watch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Mark {
    /// A dot at the near joint of a bone.
    Joint(Bone),
    /// A line through both sides of the pelvis, which should stay level.
    Pelvis,
    /// From shoulder to hip to knee, which should become one line.
    Body(Side),
    /// Along the back.
    Spine,
    /// From the kneecap to the toes.
    KneeOverToe(Side),
}

/// The words that files use for marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkKind {
    /// A dot at the hip joint.
    Hip,
    /// A dot at the knee.
    Knee,
    /// A dot at the heel.
    Heel,
    /// A line through the pelvis.
    Pelvis,
    /// A line from shoulder to knee.
    Body,
    /// A line along the back.
    Spine,
    /// From the kneecap to the toes.
    KneeOverToe,
}

impl MarkKind {
    /// The mark on one side.
    pub const fn on(self, side: Side) -> Mark {
        match self {
            Self::Hip => Mark::Joint(Bone::Thigh(side)),
            Self::Knee => Mark::Joint(Bone::Shank(side)),
            Self::Heel => Mark::Joint(Bone::Foot(side)),
            Self::Pelvis => Mark::Pelvis,
            Self::Body => Mark::Body(side),
            Self::Spine => Mark::Spine,
            Self::KneeOverToe => Mark::KneeOverToe(side),
        }
    }
}

impl Mark {
    /// The same mark on the other side.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self {
            Self::Joint(bone) => Self::Joint(bone.mirrored()),
            Self::Body(side) => Self::Body(side.other()),
            Self::KneeOverToe(side) => Self::KneeOverToe(side.other()),
            Self::Pelvis | Self::Spine => self,
        }
    }
}

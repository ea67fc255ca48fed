//! The parts of the figure that a hand can drag.

use glam::{Vec3, vec3};

use super::Bone;
use super::contact::Chain;
use crate::units::Side;

/// A part of the body that can be taken hold of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Handle {
    /// The head.
    Head,
    /// The pelvis, and with it the whole body.
    Pelvis,
    /// A hand.
    Hand(Side),
    /// An elbow.
    Elbow(Side),
    /// A knee.
    Knee(Side),
    /// A foot.
    Foot(Side),
}

impl Handle {
    /// Every handle, from the head down.
    pub const ALL: [Self; 10] = [
        Self::Head,
        Self::Hand(Side::Left),
        Self::Hand(Side::Right),
        Self::Elbow(Side::Left),
        Self::Elbow(Side::Right),
        Self::Pelvis,
        Self::Knee(Side::Left),
        Self::Knee(Side::Right),
        Self::Foot(Side::Left),
        Self::Foot(Side::Right),
    ];

    /// The point that is held, in the axes of its bone.
    pub(super) const fn point(self) -> (Bone, Vec3) {
        match self {
            Self::Head => (Bone::Head, vec3(0.0, 0.110, 0.0)),
            Self::Pelvis => (Bone::Pelvis, Vec3::ZERO),
            Self::Hand(side) => (Bone::Hand(side), vec3(0.0, -0.050, 0.0)),
            Self::Elbow(side) => (Bone::Forearm(side), Vec3::ZERO),
            Self::Knee(side) => (Bone::Shank(side), Vec3::ZERO),
            Self::Foot(side) => (Bone::Foot(side), Vec3::ZERO),
        }
    }

    /// The limb that brings it to its place; none for the trunk's.
    pub(super) const fn chain(self) -> Chain {
        match self {
            Self::Head | Self::Pelvis => Chain::Body,
            Self::Hand(side) | Self::Elbow(side) => Chain::Arm(side),
            Self::Knee(side) | Self::Foot(side) => Chain::Leg(side),
        }
    }

    /// Whether a part of the body that touches something is this one.
    pub(super) const fn is_of(self, bone: Bone) -> bool {
        matches!(
            (self, bone),
            (Self::Hand(_), Bone::Hand(_))
                | (Self::Elbow(_), Bone::Forearm(_))
                | (Self::Knee(_), Bone::Shank(_))
                | (Self::Foot(_), Bone::Foot(_) | Bone::Toes(_))
                | (Self::Pelvis, Bone::Pelvis)
                | (Self::Head, Bone::Head)
        )
    }
}

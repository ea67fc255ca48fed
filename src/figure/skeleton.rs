//! Bones and their lengths, and from the angles of a pose to places in space (forward kinematics).
//!
//! World: X is where a standing person faces, Y is up, Z is to the person's right. Unit: the height
//! of the body. A bone's own axes are those of the world when all angles are zero, so that a leg or
//! an arm hangs along its own -Y. Thigh, shank, ankle height and forearm are the fractions of stature
//! of Drillis and Contini 1966; hips and shoulders are set at their joints, inside the body's outline,
//! and the hand ends at the grip.
//!
//! Order of turns: the body `Ry(yaw) Rx(roll) Rz(-pitch) Ry(axial)`; spine and neck
//! `Rz(-flex) Rx(side) Ry(turn)`; hip and shoulder `Rz(flex) Rx(-abduct) Ry(in)`; knee `Rz(-bend)`;
//! elbow and ankle `Rz(+bend)`; then `Rx(inversion)`, `Ry(forearm) Rx(wrist)`, toes `Rz(+up)`. On the
//! left side every X and Y angle has the other sign.

use glam::{Mat3, Vec3, vec3};

use super::contact::Chain;
use super::pose::{Limb, Pose, Trunk};
use crate::units::Side;

/// Half the distance between the hip joints.
pub const HIP: f32 = 0.052;
/// From the line of the hips up to the one joint of the spine.
pub const LUMBAR: f32 = 0.060;
/// From the joint of the spine up to the base of the neck.
pub const TRUNK: f32 = 0.235;
/// Half the distance between the shoulder joints, and how far they lie below the base of the neck.
pub const SHOULDER: f32 = 0.115;
const SHOULDER_DROP: f32 = 0.015;
/// Upper arm, forearm, and hand to the grip.
pub const UPPER_ARM: f32 = 0.172;
/// Elbow to wrist.
pub const FOREARM: f32 = 0.146;
/// Wrist to the middle of a fist.
pub const HAND: f32 = 0.070;
/// Hip to knee.
pub const THIGH: f32 = 0.245;
/// Knee to ankle.
pub const SHANK: f32 = 0.246;
/// The ankle joint above the sole.
pub const ANKLE: f32 = 0.039;
/// The heel behind the ankle, the ball and the tip of the toes ahead of it.
pub const HEEL: f32 = 0.035;
/// The ball of the foot ahead of the ankle.
pub const BALL: f32 = 0.075;
/// The tip of the toes ahead of the ankle.
pub const TOE: f32 = 0.110;
/// From the base of the neck to the middle of the head.
pub const HEAD: f32 = 0.100;

/// A rigid part of the figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Bone {
    /// From the hips to the joint of the spine; its origin is the middle between the hips.
    Pelvis,
    /// From the joint of the spine to the base of the neck.
    Trunk,
    /// Its origin is the base of the neck.
    Head,
    /// Hip to knee.
    Thigh(Side),
    /// Knee to ankle.
    Shank(Side),
    /// Its origin is the ankle.
    Foot(Side),
    /// Its origin is the ball of the foot.
    Toes(Side),
    /// Shoulder to elbow.
    UpperArm(Side),
    /// Elbow to wrist.
    Forearm(Side),
    /// Its origin is the wrist.
    Hand(Side),
}

impl Bone {
    /// The bone of the other side; the trunk's stay.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self {
            Self::Pelvis | Self::Trunk | Self::Head => self,
            Self::Thigh(it) => Self::Thigh(it.other()),
            Self::Shank(it) => Self::Shank(it.other()),
            Self::Foot(it) => Self::Foot(it.other()),
            Self::Toes(it) => Self::Toes(it.other()),
            Self::UpperArm(it) => Self::UpperArm(it.other()),
            Self::Forearm(it) => Self::Forearm(it.other()),
            Self::Hand(it) => Self::Hand(it.other()),
        }
    }
}

/// Where a bone is and how it is turned.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Its near joint.
    pub origin: Vec3,
    /// Its own axes in the world.
    pub turn: Mat3,
}

impl Frame {
    /// A place given in the bone's own axes.
    pub fn at(&self, local: Vec3) -> Vec3 {
        self.origin + self.turn * local
    }
}

/// +1 on the right, -1 on the left: the direction of Z that is outwards.
pub const fn outward(side: Side) -> f32 {
    match side {
        Side::Right => 1.0,
        Side::Left => -1.0,
    }
}

/// The bones of one leg.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Leg {
    pub(super) thigh: Frame,
    pub(super) shank: Frame,
    pub(super) foot: Frame,
    pub(super) toes: Frame,
}

impl Leg {
    /// A leg hanging from a pelvis.
    pub(super) fn new(pelvis: &Frame, pose: &Pose, side: Side) -> Self {
        let out = outward(side);
        let angle = |it| pose.limb(side, it).to_radians();
        let thigh = Frame {
            origin: pelvis.at(vec3(0.0, 0.0, out * HIP)),
            turn: pelvis.turn
                * ball(angle(Limb::HipFlex), angle(Limb::HipAbduct), angle(Limb::HipTurn), out),
        };
        let shank = Frame {
            origin: thigh.at(vec3(0.0, -THIGH, 0.0)),
            turn: thigh.turn * Mat3::from_rotation_z(-angle(Limb::Knee)),
        };
        let bent = Mat3::from_rotation_z(angle(Limb::Ankle))
            * Mat3::from_rotation_x(out * angle(Limb::Inversion));
        let foot = Frame { origin: shank.at(vec3(0.0, -SHANK, 0.0)), turn: shank.turn * bent };
        let toes = Frame {
            origin: foot.at(vec3(BALL, -ANKLE, 0.0)),
            turn: foot.turn * Mat3::from_rotation_z(angle(Limb::Toes)),
        };
        Self { thigh, shank, foot, toes }
    }
}

/// The bones of one arm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Arm {
    pub(super) upper: Frame,
    pub(super) fore: Frame,
    pub(super) hand: Frame,
}

impl Arm {
    /// An arm hanging from a trunk.
    pub(super) fn new(trunk: &Frame, pose: &Pose, side: Side) -> Self {
        let out = outward(side);
        let angle = |it| pose.limb(side, it).to_radians();
        let upper = Frame {
            origin: trunk.at(vec3(0.0, TRUNK - SHOULDER_DROP, out * SHOULDER)),
            turn: trunk.turn
                * ball(
                    angle(Limb::ShoulderFlex),
                    angle(Limb::ShoulderAbduct),
                    angle(Limb::ShoulderTurn),
                    out,
                ),
        };
        let fore = Frame {
            origin: upper.at(vec3(0.0, -UPPER_ARM, 0.0)),
            turn: upper.turn * Mat3::from_rotation_z(angle(Limb::Elbow)),
        };
        let wrist = Mat3::from_rotation_y(out * angle(Limb::Forearm))
            * Mat3::from_rotation_x(out * angle(Limb::Wrist));
        let hand = Frame { origin: fore.at(vec3(0.0, -FOREARM, 0.0)), turn: fore.turn * wrist };
        Self { upper, fore, hand }
    }
}

/// Where every bone is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frames {
    pub(super) pelvis: Frame,
    pub(super) trunk: Frame,
    pub(super) head: Frame,
    pub(super) legs: [Leg; 2],
    pub(super) arms: [Arm; 2],
}

impl Frames {
    /// The bones of a pose whose middle between the hips is at `root`.
    pub fn new(pose: &Pose, root: Vec3) -> Self {
        let angle = |it| pose.trunk(it).to_radians();
        let pelvis = Frame {
            origin: root,
            turn: Mat3::from_rotation_y(angle(Trunk::PelvisYaw))
                * Mat3::from_rotation_x(angle(Trunk::PelvisRoll))
                * Mat3::from_rotation_z(-angle(Trunk::PelvisPitch))
                * Mat3::from_rotation_y(angle(Trunk::PelvisAxial)),
        };
        let trunk = Frame {
            origin: pelvis.at(vec3(0.0, LUMBAR, 0.0)),
            turn: pelvis.turn
                * spinal(
                    angle(Trunk::SpineFlex),
                    angle(Trunk::SpineSide),
                    angle(Trunk::SpineTwist),
                ),
        };
        let head = Frame {
            origin: trunk.at(vec3(0.0, TRUNK, 0.0)),
            turn: trunk.turn
                * spinal(angle(Trunk::NeckFlex), angle(Trunk::NeckSide), angle(Trunk::NeckTurn)),
        };
        Self {
            pelvis,
            trunk,
            head,
            legs: Side::BOTH.map(|side| Leg::new(&pelvis, pose, side)),
            arms: Side::BOTH.map(|side| Arm::new(&trunk, pose, side)),
        }
    }

    /// Places the bones of one limb anew.
    pub(super) fn place(&mut self, pose: &Pose, chain: Chain) {
        let [leg_left, leg_right] = &mut self.legs;
        let [arm_left, arm_right] = &mut self.arms;
        match chain {
            Chain::Body => {}
            Chain::Leg(side @ Side::Left) => *leg_left = Leg::new(&self.pelvis, pose, side),
            Chain::Leg(side @ Side::Right) => *leg_right = Leg::new(&self.pelvis, pose, side),
            Chain::Arm(side @ Side::Left) => *arm_left = Arm::new(&self.trunk, pose, side),
            Chain::Arm(side @ Side::Right) => *arm_right = Arm::new(&self.trunk, pose, side),
        }
    }

    pub(super) const fn leg(&self, side: Side) -> &Leg {
        let [left, right] = &self.legs;
        match side {
            Side::Left => left,
            Side::Right => right,
        }
    }

    pub(super) const fn arm(&self, side: Side) -> &Arm {
        let [left, right] = &self.arms;
        match side {
            Side::Left => left,
            Side::Right => right,
        }
    }

    /// Where one bone is.
    pub const fn of(&self, bone: Bone) -> &Frame {
        match bone {
            Bone::Pelvis => &self.pelvis,
            Bone::Trunk => &self.trunk,
            Bone::Head => &self.head,
            Bone::Thigh(side) => &self.leg(side).thigh,
            Bone::Shank(side) => &self.leg(side).shank,
            Bone::Foot(side) => &self.leg(side).foot,
            Bone::Toes(side) => &self.leg(side).toes,
            Bone::UpperArm(side) => &self.arm(side).upper,
            Bone::Forearm(side) => &self.arm(side).fore,
            Bone::Hand(side) => &self.arm(side).hand,
        }
    }

    /// A place given in a bone's own axes.
    pub fn at(&self, bone: Bone, local: Vec3) -> Vec3 {
        self.of(bone).at(local)
    }

    /// The same figure moved as a whole.
    #[must_use]
    pub fn moved(mut self, by: Vec3) -> Self {
        for frame in [&mut self.pelvis, &mut self.trunk, &mut self.head] {
            frame.origin += by;
        }
        for leg in &mut self.legs {
            for frame in [&mut leg.thigh, &mut leg.shank, &mut leg.foot, &mut leg.toes] {
                frame.origin += by;
            }
        }
        for arm in &mut self.arms {
            for frame in [&mut arm.upper, &mut arm.fore, &mut arm.hand] {
                frame.origin += by;
            }
        }
        self
    }
}

/// A hip or a shoulder: bend, out, in.
fn ball(flex: f32, abduct: f32, turn: f32, out: f32) -> Mat3 {
    Mat3::from_rotation_z(flex)
        * Mat3::from_rotation_x(-out * abduct)
        * Mat3::from_rotation_y(out * turn)
}

/// The spine or the neck: forward, to the right, to the left about the own axis.
fn spinal(flex: f32, side: f32, turn: f32) -> Mat3 {
    Mat3::from_rotation_z(-flex) * Mat3::from_rotation_x(side) * Mat3::from_rotation_y(turn)
}

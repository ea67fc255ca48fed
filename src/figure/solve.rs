//! Brings the points of one leg or arm to their places by turning its joints a little.
//!
//! Damped least squares (Levenberg-Marquardt) on at most seven angles, with a faint pull towards the
//! angles it started from, so that of all answers the nearest is taken and the answer moves smoothly
//! with the question. Angles never leave their human ranges.

use glam::{Mat3, Vec3};

use super::contact::Chain;
use super::pose::{Channel, Limb, Pose};
use super::range;
use super::skeleton::{Arm, Bone, Frame, Frames, Leg, outward};
use super::system::System;
use crate::units::Side;

/// The most angles one limb has.
const MOST: usize = 7;
/// Steps until the answer has settled; from a pose of a movement two or three are enough.
const STEPS: usize = 12;
/// The pull towards the starting angles, in body heights a radian: it must not be felt against a
/// place, so it is far below the centimetre (0.006) to which contacts are held.
const PULL: f32 = 4e-3;
/// A change below this, in radians, ends the search.
const SETTLED: f32 = 3e-5;

const LEG: [Limb; MOST] = [
    Limb::HipFlex,
    Limb::HipAbduct,
    Limb::HipTurn,
    Limb::Knee,
    Limb::Ankle,
    Limb::Inversion,
    Limb::Toes,
];
const ARM: [Limb; MOST - 1] = [
    Limb::ShoulderFlex,
    Limb::ShoulderAbduct,
    Limb::ShoulderTurn,
    Limb::Elbow,
    Limb::Forearm,
    Limb::Wrist,
];

type Vector = [f32; MOST];

/// A point of a limb and where it should be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Goal {
    /// The bone that carries it.
    pub(super) bone: Bone,
    /// Where on the bone.
    pub(super) local: Vec3,
    /// Where it should be.
    pub(super) target: Vec3,
    /// 1 for every direction of the world that counts, 0 where it may glide.
    pub(super) counts: Vec3,
}

impl Goal {
    fn miss(&self, frames: &Frames) -> Vec3 {
        (self.target - frames.at(self.bone, self.local)) * self.counts
    }
}

/// Turns the joints of `chain` so that its points come to their goals; `frames` follows.
pub(super) fn reach(pose: &mut Pose, frames: &mut Frames, chain: Chain, goals: &[Goal]) {
    let (side, limbs): (Side, &[Limb]) = match chain {
        Chain::Body => return,
        Chain::Leg(side) => (side, &LEG),
        Chain::Arm(side) => (side, &ARM),
    };
    let search = Search { chain, side, limbs, goals, start: *pose };
    let mut damping = 1e-5;
    let mut error = search.error(pose, frames);
    for _ in 0..STEPS {
        let step = search.step(pose, frames, damping);
        let (tried, there) = search.turned(pose, frames, &step);
        let now = search.error(&tried, &there);
        if now > error {
            damping *= 10.0;
            continue;
        }
        (*pose, *frames, error) = (tried, there, now);
        damping = (damping * 0.1).max(1e-8);
        if step.iter().all(|it| it.abs() < SETTLED) {
            break;
        }
    }
}

struct Search<'g> {
    chain: Chain,
    side: Side,
    limbs: &'g [Limb],
    goals: &'g [Goal],
    start: Pose,
}

impl Search<'_> {
    const fn channel(&self, limb: Limb) -> Channel {
        Channel::Limb(self.side, limb)
    }

    /// How far the pose has been turned away from where it started, radians.
    fn away(&self, pose: &Pose, limb: Limb) -> f32 {
        (pose.get(self.channel(limb)) - self.start.get(self.channel(limb))).to_radians()
    }

    fn error(&self, pose: &Pose, frames: &Frames) -> f32 {
        let misses: f32 = self.goals.iter().map(|it| it.miss(frames).length_squared()).sum();
        let pulls: f32 = self.limbs.iter().map(|it| (PULL * self.away(pose, *it)).powi(2)).sum();
        misses + pulls
    }

    /// The turn of every joint, in radians, that the goals ask for.
    fn step(&self, pose: &Pose, frames: &Frames, damping: f32) -> Vector {
        let mut system = System::<MOST>::new();
        let axes = self.axes(pose, frames);
        for goal in self.goals {
            let at = frames.at(goal.bone, goal.local);
            let columns = axes.map(|axis| axis.moves(goal.bone, at) * goal.counts);
            system.add(&columns, goal.miss(frames));
        }
        for at in 0..MOST {
            match self.limbs.get(at) {
                Some(limb) => {
                    system.pull(at, PULL * PULL + damping, PULL * PULL * self.away(pose, *limb));
                }
                None => system.pull(at, 1.0, 0.0),
            }
        }
        system.solved()
    }

    fn axes(&self, pose: &Pose, frames: &Frames) -> [Axis; MOST] {
        let out = outward(self.side);
        let axis = |along, at: &Frame, place| Axis { along, through: at.origin, place };
        let ball = |parent: &Frame, bone: &Frame, flex: Limb| {
            let bent = Mat3::from_rotation_z(pose.get(self.channel(flex)).to_radians());
            let across = parent.turn * (bent * Vec3::X) * -out;
            [parent.turn * Vec3::Z, across, bone.turn * Vec3::Y * out].map(|it| axis(it, bone, 0))
        };
        match self.chain {
            Chain::Leg(side) => {
                let Leg { thigh, shank, foot, toes } = frames.leg(side);
                let [flex, abduct, turn] = ball(&frames.pelvis, thigh, Limb::HipFlex);
                let knee = axis(thigh.turn * -Vec3::Z, shank, 1);
                let ankle = axis(shank.turn * Vec3::Z, foot, 2);
                let inversion = axis(foot.turn * Vec3::X * out, foot, 2);
                let up = axis(foot.turn * Vec3::Z, toes, 3);
                [flex, abduct, turn, knee, ankle, inversion, up]
            }
            Chain::Arm(side) => {
                let Arm { upper, fore, hand } = frames.arm(side);
                let [flex, abduct, turn] = ball(&frames.trunk, upper, Limb::ShoulderFlex);
                let elbow = axis(upper.turn * Vec3::Z, fore, 1);
                let forearm = axis(fore.turn * Vec3::Y * out, hand, 2);
                let wrist = axis(hand.turn * Vec3::X * out, hand, 2);
                [flex, abduct, turn, elbow, forearm, wrist, Axis::default()]
            }
            Chain::Body => [Axis::default(); MOST],
        }
    }

    /// The pose after a step, held inside what joints can do, and the bones that follow.
    fn turned(&self, pose: &Pose, frames: &Frames, step: &Vector) -> (Pose, Frames) {
        let (mut pose, mut frames) = (*pose, *frames);
        for (limb, by) in self.limbs.iter().zip(step) {
            let channel = self.channel(*limb);
            let range = range::of(channel);
            // What a person wrote may lie a little outside; it is never pushed further out.
            let written = self.start.get(channel);
            let (least, most) = (range.least.min(written), range.most.max(written));
            pose.set(channel, (pose.get(channel) + by.to_degrees()).clamp(least, most));
        }
        frames.place(&pose, self.chain);
        (pose, frames)
    }
}

/// What one angle turns about.
#[derive(Debug, Clone, Copy, Default)]
struct Axis {
    along: Vec3,
    through: Vec3,
    /// The place of the joint in the chain: it moves the bones at and after its place.
    place: u8,
}

impl Axis {
    /// How a point of a bone moves for each radian.
    fn moves(&self, bone: Bone, at: Vec3) -> Vec3 {
        let place = match bone {
            Bone::Thigh(_) | Bone::UpperArm(_) => 0,
            Bone::Shank(_) | Bone::Forearm(_) => 1,
            Bone::Foot(_) | Bone::Hand(_) => 2,
            Bone::Toes(_) => 3,
            Bone::Pelvis | Bone::Trunk | Bone::Head => return Vec3::ZERO,
        };
        if self.place <= place { self.along.cross(at - self.through) } else { Vec3::ZERO }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use glam::vec3;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_leg_reaches_every_foot_that_a_leg_can_make(
            flex in 0.0f32..100.0, out in -10.0f32..40.0, turn in -40.0f32..30.0,
            knee in 15.0f32..120.0, ankle in -30.0f32..20.0,
        ) {
            let right = |it| Channel::Limb(Side::Right, it);
            let wanted = Pose::default()
                .with(right(Limb::HipFlex), flex)
                .with(right(Limb::HipAbduct), out)
                .with(right(Limb::HipTurn), turn)
                .with(right(Limb::Knee), knee)
                .with(right(Limb::Ankle), ankle);
            let there = Frames::new(&wanted, Vec3::ZERO);
            let goals = [vec3(0.0, 0.0, 0.0), vec3(0.07, -0.03, 0.01)].map(|local| Goal {
                bone: Bone::Foot(Side::Right),
                local,
                target: there.at(Bone::Foot(Side::Right), local),
                counts: Vec3::ONE,
            });
            let mut pose = wanted
                .with(right(Limb::HipFlex), flex + 8.0)
                .with(right(Limb::Knee), knee - 9.0)
                .with(right(Limb::HipTurn), turn + 5.0);
            let mut frames = Frames::new(&pose, Vec3::ZERO);
            reach(&mut pose, &mut frames, Chain::Leg(Side::Right), &goals);
            for goal in &goals {
                prop_assert!(goal.miss(&frames).length() < 0.001, "{}", goal.miss(&frames).length());
            }
        }
    }
}

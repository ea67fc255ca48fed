//! Bending a limb in the middle, so that a search for its end can begin.

use glam::Vec3;

use super::contact::Chain;
use super::pose::{Channel, Limb, Pose};
use super::range;
use super::skeleton::{FOREARM, Frames, SHANK, THIGH, UPPER_ARM};

/// Bends a knee or an elbow so that the limb is as long as the way to a place. From a straight limb no
/// small turn of any joint shortens it, so a search would not begin.
pub(super) fn bend(pose: &mut Pose, frames: &mut Frames, chain: Chain, to: Vec3) {
    let (side, from, [upper, lower], hinge) = match chain {
        Chain::Leg(side) => (side, frames.leg(side).thigh.origin, [THIGH, SHANK], Limb::Knee),
        Chain::Arm(side) => {
            (side, frames.arm(side).upper.origin, [UPPER_ARM, FOREARM + 0.050], Limb::Elbow)
        }
        Chain::Body => return,
    };
    let far = from.distance(to).clamp((upper - lower).abs() + 0.01, upper + lower);
    let cosine = (upper * upper + lower * lower - far * far) / (2.0 * upper * lower);
    let hinge = Channel::Limb(side, hinge);
    let range = range::of(hinge);
    let wanted = 180.0 - cosine.clamp(-1.0, 1.0).acos().to_degrees();
    let wanted = wanted.clamp(range.least.max(2.0), range.most);
    let by = wanted - pose.get(hinge);
    if !by.is_finite() {
        return;
    }
    pose.set(hinge, wanted);
    // What bends a limb in the middle turns it at both ends by half of that.
    let half: &[(Limb, f32)] = match chain {
        Chain::Leg(_) => &[(Limb::HipFlex, 0.5), (Limb::Ankle, 0.5)],
        Chain::Arm(_) | Chain::Body => &[(Limb::ShoulderFlex, -0.5)],
    };
    for (limb, share) in half {
        let channel = Channel::Limb(side, *limb);
        let range = range::of(channel);
        pose.set(channel, (pose.get(channel) + by * share).clamp(range.least, range.most));
    }
    frames.place(pose, chain);
}

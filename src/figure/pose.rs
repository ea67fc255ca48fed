//! A pose: one angle for every way in which a joint of the figure can turn.
//!
//! Signs and orders are those of `skeleton`; all angles are degrees. The table of what a human joint
//! can do is in [`super::range`].

use crate::units::Side;

/// A way in which the trunk, the neck or the whole body turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Trunk {
    /// The whole body about its right axis: + leans forward (face down is +90).
    PelvisPitch,
    /// The whole body: + leans to its own right.
    PelvisRoll,
    /// The pelvis about its own long axis: + turns to its own left.
    PelvisAxial,
    /// The whole body about the vertical: + turns to its left.
    PelvisYaw,
    /// + bends forward.
    SpineFlex,
    /// + bends to the own right.
    SpineSide,
    /// + turns to the own left.
    SpineTwist,
    /// + brings the chin to the chest.
    NeckFlex,
    /// + bends to the own right.
    NeckSide,
    /// + turns to the own left.
    NeckTurn,
}

impl Trunk {
    /// Every channel, in the order of their numbers.
    pub const ALL: [Self; 10] = [
        Self::PelvisPitch,
        Self::PelvisRoll,
        Self::PelvisAxial,
        Self::PelvisYaw,
        Self::SpineFlex,
        Self::SpineSide,
        Self::SpineTwist,
        Self::NeckFlex,
        Self::NeckSide,
        Self::NeckTurn,
    ];

    /// Whether the angle changes its sign in a mirror.
    const fn turns_in_a_mirror(self) -> bool {
        !matches!(self, Self::PelvisPitch | Self::SpineFlex | Self::NeckFlex)
    }
}

/// A way in which one leg or arm turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Limb {
    /// + brings the thigh forward and up.
    HipFlex,
    /// + takes the thigh out to the side.
    HipAbduct,
    /// + turns the thigh in, - out.
    HipTurn,
    /// + bends the knee.
    Knee,
    /// + lifts the toes.
    Ankle,
    /// + turns the sole inwards.
    Inversion,
    /// + bends the toes up.
    Toes,
    /// + brings the arm forward and up (180 is overhead).
    ShoulderFlex,
    /// + takes the arm out to the side.
    ShoulderAbduct,
    /// + turns the arm in, - out.
    ShoulderTurn,
    /// + bends the elbow.
    Elbow,
    /// 0 has the palm towards the thigh of a hanging arm; + turns it back, - forward.
    Forearm,
    /// + bends the hand towards its palm.
    Wrist,
}

impl Limb {
    /// Every channel, in the order of their numbers.
    pub const ALL: [Self; 13] = [
        Self::HipFlex,
        Self::HipAbduct,
        Self::HipTurn,
        Self::Knee,
        Self::Ankle,
        Self::Inversion,
        Self::Toes,
        Self::ShoulderFlex,
        Self::ShoulderAbduct,
        Self::ShoulderTurn,
        Self::Elbow,
        Self::Forearm,
        Self::Wrist,
    ];
}

/// One angle of a pose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Channel {
    /// Of the trunk.
    Trunk(Trunk),
    /// Of one side.
    Limb(Side, Limb),
}

impl Channel {
    /// How many there are.
    pub const COUNT: usize = Trunk::ALL.len() + 2 * Limb::ALL.len();

    /// Every channel, in the order of their numbers: trunk, left, right.
    pub fn all() -> impl Iterator<Item = Self> {
        let trunk = Trunk::ALL.into_iter().map(Self::Trunk);
        trunk.chain(
            Side::BOTH
                .into_iter()
                .flat_map(|side| Limb::ALL.into_iter().map(move |limb| Self::Limb(side, limb))),
        )
    }

    const fn index(self) -> usize {
        match self {
            Self::Trunk(it) => it as usize,
            Self::Limb(Side::Left, it) => Trunk::ALL.len() + it as usize,
            Self::Limb(Side::Right, it) => Trunk::ALL.len() + Limb::ALL.len() + it as usize,
        }
    }

    /// The channel that takes over this angle in a mirror, and whether it changes its sign.
    const fn mirrored(self) -> (Self, bool) {
        match self {
            Self::Trunk(it) => (self, it.turns_in_a_mirror()),
            Self::Limb(side, it) => (Self::Limb(side.other(), it), false),
        }
    }
}

/// All angles of the figure, in degrees. Zero everywhere is upright with hanging arms.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pose([f32; Channel::COUNT]);

impl Default for Pose {
    fn default() -> Self {
        Self([0.0; Channel::COUNT])
    }
}

impl Pose {
    /// One angle, degrees.
    pub fn get(&self, channel: Channel) -> f32 {
        self.0.get(channel.index()).copied().unwrap_or_default()
    }

    /// One angle of the trunk, degrees.
    pub fn trunk(&self, it: Trunk) -> f32 {
        self.get(Channel::Trunk(it))
    }

    /// One angle of a leg or an arm, degrees.
    pub fn limb(&self, side: Side, it: Limb) -> f32 {
        self.get(Channel::Limb(side, it))
    }

    /// Sets one angle, degrees.
    pub fn set(&mut self, channel: Channel, degrees: f32) {
        if let Some(it) = self.0.get_mut(channel.index()) {
            *it = degrees;
        }
    }

    /// The same with another angle, degrees.
    #[must_use]
    pub fn with(mut self, channel: Channel, degrees: f32) -> Self {
        self.set(channel, degrees);
        self
    }

    /// The same pose seen in a mirror: left and right change places.
    #[must_use]
    pub fn mirrored(&self) -> Self {
        let mut mirror = Self::default();
        for channel in Channel::all() {
            let (other, turned) = channel.mirrored();
            let angle = self.get(channel);
            mirror.set(other, if turned { -angle } else { angle });
        }
        mirror
    }

    /// The largest difference to another pose in any angle, degrees.
    pub fn distance(&self, other: &Self) -> f32 {
        self.0.iter().zip(&other.0).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max)
    }

    /// A pose made angle by angle from four others: those around a moment of a movement.
    pub(super) fn blend(of: [&Self; 4], with: impl Fn([f32; 4]) -> f32) -> Self {
        let mut pose = Self::default();
        for channel in Channel::all() {
            pose.set(channel, with(of.map(|it| it.get(channel))));
        }
        pose
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_pose() -> impl Strategy<Value = Pose> {
        let angles = prop::collection::vec(-180.0f32..180.0, Channel::COUNT);
        angles.prop_map(|it| Pose(it.try_into().unwrap()))
    }

    proptest! {
        #[test]
        fn a_mirror_in_a_mirror_is_the_pose_itself(pose in any_pose()) {
            prop_assert_eq!(pose.mirrored().mirrored(), pose);
        }
    }

    #[test]
    fn every_channel_has_a_place_of_its_own() {
        let places: Vec<usize> = Channel::all().map(Channel::index).collect();
        assert_eq!(places, (0..Channel::COUNT).collect::<Vec<_>>());
    }

    #[test]
    fn a_mirror_swaps_the_limbs_and_turns_what_leans_sideways() {
        let pose = Pose::default()
            .with(Channel::Limb(Side::Left, Limb::HipAbduct), 20.0)
            .with(Channel::Trunk(Trunk::PelvisRoll), -90.0)
            .with(Channel::Trunk(Trunk::NeckSide), 5.0)
            .with(Channel::Trunk(Trunk::SpineFlex), 7.0);
        let wanted = Pose::default()
            .with(Channel::Limb(Side::Right, Limb::HipAbduct), 20.0)
            .with(Channel::Trunk(Trunk::PelvisRoll), 90.0)
            .with(Channel::Trunk(Trunk::NeckSide), -5.0)
            .with(Channel::Trunk(Trunk::SpineFlex), 7.0);
        assert_eq!(pose.mirrored(), wanted);
    }
}

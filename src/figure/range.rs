//! What a human joint can do: one range for every channel, with its source.
//!
//! The figures are those of healthy adults. Where the order of our three turns at a ball joint makes
//! an angle larger than the one a clinician would measure, or where the floor helps the joint, the
//! wider bound and the reason stand beside it.
//!
//! Sources: AAOS = American Academy of Orthopaedic Surgeons, *Joint Motion*, 1965, and Greene and
//! Heckman, *The Clinical Measurement of Joint Motion*, AAOS 1994; Norkin and White, *Measurement of
//! Joint Motion*, 5th edition, 2016; Youdas and others 1992 (neck, by age); Roaas and Andersson 1982
//! (hip, knee and ankle of men of 30-40); Hemmerich and others 2006 (kneeling and squatting).

use super::pose::{Channel, Limb, Pose, Trunk};

/// The least and the greatest angle of one channel, in degrees, and where they come from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// The least angle.
    pub least: f32,
    /// The greatest angle.
    pub most: f32,
    /// Author and year, and why it is wider where it is.
    pub source: &'static str,
}

impl Range {
    const fn new(least: f32, most: f32, source: &'static str) -> Self {
        Self { least, most, source }
    }

    /// Whether an angle lies inside; `slack` degrees beyond either end are forgiven.
    pub fn holds(&self, degrees: f32, slack: f32) -> bool {
        degrees >= self.least - slack && degrees <= self.most + slack
    }
}

/// An angle that no human joint reaches.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OutOfRange {
    /// The joint and its direction.
    pub channel: Channel,
    /// The angle that was asked for, degrees.
    pub degrees: f32,
    /// What is possible.
    pub range: Range,
}

/// The range of one channel.
pub const fn of(channel: Channel) -> Range {
    match channel {
        Channel::Trunk(it) => trunk(it),
        Channel::Limb(_, it) => limb(it),
    }
}

/// The angles of a pose that no human joint reaches; `slack` degrees are forgiven.
pub fn offences(pose: &Pose, slack: f32) -> impl Iterator<Item = OutOfRange> + '_ {
    Channel::all().filter_map(move |channel| {
        let (degrees, range) = (pose.get(channel), of(channel));
        let wrong = !degrees.is_finite() || !range.holds(degrees, slack);
        wrong.then_some(OutOfRange { channel, degrees, range })
    })
}

const fn trunk(it: Trunk) -> Range {
    match it {
        Trunk::PelvisPitch => Range::new(
            -130.0,
            130.0,
            "no joint: how the body lies; 90 is flat, a bridge goes on to 115",
        ),
        Trunk::PelvisRoll => {
            Range::new(-120.0, 120.0, "no joint: how the body lies; 90 is on the side")
        }
        Trunk::PelvisAxial | Trunk::PelvisYaw => {
            Range::new(-180.0, 180.0, "no joint: where the body faces")
        }
        Trunk::SpineFlex => Range::new(-25.0, 80.0, "AAOS 1965: thoracolumbar 80 forward, 25 back"),
        Trunk::SpineSide => Range::new(-35.0, 35.0, "AAOS 1965: thoracolumbar 35 to each side"),
        Trunk::SpineTwist => Range::new(-45.0, 45.0, "AAOS 1965: thoracolumbar 45 to each side"),
        Trunk::NeckFlex => {
            Range::new(-60.0, 50.0, "Youdas 1992: at middle age about 50 forward; 60 back")
        }
        Trunk::NeckSide => Range::new(-45.0, 45.0, "AAOS 1965: 45 to each side"),
        Trunk::NeckTurn => {
            Range::new(-70.0, 70.0, "Youdas 1992: about 70 to each side until fifty")
        }
    }
}

const fn limb(it: Limb) -> Range {
    match it {
        Limb::HipFlex => Range::new(
            -30.0,
            130.0,
            "AAOS 1965: 30 back, 120 forward; 130 in this order of turns with the thigh turned out",
        ),
        Limb::HipAbduct => Range::new(
            -30.0,
            60.0,
            "AAOS 1965: 30 across, 45 out; 60 in this order of turns with the hip bent (butterfly)",
        ),
        Limb::HipTurn => Range::new(
            -65.0,
            45.0,
            "AAOS 1965: 45 in, 45 out; out to 60 with the hip bent (domain.md R11), 65 in this order of turns",
        ),
        Limb::Knee => {
            Range::new(0.0, 150.0, "Hemmerich 2006: beyond 150 in deep kneeling; AAOS 1994: 0-142")
        }
        Limb::Ankle => Range::new(
            -90.0,
            35.0,
            "Norkin 2016: 50 down; with the foot and toes pressed flat in kneeling up to 90; 35 up under body weight (Roaas 1982, knee bent)",
        ),
        Limb::Inversion => Range::new(
            -20.0,
            35.0,
            "AAOS 1965: 35 in, 15 out; 20 out under body weight in a wide stance",
        ),
        Limb::Toes => Range::new(
            -30.0,
            75.0,
            "AAOS 1965: first toe 45 down, 70 up; 75 on the ball of the foot",
        ),
        Limb::ShoulderFlex => Range::new(-60.0, 180.0, "AAOS 1965: 180 up, 60 back"),
        Limb::ShoulderAbduct => {
            Range::new(-45.0, 180.0, "AAOS 1965: 180 out; Norkin 2016: 45 across the chest")
        }
        Limb::ShoulderTurn => {
            Range::new(-90.0, 90.0, "AAOS 1965: 70 in, 90 out; 90 in with the hand behind the back")
        }
        Limb::Elbow => Range::new(0.0, 150.0, "AAOS 1965: 0-150"),
        Limb::Forearm => Range::new(-80.0, 80.0, "AAOS 1965: 80 each way"),
        Limb::Wrist => Range::new(
            -90.0,
            80.0,
            "AAOS 1965: 70 back, 80 to the palm; back to 90 under body weight on all fours",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Side;

    #[test]
    fn every_range_holds_the_upright_pose_and_has_a_source() {
        for channel in Channel::all() {
            let range = of(channel);
            assert!(range.least < range.most && range.holds(0.0, 0.0), "{channel:?}");
            assert!(
                range.source.contains(|it: char| it.is_ascii_digit())
                    || range.source.starts_with("no joint"),
                "{channel:?}"
            );
        }
    }

    #[test]
    fn an_impossible_angle_names_its_joint_and_range() {
        let channel = Channel::Limb(Side::Left, Limb::Knee);
        let found: Vec<_> = offences(&Pose::default().with(channel, -12.0), 0.5).collect();
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].channel, found[0].degrees, found[0].range.most),
            (channel, -12.0, 150.0)
        );
    }

    #[test]
    fn a_number_that_is_none_is_out_of_every_range() {
        let channel = Channel::Trunk(Trunk::SpineSide);
        assert_eq!(offences(&Pose::default().with(channel, f32::NAN), 0.5).count(), 1);
    }
}

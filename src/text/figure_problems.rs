//! Problems of pose and movement files, in words. Joints and parts are named as the files name them.

use super::Text;
use super::problem_sentence::ProblemSentence as S;
use super::problems::{Said, shown};
use crate::figure::contact::Part;
use crate::figure::range::OutOfRange;
use crate::figure::source::Fault;
use crate::figure::{Channel, Limb, Misfit, Trunk};

/// Centimetres in a body height: figures are told for a body of 170 cm.
const STATURE: f32 = 170.0;

impl Text {
    /// What is wrong with a pose or a movement, in words.
    pub fn figure_fault(&self, fault: &Fault) -> Said {
        match fault {
            Fault::Ron(fault) => self.fault(fault),
            Fault::Angle(angle) => self.impossible_angle(angle),
            Fault::UnknownPose { id, near } => {
                let id = &shown(id);
                self.told(match near {
                    Some(near) => S::MisspeltPose { id, near },
                    None => S::UnknownPose { id },
                })
            }
            Fault::NoSide => self.told(S::PartWithoutSide),
            Fault::LooseAnchor => self.told(S::LooseAnchor),
            Fault::NoCourse => self.told(S::NoCourse),
            Fault::Misfit(misfit) => self.misfit(misfit),
        }
    }

    fn impossible_angle(&self, it: &OutOfRange) -> Said {
        self.told(S::ImpossibleAngle {
            angle: angle(it.channel),
            degrees: &it.degrees.to_string(),
            least: &it.range.least.to_string(),
            most: &it.range.most.to_string(),
        })
    }

    fn misfit(&self, misfit: &Misfit) -> Said {
        let centimetres = |by: f32| format!("{:.1}", by * STATURE);
        match misfit {
            Misfit::NothingShared { from, to } => {
                self.told(S::NothingShared { from: &shown(from), to: &shown(to) })
            }
            Misfit::Slides { part, from, to, by } => self.told(S::PartSlides {
                part: word(*part),
                from: &shown(from),
                to: &shown(to),
                by: &centimetres(*by),
            }),
            Misfit::OutOfReach { part, pose, by } => self.told(S::OutOfReach {
                part: word(*part),
                pose: &shown(pose),
                by: &centimetres(*by),
            }),
        }
    }
}

/// An angle as a pose file names it.
const fn angle(channel: Channel) -> &'static str {
    match channel {
        Channel::Trunk(Trunk::PelvisPitch) => "body: pitch",
        Channel::Trunk(Trunk::PelvisRoll) => "body: roll",
        Channel::Trunk(Trunk::PelvisAxial) => "body: axial",
        Channel::Trunk(Trunk::PelvisYaw) => "body: yaw",
        Channel::Trunk(Trunk::SpineFlex) => "spine: flex",
        Channel::Trunk(Trunk::SpineSide) => "spine: side",
        Channel::Trunk(Trunk::SpineTwist) => "spine: twist",
        Channel::Trunk(Trunk::NeckFlex) => "neck: flex",
        Channel::Trunk(Trunk::NeckSide) => "neck: side",
        Channel::Trunk(Trunk::NeckTurn) => "neck: turn",
        Channel::Limb(_, Limb::HipFlex) => "hip: flex",
        Channel::Limb(_, Limb::HipAbduct) => "hip: abduct",
        Channel::Limb(_, Limb::HipTurn) => "hip: turn",
        Channel::Limb(_, Limb::Knee) => "knee",
        Channel::Limb(_, Limb::Ankle) => "ankle",
        Channel::Limb(_, Limb::Inversion) => "inversion",
        Channel::Limb(_, Limb::Toes) => "toes",
        Channel::Limb(_, Limb::ShoulderFlex) => "shoulder: flex",
        Channel::Limb(_, Limb::ShoulderAbduct) => "shoulder: abduct",
        Channel::Limb(_, Limb::ShoulderTurn) => "shoulder: turn",
        Channel::Limb(_, Limb::Elbow) => "elbow",
        Channel::Limb(_, Limb::Forearm) => "forearm",
        Channel::Limb(_, Limb::Wrist) => "wrist",
    }
}

/// A part as a pose file names it.
const fn word(part: Part) -> &'static str {
    match part {
        Part::Pelvis => "pelvis",
        Part::Trunk => "trunk",
        Part::Head => "head",
        Part::Hip => "hip",
        Part::Shoulder => "shoulder",
        Part::Knee => "knee",
        Part::Shin => "shin",
        Part::Ankle => "ankle",
        Part::Instep => "instep",
        Part::Heel => "heel",
        Part::Ball => "ball",
        Part::Foot => "foot",
        Part::Elbow => "elbow",
        Part::Forearm => "forearm",
        Part::Hand => "hand",
        Part::Palm => "palm",
        Part::Fingers => "fingers",
    }
}

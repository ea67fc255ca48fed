//! The small words: amounts, lengths of time, sides, positions, things to fetch, reasons.

use std::time::Duration;

use super::{HurtSentence, Sentence, ShareSentence, Text};
use crate::library::{Amount, Equipment, Position};
use crate::session::{HurtPlace, LeftOut, LeftOutReason, Missing, PlanError, StepKind};
use crate::units::{Mss, Phase, Sides};

/// The length of a session as it is said: whole minutes, the nearest, at least one.
pub const fn whole_minutes(time: Duration) -> u64 {
    let minutes = (time.as_secs() + 30) / 60;
    if minutes == 0 { 1 } else { minutes }
}

impl Text {
    /// Where it hurts.
    pub fn hurt_place(&self, place: HurtPlace) -> String {
        self.hurt(match place {
            HurtPlace::Front => HurtSentence::PlaceFront,
            HurtPlace::Outer => HurtSentence::PlaceOuter,
            HurtPlace::Buttock => HurtSentence::PlaceButtock,
            HurtPlace::Back => HurtSentence::PlaceBack,
            HurtPlace::Knee => HurtSentence::PlaceKnee,
            HurtPlace::Other => HurtSentence::PlaceOther,
        })
    }

    /// How much one set asks for, or what was done of it: "12 reps", "30 s hold".
    pub fn amount(&self, amount: Amount) -> String {
        match amount {
            Amount::Hold(time) => self.say(Sentence::AmountHold { time: &self.time(time) }),
            Amount::Drill(time) => self.say(Sentence::AmountDrill { time: &self.time(time) }),
            Amount::Reps(count) => self.say(Sentence::AmountReps { count }),
            Amount::Steps(count) => self.say(Sentence::AmountSteps { count }),
            Amount::Reaches(count) => self.say(Sentence::AmountReaches { count }),
        }
    }

    /// A short length of time in full: "45 s", "2 min", "1:30 min".
    pub fn time(&self, time: Duration) -> String {
        let secs = time.as_secs();
        match (secs / 60, secs % 60) {
            (0, _) | (1, 1..) => self.say(Sentence::Seconds { count: secs }),
            (minutes, 0) => self.say(Sentence::Minutes { count: minutes }),
            _ => self.say(Sentence::MinutesSeconds { time: &Mss(time).to_string() }),
        }
    }

    /// The length of a session in whole minutes, at least one: "21 min".
    pub fn minutes(&self, time: Duration) -> String {
        self.say(Sentence::Minutes { count: whole_minutes(time) })
    }

    /// The leg that works: "Left leg".
    pub fn side(&self, side: Sides) -> String {
        self.say(match side {
            Sides::Left => Sentence::SideLeft,
            Sides::Right => Sentence::SideRight,
            Sides::Both => Sentence::SideBoth,
        })
    }

    /// The letter that stands for it: "L".
    pub fn side_letter(&self, side: Sides) -> String {
        self.say(match side {
            Sides::Left => Sentence::LetterLeft,
            Sides::Right => Sentence::LetterRight,
            Sides::Both => Sentence::LetterBoth,
        })
    }

    /// How the body is placed: "lying on the side".
    pub fn position(&self, position: Position) -> String {
        self.say(match position {
            Position::Standing => Sentence::PositionStanding,
            Position::Walking => Sentence::PositionWalking,
            Position::Chair => Sentence::PositionChair,
            Position::HalfKneeling => Sentence::PositionHalfKneeling,
            Position::Sitting => Sentence::PositionSitting,
            Position::Supine => Sentence::PositionSupine,
            Position::Bench => Sentence::PositionBench,
            Position::SideLying => Sentence::PositionSideLying,
            Position::AllFours => Sentence::PositionAllFours,
            Position::Prone => Sentence::PositionProne,
        })
    }

    /// Something to fetch: "a light band".
    pub fn equipment(&self, thing: Equipment) -> String {
        self.say(match thing {
            Equipment::Mat => Sentence::EquipmentMat,
            Equipment::Cushion => Sentence::EquipmentCushion,
            Equipment::Wall => Sentence::EquipmentWall,
            Equipment::Chair => Sentence::EquipmentChair,
            Equipment::Table => Sentence::EquipmentTable,
            Equipment::Bench => Sentence::EquipmentBench,
            Equipment::BandLight => Sentence::EquipmentBandLight,
            Equipment::BandMedium => Sentence::EquipmentBandMedium,
            Equipment::BandHeavy => Sentence::EquipmentBandHeavy,
            Equipment::Strap => Sentence::EquipmentStrap,
            Equipment::Mirror => Sentence::EquipmentMirror,
            Equipment::Weight => Sentence::EquipmentWeight,
            Equipment::Path => Sentence::EquipmentPath,
        })
    }

    /// What kind of time a step is: "Get ready".
    pub fn step_kind(&self, kind: StepKind) -> String {
        self.say(match kind {
            StepKind::Ready => Sentence::StepReady,
            StepKind::Work => Sentence::StepWork,
            StepKind::Switch => Sentence::StepSwitch,
            StepKind::Rest => Sentence::StepRest,
        })
    }

    /// A part of a rep, by the exercise's own word where it has one: "lift", "out".
    pub fn phase(&self, phase: Phase, own: Option<&[String; 4]>) -> String {
        let index = Phase::ALL.iter().position(|it| *it == phase).unwrap_or_default();
        if let Some(word) = own.and_then(|it| it.get(index)) {
            return word.clone();
        }
        self.say(match phase {
            Phase::Lift => Sentence::PhaseLift,
            Phase::Top => Sentence::PhaseTop,
            Phase::Lower => Sentence::PhaseLower,
            Phase::Bottom => Sentence::PhaseBottom,
        })
    }

    /// An exercise that today's plan leaves out, and why: "Banded clamshell: needs a band".
    pub fn left_out(&self, it: &LeftOut) -> String {
        let name = it.name.as_str();
        self.say(match it.reason {
            LeftOutReason::NoBand => Sentence::LeftOutNoBand { name },
            LeftOutReason::NoWall => Sentence::LeftOutNoWall { name },
            LeftOutReason::NoBench => Sentence::LeftOutNoBench { name },
            LeftOutReason::NoFloor => Sentence::LeftOutNoFloor { name },
            LeftOutReason::Time => Sentence::LeftOutTime { name },
            LeftOutReason::Unsuited => Sentence::LeftOutUnsuited { name },
            LeftOutReason::Unscreened => Sentence::LeftOutUnscreened { name },
            LeftOutReason::StrengthPaused => Sentence::LeftOutStrengthPaused { name },
            LeftOutReason::Enough => Sentence::LeftOutEnough { name },
        })
    }

    /// Why a routine cannot be laid out.
    pub fn plan_error(&self, error: &PlanError, missing: Missing) -> String {
        match error {
            PlanError::UnknownExercise(exercise) => {
                self.say(Sentence::PlanUnknownExercise { exercise })
            }
            PlanError::UnknownLevel(exercise, level) => {
                self.say(Sentence::PlanUnknownLevel { exercise, level: u32::from(*level) })
            }
            PlanError::Empty if missing == Missing::default() => self.say(Sentence::PlanEmpty),
            PlanError::Empty => self.say(Sentence::PlanEmptyToday),
            PlanError::NoTime { minutes, least } => {
                let least = least.as_secs().div_ceil(60);
                self.share(ShareSentence::NoTime { minutes: *minutes, least })
            }
        }
    }

    /// Several things in a row: "a mat, a light band, a wall".
    pub fn list(&self, things: impl IntoIterator<Item = String>) -> String {
        things.into_iter().collect::<Vec<_>>().join(&self.say(Sentence::ListSeparator))
    }
}

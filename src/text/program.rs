//! What the programme proposes, in words: what, and why in one sentence.

use chrono::{Datelike as _, NaiveDate};

use super::program_sentence::ProgramSentence as S;
use super::{HealthSentence, Sentence, Text};
use crate::library::Library;
use crate::program::{Proposal, Question, Sign, Step, Tier, What};
use crate::units::Side;

/// A proposal in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    /// What is proposed, or what has changed.
    pub what: String,
    /// Why, in one sentence.
    pub why: String,
}

impl Text {
    /// A proposal of the programme, in words.
    pub fn proposed(&self, proposal: &Proposal, library: &Library) -> Proposed {
        let name = Self::subject(&proposal.subject, library);
        Proposed {
            what: self.proposal(&proposal.what, &name),
            why: self.reason(&proposal.what, &name, library),
        }
    }

    /// A weight, given in tenths of a kilogram: "4.5 kg".
    pub fn weight(&self, tenths: u32) -> String {
        let (whole, tenth) = (tenths / 10, tenths % 10);
        let kilos = if tenth == 0 { whole.to_string() } else { format!("{whole}.{tenth}") };
        self.propose(S::Weight { kilos: &kilos })
    }

    /// What is held in the hands, for a note beside an exercise.
    pub fn with_weight(&self, tenths: u32) -> String {
        self.propose(S::WithWeight { weight: &self.weight(tenths) })
    }

    /// A sentence of the programme.
    pub fn propose(&self, sentence: S<'_>) -> String {
        self.format(sentence.id(), &sentence.args())
    }

    /// What a proposal is about, by its name.
    fn subject(id: &str, library: &Library) -> String {
        let exercise = library.exercise(id).map(|it| it.name.short.clone());
        let routine = || library.routine(id).map(|it| it.name.long.clone());
        exercise.or_else(routine).unwrap_or_else(|| id.to_owned())
    }

    #[expect(clippy::too_many_lines, reason = "a table with a line for each rule")]
    fn proposal(&self, what: &What, name: &str) -> String {
        self.propose(match what {
            What::FirstSession
            | What::Alternate { .. }
            | What::WholeWeek { .. }
            | What::ShortHabit { .. }
            | What::OwnPlan
            | What::CatchUp { .. } => S::NextSession { name },
            What::OtherDay { .. }
            | What::DayBetween { .. }
            | What::HardDay { .. }
            | What::RoomInWeek { .. }
            | What::WeekDone { .. } => S::NextRest,
            What::DoneToday => S::NextRestDone,
            What::StretchMinutes { .. } => S::NextStretch,
            What::OwnTraining { .. } => S::NextOwnTraining,
            What::RepsUp { to, .. } | What::RepsBack { to, .. } | What::LongerHold { to, .. } => {
                return self.propose(S::NextAmount { name, amount: &self.amount(*to) });
            }
            What::LevelUp { to, .. } | What::NextStretch { to, .. } => {
                S::NextLevelUp { name, to: u32::from(*to) }
            }
            What::Heavier { to, .. } => {
                return self.propose(S::NextWeight { name, weight: &self.weight(*to) });
            }
            What::MoreSets { to, .. } | What::MoreHolds { to, .. } => {
                S::NextSets { name, sets: *to }
            }
            What::ExtraSet { side, .. } => S::NextExtraSet { name, side: word(*side) },
            What::ExtraSetGone { .. } => S::NextExtraSetGone { name },
            What::Missed { to, .. } | What::Shaky { to, .. } | What::Eased { to, .. } => {
                S::NextLevelDown { name, to: u32::from(*to) }
            }
            What::RedPain { from, to }
            | What::AmberPain { from, to, .. }
            | What::WorseMorning { from, to } => return self.eased(name, *from, *to),
            What::ShortGap { .. } => S::NextShortGap,
            What::MiddleGap { .. } => S::NextMiddleGap,
            What::LongGap { .. } => S::NextLongGap,
            What::EasyAfterWeeks { .. }
            | What::EasyAfterHard { .. }
            | What::EasyAfterSoreness { .. }
            | What::EasyAfterNights { .. } => S::NextEasyWeek,
            What::EasyWeek { until } => {
                return self.propose(S::NextEasyNow { until: &self.date(*until) });
            }
            What::StrengthPause { until, .. } => {
                return self.propose(S::NextStrengthPause { until: &self.date(*until) });
            }
            What::HealthScreen | What::HealthAgain { .. } => S::NextHealthScreen,
            What::HealthChanged { .. } => S::NextHealthChanged,
            What::Morning { .. } => S::NextMorning,
            What::Retest { .. } | What::RetestAfterGap { .. } => S::NextRetest,
            What::Function { .. } => S::NextFunction,
            What::OnHold { tier, .. } => match tier {
                Tier::Now => S::NextHoldNow,
                Tier::Soon | Tier::Routine => S::NextHoldSoon,
            },
            What::NeedsClearance { .. } => S::NextClearance,
            What::Appointment { .. } => return self.ask(HealthSentence::NextAppointment),
            What::NoChange { .. }
            | What::Worsening { .. }
            | What::RedSessions { .. }
            | What::WorseMornings { .. } => S::NextProfessional,
            What::Keep { target, .. } => S::NextKeep { target: *target },
        })
    }

    fn eased(&self, name: &str, from: Step, to: Step) -> String {
        self.propose(if to.level != from.level {
            S::NextLevelDown { name, to: u32::from(to.level) }
        } else if to.sets != from.sets {
            S::NextSets { name, sets: to.sets }
        } else {
            S::NextEasiest { name }
        })
    }

    #[expect(clippy::too_many_lines, reason = "a table with a line for each rule")]
    fn reason(&self, what: &What, name: &str, library: &Library) -> String {
        self.propose(match what {
            What::FirstSession => S::WhyFirstSession,
            What::Alternate { last, on } => {
                let last = Self::subject(last, library);
                return self.propose(S::WhyAlternate { last: &last, day: &self.weekday(*on) });
            }
            What::WholeWeek { done, target } => S::WhyWholeWeek { done: *done, target: *target },
            What::ShortHabit { sessions } => S::WhyShortHabit { sessions: *sessions },
            What::OwnPlan => S::WhyOwnPlan,
            What::CatchUp { open, days } => S::WhyCatchUp { open: *open, days: *days },
            What::OtherDay { next } => {
                return self.propose(S::WhyOtherDay { next: &self.weekday(*next) });
            }
            What::DayBetween { trained, on } => {
                let trained = Self::subject(trained, library);
                let day = self.weekday(*on);
                return self.propose(S::WhyDayBetween { trained: &trained, day: &day });
            }
            What::RoomInWeek { open, days } => S::WhyRoom { open: *open, days: *days },
            What::HardDay { muscle, .. } => {
                return self.propose(S::WhyHardDay { muscle: &self.muscle(*muscle) });
            }
            What::DoneToday => S::WhyDoneToday,
            What::WeekDone { done, target } => S::WhyWeekDone { done: *done, target: *target },
            What::StretchMinutes { muscle, minutes, target } => {
                let muscle = self.muscle(*muscle);
                return self.propose(S::WhyStretch {
                    muscle: &muscle,
                    minutes: *minutes,
                    target: *target,
                });
            }
            What::OwnTraining { before, after } => {
                let before = Self::subject(before, library);
                let after = Self::subject(after, library);
                return self.propose(S::WhyOwnTraining { before: &before, after: &after });
            }
            What::RepsUp { from, .. } => {
                let amount = self.amount(*from);
                return self.propose(if from.count().is_some() {
                    S::WhyRepsUp { amount: &amount }
                } else {
                    S::WhyHoldUp { amount: &amount }
                });
            }
            What::RepsBack { to, .. } => {
                return self.propose(S::WhyRepsBack { amount: &self.amount(*to) });
            }
            What::LevelUp { clean, top, .. } => {
                let (clean, amount) = (*clean, self.amount(*top));
                return self.propose(if top.count().is_some() {
                    S::WhyLevelUp { clean, amount: &amount }
                } else {
                    S::WhyLevelUpTimed { clean, amount: &amount }
                });
            }
            What::Heavier { from, to, clean } => {
                // Rounded, as one says it.
                let percent = ((to - from) * 100 + from / 2) / (*from).max(1);
                let (from, to) = (self.weight(*from), self.weight(*to));
                let clean = *clean;
                return self.propose(S::WhyWeight { clean, from: &from, to: &to, percent });
            }
            What::MoreSets { clean, .. } => S::WhySets { clean: *clean },
            What::LongerHold { whole, .. }
            | What::MoreHolds { whole, .. }
            | What::NextStretch { whole, .. } => S::WhyStretchMore { whole: *whole },
            What::ExtraSet { side, sessions, .. } => {
                S::WhyExtraSet { side: word(*side), sessions: *sessions }
            }
            What::ExtraSetGone { .. } => S::WhyExtraSetGone,
            What::Missed { sessions, .. } => S::WhyMissed { sessions: *sessions },
            What::Shaky { sessions, .. } => S::WhyShaky { sessions: *sessions },
            What::Eased { sessions, .. } => S::WhyEased { sessions: *sessions },
            What::RedPain { .. } => S::WhyRed { name },
            What::AmberPain { sessions, .. } => S::WhyAmber { name, sessions: *sessions },
            What::WorseMorning { .. } => S::WhyWorseMorning,
            What::ShortGap { days } | What::MiddleGap { days } | What::LongGap { days } => {
                S::WhyGap { days: *days }
            }
            What::EasyAfterWeeks { weeks } => S::WhyEasyWeeks { weeks: *weeks },
            What::EasyAfterHard { sessions } => S::WhyEasyHard { sessions: *sessions },
            What::EasyAfterSoreness { from, to, .. } => {
                S::WhyEasySore { from: u32::from(*from), to: u32::from(*to) }
            }
            What::EasyAfterNights { nights, days } => {
                S::WhyEasyNights { nights: *nights, days: *days }
            }
            What::EasyWeek { .. } => S::WhyEasyNow,
            What::StrengthPause { mornings, .. } => S::WhyStrengthPause { mornings: *mornings },
            What::HealthScreen => S::WhyHealthScreen,
            What::HealthAgain { days } | What::HealthChanged { days } => {
                S::WhyHealthAgain { days: *days }
            }
            What::Morning { late: false, .. } => S::WhyMorning,
            What::Morning { late: true, .. } => S::WhyMorningLate,
            What::Retest { week } => S::WhyRetest { week: *week },
            What::RetestAfterGap { days } => S::WhyRetestGap { days: *days },
            What::Function { days: None } => S::WhyFunctionFirst,
            What::Function { days: Some(days) } => S::WhyFunction { days: *days },
            What::OnHold { sign, since, .. } => {
                let sign = Sign::of(sign).map(|it| self.health_sign(it)).unwrap_or_default();
                let day = self.date(*since);
                return self.propose(S::WhyHold { sign: &sign, day: &day });
            }
            What::Appointment { signs, since } => {
                let signs = signs.iter().filter_map(|it| Sign::of(it));
                let signs = self.list(signs.map(|it| self.health_sign(it)));
                let day = self.date(*since);
                return self.ask(HealthSentence::WhyAppointment { day: &day, signs: &signs });
            }
            What::NeedsClearance { .. } => S::WhyClearance,
            What::NoChange { weeks, pain } => S::WhyNoChange { weeks: *weeks, pain: *pain },
            What::Worsening { from, to } => S::WhyWorsening { from: *from, to: *to },
            What::RedSessions { sessions, days } => {
                S::WhyRedSessions { sessions: *sessions, days: *days }
            }
            What::WorseMornings { mornings, days } => {
                S::WhyWorseMornings { mornings: *mornings, days: *days }
            }
            What::Keep { weeks, topped: true, .. } => S::WhyKeepTopped { weeks: *weeks },
            What::Keep { weeks, topped: false, .. } => S::WhyKeepSteady { weeks: *weeks },
        })
    }

    /// "Tuesday".
    pub fn weekday(&self, date: NaiveDate) -> String {
        self.say(Sentence::UiWeekday { day: date.weekday().number_from_monday() })
    }

    /// A sign that somebody has to look at, as a phrase.
    pub fn health_sign(&self, sign: Sign) -> String {
        self.propose(match sign {
            Sign::Injury => S::SignInjury,
            Sign::NoWeight => S::SignNoWeight,
            Sign::SuddenPain => S::SignSuddenPain,
            Sign::HotJoint => S::SignHotJoint,
            Sign::Saddle => S::SignSaddle,
            Sign::Clot => S::SignClot,
            Sign::Chest => S::SignChest,
            Sign::PulsingLump => S::SignPulsingLump,
            Sign::NightPain => S::SignNightPain,
            Sign::WeightLoss => S::SignWeightLoss,
            Sign::Cancer => S::SignCancer,
            Sign::Infection => S::SignInfection,
            Sign::FragileBone => S::SignFragileBone,
            Sign::GrowingNumbness => S::SignGrowingNumbness,
            Sign::Locking => S::SignLocking,
            Sign::Limp => S::SignLimp,
            Sign::Lump => S::SignLump,
            Sign::PelvicPain => S::SignPelvicPain,
            Sign::Child => S::SignChild,
            Sign::Metal => S::SignMetal,
            Sign::StiffMorning => return self.ask(HealthSentence::SignStiffMorning),
            Sign::OuterHipLoaded => return self.ask(HealthSentence::SignOuterHip),
            Sign::SlippedJoints => return self.ask(HealthSentence::SignSlipped),
            Sign::Growing => return self.ask(HealthSentence::SignGrowing),
            Sign::Limiting => return self.ask(HealthSentence::SignLimiting),
            Sign::Suspected => return self.ask(HealthSentence::SignSuspected),
            Sign::Unsure => return self.ask(HealthSentence::SignUnsure),
        })
    }

    /// A question before the first session.
    pub fn question(&self, question: Question) -> String {
        self.propose(match question {
            Question::Heart => S::QuestionHeart,
            Question::ChestPain => S::QuestionChestPain,
            Question::Dizziness => S::QuestionDizziness,
            Question::BoneOrJoint => S::QuestionBoneOrJoint,
            Question::Medication => S::QuestionMedication,
            Question::Surgery => S::QuestionSurgery,
            Question::Pregnancy => S::QuestionPregnancy,
            Question::Osteoporosis => S::QuestionOsteoporosis,
            Question::Nerves => S::QuestionNerves,
            Question::Latex => S::QuestionLatex,
            Question::Other => S::QuestionOther,
        })
    }

    /// What a measurement says.
    pub fn observation(&self, observation: crate::program::Observation) -> String {
        use crate::program::Observation as O;
        self.propose(match observation {
            O::Balanced => S::ObservedBalanced,
            O::BitMoreInward => S::ObservedBitMoreInward,
            O::BitMoreOutward => S::ObservedBitMoreOutward,
            O::MoreInward => S::ObservedMoreInward,
            O::MoreInwardShow => S::ObservedMoreInwardShow,
            O::LittleOutward => S::ObservedLittleOutward,
            O::MoreOutward => S::ObservedMoreOutward,
            O::LittleInward => S::ObservedLittleInward,
            O::SidesDiffer { more_inward } => match more_inward {
                Side::Left => S::ObservedSidesDifferLeft,
                Side::Right => S::ObservedSidesDifferRight,
            },
            O::NoClearChange => S::ObservedNoClearChange,
            O::NoClearChangeSameWay => S::ObservedSameWay,
            O::More => S::ObservedMore,
            O::Less => S::ObservedLess,
            O::StanceCommon => S::ObservedStanceCommon,
            O::TurnFromThigh => S::ObservedTurnFromThigh,
            O::ShankTurnsOut => S::ObservedShankTurnsOut,
            O::TurnBelowKnee => S::ObservedTurnBelowKnee,
            O::StanceVaries => S::ObservedStanceVaries,
            O::StanceDiffers => S::ObservedStanceDiffers,
            O::ToesIn => S::ObservedToesIn,
            O::GaitDiffers => S::ObservedGaitDiffers,
            O::GaitNew => S::ObservedGaitNew,
            O::RollsOut => S::ObservedRollsOut,
            O::RollsFarOut => S::ObservedRollsFarOut,
            O::StaysUpright => S::ObservedStaysUpright,
            O::SupineSudden => S::ObservedSupineSudden,
        })
    }

    /// What stands above every result of a self-test.
    pub fn check_banner(&self) -> String {
        self.propose(S::ObservedBanner)
    }
}

/// A side as the language files tell it apart.
const fn word(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
    }
}

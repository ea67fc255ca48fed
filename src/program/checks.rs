//! What a measurement of the hip's turn says: bands for one hip, for both, and over time. Unrounded
//! means are compared; `text` says the sentences, each with the banner that it is a clue only.

use super::rules::CheckRules;
use crate::units::Side;

/// The mean turn of one hip, lying face down, in degrees from the vertical.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// Inward: the feet drift apart.
    pub inward: f64,
    /// Outward: the foot crosses over.
    pub outward: f64,
}

/// What stands beside the angles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hip {
    /// Whether the hip or the groin hurts.
    pub pain: bool,
    /// Whether the hip is stiff for more than half an hour in the morning.
    pub stiff: bool,
}

/// What a measurement says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Observation {
    /// Balanced.
    Balanced,
    /// A bit more inward. Common.
    BitMoreInward,
    /// A bit more outward. Common.
    BitMoreOutward,
    /// Clearly more inward than outward; could be how one is built.
    MoreInward,
    /// The same, and worth showing to a physiotherapist.
    MoreInwardShow,
    /// Little outward turn, worth showing.
    LittleOutward,
    /// Clearly more outward: the inward focus may not fit.
    MoreOutward,
    /// Little inward turn with groin or hip pain, or stiffness: show it to a professional.
    LittleInward,
    /// The sides differ: train both, an extra set is optional.
    SidesDiffer {
        /// The side with less outward turn, or with more inward.
        more_inward: Side,
    },
    /// No clear change: normal measuring wobble.
    NoClearChange,
    /// No clear change, but several checks move the same way.
    NoClearChangeSameWay,
    /// More than the wobble, upwards.
    More,
    /// More than the wobble, downwards.
    Less,
    /// Standing: feet slightly out, kneecap straight. Common.
    StanceCommon,
    /// Standing: foot straight or in and kneecap in; the turn may come from the thigh.
    TurnFromThigh,
    /// Standing: foot straight or out but kneecap in; the lower leg may turn out to make up for it.
    ShankTurnsOut,
    /// Standing: foot in, kneecap straight; the turn is probably below the knee.
    TurnBelowKnee,
    /// Standing: anything else.
    StanceVaries,
    /// Standing: the sides differ.
    StanceDiffers,
    /// Walking: toes in.
    ToesIn,
    /// Walking: the sides differ.
    GaitDiffers,
    /// Walking: what belongs in front of a professional whatever was seen.
    GaitNew,
    /// On the back: the foot falls out a little, as expected.
    RollsOut,
    /// On the back: it falls out clearly.
    RollsFarOut,
    /// On the back: it stays upright or falls inward.
    StaysUpright,
    /// On the back: what needs help at once whatever was seen.
    SupineSudden,
}

impl Observation {
    /// Whether it is worth showing to somebody.
    pub const fn is_to_be_shown(self) -> bool {
        matches!(self, Self::MoreInwardShow | Self::LittleOutward | Self::LittleInward)
    }
}

/// A reading for [`quality`]: three of them make a mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RangeReading {
    /// Degrees from the vertical.
    pub degrees: f64,
    /// Whether the pelvis lifted.
    pub pelvis_lifted: bool,
    /// How far the knee was bent, in degrees, when it was looked at.
    pub knee: Option<f64>,
}

/// Whether readings can be used.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Quality {
    /// They can: this is their mean.
    Good(f64),
    /// The pelvis lifted.
    PelvisLifted,
    /// The knee was not bent to a right angle.
    KneeNotBent,
    /// They lie too far apart.
    Spread(f64),
    /// There are too few.
    TooFew,
}

/// Judges the readings of one hip in one direction.
pub fn quality(readings: &[RangeReading], rules: &CheckRules) -> Quality {
    /// So many are taken.
    const READINGS: usize = 3;
    /// The knee is bent to a right angle, give or take.
    const KNEE: (f64, f64) = (90.0, 10.0);
    if readings.iter().any(|it| it.pelvis_lifted) {
        return Quality::PelvisLifted;
    }
    if readings.iter().filter_map(|it| it.knee).any(|it| (it - KNEE.0).abs() > KNEE.1) {
        return Quality::KneeNotBent;
    }
    if readings.len() < READINGS {
        return Quality::TooFew;
    }
    let degrees = || readings.iter().map(|it| it.degrees);
    let most = degrees().fold(f64::NEG_INFINITY, f64::max);
    let least = degrees().fold(f64::INFINITY, f64::min);
    if most - least > f64::from(rules.spread) {
        return Quality::Spread(most - least);
    }
    Quality::Good(degrees().sum::<f64>() / readings.len() as f64)
}

/// What the mean turn of one hip says.
pub fn read_hip(range: Range, hip: Hip, rules: &CheckRules) -> Vec<Observation> {
    let more = range.inward - range.outward;
    let at_least = |limit: u32| f64::from(limit);
    let mut said = vec![if more >= at_least(rules.clear) {
        let show = hip.pain
            || more >= at_least(rules.strong)
            || range.outward < at_least(rules.low_outward);
        if show { Observation::MoreInwardShow } else { Observation::MoreInward }
    } else if more <= -at_least(rules.clear) {
        Observation::MoreOutward
    } else if more > at_least(rules.even) {
        Observation::BitMoreInward
    } else if more < -at_least(rules.even) {
        Observation::BitMoreOutward
    } else {
        Observation::Balanced
    }];
    if range.outward < at_least(rules.low_outward) && more < at_least(rules.clear) {
        said.push(Observation::LittleOutward);
    }
    if range.inward <= at_least(rules.low_inward) && (hip.pain || hip.stiff) {
        said.push(Observation::LittleInward);
    }
    said
}

/// What both hips say together: nothing, or that they differ.
pub fn read_sides(left: Range, right: Range, rules: &CheckRules) -> Option<Observation> {
    let limit = f64::from(rules.sides_differ);
    let inward = left.inward - right.inward;
    let outward = left.outward - right.outward;
    let differ = inward.abs() >= limit || outward.abs() >= limit;
    let leans_left = if inward.abs() >= limit { inward > 0.0 } else { outward < 0.0 };
    let more_inward = if leans_left { Side::Left } else { Side::Right };
    differ.then_some(Observation::SidesDiffer { more_inward })
}

/// What the means of one hip in one direction say over time, oldest first; `None` before the second.
/// Only means of the same position, method and helper belong together.
pub fn course_of_change(means: &[f64], rules: &CheckRules) -> Option<Observation> {
    let (last, before) = means.split_last()?;
    let change = last - before.last()?;
    let limit = f64::from(rules.no_change);
    if change >= limit {
        return Some(Observation::More);
    }
    if change <= -limit {
        return Some(Observation::Less);
    }
    let steps: Vec<_> = means.windows(2).filter_map(|it| Some(it.last()? - it.first()?)).collect();
    let recent = steps.iter().rev().take(rules.same_way as usize);
    let enough = steps.len() >= rules.same_way as usize;
    let up = recent.clone().all(|it| *it > 0.0);
    let down = recent.clone().all(|it| *it < 0.0);
    Some(if enough && (up || down) {
        Observation::NoClearChangeSameWay
    } else {
        Observation::NoClearChange
    })
}

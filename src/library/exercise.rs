//! An exercise (what) and its levels (how hard).

use std::ops::RangeInclusive;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{Id, Muscle};
use crate::units::{Side, Tempo};

/// Something a person can do, from its easiest to its hardest form.
#[derive(Debug, Clone, PartialEq)]
pub struct Exercise {
    /// Slug; never reused or renamed.
    pub id: Id,
    /// What it is called.
    pub name: Name,
    /// The part of the programme it belongs to.
    pub block: Block,
    /// What it works or stretches; a level may name others.
    pub muscles: Vec<Muscle>,
    /// Older ids that still lead here.
    pub aliases: Vec<Id>,
    /// Why it is in the programme, in a sentence or two.
    pub why: String,
    /// Where its figures come from (author, year).
    pub sources: Vec<String>,
    /// What to do instead, or differently, for people whom it does not suit.
    pub alternatives: Vec<Alternative>,
    /// Easiest first; level numbers rise and need not be complete.
    pub levels: Vec<Level>,
}

impl Exercise {
    /// The level of this number.
    pub fn level(&self, number: u8) -> Option<&Level> {
        self.levels.iter().find(|it| it.number == number)
    }
}

/// A name to show, and a shorter one for tight places and quick announcements.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Name {
    /// In full: "Banded clamshell".
    pub long: String,
    /// In short: "Clamshell".
    pub short: String,
}

/// A sentence that is shown and spoken: the id is what a voice clip is keyed by.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Cue {
    /// Unique in all files, because voice clips are keyed by it: `<exercise>.<cue>`,
    /// `<exercise>.<level>.setup`, `<exercise>.<level>.side`, `routine.<routine>.<cue>`.
    pub id: Id,
    /// The whole sentence.
    pub long: String,
    /// The reminder, a few words.
    pub short: String,
    /// Who said it, when a professional signed it ("Anna").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

/// One way of doing an exercise.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// 1 (easiest) to 5.
    pub number: u8,
    /// What sets it apart: "Light band".
    pub name: String,
    /// Whether one hip works at a time.
    pub sides: LevelSides,
    /// What to do for one side, with `{Side}`, `{side}`, `{Other}`, `{other}` as places for the hip
    /// that works and the one that does not: "{Side} leg works. Lie on your {other} side." Empty
    /// when both work at once.
    pub side_line: Option<Cue>,
    /// How the body is placed.
    pub position: Position,
    /// What must be at hand.
    pub equipment: Vec<Equipment>,
    /// Whether a laptop across the room can be seen.
    pub screen: Screen,
    /// How much.
    pub dose: Dose,
    /// The pace of a rep; `None` for holds and drills, and for reps at a person's own pace.
    pub tempo: Option<Tempo>,
    /// What this exercise calls its phases when lift/top/lower/bottom would be wrong words, in
    /// `Phase::ALL` order ("out", "hold", "in", "").
    pub phase_words: Option<[String; 4]>,
    /// Id of the movement that shows it; a quiet shape until there is one.
    pub movement: Option<Id>,
    /// How to get into position.
    pub setup: Cue,
    /// What the movement is, in a sentence or two.
    pub how: String,
    /// Reminders while it runs, most important first.
    pub cues: Vec<Cue>,
    /// What often goes wrong.
    pub mistakes: Vec<String>,
    /// When to stop.
    pub stop_if: Vec<StopIf>,
    /// What it works or stretches.
    pub muscles: Vec<Muscle>,
}

impl Level {
    /// Whether a band has to go on or come off for this level.
    pub fn has_band(&self) -> bool {
        self.equipment.iter().any(|it| it.is_band())
    }
}

/// An adjustment of an exercise for one group of people (domain.md 7 and 13).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative {
    /// For whom.
    pub when: Group,
    /// What they do.
    pub instead: Instead,
    /// The longest hold for them (hypermobile: mild stretches of 15-20 s).
    pub hold_at_most: Option<Duration>,
    /// Why, in a sentence for the person.
    pub note: String,
}

/// What a person of a group does in place of an exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Instead {
    /// The exercise itself, with what else the adjustment says.
    Same,
    /// Another exercise, or another level of the same one.
    Swap {
        /// The exercise.
        exercise: Id,
        /// Its level.
        level: u8,
    },
    /// Nothing.
    Skip,
}

/// A group of people who need an adjustment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Pain over the bony point of the outer hip.
    OuterHipPain,
    /// Pain or a pinch in the groin.
    GroinPain,
    /// A hip replacement, until cleared.
    HipReplacement,
    /// Pregnancy.
    Pregnancy,
    /// Pregnancy with pelvic-girdle pain.
    PelvicGirdlePain,
    /// Hypermobile joints.
    Hypermobile,
    /// Poor balance or a risk of falls.
    FallsRisk,
    /// Knee pain.
    KneePain,
    /// Low-back pain.
    BackPain,
    /// Wrist pain.
    WristPain,
    /// Pain from kneeling on a cushion.
    KneelingPain,
}

/// Whether one hip works at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LevelSides {
    /// Both at once.
    Both,
    /// One, then the other.
    Each,
    /// A walk: one leg leads, then the other leads back.
    EachWay,
}

/// The part of the programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// Stretches.
    Mobility,
    /// Strength.
    Strength,
    /// Control in everyday tasks.
    Control,
    /// Only in movement breaks.
    Break,
}

/// How the body is placed; the order is that of a session which gets up and down least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Position {
    /// On both feet or one.
    Standing,
    /// On the move.
    Walking,
    /// On a chair.
    Chair,
    /// One knee down.
    HalfKneeling,
    /// Sitting on the floor.
    Sitting,
    /// Lying on the back.
    Supine,
    /// Shoulders on a bench.
    Bench,
    /// Lying on the side.
    SideLying,
    /// Hands and knees.
    AllFours,
    /// Lying face down.
    Prone,
}

impl Position {
    /// Whether it needs the floor.
    pub const fn on_floor(self) -> bool {
        !matches!(self, Self::Standing | Self::Walking | Self::Chair)
    }

    /// Whether changing sides takes the longer time (lying or kneeling).
    pub const fn slow_to_turn(self) -> bool {
        matches!(
            self,
            Self::HalfKneeling
                | Self::Supine
                | Self::Bench
                | Self::SideLying
                | Self::AllFours
                | Self::Prone
        )
    }
}

/// Something to fetch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Equipment {
    /// A mat or carpet.
    Mat,
    /// A cushion or folded towel.
    Cushion,
    /// A wall to lean or hold.
    Wall,
    /// A chair.
    Chair,
    /// A table or desk to hold.
    Table,
    /// A bench or sofa 30-40 cm high.
    Bench,
    /// A loop band, light.
    BandLight,
    /// A loop band, medium.
    BandMedium,
    /// A loop band, heavy.
    BandHeavy,
    /// A strap or towel.
    Strap,
    /// A mirror or a dark window.
    Mirror,
    /// A light weight.
    Weight,
    /// A clear path of 5-10 m.
    Path,
}

impl Equipment {
    /// Its id in files.
    pub fn id(self) -> Id {
        let value = serde_json::to_value(self).ok();
        value.and_then(|it| it.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Whether this is its id.
    pub fn is(self, id: &str) -> bool {
        self.id() == id
    }

    /// Whether it is a band of any strength.
    pub const fn is_band(self) -> bool {
        matches!(self, Self::BandLight | Self::BandMedium | Self::BandHeavy)
    }
}

/// Whether a laptop on the floor or a low table can be read from the position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Screen {
    /// Yes.
    Yes,
    /// At a glance, or from one side only.
    Partly,
    /// No: the step must be complete by ear.
    No,
}

/// Sets, and what one set asks for, as ranges: a plan uses the low ends until the programme says
/// otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dose {
    /// Sets per side.
    pub sets: RangeInclusive<u32>,
    /// The low end of one set.
    pub low: Amount,
    /// The high end of one set, of the same kind.
    pub high: Amount,
}

/// What one set asks for, or what was done of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Amount {
    /// A position held, in milliseconds.
    Hold(#[serde(with = "crate::units::millis")] Duration),
    /// Repetitions.
    Reps(u32),
    /// Steps, each way.
    Steps(u32),
    /// Reaches of the free leg.
    Reaches(u32),
    /// Something done for a time (walking), in milliseconds.
    Drill(#[serde(with = "crate::units::millis")] Duration),
}

impl Amount {
    /// The count, when it is counted and not timed.
    pub const fn count(self) -> Option<u32> {
        match self {
            Self::Reps(n) | Self::Steps(n) | Self::Reaches(n) => Some(n),
            Self::Hold(_) | Self::Drill(_) => None,
        }
    }

    /// The time, when it is timed and not counted.
    pub const fn time(self) -> Option<Duration> {
        match self {
            Self::Hold(it) | Self::Drill(it) => Some(it),
            Self::Reps(_) | Self::Steps(_) | Self::Reaches(_) => None,
        }
    }

    /// The same kind with another count; a timed amount stays as it is.
    #[must_use]
    pub const fn with_count(self, n: u32) -> Self {
        match self {
            Self::Reps(_) => Self::Reps(n),
            Self::Steps(_) => Self::Steps(n),
            Self::Reaches(_) => Self::Reaches(n),
            Self::Hold(_) | Self::Drill(_) => self,
        }
    }

    /// The same kind with another time; a counted amount stays as it is.
    #[must_use]
    pub const fn with_time(self, time: Duration) -> Self {
        match self {
            Self::Hold(_) => Self::Hold(time),
            Self::Drill(_) => Self::Drill(time),
            Self::Reps(_) | Self::Steps(_) | Self::Reaches(_) => self,
        }
    }

    /// Nothing of the same kind.
    #[must_use]
    pub const fn none(self) -> Self {
        self.with_count(0).with_time(Duration::ZERO)
    }
}

/// A sign to stop this exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StopIf {
    /// The sign, in words.
    pub text: String,
    /// Pain from which it counts, 0-10, when it is a matter of degree (domain.md 5 and 7).
    pub pain: Option<u8>,
}

/// Fills a side line's places with the words for one side.
pub fn fill_side(line: &str, side: Side, words: [&str; 4]) -> String {
    let [left, right, cap_left, cap_right] = words;
    let (this, that, cap_this, cap_that) = match side {
        Side::Left => (left, right, cap_left, cap_right),
        Side::Right => (right, left, cap_right, cap_left),
    };
    line.replace("{side}", this)
        .replace("{other}", that)
        .replace("{Side}", cap_this)
        .replace("{Other}", cap_that)
}

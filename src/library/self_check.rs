//! A check: a self-test with what to do, what to look at and what to read.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{Cue, Equipment, Id, LevelSides, Name, Position, Screen, StopIf};

/// A self-test.
#[derive(Debug, Clone, PartialEq)]
pub struct SelfCheck {
    /// Slug; never reused or renamed.
    pub id: Id,
    /// What it is called.
    pub name: Name,
    /// What it looks at, in a sentence or two.
    pub about: String,
    /// What to wear, when, and what else to see to beforehand.
    pub before: Vec<String>,
    /// What it cannot tell.
    pub cannot_tell: String,
    /// When to stop.
    pub stop_if: Vec<StopIf>,
    /// Where its figures come from (author, year).
    pub sources: Vec<String>,
    /// What must be at hand.
    pub equipment: Vec<Equipment>,
    /// How it can be read; at least one way.
    pub methods: Vec<Method>,
    /// What is asked beforehand and kept, so that like is compared with like.
    pub asks: Vec<Asked>,
    /// Whether somebody has to help.
    pub helper: Helping,
    /// What makes a reading of an angle useless.
    pub watches: Vec<Gate>,
    /// How parts that look at one side at a time follow each other.
    pub order: CheckOrder,
    /// Its parts in order.
    pub parts: Vec<CheckPart>,
}

impl SelfCheck {
    /// Whether it measures an angle.
    pub fn measures(&self) -> bool {
        self.readings().any(|it| matches!(it.of, ReadingOf::Angle(_)))
    }

    /// Everything that is read in it.
    pub fn readings(&self) -> impl Iterator<Item = &CheckReading> {
        self.parts.iter().flat_map(|it| &it.readings)
    }

    /// What is written on the answer of this name to a question.
    pub fn label(&self, what: &str, word: &str) -> Option<&str> {
        let words = self.readings().filter(|it| it.what == what).filter_map(|it| match &it.of {
            ReadingOf::Words(words) => Some(words),
            ReadingOf::Angle(_) => None,
        });
        words.flatten().find(|it| it.id == word).map(|it| it.label.as_str())
    }
}

/// How something is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// With a phone: its level on the shin, or its video.
    Phone,
    /// On a photo.
    Photo,
    /// By comparing with five pictures.
    Scale,
    /// By eye.
    Eye,
}

impl Method {
    /// Its word in files and in the journal.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Photo => "photo",
            Self::Scale => "scale",
            Self::Eye => "eye",
        }
    }

    /// The one of this word.
    pub fn of(word: &str) -> Option<Self> {
        [Self::Phone, Self::Photo, Self::Scale, Self::Eye].into_iter().find(|it| it.word() == word)
    }
}

/// What is asked before a check and kept with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// On what one lies or stands.
    Surface,
    /// What is on the feet.
    Footwear,
}

/// On what one lies or stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Surface {
    /// The bare floor, or a carpet.
    Floor,
    /// A mat.
    Mat,
    /// A firm bed.
    FirmBed,
}

impl Surface {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Floor, Self::Mat, Self::FirmBed];

    /// Its word in the journal.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Floor => "floor",
            Self::Mat => "mat",
            Self::FirmBed => "firm_bed",
        }
    }

    /// The one of this word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// What is on the feet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Footwear {
    /// Nothing.
    Barefoot,
    /// Shoes.
    Shoes,
}

impl Footwear {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Barefoot, Self::Shoes];

    /// Its word in the journal.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Barefoot => "barefoot",
            Self::Shoes => "shoes",
        }
    }

    /// The one of this word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// Whether somebody has to help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Helping {
    /// It can be done alone.
    #[default]
    Optional,
    /// It cannot be done by eye alone.
    UnlessFilmed,
}

/// What makes a reading of an angle useless.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gate {
    /// The pelvis lifted.
    Pelvis,
    /// The knee was not bent to a right angle, give or take ten degrees.
    Knee,
    /// The readings lie too far apart.
    Spread,
}

impl Gate {
    /// Its word in the journal.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Pelvis => "pelvis",
            Self::Knee => "knee",
            Self::Spread => "spread",
        }
    }

    /// The one of this word.
    pub fn of(word: &str) -> Option<Self> {
        [Self::Pelvis, Self::Knee, Self::Spread].into_iter().find(|it| it.word() == word)
    }
}

/// How parts that look at one side at a time follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckOrder {
    /// Each part on both sides, then the next.
    #[default]
    PartByPart,
    /// All of them on the left, then all on the right.
    SideBySide,
}

/// A titled part of a check.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckPart {
    /// Its id within the check.
    pub id: Id,
    /// What it is called.
    pub name: Name,
    /// Whether it looks at one side at a time; never each way.
    pub sides: LevelSides,
    /// What to do for one side, as in a level.
    pub side_line: Option<Cue>,
    /// How the body is placed.
    pub position: Position,
    /// Whether the screen can be seen.
    pub screen: Screen,
    /// The movement that shows it.
    pub movement: Option<Id>,
    /// How often it is done, and everything in it read.
    pub times: u32,
    /// How to get into position.
    pub setup: Cue,
    /// What is done before the readings.
    pub steps: Vec<CheckStep>,
    /// What is read then.
    pub readings: Vec<CheckReading>,
}

/// Something that is done for a time.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckStep {
    /// For how long.
    pub length: Duration,
    /// What.
    pub say: Cue,
    /// The movement that shows it, where it is not that of the part.
    pub movement: Option<Id>,
}

/// Something that is read.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckReading {
    /// The name under which it is kept: `ir`, `feet`, …
    pub what: Id,
    /// Whether it is read for both at once; else for the part's side, or for each in turn.
    pub for_both: bool,
    /// The question; `{side}` stands for the side unless it is for both.
    pub ask: Cue,
    /// What can be answered.
    pub of: ReadingOf,
}

/// What can be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadingOf {
    /// An angle from upright, in degrees.
    Angle(Lean),
    /// One of these words.
    Words(Vec<CheckWord>),
}

/// Which way a shin leans from upright, as it is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lean {
    /// Away from the other leg: the thigh turns inwards.
    Away,
    /// Towards and across the other leg: it turns outwards.
    Across,
}

/// An answer that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckWord {
    /// The name under which it is kept.
    pub id: String,
    /// What is written on it.
    pub label: String,
}

//! A routine: an ordered plan of exercises in titled blocks.

use std::time::Duration;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Amount, Cue, Exercise, Id, Level, LevelSides, Name};
use crate::units::{Side, Tempo};

/// An ordered plan of exercises.
#[derive(Debug, Clone, PartialEq)]
pub struct Routine {
    /// Slug.
    pub id: Id,
    /// What it is called.
    pub name: Name,
    /// What it is for.
    pub kind: RoutineKind,
    /// A sentence about it.
    pub about: String,
    /// Who prescribed it and when: the coach then never raises its dose.
    pub prescribed: Option<Prescribed>,
    /// Its parts, in order.
    pub blocks: Vec<RoutineBlock>,
}

/// What a routine is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoutineKind {
    /// A session of its own.
    Session,
    /// Before other training.
    WarmUp,
    /// After other training.
    CoolDown,
    /// A movement break of one to three minutes; logged, never counted for the week.
    Break,
    /// One exercise, tried from the library; logged, never counted for the week.
    Try,
}

impl RoutineKind {
    /// Whether a session of it can count for the week.
    pub const fn counts(self) -> bool {
        match self {
            Self::Session | Self::WarmUp | Self::CoolDown => true,
            Self::Break | Self::Try => false,
        }
    }
}

impl Routine {
    /// One exercise at one level, at the low end of its dose: "Try it". Nothing when the exercise has
    /// no such level.
    pub fn attempt(exercise: &Exercise, level: u8) -> Option<Self> {
        let item = Item::lowest(&exercise.id, exercise.level(level)?);
        Some(Self {
            id: format!("try-{}", exercise.id),
            name: exercise.name.clone(),
            kind: RoutineKind::Try,
            about: String::new(),
            prescribed: None,
            blocks: vec![RoutineBlock {
                title: exercise.name.long.clone(),
                order: Order::Straight,
                rounds: 1,
                each_side: false,
                items: vec![item],
            }],
        })
    }
}

/// Who prescribed a routine and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prescribed {
    /// Their name.
    pub by: String,
    /// The day.
    pub date: Option<NaiveDate>,
    /// How often a day, when it was said.
    pub a_day: Option<u32>,
    /// How often a week, when it was said; then no days are.
    pub a_week: Option<u32>,
    /// On which days, in the order of the week; empty when it was not said.
    pub days: Vec<Day>,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "a day is what it is called")]
pub enum Day {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Day {
    /// The week, from Monday.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// How it is written in a file.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Monday => "monday",
            Self::Tuesday => "tuesday",
            Self::Wednesday => "wednesday",
            Self::Thursday => "thursday",
            Self::Friday => "friday",
            Self::Saturday => "saturday",
            Self::Sunday => "sunday",
        }
    }
}

/// A titled part of a routine.
#[derive(Debug, Clone, PartialEq)]
pub struct RoutineBlock {
    /// Its title.
    pub title: String,
    /// Straight: all sets of an item, then the next. Circuit: one set of each, `rounds` times.
    pub order: Order,
    /// How often the whole block is done.
    pub rounds: u32,
    /// All items left, then all right: saves turning over.
    pub each_side: bool,
    /// Its items.
    pub items: Vec<Item>,
}

/// How the sets of a block follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// All sets of an item, then the next item.
    Straight,
    /// One set of each item, then again from the first.
    Circuit,
}

/// One exercise in a routine; what is `None` comes from the level.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The exercise.
    pub exercise: Id,
    /// Its level.
    pub level: u8,
    /// Sets per side; in a circuit always 1.
    pub sets: u32,
    /// What one set asks for; the low end where a range was written.
    pub amount: Amount,
    /// The high end of a range, of the same kind: as far as it may rise.
    pub most: Option<Amount>,
    /// The pace; `None` means the person's own ("Done" ends the set) when the amount is counted.
    pub tempo: Option<Tempo>,
    /// Rest between sets; `None` takes the table's; zero leaves the rest out.
    pub rest: Option<Duration>,
    /// Which sides, in which order.
    pub sides: ItemSides,
    /// The side that comes first where both are worked one after the other.
    pub first: Side,
    /// One more set on this side, after the others.
    pub extra_set: Option<Side>,
    /// Cues of the routine's author, before the level's own; may be signed.
    pub cues: Vec<Cue>,
    /// A note for the person.
    pub note: Option<String>,
    /// What to keep when time is short.
    pub priority: Priority,
}

impl Item {
    /// A level as it is done first: the low ends of its dose, at its own pace.
    fn lowest(exercise: &str, level: &Level) -> Self {
        Self {
            exercise: exercise.to_owned(),
            level: level.number,
            sets: *level.dose.sets.start(),
            amount: level.dose.low,
            most: None,
            tempo: level.tempo,
            rest: None,
            sides: ItemSides::Both.at(level.sides),
            first: Side::Left,
            extra_set: None,
            cues: Vec::new(),
            note: None,
            priority: Priority::Normal,
        }
    }
}

/// Which sides an item works, in which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemSides {
    /// Left, right, left, right: the other side is the rest.
    EachSet,
    /// All sets left, then all right.
    EachExercise,
    /// Left only (prescribed routines).
    Left,
    /// Right only (prescribed routines).
    Right,
    /// Both hips at once: the only choice for levels that work both.
    Both,
}

impl ItemSides {
    /// What becomes of it at a level that works other sides: both legs at once stay both, and what was
    /// both is each leg's set in turn where one leg works at a time.
    #[must_use]
    pub const fn at(self, level: LevelSides) -> Self {
        match (level, self) {
            (LevelSides::Both, _) => Self::Both,
            (LevelSides::Each | LevelSides::EachWay, Self::Both) => Self::EachSet,
            (LevelSides::Each | LevelSides::EachWay, sides) => sides,
        }
    }
}

/// What to keep when time is short.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// Leave out first.
    Optional,
    /// As usual.
    Normal,
    /// Keep to the end.
    Key,
}

//! A routine laid out as steps: the timetable of one session.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{CheckPlan, Replaces};
use crate::library::{
    Amount, Block, Cue, Equipment, Id, Level, LevelSides, Muscle, Name, Position, RoutineKind,
    Screen,
};
use crate::units::{Sides, Tempo, millis};

/// Everything a session needs, and everything its record will need: replay never reads the library.
///
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The routine.
    pub routine: Id,
    /// Its name.
    pub name: Name,
    /// What it is for.
    pub kind: RoutineKind,
    /// Whether a professional prescribed it; it may then be one-sided.
    pub prescribed: bool,
    /// The exercises, in the order in which they first come.
    pub entries: Vec<Entry>,
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// What was left out for today, and why.
    pub left_out: Vec<LeftOut>,
    /// What was shortened for a person's time; nothing when everything is as the routine says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fitted: Option<Fitted>,
    /// What makes it a check; nothing in any other session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check: Option<Box<CheckPlan>>,
    /// Count-in after a pause, in milliseconds.
    #[serde(with = "millis")]
    pub resume: Duration,
    /// A longer pause needs "get ready" again, in milliseconds.
    #[serde(with = "millis")]
    pub long_pause: Duration,
}

/// One exercise of a plan, as it was when the plan was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The exercise.
    pub exercise: Id,
    /// Its name.
    pub name: Name,
    /// The part of the programme.
    pub block: Block,
    /// The level.
    pub level: u8,
    /// Whether today's lack of something changed the level; it then neither earns nor costs
    /// progression.
    pub swapped: bool,
    /// What it took the place of while the session ran; nothing for what was planned before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<Replaces>,
    /// The entry that was planned before the session and for which it stands: an index into the plan's
    /// entries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stands_for: Option<usize>,
    /// How the body is placed.
    pub position: Position,
    /// Whether the screen can be seen.
    pub screen: Screen,
    /// What must be at hand.
    pub equipment: Vec<Equipment>,
    /// What it works or stretches.
    pub muscles: Vec<Muscle>,
    /// Whether one hip works at a time.
    pub sides: LevelSides,
    /// What to do for one side, with its places still to be filled.
    pub side_line: Option<Cue>,
    /// What the phases are called here.
    pub phase_words: Option<[String; 4]>,
    /// The movement that shows it.
    pub movement: Option<Id>,
    /// How to get into position.
    pub setup: Cue,
    /// Reminders: the routine's own, then the level's.
    pub cues: Vec<Cue>,
    /// A note of the routine.
    pub note: Option<String>,
    /// "Get ready" again after a long pause, in milliseconds.
    #[serde(with = "millis")]
    pub ready: Duration,
}

/// One stretch of session time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What kind of time it is.
    pub kind: StepKind,
    /// Index into the plan's entries: the exercise it belongs to or leads to.
    pub entry: usize,
    /// The hip that works, or will work next.
    pub side: Sides,
    /// The set, or the next one; 1 is the first on this side.
    pub set: u32,
    /// Sets on this side in all.
    pub sets: u32,
    /// How long it lasts; for a set at the person's own pace, its length at the usual tempo. In
    /// milliseconds.
    #[serde(with = "millis")]
    pub length: Duration,
    /// What is to be done, in a work step.
    pub work: Option<Work>,
}

/// What kind of time a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// Get ready for an exercise.
    Ready,
    /// Do it.
    Work,
    /// Change sides.
    Switch,
    /// Rest before the next set.
    Rest,
}

/// What a work step asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// How much.
    pub amount: Amount,
    /// The pace of a rep; `None` for holds and drills, and when the person sets the pace.
    pub tempo: Option<Tempo>,
}

impl Work {
    /// Whether the step waits for the person to say that it is done.
    pub const fn waits(&self) -> bool {
        self.amount.count().is_some() && self.tempo.is_none()
    }
}

impl Step {
    /// Whether the step waits for the person to say that it is done.
    pub fn waits(&self) -> bool {
        self.work.is_some_and(|it| it.waits())
    }
}

/// An exercise that today's plan leaves out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The exercise.
    pub exercise: Id,
    /// Its name.
    pub name: String,
    /// Why.
    pub reason: LeftOutReason,
}

/// Why an exercise is left out of today's plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOutReason {
    /// It needs a band, and no easier level does without.
    NoBand,
    /// It needs a wall.
    NoWall,
    /// It needs a bench.
    NoBench,
    /// It needs the floor.
    NoFloor,
    /// There was no time for it.
    Time,
    /// It does not suit the person.
    Unsuited,
    /// The health questions have not been answered.
    Unscreened,
    /// Strength work pauses after mornings that were worse.
    StrengthPaused,
    /// It has had its minutes this week.
    Enough,
}

/// What was shortened so that a session fits a person's time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fitted {
    /// The person's time, in minutes.
    pub minutes: u32,
    /// Whether rests are shorter than usual.
    pub rests: bool,
    /// The exercises of which there is less, in the order of the routine.
    pub less: Vec<Less>,
}

/// An exercise of which there is less than the routine asks for, the same on both sides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Less {
    /// The exercise.
    pub exercise: Id,
    /// Its name.
    pub name: String,
    /// Sets per side: as the routine says, and today.
    pub sets: (u32, u32),
    /// One set: as the routine says, and today.
    pub amount: (Amount, Amount),
}

/// What a person does not have today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "four independent answers, one tick box each")]
pub struct Missing {
    /// No band.
    pub band: bool,
    /// No wall.
    pub wall: bool,
    /// No bench.
    pub bench: bool,
    /// No floor to lie on.
    pub floor: bool,
}

impl Missing {
    /// Whether a level can be done without what is missing.
    pub fn allows(self, level: &Level) -> bool {
        super::choice::lacks(level, self).is_none()
    }
}

/// Why a routine cannot be laid out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// It names an exercise that the library does not have.
    #[error("the routine names the unknown exercise `{0}`")]
    UnknownExercise(Id),
    /// It names a level that the exercise does not have.
    #[error("the routine names level {1} of `{0}`, which has no such level")]
    UnknownLevel(Id, u8),
    /// Nothing is left to do.
    #[error("nothing is left to do")]
    Empty,
    /// No exercise fits into the person's time.
    #[error("nothing fits into {minutes} min; the shortest session takes {least:?}")]
    NoTime {
        /// The person's time, in minutes.
        minutes: u32,
        /// The shortest that the routine can be.
        least: Duration,
    },
}

impl Plan {
    /// The same with less said: no reminders but those that somebody signed, and getting into position
    /// in a few words.
    #[must_use]
    pub fn with_fewer_words(mut self) -> Self {
        for entry in &mut self.entries {
            entry.cues.retain(|it| it.by.is_some());
            entry.setup.long.clone_from(&entry.setup.short);
        }
        self
    }

    /// The length of the whole plan, sets at one's own pace at their usual tempo.
    pub fn length(&self) -> Duration {
        self.steps.iter().map(|it| it.length).sum()
    }
}

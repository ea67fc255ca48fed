//! The record of one session: a snapshot of what was planned and everything that was done.

use std::time::Duration;

use chrono::{DateTime, FixedOffset, SubsecRound as _};
use serde::{Deserialize, Serialize};

use super::{Body, Speed};
use crate::library::{Amount, Block, Id, RoutineKind};
use crate::session::{Ending, HurtBand, HurtPlace, Replaces};
use crate::units::{Pain, Sides, millis};

/// One session or break, from Start to its end.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SessionRecord {
    /// The routine.
    pub routine: Id,
    /// What the routine was called.
    pub name: String,
    /// What the routine is for.
    pub purpose: RoutineKind,
    /// Whether a professional prescribed it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub prescribed: bool,
    /// When it began.
    pub started: DateTime<FixedOffset>,
    /// When it ended; the time worked is [`Self::active`], never the difference of the two.
    pub ended: DateTime<FixedOffset>,
    /// Time that was not paused, in milliseconds of monotonic time.
    #[serde(rename = "active_ms", with = "millis")]
    pub active: Duration,
    /// Time that was paused, in milliseconds of monotonic time.
    #[serde(rename = "paused_ms", with = "millis")]
    pub paused: Duration,
    /// How it ended.
    pub ending: Ending,
    /// The exercises as they were planned, in the order in which they first came.
    pub exercises: Vec<ExerciseRecord>,
    /// Every planned set, done or not, in the order of the plan.
    pub sets: Vec<SetRecord>,
    /// Pain before and after.
    #[serde(default, skip_serializing_if = "PainAround::is_unknown")]
    pub pain: PainAround,
    /// Pain told during the session.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hurts: Vec<HurtRecord>,
    /// The person's note.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// How fast its clock ran.
    #[serde(default, skip_serializing_if = "Speed::is_real")]
    pub speed: Speed,
    /// Whether it counts for weeks although its clock did not run at the real speed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub count: bool,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Origin::is_led")]
    pub origin: Origin,
    /// The version of the program.
    pub app: String,
}

/// Where a session record comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The program led through it.
    #[default]
    Led,
    /// The person entered it afterwards.
    ByHand,
}

impl Origin {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
    fn is_led(&self) -> bool {
        *self == Self::Led
    }
}

/// An exercise of a session, as it was planned on the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExerciseRecord {
    /// The exercise.
    pub exercise: Id,
    /// What it was called.
    pub name: String,
    /// The level.
    pub level: u8,
    /// The part of the programme.
    pub block: Block,
    /// What it worked or stretched, by the library's names of that day.
    pub muscles: Vec<String>,
    /// Whether today's lack of something changed the level.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub swapped: bool,
    /// What it took the place of while the session ran.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<Replaces>,
    /// What was planned.
    pub planned: PlannedDose,
    /// Whether it was clean all the way; unanswered earns no credit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<Form>,
}

/// The dose that the plan asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedDose {
    /// Sets in all, both sides together.
    pub sets: u32,
    /// The first set's amount.
    pub each: Amount,
}

/// "Clean all the way?"
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Yes.
    Clean,
    /// No.
    Shaky,
}

/// "How many more clean reps?" 0 to 4, where 4 means four or more; the effort is 10 minus it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Rir(u8);

impl Rir {
    /// So many more; everything above four counts as four.
    pub const fn new(more: u8) -> Self {
        Self(if more > 4 { 4 } else { more })
    }

    /// 0 to 4.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl From<u8> for Rir {
    fn from(more: u8) -> Self {
        Self::new(more)
    }
}

impl From<Rir> for u8 {
    fn from(rir: Rir) -> Self {
        rir.0
    }
}

/// What was planned and done of one set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetRecord {
    /// The exercise.
    pub exercise: Id,
    /// Its level.
    pub level: u8,
    /// The hip that worked.
    pub side: Sides,
    /// 1 is the first on this side.
    pub set: u32,
    /// What was asked.
    pub planned: Amount,
    /// What was done.
    pub done: Amount,
    /// Whether it was left before its end, or never begun.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub skipped: bool,
    /// The worst pain told during it: the exact rating, else the lowest of the band.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain: Option<Pain>,
    /// Clean reps left, told for the last set of an exercise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rir: Option<Rir>,
}

/// Pain around a session, 0-10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PainAround {
    /// Before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Pain>,
    /// After it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Pain>,
}

impl PainAround {
    /// Whether neither was told.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
    pub const fn is_unknown(&self) -> bool {
        self.before.is_none() && self.after.is_none()
    }
}

/// Pain told during a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HurtRecord {
    /// The exercise.
    pub exercise: Id,
    /// The hip that was working.
    pub side: Sides,
    /// The set, from 1.
    pub set: u32,
    /// Reps done in the set when it was told.
    pub rep: u32,
    /// The answer.
    pub band: HurtBand,
    /// The exact rating, when given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exact: Option<Pain>,
    /// Where, when told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<HurtPlace>,
}

/// The routine of a break in which the person got up without the program; none has this id.
pub const STOOD_UP: &str = "stood-up";

impl SessionRecord {
    /// A break in which the person got up without the program, under the name by which they know it.
    pub fn stood_up(name: String, at: DateTime<FixedOffset>) -> Self {
        Self {
            routine: STOOD_UP.to_owned(),
            name,
            purpose: RoutineKind::Break,
            prescribed: false,
            started: at.trunc_subsecs(3),
            ended: at.trunc_subsecs(3),
            active: Duration::ZERO,
            paused: Duration::ZERO,
            ending: Ending::Completed,
            exercises: Vec::new(),
            sets: Vec::new(),
            pain: PainAround::default(),
            hurts: Vec::new(),
            note: String::new(),
            speed: Speed::REAL,
            count: false,
            origin: Origin::ByHand,
            app: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }

    /// What the journal says of it: a session, or what never counts for the week.
    pub fn into_body(self) -> Body {
        if self.purpose.counts() { Body::Session(self) } else { Body::Break(self) }
    }

    /// Whether every step was taken to the end.
    pub fn is_finished(&self) -> bool {
        self.ending == Ending::Completed
    }

    /// Whether its clock ran at the real speed, or it was asked to count all the same.
    pub fn is_real(&self) -> bool {
        self.speed.is_real() || self.count
    }

    /// Sets that were done, at least in part.
    pub fn sets_done(&self) -> usize {
        self.sets.iter().filter(|it| it.done != it.done.none()).count()
    }

    /// Whether at least half of the planned sets were done: the day then counts 1.
    pub fn is_half_done(&self) -> bool {
        let done = self.sets.iter().filter(|it| !it.skipped).count();
        !self.sets.is_empty() && done * 2 >= self.sets.len()
    }

    /// Notes the answers to "how many more clean reps?" and "clean all the way?" of one exercise:
    /// the first on the last done set of each side, the second on the exercise.
    pub fn rate(&mut self, exercise: &str, level: u8, rir: Option<Rir>, form: Option<Form>) {
        for it in &mut self.exercises {
            if it.exercise == exercise && it.level == level {
                it.form = form;
            }
        }
        for side in [Sides::Left, Sides::Right, Sides::Both] {
            let mut of_side = self
                .sets
                .iter_mut()
                .rev()
                .filter(|it| it.exercise == exercise && it.level == level && it.side == side);
            if let Some(last) = of_side.find(|it| it.done != it.done.none()) {
                last.rir = rir;
            }
        }
    }
}

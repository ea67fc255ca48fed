//! What a person (or the computer going to sleep) may ask of a session.

use serde::{Deserialize, Serialize};

use crate::units::Pain;

/// A request. Each takes effect at the moment it is applied; one that makes no sense in the present
/// state changes nothing and returns no events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Begin the first step.
    Start,
    /// Stand still, and say why.
    Pause(PauseReason),
    /// Go on after a count-in.
    Resume,
    /// To the start of this step, or of the one before when it has only just begun.
    Back,
    /// Do this set again; in a gap, the set before it.
    Redo,
    /// Leave this step; a set keeps what was done of it.
    Skip,
    /// Leave everything that is left of this exercise.
    SkipExercise,
    /// Leave everything that is left of the exercise of this index into the plan's entries, which
    /// need not be the one of this step: in a gap, pain belongs to the set before.
    Drop(usize),
    /// To the start of the step of this index.
    Jump(usize),
    /// Make the running step longer or shorter by so many seconds (10 or -10); counted sets stay.
    Extend(i32),
    /// The set is done: at the person's own pace, all of it, or what was tapped; a hold, what was
    /// held. In a gap: go on now.
    Done,
    /// One rep, at the person's own pace.
    Tap,
    /// Correct the count of this set, or in a gap of the set before.
    Correct(i32),
    /// How much it hurts; stored with exercise, side and rep.
    Hurt(HurtAnswer),
    /// Where it hurts, of what was told last; the same place again takes it back.
    HurtsAt(HurtPlace),
    /// Undo the last skip, redo, jump or other form of an exercise, within five seconds.
    Undo,
    /// End now and keep what was done.
    Finish,
    /// Close now and continue later.
    Leave,
}

/// Why a session stands still.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PauseReason {
    /// The person asked.
    Person,
    /// Something hurts.
    Hurt,
    /// The computer slept, or the program was frozen.
    Gap,
    /// The session was continued after the program had ended.
    Restored,
    /// A question is open (leave? all keys?).
    Question,
}

/// One of three large answers, and the exact number when given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct HurtAnswer {
    /// The band.
    pub band: HurtBand,
    /// The exact rating, when the person gave one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exact: Option<Pain>,
}

/// The three answers to "it hurts" (domain.md 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HurtBand {
    /// 0-2: carry on.
    Green,
    /// 3-5: only if it eases when one stops.
    Amber,
    /// 6 or more, or sharp, catching, giving way, tingling or numb: stop this exercise.
    Red,
}

impl HurtBand {
    /// The band of an exact rating (domain.md 5: 0-2, 3-5, 6 and more).
    pub const fn of(pain: Pain) -> Self {
        match pain.get() {
            0..=2 => Self::Green,
            3..=5 => Self::Amber,
            _ => Self::Red,
        }
    }
}

/// Where it hurts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HurtPlace {
    /// The front of the hip, or the groin.
    Front,
    /// The outer side of the hip.
    Outer,
    /// The buttock.
    Buttock,
    /// The back.
    Back,
    /// The knee.
    Knee,
    /// Somewhere else.
    Other,
}

impl HurtPlace {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Front, Self::Outer, Self::Buttock, Self::Back, Self::Knee, Self::Other];
}

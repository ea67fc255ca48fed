//! What a person can do with an exercise of their own, as values.

use super::super::{AmountChange, Change, PhaseChange};
use crate::figure::contact::{Part, Thing};
use crate::figure::source::PropKind;
use crate::figure::{Pose, View};
use crate::library::{Block, Equipment, Id, LevelSides, Muscle, Position, Screen};
use crate::units::{Phase, Side};

/// One thing that a person does with an exercise.
#[derive(Debug, Clone, PartialEq)]
pub enum ExerciseCommand {
    /// Its name; the short one follows where it did before.
    Name(String),
    /// Its short name.
    ShortName(String),
    /// Why one does it.
    Why(String),
    /// The part of the programme.
    Block(Block),
    /// This muscle is worked, or no longer.
    Muscle(Muscle),
    /// A value of a level is another.
    Level {
        /// Its place among the levels.
        at: usize,
        /// What.
        change: LevelChange,
    },
    /// A level is there once more, with the next free number.
    CopyLevel(usize),
    /// A level goes.
    DropLevel(usize),
    /// The movement of a level is another.
    Figure {
        /// The place of the level.
        level: usize,
        /// What.
        change: FigureChange,
    },
    /// The text of the exercise's file is another: written by hand.
    Text(String),
}

/// A value of a level.
#[derive(Debug, Clone, PartialEq)]
pub enum LevelChange {
    /// What sets it apart.
    Name(String),
    /// Whether one side works at a time; the words for a side that has none yet.
    Sides(LevelSides, String),
    /// What to do for one side.
    SideLine(String),
    /// How the body is placed.
    Position(Position),
    /// This thing is needed, or no longer.
    Equipment(Equipment),
    /// Whether the screen can be seen.
    Screen(Screen),
    /// The fewest and the most sets.
    Sets(u32, u32),
    /// How much a set asks for.
    Amount(AmountChange),
    /// The length of one phase.
    Phase(PhaseChange),
    /// Whether the person sets the pace.
    OwnPace(bool),
    /// The phase that a repetition begins with.
    Begins(Phase),
    /// How to get into position; the reminder follows.
    Setup(String),
    /// The movement in a sentence or two.
    How(String),
    /// The words of a cue; the one behind the last is new. None takes it out.
    Cue(usize, Change<String>),
    /// The reminder of a cue.
    ShortCue(usize, String),
    /// What goes wrong; the one behind the last is new. None takes it out.
    Mistake(usize, Change<String>),
    /// A sign to stop; the one behind the last is new. None takes it out.
    StopIf(usize, Change<String>),
    /// Pain from which a sign to stop counts.
    StopPain(usize, Change<u32>),
}

/// A change of what the figure does.
#[derive(Debug, Clone, PartialEq)]
pub enum FigureChange {
    /// A movement that there is; none.
    Pick(Change<Id>),
    /// A movement of two poses of its own: standing, to begin with.
    Fresh,
    /// Another pose at a stop.
    Pose {
        /// Which stop.
        stop: usize,
        /// The pose.
        pose: Id,
    },
    /// The phases that lead to the poses of a movement of two.
    Way(Way),
    /// The figure was posed by hand.
    Angles {
        /// Which stop.
        stop: usize,
        /// Its angles.
        pose: Pose,
    },
    /// A part touches something, or no longer.
    Touch {
        /// Which stop.
        stop: usize,
        /// What touches what.
        touch: Touch,
    },
    /// Left and right change places.
    Mirror(usize),
    /// The pose of another stop, to go on from.
    Like {
        /// The stop that changes.
        stop: usize,
        /// The one whose pose it gets.
        of: usize,
    },
    /// Where the figure is seen from.
    View(View),
    /// A thing more stands round the figure.
    AddThing(PropKind),
    /// A thing goes.
    DropThing(usize),
    /// A thing stands elsewhere.
    PlaceThing {
        /// Which.
        at: usize,
        /// The middle of its top: forwards and to the right of the hips, in body heights.
        place: (f32, f32),
        /// Degrees about the vertical.
        turn: f32,
    },
}

/// A part on the floor or on a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Touch {
    /// The part.
    pub part: Part,
    /// Its side; of no meaning for the trunk's parts.
    pub side: Side,
    /// The thing; the floor when there is none.
    pub on: Option<Thing>,
}

/// How a movement of two poses goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// In repetitions: the phase that leads to the far pose and the one that leads back.
    Reps {
        /// To the end.
        to: Phase,
        /// Back to the start.
        back: Phase,
    },
    /// Into the far pose, which is held.
    Hold,
}

impl Way {
    /// Every way there is.
    pub const ALL: [Self; 5] = [
        Self::Reps { to: Phase::Lift, back: Phase::Lower },
        Self::Reps { to: Phase::Top, back: Phase::Bottom },
        Self::Reps { to: Phase::Lower, back: Phase::Lift },
        Self::Reps { to: Phase::Bottom, back: Phase::Top },
        Self::Hold,
    ];
}

impl ExerciseCommand {
    /// What is written letter by letter, or dragged bit by bit; more of the same is one step back.
    pub(super) fn writing(&self) -> Option<String> {
        let name = match self {
            Self::Name(_) => "name".to_owned(),
            Self::ShortName(_) => "short".to_owned(),
            Self::Why(_) => "why".to_owned(),
            Self::Text(_) => "text".to_owned(),
            Self::Level { at, change } => format!("{at} {}", change.letters()?),
            Self::Figure { level, change: FigureChange::Angles { stop, .. } } => {
                format!("{level} angles {stop}")
            }
            Self::Figure { level, change: FigureChange::View(_) } => format!("{level} view"),
            Self::Figure { level, change: FigureChange::PlaceThing { at, .. } } => {
                format!("{level} thing {at}")
            }
            Self::Block(_)
            | Self::Muscle(_)
            | Self::CopyLevel(_)
            | Self::DropLevel(_)
            | Self::Figure { .. } => return None,
        };
        Some(name)
    }
}

impl LevelChange {
    fn letters(&self) -> Option<String> {
        Some(match self {
            Self::Name(_) => "name".to_owned(),
            Self::SideLine(_) => "side".to_owned(),
            Self::Setup(_) => "setup".to_owned(),
            Self::How(_) => "how".to_owned(),
            Self::Cue(at, Some(_)) => format!("cue {at}"),
            Self::ShortCue(at, _) => format!("short cue {at}"),
            Self::Mistake(at, Some(_)) => format!("mistake {at}"),
            Self::StopIf(at, Some(_)) => format!("stop {at}"),
            Self::Sides(..)
            | Self::Position(_)
            | Self::Equipment(_)
            | Self::Screen(_)
            | Self::Sets(..)
            | Self::Amount(_)
            | Self::Phase(_)
            | Self::OwnPace(_)
            | Self::Begins(_)
            | Self::Cue(_, None)
            | Self::Mistake(_, None)
            | Self::StopIf(_, None)
            | Self::StopPain(..) => return None,
        })
    }
}

//! What can be wrong with a library file, as values; `text` makes the sentences.

use crate::figure::Faulty;
use crate::figure::source;
use crate::library::{ArticleFault, Id, LevelSides};
use crate::ron::{Document, Excerpt, Fault, Found, Place, Severity};

/// Something wrong with a file of the library.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The file, as it was named.
    pub file: String,
    /// Where it begins.
    pub start: Place,
    /// Where it ends: behind the last character.
    pub end: Place,
    /// Whether the file can be used nevertheless.
    pub severity: Severity,
    /// What it is.
    pub what: ProblemKind,
    /// The line on which it begins.
    pub excerpt: Excerpt,
}

impl Problem {
    /// A problem with its place turned from bytes to lines and columns.
    pub(crate) fn new(file: &str, document: &Document, found: Found<ProblemKind>) -> Self {
        Self {
            file: file.to_owned(),
            start: document.place(found.span.start),
            end: document.place(found.span.end),
            severity: found.severity,
            what: found.what,
            excerpt: document.excerpt(found.span),
        }
    }

    /// What is wrong with a pose or a movement.
    pub(in crate::library) fn of_figure(faulty: &Faulty) -> impl Iterator<Item = Self> {
        faulty.found.iter().cloned().map(|found| {
            let what = match found.what {
                source::Fault::Ron(fault) => ProblemKind::Format(fault),
                other @ (source::Fault::Angle(_)
                | source::Fault::UnknownPose { .. }
                | source::Fault::NoSide
                | source::Fault::LooseAnchor
                | source::Fault::NoCourse
                | source::Fault::Misfit(_)) => ProblemKind::Figure(other),
            };
            let found = Found { span: found.span, severity: found.severity, what };
            Self::new(&faulty.file, &faulty.document, found)
        })
    }
}

/// What is wrong: the shape of the file, or its meaning.
#[derive(Debug, Clone, PartialEq)]
pub enum ProblemKind {
    /// The text, its signs, fields and values.
    Format(Fault),
    /// The shape or the links of a page.
    Article(ArticleFault),
    /// A pose or a movement.
    Figure(source::Fault),
    /// Nothing tells what the file is.
    UnknownFile,
    /// A file of rules that there is not.
    UnknownRules {
        /// What it is called.
        name: String,
        /// Those there are.
        names: Vec<String>,
    },
    /// Two thresholds that stand the wrong way round.
    RuleOrder {
        /// The one that has to be less.
        lower: &'static str,
        /// The one that has to be more.
        higher: &'static str,
    },
    /// A newer version of the program wrote it: it is used, but not edited.
    Newer {
        /// The version of its format.
        schema: u32,
        /// The version this program knows.
        known: u32,
    },

    /// An id with other signs than small letters, digits and hyphens, or too long.
    BadId {
        /// The id.
        id: String,
        /// The same as it could be, if there is one.
        instead: Option<String>,
    },
    /// An id that Windows keeps for a device, such as `con`.
    DeviceId {
        /// The id.
        id: String,
    },
    /// A file that is not called like what it holds.
    FileName {
        /// The id.
        id: Id,
        /// The name that the file would have.
        name: String,
    },
    /// An id that another file has already.
    RepeatedId {
        /// The id.
        id: Id,
        /// The other file.
        file: String,
    },
    /// An older id that leads to another exercise already.
    TakenAlias {
        /// The older id.
        id: Id,
        /// The exercise that has it.
        exercise: Id,
    },
    /// A cue id twice in one place, or with other words than elsewhere in the exercise.
    RepeatedCue {
        /// The id.
        id: String,
    },
    /// A level twice.
    RepeatedLevel {
        /// Its number.
        level: u32,
    },
    /// Levels that do not rise.
    LevelOrder {
        /// The number.
        level: u32,
        /// The one before it.
        before: u32,
    },
    /// An exercise without levels.
    NoLevels,
    /// A routine without blocks.
    NoBlocks,
    /// A block without items.
    NoItems,

    /// A check without parts.
    NoParts,
    /// A check in which nothing is read.
    NoReadings,
    /// A check that cannot be read in any way.
    NoMethods,
    /// A part of a check in which nothing is done and nothing read.
    EmptyPart,
    /// A name twice where each may stand once: parts, readings, answers.
    RepeatedName {
        /// The name.
        name: String,
    },
    /// The spread of readings among what is watched: it always is.
    SpreadWatched,
    /// A part or a reading of a check that goes each way.
    CheckEachWay,
    /// A reading for both sides in a part that looks at one.
    ReadingOfBoth,
    /// A reading of an angle with words to choose from.
    AngleAndWords,
    /// A reading with neither.
    NothingToRead,
    /// A reading with too few words to choose from, or too many.
    FewWords,

    /// An exercise that there is not.
    UnknownExercise {
        /// The id.
        id: String,
        /// The one that was probably meant.
        near: Option<Id>,
    },
    /// An exercise whose own file has errors.
    BrokenExercise {
        /// The id.
        id: Id,
    },
    /// A level that the exercise does not have.
    UnknownLevel {
        /// The exercise.
        exercise: Id,
        /// The level.
        level: u32,
        /// Those it has.
        levels: Vec<u8>,
    },
    /// A movement that there is not.
    UnknownMovement {
        /// The id.
        id: String,
        /// The one that was probably meant.
        near: Option<Id>,
    },
    /// A change to an exercise that a routine of the program or another exercise could not follow.
    Breaks {
        /// What needs it: the id of the routine or the exercise.
        id: Id,
        /// What would be wrong there.
        what: Box<Self>,
    },

    /// A range whose low end is above its high end.
    LowAboveHigh,
    /// None of hold, reps, steps, reaches, drill.
    NoAmount,
    /// More than one of them.
    ManyAmounts,
    /// An amount of a kind that the exercise does not have.
    OtherAmount {
        /// The kind that stands there.
        found: AmountKind,
        /// The kind of the exercise.
        expected: AmountKind,
    },
    /// A tempo where nothing is counted.
    TempoOfTime,
    /// A repetition that takes no time.
    NoTempo,
    /// A repetition that begins with its top or its bottom.
    BeginsAtRest,
    /// A tempo, and "at your own pace".
    TempoAndOwnPace,

    /// One side of an exercise that works both.
    SidesOfBoth,
    /// Both sides of an exercise that works one at a time.
    BothOfOneSided {
        /// How it works.
        sides: LevelSides,
    },
    /// An exercise that works both sides, in a block that does all left and then all right.
    BothInEachBlock,
    /// Sides of its own, in such a block.
    SidesInEachBlock,
    /// One side only, in a routine that nobody prescribed.
    OneSided,
    /// A side that comes first, where there is only one.
    FirstOfOne,
    /// So often a week, and on chosen days.
    WeekAndDays,
    /// An extra set on the side that is not worked.
    ExtraSetElsewhere,
    /// Several sets in a circuit.
    SetsInCircuit,

    /// No line for what to do on one side.
    NoSideLine,
    /// A line for one side where both work.
    SideLineOfBoth,
    /// A side line without a place for the side.
    NoPlaceForSide,
    /// A place in braces that there is not.
    UnknownPlace {
        /// As it was written.
        found: String,
    },
    /// A place for a side anywhere but in the side line.
    PlaceElsewhere {
        /// As it was written.
        found: String,
    },

    /// A text with nothing in it.
    EmptyText,
    /// A text that is too long to be shown or said.
    LongText {
        /// Its characters.
        length: usize,
        /// The most.
        most: usize,
    },
    /// A character that cannot be seen, or that changes the direction of writing.
    HiddenCharacter {
        /// Its number.
        code: u32,
    },
    /// A day that the calendar does not have.
    BadDate {
        /// As it was written.
        found: String,
    },
    /// A level without an exercise, in an alternative.
    LevelAlone,
    /// An exercise without a level, in an alternative.
    ExerciseAlone,
    /// An alternative that skips and swaps.
    SkipAndSwap,
    /// An alternative that changes nothing.
    NoChange,

    /// A routine that takes longer than [`super::MOST_SECONDS`].
    LongRoutine {
        /// How long it takes, in minutes.
        minutes: u64,
    },
    /// A routine of more than [`super::MOST_ITEMS`] items.
    ManyItems {
        /// How many there are.
        count: usize,
    },
    /// A routine of more than [`super::MOST_STEPS`] steps.
    ManySteps {
        /// How many there are.
        count: u64,
    },
}

/// The kinds of amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AmountKind {
    /// A position held.
    Hold,
    /// Repetitions.
    Reps,
    /// Steps.
    Steps,
    /// Reaches.
    Reaches,
    /// Something done for a time.
    Drill,
}

impl AmountKind {
    /// Whether a set of this kind makes no sense for an exercise of the other; a strength exercise may
    /// be held, and a stretch done in repetitions.
    pub(super) fn is_other_than(self, expected: Self) -> bool {
        let swaps = |it| matches!(it, Self::Hold | Self::Reps);
        self != expected && !(swaps(self) && swaps(expected))
    }
}

impl From<crate::library::Amount> for AmountKind {
    fn from(amount: crate::library::Amount) -> Self {
        use crate::library::Amount;
        match amount {
            Amount::Hold(_) => Self::Hold,
            Amount::Reps(_) => Self::Reps,
            Amount::Steps(_) => Self::Steps,
            Amount::Reaches(_) => Self::Reaches,
            Amount::Drill(_) => Self::Drill,
        }
    }
}

//! What a person can do with a routine, as values.

use crate::library::{Day, Id, ItemSides, Order, Priority, RoutineKind};
use crate::units::{Phase, Side, Tempo};

/// An item by its block and its place in it, both from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ItemAt {
    /// The block.
    pub block: usize,
    /// The place in the block; the number of items for the place behind the last.
    pub item: usize,
}

impl ItemAt {
    /// An item by its block and its place in it.
    pub const fn new(block: usize, item: usize) -> Self {
        Self { block, item }
    }
}

/// One thing that a person does.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// An exercise is put before this place.
    Add {
        /// Where.
        at: ItemAt,
        /// The exercise.
        exercise: Id,
        /// Its level.
        level: u8,
    },
    /// Items are put before this place, in their order.
    Move {
        /// Which.
        items: Vec<ItemAt>,
        /// Where.
        to: ItemAt,
    },
    /// Items are written once more, each behind itself.
    Duplicate(Vec<ItemAt>),
    /// Items as text are put before this place.
    Paste {
        /// Where.
        to: ItemAt,
        /// As [`super::Draft::copied`] wrote them, or as a person did.
        text: String,
    },
    /// Items go.
    Delete(Vec<ItemAt>),
    /// A value of every one of these items is another.
    Items {
        /// Which.
        at: Vec<ItemAt>,
        /// What.
        change: ItemChange,
    },
    /// A block is put before the one of this index.
    AddBlock {
        /// Where.
        at: usize,
        /// Its title.
        title: String,
    },
    /// A block goes with all its items.
    DeleteBlock(usize),
    /// A block is put before another.
    MoveBlock {
        /// Which.
        from: usize,
        /// Before which.
        to: usize,
    },
    /// A value of a block is another.
    Block {
        /// Which.
        block: usize,
        /// What.
        change: BlockChange,
    },
    /// A value of the routine is another.
    Whole(Whole),
    /// The text is another: written by hand.
    Text(String),
}

/// A value that is changed, or taken out so that the usual one holds.
pub type Change<T> = Option<T>;

/// A value of an item.
#[derive(Debug, Clone, PartialEq)]
pub enum ItemChange {
    /// The level.
    Level(u32),
    /// The sets of a side.
    Sets(Change<u32>),
    /// How much a set asks for.
    Amount(Change<AmountChange>),
    /// The length of one phase of a repetition.
    Phase(PhaseChange),
    /// The level's own tempo again.
    UsualTempo,
    /// Whether the person sets the pace.
    OwnPace(bool),
    /// Seconds of rest between sets.
    Rest(Change<u32>),
    /// Which sides.
    Sides(Change<ItemSides>),
    /// The side that comes first.
    First(Change<Side>),
    /// One more set on a side.
    ExtraSet(Change<Side>),
    /// What to keep when time is short.
    Priority(Priority),
    /// A note.
    Note(Change<String>),
    /// The words of a cue; the one behind the last is new.
    Cue {
        /// Its place among the item's own.
        index: usize,
        /// The whole sentence.
        words: String,
    },
    /// Who said a cue.
    CueBy {
        /// Its place among the item's own.
        index: usize,
        /// The name.
        by: Change<String>,
    },
    /// A cue goes.
    NoCue(usize),
}

/// How much: of which kind, from, and to where a range is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AmountChange {
    /// `hold`, `reps`, `steps`, `reaches`, `drill`.
    pub kind: &'static str,
    /// Seconds or times.
    pub low: u32,
    /// The high end of a range.
    pub high: Option<u32>,
}

/// The length of one phase.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PhaseChange {
    /// The tempo as it is now.
    pub tempo: Tempo,
    /// Which.
    pub phase: Phase,
    /// In seconds.
    pub seconds: f64,
}

/// A value of a block.
#[derive(Debug, Clone, PartialEq)]
pub enum BlockChange {
    /// The title.
    Title(String),
    /// How often it is done.
    Rounds(u32),
    /// How its sets follow each other.
    Order(Order),
    /// All items left, then all right.
    EachBlock(bool),
}

/// A value of the whole routine.
#[derive(Debug, Clone, PartialEq)]
pub enum Whole {
    /// Its name; the short one follows.
    Name(String),
    /// What it is for.
    Kind(RoutineKind),
    /// A sentence about it.
    About(String),
    /// Who prescribed it; nobody.
    By(Change<String>),
    /// When, `YYYY-MM-DD`.
    Date(Change<String>),
    /// How often.
    Often(Often),
}

/// How often a routine is prescribed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Often {
    /// So many times a day.
    Day(Change<u32>),
    /// So many times a week.
    Week(Change<u32>),
    /// On these days.
    Days(Vec<Day>),
}

//! What a person asks of the list of routines and of the editor.

use super::{ClashChoice, Pane};
use crate::editing::{Command, ItemAt};
use crate::library::Id;

/// What a person does with the list of routines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RoutinesMessage {
    /// A new routine.
    New,
    /// A copy of this one, to be changed.
    Duplicate(Id),
    /// Change this one.
    Edit(Id),
    /// This one goes; it can be brought back.
    Delete(Id),
    /// Bring the one back that was deleted last.
    Undelete,
}

/// What a person does in the editor.
#[derive(Debug, Clone, PartialEq)]
pub enum EditorMessage {
    /// A change of the routine.
    Do(Command),
    /// Take the last change back.
    Undo,
    /// Make the change again that was taken back.
    Redo,
    /// What is written next is a change of its own: the field was left.
    Part,
    /// An item is picked.
    Pick(ItemAt, Pick),
    /// A block is picked.
    PickBlock(usize),
    /// Every item is picked.
    PickAll,
    /// The cursor goes on by so many items.
    Step {
        /// 1 or -1.
        by: i32,
        /// Whether everything on the way is picked.
        extend: bool,
    },
    /// Something else stands beside the routine.
    Show(Pane),
    /// The search as it now reads.
    Search(String),
    /// This exercise is put behind what is picked.
    Add(Id),
    /// A new exercise of the person's own is written, to be put into the routine.
    NewExercise,
    /// What is picked moves by a place, also into the block before or behind.
    MoveBy(i32),
    /// What is picked is there twice.
    Duplicate,
    /// What is picked goes.
    Delete,
    /// What is picked is kept to be put in elsewhere.
    Copy,
    /// The same, and it goes.
    Cut,
    /// What was copied, or this text, is put behind what is picked.
    Paste(Option<String>),
    /// Look at both versions of a routine that was changed elsewhere too, or no longer.
    Compare(bool),
    /// Which of them stays.
    Clash(ClashChoice),
    /// Start the routine, from an item if one is named.
    Start(Option<ItemAt>),
    /// To the list of routines.
    Back,
}

/// How an item is picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// It alone.
    Only,
    /// It too, or no longer.
    Toggle,
    /// Everything from the one picked before to it.
    To,
}

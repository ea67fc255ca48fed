//! What a person asks of the exercises of their own.

use glam::Vec3;

use super::{Choosing, OwnPane};
use crate::coach::ClashChoice;
use crate::editing::ExerciseCommand;
use crate::figure::{Channel, Handle, View};
use crate::library::Id;

/// What a person does with an exercise of their own.
#[derive(Debug, Clone, PartialEq)]
pub enum OwnMessage {
    /// A new exercise, for this routine if it was asked for there.
    New(Option<Id>),
    /// Change this one; one that came with the program becomes the person's own under the same id.
    Edit(Id),
    /// A copy of this one, to be changed.
    Copy(Id),
    /// This one goes; it can be brought back. Where routines need it, it is asked first.
    Delete(Id),
    /// It goes although routines need it.
    DeleteAll,
    /// It stays.
    Keep,
    /// Look at both versions of an exercise that was changed elsewhere too, or no longer.
    Compare(bool),
    /// Which of them stays.
    Clash(ClashChoice),
    /// The level that was asked about goes although routines need it.
    DropAnyway,
    /// It stays.
    KeepLevel,
    /// A change of the exercise.
    Do(ExerciseCommand),
    /// Take the last change back.
    Undo,
    /// Make the change again that was taken back.
    Redo,
    /// What is written or turned next is a change of its own: the field was left.
    Part,
    /// This level is shown.
    Level(usize),
    /// Something else is shown of it.
    Show(OwnPane),
    /// This pose of its movement is under the hand.
    Stop(usize),
    /// Something is to be chosen from a list.
    Choose(Choosing),
    /// The search in that list.
    Search(String),
    /// This part is the one that keys move.
    Take(Handle),
    /// A part is dragged to a place.
    Drag(Handle, Vec3),
    /// It is let go.
    Drop,
    /// A part is moved by so much.
    Nudge(Handle, Vec3),
    /// A joint is turned, degrees.
    Turn(Channel, f32),
    /// The figure is looked at from elsewhere.
    Look(View),
    /// The exercise goes into a routine of the person's, or into a new one.
    Use(Option<Id>),
    /// Back to where the person came from.
    Back,
}

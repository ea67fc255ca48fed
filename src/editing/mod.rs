//! Writing a routine or an exercise: the document is the text of its file, each edit a change of that
//! text.
//!
//! [`Draft`] holds the text, what stands in it and what is wrong with it; [`Command`] is one thing that
//! a person does. A command replaces single values and leaves every other byte as it is, so that a
//! person's comments, order and layout survive; each can be taken back to the first byte.
//!
//! **Invariant:** whatever text and whatever command, there is a draft afterwards, with its problems as
//! values; a command that the text cannot take changes nothing.

mod carry;
mod change;
mod command;
mod draft;
mod exercise;
mod fresh;
mod history;
mod path;

pub use command::{
    AmountChange, BlockChange, Change, Command, ItemAt, ItemChange, Often, PhaseChange, Whole,
};
pub use draft::{BlockView, Draft, ItemView};
pub use exercise::{
    Around, By, ExerciseCommand, ExerciseDraft, FigureChange, FreshExercise, LevelChange, Stop,
    Touch, Way, Wrong, exercise, exercise_apart, exercise_copy,
};
pub use fresh::{Fresh, copy, free_id, routine};

/// The most characters of a short name.
const SHORT: usize = 40;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;

//! Undo and redo without end: each step is the stretch of text that was replaced.

use super::command::{Command, ItemAt, ItemChange};

/// A stretch of text that was replaced by another.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Step {
    start: usize,
    before: String,
    after: String,
    /// What was being written; a further letter of the same belongs to the same step.
    writing: Option<Writing>,
}

/// A text that is written letter by letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Writing {
    /// The file as a whole.
    File,
    /// A value of the routine; which, by its variant.
    Whole(std::mem::Discriminant<super::Whole>),
    /// The title of a block.
    Title(usize),
    /// A text of items.
    Item(Vec<ItemAt>, std::mem::Discriminant<ItemChange>, usize),
}

impl Writing {
    /// What a command writes, if it writes letter by letter.
    pub(super) fn of(command: &Command) -> Option<Self> {
        use super::{BlockChange, Whole};
        use std::mem::discriminant;

        match command {
            Command::Text(_) => Some(Self::File),
            Command::Whole(
                it @ (Whole::Name(_) | Whole::About(_) | Whole::By(_) | Whole::Date(_)),
            ) => Some(Self::Whole(discriminant(it))),
            Command::Block { block, change: BlockChange::Title(_) } => Some(Self::Title(*block)),
            Command::Items { at, change } => {
                let index = letters(change)?;
                Some(Self::Item(at.clone(), discriminant(change), index))
            }
            Command::Add { .. }
            | Command::Move { .. }
            | Command::Duplicate(_)
            | Command::Paste { .. }
            | Command::Delete(_)
            | Command::AddBlock { .. }
            | Command::DeleteBlock(_)
            | Command::MoveBlock { .. }
            | Command::Block { .. }
            | Command::Whole(_) => None,
        }
    }
}

/// The place of a text of an item among those of its kind, if the change writes one.
const fn letters(change: &ItemChange) -> Option<usize> {
    match change {
        ItemChange::Note(_) => Some(0),
        ItemChange::Cue { index, .. } | ItemChange::CueBy { index, .. } => Some(*index),
        ItemChange::Level(_)
        | ItemChange::Sets(_)
        | ItemChange::Amount(_)
        | ItemChange::Phase(_)
        | ItemChange::UsualTempo
        | ItemChange::OwnPace(_)
        | ItemChange::Rest(_)
        | ItemChange::Sides(_)
        | ItemChange::First(_)
        | ItemChange::ExtraSet(_)
        | ItemChange::Priority(_)
        | ItemChange::NoCue(_) => None,
    }
}

/// What was done, and what was taken back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    pub(super) fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    pub(super) fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// What is written next begins a step of its own.
    pub(super) fn part(&mut self) {
        if let Some(it) = self.done.last_mut() {
            it.writing = None;
        }
    }

    /// Notes that one text became another.
    pub(super) fn note(&mut self, before: &str, after: &str, writing: Option<Writing>) {
        let start = common_start(before, after);
        let end = common_end(before.get(start..), after.get(start..));
        let middle = |it: &str| it.get(start..it.len() - end).unwrap_or_default().to_owned();
        let step = Step { start, before: middle(before), after: middle(after), writing };
        self.undone.clear();
        match self.done.last_mut() {
            Some(last) if goes_on(last, &step) => {
                // The stretch that both have changed, as it was before and as it is now.
                *last = joined(last, &step);
            }
            _ => self.done.push(step),
        }
    }

    /// The text before the last step.
    pub(super) fn undo(&mut self, text: &str) -> Option<String> {
        let step = self.done.pop()?;
        let result = replaced(text, step.start, &step.after, &step.before);
        self.undone.push(step);
        result
    }

    /// The text after the step that was taken back last.
    pub(super) fn redo(&mut self, text: &str) -> Option<String> {
        let step = self.undone.pop()?;
        let result = replaced(text, step.start, &step.before, &step.after);
        self.done.push(Step { writing: None, ..step.clone() });
        result
    }
}

/// Whether a step is a further letter of the one before it.
fn goes_on(last: &Step, step: &Step) -> bool {
    let same = last.writing.is_some() && last.writing == step.writing;
    let near = last.start <= step.start && step.start <= last.start + last.after.len();
    let within = step.start + step.before.len() <= last.start + last.after.len();
    let is_line = step.writing == Some(Writing::File) && step.after.contains('\n');
    same && near && within && !is_line
}

fn joined(last: &Step, step: &Step) -> Step {
    let mut after = last.after.clone();
    let from = step.start - last.start;
    after.replace_range(from..from + step.before.len(), &step.after);
    Step { after, ..last.clone() }
}

fn replaced(text: &str, start: usize, what: &str, with: &str) -> Option<String> {
    let (head, tail) = (text.get(..start)?, text.get(start + what.len()..)?);
    Some([head, with, tail].concat())
}

fn common_start(one: &str, other: &str) -> usize {
    let same = one.bytes().zip(other.bytes()).take_while(|it| it.0 == it.1).count();
    one.floor_char_boundary(same).min(other.floor_char_boundary(same))
}

fn common_end(one: Option<&str>, other: Option<&str>) -> usize {
    let (one, other) = (one.unwrap_or_default(), other.unwrap_or_default());
    let same = one.bytes().rev().zip(other.bytes().rev()).take_while(|it| it.0 == it.1).count();
    // A character that both end with in part is none that they share.
    let cut = |it: &str| it.len() - it.ceil_char_boundary(it.len() - same);
    cut(one).min(cut(other))
}

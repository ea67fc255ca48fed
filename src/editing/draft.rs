//! A routine while it is written: its text, what stands in it, what is wrong with it, how long it takes.

use std::time::Duration;

use super::carry;
use super::command::{Command, ItemAt};
use super::history::{History, Writing};
use crate::library::source;
use crate::library::{Checked, Checker, Id, Item, Library};
use crate::ron::{Document, Span};
use crate::session::{Missing, Plan};

/// A routine while it is written.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    id: Id,
    document: Document,
    checked: Checked,
    plan: Option<Plan>,
    blocks: Vec<BlockView>,
    history: History,
}

/// A block as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct BlockView {
    /// What is written.
    pub source: source::Block,
    /// Its items.
    pub items: Vec<ItemView>,
    /// How long it takes, as far as it can be used.
    pub length: Duration,
    /// Indices of the problems that lie in it and in none of its items.
    pub problems: Vec<usize>,
}

/// An item as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemView {
    /// What is written.
    pub source: source::Item,
    /// What it means, when it can be used.
    pub usable: Option<Item>,
    /// How long it takes, its gaps included.
    pub length: Duration,
    /// The step of the plan with which it begins.
    pub first_step: Option<usize>,
    /// Indices of its problems.
    pub problems: Vec<usize>,
}

impl Draft {
    /// A draft of the routine of this id with this text.
    pub fn new(id: &str, text: &str, checker: &Checker, library: &Library) -> Self {
        let mut draft = Self {
            id: id.to_owned(),
            document: Document::written(text),
            checked: Checked::default(),
            plan: None,
            blocks: Vec::new(),
            history: History::default(),
        };
        draft.check(checker, library);
        draft
    }

    /// Its text.
    pub fn text(&self) -> &str {
        self.document.text()
    }

    /// The text with its values and their places.
    pub const fn document(&self) -> &Document {
        &self.document
    }

    /// What stands in it and what is wrong with it.
    pub const fn checked(&self) -> &Checked {
        &self.checked
    }

    /// Its blocks.
    pub fn blocks(&self) -> &[BlockView] {
        &self.blocks
    }

    /// The item at a place.
    pub fn item(&self, at: ItemAt) -> Option<&ItemView> {
        self.blocks.get(at.block)?.items.get(at.item)
    }

    /// The places of all items, in order.
    pub fn places(&self) -> impl Iterator<Item = ItemAt> + '_ {
        let blocks = self.blocks.iter().enumerate();
        blocks.flat_map(|(block, it)| (0..it.items.len()).map(move |item| ItemAt { block, item }))
    }

    /// Indices of the problems that lie in no block.
    pub fn loose_problems(&self) -> Vec<usize> {
        let taken = |span: Span| self.blocks.iter().any(|it| holds(it.source.span, span));
        let all = self.checked.problems.iter().enumerate();
        all.filter(|it| !taken(it.1.0)).map(|it| it.0).collect()
    }

    /// The timetable of what can be used of it; nothing when nothing can.
    pub const fn plan(&self) -> Option<&Plan> {
        self.plan.as_ref()
    }

    /// How long all of it takes that can be used.
    pub fn length(&self) -> Duration {
        self.plan.as_ref().map(Plan::length).unwrap_or_default()
    }

    /// Whether a step can be taken back.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether a step that was taken back can be done again.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// Does what a person wants; whether anything has changed. What the text cannot take changes
    /// nothing.
    pub fn apply(&mut self, command: &Command, checker: &Checker, library: &Library) -> bool {
        let Some(text) = carry::out(&self.document, &self.checked, command) else { return false };
        if text == self.text() {
            return false;
        }
        self.history.note(self.document.text(), &text, Writing::of(command));
        self.put(&text, checker, library);
        true
    }

    /// The text is another, written elsewhere: a step of its own, which can be taken back.
    pub fn adopt(&mut self, text: &str, checker: &Checker, library: &Library) {
        if text != self.text() {
            self.history.part();
            self.history.note(self.document.text(), text, None);
            self.put(text, checker, library);
        }
    }

    /// What is written next is a step of its own.
    pub fn part(&mut self) {
        self.history.part();
    }

    /// Takes the last step back; whether there was one.
    pub fn undo(&mut self, checker: &Checker, library: &Library) -> bool {
        let text = self.history.undo(self.document.text());
        self.turn(text, checker, library)
    }

    /// Does the step again that was taken back last; whether there was one.
    pub fn redo(&mut self, checker: &Checker, library: &Library) -> bool {
        let text = self.history.redo(self.document.text());
        self.turn(text, checker, library)
    }

    /// Items as text, one behind the other, as they stand in the file.
    pub fn copied(&self, items: &[ItemAt]) -> String {
        let written = items.iter().filter_map(|it| {
            let span = self.item(*it)?.source.span;
            self.text().get(span.start..span.end)
        });
        written.collect::<Vec<_>>().join(",\n")
    }

    /// Checks everything again, because what it refers to has changed.
    pub fn check(&mut self, checker: &Checker, library: &Library) {
        self.checked = checker.routine(&self.document, &self.id);
        self.plan = Plan::new(&self.checked.usable(&self.id), library, Missing::default()).ok();
        self.blocks = blocks(&self.checked, self.plan.as_ref());
    }

    fn turn(&mut self, text: Option<String>, checker: &Checker, library: &Library) -> bool {
        let turned = text.is_some();
        if let Some(text) = text {
            self.put(&text, checker, library);
        }
        turned
    }

    fn put(&mut self, text: &str, checker: &Checker, library: &Library) {
        self.document = Document::written(text);
        self.check(checker, library);
    }
}

pub(super) fn holds(outer: Span, inner: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// The blocks with what is known of their items. The plan's entries are the usable items in order.
fn blocks(checked: &Checked, plan: Option<&Plan>) -> Vec<BlockView> {
    let Some(source) = &checked.source else { return Vec::new() };
    let times = plan.map(entry_times).unwrap_or_default();
    let mut times = times.into_iter();
    let no_time = (Duration::ZERO, None);
    let blocks = source.blocks.iter().zip(&checked.parts).map(|(block, parts)| {
        let items = block.items.iter().zip(parts).map(|(source, usable)| {
            let (length, first_step) =
                usable.as_ref().and_then(|_| times.next()).unwrap_or(no_time);
            let problems = problems_in(checked, source.span).collect();
            ItemView {
                source: source.clone(),
                usable: usable.clone(),
                length,
                first_step,
                problems,
            }
        });
        let items: Vec<_> = items.collect();
        let own = |at: &usize| !items.iter().any(|it| it.problems.contains(at));
        let problems = problems_in(checked, block.span).filter(own).collect();
        let length = items.iter().map(|it| it.length).sum();
        BlockView { source: block.clone(), items, length, problems }
    });
    blocks.collect()
}

/// How long each entry of a plan takes, and its first step.
fn entry_times(plan: &Plan) -> Vec<(Duration, Option<usize>)> {
    let mut times = vec![(Duration::ZERO, None); plan.entries.len()];
    for (at, step) in plan.steps.iter().enumerate() {
        if let Some((length, first)) = times.get_mut(step.entry) {
            *length += step.length;
            first.get_or_insert(at);
        }
    }
    times
}

fn problems_in(checked: &Checked, span: Span) -> impl Iterator<Item = usize> + '_ {
    let all = checked.problems.iter().enumerate();
    all.filter(move |it| holds(span, it.1.0)).map(|it| it.0)
}

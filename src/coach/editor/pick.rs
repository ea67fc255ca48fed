//! What is picked in the editor, and what is picked after a change.

use super::messages::Pick;
use super::{Editor, Pane, Sources, USUAL_LEVEL};
use crate::editing::{Command, ItemAt};
use crate::units::Now;

impl Editor {
    /// What is picked, in order.
    pub fn picks(&self) -> Vec<ItemAt> {
        self.picked.iter().copied().collect()
    }

    /// The place behind what is picked, where something new is put.
    pub fn gap(&self) -> ItemAt {
        if let Some(it) = self.picked.last() {
            return ItemAt::new(it.block, it.item + 1);
        }
        let block = self.cursor.block;
        let items = self.draft.blocks().get(block).map_or(0, |it| it.items.len());
        ItemAt::new(block, items)
    }

    pub(super) fn pick(&mut self, at: ItemAt, how: Pick) {
        if self.draft.item(at).is_none() {
            return;
        }
        self.draft.part();
        self.on_block = false;
        match how {
            Pick::Only => self.only(at),
            Pick::Toggle => {
                if !self.picked.remove(&at) {
                    self.picked.insert(at);
                }
                (self.cursor, self.anchor) = (at, at);
            }
            Pick::To => self.pick_to(at),
        }
        if self.pane == Pane::Whole {
            self.pane = Pane::Picked;
        }
    }

    /// This one alone; where there is none, nothing.
    fn only(&mut self, at: ItemAt) {
        (self.cursor, self.anchor, self.on_block) = (at, at, false);
        self.picked.clear();
        if self.draft.item(at).is_some() {
            self.picked.insert(at);
        }
    }

    fn pick_to(&mut self, at: ItemAt) {
        let (low, high) = (self.anchor.min(at), self.anchor.max(at));
        self.picked = self.draft.places().filter(|it| (low..=high).contains(it)).collect();
        self.cursor = at;
    }

    pub(super) fn pick_block(&mut self, block: usize) {
        if block < self.draft.blocks().len() {
            self.draft.part();
            self.only(ItemAt::new(block, usize::MAX));
            self.on_block = true;
            self.pane = Pane::Picked;
        }
    }

    pub(super) fn pick_all(&mut self) {
        self.picked = self.draft.places().collect();
        self.on_block = false;
    }

    pub(super) fn step(&mut self, by: i32, extend: bool) {
        let places: Vec<_> = self.draft.places().collect();
        let here = places.partition_point(|it| *it < self.cursor);
        let is_on = places.get(here) == Some(&self.cursor);
        let last = places.len().saturating_sub(1);
        let next = if by < 0 || is_on { here.saturating_add_signed(by as isize) } else { here };
        let Some(at) = places.get(next.min(last)) else { return };
        self.pick(*at, if extend { Pick::To } else { Pick::Only });
    }

    /// Moves what is picked by a place, over the edge of a block into the next one.
    pub(super) fn move_by(&self, by: i32) -> Option<Command> {
        let items = self.picks();
        let (first, last) = (*items.first()?, *items.last()?);
        let blocks = self.draft.blocks();
        let to = if by < 0 {
            if let Some(item) = first.item.checked_sub(1) {
                ItemAt::new(first.block, item)
            } else {
                let before = first.block.checked_sub(1)?;
                ItemAt::new(before, blocks.get(before)?.items.len())
            }
        } else if last.item + 1 < blocks.get(last.block)?.items.len() {
            ItemAt::new(last.block, last.item + 2)
        } else {
            blocks.get(last.block + 1)?;
            ItemAt::new(last.block + 1, 0)
        };
        Some(Command::Move { items, to })
    }

    pub(super) fn add(&mut self, id: &str, sources: &Sources, now: &Now) {
        let Some(exercise) = sources.library.exercise(id) else { return };
        let numbers = exercise.levels.iter().map(|it| it.number);
        let level = numbers.min_by_key(|it| (it.abs_diff(USUAL_LEVEL), *it));
        let Some(level) = level else { return };
        if self.draft.blocks().is_empty() {
            let title = exercise.name.short.clone();
            self.apply(&Command::AddBlock { at: 0, title }, sources, now);
        }
        let exercise = exercise.id.clone();
        self.apply(&Command::Add { at: self.gap(), exercise, level }, sources, now);
        if !self.query.is_empty() {
            self.query.clear();
            self.search(&sources.library);
        }
    }

    /// Picks what a change has put in or moved. `before` is how many items there were.
    pub(super) fn follow(&mut self, command: &Command, before: usize) {
        match command {
            Command::Add { at, .. } => self.only(*at),
            Command::Paste { to, .. } => {
                let came = self.draft.places().count().saturating_sub(before);
                self.pick_run(*to, came);
            }
            Command::Move { items, to } => {
                let gone = items.iter().filter(|it| it.block == to.block && it.item < to.item);
                let first = ItemAt::new(to.block, to.item - gone.count());
                self.pick_run(first, items.len());
            }
            Command::Duplicate(items) => {
                let copy = |(at, it): (usize, &ItemAt)| {
                    let earlier = items.iter().take(at).filter(|other| other.block == it.block);
                    ItemAt::new(it.block, it.item + earlier.count() + 1)
                };
                self.picked = items.iter().enumerate().map(copy).collect();
                self.cursor = self.picked.last().copied().unwrap_or_default();
                self.anchor = self.cursor;
            }
            Command::Delete(items) => {
                let first = items.first().copied().unwrap_or_default();
                let left = self.draft.blocks().get(first.block).map_or(0, |it| it.items.len());
                self.only(ItemAt::new(first.block, first.item.min(left.saturating_sub(1))));
            }
            Command::AddBlock { at, .. } => self.pick_block(*at),
            Command::MoveBlock { from, to } => {
                self.pick_block(if from < to { to - 1 } else { *to });
            }
            Command::DeleteBlock(_)
            | Command::Text(_)
            | Command::Items { .. }
            | Command::Block { .. }
            | Command::Whole(_) => self.clamp(),
        }
    }

    fn pick_run(&mut self, first: ItemAt, count: usize) {
        let run = |it: usize| ItemAt::new(first.block, first.item + it);
        self.picked = (0..count).map(run).collect();
        self.cursor = run(count.saturating_sub(1));
        (self.anchor, self.on_block) = (first, false);
    }

    /// What is no longer there is no longer picked.
    pub(super) fn clamp(&mut self) {
        let places: Vec<_> = self.draft.places().collect();
        self.picked.retain(|it| places.contains(it));
        if self.on_block && self.cursor.block < self.draft.blocks().len() {
            return;
        }
        self.on_block = false;
        if !places.contains(&self.cursor) {
            let behind = places.partition_point(|it| *it < self.cursor).saturating_sub(1);
            let at = places.get(behind).copied().unwrap_or_default();
            self.only(at);
        }
    }
}

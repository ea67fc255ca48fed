//! Carrying a command out: from one text to the next.
//!
//! A command of several steps reads the text anew after each, so that every place is one of the text
//! as it then stands.

use super::change;
use super::command::{Command, ItemAt, Whole};
use super::fresh::short;
use crate::library::source;
use crate::library::{Checked, RoutineKind};
use crate::ron::splice::{self, Edit};
use crate::ron::{Document, MOST_BYTES, Node, Severity, Span};

/// The text after a command; nothing when the text cannot take it, or would be harder to read.
pub(super) fn out(document: &Document, checked: &Checked, command: &Command) -> Option<String> {
    if let Command::Text(text) = command {
        // A longer one could not be read again.
        return (text.len() <= MOST_BYTES).then(|| text.clone());
    }
    let newer = checked.source.as_ref().and_then(|it| it.schema);
    if newer.is_some_and(|it| it.value > source::SCHEMA) {
        return None;
    }
    let mut sheet = Sheet::new(document.clone());
    carry(&mut sheet, command)?;
    let unread =
        |it: &Document| it.found().iter().filter(|it| it.severity == Severity::Error).count();
    (unread(&sheet.document) <= unread(document)).then(|| sheet.document.text().to_owned())
}

fn carry(sheet: &mut Sheet, command: &Command) -> Option<()> {
    match command {
        Command::Add { at, exercise, level } => {
            let item = format!("(exercise: {}, level: {level})", splice::quoted(exercise));
            sheet.insert(*at, &item)
        }
        Command::Move { items, to } => move_items(sheet, items, *to),
        Command::Duplicate(items) => {
            sorted(items).into_iter().rev().try_for_each(|at| sheet.duplicate(at))
        }
        Command::Paste { to, text } => paste(sheet, *to, text),
        Command::Delete(items) => sorted(items).into_iter().rev().try_for_each(|at| {
            let (list, index) = sheet.item(at)?;
            let edits = splice::remove(sheet.text(), list, index)?;
            sheet.put(edits)
        }),
        Command::Items { at, change } => at.iter().try_for_each(|at| {
            let (list, index) = sheet.item(*at)?;
            let item = splice::elements(list)?.get(index)?;
            let edits = change::item(sheet.text(), item, change)?;
            sheet.put(edits)
        }),
        Command::AddBlock { at, title } => sheet.add_block(*at, title),
        Command::DeleteBlock(block) => {
            let (list, index) = sheet.block(*block)?;
            let edits = splice::remove(sheet.text(), list, index)?;
            sheet.put(edits)
        }
        Command::MoveBlock { from, to } => {
            let (list, index) = sheet.block(*from)?;
            let to = sheet.block(*to).map_or(splice::elements(list)?.len(), |it| it.1);
            let edits = splice::shift(sheet.text(), (list, index), (list, to))?;
            sheet.put(edits)
        }
        Command::Block { block, change } => {
            let (list, index) = sheet.block(*block)?;
            let edits = change::block(sheet.text(), splice::elements(list)?.get(index)?, change)?;
            sheet.put(edits)
        }
        Command::Whole(change) => whole(sheet, change),
        Command::Text(_) => None,
    }
}

/// Items in their order, each once.
fn sorted(items: &[ItemAt]) -> Vec<ItemAt> {
    let mut items = items.to_vec();
    items.sort_unstable();
    items.dedup();
    items
}

/// Moves items one after the other, each before the same one that stays, or behind the last.
fn move_items(sheet: &mut Sheet, items: &[ItemAt], to: ItemAt) -> Option<()> {
    let items = sorted(items);
    let mut order: Vec<Vec<ItemAt>> = Vec::new();
    for (block, it) in sheet.source.as_ref()?.blocks.iter().enumerate() {
        order.push((0..it.items.len()).map(|item| ItemAt { block, item }).collect());
    }
    let stays = |it: &&ItemAt| !items.contains(it);
    let anchor = order.get(to.block)?.iter().skip(to.item).find(stays).copied();
    for item in &items {
        let from = place_of(&order, *item)?;
        let end = ItemAt::new(to.block, order.get(to.block)?.len());
        let before = anchor.map_or(Some(end), |it| place_of(&order, it))?;
        sheet.shift(from, before)?;
        let moved = order.get_mut(from.block)?.remove(from.item);
        let end = ItemAt::new(to.block, order.get(to.block)?.len());
        let before = anchor.map_or(Some(end), |it| place_of(&order, it))?;
        order.get_mut(before.block)?.insert(before.item, moved);
    }
    Some(())
}

/// Where an item stands by now.
fn place_of(order: &[Vec<ItemAt>], item: ItemAt) -> Option<ItemAt> {
    let mut blocks = order.iter().enumerate();
    blocks.find_map(|(block, items)| {
        let item = items.iter().position(|it| *it == item)?;
        Some(ItemAt { block, item })
    })
}

fn paste(sheet: &mut Sheet, to: ItemAt, text: &str) -> Option<()> {
    let list = format!("[{text}\n]");
    let pasted = Document::read(list.as_bytes());
    let items = splice::elements(pasted.root()?)?;
    let is_item = |it: &Node| splice::find(it, "exercise").is_some();
    if items.is_empty() || !items.iter().all(is_item) {
        return None;
    }
    items.iter().enumerate().try_for_each(|(at, it)| {
        let item = pasted.text().get(it.span.start..it.span.end)?;
        sheet.insert(ItemAt::new(to.block, to.item + at), item)
    })
}

fn whole(sheet: &mut Sheet, change: &Whole) -> Option<()> {
    match change {
        Whole::Name(name) => {
            let named = [("long", name.clone()), ("short", short(name))];
            let is_there = splice::find(sheet.document.root()?, "name").is_some();
            if !is_there {
                sheet.set_root("name", "()")?;
            }
            named.iter().try_for_each(|(field, words)| {
                sheet.set_inside("name", field, Some(&splice::quoted(words)))
            })
        }
        Whole::Kind(kind) => sheet.set_root("kind", kind_word(*kind)),
        Whole::About(words) => sheet.set_root("about", &splice::quoted(words)),
        Whole::By(None) => {
            let edits = splice::remove_field(sheet.text(), sheet.document.root()?, "prescribed")?;
            sheet.put(edits)
        }
        Whole::By(Some(by)) => {
            if splice::find(sheet.document.root()?, "prescribed").is_none() {
                sheet.set_root("prescribed", &format!("(by: {})", splice::quoted(by)))
            } else {
                sheet.set_inside("prescribed", "by", Some(&splice::quoted(by)))
            }
        }
        Whole::Date(date) => {
            let date = date.as_deref().map(splice::quoted);
            sheet.set_inside("prescribed", "date", date.as_deref())
        }
        Whole::Often(often) => change::often(often)
            .into_iter()
            .try_for_each(|(field, value)| sheet.set_inside("prescribed", field, value.as_deref())),
    }
}

const fn kind_word(kind: RoutineKind) -> &'static str {
    match kind {
        RoutineKind::Session => "session",
        RoutineKind::WarmUp => "warm_up",
        RoutineKind::CoolDown => "cool_down",
        RoutineKind::Break => "break",
        RoutineKind::Try => "try",
    }
}

/// A text on its way to the next.
struct Sheet {
    document: Document,
    source: Option<source::Routine>,
}

impl Sheet {
    fn new(document: Document) -> Self {
        let source = source::Routine::read(&document).source;
        Self { document, source }
    }

    fn text(&self) -> &str {
        self.document.text()
    }

    fn put(&mut self, edits: Vec<Edit>) -> Option<()> {
        let text = splice::apply(self.text(), edits)?;
        *self = Self::new(Document::read(text.as_bytes()));
        Some(())
    }

    /// The list of the blocks, and the place of one among everything that stands in it.
    fn block(&self, block: usize) -> Option<(&Node, usize)> {
        let span = self.source.as_ref()?.blocks.get(block)?.span;
        let list = &splice::find(self.document.root()?, "blocks")?.value;
        Some((list, position(list, span)?))
    }

    /// The list of a block's items.
    fn items(&self, block: usize) -> Option<&Node> {
        let (list, index) = self.block(block)?;
        let block = splice::elements(list)?.get(index)?;
        Some(&splice::find(block, "items")?.value)
    }

    /// The list that an item stands in, and its place in it.
    fn item(&self, at: ItemAt) -> Option<(&Node, usize)> {
        let span = self.source.as_ref()?.blocks.get(at.block)?.items.get(at.item)?.span;
        let list = self.items(at.block)?;
        Some((list, position(list, span)?))
    }

    /// The list in which something is to be put before a place, and the index there.
    fn gap(&self, at: ItemAt) -> Option<(&Node, usize)> {
        if let Some(found) = self.item(at) {
            return Some(found);
        }
        let list = self.items(at.block)?;
        Some((list, splice::elements(list)?.len()))
    }

    fn insert(&mut self, at: ItemAt, item: &str) -> Option<()> {
        let (list, index) = self.gap(at)?;
        let edits = splice::insert(self.text(), list, index, item)?;
        self.put(edits)
    }

    fn duplicate(&mut self, at: ItemAt) -> Option<()> {
        let (list, index) = self.item(at)?;
        let Span { start, end } = splice::elements(list)?.get(index)?.span;
        let edits = splice::insert(self.text(), list, index + 1, self.text().get(start..end)?)?;
        self.put(edits)
    }

    fn shift(&mut self, from: ItemAt, to: ItemAt) -> Option<()> {
        let edits = splice::shift(self.text(), self.item(from)?, self.gap(to)?)?;
        self.put(edits)
    }

    fn add_block(&mut self, at: usize, title: &str) -> Option<()> {
        let list = &splice::find(self.document.root()?, "blocks")?.value;
        let nodes = splice::elements(list)?;
        let index = self.block(at).map_or(nodes.len(), |it| it.1);
        let model = nodes.first().map_or(list.span.start, |it| it.span.start);
        let deeper = if nodes.is_empty() { "    " } else { "" };
        let indent = format!("{}{deeper}", splice::indent_of(self.text(), model));
        let title = splice::quoted(title);
        let block = format!(
            "(\n{indent}    title: {title},\n{indent}    items: [\n{indent}    ],\n{indent})"
        );
        let block = if self.text().contains("\r\n") { block.replace('\n', "\r\n") } else { block };
        let edits = splice::insert(self.text(), list, index, &block)?;
        self.put(edits)
    }

    fn set_root(&mut self, field: &str, value: &str) -> Option<()> {
        let edits = splice::set_field(self.text(), self.document.root()?, field, value)?;
        self.put(edits)
    }

    /// Sets or takes out a field of a field of the routine.
    fn set_inside(&mut self, outer: &str, field: &str, value: Option<&str>) -> Option<()> {
        let holder = &splice::find(self.document.root()?, outer)?.value;
        let edits = match value {
            Some(it) => splice::set_field(self.text(), holder, field, it)?,
            None => splice::remove_field(self.text(), holder, field)?,
        };
        self.put(edits)
    }
}

fn position(list: &Node, span: Span) -> Option<usize> {
    splice::elements(list)?.iter().position(|it| it.span == span)
}

//! `routines/<id>.ron`.

use serde::Deserialize;

use super::exercise::{amounts, level_number};
use super::{Amount, Cue, MOST_A_DAY, MOST_REST, MOST_SETS, Read, Tempo, Words};
use super::{cue, read, schema, tempo, words};
use crate::library::{Day, ItemSides, Order, Priority, RoutineKind};
use crate::ron::{Document, Node, Reader, Span, Spanned};
use crate::units::Side;

/// A routine file.
#[derive(Debug, Clone, PartialEq)]
pub struct Routine {
    /// The place of the whole.
    pub span: Span,
    /// The version of the format.
    pub schema: Option<Spanned<u32>>,
    /// Its id.
    pub id: Option<Spanned<String>>,
    /// Its name.
    pub name: Option<Words>,
    /// What it is for.
    pub kind: Option<Spanned<RoutineKind>>,
    /// A sentence about it.
    pub about: Option<Spanned<String>>,
    /// Who prescribed it.
    pub prescribed: Option<Prescribed>,
    /// Its parts.
    pub blocks: Vec<Block>,
}

/// Who prescribed it and when.
#[derive(Debug, Clone, PartialEq)]
pub struct Prescribed {
    /// Their name.
    pub by: Option<Spanned<String>>,
    /// The day, `YYYY-MM-DD`.
    pub date: Option<Spanned<String>>,
    /// How often a day.
    pub a_day: Option<Spanned<u32>>,
    /// How often a week.
    pub a_week: Option<Spanned<u32>>,
    /// On which days.
    pub days: Vec<Spanned<Day>>,
}

/// A titled part.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// The place of the whole.
    pub span: Span,
    /// Its title.
    pub title: Option<Spanned<String>>,
    /// How its sets follow each other.
    pub order: Option<Spanned<Order>>,
    /// How often it is done.
    pub rounds: Option<Spanned<u32>>,
    /// All items left, then all right.
    pub sides: Option<Spanned<BlockSides>>,
    /// Its items.
    pub items: Vec<Item>,
}

/// What a block says about sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockSides {
    /// All items left, then all right.
    EachBlock,
}

/// One exercise of a routine.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The place of the whole.
    pub span: Span,
    /// The exercise.
    pub exercise: Option<Spanned<String>>,
    /// Its level.
    pub level: Option<Spanned<u32>>,
    /// Sets per side.
    pub sets: Option<Spanned<u32>>,
    /// Every amount that is given; none or one is right.
    pub amounts: Vec<Amount>,
    /// Rest between sets, in seconds.
    pub rest: Option<Spanned<f64>>,
    /// Which sides.
    pub sides: Option<Spanned<ItemSides>>,
    /// Which side comes first.
    pub first: Option<Spanned<Side>>,
    /// One more set on this side.
    pub extra_set: Option<Spanned<Side>>,
    /// The pace.
    pub tempo: Option<Tempo>,
    /// Whether the person sets the pace.
    pub own_pace: Option<Spanned<bool>>,
    /// Cues of the routine's author.
    pub cues: Vec<Cue>,
    /// A note.
    pub note: Option<Spanned<String>>,
    /// What to keep when time is short.
    pub priority: Option<Spanned<Priority>>,
}

impl Routine {
    /// Reads a routine file.
    pub fn read(document: &Document) -> Read<Self> {
        read(document, |reader, node| {
            let mut fields = reader.fields(node)?;
            let routine = Self {
                span: node.span,
                schema: fields.need(reader, "schema", schema),
                id: fields.need(reader, "id", Reader::text),
                name: fields.need(reader, "name", words),
                kind: fields.need(reader, "kind", Reader::word),
                about: fields.need(reader, "about", Reader::text),
                prescribed: fields.get(reader, "prescribed", prescribed),
                blocks: fields
                    .need(reader, "blocks", |reader, node| reader.list(node, block))
                    .unwrap_or_default(),
            };
            fields.finish(reader);
            Some(routine)
        })
    }
}

fn prescribed(reader: &mut Reader, node: &Node) -> Option<Prescribed> {
    let mut fields = reader.fields(node)?;
    let prescribed = Prescribed {
        by: fields.need(reader, "by", Reader::text),
        date: fields.get(reader, "date", Reader::text),
        a_day: fields.get(reader, "a_day", |reader, node| reader.whole(node, 1, MOST_A_DAY)),
        a_week: fields.get(reader, "a_week", |reader, node| reader.whole(node, 1, 7)),
        days: fields.list(reader, "days", Reader::word),
    };
    fields.finish(reader);
    Some(prescribed)
}

fn block(reader: &mut Reader, node: &Node) -> Option<Block> {
    let mut fields = reader.fields(node)?;
    let block = Block {
        span: node.span,
        title: fields.need(reader, "title", Reader::text),
        order: fields.get(reader, "order", Reader::word),
        rounds: fields.get(reader, "rounds", |reader, node| reader.whole(node, 1, MOST_SETS)),
        sides: fields.get(reader, "sides", Reader::word),
        items: fields
            .need(reader, "items", |reader, node| reader.list(node, item))
            .unwrap_or_default(),
    };
    fields.finish(reader);
    Some(block)
}

fn item(reader: &mut Reader, node: &Node) -> Option<Item> {
    let mut fields = reader.fields(node)?;
    let item = Item {
        span: node.span,
        exercise: fields.need(reader, "exercise", Reader::text),
        level: fields.get(reader, "level", level_number),
        sets: fields.get(reader, "sets", |reader, node| reader.whole(node, 1, MOST_SETS)),
        amounts: amounts(&mut fields, reader),
        rest: fields.get(reader, "rest", |reader, node| reader.between(node, 0, MOST_REST)),
        sides: fields.get(reader, "sides", Reader::word),
        first: fields.get(reader, "first", Reader::word),
        extra_set: fields.get(reader, "extra_set", Reader::word),
        tempo: fields.get(reader, "tempo", tempo),
        own_pace: fields.get(reader, "own_pace", Reader::truth),
        cues: fields.list(reader, "cues", cue),
        note: fields.get(reader, "note", Reader::text),
        priority: fields.get(reader, "priority", Reader::word),
    };
    fields.finish(reader);
    Some(item)
}

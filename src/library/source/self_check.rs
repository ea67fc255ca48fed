//! `checks/<id>.ron`.

use super::exercise::{StopIf, stop_if};
use super::{MOST_HOLD, Read, Words, read, schema, words};
use crate::library::{
    Asked, CheckOrder, Equipment, Gate, Helping, Lean, LevelSides, Method, Position, Screen,
};
use crate::ron::{Document, Node, Reader, Span, Spanned};

/// The most times that a part is done.
pub const MOST_TIMES: u32 = 5;

/// A check file.
#[derive(Debug, Clone, PartialEq)]
pub struct SelfCheck {
    /// The place of the whole.
    pub span: Span,
    /// The version of the format.
    pub schema: Option<Spanned<u32>>,
    /// Its id.
    pub id: Option<Spanned<String>>,
    /// Its name.
    pub name: Option<Words>,
    /// What it looks at.
    pub about: Option<Spanned<String>>,
    /// What to see to beforehand.
    pub before: Vec<Spanned<String>>,
    /// What it cannot tell.
    pub cannot_tell: Option<Spanned<String>>,
    /// When to stop.
    pub stop_if: Vec<StopIf>,
    /// Where its figures come from.
    pub sources: Vec<Spanned<String>>,
    /// What must be at hand.
    pub equipment: Vec<Spanned<Equipment>>,
    /// How it can be read.
    pub methods: Vec<Spanned<Method>>,
    /// What is asked beforehand.
    pub asks: Vec<Spanned<Asked>>,
    /// Whether somebody has to help.
    pub helper: Option<Spanned<Helping>>,
    /// What makes a reading useless.
    pub watches: Vec<Spanned<Gate>>,
    /// How one-sided parts follow each other.
    pub order: Option<Spanned<CheckOrder>>,
    /// Its parts.
    pub parts: Vec<CheckPart>,
}

/// A part.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckPart {
    /// The place of the whole.
    pub span: Span,
    /// Its id.
    pub id: Option<Spanned<String>>,
    /// Its name.
    pub name: Option<Words>,
    /// Whether it looks at one side at a time.
    pub sides: Option<Spanned<LevelSides>>,
    /// What to do for one side.
    pub side_line: Option<Words>,
    /// How the body is placed.
    pub position: Option<Spanned<Position>>,
    /// Whether the screen can be seen.
    pub screen: Option<Spanned<Screen>>,
    /// The movement that shows it.
    pub movement: Option<Spanned<String>>,
    /// How often it is done.
    pub times: Option<Spanned<u32>>,
    /// How to get into position.
    pub setup: Option<Words>,
    /// What is done.
    pub steps: Vec<CheckStep>,
    /// What is read.
    pub readings: Vec<CheckReading>,
}

/// Something done for a time.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckStep {
    /// For how long, in seconds.
    pub seconds: Option<Spanned<f64>>,
    /// What.
    pub say: Option<Words>,
    /// The movement that shows it.
    pub movement: Option<Spanned<String>>,
}

/// Something read.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckReading {
    /// The place of the whole.
    pub span: Span,
    /// The name under which it is kept.
    pub what: Option<Spanned<String>>,
    /// For each side, or for both at once.
    pub sides: Option<Spanned<LevelSides>>,
    /// The question.
    pub ask: Option<Words>,
    /// An angle, and which way.
    pub angle: Option<Spanned<Lean>>,
    /// Words to choose from.
    pub words: Option<Vec<CheckWord>>,
}

/// A word to choose.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckWord {
    /// The name under which it is kept.
    pub id: Option<Spanned<String>>,
    /// What is written on it.
    pub label: Option<Spanned<String>>,
}

impl SelfCheck {
    /// Reads a check file.
    pub fn read(document: &Document) -> Read<Self> {
        read(document, |reader, node| {
            let mut fields = reader.fields(node)?;
            let check = Self {
                span: node.span,
                schema: fields.need(reader, "schema", schema),
                id: fields.need(reader, "id", Reader::text),
                name: fields.need(reader, "name", words),
                about: fields.need(reader, "about", Reader::text),
                before: fields.list(reader, "before", Reader::text),
                cannot_tell: fields.need(reader, "cannot_tell", Reader::text),
                stop_if: fields.list(reader, "stop_if", stop_if),
                sources: fields.list(reader, "sources", Reader::text),
                equipment: fields.list(reader, "equipment", Reader::word),
                methods: fields
                    .need(reader, "methods", |reader, node| reader.list(node, Reader::word))
                    .unwrap_or_default(),
                asks: fields.list(reader, "asks", Reader::word),
                helper: fields.get(reader, "helper", Reader::word),
                watches: fields.list(reader, "watches", Reader::word),
                order: fields.get(reader, "order", Reader::word),
                parts: fields
                    .need(reader, "parts", |reader, node| reader.list(node, part))
                    .unwrap_or_default(),
            };
            fields.finish(reader);
            Some(check)
        })
    }

    /// Every movement that it names.
    pub fn movements(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.parts.iter().flat_map(|it| {
            it.movement.iter().chain(it.steps.iter().filter_map(|it| it.movement.as_ref()))
        })
    }
}

fn part(reader: &mut Reader, node: &Node) -> Option<CheckPart> {
    let mut fields = reader.fields(node)?;
    let part = CheckPart {
        span: node.span,
        id: fields.need(reader, "id", Reader::text),
        name: fields.need(reader, "name", words),
        sides: fields.need(reader, "sides", Reader::word),
        side_line: fields.get(reader, "side_line", words),
        position: fields.need(reader, "position", Reader::word),
        screen: fields.need(reader, "screen", Reader::word),
        movement: fields.get(reader, "movement", Reader::text),
        times: fields.get(reader, "times", |reader, node| reader.whole(node, 1, MOST_TIMES)),
        setup: fields.need(reader, "setup", words),
        steps: fields.list(reader, "steps", step),
        readings: fields.list(reader, "readings", reading),
    };
    fields.finish(reader);
    Some(part)
}

fn step(reader: &mut Reader, node: &Node) -> Option<CheckStep> {
    let mut fields = reader.fields(node)?;
    let step = CheckStep {
        seconds: fields.need(reader, "seconds", |reader, node| reader.between(node, 1, MOST_HOLD)),
        say: fields.need(reader, "say", words),
        movement: fields.get(reader, "movement", Reader::text),
    };
    fields.finish(reader);
    Some(step)
}

fn reading(reader: &mut Reader, node: &Node) -> Option<CheckReading> {
    let mut fields = reader.fields(node)?;
    let reading = CheckReading {
        span: node.span,
        what: fields.need(reader, "what", Reader::text),
        sides: fields.get(reader, "sides", Reader::word),
        ask: fields.need(reader, "ask", words),
        angle: fields.get(reader, "angle", Reader::word),
        words: fields.get(reader, "words", |reader, node| reader.list(node, word)),
    };
    fields.finish(reader);
    Some(reading)
}

fn word(reader: &mut Reader, node: &Node) -> Option<CheckWord> {
    let mut fields = reader.fields(node)?;
    let word = CheckWord {
        id: fields.need(reader, "id", Reader::text),
        label: fields.need(reader, "label", Reader::text),
    };
    fields.finish(reader);
    Some(word)
}

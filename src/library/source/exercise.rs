//! `exercises/<id>.ron`.

use serde::de::DeserializeOwned;

use super::{Cue, MOST_COUNT, MOST_HOLD, MOST_LEVEL, MOST_SETS, Read, Tempo, Words};
use super::{cue, read, schema, tempo, words};
use crate::library::{Block, Equipment, Group, LevelSides, Muscle, Position, Screen};
use crate::ron::{Document, Fields, Node, Reader, Span, Spanned};

/// An exercise file.
#[derive(Debug, Clone, PartialEq)]
pub struct Exercise {
    /// The place of the whole.
    pub span: Span,
    /// The version of the format.
    pub schema: Option<Spanned<u32>>,
    /// Its id.
    pub id: Option<Spanned<String>>,
    /// Its name.
    pub name: Option<Words>,
    /// The part of the programme.
    pub block: Option<Spanned<Block>>,
    /// What it works or stretches.
    pub muscles: Vec<Spanned<Muscle>>,
    /// Older ids.
    pub aliases: Vec<Spanned<String>>,
    /// Why it is in the programme.
    pub why: Option<Spanned<String>>,
    /// Where its figures come from.
    pub sources: Vec<Spanned<String>>,
    /// What others do instead.
    pub alternatives: Vec<Alternative>,
    /// Its levels.
    pub levels: Vec<Level>,
}

/// An adjustment for a group of people.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative {
    /// The place of the whole.
    pub span: Span,
    /// For whom.
    pub when: Option<Spanned<Group>>,
    /// Another exercise.
    pub exercise: Option<Spanned<String>>,
    /// Its level.
    pub level: Option<Spanned<u32>>,
    /// Nothing in its place.
    pub skip: Option<Spanned<bool>>,
    /// The longest hold, in seconds.
    pub hold_seconds: Option<Spanned<f64>>,
    /// Why.
    pub note: Option<Spanned<String>>,
}

/// A level.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// The place of the whole.
    pub span: Span,
    /// Its number.
    pub number: Option<Spanned<u32>>,
    /// What sets it apart.
    pub name: Option<Spanned<String>>,
    /// Whether one hip works at a time.
    pub sides: Option<Spanned<LevelSides>>,
    /// What to do for one side.
    pub side_line: Option<Words>,
    /// How the body is placed.
    pub position: Option<Spanned<Position>>,
    /// What must be at hand.
    pub equipment: Vec<Spanned<Equipment>>,
    /// Whether the screen can be seen.
    pub screen: Option<Spanned<Screen>>,
    /// How much.
    pub dose: Option<Dose>,
    /// The pace.
    pub tempo: Option<Tempo>,
    /// What the phases are called.
    pub phases: Option<[Option<Spanned<String>>; 4]>,
    /// The movement that shows it.
    pub movement: Option<Spanned<String>>,
    /// What it works, where that differs from the exercise.
    pub muscles: Vec<Spanned<Muscle>>,
    /// How to get into position.
    pub setup: Option<Words>,
    /// What the movement is.
    pub how: Option<Spanned<String>>,
    /// Reminders.
    pub cues: Vec<Cue>,
    /// What goes wrong.
    pub mistakes: Vec<Spanned<String>>,
    /// When to stop.
    pub stop_if: Vec<StopIf>,
}

/// How much: sets, and one of the amounts.
#[derive(Debug, Clone, PartialEq)]
pub struct Dose {
    /// The place of the whole.
    pub span: Span,
    /// The fewest and the most sets.
    pub sets: Option<(Spanned<u32>, Spanned<u32>)>,
    /// Every amount that is given; one is right.
    pub amounts: Vec<Amount>,
}

/// `hold: (20, 30)`: an amount at its low and its high end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Amount {
    /// The place of the field.
    pub span: Span,
    /// The low and the high end.
    pub ends: Option<(crate::library::Amount, crate::library::Amount)>,
}

/// A sign to stop.
#[derive(Debug, Clone, PartialEq)]
pub struct StopIf {
    /// The sign.
    pub text: Option<Spanned<String>>,
    /// Pain from which it counts.
    pub pain: Option<Spanned<u32>>,
}

impl Exercise {
    /// Reads an exercise file.
    pub fn read(document: &Document) -> Read<Self> {
        read(document, |reader, node| {
            let mut fields = reader.fields(node)?;
            let exercise = Self {
                span: node.span,
                schema: fields.need(reader, "schema", schema),
                id: fields.need(reader, "id", Reader::text),
                name: fields.need(reader, "name", words),
                block: fields.need(reader, "block", Reader::word),
                muscles: fields.need(reader, "muscles", list_of_words).unwrap_or_default(),
                aliases: fields.list(reader, "aliases", Reader::text),
                why: fields.need(reader, "why", Reader::text),
                sources: fields.list(reader, "sources", Reader::text),
                alternatives: fields.list(reader, "alternatives", alternative),
                levels: fields
                    .need(reader, "levels", |reader, node| reader.list(node, level))
                    .unwrap_or_default(),
            };
            fields.finish(reader);
            Some(exercise)
        })
    }
}

fn list_of_words<T: DeserializeOwned>(reader: &mut Reader, node: &Node) -> Option<Vec<Spanned<T>>> {
    reader.list(node, Reader::word)
}

fn alternative(reader: &mut Reader, node: &Node) -> Option<Alternative> {
    let mut fields = reader.fields(node)?;
    let alternative = Alternative {
        span: node.span,
        when: fields.need(reader, "when", Reader::word),
        exercise: fields.get(reader, "exercise", Reader::text),
        level: fields.get(reader, "level", level_number),
        skip: fields.get(reader, "skip", Reader::truth),
        hold_seconds: fields.get(reader, "hold_seconds", seconds),
        note: fields.need(reader, "note", Reader::text),
    };
    fields.finish(reader);
    Some(alternative)
}

fn level(reader: &mut Reader, node: &Node) -> Option<Level> {
    let mut fields = reader.fields(node)?;
    let level = Level {
        span: node.span,
        number: fields.need(reader, "level", level_number),
        name: fields.need(reader, "name", Reader::text),
        sides: fields.need(reader, "sides", Reader::word),
        side_line: fields.get(reader, "side_line", words),
        position: fields.need(reader, "position", Reader::word),
        equipment: fields.need(reader, "equipment", list_of_words).unwrap_or_default(),
        screen: fields.need(reader, "screen", Reader::word),
        dose: fields.need(reader, "dose", dose),
        tempo: fields.get(reader, "tempo", tempo),
        phases: fields.get(reader, "phases", phases),
        movement: fields.get(reader, "movement", Reader::text),
        muscles: fields.get(reader, "muscles", list_of_words).unwrap_or_default(),
        setup: fields.need(reader, "setup", words),
        how: fields.need(reader, "how", Reader::text),
        cues: fields.list(reader, "cues", cue),
        mistakes: fields.list(reader, "mistakes", Reader::text),
        stop_if: fields.list(reader, "stop_if", stop_if),
    };
    fields.finish(reader);
    Some(level)
}

fn dose(reader: &mut Reader, node: &Node) -> Option<Dose> {
    let mut fields = reader.fields(node)?;
    let sets = fields.need(reader, "sets", |reader, node| {
        reader.range(node, |reader, node| reader.whole(node, 1, MOST_SETS))
    });
    let amounts = amounts(&mut fields, reader);
    fields.finish(reader);
    Some(Dose { span: node.span, sets, amounts })
}

/// Every amount among the fields.
pub(super) fn amounts(fields: &mut Fields<'_>, reader: &mut Reader) -> Vec<Amount> {
    let mut amounts = Vec::new();
    for name in ["hold", "reps", "steps", "reaches", "drill"] {
        let ends = fields.get(reader, name, |reader, node| {
            reader.range(node, |reader, node| amount(reader, node, name))
        });
        if let Some(span) = fields.place(name) {
            amounts.push(Amount { span, ends });
        }
    }
    amounts
}

fn amount(reader: &mut Reader, node: &Node, name: &str) -> Option<crate::library::Amount> {
    use crate::library::Amount;
    match name {
        "hold" => seconds(reader, node).map(|it| Amount::Hold(super::duration(it))),
        "drill" => seconds(reader, node).map(|it| Amount::Drill(super::duration(it))),
        _ => {
            let count = reader.whole(node, 1, MOST_COUNT)?.value;
            Some(match name {
                "steps" => Amount::Steps(count),
                "reaches" => Amount::Reaches(count),
                _ => Amount::Reps(count),
            })
        }
    }
}

/// The length of a hold or a drill.
fn seconds(reader: &mut Reader, node: &Node) -> Option<Spanned<f64>> {
    reader.between(node, 1, MOST_HOLD)
}

pub(super) fn level_number(reader: &mut Reader, node: &Node) -> Option<Spanned<u32>> {
    reader.whole(node, 1, MOST_LEVEL)
}

fn phases(reader: &mut Reader, node: &Node) -> Option<[Option<Spanned<String>>; 4]> {
    let mut fields = reader.fields(node)?;
    let mut phase = |name| fields.get(reader, name, Reader::text);
    let phases = [phase("lift"), phase("top"), phase("lower"), phase("bottom")];
    fields.finish(reader);
    Some(phases)
}

pub(super) fn stop_if(reader: &mut Reader, node: &Node) -> Option<StopIf> {
    let mut fields = reader.fields(node)?;
    let stop_if = StopIf {
        text: fields.need(reader, "text", Reader::text),
        pain: fields.get(reader, "pain", |reader, node| reader.whole(node, 1, 10)),
    };
    fields.finish(reader);
    Some(stop_if)
}

//! The shape of the library files, with the place of every value: what a person wrote, before anyone
//! asked whether it makes sense.
//!
//! Everything is optional here. What is missing or of the wrong kind was noted by the reader, and a
//! gap is passed on, so that the rest of the file is checked too. The places stay with the values:
//! meaning errors point at them, and edits replace them without touching a person's comments.
//!
//! The reader itself is [`crate::ron`], which says why it is not `ron2`. The fields, one by one, are
//! described for people in `assets/library/FORMAT.md`.

mod exercise;
mod routine;
mod self_check;
mod timing;

use std::time::Duration;

use crate::ron::{Document, Found, Node, Reader, Span, Spanned, Value};
use crate::units::Phase;

pub use exercise::{Alternative, Amount, Dose, Exercise, Level, StopIf};
pub use routine::{Block, BlockSides, Item, Prescribed, Routine};
pub use self_check::{CheckPart, CheckReading, CheckStep, CheckWord, MOST_TIMES, SelfCheck};
pub use timing::TimingFile;

/// The version of the format that this program writes and knows.
pub const SCHEMA: u32 = 1;

/// The most sets of an exercise, and rounds of a block.
pub const MOST_SETS: u32 = 20;
/// The most repetitions, steps or reaches of one set.
pub const MOST_COUNT: u32 = 200;
/// The longest hold or drill, in seconds.
pub const MOST_HOLD: u32 = 3600;
/// The longest rest, in seconds.
pub const MOST_REST: u32 = 1800;
/// The longest phase of a repetition, in seconds.
pub const MOST_PHASE: u32 = 60;
/// The most times that something is prescribed a day.
pub const MOST_A_DAY: u32 = 10;
/// The hardest level.
pub const MOST_LEVEL: u32 = 5;

/// What a library file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileKind {
    /// An exercise with its levels.
    Exercise,
    /// A routine.
    Routine,
    /// A self-test.
    Check,
    /// The lengths of the gaps.
    Timing,
}

impl FileKind {
    /// What a file holds, told from its folder, or else from its fields.
    pub fn of(path: &str, document: &Document) -> Option<Self> {
        let mut parts = path.rsplit(['/', '\\']);
        let file = parts.next().unwrap_or_default();
        match parts.next() {
            Some("exercises") => return Some(Self::Exercise),
            Some("routines") => return Some(Self::Routine),
            Some("checks") => return Some(Self::Check),
            _ if file == "timing.ron" => return Some(Self::Timing),
            _ => {}
        }
        let Value::Fields(fields) = &document.root()?.value else { return None };
        let has = |name: &str| fields.iter().any(|it| it.name.value == name);
        [
            (Self::Exercise, "levels"),
            (Self::Routine, "blocks"),
            (Self::Check, "cannot_tell"),
            (Self::Timing, "reach_mat"),
        ]
        .into_iter()
        .find_map(|(kind, field)| has(field).then_some(kind))
    }
}

/// A file as it was read, with all that the reader noted.
#[derive(Debug, Clone, PartialEq)]
pub struct Read<T> {
    /// What stands in it; nothing when no fields could be made out.
    pub source: Option<T>,
    /// What is wrong with its shape.
    pub found: Vec<Found>,
}

/// Reads the fields of a file.
fn read<T>(document: &Document, fields: impl FnOnce(&mut Reader, &Node) -> Option<T>) -> Read<T> {
    let mut reader = Reader::new();
    let source = document.root().and_then(|it| fields(&mut reader, it));
    Read { source, found: document.found().iter().cloned().chain(reader.finish()).collect() }
}

/// A text in full and in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The place of the whole.
    pub span: Span,
    /// In full.
    pub long: Option<Spanned<String>>,
    /// In short.
    pub short: Option<Spanned<String>>,
}

/// A cue: words with an id, and perhaps the name of who said them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// Its id.
    pub id: Option<Spanned<String>>,
    /// The words.
    pub words: Words,
    /// Who said it.
    pub by: Option<Spanned<String>>,
}

/// The pace of a repetition; phases in the order of [`Phase::ALL`].
#[derive(Debug, Clone, PartialEq)]
pub struct Tempo {
    /// The place of the whole.
    pub span: Span,
    /// Seconds per phase; a phase that is left out takes none.
    pub phases: [Option<Spanned<f64>>; 4],
    /// Which phase comes first.
    pub begins: Option<Spanned<Phase>>,
}

/// `schema: 1`; a newer one changes what unknown fields mean.
fn schema(reader: &mut Reader, node: &Node) -> Option<Spanned<u32>> {
    let schema = reader.whole(node, 1, 999)?;
    if schema.value > SCHEMA {
        reader.is_newer();
    }
    Some(schema)
}

fn words(reader: &mut Reader, node: &Node) -> Option<Words> {
    let mut fields = reader.fields(node)?;
    let words = Words {
        span: node.span,
        long: fields.need(reader, "long", Reader::text),
        short: fields.need(reader, "short", Reader::text),
    };
    fields.finish(reader);
    Some(words)
}

fn cue(reader: &mut Reader, node: &Node) -> Option<Cue> {
    let mut fields = reader.fields(node)?;
    let cue = Cue {
        id: fields.need(reader, "id", Reader::text),
        words: Words {
            span: node.span,
            long: fields.need(reader, "long", Reader::text),
            short: fields.need(reader, "short", Reader::text),
        },
        by: fields.get(reader, "by", Reader::text),
    };
    fields.finish(reader);
    Some(cue)
}

fn tempo(reader: &mut Reader, node: &Node) -> Option<Tempo> {
    let mut fields = reader.fields(node)?;
    let mut phase = |name| fields.get(reader, name, |it, node| it.between(node, 0, MOST_PHASE));
    let phases = [phase("lift"), phase("top"), phase("lower"), phase("bottom")];
    let begins = fields.get(reader, "begins", Reader::word);
    fields.finish(reader);
    Some(Tempo { span: node.span, phases, begins })
}

/// Seconds as they were written, to the millisecond; the reader has checked that they are in range.
pub(in crate::library) fn duration(seconds: Spanned<f64>) -> Duration {
    Duration::from_millis((seconds.value * 1000.0).round() as u64)
}

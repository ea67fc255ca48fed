//! Pose and movement files: from text to values, with the place of everything that is wrong.
//!
//! A pose names angles that are not zero and what touches what; a movement names poses. The words are
//! those of the types here; angles outside [`super::range`] and poses that do not exist are found here, at
//! their place.

mod movement;
mod pose;
mod things;

pub use movement::{Read, movement};
pub use pose::{is_figure, is_pose, place_of, stance};
pub use things::PropKind;

use super::key::Misfit;
use super::range::OutOfRange;
use crate::ron;
use crate::ron::{Document, Fields, Found, Node, Reader, Spanned};

/// What can be wrong with a pose or a movement.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// The file itself.
    Ron(ron::Fault),
    /// An angle that no human joint reaches.
    Angle(OutOfRange),
    /// A pose that does not exist.
    UnknownPose {
        /// The name.
        id: String,
        /// The one that was probably meant.
        near: Option<String>,
    },
    /// A part of which there are two, without its side.
    NoSide,
    /// The anchor is not among the things that touch.
    LooseAnchor,
    /// Not exactly one of `reps`, `hold` and `drill`.
    NoCourse,
    /// The poses do not fit together.
    Misfit(Misfit),
}

/// Takes values out of one file: the reader, and the faults that only the figure knows.
#[derive(Debug)]
struct Source {
    reader: Reader,
    found: Vec<Found<Fault>>,
}

impl Source {
    /// A file whose text has been read; its slips come first.
    fn of(document: &Document) -> Self {
        let found = document.found().iter().cloned().map(lifted).collect();
        Self { reader: Reader::new(), found }
    }

    fn fault(&mut self, span: ron::Span, fault: Fault) {
        self.found.push(Found::error(span, fault));
    }

    /// Everything that was wrong, in the order of the file.
    fn finish(self) -> Vec<Found<Fault>> {
        let mut found: Vec<_> = self.reader.finish().into_iter().map(lifted).collect();
        found.extend(self.found);
        found.sort_by_key(|it| it.span);
        found
    }
}

fn lifted(found: Found<ron::Fault>) -> Found<Fault> {
    Found { span: found.span, severity: found.severity, what: Fault::Ron(found.what) }
}

/// The version of the file's shape; one that is newer than ours makes unknown fields warnings.
fn schema(reader: &mut Reader, fields: &mut Fields<'_>) {
    let schema = fields.need(reader, "schema", |reader, it| reader.whole(it, 1, 99));
    if schema.is_some_and(|it| it.value > 1) {
        reader.is_newer();
    }
}

fn number(reader: &mut Reader, node: &Node) -> Option<Spanned<f32>> {
    let number = reader.number(node)?;
    Some(Spanned::new(number.value as f32, number.span))
}

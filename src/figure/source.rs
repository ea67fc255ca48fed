//! Pose and movement files: from text to values, with the place of everything that is wrong.
//!
//! A pose names angles that are not zero and what touches what; a movement names poses. The words are
//! those of the types here; angles outside [`range`] and poses that do not exist are found here, at
//! their place.

mod movement;
mod pose;

pub use movement::movement;
pub use pose::stance;

use super::key::Misfit;
use super::range::OutOfRange;
use crate::ron::{Found, Node, Reader, Spanned};
use crate::ron;

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
    /// A movement that does not exist, as a ghost.
    UnknownMovement {
        /// The name.
        id: String,
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

impl From<ron::Fault> for Fault {
    fn from(fault: ron::Fault) -> Self {
        Self::Ron(fault)
    }
}

/// Takes values out of one file: the reader, and the faults that only the figure knows.
#[derive(Debug, Default)]
struct Source {
    reader: Reader,
    found: Vec<Found<Fault>>,
}

impl Source {
    fn fault(&mut self, span: ron::Span, fault: Fault) {
        self.found.push(Found::error(span, fault));
    }

    /// Everything that was wrong, in the order of the file.
    fn finish(self) -> Vec<Found<Fault>> {
        let read = self.reader.finish().into_iter();
        let mut found: Vec<_> =
            read.map(|it| Found { span: it.span, severity: it.severity, what: Fault::Ron(it.what) }).collect();
        found.extend(self.found);
        found.sort_by_key(|it| it.span);
        found
    }
}

fn number(reader: &mut Reader, node: &Node) -> Option<Spanned<f32>> {
    let number = reader.number(node)?;
    Some(Spanned::new(number.value as f32, number.span))
}

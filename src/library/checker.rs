//! Checking one routine while it is being written: its problems, and whatever of it can be used
//! already.

use std::collections::{BTreeMap, BTreeSet};

use super::check::{self, Check, Known, Problem};
use super::source;
use super::{Exercise, Id, Item, Library, Name, Order, Routine, RoutineBlock, RoutineKind, Timing};
use crate::ron::{Document, Severity, Span};

/// What a routine may refer to, made ready once for checking it again and again.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Checker {
    exercises: BTreeMap<Id, Exercise>,
    broken: BTreeSet<Id>,
    timing: Timing,
}

/// A routine as it stands, finished or not.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Checked {
    /// What stands in the file, with the place of everything; nothing when no fields could be made out.
    pub source: Option<source::Routine>,
    /// The finished routine, when nothing is wrong with it.
    pub routine: Option<Routine>,
    /// Each item of each block of the source, as far as it can be used.
    pub parts: Vec<Vec<Option<Item>>>,
    /// What is wrong, each with its place, in the order of the file.
    pub problems: Vec<(Span, Problem)>,
}

impl Checked {
    /// Whether something keeps the routine from being used.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|it| it.1.severity == Severity::Error)
    }

    /// The routine made of everything in it that can be used, its blocks as in the source.
    pub fn usable(&self, id: &str) -> Routine {
        let blocks = self.source.iter().flat_map(|it| &it.blocks).zip(&self.parts);
        let words = self.source.as_ref().and_then(|it| it.name.as_ref());
        let long = words.and_then(|it| it.long.as_ref()).map_or(id, |it| &it.value).to_owned();
        let short = words.and_then(|it| it.short.as_ref()).map_or(long.as_str(), |it| &it.value);
        let kind = self.source.as_ref().and_then(|it| it.kind);
        Routine {
            id: id.to_owned(),
            name: Name { short: short.to_owned(), long },
            kind: kind.map_or(RoutineKind::Session, |it| it.value),
            about: String::new(),
            prescribed: None,
            blocks: blocks.map(|(block, items)| usable_block(block, items)).collect(),
        }
    }
}

fn usable_block(block: &source::Block, items: &[Option<Item>]) -> RoutineBlock {
    RoutineBlock {
        title: block.title.as_ref().map(|it| it.value.clone()).unwrap_or_default(),
        order: block.order.map_or(Order::Straight, |it| it.value),
        rounds: block.rounds.map_or(1, |it| it.value),
        each_side: block.sides.is_some(),
        items: items.iter().flatten().cloned().collect(),
    }
}

impl Checker {
    /// What the routines of a library may refer to; `timing` is the table of gaps in force.
    pub fn new(library: &Library, timing: Timing) -> Self {
        let exercises = library.exercises.iter().map(|it| (it.id.clone(), it.clone())).collect();
        Self { exercises, broken: BTreeSet::new(), timing }
    }

    /// Checks the routine of a file called `name`.
    pub fn routine(&self, document: &Document, name: &str) -> Checked {
        let known = Known { exercises: &self.exercises, broken: &self.broken, timing: self.timing };
        let read = source::Routine::read(document);
        let mut check = Check::new(read.found);
        let source = read.source;
        let routine = source.as_ref().and_then(|it| check::routine(it, name, known, &mut check));
        let parts = source.as_ref().map(|it| check::parts(it, name, known)).unwrap_or_default();
        let mut found = check.finish();
        found.sort_by_key(|it| (it.span.start, it.severity));
        let file = format!("routines/{name}.ron");
        let problems =
            found.into_iter().map(|it| (it.span, Problem::new(&file, document, it))).collect();
        Checked { source, routine, parts, problems }
    }
}

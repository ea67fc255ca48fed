//! Every pose and movement there is: the shipped ones, and what a person's own files add or replace.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{LazyLock, OnceLock};

use include_dir::{Dir, include_dir};

use super::key::Stance;
use super::movement::Movement;
use super::source::{self, Fault, Read};
use crate::ron::{Document, Found};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/figure");

/// What comes with the program. It is the same every time, so it is read once; and a movement is
/// built when it is first shown, because there are many and a window shows few.
static SHIPPED: LazyLock<Shipped> = LazyLock::new(Shipped::read);

struct Shipped {
    stances: BTreeMap<String, Stance>,
    movements: BTreeMap<String, (Read, OnceLock<Option<Movement>>)>,
    faulty: Vec<Faulty>,
}

/// A file with what is wrong in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Faulty {
    /// Its name, as it was given.
    pub file: String,
    /// Its text and lines, to tell places.
    pub document: Document,
    /// What is wrong.
    pub found: Vec<Found<Fault>>,
}

/// Poses and movements by id: a person's own over the shipped ones. A shipped movement keeps the
/// shipped poses, whatever a person calls theirs.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shelf {
    stances: BTreeMap<String, Stance>,
    movements: BTreeMap<String, Movement>,
}

impl Shelf {
    /// The shipped shelf with a person's files over it, each its name and its bytes; a file is a pose
    /// or a movement by its fields. A file with anything wrong in it is left out and returned.
    pub fn load(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> (Self, Vec<Faulty>) {
        let mut shelf = Self::default();
        let mut faulty = Vec::new();
        let files = files.into_iter().map(|(file, bytes)| (file, Document::read(&bytes)));
        let (poses, movements): (Vec<_>, Vec<_>) = files.partition(|it| source::is_pose(&it.1));
        for (file, document) in poses {
            let (stance, found) = source::stance(&document);
            faulty.extend(fault(file, document, found));
            shelf.stances.extend(stance.map(|it| (it.id.clone(), it)));
        }
        for (file, document) in movements {
            let (movement, found) = shelf.read(&document);
            faulty.extend(fault(file, document, found));
            shelf.movements.extend(movement.map(|it| (it.parts.id.clone(), it)));
        }
        (shelf, faulty)
    }

    fn read(&self, document: &Document) -> (Option<Movement>, Vec<Found<Fault>>) {
        let (read, mut found) = source::movement(document, |it| self.names(it));
        let Some(read) = read.filter(|_| found.is_empty()) else { return (None, found) };
        let built = read.build(|it| self.stance(it).cloned());
        found.extend(built.as_ref().err().cloned());
        (built.ok(), found)
    }

    /// Whether there is a pose of this name, and if not the name that was probably meant.
    fn names(&self, id: &str) -> Result<(), Option<String>> {
        if self.stance(id).is_some() {
            return Ok(());
        }
        let known = self.stances.keys().chain(SHIPPED.stances.keys());
        let distance = |it: &str| strsim::damerau_levenshtein(id, it);
        let near = known.min_by_key(|it| distance(it));
        Err(near.filter(|it| distance(it) <= id.len().max(it.len()).div_ceil(3)).cloned())
    }

    /// The text of a shipped file, by its name: `movements/clam-3.ron`.
    pub fn shipped_text(name: &str) -> Option<&'static str> {
        FILES.get_file(name)?.contents_utf8()
    }

    /// What is wrong with the shipped files: nothing, as the tests see to.
    pub fn shipped_faults() -> &'static [Faulty] {
        &SHIPPED.faulty
    }

    /// The movement of this id.
    pub fn movement(&self, id: &str) -> Option<&Movement> {
        self.movements.get(id).or_else(|| SHIPPED.movement(id))
    }

    /// The ids of all movements.
    pub fn movement_ids(&self) -> BTreeSet<String> {
        self.movements.keys().chain(SHIPPED.movements.keys()).cloned().collect()
    }

    /// The pose of this id.
    pub fn stance(&self, id: &str) -> Option<&Stance> {
        self.stances.get(id).or_else(|| SHIPPED.stances.get(id))
    }

    /// The ids of all poses.
    pub fn stance_ids(&self) -> BTreeSet<String> {
        self.stances.keys().chain(SHIPPED.stances.keys()).cloned().collect()
    }
}

impl Shipped {
    fn read() -> Self {
        let mut shipped =
            Self { stances: BTreeMap::new(), movements: BTreeMap::new(), faulty: Vec::new() };
        for (file, document) in files("poses") {
            let (stance, found) = source::stance(&document);
            shipped.faulty.extend(fault(file, document, found));
            shipped.stances.extend(stance.map(|it| (it.id.clone(), it)));
        }
        for (file, document) in files("movements") {
            let known = |it: &str| shipped.stances.get(it).map(|_| ()).ok_or(None);
            let (read, found) = source::movement(&document, known);
            shipped.faulty.extend(fault(file, document, found));
            shipped.movements.extend(read.map(|it| (it.id().to_owned(), (it, OnceLock::new()))));
        }
        shipped
    }

    fn movement(&self, id: &str) -> Option<&Movement> {
        let (read, built) = self.movements.get(id)?;
        let make = || read.clone().build(|it| self.stances.get(it).cloned()).ok();
        built.get_or_init(make).as_ref()
    }
}

/// The shipped files of a folder.
fn files(folder: &str) -> impl Iterator<Item = (String, Document)> {
    let files = FILES.get_dir(folder).into_iter().flat_map(Dir::files);
    files.map(|it| (it.path().display().to_string(), Document::read(it.contents())))
}

fn fault(file: String, document: Document, found: Vec<Found<Fault>>) -> Option<Faulty> {
    (!found.is_empty()).then_some(Faulty { file, document, found })
}

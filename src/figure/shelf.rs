//! Every pose and movement there is: the shipped ones, and what a person's own files add or replace.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use super::key::Stance;
use super::movement::Movement;
use super::source::{self, Fault};
use crate::ron::{Document, Found};

static SHIPPED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/figure");

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

/// Poses and movements by id.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shelf {
    stances: BTreeMap<String, Stance>,
    movements: BTreeMap<String, Movement>,
}

impl Shelf {
    /// What the program brings along, and what is wrong with it (nothing, as the tests see to).
    pub fn shipped() -> (Self, Vec<Faulty>) {
        let mut shelf = Self::default();
        let files = |folder: &str| {
            let dir = SHIPPED.get_dir(folder);
            dir.into_iter()
                .flat_map(Dir::files)
                .map(|it| (it.path().display().to_string(), it.contents().to_vec()))
        };
        let mut faulty = shelf.add_poses(files("poses"));
        faulty.extend(shelf.add_movements(files("movements")));
        (shelf, faulty)
    }

    /// Adds pose files; one of the same id replaces the one before.
    pub fn add_poses(&mut self, files: impl Iterator<Item = (String, Vec<u8>)>) -> Vec<Faulty> {
        let mut faulty = Vec::new();
        for (file, bytes) in files {
            let document = Document::read(&bytes);
            let (stance, found) = source::stance(&document);
            if !found.is_empty() {
                faulty.push(Faulty { file, document, found });
            } else if let Some(stance) = stance {
                self.stances.insert(stance.id.clone(), stance);
            }
        }
        faulty
    }

    /// Adds movement files; one of the same id replaces the one before. A movement with anything wrong
    /// in it is left out.
    pub fn add_movements(&mut self, files: impl Iterator<Item = (String, Vec<u8>)>) -> Vec<Faulty> {
        let mut faulty = Vec::new();
        for (file, bytes) in files {
            let document = Document::read(&bytes);
            let pose = |id: &str| self.stances.get(id).cloned();
            let near = |id: &str| self.near(id);
            let (movement, found) = source::movement(&document, pose, near);
            if !found.is_empty() {
                faulty.push(Faulty { file, document, found });
            } else if let Some(movement) = movement {
                self.movements.insert(movement.parts.id.clone(), movement);
            }
        }
        faulty
    }

    /// The movement of this id.
    pub fn movement(&self, id: &str) -> Option<&Movement> {
        self.movements.get(id)
    }

    /// Every movement, by id.
    pub fn movements(&self) -> impl Iterator<Item = &Movement> {
        self.movements.values()
    }

    /// The pose of this id.
    pub fn stance(&self, id: &str) -> Option<&Stance> {
        self.stances.get(id)
    }

    /// Every pose, by id.
    pub fn stances(&self) -> impl Iterator<Item = &Stance> {
        self.stances.values()
    }

    /// The pose whose name is most like this one.
    fn near(&self, id: &str) -> Option<String> {
        let distance = |it: &str| strsim::damerau_levenshtein(id, it);
        let near = self.stances.keys().min_by_key(|it| distance(it))?;
        (distance(near) <= id.len().max(near.len()).div_ceil(3)).then(|| near.clone())
    }
}

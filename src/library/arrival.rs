//! What somebody has sent: what is in it, what it would change, and what is wrong with it. Nothing is
//! taken over before the person has seen this.

use std::collections::BTreeMap;

use super::parcel::{self, Refused, stem};
use super::{Id, Library, Problem, shipped};
use crate::figure::Shelf;
use crate::ron::Severity;

/// What was sent, checked together with everything that is there.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrival {
    /// Its files, the ones that others need first.
    pub files: Vec<Incoming>,
    /// Everything as it would be then.
    pub library: Library,
    /// The poses and movements as they would be then.
    pub shelf: Shelf,
    /// What is wrong with the files, with the places as they are in what was sent.
    pub problems: Vec<Problem>,
}

/// One file of what was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// Its name in the data folder.
    pub name: String,
    /// What it holds.
    pub text: String,
    /// What is there under this name.
    pub before: Before,
}

/// What is there under the name of a file that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Before {
    /// Nothing: it is new.
    Nothing,
    /// The very same.
    Same,
    /// Another version, the person's own.
    Own(String),
    /// Another version that came with the program; it stays below the person's own.
    Shipped(String),
}

impl Arrival {
    /// Looks at what was sent. `file` is how it was called, `own` the person's own files by their names
    /// in the data folder.
    pub fn new(file: &str, bytes: &[u8], own: &BTreeMap<String, String>) -> Result<Self, Refused> {
        let parts = parcel::parts(file, bytes)?;
        let mut all: BTreeMap<String, Vec<u8>> =
            own.iter().map(|it| (it.0.clone(), it.1.clone().into_bytes())).collect();
        let mut files = Vec::new();
        for part in &parts {
            let small = |it: &String| it.to_lowercase();
            if let Some(other) = own.keys().find(|it| small(it) == part.name && **it != part.name) {
                return Err(Refused::CaseClash { name: other.clone() });
            }
            let text = String::from_utf8_lossy(&part.bytes).into_owned();
            let before = before(&part.name, &text, own);
            files.push(Incoming { name: part.name.clone(), text, before });
            all.insert(part.name.clone(), part.bytes.clone());
        }
        let loaded = Library::load(all);
        let mut problems = Vec::new();
        for mut problem in loaded.problems {
            if let Some(part) = parts.iter().find(|it| it.name == problem.file) {
                problem.start.line += part.lines;
                problem.end.line += part.lines;
                file.clone_into(&mut problem.file);
                problems.push(problem);
            }
        }
        Ok(Self { files, library: loaded.library, shelf: loaded.shelf, problems })
    }

    /// Whether everything in it can be used.
    pub fn is_sound(&self) -> bool {
        self.problems.iter().all(|it| it.severity != Severity::Error)
    }

    /// The ids of its routines.
    pub fn routines(&self) -> impl Iterator<Item = &str> {
        self.of("routines/")
    }

    /// The ids of its exercises.
    pub fn exercises(&self) -> impl Iterator<Item = &str> {
        self.of("exercises/")
    }

    /// The ids of its checks.
    pub fn checks(&self) -> impl Iterator<Item = &str> {
        self.of("checks/")
    }

    fn of(&self, folder: &str) -> impl Iterator<Item = &str> {
        let names = self.files.iter().map(|it| it.name.as_str());
        names.filter(move |it| it.starts_with(folder)).map(stem)
    }

    /// Whether all of it is there already, byte for byte.
    pub fn is_known(&self) -> bool {
        self.files.iter().all(|it| it.before == Before::Same)
    }

    /// The files that would take the place of another version.
    pub fn replaced(&self) -> impl Iterator<Item = (&Incoming, &str)> {
        self.files.iter().filter_map(|it| match &it.before {
            Before::Own(text) | Before::Shipped(text) => Some((it, text.as_str())),
            Before::Nothing | Before::Same => None,
        })
    }

    /// Whether only a routine would take the place of another: then both can be kept.
    pub fn can_keep_both(&self) -> Option<Id> {
        let mut replaced = self.replaced().map(|it| it.0);
        let only = replaced.next().filter(|it| it.name.starts_with("routines/"))?;
        replaced.next().is_none().then(|| stem(&only.name).to_owned())
    }
}

fn before(name: &str, text: &str, own: &BTreeMap<String, String>) -> Before {
    match (own.get(name), shipped::text(name)) {
        (Some(own), _) if own == text => Before::Same,
        (Some(own), _) => Before::Own(own.clone()),
        (None, Some(shipped)) if shipped == text => Before::Same,
        (None, Some(shipped)) => Before::Shipped(shipped.to_owned()),
        (None, None) => Before::Nothing,
    }
}

#[cfg(test)]
#[path = "arrival_laws.rs"]
mod laws;

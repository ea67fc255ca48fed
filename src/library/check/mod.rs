//! From what a person wrote to what a session can use, with every problem found on the way.
//!
//! Each function takes a source and returns the finished value, or nothing when it cannot be used; then
//! at least one error was noted. Problems are values; `text` words them.

mod breaks;
mod exercise;
mod problem;
mod routine;
mod self_check;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use super::source::SCHEMA;
use super::{Exercise, Id, Level, Timing};
use crate::ron::{Found, Severity, Span, Spanned, nearest};

pub(super) use breaks::breaks;
pub use exercise::{exercise, movements, references};
pub use problem::{AmountKind, Problem, ProblemKind};
pub use routine::{parts, routine};
pub use self_check::{check_movements, self_check};

/// The longest routine, in seconds.
pub const MOST_SECONDS: u64 = 4 * 60 * 60;
/// The most items of a routine.
pub const MOST_ITEMS: usize = 400;
/// The most steps of a routine.
pub const MOST_STEPS: u64 = 5000;

/// Collects what is wrong with one file.
#[derive(Debug, Default)]
pub struct Check {
    found: Vec<Found<ProblemKind>>,
}

impl Check {
    /// A check that starts with what the reader has noted.
    pub fn new(found: Vec<Found>) -> Self {
        let format = |it: Found| Found {
            span: it.span,
            severity: it.severity,
            what: ProblemKind::Format(it.what),
        };
        Self { found: found.into_iter().map(format).collect() }
    }

    /// Whether something keeps the file from being used.
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|it| it.severity == Severity::Error)
    }

    /// Everything that was found.
    pub fn finish(self) -> Vec<Found<ProblemKind>> {
        self.found
    }

    /// Notes an error.
    pub fn error(&mut self, span: Span, what: ProblemKind) {
        self.found.push(Found::error(span, what));
    }

    /// Notes what was found.
    pub(in crate::library) fn note(&mut self, found: Found<ProblemKind>) {
        self.found.push(found);
    }

    /// Notes an error that may only follow from one that was noted in the same stretch.
    fn follows(&mut self, stretch: Span, span: Span, what: ProblemKind) {
        let within = |it: &Found<ProblemKind>| {
            it.severity == Severity::Error
                && stretch.start <= it.span.start
                && it.span.end <= stretch.end
        };
        if !self.found.iter().any(within) {
            self.error(span, what);
        }
    }

    /// The level that a file refers to, if it is there.
    fn level<'k>(
        &mut self,
        id: &Spanned<String>,
        level: Spanned<u32>,
        known: Known<'k>,
    ) -> Option<(&'k Exercise, &'k Level)> {
        let Some(exercise) = known.exercise(&id.value) else {
            self.error(id.span, known.unknown(&id.value));
            return None;
        };
        let found = exercise.level(level.value as u8);
        if found.is_none() {
            let levels = exercise.levels.iter().map(|it| it.number).collect();
            let what = ProblemKind::UnknownLevel {
                exercise: exercise.id.clone(),
                level: level.value,
                levels,
            };
            self.error(level.span, what);
        }
        found.map(|it| (exercise, it))
    }

    /// Notes a newer version.
    fn schema(&mut self, schema: Option<Spanned<u32>>) {
        if let Some(it) = schema.filter(|it| it.value > SCHEMA) {
            let what = ProblemKind::Newer { schema: it.value, known: SCHEMA };
            self.found.push(Found::warning(it.span, what));
        }
    }

    /// The id of the file, if it is one and the file is called like it.
    fn file_id(&mut self, id: Option<&Spanned<String>>, name: &str) -> Option<Id> {
        let id = id?;
        let slug = self.slug(id)?;
        if name != slug {
            let what = ProblemKind::FileName { id: slug.clone(), name: format!("{slug}.ron") };
            self.error(id.span, what);
        }
        Some(slug)
    }

    /// An id, if it is one.
    fn slug(&mut self, id: &Spanned<String>) -> Option<Id> {
        let text = id.value.clone();
        if !is_slug(&text) {
            let instead = slug_of(&text);
            self.error(id.span, ProblemKind::BadId { id: text, instead });
            return None;
        }
        if is_device(&text) {
            self.error(id.span, ProblemKind::DeviceId { id: text });
            return None;
        }
        Some(text)
    }
}

/// What a file may refer to.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The exercises that can be used.
    pub exercises: &'a BTreeMap<Id, Exercise>,
    /// The ids of exercises whose files have errors.
    pub broken: &'a BTreeSet<Id>,
    /// The lengths of the gaps.
    pub timing: Timing,
}

impl<'a> Known<'a> {
    /// An exercise by its id or an older one.
    fn exercise(self, id: &str) -> Option<&'a Exercise> {
        let by_alias = || self.exercises.values().find(|it| it.aliases.iter().any(|it| it == id));
        self.exercises.get(id).or_else(by_alias)
    }

    /// What is wrong with an id that leads nowhere.
    fn unknown(self, id: &str) -> ProblemKind {
        if self.broken.contains(id) {
            return ProblemKind::BrokenExercise { id: id.to_owned() };
        }
        let ids: Vec<&str> = self.exercises.keys().map(String::as_str).collect();
        let near = nearest(id, &ids).map(str::to_owned);
        ProblemKind::UnknownExercise { id: id.to_owned(), near }
    }
}

/// `[a-z0-9-]{1,64}`.
pub fn is_slug(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-')
}

/// The slug that a name could have: small letters, hyphens for everything else.
pub fn slug_of(text: &str) -> Option<Id> {
    let parts = text.split(|it: char| !it.is_ascii_alphanumeric()).filter(|it| !it.is_empty());
    let slug = parts.collect::<Vec<_>>().join("-").to_ascii_lowercase();
    let slug = slug.get(..64).unwrap_or(&slug).trim_matches('-').to_owned();
    (is_slug(&slug) && !is_device(&slug)).then_some(slug)
}

/// The names that Windows keeps for devices, whatever follows the dot.
fn is_device(slug: &str) -> bool {
    let port = |prefix: &str| {
        slug.strip_prefix(prefix).is_some_and(|it| {
            it.len() == 1 && it != "0" && it.bytes().all(|it| it.is_ascii_digit())
        })
    };
    matches!(slug, "con" | "prn" | "aux" | "nul") || port("com") || port("lpt")
}

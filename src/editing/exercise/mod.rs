//! Writing an exercise of one's own: its file, and the movements and poses that show it.
//!
//! As with a routine each edit is a change of a text, and every other byte stays. Here the text is that
//! of several files; one step back takes all of them back. What is wrong is told by reading the files
//! as the library will read them, together with the person's others.
//!
//! **Invariant:** whatever the files hold and whatever is done, there is a draft afterwards, with its
//! problems as values; a command that the files cannot take changes nothing.

mod bench;
mod carry;
mod command;
mod figure;
mod fresh;
mod past;
mod stops;
mod things;

use std::collections::BTreeMap;
use std::sync::Arc;

use self::bench::{Bench, exercise_file};
use self::past::{Files, Past};
use super::draft::holds;
use crate::figure::{Movement, Posing, Shelf, Stance};
use crate::library::source;
use crate::library::{Exercise, Id, Library, Problem};
use crate::ron::{Document, Severity, Span};

pub use self::bench::Around;
pub use self::command::{ExerciseCommand, FigureChange, LevelChange, Touch, Way};
pub use self::fresh::{FreshExercise, exercise, exercise_apart, exercise_copy};
pub use self::stops::{By, Stop};

/// Something wrong with a file of the exercise.
#[derive(Debug, Clone, PartialEq)]
pub struct Wrong {
    /// The file's name in the data folder.
    pub file: String,
    /// Its place in that file.
    pub span: Span,
    /// What it is.
    pub problem: Problem,
}

/// An exercise while it is written.
#[derive(Debug, Clone, PartialEq)]
pub struct ExerciseDraft {
    id: Id,
    files: Files,
    past: Past,
    source: Option<source::Exercise>,
    exercise: Option<Exercise>,
    shelf: Arc<Shelf>,
    wrong: Vec<Wrong>,
}

impl ExerciseDraft {
    /// A draft of the exercise of this id with this text. What it shows of the person's own movements
    /// and poses, which begin with its id, belongs to it.
    pub fn new(id: &str, text: &str, around: &Around) -> Self {
        let mut bench = Bench { id, files: Files::new(), around };
        bench.set_file(&exercise_file(id), text);
        figure::named_files(&mut bench, |name| is_part_of(name, id));
        let files = bench.files;
        let mut draft = Self {
            id: id.to_owned(),
            files,
            past: Past::default(),
            source: None,
            exercise: None,
            shelf: Arc::default(),
            wrong: Vec::new(),
        };
        draft.check(around);
        draft
    }

    /// The text of the exercise's file.
    pub fn text(&self) -> &str {
        self.files.get(&exercise_file(&self.id)).map_or("", |it| it)
    }

    /// Every file of it, by its name in the data folder.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|it| (it.0.as_str(), &**it.1))
    }

    /// The files that were its own and are no longer: nothing names them any more.
    pub fn gone(&self) -> Vec<String> {
        let gone = self.past.names().filter(|it| !self.files.contains_key(*it));
        gone.map(str::to_owned).collect()
    }

    /// What stands in the exercise's file; nothing when no fields could be made out.
    pub const fn source(&self) -> Option<&source::Exercise> {
        self.source.as_ref()
    }

    /// The finished exercise, when nothing keeps it from being used.
    pub const fn exercise(&self) -> Option<&Exercise> {
        self.exercise.as_ref()
    }

    /// The poses and movements as they are now.
    pub const fn shelf(&self) -> &Arc<Shelf> {
        &self.shelf
    }

    /// What is wrong, in the order of the files.
    pub fn wrong(&self) -> &[Wrong] {
        &self.wrong
    }

    /// Whether something keeps it from being used.
    pub fn has_errors(&self) -> bool {
        self.wrong.iter().any(|it| it.problem.severity == Severity::Error)
    }

    /// What is wrong inside a stretch of the exercise's file.
    pub fn wrong_in(&self, span: Span) -> impl Iterator<Item = &Wrong> {
        let file = exercise_file(&self.id);
        self.wrong.iter().filter(move |it| it.file == file && holds(span, it.span))
    }

    /// What is wrong with the movement and the poses.
    pub fn wrong_figure(&self) -> impl Iterator<Item = &Wrong> {
        let file = exercise_file(&self.id);
        self.wrong.iter().filter(move |it| it.file != file)
    }

    /// What is wrong inside a stretch of the exercise's file and at none of these places.
    pub fn wrong_beside(&self, span: Span, places: &[Span]) -> impl Iterator<Item = &Wrong> {
        let elsewhere = move |it: &&Wrong| !places.iter().any(|place| holds(*place, it.span));
        self.wrong_in(span).filter(elsewhere)
    }

    /// The movement of a level, when it can be shown.
    pub fn movement(&self, level: usize) -> Option<&Movement> {
        let id = self.source.as_ref()?.levels.get(level)?.movement.as_ref()?;
        self.shelf.movement(&id.value)
    }

    /// Whether the movement of a level is the exercise's own.
    pub fn has_own_movement(&self, level: usize) -> bool {
        let level = self.source.as_ref().and_then(|it| it.levels.get(level));
        let id = level.and_then(|it| it.movement.as_ref());
        id.is_some_and(|it| self.files.contains_key(&bench::movement_file(&it.value)))
    }

    /// The poses of the movement of a level.
    pub fn stops(&self, level: usize, around: &Around) -> Vec<Stop> {
        let bench = Bench { id: &self.id, files: self.files.clone(), around };
        figure::document(&bench, level).map(|it| stops::stops(&it)).unwrap_or_default()
    }

    /// How the movement of some stops goes, when it has two poses.
    pub fn way(stops: &[Stop]) -> Option<Way> {
        stops::way(stops)
    }

    /// The figure at each stop as it is placed after the one before; none where the pose cannot be
    /// read.
    pub fn posings(&self, level: usize, stops: &[Stop]) -> Vec<Option<Posing>> {
        let props = self.movement(level).map(|it| it.parts.props.clone()).unwrap_or_default();
        let mut before: Option<Posing> = None;
        let mut known: BTreeMap<&str, Posing> = BTreeMap::new();
        let mut all = Vec::new();
        for stop in stops {
            let stance: Option<&Stance> = self.shelf.stance(&stop.pose);
            let placed = known.get(stop.pose.as_str()).cloned();
            let placed = placed.or_else(|| Some(Posing::new(stance?, before.as_ref(), &props).0));
            if let Some(it) = &placed {
                known.insert(&stop.pose, it.clone());
                before = Some(it.clone());
            }
            all.push(placed);
        }
        all
    }

    /// Whether a step can be taken back.
    pub const fn can_undo(&self) -> bool {
        self.past.can_undo()
    }

    /// Whether a step that was taken back can be done again.
    pub const fn can_redo(&self) -> bool {
        self.past.can_redo()
    }

    /// Does what a person wants; whether anything has changed.
    pub fn apply(&mut self, command: &ExerciseCommand, around: &Around) -> bool {
        let Some(files) = carry::out(&self.id, &self.files, around, command) else { return false };
        if files == self.files {
            return false;
        }
        self.past.note(&self.files, &files, command.writing());
        self.files = files;
        self.check(around);
        true
    }

    /// What is written or dragged next is a step of its own.
    pub fn part(&mut self) {
        self.past.part();
    }

    /// Takes over what its files say elsewhere, as one step that can be taken back: `text` is that of the
    /// exercise's file, `around` holds the others.
    pub fn adopt(&mut self, text: &str, around: &Around) {
        let files = Self::new(&self.id, text, around).files;
        self.take(files, around);
    }

    /// The same, and back to what is here: what was written elsewhere is a step on the way, so that it
    /// can be had again.
    pub fn pass_over(&mut self, text: &str, around: &Around) {
        let mine = self.files.clone();
        self.adopt(text, around);
        self.take(mine, around);
    }

    fn take(&mut self, files: Files, around: &Around) {
        if files != self.files {
            self.past.part();
            self.past.note(&self.files, &files, None);
            self.files = files;
        }
        self.check(around);
    }

    /// Takes the last step back; whether there was one.
    pub fn undo(&mut self, around: &Around) -> bool {
        let turned = self.past.undo(&mut self.files);
        self.check(around);
        turned
    }

    /// Does the step again that was taken back last; whether there was one.
    pub fn redo(&mut self, around: &Around) -> bool {
        let turned = self.past.redo(&mut self.files);
        self.check(around);
        turned
    }

    /// Checks everything again, because what it refers to has changed.
    pub fn check(&mut self, around: &Around) {
        let is_kind = |name: &str| name.starts_with("exercises/") || is_of_figure(name);
        let others = around.iter().filter(|it| is_kind(it.0) && stem(it.0).is_some());
        let others = others.filter(|it| !self.files.contains_key(it.0));
        let others = others.map(|it| (it.0.clone(), it.1.clone().into_bytes()));
        let own = self.files.iter().map(|it| (it.0.clone(), it.1.as_bytes().to_vec()));
        let loaded = Library::load(others.chain(own));
        let documents: BTreeMap<&str, Document> =
            self.files.iter().map(|it| (it.0.as_str(), Document::read(it.1.as_bytes()))).collect();
        let mut wrong = Vec::new();
        for problem in loaded.problems {
            let Some(document) = documents.get(problem.file.as_str()) else { continue };
            let span = Span::new(document.byte(problem.start), document.byte(problem.end));
            wrong.push(Wrong { file: problem.file.clone(), span, problem });
        }
        let document = documents.get(exercise_file(&self.id).as_str());
        self.source = document.and_then(|it| source::Exercise::read(it).source);
        self.wrong = wrong;
        self.shelf = Arc::new(loaded.shelf);
        let exercise = loaded.library.exercises.into_iter().find(|it| it.id == self.id);
        self.exercise = exercise.filter(|_| !self.has_errors());
    }
}

fn is_of_figure(name: &str) -> bool {
    name.starts_with("movements/") || name.starts_with("poses/")
}

/// Whether a file is a movement or a pose that was made for an exercise.
fn is_part_of(name: &str, exercise: &str) -> bool {
    let rest = stem(name).and_then(|it| it.strip_prefix(exercise));
    is_of_figure(name) && rest.is_some_and(|it| it.starts_with('-'))
}

/// The id that a file is called by.
fn stem(name: &str) -> Option<&str> {
    name.split_once('/')?.1.strip_suffix(".ron")
}

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;

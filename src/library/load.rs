//! Files to a library: the shipped ones, and a person's over them.
//!
//! A person's file of the same id replaces the shipped one whole. A file with errors is
//! left out and reported; everything else works on. So does what is shipped: a replacement that a
//! shipped routine could not use is an error of the replacement.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::article;
use super::check::{self, Check, Known, Problem, ProblemKind};
use super::shipped;
use super::source::{self, FileKind, SCHEMA, TimingFile};
use super::{Exercise, Id, Library, Own, Routine, SelfCheck};
use crate::figure::Shelf;
use crate::figure::source::is_figure;
use crate::ron::{Document, Span, Spanned};

/// A library, and what was wrong with the files it was made of.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Loaded {
    /// What can be trained.
    pub library: Library,
    /// The poses and movements that show it.
    pub shelf: Shelf,
    /// What was wrong, in the order of the files.
    pub problems: Vec<Problem>,
}

/// The shipped library is the same every time, so it is read once.
static SHIPPED: LazyLock<Loaded> = LazyLock::new(|| {
    let mut loaded = layer(&Library::default(), shipped::files().chain(shipped::articles()), None);
    loaded.library.own.clear();
    loaded.library.own_articles.clear();
    loaded.library.own_checks.clear();
    shipped::sort_exercises(&mut loaded.library.exercises);
    shipped::sort_routines(&mut loaded.library.routines, |_| false);
    shipped::sort_checks(&mut loaded.library.checks);
    loaded
});

impl Library {
    /// What comes with the program.
    pub fn shipped() -> Self {
        SHIPPED.library.clone()
    }

    /// What comes with the program, with a person's files over it. Each file is its path and its
    /// bytes; the folder tells what it holds (`exercises/`, `routines/`, `checks/`, `articles/`,
    /// `movements/`, `poses/`), or else its fields do.
    pub fn load(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Loaded {
        let mut loaded = layer(&SHIPPED.library, files, Some(Shelf::movement_ids));
        let Self { exercises, routines, checks, own, .. } = &mut loaded.library;
        shipped::sort_exercises(exercises);
        shipped::sort_routines(routines, |it| own.get(it) == Some(&Own::Added));
        shipped::sort_checks(checks);
        loaded
    }
}

/// Puts files over a library. `movements` tells which there are; without it any will do, because the
/// shipped files were seen to fit by a test.
fn layer(
    base: &Library,
    files: impl IntoIterator<Item = (String, Vec<u8>)>,
    movements: Option<fn(&Shelf) -> BTreeSet<Id>>,
) -> Loaded {
    let (pages, files): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|it| article::is_article(&it.0));
    let (figures, files): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|it| is_of_figure(&it.0, &it.1));
    let (shelf, faulty) = Shelf::load(figures);
    let asks = !(files.is_empty() && pages.is_empty());
    let movements = movements.filter(|_| asks).map(|it| it(&shelf));
    let mut files: Vec<File> =
        files.into_iter().filter_map(|(path, bytes)| File::read(path, &bytes)).collect();
    let mut layering = Layering::new(base);
    layering.timing(&files);
    layering.exercises(&mut files, movements.as_ref());
    layering.routines(&mut files);
    layering.self_checks(&mut files, movements.as_ref());
    let mut library = layering.library;
    let of_figures = faulty.iter().flat_map(Problem::of_figure);
    let mut problems: Vec<_> =
        files.into_iter().flat_map(File::problems).chain(of_figures).collect();
    problems.extend(article::layer(&mut library, pages, movements.as_ref()));
    Loaded { library, shelf, problems }
}

/// Whether a file is a pose or a movement, told from its folder or its fields.
fn is_of_figure(path: &str, bytes: &[u8]) -> bool {
    match folder(path) {
        Some("movements" | "poses") => true,
        Some("exercises" | "routines" | "checks") => false,
        _ => is_figure(&Document::read(bytes)),
    }
}

/// The folder that a file lies in.
fn folder(path: &str) -> Option<&str> {
    path.rsplit(['/', '\\']).nth(1)
}

/// A file on its way into the library.
struct File {
    path: String,
    document: Document,
    content: Content,
    check: Check,
}

enum Content {
    Exercise(source::Exercise),
    Routine(source::Routine),
    Check(source::SelfCheck),
    Timing(TimingFile),
    Unreadable,
}

impl File {
    /// Reads a file; nothing when it is none of the library's.
    fn read(path: String, bytes: &[u8]) -> Option<Self> {
        if belongs_elsewhere(&path) {
            return None;
        }
        let document = Document::read(bytes);
        let (content, found) = match FileKind::of(&path, &document) {
            Some(FileKind::Exercise) => {
                let read = source::Exercise::read(&document);
                (read.source.map(Content::Exercise), read.found)
            }
            Some(FileKind::Routine) => {
                let read = source::Routine::read(&document);
                (read.source.map(Content::Routine), read.found)
            }
            Some(FileKind::Check) => {
                let read = source::SelfCheck::read(&document);
                (read.source.map(Content::Check), read.found)
            }
            Some(FileKind::Timing) => {
                let read = TimingFile::read(&document);
                (read.source.map(Content::Timing), read.found)
            }
            None => (None, document.found().to_vec()),
        };
        let mut check = Check::new(found);
        if content.is_none() && !check.has_errors() {
            check.error(Span::default(), ProblemKind::UnknownFile);
        }
        Some(Self { path, document, content: content.unwrap_or(Content::Unreadable), check })
    }

    /// What the file is called, without its ending.
    fn name(&self) -> &str {
        let name = self.path.rsplit(['/', '\\']).next().unwrap_or_default();
        name.strip_suffix(".ron").unwrap_or(name)
    }

    fn problems(self) -> Vec<Problem> {
        let mut found = self.check.finish();
        found.sort_by_key(|it| (it.span.start, it.severity));
        found.into_iter().map(|it| Problem::new(&self.path, &self.document, it)).collect()
    }

    fn id(&self) -> Option<&Spanned<String>> {
        match &self.content {
            Content::Exercise(it) => it.id.as_ref(),
            Content::Routine(it) => it.id.as_ref(),
            Content::Check(it) => it.id.as_ref(),
            Content::Timing(_) | Content::Unreadable => None,
        }
    }

    /// The place of the id: that of problems with the file as a whole.
    fn id_place(&self) -> Span {
        self.id().map(|it| it.span).unwrap_or_default()
    }

    fn is_newer(&self) -> bool {
        let schema = match &self.content {
            Content::Exercise(it) => it.schema,
            Content::Routine(it) => it.schema,
            Content::Check(it) => it.schema,
            Content::Timing(it) => it.schema,
            Content::Unreadable => None,
        };
        schema.is_some_and(|it| it.value > SCHEMA)
    }
}

/// Whether a file of the data folder is another reader's.
fn belongs_elsewhere(path: &str) -> bool {
    let is_settings = path.rsplit(['/', '\\']).next() == Some("settings.ron");
    is_settings || matches!(folder(path), Some("rules" | "articles"))
}

/// A library that files are being put over.
struct Layering<'b> {
    base: &'b Library,
    library: Library,
    exercises: BTreeMap<Id, Exercise>,
    broken: BTreeSet<Id>,
}

impl<'b> Layering<'b> {
    fn new(base: &'b Library) -> Self {
        let exercises = base.exercises.iter().map(|it| (it.id.clone(), it.clone())).collect();
        Self { base, library: base.clone(), exercises, broken: BTreeSet::new() }
    }

    /// What files may refer to by now.
    fn known(&self) -> Known<'_> {
        Known { exercises: &self.exercises, broken: &self.broken, timing: self.library.timing }
    }

    fn exercises(&mut self, files: &mut [File], movements: Option<&BTreeSet<Id>>) {
        let mut taken = BTreeMap::new();
        let mut candidates = Vec::new();
        for (at, file) in files.iter_mut().enumerate() {
            let name = file.name().to_owned();
            let place = file.id_place();
            let Content::Exercise(source) = &file.content else { continue };
            let exercise = check::exercise(source, &name, &mut file.check);
            if let Some(movements) = movements {
                check::movements(source, movements, &mut file.check);
            }
            let id = source.id.as_ref().map_or(name, |it| it.value.clone());
            once(&mut taken, &id, place, &file.path, &mut file.check);
            if self.base.routine(&id).is_some() {
                also(id.clone(), "routines", place, &mut file.check);
            }
            match exercise {
                Some(it) if !file.check.has_errors() => {
                    self.exercises.insert(id, it);
                    candidates.push(at);
                }
                _ => drop(self.broken.insert(id)),
            }
        }
        self.settle(files, candidates);
        self.library.exercises = self.exercises.values().cloned().collect();
    }

    /// Takes exercises out again that refer to what is not there or that break what is, until all fit.
    fn settle(&mut self, files: &mut [File], mut candidates: Vec<usize>) {
        loop {
            let before = candidates.len();
            candidates.retain(|at| files.get_mut(*at).is_some_and(|it| self.keeps(it)));
            if candidates.len() == before {
                break;
            }
        }
        for file in candidates.iter().filter_map(|at| files.get(*at)) {
            let Some(id) = file.id() else { continue };
            let replaced = self.base.exercises.iter().any(|it| it.id == id.value);
            let own = if replaced { Own::Replaced } else { Own::Added };
            self.note(id.value.clone(), own, file.is_newer());
        }
    }

    /// Whether an exercise fits what is there now; if not, what was there before comes back.
    fn keeps(&mut self, file: &mut File) -> bool {
        let Content::Exercise(source) = &file.content else { return false };
        let known = self.known();
        check::references(source, known, &mut file.check);
        let id = source.id.as_ref().map(|it| it.value.clone()).unwrap_or_default();
        let broken = self.exercises.get(&id).and_then(|it| check::breaks(it, self.base));
        if let Some(what) = broken {
            file.check.error(file.id_place(), what);
        }
        let fits = !file.check.has_errors();
        if !fits {
            self.restore(id);
        }
        fits
    }

    /// What was there before a file that turned out to be broken.
    fn restore(&mut self, id: Id) {
        match self.base.exercises.iter().find(|it| it.id == id) {
            Some(it) => drop(self.exercises.insert(id.clone(), it.clone())),
            None => drop(self.exercises.remove(&id)),
        }
        self.broken.insert(id);
    }

    fn routines(&mut self, files: &mut [File]) {
        let mut taken = BTreeMap::new();
        for file in files {
            let name = file.name().to_owned();
            let place = file.id_place();
            let newer = file.is_newer();
            let Content::Routine(source) = &file.content else { continue };
            let known = self.known();
            let routine = check::routine(source, &name, known, &mut file.check);
            let id = source.id.as_ref().map_or(name, |it| it.value.clone());
            once(&mut taken, &id, place, &file.path, &mut file.check);
            if self.exercises.contains_key(&id) {
                also(id, "exercises", place, &mut file.check);
            }
            if let Some(routine) = routine.filter(|_| !file.check.has_errors()) {
                self.put(routine, newer);
            }
        }
    }

    /// Self-tests; their ids are their own, so that a check may be called like an exercise.
    fn self_checks(&mut self, files: &mut [File], movements: Option<&BTreeSet<Id>>) {
        let mut taken = BTreeMap::new();
        for file in files {
            let name = file.name().to_owned();
            let place = file.id_place();
            let Content::Check(source) = &file.content else { continue };
            let found = check::self_check(source, &name, &mut file.check);
            if let Some(movements) = movements {
                check::check_movements(source, movements, &mut file.check);
            }
            let id = source.id.as_ref().map_or(name, |it| it.value.clone());
            once(&mut taken, &id, place, &file.path, &mut file.check);
            if let Some(found) = found.filter(|_| !file.check.has_errors()) {
                self.put_check(found);
            }
        }
    }

    fn put_check(&mut self, check: SelfCheck) {
        let id = check.id.clone();
        let before = self.library.checks.iter_mut().find(|it| it.id == id);
        let own = if before.is_some() { Own::Replaced } else { Own::Added };
        match before {
            Some(it) => *it = check,
            None => self.library.checks.push(check),
        }
        self.library.own_checks.insert(id, own);
    }

    fn put(&mut self, routine: Routine, newer: bool) {
        let id = routine.id.clone();
        let before = self.library.routines.iter_mut().find(|it| it.id == id);
        let own = if before.is_some() { Own::Replaced } else { Own::Added };
        match before {
            Some(it) => *it = routine,
            None => self.library.routines.push(routine),
        }
        self.note(id, own, newer);
    }

    fn timing(&mut self, files: &[File]) {
        for file in files.iter().filter(|it| !it.check.has_errors()) {
            if let Content::Timing(source) = &file.content {
                self.library.timing = source.timing;
            }
        }
    }

    fn note(&mut self, id: Id, own: Own, newer: bool) {
        if newer {
            self.library.newer.insert(id.clone());
        }
        self.library.own.insert(id, own);
    }
}

/// Notes an id that a file of the other kind has already: an id names one thing.
fn also(id: Id, folder: &str, place: Span, check: &mut Check) {
    let file = format!("{folder}/{id}.ron");
    check.error(place, ProblemKind::RepeatedId { id, file });
}

/// Notes an id that another file has already.
fn once(taken: &mut BTreeMap<Id, String>, id: &str, place: Span, path: &str, check: &mut Check) {
    match taken.get(id) {
        Some(file) => {
            let what = ProblemKind::RepeatedId { id: id.to_owned(), file: file.clone() };
            check.error(place, what);
        }
        None => drop(taken.insert(id.to_owned(), path.to_owned())),
    }
}

#[cfg(test)]
mod tests;

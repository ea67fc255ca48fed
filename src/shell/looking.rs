//! Looking at the person's own files: at the start, and again whenever something has changed them.
//!
//! What was found is remembered, so that a look that finds the same tells nobody. Of a file that has a
//! mistake in it now, the last version without one stays in use.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::keeping::{path_of, trouble};
use super::loading::{Loaded, Source};
use crate::coach::{Copied, News, Remark, ShareNews};
use crate::figure::Shelf;
use crate::files::{
    self, ConflictCopy, Disk, Folders, Import, PersonalFile, Problem, copies_of_settings,
    without_copies,
};
use crate::library::Keeper;
use crate::program::{Rules, is_rule_file};
use crate::settings::SettingsFile;

/// What was found when the files were last looked at.
#[derive(Debug, Default)]
pub(super) struct Seen {
    keeper: Keeper,
    files: Option<Found>,
    settings: Option<Settings>,
    shelf: Option<Arc<Shelf>>,
    /// The archive that was looked at last.
    pub(super) import: Option<Import>,
}

/// What the settings file held; nothing when there was none.
type Settings = Option<Vec<u8>>;

/// Everything of the person's own, as it was found.
#[derive(Debug, PartialEq)]
struct Found {
    files: Vec<PersonalFile>,
    drafts: Vec<PersonalFile>,
    copies: Vec<ConflictCopy>,
    problems: Vec<Problem>,
}

impl Found {
    fn look(disk: &dyn Disk, folders: &Folders) -> Self {
        let mut problems = Vec::new();
        let mut or_nothing = |read: Result<Vec<PersonalFile>, Problem>| {
            read.unwrap_or_else(|problem| {
                problems.push(problem);
                Vec::new()
            })
        };
        let files = or_nothing(folders.library_files(disk));
        let drafts = or_nothing(folders.drafts(disk));
        let (files, mut copies) = without_copies(files);
        match copies_of_settings(disk, folders) {
            Ok(more) => copies.extend(more),
            Err(problem) => problems.push(problem),
        }
        // What the library reads of a file is told by it.
        let untold = files.iter().filter(|it| it.for_library().is_none());
        problems.extend(untold.filter_map(|it| it.bytes.as_ref().err().cloned()));
        Self { files, drafts, copies, problems }
    }

    /// The files with their names in the data folder.
    fn readable(&self, folders: &Folders) -> Vec<(String, Vec<u8>)> {
        let named = |it: &PersonalFile| {
            let name = folders.own_name(&it.path).unwrap_or_else(|| path_of(&it.path));
            Some((name, it.for_library()?.to_vec()))
        };
        self.files.iter().filter_map(named).collect()
    }

    /// The texts of files, by their names in the data folder. What is no text cannot be edited as one.
    fn texts(&self, folders: &Folders) -> BTreeMap<String, String> {
        let copies = self.copies.iter().map(|it| &it.file);
        let all = self.files.iter().chain(&self.drafts).chain(copies);
        all.filter_map(|it| Some((folders.own_name(&it.path)?, text_of(it)?))).collect()
    }

    /// The conflict copies that can be shown.
    fn copies(&self, folders: &Folders) -> Vec<Copied> {
        let shown = self.copies.iter().filter_map(|it| {
            let name = folders.own_name(&it.file.path)?;
            let of = it.of.strip_prefix(&folders.data).ok()?;
            let of: Option<Vec<_>> = of.iter().map(|it| it.to_str()).collect();
            Some(Copied { name, of: of?.join("/"), text: text_of(&it.file)? })
        });
        shown.collect()
    }
}

fn text_of(file: &PersonalFile) -> Option<String> {
    String::from_utf8(file.bytes.as_ref().ok()?.clone()).ok()
}

impl Seen {
    /// The next look finds everything new.
    pub(super) fn forget(&mut self) {
        (self.files, self.settings) = (None, None);
    }

    /// What there is to be told of the settings.
    pub(super) fn settings(&mut self, disk: &dyn Disk, folders: &Folders) -> Vec<Loaded> {
        let bytes = match files::read_settings(disk, folders) {
            Ok(bytes) => bytes,
            Err(problem) => return vec![unreadable(&problem)],
        };
        if self.settings.as_ref() == Some(&bytes) {
            return Vec::new();
        }
        self.settings = Some(bytes.clone());
        let file = bytes.as_deref().map_or_else(SettingsFile::fresh, SettingsFile::read);
        vec![Loaded::Settings(bytes), Loaded::News(News::Settings(Box::new(file)))]
    }

    /// What there is to be told of routines, exercises, movements, pages and rules.
    pub(super) fn library(&mut self, disk: &dyn Disk, folders: &Folders) -> Vec<Loaded> {
        let found = Found::look(disk, folders);
        if self.files.as_ref() == Some(&found) {
            return Vec::new();
        }
        let mut told = Vec::new();
        if self.files.as_ref().map(|it| &it.problems) != Some(&found.problems) {
            told.extend(found.problems.iter().map(unreadable));
        }
        told.push(Loaded::News(News::OwnFiles(found.texts(folders))));
        let (rules, readable): (Vec<_>, Vec<_>) =
            found.readable(folders).into_iter().partition(|it| is_rule_file(&it.0));
        let rules = Rules::load(rules);
        let loaded = self.keeper.load(&readable);
        let problems: Vec<_> = loaded.problems.into_iter().chain(rules.problems).collect();
        told.push(Loaded::News(News::Rules(Box::new(rules.rules))));
        if self.shelf.as_deref() != Some(&loaded.shelf) {
            let figures = Arc::new(loaded.shelf);
            self.shelf = Some(Arc::clone(&figures));
            told.push(Loaded::News(News::Figures(figures)));
        }
        let (library, count) = (Arc::new(loaded.library), problems.len());
        told.push(Loaded::News(News::Library { library, problems: count }));
        told.push(Loaded::News(News::Share(ShareNews::Problems(problems))));
        told.push(Loaded::News(News::Share(ShareNews::Copies(found.copies(folders)))));
        self.files = Some(found);
        told
    }
}

impl Source {
    /// Looks at everything of the person's own again. `mark` comes back with what was found.
    pub(super) fn look(&self, mark: u64) {
        let source = self.clone();
        Self::on_thread(move || {
            let all = match (&source.folders, source.seen.lock()) {
                (Ok(folders), Ok(mut seen)) => {
                    let mut all = seen.settings(&*source.disk, folders);
                    all.extend(seen.library(&*source.disk, folders));
                    all
                }
                _ => Vec::new(),
            };
            (source.send)(Loaded::Looked { mark, all });
        });
    }

    /// What was found last was not taken in.
    pub(super) fn forget(&self) {
        if let Ok(mut seen) = self.seen.lock() {
            seen.forget();
        }
    }
}

pub(super) fn unreadable(problem: &Problem) -> Loaded {
    Loaded::News(News::Remark(Remark::Unreadable(trouble(problem))))
}

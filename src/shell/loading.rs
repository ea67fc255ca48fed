//! Reading what lies on the disk, on a thread of its own, so that the window is there first.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use super::keeping::{path_of, trouble};
use crate::coach::{Doing, News, Remark, Trouble};
use crate::files::{
    self, Disk, Folders, MoveProblem, Moved, Notice, OpenProblem, PersonalFile, Problem, Store,
    Writer,
};
use crate::library::Library;
use crate::program::{Rules, is_rule_file};
use crate::settings::SettingsFile;
use crate::units::Now;

/// Something that was read.
#[derive(Debug)]
pub(super) enum Loaded {
    /// For the coach.
    News(News),
    /// What the settings file holds; `None` when there is none.
    Settings(Option<Vec<u8>>),
    /// The folders are others now.
    Folder(Folders),
    /// The data folder is in this program's hands.
    Store(Box<Store>),
    /// It cannot be.
    NoStore(Trouble),
}

/// To whom everything is handed over, from any thread.
pub(super) type Send = Arc<dyn Fn(Loaded) + std::marker::Send + Sync>;

/// Where things lie, and who is told of them.
#[derive(Clone)]
pub(super) struct Source {
    pub(super) disk: Arc<dyn Disk>,
    pub(super) folders: Result<Folders, Problem>,
    pub(super) send: Send,
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Source").field("folders", &self.folders).finish_non_exhaustive()
    }
}

impl Source {
    /// Reads everything and hands it over piece by piece: first what the first screen needs.
    pub(super) fn read(&self, now: &Now) {
        let (source, now) = (self.clone(), now.clone());
        Self::on_thread(move || read(&source.disk, source.folders, &now, &*source.send));
    }

    /// Tries to take the data folder into use once more.
    pub(super) fn open(&self, now: &Now) {
        let (source, now) = (self.clone(), now.clone());
        Self::on_thread(move || match source.folders {
            Ok(folders) => open(&source.disk, &folders, &now, &*source.send),
            Err(problem) => cannot_open(&problem, &*source.send),
        });
    }

    /// Takes the data to another folder and reads it there. `kept` are the writer and the lock; they
    /// are let go first.
    pub(super) fn take_to(&self, to: PathBuf, kept: (Option<Writer>, Option<Store>), now: &Now) {
        let (source, now) = (self.clone(), now.clone());
        Self::on_thread(move || {
            let (writer, store) = kept;
            // In this order: what is open is written while the folders are still ours.
            drop(writer);
            drop(store);
            let Self { disk, folders, send } = source;
            let folders = folders.map(|it| moved(&*disk, it, &to, &*send));
            read(&disk, folders, &now, &*send);
        });
    }

    pub(super) fn on_thread(work: impl FnOnce() + std::marker::Send + 'static) {
        // A computer that cannot start another thread cannot write either, and says so by silence.
        thread::Builder::new().name("loading".to_owned()).spawn(work).ok();
    }
}

/// Moves the data, tells what came of it, and answers with the folders to be used.
fn moved(disk: &dyn Disk, folders: Folders, to: &Path, send: &dyn Fn(Loaded)) -> Folders {
    let news = |it| send(Loaded::News(it));
    match files::move_data(disk, &folders, to) {
        Ok(Moved { folders, left, copied, theirs }) => {
            let (path, left) = (path_of(&folders.data), path_of(&left));
            news(News::Remark(Remark::Moved { path, left, copied }));
            if !theirs.is_empty() {
                news(News::Remark(Remark::Theirs(theirs.len())));
            }
            send(Loaded::Folder(folders.clone()));
            folders
        }
        Err(problem) => {
            let why = match problem {
                MoveProblem::Portable => Trouble::MovePortable,
                MoveProblem::Inside => Trouble::MoveInside,
                MoveProblem::Problem(problem) => trouble(&problem),
            };
            news(News::Failed { doing: Doing::Moving, why });
            folders
        }
    }
}

fn read(disk: &Arc<dyn Disk>, folders: Result<Folders, Problem>, now: &Now, send: &dyn Fn(Loaded)) {
    let news = |it| send(Loaded::News(it));
    match folders {
        Ok(folders) => {
            read_settings(&**disk, &folders, send);
            read_library(&**disk, &folders, send);
            open(disk, &folders, now, send);
        }
        Err(problem) => {
            let library = Arc::new(Library::shipped());
            news(News::Library { library, problems: 0 });
            cannot_open(&problem, send);
        }
    }
}

fn read_settings(disk: &dyn Disk, folders: &Folders, send: &dyn Fn(Loaded)) {
    match files::read_settings(disk, folders) {
        Ok(bytes) => {
            let file = bytes.as_deref().map_or_else(SettingsFile::fresh, SettingsFile::read);
            send(Loaded::Settings(bytes));
            send(Loaded::News(News::Settings(Box::new(file))));
        }
        Err(problem) => send(unreadable(&problem)),
    }
}

fn read_library(disk: &dyn Disk, folders: &Folders, send: &dyn Fn(Loaded)) {
    let files = folders.library_files(disk).unwrap_or_else(|problem| {
        send(unreadable(&problem));
        Vec::new()
    });
    let drafts = folders.drafts(disk).unwrap_or_else(|problem| {
        send(unreadable(&problem));
        Vec::new()
    });
    send(Loaded::News(News::OwnFiles(texts(folders, &[files.as_slice(), &drafts].concat()))));
    let mut readable = Vec::new();
    for file in files {
        match file.bytes {
            Ok(bytes) => readable.push((path_of(&file.path), bytes)),
            Err(problem) => send(unreadable(&problem)),
        }
    }
    let (rules, readable): (Vec<_>, Vec<_>) =
        readable.into_iter().partition(|it| is_rule_file(&it.0));
    let rules = Rules::load(rules);
    let loaded = Library::load(readable);
    let problems = loaded.problems.len() + rules.problems.len();
    send(Loaded::News(News::Rules(Box::new(rules.rules))));
    send(Loaded::News(News::Figures(Arc::new(loaded.shelf))));
    send(Loaded::News(News::Library { library: Arc::new(loaded.library), problems }));
}

/// The texts of files, by their names in the data folder. What is no text cannot be edited as one.
fn texts(folders: &Folders, files: &[PersonalFile]) -> BTreeMap<String, String> {
    let text = |it: &PersonalFile| {
        let text = String::from_utf8(it.bytes.as_ref().ok()?.clone()).ok()?;
        Some((folders.own_name(&it.path)?, text))
    };
    files.iter().filter_map(text).collect()
}

fn open(disk: &Arc<dyn Disk>, folders: &Folders, now: &Now, send: &dyn Fn(Loaded)) {
    let news = |it| send(Loaded::News(it));
    if let Some(days) = files::read_days(&**disk, folders) {
        news(News::Days(Box::new(days)));
    }
    match Store::open(Arc::clone(disk), folders.clone(), now) {
        Ok(mut store) => {
            for notice in std::mem::take(&mut store.notices) {
                if let Some(remark) = remark(&notice) {
                    news(News::Remark(remark));
                }
            }
            news(News::Journal(Box::new(std::mem::take(&mut store.journal))));
            let unfinished = store.unfinished.as_ref().map(|log| {
                let (started, facts) = (Box::new(log.started.clone()), log.facts.clone());
                News::Unfinished { started, facts, last: log.last }
            });
            let index = std::mem::take(&mut store.index);
            // Before anything is offered that needs it.
            send(Loaded::Store(Box::new(store)));
            unfinished.into_iter().for_each(news);
            news(News::Ready);
            for problem in files::back_up(&**disk, folders, now) {
                news(News::Remark(Remark::NoBackup(trouble(&problem))));
            }
            // Without it the next start is a little slower; a disk that takes nothing is told of by
            // whatever has something to lose.
            index.write(&**disk, folders).ok();
        }
        Err(OpenProblem::InUse(_)) => {
            let (journal, problems) = files::read_journal(&**disk, folders);
            for problem in problems {
                send(unreadable(&problem));
            }
            news(News::Journal(Box::new(journal)));
            news(News::Locked);
        }
        Err(OpenProblem::Problem(problem)) => cannot_open(&problem, send),
    }
}

fn cannot_open(problem: &Problem, send: &dyn Fn(Loaded)) {
    let why = trouble(problem);
    send(Loaded::NoStore(why.clone()));
    send(Loaded::News(News::Failed { doing: Doing::Reading, why }));
}

fn unreadable(problem: &Problem) -> Loaded {
    Loaded::News(News::Remark(Remark::Unreadable(trouble(problem))))
}

/// What is to be said of a notice. Lines of the journal that cannot be read are told with its health.
pub(crate) fn remark(notice: &Notice) -> Option<Remark> {
    Some(match notice {
        Notice::Recovered => Remark::KeptAfterAll,
        Notice::SetAside(path) => Remark::SetAside { path: path_of(path) },
        Notice::Damaged(_) => return None,
        Notice::Shrunk(files) => Remark::Shrunk { files: files.clone() },
        Notice::NewName(name) => Remark::NewName { name: name.to_string() },
        Notice::OpenToOthers(path) => Remark::OpenToOthers { path: path_of(path) },
        Notice::ClockBehind(at) => Remark::ClockBehind { date: at.date_naive() },
        Notice::NoBackup(problem) => Remark::NoBackup(trouble(problem)),
        Notice::Unreadable(problem) => Remark::Unreadable(trouble(problem)),
    })
}

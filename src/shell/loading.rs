//! Reading what lies on the disk, on a thread of its own, so that the window is there first.

use std::sync::Arc;
use std::thread;

use super::keeping::{path_of, trouble};
use crate::coach::{Doing, News, Remark, Trouble};
use crate::figure::Shelf;
use crate::files::{self, Disk, Folders, Notice, OpenProblem, Problem, Store};
use crate::library::Library;
use crate::settings::SettingsFile;
use crate::units::Now;

/// Something that was read.
#[derive(Debug)]
pub(super) enum Loaded {
    /// For the coach.
    News(News),
    /// What the settings file holds; `None` when there is none.
    Settings(Option<Vec<u8>>),
    /// The poses and movements.
    Figures(Arc<Shelf>),
    /// The data folder is in this program's hands.
    Store(Box<Store>),
    /// It cannot be.
    NoStore(Trouble),
}

/// Reads everything and hands it over piece by piece: first what the first screen needs.
pub(super) fn start(
    disk: Arc<dyn Disk>,
    folders: Result<Folders, Problem>,
    now: Now,
    send: impl Fn(Loaded) + Send + Sync + 'static,
) {
    let send = Arc::new(send);
    let on_thread = Arc::clone(&send);
    let copy = (Arc::clone(&disk), folders.clone(), now.clone());
    let started = thread::Builder::new()
        .name("loading".to_owned())
        .spawn(move || read(&disk, folders, &now, &*on_thread));
    if started.is_err() {
        // A computer that cannot start another thread gets its files a little later.
        let (disk, folders, now) = copy;
        read(&disk, folders, &now, &*send);
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
    let mut readable = Vec::new();
    for file in files {
        match file.bytes {
            Ok(bytes) => readable.push((path_of(&file.path), bytes)),
            Err(problem) => send(unreadable(&problem)),
        }
    }
    let loaded = Library::load(readable);
    let problems = loaded.problems.len();
    send(Loaded::Figures(Arc::new(loaded.shelf)));
    send(Loaded::News(News::Library { library: Arc::new(loaded.library), problems }));
}

fn open(disk: &Arc<dyn Disk>, folders: &Folders, now: &Now, send: &dyn Fn(Loaded)) {
    let news = |it| send(Loaded::News(it));
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
            // Before anything is offered that needs it.
            send(Loaded::Store(Box::new(store)));
            unfinished.into_iter().for_each(news);
            news(News::Ready);
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
fn remark(notice: &Notice) -> Option<Remark> {
    match notice {
        Notice::Recovered => Some(Remark::KeptAfterAll),
        Notice::SetAside(path) => Some(Remark::SetAside { path: path_of(path) }),
        Notice::Copied(_) => None,
        Notice::Unreadable(problem) => Some(Remark::Unreadable(trouble(problem))),
    }
}

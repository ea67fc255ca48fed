//! Reading what lies on the disk, on a thread of its own, so that the window is there first.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use super::keeping::{path_of, trouble};
use super::looking::{Seen, unreadable};
use crate::coach::{Doing, News, Remark, Trouble};
use crate::files::{
    self, Disk, Folders, MoveProblem, Moved, Notice, OpenProblem, Problem, Store, Writer,
};
use crate::library::Library;
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
    /// Everything was read.
    Read,
    /// Something has changed the person's own files.
    Stirred,
    /// It is heard from now on what other processes of the program tell.
    Attending(Box<files::Attending>),
    /// One of them may have told something.
    Called,
    /// It was looked what.
    Heeded,
    /// They were looked at again.
    Looked {
        /// As [`Source::look`] was told.
        mark: u64,
        /// What is new, in this order.
        all: Vec<Self>,
    },
}

/// To whom everything is handed over, from any thread.
pub(super) type Send = Arc<dyn Fn(Loaded) + std::marker::Send + Sync>;

/// Where things lie, and who is told of them.
#[derive(Clone)]
pub(super) struct Source {
    pub(super) disk: Arc<dyn Disk>,
    pub(super) folders: Result<Folders, Problem>,
    pub(super) send: Send,
    /// What was found of the person's own files.
    pub(super) seen: Arc<Mutex<Seen>>,
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Source").field("folders", &self.folders).finish_non_exhaustive()
    }
}

impl Source {
    /// Reads everything and hands it over piece by piece: first what the first screen needs, and the
    /// journal when the other end of `first` is let go, so that no journal is so long that it keeps the
    /// first frame from its processor.
    pub(super) fn read(&self, first: Receiver<()>, now: &Now) {
        let (source, now) = (self.clone(), now.clone());
        Self::on_thread(move || read(&source, Some(first), &now));
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
            let folders = source.folders.clone();
            let folders = folders.map(|it| moved(&*source.disk, it, &to, &*source.send));
            read(&Self { folders, ..source }, None, &now);
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

/// A window that is not drawn, because another covers it, has its journal read after this time.
const FIRST_FRAME: Duration = Duration::from_secs(1);

fn read(source: &Source, first: Option<Receiver<()>>, now: &Now) {
    let Source { disk, folders, send, seen } = source;
    let (disk, send) = (disk, &**send);
    let news = |it| send(Loaded::News(it));
    match folders {
        Ok(folders) => {
            if let Ok(mut seen) = seen.lock() {
                seen.forget();
                seen.settings(&**disk, folders).into_iter().for_each(send);
                seen.library(&**disk, folders).into_iter().for_each(send);
            }
            // Either it was let go, or it took too long.
            first.map(|it| it.recv_timeout(FIRST_FRAME).ok());
            open(disk, folders, now, send);
            send(Loaded::Read);
        }
        Err(problem) => {
            let library = Arc::new(Library::shipped());
            news(News::Library { library, problems: 0 });
            cannot_open(problem, send);
        }
    }
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

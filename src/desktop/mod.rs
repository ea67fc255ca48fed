//! What the desktop around the window does for it: staying awake while a session runs, and showing
//! a folder.
//!
//! The system may take seconds to answer, so everything happens on a thread of its own.

mod system;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crate::coach::{Doing, News, PhotoNews, ShareNews, Trouble};

/// Something to be done.
enum Job {
    Awake(bool),
    Show(PathBuf),
    Choose,
    ChoosePhoto,
    ChooseFile,
    ChooseTarget(String),
}

/// The desktop. Dropping it lets the computer sleep again.
pub struct Desktop {
    jobs: Sender<Job>,
}

impl fmt::Debug for Desktop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Desktop").finish_non_exhaustive()
    }
}

impl Desktop {
    /// Starts the thread. `reason` is what the system shows as the reason for staying awake; `tell`
    /// is called from the thread with what could not be done.
    pub fn start(reason: String, tell: impl Fn(News) + Send + 'static) -> io::Result<Self> {
        Self::start_with(system::Own { reason }, tell)
    }

    fn start_with<S: System>(system: S, tell: impl Fn(News) + Send + 'static) -> io::Result<Self> {
        let (jobs, inbox) = channel();
        // Not waited for at the end: a system that does not answer must not keep the window open,
        // and with the process every guard is gone.
        thread::Builder::new()
            .name("desktop".to_owned())
            .spawn(move || run(&system, &inbox, tell))?;
        Ok(Self { jobs })
    }

    /// Keeps the computer awake, or lets it sleep again.
    pub fn keep_awake(&self, awake: bool) {
        self.ask(Job::Awake(awake));
    }

    /// Shows a folder in the system's own file window.
    pub fn show(&self, folder: &Path) {
        self.ask(Job::Show(folder.to_owned()));
    }

    /// Lets the person choose a folder in the system's own dialog; the choice is told as
    /// [`News::FolderChosen`], and nothing when there was none.
    pub fn choose_folder(&self) {
        self.ask(Job::Choose);
    }

    /// Lets the person choose a photo in the system's own dialog; told as [`PhotoNews::Chosen`], also
    /// when there was none, because no dialog and no choice cannot be told apart.
    pub fn choose_photo(&self) {
        self.ask(Job::ChoosePhoto);
    }

    /// Lets the person choose a file in the system's own dialog; what came of it is told as
    /// [`ShareNews::FileChosen`].
    pub fn choose_file(&self) {
        self.ask(Job::ChooseFile);
    }

    /// Lets the person choose where to write a file of this name; what came of it is told as
    /// [`ShareNews::TargetChosen`].
    pub fn choose_target(&self, name: String) {
        self.ask(Job::ChooseTarget(name));
    }

    fn ask(&self, job: Job) {
        // The thread ends only when this handle does.
        drop(self.jobs.send(job));
    }
}

/// What is kept from happening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Guarded {
    /// The display turns off.
    Display,
    /// The computer falls asleep because nobody touches it.
    Idle,
}

/// The system's own words for why it does not do something.
type Refusal = String;

/// The system, or one that a test has made.
trait System: Send + 'static {
    /// Holds for as long as it lives.
    type Guard;

    fn guard(&self, what: Guarded) -> Result<Self::Guard, Refusal>;

    fn show(&self, folder: &Path) -> Result<(), Refusal>;

    /// Nothing, when the person has chosen none.
    fn choose(&self) -> Result<Option<PathBuf>, Refusal>;

    /// Nothing, when the person has chosen none.
    fn choose_photo(&self) -> Option<PathBuf>;

    /// A file to be read; nothing, when the person has chosen none.
    fn choose_file(&self) -> Option<PathBuf>;

    /// A file to be written; nothing, when the person has chosen none.
    fn choose_target(&self, name: &str) -> Option<PathBuf>;
}

fn run<S: System>(system: &S, inbox: &Receiver<Job>, tell: impl Fn(News)) {
    // Two guards: with one for both, a computer without a system bus would keep neither.
    let mut held: [Option<S::Guard>; 2] = [None, None];
    while let Ok(job) = inbox.recv() {
        match job {
            Job::Awake(false) => held = [None, None],
            Job::Awake(true) => {
                let slots = held.iter_mut().zip([Guarded::Display, Guarded::Idle]);
                for (slot, what) in slots.filter(|it| it.0.is_none()) {
                    let guard = system.guard(what).map_err(|why| tell(failed(what.into(), why)));
                    *slot = guard.ok();
                }
            }
            Job::Choose => match system.choose() {
                Ok(Some(folder)) => tell(News::FolderChosen(folder)),
                Ok(None) => {}
                Err(why) => tell(failed(Doing::Choosing, why)),
            },
            Job::ChoosePhoto => {
                tell(News::Photo(PhotoNews::Chosen(system.choose_photo())));
            }
            Job::ChooseFile => {
                tell(News::Share(ShareNews::FileChosen(system.choose_file())));
            }
            Job::ChooseTarget(name) => {
                tell(News::Share(ShareNews::TargetChosen(system.choose_target(&name))));
            }
            Job::Show(folder) => {
                if let Err(why) = system.show(&folder) {
                    tell(failed(Doing::Folder, why));
                }
            }
        }
    }
}

impl From<Guarded> for Doing {
    fn from(what: Guarded) -> Self {
        match what {
            Guarded::Display => Self::Display,
            Guarded::Idle => Self::Idle,
        }
    }
}

const fn failed(doing: Doing, why: Refusal) -> News {
    News::Failed { doing, why: Trouble::Other(why) }
}

#[cfg(test)]
mod tests;

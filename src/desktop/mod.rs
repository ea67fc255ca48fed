//! What the desktop around the program does for it: staying awake while a session runs, showing a
//! folder; for reminders a notification with buttons, and what is in front.
//!
//! The system may take seconds to answer, so for the window everything happens on a thread of its own.
//! Whoever waits with the reminders has no window that would stand still.

#[cfg(target_os = "linux")]
mod front;
mod launch;
#[cfg(target_os = "linux")]
mod notification;
mod system;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

pub use launch::Launcher;

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
pub type Refusal = String;

/// What is in front of the person, as far as the desktop tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InFront {
    /// Nothing that would be disturbed.
    Nothing,
    /// A window fills the screen.
    FullScreen,
    /// Something keeps the session from going idle: a film, a call.
    KeptAwake,
    /// The desktop does not tell.
    Unknown,
}

/// What is in front of the person now.
pub fn in_front() -> InFront {
    #[cfg(target_os = "linux")]
    return front::in_front();
    #[cfg(not(target_os = "linux"))]
    InFront::Unknown
}

/// Something to be told with buttons under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// A few words.
    pub title: String,
    /// A sentence or two.
    pub body: String,
    /// Each with the key by which it is told. Some desktops show the first three alone.
    pub buttons: Vec<(&'static str, String)>,
}

/// What a person did with a notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answered {
    /// Pressed the button of this key.
    Pressed(String),
    /// Clicked on it.
    Opened,
    /// Put it away, or it went by itself.
    Closed,
}

/// A notification that is up; it goes with this value.
#[derive(Debug)]
pub struct Notification {
    #[cfg(target_os = "linux")]
    #[expect(dead_code, reason = "held, not read")]
    up: notification::Up,
}

impl Notification {
    /// Shows it, where the desktop has notifications with buttons. `answered` is called once, from
    /// another thread.
    #[cfg(target_os = "linux")]
    pub fn show(
        notice: &Notice,
        answered: impl FnOnce(Answered) + Send + 'static,
    ) -> Result<Self, Refusal> {
        notification::show(notice, answered).map(|up| Self { up })
    }

    /// Whether the desktop has notifications with buttons; else why not.
    #[cfg(target_os = "linux")]
    pub fn can_be_shown() -> Result<(), Refusal> {
        notification::can_be_shown()
    }

    /// Whether the desktop has notifications with buttons; else why not.
    #[cfg(not(target_os = "linux"))]
    pub fn can_be_shown() -> Result<(), Refusal> {
        Err("no notifications with buttons on this system".to_owned())
    }

    /// Shows it, where the desktop has notifications with buttons. `answered` is called once, from
    /// another thread.
    #[cfg(not(target_os = "linux"))]
    pub fn show(
        _notice: &Notice,
        _answered: impl FnOnce(Answered) + Send + 'static,
    ) -> Result<Self, Refusal> {
        Err("no notifications with buttons on this system".to_owned())
    }
}

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

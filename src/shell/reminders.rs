//! Reminders as far as they lie outside of the window: who waits, the login, and a first reminder to
//! try. On a thread of its own, because all of it asks the disk.

use std::ffi::OsString;
use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use super::keeping::{path_of, trouble};
use super::loading::{Loaded, Source};
use crate::clock::Clock;
use crate::coach::{Doing, Errand, News, Reminders, Trouble};
use crate::desktop::Launcher;
use crate::files::{self, Disk, Folders, LoginEntry, LoginWords, Problem};
use crate::program::Noted;
use crate::text::{ReminderSentence, Text};

/// Whoever waits needs a moment to notice a change, or to begin.
const NOTICES: Duration = Duration::from_millis(900);

/// Starts this program once more, with these words.
pub type Start = Arc<dyn Fn(&[OsString]) -> io::Result<()> + Send + Sync>;

/// How this program is started once more, and where it is begun with the login.
#[derive(Clone)]
pub struct Outfit {
    /// Starts this program with these words.
    pub start: Start,
    /// Where this program is, if it can find itself.
    pub program: Option<PathBuf>,
    /// The entry by which something begins with the login; none on a system without such a thing.
    pub login: Option<LoginEntry>,
}

impl Outfit {
    /// The real one.
    pub(super) fn own() -> Self {
        let launcher = Launcher::find();
        let program = launcher.as_ref().ok().map(|it| it.program().to_owned());
        let start = move |words: &[OsString]| match &launcher {
            // How it ends is for it to say, in its own window or notification.
            Ok(it) => it.start(words, drop),
            Err(why) => Err(io::Error::new(why.kind(), why.to_string())),
        };
        Self { start: Arc::new(start), program, login: LoginEntry::find() }
    }
}

impl fmt::Debug for Outfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outfit").field("program", &self.program).finish_non_exhaustive()
    }
}

/// What an errand is run with.
#[derive(Debug, Clone)]
pub(super) struct Runner {
    pub(super) clock: Arc<dyn Clock>,
    pub(super) text: Arc<Text>,
    pub(super) outfit: Outfit,
}

/// Runs an errand, and tells what came of it: at once, and again when somebody has had the time to
/// notice.
pub(super) fn run(source: &Source, runner: Runner, errand: Errand) {
    let source = source.clone();
    Source::on_thread(move || {
        let news = |it| (source.send)(Loaded::News(it));
        let Ok(folders) = &source.folders else { return };
        if let Err(why) = runner.run(&*source.disk, folders, errand) {
            news(News::Failed { doing: Doing::Reminders, why });
        }
        let first = runner.look(&*source.disk, folders);
        if let Ok(it) = &first {
            news(News::Reminders(it.clone()));
        }
        pause();
        match (first, runner.look(&*source.disk, folders)) {
            (Ok(before), Ok(now)) if before == now => {}
            (_, Ok(now)) => news(News::Reminders(now)),
            (_, Err(problem)) => {
                news(News::Failed { doing: Doing::Reminders, why: trouble(&problem) });
            }
        }
    });
}

#[expect(clippy::disallowed_methods, reason = "the errand's own thread, in real time")]
fn pause() {
    thread::sleep(NOTICES);
}

/// What this program is to be told when it is started once more: the same data, and what to do.
pub(crate) fn words(folders: &Folders, what: &[&str]) -> Vec<OsString> {
    let data = folders.is_portable().then(|| folders.data.clone().into_os_string());
    let data = data.into_iter().flat_map(|it| ["--data-dir".into(), it]);
    what.iter().map(OsString::from).chain(data).collect()
}

impl Runner {
    fn run(&self, disk: &dyn Disk, folders: &Folders, errand: Errand) -> Result<(), Trouble> {
        match errand {
            Errand::Look => Ok(()),
            Errand::Wait => {
                let waits = files::read_waiting(disk, folders).is_ok_and(|it| it.is_some());
                if waits { Ok(()) } else { self.start(folders, &["wait"]) }
            }
            Errand::Now => self.start(folders, &["wait", "--now"]),
            Errand::NotToday => {
                let now = self.clock.now();
                let kept = files::keep_note(disk, folders, Noted::NotToday, &now);
                kept.map(drop).map_err(|it| trouble(&it))
            }
            Errand::Login(is_on) => {
                let Some(login) = &self.outfit.login else { return Ok(()) };
                if is_on { self.write(login, disk, folders) } else { login.remove(disk) }
                    .map_err(|it| trouble(&it))
            }
        }
    }

    fn write(&self, login: &LoginEntry, disk: &dyn Disk, folders: &Folders) -> Result<(), Problem> {
        let words = [ReminderSentence::LoginName, ReminderSentence::LoginAbout];
        let [name, about] = words.map(|it| self.text.remind(it));
        let words = LoginWords { name: &name, about: &about };
        // A program that cannot find itself may be found by its name.
        let program = self.outfit.program.clone().unwrap_or_else(|| PathBuf::from("evenhold"));
        login.write(disk, &program, folders, words)
    }

    fn start(&self, folders: &Folders, what: &[&str]) -> Result<(), Trouble> {
        let started = (self.outfit.start)(&words(folders, what));
        started.map_err(|it| Trouble::Other(it.to_string()))
    }

    fn look(&self, disk: &dyn Disk, folders: &Folders) -> Result<Reminders, Problem> {
        let waiting = files::read_waiting(disk, folders)?;
        let login = match &self.outfit.login {
            Some(it) => Some((it.is_on(disk)?, path_of(it.path()))),
            None => None,
        };
        let next = waiting.and_then(|it| it.next);
        Ok(Reminders { waits: waiting.is_some(), next, login })
    }
}

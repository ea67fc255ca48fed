//! Noticing that something else has changed a person's files: a text editor, a sync service.
//!
//! Whatever tells of a change tells too much (an editor writes a copy, renames it, touches it again),
//! so what happens within a moment is reported once; what has really changed is seen
//! by reading. Where the system cannot tell (too many watches), the folders are looked at twice a
//! second.

use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread;
use std::time::Duration;

use notify::{Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use super::folders::Folders;
use super::personal::LIBRARY;
use super::reading::{has_ending, is_not_ours};

/// So long after the first sign of a change, everything that has happened by then is reported as one.
const QUIET: Duration = Duration::from_millis(150);
/// How often the folders are looked at where the system does not tell of changes.
const LOOK: Duration = Duration::from_millis(400);

/// Why files cannot be watched, in the system's own words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NotWatched(String);

impl From<notify::Error> for NotWatched {
    fn from(why: notify::Error) -> Self {
        Self(why.to_string())
    }
}

enum Signal {
    Changed(Event),
    Stop,
}

/// Watches the person's files for as long as it lives.
#[derive(Debug)]
pub struct Watch {
    signals: Sender<Signal>,
}

impl Watch {
    /// Starts watching routines, exercises, movements, pages and settings. `changed` is called on a
    /// thread of its own, soon after something has been written, made, renamed or removed.
    pub fn start(
        folders: &Folders,
        changed: impl FnMut() + Send + 'static,
    ) -> Result<Self, NotWatched> {
        let (signals, inbox) = channel();
        let root = folders.data.clone();
        let mut watcher = watcher(&root, &signals)?;
        watch_folders(&mut *watcher, &root);
        thread::Builder::new()
            .name("watching".to_owned())
            .spawn(move || run(&inbox, &mut *watcher, &root, changed))
            .map_err(|it| NotWatched(it.to_string()))?;
        Ok(Self { signals })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // A thread that has ended needs not be told.
        self.signals.send(Signal::Stop).ok();
    }
}

/// The system's own way of telling, or looking again and again where it refuses.
fn watcher(root: &Path, signals: &Sender<Signal>) -> Result<Box<dyn Watcher + Send>, NotWatched> {
    let tell = |signals: Sender<Signal>| {
        move |event: notify::Result<Event>| {
            // What cannot be told of one file is told by the next look at all of them.
            if let Ok(event) = event {
                signals.send(Signal::Changed(event)).ok();
            }
        }
    };
    let own = RecommendedWatcher::new(tell(signals.clone()), Config::default());
    if let Ok(mut own) = own
        && own.watch(root, RecursiveMode::NonRecursive).is_ok()
    {
        return Ok(Box::new(own));
    }
    let config = Config::default().with_poll_interval(LOOK);
    let mut looking = PollWatcher::new(tell(signals.clone()), config)?;
    looking.watch(root, RecursiveMode::NonRecursive)?;
    Ok(Box::new(looking))
}

/// Watches the folders that are there; one that is made later is told of by the folder around it.
fn watch_folders(watcher: &mut dyn Watcher, root: &Path) {
    for folder in LIBRARY.map(|it| root.join(it)) {
        // One that is not there, or goes in this moment, holds nothing to be watched.
        watcher.watch(&folder, RecursiveMode::Recursive).ok();
    }
}

#[expect(clippy::disallowed_methods, reason = "the thread that watches waits for nobody else")]
fn run(
    inbox: &Receiver<Signal>,
    watcher: &mut dyn Watcher,
    root: &Path,
    mut changed: impl FnMut(),
) {
    while let Ok(Signal::Changed(event)) = inbox.recv() {
        thread::sleep(QUIET);
        let mut events = vec![event];
        let stopped = loop {
            match inbox.try_recv() {
                Ok(Signal::Changed(event)) => events.push(event),
                Ok(Signal::Stop) | Err(TryRecvError::Disconnected) => break true,
                Err(TryRecvError::Empty) => break false,
            }
        };
        if stopped {
            return;
        }
        if events.iter().flat_map(|it| &it.paths).any(|it| it.parent() == Some(root)) {
            watch_folders(watcher, root);
        }
        if events.iter().any(|it| concerns(it, root)) {
            changed();
        }
    }
}

/// Whether it is about a file that a person writes, or one of their folders.
fn concerns(event: &Event, root: &Path) -> bool {
    let is_read_only = matches!(event.kind, EventKind::Access(_));
    !is_read_only && event.paths.iter().any(|it| is_persons(it, root))
}

fn is_persons(path: &Path, root: &Path) -> bool {
    let Some(name) = path.file_name().and_then(|it| it.to_str()) else { return false };
    let is_folder = path.parent() == Some(root) && LIBRARY.contains(&name);
    is_folder || (!is_not_ours(name) && (has_ending(name, "ron") || has_ending(name, "md")))
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests of a real folder write files and wait")]
mod tests {
    use std::fs;
    use std::sync::mpsc::RecvTimeoutError;

    use super::*;

    /// What a change may take to be told, on a busy computer.
    const SOON: Duration = Duration::from_secs(5);
    /// In this time a change would have been told.
    const LONG: Duration = Duration::from_millis(700);

    struct Folder {
        folders: Folders,
        told: Receiver<()>,
        _watch: Watch,
        _home: tempfile::TempDir,
    }

    fn watched() -> Folder {
        let home = tempfile::tempdir().unwrap();
        let data = home.path().join("data");
        fs::create_dir_all(data.join("routines")).unwrap();
        let folders = Folders { state: data.join("state"), data };
        let (tell, told) = channel();
        let watch = Watch::start(&folders, move || tell.send(()).unwrap()).unwrap();
        Folder { folders, told, _watch: watch, _home: home }
    }

    impl Folder {
        fn write(&self, name: &str, text: &str) {
            let path = self.folders.data.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }

        #[track_caller]
        fn is_told(&self) {
            self.told.recv_timeout(SOON).unwrap();
            while self.told.recv_timeout(QUIET * 2).is_ok() {}
        }

        #[track_caller]
        fn is_not_told(&self) {
            assert_eq!(self.told.recv_timeout(LONG), Err(RecvTimeoutError::Timeout));
        }
    }

    #[test]
    fn a_file_that_is_written_renamed_or_removed_is_told() {
        let it = watched();
        it.write("routines/mine.ron", "(");
        it.is_told();
        // As text editors do it: a copy that takes the place of the file.
        it.write("routines/.mine.ron.swp", "((");
        let (copy, real) = ("routines/.mine.ron.swp", "routines/mine.ron");
        fs::rename(it.folders.data.join(copy), it.folders.data.join(real)).unwrap();
        it.is_told();
        fs::remove_file(it.folders.data.join(real)).unwrap();
        it.is_told();
        it.write("settings.ron", "()");
        it.is_told();
    }

    #[test]
    fn a_folder_that_is_made_later_is_watched_too() {
        let it = watched();
        fs::create_dir(it.folders.data.join("exercises")).unwrap();
        it.is_told();
        it.write("exercises/mine.ron", "()");
        it.is_told();
    }

    #[test]
    fn the_journal_and_what_sync_services_leave_are_not_told() {
        let it = watched();
        it.write("state/active.jsonl", "{}");
        it.write("log/desk/2031-04.jsonl", "{}");
        it.write("routines/.syncthing.mine.ron.tmp", "(");
        it.write("routines/mine.ron~", "(");
        it.is_not_told();
    }

    #[test]
    fn many_changes_at_once_are_told_a_few_times() {
        let it = watched();
        for n in 0..200 {
            it.write("routines/mine.ron", &"(".repeat(n));
        }
        thread::sleep(LONG);
        let count = it.told.try_iter().count();
        assert!((1..=20).contains(&count), "{count} times");
    }
}

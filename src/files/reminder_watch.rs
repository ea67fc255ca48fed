//! Noticing what concerns whoever waits with the reminders: the settings, what the window hands over,
//! notes that another process makes. Nothing is looked at again and again: where the system cannot
//! tell, whoever waits finds out when it wakes next.

use std::path::Path;

use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::folders::Folders;
use super::watch::NotWatched;

/// Watches for as long as it lives.
#[derive(Debug)]
pub struct ReminderWatch(#[expect(dead_code, reason = "held, not read")] RecommendedWatcher);

impl ReminderWatch {
    /// Starts watching. `changed` is called on a thread of its own, for each sign of a change.
    pub fn start(
        folders: &Folders,
        changed: impl Fn() + Send + 'static,
    ) -> Result<Self, NotWatched> {
        let own = folders.clone();
        let tell = move |event: notify::Result<Event>| {
            // What cannot be told is found out at the next look.
            if event.is_ok_and(|it| concerns(&it, &own)) {
                changed();
            }
        };
        let mut watcher = RecommendedWatcher::new(tell, Config::default())?;
        for folder in [&folders.data, &folders.state, &folders.notes()] {
            // One that is not there yet holds nothing yet.
            watcher.watch(folder, RecursiveMode::NonRecursive).ok();
        }
        Ok(Self(watcher))
    }
}

fn concerns(event: &Event, folders: &Folders) -> bool {
    let is_read_only = matches!(event.kind, EventKind::Access(_));
    !is_read_only && event.paths.iter().any(|it| is_ours(it, folders))
}

fn is_ours(path: &Path, folders: &Folders) -> bool {
    let files = [folders.settings(), folders.handed(), folders.call()];
    files.iter().any(|it| it == path) || path.starts_with(folders.notes())
}

//! What an open window is asked to do by another process of the program: to go to a break.
//!
//! A window that attends holds a lock of its own, beside that of the journal, so that whoever calls
//! knows that it is heard without touching the journal's. The call is a small file, which the window
//! takes away; one that nobody takes is taken back, and a new window is opened instead.

use std::path::PathBuf;
use std::time::Duration;

use chrono::{DateTime, FixedOffset, TimeDelta};
use serde::{Deserialize, Serialize};

use super::disk::Disk;
use super::folders::Folders;
use super::lock::Lock;
use super::problem::{At as _, Problem};
use super::protocol::make_dirs;
use super::reminder_watch::ReminderWatch;
use super::reminders::{read_json, write_json};
use crate::library::Id;
use crate::units::Now;

/// The call.
const CALL: &str = "call.json";
/// Held by a window that attends.
const LOCK: &str = "window.lock";
/// A window takes a call within a frame or two; one that is this late does not stand for a window.
const PATIENCE: Duration = Duration::from_millis(1500);
/// So often it is looked whether it has.
const LOOK: Duration = Duration::from_millis(50);
/// An older call was left behind by somebody who is gone.
const FRESH: TimeDelta = TimeDelta::seconds(30);

/// What a window is asked to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// The break to go to; none when no break suits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub routine: Option<Id>,
    /// When it was asked.
    pub at: DateTime<FixedOffset>,
}

/// A window that attends, for as long as it lives.
#[derive(Debug)]
pub struct Attending {
    #[expect(dead_code, reason = "held, not read")]
    watch: ReminderWatch,
    #[expect(dead_code, reason = "held, not read")]
    lock: Lock,
}

impl Folders {
    /// What a window is asked to do.
    pub(super) fn call(&self) -> PathBuf {
        self.in_state(CALL)
    }
}

/// Attends to calls and to notes that other processes make. `told` is called on a thread of its own,
/// for each sign of one. Nothing when another window does, or when the system does not tell of
/// changes: then whoever calls opens a window.
pub fn attend(
    disk: &dyn Disk,
    folders: &Folders,
    told: impl Fn() + Send + 'static,
) -> Option<Attending> {
    let outermost = folders.state.ancestors().last().unwrap_or(&folders.state);
    // What is not there cannot be watched.
    make_dirs(disk, outermost, &folders.notes()).ok()?;
    let watch = ReminderWatch::start(folders, told).ok()?;
    let lock = Lock::take(disk, &folders.in_state(LOCK)).ok()?;
    Some(Attending { watch, lock })
}

/// Asks an open window to go to a break, and waits until it has heard; whether it has. `sleep` lets
/// time pass.
pub fn call(
    disk: &dyn Disk,
    folders: &Folders,
    routine: Option<&str>,
    now: &Now,
    sleep: impl Fn(Duration),
) -> bool {
    let lock = folders.in_state(LOCK);
    let attends = disk.exists(&lock).unwrap_or(false) && disk.is_locked(&lock).unwrap_or(false);
    let path = folders.call();
    let call = Call { routine: routine.map(str::to_owned), at: now.tick.wall };
    if !attends || write_json(disk, &path, &call).is_err() {
        return false;
    }
    let mut waited = Duration::ZERO;
    while waited < PATIENCE {
        sleep(LOOK);
        waited += LOOK;
        if disk.exists(&path).is_ok_and(|it| !it) {
            return true;
        }
    }
    // One that was taken in this moment cannot be taken back.
    disk.remove(&path).is_err_and(|it| it.kind() == std::io::ErrorKind::NotFound)
}

/// Takes a call away and answers with it; nothing when there is none, or an old one.
pub fn take_call(disk: &dyn Disk, folders: &Folders, now: &Now) -> Result<Option<Call>, Problem> {
    let path = folders.call();
    if !disk.exists(&path).at(&path)? {
        return Ok(None);
    }
    let call = read_json::<Call>(disk, &path)?;
    match disk.remove(&path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        other => other.at(&path)?,
    }
    Ok(call.filter(|it| (now.tick.wall - it.at).abs() <= FRESH))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::sync::mpsc::channel;

    use super::*;
    use crate::files::OwnDisk;
    use crate::history::sample::now;

    fn folders(home: &tempfile::TempDir) -> Folders {
        let folders = Folders::find(&OwnDisk, Some(&home.path().join("data"))).unwrap();
        folders.make(&OwnDisk).unwrap();
        folders
    }

    #[test]
    fn a_window_that_attends_takes_the_break_over() {
        let home = tempfile::tempdir().unwrap();
        let folders = folders(&home);
        let (tell, told) = channel();
        let _window =
            attend(&OwnDisk, &folders, move || tell.send(()).unwrap_or_default()).unwrap();
        let taken = Cell::new(None);
        let looks = |_: Duration| {
            told.recv_timeout(Duration::from_secs(10)).unwrap();
            taken.set(take_call(&OwnDisk, &folders, &now()).unwrap().or(taken.take()));
        };
        assert!(call(&OwnDisk, &folders, Some("break-walk"), &now(), looks));
        let taken = taken.take().expect("the call");
        assert_eq!(taken.routine.as_deref(), Some("break-walk"));
        assert_eq!(take_call(&OwnDisk, &folders, &now()).unwrap(), None, "once");
    }

    #[test]
    fn without_a_window_or_with_one_that_hangs_nothing_is_left_behind() {
        let home = tempfile::tempdir().unwrap();
        let folders = folders(&home);
        let waited = Cell::new(Duration::ZERO);
        let waits = |span| waited.set(waited.get() + span);
        assert!(!call(&OwnDisk, &folders, None, &now(), waits));
        assert_eq!(waited.get(), Duration::ZERO, "nobody is waited for");
        let window = attend(&OwnDisk, &folders, || ()).unwrap();
        assert!(attend(&OwnDisk, &folders, || ()).is_none(), "one window at a time");
        assert!(!call(&OwnDisk, &folders, Some("break-walk"), &now(), waits));
        assert_eq!(waited.get(), PATIENCE);
        assert!(!folders.call().exists());
        drop(window);
        assert!(!call(&OwnDisk, &folders, Some("break-walk"), &now(), waits));
        assert_eq!(waited.get(), PATIENCE);
    }

    #[test]
    fn a_call_of_somebody_who_is_gone_is_taken_away_and_not_heeded() {
        let home = tempfile::tempdir().unwrap();
        let folders = folders(&home);
        let at = now().tick.wall - TimeDelta::minutes(5);
        let old = Call { routine: Some("break-walk".to_owned()), at };
        write_json(&OwnDisk, &folders.call(), &old).unwrap();
        assert_eq!(take_call(&OwnDisk, &folders, &now()).unwrap(), None);
        assert!(!folders.call().exists());
    }
}

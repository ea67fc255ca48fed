//! Records and a store without a window, for tests that write many.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::TimeDelta;
use evenhold::clock::{Clock as _, FakeClock};
use evenhold::files::{Disk, Folders, Store, start_session};
use evenhold::history::{Body, DeviceId, Record};
use evenhold::library::Library;
use evenhold::session::{Ending, Missing, Plan, Session};
use evenhold::units::Now;

/// When they are made.
pub(crate) fn now() -> Now {
    FakeClock::default().now()
}

/// The folders, in the hands of this process.
pub(crate) fn open(disk: Arc<dyn Disk>, data: PathBuf, state: &Path) -> Store {
    let folders = Folders { data, state: state.to_owned() };
    Store::open(disk, folders, &now()).expect("it opens")
}

/// The record of a short session on the day of this number, with a note of so many letters.
pub(crate) fn record(device: &DeviceId, day: i64, letters: usize) -> Record {
    let library = Library::shipped();
    let routine = library.routine("break-fig4").expect("it is shipped");
    let plan = Plan::new(routine, &library, Missing::default()).expect("it can be planned");
    let mut now = now();
    now.tick.wall -= TimeDelta::minutes(day);
    let started = start_session(device, &now, plan.clone());
    let mut record = started.record(&Session::new(plan), Ending::Early, now.tick.wall);
    if let Body::Session(it) | Body::Break(it) = &mut record.body {
        it.note = "x".repeat(letters);
    }
    record
}

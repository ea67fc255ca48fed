//! The disk: where things are kept, and how they are written so that nothing is lost.
//!
//! **Invariants:** only this module names a path or touches a file; what is reported as saved is on
//! the disk; nothing that could not be read is removed or written over; a file that a person edits
//! is never overwritten when something else has changed it.

mod active;
mod archive;
mod backup;
mod calls;
mod copies;
mod device;
mod disk;
mod folders;
mod index;
mod ledger;
mod lock;
mod log;
mod login;
mod page;
mod moving;
mod own;
mod personal;
mod photo;
mod problem;
mod protocol;
mod reading;
mod reminder_watch;
mod reminders;
mod sent;
mod store;
mod watch;
mod work;
mod writer;

pub use active::ActiveLog;
pub use archive::{ArchiveProblem, Import, Preview, export, read_archive, write_fresh};
pub use backup::{Backup, back_up, backups, restore};
pub use calls::{Attending, Call, attend, call, take_call};
pub use copies::{ConflictCopy, copies_of_settings, without_copies};
pub use disk::{Disk, Handle, Held, Listed, OwnDisk};
pub use folders::Folders;
pub use index::{Index, read_days};
pub use lock::{Holder, Lock, LockProblem, holder};
pub use login::{LoginEntry, LoginWords};
pub use moving::{MoveProblem, Moved, move_data};
pub use own::save_own;
pub use page::write_page;
pub use personal::{PersonalFile, read_named, read_personal, read_personal_folder, read_settings};
pub use photo::{bare, keep_photo, read_photo};
pub use problem::{Problem, ProblemKind};
pub use reading::{Damaged, read_journal};
pub use reminder_watch::ReminderWatch;
pub use reminders::{
    Notes, Waiting, is_session_alive, keep_note, lock_waiting, read_handed, read_notes,
    read_waiting, say_waiting, stood_notes,
};
pub use sent::{Sent, name_of, named_path, read_sent, target_path};
pub use store::{Notice, OpenProblem, Seen, Store, look, make_record, start_session};
pub use watch::{NotWatched, Watch};
pub use writer::{Ack, Doing, Outcome, Write, Writer};

/// The most that a file which a person writes may hold.
pub const PERSONAL_CAP: u64 = 256 * 1024;

/// The most that one file of the journal may hold: a hundred years of one very busy month.
const LOG_CAP: u64 = 512 * 1024 * 1024;

#[cfg(test)]
pub(crate) mod fake;
#[cfg(test)]
mod index_tests;
#[cfg(test)]
mod reminder_tests;
#[cfg(test)]
mod seeds;
#[cfg(test)]
mod simulation;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_of_age;

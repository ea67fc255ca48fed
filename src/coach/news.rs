//! What the edges tell the coach: what was read, what came of an effect, what went wrong.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::{PhotoNews, Reminders, ShareNews, Sound, Speech};
use crate::figure::Shelf;
use crate::history::{Days, Journal, Record, RecordId, Started};
use crate::library::{Id, Library};
use crate::program::Rules;
use crate::session::Fact;
use crate::settings::{NotPlaced, SettingsFile};

/// What the edges tell: what was read, what came of an effect, what has changed outside.
#[derive(Debug, Clone)]
pub enum News {
    /// The settings were read.
    Settings(Box<SettingsFile>),
    /// The library was read, with so many problems in the person's own files.
    Library {
        /// What can be trained.
        library: Arc<Library>,
        /// Problems found in the person's files.
        problems: usize,
    },
    /// The poses and movements were read.
    Figures(Arc<Shelf>),
    /// What the calendar says, before the journal has been read.
    Days(Box<Days>),
    /// The thresholds of the programme were read.
    Rules(Box<Rules>),
    /// The texts of the person's own files were read: by their names in the data folder, such as
    /// `routines/evening.ron`.
    OwnFiles(BTreeMap<String, String>),
    /// What is to be told of files on their way in and out.
    Share(ShareNews),
    /// A file of the person's own is safely on the disk, or safely gone.
    FileKept {
        /// Its name in the data folder.
        name: String,
    },
    /// The journal was read.
    Journal(Box<Journal>),
    /// The data folder is in this program's hands: sessions can be kept.
    Ready,
    /// A session that was left unfinished lies on the disk.
    Unfinished {
        /// How it began.
        started: Box<Started>,
        /// What was kept of it.
        facts: Vec<Fact>,
        /// When the last of it was kept.
        last: DateTime<FixedOffset>,
    },
    /// The data folder is to be this one.
    FolderChosen(PathBuf),
    /// Another Evenhold has the data folder open.
    Locked,
    /// The session that was begun has this head.
    Begun(Box<Started>),
    /// A record was made of a draft; it is on its way to the disk.
    Kept(Box<Record>),
    /// The record of this id is safely on the disk.
    Saved(RecordId),
    /// About a photo that is measured.
    Photo(PhotoNews),
    /// The report was written to this file, or could not be.
    ReportWritten(Result<String, Trouble>),
    /// Everything that could not be written before now is.
    Recovered,
    /// Something about the files that the person should know.
    Remark(Remark),
    /// What is known about whoever waits with the reminders.
    Reminders(Reminders),
    /// Outside of the window a break was started: this one, if one suited.
    Called(Option<Id>),
    /// Outside of the window it was noted that the person stood up.
    Stood(Vec<Record>),
    /// Something could not be done.
    Failed {
        /// What was being done.
        doing: Doing,
        /// Why not.
        why: Trouble,
    },
    /// Whether anything can be heard has changed.
    Sound(Sound),
    /// Whether words are spoken has changed.
    Speech(Speech),
}

/// Something about the files that the person should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// A session had ended without its record; now it is in the journal.
    KeptAfterAll,
    /// The log of a session could not be read; it was put here.
    SetAside {
        /// Where.
        path: String,
    },
    /// Records that were in these files of the journal have gone.
    Shrunk {
        /// The files, named from the data folder on.
        files: Vec<String>,
    },
    /// The data came from elsewhere: this computer has another name in the journal now.
    NewName {
        /// The new one.
        name: String,
    },
    /// Others who use this computer can look into the data folder.
    OpenToOthers {
        /// Where it is.
        path: String,
    },
    /// The clock is before a moment at which something was done.
    ClockBehind {
        /// The day of that moment.
        date: NaiveDate,
    },
    /// A copy of the person's own files could not be made.
    NoBackup(Trouble),
    /// The data folder is another one now.
    Moved {
        /// Where it is.
        path: String,
        /// Where it was, and still is.
        left: String,
        /// Files that were copied.
        copied: usize,
    },
    /// Files that were there already, and are used instead of the copied ones.
    Theirs(usize),
    /// A file or folder could not be read.
    Unreadable(Trouble),
    /// Changes of the person's own files are not seen while the program runs, in the system's words.
    NotWatched(String),
}

/// What was being done when something failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Writing the session in progress or its record.
    Saving,
    /// Saving a setting.
    Settings,
    /// Writing a routine or an exercise of the person's own.
    OwnFile,
    /// Reading the data folder.
    Reading,
    /// Keeping the display on.
    Display,
    /// Keeping the computer from idling into sleep.
    Idle,
    /// Both.
    Awake,
    /// Opening a folder.
    Folder,
    /// Choosing a folder.
    Choosing,
    /// Taking the data to another folder.
    Moving,
    /// Something about the reminders to get up.
    Reminders,
}

/// Why something could not be done, as far as a person can act on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The disk, or the person's share of it, is full.
    Full,
    /// The place may be read only.
    ReadOnly {
        /// Where.
        path: String,
    },
    /// The folder is gone: a drive was unplugged, a folder renamed.
    Gone {
        /// Where.
        path: String,
    },
    /// The folder is there and empty, as where a drive was pulled out.
    Empty {
        /// Where.
        path: String,
    },
    /// The data folder was named when the program was started, so it is not moved.
    MovePortable,
    /// One folder lies in the other.
    MoveInside,
    /// Something waits to be saved first.
    MoveUnsaved,
    /// The disk reports errors.
    Failing {
        /// Where.
        path: String,
    },
    /// Something else has changed the file since it was read; nothing was overwritten.
    Changed {
        /// Which.
        path: String,
    },
    /// It is larger than such a file may be.
    TooLarge {
        /// Which.
        path: String,
    },
    /// It is a folder, a pipe or a device.
    NotAFile {
        /// Which.
        path: String,
    },
    /// A cloud service has not brought it yet.
    InCloud {
        /// Which.
        path: String,
    },
    /// It is a link to another file.
    Link {
        /// Which.
        path: String,
    },
    /// The settings file cannot take the value; it holds until the program ends.
    Settings(NotPlaced),
    /// Anything else, in the system's own words.
    Other(String),
}

//! What the coach is told: what the person wants, what time it is, what came of an effect.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::{
    Action, CheckMessage, EditorMessage, GoniometerMessage, HealthMessage, OwnMessage, PhotoNews,
    Place, ProgressMessage, Reminders, RemindersMessage, RoutinesMessage, ShareMessage, ShareNews,
    Sound, Speech,
};
use crate::figure::Shelf;
use crate::history::{
    Answer, Days, Form, Journal, MorningAnswer, PausedDays, Record, RecordId, Rir, Started,
};
use crate::library::{Filter, Id, Library, Link};
use crate::program::{Rules, Wanted};
use crate::session::{Fact, HurtAnswer, HurtPlace, Missing};
use crate::settings::{Change, NotPlaced, SettingsFile};
use crate::units::{Pain, Side, Sides, Tick};

/// One thing that happened outside the coach.
#[derive(Debug, Clone)]
pub enum Message {
    /// Time passed. `pulse` is when the performer's thread last ran: if that is so long ago that
    /// time may have been lost, the session waits there until the performer has judged.
    Tick {
        /// The performer's last good moment.
        pulse: Tick,
    },
    /// The computer slept, or the program was frozen: the session pauses where it was.
    Gap {
        /// The last good moment.
        from: Tick,
        /// The moment at which the program ran again.
        to: Tick,
    },
    /// A command, by its key or its button.
    Act(Action),
    /// Another screen, from the rail.
    Go(Place),
    /// Something on Today.
    Today(TodayMessage),
    /// Something on Progress.
    Progress(ProgressMessage),
    /// Something while measuring on a photo; also what opens it.
    Goniometer(GoniometerMessage),
    /// Something in the library.
    Library(LibraryMessage),
    /// Something with the list of routines.
    Routines(RoutinesMessage),
    /// Something with files on their way in and out.
    Share(ShareMessage),
    /// Something in the editor.
    Editor(EditorMessage),
    /// Something with an exercise of the person's own.
    Own(OwnMessage),
    /// Something in a session.
    Session(SessionMessage),
    /// Something in the summary.
    Summary(SummaryMessage),
    /// Something with a check.
    Check(CheckMessage),
    /// The week's target, or a pause.
    Week(WeekMessage),
    /// An answer to what the programme proposes.
    Program(ProgramMessage),
    /// Something about reminders and breaks.
    Reminders(RemindersMessage),
    /// What the person tells of themselves.
    Health(HealthMessage),
    /// A setting.
    Set(Change),
    /// Write again what could not be written.
    Retry,
    /// Take a notice away; the index is that of [`super::View::notices`].
    Dismiss(usize),
    /// Show the data folder in the system's own file window.
    OpenFolder,
    /// The window is asked to close.
    CloseWindow,
    /// Keep the data in another folder, which is to be chosen.
    UseAnotherFolder,
    /// What the edges tell.
    News(News),
}

/// What a person does on Today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TodayMessage {
    /// This routine.
    Choose(Id),
    /// What is not at hand.
    Lack(Missing),
    /// So many minutes; nothing takes the routine as it is.
    Minutes(Option<u32>),
    /// Pain before the session; the same answer again takes it back.
    Pain(Pain),
    /// Start the chosen routine.
    Start,
    /// What to do with the session that was left unfinished.
    Offer(OfferChoice),
}

/// What a person does about their weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeekMessage {
    /// So many days a week from now on.
    Target(u8),
    /// A pause is being entered, so far for these days.
    Pausing(PausedDays),
    /// The pause that is being entered holds.
    Pause,
    /// It is not entered after all.
    NoPause,
    /// The pause of this record is taken away.
    EndPause(RecordId),
}

/// What a person answers to what the programme proposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProgramMessage {
    /// To the proposal of this index.
    Answer {
        /// Index into [`super::Advice::proposals`].
        at: usize,
        /// The answer.
        answer: Answer,
    },
    /// Takes back what a rule changed by itself: more reps inside their range.
    TakeBack {
        /// Index into [`super::Advice::changed`].
        at: usize,
    },
    /// To the question about the morning after.
    Morning(MorningAnswer),
    /// Somebody who knows it has said that exercise is safe.
    Safe,
    /// As proposed, or as before.
    Wanted(Wanted),
}

/// What a person does in the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LibraryMessage {
    /// The search as it now reads.
    Search(String),
    /// Which exercises to show.
    Filter(Filter),
    /// Where a link leads, over the page that is open.
    Follow(Link),
    /// A page of knowledge at one of its sections.
    Read {
        /// The page.
        slug: Id,
        /// The index of the section.
        section: Option<usize>,
    },
    /// The open exercise at this level.
    Level(u8),
    /// The open exercise with this side working.
    Side(Side),
    /// Something is new or worse.
    Worse,
    /// To the page before, or to the list.
    Back,
    /// Try the open exercise: a session of it alone.
    Try,
    /// Do the check of this id.
    Check(Id),
    /// The open exercise becomes the person's own, or is changed as such.
    Mine,
    /// A copy of the open exercise is changed.
    Copy,
}

/// What a person does in a session, beside the commands that have keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionMessage {
    /// The mouse moved or Tab was pressed, so the controls come.
    Look,
    /// Go to this step of the timeline.
    Jump(usize),
    /// How much it hurts.
    Hurt(HurtAnswer),
    /// Where; the same place again takes it back.
    HurtsAt(HurtPlace),
    /// The answer to "leave?".
    Leave(LeaveChoice),
    /// Close what lies over the session.
    CloseOverlay,
}

/// What a person answers in the summary. `row` is the index of the row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SummaryMessage {
    /// More or fewer reps were done of this exercise on this side.
    Correct {
        /// The exercise.
        row: usize,
        /// The side.
        side: Sides,
        /// By so many, 1 or -1.
        by: i32,
    },
    /// How many more clean reps; the same answer again takes it back.
    MoreReps {
        /// The exercise.
        row: usize,
        /// The answer.
        rir: Rir,
    },
    /// Clean all the way; the same answer again takes it back.
    Form {
        /// The exercise.
        row: usize,
        /// The answer.
        form: Form,
    },
    /// Pain after the session; the same answer again takes it back.
    Pain(Pain),
    /// The note as it now reads.
    Note(String),
    /// That is all.
    Done,
}

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

/// What to do with a session that was left unfinished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfferChoice {
    /// Go on with it.
    Continue,
    /// End it and keep what was done.
    Keep,
    /// Throw it away.
    Discard,
}

/// The answer to "leave the session?".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeaveChoice {
    /// Finish early and keep what was done.
    Finish,
    /// Leave now and continue later.
    Later,
    /// Stay.
    Stay,
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

//! What a person does with files on their way in and out, what that asks of the world, and what the
//! world answers.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::arriving::{Came, NotTaken};
use super::copies::{Copied, CopyChoice};
use super::passing::NotPassed;
use crate::coach::Effect;
use crate::library::{Id, Library, Problem, Routine};
use crate::session::Plan;

/// What a person does with files on their way in and out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShareMessage {
    /// Take in a file, which is to be chosen.
    Open,
    /// Choose it in the system's own dialog.
    ChooseFile,
    /// Where it is, as that now reads.
    Typed(String),
    /// Look at the file whose place was typed.
    Look,
    /// These were dropped on the window.
    Dropped(Vec<PathBuf>),
    /// Take in what was looked at.
    Take {
        /// Beside what is there, under a new id.
        both: bool,
    },
    /// Undo that.
    TakeBack,
    /// To the next of several files.
    Next,
    /// Away from it.
    Close,
    /// Pass this on.
    PassOn(Handed),
    /// Where to, as that now reads.
    To(String),
    /// Choose where to in the system's own dialog.
    ChooseTo,
    /// Write it there.
    Write,
    /// Show what was written.
    Show,
    /// Away from it.
    ClosePassing,
    /// What to do with a conflict copy.
    Copy {
        /// Its name in the data folder.
        name: String,
        /// What.
        choice: CopyChoice,
    },
    /// Open a file of the person's own that has a mistake in it.
    Mend(String),
}

/// What is passed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handed {
    /// A routine with what it needs.
    Routine(Id),
    /// A routine as a page to print.
    Sheet(Id),
    /// Everything of the person's.
    Everything,
    /// The week's sessions for a calendar.
    Calendar,
}

/// What is asked of the world for it.
#[derive(Debug, Clone, PartialEq)]
pub enum ShareEffect {
    /// Let the person choose a file to be taken in.
    ChooseFile,
    /// Read a file that was sent, and check it together with the person's own; nothing is taken over.
    Read {
        /// Where it is.
        path: PathBuf,
        /// The person's own files, by their names in the data folder.
        own: BTreeMap<String, String>,
    },
    /// Take in the archive that was read last.
    TakeArchive,
    /// Look at the person's own files again.
    LookAgain,
    /// Let the person choose where to write a file of this name.
    ChooseTo(String),
    /// Write a new file; one that is there stays as it is.
    Text {
        /// Where; what does not begin at a root begins in the data folder.
        to: PathBuf,
        /// What.
        text: String,
    },
    /// Write a routine as a page.
    Sheet {
        /// Where.
        to: PathBuf,
        /// The routine.
        routine: Box<Routine>,
        /// Laid out.
        plan: Box<Plan>,
        /// What the exercises are.
        library: Arc<Library>,
    },
    /// Write everything as an archive.
    Everything(PathBuf),
}

impl From<ShareEffect> for Effect {
    fn from(it: ShareEffect) -> Self {
        Self::Share(it)
    }
}

/// What the world answers.
#[derive(Debug, Clone)]
pub enum ShareNews {
    /// Everything that is wrong in the person's own files, as they are now.
    Problems(Vec<Problem>),
    /// The conflict copies that are there.
    Copies(Vec<Copied>),
    /// The file to be taken in was chosen; nothing, where none was or no dialog could be shown.
    FileChosen(Option<PathBuf>),
    /// A file was looked at.
    Arrived {
        /// What it is called.
        file: String,
        /// What is in it, or why it is not taken.
        what: Result<Came, NotTaken>,
    },
    /// The archive is in the data folder, or is not.
    ArchiveTaken(Result<(), NotTaken>),
    /// Where to write was chosen; nothing, where none was or no dialog could be shown.
    TargetChosen(Option<PathBuf>),
    /// It was written to this file, or could not be.
    PassedOn(Result<String, NotPassed>),
}

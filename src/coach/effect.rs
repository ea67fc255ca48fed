//! What the coach asks of the world. The shell does it and answers with messages.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::{Errand, ShareEffect};
use crate::history::{Draft, Record, RecordId};
use crate::library::Library;
use crate::program::HandOver;
use crate::report::Report;
use crate::session::score::{Score, ScoreCue, Tone};
use crate::session::{Fact, Plan};
use crate::settings::{Percent, Settings, SoundProfile};
use crate::text::Text;
use crate::units::Pain;

/// One thing to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Give the session an id, start its log, and tell its head ([`super::News::Begun`]).
    Begin {
        /// The whole plan.
        plan: Box<Plan>,
        /// Pain before it, when told.
        pain: Option<Pain>,
    },
    /// Take up the log of the session that was left unfinished, to go on with it or to end it.
    Continue(RecordId),
    /// Write these facts to the session's log.
    Log(Vec<Fact>),
    /// The session is over: write its record to the journal and put its log aside.
    Finish(Box<Record>),
    /// Write this record, which ends no session, to the journal.
    Append(Box<Record>),
    /// Bring the window before the others.
    Raise,
    /// Make a record of this, write it to the journal, and tell it ([`super::News::Kept`]).
    Keep(Box<Draft>),
    /// Write the report into the data folder, and tell where it is ([`super::News::ReportWritten`]).
    WriteReport {
        /// Its facts.
        report: Box<Report>,
        /// What the exercises are.
        library: Arc<Library>,
    },
    /// Let the person choose a photo ([`super::PhotoNews::Chosen`]).
    ChoosePhoto,
    /// Read this photo ([`super::PhotoNews::Read`]).
    OpenPhoto {
        /// Its number.
        request: u64,
        /// Where it lies.
        path: PathBuf,
    },
    /// Copy this photo into the data folder, under the id of this record
    /// ([`super::PhotoNews::Kept`]).
    KeepPhoto {
        /// Where it lies.
        from: PathBuf,
        /// The record.
        record: RecordId,
    },
    /// Open this file with what the system opens such files with; a folder is shown.
    Show(String),
    /// Throw the log of the session that was taken up away.
    Discard,
    /// Write again what could not be written.
    Retry,
    /// Let this be heard, and nothing that was planned before.
    Perform(Performance),
    /// Let nothing be heard.
    Silence,
    /// How loud, and how the tones are coloured.
    Sound(SoundSettings),
    /// Write the settings file: this is what it is to hold.
    SaveSettings(String),
    /// Make a file of the person's own hold this, or take it away.
    SaveFile {
        /// Its name in the data folder: `routines/evening.ron`.
        name: String,
        /// What it is to hold; nothing when it goes.
        text: Option<String>,
        /// What it holds as far as is known: if it holds something else, it is left alone.
        before: Option<String>,
    },
    /// Hand this over to whoever waits with the reminders.
    HandOver(Box<HandOver>),
    /// Do something about the reminders, outside of this window.
    Reminders(Errand),
    /// Something for files on their way in and out.
    Share(ShareEffect),
    /// Keep the computer awake, or let it sleep again.
    KeepAwake(bool),
    /// Fill the screen with the window, or stop doing so.
    Fullscreen,
    /// Show the data folder in the system's own file window.
    OpenFolder,
    /// Let the person choose a folder.
    ChooseFolder,
    /// Copy the data to this folder, and use it from now on.
    MoveFolder(PathBuf),
    /// Close the window.
    Quit,
}

/// How loud, and how the tones are coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SoundSettings {
    /// How loud.
    pub volume: Percent,
    /// Whether nothing is to be heard.
    pub muted: bool,
    /// How the tones are coloured.
    pub profile: SoundProfile,
}

impl From<&Settings> for SoundSettings {
    fn from(it: &Settings) -> Self {
        Self { volume: it.volume, muted: it.muted, profile: it.sound }
    }
}

/// Everything to be heard from now on, until the next one. It replaces what was planned before.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Performance {
    /// Counts up with every command of the person; an older one than the last is ignored.
    pub generation: u64,
    /// The monotonic moment (of the real clock) at which offset 0 lies.
    pub anchor: Duration,
    /// How many times as fast as written; 1 in a real session. A cue sounds at
    /// `anchor + at / speed`.
    pub speed: f64,
    /// The cues, in the order in which they sound.
    pub cues: Vec<PlannedSound>,
}

/// A tone, words, or both, at a moment of a performance.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlannedSound {
    /// Offset from the anchor.
    pub at: Duration,
    /// What sounds.
    pub tone: Option<Tone>,
    /// What is said.
    pub say: Option<String>,
}

impl Performance {
    /// A score at the real speed, with its words in the language of `text`, or without words.
    /// `anchor` is the monotonic moment for which the score was made.
    pub fn new(
        generation: u64,
        anchor: Duration,
        score: Score,
        plan: &Plan,
        text: Option<&Text>,
    ) -> Self {
        let planned = |it: ScoreCue| {
            let say = it.words.zip(text).map(|(words, text)| text.spoken(&words, plan));
            PlannedSound { at: it.at, tone: it.tone, say }
        };
        let cues = score.cues.into_iter().map(planned);
        let cues = cues.filter(|it| it.tone.is_some() || it.say.is_some()).collect();
        Self { generation, anchor, speed: 1.0, cues }
    }
}

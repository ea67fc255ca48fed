//! Where the person is, and what that screen knows.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};

use super::{
    Advice, BreaksDone, Browsing, Desk, Editor, Goniometer, Notice, OwnEditor, Person, Progress,
    Reminders, Share, Summary,
};
use crate::figure::Shelf;
use crate::history::{Days, Journal, PausedDays, Started};
use crate::library::{Id, Library};
use crate::program::{CheckRules, PainRules, PainState, Variants, Wanted};
use crate::session::{At, Fact, Missing, Plan, PlanError, Session};
use crate::settings::Settings;
use crate::text::{Sentence, Text};
use crate::units::Pain;

/// What one frame may show, frozen.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// Where the person is.
    pub screen: &'a Screen,
    /// An angle that is being measured on a photo: it lies over the screen.
    pub measuring: Option<&'a Goniometer>,
    /// What can be trained; `None` until it has been read.
    pub library: Option<&'a Library>,
    /// The poses and movements that show it.
    pub figures: &'a Arc<Shelf>,
    /// What was done; `None` until it has been read.
    pub journal: Option<&'a Journal>,
    /// Which days count, targets and pauses; empty until they are known.
    pub days: &'a Days,
    /// Days on which the programme was on hold.
    pub held: &'a [PausedDays],
    /// Whether the days are known, which they may be before the journal is.
    pub knows_days: bool,
    /// The pause that is being entered.
    pub pausing: Option<PausedDays>,
    /// What the programme has to say; `None` until it could think.
    pub advice: Option<&'a Advice>,
    /// What needs saying, newest last.
    pub notices: &'a [Notice],
    /// The person's own files, and the routines that are being written.
    pub desk: &'a Desk,
    /// What is known about whoever waits with the reminders; `None` until it was looked for.
    pub reminders: Option<&'a Reminders>,
    /// The breaks that were done today.
    pub breaks_done: Option<BreaksDone>,
    /// Files on their way in and out, and what is to be said of those that are there.
    pub share: &'a Share,
    /// The text of the settings file.
    pub settings_text: &'a str,
    /// What the person has set.
    pub settings: &'a Settings,
    /// Whether anything can be heard.
    pub sound: &'a Sound,
    /// Whether words are spoken.
    pub speech: Speech,
    /// How the readings of checks are judged: by the person's own rules where there are some.
    pub judged: CheckRules,
    /// Whether a session can be begun now.
    pub can_begin: bool,
    /// The local time.
    pub now: DateTime<FixedOffset>,
}

/// Where the person is; each place owns what it knows.
#[derive(Debug, Clone, PartialEq)]
pub enum Screen {
    /// What to do today.
    Today(Box<Today>),
    /// A session; takes the whole window.
    Session(Box<Running>),
    /// What was done, and four short questions.
    Summary(Box<Summary>),
    /// Every session in the journal.
    Progress(Box<Progress>),
    /// The routines.
    Routines,
    /// One of them while it is written.
    Editor(Box<Editor>),
    /// An exercise of the person's own while it is written.
    Own(Box<OwnEditor>),
    /// The exercises and the pages of knowledge.
    Library(Box<Browsing>),
    /// What a person tells of themselves.
    Person(Box<Person>),
    /// The settings.
    Settings,
}

/// The entries of the rail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// What to do today.
    Today,
    /// History and checks.
    Progress,
    /// Routines.
    Routines,
    /// Exercises and knowledge.
    Library,
    /// Settings.
    Settings,
}

impl Place {
    /// In the order of the rail.
    pub const ALL: [Self; 5] =
        [Self::Today, Self::Progress, Self::Routines, Self::Library, Self::Settings];

    /// Its word.
    pub fn label(self, text: &Text) -> String {
        text.say(match self {
            Self::Today => Sentence::RailToday,
            Self::Progress => Sentence::RailProgress,
            Self::Routines => Sentence::RailRoutines,
            Self::Library => Sentence::RailLibrary,
            Self::Settings => Sentence::RailSettings,
        })
    }

    /// The name by which the command line opens it.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Progress => "progress",
            Self::Routines => "routines",
            Self::Library => "library",
            Self::Settings => "settings",
        }
    }
}

impl Screen {
    /// The entry of the rail that is lit; none while a session runs, its summary is open, or a person
    /// tells of themselves.
    pub const fn place(&self) -> Option<Place> {
        match self {
            Self::Today(_) => Some(Place::Today),
            Self::Session(_) | Self::Summary(_) | Self::Person(_) => None,
            Self::Progress(_) => Some(Place::Progress),
            Self::Routines | Self::Editor(_) | Self::Own(_) => Some(Place::Routines),
            Self::Library(_) => Some(Place::Library),
            Self::Settings => Some(Place::Settings),
        }
    }
}

/// What Today knows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Today {
    /// The chosen routine.
    pub chosen: Option<Id>,
    /// Whether the person chose it; else it is chosen anew once more is known.
    pub picked: bool,
    /// What is not at hand today.
    pub missing: Missing,
    /// The person's time in minutes, when it is short.
    pub minutes: Option<u32>,
    /// Every routine laid out for this person and what is at hand, with nothing shortened; without
    /// those of which nothing is left.
    pub plans: BTreeMap<Id, Plan>,
    /// Pain before the session, when told.
    pub pain: Option<Pain>,
    /// Whether everything is to be as it was before a gap.
    pub wanted: Wanted,
    /// The chosen routine laid out, with what is missing taken into account.
    pub plan: Option<Result<Plan, PlanError>>,
    /// A session that was left unfinished. Until it is answered no other can start.
    pub offer: Option<Offer>,
    /// Whether a session can be kept: not before the journal was read, and not while another
    /// Evenhold has the data folder open.
    pub access: Access,
}

/// Whether the data folder is in this program's hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Access {
    /// Not known yet.
    #[default]
    Opening,
    /// It is.
    Open,
    /// Another Evenhold has it: one can look, and start nothing.
    Locked,
}

impl Today {
    /// How long the chosen routine takes when nothing is shortened.
    pub fn whole(&self) -> Duration {
        let plan = self.chosen.as_ref().and_then(|it| self.plans.get(it));
        plan.map(Plan::length).unwrap_or_default()
    }

    /// Whether it hurts so much beforehand that no session is offered.
    pub fn is_too_painful(&self) -> bool {
        const NO_SESSION_FROM: u8 = 6;
        self.pain.is_some_and(|it| it.get() >= NO_SESSION_FROM)
    }

    /// Whether Start can be pressed.
    pub fn can_start(&self) -> bool {
        self.is_free() && matches!(self.plan, Some(Ok(_)))
    }

    /// Whether a session can be kept, none waits to be gone on with, and it does not hurt too much.
    pub fn is_free(&self) -> bool {
        self.access == Access::Open && self.offer.is_none() && !self.is_too_painful()
    }
}

/// A session that was left unfinished.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// How it began.
    pub started: Started,
    /// What was kept of it.
    pub facts: Vec<Fact>,
    /// When the last of it was kept.
    pub last: DateTime<FixedOffset>,
    /// The session as it stands.
    pub session: Session,
}

/// What a running session's screen knows.
#[derive(Debug, Clone, PartialEq)]
pub struct Running {
    /// The session.
    pub session: Session,
    /// How it began; `None` for the blink in which its id is made.
    pub started: Option<Started>,
    /// What lies over it.
    pub overlay: Option<Overlay>,
    /// The degrees that have been typed where a check waits for a reading.
    pub(super) typed: Option<u32>,
    /// How far the readings of a check may lie apart, in degrees.
    pub(super) spread: u32,
    /// What pain that was told means, until the session goes on.
    pub advice: Option<PainState>,
    /// Other forms of the exercises, by entry of the plan.
    pub(super) forms: Vec<Variants>,
    /// Which of them can take the place of the exercise that is meant now.
    pub(super) offers: Offers,
    /// How pain is judged.
    pub(super) rules: PainRules,
    /// Whether the window closes when the session has come to its end.
    pub(super) quits: bool,
    /// The monotonic moment up to which the session has been told the time.
    pub(super) reached: Duration,
    /// When the mouse last moved or Tab was last pressed.
    pub(super) looked: Option<Duration>,
    /// What has been asked of the world for it.
    pub(super) asked: Asked,
    /// When the last heartbeat was written.
    pub(super) beat: Duration,
    /// Every fact so far, so that leaving needs no disk.
    pub(super) facts: Vec<Fact>,
    /// Facts that wait for the session's head.
    pub(super) waiting: Vec<Fact>,
    /// What commands have done since it was last planned what is to be heard; `None` when they have
    /// changed nothing.
    pub(super) changed: Option<Vec<At>>,
}

/// Which forms can take the place of an exercise of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Offers {
    /// The exercise: its index into the plan's entries.
    pub(super) entry: usize,
    /// Whether there is an easier one, a harder one, another exercise: in the order of [`crate::session::Why::ALL`].
    pub(super) given: [bool; 3],
}

/// What has been asked of the world for a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Asked {
    /// The computer is being kept awake.
    pub(super) awake: bool,
    /// Something is planned to be heard.
    pub(super) sound: bool,
}

/// What lies over a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlay {
    /// Leave? The session goes on with a count-in when it ran before.
    Leave {
        /// Whether the window closes after it.
        quit: bool,
        /// Whether the session ran when it was asked.
        ran: bool,
    },
    /// How much does it hurt?
    Hurt,
    /// The readings of a round lie too far apart: take them again?
    Apart {
        /// The last step of the round.
        step: usize,
        /// The step from which all of them are taken again.
        from: usize,
        /// How far, in whole degrees.
        degrees: u32,
    },
    /// What that means, where it hurts, and what one can do.
    Told,
    /// All keys.
    Keys {
        /// Whether the session ran when it was asked.
        ran: bool,
    },
}

/// Whether something is on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// Being written.
    Saving,
    /// Safely there.
    Yes,
    /// Not written; it is kept in memory and tried again.
    No,
}

/// Whether anything can be heard.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Sound {
    /// Not known yet.
    #[default]
    Opening,
    /// This device plays.
    Playing(String),
    /// Nothing can be heard; a device is looked for all the time.
    Silent,
}

/// Whether words are spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Speech {
    /// Not known yet.
    #[default]
    Looking,
    /// The system speaks them.
    Speaking,
    /// They have to be read.
    Absent,
}

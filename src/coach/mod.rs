//! The application as one state machine: a message and a moment in, effects out.
//!
//! ```text
//! person ─> ui ── Message ──> Coach::update ── Effect ──> shell ─> files · sound · desktop
//!           <── View ───────    │          <── Message (what came of it) ────────┘
//! ```
//!
//! **Invariants:** nothing here reads a clock, touches a disk or makes a sound; a command takes
//! effect at the moment at which it was given; what is drawn is a frozen [`View`].

mod action;
mod checks;
mod difference;
mod editor;
mod effect;
mod forms;
mod going;
mod goniometer;
mod learning;
mod library;
mod message;
mod kept;
mod news;
mod notice;
mod own;
mod preferences;
mod person;
mod progress;
mod programme;
mod reminders;
mod running;
mod screen;
mod settling;
mod share;
mod summary;
mod today;
mod weeks;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveDate;

pub use action::{Action, Key, Stroke};
pub use checks::{
    CheckCorrection, CheckMessage, OpenedCheck, Preparing, ReadingMessage, Refusal, Where,
    minutes_of,
};
pub use difference::{DiffLine, DiffSide, difference};
pub use editor::{
    Clash, ClashChoice, Desk, EditRemark, Editor, EditorMessage, Kept, Pane, Pick, RoutinesMessage,
};
pub use effect::{Effect, Performance, PlannedSound, SoundSettings};
pub use goniometer::{
    Asked as MeasureAsked, Board, Doubt, Goniometer, GoniometerMessage, Lacks, Mark, Measured,
    Photo, PhotoNews, Placed, Shown,
};
pub use library::{Browsing, Page, PageOf};
pub use message::{
    LeaveChoice, LibraryMessage, Message, OfferChoice, ProgramMessage, SessionMessage,
    SummaryMessage, TodayMessage, WeekMessage,
};
pub use news::{Doing, News, Remark, Trouble};
pub use notice::{Notice, numbers};
pub use own::{Choosing, Deletion, Drag, LevelDrop, OwnEditor, OwnMessage, OwnPane};
pub use person::{
    ACTIVITIES, HealthMessage, Known, Origin, Person, PersonPage, STEPS, Sunday, WeekPain,
};
pub use programme::Advice;
pub use progress::{
    Adding, Changed, Changing, Correction, Facts, ListMessage, NoteRow, Open, Opened, PainWhen,
    Period, Progress, ProgressMessage, ProgressPart, ReportChange, Reporting, Row,
};
pub use reminders::{BreaksDone, Errand, Reminders, RemindersMessage};
pub use screen::{
    Access, Offer, Overlay, Place, Running, Saved, Screen, Sound, Speech, Today, View,
};
pub use share::{
    ArchivePreview, Arriving, Came, Copied, CopyChoice, Handed, NotPassed, NotTaken, PassStage,
    Passing, Share, ShareEffect, ShareMessage, ShareNews, Stage, What,
};
pub use summary::{Asks, Summary, SummaryRow, SummarySide};

use crate::figure::Shelf;
use crate::history::{Days, Journal, PausedDays};
use crate::library::{Id, Library};
use crate::program::{HandOver, Rules};
use crate::settings::{Change, Settings, SettingsFile};
use crate::text::Text;
use crate::units::{Now, Tick};

/// The whole application but for its edges.
#[derive(Debug)]
pub struct Coach {
    text: Arc<Text>,
    screen: Screen,
    /// Today, while the person is elsewhere.
    today: Option<Box<Today>>,
    /// Progress, while the person is elsewhere.
    progress: Option<Box<Progress>>,
    /// The library's screen, while the person is elsewhere.
    browsing: Option<Box<Browsing>>,
    /// A session that waits while a page about signs lies over it.
    waiting: Option<Box<Running>>,
    /// How often the person was asked about themselves.
    asking: person::Asking,
    library: Option<Arc<Library>>,
    /// An angle that is being measured on a photo, over whatever screen this is.
    measuring: Option<Box<Goniometer>>,
    /// Photos that are to be kept with the next check that becomes a record.
    photos: Vec<PathBuf>,
    /// The poses and movements that show it.
    shelf: Arc<Shelf>,
    /// The person's own files, and the routines that are being written.
    desk: Desk,
    /// Exercises of the person's own that were written in this run, with all that can be taken back.
    crafts: BTreeMap<Id, Box<OwnEditor>>,
    /// Files on their way in and out.
    share: Share,
    journal: Option<Journal>,
    /// What the calendar needs of the journal.
    days: Days,
    /// Whether that is known; before the journal itself is, where there is an index.
    knows_days: bool,
    /// The pause that is being entered.
    pausing: Option<PausedDays>,
    notices: Vec<Notice>,
    /// What the programme has to say; `None` until the library has been read.
    advice: Option<Advice>,
    /// The thresholds, where a person has their own.
    rules: Option<Rules>,
    /// What is known about whoever waits with the reminders.
    reminders: Option<Reminders>,
    /// What whoever waits is to know; nothing before the journal was read.
    to_hand_over: Option<HandOver>,
    /// What was handed over last.
    handed: Option<HandOver>,
    /// The breaks that were done today.
    breaks_done: Option<BreaksDone>,
    /// The local day of the last message.
    today_date: NaiveDate,
    /// Whether the programme has to think anew.
    stale: bool,
    settings: SettingsFile,
    /// What was set since the settings file was last read; nothing until it was.
    set: Option<Vec<Change>>,
    sound: Sound,
    speech: Speech,
    /// The performer's last good moment.
    pulse: Option<Tick>,
    /// Counts the performances.
    generation: u64,
}

impl Coach {
    /// A coach that opens on Today, with this routine chosen once the library is there.
    pub fn new(text: Arc<Text>, routine: Option<String>) -> Self {
        Self {
            text,
            screen: Screen::Today(Box::new(Today {
                picked: routine.is_some(),
                chosen: routine,
                ..Today::default()
            })),
            today: None,
            progress: None,
            browsing: None,
            waiting: None,
            asking: person::Asking::default(),
            library: None,
            measuring: None,
            photos: Vec::new(),
            shelf: Arc::default(),
            desk: Desk::default(),
            crafts: BTreeMap::new(),
            share: Share::default(),
            journal: None,
            days: Days::default(),
            knows_days: false,
            pausing: None,
            notices: Vec::new(),
            advice: None,
            rules: None,
            reminders: None,
            to_hand_over: None,
            handed: None,
            breaks_done: None,
            today_date: NaiveDate::default(),
            stale: true,
            settings: SettingsFile::fresh(),
            set: None,
            sound: Sound::default(),
            speech: Speech::default(),
            pulse: None,
            generation: 0,
        }
    }

    /// What can be drawn now.
    pub fn view(&self, now: &Now) -> View<'_> {
        View {
            screen: &self.screen,
            library: self.library.as_deref(),
            figures: self.figures(),
            journal: self.journal.as_ref(),
            days: &self.days,
            held: self.advice.as_ref().map_or(&[], |it| &it.known.health.held),
            knows_days: self.knows_days,
            pausing: self.pausing,
            notices: &self.notices,
            advice: self.advice.as_ref(),
            measuring: self.measuring.as_deref(),
            desk: &self.desk,
            reminders: self.reminders.as_ref(),
            breaks_done: self.breaks_done,
            share: &self.share,
            settings_text: self.settings.text(),
            settings: self.settings.settings(),
            sound: &self.sound,
            speech: self.speech,
            judged: self.rules.unwrap_or_else(Rules::shipped).checks,
            can_begin: self.can_begin(),
            now: now.tick.wall,
        }
    }

    /// The poses and movements; while an exercise is written, as they are in it.
    fn figures(&self) -> &Arc<Shelf> {
        let own = if let Screen::Own(editor) = &self.screen { Some(editor) } else { None };
        own.map_or(&self.shelf, |it| it.draft.shelf())
    }

    /// Where the person is.
    pub const fn screen(&self) -> &Screen {
        &self.screen
    }

    /// What the person has set.
    pub const fn settings(&self) -> &Settings {
        self.settings.settings()
    }

    /// How long until something changes by itself; `None` when only a message can change it.
    pub fn until_next_change(&self, now: &Now) -> Option<Duration> {
        if let Screen::Editor(editor) = &self.screen {
            return editor.until_kept(now);
        }
        if let Screen::Own(editor) = &self.screen {
            return editor.until_kept(now);
        }
        let Screen::Session(running) = &self.screen else { return None };
        let since = now.tick.mono.saturating_sub(running.reached);
        running.until_next_change().map(|it| it.saturating_sub(since))
    }

    /// Takes in what happened, and answers with what is to be done, in this order. Before a message
    /// of the person comes a [`Message::Tick`] of the same moment, so that the session has been told
    /// the time up to it.
    pub fn update(&mut self, message: Message, now: &Now) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.stale |= self.today_date != now.date();
        self.today_date = now.date();
        self.catch_up(&message, now);
        self.take(message, now, &mut effects);
        self.settle(now, &mut effects);
        let runs = matches!(self.screen, Screen::Session(_));
        if self.stale && !runs {
            self.stale = false;
            self.advise(now);
            self.hand_over(&mut effects);
        }
        effects
    }

    /// Tells a running session the time: up to now, or to the performer's last good moment if time
    /// may have been lost since.
    fn catch_up(&mut self, message: &Message, now: &Now) {
        if let Message::Tick { pulse } = message {
            self.pulse = Some(*pulse);
        }
        let Screen::Session(running) = &mut self.screen else { return };
        let until = match self.pulse {
            Some(pulse) if pulse.is_gap_to(&now.tick) => pulse.mono,
            Some(_) | None => now.tick.mono,
        };
        if !matches!(message, Message::Gap { .. }) {
            running.advance(until);
        }
    }

    fn take(&mut self, message: Message, now: &Now, effects: &mut Vec<Effect>) {
        match message {
            Message::Tick { .. } => {
                self.keep_settled(now, effects);
                self.keep_exercise_settled(now, effects);
            }
            Message::Gap { from, to } => {
                if let Screen::Session(running) = &mut self.screen {
                    running.lose(from.mono, to.mono);
                }
            }
            Message::Go(place) => {
                self.measuring = None;
                self.share.arriving = None;
                self.keep_written(effects);
                self.go(place, now);
                if place == Place::Settings {
                    effects.push(Effect::Reminders(Errand::Look));
                }
            }
            Message::Act(action) => self.act(action, now, effects),
            Message::CloseWindow => self.act(Action::Quit, now, effects),
            Message::Goniometer(message) => self.take_in_goniometer(message, now, effects),
            Message::Routines(message) => self.take_in_routines(message, effects),
            Message::Share(message) => self.take_in_share(message, now, effects),
            Message::Editor(message) => self.take_in_editor(message, now, effects),
            Message::Own(message) => self.take_in_own(message, now, effects),
            Message::Today(message) => self.take_in_today(message, now, effects),
            Message::Progress(message) => self.take_in_progress(message, now, effects),
            Message::Library(message) => self.take_in_library(message, now, effects),
            Message::Session(message) => self.take_in_session(message),
            Message::Summary(message) => {
                self.stale = true;
                self.take_in_summary(message, now, effects);
            }
            Message::Check(message) => self.take_in_check(message, now, effects),
            Message::Week(message) => self.take_in_weeks(message, now, effects),
            Message::Program(message) => self.take_in_program(message, now, effects),
            Message::Reminders(message) => self.take_in_reminders(message, now, effects),
            Message::Health(message) => self.take_in_health(message, now, effects),
            Message::Set(change) => self.set(change, effects),
            Message::Retry => effects.push(Effect::Retry),
            Message::OpenFolder => effects.push(Effect::OpenFolder),
            Message::UseAnotherFolder => effects.push(Effect::ChooseFolder),
            Message::Dismiss(at) => {
                if at < self.notices.len() {
                    self.notices.remove(at);
                }
            }
            Message::News(news) => self.learn(news, now, effects),
        }
    }
}

#[cfg(test)]
mod tests;

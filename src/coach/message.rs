//! What the coach is told: what the person wants, what time it is, what came of an effect.

use super::{
    Action, CheckMessage, EditorMessage, GoniometerMessage, HealthMessage, News, OwnMessage, Place,
    ProgressMessage, RemindersMessage, RoutinesMessage, ShareMessage,
};
use crate::history::{Answer, Form, MorningAnswer, PausedDays, RecordId, Rir};
use crate::library::{Filter, Id, Link};
use crate::program::Wanted;
use crate::session::{HurtAnswer, HurtPlace, Missing};
use crate::settings::Change;
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

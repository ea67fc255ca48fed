//! `wait`: waits without a window and reminds to get up, when it is due and nothing is disturbed.
//!
//! It never opens the journal and takes no lock of it: what it needs to know is handed over by the
//! window, what a person answers is noted beside the journal. It wakes when a reminder may be due,
//! when one of its files changes, and every few minutes, because a computer that slept wakes nobody.

mod show;

use std::collections::BTreeSet;
use std::io::Write;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use chrono::{NaiveDateTime, Timelike as _};
use uuid::Uuid;

use super::context::Context;
use super::{Answer, Failure, Outcome, WaitArgs};
use crate::desktop::{Answered, InFront, Launcher, Notification, in_front};
use crate::files::{self, Folders, LockProblem, ReminderWatch, Waiting};
use crate::program::{Due, HandOver, Note, Noted, Offer, Reminding, Schedule, offer};
use crate::text::ReminderSentence;
use crate::units::Now;
use show::Shown;

/// While something is in front that a reminder would disturb, it is looked at again after so long.
const LOOK_AGAIN: Duration = Duration::from_secs(30);
/// After reminders were switched off, it stays for so long: they may be switched on again.
const LINGERS: Duration = Duration::from_mins(1);
/// Files change in pieces: they are read when they have been left alone for so long.
const QUIET: Duration = Duration::from_millis(200);
/// A single reminder that was asked for goes away after so long.
const SINGLE: Duration = Duration::from_mins(10);

/// Something that happened while it waited.
#[derive(Debug)]
enum Signal {
    /// One of its files.
    Changed,
    /// A person has answered.
    Answered {
        /// Which notification it was, counted from 1.
        number: u64,
        /// What the answer is.
        answer: Answered,
    },
    /// The small window is closed; what was answered there it has noted itself.
    Closed { failed: bool },
    /// It is to end.
    Stop,
}

/// Whoever waits.
struct Wait<'c> {
    context: &'c Context,
    folders: Folders,
    /// None where this program cannot find itself.
    launcher: Option<Launcher>,
    tell: Sender<Signal>,
    inbox: Receiver<Signal>,
    reminding: Reminding,
    schedule: Schedule,
    handed: Option<HandOver>,
    notes: Vec<Note>,
    taken: BTreeSet<Uuid>,
    /// The reminder that is up, and what it offers.
    shown: Option<(Shown, Offer)>,
    /// Notifications so far.
    count: u64,
    /// Since when reminders are off.
    off: Option<Duration>,
    said: Option<Waiting>,
    /// What could not be done about the last answer, while it is said.
    trouble: Option<Notification>,
}

/// Waits until it is told to end, or shows one reminder.
pub(super) fn wait(context: &Context, args: &WaitArgs, out: &mut dyn Write) -> Outcome {
    let folders = context.folders()?;
    let mut wait = Wait::new(context, folders);
    let stop = wait.tell.clone();
    // Where signals cannot be caught, they end it all the same.
    ctrlc::set_handler(move || drop(stop.send(Signal::Stop))).ok();
    if args.now {
        return wait.single();
    }
    let lock = files::lock_waiting(&*context.disk, &wait.folders);
    let _lock = lock.map_err(|problem| match problem {
        LockProblem::Held(Some(process)) => wait.said(ReminderSentence::WaitHeld { process }),
        LockProblem::Held(None) => wait.said(ReminderSentence::WaitHeldUnknown),
        LockProblem::File(problem) => context.problem(&problem),
    })?;
    let changed = wait.tell.clone();
    let _watch = ReminderWatch::start(&wait.folders, move || drop(changed.send(Signal::Changed)));
    wait.run(args, out)
}

impl<'c> Wait<'c> {
    fn new(context: &'c Context, folders: Folders) -> Self {
        let (tell, inbox) = channel();
        Self {
            context,
            folders,
            launcher: Launcher::find().ok(),
            tell,
            inbox,
            reminding: Reminding::start(&context.clock.tick()),
            schedule: Schedule::default(),
            handed: None,
            notes: Vec::new(),
            taken: BTreeSet::new(),
            shown: None,
            count: 0,
            off: None,
            said: None,
            trouble: None,
        }
    }

    fn run(&mut self, args: &WaitArgs, out: &mut dyn Write) -> Outcome {
        self.read(&self.context.clock.now());
        if !self.schedule.on {
            writeln!(out, "{}", self.context.text.remind(ReminderSentence::WaitOff))?;
        }
        loop {
            let now = self.context.clock.now();
            self.reminding.pass(&now.tick);
            self.read(&now);
            let Some(patience) = self.look(&now) else { return Ok(Answer::Done) };
            self.say_next(&now);
            // A clock that runs faster is waited for as much less.
            let patience = patience.div_f64(args.speed.factor());
            if !self.listen(patience) {
                return Ok(Answer::Done);
            }
        }
    }

    /// Waits for something to happen; whether it goes on.
    fn listen(&mut self, patience: Duration) -> bool {
        match self.inbox.recv_timeout(patience) {
            Ok(Signal::Stop) => return false,
            Ok(Signal::Answered { number, answer }) => self.answered(number, &answer),
            Ok(Signal::Closed { failed }) => self.window_closed(failed),
            Ok(Signal::Changed) => self.settle(),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {}
        }
        true
    }

    /// Lets the files come to rest; what else happens meanwhile is not lost.
    fn settle(&mut self) {
        self.context.clock.sleep(QUIET);
        for signal in self.inbox.try_iter().collect::<Vec<_>>() {
            match signal {
                Signal::Changed => {}
                Signal::Answered { number, answer } => self.answered(number, &answer),
                Signal::Closed { failed } => self.window_closed(failed),
                // To be found by whoever listens next.
                Signal::Stop => drop(self.tell.send(Signal::Stop)),
            }
        }
    }

    /// Reads what has changed: the settings, what was handed over, what was noted. What cannot be read
    /// now is as it was: a folder may be on its way, a file may be half written.
    fn read(&mut self, now: &Now) {
        // The person may have taken the data elsewhere.
        if let Ok(folders) = self.context.folders() {
            self.folders = folders;
        }
        let disk = &*self.context.disk;
        if let Ok(settings) = self.context.settings(&self.folders) {
            self.schedule = settings.settings().breaks;
        }
        if let Ok(handed) = files::read_handed(disk, &self.folders) {
            self.handed = handed;
        }
        if let Ok(read) = files::read_notes(disk, &self.folders) {
            self.take(read.notes, now);
        }
        if let Some(last) = self.handed.as_ref().and_then(|it| it.last) {
            self.reminding.stood(last, &now.tick);
        }
    }

    /// Takes notes in that another process has made, or an earlier run.
    fn take(&mut self, notes: Vec<Note>, now: &Now) {
        for note in notes {
            if self.taken.insert(note.id) {
                self.reminding.take(&note, self.schedule, &now.tick);
                let is_answer = !matches!(note.what, Noted::Shown { .. });
                self.shown.take_if(|it| is_answer && it.0.is_notification());
                self.notes.push(note);
            }
        }
    }

    /// Does what is due; how long it may wait then, and nothing when there is nothing to wait for.
    fn look(&mut self, now: &Now) -> Option<Duration> {
        let boot = now.tick.boot;
        match self.reminding.due(self.schedule, &now.tick) {
            Due::Off => {
                let since = *self.off.get_or_insert(boot);
                Some(LINGERS.saturating_sub(boot.saturating_sub(since))).filter(|it| !it.is_zero())
            }
            Due::Later(span) => {
                self.off = None;
                Some(span)
            }
            Due::Now => {
                self.off = None;
                let offer = offer(self.handed.as_ref(), &self.notes);
                let Some(offer) = offer.filter(|_| !self.is_disturbing(now)) else {
                    return Some(LOOK_AGAIN);
                };
                self.remind(offer);
                Some(Duration::ZERO)
            }
        }
    }

    /// Whether a reminder would disturb.
    fn is_disturbing(&self, now: &Now) -> bool {
        let alive = files::is_session_alive(&*self.context.disk, &self.folders, now.tick.wall);
        // A folder that cannot be read says nothing.
        alive.unwrap_or(false) || matches!(in_front(), InFront::FullScreen | InFront::KeptAwake)
    }

    /// Shows one reminder now, whatever the schedule says, and waits for its answer.
    fn single(&mut self) -> Outcome {
        self.read(&self.context.clock.now());
        let Some(offer) = offer(self.handed.as_ref(), &self.notes) else {
            return Err(self.said(ReminderSentence::WaitNothing));
        };
        self.remind(offer);
        let until = self.context.clock.mono() + SINGLE;
        while self.shown.is_some() {
            let left = until.saturating_sub(self.context.clock.mono());
            if left.is_zero() || !self.listen(left) {
                break;
            }
        }
        Ok(Answer::Done)
    }

    /// Says of itself that it waits, and until when. Whoever looks sees an older answer where that
    /// cannot be written.
    fn say_next(&mut self, now: &Now) {
        let minute = |it: NaiveDateTime| it.with_second(0)?.with_nanosecond(0);
        let next = self.reminding.next(self.schedule, &now.tick).and_then(minute);
        let waiting = Waiting { process: std::process::id(), next };
        if self.said != Some(waiting) {
            files::say_waiting(&*self.context.disk, &self.folders, waiting).ok();
            self.said = Some(waiting);
        }
    }

    /// Notes what was done. What cannot be written is said, and holds for as long as this one waits.
    fn note(&mut self, what: Noted) {
        let now = self.context.clock.now();
        let kept = files::keep_note(&*self.context.disk, &self.folders, what.clone(), &now);
        let note = match kept {
            Ok(it) => it,
            Err(problem) => {
                self.say_unkept(&what, &problem);
                Note { id: Uuid::nil(), at: now.tick.wall, zone: now.zone.clone(), what }
            }
        };
        self.taken.insert(note.id);
        self.reminding.take(&note, self.schedule, &now.tick);
        self.notes.push(note);
    }

    fn said(&self, sentence: ReminderSentence<'_>) -> Failure {
        Failure::Said(self.context.text.remind(sentence))
    }
}

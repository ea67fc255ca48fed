//! One run of a session in the terminal: the clock, the engine, the sound and the writer.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::lines;
use super::sound::Sound;
use crate::cli::context::Context;
use crate::cli::json::seconds;
use crate::cli::{Answer, Failure, Outcome, PlayArgs, warn};
use crate::files::{Ack, ActiveLog, Outcome as Kept, Store, Write as Keep, Writer, start_session};
use crate::history::{DeviceId, Speed, Started};
use crate::session::{At, Command, Ending, Fact, PauseReason, Phase, Plan, Session};
use crate::text::CommandSentence;
use crate::units::{Mss, Tick};

/// Where the session is, is noted at least so often: a resumed one is at most 15 s from where it was,
/// however long the disk takes.
const HEARTBEAT: Duration = Duration::from_secs(10);
/// How often the clocks are looked at; by this a gap is judged.
const BEAT: Duration = Duration::from_millis(100);
/// More time than this between two looks was lost, not trained.
const GAP: Duration = Duration::from_secs(2);
/// Time passes in pieces of at most so much, so that no set at one's own pace is passed over.
const PIECE: Duration = Duration::from_secs(1);
/// At the end, what could not be saved is tried for so long.
const LAST_PATIENCE: Duration = Duration::from_secs(12);

/// A session on its way.
pub(super) struct Run<'c> {
    context: &'c Context,
    out: &'c mut dyn Write,
    writer: Writer,
    sound: Option<Sound>,
    interrupted: Arc<AtomicBool>,
    /// What to print when these are safe.
    open: BTreeMap<u64, String>,
    is_troubled: bool,
    pace: Pace,
    /// Session time since its place was last noted.
    since_noted: Duration,
}

/// The clock that the engine sees.
struct Pace {
    speed: Speed,
    /// The real moment at which its time is 0.
    base: Duration,
    /// How much of its time the session was told.
    told: Duration,
    /// The last look at the clocks.
    last: Tick,
}

/// A session and how it started.
struct Led {
    started: Started,
    session: Session,
}

impl<'c> Run<'c> {
    pub(super) fn new(
        context: &'c Context,
        store: &Store,
        sound: Option<Sound>,
        interrupted: Arc<AtomicBool>,
        out: &'c mut dyn Write,
    ) -> Self {
        let last = context.clock.tick();
        let pace = Pace { speed: Speed::REAL, base: last.mono, told: Duration::ZERO, last };
        Self {
            context,
            out,
            writer: store.writer(|| {}),
            sound,
            interrupted,
            open: BTreeMap::new(),
            is_troubled: false,
            pace,
            since_noted: Duration::ZERO,
        }
    }

    /// Puts the log of an unfinished session away and leads through a new one.
    pub(super) fn start_instead(
        mut self,
        plan: Plan,
        log: Box<ActiveLog>,
        args: &PlayArgs,
        device: &DeviceId,
    ) -> Outcome {
        let id = log.started.id;
        self.writer.send(Keep::Resume(log));
        self.keep(Keep::Discard, format!("saved discarded {id}"));
        self.start(plan, args, device)
    }

    /// Leads through a new session.
    pub(super) fn start(mut self, plan: Plan, args: &PlayArgs, device: &DeviceId) -> Outcome {
        let now = self.context.clock.now();
        let mut started = start_session(device, &now, plan);
        (started.speed, started.count) = (args.speed, args.count);
        self.pace.speed = started.speed;
        let line = format!("saved started {}", started.id);
        self.keep(Keep::Start(Box::new(started.clone())), line);
        let session = Session::new(started.plan.clone());
        let mut led = Led { started, session };
        self.apply(&mut led, Command::Start);
        self.lead(led)
    }

    /// Leads on through a session that was left unfinished. Its speed stays what it was.
    pub(super) fn go_on(mut self, log: Box<ActiveLog>) -> Outcome {
        let mut led = Led { started: log.started.clone(), session: log.session() };
        self.pace.speed = led.started.speed;
        self.writer.send(Keep::Resume(log));
        if let Some(Fact::At { step, into, .. }) = led.session.heartbeat() {
            let place = lines::place(led.session.plan(), step, seconds(into));
            writeln!(self.out, "resumed at {place}")?;
        }
        self.apply(&mut led, Command::Resume);
        self.note_place(&led);
        self.lead(led)
    }

    /// Lets the session run to its end.
    fn lead(mut self, mut led: Led) -> Outcome {
        while !led.session.is_over() {
            let now = self.context.clock.tick();
            self.mind_gap(&mut led, &now);
            self.pass_time(&mut led, &now);
            if self.interrupted.load(Ordering::Relaxed) {
                self.apply(&mut led, Command::Finish);
            }
            self.hear(self.until_next(&led))?;
        }
        self.end(&led)
    }

    /// A stretch in which the program did not run counts for nothing: pause where it began, count in
    /// and go on.
    fn mind_gap(&mut self, led: &mut Led, now: &Tick) {
        let before = std::mem::replace(&mut self.pace.last, *now);
        let span = now.mono.saturating_sub(before.mono);
        let asleep = now.boot.saturating_sub(before.boot).saturating_sub(span);
        if span > GAP || asleep > GAP {
            self.pace.base += span;
            self.apply(led, Command::Pause(PauseReason::Gap));
            self.apply(led, Command::Resume);
        }
    }

    /// Tells the session how much time has passed, in pieces that end where something is to be done.
    fn pass_time(&mut self, led: &mut Led, now: &Tick) {
        let due = self.pace.speed.scale(now.mono.saturating_sub(self.pace.base));
        while self.pace.told < due && !led.session.is_over() && !self.is_ahead_of_disk() {
            let own = own_pace_left(&led.session);
            let until_noted = HEARTBEAT.saturating_sub(self.since_noted);
            let piece = due.saturating_sub(self.pace.told).min(PIECE).min(until_noted);
            let piece = piece.min(own.unwrap_or(Duration::MAX));
            let events = led.session.advance(piece);
            self.pace.told += piece;
            self.since_noted += piece;
            self.log(led, &events);
            if self.since_noted >= HEARTBEAT {
                self.since_noted = Duration::ZERO;
                self.note_place(led);
            }
            if own == Some(piece) {
                self.apply(led, Command::Done);
            }
        }
    }

    /// A clock that runs faster must not run away from a disk that does not: it catches up when what
    /// it has brought about is safe. The real clock waits for nothing.
    fn is_ahead_of_disk(&self) -> bool {
        !self.pace.speed.is_real() && !self.open.is_empty() && !self.is_troubled
    }

    /// Does what was asked, and lets it be heard from this moment on.
    fn apply(&mut self, led: &mut Led, command: Command) {
        let events = led.session.apply(command);
        self.log(led, &events);
        if let Some(sound) = &mut self.sound {
            let moment = self.pace.told.div_f64(self.pace.speed.factor());
            sound.perform(
                self.context,
                (&led.session, &events),
                self.pace.base + moment,
                self.pace.speed,
            );
        }
    }

    fn log(&mut self, led: &Led, events: &[At]) {
        let facts: Vec<_> = events.iter().flat_map(|it| led.session.facts(it)).collect();
        for fact in facts {
            self.note(led, fact);
        }
    }

    /// Notes where the session is.
    fn note_place(&mut self, led: &Led) {
        if let Some(fact) = led.session.heartbeat() {
            self.note(led, fact);
        }
    }

    fn note(&mut self, led: &Led, fact: Fact) {
        if matches!(fact, Fact::At { .. }) {
            self.since_noted = Duration::ZERO;
        }
        let line = lines::saved(&fact, led.session.plan());
        self.keep(Keep::Fact(self.context.clock.now().tick.wall, fact), line);
    }

    fn keep(&mut self, what: Keep, line: String) {
        let seq = self.writer.send(what);
        self.open.insert(seq, line);
    }

    /// How long until something may have to be done.
    fn until_next(&self, led: &Led) -> Duration {
        let next = led.session.view().until_next_change.unwrap_or(BEAT);
        let next = next.div_f64(self.pace.speed.factor());
        next.clamp(Duration::from_millis(1), BEAT)
    }

    /// Waits for the writer, and prints what is safe.
    fn hear(&mut self, patience: Duration) -> io::Result<()> {
        if let Some(ack) = self.writer.wait(patience) {
            self.take(ack)?;
        }
        for ack in self.writer.poll() {
            self.take(ack)?;
        }
        self.out.flush()
    }

    fn take(&mut self, ack: Ack) -> io::Result<()> {
        match ack.outcome {
            Kept::Saved => {
                if let Some(line) = self.open.remove(&ack.seq) {
                    writeln!(self.out, "{line}")?;
                }
                if self.is_troubled && self.open.is_empty() {
                    self.is_troubled = false;
                    warn(&self.context.text.tell(CommandSentence::SavedAfterAll))?;
                }
                Ok(())
            }
            Kept::Failed { why, .. } if !self.is_troubled => {
                self.is_troubled = true;
                let why = self.context.problem_sentence(&why);
                warn(&self.context.text.tell(CommandSentence::NotSaved { why: &why }))
            }
            Kept::Failed { .. } => Ok(()),
        }
    }

    /// Puts the session into the journal, waits until it is there, and says so.
    fn end(&mut self, led: &Led) -> Outcome {
        let Led { started, session } = led;
        let ending = session.ending().unwrap_or(Ending::Early);
        let record = started.record(session, ending, self.context.clock.now().tick.wall);
        let line = format!("saved record {}", record.id);
        self.keep(Keep::Finish(Box::new(record.clone())), line);
        let until = self.context.clock.mono() + LAST_PATIENCE;
        while !self.open.is_empty() && self.context.clock.mono() < until {
            self.hear(BEAT)?;
        }
        if let Some(sound) = self.sound.as_ref().filter(|_| ending == Ending::Completed) {
            sound.wait_for_end(self.context);
        }
        let text = &self.context.text;
        if !self.open.is_empty() {
            return Err(Failure::Said(text.tell(CommandSentence::NotSavedAtAll)));
        }
        if let Some(told) = record.session() {
            let time = Mss(told.active).to_string();
            let (name, done, of) = (told.name.as_str(), told.sets_done(), told.sets.len());
            let sentence = CommandSentence::PlayEnd { name, time: &time, done, of };
            warn(&text.tell(sentence))?;
        }
        Ok(Answer::Done)
    }
}

/// How much of the usual time is left in the set at one's own pace that is running.
fn own_pace_left(session: &Session) -> Option<Duration> {
    let view = session.view();
    let step = session.plan().steps.get(view.step).filter(|it| it.waits())?;
    (view.phase == Phase::Running).then(|| step.length.saturating_sub(view.into))
}

//! The performer: a thread of its own that plays a score on time and notices when time was lost.

use std::fmt;
use std::io;
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::Performance;
use super::conductor::{Act, Conductor, DueTone, Stage};
use super::cue_log::CueLog;
use super::device::{Report, Supervisor};
use super::speech::{self, Engine, Speech};
use super::tones::Bank;
use super::track::{Cue, Handle};
use super::{Latency, Profile, Silence, SoundState, Voice};
use crate::clock::Clock;
use crate::units::Tick;

/// How often the thread runs while something is performed.
const BEAT: Duration = Duration::from_millis(100);
/// How often it runs otherwise.
const IDLE_BEAT: Duration = Duration::from_millis(500);
/// A device is held for so long after the last sound: as long as a pause keeps the computer awake.
const HOLD: Duration = Duration::from_mins(5);

/// The performer's own heartbeat: by it gaps are judged, never by frames.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pulse {
    /// When its thread last ran.
    pub last: Tick,
    /// The latest gap, until there is another; compare with the one handled before.
    pub gap: Option<Gap>,
}

impl Pulse {
    /// Whether time was lost that the performer has not noticed yet: then wait for it (it takes at
    /// most half a second) before letting the session advance.
    pub fn is_behind(&self, now: &Tick) -> bool {
        is_gap(&self.last, now)
    }
}

/// A stretch of time in which the program did not run: the computer slept, or it was frozen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// The last good moment: where the session pauses.
    pub from: Tick,
    /// When the program ran again.
    pub to: Tick,
}

/// Whether so much time was lost between two ticks of one thread that the session must pause.
/// The wall clock has no say: it may be set.
fn is_gap(from: &Tick, to: &Tick) -> bool {
    /// More than this is a gap.
    const LIMIT: Duration = Duration::from_secs(2);
    let mono = to.mono.saturating_sub(from.mono);
    let boot = to.boot.saturating_sub(from.boot);
    mono > LIMIT || boot.saturating_sub(mono) > LIMIT
}

/// What the thread is told, by the shell and by the threads below it.
enum Message {
    Perform(Performance),
    Silence,
    Volume(f32),
    Profile(Profile),
    Muted(bool),
    Language(String),
    Device(Report),
    Voice,
    Quit,
}

/// What others may read at any time.
#[derive(Debug)]
struct Shared {
    pulse: Mutex<Pulse>,
    state: Mutex<SoundState>,
    latency: Mutex<Option<Latency>>,
    speech: Speech,
}

/// The handle to the performer's thread. Every method returns at once. Dropping it ends the sound.
pub struct Performer {
    messages: Sender<Message>,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl fmt::Debug for Performer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Performer").field("shared", &self.shared).finish_non_exhaustive()
    }
}

impl Performer {
    /// Starts the thread; a device is opened only when something is performed. `clock` is the real
    /// clock, never a scaled one; `wake` is called from other threads when the state of the sound
    /// changes or a gap was noticed.
    pub fn start(clock: Arc<dyn Clock>, wake: Arc<dyn Fn() + Send + Sync>) -> io::Result<Self> {
        let (messages, inbox) = channel();
        let reports = messages.clone();
        // Whoever sends last may find that the performer has ended first; then nobody listens.
        let report = move |it| drop(reports.send(Message::Device(it)));
        let device = Supervisor::start(Arc::clone(&clock), report)?;
        Self::start_with(clock, wake, device, speech::system(), (messages, inbox))
    }

    fn start_with(
        clock: Arc<dyn Clock>,
        wake: Arc<dyn Fn() + Send + Sync>,
        device: Supervisor,
        engine: Box<dyn Engine>,
        (messages, inbox): (Sender<Message>, Receiver<Message>),
    ) -> io::Result<Self> {
        let voices = messages.clone();
        let voice = move || drop(voices.send(Message::Voice));
        let speech = Speech::start(engine, Arc::clone(&clock), voice)?;
        let shared = Arc::new(Shared {
            pulse: Mutex::new(Pulse { last: clock.tick(), gap: None }),
            state: Mutex::new(SoundState::Silent { why: Silence::Unneeded }),
            latency: Mutex::new(None),
            speech,
        });
        let player = Player::new(clock, wake, device, Arc::clone(&shared));
        let thread = thread::Builder::new().name("performer".to_owned());
        let thread = Some(thread.spawn(move || player.run(&inbox))?);
        Ok(Self { messages, shared, thread })
    }

    /// Plays this instead of what was planned before; what sounds is faded out, words are cut off.
    pub fn perform(&self, performance: Performance) {
        self.send(Message::Perform(performance));
    }

    /// Plays nothing until the next performance: what sounds is faded out, words are cut off.
    pub fn silence(&self) {
        self.send(Message::Silence);
    }

    /// How loud, 0 to 1; the system's own volume is never touched.
    pub fn set_volume(&self, volume: f32) {
        self.send(Message::Volume(volume));
    }

    /// How the tones are coloured.
    pub fn set_profile(&self, profile: Profile) {
        self.send(Message::Profile(profile));
    }

    /// Neither tones nor words while muted; the performance goes on.
    pub fn set_muted(&self, muted: bool) {
        self.send(Message::Muted(muted));
    }

    /// In which language words are, as an IETF tag; `en` unless told otherwise.
    pub fn set_language(&self, language: &str) {
        self.send(Message::Language(language.to_owned()));
    }

    /// The heartbeat and the latest gap.
    pub fn pulse(&self) -> Pulse {
        *lock(&self.shared.pulse)
    }

    /// Whether anything can be heard.
    pub fn state(&self) -> SoundState {
        lock(&self.shared.state).clone()
    }

    /// What speaks.
    pub fn voice(&self) -> Voice {
        self.shared.speech.voice()
    }

    /// The latency of the device; `None` while there is none, or while it is not known yet.
    pub fn latency(&self) -> Option<Latency> {
        *lock(&self.shared.latency)
    }

    fn send(&self, message: Message) {
        // The thread ends only when this handle does.
        drop(self.messages.send(message));
    }
}

impl Drop for Performer {
    fn drop(&mut self) {
        self.send(Message::Quit);
        if let Some(thread) = self.thread.take() {
            // A performer that panicked has said so already.
            drop(thread.join());
        }
    }
}

fn lock<T>(it: &Mutex<T>) -> MutexGuard<'_, T> {
    // Plain values: whoever panicked while holding one left it whole.
    it.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The thread's own state.
struct Player {
    clock: Arc<dyn Clock>,
    wake: Arc<dyn Fn() + Send + Sync>,
    device: Supervisor,
    shared: Arc<Shared>,
    conductor: Conductor,
    /// The open device, and since when sounds can be placed in it.
    open: Option<Opened>,
    state: SoundState,
    volume: f32,
    profile: Profile,
    muted: bool,
    /// Until when a device is held.
    hold: Option<Duration>,
    log: Option<CueLog>,
}

/// An open device as the performer sees it.
struct Opened {
    track: Handle,
    bank: Arc<Bank>,
    settled: Option<Duration>,
}

impl Player {
    fn new(
        clock: Arc<dyn Clock>,
        wake: Arc<dyn Fn() + Send + Sync>,
        device: Supervisor,
        shared: Arc<Shared>,
    ) -> Self {
        Self {
            clock,
            wake,
            device,
            shared,
            conductor: Conductor::default(),
            open: None,
            state: SoundState::Silent { why: Silence::Unneeded },
            volume: 1.0,
            profile: Profile::default(),
            muted: false,
            hold: None,
            log: CueLog::from_environment(),
        }
    }

    fn run(mut self, inbox: &Receiver<Message>) {
        while self.turn(inbox).is_continue() {}
    }

    /// Waits for what is next, and does it; breaks when the sound shall end.
    fn turn(&mut self, inbox: &Receiver<Message>) -> ControlFlow<()> {
        /// Words that wait for their device are due all the time.
        const SHORTEST: Duration = Duration::from_millis(10);
        let beat = if self.conductor.is_on() { BEAT } else { IDLE_BEAT };
        let words = self.conductor.until_words(self.clock.mono());
        let first = inbox.recv_timeout(words.map_or(beat, |it| it.clamp(SHORTEST, beat)));
        if first.as_ref().is_err_and(|it| *it == RecvTimeoutError::Disconnected) {
            return ControlFlow::Break(());
        }
        self.beat();
        for message in first.into_iter().chain(inbox.try_iter()) {
            self.obey(message)?;
        }
        self.play_due();
        ControlFlow::Continue(())
    }

    /// Notes that the thread ran, and whether it should have run long ago.
    fn beat(&mut self) {
        let tick = self.clock.tick();
        let last = std::mem::replace(&mut lock(&self.shared.pulse).last, tick);
        if is_gap(&last, &tick) {
            self.stop();
            lock(&self.shared.pulse).gap = Some(Gap { from: last, to: tick });
            (self.wake)();
        }
    }

    fn obey(&mut self, message: Message) -> ControlFlow<()> {
        match message {
            Message::Perform(performance) => self.perform(performance),
            Message::Silence => self.stop(),
            Message::Volume(volume) => {
                self.volume = if volume.is_finite() { volume.clamp(0.0, 1.0) } else { 1.0 };
                self.shared.speech.set_volume(self.volume);
                self.set_gain();
            }
            Message::Profile(profile) => self.profile = profile,
            Message::Muted(muted) => {
                self.muted = muted;
                self.shared.speech.cancel();
                self.set_gain();
            }
            Message::Language(language) => self.shared.speech.set_language(&language),
            Message::Device(report) => self.device_changed(report),
            Message::Voice => (self.wake)(),
            Message::Quit => {
                self.stop();
                return ControlFlow::Break(());
            }
        }
        ControlFlow::Continue(())
    }

    fn perform(&mut self, performance: Performance) {
        let now = self.clock.mono();
        let end = performance.end();
        self.hold = Some(now.max(end) + HOLD);
        if !self.muted && self.state == (SoundState::Silent { why: Silence::Unneeded }) {
            self.publish(SoundState::Silent { why: Silence::Opening });
        }
        if self.conductor.perform(performance, self.stage()) {
            self.flush();
            if !self.muted && self.conductor.has_words() {
                self.shared.speech.prepare();
            }
        }
    }

    /// Nothing more is heard until the next performance.
    fn stop(&mut self) {
        if self.conductor.is_on() {
            self.hold = Some(self.clock.mono() + HOLD);
        }
        self.conductor.stop();
        self.flush();
    }

    fn flush(&mut self) {
        if let Some(open) = &self.open {
            open.track.flush();
            if let Some(log) = &mut self.log {
                log.cancel(open.track.status().heard_until());
            }
        }
        self.shared.speech.cancel();
    }

    fn set_gain(&self) {
        if let Some(open) = &self.open {
            open.track.set_gain(if self.muted { 0.0 } else { loudness(self.volume) });
        }
    }

    fn device_changed(&mut self, report: Report) {
        self.conductor.rewind(self.clock.mono());
        if let Some(log) = &mut self.log {
            log.cancel(self.clock.mono());
        }
        let state = match report {
            Report::Opened { device, track, bank } => {
                self.open = Some(Opened { track, bank, settled: None });
                self.set_gain();
                SoundState::Playing { device }
            }
            Report::Closed(why) => {
                self.open = None;
                SoundState::Silent { why }
            }
        };
        self.publish(state);
    }

    fn publish(&mut self, state: SoundState) {
        if self.state != state {
            self.state = state.clone();
            *lock(&self.shared.state) = state;
            (self.wake)();
        }
    }

    /// What there is to sound through.
    fn stage(&self) -> Stage {
        match (&self.open, &self.state) {
            _ if self.muted => Stage::Empty,
            (Some(open), _) => {
                Stage::Open { latency: open.track.status().latency(), settled: open.settled }
            }
            (None, SoundState::Silent { why: Silence::Opening }) => Stage::Opening,
            (None, _) => Stage::Empty,
        }
    }

    /// Hands over what is due, and looks after the rest.
    fn play_due(&mut self) {
        let now = self.clock.mono();
        self.look_at_device(now);
        let speaks = !self.muted && self.shared.speech.voice() != Voice::Nothing;
        for act in self.conductor.due(now, self.stage(), speaks) {
            match act {
                Act::Say(text) if speaks => self.shared.speech.say(&text),
                Act::Say(_) => {}
                Act::Play(tone) => self.play(now, tone),
            }
        }
        if let Some(log) = &mut self.log {
            log.write(now);
        }
    }

    fn play(&mut self, now: Duration, due: DueTone) {
        let Some(open) = &self.open else { return };
        let Some(samples) = open.bank.get(due.tone, self.profile) else { return };
        open.track.play(Cue { at: due.at, latest: due.latest, gain: due.gain, samples });
        if let Some(log) = &mut self.log {
            log.commit(now, due.at, due.tone);
        }
    }

    fn look_at_device(&mut self, now: Duration) {
        let needed = self.hold.is_some_and(|it| now < it) && !self.muted;
        self.device.want(needed);
        let latency = self.open.as_mut().and_then(|open| {
            let status = open.track.status();
            if open.settled.is_none() && status.is_settled() {
                open.settled = Some(now);
            }
            open.settled.map(|_| Latency {
                compensated: status.latency(),
                left: status.scatter(),
                underruns: status.slips(),
                missed: status.missed(),
            })
        });
        *lock(&self.shared.latency) = latency;
    }
}

/// The amplitude of a volume setting: squared, because the ear hears ratios.
fn loudness(volume: f32) -> f32 {
    volume * volume
}

#[cfg(test)]
#[path = "performer_tests.rs"]
mod tests;

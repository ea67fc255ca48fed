//! The performer: a thread of its own that plays a score on time and notices when time was lost.

mod player;

use std::fmt;
use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::Performance;
use super::device::{Report, Supervisor};
use super::speech::{self, Engine, Speech};
use super::{Latency, Profile, Silence, SoundState, Voice};
use crate::clock::Clock;
use crate::units::Tick;
use player::Player;

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

#[cfg(test)]
#[path = "performer_tests.rs"]
mod tests;

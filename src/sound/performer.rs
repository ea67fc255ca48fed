//! The performer: a thread of its own that plays a score on time and notices when time was lost.

use std::fmt;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use super::{Latency, Profile, Silence, SoundState, Voice};
use crate::clock::Clock;
use crate::session::score::Tone;
use crate::units::Tick;

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

/// The performer's own heartbeat: by it gaps are judged, never by frames (ruling 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pulse {
    /// When its thread last ran.
    pub last: Tick,
    /// The latest gap, until there is another; compare with the one handled before.
    pub gap: Option<Gap>,
}

impl Pulse {
    /// Whether time was lost that the performer has not noticed yet: then wait for it (it takes at
    /// most a tenth of a second) before letting the session advance.
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

/// Whether so much time was lost between two ticks of one thread that the session must pause
/// (ruling 1). The wall clock has no say: it may be set.
fn is_gap(from: &Tick, to: &Tick) -> bool {
    /// More than this is a gap.
    const LIMIT: Duration = Duration::from_secs(2);
    let mono = to.mono.saturating_sub(from.mono);
    let boot = to.boot.saturating_sub(from.boot);
    mono > LIMIT || boot.saturating_sub(mono) > LIMIT
}

/// The handle to the performer's thread. Every method returns at once. Dropping it ends the sound.
pub struct Performer {
    clock: Arc<dyn Clock>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl fmt::Debug for Performer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Performer").finish_non_exhaustive()
    }
}

impl Performer {
    /// Starts the thread. `clock` is the real clock, never a scaled one; `wake` is called from
    /// other threads when the state of the sound changes or a gap was noticed.
    pub fn start(clock: Arc<dyn Clock>, wake: Arc<dyn Fn() + Send + Sync>) -> io::Result<Self> {
        Ok(Self { clock, wake })
    }

    /// Plays this instead of what was planned before; what sounds is faded out.
    pub fn perform(&self, performance: Performance) {
        drop(performance);
        (self.wake)();
    }

    /// Plays nothing until the next performance: what sounds is faded out, words are cut off.
    pub fn silence(&self) {}

    /// How loud, 0 to 1; the system's own volume is never touched.
    pub fn set_volume(&self, volume: f32) {
        let _ = volume;
    }

    /// How the tones are coloured.
    pub fn set_profile(&self, profile: Profile) {
        let _ = profile;
    }

    /// Neither tones nor words while muted; the performance goes on.
    pub fn set_muted(&self, muted: bool) {
        let _ = muted;
    }

    /// The heartbeat and the latest gap.
    pub fn pulse(&self) -> Pulse {
        Pulse { last: self.clock.tick(), gap: None }
    }

    /// Whether anything can be heard.
    pub fn state(&self) -> SoundState {
        SoundState::Silent { why: Silence::Opening }
    }

    /// What speaks.
    pub fn voice(&self) -> Voice {
        Voice::Looking
    }

    /// The latency of the device; `None` while there is none.
    pub fn latency(&self) -> Option<Latency> {
        None
    }
}

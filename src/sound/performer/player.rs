//! The performer's thread: it hands over what is due, and looks after the device and the voice.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use super::{Gap, Message, Shared, is_gap, lock};
use crate::clock::Clock;
use crate::sound::conductor::{Act, Conductor, DueTone, Stage};
use crate::sound::cue_log::CueLog;
use crate::sound::device::{Report, Supervisor};
use crate::sound::tones::Bank;
use crate::sound::track::{Cue, Handle};
use crate::sound::{Latency, Performance, Profile, Silence, SoundState, Voice};

/// How often the thread runs while something is performed.
const BEAT: Duration = Duration::from_millis(100);
/// How often it runs otherwise.
const IDLE_BEAT: Duration = Duration::from_millis(500);
/// A device is held for so long after the last sound: as long as a pause keeps the computer awake.
const HOLD: Duration = Duration::from_mins(5);

/// The thread's own state.
pub(super) struct Player {
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
    pub(super) fn new(
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

    pub(super) fn run(mut self, inbox: &Receiver<Message>) {
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

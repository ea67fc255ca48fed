//! What is due now of a performance, and what came too late: the performer's mind, without its
//! thread, its clock or its device.

use std::time::Duration;

use crate::coach::{Performance, PlannedSound};
use crate::session::score::Tone;

/// Tones are handed to the track so far ahead; it holds them until their block.
const AHEAD: Duration = Duration::from_secs(1);
/// A tone that is later than this is not heard any more...
const LATE: Duration = Duration::from_millis(50);
/// ...but the end of a step or of a session is, for so long: a person with closed eyes must not
/// hold on because of it.
const LATE_END: Duration = Duration::from_millis(500);
/// The first tone of a session may wait so long for a device that is only being opened; nothing
/// hangs on its moment, and it wakes what sleeps in the loudspeaker.
const LATE_FIRST: Duration = Duration::from_secs(2);
/// Words may come so late.
const LATE_WORDS: Duration = Duration::from_secs(1);
/// While a device is being opened, words may come so late.
const LATE_FIRST_WORDS: Duration = Duration::from_secs(3);
/// A device that has run for so long swallows no more first syllables.
const WARM: Duration = Duration::from_millis(400);
/// Nobody can follow words at more than this speed.
const FASTEST_WORDS: f64 = 1.5;
/// How much softer ticks are while something is said: 6 dB.
const DUCKED: f32 = 0.5;

impl Performance {
    /// When a cue shall be heard.
    fn moment(&self, cue: &PlannedSound) -> Duration {
        let offset = Duration::try_from_secs_f64(cue.at.as_secs_f64() / self.speed);
        self.anchor.saturating_add(offset.unwrap_or(cue.at))
    }

    /// When it is over.
    pub(super) fn end(&self) -> Duration {
        self.cues.iter().map(|it| self.moment(it)).max().unwrap_or(self.anchor)
    }
}

/// What there is to sound through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Nothing.
    Empty,
    /// A device is on its way.
    Opening,
    /// A device.
    Open {
        /// How long a sound takes through it.
        latency: Duration,
        /// Since when sounds can be placed in it.
        settled: Option<Duration>,
    },
}

/// What is to be done about one cue.
enum Due<T> {
    /// Its time has not come.
    Later,
    /// Its time has come.
    Now(T),
    /// There is nothing to do, or its time is past.
    Never,
}

/// Something to do now.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Act {
    /// Hand this tone to the track.
    Play(DueTone),
    /// Say this.
    Say(String),
}

/// A tone with its moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct DueTone {
    pub(super) tone: Tone,
    /// When it shall be heard.
    pub(super) at: Duration,
    /// When it had better not be heard any more.
    pub(super) latest: Duration,
    /// Its loudness, 0 to 1.
    pub(super) gain: f32,
}

/// The place in a performance.
#[derive(Debug, Default)]
pub(super) struct Conductor {
    current: Option<Performance>,
    generation: u64,
    /// The next cue whose tone is not handed over, and the next whose words are not said.
    tone: usize,
    word: usize,
    /// Whether the device was not yet there when the performance began: its first tone may wait.
    cold: bool,
}

impl Conductor {
    /// Takes a performance instead of the one before. An older one changes nothing and is `false`.
    pub(super) fn perform(&mut self, mut performance: Performance, stage: Stage) -> bool {
        if performance.generation < self.generation {
            return false;
        }
        if !(performance.speed.is_finite() && performance.speed > 0.0) {
            performance.speed = 1.0;
        }
        performance.cues.sort_by_key(|it| it.at);
        let cold = !matches!(stage, Stage::Open { settled: Some(_), .. });
        let generation = performance.generation;
        *self = Self { current: Some(performance), generation, tone: 0, word: 0, cold };
        true
    }

    /// Nothing is to be heard until the next performance.
    pub(super) fn stop(&mut self) {
        self.current = None;
    }

    /// Whether something is being performed, be it silence.
    pub(super) const fn is_on(&self) -> bool {
        self.current.is_some()
    }

    /// Whether anything is left to be said.
    pub(super) fn has_words(&self) -> bool {
        let cues = self.current.as_ref().map_or(&[] as &[_], |it| &it.cues);
        cues.iter().skip(self.word).any(|it| it.say.is_some())
    }

    /// The device is another one, or gone: what was handed to the one before and lies ahead has to
    /// be handed over again. What is past stays past.
    pub(super) fn rewind(&mut self, now: Duration) {
        if let Some(current) = &self.current {
            let ahead = current.cues.iter().position(|it| current.moment(it) >= now);
            self.tone = self.tone.min(ahead.unwrap_or(usize::MAX));
        }
    }

    /// What has to be done now. `speaks` is whether words are said at all.
    pub(super) fn due(&mut self, now: Duration, stage: Stage, speaks: bool) -> Vec<Act> {
        let Some(current) = self.current.take() else { return Vec::new() };
        let mut acts = Vec::new();
        while let Some(cue) = current.cues.get(self.tone) {
            match self.tone_due(&current, cue, now, stage) {
                Due::Later => break,
                Due::Never => {}
                Due::Now(tone) => {
                    let ducked = speaks && is_tick(tone.tone) && is_under_words(&current, cue);
                    let gain = loudness(ducked);
                    acts.push(Act::Play(DueTone { gain, ..tone }));
                }
            }
            self.tone += 1;
        }
        while let Some(cue) = current.cues.get(self.word) {
            match self.words_due(&current, cue, now, stage) {
                Due::Later => break,
                Due::Never => {}
                Due::Now(text) => acts.push(Act::Say(text)),
            }
            self.word += 1;
        }
        self.current = Some(current);
        acts
    }

    fn tone_due(
        &self,
        current: &Performance,
        cue: &PlannedSound,
        now: Duration,
        stage: Stage,
    ) -> Due<DueTone> {
        let at = current.moment(cue);
        if at > now + AHEAD {
            return Due::Later;
        }
        let Some(tone) = cue.tone else { return Due::Never };
        let patience = self.patience(current, tone);
        if now > at + patience {
            return Due::Never;
        }
        let Stage::Open { latency, .. } = stage else { return Due::Later };
        // Nothing can be heard sooner than the device can play it.
        let latest = at.max(now + latency) + patience;
        Due::Now(DueTone { tone, at, latest, gain: 1.0 })
    }

    /// How late the tone of the present cue may be.
    fn patience(&self, current: &Performance, tone: Tone) -> Duration {
        let is_first = || current.cues.iter().position(|it| it.tone.is_some()) == Some(self.tone);
        match tone {
            _ if self.cold && is_first() => LATE_FIRST,
            Tone::End | Tone::Done => LATE_END,
            Tone::Ready
            | Tone::Countdown
            | Tone::Start
            | Tone::Halfway
            | Tone::Switch
            | Tone::Beat
            | Tone::Phase => LATE,
        }
    }

    fn words_due(
        &self,
        current: &Performance,
        cue: &PlannedSound,
        now: Duration,
        stage: Stage,
    ) -> Due<String> {
        let at = current.moment(cue);
        if at > now {
            return Due::Later;
        }
        let is_warm = match stage {
            Stage::Empty => true,
            Stage::Opening => false,
            Stage::Open { settled, .. } => settled.is_some_and(|it| now >= it + WARM),
        };
        let patience = if self.cold { LATE_FIRST_WORDS } else { LATE_WORDS };
        match &cue.say {
            Some(_) if now > at + patience || current.speed > FASTEST_WORDS => Due::Never,
            Some(_) if self.cold && !is_warm => Due::Later,
            Some(text) => Due::Now(text.clone()),
            None => Due::Never,
        }
    }

    /// How long until the next words are due.
    pub(super) fn until_words(&self, now: Duration) -> Option<Duration> {
        let current = self.current.as_ref()?;
        let mut ahead = current.cues.iter().skip(self.word).filter(|it| it.say.is_some());
        ahead.next().map(|it| current.moment(it).saturating_sub(now))
    }
}

const fn loudness(ducked: bool) -> f32 {
    if ducked { DUCKED } else { 1.0 }
}

const fn is_tick(tone: Tone) -> bool {
    matches!(tone, Tone::Beat | Tone::Phase)
}

/// Whether something is probably still being said at this cue.
fn is_under_words(current: &Performance, cue: &PlannedSound) -> bool {
    let said = current.cues.iter().take_while(|it| it.at <= cue.at);
    let mut ends = said.filter_map(|it| it.say.as_deref().map(|text| it.at + spoken(text)));
    ends.any(|end| end > cue.at)
}

/// About how long a text takes to be said: fifteen letters a second, and a moment to begin.
fn spoken(text: &str) -> Duration {
    Duration::from_millis(400 + text.chars().count() as u64 * 1000 / 15)
}

#[cfg(test)]
#[path = "conductor_tests.rs"]
mod tests;

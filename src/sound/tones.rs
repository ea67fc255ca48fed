//! The tones, synthesised once for a device and then only copied.
//!
//! One family: everything is a note of the major chord on one root, so that a session sounds like
//! one instrument. The three of a countdown lie a fourth below the start that they lead to.

use std::f64::consts::{PI, TAU};
use std::sync::Arc;

use super::Profile;
use crate::session::score::Tone;

/// The loudest sample of any tone: -12 dBFS, so that four at once still do not clip.
pub const PEAK: f32 = 0.251_188_64;

/// All tones, in the order of a session; `Bank` is built from it.
pub const TONES: [Tone; 9] = [
    Tone::Ready,
    Tone::Countdown,
    Tone::Start,
    Tone::Halfway,
    Tone::End,
    Tone::Switch,
    Tone::Beat,
    Tone::Phase,
    Tone::Done,
];

/// Every tone of both profiles at one rate: interleaved left and right samples.
#[derive(Debug)]
pub(super) struct Bank(Vec<(Profile, Tone, Arc<[f32]>)>);

impl Bank {
    /// Renders them all; some milliseconds of work.
    pub(super) fn new(rate: u32) -> Self {
        let all = [Profile::Quiet, Profile::Clear]
            .into_iter()
            .flat_map(|profile| TONES.map(|tone| (profile, tone, render(tone, profile, rate))));
        Self(all.collect())
    }

    /// The samples of a tone.
    pub(super) fn get(&self, tone: Tone, profile: Profile) -> Option<Arc<[f32]>> {
        let found = self.0.iter().find(|it| it.0 == profile && it.1 == tone);
        found.map(|it| Arc::clone(&it.2))
    }
}

/// A tone at a rate in hertz, as interleaved left and right samples.
pub fn render(tone: Tone, profile: Profile, rate: u32) -> Arc<[f32]> {
    let notes = notes(tone);
    let seconds = notes.iter().map(|it| it.at + it.length).fold(0.0, f64::max);
    let mut frames = vec![[0.0_f64; 2]; (seconds * f64::from(rate)).ceil() as usize + 1];
    for note in notes {
        note.add_to(&mut frames, profile, rate);
    }
    let peak = frames.iter().flatten().fold(0.0_f64, |max, it| max.max(it.abs()));
    let gain = f64::from(PEAK) * decibels(level(tone, profile)) / peak.max(f64::EPSILON);
    frames.iter().flatten().map(|it| ((it * gain) as f32).clamp(-PEAK, PEAK)).collect()
}

/// How far a tone's peak lies below [`PEAK`], in decibels. Ticks come often and must not tire; the
/// end of a step is never softened.
fn level(tone: Tone, profile: Profile) -> f64 {
    let softer = match tone {
        Tone::Ready | Tone::Start | Tone::End | Tone::Switch | Tone::Done => 0.0,
        Tone::Countdown | Tone::Halfway | Tone::Beat => -3.0,
        Tone::Phase => -11.0,
    };
    match profile {
        Profile::Clear => softer,
        Profile::Quiet => softer - 5.0,
    }
}

fn decibels(db: f64) -> f64 {
    10.0_f64.powf(db / 20.0)
}

/// What a note is struck on.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Timbre {
    /// A soft mallet: rounded, with a little of the octave.
    Mallet,
    /// A bell: partials that are not harmonic, long.
    Bell,
    /// A wood block: short, gone within some hundredths of a second.
    Wood,
}

/// One note of a tone; times in seconds.
#[derive(Debug, Clone, Copy)]
struct Note {
    at: f64,
    length: f64,
    /// Of the root.
    ratio: f64,
    /// -1 left, 0 both, 1 right.
    pan: f64,
    timbre: Timbre,
}

/// The notes of a tone (visual.md, Sound). Ratios: 1/2 low, 3/4 a fourth below, 1 the root, 5/4 the
/// third, 3/2 the fifth, 2 the octave.
fn notes(tone: Tone) -> Vec<Note> {
    use Timbre::{Bell, Mallet, Wood};
    let note = |at, length, ratio, timbre| Note { at, length, ratio, pan: 0.0, timbre };
    match tone {
        Tone::Ready => vec![note(0.0, 0.7, 0.5, Mallet)],
        Tone::Countdown => vec![note(0.0, 0.14, 0.75, Mallet)],
        Tone::Start => vec![note(0.0, 0.2, 1.0, Mallet), note(0.16, 0.5, 1.25, Mallet)],
        Tone::Halfway => vec![note(0.0, 1.2, 1.5, Bell)],
        Tone::End => vec![note(0.0, 0.2, 1.25, Mallet), note(0.16, 0.6, 1.0, Mallet)],
        Tone::Switch => vec![
            Note { pan: -0.85, ..note(0.0, 0.28, 1.0, Mallet) },
            Note { pan: 0.85, ..note(0.26, 0.45, 1.5, Mallet) },
        ],
        Tone::Beat => vec![note(0.0, 0.09, 1.5, Wood)],
        Tone::Phase => vec![note(0.0, 0.06, 2.0, Wood)],
        Tone::Done => {
            let chord = [(0.0, 0.5), (0.07, 1.0), (0.14, 1.25), (0.21, 1.5)];
            chord.map(|(at, ratio)| note(at, 1.5 - at, ratio, Mallet)).to_vec()
        }
    }
}

/// The root: C5 where it must carry, G4 where it must not disturb.
const fn root(profile: Profile) -> f64 {
    match profile {
        Profile::Clear => 523.25,
        Profile::Quiet => 392.0,
    }
}

impl Timbre {
    /// The partials: ratio to the note, strength, decay per second.
    const fn partials(self) -> &'static [(f64, f64, f64)] {
        match self {
            Self::Mallet => &[(1.0, 1.0, 5.0), (2.0, 0.28, 9.0), (3.0, 0.08, 14.0)],
            Self::Bell => &[(1.0, 1.0, 3.2), (2.0, 0.35, 5.0), (2.76, 0.22, 7.5)],
            Self::Wood => &[(1.0, 1.0, 55.0), (2.6, 0.4, 90.0)],
        }
    }

    /// How long the attack takes, in seconds: soft enough not to click.
    const fn attack(self, profile: Profile) -> f64 {
        match (self, profile) {
            (Self::Mallet | Self::Bell, Profile::Clear) => 0.006,
            (Self::Mallet | Self::Bell, Profile::Quiet) => 0.02,
            (Self::Wood, Profile::Clear) => 0.002,
            (Self::Wood, Profile::Quiet) => 0.004,
        }
    }
}

impl Note {
    /// Adds the note to what is there.
    fn add_to(&self, frames: &mut [[f64; 2]], profile: Profile, rate: u32) {
        /// The end is rounded off over so much of the note, so that it ends in silence.
        const RELEASE: f64 = 0.3;
        /// Partials above this part of the rate would fold back as false tones.
        const HIGHEST: f64 = 0.45;
        let rate = f64::from(rate);
        let (left, right) = ((1.0 - self.pan).min(1.0), (1.0 + self.pan).min(1.0));
        let (attack, release) = (self.timbre.attack(profile), self.length * RELEASE);
        let hz = root(profile) * self.ratio;
        for (i, frame) in frames.iter_mut().skip((self.at * rate) as usize).enumerate() {
            let t = i as f64 / rate;
            if t > self.length {
                break;
            }
            let envelope = ease(t / attack) * ease((self.length - t) / release);
            let partials = self.timbre.partials().iter().filter(|it| hz * it.0 < rate * HIGHEST);
            let sum: f64 = partials
                .map(|(r, gain, decay)| gain * (-decay * t).exp() * (TAU * hz * r * t).sin())
                .sum();
            let [l, r] = frame;
            *l += sum * envelope * left;
            *r += sum * envelope * right;
        }
    }
}

/// From 0 to 1 without a corner at either end; 1 beyond.
fn ease(x: f64) -> f64 {
    0.5 - 0.5 * (PI * x.clamp(0.0, 1.0)).cos()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROFILES: [Profile; 2] = [Profile::Quiet, Profile::Clear];

    /// Enough for the notes themselves, and quick.
    const RATE: u32 = 8000;

    /// Every tone of every profile at the rates that devices have.
    fn each(check: impl Fn(Tone, Profile, u32, &[f32])) {
        let places =
            [16_000, 44_100, 48_000].into_iter().flat_map(|it| PROFILES.map(|of| (it, of)));
        for (tone, (rate, profile)) in places.flat_map(|it| TONES.map(|tone| (tone, it))) {
            check(tone, profile, rate, &render(tone, profile, rate));
        }
    }

    fn channel(samples: &[f32], right: usize) -> Vec<f64> {
        samples.chunks_exact(2).map(|it| f64::from(it[right])).collect()
    }

    /// The strength of one frequency in a stretch of samples (Goertzel).
    fn strength(samples: &[f64], hz: f64, rate: u32) -> f64 {
        let k = 2.0 * (TAU * hz / f64::from(rate)).cos();
        let (a, b) = samples.iter().fold((0.0, 0.0), |(a, b), x| (x + k * a - b, a));
        (a * a + b * b - k * a * b).sqrt() / samples.len() as f64
    }

    /// The strongest frequency between 150 and 1200 Hz, to three hertz.
    fn pitch(samples: &[f64], rate: u32) -> u32 {
        let by_strength = |a: &u32, b: &u32| {
            let of = |hz: &u32| strength(samples, f64::from(*hz), rate);
            of(a).total_cmp(&of(b))
        };
        (150..1200).step_by(3).max_by(by_strength).unwrap()
    }

    fn energy(samples: &[f64]) -> f64 {
        samples.iter().map(|it| it * it).sum()
    }

    #[test]
    fn no_tone_is_louder_than_12_decibels_below_full() {
        each(|tone, profile, rate, samples| {
            let peak = samples.iter().fold(0.0_f32, |max, it| max.max(it.abs()));
            assert!(peak <= PEAK, "{tone:?} {profile:?} {rate}: {peak}");
            assert!(peak >= PEAK * 0.1, "{tone:?} {profile:?} {rate} is hardly heard: {peak}");
        });
        assert!((20.0 * f64::from(PEAK).log10() + 12.0).abs() < 0.001);
    }

    #[test]
    fn every_tone_starts_and_ends_in_silence_and_never_jumps() {
        each(|tone, profile, rate, samples| {
            let name = format!("{tone:?} {profile:?} {rate}");
            for right in [0, 1] {
                let samples = channel(samples, right);
                assert!(samples[0].abs() < 1e-6, "{name} starts with a click");
                assert!(samples[samples.len() - 1].abs() < 1e-4, "{name} ends with a click");
                // The steepest a 2.4 kHz wave of this height can be; a click is steeper.
                let bound = f64::from(PEAK) * TAU * 2400.0 / f64::from(rate);
                let jump = samples.windows(2).map(|it| (it[1] - it[0]).abs()).fold(0.0, f64::max);
                assert!(jump < bound, "{name} jumps by {jump}");
            }
        });
    }

    #[test]
    fn a_start_rises_by_a_third_and_an_end_falls_by_one() {
        for profile in PROFILES {
            let interval = |tone| {
                let samples = channel(&render(tone, profile, RATE), 0);
                let first = pitch(&samples[100..1200], RATE);
                let second = pitch(&samples[2000..4000], RATE);
                f64::from(second) / f64::from(first)
            };
            assert!((interval(Tone::Start) - 1.25).abs() < 0.02, "{profile:?}");
            assert!((interval(Tone::End) - 0.8).abs() < 0.02, "{profile:?}");
        }
    }

    #[test]
    fn changing_sides_goes_from_the_left_to_the_right() {
        for profile in PROFILES {
            let samples = render(Tone::Switch, profile, 48_000);
            let (left, right) = (channel(&samples, 0), channel(&samples, 1));
            let middle = (0.26 * 48_000.0) as usize;
            assert!(energy(&left[..middle]) > 10.0 * energy(&right[..middle]));
            assert!(energy(&right[middle + 2000..]) > 10.0 * energy(&left[middle + 2000..]));
        }
    }

    #[test]
    fn get_ready_is_the_lowest_and_a_phase_is_lighter_than_a_beat() {
        for profile in PROFILES {
            let of = |tone| channel(&render(tone, profile, RATE), 0);
            let ready = pitch(&of(Tone::Ready), RATE);
            for tone in [Tone::Countdown, Tone::Start, Tone::Halfway, Tone::End] {
                assert!(f64::from(pitch(&of(tone), RATE)) > f64::from(ready) * 1.4, "{tone:?}");
            }
            assert!(energy(&of(Tone::Beat)) > 4.0 * energy(&of(Tone::Phase)));
        }
    }

    #[test]
    fn the_chord_of_the_end_holds_root_third_and_fifth() {
        let samples = channel(&render(Tone::Done, Profile::Clear, 48_000), 0);
        let held = &samples[14_000..40_000];
        let beside = strength(held, 600.0, 48_000);
        for ratio in [0.5, 1.0, 1.25, 1.5] {
            assert!(strength(held, 523.25 * ratio, 48_000) > 10.0 * beside, "{ratio}");
        }
    }

    #[test]
    fn no_two_tones_can_be_taken_for_each_other() {
        const LAGS: usize = 240;
        /// The best match of two sounds with their starts up to 30 ms apart, 1 for the same.
        fn likeness(a: &[f64], b: &[f64]) -> f64 {
            let scale = (energy(a) * energy(b)).sqrt();
            let shifted = |by: usize, a: &[f64], b: &[f64]| {
                a.iter().skip(by).zip(b).map(|(a, b)| a * b).sum::<f64>().abs() / scale
            };
            (0..LAGS).map(|by| shifted(by, a, b).max(shifted(by, b, a))).fold(0.0, f64::max)
        }
        for profile in PROFILES {
            let all = TONES.map(|it| (it, channel(&render(it, profile, RATE), 0)));
            let pairs = (0..all.len()).flat_map(|i| (0..i).map(move |j| (i, j)));
            for ((one, a), (other, b)) in pairs.map(|(i, j)| (&all[i], &all[j])) {
                let like = likeness(a, b);
                assert!(like < 0.8, "{profile:?}: {one:?} and {other:?} are {like:.2} alike");
            }
        }
    }
}

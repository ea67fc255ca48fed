//! The track, pulled by a pretended device with a pretended clock.

use super::*;
use crate::clock::FakeClock;
use proptest::prelude::{
    ProptestConfig, Strategy as _, any, prop_assert, prop_assert_eq, proptest,
};

const RATE: u32 = 48_000;
const LATENCY: Duration = Duration::from_millis(40);

/// A device: asks for a block whenever the one before has been played.
struct Device {
    clock: FakeClock,
    track: Track,
    handle: Handle,
    /// The left channel of everything it was given.
    heard: Vec<f32>,
    /// The frame count at which each stall ended, and how long it was.
    start: Duration,
}

impl Device {
    fn new() -> Self {
        let clock = FakeClock::default();
        let start = clock.mono() + LATENCY;
        let (track, handle) = Track::new(RATE, Arc::new(clock.clone()));
        Self { clock, track, handle, heard: Vec::new(), start }
    }

    /// One that has run long enough to be trusted.
    fn warm() -> Self {
        let mut device = Self::new();
        device.pull(10, 480);
        assert!(device.handle.status().is_settled());
        device
    }

    fn pull(&mut self, blocks: usize, frames: usize) {
        for _ in 0..blocks {
            let mut block = vec![f32::NAN; frames * CHANNELS];
            self.track.render(LATENCY, &mut block);
            self.heard.extend(block.chunks_exact(2).map(|it| it[0]));
            self.clock
                .advance(Duration::from_nanos(frames as u64 * 1_000_000_000 / u64::from(RATE)));
        }
    }

    /// The device stands still: nothing is asked for, everything later is heard so much later.
    fn stall(&mut self, span: Duration) {
        self.clock.advance(span);
        self.start += span;
    }

    /// The moment at which the next frame is heard.
    fn next_heard(&self) -> Duration {
        self.clock.mono() + LATENCY
    }

    /// The frame that is heard at a moment, as the device has run since its last stall.
    fn frame_at(&self, at: Duration) -> usize {
        (at.saturating_sub(self.start).as_secs_f64() * f64::from(RATE)).round() as usize
    }

    fn play(&self, at: Duration, samples: &Arc<[f32]>) {
        let latest = at + Duration::from_millis(50);
        self.handle.play(Cue { at, latest, gain: 1.0, samples: Arc::clone(samples) });
    }

    /// Where silence ends, each time that it lasted at least 100 frames.
    fn onsets(&self) -> Vec<usize> {
        let sounding = self.heard.iter().enumerate().filter(|it| *it.1 != 0.0).map(|it| it.0);
        let mut last = None;
        sounding.filter(|i| last.replace(*i).is_none_or(|last| i - last > 100)).collect()
    }

    fn worst_jump(&self) -> f32 {
        self.heard.windows(2).map(|it| (it[1] - it[0]).abs()).fold(0.0, f32::max)
    }
}

fn millis(it: u64) -> Duration {
    Duration::from_millis(it)
}

/// A sound without attack, so that its first frame is seen exactly.
fn block_of(frames: usize) -> Arc<[f32]> {
    vec![0.25; frames * CHANNELS].into()
}

/// A long note that begins softly.
fn note() -> Arc<[f32]> {
    let sample = |i: usize| (i as f32 / RATE as f32 * 440.0 * std::f32::consts::TAU).sin() * 0.25;
    (0..48_000).flat_map(|i| [sample(i), sample(i)]).collect()
}

#[test]
fn a_cue_is_heard_in_exactly_its_frame() {
    let mut device = Device::warm();
    let from = device.next_heard();
    let moments = [0, 1, 333, 334, 1007].map(|it| from + millis(it) + Duration::from_micros(37));
    for at in moments {
        device.play(at, &block_of(7));
    }
    device.pull(150, 441);
    let expected: Vec<usize> = moments.iter().map(|it| device.frame_at(*it)).collect();
    // The first two are 48 frames apart and show as one.
    let seen = device.onsets();
    assert_eq!(seen, [expected[0], expected[2], expected[4]]);
    assert!(device.heard[expected[1] - 1] == 0.0);
    assert!(device.heard[expected[1]] > 0.0);
    assert_eq!(device.handle.status().missed(), 0);
}

#[test]
fn nothing_is_placed_before_the_device_runs_evenly() {
    let mut device = Device::new();
    device.play(device.next_heard(), &block_of(7));
    device.play(device.next_heard() + millis(500), &block_of(7));
    device.pull(2, 480);
    // As fresh devices do: the first blocks are taken at once, then nothing for a second.
    device.stall(millis(1000));
    let late = device.next_heard() + millis(300);
    device.play(late, &block_of(7));
    device.pull(100, 480);
    let expected = device.frame_at(late);
    assert_eq!(device.onsets(), [expected]);
    assert_eq!(device.handle.status().missed(), 2);
}

#[test]
fn a_flush_drops_what_is_queued_and_fades_what_sounds_without_a_click() {
    let mut device = Device::warm();
    let from = device.next_heard();
    device.play(from, &note());
    device.play(from + millis(400), &note());
    device.pull(20, 480);
    let natural = device.worst_jump();
    let flushed = device.heard.len();
    device.handle.flush();
    device.play(device.next_heard() + millis(200), &block_of(7));
    device.pull(100, 480);

    let after = &device.heard[flushed..];
    let sounding = after.iter().position(|it| *it == 0.0).unwrap();
    assert!((1..=480).contains(&after[..480].iter().filter(|it| **it != 0.0).count()));
    assert!(sounding <= 480, "sounds for {sounding} frames");
    let faded = after[..480].windows(2).map(|it| (it[1] - it[0]).abs()).fold(0.0, f32::max);
    assert!(faded < natural * 1.1 + 0.25 / 480.0, "a click of {faded}");
    let later: Vec<f32> = after[480..].iter().copied().filter(|it| *it != 0.0).collect();
    assert_eq!(later, [0.25; 7]);
}

#[test]
fn after_a_stall_cues_are_in_place_again_and_missed_ones_stay_silent() {
    let mut device = Device::warm();
    let from = device.next_heard();
    device.play(from + millis(150), &block_of(7));
    device.play(from + millis(800), &block_of(7));
    device.pull(5, 480);
    device.stall(millis(300));
    device.pull(100, 480);
    let expected = device.frame_at(from + millis(800));
    assert_eq!(device.onsets(), [expected]);
    assert_eq!(device.handle.status().missed(), 1);
    assert_eq!(device.handle.status().slips(), 1);
}

#[test]
fn a_cue_that_comes_a_little_late_is_heard_at_once() {
    let mut device = Device::warm();
    device.play(device.next_heard().checked_sub(millis(30)).unwrap(), &block_of(7));
    let now = device.heard.len();
    device.pull(4, 480);
    assert_eq!(device.onsets(), [now]);
}

#[test]
fn loudness_changes_without_a_step_and_the_sum_never_clips() {
    let mut device = Device::warm();
    for _ in 0..20 {
        device.play(device.next_heard(), &note());
    }
    device.pull(30, 480);
    assert!(device.heard.iter().all(|it| it.abs() <= 1.0));
    assert!(device.heard.iter().any(|it| it.abs() > 0.9));

    let mut device = Device::warm();
    device.play(device.next_heard(), &note());
    device.pull(20, 480);
    let natural = device.worst_jump();
    device.handle.set_gain(0.0);
    device.pull(20, 480);
    assert!(device.worst_jump() < natural * 1.1 + 0.25 / 480.0);
    assert!(device.heard[device.heard.len() - 4800..].iter().all(|it| *it == 0.0));
}

#[test]
fn a_crystal_that_is_off_by_200_ppm_stays_in_time_for_an_hour() {
    /// An hour is long enough at a low rate.
    const RATE: u32 = 8000;
    const BLOCK: usize = 800;
    for ppm in [-200.0, 200.0] {
        let clock = FakeClock::default();
        let (mut track, handle) = Track::new(RATE, Arc::new(clock.clone()));
        let mut block = vec![0.0; BLOCK * CHANNELS];
        let second = 1.0 / (f64::from(RATE) * (1.0 + ppm * 1e-6));
        let (start, mut frame, mut worst) = (clock.mono().as_secs_f64(), 0_usize, 0.0_f64);
        let mut planned: Option<Duration> = None;
        for _ in 0..36_000 {
            let heard_first = start + frame as f64 * second + LATENCY.as_secs_f64();
            clock.set_mono(Duration::from_secs_f64(heard_first - LATENCY.as_secs_f64()));
            track.render(LATENCY, &mut block);
            if let (Some(at), Some(i)) = (planned, block.iter().position(|it| *it != 0.0)) {
                let heard = heard_first + (i / CHANNELS) as f64 * second;
                worst = worst.max((heard - at.as_secs_f64()).abs());
                planned = None;
            }
            frame += BLOCK;
            if frame % 80_000 == 0 {
                let at = clock.mono() + Duration::from_millis(777);
                let latest = at + Duration::from_millis(50);
                handle.play(Cue { at, latest, gain: 1.0, samples: block_of(7) });
                planned = Some(at);
            }
        }
        assert!(worst < 0.001, "{ppm} ppm: {worst} s");
        assert_eq!(handle.status().slips(), 0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever the blocks, and whatever is flushed when: a cue sounds in its frame or not at all.
    #[test]
    fn a_cue_sounds_in_its_frame_or_not_at_all(
        gaps in proptest::collection::vec(5_u64..400, 1..20),
        blocks in proptest::collection::vec(16_usize..2000, 40..80),
        flush in proptest::option::of(0_usize..40),
        ahead in any::<bool>().prop_map(|it| if it { 1 } else { 30 }),
    ) {
        let mut device = Device::warm();
        let mut at = device.next_heard();
        let mut moments = Vec::new();
        for gap in gaps {
            at += millis(gap + ahead);
            moments.push(at);
            device.play(at, &block_of(3));
        }
        let mut flushed = usize::MAX;
        for (i, frames) in blocks.into_iter().enumerate() {
            if flush == Some(i) {
                device.handle.flush();
                flushed = device.heard.len();
            }
            device.pull(1, frames);
        }
        let all: Vec<usize> = moments.iter().map(|it| device.frame_at(*it)).collect();
        let due = all.iter().copied().filter(|it| *it < flushed.min(device.heard.len()));
        prop_assert_eq!(device.onsets(), due.collect::<Vec<_>>());
        let fade = 480.min(device.heard.len().saturating_sub(flushed));
        if flushed < device.heard.len() {
            prop_assert!(device.heard[flushed + fade..].iter().all(|it| *it == 0.0));
        }
    }
}

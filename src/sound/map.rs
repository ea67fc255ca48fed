//! When a frame is heard: the map from a device's frames to monotonic time.
//!
//! Each block that a device asks for is one observation: it was asked for now, and the device says
//! how long until it is heard. Observations scatter by some tenths of a millisecond, devices drift,
//! and an underrun moves everything at once; the map follows the last two and not the first.

use std::collections::VecDeque;
use std::time::Duration;

/// Observations older than this have no say.
const WINDOW: i64 = millis(300);
/// A map that is wrong by more than this is not bent but set anew.
const SLIP: i64 = millis(3);
/// A block that comes this much later than the one before it lasts: the counter stood still, and if
/// the device speaks of another origin now, what was observed before is no longer true.
const STALL: i64 = millis(20);
/// So many observations make a map that can be trusted.
const ENOUGH: usize = 4;

const fn millis(it: i64) -> i64 {
    it * 1_000_000
}

/// The map of one device. Moments are monotonic, in nanoseconds.
#[derive(Debug)]
pub(super) struct ClockMap {
    rate: u32,
    /// When frame 0 was heard, or would have been.
    origin: Option<i64>,
    /// When each observation was made, and the origin that it speaks for.
    window: VecDeque<(i64, i64)>,
    /// When the last block was asked for, and how long it lasts.
    last: Option<(i64, i64)>,
    settled: bool,
    slips: u32,
}

impl ClockMap {
    /// The map of a device of so many frames a second.
    pub(super) fn new(rate: u32) -> Self {
        Self { rate, origin: None, window: VecDeque::new(), last: None, settled: false, slips: 0 }
    }

    /// At `now` the device asks for `frames` frames from `frame` on, the first of which will be
    /// heard after `latency`.
    pub(super) fn observe(&mut self, now: Duration, latency: Duration, frame: u64, frames: u64) {
        let now = nanos(now);
        let length = self.length(frames);
        let since = self.last.map_or(i64::MAX, |(last, length)| now - last - length);
        let burst = self.last.is_some_and(|(last, length)| now - last < length / 4);
        self.last = Some((now, length));
        // A device that fills its buffer asks for several blocks at once, and knows only afterwards
        // how long they will last.
        if burst && !self.window.is_empty() {
            return;
        }
        let origin = now + nanos(latency) - self.length(frame);
        if since > STALL && self.origin.is_some_and(|it| (origin - it).abs() > SLIP) {
            self.window.clear();
        }
        self.window.push_back((now, origin));
        while self.window.front().is_some_and(|it| it.0 < now - WINDOW) {
            self.window.pop_front();
        }
        self.follow(origin);
    }

    /// Moves the origin towards the middle of what was observed.
    fn follow(&mut self, latest: i64) {
        let mut seen: Vec<i64> = self.window.iter().map(|it| it.1).collect();
        seen.sort_unstable();
        let middle = seen.get(seen.len() / 2).copied().unwrap_or(latest);
        self.origin = Some(match self.origin {
            Some(origin) if (middle - origin).abs() <= SLIP => origin + (middle - origin) / 4,
            Some(_) if self.settled => {
                self.slips = self.slips.saturating_add(1);
                middle
            }
            Some(_) | None => middle,
        });
        self.settled |= self.window.len() >= ENOUGH;
    }

    /// Whether enough was observed since the device was opened to place a sound.
    pub(super) const fn is_settled(&self) -> bool {
        self.settled
    }

    /// How often the map had to be set anew: the device ran out of sound, or skipped some.
    pub(super) const fn slips(&self) -> u32 {
        self.slips
    }

    /// When a frame is heard.
    pub(super) fn heard(&self, frame: u64) -> i64 {
        self.origin.unwrap_or(0) + self.length(frame)
    }

    /// The frame that is heard at a moment, counted from `from`; negative before it.
    pub(super) fn frames_until(&self, moment: i64, from: u64) -> i64 {
        let span = i128::from(moment - self.heard(from)) * i128::from(self.rate);
        let half = i128::from(SECOND / 2) * span.signum();
        i64::try_from((span + half) / i128::from(SECOND)).unwrap_or(i64::MAX)
    }

    /// How far the observations of the last moments lie from the map, at most.
    pub(super) fn scatter(&self) -> Duration {
        let origin = self.origin.unwrap_or(0);
        let worst = self.window.iter().map(|it| (it.1 - origin).unsigned_abs()).max();
        Duration::from_nanos(worst.unwrap_or(0))
    }

    /// How long so many frames last.
    fn length(&self, frames: u64) -> i64 {
        let nanos = u128::from(frames) * SECOND as u128 / u128::from(self.rate.max(1));
        i64::try_from(nanos).unwrap_or(i64::MAX)
    }
}

const SECOND: i64 = 1_000_000_000;

/// A moment or span as nanoseconds: enough for 292 years.
pub(super) fn nanos(it: Duration) -> i64 {
    i64::try_from(it.as_nanos()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{ProptestConfig, prop_assert, proptest};

    const RATE: u32 = 48_000;
    const BLOCK: u64 = 1440;

    /// A device whose crystal is off by `ppm`, asking for a block each time one has been played.
    struct Device {
        map: ClockMap,
        ppm: i64,
        frame: u64,
        /// When frame 0 is truly heard.
        origin: i64,
    }

    impl Device {
        const LATENCY: i64 = millis(40);

        fn new(ppm: i64) -> Self {
            Self { map: ClockMap::new(RATE), ppm, frame: 0, origin: millis(5000) }
        }

        /// When a frame is truly heard.
        fn truth(&self, frame: u64) -> i64 {
            let nominal = i128::from(frame) * i128::from(SECOND) / i128::from(RATE);
            let true_length = nominal * 1_000_000 / i128::from(1_000_000 + self.ppm);
            self.origin + i64::try_from(true_length).unwrap()
        }

        /// Asks for a block; the wake-up comes late, and the device's word is off, by so much.
        fn ask(&mut self, late: i64, off: i64) {
            let heard = self.truth(self.frame);
            let now = heard - Self::LATENCY + late;
            let latency = u64::try_from(Self::LATENCY - late + off).unwrap();
            let now = Duration::from_nanos(u64::try_from(now).unwrap());
            self.map.observe(now, Duration::from_nanos(latency), self.frame, BLOCK);
            self.frame += BLOCK;
        }

        /// How far the map is wrong about the next second.
        fn error(&self) -> i64 {
            let ahead = self.frame + u64::from(RATE);
            (self.map.heard(ahead) - self.truth(ahead)).abs()
        }
    }

    #[test]
    fn a_perfect_device_is_mapped_exactly() {
        let mut device = Device::new(0);
        assert!(!device.map.is_settled());
        for _ in 0..100 {
            device.ask(0, 0);
        }
        assert!(device.map.is_settled());
        assert!(device.error() <= 1);
        assert_eq!(device.map.slips(), 0);
        let moment = device.truth(1_000_000);
        assert_eq!(device.map.frames_until(moment, 999_000), 1000);
        assert_eq!(device.map.frames_until(moment, 1_000_480), -480);
    }

    #[test]
    fn a_crystal_that_is_off_by_200_ppm_costs_less_than_a_millisecond_in_an_hour() {
        for ppm in [-200, 200] {
            let mut device = Device::new(ppm);
            let mut worst = 0;
            while device.frame < 3600 * u64::from(RATE) {
                device.ask(0, 0);
                worst = worst.max(device.error());
            }
            assert!(worst < millis(1), "{ppm} ppm: {worst} ns");
            assert_eq!(device.map.slips(), 0);
        }
    }

    #[test]
    fn after_an_underrun_the_map_is_right_again_within_a_third_of_a_second() {
        let mut device = Device::new(50);
        for _ in 0..200 {
            device.ask(0, 0);
        }
        // 300 ms without sound, while no block is asked for.
        device.origin += millis(300);
        // Then the buffer is filled again: several blocks at once, with stale words about them.
        device.ask(0, millis(-35));
        let stale = device.map.heard(device.frame);
        for _ in 0..2 {
            let now = device.truth(device.frame - BLOCK) - Device::LATENCY + millis(1);
            let now = Duration::from_nanos(u64::try_from(now).unwrap());
            device.map.observe(now, Duration::from_millis(3), device.frame, BLOCK);
            device.frame += BLOCK;
        }
        assert_eq!(device.map.heard(device.frame), stale + device.map.length(2 * BLOCK));
        for _ in 0..9 {
            device.ask(0, 0);
        }
        assert!(device.error() < 200_000, "{} ns", device.error());
        assert!(device.map.slips() >= 1);
    }

    #[test]
    fn a_short_underrun_is_followed_at_once() {
        let mut device = Device::new(0);
        for _ in 0..50 {
            device.ask(0, 0);
        }
        // The block came so late that the device had nothing to play for 6 ms.
        device.origin += millis(6);
        device.ask(millis(40), 0);
        assert!(device.error() <= 1);
        assert_eq!(device.map.slips(), 1);
    }

    #[test]
    fn one_late_wake_up_moves_nothing() {
        let mut device = Device::new(0);
        for _ in 0..50 {
            device.ask(0, 0);
        }
        // The thread was held up after the device had spoken.
        device.ask(millis(19), millis(19));
        assert!(device.error() <= 1);
        device.ask(0, 0);
        assert!(device.error() <= 1);
        assert!(device.map.scatter() >= Duration::from_millis(18));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn scatter_below_a_millisecond_never_shows_as_more(
            ppm in -200_i64..200,
            noise in proptest::collection::vec((0_i64..5_000_000, -1_000_000_i64..1_000_000), 400),
        ) {
            let mut device = Device::new(ppm);
            for (i, (late, off)) in noise.into_iter().enumerate() {
                device.ask(late, off);
                if i > 20 {
                    prop_assert!(device.error() < 1_300_000);
                }
            }
            prop_assert!(device.map.slips() == 0);
        }
    }
}

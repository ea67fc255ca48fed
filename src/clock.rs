//! The time: monotonic, wall and boot clock read together as one [`Tick`], and waiting.
//!
//! **Invariant:** the only file that reads a clock or sleeps. Everything else takes a [`Clock`] or
//! a moment as an argument, so that a test can hand it a [`FakeClock`].

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, FixedOffset, Local, TimeDelta};

use crate::units::{Now, Tick};

/// Somewhere to read the time.
pub trait Clock: Send + Sync + fmt::Debug {
    /// All three clocks at this moment.
    fn tick(&self) -> Tick;

    /// The clocks and the name of the time zone: a moment as it is recorded.
    fn now(&self) -> Now;

    /// The monotonic clock alone: cheap enough to be read for each block of sound.
    fn mono(&self) -> Duration {
        self.tick().mono
    }

    /// Waits for so much of this clock's time. Never on the thread that draws.
    fn sleep(&self, span: Duration);
}

/// The computer's own clocks.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the clock")]
    fn tick(&self) -> Tick {
        Tick { mono: monotonic(), boot: since_boot(), wall: Local::now().fixed_offset() }
    }

    fn now(&self) -> Now {
        // A computer that does not say its zone is served by the offset in the wall clock.
        let zone = iana_time_zone::get_timezone().unwrap_or_else(|_| "UTC".to_owned());
        Now { tick: self.tick(), zone }
    }

    fn mono(&self) -> Duration {
        monotonic()
    }

    #[expect(clippy::disallowed_methods, reason = "this is the clock")]
    fn sleep(&self, span: Duration) {
        std::thread::sleep(span);
    }
}

/// `CLOCK_MONOTONIC`: stands still while the computer sleeps. Its start is the computer's, so that
/// two processes can compare their readings.
#[cfg(target_os = "linux")]
fn monotonic() -> Duration {
    elapsed(rustix::time::ClockId::Monotonic)
}

/// `CLOCK_BOOTTIME`: runs on while the computer sleeps.
#[cfg(target_os = "linux")]
fn since_boot() -> Duration {
    elapsed(rustix::time::ClockId::Boottime)
}

/// A clock of the kernel as the time since its start.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn elapsed(clock: rustix::time::ClockId) -> Duration {
    let it = rustix::time::clock_gettime(clock);
    // Neither clock is ever negative; zero is the harmless answer if one were.
    match (u64::try_from(it.tv_sec), u32::try_from(it.tv_nsec)) {
        (Ok(secs), Ok(nanos)) => Duration::new(secs, nanos),
        (Err(_), _) | (_, Err(_)) => Duration::ZERO,
    }
}

/// `Instant`, from the first reading on. On macOS it stands still while the computer sleeps; on
/// Windows it runs on, so a sleep is a gap in this clock already.
#[cfg(not(target_os = "linux"))]
#[expect(clippy::disallowed_methods, reason = "this is the clock")]
fn monotonic() -> Duration {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    START.get_or_init(std::time::Instant::now).elapsed()
}

/// macOS: its `CLOCK_MONOTONIC` is the one that runs on while the computer sleeps.
#[cfg(target_vendor = "apple")]
fn since_boot() -> Duration {
    elapsed(rustix::time::ClockId::Monotonic)
}

/// Elsewhere the monotonic clock counts sleep itself.
#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn since_boot() -> Duration {
    monotonic()
}

/// A clock that only moves when it is told to. Clones share one time.
#[derive(Debug, Clone)]
pub struct FakeClock(Arc<Mutex<Now>>);

impl FakeClock {
    /// Stands at `wall`, in `zone`; the monotonic clock at 1000 s, the boot clock at 1500 s.
    pub fn new(wall: DateTime<FixedOffset>, zone: &str) -> Self {
        let tick = Tick { mono: Duration::from_secs(1000), boot: Duration::from_mins(25), wall };
        Self(Arc::new(Mutex::new(Now { tick, zone: zone.to_owned() })))
    }

    /// Time passes on all three clocks.
    pub fn advance(&self, span: Duration) {
        let mut now = self.lock();
        now.tick.mono += span;
        now.tick.boot += span;
        now.tick.wall += delta(span);
    }

    /// The computer sleeps: the monotonic clock stands still.
    pub fn suspend(&self, span: Duration) {
        let mut now = self.lock();
        now.tick.boot += span;
        now.tick.wall += delta(span);
    }

    /// Somebody, or the network, sets the wall clock.
    pub fn set_wall(&self, wall: DateTime<FixedOffset>) {
        self.lock().tick.wall = wall;
    }

    /// Sets the monotonic clock alone.
    pub fn set_mono(&self, mono: Duration) {
        self.lock().tick.mono = mono;
    }

    /// Sets the boot clock alone.
    pub fn set_boot(&self, boot: Duration) {
        self.lock().tick.boot = boot;
    }

    /// The person travels.
    pub fn set_zone(&self, zone: &str) {
        zone.clone_into(&mut self.lock().zone);
    }

    fn lock(&self) -> MutexGuard<'_, Now> {
        // The time is a plain value: whoever panicked while holding it left it whole.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for FakeClock {
    /// Stands at noon of 1 March 2027, UTC.
    fn default() -> Self {
        const NOON: i64 = 1_803_902_400;
        let wall = DateTime::from_timestamp(NOON, 0).unwrap_or_default();
        Self::new(wall.fixed_offset(), "UTC")
    }
}

impl Clock for FakeClock {
    fn tick(&self) -> Tick {
        self.lock().tick
    }

    fn now(&self) -> Now {
        self.lock().clone()
    }

    fn sleep(&self, span: Duration) {
        self.advance(span);
    }
}

/// A clock whose monotonic and boot time run `speed` times as fast from its making on: what the
/// session sees under `play --speed`. The wall clock stays as it is, so a record's date is true.
#[derive(Debug, Clone)]
pub struct ScaledClock {
    inner: Arc<dyn Clock>,
    speed: f64,
    from: Tick,
}

impl ScaledClock {
    /// Runs at `speed`, which must be a finite number above 0; anything else counts as 1.
    pub fn new(inner: Arc<dyn Clock>, speed: f64) -> Self {
        let speed = if speed.is_finite() && speed > 0.0 { speed } else { 1.0 };
        let from = inner.tick();
        Self { inner, speed, from }
    }

    /// How many times as fast.
    pub const fn speed(&self) -> f64 {
        self.speed
    }

    /// A reading of the clock underneath, as this clock shows it.
    pub fn scaled(&self, tick: Tick) -> Tick {
        Tick {
            mono: stretch(self.from.mono, tick.mono, self.speed),
            boot: stretch(self.from.boot, tick.boot, self.speed),
            wall: tick.wall,
        }
    }

    /// When the clock underneath shows what this clock calls `mono`: where sound is anchored.
    pub fn underneath(&self, mono: Duration) -> Duration {
        stretch(self.from.mono, mono, self.speed.recip())
    }
}

impl Clock for ScaledClock {
    fn tick(&self) -> Tick {
        self.scaled(self.inner.tick())
    }

    fn now(&self) -> Now {
        let now = self.inner.now();
        Now { tick: self.scaled(now.tick), ..now }
    }

    fn mono(&self) -> Duration {
        stretch(self.from.mono, self.inner.mono(), self.speed)
    }

    fn sleep(&self, span: Duration) {
        self.inner.sleep(stretch(Duration::ZERO, span, self.speed.recip()));
    }
}

/// `at`, with its distance from `from` made `factor` times as long; earlier moments stay.
fn stretch(from: Duration, at: Duration, factor: f64) -> Duration {
    let Some(span) = at.checked_sub(from) else { return at };
    Duration::try_from_secs_f64(span.as_secs_f64() * factor)
        .map_or(Duration::MAX, |it| from.saturating_add(it))
}

/// A span as the wall clock counts it; spans beyond its range (which no test asks for) as none.
fn delta(span: Duration) -> TimeDelta {
    TimeDelta::from_std(span).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn the_systems_monotonic_clock_goes_on_and_boot_time_is_never_behind_it() {
        let clock = SystemClock;
        let a = clock.tick();
        clock.sleep(Duration::from_millis(5));
        let b = clock.tick();
        assert!(b.mono >= a.mono + Duration::from_millis(5));
        assert!(b.boot >= a.boot + Duration::from_millis(5));
        assert!(!cfg!(target_os = "linux") || a.boot >= a.mono);
        assert!(!clock.now().zone.is_empty());
    }

    #[test]
    fn a_fake_clock_is_shared_by_its_clones_and_each_clock_moves_alone() {
        let clock = FakeClock::default();
        let start = clock.tick();
        assert_eq!(start.wall.to_rfc3339(), "2027-03-01T12:00:00+00:00");

        let other = clock.clone();
        other.advance(SECOND);
        other.suspend(SECOND * 60);
        let tick = clock.tick();
        assert_eq!(tick.mono, start.mono + SECOND);
        assert_eq!(tick.boot, start.boot + SECOND * 61);
        assert_eq!((tick.wall - start.wall).num_seconds(), 61);

        clock.set_wall(start.wall);
        clock.set_zone("Europe/Berlin");
        assert_eq!(other.tick().wall, start.wall);
        assert_eq!(other.now().zone, "Europe/Berlin");
    }

    #[test]
    fn a_scaled_clock_runs_faster_but_keeps_the_date() {
        let fake = FakeClock::default();
        let start = fake.tick();
        let fast = ScaledClock::new(Arc::new(fake.clone()), 20.0);
        fake.advance(SECOND * 3);
        let tick = fast.tick();
        assert_eq!(tick.mono, start.mono + SECOND * 60);
        assert_eq!(fast.mono(), tick.mono);
        assert_eq!((tick.wall - start.wall).num_seconds(), 3);
        assert_eq!(fast.underneath(tick.mono), fake.tick().mono);

        fast.sleep(SECOND * 20);
        assert_eq!(fake.tick().mono, start.mono + SECOND * 4);
    }

    #[test]
    fn a_speed_that_makes_no_sense_counts_as_one() {
        for speed in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            let fast = ScaledClock::new(Arc::new(FakeClock::default()), speed);
            assert_eq!(fast.speed().to_string(), "1");
        }
    }
}

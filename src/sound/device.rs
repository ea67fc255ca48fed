//! The device: opened when something is to be heard, watched while it plays, reopened when it is
//! lost or when the person chooses another.
//!
//! cpal is used by itself, because each block it asks for says when the block will be heard; a
//! layer above it hides that, and with it the latency that has to be compensated.
//!
//! All of this happens on a thread of its own: a sound server that hangs may hold it up for as long
//! as it likes. What the system's library calls back only counts.

mod stream;

use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use cpal::BufferSize;
use cpal::traits::{DeviceTrait as _, HostTrait as _, StreamTrait as _};

use super::Silence;
use super::tones::Bank;
use super::track::{Handle, Track};
use crate::clock::Clock;
use stream::{Faults, build, hush, period, silence};

/// How often a playing device is looked after.
const WATCH: Duration = Duration::from_millis(100);
/// How often a device is looked for, and whether the person has chosen another.
const LOOK: Duration = Duration::from_secs(1);
/// A device that takes nothing for so long, and complains, is lost. (Bursts of complaints that heal
/// by themselves are common at the start and under load.)
const DEAD_WITH_FAULTS: Duration = Duration::from_millis(250);
/// A device that takes nothing for so long is lost even if it is silent about it; fresh ones may
/// stand still for a second.
const DEAD: Duration = Duration::from_millis(2500);

/// What became of the device.
#[derive(Debug)]
pub(super) enum Report {
    /// A device plays; it replaces any before it.
    Opened {
        /// Its name.
        device: String,
        /// Where its sounds go.
        track: Handle,
        /// The tones at its rate.
        bank: Arc<Bank>,
    },
    /// No device plays.
    Closed(Silence),
}

/// The handle to the supervising thread; dropping it closes the device.
#[derive(Debug)]
pub(super) struct Supervisor {
    orders: Sender<bool>,
    wanted: bool,
}

impl Supervisor {
    /// Starts the thread. `report` is called from it.
    pub(super) fn start<F>(clock: Arc<dyn Clock>, report: F) -> io::Result<Self>
    where
        F: Fn(Report) + Send + 'static,
    {
        let (sender, orders) = channel();
        let keeper = Keeper { clock, report, open: None, bank: None, retry: Duration::ZERO };
        thread::Builder::new()
            .name("sound device".to_owned())
            .spawn(move || keeper.run(&orders))?;
        Ok(Self { orders: sender, wanted: false })
    }

    /// One that never finds a device, and a way to see whether it shall look for one.
    #[cfg(test)]
    pub(super) fn of_nothing() -> (Self, Receiver<bool>) {
        let (sender, orders) = channel();
        (Self { orders: sender, wanted: false }, orders)
    }

    /// Whether a device shall be held open from now on.
    pub(super) fn want(&mut self, wanted: bool) {
        if self.wanted != wanted {
            // The thread ends only when this handle does, so somebody always hears it.
            self.wanted = self.orders.send(wanted).map_or(self.wanted, |()| wanted);
        }
    }
}

/// The thread's own state.
struct Keeper<F> {
    clock: Arc<dyn Clock>,
    report: F,
    open: Option<Open>,
    /// The tones of the last rate: a device that comes back finds them ready.
    bank: Option<(u32, Arc<Bank>)>,
    retry: Duration,
}

impl<F: Fn(Report)> Keeper<F> {
    fn run(mut self, orders: &Receiver<bool>) {
        let mut wanted = false;
        loop {
            let order = if wanted {
                orders.recv_timeout(WATCH)
            } else {
                orders.recv().map_err(RecvTimeoutError::from)
            };
            match order {
                Ok(order) => wanted = order,
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            if wanted { self.look_after() } else { self.close(Silence::Unneeded) }
        }
    }

    fn look_after(&mut self) {
        let now = self.clock.mono();
        if self.open.as_mut().is_some_and(|it| it.is_lost(now)) {
            self.close(Silence::Lost);
            self.retry = now;
        } else if self.open.as_mut().is_some_and(|it| it.is_replaced(now)) {
            self.open = None;
            self.retry = now;
        }
        if self.open.is_none() && now >= self.retry {
            self.retry = now + LOOK;
            self.open(now);
        }
    }

    fn open(&mut self, now: Duration) {
        hush();
        match Open::new(&self.clock, now) {
            Ok((open, device, rate)) => {
                let bank = match self.bank.take() {
                    Some((of, bank)) if of == rate => bank,
                    Some(_) | None => Arc::new(Bank::new(rate)),
                };
                self.bank = Some((rate, Arc::clone(&bank)));
                let track = open.track.clone();
                self.open = Some(open);
                (self.report)(Report::Opened { device, track, bank });
            }
            Err(why) => (self.report)(Report::Closed(why)),
        }
    }

    fn close(&mut self, why: Silence) {
        if let Some(open) = self.open.take() {
            (self.report)(Report::Closed(why));
            // Letting go of a server that hangs takes until it is back or gone.
            drop(open);
        }
    }
}

/// A device that is open.
struct Open {
    track: Handle,
    faults: Arc<Faults>,
    host: cpal::Host,
    id: Option<cpal::DeviceId>,
    watch: Watch,
    looked: Duration,
    _stream: cpal::Stream,
}

impl Open {
    /// Opens the device that the system prefers: with its name and its rate.
    fn new(clock: &Arc<dyn Clock>, now: Duration) -> Result<(Self, String, u32), Silence> {
        let host = cpal::default_host();
        let device = host.default_output_device().ok_or(Silence::NoDevice)?;
        let config = device.default_output_config().map_err(|it| silence(&it))?;
        let rate = config.sample_rate();
        let faults = Arc::new(Faults::default());
        let open = |size| {
            let (track, handle) = Track::new(rate, Arc::clone(clock));
            build(&device, &config, size, track, &faults).map(|it| (it, handle))
        };
        // Some systems choose the size themselves and refuse any other.
        let (stream, handle) = open(period(&config))
            .or_else(|_| open(BufferSize::Default))
            .map_err(|it| silence(&it))?;
        stream.play().map_err(|it| silence(&it))?;
        let name = device.description().map_or_else(|it| it.to_string(), |it| it.name().to_owned());
        let open = Self {
            track: handle,
            faults,
            host,
            id: device.id().ok(),
            watch: Watch::new(now),
            looked: now,
            _stream: stream,
        };
        Ok((open, name, rate))
    }

    /// Whether it plays no more.
    fn is_lost(&mut self, now: Duration) -> bool {
        let faults = self.faults.count.load(Ordering::Relaxed);
        let fatal = self.faults.fatal.load(Ordering::Relaxed);
        fatal || self.watch.is_dead(now, self.track.status().frames(), faults)
    }

    /// Whether the system now prefers another device. Asked only of a server that is alive, for one
    /// that hangs would hold up the answer.
    fn is_replaced(&mut self, now: Duration) -> bool {
        if now < self.looked + LOOK || !self.watch.advanced_at(now) {
            return false;
        }
        self.looked = now;
        let preferred = self.host.default_output_device().and_then(|it| it.id().ok());
        preferred.is_some() && preferred != self.id
    }
}

/// Judges from outside whether a device still plays.
#[derive(Debug)]
struct Watch {
    /// When it was last looked at, and the frames that it had taken.
    looked: Duration,
    frames: u64,
    /// When frames were last seen to advance, and the complaints until then.
    advanced: Duration,
    faults: u32,
}

impl Watch {
    const fn new(now: Duration) -> Self {
        Self { looked: now, frames: 0, advanced: now, faults: 0 }
    }

    /// Whether a device that has taken so many frames by now, and has complained so often, is dead.
    fn is_dead(&mut self, now: Duration, frames: u64, faults: u32) -> bool {
        // If this thread stood still itself, so did the device's.
        let stood_still = now.saturating_sub(self.looked) > LOOK;
        self.looked = now;
        if frames != self.frames || stood_still {
            (self.frames, self.faults, self.advanced) = (frames, faults, now);
        }
        let silent = now.saturating_sub(self.advanced);
        silent > DEAD || (silent > DEAD_WITH_FAULTS && faults > self.faults)
    }

    /// Whether it has just been seen to play.
    fn advanced_at(&self, now: Duration) -> bool {
        self.advanced == now
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Looks every 100 ms at a device that takes frames for a second, then none, and complains from
    /// then on so often; gives when it was found dead, in milliseconds after its last frame.
    fn found_dead(complaints: u32, pause: Option<u64>) -> Option<u64> {
        let mut watch = Watch::new(Duration::ZERO);
        (1..=60).map(|it| it * 100).find_map(|at| {
            let at = at + pause.filter(|_| at > 1500).unwrap_or_default();
            let frames = at.min(1000) * 48;
            let faults = 7 + if at > 1000 { complaints } else { 0 };
            watch.is_dead(Duration::from_millis(at), frames, faults).then(|| at - 1000)
        })
    }

    #[test]
    fn a_device_that_takes_nothing_is_dead_sooner_when_it_complains() {
        assert_eq!(found_dead(0, None), Some(2600));
        assert_eq!(found_dead(3, None), Some(300));
    }

    #[test]
    fn a_device_is_not_blamed_for_the_time_in_which_the_program_was_frozen() {
        assert_eq!(found_dead(0, Some(60_000)), Some(60_600 + 2600));
    }

    #[test]
    fn a_device_that_plays_may_complain_as_it_likes() {
        let mut watch = Watch::new(Duration::ZERO);
        for i in 1..100 {
            let now = Duration::from_millis(i * 100);
            assert!(!watch.is_dead(now, i * 4800, u32::try_from(i).unwrap() * 400));
            assert!(watch.advanced_at(now));
        }
    }
}

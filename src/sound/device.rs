//! The device: opened when something is to be heard, watched while it plays, reopened when it is
//! lost or when the person chooses another.
//!
//! cpal is used by itself, because each block it asks for says when the block will be heard; a
//! layer above it hides that, and with it the latency that has to be compensated.
//!
//! All of this happens on a thread of its own: a sound server that hangs may hold it up for as long
//! as it likes. What the system's library calls back only counts.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use cpal::traits::{DeviceTrait as _, HostTrait as _, StreamTrait as _};
use cpal::{BufferSize, ErrorKind, FromSample, OutputCallbackInfo, SampleFormat, SizedSample};
use cpal::{StreamConfig, SupportedBufferSize, SupportedStreamConfig};

use super::Silence;
use super::tones::Bank;
use super::track::{CHANNELS, Handle, Track};
use crate::clock::Clock;

/// How much sound a device asks for at a time: long enough that a busy computer can keep up, short
/// enough that a pause is heard as one (twice this lies between the program and the ear).
const PERIOD: Duration = Duration::from_millis(50);
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
/// A server that does not answer a request to open is given up after this.
const OPENING: Duration = Duration::from_secs(2);

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

/// What the device complains about, counted by whichever thread hears of it: a library may call
/// back a million times a second when its server is gone.
#[derive(Debug, Default)]
struct Faults {
    count: AtomicU32,
    fatal: AtomicBool,
}

impl Faults {
    fn note(&self, kind: ErrorKind) {
        self.count.fetch_add(1, Ordering::Relaxed);
        let gone = [
            ErrorKind::DeviceNotAvailable,
            ErrorKind::StreamInvalidated,
            ErrorKind::HostUnavailable,
        ];
        if gone.contains(&kind) {
            self.fatal.store(true, Ordering::Relaxed);
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

/// The frames of a [`PERIOD`], as far as the device can take them.
fn period(config: &SupportedStreamConfig) -> BufferSize {
    let frames = (f64::from(config.sample_rate()) * PERIOD.as_secs_f64()) as u32;
    match *config.buffer_size() {
        SupportedBufferSize::Range { min, max } => {
            BufferSize::Fixed(frames.max(min).min(max).max(1))
        }
        SupportedBufferSize::Unknown => BufferSize::Default,
    }
}

/// Opens a stream that is fed by the track, in the format that the device takes.
fn build(
    device: &cpal::Device,
    config: &SupportedStreamConfig,
    size: BufferSize,
    track: Track,
    faults: &Arc<Faults>,
) -> Result<cpal::Stream, cpal::Error> {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the rest is converted by the system")]
    let feed = match config.sample_format() {
        SampleFormat::I8 => build_as::<i8>,
        SampleFormat::I16 => build_as::<i16>,
        SampleFormat::I24 => build_as::<cpal::I24>,
        SampleFormat::I32 => build_as::<i32>,
        SampleFormat::U8 => build_as::<u8>,
        SampleFormat::U16 => build_as::<u16>,
        SampleFormat::U32 => build_as::<u32>,
        SampleFormat::F64 => build_as::<f64>,
        _ => build_as::<f32>,
    };
    let config = StreamConfig { buffer_size: size, ..config.config() };
    feed(device, config, track, Arc::clone(faults))
}

fn build_as<T: SizedSample + FromSample<f32>>(
    device: &cpal::Device,
    config: StreamConfig,
    mut track: Track,
    faults: Arc<Faults>,
) -> Result<cpal::Stream, cpal::Error> {
    let channels = usize::from(config.channels);
    let mut block = Vec::new();
    let fill = move |out: &mut [T], info: &OutputCallbackInfo| {
        hush_this_thread();
        let stamp = info.timestamp();
        let latency = stamp.playback.duration_since(stamp.callback);
        block.resize(out.len() / channels.max(1) * CHANNELS, 0.0);
        track.render(latency, &mut block);
        spread(&block, out, channels);
    };
    let fault = move |fault: cpal::Error| faults.note(fault.kind());
    device.build_output_stream(config, fill, fault, Some(OPENING))
}

/// Two channels onto as many as the device has: one is their middle, more than two stay silent.
fn spread<T: SizedSample + FromSample<f32>>(from: &[f32], out: &mut [T], channels: usize) {
    let frames = from.chunks_exact(CHANNELS).zip(out.chunks_exact_mut(channels.max(1)));
    for (from, out) in frames {
        match (from, out) {
            ([left, right], [only]) => *only = T::from_sample(f32::midpoint(*left, *right)),
            ([left, right], [l, r, rest @ ..]) => {
                *l = T::from_sample(*left);
                *r = T::from_sample(*right);
                rest.fill(T::EQUILIBRIUM);
            }
            (_, out) => out.fill(T::EQUILIBRIUM),
        }
    }
}

/// Why a device could not be opened.
fn silence(error: &cpal::Error) -> Silence {
    if [ErrorKind::DeviceNotAvailable, ErrorKind::HostUnavailable].contains(&error.kind()) {
        Silence::NoDevice
    } else {
        Silence::Failed(error.to_string())
    }
}

/// ALSA writes its troubles to the terminal of whoever calls it; from this thread they go nowhere.
/// Each call also empties what has gathered there.
#[cfg(target_os = "linux")]
fn hush() {
    // If it cannot be silenced it is merely noisy.
    drop(alsa::Output::local_error_handler());
}

#[cfg(not(target_os = "linux"))]
fn hush() {}

/// The same for a thread that comes by often: only its first call does anything.
fn hush_this_thread() {
    thread_local! {
        static HUSHED: () = hush();
    }
    HUSHED.with(|()| ());
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

    #[test]
    fn faults_that_end_a_stream_are_told_from_those_that_heal() {
        let faults = Faults::default();
        faults.note(ErrorKind::Xrun);
        faults.note(ErrorKind::BackendError);
        faults.note(ErrorKind::DeviceChanged);
        assert!(!faults.fatal.load(Ordering::Relaxed));
        faults.note(ErrorKind::StreamInvalidated);
        assert!(faults.fatal.load(Ordering::Relaxed));
        assert_eq!(faults.count.load(Ordering::Relaxed), 4);
    }

    #[test]
    fn two_channels_are_spread_over_whatever_the_device_has() {
        let from = [0.5, -0.5, 1.0, 0.0];
        let check = |channels: usize, expected: &[f32]| {
            let mut out = vec![9.0_f32; expected.len()];
            spread(&from, &mut out, channels);
            assert_eq!(out, expected);
        };
        check(1, &[0.0, 0.5]);
        check(2, &[0.5, -0.5, 1.0, 0.0]);
        check(4, &[0.5, -0.5, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0]);

        let mut out = [7_u8; 4];
        spread(&from, &mut out, 2);
        assert_eq!(out, [192, 64, 255, 128]);
    }
}

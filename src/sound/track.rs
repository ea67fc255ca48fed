//! The track: the one long-lived stream of samples that a device is fed with.
//!
//! Cues arrive with the monotonic moment at which they shall be heard, some tenths of a second
//! ahead, and are turned into frames only when their block is rendered: so a cue that was queued
//! before an underrun is in place again after it. Nothing here waits, and nothing knows what a
//! session is.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU32, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use super::map::{ClockMap, nanos};
use crate::clock::Clock;

/// What a device is fed with has two channels: left and right, interleaved.
pub(super) const CHANNELS: usize = 2;

/// A sound with its moment.
#[derive(Debug, Clone)]
pub(super) struct Cue {
    /// When it shall be heard.
    pub(super) at: Duration,
    /// When it is better not heard at all.
    pub(super) latest: Duration,
    /// Its own loudness, 0 to 1.
    pub(super) gain: f32,
    /// Interleaved, at the track's rate.
    pub(super) samples: Arc<[f32]>,
}

/// What the track is told, in order.
#[derive(Debug)]
enum Order {
    Play(Cue),
    Flush,
    Gain(f32),
}

/// The performer's end of a track.
#[derive(Debug, Clone)]
pub(super) struct Handle {
    orders: Sender<Order>,
    status: Arc<Status>,
}

impl Handle {
    /// Queues a sound.
    pub(super) fn play(&self, cue: Cue) {
        self.order(Order::Play(cue));
    }

    /// Drops every queued sound and fades what sounds.
    pub(super) fn flush(&self) {
        self.order(Order::Flush);
    }

    /// How loud everything is, 0 to 1.
    pub(super) fn set_gain(&self, gain: f32) {
        self.order(Order::Gain(gain));
    }

    /// What the track says of itself.
    pub(super) fn status(&self) -> &Status {
        &self.status
    }

    fn order(&self, order: Order) {
        // A track that is gone took its sounds with it; its supervisor says so.
        drop(self.orders.send(order));
    }
}

/// What a track says of itself, for other threads to read at any time.
#[derive(Debug, Default)]
pub(super) struct Status {
    frames: AtomicU64,
    settled: AtomicBool,
    /// Monotonic nanoseconds.
    heard_until: AtomicI64,
    latency: AtomicI64,
    scatter: AtomicU64,
    slips: AtomicU32,
    missed: AtomicU32,
}

impl Status {
    /// Frames rendered since the device was opened.
    pub(super) fn frames(&self) -> u64 {
        self.frames.load(Ordering::Relaxed)
    }

    /// Whether sounds can be placed.
    pub(super) fn is_settled(&self) -> bool {
        self.settled.load(Ordering::Acquire)
    }

    /// The moment at which the next frame to be rendered will be heard: everything before it has
    /// been handed to the device and can no longer be called back.
    pub(super) fn heard_until(&self) -> Duration {
        Duration::from_nanos(u64::try_from(self.heard_until.load(Ordering::Relaxed)).unwrap_or(0))
    }

    /// From handing a frame over to its being heard.
    pub(super) fn latency(&self) -> Duration {
        Duration::from_nanos(u64::try_from(self.latency.load(Ordering::Relaxed)).unwrap_or(0))
    }

    /// How far the device's last observations lie from the map that cues are placed by.
    pub(super) fn scatter(&self) -> Duration {
        Duration::from_nanos(self.scatter.load(Ordering::Relaxed))
    }

    /// How often the map slipped: the device ran out of sound.
    pub(super) fn slips(&self) -> u32 {
        self.slips.load(Ordering::Relaxed)
    }

    /// Cues that came too late to be heard at all.
    pub(super) fn missed(&self) -> u32 {
        self.missed.load(Ordering::Relaxed)
    }
}

/// A sound that has begun.
#[derive(Debug)]
struct Voice {
    samples: Arc<[f32]>,
    /// The next sample of it.
    next: usize,
    /// Samples of the next block that come before its first.
    ahead: usize,
    gain: f32,
    /// Frames left of its fading out, once it is fading.
    fading: Option<u32>,
}

/// The device's end: renders block after block, for as long as the device asks.
#[derive(Debug)]
pub(super) struct Track {
    rate: u32,
    clock: Arc<dyn Clock>,
    map: ClockMap,
    frame: u64,
    orders: Receiver<Order>,
    queue: Vec<Cue>,
    voices: Vec<Voice>,
    gain: f32,
    wanted_gain: f32,
    status: Arc<Status>,
}

impl Track {
    /// A track of so many frames a second, and the handle to it.
    pub(super) fn new(rate: u32, clock: Arc<dyn Clock>) -> (Self, Handle) {
        let (sender, orders) = channel();
        let status = Arc::new(Status::default());
        let track = Self {
            rate,
            clock,
            map: ClockMap::new(rate),
            frame: 0,
            orders,
            queue: Vec::with_capacity(256),
            voices: Vec::with_capacity(32),
            gain: 1.0,
            wanted_gain: 1.0,
            status: Arc::clone(&status),
        };
        (track, Handle { orders: sender, status })
    }

    /// Fills the block that the device asks for now, and that it says will be heard after
    /// `latency`.
    pub(super) fn render(&mut self, latency: Duration, block: &mut [f32]) {
        let frames = (block.len() / CHANNELS) as u64;
        self.map.observe(self.clock.mono(), latency, self.frame, frames);
        self.obey();
        block.fill(0.0);
        // Before the device runs evenly nothing can be put in its place; it takes some tenths of a
        // second, and a cue waits as long as it may.
        if self.map.is_settled() {
            self.begin_voices(frames);
        }
        self.voices.iter_mut().for_each(|it| it.add_to(block, self.rate));
        if self.voices.is_empty() {
            // Nobody hears the loudness of silence change.
            self.gain = self.wanted_gain;
        } else {
            self.master(block);
        }
        self.voices.retain(|it| !it.is_over());
        self.frame += frames;
        self.report(latency);
    }

    fn obey(&mut self) {
        for order in self.orders.try_iter() {
            match order {
                Order::Play(cue) => self.queue.push(cue),
                Order::Gain(gain) => self.wanted_gain = gain,
                Order::Flush => {
                    self.queue.clear();
                    self.voices.iter_mut().for_each(|it| it.fade_out(self.rate));
                }
            }
        }
    }

    /// Starts every queued sound whose moment lies in this block, at its frame; drops those whose
    /// moment is over.
    fn begin_voices(&mut self, frames: u64) {
        let Self { map, queue, voices, frame, status, .. } = self;
        let first_heard = map.heard(*frame);
        queue.retain(|cue| {
            let offset = map.frames_until(nanos(cue.at), *frame);
            if offset >= frames.cast_signed() {
                return true;
            }
            if offset < 0 && first_heard > nanos(cue.latest) {
                status.missed.fetch_add(1, Ordering::Relaxed);
                return false;
            }
            voices.push(Voice::new(cue, usize::try_from(offset).unwrap_or(0)));
            false
        });
    }

    /// Applies the loudness, without steps, and keeps the sum within what a device can take.
    fn master(&mut self, block: &mut [f32]) {
        let step = 1.0 / fade(self.rate) as f32;
        for frame in block.chunks_exact_mut(CHANNELS) {
            self.gain += (self.wanted_gain - self.gain).clamp(-step, step);
            for sample in frame {
                *sample = limit(*sample * self.gain);
            }
        }
    }

    fn report(&self, latency: Duration) {
        let status = &self.status;
        status.heard_until.store(self.map.heard(self.frame), Ordering::Relaxed);
        status.latency.store(nanos(latency), Ordering::Relaxed);
        status.scatter.store(nanos(self.map.scatter()).unsigned_abs(), Ordering::Relaxed);
        status.slips.store(self.map.slips(), Ordering::Relaxed);
        status.frames.store(self.frame, Ordering::Relaxed);
        status.settled.store(self.map.is_settled(), Ordering::Release);
    }
}

impl Voice {
    /// A sound that begins so many frames into the next block.
    fn new(cue: &Cue, frames: usize) -> Self {
        let samples = Arc::clone(&cue.samples);
        Self { samples, next: 0, ahead: frames * CHANNELS, gain: cue.gain, fading: None }
    }

    fn fade_out(&mut self, rate: u32) {
        self.fading.get_or_insert(fade(rate));
    }

    fn is_over(&self) -> bool {
        self.fading == Some(0) || self.next >= self.samples.len()
    }

    fn add_to(&mut self, block: &mut [f32], rate: u32) {
        let left = self.samples.get(self.next..).unwrap_or_default();
        let room = block.get_mut(std::mem::take(&mut self.ahead)..).unwrap_or_default();
        let pairs = room.chunks_exact_mut(CHANNELS).zip(left.chunks_exact(CHANNELS));
        for (into, from) in pairs {
            let mut gain = self.gain;
            if let Some(fading) = &mut self.fading {
                *fading = fading.saturating_sub(1);
                gain *= *fading as f32 / fade(rate) as f32;
            }
            for (into, from) in into.iter_mut().zip(from) {
                *into += from * gain;
            }
        }
        self.next += room.len();
    }
}

/// How many frames a change of loudness is spread over: 10 ms.
fn fade(rate: u32) -> u32 {
    (rate / 100).max(1)
}

/// Leaves everything up to 0.7 as it is and bends what is louder towards 1, so that sounds that
/// fall together neither clip nor pump.
fn limit(sample: f32) -> f32 {
    const KNEE: f32 = 0.7;
    let over = sample.abs() - KNEE;
    if over <= 0.0 {
        return sample;
    }
    let room = 1.0 - KNEE;
    (KNEE + room * (over / room).tanh()).copysign(sample)
}

#[cfg(test)]
#[path = "track_tests.rs"]
mod tests;

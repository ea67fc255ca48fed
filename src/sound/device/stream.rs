//! The stream of a device: opened in the format that it takes, fed by a track, its complaints counted.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use cpal::traits::DeviceTrait as _;
use cpal::{BufferSize, ErrorKind, FromSample, OutputCallbackInfo, SampleFormat, SizedSample};
use cpal::{StreamConfig, SupportedBufferSize, SupportedStreamConfig};

use crate::sound::Silence;
use crate::sound::track::{CHANNELS, Track};

/// How much sound a device asks for at a time: long enough that a busy computer can keep up, short
/// enough that a pause is heard as one (twice this lies between the program and the ear).
const PERIOD: Duration = Duration::from_millis(50);
/// A server that does not answer a request to open is given up after this.
const OPENING: Duration = Duration::from_secs(2);

/// What the device complains about, counted by whichever thread hears of it: a library may call
/// back a million times a second when its server is gone.
#[derive(Debug, Default)]
pub(super) struct Faults {
    pub(super) count: AtomicU32,
    pub(super) fatal: AtomicBool,
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

/// The frames of a [`PERIOD`], as far as the device can take them.
pub(super) fn period(config: &SupportedStreamConfig) -> BufferSize {
    let frames = (f64::from(config.sample_rate()) * PERIOD.as_secs_f64()) as u32;
    match *config.buffer_size() {
        SupportedBufferSize::Range { min, max } => {
            BufferSize::Fixed(frames.max(min).min(max).max(1))
        }
        SupportedBufferSize::Unknown => BufferSize::Default,
    }
}

/// Opens a stream that is fed by the track, in the format that the device takes.
pub(super) fn build(
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
pub(super) fn silence(error: &cpal::Error) -> Silence {
    if [ErrorKind::DeviceNotAvailable, ErrorKind::HostUnavailable].contains(&error.kind()) {
        Silence::NoDevice
    } else {
        Silence::Failed(error.to_string())
    }
}

/// ALSA writes its troubles to the terminal of whoever calls it; from this thread they go nowhere.
/// Each call also empties what has gathered there.
#[cfg(target_os = "linux")]
pub(super) fn hush() {
    // If it cannot be silenced it is merely noisy.
    drop(alsa::Output::local_error_handler());
}

#[cfg(not(target_os = "linux"))]
pub(super) fn hush() {}

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

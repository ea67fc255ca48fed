//! What is heard: tones at their exact moments, and words.
//!
//! The shell hands a whole [`Performance`] to the [`Performer`] and may then be as late as it likes:
//! nothing that is heard depends on a frame (architecture decision 2). Nothing here can fail
//! towards the shell: without a device the performance goes on in silence, and says so.

mod conductor;
mod cue_log;
mod device;
mod map;
mod performer;
#[cfg(any(target_os = "macos", windows, test))]
mod programs;
mod speech;
#[cfg(all(unix, any(not(target_os = "macos"), test)))]
mod ssip;
pub mod tones;
mod track;

pub use performer::{Gap, Performer, Pulse};
pub use speech::check_voice;

use std::time::Duration;

pub use crate::coach::{Performance, PlannedSound};

/// How the tones are coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Profile {
    /// Soft and low, for stretching.
    Quiet,
    /// Bright enough to be heard over effort and a running fan, for training.
    #[default]
    Clear,
}

/// Whether anything can be heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SoundState {
    /// A device plays.
    Playing {
        /// Its name, as the system calls it.
        device: String,
    },
    /// No device plays; one is looked for once a second.
    Silent {
        /// Why.
        why: Silence,
    },
}

/// Why nothing can be heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Silence {
    /// Nothing was performed for a while, so no device is held.
    Unneeded,
    /// The device is being opened.
    Opening,
    /// There is none.
    NoDevice,
    /// The device was lost, or stopped taking sound.
    Lost,
    /// The device cannot be opened: the system's own words, for `doctor`.
    Failed(String),
}

/// How long sound takes from the program to the ear, as far as the system tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Latency {
    /// From handing a sample over to its being heard: what every cue is sent ahead by.
    pub compensated: Duration,
    /// How far the measured moments of the last seconds lie from the ones that are played by: what
    /// is left after compensation.
    pub left: Duration,
    /// How often the device ran out of sound since it was opened.
    pub underruns: u32,
    /// How many tones came too late to be heard since it was opened.
    pub missed: u32,
}

/// What speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// Not known yet.
    Looking,
    /// speech-dispatcher, through its own socket.
    SpeechDispatcher,
    /// The `say` of macOS.
    Say,
    /// The speech of Windows.
    Sapi,
    /// Nothing: the screen has to be read.
    Nothing,
}

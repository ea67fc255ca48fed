//! A record of what was meant to be heard when, for measuring: with `EVENHOLD_CUE_LOG=FILE` every
//! tone that is not cancelled is added to the file as a line `nanoseconds tone lead`. The first is
//! the monotonic moment for which it was meant, the last how many milliseconds before that it was
//! handed to the device.

use std::collections::VecDeque;
use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::time::Duration;

use crate::session::score::Tone;

/// The variable that names the file.
const VARIABLE: &str = "EVENHOLD_CUE_LOG";

/// The file, and the tones that can still be cancelled.
#[derive(Debug)]
pub(super) struct CueLog {
    to: File,
    ahead: VecDeque<(Duration, String)>,
}

impl CueLog {
    /// The record that is asked for, if one is and its file can be opened.
    pub(super) fn from_environment() -> Option<Self> {
        let path = std::env::var_os(VARIABLE)?;
        let to = OpenOptions::new().create(true).append(true).open(path).ok()?;
        Some(Self { to, ahead: VecDeque::new() })
    }

    /// At `now` a cue was handed to the device, to be heard at `at`.
    pub(super) fn commit(&mut self, now: Duration, at: Duration, tone: Tone) {
        let lead = at.as_secs_f64() - now.as_secs_f64();
        let line = format!("{} {tone:?} {:.0}\n", at.as_nanos(), lead * 1000.0);
        self.ahead.push_back((at, line));
    }

    /// What was to be heard from this moment on is not heard.
    pub(super) fn cancel(&mut self, from: Duration) {
        self.ahead.retain(|it| it.0 < from);
    }

    /// Writes down what has been heard by now.
    pub(super) fn write(&mut self, now: Duration) {
        let heard = self.ahead.iter().take_while(|it| it.0 <= now).count();
        let lines: String = self.ahead.drain(..heard).map(|it| it.1).collect();
        if !lines.is_empty() && self.to.write_all(lines.as_bytes()).is_err() {
            // Nobody measures on a full disk, and a session does not end for it.
            self.ahead.clear();
        }
    }
}

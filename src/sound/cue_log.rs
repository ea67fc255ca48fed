//! A record of what was meant to be heard when, for measuring: every cue that was not cancelled, as
//! a line `nanoseconds tone lead`. The first is the monotonic moment for which the cue was meant,
//! the last how many milliseconds before it the cue was handed to the device.

use std::collections::VecDeque;
use std::fmt;
use std::io::Write;
use std::time::Duration;

use crate::session::score::Tone;

/// Where the lines go, and the cues that can still be cancelled.
pub(super) struct CueLog {
    to: Box<dyn Write + Send>,
    ahead: VecDeque<(Duration, String)>,
}

impl fmt::Debug for CueLog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CueLog").field("ahead", &self.ahead).finish_non_exhaustive()
    }
}

impl CueLog {
    /// A record that is written there, a line at a time.
    pub(super) fn new(to: Box<dyn Write + Send>) -> Self {
        Self { to, ahead: VecDeque::new() }
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

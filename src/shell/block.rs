//! A window that stands still on purpose, to measure that nothing heard depends on it.

use std::env;
use std::time::Duration;

use crate::clock::Clock;
use crate::coach::Screen;

/// So long after a session has begun.
const AFTER: Duration = Duration::from_secs(10);

/// Blocks the window's thread once, for as many milliseconds as `EVENHOLD_BLOCK_UI_MS` says.
#[derive(Debug)]
pub(super) struct Block {
    left: Option<Duration>,
}

impl Default for Block {
    fn default() -> Self {
        let millis = env::var("EVENHOLD_BLOCK_UI_MS").ok().and_then(|it| it.parse().ok());
        Self { left: millis.map(Duration::from_millis) }
    }
}

impl Block {
    pub(super) fn when_due(&mut self, clock: &dyn Clock, screen: &Screen) {
        let Screen::Session(running) = screen else { return };
        if running.session.clock() >= AFTER
            && let Some(span) = self.left.take()
        {
            clock.sleep(span);
        }
    }
}

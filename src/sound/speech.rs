//! The system's own speech, until there is a recorded voice.
//!
//! It has a thread of its own, so that a voice that hangs never holds up a tone; what could not be
//! said in time is not said at all.

use std::fmt;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::Voice;
use crate::clock::Clock;

/// Words that could not be said for so long are not said any more.
const STALE: Duration = Duration::from_secs(2);
/// After a failure the voice is left alone for so long.
const REST: Duration = Duration::from_secs(10);
/// How often a voice that has a queue of its own to work off is attended to.
const ATTEND: Duration = Duration::from_millis(50);

/// Something that speaks.
pub(super) trait Engine: Send {
    /// What it is, where it is installed. Quick, and starts nothing that stays.
    fn find(&mut self) -> Voice;
    /// Gets ready to speak, as far as that takes time; whether it has anything to speak with.
    fn prepare(&mut self) -> io::Result<bool>;
    /// Says a text after those before it, without waiting for its end.
    fn say(&mut self, text: &str) -> io::Result<()>;
    /// Stops what is being said and drops what waits.
    fn cancel(&mut self) -> io::Result<()>;
    /// In which language, as an IETF tag.
    fn set_language(&mut self, language: &str);
    /// How loud, 0 to 1.
    fn set_volume(&mut self, volume: f32) -> io::Result<()>;
    /// Works off its own queue; whether something is left of it.
    fn attend(&mut self) -> io::Result<bool> {
        Ok(false)
    }
}

#[cfg(test)]
#[path = "scribe.rs"]
pub(super) mod scribe;

/// What the voice is told, in order.
#[derive(Debug)]
enum Order {
    Prepare,
    /// Say this; the moment at which it was asked for.
    Say(String, Duration),
    /// Say nothing, and none of what was asked for before.
    Cancel,
    Language(String),
    Volume(f32),
}

/// The handle to the voice's thread; dropping it ends the speaking.
pub(super) struct Speech {
    clock: Arc<dyn Clock>,
    orders: Sender<Order>,
    voice: Arc<Mutex<Voice>>,
}

impl fmt::Debug for Speech {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Speech").field("voice", &self.voice()).finish_non_exhaustive()
    }
}

impl Speech {
    /// Starts the thread. `changed` is called from it when the voice was found or lost.
    pub(super) fn start<F>(
        engine: Box<dyn Engine>,
        clock: Arc<dyn Clock>,
        changed: F,
    ) -> io::Result<Self>
    where
        F: Fn() + Send + 'static,
    {
        let (sender, orders) = channel();
        let voice = Arc::new(Mutex::new(Voice::Looking));
        let speaker = Speaker {
            engine,
            clock: Arc::clone(&clock),
            changed,
            voice: Arc::clone(&voice),
            found: Voice::Looking,
            retry: None,
        };
        thread::Builder::new().name("speech".to_owned()).spawn(move || speaker.run(&orders))?;
        Ok(Self { clock, orders: sender, voice })
    }

    /// Gets the voice ready: something will be said soon.
    pub(super) fn prepare(&self) {
        self.order(Order::Prepare);
    }

    /// Says a text after those before it.
    pub(super) fn say(&self, text: &str) {
        self.order(Order::Say(plain(text), self.clock.mono()));
    }

    /// Stops what is being said and drops what waits.
    pub(super) fn cancel(&self) {
        self.order(Order::Cancel);
    }

    /// In which language, as an IETF tag.
    pub(super) fn set_language(&self, language: &str) {
        // It becomes part of a command line.
        let safe = |it: &char| it.is_ascii_alphanumeric() || *it == '-';
        self.order(Order::Language(language.chars().filter(safe).collect()));
    }

    /// How loud, 0 to 1.
    pub(super) fn set_volume(&self, volume: f32) {
        self.order(Order::Volume(volume));
    }

    /// What speaks.
    pub(super) fn voice(&self) -> Voice {
        *self.voice.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn order(&self, order: Order) {
        // The thread ends only when this handle does.
        drop(self.orders.send(order));
    }
}

/// The thread's own state.
struct Speaker<F> {
    engine: Box<dyn Engine>,
    clock: Arc<dyn Clock>,
    changed: F,
    voice: Arc<Mutex<Voice>>,
    /// What was found at the start: what it will be again after a failure.
    found: Voice,
    /// After a failure, when to try again.
    retry: Option<Duration>,
}

impl<F: Fn()> Speaker<F> {
    fn run(mut self, orders: &Receiver<Order>) {
        self.found = self.engine.find();
        self.publish(self.found);
        let mut busy = false;
        loop {
            let first = if busy {
                orders.recv_timeout(ATTEND)
            } else {
                orders.recv().map_err(RecvTimeoutError::from)
            };
            let batch: Vec<Order> = match first {
                Ok(first) => std::iter::once(first).chain(orders.try_iter()).collect(),
                Err(RecvTimeoutError::Timeout) => Vec::new(),
                Err(RecvTimeoutError::Disconnected) => break,
            };
            for order in without_cancelled(batch) {
                self.obey(order);
            }
            busy = self.engine.attend().unwrap_or(false);
        }
        // The program ends; a voice that does not hear of it falls silent with its connection.
        drop(self.engine.cancel());
    }

    fn obey(&mut self, order: Order) {
        let now = self.clock.mono();
        if self.found == Voice::Nothing || self.retry.is_some_and(|it| now < it) {
            if let Order::Language(language) = order {
                self.engine.set_language(&language);
            }
            return;
        }
        let done = match order {
            Order::Prepare => self.engine.prepare(),
            Order::Say(_, asked) if now.saturating_sub(asked) > STALE => return,
            Order::Say(text, _) => self.engine.say(&text).map(|()| true),
            Order::Cancel => self.engine.cancel().map(|()| true),
            Order::Volume(volume) => self.engine.set_volume(volume).map(|()| true),
            Order::Language(language) => {
                self.engine.set_language(&language);
                return;
            }
        };
        if matches!(done, Ok(true)) {
            self.retry = None;
            self.publish(self.found);
        } else {
            self.retry = Some(self.clock.mono() + REST);
            self.publish(Voice::Nothing);
        }
    }

    fn publish(&self, voice: Voice) {
        let before = std::mem::replace(
            &mut *self.voice.lock().unwrap_or_else(PoisonError::into_inner),
            voice,
        );
        if before != voice {
            (self.changed)();
        }
    }
}

/// What is left to do when a later order cancels earlier ones.
fn without_cancelled(batch: Vec<Order>) -> impl Iterator<Item = Order> {
    let cancelled = batch.iter().rposition(|it| matches!(it, Order::Cancel)).unwrap_or(0);
    let keep = move |(i, order): (usize, Order)| {
        (i >= cancelled || !matches!(order, Order::Say(..) | Order::Cancel)).then_some(order)
    };
    batch.into_iter().enumerate().filter_map(keep)
}

/// A text of one line without anything that a protocol or a voice could take for a command.
fn plain(text: &str) -> String {
    let words = text.split(|it: char| it.is_control() || it.is_whitespace());
    words.filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The voice of this system.
pub(super) fn system() -> Box<dyn Engine> {
    #[cfg(target_os = "macos")]
    return Box::new(super::programs::say::SayProgram::macos());
    #[cfg(windows)]
    return Box::new(super::programs::sapi::LineProgram::windows());
    #[cfg(not(any(target_os = "macos", windows)))]
    return Box::new(super::ssip::Server::here());
}

/// Looks for a voice and asks it whether it can speak; may take some seconds (for `doctor`).
pub fn check_voice() -> Voice {
    let mut engine = system();
    let found = engine.find();
    if engine.prepare().unwrap_or(false) { found } else { Voice::Nothing }
}

#[cfg(test)]
#[path = "speech_tests.rs"]
mod tests;

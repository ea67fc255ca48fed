//! A voice for tests: it writes down what it is told, and fails or hangs when asked to.

use std::io;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use super::Engine;
use crate::sound::Voice;

/// Clones share one page.
#[derive(Debug, Clone, Default)]
pub(in crate::sound) struct Scribe(Arc<Page>);

#[derive(Debug, Default)]
struct Page {
    told: Mutex<Vec<String>>,
    asked: AtomicU32,
    fails: AtomicBool,
    hangs: Mutex<()>,
}

impl Scribe {
    /// Everything that it was told so far.
    pub(in crate::sound) fn told(&self) -> Vec<String> {
        self.0.told.lock().unwrap().clone()
    }

    /// Whether it fails from now on.
    pub(in crate::sound) fn set_failing(&self, fails: bool) {
        self.0.fails.store(fails, Ordering::Relaxed);
    }

    /// Lets it hang at the next thing that it is told, until what this returns is dropped.
    pub(in crate::sound) fn hang(&self) -> impl Drop + '_ {
        self.0.hangs.lock().unwrap()
    }

    /// How often it was told something, be it that it hangs over it.
    pub(in crate::sound) fn asked(&self) -> u32 {
        self.0.asked.load(Ordering::Relaxed)
    }

    fn note(&self, what: &str) -> io::Result<()> {
        self.0.asked.fetch_add(1, Ordering::Relaxed);
        drop(self.0.hangs.lock().unwrap());
        if self.0.fails.load(Ordering::Relaxed) {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        self.0.told.lock().unwrap().push(what.to_owned());
        Ok(())
    }
}

impl Engine for Scribe {
    fn find(&mut self) -> Voice {
        Voice::SpeechDispatcher
    }

    fn prepare(&mut self) -> io::Result<bool> {
        Ok(true)
    }

    fn say(&mut self, text: &str) -> io::Result<()> {
        self.note(text)
    }

    fn cancel(&mut self) -> io::Result<()> {
        self.note("(cut)")
    }

    fn set_language(&mut self, language: &str) {
        self.note(&format!("(in {language})")).unwrap();
    }

    fn set_volume(&mut self, volume: f32) -> io::Result<()> {
        self.note(&format!("(at {volume})"))
    }
}

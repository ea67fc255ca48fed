//! `say` of macOS: a program for each text.

use std::collections::VecDeque;
use std::io::{self, Write as _};
use std::process::Child;

use super::{Program, end};
use crate::sound::Voice;
use crate::sound::speech::Engine;

/// A program that reads one text from its input, says it, and ends.
#[derive(Debug)]
pub(super) struct SayProgram {
    program: Program,
    waiting: VecDeque<String>,
    speaking: Option<Child>,
}

impl SayProgram {
    /// The `say` of macOS, in its own place so that nothing else of that name is run.
    #[cfg(target_os = "macos")]
    pub(super) fn macos() -> Self {
        Self::new("/usr/bin/say", &[])
    }

    pub(super) fn new(program: &str, arguments: &[&str]) -> Self {
        Self { program: Program::new(program, arguments), waiting: VecDeque::new(), speaking: None }
    }
}

impl Engine for SayProgram {
    fn find(&mut self) -> Voice {
        Voice::Say
    }

    fn prepare(&mut self) -> io::Result<bool> {
        Ok(true)
    }

    fn say(&mut self, text: &str) -> io::Result<()> {
        self.waiting.push_back(text.to_owned());
        self.attend().map(drop)
    }

    fn cancel(&mut self) -> io::Result<()> {
        self.waiting.clear();
        match self.speaking.take() {
            Some(child) => end(child),
            None => Ok(()),
        }
    }

    fn set_language(&mut self, _language: &str) {
        // The voice of the system's settings speaks.
    }

    fn set_volume(&mut self, _volume: f32) -> io::Result<()> {
        // It has no loudness of its own.
        Ok(())
    }

    fn attend(&mut self) -> io::Result<bool> {
        if let Some(child) = &mut self.speaking {
            if child.try_wait()?.is_none() {
                return Ok(true);
            }
            self.speaking = None;
        }
        let Some(text) = self.waiting.pop_front() else { return Ok(false) };
        let mut child = self.program.start()?;
        if let Some(mut input) = child.stdin.take() {
            input.write_all(text.as_bytes())?;
        }
        self.speaking = Some(child);
        Ok(true)
    }
}

impl Drop for SayProgram {
    fn drop(&mut self) {
        // The program may have ended by itself in this moment.
        drop(self.cancel());
    }
}

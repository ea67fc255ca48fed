//! The speech of Windows: one program that listens for lines.

use std::io::{self, Write as _};
use std::process::Child;

use super::{Program, end};
use crate::sound::Voice;
use crate::sound::speech::Engine;

/// A program that reads a line at a time: a text to say after those before it, an empty line to
/// fall silent, `=` and a number from 0 to 100 for the loudness.
#[derive(Debug)]
pub(super) struct LineProgram {
    program: Program,
    percent: u8,
    running: Option<Child>,
}

impl LineProgram {
    /// The speech of Windows. The script is fixed; texts come through its input as UTF-8.
    #[cfg(windows)]
    pub(super) fn windows() -> Self {
        const SCRIPT: &str = "\
            [Console]::InputEncoding = [Text.Encoding]::UTF8; \
            Add-Type -AssemblyName System.Speech; \
            $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; \
            while ($null -ne ($line = [Console]::In.ReadLine())) { \
              if ($line -eq '') { $voice.SpeakAsyncCancelAll() } \
              elseif ($line.StartsWith('=')) { $voice.Volume = [int]$line.Substring(1) } \
              else { [void]$voice.SpeakAsync($line) } }";
        Self::new(
            "powershell.exe",
            &["-NoLogo", "-NoProfile", "-NonInteractive", "-Command", SCRIPT],
        )
    }

    pub(super) fn new(program: &str, arguments: &[&str]) -> Self {
        Self { program: Program::new(program, arguments), percent: 100, running: None }
    }

    fn tell(&mut self, line: &str) -> io::Result<()> {
        let mut child = match self.running.take() {
            Some(child) => child,
            None => self.program.start()?,
        };
        let input = child.stdin.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
        // The loudness goes with every text: a program that was started anew does not know it.
        match writeln!(input, "={}\n{line}", self.percent) {
            Ok(()) => {
                self.running = Some(child);
                Ok(())
            }
            Err(error) => {
                // It has ended; the next text starts it anew.
                end(child)?;
                Err(error)
            }
        }
    }
}

impl Engine for LineProgram {
    fn find(&mut self) -> Voice {
        Voice::Sapi
    }

    fn prepare(&mut self) -> io::Result<bool> {
        self.tell("").map(|()| true)
    }

    fn say(&mut self, text: &str) -> io::Result<()> {
        // A text that looks like a command becomes a text again.
        self.tell(text.trim_start_matches('='))
    }

    fn cancel(&mut self) -> io::Result<()> {
        if self.running.is_some() { self.tell("") } else { Ok(()) }
    }

    fn set_language(&mut self, _language: &str) {
        // The voice of the system's settings speaks.
    }

    fn set_volume(&mut self, volume: f32) -> io::Result<()> {
        self.percent = (volume.clamp(0.0, 1.0) * 100.0).round() as u8;
        Ok(())
    }
}

impl Drop for LineProgram {
    fn drop(&mut self) {
        if let Some(child) = self.running.take() {
            // The program may have ended by itself in this moment.
            drop(end(child));
        }
    }
}

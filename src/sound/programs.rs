//! Voices that are programs: `say` of macOS, and the speech of Windows through PowerShell.
//!
//! A text only ever goes to a program's input, never into its command line.

use std::collections::VecDeque;
use std::ffi::OsString;
use std::io::{self, Write as _};
use std::process::{Child, Command, Stdio};

use super::Voice;
use super::speech::Engine;

/// A program that reads one text from its input, says it, and ends.
#[derive(Debug)]
pub(super) struct SayProgram {
    program: OsString,
    arguments: Vec<OsString>,
    waiting: VecDeque<String>,
    speaking: Option<Child>,
}

impl SayProgram {
    /// The `say` of macOS, in its own place so that nothing else of that name is run.
    #[cfg(target_os = "macos")]
    pub(super) fn macos() -> Self {
        Self::new("/usr/bin/say", &[])
    }

    fn new(program: &str, arguments: &[&str]) -> Self {
        let arguments = arguments.iter().map(OsString::from).collect();
        Self { program: program.into(), arguments, waiting: VecDeque::new(), speaking: None }
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
        let mut child = started(&self.program, &self.arguments)?;
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

/// A program that reads a line at a time: a text to say after those before it, an empty line to
/// fall silent, `=` and a number from 0 to 100 for the loudness.
#[derive(Debug)]
pub(super) struct LineProgram {
    program: OsString,
    arguments: Vec<OsString>,
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

    fn new(program: &str, arguments: &[&str]) -> Self {
        let arguments = arguments.iter().map(OsString::from).collect();
        Self { program: program.into(), arguments, percent: 100, running: None }
    }

    fn tell(&mut self, line: &str) -> io::Result<()> {
        let mut child = match self.running.take() {
            Some(child) => child,
            None => started(&self.program, &self.arguments)?,
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

fn started(program: &OsString, arguments: &[OsString]) -> io::Result<Child> {
    let mut command = Command::new(program);
    command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
}

/// Ends a program and takes note of its end, so that nothing of it stays behind.
fn end(mut child: Child) -> io::Result<()> {
    child.kill()?;
    child.wait().map(drop)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::fs::File;
    use std::path::Path;
    use std::time::Duration;

    use crate::clock::{Clock as _, SystemClock};

    /// What a program has written, once it is as expected (it runs beside the test).
    fn written(path: &Path, expected: &str) -> String {
        let mut text = String::new();
        for _ in 0..200 {
            text = File::open(path).and_then(io::read_to_string).unwrap_or_default();
            if text == expected {
                break;
            }
            SystemClock.sleep(Duration::from_millis(20));
        }
        text
    }

    #[test]
    fn texts_are_said_one_after_another_by_a_program_each_and_cut_off_by_a_cancel() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("said");
        let script = format!("cat >> '{}'; echo >> '{}'; sleep 0.1", out.display(), out.display());
        let mut voice = SayProgram::new("/bin/sh", &["-c", &script]);
        voice.say("First: hip flexor.").unwrap();
        voice.say("$(touch /tmp/never); `id`").unwrap();
        while voice.attend().unwrap() {
            SystemClock.sleep(Duration::from_millis(5));
        }
        let both = "First: hip flexor.\n$(touch /tmp/never); `id`\n";
        assert_eq!(written(&out, both), both);

        let mut voice = SayProgram::new("/bin/sh", &["-c", "exec sleep 60"]);
        voice.say("a").unwrap();
        voice.say("b").unwrap();
        let started = SystemClock.mono();
        voice.cancel().unwrap();
        assert!(!voice.attend().unwrap());
        assert!(SystemClock.mono() < started + Duration::from_secs(30));
    }

    #[test]
    fn a_program_that_listens_gets_a_line_for_each_text_and_an_empty_one_to_fall_silent() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("said");
        let mut voice = LineProgram::new("/bin/sh", &["-c", &format!("cat > '{}'", out.display())]);
        voice.cancel().unwrap();
        voice.set_volume(0.4).unwrap();
        voice.say("Rest.").unwrap();
        voice.say("=5").unwrap();
        voice.cancel().unwrap();
        let expected = "=40\nRest.\n=40\n5\n=40\n\n";
        assert_eq!(written(&out, expected), expected);
    }

    #[test]
    fn a_program_that_is_missing_is_an_error_and_one_that_ended_is_started_anew() {
        assert!(SayProgram::new("/nowhere/say", &[]).say("a").is_err());

        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("said");
        let script = format!("head -n 2 >> '{}'", out.display());
        let mut voice = LineProgram::new("/bin/sh", &["-c", &script]);
        voice.say("a").unwrap();
        assert_eq!(written(&out, "=100\na\n"), "=100\na\n");
        // It ends now; that is noticed by the first or second text after it.
        let mut failed = 0;
        while failed == 0 {
            failed += u32::from(voice.say("b").is_err());
        }
        voice.say("c").unwrap();
        let text = "=100\na\n=100\nc\n";
        assert_eq!(written(&out, text), text);
    }
}

//! Voices that are programs: `say` of macOS, and the speech of Windows through PowerShell.
//!
//! A text only ever goes to a program's input, never into its command line.

#[cfg(any(windows, test))]
pub(super) mod sapi;
#[cfg(any(target_os = "macos", test))]
pub(super) mod say;

use std::ffi::OsString;
use std::io;
use std::process::{Child, Command, Stdio};

/// A program and what it is always told.
#[derive(Debug)]
struct Program {
    path: OsString,
    arguments: Vec<OsString>,
}

impl Program {
    fn new(path: &str, arguments: &[&str]) -> Self {
        Self { path: path.into(), arguments: arguments.iter().map(OsString::from).collect() }
    }

    fn start(&self) -> io::Result<Child> {
        let mut command = Command::new(&self.path);
        command.args(&self.arguments).stdin(Stdio::piped());
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()
    }
}

/// Ends a program and takes note of its end, so that nothing of it stays behind.
fn end(mut child: Child) -> io::Result<()> {
    child.kill()?;
    child.wait().map(drop)
}

#[cfg(all(test, unix))]
mod tests {
    use super::sapi::LineProgram;
    use super::say::SayProgram;
    use std::fs::File;
    use std::io;
    use std::path::Path;
    use std::time::Duration;

    use super::super::speech::Engine as _;
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

//! A test in two processes: one performs to a sound server of its own, the other listens. It is the
//! same test in both, told apart by a variable, because the way to the sound server is part of a
//! process's surroundings.

#![expect(clippy::panic, reason = "a test stops where it is wrong")]

use std::fs;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdout, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use evenhold::clock::{Clock as _, SystemClock};
use evenhold::session::score::Tone;
use evenhold::sound::{Performance, Performer, PlannedSound, SoundState};
use rustix::process::{Pid, Signal, kill_process};
use rustix::time::{ClockId, clock_gettime};

use super::null_sink::{NullSink, Route, within};
use super::onsets::{Meant, meant};

/// Names the test whose performer this process is.
const STAGE: &str = "EVENHOLD_TEST_STAGE";
/// What the performer says begins with this, to be told from the test runner's own lines.
const SAYS: &str = "stage: ";

/// Whether this process is the performer of the test of this full name.
pub(crate) fn is_performer(name: &str) -> bool {
    std::env::var_os(STAGE).is_some_and(|it| it == name)
}

/// The performer's side.
pub(crate) struct Stage {
    pub(crate) performer: Performer,
    woken: Arc<AtomicU32>,
}

impl Stage {
    pub(crate) fn new() -> Self {
        let woken = Arc::new(AtomicU32::new(0));
        let count = Arc::clone(&woken);
        let wake = Arc::new(move || {
            count.fetch_add(1, Ordering::Relaxed);
        });
        let performer = Performer::start(Arc::new(SystemClock), wake).expect("threads");
        Self { performer, woken }
    }

    /// Performs cues whose offset 0 lies so far ahead.
    pub(crate) fn perform(&self, generation: u64, ahead: Duration, cues: Vec<PlannedSound>) {
        let anchor = SystemClock.mono() + ahead;
        self.performer.perform(Performance { generation, anchor, speed: 1.0, cues });
    }

    /// Waits, and tells the state at first and whenever it is another.
    pub(crate) fn wait(&self, span: Duration) {
        let end = SystemClock.mono() + span;
        let mut last = None;
        while SystemClock.mono() < end {
            let state = match self.performer.state() {
                SoundState::Playing { device } => format!("playing {device}"),
                SoundState::Silent { why } => format!("silent {why:?}"),
            };
            if last.as_ref() != Some(&state) {
                tell(&state);
                last = Some(state);
            }
            SystemClock.sleep(Duration::from_millis(20));
        }
    }

    /// Tells how often it was woken, and how many seconds this process has computed so far.
    pub(crate) fn tell_costs(&self) {
        tell(&format!("woken {}", self.woken.load(Ordering::Relaxed)));
        let it = clock_gettime(ClockId::ProcessCPUTime);
        tell(&format!("processor {:.3}", it.tv_sec as f64 + it.tv_nsec as f64 / 1e9));
    }
}

/// Tells the listener something, with the moment.
pub(crate) fn tell(what: &str) {
    // Not by `println!`, which the test runner may keep to itself.
    let line = format!("{SAYS}{} {what}\n", SystemClock.mono().as_secs_f64());
    io::stdout().write_all(line.as_bytes()).expect("the listener listens");
}

/// A tone at a moment, in milliseconds.
pub(crate) fn tone(at: u64, tone: Tone) -> PlannedSound {
    PlannedSound { at: Duration::from_millis(at), tone: Some(tone), say: None }
}

/// The listener's side.
pub(crate) struct Listener {
    pub(crate) sink: NullSink,
    program: Child,
    told: Arc<Mutex<Vec<(f64, String)>>>,
}

impl Listener {
    /// Starts the performer of the test of this full name, before `sink`.
    pub(crate) fn start(name: &str, sink: NullSink, route: Route) -> Self {
        let own = std::env::current_exe().expect("this program has a path");
        let mut command = sink.command(own, route);
        command.args(["--exact", name, "--nocapture", "--test-threads=1"]);
        command.env(STAGE, name).env("EVENHOLD_CUE_LOG", sink.path("cues"));
        let errors = fs::File::create(sink.path("errors")).expect("a file");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(errors);
        let mut program = command.spawn().expect("the performer starts");
        let told = Arc::new(Mutex::new(Vec::new()));
        let out = program.stdout.take().expect("its output is piped");
        let into = Arc::clone(&told);
        thread::spawn(move || listen(out, &into));
        Self { sink, program, told }
    }

    /// Everything told so far: the monotonic second, and what.
    pub(crate) fn told(&self) -> Vec<(f64, String)> {
        self.told.lock().expect("nobody panicked with it").clone()
    }

    /// Waits for something that begins like this to be told after a moment; gives its moment.
    pub(crate) fn wait_for(&self, what: &str, after: f64) -> f64 {
        let mut found = None;
        within(Duration::from_secs(30), || {
            found = self.told().into_iter().find(|it| it.0 > after && it.1.starts_with(what));
            found.is_some()
        });
        found.unwrap_or_else(|| panic!("never told {what:?} after {after}: {:?}", self.told())).0
    }

    /// The number that was told last under a name.
    pub(crate) fn number(&self, name: &str) -> f64 {
        let told = self.told();
        let number = told.iter().rev().find_map(|it| it.1.strip_prefix(name)?.trim().parse().ok());
        number.unwrap_or_else(|| panic!("never told {name}: {told:?}"))
    }

    /// Sends the performer a signal.
    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.program), signal).expect("the performer is ours");
    }

    /// Sends its sound server a signal.
    pub(crate) fn signal_server(&self, signal: Signal) {
        kill_process(self.sink.process(), signal).expect("the server is ours");
    }

    /// Waits until the performer has ended well; gives what it meant to be heard.
    pub(crate) fn finish(&mut self) -> Vec<Meant> {
        let status = self.program.wait().expect("the performer ends");
        let errors = fs::read_to_string(self.sink.path("errors")).expect("its errors");
        assert!(status.success(), "{status}: {errors}");
        // The test runner has one line of its own for a thread's backtrace setting, and no more.
        assert_eq!(errors, "", "the performer complained");
        meant(&fs::read_to_string(self.sink.path("cues")).unwrap_or_default())
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        // It may have ended by itself; a test that failed leaves nothing behind.
        drop(self.program.kill());
        drop(self.program.wait());
    }
}

fn listen(out: ChildStdout, into: &Mutex<Vec<(f64, String)>>) {
    for line in BufReader::new(out).lines() {
        let line = line.expect("a line of text");
        // The test runner writes before it without a newline.
        let Some((_, line)) = line.split_once(SAYS) else { continue };
        let (at, what) = line.split_once(' ').expect("a moment and what");
        let at = at.parse().expect("a moment");
        into.lock().expect("nobody panicked with it").push((at, what.to_owned()));
    }
}

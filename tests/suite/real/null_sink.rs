//! A sound server of our own, whose only device is one that nobody hears, and a recording of what
//! comes out of it with the moment of each sample.

#![expect(clippy::indexing_slicing, reason = "a test stops where it is wrong")]

use std::fs;
use std::io::Read as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use evenhold::clock::{Clock as _, SystemClock};
use rustix::process::Pid;
use tempfile::TempDir;

/// Samples a second, of the device and of the recording: so nothing is resampled on the way.
pub(crate) const RATE: u32 = 48_000;
/// What has to be installed.
pub(crate) const PROGRAMS: [&str; 3] = ["pulseaudio", "parec", "pactl"];

/// How a program reaches the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Route {
    /// By the server's own protocol.
    Pulse,
    /// Through ALSA, as a program does that knows nothing of the server.
    Alsa,
}

/// The server, in a folder of its own. It ends with this value.
pub(crate) struct NullSink {
    folder: TempDir,
    server: Option<Child>,
}

impl NullSink {
    /// Starts it and waits until it answers.
    pub(crate) fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["run", "home"] {
            fs::create_dir(folder.path().join(name)).expect("a folder in it");
        }
        // A server accepts no place for its socket that others could enter.
        let private = fs::Permissions::from_mode(0o700);
        fs::set_permissions(folder.path().join("run"), private).expect("a private folder");
        let mut it = Self { folder, server: None };
        it.start_server();
        it
    }

    /// Starts the server again after [`Self::kill`].
    pub(crate) fn start_server(&mut self) {
        let sink = format!("module-null-sink sink_name=null0 rate={RATE} channels=2");
        let log = format!("file:{}", self.folder.path().join("server.log").display());
        let mut command = self.command("pulseaudio", Route::Pulse);
        command.args(["-n", "--daemonize=no", "--exit-idle-time=-1", "--disallow-exit"]);
        command.args(["--log-target", &log, "-L", "module-native-protocol-unix", "-L", &sink]);
        let server = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        self.server = Some(server.spawn().expect("pulseaudio starts"));
        let answers = || self.tell(&["info"]);
        assert!(within(Duration::from_secs(10), answers), "pulseaudio does not answer");
    }

    /// Ends the server as a crash would.
    pub(crate) fn kill(&mut self) {
        if let Some(mut server) = self.server.take() {
            server.kill().expect("the server is ours to kill");
            server.wait().expect("it ends");
        }
    }

    /// A program that has this server and no other, and no home but the server's.
    pub(crate) fn command(&self, program: impl AsRef<Path>, route: Route) -> Command {
        let run = self.folder.path().join("run");
        let mut command = Command::new(program.as_ref());
        for name in ["PULSE_SERVER", "PULSE_RUNTIME_PATH", "DBUS_SESSION_BUS_ADDRESS"] {
            command.env_remove(name);
        }
        command.env("XDG_RUNTIME_DIR", &run).env("HOME", self.folder.path().join("home"));
        if route == Route::Alsa {
            // Our own client does not look for the socket below this, but ALSA's does.
            command.env("PULSE_RUNTIME_PATH", run.join("pulse"));
        }
        command
    }

    /// Asks something of the server; whether it did it.
    pub(crate) fn tell(&self, arguments: &[&str]) -> bool {
        let mut command = self.command("pactl", Route::Pulse);
        let done = command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
        done.is_ok_and(|it| it.success())
    }

    /// A path for a file that lives as long as the server.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The server's process, to be stopped and continued.
    pub(crate) fn process(&self) -> Pid {
        Pid::from_child(self.server.as_ref().expect("the server runs"))
    }

    /// Records from now on what its device plays.
    pub(crate) fn record(&self) -> Recorder {
        self.record_from("null0")
    }

    /// Records from now on what one of its devices plays.
    pub(crate) fn record_from(&self, device: &str) -> Recorder {
        Recorder::start(self, device)
    }
}

impl Drop for NullSink {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Waits until something is so; whether it was, in time.
pub(crate) fn within(limit: Duration, mut is_so: impl FnMut() -> bool) -> bool {
    let end = SystemClock.mono() + limit;
    loop {
        if is_so() {
            return true;
        }
        if SystemClock.mono() > end {
            return false;
        }
        SystemClock.sleep(Duration::from_millis(20));
    }
}

/// What a recorder has heard so far.
#[derive(Debug, Default)]
struct Tape {
    /// Interleaved, 16 bit, little-endian.
    bytes: Vec<u8>,
    /// When so many bytes had come.
    arrived: Vec<(Duration, usize)>,
}

/// A recording that goes on.
pub(crate) struct Recorder {
    program: Child,
    tape: Arc<Mutex<Tape>>,
    listener: Option<JoinHandle<()>>,
}

impl Recorder {
    fn start(sink: &NullSink, device: &str) -> Self {
        let mut command = sink.command("parec", Route::Pulse);
        command.args([
            "-d",
            &format!("{device}.monitor"),
            "--format=s16le",
            "--channels=2",
            "--raw",
        ]);
        command.args([&format!("--rate={RATE}"), "--latency-msec=1", "--process-time-msec=1"]);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut program = command.spawn().expect("parec starts");
        let mut out = program.stdout.take().expect("it has an output");
        let tape = Arc::new(Mutex::new(Tape::default()));
        let into = Arc::clone(&tape);
        let listener = thread::spawn(move || {
            let mut chunk = vec![0; 1 << 16];
            while let Ok(length @ 1..) = out.read(&mut chunk) {
                let now = SystemClock.mono();
                let mut tape = into.lock().expect("no one panicked with the tape");
                tape.bytes.extend_from_slice(chunk.get(..length).unwrap_or_default());
                let so_far = tape.bytes.len();
                tape.arrived.push((now, so_far));
            }
        });
        let it = Self { program, tape, listener: Some(listener) };
        let runs = || !it.tape.lock().expect("no one panicked with the tape").bytes.is_empty();
        assert!(within(Duration::from_secs(10), runs), "nothing can be recorded");
        it
    }

    /// Ends it.
    pub(crate) fn stop(mut self) -> Recording {
        self.end();
        let tape = std::mem::take(&mut *self.tape.lock().expect("no one panicked with the tape"));
        Recording::new(&tape.bytes, &tape.arrived)
    }

    fn end(&mut self) {
        if let Some(listener) = self.listener.take() {
            self.program.kill().expect("the recorder is ours to kill");
            self.program.wait().expect("it ends");
            listener.join().expect("the listener ends with it");
        }
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        self.end();
    }
}

/// What was heard, and when.
pub(crate) struct Recording {
    /// The middle of left and right.
    pub(crate) samples: Vec<f32>,
    /// Stretches without a hole, in order: their first sample, and the monotonic seconds at which
    /// sample 0 would have been heard by each half second's reckoning.
    stretches: Vec<Stretch>,
}

struct Stretch {
    first: usize,
    origins: Vec<f64>,
}

/// Samples of half a second: so often the recording's time is reckoned anew.
const HALF: usize = RATE as usize / 2;

impl Recording {
    fn new(bytes: &[u8], arrived: &[(Duration, usize)]) -> Self {
        const FRAME: usize = 4;
        let sample = |it: &[u8]| f32::from(i16::from_le_bytes([it[0], it[1]])) / 32_768.0;
        let middle = |it: &[u8]| f32::midpoint(sample(&it[..2]), sample(&it[2..]));
        let samples = bytes.chunks_exact(FRAME).map(middle).collect();

        // Sound reaches the recorder late, and now and then as soon as it can: by the quickest of
        // each half second its clock is read.
        let mut stretches = vec![Stretch { first: 0, origins: Vec::new() }];
        let mut half = usize::MAX;
        for &(at, so_far) in arrived {
            let frame = so_far / FRAME;
            let origin = at.as_secs_f64() - frame as f64 / f64::from(RATE);
            let stretch = stretches.last_mut().expect("there is one");
            let earliest = stretch.origins.last().copied();
            if earliest.is_some_and(|it| origin > it + 0.1) && frame / HALF != half {
                stretches.push(Stretch { first: frame, origins: vec![origin] });
            } else if frame / HALF == half {
                let last = stretch.origins.last_mut().expect("the half second has begun");
                *last = last.min(origin);
            } else {
                stretch.origins.push(origin);
            }
            half = frame / HALF;
        }
        Self { samples, stretches }
    }

    /// The monotonic second at which a sample was heard.
    pub(crate) fn heard(&self, sample: usize) -> f64 {
        /// So many half seconds to either side have a say: a busy computer is quick at least once.
        const REACH: usize = 5;
        let stretch = self.stretches.iter().rev().find(|it| it.first <= sample);
        let stretch = stretch.unwrap_or(&self.stretches[0]);
        let half = sample / HALF - stretch.first / HALF;
        let (from, to) = (half.saturating_sub(REACH), half + REACH);
        let near = stretch.origins.iter().take(to).skip(from.min(stretch.origins.len() - 1));
        near.copied().fold(f64::INFINITY, f64::min) + sample as f64 / f64::from(RATE)
    }

    /// The sample that was heard at a monotonic second.
    pub(crate) fn sample_at(&self, second: f64) -> usize {
        let (mut low, mut high) = (0, self.samples.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.heard(middle) < second { low = middle + 1 } else { high = middle }
        }
        low
    }
}

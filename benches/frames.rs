//! Frames while the disk takes five seconds to bring a fact to safety, beside the frames of the same
//! session on the disk as it is, through the real shell: the longest gap is at most twice as long.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a benchmark tells its numbers")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the time, and waits")]

#[expect(dead_code, reason = "other benchmarks use the rest")]
mod measure;
#[path = "../tests/suite/answered.rs"]
mod answered;
#[path = "../tests/suite/screens/stage.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod stage;

use std::env;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use evenhold::files::{Disk, Handle, Held, Listed, OwnDisk};
use measure::{Baseline, Report, tell};
use stage::{Setting, Stage};

/// A frame each sixtieth of a second.
const FRAME: Duration = Duration::from_micros(16_667);
/// So long a slow sync takes.
const SLOW: u64 = 5000;

/// The computer's disk, whose syncs can be slow.
#[derive(Debug, Clone, Default)]
struct SlowDisk {
    /// Milliseconds that each sync of a file takes beside its own time.
    extra: Arc<AtomicU64>,
    /// How many slow ones there were.
    slow: Arc<AtomicUsize>,
}

#[derive(Debug)]
struct SlowFile(Box<dyn Handle>, SlowDisk);

impl Handle for SlowFile {
    fn last_byte(&mut self) -> io::Result<Option<u8>> {
        self.0.last_byte()
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        let extra = self.1.extra.load(Ordering::SeqCst);
        if extra > 0 {
            self.1.slow.fetch_add(1, Ordering::SeqCst);
            thread::sleep(Duration::from_millis(extra));
        }
        self.0.sync()
    }
}

impl SlowDisk {
    fn slowed(&self, file: io::Result<Box<dyn Handle>>) -> io::Result<Box<dyn Handle>> {
        Ok(Box::new(SlowFile(file?, self.clone())))
    }
}

impl Disk for SlowDisk {
    fn read(&self, path: &Path, cap: u64) -> io::Result<Vec<u8>> {
        OwnDisk.read(path, cap)
    }
    fn length(&self, path: &Path) -> io::Result<u64> {
        OwnDisk.length(path)
    }
    fn list(&self, dir: &Path) -> io::Result<Vec<Listed>> {
        OwnDisk.list(dir)
    }
    fn exists(&self, path: &Path) -> io::Result<bool> {
        OwnDisk.exists(path)
    }
    fn append(&self, path: &Path) -> io::Result<Box<dyn Handle>> {
        self.slowed(OwnDisk.append(path))
    }
    fn create(&self, path: &Path) -> io::Result<Box<dyn Handle>> {
        self.slowed(OwnDisk.create(path))
    }
    fn make_dir(&self, dir: &Path) -> io::Result<()> {
        OwnDisk.make_dir(dir)
    }
    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        OwnDisk.sync_dir(dir)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        OwnDisk.rename(from, to)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        OwnDisk.remove(path)
    }
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        OwnDisk.resolve(path)
    }
    fn copy_mode(&self, from: &Path, to: &Path) -> io::Result<()> {
        OwnDisk.copy_mode(from, to)
    }
    fn is_private(&self, path: &Path) -> io::Result<bool> {
        OwnDisk.is_private(path)
    }
    fn lock(&self, path: &Path, note: &str) -> io::Result<Option<Box<dyn Held>>> {
        OwnDisk.lock(path, note)
    }
    fn is_locked(&self, path: &Path) -> io::Result<bool> {
        OwnDisk.is_locked(path)
    }
}

fn main() -> ExitCode {
    let quick = env::args().any(|it| it == "--quick");
    let disk = SlowDisk::default();
    let mut stage = Stage::open(Setting {
        routine: Some("short"),
        disk: Some(Arc::new(disk.clone())),
        ..Setting::default()
    });
    stage.press("Enter");
    watch(&mut stage, Duration::from_secs(2));
    let rounds = if quick { 1 } else { 3 };
    let (mut usual, mut slow) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        usual.push(watch(&mut stage, Duration::from_secs(7)));
        disk.extra.store(SLOW, Ordering::SeqCst);
        slow.push(watch(&mut stage, Duration::from_secs(7)));
        disk.extra.store(0, Ordering::SeqCst);
        // The sync that is still on its way ends before the next round.
        watch(&mut stage, Duration::from_secs(6));
    }
    let longest = |all: &[f64]| all.iter().copied().fold(0.0, f64::max);
    tell("slow syncs", "", disk.slow.load(Ordering::SeqCst) as f64);
    let mut report = Report::default();
    let beside = Baseline { what: "on the disk as it is", value: longest(&usual), most: 2.0 };
    report.ratio("longest frame gap while syncing", "ms", longest(&slow), &beside);
    assert!(disk.slow.load(Ordering::SeqCst) > 0, "no sync was slow");
    report.finish()
}

/// Draws frames for so long, with something to be kept each second; the longest time between two.
fn watch(stage: &mut Stage, span: Duration) -> f64 {
    let begun = Instant::now();
    let (mut last, mut longest) = (begun, Duration::ZERO);
    let mut frame = 0_u32;
    while begun.elapsed() < span {
        frame += 1;
        if frame.is_multiple_of(60) {
            // A pause, and on again: two facts.
            stage.press("Space");
        }
        stage.clock.advance(FRAME);
        stage.harness.step();
        let now = Instant::now();
        longest = longest.max(now - last);
        last = now;
        thread::sleep((FRAME * frame).saturating_sub(begun.elapsed()));
    }
    longest.as_secs_f64() * 1000.0
}

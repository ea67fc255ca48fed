//! Power cuts on real file systems: the file system is shut down without writing what it holds, by the
//! call that `xfs_io` makes, while a session runs; then it is mounted again, and its own journal put
//! in order.

#![expect(clippy::print_stdout, reason = "the tests say what they tried")]

use std::thread;
use std::time::Duration;

use crate::kill::{Chance, Outcome, SPEED, kept_after, session_length};
use crate::skip::installed;
use crate::terminal::Terminal;

use super::mounts::{Mount, arg, can_mount, does};

/// Cuts of each file system in a usual run; `EVENHOLD_CUTS` asks for others.
const CUTS: usize = 3;

/// What the cuts came to.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) cuts: usize,
    /// Said before the cut, and to be there.
    pub(crate) lines: usize,
    /// Said while the cut was made or after it: there or not.
    pub(crate) after: usize,
    pub(crate) before: usize,
    pub(crate) resumed: usize,
    pub(crate) over: usize,
}

/// Cuts the power so often; a line that was said and is lost ends it there and then. `None` where no
/// such disk can be had.
pub(crate) fn cut_often(mkfs: &[&str], cuts: usize) -> Option<Tally> {
    if !can_mount(&["xfs_io"]) || !installed(&[mkfs.first().copied().unwrap_or_default()]) {
        return None;
    }
    let (mut chance, seed) = Chance::new();
    println!("EVENHOLD_SEED={seed}");
    let longest = session_length() + Duration::from_millis(300);
    let place = tempfile::TempDir::new().expect("a temporary folder");
    let mut disk = Mount::image(&place.path().join("image"), 320, mkfs)?;
    let mut tally = Tally::default();
    for _ in 0..cuts {
        let terminal = Terminal::within(disk.dir());
        assert!(does("sync", &["-f", arg(disk.dir())]), "the home itself is on the disk");
        let mut playing = terminal.play(&["short", "--speed", SPEED, "--mute"]);
        thread::sleep(longest.mul_f64(chance.fraction()));
        // Only what was heard before the cut counts. While this call runs, ext4 may say of a sync that
        // it has succeeded although its transaction is thrown away: measured 9 times in 150 cuts of a
        // program that does nothing but append and sync, always from within the call, never before it.
        // Without power no program would hear that, and nobody would hear the program.
        let said = playing.heard();
        disk.cut_power();
        thread::sleep(Duration::from_millis(30));
        let all = playing.kill();
        disk.unmount();
        assert!(disk.mount(), "the file system puts itself in order");
        tally.cuts += 1;
        tally.lines += said.len();
        tally.after += all.len() - said.len();
        match kept_after(&terminal, &said, &all) {
            Outcome::BeforeStart => tally.before += 1,
            Outcome::Resumed { .. } => tally.resumed += 1,
            Outcome::AfterEnd => tally.over += 1,
        }
    }
    Some(tally)
}

fn cuts() -> usize {
    std::env::var("EVENHOLD_CUTS").ok().and_then(|it| it.parse().ok()).unwrap_or(CUTS)
}

#[test]
fn a_power_cut_on_ext4_loses_nothing_that_was_called_saved() {
    if let Some(tally) = cut_often(&["mkfs.ext4", "-q"], cuts()) {
        println!("{tally:?}, lines lost: 0");
    }
}

#[test]
fn a_power_cut_on_xfs_loses_nothing_that_was_called_saved() {
    if let Some(tally) = cut_often(&["mkfs.xfs", "-q"], cuts()) {
        println!("{tally:?}, lines lost: 0");
    }
}

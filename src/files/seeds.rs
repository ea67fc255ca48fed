//! Whole lives of the program, drawn by chance from a seed: sessions, corrections and settings; a disk
//! that fails, fills up, is pulled out and loses power; a clock that is set; a sync service that makes
//! copies. `EVENHOLD_SEED` repeats one, `EVENHOLD_SEEDS` says how many are tried.

#![expect(clippy::print_stdout, reason = "the tests say what they tried")]

use std::collections::BTreeMap;
use std::env;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::TimeDelta;

use super::fake::{FakeDisk, Sabotage, Then, Trouble, chance};
use super::reading::has_ending;
use super::simulation::{Asked, Promises, Run, kept_in};
use super::*;
use crate::history::sample::{self, device, id, record};
use crate::history::{Amend, Body, Record, Target};
use crate::session::Fact;
use crate::units::Now;

/// So many lives are tried where nothing else is asked for.
const SEEDS: u64 = 2000;

fn folders() -> Folders {
    Folders { data: PathBuf::from("/usb/evenhold"), state: PathBuf::from("/disk/state") }
}

/// How often something befell.
type Tally = BTreeMap<&'static str, usize>;

/// Everything that one seed decides.
struct Lives {
    seed: u64,
    disk: FakeDisk,
    now: Now,
    promises: Promises,
    tally: Tally,
    /// The number of the next record.
    next: u128,
    settings: u32,
    /// Whether settings are changed more often than anything else.
    sets_often: bool,
}

impl Lives {
    fn new(seed: u64) -> Self {
        let disk = FakeDisk::new("/disk");
        disk.make_dir(&PathBuf::from("/usb")).expect("it can be made");
        disk.sync_dir(&PathBuf::from("/")).expect("it stays");
        // Neighbouring seeds begin alike otherwise.
        let mut lives = Self {
            seed: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1,
            disk,
            now: sample::now(),
            promises: Promises::default(),
            tally: Tally::new(),
            next: 1,
            settings: 0,
            sets_often: false,
        };
        for _ in 0..4 {
            chance(&mut lives.seed);
        }
        lives
    }

    fn pick(&mut self, of: u64) -> u64 {
        (chance(&mut self.seed) >> 16) % of
    }

    fn note(&mut self, what: &'static str) {
        *self.tally.entry(what).or_default() += 1;
    }

    fn id(&mut self) -> u128 {
        self.next += 1;
        self.next
    }

    /// Days pass; now and then the clock is set.
    fn pass_time(&mut self) {
        let days = match self.pick(12) {
            0 => -400,
            1 => 25_000,
            2 => -25_000,
            _ => i64::try_from(self.pick(40)).expect("a few days"),
        };
        if days.abs() > 100 {
            self.note("clock set");
        }
        let new = sample::now().tick.wall + TimeDelta::days(days);
        self.now.tick.wall = new;
    }

    fn trouble(&mut self) -> Option<Trouble> {
        if self.pick(3) == 0 {
            return None;
        }
        let then = [Then::Well, Then::Ill, Then::Dead][self.pick(3) as usize];
        let kinds = [
            ErrorKind::StorageFull,
            ErrorKind::Other,
            ErrorKind::ReadOnlyFilesystem,
            ErrorKind::PermissionDenied,
        ];
        let kind = kinds[self.pick(4) as usize];
        Some(Trouble { at: self.pick(260) as usize, then, kind })
    }

    /// One life: from a start of the program to its end, of whatever kind.
    fn life(&mut self) {
        self.pass_time();
        let trouble = self.trouble();
        self.disk.fail(trouble);
        let open = || Store::open(Arc::new(self.disk.clone()), folders(), &self.now);
        // A start that fails is tried again by the person.
        if let Some(store) = (0..3).find_map(|_| open().ok()) {
            let mut run = Run::new(&self.disk, &store);
            run.promises = std::mem::take(&mut self.promises);
            self.go_on(&mut run, &store);
            for _ in 0..=self.pick(4) {
                self.act(&mut run, &store);
            }
            let is_clean = self.pick(3) == 0;
            if is_clean {
                run.flush(Vec::new());
            }
            self.promises = run.promises;
        } else {
            self.note("start failed");
        }
        self.end();
    }

    fn end(&mut self) {
        let troubles = self.disk.fired();
        if self.pick(2) == 0 {
            let seed = chance(&mut self.seed);
            self.disk.cut_power(seed);
            self.note("power cut");
        } else {
            self.disk.kill();
            self.note("killed or ended");
        }
        match self.pick(8) {
            0 | 1 => self.sync_service(),
            2 => self.tear("/log/"),
            3 => self.tear("/active"),
            _ => {}
        }
        for (name, times) in troubles {
            *self.tally.entry(name).or_default() = times;
        }
    }

    /// The files of the journal, or of sessions in progress.
    fn logs(&self, part: &str) -> Vec<String> {
        let is_log = |it: &String| it.contains(part) && has_ending(it, "jsonl");
        self.disk.files().into_iter().filter(is_log).collect()
    }

    /// A sync service leaves a copy, a half file and one of its own.
    fn sync_service(&mut self) {
        let log = self.logs("/log/");
        let Some(file) = log.get(self.pick(log.len().max(1) as u64) as usize) else { return };
        let bytes = self.disk.bytes(file).expect("it is listed");
        let name = file.trim_end_matches(".jsonl");
        let half = bytes.split_at(bytes.len() / 2).0;
        self.disk.put(&format!("{name}.sync-conflict-20310406-110017-T24LULV.jsonl"), &bytes);
        self.disk.put(&format!("{name} (1).jsonl"), half);
        self.disk.put(&format!("{name}.jsonl.tmp"), half);
        self.note("conflict copies");
    }

    /// A line that a crash has cut off stands at the end of a file.
    fn tear(&mut self, part: &str) {
        let Some(file) = self.logs(part).pop() else { return };
        let bytes = self.disk.bytes(&file).expect("it is listed");
        self.disk.put(&file, &[&bytes, &b"{\"v\":1,\"kind\":\"tar"[..]].concat());
        self.note("torn tail");
    }

    /// What is done with a session that was left.
    fn go_on(&mut self, run: &mut Run, store: &Store) {
        let Some(log) = store.unfinished.clone() else { return };
        let (n, at) = (log.started.id, log.last);
        match self.pick(3) {
            0 => {
                let record = log.record(crate::session::Ending::Early);
                run.ask(Asked::Nothing, Write::Resume(Box::new(log)));
                run.ask(Asked::Fact(n, Fact::Resumed), Write::Fact(at, Fact::Resumed));
                run.ask(Asked::Record(n), Write::Finish(Box::new(record)));
                self.note("session gone on with");
            }
            1 => {
                run.promises.forget(n);
                run.ask(Asked::Nothing, Write::Resume(Box::new(log)));
                run.ask(Asked::Nothing, Write::Discard);
                self.note("session discarded");
            }
            _ => {}
        }
    }

    fn act(&mut self, run: &mut Run, store: &Store) {
        if self.sets_often && self.pick(4) > 0 {
            return self.set(run, store);
        }
        match self.pick(8) {
            0 | 1 => {
                let n = self.id();
                run.session(n, 60);
                run.ask(Asked::Record(id(n)), Write::Finish(Box::new(record(n))));
                self.note("session");
            }
            2 => {
                let n = self.id();
                run.session(n, 30);
                self.note("session left");
            }
            3 => self.target(run),
            4 => self.revise(run, store),
            5 => self.set(run, store),
            6 => self.pull_out(run, "/usb/evenhold"),
            _ => self.pull_out(run, "/usb"),
        }
    }

    fn target(&mut self, run: &mut Run) {
        let n = self.id();
        let body = Body::Target(Target { from: self.now.date(), value: 4 });
        let record = Record::new(id(n), device(), &self.now, body);
        run.ask(Asked::Record(id(n)), Write::Record(Box::new(record)));
        self.note("record");
    }

    /// Corrects, deletes or brings back what is in the journal.
    fn revise(&mut self, run: &mut Run, store: &Store) {
        let all: Vec<_> = store.journal.records().collect();
        if all.is_empty() {
            return;
        }
        let old = all[self.pick(all.len() as u64) as usize];
        let rev = store.journal.get(old.id).map_or(1, |it| it.rev) + 1;
        let body = match self.pick(3) {
            0 => Body::Delete,
            1 => Body::Undelete,
            _ => {
                let body = Body::Target(Target { from: self.now.date(), value: 3 });
                Body::Amend(Amend { with: Box::new(body) })
            }
        };
        let new = Record { rev, ..Record::new(old.id, store.device.clone(), &self.now, body) };
        run.ask(Asked::Revision(old.id, rev), Write::Record(Box::new(new)));
        self.note("revision");
    }

    fn set(&mut self, run: &mut Run, store: &Store) {
        let path = store.folders.settings();
        let before = self.disk.text(&path.to_string_lossy());
        self.settings += 1;
        let text = format!("(volume: {:04})", self.settings);
        run.ask(Asked::Settings(text.clone()), Write::Settings { text, before });
        self.note("settings");
    }

    /// The drive is pulled out while something is written, and comes back.
    fn pull_out(&mut self, run: &mut Run, dir: &str) {
        let drive = self.disk.pull_out(dir);
        self.target(run);
        self.disk.plug_in(&drive);
        run.flush(Vec::new());
        self.note("drive pulled out");
    }
}

/// What a seed came to: what is lost, if anything, and how much was promised.
fn try_seed(seed: u64, sabotage: Option<(Sabotage, &'static str)>) -> (Result<(), String>, Lives) {
    let mut lives = Lives::new(seed);
    if let Some((how, part)) = sabotage {
        lives.disk.sabotage_only(how, part);
        lives.sets_often = part == "settings";
    }
    for _ in 0..3 {
        lives.life();
        if let Err(why) = kept_in(&lives.disk, &folders(), &lives.promises) {
            return (Err(why), lives);
        }
        lives.disk.kill();
    }
    (Ok(()), lives)
}

fn number(name: &str) -> Option<u64> {
    env::var(name).ok().and_then(|it| it.parse().ok())
}

#[test]
fn thousands_of_lives_lose_nothing_that_was_called_saved() {
    let seeds = match number("EVENHOLD_SEED") {
        Some(seed) => seed..=seed,
        None => 1..=number("EVENHOLD_SEEDS").unwrap_or(SEEDS),
    };
    let (mut tally, mut promises, mut lives) = (Tally::new(), 0, 0);
    for seed in seeds {
        let (kept, end) = try_seed(seed, None);
        assert_eq!(kept, Ok(()), "EVENHOLD_SEED={seed} repeats it; {:?}", end.disk.files());
        for (what, times) in end.tally {
            *tally.entry(what).or_default() += times;
        }
        promises += end.promises.count();
        lives += 1;
    }
    println!("{lives} seeds of three lives each, {promises} promises, none broken: {tally:?}");
    if lives >= 1000 {
        let all = [
            "power cut",
            "killed or ended",
            "clock set",
            "drive pulled out",
            "conflict copies",
            "torn tail",
            "session discarded",
            "revision",
            "start failed",
            "write",
            "sync",
            "sync_dir",
            "rename",
            "create",
            "append",
            "make_dir",
            "read",
            "list",
        ];
        let never: Vec<_> = all.iter().filter(|it| !tally.contains_key(*it)).collect();
        assert!(never.is_empty(), "never happened: {never:?}");
    }
}

/// Each step of each protocol, left out or done wrong: appending to the journal, noting a session in
/// progress, replacing the settings.
#[test]
fn a_planted_bug_in_each_step_is_found() {
    let planted = [
        (Sabotage::NoSync, "/log/"),
        (Sabotage::NoDirSync, "/log/"),
        (Sabotage::HiddenError, "/log/"),
        (Sabotage::RetriedSync, "/log/"),
        (Sabotage::HiddenTear, "/log/"),
        (Sabotage::NoSync, "/active"),
        (Sabotage::NoDirSync, "/active"),
        (Sabotage::HiddenError, "/active"),
        (Sabotage::NoSync, "settings"),
        (Sabotage::NoDirSync, "settings"),
        (Sabotage::HiddenError, "settings"),
        (Sabotage::LateSync, "settings"),
    ];
    for bug in planted {
        let found = (1..=SEEDS).find(|seed| try_seed(*seed, Some(bug)).0.is_err());
        assert!(found.is_some(), "{bug:?} was not found in {SEEDS} seeds");
        println!("{bug:?}: found by seed {}", found.unwrap_or_default());
    }
}

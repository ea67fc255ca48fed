//! The writing protocols on a disk that fails, dies and loses power at every single operation.

#![expect(clippy::print_stdout, reason = "the tests say what they tried")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::Arc;

use super::fake::{FakeDisk, Sabotage, Then, Trouble, chance};
use super::work::Work;
use super::*;
use crate::history::sample::{device, id, now, record, run};
use crate::history::{Body, Record, RecordId, Target};
use crate::session::Fact;

pub(super) const HOME: &str = "/disk";

pub(super) fn folders() -> Folders {
    Folders { data: PathBuf::from("/disk/data"), state: PathBuf::from("/disk/data/state") }
}

pub(super) fn open(disk: &FakeDisk) -> Result<Store, OpenProblem> {
    Store::open(Arc::new(disk.clone()), folders(), &now())
}

pub(super) fn target(n: u128) -> Record {
    let from = now().date();
    Record::new(id(n), device(), &now(), Body::Target(Target { from, value: 4 }))
}

/// What the writer has promised to keep.
#[derive(Debug, Default)]
pub(super) struct Promises {
    facts: BTreeMap<RecordId, Vec<Fact>>,
    records: BTreeSet<RecordId>,
    revisions: BTreeMap<RecordId, u32>,
    settings: Option<String>,
}

impl Promises {
    /// How many there are.
    pub(super) fn count(&self) -> usize {
        let facts: usize = self.facts.values().map(Vec::len).sum();
        facts + self.records.len() + self.revisions.len() + usize::from(self.settings.is_some())
    }

    /// The person has thrown this session away.
    pub(super) fn forget(&mut self, id: RecordId) {
        self.facts.remove(&id);
    }
}

/// What was asked for, by its number.
#[derive(Debug, Clone)]
pub(super) enum Asked {
    Fact(RecordId, Fact),
    Record(RecordId),
    Revision(RecordId, u32),
    Settings(String),
    Nothing,
}

/// The writer without its thread, and everything that was asked of it.
pub(super) struct Run {
    pub(super) work: Work,
    asked: Vec<Asked>,
    pub(super) promises: Promises,
}

impl Run {
    pub(super) fn new(disk: &FakeDisk, store: &Store) -> Self {
        let work = Work::new(Arc::new(disk.clone()), store);
        Self { work, asked: Vec::new(), promises: Promises::default() }
    }

    /// Asks for something, and notes what of all that was asked is now promised.
    pub(super) fn ask(&mut self, asked: Asked, write: Write) {
        let mut acks = Vec::new();
        self.work.take(self.asked.len() as u64, write, &mut acks);
        self.asked.push(asked);
        self.flush(acks);
        // The writer tries again after a while.
        for _ in 0..3 {
            if !self.work.is_done() {
                self.flush(Vec::new());
            }
        }
    }

    pub(super) fn flush(&mut self, mut acks: Vec<Ack>) {
        self.work.flush(&mut acks);
        for ack in acks {
            if ack.outcome == Outcome::Saved {
                let asked = self.asked.get(ack.seq as usize).expect("it was asked").clone();
                self.promise(asked);
            }
        }
    }

    fn promise(&mut self, asked: Asked) {
        match asked {
            Asked::Fact(id, fact) => self.promises.facts.entry(id).or_default().push(fact),
            Asked::Record(id) => {
                self.promises.records.insert(id);
            }
            Asked::Revision(id, rev) => {
                let known = self.promises.revisions.entry(id).or_default();
                *known = rev.max(*known);
            }
            Asked::Settings(text) => self.promises.settings = Some(text),
            Asked::Nothing => {}
        }
    }

    /// A whole session, a record, settings, and half of another session.
    fn all(&mut self) {
        self.session(1, 60);
        self.ask(Asked::Record(id(1)), Write::Finish(Box::new(record(1))));
        self.ask(Asked::Record(id(9)), Write::Record(Box::new(target(9))));
        for (before, text) in [(None, "(volume: 1)"), (Some("(volume: 1)"), "(volume: 2)")] {
            let (text, before) = (text.to_owned(), before.map(str::to_owned));
            self.ask(Asked::Settings(text.clone()), Write::Settings { text, before });
        }
        self.session(2, 30);
    }

    pub(super) fn session(&mut self, n: u128, seconds: u64) {
        let (started, _, facts) = run(n, seconds);
        let at = started.at;
        self.ask(Asked::Nothing, Write::Start(Box::new(started)));
        for fact in facts {
            self.ask(Asked::Fact(id(n), fact.clone()), Write::Fact(at, fact));
        }
    }
}

/// Whether everything that was promised is still there. `Err` says what is not.
fn kept(disk: &FakeDisk, promises: &Promises) -> Result<(), String> {
    kept_in(disk, &folders(), promises)
}

/// The same, of these folders.
pub(super) fn kept_in(
    disk: &FakeDisk,
    folders: &Folders,
    promises: &Promises,
) -> Result<(), String> {
    let open = || Store::open(Arc::new(disk.clone()), folders.clone(), &now());
    let store = open().map_err(|it| format!("it does not open: {it:?}"))?;
    for (id, rev) in &promises.revisions {
        if store.journal.get(*id).is_none_or(|it| it.rev < *rev) {
            return Err(format!("revision {rev} of {id} is gone"));
        }
    }
    for record in &promises.records {
        if !store.journal.has(*record) {
            return Err(format!("the record {record} is gone"));
        }
    }
    for (id, facts) in &promises.facts {
        let unfinished = store.unfinished.as_ref().filter(|it| it.started.id == *id);
        let there = unfinished.map_or(&[][..], |it| &it.facts);
        if !store.journal.has(*id) && facts.iter().any(|it| !there.contains(it)) {
            return Err(format!("facts of {id} are gone: {facts:?}, not in {there:?}"));
        }
    }
    // The file may be further than what was promised, never behind.
    let text = disk.text(&folders.settings().to_string_lossy());
    if promises.settings.is_some() && text < promises.settings {
        return Err(format!("the settings are {text:?}, not {:?}", promises.settings));
    }
    let first = (listing(&store), store.unfinished.clone());
    drop(store);
    let again = open().map_err(|it| format!("it does not open again: {it:?}"))?;
    if (listing(&again), again.unfinished.clone()) != first {
        return Err("opening it a second time changed something".to_owned());
    }
    Ok(())
}

pub(super) fn listing(store: &Store) -> Vec<Record> {
    store.journal.records().cloned().collect()
}

/// One run with one error and a power cut at the end; whether what was promised was kept.
fn try_one(
    trouble: Option<Trouble>,
    sabotage: Option<Sabotage>,
    seed: u64,
) -> (Result<(), String>, FakeDisk) {
    let disk = FakeDisk::new(HOME);
    if let Some(sabotage) = sabotage {
        disk.sabotage(sabotage);
    }
    disk.fail(trouble);
    // A start that fails is tried again by the person.
    let store = (0..3).find_map(|_| open(&disk).ok());
    let promises = store.map(|store| {
        let mut run = Run::new(&disk, &store);
        run.all();
        run.promises
    });
    disk.cut_power(seed);
    (kept(&disk, &promises.unwrap_or_default()), disk)
}

/// Operations of a run without errors.
fn operations() -> usize {
    let disk = FakeDisk::new(HOME);
    disk.fail(None);
    let store = open(&disk).expect("it opens");
    Run::new(&disk, &store).all();
    disk.operations()
}

#[test]
fn a_run_without_errors_keeps_everything_through_any_power_cut() {
    for seed in 1..200 {
        let (kept, disk) = try_one(None, None, seed);
        assert_eq!(kept, Ok(()), "seed {seed}: {:?}", disk.files());
    }
}

/// `SQLite`'s loop: the first operation fails, then the second, …; once, or from then on.
#[test]
fn an_error_at_any_operation_loses_nothing_that_was_called_saved() {
    let mut all_fired = Vec::new();
    let total = operations();
    for at in 0..total {
        for then in [Then::Well, Then::Ill] {
            for kind in [ErrorKind::StorageFull, ErrorKind::Other] {
                let trouble = Trouble { at, then, kind };
                let (kept, disk) = try_one(Some(trouble), None, at as u64 + 1);
                assert_eq!(kept, Ok(()), "{trouble:?}: {:?}", disk.files());
                all_fired.push(disk.fired());
            }
        }
    }
    let cases = all_fired.len();
    let mut fired: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, times) in all_fired.into_iter().flatten() {
        *fired.entry(name).or_default() += times;
    }
    println!("{cases} cases over {total} operations; errors by operation: {fired:?}");
    for name in ["write", "sync", "sync_dir", "create", "rename", "append", "make_dir", "lock"] {
        assert!(fired.contains_key(name), "no error ever came at {name}");
    }
}

/// The process dies at any operation; the next one goes on with what it finds, and then the
/// power fails.
#[test]
fn a_process_may_die_at_any_operation() {
    let total = operations();
    for at in 0..total {
        let disk = FakeDisk::new(HOME);
        disk.fail(Some(Trouble { at, then: Then::Dead, kind: ErrorKind::Other }));
        let mut promises = Promises::default();
        if let Ok(store) = open(&disk) {
            let mut run = Run::new(&disk, &store);
            run.all();
            promises = run.promises;
        }
        disk.kill();
        let store = open(&disk).expect("it opens");
        let mut next = Run::new(&disk, &store);
        next.promises = promises;
        if let Some(log) = store.unfinished.clone() {
            let (n, at) = (log.started.id, log.last);
            next.ask(Asked::Nothing, Write::Resume(Box::new(log)));
            let fact = Fact::Resumed;
            next.ask(Asked::Fact(n, fact.clone()), Write::Fact(at, fact));
        }
        next.ask(Asked::Record(id(8)), Write::Record(Box::new(target(8))));
        drop(store);
        disk.cut_power(at as u64 + 1);
        assert_eq!(kept(&disk, &next.promises), Ok(()), "{at}: {:?}", disk.files());
    }
    println!("died at each of {total} operations");
}

/// Crash, then an error or a second crash while the first is being mended.
#[test]
fn an_error_while_a_crash_is_mended_loses_nothing() {
    let mut seed = 11;
    for at in 0..120 {
        let disk = FakeDisk::new(HOME);
        let store = open(&disk).expect("it opens");
        let mut run = Run::new(&disk, &store);
        run.all();
        let Run { promises, .. } = run;
        drop(store);
        disk.cut_power(chance(&mut seed));
        let then = if at % 2 == 0 { Then::Ill } else { Then::Well };
        disk.fail(Some(Trouble { at, then, kind: ErrorKind::Other }));
        let reopened = open(&disk).map(|_| ());
        disk.cut_power(chance(&mut seed));
        assert_eq!(kept(&disk, &promises), Ok(()), "{at} {reopened:?} {:?}", disk.files());
    }
}

/// The tests above mean something only if they see a protocol that skips a step.
#[test]
fn a_protocol_that_skips_a_step_is_found_out() {
    for sabotage in [Sabotage::NoSync, Sabotage::NoDirSync, Sabotage::LateSync] {
        let lost = (1..60).filter(|it| try_one(None, Some(sabotage), *it).0.is_err()).count();
        println!("{sabotage:?}: lost something in {lost} of 59 power cuts");
        assert!(lost > 0, "{sabotage:?} was not found out");
    }
    let cases = 0..operations();
    let lost = cases.clone().filter(|at| {
        let trouble = Trouble { at: *at, then: Then::Well, kind: ErrorKind::Other };
        try_one(Some(trouble), Some(Sabotage::HiddenError), 5).0.is_err()
    });
    assert!(lost.count() > 0, "a hidden error was not found out");
}

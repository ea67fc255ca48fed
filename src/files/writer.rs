//! The thread on which everything is written, so that a slow disk never holds up a picture or a
//! beat. What is asked for is answered when it is on the disk, or with what stands in its way; what
//! could not be written is kept and tried again until it can.

use std::collections::BTreeSet;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};

use super::active::ActiveLog;
use super::problem::Problem;
use super::work::Work;
use crate::history::{Record, Started};
use crate::program::HandOver;
use crate::session::Fact;

/// Something to be written.
#[derive(Debug, Clone, PartialEq)]
pub enum Write {
    /// A session starts: its plan.
    Start(Box<Started>),
    /// A session that was found unfinished goes on.
    Resume(Box<ActiveLog>),
    /// Something happened in the session in progress.
    Fact(DateTime<FixedOffset>, Fact),
    /// The session in progress is over: its record goes into the journal, its log is put aside.
    Finish(Box<Record>),
    /// The person does not want to go on with the session in progress: its log is put aside.
    Discard,
    /// What could not be written is to be tried again now, and what fails again told again.
    Retry,
    /// A record that belongs to no session in progress.
    Record(Box<Record>),
    /// A file of the person's own: the whole text, and the text that it replaces.
    File {
        /// Its name in the data folder: `routines/evening.ron`.
        name: String,
        /// What the file is to hold; nothing when it goes.
        text: Option<String>,
        /// What it held when it was last read or written; `None` when there was none.
        before: Option<String>,
    },
    /// What whoever waits with the reminders is to know.
    HandOver(Box<HandOver>),
    /// The settings: the whole text, and the text that it replaces.
    Settings {
        /// What the file is to hold.
        text: String,
        /// What it held when it was last read or written; `None` when there was none.
        before: Option<String>,
    },
}

/// The answer to something that was to be written. A failure is not the end of it: another answer
/// follows when it was tried again.
#[derive(Debug, Clone, PartialEq)]
pub struct Ack {
    /// What it answers, as [`Writer::send`] numbered it.
    pub seq: u64,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of something that was to be written.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// It is on the disk.
    Saved,
    /// It is not, and is kept until it can be.
    Failed {
        /// What was being done.
        doing: Doing,
        /// What stands in its way.
        why: Problem,
    },
}

/// What was being done when something failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Noting the session in progress.
    KeepingSession,
    /// Writing a record into the journal.
    WritingRecord,
    /// Putting the log of a session aside whose record is safe.
    PuttingAside,
    /// Writing the settings.
    WritingSettings,
    /// Writing a file of the person's own.
    WritingFile,
    /// Handing over to whoever waits with the reminders.
    HandingOver,
}

/// The writer's front end. Dropping it waits until everything was tried once more.
#[derive(Debug)]
pub struct Writer {
    jobs: Option<Sender<(u64, Write)>>,
    acks: Receiver<Ack>,
    thread: Option<JoinHandle<()>>,
    sent: u64,
}

/// How long to wait before what failed is tried again, when nothing new is to be written.
const RETRY: Duration = Duration::from_secs(5);

impl Writer {
    /// Starts the thread. `wake` is called, from that thread, after each answer but that a fact was
    /// noted.
    pub(super) fn spawn(work: Work, wake: impl Fn() + Send + 'static) -> Self {
        let (jobs, inbox) = channel();
        let (outbox, acks) = channel();
        let thread = std::thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || run(work, &inbox, &outbox, &wake));
        // A computer that cannot start a thread has no way of saving anything; each request is then
        // answered by silence, and nothing is ever called saved.
        Self { jobs: Some(jobs), acks, thread: thread.ok(), sent: 0 }
    }

    /// Asks for something to be written; the number is that of its answers.
    pub fn send(&mut self, write: Write) -> u64 {
        self.sent += 1;
        if let Some(jobs) = &self.jobs {
            // A writer that has ended answers nothing: what was sent stays unsaved.
            jobs.send((self.sent, write)).ok();
        }
        self.sent
    }

    /// The answers that have come since last asked.
    pub fn poll(&self) -> Vec<Ack> {
        self.acks.try_iter().collect()
    }

    /// The next answer, if it comes within `patience`.
    pub fn wait(&self, patience: Duration) -> Option<Ack> {
        self.acks.recv_timeout(patience).ok()
    }

    /// Ends the thread when all was tried once more, and returns the last answers.
    pub fn close(mut self) -> Vec<Ack> {
        self.stop();
        self.poll()
    }

    fn stop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            // A writer that panicked has said so; there is nothing left to wait for.
            thread.join().ok();
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.stop();
    }
}

fn run(
    mut work: Work,
    inbox: &Receiver<(u64, Write)>,
    outbox: &Sender<Ack>,
    wake: &(impl Fn() + Send),
) {
    // A fact that was noted is no news for a window: drawing it again for each would be for nothing.
    let mut facts = BTreeSet::new();
    loop {
        let patience = if work.is_done() { Duration::MAX } else { RETRY };
        let first = match inbox.recv_timeout(patience) {
            Ok(job) => Some(job),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => break,
        };
        let mut acks = Vec::new();
        // Facts that came in the meantime go to the disk together.
        for (seq, write) in first.into_iter().chain(inbox.try_iter()) {
            facts.extend(matches!(write, Write::Fact(..)).then_some(seq));
            work.take(seq, write, &mut acks);
        }
        work.flush(&mut acks);
        let is_noted = |it: &Ack| facts.remove(&it.seq) && it.outcome == Outcome::Saved;
        let noted = acks.iter().map(is_noted).filter(|it| *it).count();
        let is_news = noted < acks.len();
        for ack in acks {
            // Whoever no longer listens needs no answer.
            outbox.send(ack).ok();
        }
        if is_news {
            wake();
        }
    }
    let mut acks = Vec::new();
    work.flush(&mut acks);
    for ack in acks {
        outbox.send(ack).ok();
    }
}

//! What every command works with: the folders, the library, the language.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use super::Failure;
use crate::clock::{Clock, ScaledClock, SystemClock};
use crate::coach::numbers;
use crate::files::{Damaged, Disk, Folders, Notice, OwnDisk, Problem, ProblemKind, read_journal};
use crate::history::{Speed, trained_since, week_of};
use crate::library::{Library, Routine};
use crate::ron::nearest;
use crate::session::{Missing, Plan, Wish, fit};
use crate::shell;
use crate::text::{CommandSentence, Sentence, ShareSentence, Text};

/// What every command works with.
#[derive(Debug)]
pub(super) struct Context {
    pub(super) disk: Arc<dyn Disk>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) text: Text,
    data_dir: Option<PathBuf>,
    /// What has been said of the person's own files.
    pub(super) told: RefCell<BTreeSet<String>>,
}

/// The person's locale, as the system tells it.
pub(super) fn locale() -> String {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].map(|it| std::env::var(it).unwrap_or_default());
    named.into_iter().find(|it| !it.is_empty()).unwrap_or_default()
}

impl Context {
    pub(super) fn new(data_dir: Option<PathBuf>) -> Self {
        Self {
            disk: Arc::new(OwnDisk),
            clock: Arc::new(SystemClock),
            text: Text::new(&locale()),
            data_dir,
            told: RefCell::default(),
        }
    }

    /// Lets the clock run so many times as fast, for tests and demonstrations; the wall clock stays
    /// as it is.
    pub(super) fn hurry(&mut self, speed: Speed) {
        if !speed.is_real() {
            self.clock = Arc::new(ScaledClock::new(Arc::clone(&self.clock), speed.factor()));
        }
    }

    /// The folders; nothing is made.
    pub(super) fn folders(&self) -> Result<Folders, Failure> {
        Folders::find(&*self.disk, self.data_dir.as_deref()).map_err(|it| self.problem(&it))
    }

    /// A routine of the library, or a sentence that says which there are.
    pub(super) fn routine<'l>(
        &self,
        library: &'l Library,
        id: &str,
    ) -> Result<&'l Routine, Failure> {
        library.routine(id).ok_or_else(|| {
            let ids: Vec<&str> = library.routines.iter().map(|it| it.id.as_str()).collect();
            let known = self.text.list(ids.iter().map(|it| (*it).to_owned()));
            let sentence = match nearest(id, &ids) {
                Some(near) => CommandSentence::UnknownRoutineNear { id, near, known: &known },
                None => CommandSentence::UnknownRoutine { id, known: &known },
            };
            Failure::Said(self.text.tell(sentence))
        })
    }

    /// A routine laid out as steps.
    pub(super) fn plan(&self, library: &Library, id: &str) -> Result<Plan, Failure> {
        let routine = self.routine(library, id)?;
        let missing = Missing::default();
        Plan::new(routine, library, missing)
            .map_err(|it| Failure::Said(self.text.plan_error(&it, missing)))
    }

    /// A routine laid out as steps within a person's time, when one is given.
    pub(super) fn fitted(
        &self,
        library: &Library,
        id: &str,
        minutes: Option<u32>,
    ) -> Result<Plan, Failure> {
        const MOST: u32 = 240;
        let Some(wanted) = minutes else { return self.plan(library, id) };
        if !(1..=MOST).contains(&wanted) {
            return Err(Failure::Usage(self.text.share(ShareSentence::MinutesNone)));
        }
        let routine = self.routine(library, id)?;
        let folders = self.folders()?;
        let (journal, _) = read_journal(&*self.disk, &folders);
        let settings = self.settings(&folders)?;
        let starts = settings.settings().week_starts.day();
        let today = self.clock.now().tick.wall.date_naive();
        let trained = trained_since(&journal, week_of(today, starts));
        let wish = Wish { missing: Missing::default(), minutes };
        fit(routine, library, wish, &trained)
            .map_err(|it| Failure::Said(self.text.plan_error(&it, wish.missing)))
    }

    pub(super) fn problem(&self, problem: &Problem) -> Failure {
        Failure::Said(self.problem_sentence(problem))
    }

    /// What is wrong with a file or folder.
    pub(super) fn problem_sentence(&self, problem: &Problem) -> String {
        let path = problem.path.display().to_string();
        let path = path.as_str();
        let told = |sentence| self.text.tell(sentence);
        match &problem.kind {
            ProblemKind::Full => self.text.say(Sentence::TroubleFull),
            ProblemKind::ReadOnly => told(CommandSentence::FileReadOnly { path }),
            ProblemKind::Denied => told(CommandSentence::FileDenied { path }),
            ProblemKind::Gone => self.text.say(Sentence::TroubleGone { path }),
            ProblemKind::Empty => self.text.say(Sentence::TroubleEmpty { path }),
            ProblemKind::Failing => self.text.say(Sentence::TroubleFailing { path }),
            ProblemKind::Busy => told(CommandSentence::FileBusy { path }),
            ProblemKind::ChangedOutside => told(CommandSentence::FileChanged { path }),
            ProblemKind::TooLarge => told(CommandSentence::FileTooLarge { path }),
            ProblemKind::NotAFile => told(CommandSentence::FileNotAFile { path }),
            ProblemKind::InCloud => self.text.share(ShareSentence::InCloud { path }),
            ProblemKind::Link => self.text.share(ShareSentence::ALink { path }),
            ProblemKind::NotAFolder => told(CommandSentence::FileNotAFolder { path }),
            ProblemKind::Unwritable(why) => {
                told(CommandSentence::FileUnwritable { path, why: why.as_str() })
            }
            ProblemKind::NoSession => told(CommandSentence::NothingToResume),
        }
    }

    /// Something about the files that the person should know.
    pub(super) fn notice(&self, notice: &Notice) -> String {
        match notice {
            Notice::Recovered => self.text.tell(CommandSentence::Recovered),
            Notice::SetAside(path) => {
                let path = path.display().to_string();
                self.text.tell(CommandSentence::SetAside { path: &path })
            }
            Notice::Damaged(Damaged { file, lines, copy }) => {
                let (count, lines) = (lines.len(), numbers(lines));
                let damage = CommandSentence::Damaged { count, file, lines: &lines };
                let damage = self.text.tell(damage);
                let Some(copy) = copy.as_ref().map(|it| it.display().to_string()) else {
                    return damage;
                };
                self.text.tell(CommandSentence::DamagedCopied { damage: &damage, path: &copy })
            }
            Notice::Unreadable(problem) => self.problem_sentence(problem),
            Notice::Shrunk(_)
            | Notice::NewName(_)
            | Notice::OpenToOthers(_)
            | Notice::ClockBehind(_)
            | Notice::NoBackup(_) => {
                shell::remark(notice).map(|it| it.say(&self.text)).unwrap_or_default()
            }
        }
    }
}

//! What needs saying on every screen, until it is over or dismissed.

use super::{Doing, Remark, Trouble};
use crate::history::Health;
use crate::library::Id;
use crate::settings::NotPlaced;
use crate::text::{Sentence, Text};

/// Something that needs saying on every screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Something could not be done.
    Failed {
        /// What.
        doing: Doing,
        /// Why not.
        why: Trouble,
    },
    /// Something about the files.
    Remark(Remark),
    /// The routine that was asked for is not there; another is chosen.
    UnknownRoutine(Id),
    /// So many problems are in the person's own library files.
    LibraryProblems(usize),
    /// So many things in the settings file could not be understood.
    SettingsProblems(usize),
    /// So many lines of the journal could not be read; they stay where they are.
    JournalProblems(usize),
}

impl Notice {
    /// The sentence for it.
    pub fn say(&self, text: &Text) -> String {
        match self {
            Self::Remark(Remark::KeptAfterAll) => text.say(Sentence::RemarkKeptAfterAll),
            Self::Remark(Remark::SetAside { path }) => text.say(Sentence::RemarkSetAside { path }),
            Self::Remark(Remark::Unreadable(why)) => {
                text.say(Sentence::RemarkUnreadable { why: &why.say(text) })
            }
            Self::UnknownRoutine(id) => text.say(Sentence::NoticeUnknownRoutine { id }),
            Self::LibraryProblems(count) => {
                text.say(Sentence::NoticeLibraryProblems { count: *count })
            }
            Self::SettingsProblems(count) => {
                text.say(Sentence::NoticeSettingsProblems { count: *count })
            }
            Self::JournalProblems(count) => {
                text.say(Sentence::NoticeJournalProblems { count: *count })
            }
            Self::Failed { doing, why } => {
                let why = why.say(text);
                let why = why.as_str();
                text.say(match doing {
                    Doing::Saving => Sentence::FailedSaving { why },
                    Doing::Settings => Sentence::FailedSettings { why },
                    Doing::Reading => Sentence::FailedReading { why },
                    // What a bus says about it helps nobody on a mat; `doctor` tells it.
                    Doing::Display => Sentence::FailedDisplay,
                    Doing::Idle => Sentence::FailedIdle,
                    Doing::Awake => Sentence::FailedAwake,
                    Doing::Folder => Sentence::FailedFolder { why },
                })
            }
        }
    }

    fn is_failure_of(&self, what: Doing) -> bool {
        matches!(self, Self::Failed { doing, .. } if *doing == what)
    }

    fn is_about_awake(&self) -> bool {
        matches!(self, Self::Failed { doing: Doing::Display | Doing::Idle | Doing::Awake, .. })
    }

    /// Whether "Try again" makes sense beside it.
    pub const fn can_retry(&self) -> bool {
        matches!(self, Self::Failed { doing: Doing::Saving | Doing::Settings, .. })
    }
}

impl Trouble {
    /// Why, in a sentence.
    pub fn say(&self, text: &Text) -> String {
        text.say(match self {
            Self::Full => Sentence::TroubleFull,
            Self::ReadOnly { path } => Sentence::TroubleReadOnly { path },
            Self::Gone { path } => Sentence::TroubleGone { path },
            Self::Failing { path } => Sentence::TroubleFailing { path },
            Self::Changed { path } => Sentence::TroubleChanged { path },
            Self::Settings(NotPlaced::NotEditable) => Sentence::TroubleSettingsNotEditable,
            Self::Settings(NotPlaced::NotUnderstood) => Sentence::TroubleSettingsNotUnderstood,
            Self::Other(words) => Sentence::TroubleOther { words },
        })
    }
}

/// The newest failure of each kind is shown; two about staying awake are one.
pub(super) fn failed(notices: &mut Vec<Notice>, doing: Doing, why: Trouble) {
    let is_awake = matches!(doing, Doing::Display | Doing::Idle);
    let is_second = |it: &Notice| it.is_about_awake() && !it.is_failure_of(doing);
    let is_both = is_awake && notices.iter().any(is_second);
    let doing = if is_both { Doing::Awake } else { doing };
    let is_old = |it: &Notice| it.is_failure_of(doing) || (is_both && it.is_about_awake());
    notices.retain(|it| !is_old(it));
    notices.push(Notice::Failed { doing, why });
}

/// No session runs any more, so the computer need not stay awake.
pub(super) fn may_sleep(notices: &mut Vec<Notice>) {
    notices.retain(|it| !it.is_about_awake());
}

/// Everything is on the disk after all.
pub(super) fn recovered(notices: &mut Vec<Notice>) {
    notices.retain(|it| !it.can_retry());
}

/// Problems in the person's own files, as they are now.
pub(super) fn library(notices: &mut Vec<Notice>, problems: usize) {
    notices.retain(|it| !matches!(it, Notice::LibraryProblems(_)));
    if problems > 0 {
        notices.push(Notice::LibraryProblems(problems));
    }
}

/// What in the settings file could not be understood.
pub(super) fn settings(notices: &mut Vec<Notice>, problems: usize) {
    notices.retain(|it| !matches!(it, Notice::SettingsProblems(_)));
    if problems > 0 {
        notices.push(Notice::SettingsProblems(problems));
    }
}

/// Lines of the journal that could not be read.
pub(super) fn journal(notices: &mut Vec<Notice>, health: &Health) {
    if !health.bad.is_empty() {
        notices.push(Notice::JournalProblems(health.bad.len()));
    }
}

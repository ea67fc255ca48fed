//! What needs saying on every screen, until it is over or dismissed.

use std::collections::BTreeMap;

use super::{Doing, Remark, Trouble};
use crate::history::Health;
use crate::library::Id;
use crate::settings::NotPlaced;
use crate::text::{
    CommandSentence, EditorSentence, ReminderSentence, Sentence, ShareSentence, Text,
};

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
    /// Lines of a file of the journal could not be read; they stay where they are.
    JournalProblems {
        /// The file, named from the data folder on.
        file: String,
        /// The lines, from 1.
        lines: Vec<usize>,
    },
    /// So many lines in further files.
    JournalMore(usize),
}

impl Notice {
    /// The sentence for it.
    pub fn say(&self, text: &Text) -> String {
        match self {
            Self::Remark(remark) => remark.say(text),
            Self::UnknownRoutine(id) => text.say(Sentence::NoticeUnknownRoutine { id }),
            Self::LibraryProblems(count) => {
                text.say(Sentence::NoticeLibraryProblems { count: *count })
            }
            Self::SettingsProblems(count) => {
                text.say(Sentence::NoticeSettingsProblems { count: *count })
            }
            Self::JournalProblems { file, lines } => {
                let (count, lines) = (lines.len(), numbers(lines));
                text.say(Sentence::NoticeJournalProblems { count, file, lines: &lines })
            }
            Self::JournalMore(count) => text.say(Sentence::NoticeJournalMore { count: *count }),
            Self::Failed { doing, why } => {
                let why = why.say(text);
                let why = why.as_str();
                text.say(match doing {
                    Doing::Saving => Sentence::FailedSaving { why },
                    Doing::Settings => Sentence::FailedSettings { why },
                    Doing::Reminders => return text.remind(ReminderSentence::Failed { why }),
                    Doing::OwnFile => return text.edit(EditorSentence::Failed { why }),
                    Doing::Reading => Sentence::FailedReading { why },
                    // What a bus says about it helps nobody on a mat; `doctor` tells it.
                    Doing::Display => Sentence::FailedDisplay,
                    Doing::Idle => Sentence::FailedIdle,
                    Doing::Awake => Sentence::FailedAwake,
                    Doing::Folder => Sentence::FailedFolder { why },
                    Doing::Choosing => Sentence::FailedChoosing { why },
                    Doing::Moving => Sentence::FailedMoving { why },
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
        const fn is_kept(doing: Doing) -> bool {
            matches!(doing, Doing::Saving | Doing::Settings | Doing::OwnFile | Doing::Reading)
        }
        matches!(self, Self::Failed { doing, .. } if is_kept(*doing))
    }
}

impl Remark {
    /// The sentence for it.
    pub fn say(&self, text: &Text) -> String {
        match self {
            Self::KeptAfterAll => text.say(Sentence::RemarkKeptAfterAll),
            Self::SetAside { path } => text.say(Sentence::RemarkSetAside { path }),
            Self::Unreadable(why) => text.say(Sentence::RemarkUnreadable { why: &why.say(text) }),
            Self::Shrunk { files } => {
                let (count, files) = (files.len(), files.join(", "));
                text.say(Sentence::RemarkShrunk { count, files: &files })
            }
            Self::NewName { name } => text.say(Sentence::RemarkNewName { name }),
            Self::OpenToOthers { path } => text.say(Sentence::RemarkOpenToOthers { path }),
            Self::ClockBehind { date } => {
                text.say(Sentence::RemarkClockBehind { date: &date.to_string() })
            }
            Self::NoBackup(why) => text.say(Sentence::RemarkNoBackup { why: &why.say(text) }),
            Self::Moved { path, left, copied } => {
                text.say(Sentence::RemarkMoved { count: *copied, path, left })
            }
            Self::NotWatched(why) => text.share(ShareSentence::NotWatched { why }),
            Self::Theirs(count) => text.say(Sentence::RemarkMovedTheirs { count: *count }),
        }
    }
}

impl Trouble {
    /// Why, in a sentence.
    pub fn say(&self, text: &Text) -> String {
        text.say(match self {
            Self::Full => Sentence::TroubleFull,
            Self::ReadOnly { path } => Sentence::TroubleReadOnly { path },
            Self::Gone { path } => Sentence::TroubleGone { path },
            Self::Empty { path } => Sentence::TroubleEmpty { path },
            Self::MovePortable => Sentence::TroubleMovePortable,
            Self::MoveInside => Sentence::TroubleMoveInside,
            Self::MoveUnsaved => Sentence::TroubleMoveUnsaved,
            Self::Failing { path } => Sentence::TroubleFailing { path },
            Self::Changed { path } => Sentence::TroubleChanged { path },
            Self::TooLarge { path } => return text.tell(CommandSentence::FileTooLarge { path }),
            Self::NotAFile { path } => return text.tell(CommandSentence::FileNotAFile { path }),
            Self::InCloud { path } => return text.share(ShareSentence::InCloud { path }),
            Self::Link { path } => return text.share(ShareSentence::ALink { path }),
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

/// The data folder could be opened after all.
pub(super) fn opened(notices: &mut Vec<Notice>) {
    notices.retain(|it| !it.is_failure_of(Doing::Reading));
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

/// Takes the word away that the settings could not be saved because something else had changed them;
/// whether there was one.
pub(super) fn settings_clashed(notices: &mut Vec<Notice>) -> bool {
    let is_it = |it: &Notice| {
        let changed = matches!(it, Notice::Failed { why: Trouble::Changed { .. }, .. });
        changed && it.is_failure_of(Doing::Settings)
    };
    let before = notices.len();
    notices.retain(|it| !is_it(it));
    notices.len() < before
}

/// So many damaged files are told one by one.
const FILES_TOLD: usize = 3;

/// Lines of the journal that could not be read, file by file.
pub(super) fn journal(notices: &mut Vec<Notice>, health: &Health) {
    notices.retain(|it| !matches!(it, Notice::JournalProblems { .. } | Notice::JournalMore(_)));
    let mut files: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for bad in &health.bad {
        files.entry(&bad.place.file).or_default().push(bad.place.line);
    }
    let more: usize = files.values().skip(FILES_TOLD).map(Vec::len).sum();
    let told = files.into_iter().take(FILES_TOLD);
    notices
        .extend(told.map(|(file, lines)| Notice::JournalProblems { file: file.to_owned(), lines }));
    notices.extend((more > 0).then_some(Notice::JournalMore(more)));
}

/// So many lines are named.
const LINES_TOLD: usize = 8;

/// The numbers of lines as they are told: "3, 17, 902, …".
pub fn numbers(lines: &[usize]) -> String {
    let told = lines.iter().take(LINES_TOLD).map(ToString::to_string);
    let more = (lines.len() > LINES_TOLD).then(|| "…".to_owned());
    told.chain(more).collect::<Vec<_>>().join(", ")
}

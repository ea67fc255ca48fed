//! What can go wrong with a file, as values: a path and a kind. `text` makes the sentence.

use std::io;
use std::path::{Path, PathBuf};

/// A file or folder that could not be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {kind}", path = path.display())]
pub struct Problem {
    /// Which.
    pub path: PathBuf,
    /// Why.
    pub kind: ProblemKind,
}

/// Why a file or folder could not be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProblemKind {
    /// The disk, or the share of it that this person has, is full.
    #[error("full")]
    Full,
    /// The disk can only be read.
    #[error("read-only")]
    ReadOnly,
    /// The person may not.
    #[error("denied")]
    Denied,
    /// It is not there: a drive was pulled out, or a folder renamed.
    #[error("gone")]
    Gone,
    /// It is there and holds nothing of ours: an empty place where a drive belongs.
    #[error("empty")]
    Empty,
    /// The disk reports errors: it may be failing.
    #[error("failing")]
    Failing,
    /// The program has too many files open.
    #[error("busy")]
    Busy,
    /// It was changed by something else since it was read; nothing was overwritten.
    #[error("changed")]
    ChangedOutside,
    /// It is larger than such a file may be.
    #[error("too large")]
    TooLarge,
    /// It is a folder, a pipe or a device, where a file was expected.
    #[error("not a file")]
    NotAFile,
    /// Only a place is held for it: a cloud service has not brought the file itself yet.
    #[error("in the cloud")]
    InCloud,
    /// It is a link to another file, where the file itself was expected.
    #[error("a link")]
    Link,
    /// It is a file where a folder was expected.
    #[error("not a folder")]
    NotAFolder,
    /// What was to be written cannot be put into the file's format: the format's own words.
    #[error("unwritable: {0}")]
    Unwritable(String),
    /// A fact came for a session that is not in progress.
    #[error("no session")]
    NoSession,
}

impl Problem {
    /// An error of the system at a path.
    pub fn new(path: &Path, error: &io::Error) -> Self {
        Self { path: path.to_owned(), kind: kind(error) }
    }

    /// A problem of this kind at a path.
    pub fn of(path: &Path, kind: ProblemKind) -> Self {
        Self { path: path.to_owned(), kind }
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the list is open; the rest are failures")]
fn kind(error: &io::Error) -> ProblemKind {
    use io::ErrorKind;

    /// "Too many open files", of the process and of the system.
    const EMFILE: i32 = 24;
    const ENFILE: i32 = 23;

    if cfg!(unix) && matches!(error.raw_os_error(), Some(EMFILE | ENFILE)) {
        return ProblemKind::Busy;
    }
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ProblemKind::Full,
        // From the system it is a limit on what may be written; from our own reader, the cap.
        ErrorKind::FileTooLarge if error.raw_os_error().is_some() => ProblemKind::Full,
        ErrorKind::FileTooLarge => ProblemKind::TooLarge,
        ErrorKind::ReadOnlyFilesystem => ProblemKind::ReadOnly,
        ErrorKind::PermissionDenied => ProblemKind::Denied,
        ErrorKind::NotFound | ErrorKind::StaleNetworkFileHandle => ProblemKind::Gone,
        ErrorKind::InvalidInput | ErrorKind::IsADirectory => ProblemKind::NotAFile,
        ErrorKind::NotADirectory => ProblemKind::NotAFolder,
        ErrorKind::ResourceBusy => ProblemKind::Busy,
        _ => ProblemKind::Failing,
    }
}

/// Names the path in an error of the system.
pub(super) trait At<T> {
    /// The same, with the path.
    fn at(self, path: &Path) -> Result<T, Problem>;

    /// The same for a file that is to be made: what is not there, or is no folder, is the one that it
    /// was to lie in.
    fn to_make(self, path: &Path) -> Result<T, Problem>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, path: &Path) -> Result<T, Problem> {
        self.map_err(|it| Problem::new(path, &it))
    }

    fn to_make(self, path: &Path) -> Result<T, Problem> {
        let of_folder = self.as_ref().err().is_some_and(|it| {
            [io::ErrorKind::NotFound, io::ErrorKind::NotADirectory].contains(&it.kind())
        });
        let folder = path.parent().filter(|it| of_folder && !it.as_os_str().is_empty());
        self.at(folder.unwrap_or(path))
    }
}

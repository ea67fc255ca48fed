//! Files on their way in and out, on threads of their own: reading what was sent, writing what is
//! passed on.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::keeping::{path_of, trouble};
use super::loading::{Loaded, Source};
use crate::coach::{ArchivePreview, Came, News, NotPassed, NotTaken, ShareEffect, ShareNews};
use crate::figure::Shelf;
use crate::files::{
    self, ArchiveProblem, Disk, Folders, Import, Preview, Problem, ProblemKind, Sent, read_archive,
    read_journal, read_sent, write_fresh, write_page,
};
use crate::history::DeviceId;
use crate::library::Arrival;
use crate::report::{Drawn, SHEET_MARK, sheet};
use crate::text::Text;

/// What is needed beside what is asked.
#[derive(Debug, Clone)]
pub(super) struct With {
    /// This computer's name in the journal; nothing while the data folder is not ours.
    pub(super) device: Option<DeviceId>,
    pub(super) shelf: Arc<Shelf>,
    pub(super) text: Arc<Text>,
}

/// Does it, and tells what came of it.
pub(super) fn share(source: &Source, effect: ShareEffect, with: With) {
    let source = source.clone();
    Source::on_thread(move || {
        let news = |it| (source.send)(Loaded::News(News::Share(it)));
        match effect {
            ShareEffect::Read { path, own } => {
                let (file, what) = source.looked_at(&path, &own);
                news(ShareNews::Arrived { file, what });
            }
            ShareEffect::TakeArchive => {
                let taken = source.take_archive(with.device.as_ref());
                let is_taken = taken.is_ok();
                news(ShareNews::ArchiveTaken(taken));
                if is_taken {
                    source.tell_journal();
                    (source.send)(Loaded::Stirred);
                }
            }
            ShareEffect::Text { to, text } => {
                let written =
                    source.target(&to, |disk, _, to| write_fresh(disk, to, text.as_bytes()));
                news(ShareNews::PassedOn(written));
            }
            ShareEffect::Sheet { to, routine, plan, library } => {
                let drawn = Drawn { library: &library, shelf: &with.shelf, text: &with.text };
                let page = sheet(&routine, &plan, drawn);
                let written =
                    source.target(&to, |disk, _, to| Ok(write_page(disk, to, &page, SHEET_MARK)?));
                news(ShareNews::PassedOn(written));
            }
            ShareEffect::Everything(to) => {
                let written = source.target(&to, |disk, folders, to| {
                    let (journal, problems) = read_journal(disk, folders);
                    match problems.into_iter().next() {
                        Some(problem) => Err(problem.into()),
                        None => files::export(disk, folders, &journal, to),
                    }
                });
                news(ShareNews::PassedOn(written));
            }
            // Those are the window's.
            ShareEffect::ChooseFile | ShareEffect::ChooseTo(_) | ShareEffect::LookAgain => {}
        }
    });
}

impl Source {
    /// What a file that was sent is called, and what is in it.
    fn looked_at(
        &self,
        path: &Path,
        own: &BTreeMap<String, String>,
    ) -> (String, Result<Came, NotTaken>) {
        let what = self.folders.clone().map_err(|it| not_read(&it)).and_then(|folders| {
            let path = files::named_path(&folders, path);
            let name = files::name_of(&path);
            match read_sent(&*self.disk, &path).map_err(|it| not_read(&it))? {
                Sent::Picture => Err(NotTaken::Picture),
                Sent::Text(bytes) => Arrival::new(&name, &bytes, own)
                    .map(|it| Came::Files(Box::new(it)))
                    .map_err(NotTaken::Refused),
                Sent::Archive => {
                    let (journal, _) = read_journal(&*self.disk, &folders);
                    let import = read_archive(&*self.disk, &folders, &journal, &path)
                        .map_err(|it| not_taken(&it))?;
                    let preview = preview_of(&import.preview);
                    self.remember(import);
                    Ok(Came::Archive(preview))
                }
            }
        });
        (files::name_of(path), what)
    }

    fn remember(&self, import: Import) {
        if let Ok(mut seen) = self.seen.lock() {
            seen.import = Some(import);
        }
    }

    /// Takes in the archive that was read last.
    fn take_archive(&self, device: Option<&DeviceId>) -> Result<(), NotTaken> {
        let folders = self.folders.clone().map_err(|it| not_read(&it))?;
        let import = self.seen.lock().ok().and_then(|mut it| it.import.take());
        let (Some(import), Some(device)) = (import, device) else {
            let closed = Problem::of(&folders.data, ProblemKind::Busy);
            return Err(not_read(&closed));
        };
        import.apply(&*self.disk, &folders, device).map_err(|it| not_taken(&it))
    }

    /// Reads the journal again.
    fn tell_journal(&self) {
        if let Ok(folders) = &self.folders {
            let (journal, _) = read_journal(&*self.disk, folders);
            (self.send)(Loaded::News(News::Journal(Box::new(journal))));
        }
    }

    /// Writes to a place that the person named, and answers with where that is.
    fn target(
        &self,
        to: &Path,
        write: impl FnOnce(&dyn Disk, &Folders, &Path) -> Result<(), ArchiveProblem>,
    ) -> Result<String, NotPassed> {
        let not_passed = |it: &Problem| NotPassed::Trouble(trouble(it));
        let folders = self.folders.clone().map_err(|it| not_passed(&it))?;
        let to = files::target_path(&*self.disk, &folders, to).map_err(|it| not_passed(&it))?;
        match write(&*self.disk, &folders, &to) {
            Ok(()) => Ok(path_of(&to)),
            Err(ArchiveProblem::Exists) => Err(NotPassed::Exists(path_of(&to))),
            Err(ArchiveProblem::Problem(it)) if it.kind == ProblemKind::ChangedOutside => {
                Err(NotPassed::Exists(path_of(&to)))
            }
            Err(ArchiveProblem::Problem(it)) => Err(not_passed(&it)),
            Err(
                ArchiveProblem::NotAnArchive
                | ArchiveProblem::TooLarge
                | ArchiveProblem::UnsafeName(_)
                | ArchiveProblem::Encrypted,
            ) => Err(not_passed(&Problem::of(&to, ProblemKind::TooLarge))),
        }
    }
}

fn not_read(problem: &Problem) -> NotTaken {
    NotTaken::Trouble(trouble(problem))
}

fn not_taken(problem: &ArchiveProblem) -> NotTaken {
    match problem {
        ArchiveProblem::NotAnArchive | ArchiveProblem::Exists => NotTaken::Damaged,
        ArchiveProblem::TooLarge => NotTaken::TooLarge,
        ArchiveProblem::UnsafeName(name) => NotTaken::Unsafe(name.clone()),
        ArchiveProblem::Encrypted => NotTaken::Encrypted,
        ArchiveProblem::Problem(problem) => not_read(problem),
    }
}

fn preview_of(it: &Preview) -> ArchivePreview {
    ArchivePreview {
        new: it.new,
        same: it.same,
        different: it.different,
        unreadable: it.unreadable,
        new_files: it.new_files.clone(),
        kept_files: it.kept_files.clone(),
    }
}

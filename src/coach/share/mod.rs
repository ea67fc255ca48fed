//! Files on their way in and out: what somebody has sent, what is passed on, what was found wrong in the
//! person's own files, and what a sync service has left beside them.
//!
//! Nothing that comes in is believed: it is read and checked first, shown, and taken over only when the
//! person says so. Nothing is written over without asking.

mod arriving;
mod copies;
mod message;
mod passing;

use std::path::PathBuf;

pub use arriving::{ArchivePreview, Arriving, Came, NotTaken, Stage};
pub use copies::{Copied, CopyChoice};
pub use message::{Handed, ShareEffect, ShareMessage, ShareNews};
pub use passing::{NotPassed, PassStage, Passing, What};

use super::{Coach, Effect};
use crate::library::Problem;
use crate::units::Now;

/// Files on their way in and out, and what is to be said of those that are there.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Share {
    /// What comes in, over whatever the person was looking at.
    pub arriving: Option<Box<Arriving>>,
    /// What is being passed on.
    pub passing: Option<Box<Passing>>,
    /// Everything that is wrong in the person's own files.
    pub problems: Vec<Problem>,
    /// Conflict copies of the person's own files.
    pub copies: Vec<Copied>,
}

impl Coach {
    pub(super) fn take_in_share(
        &mut self,
        message: ShareMessage,
        now: &Now,
        effects: &mut Vec<Effect>,
    ) {
        match message {
            ShareMessage::Open => self.share.arriving = Some(Box::default()),
            ShareMessage::ChooseFile => effects.push(ShareEffect::ChooseFile.into()),
            ShareMessage::Typed(typed) => {
                if let Some(it) = &mut self.share.arriving {
                    it.typed = typed;
                }
            }
            ShareMessage::Look => self.look_at_typed(effects),
            ShareMessage::Dropped(files) => self.look_at(files, effects),
            ShareMessage::Take { both } => self.take_arrived(both, effects),
            ShareMessage::TakeBack => self.take_back(effects),
            ShareMessage::Next => self.next_arrival(effects),
            ShareMessage::Close => self.share.arriving = None,
            ShareMessage::PassOn(handed) => self.prepare_passing(&handed, now),
            ShareMessage::To(typed) => self.name_target(typed),
            ShareMessage::ChooseTo => self.choose_target(effects),
            ShareMessage::Write => self.pass_on(effects),
            ShareMessage::Show => self.show_passed(effects),
            ShareMessage::ClosePassing => self.share.passing = None,
            ShareMessage::Copy { name, choice } => self.settle_copy(&name, choice, effects),
            ShareMessage::Mend(name) => self.mend(&name, effects),
        }
    }

    pub(super) fn learn_of_files(&mut self, news: ShareNews, effects: &mut Vec<Effect>) {
        match news {
            ShareNews::Problems(problems) => self.share.problems = problems,
            ShareNews::Copies(copies) => self.share.copies = copies,
            ShareNews::FileChosen(file) => match file {
                Some(file) => self.look_at(vec![file], effects),
                None => self.nothing_chosen(),
            },
            ShareNews::Arrived { file, what } => self.arrived(file, what),
            ShareNews::ArchiveTaken(result) => self.archive_taken(result),
            ShareNews::TargetChosen(to) => self.target_chosen(to),
            ShareNews::PassedOn(result) => self.passed_on(result),
        }
    }
}

/// What a file is called, without where it is.
fn name_of(path: &std::path::Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// A path as the person typed it.
fn typed_path(typed: &str) -> Option<PathBuf> {
    let typed = typed.trim().trim_matches('"');
    (!typed.is_empty()).then(|| PathBuf::from(typed))
}

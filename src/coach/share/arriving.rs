//! What somebody has sent: chosen or dropped, looked at, and taken in when the person says so.

use std::path::PathBuf;

use super::{ShareEffect, name_of, typed_path};
use crate::coach::editor::Outer;
use crate::coach::{Coach, DiffLine, Effect, Trouble, difference};
use crate::library::{Arrival, Before, Id, Refused};

/// Files that come in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Arriving {
    /// Where the next one is, as it was typed.
    pub typed: String,
    /// How far it has come.
    pub stage: Stage,
    /// Further ones.
    pub waiting: Vec<PathBuf>,
    /// The one that is looked at.
    pub path: PathBuf,
}

/// How far a file has come.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Stage {
    /// It is to be chosen.
    #[default]
    Asking,
    /// None was chosen in the system's dialog, or there is no such dialog.
    NoneChosen,
    /// It is being read.
    Reading(String),
    /// It is not taken.
    NotTaken {
        /// What it is called.
        file: String,
        /// Why.
        why: NotTaken,
    },
    /// This is in it.
    Files {
        /// What it is called.
        file: String,
        /// What it holds, checked.
        arrival: Box<Arrival>,
        /// What it would take the place of, with the difference.
        replaced: Vec<(String, Vec<DiffLine>)>,
    },
    /// It is an archive of everything.
    Archive {
        /// What it is called.
        file: String,
        /// What it would change.
        preview: ArchivePreview,
    },
    /// It is being taken in.
    Taking(String),
    /// It is here.
    Taken {
        /// What it was called.
        file: String,
        /// The routine in it, when it is one.
        routine: Option<Id>,
        /// What stood in the place of each of its files, to undo it; nothing of an archive.
        before: Vec<(String, Option<String>)>,
    },
}

/// What taking an archive in would change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ArchivePreview {
    /// Records that are not here.
    pub new: usize,
    /// Records that are here as they are there.
    pub same: usize,
    /// Records of which the archive has a later revision.
    pub different: usize,
    /// Lines of its journal that cannot be read.
    pub unreadable: usize,
    /// Files that are not here.
    pub new_files: Vec<String>,
    /// Files that are here with other content; they stay as they are.
    pub kept_files: Vec<String>,
}

impl ArchivePreview {
    /// Whether there is nothing to take in.
    pub const fn is_empty(&self) -> bool {
        self.new == 0 && self.different == 0 && self.new_files.is_empty()
    }
}

/// What was in a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Came {
    /// Routines, exercises, movements.
    Files(Box<Arrival>),
    /// An archive of everything.
    Archive(ArchivePreview),
}

/// Why a file is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotTaken {
    /// It is none of ours, or not safe.
    Refused(Refused),
    /// It cannot be read, or what is in it not be written.
    Trouble(Trouble),
    /// A picture.
    Picture,
    /// An archive that is damaged.
    Damaged,
    /// An archive that is too large.
    TooLarge,
    /// An archive with a name that leads out of the folder.
    Unsafe(String),
    /// An archive that was packed with a password.
    Encrypted,
}

impl Coach {
    pub(super) fn look_at_typed(&mut self, effects: &mut Vec<Effect>) {
        let typed = self.share.arriving.as_ref().and_then(|it| typed_path(&it.typed));
        if let Some(path) = typed {
            self.look_at(vec![path], effects);
        }
    }

    /// Looks at the first of these; the others wait.
    pub(super) fn look_at(&mut self, files: Vec<PathBuf>, effects: &mut Vec<Effect>) {
        let arriving = self.share.arriving.get_or_insert_default();
        arriving.waiting.extend(files);
        // What is being looked at is not taken away from under the person.
        if matches!(
            arriving.stage,
            Stage::Asking | Stage::NoneChosen | Stage::NotTaken { .. } | Stage::Taken { .. }
        ) {
            self.next_arrival(effects);
        }
    }

    /// To the next file; away when there is none.
    pub(super) fn next_arrival(&mut self, effects: &mut Vec<Effect>) {
        let Some(arriving) = &mut self.share.arriving else { return };
        if arriving.waiting.is_empty() {
            self.share.arriving = None;
            return;
        }
        arriving.path = arriving.waiting.remove(0);
        self.read_arrival(effects);
    }

    fn read_arrival(&mut self, effects: &mut Vec<Effect>) {
        let own = self.own_texts();
        let Some(arriving) = &mut self.share.arriving else { return };
        let path = arriving.path.clone();
        arriving.stage = Stage::Reading(name_of(&path));
        effects.push(ShareEffect::Read { path, own }.into());
    }

    pub(super) fn nothing_chosen(&mut self) {
        if let Some(it) = &mut self.share.arriving
            && it.stage == Stage::Asking
        {
            it.stage = Stage::NoneChosen;
        }
    }

    pub(super) fn arrived(&mut self, file: String, what: Result<Came, NotTaken>) {
        let Some(arriving) = &mut self.share.arriving else { return };
        arriving.stage = match what {
            Ok(Came::Files(arrival)) => {
                let replaced = arrival.replaced();
                let replaced = replaced
                    .map(|(it, before)| (it.name.clone(), difference(before, &it.text)))
                    .collect();
                Stage::Files { file, arrival, replaced }
            }
            Ok(Came::Archive(preview)) => Stage::Archive { file, preview },
            Err(why) => Stage::NotTaken { file, why },
        };
    }

    /// Takes in what was looked at; `both` puts a routine beside the one that is there.
    pub(super) fn take_arrived(&mut self, both: bool, effects: &mut Vec<Effect>) {
        let Some(arriving) = &mut self.share.arriving else { return };
        match &arriving.stage {
            Stage::Archive { file, .. } => {
                arriving.stage = Stage::Taking(file.clone());
                effects.push(ShareEffect::TakeArchive.into());
            }
            Stage::Files { file, arrival, .. } if arrival.is_sound() => {
                let (file, arrival) = (file.clone(), arrival.clone());
                if !self.is_as_looked_at(&arrival) {
                    return self.read_arrival(effects);
                }
                self.take_files(file, &arrival, both, effects);
            }
            Stage::Files { .. }
            | Stage::Asking
            | Stage::NoneChosen
            | Stage::Reading(_)
            | Stage::NotTaken { .. }
            | Stage::Taking(_)
            | Stage::Taken { .. } => {}
        }
    }

    /// Whether what is here is still what the person was shown.
    fn is_as_looked_at(&self, arrival: &Arrival) -> bool {
        arrival.files.iter().all(|it| {
            let now = self.desk.file(&it.name);
            match &it.before {
                Before::Own(text) => now == Some(text.as_str()),
                Before::Same => now.is_none() || now == Some(it.text.as_str()),
                Before::Nothing | Before::Shipped(_) => now.is_none(),
            }
        })
    }

    fn take_files(
        &mut self,
        file: String,
        arrival: &Arrival,
        both: bool,
        effects: &mut Vec<Effect>,
    ) {
        let beside = arrival.can_keep_both().filter(|_| both);
        let Some(sources) = self.sources() else { return };
        let mut routine = arrival.routines().next().map(str::to_owned);
        let mut before = Vec::new();
        for it in arrival.files.iter().filter(|it| it.before != Before::Same) {
            let (mut name, mut text) = (it.name.clone(), it.text.clone());
            if let Some(id) = beside.as_ref().filter(|id| name == format!("routines/{id}.ron")) {
                let (new, copy) = self.under_new_id(&text, id, &sources);
                (name, text) = (format!("routines/{new}.ron"), copy);
                routine = Some(new);
            }
            before.push((name.clone(), self.desk.file(&name).map(str::to_owned)));
            self.put_file(name, Some(text), effects);
        }
        effects.push(ShareEffect::LookAgain.into());
        if let Some(it) = &mut self.share.arriving {
            it.stage = Stage::Taken { file, routine, before };
        }
    }

    /// Lets a file of the person's own hold a text, wherever it is open.
    pub(super) fn put_file(
        &mut self,
        name: String,
        text: Option<String>,
        effects: &mut Vec<Effect>,
    ) {
        effects.extend(self.desk.write(name.clone(), text.clone()));
        self.come_from_outside(vec![Outer { name, text, clashes: false }]);
    }

    pub(super) fn take_back(&mut self, effects: &mut Vec<Effect>) {
        let Some(arriving) = &mut self.share.arriving else { return };
        let Stage::Taken { before, .. } = std::mem::take(&mut arriving.stage) else { return };
        for (name, text) in before {
            self.put_file(name, text, effects);
        }
        effects.push(ShareEffect::LookAgain.into());
        self.next_arrival(effects);
    }

    pub(super) fn archive_taken(&mut self, result: Result<(), NotTaken>) {
        let Some(arriving) = &mut self.share.arriving else { return };
        let Stage::Taking(file) = &arriving.stage else { return };
        let file = file.clone();
        arriving.stage = match result {
            Ok(()) => Stage::Taken { file, routine: None, before: Vec::new() },
            Err(why) => Stage::NotTaken { file, why },
        };
    }
}

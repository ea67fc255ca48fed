//! What the coach knows of the person's own files: their texts, the routines that are open, and the
//! one that was deleted last.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use super::Editor;
use crate::coach::{Deletion, Effect};
use crate::editing::{self, Draft, Fresh};
use crate::library::{Checker, Id, Library, Timing};
use crate::text::{EditorSentence, Text};

/// The person's own files, and the routines that are open.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Desk {
    /// What each file is to hold, by its name in the data folder: `routines/evening.ron`.
    pub(in crate::coach) files: BTreeMap<String, String>,
    /// What each file held when it was last read, or safely written.
    known: BTreeMap<String, String>,
    /// What was asked to be written since, oldest first.
    writing: BTreeMap<String, VecDeque<Option<String>>>,
    /// Whether anything has been read yet.
    is_read: bool,
    open: BTreeMap<Id, Box<Editor>>,
    pub(super) clipboard: String,
    pub(in crate::coach) removed: Option<Removed>,
    /// The exercise that is asked about before it goes.
    pub(in crate::coach) asked: Option<Deletion>,
    sources: Option<Sources>,
}

/// A routine or an exercise that was deleted.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::coach) struct Removed {
    pub(in crate::coach) id: Id,
    pub(in crate::coach) name: String,
    pub(in crate::coach) files: Vec<(String, String)>,
    pub(in crate::coach) is_exercise: bool,
}

/// A file that something else has written, or taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::coach) struct Outer {
    /// Its name in the data folder.
    pub(in crate::coach) name: String,
    /// What it holds now.
    pub(in crate::coach) text: Option<String>,
    /// Whether something of the person's own waits to be written there.
    pub(in crate::coach) clashes: bool,
}

/// What routines are checked and laid out with.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::coach) struct Sources {
    pub(super) checker: Arc<Checker>,
    pub(super) library: Arc<Library>,
}

pub(super) fn file_of(id: &str) -> String {
    format!("routines/{id}.ron")
}

pub(super) fn draft_of(id: &str) -> String {
    format!("routines/{id}.draft")
}

impl Desk {
    /// Whether something of this routine was written that cannot be used yet.
    pub fn is_draft(&self, id: &str) -> bool {
        self.files.contains_key(&draft_of(id))
    }

    /// Whether the routine is a file of the person's own.
    pub fn is_own(&self, id: &str) -> bool {
        self.files.contains_key(&file_of(id)) || self.is_draft(id)
    }

    /// The texts of the person's own files, by their names in the data folder.
    pub const fn own_texts(&self) -> &BTreeMap<String, String> {
        &self.files
    }

    /// The routines of which there are only drafts, by id, with their names as far as they can be read.
    pub fn drafts(&self) -> Vec<(Id, String)> {
        let drafts = self.files.iter().filter_map(|(name, text)| {
            let id = name.strip_prefix("routines/")?.strip_suffix(".draft")?;
            let is_only = !self.files.contains_key(&file_of(id));
            is_only.then(|| (id.to_owned(), name_in(text, id)))
        });
        drafts.collect()
    }

    /// The exercise that is asked about before it goes, with the routines that need it.
    pub const fn asked_deletion(&self) -> Option<&Deletion> {
        self.asked.as_ref()
    }

    /// The name of what was deleted last, while it can be brought back.
    pub fn removed(&self) -> Option<&str> {
        self.removed.as_ref().map(|it| it.name.as_str())
    }

    /// The texts of the person's own files, as they were read while nothing of ours was being written;
    /// answers with what something else has changed.
    pub(in crate::coach) fn learn(&mut self, now: BTreeMap<String, String>) -> Vec<Outer> {
        self.writing.clear();
        let before = std::mem::replace(&mut self.known, now);
        if !std::mem::replace(&mut self.is_read, true) {
            self.files = self.known.clone();
            return Vec::new();
        }
        let names: BTreeSet<_> = before.keys().chain(self.known.keys()).cloned().collect();
        let changed = names.into_iter().filter_map(|name| {
            let (was, text) = (before.get(&name), self.known.get(&name).cloned());
            let wanted = self.files.get(&name);
            if text.as_ref() == was || text.as_ref() == wanted {
                return None;
            }
            let clashes = wanted != was;
            if !clashes {
                hold(&mut self.files, &name, text.as_ref());
            }
            Some(Outer { name, text, clashes })
        });
        changed.collect()
    }

    /// A file of the person's own is safely as it was asked to be.
    pub(in crate::coach) fn kept(&mut self, name: &str) {
        if let Some(text) = self.writing.get_mut(name).and_then(VecDeque::pop_front) {
            hold(&mut self.known, name, text.as_ref());
        }
    }

    /// What a file holds on the disk, once everything that was asked is done.
    pub(in crate::coach) fn on_disk(&self, name: &str) -> Option<&String> {
        let asked = self.writing.get(name).and_then(VecDeque::back);
        asked.map_or_else(|| self.known.get(name), Option::as_ref)
    }

    /// The text of a file as it is to be: a person's own one.
    pub fn file(&self, name: &str) -> Option<&str> {
        self.files.get(name).map(String::as_str)
    }

    /// All of them, by their names in the data folder.
    pub(in crate::coach) const fn files(&self) -> &BTreeMap<String, String> {
        &self.files
    }

    /// What is on the disk is what is wanted: nothing of ours waits any more.
    pub(in crate::coach) fn give_way(&mut self, name: &str) {
        let there = self.on_disk(name).cloned();
        hold(&mut self.files, name, there.as_ref());
    }

    pub(super) fn sources(&mut self, library: &Arc<Library>, timing: Timing) -> Sources {
        if let Some(sources) = &self.sources
            && sources.library.timing == timing
        {
            return sources.clone();
        }
        let library = Library { timing, ..(**library).clone() };
        let checker = Arc::new(Checker::new(&library, timing));
        let sources = Sources { checker, library: Arc::new(library) };
        self.sources = Some(sources.clone());
        sources
    }

    pub(super) fn forget_sources(&mut self) {
        self.sources = None;
    }

    pub(super) fn refresh(&mut self, sources: &Sources, text: &Text) {
        self.open.values_mut().for_each(|it| it.refresh(sources, text));
    }

    pub(super) fn take_open(&mut self, id: &str) -> Option<Box<Editor>> {
        self.open.remove(id)
    }

    /// An editor whose screen was left.
    pub(super) fn open_mut(&mut self, id: &str) -> Option<&mut Editor> {
        self.open.get_mut(id).map(Box::as_mut)
    }

    /// Keeps an editor whose screen is left, with everything that can be taken back.
    pub(in crate::coach) fn put_away(&mut self, editor: Box<Editor>) {
        self.open.insert(editor.id.clone(), editor);
    }

    /// The text of a routine: the draft, the person's file, or the shipped one.
    pub(in crate::coach) fn text_of(&self, id: &str) -> Option<String> {
        let own = self.files.get(&draft_of(id)).or_else(|| self.files.get(&file_of(id)));
        own.cloned().or_else(|| Library::shipped_text(id).map(str::to_owned))
    }

    pub(in crate::coach) fn is_taken(&self, id: &str, library: &Library) -> bool {
        self.is_own(id)
            || self.is_own_exercise(id)
            || library.routine(id).is_some()
            || library.exercise(id).is_some()
    }

    /// A new routine: its id and text.
    pub(super) fn fresh(&self, sources: &Sources, text: &Text) -> (Id, String) {
        let name = text.edit(EditorSentence::NewName);
        let id = editing::free_id(&name, |it| self.is_taken(it, &sources.library));
        let (about, block) =
            (text.edit(EditorSentence::NewAbout), text.edit(EditorSentence::NewFirstBlock));
        let fresh = Fresh { id: &id, name: &name, about: &about, block: &block };
        let written = editing::routine(fresh);
        (id, written)
    }

    /// A copy of a routine: its id and text.
    pub(super) fn copy(&self, of: &str, sources: &Sources, text: &Text) -> Option<(Id, String)> {
        let written = self.text_of(of)?;
        let name = name_in(&written, of);
        let name = text.edit(EditorSentence::CopyName { name: &name });
        let id = editing::free_id(&name, |it| self.is_taken(it, &sources.library));
        let written = editing::copy(&written, &id, &name)?;
        Some((id, written))
    }

    /// Asks for a text to be kept: as the routine's file if it can be used, else as a draft.
    pub(super) fn keep(&mut self, id: &str, text: String, usable: bool) -> Vec<Effect> {
        if !usable {
            return self.write(draft_of(id), Some(text)).into_iter().collect();
        }
        // First the file, then the draft goes: in between there are both, and never neither.
        let file = self.write(file_of(id), Some(text));
        file.into_iter().chain(self.write(draft_of(id), None)).collect()
    }

    pub(super) fn remove(&mut self, id: &str) -> Vec<Effect> {
        let name = name_in(&self.text_of(id).unwrap_or_default(), id);
        let names = [file_of(id), draft_of(id)];
        let files: Vec<_> = names
            .into_iter()
            .filter_map(|it| Some((it.clone(), self.files.get(&it)?.clone())))
            .collect();
        if files.is_empty() {
            return Vec::new();
        }
        self.open.remove(id);
        let asked = files.iter().filter_map(|it| self.write(it.0.clone(), None)).collect();
        self.removed = Some(Removed { id: id.to_owned(), name, files, is_exercise: false });
        asked
    }

    /// Brings back what was deleted last.
    pub(super) fn restore(&mut self) -> (Option<Id>, Vec<Effect>) {
        let Some(removed) = self.removed.take() else { return (None, Vec::new()) };
        let files = removed.files.into_iter();
        let asked = files.filter_map(|(name, text)| self.write(name, Some(text))).collect();
        (Some(removed.id), asked)
    }

    /// Asks for a text to be kept beside the routine's file, which stays as it is.
    pub(super) fn keep_beside(&mut self, id: &str, text: String) -> Option<Effect> {
        self.write(draft_of(id), Some(text))
    }

    /// The effect that makes a file hold a text, or takes it away; none when it is so already.
    pub(in crate::coach) fn write(&mut self, name: String, text: Option<String>) -> Option<Effect> {
        let before = self.on_disk(&name).cloned();
        hold(&mut self.files, &name, text.as_ref());
        if before == text {
            return None;
        }
        self.writing.entry(name.clone()).or_default().push_back(text.clone());
        Some(Effect::SaveFile { name, text, before })
    }
}

/// Makes a file of a list of files hold this, or takes it off the list.
fn hold(files: &mut BTreeMap<String, String>, name: &str, text: Option<&String>) {
    match text {
        Some(text) => drop(files.insert(name.to_owned(), text.clone())),
        None => drop(files.remove(name)),
    }
}

/// What a text calls itself.
pub(super) fn name_in(text: &str, id: &str) -> String {
    let library = Library::default();
    let draft = Draft::new(id, text, &Checker::default(), &library);
    draft.checked().usable(id).name.long
}

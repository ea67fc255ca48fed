//! What something else has written: a text editor, a sync service, another computer.
//!
//! A routine in which nothing of ours waits takes over what the file now says, as one step that can be
//! taken back. One that was changed on both sides asks: until the person has answered, what they write
//! here is kept beside the file as a draft, and the file stays as the others have left it.

use std::collections::BTreeMap;

use super::desk::{Outer, draft_of, file_of, name_in};
use super::{EditRemark, Editor, Kept, Sources};
use crate::coach::{Coach, DiffLine, Effect, Screen, difference};
use crate::editing;
use crate::library::Id;
use crate::text::EditorSentence;

/// A routine that was changed here and elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// What the file says; nothing when it was taken away.
    pub theirs: Option<String>,
    /// How it differs from what is written here, while the person looks at that.
    pub lines: Option<Vec<DiffLine>>,
}

/// Which of two versions stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClashChoice {
    /// The one that is written here.
    Mine,
    /// The one in the file.
    Theirs,
    /// Both: the one that is written here becomes a routine of its own.
    Both,
}

impl Editor {
    /// Its file was written by something else.
    fn meet(&mut self, outer: Outer, sources: &Sources) {
        if outer.text.as_deref() == Some(self.draft.text()) {
            (self.clash, self.changed, self.kept) = (None, None, Kept::Yes);
            return;
        }
        match outer.text {
            Some(text) if !outer.clashes && !self.has_own() => {
                self.take_over(&text, sources);
                self.remark = Some(EditRemark::Came);
            }
            theirs => self.clash_with(theirs),
        }
    }

    /// Takes over what the file now says.
    fn take_over(&mut self, text: &str, sources: &Sources) {
        self.draft.adopt(text, &sources.checker, &sources.library);
        self.draft.part();
        self.clamp();
        (self.clash, self.changed, self.kept) = (None, None, Kept::Yes);
    }

    /// Whether something that is written here is in no file but a draft.
    fn has_own(&self) -> bool {
        self.changed.is_some() || matches!(self.kept, Kept::Draft | Kept::No)
    }

    fn clash_with(&mut self, theirs: Option<String>) {
        self.clash = Some(Clash { theirs, lines: None });
        self.changed.get_or_insert_default();
    }

    /// Whether a draft that could be used lies beside a file that says something else.
    pub(super) fn find_clash(&mut self, file: Option<&str>) {
        let usable = !self.draft.checked().has_errors();
        if let Some(file) = file.filter(|it| usable && *it != self.draft.text()) {
            self.clash = Some(Clash { theirs: Some(file.to_owned()), lines: None });
        }
    }
}

impl Coach {
    /// The texts of the person's own files were read.
    pub(in crate::coach) fn learn_texts(&mut self, files: BTreeMap<String, String>) {
        let changed = self.desk.learn(files);
        self.come_from_outside(changed);
    }

    /// Files were changed by something else.
    pub(in crate::coach) fn come_from_outside(&mut self, changed: Vec<Outer>) {
        let Some(sources) = self.sources() else { return };
        for outer in changed {
            self.come_one(outer, &sources);
        }
    }

    fn come_one(&mut self, outer: Outer, sources: &Sources) {
        if let Some(id) = id_of(&outer.name) {
            if let Some(editor) = self.editor_of(id) {
                editor.meet(outer, sources);
            }
        } else {
            self.come_to_exercise(&outer);
        }
    }

    /// The editor of a routine, on the screen or left for another.
    fn editor_of(&mut self, id: &str) -> Option<&mut Editor> {
        match &mut self.screen {
            Screen::Editor(it) if it.id == id => Some(it),
            Screen::Editor(_)
            | Screen::Today(_)
            | Screen::Session(_)
            | Screen::Summary(_)
            | Screen::Progress(_)
            | Screen::Routines
            | Screen::Own(_)
            | Screen::Library(_)
            | Screen::Person(_)
            | Screen::Settings => self.desk.open_mut(id),
        }
    }

    /// Shows both versions, or no longer.
    pub(super) fn compare(&mut self, open: bool) {
        let Screen::Editor(editor) = &mut self.screen else { return };
        let Some(clash) = &mut editor.clash else { return };
        let theirs = clash.theirs.as_deref().unwrap_or_default();
        clash.lines = open.then(|| difference(theirs, editor.draft.text()));
    }

    pub(super) fn settle_clash(&mut self, choice: ClashChoice, effects: &mut Vec<Effect>) {
        let Some(sources) = self.sources() else { return };
        let Screen::Editor(editor) = &mut self.screen else { return };
        let Some(clash) = editor.clash.take() else { return };
        let (id, mine) = (editor.id.clone(), editor.draft.text().to_owned());
        match (choice, clash.theirs) {
            (ClashChoice::Mine, theirs) => {
                // Theirs is a step on the way, so that it can be had again.
                if let Some(theirs) = theirs {
                    editor.draft.adopt(&theirs, &sources.checker, &sources.library);
                    editor.draft.adopt(&mine, &sources.checker, &sources.library);
                }
                editor.changed.get_or_insert_default();
                self.keep_routine_draft(effects);
            }
            (ClashChoice::Theirs, Some(theirs)) => {
                editor.take_over(&theirs, &sources);
                self.let_theirs_stand(&id, effects);
            }
            (ClashChoice::Theirs, None) => {
                self.screen = Screen::Routines;
                self.let_theirs_stand(&id, effects);
            }
            (ClashChoice::Both, theirs) => {
                match theirs {
                    Some(theirs) => editor.take_over(&theirs, &sources),
                    None => editor.changed = None,
                }
                self.let_theirs_stand(&id, effects);
                let (new, text) = self.under_new_id(&mine, &id, &sources);
                self.open_editor(&new, &text, &sources, true);
                self.keep_routine_draft(effects);
            }
        }
    }

    /// The file stays as it is; what was kept beside it goes.
    fn let_theirs_stand(&mut self, id: &str, effects: &mut Vec<Effect>) {
        self.desk.give_way(&file_of(id));
        effects.extend(self.desk.write(draft_of(id), None));
    }

    /// A text as a routine of its own: its id, and the text with it.
    pub(in crate::coach) fn under_new_id(
        &self,
        text: &str,
        id: &str,
        sources: &Sources,
    ) -> (Id, String) {
        let name = name_in(text, id);
        let new = editing::free_id(&name, |it| self.desk.is_taken(it, &sources.library));
        let name = self.text.edit(EditorSentence::CopyName { name: &name });
        let copy = editing::copy(text, &new, &name);
        // What has no fields to be changed in is kept as it is.
        (new, copy.unwrap_or_else(|| text.to_owned()))
    }
}

/// The routine that a file holds, or a draft of it.
fn id_of(name: &str) -> Option<&str> {
    let file = name.strip_prefix("routines/")?;
    file.strip_suffix(".ron").or_else(|| file.strip_suffix(".draft"))
}

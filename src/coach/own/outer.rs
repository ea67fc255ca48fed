//! An exercise of one's own that something else has changed: a text editor, a sync service.
//!
//! As with a routine: where nothing of ours waits, what the files now say is taken over as one step
//! that can be taken back. Else the person is asked, and what they write here is kept as drafts beside
//! the files until they have chosen.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::OwnEditor;
use super::keeping::{draft_of, file_of, name_in};
use crate::coach::editor::Outer;
use crate::coach::{
    Clash, ClashChoice, Coach, DiffLine, DiffSide, Effect, Kept, Screen, difference,
};
use crate::editing::{self, Around};
use crate::text::OwnSentence as S;

impl OwnEditor {
    /// One of its files was written by something else, or taken away.
    fn meet(&mut self, outer: &Outer, around: Arc<Around>) {
        self.around = around;
        let mine = self.draft.files().find(|it| it.0 == outer.name).map(|it| it.1);
        if mine == outer.text.as_deref() {
            return;
        }
        let text = self.around.get(&file_of(&self.id)).cloned();
        let waits = outer.clashes || self.has_own() || self.clash.is_some();
        match text {
            Some(text) if !waits => {
                self.take_over(&text);
                self.came = true;
            }
            theirs => {
                self.clash = Some(Clash { theirs, lines: None });
                self.changed.get_or_insert_default();
            }
        }
    }

    /// Takes over what the files now say.
    fn take_over(&mut self, text: &str) {
        let around = Arc::clone(&self.around);
        self.draft.adopt(text, &around);
        (self.clash, self.changed, self.kept, self.drag) = (None, None, Kept::Yes, None);
        self.look();
    }

    /// Whether something that is written here is in no file but a draft.
    const fn has_own(&self) -> bool {
        self.changed.is_some() || matches!(self.kept, Kept::Draft | Kept::No)
    }

    /// Whether drafts that could be used lie beside files that say something else.
    pub(super) fn find_clash(&mut self, files: &BTreeMap<String, String>) {
        let differs = |(name, text): (&str, &str)| files.get(name).is_some_and(|it| it != text);
        if self.draft.exercise().is_some() && self.draft.files().any(differs) {
            let theirs = files.get(&file_of(&self.id)).cloned();
            self.clash = Some(Clash { theirs, lines: None });
        }
    }
}

impl Coach {
    /// A file of an exercise was written by something else.
    pub(in crate::coach) fn come_to_exercise(&mut self, outer: &Outer) {
        let here = if let Screen::Own(editor) = &mut self.screen { Some(editor) } else { None };
        for editor in self.crafts.values_mut().chain(here) {
            if editor.draft.files().any(|it| it.0 == outer.name) {
                editor.meet(outer, Arc::new(self.desk.around(&editor.id)));
            }
        }
    }

    /// Shows both versions, or no longer.
    pub(super) fn compare_exercise(&mut self, open: bool) {
        let Screen::Own(editor) = &mut self.screen else { return };
        let Some(clash) = &mut editor.clash else { return };
        let desk = &self.desk;
        let files = editor.draft.files().flat_map(|(name, mine)| {
            let theirs = desk.on_disk(name).map_or("", |it| it);
            let lines = difference(theirs, mine);
            let head = DiffLine { side: DiffSide::Both, number: None, text: name.to_owned() };
            let head = (!lines.is_empty()).then_some(head);
            head.into_iter().chain(lines)
        });
        clash.lines = open.then(|| files.collect());
    }

    pub(super) fn settle_exercise(&mut self, choice: ClashChoice, effects: &mut Vec<Effect>) {
        let Screen::Own(editor) = &mut self.screen else { return };
        let Some(clash) = editor.clash.take() else { return };
        let id = editor.id.clone();
        if choice == ClashChoice::Mine {
            if let Some(theirs) = clash.theirs {
                // Theirs is a step on the way, so that it can be had again.
                let mut around = self.desk.around(&id);
                let there =
                    |it: (&str, &str)| Some((it.0.to_owned(), self.desk.on_disk(it.0)?.clone()));
                around.extend(editor.draft.files().filter_map(there));
                editor.draft.pass_over(&theirs, &around);
            }
            editor.changed.get_or_insert_default();
            return self.keep_written(effects);
        }
        let mine: Vec<_> =
            editor.draft.files().map(|it| (it.0.to_owned(), it.1.to_owned())).collect();
        for (name, _) in &mine {
            self.desk.give_way(name);
            effects.extend(self.desk.write(draft_of(name), None));
        }
        match clash.theirs {
            Some(theirs) => {
                editor.around = Arc::new(self.desk.around(&id));
                editor.take_over(&theirs);
            }
            None => self.screen = Screen::Routines,
        }
        if choice == ClashChoice::Both {
            self.put_beside(&id, &mine, effects);
        }
        self.load_own();
    }

    /// Makes what was written here an exercise of its own, with its own movements and poses.
    fn put_beside(&mut self, id: &str, mine: &[(String, String)], effects: &mut Vec<Effect>) {
        let Some(library) = self.library.clone() else { return };
        let name = mine.iter().find(|it| it.0 == file_of(id)).map(|it| name_in(&it.1, id));
        let name = self.text.own(S::CopyName { name: name.as_deref().unwrap_or(id) });
        let new = editing::free_id(&name, |it| self.desk.is_taken(it, &library));
        let Some(files) = editing::exercise_apart(mine, id, &new, &name) else { return };
        let mut written = None;
        for (name, text) in files {
            if name == file_of(&new) {
                written = Some(text);
            } else {
                effects.extend(self.desk.write(name, Some(text)));
            }
        }
        if let Some(written) = written {
            self.open_exercise((&new, &written), None, true, effects);
            self.keep_written(effects);
        }
    }
}

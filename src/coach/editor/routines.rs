//! The list of routines: a new one, a copy, one that is changed, deleted, brought back.

use std::sync::Arc;
use std::time::Duration;

use super::desk::{self, Sources};
use super::{Editor, Pane, RoutinesMessage};
use crate::coach::{Coach, Effect, Screen};
use crate::library::Library;

impl Coach {
    pub(in crate::coach) fn take_in_routines(
        &mut self,
        message: RoutinesMessage,
        effects: &mut Vec<Effect>,
    ) {
        let Some(sources) = self.sources() else { return };
        match message {
            RoutinesMessage::New => {
                let text = Arc::clone(&self.text);
                let (id, written) = self.desk.fresh(&sources, &text);
                self.open_editor(&id, &written, &sources, true);
            }
            RoutinesMessage::Duplicate(id) => {
                let text = Arc::clone(&self.text);
                let Some((id, written)) = self.desk.copy(&id, &sources, &text) else { return };
                self.open_editor(&id, &written, &sources, true);
            }
            RoutinesMessage::Edit(id) => {
                if let Some(written) = self.desk.text_of(&id) {
                    self.open_editor(&id, &written, &sources, false);
                }
            }
            RoutinesMessage::Delete(id) => {
                effects.extend(self.desk.remove(&id));
                self.change_library(|it| it.take_own(&id));
            }
            RoutinesMessage::Undelete => {
                let is_exercise = self.desk.removed.as_ref().is_some_and(|it| it.is_exercise);
                let (id, asked) = self.desk.restore();
                effects.extend(asked);
                if is_exercise {
                    return self.load_own();
                }
                let Some(written) = id.as_ref().and_then(|it| self.desk.text_of(it)) else {
                    return;
                };
                let id = id.unwrap_or_default();
                let again = Editor::new(&id, &written, &sources, &self.text);
                let routine = again.draft.checked().routine.clone();
                self.change_library(|it| routine.into_iter().for_each(|one| it.put_own(one)));
            }
        }
    }

    /// Opens a routine of the person's; whether there is one.
    pub(in crate::coach) fn open_routine(&mut self, id: &str) -> bool {
        let Some(sources) = self.sources() else { return false };
        let Some(written) = self.desk.text_of(id) else { return false };
        self.open_editor(id, &written, &sources, false);
        true
    }

    fn change_library(&mut self, change: impl FnOnce(&mut Library)) {
        if let Some(library) = &mut self.library {
            change(Arc::make_mut(library));
        }
        self.desk.forget_sources();
        self.choose_and_plan();
    }

    /// Opens a routine as it was left, or anew. A new one is kept although nothing was changed yet.
    pub(super) fn open_editor(&mut self, id: &str, written: &str, sources: &Sources, is_new: bool) {
        let open = self.desk.take_open(id);
        let mut editor =
            open.unwrap_or_else(|| Box::new(Editor::new(id, written, sources, &self.text)));
        if is_new {
            editor.changed = Some(Duration::ZERO);
            editor.pane = Pane::Add;
        }
        editor.refresh(sources, &self.text);
        if self.desk.is_draft(id) && editor.clash.is_none() {
            editor.find_clash(self.desk.file(&desk::file_of(id)));
        }
        let left = std::mem::replace(&mut self.screen, Screen::Editor(editor));
        self.keep(left);
    }
}

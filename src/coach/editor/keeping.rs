//! Keeping what was written: asked for when it has settled, and what became of it.

use std::sync::Arc;

use super::Kept;
use crate::coach::{Coach, Effect, Screen};
use crate::units::Now;

impl Coach {
    /// Keeps what was written, when it has settled.
    pub(in crate::coach) fn keep_settled(&mut self, now: &Now, effects: &mut Vec<Effect>) {
        let Screen::Editor(editor) = &self.screen else { return };
        if editor.until_kept(now).is_some_and(|it| it.is_zero()) {
            self.keep_routine_draft(effects);
        }
    }

    /// Asks for what was written to be kept, and lets the library have it if it can be used.
    pub(in crate::coach) fn keep_routine_draft(&mut self, effects: &mut Vec<Effect>) {
        let Screen::Editor(editor) = &mut self.screen else { return };
        if editor.changed.take().is_none() {
            return;
        }
        editor.draft.part();
        let text = editor.draft.text().to_owned();
        if editor.clash.is_some() {
            // Not over the other version before the person has answered.
            editor.kept = Kept::Draft;
            let id = editor.id.clone();
            effects.extend(self.desk.keep_beside(&id, text));
            return;
        }
        let routine = editor.draft.checked().routine.clone();
        let newer = editor.draft.checked().has_errors();
        editor.kept = if newer { Kept::Draft } else { Kept::Saving };
        let id = editor.id.clone();
        effects.extend(self.desk.keep(&id, text, routine.is_some()));
        if let (Some(routine), Some(library)) = (routine, &mut self.library) {
            Arc::make_mut(library).put_own(routine);
            self.desk.forget_sources();
            self.choose_and_plan();
        }
    }

    /// What became of a file of the person's.
    pub(in crate::coach) fn file_kept(&mut self, name: &str, well: bool) {
        if well {
            self.desk.kept(name);
        }
        if let Screen::Own(editor) = &mut self.screen {
            editor.file_kept(well);
        }
        let Screen::Editor(editor) = &mut self.screen else { return };
        let stem = name.rsplit('/').next().and_then(|it| it.split_once('.'));
        if stem.is_some_and(|it| it.0 == editor.id) && editor.changed.is_none() {
            let beside = editor.clash.is_some() || editor.draft.checked().has_errors();
            editor.kept = match (well, beside) {
                (false, _) => Kept::No,
                (true, true) => Kept::Draft,
                (true, false) => Kept::Yes,
            };
        }
    }
}

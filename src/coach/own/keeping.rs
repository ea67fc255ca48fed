//! Keeping exercises of one's own: their files, drafts beside them, and the library made anew of both.

use std::sync::Arc;

use super::{Deletion, users};
use crate::coach::editor::Removed;
use crate::coach::{Coach, Desk, Effect, Kept, Screen};
use crate::editing::{Around, ExerciseDraft};
use crate::library::{Id, Library};
use crate::units::Now;

/// The folders of an exercise's files, those first that others need.
const FOLDERS: [&str; 3] = ["poses/", "movements/", "exercises/"];

pub(super) fn file_of(id: &str) -> String {
    format!("exercises/{id}.ron")
}

fn has_ending(name: &str, ending: &str) -> bool {
    name.strip_suffix(ending).is_some()
}

pub(super) fn draft_of(name: &str) -> String {
    format!("{}.draft", name.strip_suffix(".ron").unwrap_or(name))
}

impl Desk {
    /// Whether the exercise is a file of the person's own, finished or not.
    pub fn is_own_exercise(&self, id: &str) -> bool {
        self.files.contains_key(&file_of(id)) || self.is_exercise_draft(id)
    }

    /// Whether something of this exercise was written that cannot be used yet.
    pub fn is_exercise_draft(&self, id: &str) -> bool {
        self.files.contains_key(&draft_of(&file_of(id)))
    }

    /// The exercises of the person's own, by id, with their names as far as they can be read.
    pub fn own_exercises(&self) -> Vec<(Id, String)> {
        let ids = self.files.keys().filter_map(|it| {
            let file = it.strip_prefix("exercises/")?;
            file.strip_suffix(".ron").or_else(|| file.strip_suffix(".draft"))
        });
        let mut ids: Vec<_> = ids.map(str::to_owned).collect();
        ids.sort_unstable();
        ids.dedup();
        ids.into_iter()
            .map(|id| (self.exercise_name(&id), id))
            .map(|(name, id)| (id, name))
            .collect()
    }

    fn exercise_name(&self, id: &str) -> String {
        name_in(&self.exercise_text(id).unwrap_or_default(), id)
    }

    /// The text of an exercise: the draft, the person's file, or the shipped one.
    pub(super) fn exercise_text(&self, id: &str) -> Option<String> {
        let file = file_of(id);
        let own = self.files.get(&draft_of(&file)).or_else(|| self.files.get(&file));
        own.cloned().or_else(|| Library::shipped_file(&file).map(str::to_owned))
    }

    /// The person's files round an exercise, with drafts of its own in place of what they are of.
    pub(super) fn around(&self, id: &str) -> Around {
        let mut around: Around =
            self.files.iter().filter(|it| !has_ending(it.0, ".draft")).map(cloned).collect();
        let parts = [format!("movements/{id}-"), format!("poses/{id}-")];
        for (name, text) in &self.files {
            let of_it = parts.iter().any(|it| name.starts_with(it));
            if let Some(name) = name.strip_suffix(".draft").filter(|_| of_it) {
                around.insert(format!("{name}.ron"), text.clone());
            }
        }
        around
    }

    /// Asks for an exercise to be kept: as its files if it can be used, else as drafts beside them.
    fn keep_exercise(
        &mut self,
        draft: &ExerciseDraft,
        usable: bool,
        gone: &[String],
    ) -> Vec<Effect> {
        let mut asked = Vec::new();
        for folder in FOLDERS {
            for (name, text) in draft.files().filter(|it| it.0.starts_with(folder)) {
                let beside = draft_of(name);
                let same = self.on_disk(name).is_some_and(|it| it == text);
                let usual = usable.then(|| self.write(name.to_owned(), Some(text.to_owned())));
                asked.extend(usual.flatten());
                let kept = (!usable && !same).then(|| text.to_owned());
                asked.extend(self.write(beside, kept));
            }
        }
        for name in gone.iter().filter(|_| usable) {
            asked.extend(self.write(name.clone(), None));
            asked.extend(self.write(draft_of(name), None));
        }
        asked
    }

    /// Takes away an exercise with the movements and poses that were made for it.
    fn remove_exercise(&mut self, id: &str) -> Vec<Effect> {
        let name = self.exercise_name(id);
        let around = self.around(id);
        let draft = ExerciseDraft::new(id, &self.exercise_text(id).unwrap_or_default(), &around);
        let mut names: Vec<String> = draft.files().map(|it| it.0.to_owned()).collect();
        names.retain(|it| *it == file_of(id) || !self.is_needed(it, &names_of(&draft)));
        let names = names.iter().flat_map(|it| [it.clone(), draft_of(it)]);
        let files: Vec<_> =
            names.filter_map(|it| Some((it.clone(), self.files.get(&it)?.clone()))).collect();
        if files.is_empty() {
            return Vec::new();
        }
        let asked = files.iter().filter_map(|it| self.write(it.0.clone(), None)).collect();
        self.removed = Some(Removed { id: id.to_owned(), name, files, is_exercise: true });
        asked
    }

    /// Whether a file of the person's beside these names it.
    fn is_needed(&self, name: &str, beside: &[String]) -> bool {
        let stem = name.rsplit('/').next().and_then(|it| it.strip_suffix(".ron"));
        let sign = format!("\"{}\"", stem.unwrap_or_default());
        self.files.iter().filter(|it| !beside.contains(it.0)).any(|it| it.1.contains(&sign))
    }
}

/// What a text of an exercise calls it.
pub(super) fn name_in(text: &str, id: &str) -> String {
    let document = crate::ron::Document::read(text.as_bytes());
    let source = crate::library::source::Exercise::read(&document).source;
    let name = source.and_then(|it| it.name).and_then(|it| it.long);
    name.map_or_else(|| id.to_owned(), |it| it.value)
}

fn names_of(draft: &ExerciseDraft) -> Vec<String> {
    draft.files().flat_map(|it| [it.0.to_owned(), draft_of(it.0)]).collect()
}

fn cloned((name, text): (&String, &String)) -> (String, String) {
    (name.clone(), text.clone())
}

impl Coach {
    /// Keeps whatever is being written on the screen.
    pub(in crate::coach) fn keep_written(&mut self, effects: &mut Vec<Effect>) {
        self.keep_routine_draft(effects);
        self.keep_exercise_draft(effects);
    }

    /// Keeps what was written of an exercise, when it has settled.
    pub(in crate::coach) fn keep_exercise_settled(&mut self, now: &Now, effects: &mut Vec<Effect>) {
        let Screen::Own(editor) = &self.screen else { return };
        if editor.drag.is_none() && editor.until_kept(now).is_some_and(|it| it.is_zero()) {
            self.keep_exercise_draft(effects);
        }
    }

    fn keep_exercise_draft(&mut self, effects: &mut Vec<Effect>) {
        let Screen::Own(editor) = &mut self.screen else { return };
        if editor.changed.take().is_none() {
            return;
        }
        editor.draft.part();
        // Not over another version before the person has answered.
        let usable = editor.draft.exercise().is_some() && editor.clash.is_none();
        editor.kept = if usable { Kept::Saving } else { Kept::Draft };
        let beside = names_of(&editor.draft);
        let mut gone = editor.draft.gone();
        gone.retain(|it| self.desk.files.contains_key(it) && !self.desk.is_needed(it, &beside));
        effects.extend(self.desk.keep_exercise(&editor.draft, usable, &gone));
        if usable {
            self.load_own();
        }
    }

    /// Makes the library and the figures anew of the person's files as they are now.
    pub(in crate::coach) fn load_own(&mut self) {
        let is_ours = |name: &&String| has_ending(name, ".ron") || has_ending(name, ".md");
        let is_copy = |name: &&String| self.share.copies.iter().any(|it| it.name == **name);
        let files = self.desk.files.iter().filter(|it| is_ours(&it.0) && !is_copy(&it.0));
        let loaded = Library::load(files.map(|it| (it.0.clone(), it.1.clone().into_bytes())));
        let timing = self.library.as_ref().map_or(loaded.library.timing, |it| it.timing);
        self.library = Some(Arc::new(Library { timing, ..loaded.library }));
        self.shelf = Arc::new(loaded.shelf);
        self.stale = true;
        self.refresh_library();
        self.refresh_editors();
        self.choose_and_plan();
    }

    /// Asks before an exercise goes that routines need; else it goes.
    pub(super) fn delete_exercise(&mut self, id: &str, effects: &mut Vec<Effect>) {
        let comes_back = Library::shipped_file(&file_of(id)).is_some();
        let library = self.library.clone().unwrap_or_default();
        let routines: Vec<_> = users(&library, id).map(str::to_owned).collect();
        let deletion = Deletion { id: id.to_owned(), name: self.desk.exercise_name(id), routines };
        let asks = !comes_back && !deletion.routines.is_empty();
        self.desk.asked = Some(deletion);
        if !asks {
            self.delete_asked(effects);
        }
    }

    pub(super) fn delete_asked(&mut self, effects: &mut Vec<Effect>) {
        let Some(Deletion { id, .. }) = self.desk.asked.take() else { return };
        self.crafts.remove(&id);
        let asked = self.desk.remove_exercise(&id);
        let any = !asked.is_empty();
        effects.extend(asked);
        if any {
            self.load_own();
        }
    }
}

//! Conflict copies: two versions of a file, as a sync service has left them. Both are shown, and the
//! person says which stays; what goes is put into the folder of deleted files.

use std::collections::BTreeMap;

use super::ShareEffect;
use crate::coach::{Coach, Effect, Pane, RoutinesMessage, Screen};

/// A conflict copy of one of the person's own files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// Its name in the data folder.
    pub name: String,
    /// The name of the file that it is a copy of.
    pub of: String,
    /// What it holds.
    pub text: String,
}

/// What to do with a conflict copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyChoice {
    /// It goes; the file that is in use stays as it is.
    Drop,
    /// It takes the place of the file that is in use.
    Use,
    /// It becomes a routine of its own.
    Both,
}

/// The name of the settings file.
pub(super) const SETTINGS: &str = "settings.ron";

impl Copied {
    /// Whether it can become one of its own beside the other.
    pub fn can_stand_alone(&self) -> bool {
        self.of.starts_with("routines/")
    }
}

impl Coach {
    /// The text that a file of the person's own holds, settings included.
    pub fn own_text(&self, name: &str) -> Option<&str> {
        if name == SETTINGS { Some(self.settings.text()) } else { self.desk.file(name) }
    }

    /// The person's own files by their names, without the copies.
    pub(super) fn own_texts(&self) -> BTreeMap<String, String> {
        let mut own = self.desk.files().clone();
        for copy in &self.share.copies {
            own.remove(&copy.name);
        }
        own
    }

    pub(super) fn settle_copy(
        &mut self,
        name: &str,
        choice: CopyChoice,
        effects: &mut Vec<Effect>,
    ) {
        let Some(at) = self.share.copies.iter().position(|it| it.name == name) else { return };
        let Some(sources) = self.sources() else { return };
        let copy = self.share.copies.remove(at);
        match choice {
            CopyChoice::Drop => {}
            CopyChoice::Use if copy.of == SETTINGS => {
                self.take_in_settings(
                    crate::settings::SettingsFile::read(copy.text.as_bytes()),
                    effects,
                );
                effects.push(Effect::SaveSettings(copy.text));
            }
            CopyChoice::Use => self.put_file(copy.of, Some(copy.text), effects),
            CopyChoice::Both => {
                let stem = copy.of.rsplit('/').next().and_then(|it| it.strip_suffix(".ron"));
                let id = stem.unwrap_or_default().to_owned();
                let (new, text) = self.under_new_id(&copy.text, &id, &sources);
                self.put_file(format!("routines/{new}.ron"), Some(text), effects);
            }
        }
        effects.extend(self.desk.write(copy.name, None));
        effects.push(ShareEffect::LookAgain.into());
    }

    /// Opens a file that has a mistake in it: a routine in the editor, at its text; another where the
    /// system shows the folder.
    pub(super) fn mend(&mut self, name: &str, effects: &mut Vec<Effect>) {
        let id = name.strip_prefix("routines/").and_then(|it| it.strip_suffix(".ron"));
        let Some(id) = id.filter(|_| self.desk.file(name).is_some()) else {
            effects.push(Effect::OpenFolder);
            return;
        };
        self.take_in_routines(RoutinesMessage::Edit(id.to_owned()), effects);
        if let Screen::Editor(editor) = &mut self.screen {
            editor.pane = Pane::Text;
        }
    }
}

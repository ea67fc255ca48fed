//! The files of an exercise while a command changes them.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::super::path::{self, Step};
use super::past::Files;
use crate::figure::Shelf;
use crate::library::Id;
use crate::ron::{Document, Node, Value};

/// The person's other files, by their names in the data folder.
pub type Around = BTreeMap<String, String>;

/// The files of an exercise, and those around it that they may be copied from.
pub(super) struct Bench<'a> {
    pub(super) id: &'a str,
    pub(super) files: Files,
    pub(super) around: &'a Around,
}

/// The name of an exercise's file.
pub(super) fn exercise_file(id: &str) -> String {
    format!("exercises/{id}.ron")
}

/// The name of a movement's file.
pub(super) fn movement_file(id: &str) -> String {
    format!("movements/{id}.ron")
}

/// The name of a pose's file.
pub(super) fn pose_file(id: &str) -> String {
    format!("poses/{id}.ron")
}

/// A word of the format.
pub(super) fn word(it: impl Serialize) -> String {
    let value = serde_json::to_value(it).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

/// The text that a value is.
pub(super) fn text_in(node: &Node) -> Option<&str> {
    if let Value::Text(it) = &node.value { Some(it) } else { None }
}

impl Bench<'_> {
    /// A file of the exercise.
    pub(super) fn document(&self, name: &str) -> Option<Document> {
        Some(Document::read(self.files.get(name)?.as_bytes()))
    }

    /// A file, of the exercise, of the person or of the program.
    pub(super) fn text_of(&self, name: &str) -> Option<&str> {
        let own = self.files.get(name).map(|it| &**it);
        let other = || self.around.get(name).map(String::as_str);
        own.or_else(other).or_else(|| Shelf::shipped_text(name))
    }

    /// Gives a value of a file another text, or takes it out.
    pub(super) fn put(&mut self, name: &str, path: &[Step<'_>], value: Option<&str>) -> Option<()> {
        let text = path::put(self.files.get(name)?, path, value)?;
        self.set_file(name, &text);
        Some(())
    }

    pub(super) fn set_file(&mut self, name: &str, text: &str) {
        self.files.insert(name.to_owned(), Arc::from(text));
    }

    /// A value of the exercise.
    pub(super) fn exercise<T>(
        &self,
        path: &[Step<'_>],
        read: impl FnOnce(&Node) -> Option<T>,
    ) -> Option<T> {
        read(path::get(self.document(&exercise_file(self.id))?.root()?, path)?)
    }

    /// Gives a value of the exercise another text, or takes it out.
    pub(super) fn set(&mut self, path: &[Step<'_>], value: Option<&str>) -> Option<()> {
        self.put(&exercise_file(self.id), path, value)
    }

    /// An id that no file of a kind has; `file` names the file of an id.
    pub(super) fn free_id(&self, wanted: &str, file: fn(&str) -> String) -> Id {
        super::super::free_id(wanted, |it| self.text_of(&file(it)).is_some())
    }

    /// The files of the exercise that nothing in them names any more go; but for those that another
    /// file of the person's needs.
    pub(super) fn tidy(&mut self) {
        while let Some(name) = self.files.keys().find(|it| self.is_unnamed(it)).cloned() {
            self.files.remove(&name);
        }
    }

    /// Whether a file is a movement or a pose that no other file names.
    fn is_unnamed(&self, name: &str) -> bool {
        let Some((folder, stem)) = name.split_once('/') else { return false };
        let sign = format!("\"{}\"", stem.trim_end_matches(".ron"));
        let others = self.files.iter().filter(|it| it.0 != name).map(|it| &**it.1);
        let around = self.around.iter().filter(|it| !self.files.contains_key(it.0));
        let around = around.map(|it| it.1.as_str());
        let is_part = matches!(folder, "movements" | "poses");
        is_part && !others.chain(around).any(|it| it.contains(&sign))
    }
}

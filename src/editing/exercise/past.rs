//! Undo and redo without end over several files at once: an exercise, its movements and their poses.

use std::collections::BTreeMap;
use std::sync::Arc;

/// Texts by their names in the data folder.
pub(super) type Files = BTreeMap<String, Arc<str>>;

/// What became of one file in a step.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Turn {
    name: String,
    before: Option<Arc<str>>,
    after: Option<Arc<str>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Step {
    turns: Vec<Turn>,
    /// What was being written or dragged; more of the same belongs to the same step.
    writing: Option<String>,
}

/// What was done, and what was taken back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Past {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl Past {
    pub(super) const fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    pub(super) const fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Every file that was ever changed.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let turns = self.done.iter().chain(&self.undone).flat_map(|it| &it.turns);
        turns.map(|it| it.name.as_str())
    }

    /// What is written next begins a step of its own.
    pub(super) fn part(&mut self) {
        if let Some(it) = self.done.last_mut() {
            it.writing = None;
        }
    }

    /// Notes that some files became others.
    pub(super) fn note(&mut self, before: &Files, after: &Files, writing: Option<String>) {
        let names = before.keys().chain(after.keys().filter(|it| !before.contains_key(*it)));
        let turns = names.filter(|it| before.get(*it) != after.get(*it)).map(|name| Turn {
            name: name.clone(),
            before: before.get(name).cloned(),
            after: after.get(name).cloned(),
        });
        let step = Step { turns: turns.collect(), writing };
        self.undone.clear();
        match self.done.last_mut() {
            Some(last) if last.writing.is_some() && last.writing == step.writing => {
                last.go_on(step);
            }
            _ => self.done.push(step),
        }
    }

    /// Takes the last step back; whether there was one.
    pub(super) fn undo(&mut self, files: &mut Files) -> bool {
        let Some(step) = self.done.pop() else { return false };
        for it in &step.turns {
            put(files, &it.name, it.before.clone());
        }
        self.undone.push(step);
        true
    }

    /// Does the step again that was taken back last; whether there was one.
    pub(super) fn redo(&mut self, files: &mut Files) -> bool {
        let Some(step) = self.undone.pop() else { return false };
        for it in &step.turns {
            put(files, &it.name, it.after.clone());
        }
        self.done.push(Step { writing: None, ..step });
        true
    }
}

impl Step {
    fn go_on(&mut self, step: Self) {
        for turn in step.turns {
            match self.turns.iter_mut().find(|it| it.name == turn.name) {
                Some(it) => it.after = turn.after,
                None => self.turns.push(turn),
            }
        }
    }
}

fn put(files: &mut Files, name: &str, text: Option<Arc<str>>) {
    match text {
        Some(it) => drop(files.insert(name.to_owned(), it)),
        None => drop(files.remove(name)),
    }
}

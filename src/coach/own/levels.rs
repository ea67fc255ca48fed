//! Taking a level out of an exercise of one's own: routines that need it are named first.

use crate::coach::{Coach, Screen};
use crate::editing::ExerciseCommand;
use crate::library::Library;
use crate::units::Now;

/// A level that is asked about before it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelDrop {
    /// Its place among the levels.
    pub at: usize,
    /// Its number.
    pub number: u32,
    /// The person's routines that could not be used without it, by name.
    pub routines: Vec<String>,
}

impl Coach {
    /// Asks before a level goes that the person's routines need; else it goes.
    pub(super) fn drop_level(&mut self, at: usize, now: &Now) {
        let Screen::Own(editor) = &mut self.screen else { return };
        let level = editor.draft.source().and_then(|it| it.levels.get(at)?.number);
        let number = level.map_or(0, |it| it.value);
        let library = self.library.clone().unwrap_or_default();
        let routines: Vec<_> = level_users(&library, &editor.id, number).collect();
        if routines.is_empty() {
            editor.apply(&ExerciseCommand::DropLevel(at), now);
        } else {
            editor.dropping = Some(LevelDrop { at, number, routines });
        }
    }
}

/// Which routines of the person's own use a level of an exercise, by name.
fn level_users(library: &Library, id: &str, number: u32) -> impl Iterator<Item = String> {
    let uses = move |it: &&crate::library::Routine| {
        let mut items = it.blocks.iter().flat_map(|it| &it.items);
        items.any(|it| it.exercise == id && u32::from(it.level) == number)
    };
    let own = library.routines.iter().filter(|it| library.own.contains_key(&it.id));
    own.filter(uses).map(|it| it.name.long.clone())
}

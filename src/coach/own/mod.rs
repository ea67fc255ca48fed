//! Exercises of one's own: one of them while it is written and its figure posed.
//!
//! As with a routine what is written is kept by itself: as its files when it can be used, and else as
//! drafts beside them, `exercises/<id>.draft` and the like, so that there is no state that cannot be
//! saved. Undo goes back without end, also after leaving the screen.
//!
//! Triggered by: the list of routines, the editor's list of exercises, an exercise's page.

mod keeping;
mod levels;
mod messages;
mod outer;
mod posing;

use std::sync::Arc;
use std::time::Duration;

pub use levels::LevelDrop;
pub use messages::OwnMessage;
pub use posing::Drag;

use super::{Clash, Coach, Effect, Kept, Pane, Screen};
use crate::editing::{self, Around, ExerciseCommand, ExerciseDraft, FreshExercise, Stop};
use crate::figure::{Handle, Posing, Study, View};
use crate::library::{Id, Library};
use crate::text::OwnSentence as S;
use crate::units::Now;

/// What was written is kept so long after the last change.
const SETTLED: Duration = Duration::from_millis(800);
/// The longest search that is kept, in characters.
const LONGEST_QUERY: usize = 100;

/// One exercise while it is written.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnEditor {
    /// Its id.
    pub id: Id,
    /// Its files and what stands in them.
    pub draft: ExerciseDraft,
    /// The level that is shown.
    pub level: usize,
    /// What is shown of it.
    pub pane: OwnPane,
    /// Whether it is on the disk.
    pub kept: Kept,
    /// The routine in which it was asked for.
    pub routine: Option<Id>,
    /// Other versions of its files, which something else has written in the meantime.
    pub clash: Option<Clash>,
    /// Whether the last change came from something else.
    pub came: bool,
    /// A level that is asked about before it goes.
    pub dropping: Option<LevelDrop>,
    /// What is being chosen from a list.
    pub choosing: Choosing,
    /// What is searched there.
    pub query: String,
    /// The poses of the level's movement.
    pub stops: Vec<Stop>,
    /// The figure at each of them.
    pub posings: Vec<Option<Posing>>,
    /// The pose under the hand.
    pub stop: usize,
    /// The part that keys move.
    pub handle: Handle,
    /// How the posed figure is looked at.
    pub study: Option<Study>,
    /// A part that is being dragged.
    pub drag: Option<Drag>,
    /// From where the person looks; that of the movement until they turn it.
    view: Option<View>,
    around: Arc<Around>,
    changed: Option<Duration>,
    /// The library's page from which it was opened.
    from_page: bool,
}

/// What is shown of an exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OwnPane {
    /// Its name, and what holds for all levels.
    Exercise,
    /// One level.
    Level,
    /// What the figure does.
    Movement,
    /// The text of its file.
    Text,
}

impl OwnPane {
    /// In their order.
    pub const ALL: [Self; 4] = [Self::Exercise, Self::Level, Self::Movement, Self::Text];
}

/// What is chosen from a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Choosing {
    /// Nothing.
    #[default]
    Nothing,
    /// A movement that there is.
    Movement,
    /// Another pose for the stop.
    Pose,
}

/// An exercise that is asked about before it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deletion {
    /// The exercise.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// The routines that would have to do without it, by name.
    pub routines: Vec<String>,
}

impl OwnEditor {
    fn new(id: &str, written: &str, around: Arc<Around>) -> Self {
        let draft = ExerciseDraft::new(id, written, &around);
        let kept = if draft.has_errors() { Kept::Draft } else { Kept::Yes };
        let mut editor = Self {
            id: id.to_owned(),
            draft,
            level: 0,
            pane: OwnPane::Exercise,
            kept,
            routine: None,
            clash: None,
            came: false,
            dropping: None,
            choosing: Choosing::Nothing,
            query: String::new(),
            stops: Vec::new(),
            posings: Vec::new(),
            stop: 0,
            handle: Handle::Pelvis,
            study: None,
            drag: None,
            view: None,
            around,
            changed: None,
            from_page: false,
        };
        editor.look();
        editor
    }

    /// What it is called, as far as that can be read.
    pub fn name(&self) -> &str {
        let source = self.draft.source().and_then(|it| it.name.as_ref());
        source.and_then(|it| it.long.as_ref()).map_or(&self.id, |it| &it.value)
    }

    fn apply(&mut self, command: &ExerciseCommand, now: &Now) {
        if self.draft.apply(command, &self.around) {
            self.touch(now);
        }
        if let ExerciseCommand::CopyLevel(at) = command {
            self.level = at + 1;
        } else if let ExerciseCommand::DropLevel(_) = command {
            self.level = self.level.saturating_sub(1);
        } else if let ExerciseCommand::Figure { .. } = command {
            self.choosing = Choosing::Nothing;
        }
        self.look();
    }

    /// What became of a file of it.
    pub(super) fn file_kept(&mut self, well: bool) {
        if self.changed.is_none() {
            let usable = self.draft.exercise().is_some() && self.clash.is_none();
            self.kept = match (well, usable) {
                (false, _) => Kept::No,
                (true, true) => Kept::Yes,
                (true, false) => Kept::Draft,
            };
        }
    }

    fn touch(&mut self, now: &Now) {
        (self.kept, self.came) = (Kept::Saving, false);
        self.changed = Some(now.tick.mono);
    }

    /// Looks at the level again: its poses and how they are placed.
    fn look(&mut self) {
        let levels = self.draft.source().map_or(0, |it| it.levels.len());
        self.level = self.level.min(levels.saturating_sub(1));
        self.stops = self.draft.stops(self.level, &self.around);
        self.posings = self.draft.posings(self.level, &self.stops);
        self.stop = self.stop.min(self.stops.len().saturating_sub(1));
        self.frame();
    }

    /// How long until it is to be kept; nothing when it is.
    pub(super) fn until_kept(&self, now: &Now) -> Option<Duration> {
        let since = now.tick.mono.saturating_sub(self.changed?);
        Some(SETTLED.saturating_sub(since))
    }
}

impl Coach {
    pub(super) fn take_in_own(
        &mut self,
        message: OwnMessage,
        now: &Now,
        effects: &mut Vec<Effect>,
    ) {
        #[expect(clippy::wildcard_enum_match_arm, reason = "all else is for the open editor")]
        match message {
            OwnMessage::New(routine) => self.new_exercise(routine, effects),
            OwnMessage::Edit(id) => self.edit_exercise(&id, effects),
            OwnMessage::Copy(id) => self.copy_exercise(&id, effects),
            OwnMessage::Delete(id) => self.delete_exercise(&id, effects),
            OwnMessage::DeleteAll => self.delete_asked(effects),
            OwnMessage::Keep => drop(self.desk.asked.take()),
            OwnMessage::Use(routine) => self.use_exercise(routine, now, effects),
            OwnMessage::Back => self.leave_exercise(effects),
            OwnMessage::Compare(open) => self.compare_exercise(open),
            OwnMessage::Clash(choice) => self.settle_exercise(choice, effects),
            OwnMessage::Do(ExerciseCommand::DropLevel(at)) => self.drop_level(at, now),
            other => self.take_in_own_editor(other, now),
        }
    }

    fn take_in_own_editor(&mut self, message: OwnMessage, now: &Now) {
        let Screen::Own(editor) = &mut self.screen else { return };
        match message {
            OwnMessage::Do(command) => editor.apply(&command, now),
            OwnMessage::Undo | OwnMessage::Redo => {
                let around = Arc::clone(&editor.around);
                let undo = message == OwnMessage::Undo;
                let draft = &mut editor.draft;
                if if undo { draft.undo(&around) } else { draft.redo(&around) } {
                    editor.touch(now);
                    editor.look();
                }
            }
            OwnMessage::DropAnyway => {
                if let Some(it) = editor.dropping.take() {
                    editor.apply(&ExerciseCommand::DropLevel(it.at), now);
                }
            }
            OwnMessage::KeepLevel => editor.dropping = None,
            OwnMessage::Part => editor.draft.part(),
            OwnMessage::Level(level) => {
                (editor.level, editor.stop, editor.view) = (level, 0, None);
                editor.look();
            }
            OwnMessage::Show(pane) => editor.pane = pane,
            OwnMessage::Stop(stop) => {
                editor.stop = stop;
                editor.look();
            }
            OwnMessage::Choose(what) => {
                editor.choosing = if editor.choosing == what { Choosing::Nothing } else { what };
                editor.query.clear();
            }
            OwnMessage::Search(query) => editor.query = query.chars().take(LONGEST_QUERY).collect(),
            OwnMessage::Take(handle) => editor.handle = handle,
            OwnMessage::Drag(handle, to) => editor.drag_to(handle, to),
            OwnMessage::Drop => editor.drop_it(now),
            OwnMessage::Nudge(handle, by) => editor.nudge(handle, by, now),
            OwnMessage::Turn(channel, degrees) => editor.turn(channel, degrees, now),
            OwnMessage::Look(view) => {
                editor.view = Some(view);
                editor.study = editor.study.as_ref().map(|it| it.seen_from(view));
            }
            OwnMessage::New(_)
            | OwnMessage::Edit(_)
            | OwnMessage::Copy(_)
            | OwnMessage::Delete(_)
            | OwnMessage::DeleteAll
            | OwnMessage::Keep
            | OwnMessage::Use(_)
            | OwnMessage::Compare(_)
            | OwnMessage::Clash(_)
            | OwnMessage::Back => {}
        }
    }

    /// A new exercise with one level that can be used at once.
    pub(super) fn new_exercise(&mut self, routine: Option<Id>, effects: &mut Vec<Effect>) {
        let Some(library) = self.library.clone() else { return };
        let text = Arc::clone(&self.text);
        let words =
            [S::NewName, S::NewWhy, S::NewLevel, S::NewSetup, S::NewHow].map(|it| text.own(it));
        let stops = [S::NewStopPain, S::NewStopSharp].map(|it| text.own(it));
        let [name, why, level, setup, how] = words.each_ref().map(String::as_str);
        let id = editing::free_id(name, |it| self.desk.is_taken(it, &library));
        let stop_if = stops.each_ref().map(String::as_str);
        let fresh = FreshExercise { id: &id, name, why, level, setup, how, stop_if };
        let written = editing::exercise(fresh);
        self.open_exercise((&id, &written), routine, true, effects);
    }

    pub(super) fn edit_exercise(&mut self, id: &str, effects: &mut Vec<Effect>) {
        let id = self.library.as_ref().and_then(|it| it.exercise(id)).map_or(id, |it| &it.id);
        let (id, is_own) = (id.to_owned(), self.desk.is_own_exercise(id));
        if let Some(written) = self.desk.exercise_text(&id) {
            self.open_exercise((&id, &written), None, !is_own, effects);
        }
    }

    pub(super) fn copy_exercise(&mut self, id: &str, effects: &mut Vec<Effect>) {
        let Some(library) = self.library.clone() else { return };
        let Some(written) = self.desk.exercise_text(id) else { return };
        let name = library.exercise(id).map_or(id, |it| &it.name.long);
        let name = self.text.own(S::CopyName { name });
        let id = editing::free_id(&name, |it| self.desk.is_taken(it, &library));
        if let Some(copied) = editing::exercise_copy(&written, &id, &name) {
            self.open_exercise((&id, &copied), None, true, effects);
        }
    }

    /// Opens an exercise as it was left, or anew. A new one is kept although nothing was changed yet.
    fn open_exercise(
        &mut self,
        (id, written): (&str, &str),
        routine: Option<Id>,
        is_new: bool,
        effects: &mut Vec<Effect>,
    ) {
        self.keep_written(effects);
        let around = Arc::new(self.desk.around(id));
        let open = self.crafts.remove(id);
        let is_open = open.is_some();
        let mut editor =
            open.unwrap_or_else(|| Box::new(OwnEditor::new(id, written, Arc::clone(&around))));
        if !is_open {
            editor.find_clash(self.desk.own_texts());
        }
        editor.around = around;
        editor.draft.check(&editor.around);
        editor.look();
        if is_new {
            editor.changed = Some(Duration::ZERO);
        }
        editor.from_page = matches!(self.screen, Screen::Library(_));
        editor.routine = routine;
        let left = std::mem::replace(&mut self.screen, Screen::Own(editor));
        self.keep(left);
    }

    /// Back to the routine, the page or the list from which it was opened.
    fn leave_exercise(&mut self, effects: &mut Vec<Effect>) {
        self.keep_written(effects);
        let Screen::Own(editor) = &self.screen else { return };
        let (routine, from_page) = (editor.routine.clone(), editor.from_page);
        let next = match routine {
            _ if from_page => self.open_library(),
            Some(id) if self.open_routine(&id) => return,
            _ => Screen::Routines,
        };
        let left = std::mem::replace(&mut self.screen, next);
        self.keep(left);
    }

    /// Puts the exercise into a routine of the person's, or into a new one, and opens that.
    fn use_exercise(&mut self, routine: Option<Id>, now: &Now, effects: &mut Vec<Effect>) {
        self.keep_written(effects);
        let Screen::Own(editor) = &self.screen else { return };
        let id = editor.id.clone();
        if editor.draft.has_errors() {
            return;
        }
        match routine {
            Some(it) if self.open_routine(&it) => {}
            Some(_) => return,
            None => self.take_in_routines(super::RoutinesMessage::New, effects),
        }
        let add = super::EditorMessage::Add(id);
        self.take_in_editor(add, now, effects);
        self.take_in_editor(super::EditorMessage::Show(Pane::Picked), now, effects);
    }
}

/// Which routines of a library use an exercise, by name.
fn users<'l>(library: &'l Library, id: &'l str) -> impl Iterator<Item = &'l str> {
    let items = move |it: &&crate::library::Routine| {
        it.blocks.iter().any(|it| it.items.iter().any(|it| it.exercise == id))
    };
    library.routines.iter().filter(items).map(|it| it.name.long.as_str())
}

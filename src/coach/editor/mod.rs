//! The editor: one routine while it is written, with what is picked, looked for and kept of it.
//!
//! What is written is kept by itself, a moment after the last letter and whenever the person goes
//! elsewhere. A routine that can be used becomes its file, `routines/<id>.ron`. One that cannot is
//! kept beside it as `routines/<id>.draft`, in the data folder and not in the state folder, so that it
//! goes wherever the person's routines go and lies where they would look for it; the file keeps the
//! last version that can be used. So there is no state that cannot be saved.
//!
//! Triggered by: the list of routines. Undo goes back without end, also after leaving the screen.

mod desk;
mod keeping;
mod messages;
mod outer;
mod pick;
mod routines;

use std::collections::BTreeSet;
use std::time::Duration;

pub use desk::Desk;
pub(super) use desk::{Outer, Removed};
pub use messages::{EditorMessage, Pick, RoutinesMessage};
pub use outer::{Clash, ClashChoice};

use super::{Coach, Effect, Running, Screen};
use crate::editing::{Command, Draft, ItemAt};
use crate::library::{Checker, Hit, Id, Index, Library};
use crate::ron::MOST_BYTES;
use crate::text::Text;
use crate::units::Now;
use desk::Sources;

/// What was written is kept so long after the last change.
const SETTLED: Duration = Duration::from_millis(800);
/// The longest search that is kept, in characters.
const LONGEST_QUERY: usize = 100;
/// The level at which an exercise is added, where it has it.
const USUAL_LEVEL: u8 = 3;

/// One routine while it is written.
#[derive(Debug, Clone, PartialEq)]
pub struct Editor {
    /// Its id.
    pub id: Id,
    /// Its text and what stands in it.
    pub draft: Draft,
    /// The items that a command is for.
    pub picked: BTreeSet<ItemAt>,
    /// The item that the keyboard is at, or the place behind the last of a block.
    pub cursor: ItemAt,
    /// Whether the block of the cursor is meant and none of its items.
    pub on_block: bool,
    /// What stands beside the routine.
    pub pane: Pane,
    /// What is searched.
    pub query: String,
    /// The exercises that are found, the best first; all of them while nothing is searched.
    pub hits: Vec<Id>,
    /// Whether it is on the disk.
    pub kept: Kept,
    /// Another version of it, which something else has written in the meantime.
    pub clash: Option<Clash>,
    /// What is to be said of the last change.
    pub remark: Option<EditRemark>,
    /// Where the picked stretch begins.
    anchor: ItemAt,
    index: Index,
    /// The monotonic moment of the last change that was not asked to be kept yet.
    changed: Option<Duration>,
}

/// What stands beside the routine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pane {
    /// Exercises to be added.
    Add,
    /// What is picked.
    Picked,
    /// The routine as a whole.
    Whole,
    /// The timetable.
    Timetable,
    /// The text.
    Text,
}

impl Pane {
    /// In their order.
    pub const ALL: [Self; 5] = [Self::Add, Self::Picked, Self::Whole, Self::Timetable, Self::Text];
}

/// What is to be said of the last change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditRemark {
    /// It came from something else.
    Came,
    /// The text was longer than a file may be, and was not taken.
    TooLong,
}

/// Whether what was written is on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It is on its way.
    Saving,
    /// The routine's file holds it.
    Yes,
    /// It is kept as a draft: something keeps it from being used.
    Draft,
    /// It could not be written.
    No,
}

impl Editor {
    fn new(id: &str, written: &str, sources: &Sources, text: &Text) -> Self {
        let draft = Draft::new(id, written, &sources.checker, &sources.library);
        let kept = if draft.checked().has_errors() { Kept::Draft } else { Kept::Yes };
        let first = ItemAt::default();
        let is_empty = draft.places().next().is_none();
        let mut editor = Self {
            id: id.to_owned(),
            draft,
            picked: BTreeSet::from_iter((!is_empty).then_some(first)),
            cursor: first,
            on_block: false,
            pane: if is_empty { Pane::Add } else { Pane::Picked },
            query: String::new(),
            hits: Vec::new(),
            kept,
            clash: None,
            remark: None,
            anchor: first,
            index: Index::new(&sources.library, |it| text.muscle(it)),
            changed: None,
        };
        editor.search(&sources.library);
        editor
    }

    /// Looks for exercises; without words all are shown.
    fn search(&mut self, library: &Library) {
        if self.query.trim().is_empty() {
            self.hits = library.exercises.iter().map(|it| it.id.clone()).collect();
            return;
        }
        let id = |it| if let Hit::Exercise(id) = it { Some(id) } else { None };
        self.hits = self.index.find(&self.query).into_iter().filter_map(id).collect();
    }

    fn refresh(&mut self, sources: &Sources, text: &Text) {
        self.index = Index::new(&sources.library, |it| text.muscle(it));
        self.draft.check(&sources.checker, &sources.library);
        self.search(&sources.library);
    }

    /// Does what a person wants with the routine.
    fn apply(&mut self, command: &Command, sources: &Sources, now: &Now) {
        let before = self.draft.places().count();
        let too_long = matches!(command, Command::Text(it) if it.len() > MOST_BYTES);
        self.remark = too_long.then_some(EditRemark::TooLong);
        if self.draft.apply(command, &sources.checker, &sources.library) {
            self.follow(command, before);
            self.touch(now);
        }
    }

    /// Takes a step back, or does it again.
    fn turn(
        &mut self,
        turn: fn(&mut Draft, &Checker, &Library) -> bool,
        sources: &Sources,
        now: &Now,
    ) {
        if turn(&mut self.draft, &sources.checker, &sources.library) {
            self.clamp();
            self.touch(now);
        }
    }

    fn touch(&mut self, now: &Now) {
        self.remark = None;
        self.kept = Kept::Saving;
        self.changed = Some(now.tick.mono);
    }

    /// How long until it is to be kept; nothing when it is.
    pub(super) fn until_kept(&self, now: &Now) -> Option<Duration> {
        let since = now.tick.mono.saturating_sub(self.changed?);
        Some(SETTLED.saturating_sub(since))
    }
}

impl Coach {
    pub(super) fn take_in_editor(
        &mut self,
        message: EditorMessage,
        now: &Now,
        effects: &mut Vec<Effect>,
    ) {
        let Some(sources) = self.sources() else { return };
        let Screen::Editor(editor) = &mut self.screen else { return };
        match message {
            EditorMessage::Do(command) => editor.apply(&command, &sources, now),
            EditorMessage::Undo => editor.turn(Draft::undo, &sources, now),
            EditorMessage::Redo => editor.turn(Draft::redo, &sources, now),
            EditorMessage::Part => editor.draft.part(),
            EditorMessage::Pick(at, how) => editor.pick(at, how),
            EditorMessage::PickBlock(block) => editor.pick_block(block),
            EditorMessage::PickAll => editor.pick_all(),
            EditorMessage::Step { by, extend } => editor.step(by, extend),
            EditorMessage::Show(pane) => editor.pane = pane,
            EditorMessage::Search(query) => {
                editor.query = query.chars().take(LONGEST_QUERY).collect();
                editor.search(&sources.library);
            }
            EditorMessage::NewExercise => {
                let id = editor.id.clone();
                self.new_exercise(Some(id), effects);
            }
            EditorMessage::Add(id) => editor.add(&id, &sources, now),
            EditorMessage::MoveBy(by) => {
                if let Some(command) = editor.move_by(by) {
                    editor.apply(&command, &sources, now);
                }
            }
            EditorMessage::Duplicate => {
                let command = Command::Duplicate(editor.picks());
                editor.apply(&command, &sources, now);
            }
            EditorMessage::Delete => {
                let command = Command::Delete(editor.picks());
                editor.apply(&command, &sources, now);
            }
            EditorMessage::Copy => self.desk.clipboard = editor.draft.copied(&editor.picks()),
            EditorMessage::Cut => {
                self.desk.clipboard = editor.draft.copied(&editor.picks());
                let command = Command::Delete(editor.picks());
                editor.apply(&command, &sources, now);
            }
            EditorMessage::Paste(text) => {
                let text = text.unwrap_or_else(|| self.desk.clipboard.clone());
                let command = Command::Paste { to: editor.gap(), text };
                editor.apply(&command, &sources, now);
            }
            EditorMessage::Compare(open) => self.compare(open),
            EditorMessage::Clash(choice) => self.settle_clash(choice, effects),
            EditorMessage::Start(from) => self.start_edited(from, now, effects),
            EditorMessage::Back => {
                self.keep_routine_draft(effects);
                let left = std::mem::replace(&mut self.screen, Screen::Routines);
                self.keep(left);
            }
        }
    }

    /// Starts the routine as it stands, from an item if one is named; what comes before it is skipped,
    /// and the record says so.
    fn start_edited(&mut self, from: Option<ItemAt>, now: &Now, effects: &mut Vec<Effect>) {
        let Screen::Editor(editor) = &self.screen else { return };
        let step = from.and_then(|it| editor.draft.item(it)?.first_step);
        let plan = editor.draft.plan().cloned();
        let can = self.can_begin() && !editor.draft.checked().has_errors();
        let Some(plan) = plan.filter(|_| can) else { return };
        self.keep_routine_draft(effects);
        let mut running = Running::start(plan.clone(), now.tick.mono);
        if let Some(step) = step.filter(|it| *it > 0) {
            running.jump(step);
        }
        self.open(running);
        effects.push(Effect::Begin { plan: Box::new(plan), pain: None });
    }

    /// What routines are checked and laid out with.
    pub(super) fn sources(&mut self) -> Option<Sources> {
        let library = self.library.as_ref()?;
        let timing = self.settings.settings().timing(library.timing);
        Some(self.desk.sources(library, timing))
    }

    /// The library or the table of gaps has changed under the open routines.
    pub(super) fn refresh_editors(&mut self) {
        self.desk.forget_sources();
        let Some(sources) = self.sources() else { return };
        if let Screen::Editor(editor) = &mut self.screen {
            editor.refresh(&sources, &self.text);
        }
        self.desk.refresh(&sources, &self.text);
    }
}

//! The routines: the person's own and the shipped ones; each can be done, changed or copied.

mod troubled;

use egui::{Popup, Ui};
use egui_material_icons::icons::{
    ICON_ADD, ICON_CHEVRON_RIGHT, ICON_CONTENT_COPY, ICON_DELETE, ICON_EDIT, ICON_FILE_OPEN,
    ICON_MORE_VERT,
};

use super::{editor, needs_ui, own, page_ui, part_ui};
use crate::coach::{Handed, Message, Place, RoutinesMessage, ShareMessage, TodayMessage, View};
use crate::library::{Id, Library, Routine, RoutineKind};
use crate::session::{Missing, Plan};
use crate::text::{EditorSentence as S, Sentence, ShareSentence, Text};
use crate::ui::theme::{LINE_LENGTH, Palette, Type, space};
use crate::ui::widgets::{Banner, Button, IconButton, Weight, as_heading, card};

pub(super) use troubled::problem_lines_ui;

/// The key that makes a new routine.
const NEW_KEY: &str = "Ctrl+N";
/// The key that takes one in.
const OPEN_KEY: &str = "Ctrl+O";

/// What the list draws from.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    library: &'a Library,
    view: &'a View<'a>,
    text: &'a Text,
}

impl Shown<'_> {
    fn is_own(&self, id: &str) -> bool {
        self.view.desk.is_own(id) || self.library.own.contains_key(id)
    }
}

/// Draws the list.
pub(super) fn routines_ui(ui: &mut Ui, view: &View<'_>, text: &Text, asked: &mut Vec<Message>) {
    editor::forget(ui);
    let about = text.say(Sentence::UiRoutinesAbout);
    page_ui(ui, &text.say(Sentence::RailRoutines), &about, |ui| {
        let Some(library) = view.library else {
            ui.label(Type::Body.text(text.say(Sentence::UiLoading)).color(Palette::of(ui).muted));
            return;
        };
        ui.spacing_mut().item_spacing.y = space::M;
        let shown = Shown { library, view, text };
        let mut said = Vec::new();
        removed_ui(ui, shown, &mut said);
        ui.horizontal_wrapped(|ui| begin_ui(ui, text, asked, &mut said));
        troubled::troubled_ui(ui, shown, asked);
        own_ui(ui, shown, asked, &mut said);
        own::exercises_ui(ui, (view, library), text, asked);
        ui.add_space(space::M);
        part_ui(ui, &text.edit(S::ListShipped));
        let shipped = || library.routines.iter().filter(|it| !shown.is_own(&it.id));
        for routine in shipped().filter(|it| it.kind != RoutineKind::Break) {
            routine_ui(ui, shown, routine, asked, &mut said);
        }
        ui.add_space(space::M);
        part_ui(ui, &text.say(Sentence::UiRoutinesBreaks));
        for routine in shipped().filter(|it| it.kind == RoutineKind::Break) {
            routine_ui(ui, shown, routine, asked, &mut said);
        }
        asked.extend(said.into_iter().map(Message::Routines));
    });
}

/// A new routine, a new exercise, or what was sent.
fn begin_ui(ui: &mut Ui, text: &Text, asked: &mut Vec<Message>, said: &mut Vec<RoutinesMessage>) {
    ui.spacing_mut().item_spacing.x = space::S;
    let key = |ui: &Ui, key| ui.input_mut(|it| it.consume_key(egui::Modifiers::COMMAND, key));
    let (new, open) = (text.edit(S::ListNew), text.share(ShareSentence::ArriveOpen));
    let button = Button::primary(&new).icon(ICON_ADD).key(NEW_KEY);
    if ui.add(button).clicked() || key(ui, egui::Key::N) {
        said.push(RoutinesMessage::New);
    }
    own::new_ui(ui, text, asked);
    let button = Button::quiet(&open).icon(ICON_FILE_OPEN).key(OPEN_KEY);
    if ui.add(button).clicked() || key(ui, egui::Key::O) {
        asked.push(Message::Share(ShareMessage::Open));
    }
}

/// To pass it on or to print it.
fn more_ui(ui: &mut Ui, routine: &Routine, text: &Text, asked: &mut Vec<Message>) {
    let name = text.share(ShareSentence::PassMore { name: &routine.name.long });
    let button = ui.add(IconButton::new(ICON_MORE_VERT, &name));
    Popup::menu(&button).show(|ui| {
        ui.set_min_width(160.0);
        for (words, handed) in [
            (ShareSentence::PassMoreRoutine, Handed::Routine(routine.id.clone())),
            (ShareSentence::PassMoreSheet, Handed::Sheet(routine.id.clone())),
        ] {
            if ui.button(Type::Body.text(text.share(words))).clicked() {
                asked.push(Message::Share(ShareMessage::PassOn(handed)));
            }
        }
    });
}

/// What was deleted last can be brought back.
fn removed_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<RoutinesMessage>) {
    let Some(name) = shown.view.desk.removed() else { return };
    let words = shown.text.edit(S::ListDeleted { name });
    let back = shown.text.edit(S::ListUndelete);
    let banner = Banner { weight: Weight::Note, text: &words, actions: &[&back] };
    if banner.show(ui).is_some() {
        said.push(RoutinesMessage::Undelete);
    }
}

/// The person's own, and what they have not finished.
fn own_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    asked: &mut Vec<Message>,
    said: &mut Vec<RoutinesMessage>,
) {
    let drafts: Vec<_> = shown
        .view
        .desk
        .drafts()
        .into_iter()
        .filter(|it| shown.library.routine(&it.0).is_none())
        .collect();
    let own: Vec<_> = shown.library.routines.iter().filter(|it| shown.is_own(&it.id)).collect();
    if drafts.is_empty() && own.is_empty() {
        return;
    }
    part_ui(ui, &shown.text.edit(S::ListYours));
    for (id, name) in drafts {
        draft_ui(ui, shown, (&id, &name), said);
    }
    for routine in own {
        routine_ui(ui, shown, routine, asked, said);
    }
}

/// A routine of which there is only a draft.
fn draft_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    (id, name): (&Id, &str),
    said: &mut Vec<RoutinesMessage>,
) {
    let palette = Palette::of(ui);
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        ui.horizontal(|ui| {
            let label = ui.label(Type::Title.text(name).color(palette.text));
            as_heading(&label, name);
            let draft = shown.text.edit(S::ListDraft);
            ui.label(Type::Caption.text(draft).color(palette.ready));
            let right = egui::Layout::right_to_left(egui::Align::Center);
            ui.with_layout(right, |ui| actions_ui(ui, shown, (id, name), said));
        });
        let words = shown.text.edit(S::ListDraftAbout);
        ui.label(Type::Body.text(words).color(palette.muted));
    });
}

fn routine_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    routine: &Routine,
    asked: &mut Vec<Message>,
    said: &mut Vec<RoutinesMessage>,
) {
    let (palette, text) = (Palette::of(ui), shown.text);
    let plan = Plan::new(routine, shown.library, Missing::default());
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        ui.horizontal(|ui| head_ui(ui, shown, (routine, plan.as_ref().ok()), asked, said));
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width().min(LINE_LENGTH));
            ui.label(Type::Body.text(&routine.about).color(palette.muted));
        });
        ui.add_space(space::XS);
        match &plan {
            Ok(plan) => needs_ui(ui, plan, text),
            Err(error) => {
                let why = text.plan_error(error, Missing::default());
                ui.label(Type::Body.text(why).color(palette.alert));
            }
        }
    });
}

/// Its name and size on the left, what can be done with it on the right.
fn head_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    (routine, plan): (&Routine, Option<&Plan>),
    asked: &mut Vec<Message>,
    said: &mut Vec<RoutinesMessage>,
) {
    name_ui(ui, shown, routine, plan);
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        if choose_ui(ui, routine, plan.is_some(), shown.text) {
            let choose = TodayMessage::Choose(routine.id.clone());
            asked.extend([Message::Today(choose), Message::Go(Place::Today)]);
        }
        more_ui(ui, routine, shown.text, asked);
        actions_ui(ui, shown, (&routine.id, &routine.name.long), said);
    });
}

/// Its name, its badges and its size.
fn name_ui(ui: &mut Ui, shown: Shown<'_>, routine: &Routine, plan: Option<&Plan>) {
    let (palette, text) = (Palette::of(ui), shown.text);
    let name = ui.label(Type::Title.text(&routine.name.long).color(palette.text));
    as_heading(&name, &routine.name.long);
    if shown.is_own(&routine.id) {
        let own = text.say(Sentence::UiRoutinesOwn);
        ui.label(Type::Caption.text(own).color(palette.rest));
    }
    if shown.view.desk.is_draft(&routine.id) {
        let draft = text.edit(S::ListDraft);
        ui.label(Type::Caption.text(draft).color(palette.ready));
    }
    if let Some(plan) = plan {
        let count = plan.entries.len();
        let exercises = text.say(Sentence::UiExercises { count });
        let size = text.list([text.minutes(plan.length()), exercises]);
        ui.label(Type::Body.text(size).color(palette.muted));
    }
}

fn choose_ui(ui: &mut Ui, routine: &Routine, can: bool, text: &Text) -> bool {
    let label = text.say(Sentence::UiRoutinesChoose);
    let button = Button::quiet(&label).icon(ICON_CHEVRON_RIGHT);
    let said = text.list([label.clone(), routine.name.long.clone()]);
    ui.add_enabled(can, button).accessible_name(said).clicked()
}

/// To change it or a copy of it, and to delete it, from the right.
fn actions_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    (id, name): (&Id, &str),
    said: &mut Vec<RoutinesMessage>,
) {
    let text = shown.text;
    let called = |what: S<'_>| {
        let what = text.edit(what);
        text.edit(S::ListNamed { what: &what, name })
    };
    let newer = shown.library.newer.contains(id);
    let copy = called(S::ListCopy);
    if !shown.is_own(id) {
        if ui.add(IconButton::new(ICON_EDIT, &copy)).clicked() {
            said.push(RoutinesMessage::Duplicate(id.clone()));
        }
        return;
    }
    let (edit, delete) = (called(S::ListEdit), called(S::ListDelete));
    if ui.add(IconButton::new(ICON_DELETE, &delete)).clicked() {
        said.push(RoutinesMessage::Delete(id.clone()));
    }
    if ui.add(IconButton::new(ICON_CONTENT_COPY, &copy)).clicked() {
        said.push(RoutinesMessage::Duplicate(id.clone()));
    }
    if ui.add_enabled(!newer, IconButton::new(ICON_EDIT, &edit)).clicked() {
        said.push(RoutinesMessage::Edit(id.clone()));
    }
}

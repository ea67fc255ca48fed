//! The exercises of one's own, in the list of routines.

use egui::{Align, Layout, Ui};
use egui_material_icons::icons::{ICON_ADD, ICON_CONTENT_COPY, ICON_DELETE, ICON_EDIT};

use super::super::part_ui;
use crate::coach::{Deletion, Message, OwnMessage, View};
use crate::library::{Library, Own};
use crate::text::{EditorSentence as E, OwnSentence as S, Text};
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{Button, Dialog, IconButton, as_heading, card};

/// The way to a new one.
pub(in crate::ui::screens) fn new_ui(ui: &mut Ui, text: &Text, asked: &mut Vec<Message>) {
    if ui.add(Button::quiet(&text.own(S::ListNew)).icon(ICON_ADD)).clicked() {
        asked.push(Message::Own(OwnMessage::New(None)));
    }
}

/// Draws the part of the list; nothing where there are none.
pub(in crate::ui::screens) fn exercises_ui(
    ui: &mut Ui,
    (view, library): (&View<'_>, &Library),
    text: &Text,
    asked: &mut Vec<Message>,
) {
    let mut said = Vec::new();
    let all = view.desk.own_exercises();
    if !all.is_empty() {
        ui.add_space(space::M);
        part_ui(ui, &text.own(S::List));
    }
    for (id, name) in &all {
        row_ui(ui, (view, library), text, (id, name), &mut said);
    }
    if let Some(deletion) = view.desk.asked_deletion() {
        asks_ui(ui, deletion, text, &mut said);
    }
    asked.extend(said.into_iter().map(Message::Own));
}

fn row_ui(
    ui: &mut Ui,
    (view, library): (&View<'_>, &Library),
    text: &Text,
    (id, name): (&str, &str),
    said: &mut Vec<OwnMessage>,
) {
    let palette = Palette::of(ui);
    card(ui, |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                actions_ui(ui, library, text, (id, name), said);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| name_ui(ui, name));
            });
        });
        let mut about = Vec::new();
        if let Some(exercise) = library.exercise(id).filter(|_| library.own.contains_key(id)) {
            about.push(text.block(exercise.block));
            about.push(text.own(S::ListLevels { count: exercise.levels.len() }));
        }
        if library.own.get(id) == Some(&Own::Replaced) {
            about.push(text.own(S::Replaces));
        }
        ui.label(Type::Body.text(text.list(about)).color(palette.muted));
        if view.desk.is_exercise_draft(id) || !library.own.contains_key(id) {
            let words = text.edit(E::ListDraftAbout);
            ui.label(Type::Body.text(words).color(palette.ready));
        }
    });
}

fn name_ui(ui: &mut Ui, name: &str) {
    let laid = Type::Title.text(name).color(Palette::of(ui).text);
    let label = ui.add(egui::Label::new(laid).truncate());
    as_heading(&label, name);
}

/// To change it or a copy of it, and to delete it, from the right.
fn actions_ui(
    ui: &mut Ui,
    library: &Library,
    text: &Text,
    (id, name): (&str, &str),
    said: &mut Vec<OwnMessage>,
) {
    let names = [S::ListEdit { name }, S::ListCopy { name }, S::ListDelete { name }];
    let [edit, copy, delete] = names.map(|it| text.own(it));
    let usable = !library.newer.contains(id);
    for (icon, name, can, message) in [
        (ICON_DELETE, &delete, true, OwnMessage::Delete(id.to_owned())),
        (ICON_CONTENT_COPY, &copy, true, OwnMessage::Copy(id.to_owned())),
        (ICON_EDIT, &edit, usable, OwnMessage::Edit(id.to_owned())),
    ] {
        let pressed = ui.add_enabled(can, IconButton::new(icon, name)).clicked();
        said.extend(pressed.then_some(message));
    }
}

/// Whether an exercise goes that routines need.
fn asks_ui(ui: &Ui, deletion: &Deletion, text: &Text, said: &mut Vec<OwnMessage>) {
    let title = text.own(S::DeleteTitle { name: &deletion.name });
    let shown = Dialog::new("delete exercise", &title).show(ui, |ui| {
        let count = deletion.routines.len();
        let routines = text.list(deletion.routines.iter().cloned());
        let words = text.own(S::DeleteAbout { count, routines: &routines });
        ui.label(Type::Body.text(words).color(Palette::of(ui).text));
        ui.horizontal_wrapped(|ui| {
            let (keep, delete) = (text.own(S::DeleteNo), text.own(S::DeleteYes));
            let kept = ui.add(Button::primary(&keep));
            if ui.memory(|it| it.focused().is_none()) {
                kept.request_focus();
            }
            if kept.clicked() {
                said.push(OwnMessage::Keep);
            }
            if ui.add(Button::alert(&delete)).clicked() {
                said.push(OwnMessage::DeleteAll);
            }
        });
    });
    if shown.closed {
        said.push(OwnMessage::Keep);
    }
}

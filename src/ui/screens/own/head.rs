//! Above the screen: the way back, the name, what is kept, undo, and the way into a routine.

use egui::{Align, Layout, Ui};
use egui_material_icons::icons::{ICON_ADD, ICON_ARROW_BACK, ICON_REDO, ICON_UNDO};

use super::Shown;
use crate::coach::{Kept, OwnMessage};
use crate::text::{EditorSentence as E, OwnSentence as S, Sentence, ShareSentence};
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{Button, Choice, Dropdown, IconButton, as_heading, cut};

pub(super) fn head_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<OwnMessage>) {
    let text = shown.text;
    ui.horizontal(|ui| {
        let routine = shown.editor.routine.as_ref().and_then(|it| shown.library.routine(it));
        let back =
            routine.map_or_else(|| text.say(Sentence::RailRoutines), |it| it.name.short.clone());
        if ui.add(Button::plain(&back).icon(ICON_ARROW_BACK)).clicked() {
            said.push(OwnMessage::Back);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            buttons_ui(ui, shown, said);
            let room = ui.available_width() - space::L;
            let palette = Palette::of(ui);
            let name = shown.editor.name();
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(space::S);
                let laid = cut(ui, name, Type::Title, palette.text, room);
                let response = ui.label(laid);
                as_heading(&response, name);
            });
        });
    });
    kept_ui(ui, shown);
}

fn buttons_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<OwnMessage>) {
    let (text, draft) = (shown.text, &shown.editor.draft);
    let can = draft.exercise().is_some();
    if let Some(routine) = &shown.editor.routine {
        let here = text.own(S::UseHere);
        if ui.add_enabled(can, Button::primary(&here).icon(ICON_ADD)).clicked() {
            said.push(OwnMessage::Use(Some(routine.clone())));
        }
    } else {
        ui.add_enabled_ui(can, |ui| use_ui(ui, shown, said));
    }
    let (undo, redo) = (text.edit(E::Undo), text.edit(E::Redo));
    if ui.add_enabled(draft.can_redo(), IconButton::new(ICON_REDO, &redo).key("Ctrl+Y")).clicked() {
        said.push(OwnMessage::Redo);
    }
    if ui.add_enabled(draft.can_undo(), IconButton::new(ICON_UNDO, &undo).key("Ctrl+Z")).clicked() {
        said.push(OwnMessage::Undo);
    }
}

/// The person's routines into which it can be put, and a new one.
fn use_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<OwnMessage>) {
    let text = shown.text;
    let own = |it: &&crate::library::Routine| shown.view.desk.is_own(&it.id);
    let routines: Vec<_> = shown.library.routines.iter().filter(own).collect();
    let label = |label: String| Choice { label, on: false };
    let mut choices = vec![label(text.own(S::UseNew))];
    choices.extend(routines.iter().map(|it| label(text.own(S::UseIn { name: &it.name.long }))));
    let name = text.own(S::Use);
    let chosen = Dropdown { label: &name, on: true, several: false }.show(ui, || choices);
    said.extend(chosen.map(|it| {
        let routine = it.checked_sub(1).and_then(|it| routines.get(it));
        OwnMessage::Use(routine.map(|it| it.id.clone()))
    }));
}

/// "Saved", and how many problems there are.
fn kept_ui(ui: &mut Ui, shown: Shown<'_>) {
    let (text, draft) = (shown.text, &shown.editor.draft);
    let palette = Palette::of(ui);
    let kept = match shown.editor.kept {
        Kept::Saving => text.edit(E::KeptSaving),
        Kept::Yes => text.edit(E::KeptYes),
        Kept::Draft => text.own(S::KeptDraft),
        Kept::No => text.edit(E::KeptNo),
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().interact_size.y = 20.0;
        ui.add_space(space::M + space::XS);
        let color = if shown.editor.kept == Kept::No { palette.alert } else { palette.muted };
        ui.label(Type::Body.text(kept).color(color));
        if shown.editor.came {
            let came = text.share(ShareSentence::Came);
            ui.label(Type::Body.text(came).color(palette.rest));
        }
        let count = draft.wrong().len();
        if count > 0 {
            let words = text.edit(E::Problems { count });
            ui.label(Type::Body.text(words).color(palette.alert));
        }
        if shown.library.own.get(&shown.editor.id) == Some(&crate::library::Own::Replaced) {
            ui.label(Type::Body.text(text.own(S::Replaces)).color(palette.rest));
        }
    });
}

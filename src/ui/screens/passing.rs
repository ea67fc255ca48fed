//! Passing something on: what will be in it, where it will lie, and what came of it.

use egui::{Key, Ui};
use egui_material_icons::icons::{ICON_FOLDER_OPEN, ICON_OPEN_IN_NEW, ICON_SAVE};

use crate::coach::{Message, NotPassed, PassStage, Passing, ShareMessage as M, What};
use crate::text::{ShareSentence as S, Text};
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{Banner, Button, Dialog, Weight, text_field};

/// The width of the dialog.
const WIDE: f32 = 600.0;

/// Draws it over everything else.
pub(super) fn passing_ui(ui: &Ui, passing: &Passing, text: &Text, asked: &mut Vec<Message>) {
    let title = match &passing.what {
        What::Routine { name, .. } => text.share(S::PassRoutine { name }),
        What::Sheet { name, .. } => text.share(S::PassSheet { name }),
        What::Everything { .. } => text.share(S::PassEverything),
        What::Calendar(_) => text.share(S::PassCalendar),
    };
    let mut said = Vec::new();
    let dialog = Dialog { width: WIDE, ..Dialog::new("passing", &title) };
    let shown = dialog.show(ui, |ui| {
        about_ui(ui, &passing.what, text);
        if matches!(&passing.stage, PassStage::Done(_)) {
            done_ui(ui, passing, text, &mut said);
        } else {
            where_ui(ui, passing, text, &mut said);
        }
    });
    if shown.closed {
        said.push(M::ClosePassing);
    }
    asked.extend(said.into_iter().map(Message::Share));
}

fn about_ui(ui: &mut Ui, what: &What, text: &Text) {
    let palette = Palette::of(ui);
    let words = match what {
        What::Routine { with, .. } if with.is_empty() => text.share(S::PassRoutineAlone),
        What::Routine { with, .. } => {
            let names = &text.list(with.iter().cloned());
            text.share(S::PassRoutineWith { count: with.len(), names })
        }
        What::Sheet { .. } => text.share(S::PassSheetAbout),
        What::Everything { records, files } => {
            text.share(S::PassEverythingAbout { records: *records, files: *files })
        }
        What::Calendar(planned) if planned.is_empty() => text.share(S::PassCalendarNone),
        What::Calendar(planned) => text.share(S::PassCalendarAbout { count: planned.len() }),
    };
    ui.label(Type::Body.text(words).color(palette.muted));
    if let What::Calendar(planned) = what {
        for it in planned {
            let (day, time) =
                (text.short_date(it.start.date()), it.start.format("%H:%M").to_string());
            let (name, length) = (it.name.as_str(), text.minutes(it.length));
            let (day, time, length) = (day.as_str(), time.as_str(), length.as_str());
            let words = text.share(S::PassCalendarLine { day, time, name, length });
            ui.label(Type::Body.text(words).color(palette.text));
        }
    }
}

fn where_ui(ui: &mut Ui, passing: &Passing, text: &Text, said: &mut Vec<M>) {
    let palette = Palette::of(ui);
    let mut typed = passing.typed.clone();
    let field = text_field(ui, &text.share(S::PassPath), "", &mut typed);
    let entered = field.lost_focus() && ui.input(|it| it.key_pressed(Key::Enter));
    if typed != passing.typed {
        said.push(M::To(typed));
    }
    ui.label(Type::Note.text(text.share(S::PassPathAbout)).color(palette.muted));
    note_ui(ui, passing, text);
    let nothing = matches!(&passing.what, What::Calendar(planned) if planned.is_empty());
    let can = !passing.typed.trim().is_empty() && passing.stage != PassStage::Writing && !nothing;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let (write, choose) = (text.share(S::PassWrite), text.share(S::PassChoose));
        let button = ui.add_enabled(can, Button::primary(&write).icon(ICON_SAVE));
        if ui.memory(|it| it.focused().is_none()) {
            button.request_focus();
        }
        if button.clicked() || (entered && can) {
            said.push(M::Write);
        }
        if ui.add_enabled(can, Button::quiet(&choose).icon(ICON_FOLDER_OPEN)).clicked() {
            said.push(M::ChooseTo);
        }
        close_ui(ui, text, said);
    });
}

/// What is to be said of how far it has come.
fn note_ui(ui: &mut Ui, passing: &Passing, text: &Text) {
    let (weight, words) = match &passing.stage {
        PassStage::Asking | PassStage::Done(_) => return,
        PassStage::NoneChosen => (Weight::Note, text.share(S::PassNone)),
        PassStage::Writing => (Weight::Note, text.share(S::PassWriting)),
        PassStage::Failed(NotPassed::Exists(path)) => {
            (Weight::Note, text.share(S::PassExists { path }))
        }
        PassStage::Failed(NotPassed::Trouble(why)) => {
            (Weight::Problem, text.share(S::PassFailed { why: &why.say(text) }))
        }
    };
    Banner { weight, text: &words, actions: &[] }.show(ui);
}

fn done_ui(ui: &mut Ui, passing: &Passing, text: &Text, said: &mut Vec<M>) {
    let PassStage::Done(path) = &passing.stage else { return };
    let words = text.share(S::PassDone { path });
    Banner { weight: Weight::Done, text: &words, actions: &[] }.show(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let is_page = matches!(passing.what, What::Sheet { .. });
        let show = text.share(if is_page { S::PassOpen } else { S::PassShow });
        let icon = if is_page { ICON_OPEN_IN_NEW } else { ICON_FOLDER_OPEN };
        let button = ui.add(Button::primary(&show).icon(icon));
        if ui.memory(|it| it.focused().is_none()) {
            button.request_focus();
        }
        if button.clicked() {
            said.push(M::Show);
        }
        close_ui(ui, text, said);
    });
}

fn close_ui(ui: &mut Ui, text: &Text, said: &mut Vec<M>) {
    let close = text.share(S::PassClose);
    if ui.add(Button::plain(&close).key("Esc")).clicked() {
        said.push(M::ClosePassing);
    }
}

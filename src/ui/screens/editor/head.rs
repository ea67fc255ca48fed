//! Above the editor: the way back, the name, how long it takes, what is kept, undo, start.

use egui::{Align, Layout, TextEdit, Ui};
use egui_material_icons::icons::{ICON_ARROW_BACK, ICON_PLAY_ARROW, ICON_REDO, ICON_UNDO};

use super::Shown;
use crate::coach::{EditRemark, EditorMessage, Kept};
use crate::editing::{Command, Whole};
use crate::text::{EditorSentence as S, Sentence, ShareSentence};
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{Button, IconButton, as_heading};

/// The widest that the name grows.
const NAME: f32 = 420.0;

pub(super) fn head_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<EditorMessage>) {
    let text = shown.text;
    ui.horizontal(|ui| {
        let back = text.say(Sentence::RailRoutines);
        if ui.add(Button::plain(&back).icon(ICON_ARROW_BACK)).clicked() {
            said.push(EditorMessage::Back);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            buttons_ui(ui, shown, said);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| name_ui(ui, shown, said));
        });
    });
    summary_ui(ui, shown);
}

fn buttons_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<EditorMessage>) {
    let text = shown.text;
    let draft = &shown.editor.draft;
    let start = text.edit(S::Start);
    let can = shown.can_begin && draft.plan().is_some() && !draft.checked().has_errors();
    let button = Button::primary(&start).icon(ICON_PLAY_ARROW);
    if ui.add_enabled(can, button).on_hover_text(text.edit(S::StartKey)).clicked() {
        said.push(EditorMessage::Start(None));
    }
    let (undo, redo) = (text.edit(S::Undo), text.edit(S::Redo));
    if ui.add_enabled(draft.can_redo(), IconButton::new(ICON_REDO, &redo).key("Ctrl+Y")).clicked() {
        said.push(EditorMessage::Redo);
    }
    if ui.add_enabled(draft.can_undo(), IconButton::new(ICON_UNDO, &undo).key("Ctrl+Z")).clicked() {
        said.push(EditorMessage::Undo);
    }
}

fn name_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<EditorMessage>) {
    let source = shown.editor.draft.checked().source.as_ref();
    let now = source.and_then(|it| it.name.as_ref()?.long.as_ref()).map(|it| it.value.clone());
    let now = now.unwrap_or_default();
    let mut name = now.clone();
    let edit = TextEdit::singleline(&mut name)
        .font(Type::Title.font())
        .align(egui::Align2::LEFT_CENTER)
        .desired_width(ui.available_width().min(NAME) - space::L)
        .margin(egui::Margin::symmetric(space::S as i8, space::XS as i8));
    let response = ui.add(edit);
    let label = shown.text.edit(S::Name);
    ui.accesskit_node_builder(response.id, |node| node.set_label(label));
    if response.lost_focus() {
        said.push(EditorMessage::Part);
    }
    if name != now {
        said.push(EditorMessage::Do(Command::Whole(Whole::Name(name))));
    }
}

/// "6 exercises, 21 min · Saved", and how many problems there are.
fn summary_ui(ui: &mut Ui, shown: Shown<'_>) {
    let (text, draft) = (shown.text, &shown.editor.draft);
    let palette = Palette::of(ui);
    let count = draft.places().count();
    let mut size = vec![text.say(Sentence::UiExercises { count })];
    if draft.plan().is_some() {
        size.push(text.minutes(draft.length()));
    }
    let kept = text.edit(match shown.editor.kept {
        Kept::Saving => S::KeptSaving,
        Kept::Yes => S::KeptYes,
        Kept::Draft => S::KeptDraft,
        Kept::No => S::KeptNo,
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().interact_size.y = 20.0;
        ui.add_space(space::M + space::XS);
        let size = text.list(size);
        let response = ui.label(Type::Strong.text(&size).color(palette.text));
        as_heading(&response, &size);
        let color = if shown.editor.kept == Kept::No { palette.alert } else { palette.muted };
        ui.label(Type::Body.text(kept).color(color));
        if shown.editor.remark == Some(EditRemark::Came) {
            let came = text.share(ShareSentence::Came);
            ui.label(Type::Body.text(came).color(palette.rest));
        }
        let count = draft.checked().problems.len();
        if count > 0 {
            let words = text.edit(S::Problems { count });
            ui.label(Type::Body.text(words).color(palette.alert));
        }
    });
}

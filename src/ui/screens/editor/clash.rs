//! A routine that was changed here and elsewhere: what happened, both versions, and which stays.

use egui::{Frame, Margin, Panel, Ui};

use super::Shown;
use crate::coach::{Clash, ClashChoice, EditorMessage};
use crate::text::ShareSentence as S;
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{Banner, Button, Dialog, Weight, difference_ui};

/// The width of the dialog.
const WIDE: f32 = 760.0;

/// Draws the word about it, and both versions while the person looks at them.
pub(super) fn clash_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<EditorMessage>) {
    let Some(clash) = &shown.editor.clash else { return };
    let margin = Margin::symmetric(space::XL as i8, space::S as i8);
    let frame = Frame::new().fill(Palette::of(ui).ground).inner_margin(margin);
    Panel::top("editor-clash").show_separator_line(false).frame(frame).show(ui, |ui| {
        let text = shown.text;
        let about = text.share(if clash.theirs.is_some() { S::ClashAbout } else { S::ClashGone });
        let compare = text.share(S::ClashCompare);
        let banner = Banner { weight: Weight::Problem, text: &about, actions: &[&compare] };
        if banner.show(ui).is_some() {
            said.push(EditorMessage::Compare(true));
        }
    });
    compare_ui(ui, clash, shown, said);
}

fn compare_ui(ui: &Ui, clash: &Clash, shown: Shown<'_>, said: &mut Vec<EditorMessage>) {
    let Some(lines) = &clash.lines else { return };
    let text = shown.text;
    let title = text.share(S::ClashTitle);
    let dialog = Dialog { width: WIDE, ..Dialog::new("clash", &title) };
    let dialog = dialog.show(ui, |ui| {
        let palette = Palette::of(ui);
        let choices = if clash.theirs.is_some() {
            ui.label(Type::Note.text(text.share(S::ClashLegend)).color(palette.muted));
            difference_ui(ui, lines);
            vec![
                (S::ClashMine, ClashChoice::Mine),
                (S::ClashTheirs, ClashChoice::Theirs),
                (S::ClashBoth, ClashChoice::Both),
            ]
        } else {
            ui.label(Type::Body.text(text.share(S::ClashGone)).color(palette.muted));
            vec![(S::ClashAgain, ClashChoice::Mine), (S::ClashLetGo, ClashChoice::Theirs)]
        };
        ui.horizontal_wrapped(|ui| choices_ui(ui, &choices, shown, said));
    });
    if dialog.closed {
        said.push(EditorMessage::Compare(false));
    }
}

fn choices_ui(
    ui: &mut Ui,
    choices: &[(S<'_>, ClashChoice)],
    shown: Shown<'_>,
    said: &mut Vec<EditorMessage>,
) {
    ui.spacing_mut().item_spacing.x = space::S;
    for (words, choice) in choices {
        if ui.add(Button::quiet(&shown.text.share(*words))).clicked() {
            said.push(EditorMessage::Clash(*choice));
        }
    }
    if ui.add(Button::plain(&shown.text.share(S::ClashLater)).key("Esc")).clicked() {
        said.push(EditorMessage::Compare(false));
    }
}

//! A routine or an exercise that was changed here and elsewhere: what happened, both versions, and which
//! stays.

use egui::{Frame, Margin, Panel, Ui};

use crate::coach::{Clash, ClashChoice};
use crate::text::{ShareSentence as S, Text};
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{Banner, Button, Dialog, Weight, difference_ui};

/// The width of the dialog.
const WIDE: f32 = 760.0;

/// What the person says to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui::screens) enum Answered {
    /// Look at both versions, or no longer.
    Compare(bool),
    /// This one stays.
    Choice(ClashChoice),
}

/// What is said of what was changed: that it was, and that it was taken away.
pub(in crate::ui::screens) type About = [S<'static>; 2];

/// Draws the word about it, and both versions while the person looks at them.
pub(in crate::ui::screens) fn clash_ui(
    ui: &mut Ui,
    clash: &Clash,
    (text, [changed, gone]): (&Text, About),
) -> Vec<Answered> {
    let mut said = Vec::new();
    let margin = Margin::symmetric(space::XL as i8, space::S as i8);
    let frame = Frame::new().fill(Palette::of(ui).ground).inner_margin(margin);
    Panel::top("editor-clash").show_separator_line(false).frame(frame).show(ui, |ui| {
        let about = text.share(if clash.theirs.is_some() { changed } else { gone });
        let compare = text.share(S::ClashCompare);
        let banner = Banner { weight: Weight::Problem, text: &about, actions: &[&compare] };
        if banner.show(ui).is_some() {
            said.push(Answered::Compare(true));
        }
    });
    compare_ui(ui, clash, (text, gone), &mut said);
    said
}

fn compare_ui(ui: &Ui, clash: &Clash, (text, gone): (&Text, S<'_>), said: &mut Vec<Answered>) {
    let Some(lines) = &clash.lines else { return };
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
            ui.label(Type::Body.text(text.share(gone)).color(palette.muted));
            vec![(S::ClashAgain, ClashChoice::Mine), (S::ClashLetGo, ClashChoice::Theirs)]
        };
        ui.horizontal_wrapped(|ui| choices_ui(ui, &choices, text, said));
    });
    if dialog.closed {
        said.push(Answered::Compare(false));
    }
}

fn choices_ui(
    ui: &mut Ui,
    choices: &[(S<'_>, ClashChoice)],
    text: &Text,
    said: &mut Vec<Answered>,
) {
    ui.spacing_mut().item_spacing.x = space::S;
    for (words, choice) in choices {
        if ui.add(Button::quiet(&text.share(*words))).clicked() {
            said.push(Answered::Choice(*choice));
        }
    }
    if ui.add(Button::plain(&text.share(S::ClashLater)).key("Esc")).clicked() {
        said.push(Answered::Compare(false));
    }
}

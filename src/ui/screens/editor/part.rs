//! Everything about a block: its title, rounds, order, sides, and its place.

use egui::Ui;
use egui_material_icons::icons::{ICON_ARROW_DOWNWARD, ICON_ARROW_UPWARD, ICON_DELETE};

use super::{Shown, named_ui, problems_ui, words_ui};
use crate::coach::EditorMessage;
use crate::editing::{BlockChange, Command};
use crate::library::Order;
use crate::library::source::MOST_SETS;
use crate::text::EditorSentence as S;
use crate::ui::theme::{Palette, Type};
use crate::ui::widgets::{Button, Chip, as_heading, segments, stepper_ui};

pub(super) fn block_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<EditorMessage>) {
    let block = shown.editor.cursor.block;
    let Some(view) = shown.editor.draft.blocks().get(block) else { return };
    let (text, palette) = (shown.text, Palette::of(ui));
    let heading = text.edit(S::BlockHeading);
    let label = ui.label(Type::Title.text(&heading).color(palette.text));
    as_heading(&label, &heading);
    problems_ui(ui, shown, &view.problems);
    let mut put = |change| said.push(EditorMessage::Do(Command::Block { block, change }));
    let title = view.source.title.as_ref().map_or("", |it| it.value.as_str());
    let mut left = Vec::new();
    if let Some(it) = words_ui(ui, (&text.edit(S::BlockTitle), ""), title, &mut left) {
        put(BlockChange::Title(it));
    }
    let rounds = view.source.rounds.map_or(1, |it| it.value);
    let name = text.edit(S::Rounds);
    named_ui(ui, &name, |ui| {
        let chosen = stepper_ui(ui, &name, rounds, 1..=MOST_SETS, &rounds.to_string());
        if let Some(it) = chosen {
            put(BlockChange::Rounds(it));
        }
    });
    let name = text.edit(S::OrderName);
    let names = [text.edit(S::Straight), text.edit(S::Circuit)];
    let names = names.each_ref().map(String::as_str);
    let circuit = view.source.order.is_some_and(|it| it.value == Order::Circuit);
    named_ui(ui, &name, |ui| match segments(ui, &name, &names, Some(usize::from(circuit))) {
        Some(0) => put(BlockChange::Order(Order::Straight)),
        Some(_) => put(BlockChange::Order(Order::Circuit)),
        None => {}
    });
    let label = text.edit(S::EachBlock);
    let on = view.source.sides.is_some();
    named_ui(ui, &text.edit(S::Sides), |ui| {
        if ui.add(Chip { label: &label, on }).clicked() {
            put(BlockChange::EachBlock(!on));
        }
    });
    said.extend(left);
    ui.separator();
    place_ui(ui, shown, block, said);
}

fn place_ui(ui: &mut Ui, shown: Shown<'_>, block: usize, said: &mut Vec<EditorMessage>) {
    let text = shown.text;
    let count = shown.editor.draft.blocks().len();
    let (up, down, gone) = (text.edit(S::Up), text.edit(S::Down), text.edit(S::DeleteBlock));
    ui.horizontal_wrapped(|ui| {
        let button = Button::quiet(&up).icon(ICON_ARROW_UPWARD);
        if ui.add_enabled(block > 0, button).clicked() {
            let to = block.saturating_sub(1);
            said.push(EditorMessage::Do(Command::MoveBlock { from: block, to }));
        }
        let button = Button::quiet(&down).icon(ICON_ARROW_DOWNWARD);
        if ui.add_enabled(block + 1 < count, button).clicked() {
            said.push(EditorMessage::Do(Command::MoveBlock { from: block, to: block + 2 }));
        }
        if ui.add(Button::quiet(&gone).icon(ICON_DELETE)).clicked() {
            said.push(EditorMessage::Do(Command::DeleteBlock(block)));
        }
    });
}

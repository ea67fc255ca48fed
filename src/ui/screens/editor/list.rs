//! The blocks and their items, in order; rows are dragged, picked and moved.

use egui::{Id, ScrollArea, Ui};
use egui_dnd::{DragAxis, Handle};
use egui_material_icons::icons::{
    ICON_ADD, ICON_ARROW_DOWNWARD, ICON_ARROW_UPWARD, ICON_CONTENT_COPY, ICON_CONTENT_CUT,
    ICON_CONTENT_PASTE, ICON_DELETE, ICON_LIBRARY_ADD, ICON_PLAY_ARROW,
};

use super::row::{block_row_ui, item_row_ui};
use super::{Shown, problems_ui};
use crate::coach::{EditorMessage, Pane};
use crate::editing::{Command, ItemAt};
use crate::text::EditorSentence as S;
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{Button, IconButton, scrolled};

/// A row of the list.
#[derive(Clone, Copy)]
enum Row {
    Block(usize),
    Item(ItemAt),
}

/// The rows of the last picture, by their ids: they take the arrow keys.
pub(super) fn rows(ui: &Ui) -> Vec<Id> {
    ui.data(|it| it.get_temp(rows_id())).unwrap_or_default()
}

fn rows_id() -> Id {
    Id::unique("editor rows")
}

pub(super) fn list_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<EditorMessage>) {
    tools_ui(ui, shown, said);
    let scroll = ScrollArea::vertical().id_salt(("routine", &shown.editor.id)).auto_shrink(false);
    scrolled(scroll, ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        let loose = shown.editor.draft.loose_problems();
        problems_ui(ui, shown, &loose);
        rows_ui(ui, shown, said);
        if shown.editor.draft.places().next().is_none() {
            let words = shown.text.edit(S::Empty);
            ui.label(Type::Body.text(words).color(Palette::of(ui).muted));
        }
        ui.add_space(space::M);
        ui.horizontal_wrapped(|ui| {
            let (add, block) = (shown.text.edit(S::AddExercise), shown.text.edit(S::AddBlock));
            if ui.add(Button::quiet(&add).icon(ICON_ADD).key("/")).clicked() {
                said.push(EditorMessage::Show(Pane::Add));
                super::add::ask_focus(ui);
            }
            if ui.add(Button::quiet(&block).icon(ICON_ADD)).clicked() {
                let at = shown.editor.draft.blocks().len();
                let title = shown.text.edit(S::NewBlock);
                said.push(EditorMessage::Do(Command::AddBlock { at, title }));
            }
        });
        ui.add_space(space::XXL);
    });
}

/// What can be done with what is picked.
fn tools_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<EditorMessage>) {
    let text = shown.text;
    let picks = shown.editor.picks();
    let any = !picks.is_empty();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (icon, name, key, message) in [
            (ICON_ARROW_UPWARD, S::Up, "Alt+↑", EditorMessage::MoveBy(-1)),
            (ICON_ARROW_DOWNWARD, S::Down, "Alt+↓", EditorMessage::MoveBy(1)),
            (ICON_LIBRARY_ADD, S::Duplicate, "Ctrl+D", EditorMessage::Duplicate),
            (ICON_CONTENT_CUT, S::Cut, "Ctrl+X", EditorMessage::Cut),
            (ICON_CONTENT_COPY, S::Copy, "Ctrl+C", EditorMessage::Copy),
        ] {
            let name = text.edit(name);
            if ui.add_enabled(any, IconButton::new(icon, &name).key(key)).clicked() {
                said.push(message);
            }
        }
        let paste = text.edit(S::Paste);
        if ui.add(IconButton::new(ICON_CONTENT_PASTE, &paste).key("Ctrl+V")).clicked() {
            said.push(EditorMessage::Paste(None));
        }
        let (delete, here) = (text.edit(S::Delete), text.edit(S::StartHere));
        if ui.add_enabled(any, IconButton::new(ICON_DELETE, &delete).key("Delete")).clicked() {
            said.push(EditorMessage::Delete);
        }
        let can = any && shown.can_begin && !shown.editor.draft.checked().has_errors();
        let start = IconButton::new(ICON_PLAY_ARROW, &here).key("Ctrl+Shift+Enter");
        if ui.add_enabled(can, start).clicked() {
            said.push(EditorMessage::Start(picks.first().copied()));
        }
        ui.add_space(space::S);
        if picks.len() > 1 {
            let words = text.edit(S::PickedCount { count: picks.len() });
            ui.label(Type::Note.text(words).color(Palette::of(ui).muted));
        }
    });
    if said.iter().any(|it| matches!(it, EditorMessage::Copy | EditorMessage::Cut)) {
        // The system's clipboard has it too, as text that can be put into a file.
        ui.copy_text(shown.editor.draft.copied(&picks));
    }
}

fn rows_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<EditorMessage>) {
    let mut all = Vec::new();
    for (index, block) in shown.editor.draft.blocks().iter().enumerate() {
        all.push(Row::Block(index));
        all.extend((0..block.items.len()).map(|it| Row::Item(ItemAt::new(index, it))));
    }
    let mut ids = Vec::new();
    let list = egui_dnd::dnd(ui, Id::unique(("routine rows", &shown.editor.id)));
    let mut draw = |ui: &mut Ui, row: Row, handle: Handle<'_>, lifted: bool| {
        ids.push(row_ui(ui, shown, row, (handle, lifted), said));
    };
    let response = list.with_drag_axis(DragAxis::Vertical).show_custom(|ui, rows| {
        for (at, row) in all.iter().enumerate() {
            rows.next(ui, row.id(), at, true, |ui, place| {
                place.ui(ui, |ui, handle, state| draw(ui, *row, handle, state.dragged))
            });
        }
    });
    if let Some(update) = response.final_update() {
        said.extend(dropped(shown, &all, (update.from, update.to)));
    }
    follow_cursor(ui, shown, &all, &ids);
    ui.data_mut(|it| it.insert_temp(rows_id(), ids));
}

fn row_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    row: Row,
    handle: (Handle<'_>, bool),
    said: &mut Vec<EditorMessage>,
) -> Id {
    match row {
        Row::Block(block) => block_row_ui(ui, shown, block, said),
        Row::Item(item) => item_row_ui(ui, shown, item, handle, said),
    }
}

impl Row {
    fn id(self) -> Id {
        match self {
            Self::Block(it) => Id::unique(("row", it)),
            Self::Item(it) => Id::unique(("row", it.block, it.item)),
        }
    }
}

/// What a drop means: the row, and with it everything picked, before the row at which it was let go.
fn dropped(shown: Shown<'_>, all: &[Row], (from, to): (usize, usize)) -> Option<EditorMessage> {
    let end_of = |block: usize| {
        let items = shown.editor.draft.blocks().get(block).map_or(0, |it| it.items.len());
        ItemAt::new(block, items)
    };
    let to = match all.get(to) {
        Some(Row::Item(at)) => *at,
        Some(Row::Block(0)) => ItemAt::new(0, 0),
        Some(Row::Block(block)) => end_of(block - 1),
        None => end_of(shown.editor.draft.blocks().len().checked_sub(1)?),
    };
    let Some(Row::Item(from)) = all.get(from) else { return None };
    let picked = shown.editor.picked.contains(from);
    let items = if picked { shown.editor.picks() } else { vec![*from] };
    Some(EditorMessage::Do(Command::Move { items, to }))
}

/// The focus goes with the cursor, unless the person writes or counts elsewhere.
fn follow_cursor(ui: &Ui, shown: Shown<'_>, all: &[Row], ids: &[Id]) {
    let id = Id::unique("editor cursor");
    let here = (shown.editor.id.clone(), shown.editor.cursor, shown.editor.on_block);
    let before = ui.data(|it| it.get_temp::<(String, ItemAt, bool)>(id));
    if before.as_ref() == Some(&here) {
        return;
    }
    let focused = ui.memory(egui::Memory::focused);
    let free = focused.is_none_or(|it| ids.contains(&it) || rows(ui).contains(&it));
    let row = all.iter().position(|it| match it {
        Row::Block(block) => here.2 && *block == here.1.block,
        Row::Item(at) => !here.2 && *at == here.1,
    });
    if let Some(row) = row.and_then(|it| ids.get(it)).filter(|_| free) {
        ui.memory_mut(|it| it.request_focus(*row));
    }
    ui.data_mut(|it| it.insert_temp(id, here));
}

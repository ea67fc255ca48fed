//! The keys of the editor. Those that write or move in a text stay with the field that is written in.

use egui::{Event, Key, Modifiers, Ui};

use super::Shown;
use crate::coach::{EditorMessage, Pane};
use crate::text::EditorSentence;

/// What a key does, as it is shown; one line each in the list of keys.
pub(super) const SHOWN: [(&str, EditorSentence<'static>); 13] = [
    ("/", EditorSentence::KeyFind),
    ("↑ ↓", EditorSentence::KeyStep),
    ("Shift+↑ ↓", EditorSentence::KeyExtend),
    ("Alt+↑ ↓", EditorSentence::KeyMove),
    ("Ctrl+A", EditorSentence::KeyAll),
    ("Ctrl+D", EditorSentence::KeyDuplicate),
    ("Ctrl+X C V", EditorSentence::KeyClipboard),
    ("Delete", EditorSentence::KeyDelete),
    ("Ctrl+Z Y", EditorSentence::KeyUndo),
    ("Alt+1 … 5", EditorSentence::KeyPanes),
    ("Ctrl+Enter", EditorSentence::KeyStart),
    ("Ctrl+Shift+Enter", EditorSentence::KeyStartHere),
    ("Esc", EditorSentence::KeyBack),
];

/// Takes the editor's keys before any widget sees them.
pub(super) fn take(ui: &Ui, shown: Shown<'_>, said: &mut Vec<EditorMessage>) {
    let writes = ui.text_edit_focused();
    let popup = egui::Popup::is_any_open(ui);
    // Numbers take the arrows while they have the focus.
    if !writes {
        super::add::find_key(ui, shown, said);
    }
    let steers = ui.memory(egui::Memory::focused).is_some_and(|it| !list_has(ui, it));
    ui.input_mut(|input| {
        everywhere(input, shown, said);
        if writes || popup {
            return;
        }
        clipboard(input, shown, said);
        for (modifiers, key, message) in [
            (Modifiers::COMMAND, Key::A, EditorMessage::PickAll),
            (Modifiers::COMMAND, Key::D, EditorMessage::Duplicate),
            (Modifiers::NONE, Key::Delete, EditorMessage::Delete),
            (Modifiers::NONE, Key::Escape, EditorMessage::Back),
            (Modifiers::ALT, Key::ArrowUp, EditorMessage::MoveBy(-1)),
            (Modifiers::ALT, Key::ArrowDown, EditorMessage::MoveBy(1)),
        ] {
            if input.consume_key(modifiers, key) {
                said.push(message);
            }
        }
        if steers {
            return;
        }
        for (modifiers, key, by) in [
            (Modifiers::SHIFT, Key::ArrowUp, -1),
            (Modifiers::SHIFT, Key::ArrowDown, 1),
            (Modifiers::NONE, Key::ArrowUp, -1),
            (Modifiers::NONE, Key::ArrowDown, 1),
        ] {
            let extend = modifiers == Modifiers::SHIFT;
            if input.consume_key(modifiers, key) {
                said.push(EditorMessage::Step { by, extend });
            }
        }
    });
}

/// Keys that work while something is written too.
fn everywhere(input: &mut egui::InputState, shown: Shown<'_>, said: &mut Vec<EditorMessage>) {
    let here = shown.editor.picks().first().copied();
    let twice = Modifiers::COMMAND | Modifiers::SHIFT;
    for (modifiers, key, message) in [
        (twice, Key::Z, EditorMessage::Redo),
        (Modifiers::COMMAND, Key::Z, EditorMessage::Undo),
        (Modifiers::COMMAND, Key::Y, EditorMessage::Redo),
        (twice, Key::Enter, EditorMessage::Start(here)),
        (Modifiers::COMMAND, Key::Enter, EditorMessage::Start(None)),
    ] {
        if input.consume_key(modifiers, key) {
            said.push(message);
        }
    }
    let digits = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
    for (key, pane) in digits.into_iter().zip(Pane::ALL) {
        if input.consume_key(Modifiers::ALT, key) {
            said.push(EditorMessage::Show(pane));
        }
    }
}

/// Cut, copy and paste arrive as events of their own.
#[expect(clippy::wildcard_enum_match_arm, reason = "three of many events, which egui adds to")]
fn clipboard(input: &mut egui::InputState, shown: Shown<'_>, said: &mut Vec<EditorMessage>) {
    let picked = !shown.editor.picked.is_empty();
    input.events.retain(|event| {
        let message = match event {
            Event::Copy if picked => Some(EditorMessage::Copy),
            Event::Cut if picked => Some(EditorMessage::Cut),
            Event::Paste(text) => Some(EditorMessage::Paste(Some(text.clone()))),
            _ => None,
        };
        let taken = message.is_some();
        said.extend(message);
        !taken
    });
}

/// Whether a widget is one of the list's rows.
fn list_has(ui: &Ui, id: egui::Id) -> bool {
    super::list::rows(ui).contains(&id)
}

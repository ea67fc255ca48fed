//! The keys of a session. They are taken before any widget sees them, so that a button with the
//! focus is pressed with Enter alone; a key that repeats because it is held is ignored.

use egui::{Event, Key as Pressed, Modifiers, Ui};

use crate::coach::{Action, Key, Stroke};

/// Takes those of the commands typed since the last frame that are `wanted`; the others stay with
/// the widgets.
pub(in crate::ui) fn take(ui: &Ui, wanted: impl Fn(Action) -> bool) -> Vec<Action> {
    let mut actions = Vec::new();
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, repeat, modifiers, .. } = event else {
                return true;
            };
            let action = stroke(*key, *modifiers).and_then(Action::of);
            let Some(action) = action.filter(|it| wanted(*it)) else { return true };
            if !repeat {
                actions.push(action);
            }
            false
        });
    });
    actions
}

/// The keys that are no letters. Plus is Shift and equals on many keyboards, and the question mark
/// Shift and slash.
const NAMED: [(Pressed, Key); 12] = [
    (Pressed::Space, Key::Space),
    (Pressed::ArrowLeft, Key::Left),
    (Pressed::ArrowRight, Key::Right),
    (Pressed::ArrowUp, Key::Up),
    (Pressed::ArrowDown, Key::Down),
    (Pressed::Escape, Key::Escape),
    (Pressed::F11, Key::F11),
    (Pressed::PageUp, Key::PageUp),
    (Pressed::PageDown, Key::PageDown),
    (Pressed::Plus, Key::Sign('+')),
    (Pressed::Minus, Key::Sign('-')),
    (Pressed::Questionmark, Key::Sign('?')),
];

/// The key as the coach knows it.
fn stroke(key: Pressed, modifiers: Modifiers) -> Option<Stroke> {
    if modifiers.alt {
        return None;
    }
    let shifted = [(Pressed::Equals, '+'), (Pressed::Slash, '?')];
    let shifted = shifted.iter().find(|it| modifiers.shift && it.0 == key);
    let named = NAMED.iter().find(|it| it.0 == key).map(|it| it.1);
    let named = named.or_else(|| shifted.map(|it| Key::Sign(it.1)));
    let (key, shift) = match named {
        Some(named) => (named, false),
        None => (Key::Sign(letter(key)?), modifiers.shift),
    };
    Some(Stroke { key, command: modifiers.command, shift })
}

/// The letter on the key, in lower case.
fn letter(key: Pressed) -> Option<char> {
    let mut name = key.name().chars();
    let letter = name.next().filter(char::is_ascii_alphabetic)?;
    name.next().is_none().then(|| letter.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn action(key: Pressed, modifiers: Modifiers) -> Option<Action> {
        Action::of(stroke(key, modifiers)?)
    }

    #[test]
    fn every_key_of_a_session_is_known() {
        let none = Modifiers::NONE;
        for (key, modifiers, expected) in [
            (Pressed::Space, none, Action::Pause),
            (Pressed::ArrowLeft, none, Action::Back),
            (Pressed::ArrowRight, none, Action::Skip),
            (Pressed::S, none, Action::Skip),
            (Pressed::S, Modifiers::SHIFT, Action::SkipExercise),
            (Pressed::R, none, Action::Redo),
            (Pressed::Plus, none, Action::Longer),
            (Pressed::Plus, Modifiers::SHIFT, Action::Longer),
            (Pressed::Equals, Modifiers::SHIFT, Action::Longer),
            (Pressed::Minus, none, Action::Shorter),
            (Pressed::D, none, Action::Done),
            (Pressed::D, Modifiers::SHIFT, Action::Rep),
            (Pressed::H, none, Action::Hurt),
            (Pressed::ArrowUp, none, Action::More),
            (Pressed::ArrowDown, none, Action::Fewer),
            (Pressed::F11, none, Action::Fullscreen),
            (Pressed::Questionmark, Modifiers::SHIFT, Action::Keys),
            (Pressed::Slash, Modifiers::SHIFT, Action::Keys),
            (Pressed::Escape, none, Action::Leave),
            (Pressed::Q, Modifiers::COMMAND, Action::Quit),
            (Pressed::Z, Modifiers::COMMAND, Action::Undo),
            (Pressed::PageUp, none, Action::Back),
            (Pressed::PageDown, none, Action::Skip),
        ] {
            assert_eq!(action(key, modifiers), Some(expected), "{key:?} {modifiers:?}");
        }
    }

    #[test]
    fn enter_and_tab_stay_with_the_widgets() {
        for key in [Pressed::Enter, Pressed::Tab, Pressed::A, Pressed::F1] {
            assert_eq!(action(key, Modifiers::NONE), None, "{key:?}");
        }
    }
}

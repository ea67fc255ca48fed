//! The keys that answer while a reading is waited for.

use egui::{Key, Modifiers, Ui};

use super::{Awaited, measure};
use crate::coach::{CheckMessage, Message, ReadingMessage};
use crate::library::{Gate, Method, ReadingOf};
use crate::program::SCALE;
use crate::ui::screens::session::Stage;

/// The digits, on the keyboard and beside it.
const DIGITS: [Key; 10] = [
    Key::Num0,
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

/// What the keyboard asks for while a reading is waited for; before any other key is looked at.
pub(in crate::ui::screens::session) fn keys_asked(
    ui: &Ui,
    stage: &Stage<'_>,
    asked: &mut Vec<Message>,
) {
    let Some(awaited) = stage.reading else { return };
    let pressed = |key| ui.input_mut(|it| it.consume_key(Modifiers::NONE, key));
    let mut say = |it| asked.push(Message::Check(CheckMessage::Read(it)));
    let digit = DIGITS.iter().position(|it| pressed(*it));
    match &awaited.read.of {
        ReadingOf::Words(_) => {
            if let Some(at) = digit.and_then(|it| it.checked_sub(1)) {
                say(ReadingMessage::Word(at));
            }
            if pressed(Key::U) {
                say(ReadingMessage::Unsure);
            }
        }
        ReadingOf::Angle(_) if awaited.method == Method::Scale => {
            if let Some(degrees) = digit.and_then(|it| SCALE.get(it.checked_sub(1)?)) {
                say(ReadingMessage::Pick(*degrees));
            }
        }
        ReadingOf::Angle(_) => {
            if let Some(digit) = digit.and_then(|it| u8::try_from(it).ok()) {
                say(ReadingMessage::Digit(digit));
            }
            let moves = [
                (Key::Backspace, ReadingMessage::Erase),
                (Key::ArrowUp, ReadingMessage::By(1)),
                (Key::ArrowDown, ReadingMessage::By(-1)),
            ];
            for (_, message) in moves.into_iter().filter(|it| pressed(it.0)) {
                say(message);
            }
            // With the focus on a button Enter presses that.
            let free = ui.memory(|it| it.focused().is_none());
            if awaited.typed.is_some() && free && pressed(Key::Enter) {
                say(ReadingMessage::Keep);
            }
        }
    }
    let photo = awaited.method == Method::Photo && pressed(Key::M);
    if let (true, ReadingOf::Angle(lean)) = (photo, &awaited.read.of) {
        asked.extend(measure(stage, *lean));
    }
    let mut say = |it| asked.push(Message::Check(CheckMessage::Read(it)));
    let gates = gates(&awaited);
    for (key, gate) in gates {
        if pressed(key) {
            say(ReadingMessage::Again(gate));
        }
    }
}

/// The keys that set a reading aside.
pub(super) fn gates(awaited: &Awaited<'_>) -> Vec<(Key, Gate)> {
    let is_angle = matches!(awaited.read.of, ReadingOf::Angle(_));
    let of = |it: &Gate| match it {
        Gate::Pelvis => Some((Key::P, Gate::Pelvis)),
        Gate::Knee => Some((Key::K, Gate::Knee)),
        Gate::Spread => None,
    };
    awaited.watches.iter().filter(|_| is_angle).filter_map(of).collect()
}

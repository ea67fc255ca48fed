//! Up to three activities that the person names, each rated from 0 to 10.

use egui::{Ui, vec2};

use super::Shown;
use crate::coach::{ACTIVITIES, HealthMessage};
use crate::program::Function;
use crate::text::{HealthSentence as S, Text};
use crate::ui::screens::part_ui;
use crate::ui::theme::{LINE_LENGTH, Palette, Type, space};
use crate::ui::widgets::{Button, card, rating_ui, text_field};
use crate::units::Pain;

/// Activities that are suggested: those with which this kind of hip is often felt.
const SUGGESTED: [S<'static>; 5] =
    [S::FunctionStairs, S::FunctionSquat, S::FunctionLunge, S::FunctionSit, S::FunctionWalk];

/// Draws them.
pub(super) fn function_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<HealthMessage>) {
    let Shown { person, view, text } = shown;
    suggestions_ui(ui, shown, said);
    let last = view.advice.and_then(|it| it.known.function.as_ref());
    for at in 0..ACTIVITIES {
        let Some((name, rating)) = person.activities.get(at) else { continue };
        card(ui, |ui| activity_ui(ui, (at, name, *rating), last, text, said));
    }
}

fn activity_ui(
    ui: &mut Ui,
    (at, name, rating): (usize, &str, Option<Pain>),
    last: Option<&Function>,
    text: &Text,
    said: &mut Vec<HealthMessage>,
) {
    let palette = Palette::of(ui);
    ui.spacing_mut().item_spacing.y = space::S;
    let label = text.ask(S::FunctionActivity { number: at + 1 });
    ui.set_max_width(ui.available_width().min(LINE_LENGTH));
    let mut words = name.to_owned();
    if text_field(ui, &label, &text.ask(S::FunctionHint), &mut words).changed() {
        said.push(HealthMessage::Activity { at, name: words });
    }
    let name = name.trim();
    if name.is_empty() {
        return;
    }
    let how = text.ask(S::FunctionHow { name });
    part_ui(ui, &how);
    let ends = [text.ask(S::FunctionNot), text.ask(S::FunctionWell)];
    let rated = rating_ui(ui, &how, rating, ends.each_ref().map(String::as_str));
    said.extend(rated.map(|rating| HealthMessage::Rate { at, rating }));
    let before = last.and_then(|it| Some((it.date, it.ratings.iter().find(|it| it.0 == name)?.1)));
    if let Some((date, rating)) = before {
        let (day, rating) = (text.date(date), rating.round().to_string());
        let words = text.ask(S::FunctionLast { day: &day, rating: &rating });
        ui.label(Type::Note.text(words).color(palette.muted));
    }
}

/// Words to begin with, for the first activity that has no name yet.
fn suggestions_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<HealthMessage>) {
    let Shown { person, text, .. } = shown;
    let Some(at) = person.activities.iter().position(|it| it.0.trim().is_empty()) else { return };
    part_ui(ui, &text.ask(S::FunctionSuggest));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        let words = SUGGESTED.into_iter().map(|it| text.ask(it));
        let free = words.filter(|it| person.activities.iter().all(|named| named.0 != *it));
        for name in free.collect::<Vec<_>>() {
            if ui.add(Button::quiet(&name)).clicked() {
                said.push(HealthMessage::Activity { at, name });
            }
        }
    });
}

//! What there is to train with: bands in the person's own order, and what is within reach.

use egui::{Ui, vec2};
use egui_material_icons::icons::{ICON_ADD, ICON_ARROW_UPWARD, ICON_DELETE, ICON_INFO};

use super::{Shown, paragraph_ui, title_ui};
use crate::coach::HealthMessage;
use crate::history::{Band, Pull, Things};
use crate::library::Equipment;
use crate::program::Owned;
use crate::text::{HealthSentence as S, Text};
use crate::ui::theme::{Palette, Type, icon, size, space};
use crate::ui::widgets::{Button, Chip, Choice, Dropdown, IconButton, card, text_field};

/// So many bands can be put in order.
const MOST: usize = 8;
/// The width of the choice of a strength, and of the field for a colour, where there is room.
const STRENGTH: f32 = 184.0;
const COLOUR: f32 = 168.0;

/// Draws it.
pub(super) fn things_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<HealthMessage>) {
    let Shown { person, text, .. } = shown;
    let mut things = person.things.clone();
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        title_ui(ui, &text.ask(S::ThingsBands));
        bands_ui(ui, &mut things, text);
        ui.add_space(space::S);
        title_ui(ui, &text.ask(S::ThingsOthers));
        others_ui(ui, &mut things, text);
        if things.others.iter().any(|it| Equipment::Weight.is(it)) {
            weights_ui(ui, &mut things, (person.visit, text));
        }
    });
    if person.first_band && !things.bands.is_empty() {
        card(ui, |ui| safety_ui(ui, text));
    }
    if things != person.things {
        said.push(HealthMessage::Things(things));
    }
}

fn bands_ui(ui: &mut Ui, things: &mut Things, text: &Text) {
    let about = if things.bands.is_empty() { S::ThingsNoBands } else { S::ThingsBandsAbout };
    paragraph_ui(ui, &text.ask(about));
    let (mut up, mut gone) = (None, None);
    for (index, band) in things.bands.iter_mut().enumerate() {
        ui.push_id(("band", index), |ui| {
            let (rises, goes) = band_ui(ui, index, band, text);
            up = up.or(rises.then_some(index));
            gone = gone.or(goes.then_some(index));
        });
    }
    if let Some(at) = up.filter(|it| 0 < *it) {
        things.bands.swap(at - 1, at);
    }
    if let Some(at) = gone.filter(|it| *it < things.bands.len()) {
        things.bands.remove(at);
    }
    let add = text.ask(S::BandAdd);
    let room = things.bands.len() < MOST;
    if ui.add_enabled(room, Button::quiet(&add).icon(ICON_ADD)).clicked() {
        let strongest = things.bands.last().map(|it| it.pull);
        let next = Pull::ALL.into_iter().find(|it| Some(*it) > strongest);
        let pull = next.or(strongest).unwrap_or(Pull::Light);
        things.bands.push(Band { pull, colour: String::new() });
    }
}

/// One band; whether it goes up, and whether it goes.
fn band_ui(ui: &mut Ui, index: usize, band: &mut Band, text: &Text) -> (bool, bool) {
    let number = index + 1;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let name = text.ask(S::BandNumber { number });
        let label = format!("{name}: {}", text.pull(band.pull));
        let choice = |it: &Pull| Choice { label: text.pull(*it), on: *it == band.pull };
        let choices: Vec<_> = Pull::ALL.iter().map(choice).collect();
        let start = ui.cursor().left();
        let strength = STRENGTH.min(0.36 * ui.available_width());
        let clicked = Dropdown { label: &label, on: true, several: false }.show(ui, || choices);
        ui.add_space((start + strength - ui.cursor().left()).max(0.0));
        if let Some(pull) = clicked.and_then(|it| Pull::ALL.get(it)) {
            band.pull = *pull;
        }
        let colour = egui::TextEdit::singleline(&mut band.colour)
            .hint_text(text.ask(S::BandColourHint))
            .desired_width(COLOUR.min(ui.available_width() - 2.0 * size::CONTROL - space::XL))
            .align(egui::Align2::LEFT_CENTER);
        let field = ui.add(colour);
        let named = text.ask(S::BandColour { number });
        ui.accesskit_node_builder(field.id, |it| it.set_label(named));
        let up = text.ask(S::BandEasier { number });
        let up = ui.add_enabled(0 < index, IconButton::new(ICON_ARROW_UPWARD, &up));
        let gone = text.ask(S::BandRemove { number });
        let gone = ui.add(IconButton::new(ICON_DELETE, &gone));
        (up.clicked(), gone.clicked())
    })
    .inner
}

fn others_ui(ui: &mut Ui, things: &mut Things, text: &Text) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        for thing in Owned::ASKED {
            let on = things.others.iter().any(|it| thing.is(it));
            if ui.add(Chip { label: &text.own_thing(thing), on }).clicked() {
                things.turn(thing);
            }
        }
    });
}

/// The weights, as the person writes them; what they are read as stands below.
fn weights_ui(ui: &mut Ui, things: &mut Things, (visit, text): (u64, &Text)) {
    let id = ui.scope_id().with(("weights", visit));
    let said = || text.list(things.weights.iter().map(|it| text.weight(*it)));
    let written = ui.data_mut(|it| it.get_temp::<String>(id));
    let mut words = written.unwrap_or_else(said);
    let hint = text.ask(S::ThingsWeightsHint);
    if text_field(ui, &text.ask(S::ThingsWeights), &hint, &mut words).changed() {
        things.weights = Things::weights_of(&words);
    }
    let weights = text.list(things.weights.iter().map(|it| text.weight(*it)));
    paragraph_ui(
        ui,
        &text.ask(if things.weights.is_empty() {
            S::ThingsWeightsNone
        } else {
            S::ThingsWeightsAbout { weights: &weights }
        }),
    );
    ui.data_mut(|it| it.insert_temp(id, words));
}

/// What there is to know before a band is used for the first time (a summary of makers' advice).
fn safety_ui(ui: &mut Ui, text: &Text) {
    let palette = Palette::of(ui);
    ui.spacing_mut().item_spacing.y = space::XS;
    ui.horizontal(|ui| {
        ui.label(icon(ICON_INFO, size::ICON).color(palette.rest));
        title_ui(ui, &text.ask(S::BandSafetyTitle));
    });
    let rules = [S::BandSafetyLook, S::BandSafetyStretch, S::BandSafetyRings, S::BandSafetyLatex];
    for rule in rules {
        ui.label(Type::Body.text(text.ask(rule)).color(palette.text));
    }
}

//! Where it hurts: on the figure and in a list of the same places, what else there is to mind, and at
//! once what follows for the exercises.

use egui::{Role, Ui, vec2};

use super::{Shown, columns_ui, map, title_ui};
use crate::coach::{HealthMessage, Person};
use crate::program::{Place, Sore};
use crate::text::HealthSentence as S;
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{Chip, card};
use crate::units::Side;

/// Draws it.
pub(super) fn places_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<HealthMessage>) {
    // Both columns tell; what they tell is put together afterwards.
    let (mut drawn, mut listed) = (Vec::new(), Vec::new());
    columns_ui(
        ui,
        0.37,
        |ui| {
            card(ui, |ui| map::map_ui(ui, shown, &mut drawn));
        },
        |ui| {
            card(ui, |ui| list_ui(ui, shown, &mut listed));
            card(ui, |ui| follows_ui(ui, shown));
            card(ui, |ui| mind_ui(ui, shown, &mut listed));
        },
    );
    said.extend(drawn);
    said.extend(listed);
}

/// The same places for the keyboard.
fn list_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<HealthMessage>) {
    let text = shown.text;
    ui.spacing_mut().item_spacing.y = space::S;
    title_ui(ui, &text.ask(S::PlacesList));
    for place in Place::ALL {
        place_ui(ui, place, shown, said);
    }
}

/// What else there is to mind.
fn mind_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<HealthMessage>) {
    let Shown { person, text, .. } = shown;
    ui.spacing_mut().item_spacing.y = space::S;
    title_ui(ui, &text.ask(S::MindTitle));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        for group in Person::other_groups() {
            let on = person.groups.contains(&group);
            if ui.add(Chip { label: &text.minded(group), on }).clicked() {
                said.push(HealthMessage::Group(group));
            }
        }
    });
}

/// One place, left and right in columns of their own.
fn place_ui(ui: &mut Ui, place: Place, shown: Shown<'_>, said: &mut Vec<HealthMessage>) {
    let width = ((ui.available_width() - space::S) / 2.0).floor();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        for side in Side::BOTH {
            let sore = Sore { place, side };
            let on = shown.person.sore.contains(&sore);
            let label = shown.text.sore(sore);
            let start = ui.cursor().left();
            if ui.add(Chip { label: &label, on }).clicked() {
                said.push(HealthMessage::Sore(sore));
            }
            ui.add_space((start + width - ui.cursor().left()).max(0.0));
        }
    });
}

/// What follows at once.
fn follows_ui(ui: &mut Ui, shown: Shown<'_>) {
    let Shown { person, view, text } = shown;
    ui.spacing_mut().item_spacing.y = space::XS;
    title_ui(ui, &text.ask(S::FollowsTitle));
    let Some(library) = view.library else { return };
    let palette = Palette::of(ui);
    for line in text.follows(&person.all_groups(), library) {
        let label = ui.label(Type::Body.text(line).color(palette.muted));
        ui.accesskit_node_builder(label.id, |node| {
            node.set_role(Role::Label);
            node.set_live(egui::accesskit::Live::Polite);
        });
    }
}

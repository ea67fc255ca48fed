//! The things round the figure: added, moved, turned and taken away.

use egui::Ui;
use egui_material_icons::icons::ICON_CLOSE;

use super::{Shown, named_ui};
use crate::coach::OwnMessage;
use crate::editing::FigureChange;
use crate::figure::Prop;
use crate::figure::source::PropKind;
use crate::text::OwnSentence as S;
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{Choice, Dropdown, IconButton, stepper_ui};

/// Centimetres of a body of 170 cm in a body height.
const BODY: f32 = 170.0;
/// A thing is moved by so many centimetres, and stands so many steps of them away at most.
const STEP: (f32, u32) = (5.0, 30);
/// It is turned by so many degrees.
const TURN: f32 = 15.0;
/// So often, short of once round.
const TURNS: u32 = 23;

pub(super) fn things_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<OwnMessage>) {
    let text = shown.text;
    named_ui(ui, &text.own(S::Things), |ui| {
        for (at, prop) in shown.props().iter().enumerate() {
            ui.push_id(("thing", at), |ui| thing_ui(ui, shown, (at, prop), said));
        }
        let label = text.own(S::ThingAdd);
        let choice = |it: &PropKind| Choice { label: text.prop(*it), on: false };
        let choices = PropKind::ALL.each_ref().map(choice);
        let dropdown = Dropdown { label: &label, on: false, several: false };
        let kind = dropdown.show(ui, || choices.into()).and_then(|it| PropKind::ALL.get(it));
        said.extend(kind.map(|it| shown.figure(FigureChange::AddThing(*it))));
    });
}

fn thing_ui(ui: &mut Ui, shown: Shown<'_>, (at, prop): (usize, &Prop), said: &mut Vec<OwnMessage>) {
    let text = shown.text;
    let name = text.prop(PropKind::of(prop));
    ui.horizontal(|ui| {
        ui.label(Type::Body.text(&name).color(Palette::of(ui).text));
        let less = text.own(S::TakeOut { what: &name });
        if ui.add(IconButton::new(ICON_CLOSE, &less)).clicked() {
            said.push(shown.figure(FigureChange::DropThing(at)));
        }
    });
    let Some((place, turn)) = prop.place() else { return };
    let put = |x, z, turn| shown.figure(FigureChange::PlaceThing { at, place: (x, z), turn });
    egui::Grid::new("place").num_columns(2).spacing([space::M, space::XS]).show(ui, |ui| {
        let new = length_ui(ui, (&text.own(S::ThingAhead { thing: &name }), shown), place.x);
        said.extend(new.map(|it| put(it, place.y, turn)));
        let new = length_ui(ui, (&text.own(S::ThingRight { thing: &name }), shown), place.y);
        said.extend(new.map(|it| put(place.x, it, turn)));
        ui.end_row();
        let label = text.own(S::ThingTurn { thing: &name });
        let turned = turn.rem_euclid(360.0);
        let steps = ((turned / TURN).round() as u32).min(TURNS);
        let words = text.own(S::Degrees { degrees: &turned.round().to_string() });
        let new = under_ui(ui, &label, |ui| stepper_ui(ui, &label, steps, 0..=TURNS, &words));
        said.extend(new.map(|it| put(place.x, place.y, it as f32 * TURN)));
        ui.end_row();
    });
}

/// A length in steps of some centimetres; what it becomes, in body heights.
fn length_ui(ui: &mut Ui, (label, shown): (&str, Shown<'_>), now: f32) -> Option<f32> {
    let (step, most) = STEP;
    let centimetres = (now * BODY).round() + 0.0;
    let steps = (centimetres / step).round() + most as f32;
    let words = shown.text.own(S::Centimetres { centimetres: &centimetres.to_string() });
    let steps = steps.max(0.0) as u32;
    let new = under_ui(ui, label, |ui| stepper_ui(ui, label, steps, 0..=2 * most, &words))?;
    Some((new as f32 - most as f32) * step / BODY)
}

fn under_ui(ui: &mut Ui, label: &str, add: impl FnOnce(&mut Ui) -> Option<u32>) -> Option<u32> {
    ui.vertical(|ui| {
        ui.label(Type::Note.text(label).color(Palette::of(ui).muted));
        add(ui)
    })
    .inner
}

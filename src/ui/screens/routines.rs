//! The routines: what each is for, how long it takes, what it needs.

use egui::Ui;
use egui_material_icons::icons::ICON_CHEVRON_RIGHT;

use super::{needs_ui, page_ui, part_ui};
use crate::coach::{Message, Place, TodayMessage, View};
use crate::library::{Library, Routine, RoutineKind};
use crate::session::{Missing, Plan};
use crate::text::{Sentence, Text};
use crate::ui::theme::{LINE_LENGTH, Palette, Type, space};
use crate::ui::widgets::{Button, as_heading, card};

/// Draws the list.
pub(super) fn routines_ui(ui: &mut Ui, view: &View<'_>, text: &Text, asked: &mut Vec<Message>) {
    let about = text.say(Sentence::UiRoutinesAbout);
    page_ui(ui, &text.say(Sentence::RailRoutines), &about, |ui| {
        let Some(library) = view.library else {
            ui.label(Type::Body.text(text.say(Sentence::UiLoading)).color(Palette::of(ui).muted));
            return;
        };
        ui.spacing_mut().item_spacing.y = space::M;
        let (breaks, sessions): (Vec<_>, Vec<_>) =
            library.routines.iter().partition(|it| it.kind == RoutineKind::Break);
        for routine in sessions {
            routine_ui(ui, routine, library, text, asked);
        }
        ui.add_space(space::M);
        part_ui(ui, &text.say(Sentence::UiRoutinesBreaks));
        for routine in breaks {
            routine_ui(ui, routine, library, text, asked);
        }
    });
}

fn routine_ui(
    ui: &mut Ui,
    routine: &Routine,
    library: &Library,
    text: &Text,
    asked: &mut Vec<Message>,
) {
    let palette = Palette::of(ui);
    let plan = Plan::new(routine, library, Missing::default());
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        ui.horizontal(|ui| {
            if head_ui(ui, routine, plan.as_ref().ok(), library, text) {
                let choose = TodayMessage::Choose(routine.id.clone());
                asked.extend([Message::Today(choose), Message::Go(Place::Today)]);
            }
        });
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width().min(LINE_LENGTH));
            ui.label(Type::Body.text(&routine.about).color(palette.muted));
        });
        ui.add_space(space::XS);
        match &plan {
            Ok(plan) => needs_ui(ui, plan, text),
            Err(error) => {
                let why = text.plan_error(error, Missing::default());
                ui.label(Type::Body.text(why).color(palette.alert));
            }
        }
    });
}

/// Its name and size; answers whether it is to be done today.
fn head_ui(
    ui: &mut Ui,
    routine: &Routine,
    plan: Option<&Plan>,
    library: &Library,
    text: &Text,
) -> bool {
    let palette = Palette::of(ui);
    let name = ui.label(Type::Title.text(&routine.name.long).color(palette.text));
    as_heading(&name, &routine.name.long);
    if library.own.contains_key(&routine.id) {
        let own = text.say(Sentence::UiRoutinesOwn);
        ui.label(Type::Caption.text(own).color(palette.rest));
    }
    if let Some(plan) = plan {
        let count = plan.entries.len();
        let exercises = text.say(Sentence::UiExercises { count });
        let size = text.list([text.minutes(plan.length()), exercises]);
        ui.label(Type::Body.text(size).color(palette.muted));
    }
    let label = text.say(Sentence::UiRoutinesChoose);
    let button = Button::quiet(&label).icon(ICON_CHEVRON_RIGHT);
    let right = egui::Layout::right_to_left(egui::Align::Center);
    let said = text.list([label.clone(), routine.name.long.clone()]);
    let response = ui.with_layout(right, |ui| ui.add_enabled(plan.is_some(), button)).inner;
    response.accessible_name(said).clicked()
}

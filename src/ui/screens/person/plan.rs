//! The if-then plan: days, a moment, a routine, a place, and what instead.

use egui::{Ui, vec2};

use super::{Shown, paragraph_ui, title_ui};
use crate::coach::HealthMessage;
use crate::history::IfThen;
use crate::library::{Library, RoutineKind};
use crate::text::{HealthSentence as S, Sentence, Text};
use crate::ui::screens::part_ui;
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{Chip, Choice, Dropdown, text_field};

/// Draws it.
pub(super) fn plan_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<HealthMessage>) {
    let Shown { person, view, text } = shown;
    let Some(library) = view.library else { return };
    ui.spacing_mut().item_spacing.y = space::S;
    title_ui(ui, &text.ask(S::PlanTitle));
    paragraph_ui(ui, &text.ask(S::PlanAbout));
    let mut plan = person.plan.clone();
    days_ui(ui, shown, &mut plan);
    words_ui(ui, (S::PlanAfter, S::PlanAfterHint), &mut plan.after, text);
    let of = |kind| kind == RoutineKind::Session;
    routine_ui(ui, (library, text), (S::PlanRoutine, of), &mut plan.routine);
    words_ui(ui, (S::PlanPlace, S::PlanPlaceHint), &mut plan.place, text);
    words_ui(ui, (S::PlanBarrier, S::PlanBarrierHint), &mut plan.barrier, text);
    let of = |kind| matches!(kind, RoutineKind::Session | RoutineKind::Break);
    routine_ui(ui, (library, text), (S::PlanInstead, of), &mut plan.instead);
    if let Some(words) = text.if_then(&plan, library) {
        ui.add_space(space::S);
        let days = text.plan_days(&plan).map(|it| format!("{it}: ")).unwrap_or_default();
        let words = Type::Body.text(format!("{days}{words}")).color(Palette::of(ui).text);
        ui.label(words);
    }
    if plan != person.plan {
        said.push(HealthMessage::Plan(plan));
    }
}

fn days_ui(ui: &mut Ui, shown: Shown<'_>, plan: &mut IfThen) {
    let text = shown.text;
    part_ui(ui, &text.ask(S::PlanDays));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
        for day in 1..=7_u8 {
            let on = plan.is_on(day.into());
            let label = text.say(Sentence::UiWeekday { day: day.into() });
            if ui.add(Chip { label: &label, on }).clicked() {
                plan.turn(day);
            }
        }
    });
}

fn words_ui(ui: &mut Ui, (label, hint): (S<'static>, S<'static>), words: &mut String, text: &Text) {
    text_field(ui, &text.ask(label), &text.ask(hint), words);
}

/// A routine by its name; the first entry is none.
fn routine_ui(
    ui: &mut Ui,
    (library, text): (&Library, &Text),
    (label, of): (S<'static>, impl Fn(RoutineKind) -> bool),
    chosen: &mut String,
) {
    let routines: Vec<_> = library.routines.iter().filter(|it| of(it.kind)).collect();
    let nothing = text.ask(S::PlanAnything);
    let now = library.routine(chosen).map_or(&nothing, |it| &it.name.long);
    let label = format!("{} {now}", text.ask(label));
    let none = Choice { label: nothing.clone(), on: chosen.is_empty() };
    let named =
        routines.iter().map(|it| Choice { label: it.name.long.clone(), on: it.id == *chosen });
    let choices: Vec<_> = std::iter::once(none).chain(named).collect();
    let on = !chosen.is_empty();
    if let Some(at) = (Dropdown { label: &label, on, several: false }).show(ui, || choices) {
        let picked = at.checked_sub(1).and_then(|it| routines.get(it));
        *chosen = picked.map(|it| it.id.clone()).unwrap_or_default();
    }
}

//! The part of the settings that is about the person: what they have told, since when, and the way to
//! change it.

use egui::{Layout, Ui, vec2};

use crate::coach::{HealthMessage, Known, Message, PersonPage, View};
use crate::program::Screening;
use crate::text::{HealthSentence as S, Text};
use crate::ui::theme::{LINE_LENGTH, Palette, Type, space};
use crate::ui::widgets::{Button, as_heading};

/// Draws it.
pub(super) fn about_ui(ui: &mut Ui, view: &View<'_>, text: &Text) -> Option<Message> {
    let palette = Palette::of(ui);
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width().min(LINE_LENGTH));
        ui.label(Type::Body.text(text.ask(S::AboutAbout)).color(palette.muted));
    });
    let known = &view.advice?.known;
    let mut asked = None;
    for (page, head, words, day) in rows(known, view, text) {
        ui.separator();
        let row = ui.horizontal_top(|ui| {
            let change = text.ask(S::AboutChange { what: &head });
            let short = text.ask(S::AboutChangeShort);
            let room = ui.available_width() - 132.0;
            let down = Layout::top_down(egui::Align::Min);
            ui.allocate_ui_with_layout(vec2(room, 0.0), down, |ui| {
                ui.set_width(room);
                ui.spacing_mut().item_spacing.y = space::XS;
                let label = ui.label(Type::Strong.text(&head).color(palette.text));
                as_heading(&label, &head);
                ui.label(Type::Body.text(&words).color(palette.text));
                ui.label(Type::Note.text(&day).color(palette.muted));
            });
            let right = Layout::right_to_left(egui::Align::Min);
            ui.with_layout(right, |ui| {
                let response = ui.add(Button::quiet(&short));
                ui.accesskit_node_builder(response.id, |it| it.set_label(change));
                response.clicked()
            })
            .inner
        });
        if row.inner {
            asked = Some(Message::Health(HealthMessage::Open(page)));
        }
    }
    asked
}

/// What is known: the page that changes it, its head, what was told, and when.
fn rows(known: &Known, view: &View<'_>, text: &Text) -> Vec<(PersonPage, String, String, String)> {
    let health = &known.health;
    let dated = |it: Option<chrono::NaiveDate>| match it {
        Some(day) => text.ask(S::Dated { day: &text.full_date(day) }),
        None => text.ask(S::Never),
    };
    let screen = match &health.screen {
        Screening::Open => text.ask(S::Never),
        Screening::Clear => text.ask(S::AboutHealthClear),
        Screening::Yes(questions) => text.ask(S::AboutHealthYes { count: questions.len() }),
        Screening::Cleared(day) => text.ask(S::AboutHealthCleared { day: &text.full_date(*day) }),
    };
    let places = text.told_places(&health.sore, &health.groups);
    let (things_day, things) = known.things.as_ref().map(|it| (it.0, text.things(&it.1))).unzip();
    let target = u32::from(view.days.target_on(view.now.date_naive()));
    let target = text.ask(S::AboutTarget { count: target });
    let plan = known.plan.as_ref().zip(view.library);
    let plan = plan.and_then(|(plan, library)| {
        let words = text.if_then(&plan.1, library)?;
        let days = text.plan_days(&plan.1).map(|it| format!("{it}: ")).unwrap_or_default();
        Some((plan.0, format!("{target}. {days}{words}")))
    });
    let (plan_day, plan) = plan.unzip();
    let function = known.function.as_ref();
    let names = function.map(|it| text.list(it.ratings.iter().map(|it| it.0.clone())));
    vec![
        (PersonPage::Questions, text.ask(S::AboutHealth), screen, dated(health.asked)),
        (PersonPage::Places, text.ask(S::AboutPlaces), places, dated(health.placed)),
        (
            PersonPage::Things,
            text.ask(S::AboutThings),
            things.unwrap_or_default(),
            dated(things_day),
        ),
        (
            PersonPage::Week,
            text.ask(S::AboutWeek),
            plan.unwrap_or_else(|| format!("{target}. {}", text.ask(S::PlanNone))),
            dated(plan_day),
        ),
        (
            PersonPage::Function,
            text.ask(S::AboutFunction),
            names.unwrap_or_default(),
            dated(function.map(|it| it.date)),
        ),
    ]
}

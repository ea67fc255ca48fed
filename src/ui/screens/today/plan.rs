//! The chosen routine laid out: its exercises, what it needs, what is missing today, and pain.

use egui::{Role, Sense, Ui, vec2};

use super::super::{needs_ui, part_ui};
use super::{time, worse_ui};
use crate::coach::{HealthMessage, Message, Speech, Today, TodayMessage, View};
use crate::library::Screen;
use crate::session::{Missing, Plan};
use crate::text::{HealthSentence, Sentence, Text};
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{
    Banner, Chip, FigureView, Weight, card, cut, describe, figure_ui, paint_left, rating_ui,
};

/// From this width on the exercises stand beside what they need.
const TWO_COLUMNS: f32 = 720.0;

/// Shows the plan.
pub(super) fn plan_ui(
    ui: &mut Ui,
    today: &Today,
    view: &View<'_>,
    text: &Text,
    asked: &mut Vec<Message>,
) {
    match &today.plan {
        None => {}
        Some(Err(error)) => {
            let why = text.plan_error(error, today.missing);
            Banner { weight: Weight::Note, text: &why, actions: &[] }.show(ui);
            time::time_ui(ui, today, text, asked);
            lack_ui(ui, today, text, asked);
            worse_ui(ui, text, asked);
        }
        Some(Ok(plan)) => {
            time::time_ui(ui, today, text, asked);
            voice_ui(ui, plan, view, text);
            if TWO_COLUMNS <= ui.available_width() {
                two_columns(ui, plan, (today, view), text, asked);
            } else {
                needs_card_ui(ui, plan, (today, view), text, asked);
                exercises_card_ui(ui, plan, text);
            }
        }
    }
}

fn two_columns(
    ui: &mut Ui,
    plan: &Plan,
    (today, view): (&Today, &View<'_>),
    text: &Text,
    asked: &mut Vec<Message>,
) {
    let right = (ui.available_width() * 0.46).min(520.0);
    let left = ui.available_width() - right - space::L;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        let down = egui::Layout::top_down(egui::Align::Min);
        ui.allocate_ui_with_layout(vec2(left, 0.0), down, |ui| exercises_card_ui(ui, plan, text));
        ui.allocate_ui_with_layout(vec2(right, 0.0), down, |ui| {
            needs_card_ui(ui, plan, (today, view), text, asked);
        });
    });
}

/// Where nothing can speak: for which exercises the screen has to be seen.
fn voice_ui(ui: &mut Ui, plan: &Plan, view: &View<'_>, text: &Text) {
    if view.speech != Speech::Absent {
        return;
    }
    let unseen = plan.entries.iter().filter(|it| it.screen != Screen::Yes);
    let names = text.list(unseen.map(|it| it.name.short.clone()));
    if !names.is_empty() {
        let said = text.say(Sentence::UiTodayNoVoice { names: &names });
        Banner { weight: Weight::Note, text: &said, actions: &[] }.show(ui);
    }
}

fn exercises_card_ui(ui: &mut Ui, plan: &Plan, text: &Text) {
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        part_ui(ui, &text.say(Sentence::UiTodayPlan));
        ui.add_space(space::XS);
        for index in 0..plan.entries.len() {
            exercise_ui(ui, plan, index, text);
        }
        if let Some(fitted) = &plan.fitted {
            ui.add_space(space::S);
            ui.label(Type::Body.text(text.fitted(fitted)).color(Palette::of(ui).rest));
        }
        if !plan.left_out.is_empty() {
            ui.add_space(space::S);
            part_ui(ui, &text.say(Sentence::UiTodayLeftOut));
            for it in &plan.left_out {
                let palette = Palette::of(ui);
                ui.label(Type::Body.text(text.left_out(it)).color(palette.muted));
            }
        }
    });
}

/// A small figure, the name, and the dose.
fn exercise_ui(ui: &mut Ui, plan: &Plan, index: usize, text: &Text) {
    let Some(entry) = plan.entries.get(index) else { return };
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 52.0), Sense::hover());
    let small = egui::Rect::from_min_size(rect.min + vec2(0.0, 4.0), vec2(44.0, 44.0));
    let movement = entry.movement.as_deref();
    // The words beside it say what it shows.
    figure_ui(ui, small, &FigureView { movement, glow: &entry.muscles, ..FigureView::default() });
    let dose = text.dose(plan, index);
    let left = small.right() + space::M;
    let name = cut(ui, &entry.name.long, Type::Strong, palette.text, rect.right() - left);
    paint_left(ui, egui::pos2(left, rect.top() + 16.0), name);
    let mut said = vec![entry.name.long.clone(), dose.clone()];
    let under = egui::pos2(left, rect.top() + 37.0);
    let words = cut(ui, &dose, Type::Note, palette.muted, rect.right() - left);
    let width = words.size().x + space::S;
    paint_left(ui, under, words);
    if entry.swapped {
        let swapped = text.say(Sentence::UiTodaySwapped);
        let room = rect.right() - left - width;
        let words = cut(ui, &swapped, Type::Note, palette.rest, room);
        paint_left(ui, under + vec2(width, 0.0), words);
        said.push(swapped);
    }
    describe(&response, Role::Label, &text.list(said));
}

fn needs_card_ui(
    ui: &mut Ui,
    plan: &Plan,
    (today, view): (&Today, &View<'_>),
    text: &Text,
    asked: &mut Vec<Message>,
) {
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        needs_ui(ui, plan, text);
        ui.add_space(space::M);
        lack_ui(ui, today, text, asked);
        ui.add_space(space::M);
        let name = text.say(Sentence::UiTodayPain);
        part_ui(ui, &name);
        let ends = [text.say(Sentence::UiPainNone), text.say(Sentence::UiPainWorst)];
        let clicked = rating_ui(ui, &name, today.pain, ends.each_ref().map(String::as_str));
        asked.extend(clicked.map(|it| Message::Today(TodayMessage::Pain(it))));
        night_ui(ui, view, text, asked);
        worse_ui(ui, text, asked);
    });
}

/// Whether the night was bad: two of them soon after each other are a reason for an easy week.
fn night_ui(ui: &mut Ui, view: &View<'_>, text: &Text, asked: &mut Vec<Message>) {
    let Some(advice) = view.advice.filter(|_| view.journal.is_some()) else { return };
    let on = advice.known.health.nights.contains(&view.now.date_naive());
    let label = text.ask(HealthSentence::TodayNight);
    if ui.add(Chip { label: &label, on }).clicked() {
        asked.push(Message::Health(HealthMessage::Night(!on)));
    }
}

/// What is not at hand today; another form of the exercise is taken, or it is left out.
fn lack_ui(ui: &mut Ui, today: &Today, text: &Text, asked: &mut Vec<Message>) {
    part_ui(ui, &text.say(Sentence::UiTodayLack));
    let missing = today.missing;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        for (label, on, toggled) in [
            (Sentence::UiLackBand, missing.band, Missing { band: !missing.band, ..missing }),
            (Sentence::UiLackWall, missing.wall, Missing { wall: !missing.wall, ..missing }),
            (Sentence::UiLackBench, missing.bench, Missing { bench: !missing.bench, ..missing }),
            (Sentence::UiLackFloor, missing.floor, Missing { floor: !missing.floor, ..missing }),
        ] {
            let label = text.say(label);
            if ui.add(Chip { label: &label, on }).clicked() {
                asked.push(Message::Today(TodayMessage::Lack(toggled)));
            }
        }
    });
}

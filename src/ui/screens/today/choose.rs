//! The routines to choose from, as cards with their length, and the breaks as small buttons.

use egui::{Rect, Ui, UiBuilder, Vec2, vec2};
use egui_material_icons::icons::{ICON_CHAIR, ICON_CHECK};

use super::super::part_ui;
use crate::coach::{Message, RemindersMessage, Today, TodayMessage, View};
use crate::library::{Routine, RoutineKind};
use crate::session::Plan;
use crate::text::{ReminderSentence, Sentence, Text};
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{Button, ChoiceCard, FigureView, figure_ui};

/// The narrowest that a card may be.
const CARD_LEAST: f32 = 148.0;
/// The height of a card.
const CARD_HEIGHT: f32 = 116.0;
/// The width that a card's words take, and the side of a small figure beside them, in points.
const WORDS: f32 = 120.0;
const FIGURE: f32 = 48.0;

/// Shows the sessions, warm-up and cool-down, one card each.
pub(super) fn routines_ui(
    ui: &mut Ui,
    today: &Today,
    view: &View<'_>,
    text: &Text,
    asked: &mut Vec<Message>,
) {
    let Some(library) = view.library else {
        ui.label(Type::Body.text(text.say(Sentence::UiLoading)).color(Palette::of(ui).muted));
        return;
    };
    part_ui(ui, &text.say(Sentence::UiTodayChoose));
    let offered: Vec<_> =
        library.routines.iter().filter(|it| it.kind != RoutineKind::Break).collect();
    let size = card_size(ui.available_width(), offered.len());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::M, space::M);
        for routine in offered {
            let plan = today.plans.get(&routine.id);
            let selected = today.chosen.as_ref() == Some(&routine.id);
            let [head, name, detail] = card_words(routine, plan, text);
            let said = text.list([head.clone(), name.clone(), detail.clone()]);
            let (head, name, detail) = (&head, &name, &detail);
            let card = ChoiceCard { head, name, detail, said: &said, selected, size };
            let response = ui.add(card);
            if let Some(plan) = plan.filter(|_| ui.is_rect_visible(response.rect)) {
                let place = UiBuilder::new().id_salt(&routine.id).max_rect(response.rect);
                figures_ui(&mut ui.new_child(place), response.rect, plan);
            }
            if response.clicked() {
                asked.push(Message::Today(TodayMessage::Choose(routine.id.clone())));
            }
        }
    });
}

/// What a routine is made of, as small figures beside its words: in order, as many as there is room
/// for. The words say how many there are.
fn figures_ui(ui: &mut Ui, card: Rect, plan: &Plan) {
    let room =
        Rect::from_min_max(card.min + vec2(WORDS, space::S), card.max - Vec2::splat(space::S));
    let fit = (room.size() / FIGURE).floor();
    if fit.x < 1.0 || fit.y < 1.0 {
        return;
    }
    // No more columns than are needed, so that the rows are full.
    let columns = fit.x.min((plan.entries.len() as f32 / fit.y).ceil());
    let places = (0..fit.y as u16).flat_map(|row| (0..columns as u16).map(move |it| (it, row)));
    let start = room.right_top() - vec2(columns * FIGURE, 0.0);
    for (entry, (column, row)) in plan.entries.iter().zip(places) {
        let corner = start + vec2(f32::from(column), f32::from(row)) * FIGURE;
        let place = Rect::from_min_size(corner, Vec2::splat(FIGURE)).shrink(2.0);
        let movement = entry.movement.as_deref();
        ui.push_id((column, row), |ui| {
            let view = FigureView { movement, glow: &entry.muscles, ..FigureView::default() };
            figure_ui(ui, place, &view);
        });
    }
}

/// All in one row where they fit, else in rows of equal cards.
fn card_size(width: f32, count: usize) -> Vec2 {
    let fit = ((width + space::M) / (CARD_LEAST + space::M)).floor().max(1.0);
    let rows = (count as f32 / fit).ceil().max(1.0);
    let columns = (count as f32 / rows).ceil().max(1.0);
    vec2(((width + space::M) / columns - space::M).floor(), CARD_HEIGHT)
}

/// What stands on a card: the time, the name, how many exercises.
fn card_words(routine: &Routine, plan: Option<&Plan>, text: &Text) -> [String; 3] {
    let time = plan.map_or_else(|| text.say(Sentence::UiUnknown), |it| text.minutes(it.length()));
    let count = plan.map_or(0, |it| it.entries.len());
    [time, routine.name.short.clone(), text.say(Sentence::UiExercises { count })]
}

/// Shows the breaks.
pub(super) fn breaks_ui(
    ui: &mut Ui,
    today: &Today,
    view: &View<'_>,
    text: &Text,
    asked: &mut Vec<Message>,
) {
    let Some(library) = view.library else { return };
    ui.add_space(space::M);
    part_ui(ui, &text.say(Sentence::UiTodayBreaks));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        for routine in library.routines.iter().filter(|it| it.kind == RoutineKind::Break) {
            let chosen = today.chosen.as_ref() == Some(&routine.id);
            // One of which nothing is left today is not offered.
            let Some(plan) = today.plans.get(&routine.id) else { continue };
            let words = text.list([routine.name.short.clone(), text.minutes(plan.length())]);
            let button = if chosen { Button::primary(&words) } else { Button::quiet(&words) };
            if ui.add(button.icon(ICON_CHAIR)).on_hover_text(&routine.about).clicked() {
                asked.push(Message::Today(TodayMessage::Choose(routine.id.clone())));
            }
        }
    });
    done_ui(ui, view, text, asked);
}

/// What was done today, and what was done without the program.
fn done_ui(ui: &mut Ui, view: &View<'_>, text: &Text, asked: &mut Vec<Message>) {
    let palette = Palette::of(ui);
    ui.horizontal_wrapped(|ui| {
        let stood = text.remind(ReminderSentence::TodayStood);
        let can_keep = view.journal.is_some() && view.can_begin;
        if ui.add_enabled(can_keep, Button::plain(&stood).icon(ICON_CHECK)).clicked() {
            asked.push(Message::Reminders(RemindersMessage::Stood));
        }
        if let Some(done) = view.breaks_done {
            let time = text.clock(done.last);
            let said = ReminderSentence::TodayDone { count: done.count, time: &time };
            ui.label(Type::Label.text(text.remind(said)).color(palette.muted));
        }
    });
}

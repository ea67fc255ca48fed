//! The page of an exercise: its figure and levels on one side, everything to know on the other, and
//! one large button to try it.

use egui::{CentralPanel, Layout, Rect, Role, ScrollArea, Sense, Stroke, Ui, vec2};
use egui_material_icons::icons::{ICON_FRONT_HAND, ICON_PLAY_ARROW};

use super::super::{bottom_ui, column_ui, frame, part_ui};
use super::ladder::figure_column_ui;
use super::motion::side_of;
use super::onward::{alternatives_ui, articles_ui, mine_ui};
use super::{Shown, heading_ui, kind_of};
use crate::coach::LibraryMessage;
use crate::library::{Cue, Exercise, Level, Routine};
use crate::session::{Missing, Plan};
use crate::text::{LearnSentence, Sentence, Text};
use crate::ui::theme::{LINE_LENGTH, Palette, Type, icon_font, size, soft, space, stroke};
use crate::ui::widgets::{
    Button, as_heading, card, card_frame, describe, line, paint_left, scrolled,
};
use crate::units::Side;

/// From this width on the figure stands beside the words.
const TWO_COLUMNS: f32 = 700.0;
/// The widest that the figure's column grows.
const FIGURE: f32 = 460.0;
/// The width of the words that name facts.
const FACT: f32 = 84.0;

/// The exercise that is open.
#[derive(Clone, Copy)]
pub(super) struct Open<'a> {
    pub(super) exercise: &'a Exercise,
    pub(super) level: &'a Level,
    pub(super) side: Side,
    pub(super) visit: u64,
}

/// Draws the page.
pub(super) fn exercise_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    open: Open<'_>,
    said: &mut Vec<LibraryMessage>,
) {
    let routine = Routine::attempt(open.exercise, open.level.number);
    let plan = routine.and_then(|it| Plan::new(&it, shown.library, Missing::default()).ok());
    try_ui(ui, shown, plan.as_ref(), said);
    let below = frame(ui, space::S, 0.0);
    CentralPanel::default().frame(below).show(ui, |ui| {
        let scroll = ScrollArea::vertical().id_salt(("exercise", open.visit)).auto_shrink(false);
        scrolled(scroll, ui, |ui| {
            column_ui(ui, |ui| {
                heading_ui(ui, Type::Heading, &open.exercise.name.long);
                let palette = Palette::of(ui);
                let kind = kind_of(open.exercise, shown.text);
                ui.label(Type::Body.text(kind).color(palette.muted));
                ui.add_space(space::L);
                columns_ui(ui, shown, open, plan.as_ref(), said);
                ui.add_space(space::XXL);
            });
        });
    });
}

fn columns_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    open: Open<'_>,
    plan: Option<&Plan>,
    said: &mut Vec<LibraryMessage>,
) {
    let width = ui.available_width();
    if width < TWO_COLUMNS {
        figure_column_ui(ui, shown, open, said);
        ui.add_space(space::XL);
        words_column_ui(ui, shown, open, plan, said);
        return;
    }
    let left = (width * 0.44).min(FIGURE);
    let right = (width - left - space::XXL).min(LINE_LENGTH);
    let down = Layout::top_down(egui::Align::Min);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::XXL;
        ui.allocate_ui_with_layout(vec2(left, 0.0), down, |ui| {
            figure_column_ui(ui, shown, open, said);
        });
        ui.allocate_ui_with_layout(vec2(right, 0.0), down, |ui| {
            words_column_ui(ui, shown, open, plan, said);
        });
    });
}

/// Everything to know about the level and the exercise.
fn words_column_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    open: Open<'_>,
    plan: Option<&Plan>,
    said: &mut Vec<LibraryMessage>,
) {
    let (text, level) = (shown.text, open.level);
    let palette = Palette::of(ui);
    let entry = plan.and_then(|it| it.entries.first());
    let side = entry.and_then(|it| text.side_line(it, side_of(level, open.side), false));
    let number = u32::from(level.number);
    let name = text.learn(LearnSentence::LearnLevel { number, name: &level.name });
    heading_ui(ui, Type::Title, &name);
    paragraph_ui(ui, LearnSentence::LearnReady, text, &level.setup.long);
    if let Some(side) = side {
        ui.label(Type::Body.text(side).color(palette.text));
    }
    paragraph_ui(ui, LearnSentence::LearnHow, text, &level.how);
    ui.add_space(space::L);
    facts_ui(ui, open, text);
    points_ui(ui, LearnSentence::LearnCues, text, level.cues.iter().map(|it| cue(it, text)));
    points_ui(ui, LearnSentence::LearnMistakes, text, level.mistakes.iter().cloned());
    stop_ui(ui, level, text);
    paragraph_ui(ui, LearnSentence::LearnWhy, text, &open.exercise.why);
    alternatives_ui(ui, shown, open.exercise, said);
    mine_ui(ui, shown, open.exercise, said);
    articles_ui(ui, shown, open.exercise, said);
    if !open.exercise.sources.is_empty() {
        paragraph_ui(ui, LearnSentence::LearnSources, text, &open.exercise.sources.join("; "));
    }
}

fn cue(it: &Cue, text: &Text) -> String {
    match &it.by {
        Some(by) => text.learn(LearnSentence::LearnCueBy { by, cue: &it.long }),
        None => it.long.clone(),
    }
}

fn paragraph_ui(ui: &mut Ui, heading: LearnSentence<'_>, text: &Text, words: &str) {
    ui.add_space(space::L);
    part_ui(ui, &text.learn(heading));
    ui.label(Type::Body.text(words).color(Palette::of(ui).text));
}

/// Dose, pace, things to fetch, position, screen, muscles.
fn facts_ui(ui: &mut Ui, open: Open<'_>, text: &Text) {
    let level = open.level;
    let things = if level.equipment.is_empty() {
        text.say(Sentence::UiTodayFetchNothing)
    } else {
        text.list(level.equipment.iter().map(|it| text.equipment(*it)))
    };
    let muscles = if level.muscles.is_empty() { &open.exercise.muscles } else { &level.muscles };
    let facts = [
        (LearnSentence::LearnDoseHeading, Some(text.dose_range(level))),
        (LearnSentence::LearnPace, text.pace(level)),
        (LearnSentence::LearnFetch, Some(things)),
        (LearnSentence::LearnPosition, Some(text.position(level.position))),
        (LearnSentence::LearnScreenHeading, Some(text.screen(level.screen))),
        (LearnSentence::LearnMuscles, Some(text.list(muscles.iter().map(|it| text.muscle(*it))))),
    ];
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        for (head, words) in facts {
            if let Some(words) = words {
                fact_ui(ui, &text.learn(head), &words);
            }
        }
    });
}

fn fact_ui(ui: &mut Ui, head: &str, words: &str) {
    let palette = Palette::of(ui);
    let head_laid = line(ui, head, Type::Label.font(), palette.muted);
    let width = ui.available_width() - FACT;
    let laid = ui.painter().layout(words.to_owned(), Type::Body.font(), palette.text, width);
    let size = vec2(ui.available_width(), laid.size().y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    describe(&response, Role::Label, &format!("{head}: {words}"));
    ui.painter().galley(rect.min + vec2(0.0, 2.0), head_laid, palette.muted);
    ui.painter().galley(rect.min + vec2(FACT, 0.0), laid, palette.text);
}

/// A list with a dot before each point.
fn points_ui(
    ui: &mut Ui,
    heading: LearnSentence<'_>,
    text: &Text,
    points: impl Iterator<Item = String>,
) {
    ui.add_space(space::L);
    part_ui(ui, &text.learn(heading));
    for point in points {
        point_ui(ui, &point, |ui, rect| {
            let color = Palette::of(ui).muted;
            ui.painter().circle_filled(rect.center(), 2.5, color);
        });
    }
}

/// A point with its mark.
fn point_ui(ui: &mut Ui, words: &str, mark: impl FnOnce(&Ui, Rect)) {
    let palette = Palette::of(ui);
    let indent = space::XL;
    let width = ui.available_width() - indent;
    let laid = ui.painter().layout(words.to_owned(), Type::Body.font(), palette.text, width);
    let row = laid.rows.first().map_or(laid.size().y, |it| it.size.y);
    let size = vec2(ui.available_width(), laid.size().y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    describe(&response, Role::Label, words);
    mark(ui, Rect::from_min_size(rect.min, vec2(size::ICON, row)));
    ui.painter().galley(rect.min + vec2(indent, 0.0), laid, palette.text);
}

/// When to stop: set apart, so that it cannot be overlooked.
fn stop_ui(ui: &mut Ui, level: &Level, text: &Text) {
    if level.stop_if.is_empty() {
        return;
    }
    ui.add_space(space::L);
    let palette = Palette::of(ui);
    let frame = card_frame(&palette)
        .fill(soft(palette.alert, palette.surface))
        .stroke(Stroke::new(stroke::HAIRLINE, palette.alert));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::S;
        let words = text.learn(LearnSentence::LearnStop);
        let heading = ui.label(Type::Label.text(&words).color(palette.alert));
        as_heading(&heading, &words);
        for it in &level.stop_if {
            point_ui(ui, &it.text, |ui, rect| {
                let hand = icon_font(16.0);
                let hand = line(ui, ICON_FRONT_HAND.codepoint, hand, palette.alert);
                paint_left(ui, rect.left_center(), hand);
            });
        }
    });
}

/// The one large button, always to be seen, with what it asks for.
fn try_ui(ui: &mut Ui, shown: Shown<'_>, plan: Option<&Plan>, said: &mut Vec<LibraryMessage>) {
    let Some(plan) = plan else { return };
    bottom_ui(ui, |ui| {
        let palette = Palette::of(ui);
        let label = shown.text.learn(LearnSentence::LearnTry);
        let button = Button::primary(&label).icon(ICON_PLAY_ARROW).large();
        if ui.add_enabled(shown.can_try, button).clicked() {
            said.push(LibraryMessage::Try);
        }
        ui.add_space(space::M);
        let (amount, time) = (shown.text.dose(plan, 0), shown.text.minutes(plan.length()));
        let about = shown.text.learn(if shown.can_try {
            LearnSentence::LearnTryAbout { amount: &amount, time: &time }
        } else {
            LearnSentence::LearnTryNotYet
        });
        let room = vec2(ui.available_width(), size::CONTROL_LARGE);
        ui.allocate_ui_with_layout(room, Layout::left_to_right(egui::Align::Center), |ui| {
            ui.add(egui::Label::new(Type::Note.text(about).color(palette.muted)).wrap());
        });
    });
}

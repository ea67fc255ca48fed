//! The page of an exercise: its figure and levels on one side, everything to know on the other, and
//! one large button to try it.

use egui::{
    CentralPanel, Layout, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};
use egui_material_icons::icons::{ICON_CONTENT_COPY, ICON_EDIT, ICON_FRONT_HAND, ICON_PLAY_ARROW};

use super::super::{bottom_ui, column_ui, frame, part_ui};
use super::browse::rows_of;
use super::motion::{moment, side_of};
use super::{Shown, heading_ui, kind_of};
use crate::coach::LibraryMessage;
use crate::library::{
    Alternative, Article, Cue, Exercise, Instead, Level, LevelSides, Library, Link, Routine,
};
use crate::session::{Missing, Plan};
use crate::text::{OwnSentence, Sentence, Text};
use crate::ui::theme::{
    LINE_LENGTH, Palette, Type, focus_ring, icon_font, radius, size, soft, space, stroke,
};
use crate::ui::widgets::{
    Button, FigureView, as_heading, card, card_frame, describe, figure_ui, line, paint_left,
    segments,
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
        scroll.show(ui, |ui| {
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

/// The figure, the side that it works, and the ladder of levels.
fn figure_column_ui(ui: &mut Ui, shown: Shown<'_>, open: Open<'_>, said: &mut Vec<LibraryMessage>) {
    let text = shown.text;
    let palette = Palette::of(ui);
    let width = ui.available_width();
    // In a low window the words must show that they are there.
    let seen = ui.clip_rect().height() * 0.5;
    let size = vec2(width, (width * 0.64).min(320.0).min(seen));
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let border = Stroke::new(stroke::HAIRLINE, palette.outline);
    ui.painter().rect(rect, radius::CARD, palette.surface, border, StrokeKind::Inside);
    let working = text.side(side_of(open.level, open.side));
    let moves = !shown.reduced;
    let view = FigureView {
        movement: open.level.movement.as_deref(),
        side: side_of(open.level, open.side),
        at: moment(ui, moves),
        moves,
        glow: &open.level.muscles,
        ghost: true,
        reduced: shown.reduced,
        name: &text.list([open.exercise.name.long.clone(), working]),
        ..FigureView::default()
    };
    figure_ui(ui, rect.shrink(space::M), &view);
    if open.level.sides != LevelSides::Both {
        ui.add_space(space::S);
        let names = Side::BOTH.map(|it| text.side(it.into()));
        let at = Side::BOTH.iter().position(|it| *it == open.side);
        let what = text.say(Sentence::LearnSide);
        let clicked = segments(ui, &what, &names.each_ref().map(String::as_str), at);
        said.extend(clicked.and_then(|it| Side::BOTH.get(it)).map(|it| LibraryMessage::Side(*it)));
    }
    ui.add_space(space::M);
    part_ui(ui, &text.say(Sentence::LearnLevels));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        for level in &open.exercise.levels {
            if rung_ui(ui, level, level.number == open.level.number, text) {
                said.push(LibraryMessage::Level(level.number));
            }
        }
    });
}

/// One level of the ladder.
fn rung_ui(ui: &mut Ui, level: &Level, selected: bool, text: &Text) -> bool {
    let palette = Palette::of(ui);
    let number = u32::from(level.number);
    let short = text.say(Sentence::LearnLevelShort { number });
    let short = line(ui, &short, Type::Label.font(), palette.muted);
    let left = space::M + short.size().x + space::M;
    let width = ui.available_width();
    let name = rows_of(ui, &level.name, Type::Body, palette.text, [width - left - space::M, 3.0]);
    let height = (name.size().y + 2.0 * space::S).max(size::CONTROL);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let said = text.say(Sentence::LearnLevel { number, name: &level.name });
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, selected, &said));
    let fill = match (selected, response.hovered()) {
        (true, _) => soft(palette.accent, palette.surface),
        (false, true) => palette.raised,
        (false, false) => palette.surface,
    };
    let border = if selected {
        Stroke::new(stroke::FOCUS, palette.accent)
    } else {
        Stroke::new(stroke::HAIRLINE, palette.outline)
    };
    ui.painter().rect(rect, radius::BUTTON, fill, border, StrokeKind::Inside);
    paint_left(ui, rect.left_center() + vec2(space::M, 0.0), short);
    paint_left(ui, pos2(rect.left() + left, rect.center().y), name);
    if response.has_focus() {
        focus_ring(ui, rect, radius::BUTTON);
    }
    response.clicked()
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
    let name = text.say(Sentence::LearnLevel { number, name: &level.name });
    heading_ui(ui, Type::Title, &name);
    paragraph_ui(ui, Sentence::LearnReady, text, &level.setup.long);
    if let Some(side) = side {
        ui.label(Type::Body.text(side).color(palette.text));
    }
    paragraph_ui(ui, Sentence::LearnHow, text, &level.how);
    ui.add_space(space::L);
    facts_ui(ui, open, text);
    points_ui(ui, Sentence::LearnCues, text, level.cues.iter().map(|it| cue(it, text)));
    points_ui(ui, Sentence::LearnMistakes, text, level.mistakes.iter().cloned());
    stop_ui(ui, level, text);
    paragraph_ui(ui, Sentence::LearnWhy, text, &open.exercise.why);
    alternatives_ui(ui, shown, open.exercise, said);
    mine_ui(ui, shown, open.exercise, said);
    articles_ui(ui, shown, open.exercise, said);
    if !open.exercise.sources.is_empty() {
        paragraph_ui(ui, Sentence::LearnSources, text, &open.exercise.sources.join("; "));
    }
}

fn cue(it: &Cue, text: &Text) -> String {
    match &it.by {
        Some(by) => text.say(Sentence::LearnCueBy { by, cue: &it.long }),
        None => it.long.clone(),
    }
}

fn paragraph_ui(ui: &mut Ui, heading: Sentence<'_>, text: &Text, words: &str) {
    ui.add_space(space::L);
    part_ui(ui, &text.say(heading));
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
        (Sentence::LearnDoseHeading, Some(text.dose_range(level))),
        (Sentence::LearnPace, text.pace(level)),
        (Sentence::LearnFetch, Some(things)),
        (Sentence::LearnPosition, Some(text.position(level.position))),
        (Sentence::LearnScreenHeading, Some(text.screen(level.screen))),
        (Sentence::LearnMuscles, Some(text.list(muscles.iter().map(|it| text.muscle(*it))))),
    ];
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        for (head, words) in facts {
            if let Some(words) = words {
                fact_ui(ui, &text.say(head), &words);
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
    heading: Sentence<'_>,
    text: &Text,
    points: impl Iterator<Item = String>,
) {
    ui.add_space(space::L);
    part_ui(ui, &text.say(heading));
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
        let words = text.say(Sentence::LearnStop);
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

/// What people in certain situations do instead.
fn alternatives_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    exercise: &Exercise,
    said: &mut Vec<LibraryMessage>,
) {
    if exercise.alternatives.is_empty() {
        return;
    }
    let palette = Palette::of(ui);
    ui.add_space(space::L);
    part_ui(ui, &shown.text.say(Sentence::LearnAlternatives));
    for it in &exercise.alternatives {
        ui.add_space(space::XS);
        ui.label(Type::Strong.text(shown.text.group(it.when)).color(palette.text));
        let words = shown.text.instead(it, shown.library).unwrap_or_default();
        match instead(it, exercise) {
            Some(message) if link_ui(ui, &words) => said.push(message),
            None if !words.is_empty() => drop(ui.label(Type::Body.text(words).color(palette.text))),
            Some(_) | None => {}
        }
        ui.label(Type::Body.text(&it.note).color(palette.muted));
    }
}

/// The way to an exercise of one's own: this one, or a copy.
fn mine_ui(ui: &mut Ui, shown: Shown<'_>, exercise: &Exercise, said: &mut Vec<LibraryMessage>) {
    let text = shown.text;
    let own = shown.library.own.contains_key(&exercise.id);
    let newer = shown.library.newer.contains(&exercise.id);
    ui.add_space(space::L);
    part_ui(ui, &text.own(OwnSentence::List));
    ui.horizontal_wrapped(|ui| {
        let mine = text.own(if own { OwnSentence::Edit } else { OwnSentence::Mine });
        if ui.add_enabled(!newer, Button::quiet(&mine).icon(ICON_EDIT)).clicked() {
            said.push(LibraryMessage::Mine);
        }
        let copy = text.own(OwnSentence::Copy);
        if ui.add(Button::quiet(&copy).icon(ICON_CONTENT_COPY)).clicked() {
            said.push(LibraryMessage::Copy);
        }
    });
    if !own {
        let about = text.own(OwnSentence::MineAbout);
        ui.label(Type::Note.text(about).color(Palette::of(ui).muted));
    }
}

/// Where an alternative leads: another level here, or another exercise.
fn instead(it: &Alternative, here: &Exercise) -> Option<LibraryMessage> {
    let Instead::Swap { exercise, level } = &it.instead else { return None };
    Some(if *exercise == here.id {
        LibraryMessage::Level(*level)
    } else {
        LibraryMessage::Follow(Link::Exercise(exercise.clone()))
    })
}

/// Words that lead somewhere.
pub(super) fn link_ui(ui: &mut Ui, words: &str) -> bool {
    let accent = Palette::of(ui).accent;
    ui.link(Type::Body.text(words).color(accent)).clicked()
}

/// The pages that speak of the exercise.
fn articles_ui(ui: &mut Ui, shown: Shown<'_>, exercise: &Exercise, said: &mut Vec<LibraryMessage>) {
    let mut speaking = speaking_of(shown.library, &exercise.id).peekable();
    if speaking.peek().is_none() {
        return;
    }
    ui.add_space(space::L);
    part_ui(ui, &shown.text.say(Sentence::LearnArticles));
    for (slug, title) in speaking {
        if link_ui(ui, title) {
            said.push(LibraryMessage::Read { slug: slug.to_owned(), section: None });
        }
    }
}

fn speaking_of<'a>(library: &'a Library, id: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let link = format!("exercise:{id}");
    let speaks = move |it: &&Article| {
        it.exercises.iter().any(|own| own == id) || it.targets().any(|it| it == link)
    };
    library.articles.iter().filter(speaks).map(|it| (it.slug.as_str(), it.title.as_str()))
}

/// The one large button, always to be seen, with what it asks for.
fn try_ui(ui: &mut Ui, shown: Shown<'_>, plan: Option<&Plan>, said: &mut Vec<LibraryMessage>) {
    let Some(plan) = plan else { return };
    bottom_ui(ui, |ui| {
        let palette = Palette::of(ui);
        let label = shown.text.say(Sentence::LearnTry);
        let button = Button::primary(&label).icon(ICON_PLAY_ARROW).large();
        if ui.add_enabled(shown.can_try, button).clicked() {
            said.push(LibraryMessage::Try);
        }
        ui.add_space(space::M);
        let (amount, time) = (shown.text.dose(plan, 0), shown.text.minutes(plan.length()));
        let about = shown.text.say(if shown.can_try {
            Sentence::LearnTryAbout { amount: &amount, time: &time }
        } else {
            Sentence::LearnTryNotYet
        });
        let room = vec2(ui.available_width(), size::CONTROL_LARGE);
        ui.allocate_ui_with_layout(room, Layout::left_to_right(egui::Align::Center), |ui| {
            ui.add(egui::Label::new(Type::Note.text(about).color(palette.muted)).wrap());
        });
    });
}

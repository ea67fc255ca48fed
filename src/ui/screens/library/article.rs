//! A page of knowledge: its sections in a column that is easy to read, the list of them beside it
//! when there is room.

use egui::{
    CentralPanel, Id, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2,
};
use egui_material_icons::icons::{ICON_MEDICAL_SERVICES, ICON_PLAY_ARROW};

use super::super::{frame, part_ui, side_margin};
use super::motion::{moment, side_of, small_figure_ui};
use super::onward::link_ui;
use super::{Shown, heading_ui, markdown};
use crate::coach::LibraryMessage;
use crate::library::{Article, Exercise, Level, Library, Link, Part, Section};
use crate::text::{CheckSentence, HealthSentence, LearnSentence};
use crate::ui::theme::{LINE_LENGTH, Palette, Type, radius, space, stroke};
use crate::ui::widgets::{
    Banner, Button, FigureView, Tile, Weight, figure_ui, figures, line, paint_left, scrolled,
};
use crate::units::{Side, Sides};

/// The width of the list of sections.
const CONTENTS: f32 = 240.0;
/// The height of a figure in the text.
const FIGURE: f32 = 220.0;
/// The page that says who can help, and where.
const PROFESSIONAL: &str = "see-a-professional";

/// The page that is open.
#[derive(Clone, Copy)]
pub(super) struct Open<'a> {
    pub(super) article: &'a Article,
    pub(super) section: Option<usize>,
    pub(super) visit: u64,
}

/// Draws the page.
pub(super) fn article_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    open: Open<'_>,
    said: &mut Vec<LibraryMessage>,
) {
    let frame = frame(ui, space::S, 0.0);
    CentralPanel::default().frame(frame).show(ui, |ui| {
        let room = ui.available_rect_before_wrap();
        let (text, contents) = places(room, side_margin(ui));
        let wanted = contents.and_then(|place| contents_ui(ui, place, shown, open));
        let target = wanted.or_else(|| first_target(ui, open));
        let scroll = ScrollArea::vertical().id_salt(("article", open.visit)).auto_shrink(false);
        scrolled(scroll, ui, |ui| {
            let left = text.left() - room.left();
            let place = Rect::from_min_size(
                ui.cursor().min + vec2(left, 0.0),
                vec2(text.width(), ui.available_height()),
            );
            ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
                ui.spacing_mut().item_spacing.y = space::S;
                page_ui(ui, shown, open, target, said);
            });
        });
    });
}

/// Where the text stands, and the list of sections when there is room for both.
fn places(room: Rect, margin: f32) -> (Rect, Option<Rect>) {
    let both = LINE_LENGTH + space::HUGE + CONTENTS;
    let inner = room.shrink2(vec2(margin, 0.0));
    if inner.width() < both {
        let width = inner.width().min(LINE_LENGTH);
        return (Rect::from_min_size(inner.min, vec2(width, inner.height())), None);
    }
    let text = Rect::from_min_size(inner.min, vec2(LINE_LENGTH, inner.height()));
    let left = text.right() + space::HUGE;
    let contents =
        Rect::from_min_max(pos2(left, inner.top()), pos2(left + CONTENTS, inner.bottom()));
    (text, Some(contents))
}

/// The section at which a page opens: only once for each visit, so that one can scroll away.
fn first_target(ui: &Ui, open: Open<'_>) -> Option<usize> {
    let id = Id::unique(("article shown", open.visit));
    let now = ui.cumulative_frame_nr();
    let first = ui.data_mut(|it| *it.get_temp_mut_or(id, now));
    open.section.filter(|_| first == now)
}

/// The sections, each leading to its place; answers with the one that was clicked.
fn contents_ui(ui: &mut Ui, place: Rect, shown: Shown<'_>, open: Open<'_>) -> Option<usize> {
    let mut clicked = None;
    // It stands beside the text and takes no room from it.
    let mut beside = ui.new_child(UiBuilder::new().max_rect(place));
    scrolled(ScrollArea::vertical().id_salt(("contents", open.visit)), &mut beside, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        ui.spacing_mut().interact_size.y = 0.0;
        part_ui(ui, &shown.text.learn(LearnSentence::LearnContents));
        let sections = open.article.sections.iter().enumerate();
        for (index, section) in sections.filter(|it| !it.1.heading.is_empty()) {
            if contents_row_ui(ui, section) {
                clicked = Some(index);
            }
        }
    });
    clicked
}

fn contents_row_ui(ui: &mut Ui, section: &Section) -> bool {
    let palette = Palette::of(ui);
    let indent = f32::from(section.depth.saturating_sub(2)) * space::L;
    ui.horizontal_top(|ui| {
        ui.add_space(indent);
        let words = Type::Note.text(&section.heading).color(palette.text);
        ui.add(egui::Link::new(words)).clicked()
    })
    .inner
}

fn page_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    open: Open<'_>,
    target: Option<usize>,
    said: &mut Vec<LibraryMessage>,
) {
    let palette = Palette::of(ui);
    heading_ui(ui, Type::Heading, &open.article.title);
    ui.label(Type::Body.text(&open.article.summary).color(palette.muted));
    if open.article.slug == PROFESSIONAL {
        ui.add_space(space::S);
        let worse = shown.text.ask(HealthSentence::NewOrWorse);
        if ui.add(Button::quiet(&worse).icon(ICON_MEDICAL_SERVICES)).clicked() {
            said.push(LibraryMessage::Worse);
        }
    }
    for (index, section) in open.article.sections.iter().enumerate() {
        let is_target = target == Some(index);
        ui.push_id(index, |ui| section_ui(ui, shown, section, is_target, said));
    }
    ui.add_space(space::XL);
    exercises_ui(ui, shown, open.article, said);
    if !open.article.checks.is_empty() {
        ui.add_space(space::L);
        checks_ui(ui, shown, open.article, said);
        clues_ui(ui, shown, open.article, said);
    }
    ui.add_space(space::XXL);
}

fn section_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    section: &Section,
    is_target: bool,
    said: &mut Vec<LibraryMessage>,
) {
    let size = match section.depth {
        0..=2 => Type::Title,
        _ => Type::Strong,
    };
    ui.add_space(if section.depth <= 2 { space::XL } else { space::M });
    if !section.heading.is_empty() {
        let heading = heading_ui(ui, size, &section.heading);
        if is_target {
            heading.scroll_to_me(Some(egui::Align::TOP));
        }
    }
    for part in &section.parts {
        match part {
            Part::Text(text) => said.extend(markdown::text_ui(ui, text)),
            Part::Figure { figure, caption } => figure_part_ui(ui, shown, figure, caption),
        }
    }
}

/// A figure in the text: it moves while it is looked at.
fn figure_part_ui(ui: &mut Ui, shown: Shown<'_>, figure: &str, caption: &str) {
    let palette = Palette::of(ui);
    ui.add_space(space::XS);
    let size = vec2(ui.available_width(), FIGURE);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let border = Stroke::new(stroke::HAIRLINE, palette.outline);
    ui.painter().rect(rect, radius::CARD, palette.surface, border, StrokeKind::Inside);
    let level = level_of(ui, shown.library, figure);
    let moves = level.is_some() && !shown.reduced && response.contains_pointer();
    let view = FigureView {
        movement: level.and_then(|it| it.movement.as_deref()).or(Some(figure)),
        side: level.map_or(Sides::Both, |it| side_of(it, Side::Left)),
        at: moment(ui, moves),
        moves,
        glow: level.map(|it| it.muscles.as_slice()).unwrap_or_default(),
        ghost: true,
        name: caption,
        ..FigureView::default()
    };
    figure_ui(ui, rect.shrink(space::M), &view);
    // The picture has these words as its name already.
    let words = ui.painter().layout(
        caption.to_owned(),
        Type::Note.font(),
        palette.muted,
        ui.available_width(),
    );
    let (rect, _) = ui.allocate_exact_size(words.size(), Sense::hover());
    ui.painter().galley(rect.min, words, palette.muted);
    ui.add_space(space::XS);
}

/// The level whose movement a figure is, or the one beside which it is drawn as a fault.
fn level_of<'a>(ui: &Ui, library: &'a Library, figure: &str) -> Option<&'a Level> {
    let shelf = figures(ui);
    let is_fault_of =
        |it: &str| shelf.movement(it).is_some_and(|it| it.parts.ghost.as_deref() == Some(figure));
    let mut levels = library.exercises.iter().flat_map(|it| &it.levels);
    levels.find(|it| it.movement.as_deref().is_some_and(|it| it == figure || is_fault_of(it)))
}

/// The exercises that the page speaks of, each as a small tile.
fn exercises_ui(ui: &mut Ui, shown: Shown<'_>, article: &Article, said: &mut Vec<LibraryMessage>) {
    let mut exercises =
        article.exercises.iter().filter_map(|it| shown.library.exercise(it)).peekable();
    if exercises.peek().is_none() {
        return;
    }
    part_ui(ui, &shown.text.learn(LearnSentence::LearnExercises));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        for exercise in exercises {
            if exercise_tile_ui(ui, shown, exercise) {
                said.push(LibraryMessage::Follow(Link::Exercise(exercise.id.clone())));
            }
        }
    });
}

fn exercise_tile_ui(ui: &mut Ui, shown: Shown<'_>, exercise: &Exercise) -> bool {
    let palette = Palette::of(ui);
    let name = line(ui, &exercise.name.short, Type::Label.font(), palette.text);
    let figure = 44.0;
    let size = vec2(figure + name.size().x + space::L, figure + space::S);
    let response = Tile { size }.show(
        ui,
        || exercise.name.long.clone(),
        |ui, rect, response| {
            let place = Rect::from_min_size(rect.min, vec2(figure, rect.height()));
            let looked_at = response.hovered() || response.has_focus();
            if let Some(level) = exercise.level(3).or_else(|| exercise.levels.first()) {
                small_figure_ui(ui, place.shrink(space::XS), level, shown, looked_at);
            }
            paint_left(ui, place.right_center() + vec2(space::XS, 0.0), name);
        },
    );
    response.clicked()
}

/// The way to each check that the page speaks of.
fn checks_ui(ui: &mut Ui, shown: Shown<'_>, article: &Article, said: &mut Vec<LibraryMessage>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        for check in article.checks.iter().filter_map(|it| shown.library.self_check(it)) {
            let words = CheckSentence::DoNamed { name: &check.name.short };
            if ui.add(Button::quiet(&shown.text.check(words)).icon(ICON_PLAY_ARROW)).clicked() {
                said.push(LibraryMessage::Check(check.id.clone()));
            }
        }
    });
}

/// What a self-check can tell, and who can tell more (S-026, S-074).
fn clues_ui(ui: &mut Ui, shown: Shown<'_>, article: &Article, said: &mut Vec<LibraryMessage>) {
    let clues = shown.text.learn(LearnSentence::LearnClues);
    Banner { weight: Weight::Note, text: &clues, actions: &[] }.show(ui);
    let is_there = shown.library.article(PROFESSIONAL).is_some();
    if is_there && article.slug != PROFESSIONAL {
        let words = shown.text.learn(LearnSentence::LearnProfessional);
        if link_ui(ui, &words) {
            said.push(LibraryMessage::Read { slug: PROFESSIONAL.to_owned(), section: None });
        }
    }
}

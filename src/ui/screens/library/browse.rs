//! The list: a search, filters, and every exercise and page as a tile.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Align, CentralPanel, Color32, Galley, Key, Layout, Modifiers, Panel, Rect, ScrollArea};
use egui::{Ui, pos2, vec2};
use egui_material_icons::icons::{ICON_HEARING, ICON_MENU_BOOK, ICON_VISIBILITY};

use super::super::{column_ui, frame, heading_ui, part_ui};
use super::motion::small_figure_ui;
use super::{Shown, filters, kind_of, results};
use crate::coach::LibraryMessage;
use crate::library::{Article, Exercise, Level, Link, Screen};
use crate::text::{LearnSentence, Sentence, Text};
use crate::ui::theme::{Palette, Type, icon_font, size, space};
use crate::ui::widgets::{Button, SearchField, Tile, line, paint_left, scrolled};

/// The narrowest tile of an exercise, and its height.
const TILE: [f32; 2] = [196.0, 256.0];
/// The height of the figure on it.
const FIGURE: f32 = 132.0;
/// The narrowest tile of a page, and its height.
const PAGE_TILE: [f32; 2] = [300.0, 108.0];
/// From this width on the search stands beside the heading.
const BESIDE: f32 = 560.0;
/// The key that leads to the search.
const SEARCH_KEY: &str = "/";
/// The icon of a page.
const ICON: f32 = size::ICON;

/// Draws the list.
pub(super) fn browse_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<LibraryMessage>) {
    let above = frame(ui, space::XL, space::M);
    let mut opens = false;
    Panel::top("search").frame(above).show(ui, |ui| {
        column_ui(ui, |ui| {
            opens = search_ui(ui, shown, said);
            ui.add_space(space::S);
            filters::filters_ui(ui, shown, said);
        });
    });
    if opens {
        said.extend(shown.browsing.hits.first().map(results::opened));
    }
    let below = frame(ui, 0.0, 0.0);
    CentralPanel::default().frame(below).show(ui, |ui| {
        scrolled(ScrollArea::vertical().id_salt("list").auto_shrink(false), ui, |ui| {
            column_ui(ui, |ui| {
                ui.add_space(space::L);
                list_ui(ui, shown, said);
                ui.add_space(space::XXL);
            });
        });
    });
}

/// What was found, or everything while nothing is searched.
fn list_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<LibraryMessage>) {
    if shown.browsing.query.trim().is_empty() {
        exercises_ui(ui, shown, said);
        ui.add_space(space::XL);
        articles_ui(ui, shown, said);
    } else {
        results::results_ui(ui, shown, said);
    }
}

/// The heading and the search; tells whether Enter was pressed in it.
fn search_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<LibraryMessage>) -> bool {
    let heading = shown.text.say(Sentence::RailLibrary);
    if ui.available_width() < BESIDE {
        heading_ui(ui, &heading, "");
        return field_ui(ui, shown, said);
    }
    ui.horizontal(|ui| {
        heading_ui(ui, &heading, "");
        ui.add_space(space::L);
        ui.with_layout(Layout::top_down(Align::Min), |ui| field_ui(ui, shown, said)).inner
    })
    .inner
}

fn field_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<LibraryMessage>) -> bool {
    let calls = calls_search(ui);
    let text = shown.text;
    let [name, hint, clear] = [
        LearnSentence::LibrarySearch,
        LearnSentence::LibrarySearchHint,
        LearnSentence::LibraryClear,
    ]
    .map(|it| text.learn(it));
    let field = SearchField { name: &name, hint: &hint, clear: &clear, key: SEARCH_KEY };
    let mut query = shown.browsing.query.clone();
    let response = field.show(ui, &mut query);
    if calls {
        response.request_focus();
    }
    if query != shown.browsing.query {
        said.push(LibraryMessage::Search(query));
    }
    response.lost_focus() && ui.input(|it| it.key_pressed(Key::Enter))
}

/// Whether `/` or Ctrl+F was pressed; the slash is then no letter of anything.
fn calls_search(ui: &Ui) -> bool {
    let writes = ui.text_edit_focused();
    ui.input_mut(|input| {
        let slash = !writes && input.consume_key(Modifiers::NONE, Key::Slash);
        if slash {
            input.events.retain(|it| !matches!(it, egui::Event::Text(it) if it == SEARCH_KEY));
        }
        slash || input.consume_key(Modifiers::COMMAND, Key::F)
    })
}

fn exercises_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<LibraryMessage>) {
    let filter = &shown.browsing.filter;
    let all = &shown.library.exercises;
    let fit: Vec<_> = all
        .iter()
        .map(|it| (it, filter.levels(it).collect::<Vec<_>>()))
        .filter(|it| !it.1.is_empty())
        .collect();
    let heading = if filter.is_empty() {
        LearnSentence::LibraryExercises { count: all.len() }
    } else {
        LearnSentence::LibraryExercisesOf { shown: fit.len(), all: all.len() }
    };
    part_ui(ui, &shown.text.learn(heading));
    ui.add_space(space::XS);
    if fit.is_empty() {
        nothing_ui(ui, shown, said);
        return;
    }
    let size = tile_size(ui, TILE);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::M, space::M);
        for (exercise, levels) in fit {
            if tile_ui(ui, shown, exercise, &levels, size) {
                said.push(LibraryMessage::Follow(Link::Exercise(exercise.id.clone())));
            }
        }
    });
}

fn nothing_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<LibraryMessage>) {
    let palette = Palette::of(ui);
    let words = shown.text.learn(LearnSentence::LibraryNoExercise);
    ui.label(Type::Body.text(words).color(palette.text));
    let all = shown.text.learn(LearnSentence::LibraryShowAll);
    if ui.add(Button::quiet(&all)).clicked() {
        said.push(LibraryMessage::Filter(crate::library::Filter::default()));
    }
}

/// As many equal tiles beside each other as there is room for.
fn tile_size(ui: &Ui, [least, height]: [f32; 2]) -> egui::Vec2 {
    let width = ui.available_width();
    let columns = ((width + space::M) / (least + space::M)).floor().max(1.0);
    // A little less: rounding must not push the last one into the next row.
    vec2((width + space::M) / columns - space::M - 0.1, height)
}

/// An exercise: its figure, moving while it is looked at, and what it is.
fn tile_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    exercise: &Exercise,
    levels: &[&Level],
    size: egui::Vec2,
) -> bool {
    let Some(level) = levels.iter().find(|it| it.number == 3).or_else(|| levels.first()) else {
        return false;
    };
    let text = shown.text;
    let own = shown.library.own.contains_key(&exercise.id);
    let name = || {
        let (what, value) = (text.learn(LearnSentence::LibraryScreen), text.screen(level.screen));
        let seen = text.learn(LearnSentence::LibraryFilter { what: &what, value: &value });
        let count = levels_of(exercise, levels, text);
        let mut name = vec![exercise.name.long.clone(), kind_of(exercise, text), seen, count];
        name.extend(own.then(|| text.learn(LearnSentence::LibraryOwn)));
        text.list(name)
    };
    let response = Tile { size }.show(ui, name, |ui, rect, response| {
        let palette = Palette::of(ui);
        let kind = kind_of(exercise, text);
        let screen = text.screen(level.screen);
        let count = levels_of(exercise, levels, text);
        let looked_at = response.hovered() || response.has_focus();
        let figure = Rect::from_min_size(rect.min, vec2(rect.width(), FIGURE)).shrink(space::S);
        small_figure_ui(ui, figure, level, shown, looked_at);
        let inner = rect.shrink(space::M);
        let mut y = rect.top() + FIGURE + space::XS;
        for (words, font, color, rows) in [
            (&exercise.name.long, Type::Strong, palette.text, 2),
            (&kind, Type::Note, palette.muted, 2),
        ] {
            let galley = rows_of(ui, words, font, color, [inner.width(), rows as f32]);
            let height = galley.size().y;
            ui.painter().galley(pos2(inner.left(), y), galley, color);
            y += height + space::XS;
        }
        foot_ui(ui, inner, level.screen, &screen, &count);
        if own {
            let words = line(
                ui,
                &text.learn(LearnSentence::LibraryOwn),
                Type::Caption.font(),
                palette.rest,
            );
            let at = pos2(inner.right() - words.size().x, inner.top() + space::S);
            paint_left(ui, at, words);
        }
    });
    response.clicked()
}

/// "5 levels", or the numbers of those that the filter lets through.
fn levels_of(exercise: &Exercise, levels: &[&Level], text: &Text) -> String {
    if levels.len() == exercise.levels.len() {
        return text.learn(LearnSentence::LibraryLevels { count: levels.len() });
    }
    let numbers: Vec<_> = levels.iter().map(|it| it.number.to_string()).collect();
    text.learn(LearnSentence::LibraryLevelRange { count: levels.len(), levels: &numbers.join(" ") })
}

/// Whether the screen can be seen, and the levels, on the lowest row.
fn foot_ui(ui: &Ui, inner: Rect, screen: Screen, words: &str, count: &str) {
    let palette = Palette::of(ui);
    let icon = match screen {
        Screen::Yes | Screen::Partly => ICON_VISIBILITY,
        Screen::No => ICON_HEARING,
    };
    let small = 16.0;
    let y = inner.bottom() - small / 2.0;
    let mark = line(ui, icon.codepoint, icon_font(small), palette.muted);
    let left = inner.left() + small + space::XS;
    paint_left(ui, pos2(inner.left(), y), mark);
    let count = line(ui, count, Type::Caption.font(), palette.muted);
    let room = inner.right() - count.size().x - space::S - left;
    let words = rows_of(ui, words, Type::Caption, palette.muted, [room, 1.0]);
    paint_left(ui, pos2(left, y), words);
    paint_left(ui, pos2(inner.right() - count.size().x, y), count);
}

/// Words in so many rows at most of such a width; what does not fit ends in "…".
pub(super) fn rows_of(
    ui: &Ui,
    words: &str,
    font: Type,
    color: Color32,
    [width, rows]: [f32; 2],
) -> Arc<Galley> {
    let mut job = LayoutJob::simple(words.to_owned(), font.font(), color, width);
    job.wrap =
        TextWrapping { max_rows: rows as usize, max_width: width, ..TextWrapping::default() };
    ui.painter().layout_job(job)
}

fn articles_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<LibraryMessage>) {
    part_ui(ui, &shown.text.learn(LearnSentence::LibraryKnowledge));
    ui.add_space(space::XS);
    let size = tile_size(ui, PAGE_TILE);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::M, space::M);
        for article in &shown.library.articles {
            if article_tile_ui(ui, article, size, shown.text) {
                let slug = article.slug.clone();
                said.push(LibraryMessage::Read { slug, section: None });
            }
        }
    });
}

fn article_tile_ui(ui: &mut Ui, article: &Article, size: egui::Vec2, text: &Text) -> bool {
    let name = || text.list([article.title.clone(), article.summary.clone()]);
    let response = Tile { size }.show(ui, name, |ui, rect, _| {
        let palette = Palette::of(ui);
        let inner = rect.shrink(space::L);
        let mark = line(ui, ICON_MENU_BOOK.codepoint, icon_font(ICON), palette.accent);
        let left = inner.left() + mark.size().x + space::S;
        let width = inner.right() - left;
        let title = rows_of(ui, &article.title, Type::Strong, palette.text, [width, 1.0]);
        paint_left(ui, pos2(inner.left(), inner.top() + title.size().y / 2.0), mark);
        let below = inner.top() + title.size().y + space::XS;
        ui.painter().galley(pos2(left, inner.top()), title, palette.text);
        let summary = rows_of(ui, &article.summary, Type::Note, palette.muted, [width, 3.0]);
        ui.painter().galley(pos2(left, below), summary, palette.muted);
    });
    response.clicked()
}

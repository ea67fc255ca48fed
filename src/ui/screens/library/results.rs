//! What a search has found: exercises and pages, the best first.

use egui::{Rect, Ui, pos2, vec2};
use egui_material_icons::icons::ICON_MENU_BOOK;

use super::super::part_ui;
use super::browse::rows_of;
use super::motion::small_figure_ui;
use super::{Shown, kind_of};
use crate::coach::LibraryMessage;
use crate::library::{Exercise, Filter, Hit, Level, Link};
use crate::text::LearnSentence;
use crate::ui::theme::{Palette, Type, icon_font, size, space};
use crate::ui::widgets::{Button, Tile, card, line, paint_centered};

/// The height of a row.
const ROW: f32 = 72.0;

/// What a click on a hit says.
pub(super) fn opened(hit: &Hit) -> LibraryMessage {
    match hit {
        Hit::Exercise(id) => LibraryMessage::Follow(Link::Exercise(id.clone())),
        Hit::Article { slug, section } => {
            LibraryMessage::Read { slug: slug.clone(), section: *section }
        }
    }
}

/// Draws what was found.
pub(super) fn results_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<LibraryMessage>) {
    let hits = &shown.browsing.hits;
    if hits.is_empty() {
        nothing_ui(ui, shown, said);
        return;
    }
    let count = shown.text.learn(LearnSentence::LibraryFound { count: hits.len() });
    part_ui(ui, &count);
    ui.add_space(space::XS);
    ui.spacing_mut().item_spacing.y = space::S;
    for hit in hits {
        let clicked = match hit {
            Hit::Exercise(id) => {
                shown.library.exercise(id).is_some_and(|it| exercise_ui(ui, shown, it))
            }
            Hit::Article { slug, section } => article_ui(ui, shown, slug, *section),
        };
        if clicked {
            said.push(opened(hit));
        }
    }
}

fn exercise_ui(ui: &mut Ui, shown: Shown<'_>, exercise: &Exercise) -> bool {
    let kind = kind_of(exercise, shown.text);
    let filter = &shown.browsing.filter;
    let levels: Vec<&Level> = filter.levels(exercise).collect();
    let level = levels.iter().find(|it| it.number == 3).or_else(|| levels.first()).copied();
    row_ui(ui, [&exercise.name.long, &kind], |ui, place, looked_at| {
        if let Some(level) = level {
            small_figure_ui(ui, place, level, shown, looked_at);
        }
    })
}

fn article_ui(ui: &mut Ui, shown: Shown<'_>, slug: &str, section: Option<usize>) -> bool {
    let Some(article) = shown.library.article(slug) else { return false };
    let heading = section.and_then(|it| article.sections.get(it)).map(|it| it.heading.as_str());
    let about = match heading.filter(|it| !it.is_empty()) {
        Some(heading) => shown.text.learn(LearnSentence::LibraryInSection { heading }),
        None => shown.text.learn(LearnSentence::LibraryArticle),
    };
    row_ui(ui, [&article.title, &about], |ui, place, _| {
        let palette = Palette::of(ui);
        let mark = line(ui, ICON_MENU_BOOK.codepoint, icon_font(size::ICON), palette.accent);
        paint_centered(ui, place.center(), mark);
    })
}

/// A picture, a name and what it is; tells whether it was clicked.
fn row_ui(
    ui: &mut Ui,
    [name, about]: [&str; 2],
    picture: impl FnOnce(&mut Ui, Rect, bool),
) -> bool {
    let tile = Tile { size: vec2(ui.available_width(), ROW) };
    let said = || format!("{name}, {about}");
    let response = tile.show(ui, said, |ui, rect, response| {
        let palette = Palette::of(ui);
        let place = Rect::from_min_size(rect.min, vec2(ROW, ROW)).shrink(space::XS);
        picture(ui, place, response.hovered() || response.has_focus());
        let left = place.right() + space::M;
        let width = rect.right() - space::L - left;
        let name = rows_of(ui, name, Type::Strong, palette.text, [width, 1.0]);
        let about = rows_of(ui, about, Type::Note, palette.muted, [width, 1.0]);
        let height = name.size().y + space::XS + about.size().y;
        let top = rect.center().y - height / 2.0;
        let below = top + name.size().y + space::XS;
        ui.painter().galley(pos2(left, top), name, palette.text);
        ui.painter().galley(pos2(left, below), about, palette.muted);
    });
    response.clicked()
}

fn nothing_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<LibraryMessage>) {
    let palette = Palette::of(ui);
    let text = shown.text;
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        let query = shown.browsing.query.trim();
        let head = text.learn(LearnSentence::LibraryFoundNothing { query });
        ui.label(Type::Title.text(head).color(palette.text));
        let more = text.learn(LearnSentence::LibraryFoundNothingMore);
        ui.label(Type::Body.text(more).color(palette.muted));
        if !shown.browsing.filter.is_empty() {
            let filtered = text.learn(LearnSentence::LibraryFoundFiltered);
            ui.label(Type::Body.text(filtered).color(palette.muted));
        }
        ui.horizontal(|ui| {
            let clear = text.learn(LearnSentence::LibraryClear);
            if ui.add(Button::quiet(&clear)).clicked() {
                said.push(LibraryMessage::Search(String::new()));
            }
            let all = text.learn(LearnSentence::LibraryShowAll);
            if !shown.browsing.filter.is_empty() && ui.add(Button::quiet(&all)).clicked() {
                said.push(LibraryMessage::Filter(Filter::default()));
            }
        });
    });
}

//! The library: exercises and pages of knowledge, to be searched, filtered, read and tried.

mod article;
mod browse;
mod exercise;
mod filters;
mod ladder;
mod markdown;
mod motion;
mod onward;
mod results;

use egui::{Key, Modifiers, Popup, Ui};

use super::{back_ui, page_ui};
use crate::coach::{Browsing, LibraryMessage, Message, PageOf, View};
use crate::library::{Exercise, Library};
use crate::settings::ReducedMotion;
use crate::text::{LearnSentence, Sentence, Text};
use crate::ui::theme::{Palette, Type};
use crate::ui::widgets::as_heading;

/// What every part of the library's screens draws from.
#[derive(Clone, Copy)]
struct Shown<'a> {
    library: &'a Library,
    browsing: &'a Browsing,
    text: &'a Text,
    /// Whether figures show their start and end instead of moving.
    reduced: bool,
    /// Whether an exercise can be tried now.
    can_try: bool,
}

/// Draws the library.
pub(super) fn library_ui(
    ui: &mut Ui,
    browsing: &Browsing,
    view: &View<'_>,
    text: &Text,
    asked: &mut Vec<Message>,
) {
    let Some(library) = view.library else {
        let loading = text.say(Sentence::UiLoading);
        page_ui(ui, &text.say(Sentence::RailLibrary), &loading, |_| {});
        return;
    };
    let shown = Shown {
        library,
        browsing,
        text,
        reduced: view.settings.reduced_motion == ReducedMotion::On,
        can_try: view.can_begin,
    };
    let mut said = Vec::new();
    escape(ui, browsing, &mut said);
    match browsing.page() {
        None => browse::browse_ui(ui, shown, &mut said),
        Some(page) => {
            way_back_ui(ui, shown, &mut said);
            match &page.of {
                PageOf::Exercise { id, level, side } => {
                    let Some(exercise) = library.exercise(id) else { return };
                    let Some(level) = exercise.level(*level) else { return };
                    let open = exercise::Open { exercise, level, side: *side, visit: page.visit };
                    exercise::exercise_ui(ui, shown, open, &mut said);
                }
                PageOf::Article { slug, section } => {
                    let Some(article) = library.article(slug) else { return };
                    let open = article::Open { article, section: *section, visit: page.visit };
                    article::article_ui(ui, shown, open, &mut said);
                }
            }
        }
    }
    asked.extend(said.into_iter().map(Message::Library));
}

/// Esc leads one step back: from a page, else out of the search.
fn escape(ui: &Ui, browsing: &Browsing, said: &mut Vec<LibraryMessage>) {
    let open = Popup::is_any_open(ui);
    if open || !ui.input_mut(|it| it.consume_key(Modifiers::NONE, Key::Escape)) {
        return;
    }
    if browsing.page().is_some() {
        said.push(LibraryMessage::Back);
    } else if !browsing.query.is_empty() {
        said.push(LibraryMessage::Search(String::new()));
    }
}

/// The way back, named by where it leads.
fn way_back_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<LibraryMessage>) {
    let before = shown.browsing.pages.iter().rev().nth(1);
    let name = before.and_then(|it| match &it.of {
        PageOf::Exercise { id, .. } => Some(shown.library.exercise(id)?.name.short.clone()),
        PageOf::Article { slug, .. } => Some(shown.library.article(slug)?.title.clone()),
    });
    let name = name.unwrap_or_else(|| shown.text.learn(LearnSentence::LibraryBack));
    if back_ui(ui, &name) {
        said.push(LibraryMessage::Back);
    }
}

/// A heading inside a page, for eyes and screen readers.
fn heading_ui(ui: &mut Ui, size: Type, words: &str) -> egui::Response {
    let palette = Palette::of(ui);
    let response = ui.label(size.text(words).color(palette.text));
    as_heading(&response, words);
    response
}

/// The part of the programme and the position: "Strength · lying on your side".
fn kind_of(exercise: &Exercise, text: &Text) -> String {
    let mut said = vec![text.block(exercise.block)];
    let usual = exercise.level(3).or_else(|| exercise.levels.first());
    said.extend(usual.map(|it| text.position(it.position)));
    said.join(" · ")
}

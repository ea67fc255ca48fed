//! Where the page of an exercise leads: to what others do instead, an exercise of one's own, pages of
//! knowledge.

use egui::Ui;
use egui_material_icons::icons::{ICON_CONTENT_COPY, ICON_EDIT};

use super::super::part_ui;
use super::Shown;
use crate::coach::LibraryMessage;
use crate::library::{Alternative, Article, Exercise, Instead, Library, Link};
use crate::text::{LearnSentence, OwnSentence};
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::Button;

/// What people in certain situations do instead.
pub(super) fn alternatives_ui(
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
    part_ui(ui, &shown.text.learn(LearnSentence::LearnAlternatives));
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
pub(super) fn mine_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    exercise: &Exercise,
    said: &mut Vec<LibraryMessage>,
) {
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
pub(super) fn articles_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    exercise: &Exercise,
    said: &mut Vec<LibraryMessage>,
) {
    let mut speaking = speaking_of(shown.library, &exercise.id).peekable();
    if speaking.peek().is_none() {
        return;
    }
    ui.add_space(space::L);
    part_ui(ui, &shown.text.learn(LearnSentence::LearnArticles));
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

//! The filters: the part of the programme as chips, the rest as lists behind buttons.

use std::collections::BTreeSet;

use egui::{Ui, vec2};

use super::Shown;
use crate::coach::LibraryMessage;
use crate::library::{Block, Filter, Level, Screen, Thing};
use crate::text::LearnSentence;
use crate::ui::theme::space;
use crate::ui::widgets::{Button, Chip, Choice, Dropdown};

/// Draws the filters.
pub(super) fn filters_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<LibraryMessage>) {
    let now = &shown.browsing.filter;
    let mut next = now.clone();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        for block in [Block::Mobility, Block::Strength, Block::Control, Block::Break] {
            let on = now.block == Some(block);
            let label = shown.text.block(block);
            if ui.add(Chip { label: &label, on }).clicked() {
                next.block = (!on).then_some(block);
            }
        }
        lists_ui(ui, shown, &mut next);
        if !now.is_empty() {
            let all = shown.text.learn(LearnSentence::LibraryShowAll);
            if ui.add(Button::plain(&all)).clicked() {
                next = Filter::default();
            }
        }
    });
    if next != *now {
        said.push(LibraryMessage::Filter(next));
    }
}

fn lists_ui(ui: &mut Ui, shown: Shown<'_>, next: &mut Filter) {
    let text = shown.text;
    let levels = || shown.library.exercises.iter().flat_map(|it| &it.levels);
    let list = OneOf {
        what: LearnSentence::LibraryPosition,
        word: &|it| capitalised(&text.position(it)),
        all: &|| each(levels().map(|it: &Level| it.position)),
    };
    list.show(ui, shown, &mut next.position);
    let own = || shown.library.exercises.iter().flat_map(|it| &it.muscles);
    let list = OneOf {
        what: LearnSentence::LibraryMuscle,
        word: &|it| capitalised(&text.muscle(it)),
        all: &|| each(own().chain(levels().flat_map(|it| &it.muscles)).copied()),
    };
    list.show(ui, shown, &mut next.muscle);
    let list = OneOf {
        what: LearnSentence::LibraryScreen,
        word: &|it| text.screen(it),
        all: &|| vec![Screen::Yes, Screen::Partly, Screen::No],
    };
    list.show(ui, shown, &mut next.screen);
    without_ui(ui, shown, &mut next.without);
}

/// A list of which one is chosen, or any.
struct OneOf<'a, T> {
    what: LearnSentence<'a>,
    /// What each is called.
    word: &'a dyn Fn(T) -> String,
    /// All of them, in order; asked for while the list is open.
    all: &'a dyn Fn() -> Vec<T>,
}

/// Each of them once, in order.
fn each<T: Ord>(all: impl Iterator<Item = T>) -> Vec<T> {
    all.collect::<BTreeSet<_>>().into_iter().collect()
}

impl<T: Copy + PartialEq> OneOf<'_, T> {
    fn show(self, ui: &mut Ui, shown: Shown<'_>, chosen: &mut Option<T>) {
        let now = *chosen;
        let any = shown.text.learn(LearnSentence::LibraryAny);
        let name = now.map(|it| (self.word)(it));
        let label = label(shown, self.what, name.as_deref().unwrap_or(&any));
        let choices = || {
            let first = Choice { label: capitalised(&any), on: now.is_none() };
            let others = (self.all)().into_iter();
            let others = others.map(|it| Choice { label: (self.word)(it), on: now == Some(it) });
            std::iter::once(first).chain(others).collect()
        };
        let list = Dropdown { label: &label, on: now.is_some(), several: false };
        match list.show(ui, choices) {
            Some(0) => *chosen = None,
            Some(index) => *chosen = (self.all)().into_iter().nth(index - 1),
            None => {}
        }
    }
}

/// What is not at hand.
fn without_ui(ui: &mut Ui, shown: Shown<'_>, without: &mut BTreeSet<Thing>) {
    let text = shown.text;
    let value = if without.is_empty() {
        text.learn(LearnSentence::LibraryWithoutNothing)
    } else {
        text.list(without.iter().map(|it| text.thing(*it)))
    };
    let label = if without.is_empty() {
        value
    } else {
        label(shown, LearnSentence::LibraryWithout, &value)
    };
    let choice = |it: &Thing| {
        let thing = text.thing(*it);
        let label = text.learn(LearnSentence::LibraryWithoutThing { thing: &thing });
        Choice { label, on: without.contains(it) }
    };
    let list = Dropdown { label: &label, on: !without.is_empty(), several: true };
    let clicked =
        list.show(ui, || Thing::ALL.iter().map(choice).collect()).and_then(|it| Thing::ALL.get(it));
    if let Some(thing) = clicked
        && !without.remove(thing)
    {
        without.insert(*thing);
    }
}

fn label(shown: Shown<'_>, what: LearnSentence<'_>, value: &str) -> String {
    let what = shown.text.learn(what);
    shown.text.learn(LearnSentence::LibraryFilter { what: &what, value })
}

/// With a capital at its beginning.
fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |it| it.to_uppercase().chain(letters).collect())
}

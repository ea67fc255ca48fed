//! An exercise of one's own while it is written: its words on the left and how it looks on the right,
//! or the figure under the hand.
//!
//! Everything can be done with the mouse alone and with the keyboard alone.

mod angles;
mod exercise;
mod head;
mod level;
mod list;
mod lists;
mod movement;
mod pick;
mod pose;
mod preview;
mod things;

pub(super) use list::{exercises_ui, new_ui};

use egui::{CentralPanel, Event, Frame, Key, Margin, Modifiers, Panel, ScrollArea, Ui};

use super::editor::clash::{Answered, clash_ui};
use super::editor::marked_text_ui;
use crate::coach::{Message, OwnEditor, OwnMessage, OwnPane, View};
use crate::editing::{ExerciseCommand, LevelChange};
use crate::library::{Level, Library, source};
use crate::ron::{Span, Spanned};
use crate::settings::ReducedMotion;
use crate::text::{OwnSentence as S, ShareSentence, Text};
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{scrolled, tabs_ui, text_area, text_field};

/// Below this width the right side is narrower.
const WIDE: f32 = 1000.0;
/// How wide the right side is.
const BESIDE: [f32; 2] = [430.0, 340.0];

/// What every part of the screen draws from.
#[derive(Clone, Copy)]
struct Shown<'a> {
    editor: &'a OwnEditor,
    library: &'a Library,
    view: &'a View<'a>,
    text: &'a Text,
    reduced: bool,
}

impl<'a> Shown<'a> {
    /// What is written of the level.
    fn level(self) -> Option<&'a source::Level> {
        self.editor.draft.source()?.levels.get(self.editor.level)
    }

    /// The level, when the exercise can be used.
    fn usable(self) -> Option<&'a Level> {
        let number = self.level()?.number?.value;
        self.editor.draft.exercise()?.levels.iter().find(|it| u32::from(it.number) == number)
    }

    /// A change of the level.
    fn change(self, change: LevelChange) -> OwnMessage {
        let at = self.editor.level;
        OwnMessage::Do(ExerciseCommand::Level { at, change })
    }

    /// What is wrong inside a stretch of the file, in words.
    fn wrong(self, span: Span) -> Vec<String> {
        self.editor.draft.wrong_in(span).map(|it| self.said(&it.problem)).collect()
    }

    fn said(self, problem: &crate::library::Problem) -> String {
        let said = self.text.problem(problem);
        match said.expected {
            Some(expected) => {
                let (what, expected) = (said.message.as_str(), expected.as_str());
                self.text.edit(crate::text::EditorSentence::ProblemExpected { what, expected })
            }
            None => said.message,
        }
    }
}

/// Draws the screen.
pub(super) fn own_ui(
    ui: &mut Ui,
    editor: &OwnEditor,
    view: &View<'_>,
    text: &Text,
    asked: &mut Vec<Message>,
) {
    let Some(library) = view.library else { return };
    let reduced = view.settings.reduced_motion == ReducedMotion::On;
    let shown = Shown { editor, library, view, text, reduced };
    let mut said = Vec::new();
    keys(ui, &mut said);
    let palette = Palette::of(ui);
    let margin = |x: f32, y: f32| Margin::symmetric(x as i8, y as i8);
    let plain = Frame::new().fill(palette.ground);
    let top = plain.inner_margin(margin(space::XL, space::M));
    Panel::top("own-head").frame(top).show(ui, |ui| head::head_ui(ui, shown, &mut said));
    if let Some(it) = &editor.clash {
        let about = (text, [ShareSentence::ClashExerciseAbout, ShareSentence::ClashExerciseGone]);
        said.extend(clash_ui(ui, it, about).into_iter().map(|it| match it {
            Answered::Compare(open) => OwnMessage::Compare(open),
            Answered::Choice(choice) => OwnMessage::Clash(choice),
        }));
    }
    if let Some(it) = &editor.dropping {
        level::asks_ui(ui, it, text, &mut said);
    }
    let wide = ui.available_width() > WIDE;
    let width = if wide { BESIDE[0] } else { BESIDE[1] };
    let rest = (ui.available_width() - width).max(0.0);
    let inside = plain.inner_margin(margin(space::XL, 0.0));
    Panel::left("own-words")
        .exact_size(rest)
        .resizable(false)
        .frame(inside)
        .show(ui, |ui| main_ui(ui, shown, &mut said));
    let beside = Frame::new().fill(palette.surface).inner_margin(margin(space::L, space::M));
    CentralPanel::default().frame(beside).show(ui, |ui| {
        if editor.pane == OwnPane::Movement {
            movement::movement_ui(ui, shown, &mut said);
        } else {
            scroll_ui(ui, "own-preview", |ui| preview::preview_ui(ui, shown));
        }
    });
    asked.extend(said.into_iter().map(Message::Own));
}

/// The keys of the screen.
fn keys(ui: &Ui, said: &mut Vec<OwnMessage>) {
    let free = !ui.text_edit_focused() && !egui::Popup::is_any_open(ui);
    let twice = Modifiers::COMMAND | Modifiers::SHIFT;
    ui.input_mut(|input| {
        for (modifiers, key, message) in [
            (twice, Key::Z, OwnMessage::Redo),
            (Modifiers::COMMAND, Key::Z, OwnMessage::Undo),
            (Modifiers::COMMAND, Key::Y, OwnMessage::Redo),
        ] {
            if input.consume_key(modifiers, key) {
                said.push(message);
            }
        }
        let digits = [Key::Num1, Key::Num2, Key::Num3, Key::Num4];
        for (key, pane) in digits.into_iter().zip(OwnPane::ALL) {
            if input.consume_key(Modifiers::ALT, key) {
                said.push(OwnMessage::Show(pane));
            }
        }
        if free && input.consume_key(Modifiers::NONE, Key::Escape) {
            said.push(OwnMessage::Back);
        }
        // A letter that was pressed together with a key of ours is not written.
        if !said.is_empty() {
            input.events.retain(|it| !matches!(it, Event::Text(_)));
        }
    });
}

fn main_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<OwnMessage>) {
    let names = OwnPane::ALL.map(|it| {
        shown.text.own(match it {
            OwnPane::Exercise => S::PaneExercise,
            OwnPane::Level => S::PaneLevel,
            OwnPane::Movement => S::PaneMovement,
            OwnPane::Text => S::PaneText,
        })
    });
    let names = names.each_ref().map(String::as_str);
    let here = OwnPane::ALL.iter().position(|it| *it == shown.editor.pane);
    let clicked = tabs_ui(ui, &names, here.unwrap_or_default());
    said.extend(clicked.and_then(|it| OwnPane::ALL.get(it)).map(|it| OwnMessage::Show(*it)));
    ui.add_space(space::S);
    if shown.editor.draft.source().is_none() && shown.editor.pane != OwnPane::Text {
        let words = shown.text.own(S::NoForm);
        ui.label(Type::Body.text(words).color(Palette::of(ui).alert));
        return;
    }
    match shown.editor.pane {
        OwnPane::Exercise => scroll_ui(ui, "own-exercise", |ui| {
            exercise::exercise_ui(ui, shown, said);
        }),
        OwnPane::Level => {
            level::levels_ui(ui, shown, said);
            scroll_ui(ui, "own-level", |ui| level::level_ui(ui, shown, said));
        }
        OwnPane::Movement => {
            level::levels_ui(ui, shown, said);
            pose::figure_ui(ui, shown, said);
        }
        OwnPane::Text => text_ui(ui, shown, said),
    }
}

fn scroll_ui(ui: &mut Ui, id: &str, add: impl FnOnce(&mut Ui)) {
    scrolled(ScrollArea::vertical().id_salt(id).auto_shrink(false), ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        // Room for the ring of a control that has the focus.
        let room = Frame::new().inner_margin(Margin::symmetric(space::XS as i8, space::XS as i8));
        room.show(ui, |ui| {
            add(ui);
            ui.add_space(space::XXL);
        });
    });
}

/// The text of the file, with what is wrong in it.
fn text_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<OwnMessage>) {
    let draft = &shown.editor.draft;
    let about = shown.text.own(S::TextAbout);
    let problems: Vec<_> = draft.wrong().iter().map(|it| (it.span, &it.problem)).collect();
    let own = draft.wrong_in(Span::new(0, draft.text().len())).count();
    let (ours, others) = problems.split_at(own.min(problems.len()));
    let problems: Vec<_> =
        ours.iter().chain(others).map(|it| (it.0, it.1.start, shown.said(it.1))).collect();
    let (written, left) = marked_text_ui(ui, (&about, draft.text()), &problems, shown.text);
    said.extend(left.then_some(OwnMessage::Part));
    said.extend(written.map(|it| OwnMessage::Do(ExerciseCommand::Text(it))));
}

/// A label over what it names.
fn named_ui<R>(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.add_space(space::XS);
    ui.label(Type::Label.text(name).color(Palette::of(ui).muted));
    add(ui)
}

/// What is wrong, under the field in which it is.
fn wrong_ui(ui: &mut Ui, words: &[String]) {
    let color = Palette::of(ui).alert;
    for it in words {
        ui.label(Type::Note.text(it).color(color));
    }
}

/// How many lines a field has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rows {
    One,
    Two,
}

/// A field of words with what is wrong in it; what they become, while they are written.
fn words_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    (label, hint, rows): (&str, &str, Rows),
    now: Option<&Spanned<String>>,
    said: &mut Vec<OwnMessage>,
) -> Option<String> {
    let before = now.map_or("", |it| it.value.as_str());
    let mut words = before.to_owned();
    let response = match rows {
        Rows::One => text_field(ui, label, hint, &mut words),
        Rows::Two => text_area(ui, label, 2, &mut words),
    };
    if response.lost_focus() {
        said.push(OwnMessage::Part);
    }
    if let Some(now) = now {
        wrong_ui(ui, &shown.wrong(now.span));
    }
    (words != before).then_some(words)
}

//! The editor of a routine: its blocks and items on the left, what is added or changed on the right.
//!
//! Everything can be done with the mouse alone and with the keyboard alone; `keys` holds the keys.

mod add;
pub(super) mod clash;
mod head;
mod item;
mod keys;
mod list;
mod part;
mod preview;
mod row;
mod whole;
mod written;

pub(super) use written::marked_text_ui;

use self::clash::Answered;
use egui::{CentralPanel, Frame, Id, Margin, Panel, ScrollArea, Stroke, Ui};

use crate::coach::{Editor, EditorMessage, Message, Pane, View};
use crate::editing::{Command, ItemChange};
use crate::library::Library;
use crate::text::{EditorSentence as S, ShareSentence, Text};
use crate::ui::theme::{Palette, Type, space, stroke};
use crate::ui::widgets::{scrolled, tabs_ui, text_field};

/// Below this width the right side is narrower.
const WIDE: f32 = 1000.0;
/// How wide the right side is.
const BESIDE: [f32; 2] = [430.0, 352.0];

/// What every part of the editor draws from.
#[derive(Clone, Copy)]
struct Shown<'a> {
    editor: &'a Editor,
    library: &'a Library,
    text: &'a Text,
    can_begin: bool,
}

impl Shown<'_> {
    /// The words of a problem, by its index.
    fn problem(&self, at: usize) -> String {
        let problem = self.editor.draft.checked().problems.get(at);
        let said = problem.map(|it| self.text.problem(&it.1));
        said.map_or_else(String::new, |it| match it.expected {
            Some(expected) => {
                let what = it.message.as_str();
                self.text.edit(S::ProblemExpected { what, expected: &expected })
            }
            None => it.message,
        })
    }
}

/// Draws the editor.
pub(super) fn editor_ui(
    ui: &mut Ui,
    editor: &Editor,
    view: &View<'_>,
    text: &Text,
    asked: &mut Vec<Message>,
) {
    let Some(library) = view.library else { return };
    let shown = Shown { editor, library, text, can_begin: view.can_begin };
    let mut said = Vec::new();
    if is_new(ui, &editor.id) && editor.pane == Pane::Add {
        add::ask_focus(ui);
    }
    // A question over the editor has the keys.
    if editor.clash.as_ref().is_none_or(|it| it.lines.is_none()) && view.share.passing.is_none() {
        keys::take(ui, shown, &mut said);
    }
    let palette = Palette::of(ui);
    let margin = |x: f32, y: f32| Margin::symmetric(x as i8, y as i8);
    let plain = Frame::new().fill(palette.ground);
    let top = plain.inner_margin(margin(space::XL, space::M));
    Panel::top("editor-head").frame(top).show(ui, |ui| head::head_ui(ui, shown, &mut said));
    if let Some(it) = &shown.editor.clash {
        let about = (text, [ShareSentence::ClashAbout, ShareSentence::ClashGone]);
        said.extend(clash::clash_ui(ui, it, about).into_iter().map(|it| match it {
            Answered::Compare(open) => EditorMessage::Compare(open),
            Answered::Choice(choice) => EditorMessage::Clash(choice),
        }));
    }
    let wide = ui.available_width() > WIDE;
    let width = if wide { BESIDE[0] } else { BESIDE[1] };
    // The routine comes first, for eyes and for the keyboard.
    let rest = (ui.available_width() - width).max(0.0);
    let inside = plain.inner_margin(margin(space::L, 0.0));
    Panel::left("editor-list")
        .exact_size(rest)
        .resizable(false)
        .frame(inside)
        .show(ui, |ui| list::list_ui(ui, shown, &mut said));
    let beside = Frame::new().fill(palette.surface).inner_margin(margin(space::L, space::M));
    CentralPanel::default().frame(beside).show(ui, |ui| beside_ui(ui, shown, &mut said));
    asked.extend(said.into_iter().map(Message::Editor));
}

/// Whether this routine was not in the last picture.
fn is_new(ui: &Ui, id: &str) -> bool {
    let before = ui.data(|it| it.get_temp::<String>(opened()));
    ui.data_mut(|it| it.insert_temp(opened(), id.to_owned()));
    before.as_deref() != Some(id)
}

fn opened() -> Id {
    Id::unique("editor opened")
}

/// No routine is open any more.
pub(super) fn forget(ui: &Ui) {
    ui.data_mut(|it| it.remove::<String>(opened()));
}

fn beside_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<EditorMessage>) {
    let names = Pane::ALL.map(|it| {
        shown.text.edit(match it {
            Pane::Add => S::PaneAdd,
            Pane::Picked => S::PanePicked,
            Pane::Whole => S::PaneWhole,
            Pane::Timetable => S::PaneTimetable,
            Pane::Text => S::PaneText,
        })
    });
    let names = names.each_ref().map(String::as_str);
    let here = Pane::ALL.iter().position(|it| *it == shown.editor.pane);
    if let Some(pane) =
        tabs_ui(ui, &names, here.unwrap_or_default()).and_then(|it| Pane::ALL.get(it))
    {
        said.push(EditorMessage::Show(*pane));
    }
    ui.add_space(space::S);
    match shown.editor.pane {
        Pane::Add => add::add_ui(ui, shown, said),
        Pane::Picked if shown.editor.on_block => {
            scroll_ui(ui, "block", |ui| part::block_ui(ui, shown, said));
        }
        Pane::Picked => scroll_ui(ui, "item", |ui| item::item_ui(ui, shown, said)),
        Pane::Whole => scroll_ui(ui, "whole", |ui| whole::whole_ui(ui, shown, said)),
        Pane::Timetable => preview::preview_ui(ui, shown),
        Pane::Text => written::written_ui(ui, shown, said),
    }
}

fn scroll_ui(ui: &mut Ui, id: &str, add: impl FnOnce(&mut Ui)) {
    scrolled(ScrollArea::vertical().id_salt(id).auto_shrink(false), ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        // Room for the ring of a control that has the focus.
        let room = Frame::new().inner_margin(Margin::symmetric(space::XS as i8, space::XS as i8));
        room.show(ui, |ui| {
            add(ui);
            ui.add_space(space::XL);
        });
    });
}

/// A label over what it names.
fn named_ui<R>(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.add_space(space::XS);
    ui.label(Type::Label.text(name).color(Palette::of(ui).muted));
    add(ui)
}

/// One line of words; what they become, while they are written.
fn words_ui(
    ui: &mut Ui,
    (label, hint): (&str, &str),
    now: &str,
    said: &mut Vec<EditorMessage>,
) -> Option<String> {
    let mut words = now.to_owned();
    let response = text_field(ui, label, hint, &mut words);
    if response.lost_focus() {
        said.push(EditorMessage::Part);
    }
    (words != now).then_some(words)
}

/// A change of everything that is picked.
fn change(shown: Shown<'_>, change: ItemChange) -> EditorMessage {
    EditorMessage::Do(Command::Items { at: shown.editor.picks(), change })
}

/// Problems in words, each with the mark that it is one.
fn problems_ui(ui: &mut Ui, shown: Shown<'_>, problems: &[usize]) {
    let palette = Palette::of(ui);
    for at in problems {
        let words = shown.problem(*at);
        let frame = Frame::new()
            .stroke(Stroke::new(stroke::HAIRLINE, palette.alert))
            .corner_radius(crate::ui::theme::radius::SMALL)
            .inner_margin(Margin::symmetric(space::S as i8, space::XS as i8));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(Type::Note.text(words).color(palette.alert));
        });
    }
}

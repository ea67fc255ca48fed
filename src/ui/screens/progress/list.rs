//! The list of everything that was done, newest first, with its search.

use egui::{Rect, Response, Ui, pos2, vec2};

use super::Shown;
use crate::coach::{ListMessage, ProgressMessage, Row};
use crate::text::{LearnSentence, ProgressSentence as S, Sentence, Text};
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{Button, SearchField, Tile, cut, line, paint_left};
use crate::units::Pain;

/// The height of a row.
const ROW: f32 = 64.0;

/// Draws the search and what it finds.
pub(super) fn list_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<ProgressMessage>) {
    let (text, progress) = (shown.text, shown.progress);
    let mut query = progress.query.clone();
    let (name, hint) = (text.progress(S::Search), text.progress(S::SearchHint));
    let clear = text.learn(LearnSentence::LibraryClear);
    let field = SearchField { name: &name, hint: &hint, clear: &clear, key: "/" };
    let edit = field.show(ui, &mut query);
    let slash = ui.input(|it| it.key_pressed(egui::Key::Slash));
    if slash && !ui.text_edit_focused() {
        edit.request_focus();
    }
    if query != progress.query && !(slash && query.ends_with('/') && progress.query.is_empty()) {
        said.push(ProgressMessage::List(ListMessage::Search(query)));
    }
    let found = progress.found();
    count_ui(ui, shown, found.len(), said);
    ui.spacing_mut().item_spacing.y = space::S;
    for row in found.iter().take(progress.rows) {
        if row_ui(ui, row, text).clicked() {
            said.push(ProgressMessage::Open(row.id));
        }
    }
    let more = found.len().saturating_sub(progress.rows);
    if 0 < more {
        let label = text.progress(S::More { count: more.min(30) });
        if ui.add(Button::quiet(&label)).clicked() {
            said.push(ProgressMessage::List(ListMessage::More));
        }
    }
}

/// How many there are, and of which day.
fn count_ui(ui: &mut Ui, shown: Shown<'_>, count: usize, said: &mut Vec<ProgressMessage>) {
    let text = shown.text;
    let palette = Palette::of(ui);
    ui.horizontal_wrapped(|ui| {
        let words = if count == 0 && shown.progress.day.is_none() {
            text.progress(S::FoundNothing)
        } else {
            text.progress(S::Found { count })
        };
        ui.label(Type::Label.text(words).color(palette.muted));
        if let Some(day) = shown.progress.day {
            let date = text.full_date(day);
            let words = text.progress(S::OnlyDay { date: &date });
            ui.label(Type::Label.text(words).color(palette.text));
            if ui.add(Button::plain(&text.progress(S::AllDays))).clicked() {
                said.push(ProgressMessage::List(ListMessage::AllDays));
            }
        }
    });
}

/// One session: what and when at the left, how much at the right.
fn row_ui(ui: &mut Ui, row: &Row, text: &Text) -> Response {
    let date = text.full_date(row.date);
    let when = text.list([date, text.clock(row.started)]);
    let mut about = vec![text.say(Sentence::UiProgressSets { done: row.done, sets: row.sets })];
    if row.early {
        about.push(text.say(Sentence::UiProgressEarly));
    }
    about.extend(pain(row, text));
    let about = text.list(about);
    let time = text.minutes(row.active);
    let said = || {
        let said = text.list([row.name.clone(), when.clone(), time.clone(), about.clone()]);
        text.progress(S::OpenSaid { what: &said })
    };
    let size = vec2(ui.available_width(), ROW);
    Tile { size }.show(ui, said, |ui, rect, _| {
        let palette = Palette::of(ui);
        let inner = rect.shrink2(vec2(space::L, 0.0));
        let right = |words: &str, font: Type, color, y: f32| {
            let galley = line(ui, words, font.font(), color);
            let x = inner.right() - galley.size().x;
            paint_left(ui, pos2(x, inner.top() + y), galley);
            inner.right() - x
        };
        let used = right(&time, Type::Strong, palette.text, 22.0);
        let below = right(&about, Type::Note, palette.muted, 43.0);
        let name = if row.is_break { Type::Body } else { Type::Strong };
        left(ui, inner, &row.name, (name, palette.text, 22.0), used);
        let note = row.note.lines().next().unwrap_or_default();
        let words = if note.is_empty() { when.clone() } else { format!("{when} · {note}") };
        left(ui, inner, &words, (Type::Note, palette.muted, 43.0), below);
    })
}

/// One line at the left, cut where the right side begins.
fn left(ui: &Ui, rect: Rect, words: &str, look: (Type, egui::Color32, f32), used: f32) {
    let (font, color, y) = look;
    let width = (rect.width() - used - space::L).max(40.0);
    paint_left(ui, rect.min + vec2(0.0, y), cut(ui, words, font, color, width));
}

fn pain(row: &Row, text: &Text) -> Option<String> {
    if row.pain.is_unknown() {
        return None;
    }
    let word =
        |it: Option<Pain>| it.map_or_else(|| text.say(Sentence::UiUnknown), |it| it.to_string());
    let (before, after) = (word(row.pain.before), word(row.pain.after));
    Some(text.say(Sentence::UiProgressPain { before: &before, after: &after }))
}

//! What was done: every session of the journal, newest first.

use egui::{Role, Sense, Ui, vec2};

use super::page_ui;
use crate::coach::View;
use crate::history::{Record, SessionRecord};
use crate::session::Ending;
use crate::text::{Sentence, Text};
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{card, describe, line, paint_left};

/// Draws the list.
pub(super) fn progress_ui(ui: &mut Ui, view: &View<'_>, text: &Text) {
    page_ui(ui, &text.say(Sentence::RailProgress), "", |ui| {
        let sessions = view.journal.map(|it| it.sessions()).unwrap_or_default();
        if sessions.is_empty() {
            empty_ui(ui, text);
            return;
        }
        card(ui, |ui| list_ui(ui, &sessions, text));
    });
}

fn list_ui(ui: &mut Ui, sessions: &[(&Record, &SessionRecord)], text: &Text) {
    ui.spacing_mut().item_spacing.y = 0.0;
    for (index, (record, session)) in sessions.iter().rev().enumerate() {
        if 0 < index {
            ui.separator();
        }
        record_ui(ui, record, session, text);
    }
}

fn empty_ui(ui: &mut Ui, text: &Text) {
    let palette = Palette::of(ui);
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        let head = text.say(Sentence::UiProgressEmpty);
        ui.label(Type::Title.text(head).color(palette.text));
        let about = text.say(Sentence::UiProgressEmptyMore);
        ui.label(Type::Body.text(about).color(palette.muted));
    });
}

/// One session: what and when at the left, how much at the right.
fn record_ui(ui: &mut Ui, record: &Record, session: &SessionRecord, text: &Text) {
    let palette = Palette::of(ui);
    let size = vec2(ui.available_width(), 60.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let date = text.full_date(record.date);
    let when = text.list([date, text.clock(session.started)]);
    let done = session.sets.iter().filter(|it| !it.skipped).count();
    let mut about = vec![text.say(Sentence::UiProgressSets { done, sets: session.sets.len() })];
    if session.ending != Ending::Completed {
        about.push(text.say(Sentence::UiProgressEarly));
    }
    about.extend(pain(session, text));
    let about = text.list(about);
    let time = text.minutes(session.active);
    let left = |words: &str, font: Type, color, y: f32| {
        paint_left(ui, rect.min + vec2(0.0, y), line(ui, words, font.font(), color));
    };
    left(&session.name, Type::Strong, palette.text, 20.0);
    left(&when, Type::Note, palette.muted, 41.0);
    let right = |words: &str, font: Type, color, y: f32| {
        let galley = line(ui, words, font.font(), color);
        let x = rect.right() - galley.size().x;
        paint_left(ui, egui::pos2(x, rect.top() + y), galley);
    };
    right(&time, Type::Strong, palette.text, 20.0);
    right(&about, Type::Note, palette.muted, 41.0);
    describe(&response, Role::Label, &text.list([session.name.clone(), when, time, about]));
}

fn pain(session: &SessionRecord, text: &Text) -> Option<String> {
    if session.pain.is_unknown() {
        return None;
    }
    let word = |it: Option<crate::units::Pain>| {
        it.map_or_else(|| text.say(Sentence::UiUnknown), |it| it.to_string())
    };
    let (before, after) = (word(session.pain.before), word(session.pain.after));
    Some(text.say(Sentence::UiProgressPain { before: &before, after: &after }))
}

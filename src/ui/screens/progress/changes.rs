//! The log of changes: what became harder or easier, or was proposed, day by day, newest first, each
//! with its reason, its rule and the person's answer.

use chrono::NaiveDate;
use egui::Ui;

use super::super::part_ui;
use super::Shown;
use crate::coach::{ListMessage, ProgressMessage};
use crate::history::Answer;
use crate::library::Library;
use crate::program::{Change, What};
use crate::text::{ProgressSentence as S, Text};
use crate::ui::theme::{LINE_LENGTH, Palette, Type, space};
use crate::ui::widgets::{Button, as_heading, card};

/// Draws the log.
pub(super) fn changes_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<ProgressMessage>) {
    let text = shown.text;
    let palette = Palette::of(ui);
    let (Some(advice), Some(library)) = (shown.view.advice, shown.view.library) else { return };
    ui.scope(|ui| {
        ui.set_max_width(LINE_LENGTH);
        let about = if advice.log.is_empty() { S::ChangesNone } else { S::ChangesAbout };
        ui.label(Type::Body.text(text.progress(about)).color(palette.muted));
    });
    let mut left = advice.log.as_slice();
    let mut rows = 0;
    while let Some(first) = left.first().filter(|_| rows < shown.progress.rows) {
        let count = left.iter().take_while(|it| it.date == first.date).count();
        let (day, rest) = left.split_at_checked(count).unwrap_or((left, &[]));
        card(ui, |ui| day_ui(ui, (first.date, day), library, text));
        rows += count;
        left = rest;
    }
    if !left.is_empty() {
        let label = text.progress(S::More { count: left.len().min(30) });
        if ui.add(Button::quiet(&label)).clicked() {
            said.push(ProgressMessage::List(ListMessage::More));
        }
    }
}

/// What changed on one day; more reps inside their range in one line.
fn day_ui(ui: &mut Ui, (date, day): (NaiveDate, &[Change]), library: &Library, text: &Text) {
    ui.spacing_mut().item_spacing.y = space::XS;
    let palette = Palette::of(ui);
    let head = text.full_date(date);
    let label = ui.label(Type::Title.text(&head).color(palette.text));
    as_heading(&label, &head);
    let is_reps =
        |it: &&Change| matches!(it.proposal.what, What::RepsUp { .. }) && it.answer.is_none();
    for change in day.iter().filter(|it| !is_reps(it)) {
        ui.add_space(space::S);
        change_ui(ui, change, library, text);
    }
    let reps: Vec<_> =
        day.iter().filter(is_reps).map(|it| text.proposed(&it.proposal, library).what).collect();
    if !reps.is_empty() {
        ui.add_space(space::S);
        part_ui(ui, &text.progress(S::ChangesReps));
        ui.label(Type::Body.text(reps.join(" · ")).color(palette.text));
    }
}

/// What, why, by which rule, and what the person said.
fn change_ui(ui: &mut Ui, change: &Change, library: &Library, text: &Text) {
    let palette = Palette::of(ui);
    let said = text.proposed(&change.proposal, library);
    ui.label(Type::Strong.text(said.what).color(palette.text));
    ui.label(Type::Body.text(said.why).color(palette.muted));
    let taken_back = matches!(change.proposal.what, What::RepsUp { .. });
    let answer = text.progress(match change.answer {
        None => S::ChangeAtOnce,
        Some(Answer::Accepted) => S::ChangeAccepted,
        Some(Answer::Later) => S::ChangeLater,
        Some(Answer::Declined) if taken_back => S::ChangeTakenBack,
        Some(Answer::Declined) => S::ChangeDeclined,
    });
    let rule = text.progress(S::ChangeRule { rule: &change.proposal.rule() });
    let color = if change.answer == Some(Answer::Accepted) { palette.good } else { palette.muted };
    ui.label(Type::Note.text(format!("{answer} · {rule}")).color(color));
}

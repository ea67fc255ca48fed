//! The checks on Progress: what can be done, the own arc, the course over time, and what was done.

mod arc;
mod course;
mod opened;
mod preparing;

use egui::{Response, Ui, pos2, vec2};
use egui_material_icons::icons::ICON_PLAY_ARROW;

pub(super) use opened::{Asks, opened_ui};
pub(super) use preparing::preparing_ui;

use super::Shown;
use crate::coach::{CheckMessage, minutes_of};
use crate::library::SelfCheck;
use crate::program::{Done, measure};
use crate::text::{CheckSentence as S, Text};
use crate::ui::theme::{LINE_LENGTH, Palette, Type, space};
use crate::ui::widgets::{Button, Tile, as_heading, card, cut, line, paint_left};

/// From this width on two cards stand beside each other.
const COLUMNS: f32 = 640.0;
/// The height of a row of the list.
const ROW: f32 = 64.0;

/// Draws the checks.
pub(super) fn checks_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<CheckMessage>) {
    let text = shown.text;
    let palette = Palette::of(ui);
    ui.scope(|ui| {
        ui.set_max_width(LINE_LENGTH);
        ui.label(Type::Body.text(text.check(S::About)).color(palette.muted));
    });
    doable_ui(ui, shown, said);
    arc::arc_card_ui(ui, shown);
    course::course_ui(ui, shown);
    past_ui(ui, shown, said);
}

/// Every check that can be done, with the way into it.
fn doable_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<CheckMessage>) {
    let Some(library) = shown.view.library else { return };
    beside_ui(ui, &library.checks, space::M, |ui, check| {
        card(ui, |ui| check_ui(ui, shown, check, said));
    });
}

/// Shows things two beside each other where there is room, else below each other.
fn beside_ui<T>(ui: &mut Ui, all: &[T], gap: f32, mut add: impl FnMut(&mut Ui, &T)) {
    let columns = if ui.available_width() < COLUMNS { 1 } else { 2 };
    let width = (ui.available_width() - gap * (columns as f32 - 1.0)) / columns as f32;
    for row in all.chunks(columns) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing = vec2(gap, space::M);
            for it in row {
                column_ui(ui, width, |ui| add(ui, it));
            }
        });
    }
}

fn column_ui(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui)) {
    let down = egui::Layout::top_down(egui::Align::Min);
    ui.allocate_ui_with_layout(vec2(width, 0.0), down, |ui| {
        ui.set_width(width);
        add(ui);
    });
}

fn check_ui(ui: &mut Ui, shown: Shown<'_>, check: &SelfCheck, said: &mut Vec<CheckMessage>) {
    let (text, palette) = (shown.text, Palette::of(ui));
    ui.spacing_mut().item_spacing.y = space::S;
    let label = ui.label(Type::Title.text(&check.name.long).color(palette.text));
    as_heading(&label, &check.name.long);
    // Cards beside each other are as tall: two lines, whatever they say.
    let about = ui.label(Type::Body.text(&check.about).color(palette.muted));
    ui.add_space((66.0 - about.rect.height()).max(0.0));
    let checks = &shown.progress.facts.checks;
    let last = checks.iter().rev().find(|it| it.check.of == check.id);
    let last = last.map_or_else(
        || text.check(S::Never),
        |it| text.check(S::Last { date: &text.date(it.date) }),
    );
    let minutes = shown.view.library.and_then(|it| minutes_of(it, &check.id)).unwrap_or(1);
    let about = text.list([text.check(S::AboutMinutes { minutes }), last]);
    ui.label(Type::Note.text(about).color(palette.muted));
    let label = text.check(S::DoNamed { name: &check.name.long });
    let short = text.check(S::DoIt);
    let response = ui.add(Button::quiet(&short).icon(ICON_PLAY_ARROW));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
    if response.clicked() {
        said.push(CheckMessage::Prepare(check.id.clone()));
    }
}

/// Every check that was done, newest first.
fn past_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<CheckMessage>) {
    let (text, palette) = (shown.text, Palette::of(ui));
    ui.add_space(space::M);
    let head = text.check(S::Past);
    let label = ui.label(Type::Title.text(&head).color(palette.text));
    as_heading(&label, &head);
    let checks = &shown.progress.facts.checks;
    if checks.is_empty() {
        ui.label(Type::Body.text(text.check(S::PastNone)).color(palette.muted));
    }
    ui.spacing_mut().item_spacing.y = space::S;
    for done in checks.iter().rev().take(shown.progress.rows) {
        if row_ui(ui, shown, done, text).clicked() {
            said.push(CheckMessage::Show(done.record));
        }
    }
}

/// What a check is called: by its record, else by the library.
pub(super) fn name_of(shown: Shown<'_>, done: &crate::history::Check) -> String {
    if !done.name.is_empty() {
        return done.name.clone();
    }
    let known = shown.view.library.and_then(|it| it.self_check(&done.of));
    known.map_or_else(|| done.of.clone(), |it| it.name.long.clone())
}

fn row_ui(ui: &mut Ui, shown: Shown<'_>, done: &Done, text: &Text) -> Response {
    let name = name_of(shown, &done.check);
    let when = text.full_date(done.date);
    let how = text.check_conditions(&done.check);
    let measured = measure(&done.check, &shown.view.judged);
    let found = text.check_line(&measured);
    let said = text.list(
        [name.clone(), when.clone(), how.clone(), found.clone()]
            .into_iter()
            .filter(|it| !it.is_empty()),
    );
    let said = text.check(S::OpenSaid { what: &said });
    let size = vec2(ui.available_width(), ROW);
    Tile { size }.show(
        ui,
        || said.clone(),
        |ui, rect, _| {
            let palette = Palette::of(ui);
            let inner = rect.shrink2(vec2(space::L, 0.0));
            let galley = line(ui, &found, Type::Strong.font(), palette.text);
            let used = galley.size().x;
            paint_left(ui, pos2(inner.right() - used, inner.top() + 22.0), galley);
            let room = (inner.width() - used - space::L).max(80.0);
            paint_left(
                ui,
                inner.min + vec2(0.0, 22.0),
                cut(ui, &name, Type::Strong, palette.text, room),
            );
            let below = format!("{when} · {how}");
            let below = cut(ui, &below, Type::Note, palette.muted, inner.width());
            paint_left(ui, inner.min + vec2(0.0, 43.0), below);
        },
    )
}

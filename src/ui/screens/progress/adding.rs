//! A session that was done without the program: which, when, how long, and whether as planned.

use chrono::Days;
use egui::{Sense, Ui, vec2};
use egui_material_icons::icons::{ICON_CHECK, ICON_CHEVRON_LEFT, ICON_CHEVRON_RIGHT};

use super::super::{bottom_ui, heading_ui, part_ui, scroll_ui};
use super::Shown;
use crate::coach::{Adding, ProgressMessage};
use crate::text::{LearnSentence, ProgressSentence as S, Text};
use crate::ui::theme::{Palette, Type, size, space};
use crate::ui::widgets::{
    Button, Choice, Dropdown, card, line, paint_centered, segments, stepper_ui,
};

/// Draws the questions.
pub(super) fn adding_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    adding: &Adding,
    said: &mut Vec<ProgressMessage>,
) {
    let text = shown.text;
    bottom_ui(ui, |ui| {
        let label = text.progress(if adding.whole { S::AddingKeep } else { S::AddingNext });
        let button = Button::primary(&label).icon(ICON_CHECK).large();
        if ui.add(button.min_width(240.0)).clicked() {
            said.push(ProgressMessage::KeepAdded);
        }
    });
    scroll_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        heading_ui(ui, &text.progress(S::AddingHead), &text.progress(S::AddingAbout));
        ui.add_space(space::S);
        let mut next = adding.clone();
        card(ui, |ui| {
            routine_ui(ui, shown, &mut next);
            ui.add_space(space::S);
            day_ui(ui, shown, &mut next);
            ui.add_space(space::S);
            part_ui(ui, &text.progress(S::Minutes));
            minutes_ui(ui, text, &mut next.minutes);
            ui.add_space(space::S);
            whole_ui(ui, text, &mut next.whole);
        });
        ui.add_space(space::XL);
        if next != *adding {
            said.push(ProgressMessage::Added(next));
        }
    });
}

fn routine_ui(ui: &mut Ui, shown: Shown<'_>, next: &mut Adding) {
    let text = shown.text;
    let Some(library) = shown.view.library else { return };
    let what = text.progress(S::AddingRoutine);
    let name = library.routine(&next.routine).map(|it| it.name.long.as_str()).unwrap_or_default();
    let label = text.learn(LearnSentence::LibraryFilter { what: &what, value: name });
    let choices = library
        .routines
        .iter()
        .map(|it| Choice { label: it.name.long.clone(), on: it.id == next.routine });
    let list = Dropdown { label: &label, on: true, several: false };
    let chosen = list.show(ui, || choices.collect());
    if let Some(it) = chosen.and_then(|it| library.routines.get(it)) {
        next.routine.clone_from(&it.id);
    }
}

fn day_ui(ui: &mut Ui, shown: Shown<'_>, next: &mut Adding) {
    let text = shown.text;
    part_ui(ui, &text.progress(S::Date));
    let today = shown.progress.facts.today;
    let by = day_stepper_ui(ui, text, next.date, today);
    next.date = match by {
        -1 => next.date.checked_sub_days(Days::new(1)).unwrap_or(next.date),
        1 => next.date.succ_opt().unwrap_or(next.date),
        _ => next.date,
    };
}

/// A day between a button to the day before and one to the day after; answers with 0, 1 or -1.
pub(super) fn day_stepper_ui(
    ui: &mut Ui,
    text: &Text,
    date: chrono::NaiveDate,
    today: chrono::NaiveDate,
) -> i32 {
    let palette = Palette::of(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let mut by = 0;
        let earlier = text.progress(S::DayEarlier);
        if ui.add(Button::quiet(&earlier).icon(ICON_CHEVRON_LEFT)).clicked() {
            by -= 1;
        }
        let words = line(ui, &text.full_date(date), Type::Strong.font(), palette.text);
        let wide = vec2(260.0_f32.min(ui.available_width()), size::CONTROL);
        let (rect, response) = ui.allocate_exact_size(wide, Sense::hover());
        crate::ui::widgets::describe(&response, egui::Role::Label, words.text());
        ui.accesskit_node_builder(response.id, |it| it.set_live(egui::accesskit::Live::Polite));
        paint_centered(ui, rect.center(), words);
        let later = text.progress(S::DayLater);
        let button = Button::quiet(&later).icon(ICON_CHEVRON_RIGHT);
        if ui.add_enabled(date < today, button).clicked() {
            by += 1;
        }
        by
    })
    .inner
}

/// Minutes, one by one.
pub(super) fn minutes_ui(ui: &mut Ui, text: &Text, minutes: &mut u32) {
    let name = text.progress(S::Minutes);
    let shown = text.progress(S::MinutesNumber { count: *minutes });
    if let Some(new) = stepper_ui(ui, &name, *minutes, 1..=240, &shown) {
        *minutes = new;
    }
}

fn whole_ui(ui: &mut Ui, text: &Text, whole: &mut bool) {
    let what = text.progress(S::AddingHow);
    part_ui(ui, &what);
    let names = [text.progress(S::AddingWhole), text.progress(S::AddingPart)];
    let names = names.each_ref().map(String::as_str);
    if let Some(at) = segments(ui, &what, &names, Some(usize::from(!*whole))) {
        *whole = at == 0;
    }
}

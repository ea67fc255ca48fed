//! What the journal shows, as plots. Under each stands one plain sentence with what it says now.

mod body;
mod chart;
mod function;
mod training;

use chrono::{Days, NaiveDate};
use egui::Ui;

use super::Shown;
use crate::coach::ProgressMessage;
use crate::history::Outcome;
use crate::text::ProgressSentence as S;
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::card;
use chart::{Line, Mark};

pub(super) use chart::{Chart, x_of};

/// Weeks that the plots of weeks reach back.
const WEEKS: usize = 26;
/// Weeks over which minutes are averaged.
const MEAN_WEEKS: usize = 4;
/// From this width on two plots stand beside each other.
const COLUMNS: f32 = 760.0;

/// Draws all plots.
pub(super) fn plots_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<ProgressMessage>) {
    if shown.progress.facts.rows.is_empty() {
        none_ui(ui, shown);
    }
    beside_ui(ui, |ui| weeks_ui(ui, shown), |ui| minutes_ui(ui, shown));
    card(ui, |ui| body::stretch_ui(ui, shown));
    if !shown.progress.facts.trends.is_empty() {
        card(ui, |ui| training::exercise_ui(ui, shown, said));
    }
    card(ui, |ui| function::function_ui(ui, shown));
    beside_ui(ui, |ui| body::pain_ui(ui, shown), |ui| body::motion_ui(ui, shown));
}

fn none_ui(ui: &mut Ui, shown: Shown<'_>) {
    let palette = Palette::of(ui);
    card(ui, |ui| {
        let head = shown.text.progress(S::PlotsNone);
        ui.label(Type::Title.text(head).color(palette.text));
        let more = shown.text.progress(S::PlotsNoneMore);
        ui.label(Type::Body.text(more).color(palette.muted));
    });
}

/// Two cards beside each other where there is room, else below each other.
fn beside_ui(ui: &mut Ui, one: impl FnOnce(&mut Ui), other: impl FnOnce(&mut Ui)) {
    if ui.available_width() < COLUMNS {
        card(ui, one);
        card(ui, other);
        return;
    }
    let width = (ui.available_width() - space::M) / 2.0;
    let down = egui::Layout::top_down(egui::Align::Min);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::M, space::S);
        ui.allocate_ui_with_layout(egui::vec2(width, 0.0), down, |ui| {
            ui.set_width(width);
            card(ui, one);
        });
        ui.allocate_ui_with_layout(egui::vec2(width, 0.0), down, |ui| {
            ui.set_width(width);
            card(ui, other);
        });
    });
}

/// Days a week against the target in force.
fn weeks_ui(ui: &mut Ui, shown: Shown<'_>) {
    let (text, facts) = (shown.text, &shown.progress.facts);
    let weeks = last(&facts.weeks.all, WEEKS);
    let (met, of) = facts.weeks.met_of_last(8);
    let sentence = match weeks.last() {
        Some(it) if of == 0 => {
            let (days, target) = (u32::from(it.sessions), u32::from(it.target));
            text.progress(S::WeeksFirst { days, target })
        }
        _ => text.progress(S::WeeksSaid { met, of }),
    };
    let bars = weeks.iter().map(|it| {
        let is_met = it.outcome == Outcome::Met;
        (x_of(it.start) + 3.5, f64::from(it.sessions), if is_met { 1.0 } else { 0.5 })
    });
    let target = weeks.iter().flat_map(|it| {
        let from = x_of(it.start);
        [[from, f64::from(it.target)], [from + 7.0, f64::from(it.target)]]
    });
    let head = text.progress(S::WeeksHead);
    Chart { id: "weeks", head: &head, sentence: &sentence, top: 5.0, text }.show(ui, |plot| {
        plot.bars(bars.collect(), 5.2);
        plot.aim(target.collect());
    });
}

/// Minutes of work and rest a week.
fn minutes_ui(ui: &mut Ui, shown: Shown<'_>) {
    let (text, facts) = (shown.text, &shown.progress.facts);
    let weeks = last(&facts.weeks.all, WEEKS);
    let minutes = |it: &crate::history::Week| it.active.as_secs_f64() / 60.0;
    let over = weeks.split_last().map_or(&[][..], |it| it.1);
    let recent = last(if over.is_empty() { weeks } else { over }, MEAN_WEEKS);
    let mean = recent.iter().map(minutes).sum::<f64>() / recent.len().max(1) as f64;
    let most = facts.weeks.all.iter().map(minutes).fold(0.0, f64::max);
    let sentence = text.progress(S::MinutesSaid {
        mean: mean.round() as u32,
        weeks: recent.len(),
        most: most.round() as u32,
    });
    let bars = weeks.iter().map(|it| (x_of(it.start) + 3.5, minutes(it), 1.0));
    let head = text.progress(S::MinutesHead);
    Chart { id: "minutes", head: &head, sentence: &sentence, top: 30.0, text }
        .show(ui, |plot| plot.bars(bars.collect(), 5.2));
}

/// The last so many of some things.
fn last<T>(all: &[T], most: usize) -> &[T] {
    all.get(all.len().saturating_sub(most)..).unwrap_or(all)
}

/// The day so many weeks before.
fn weeks_before(date: NaiveDate, weeks: u64) -> NaiveDate {
    date.checked_sub_days(Days::new(7 * weeks)).unwrap_or(date)
}

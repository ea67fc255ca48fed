//! One exercise over time: its best set and its level, left against right.

use egui::Ui;

use super::super::Shown;
use super::chart::key_ui;
use super::{Chart, Line, Mark, space, x_of};
use crate::coach::{ListMessage, ProgressMessage};
use crate::history::{Training, Trend};
use crate::library::Amount;
use crate::text::{LearnSentence, ProgressSentence as S, Text};
use crate::ui::widgets::{Choice, Dropdown};
use crate::units::Sides;

/// The two sides are compared over so many sessions.
const COMPARED: usize = 2;

/// Draws the exercise that was chosen.
pub(super) fn exercise_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<ProgressMessage>) {
    let (text, facts) = (shown.text, &shown.progress.facts);
    let chosen = shown.progress.exercise.as_ref();
    let trend = facts.trends.iter().find(|it| Some(&it.exercise) == chosen);
    let Some(trend) = trend.or_else(|| facts.trends.first()) else { return };
    choose_ui(ui, shown, trend, said);
    let lines = lines(trend, text);
    let head = text.progress(S::ExerciseHead);
    let sentence = course(trend, text);
    Chart { id: "exercise", head: &head, sentence: &sentence, top: 5.0, text }.show(ui, |plot| {
        for line in &lines {
            plot.line(line);
        }
    });
    key_ui(ui, &lines.iter().collect::<Vec<_>>());
    ui.add_space(space::S);
    levels_ui(ui, trend, text);
    sides_ui(ui, trend, text);
}

fn choose_ui(ui: &mut Ui, shown: Shown<'_>, trend: &Trend, said: &mut Vec<ProgressMessage>) {
    let (text, facts) = (shown.text, &shown.progress.facts);
    let what = text.progress(S::ExerciseChoose);
    let label = text.learn(LearnSentence::LibraryFilter { what: &what, value: &trend.name });
    let choices = facts.trends.iter();
    let choices =
        choices.map(|it| Choice { label: it.name.clone(), on: it.exercise == trend.exercise });
    let list = Dropdown { label: &label, on: true, several: false };
    let clicked = list.show(ui, || choices.collect());
    let chosen = clicked.and_then(|it| facts.trends.get(it));
    let message = |it: &Trend| ListMessage::Exercise(it.exercise.clone());
    said.extend(chosen.map(|it| ProgressMessage::List(message(it))));
}

fn number(amount: Amount) -> f64 {
    let count = amount.count().map(f64::from);
    count.or_else(|| amount.time().map(|it| it.as_secs_f64())).unwrap_or_default()
}

/// The best set of each session, side by side.
fn lines(trend: &Trend, text: &Text) -> Vec<Line> {
    let sides =
        [(Sides::Left, Mark::Disc), (Sides::Right, Mark::Square), (Sides::Both, Mark::Disc)];
    let of = |side| {
        let times = trend.times.iter();
        times.filter_map(move |it| Some([x_of(it.date), number(it.of(side)?.best)]))
    };
    sides
        .into_iter()
        .map(|(side, mark)| Line { name: text.side(side), mark, points: of(side).collect() })
        .filter(|it| !it.points.is_empty())
        .collect()
}

/// From where to where, in a sentence.
fn course(trend: &Trend, text: &Text) -> String {
    let amount = |it: &Training| it.best().map(|it| text.amount(it)).unwrap_or_default();
    match trend.times.as_slice() {
        [] => String::new(),
        [once] => {
            let amount = amount(once);
            text.progress(S::ExerciseOnce { amount: &amount, level: u32::from(once.level) })
        }
        [first, .., last] => text.progress(S::ExerciseSaid {
            times: trend.times.len(),
            first: &amount(first),
            from: u32::from(first.level),
            last: &amount(last),
            to: u32::from(last.level),
        }),
    }
}

/// The level, as a line of steps.
fn levels_ui(ui: &mut Ui, trend: &Trend, text: &Text) {
    let changes = trend.times.iter().fold(Vec::<&Training>::new(), |mut all, it| {
        if all.last().is_none_or(|last| last.level != it.level) {
            all.push(it);
        }
        all
    });
    let words = changes.iter().map(|it| {
        let level = text.progress(S::LevelKey { number: u32::from(it.level) });
        format!("{level}: {}", text.short_date(it.date))
    });
    let color = super::Palette::of(ui).muted;
    ui.label(super::Type::Note.text(text.list(words)).color(color));
}

/// Left against right, over the last two sessions.
fn sides_ui(ui: &mut Ui, trend: &Trend, text: &Text) {
    let palette = super::Palette::of(ui);
    super::super::super::part_ui(ui, &text.progress(S::SidesHead));
    let words = compared(trend, text).unwrap_or_else(|| text.progress(S::SidesNone));
    ui.label(super::Type::Body.text(words).color(palette.text));
}

fn compared(trend: &Trend, text: &Text) -> Option<String> {
    let both = trend.times.iter().rev().filter_map(|it| Some((it.left?, it.right?)));
    let last: Vec<_> = both.take(COMPARED).collect();
    let first = last.first()?;
    let (sum_left, sum_right) = last.iter().fold((0.0, 0.0), |(left, right), it| {
        (left + number(it.0.total), right + number(it.1.total))
    });
    let said = |sum: f64, like: Amount| {
        text.amount(match like.count() {
            Some(_) => like.with_count(sum.round() as u32),
            None => like.with_time(std::time::Duration::from_secs_f64(sum)),
        })
    };
    let left = said(sum_left, first.0.total);
    let right = said(sum_right, first.1.total);
    let (left, right) = (left.as_str(), right.as_str());
    Some(text.progress(if (sum_left - sum_right).abs() < 0.5 {
        S::SidesSame { left, right }
    } else if sum_left < sum_right {
        S::SidesLeftLess { left, right }
    } else {
        S::SidesRightLess { left, right }
    }))
}

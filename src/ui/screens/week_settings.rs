//! The part of the settings that is about weeks: the target, the first day, pauses.

use chrono::{Days, NaiveDate};
use egui::Ui;
use egui_material_icons::icons::{ICON_DELETE, ICON_PAUSE};

use super::part_ui;
use crate::coach::{Message, View, WeekMessage};
use crate::history::PausedDays;
use crate::text::{ProgressSentence, Text};
use crate::ui::theme::{LINE_LENGTH, Palette, Type, space};
use crate::ui::widgets::{Button, segments, stepper_ui};

/// Targets that are offered, in days a week.
const TARGETS: [u8; 3] = [3, 4, 5];
/// A pause may begin, or have begun, so many days from today.
const REACH: u32 = 366;
/// So many pauses are shown.
const SHOWN: usize = 3;

/// Draws it.
pub(super) fn weeks_ui(ui: &mut Ui, view: &View<'_>, text: &Text) -> Option<Message> {
    let palette = Palette::of(ui);
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width().min(LINE_LENGTH));
        let about = text.progress(ProgressSentence::SettingsWeeksAbout);
        ui.label(Type::Body.text(about).color(palette.muted));
    });
    let target = target_ui(ui, view, text);
    let pause = match view.pausing {
        Some(days) => pausing_ui(ui, days, view.now.date_naive(), text),
        None => pauses_ui(ui, view, text),
    };
    target.or(pause).map(Message::Week)
}

fn target_ui(ui: &mut Ui, view: &View<'_>, text: &Text) -> Option<WeekMessage> {
    let now = view.days.target_on(view.now.date_naive());
    let mut targets = TARGETS.to_vec();
    // One that the programme has proposed is shown too.
    if !targets.contains(&now) {
        targets.push(now);
        targets.sort_unstable();
    }
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        let name = text.progress(ProgressSentence::SettingsTarget);
        part_ui(ui, &name);
        let word =
            |it: &u8| text.progress(ProgressSentence::SettingsTargetDays { count: u32::from(*it) });
        let words: Vec<_> = targets.iter().map(word).collect();
        let words: Vec<_> = words.iter().map(String::as_str).collect();
        let chosen = targets.iter().position(|it| *it == now);
        segments(ui, &name, &words, chosen).and_then(|it| targets.get(it).copied())
    })
    .inner
    .map(WeekMessage::Target)
}

/// The latest pauses, and the button for a new one.
fn pauses_ui(ui: &mut Ui, view: &View<'_>, text: &Text) -> Option<WeekMessage> {
    let mut asked = None;
    for (days, id) in view.days.pauses().rev().take(SHOWN) {
        let (from, to) = (text.full_date(days.from), text.full_date(days.to));
        let (from, to) = (from.as_str(), to.as_str());
        let remove = text.progress(ProgressSentence::SettingsPauseRemove { from, to });
        if ui.add(Button::plain(&remove).icon(ICON_DELETE)).clicked() {
            asked = Some(WeekMessage::EndPause(id));
        }
    }
    let new = text.progress(ProgressSentence::SettingsPauseNew);
    if ui.add(Button::quiet(&new).icon(ICON_PAUSE)).clicked() {
        let from = view.now.date_naive();
        let to = from.checked_add_days(Days::new(6)).unwrap_or(from);
        asked = Some(WeekMessage::Pausing(PausedDays { from, to }));
    }
    asked
}

/// A pause that is being entered.
fn pausing_ui(ui: &mut Ui, days: PausedDays, today: NaiveDate, text: &Text) -> Option<WeekMessage> {
    let palette = Palette::of(ui);
    let about = text.progress(ProgressSentence::SettingsPauseAbout);
    ui.label(Type::Body.text(about).color(palette.muted));
    let earliest = today.checked_sub_days(Days::new(u64::from(REACH))).unwrap_or(today);
    let since = |day: NaiveDate| u32::try_from((day - earliest).num_days()).unwrap_or_default();
    let at = |n: u32| earliest.checked_add_days(Days::new(u64::from(n)));
    let length = since(days.to) - since(days.from).min(since(days.to));
    let first = text.progress(ProgressSentence::SettingsPauseFirst);
    let from = day_ui(ui, (&first, days.from, text), since(days.from), 0..=2 * REACH).and_then(at);
    let last = text.progress(ProgressSentence::SettingsPauseLast);
    let most = since(days.from) + PausedDays::LONGEST as u32 - 1;
    let to = day_ui(ui, (&last, days.to, text), since(days.to), since(days.from)..=most);
    let moved = from.and_then(|from| {
        // The whole pause moves with its first day.
        let to = from.checked_add_days(Days::new(u64::from(length)))?;
        Some(PausedDays { from, to })
    });
    let longer = to.and_then(at).map(|to| PausedDays { to, ..days });
    let mut asked = moved.or(longer).map(WeekMessage::Pausing);
    ui.horizontal_wrapped(|ui| {
        let (yes, no) = (
            text.progress(ProgressSentence::SettingsPause),
            text.progress(ProgressSentence::SettingsPauseCancel),
        );
        if ui.add(Button::primary(&yes)).clicked() {
            asked = Some(WeekMessage::Pause);
        }
        if ui.add(Button::quiet(&no)).clicked() {
            asked = Some(WeekMessage::NoPause);
        }
    });
    asked
}

/// A day with its name before the buttons that move it.
fn day_ui(
    ui: &mut Ui,
    (name, day, text): (&str, NaiveDate, &Text),
    value: u32,
    range: std::ops::RangeInclusive<u32>,
) -> Option<u32> {
    let palette = Palette::of(ui);
    let row = ui.horizontal(|ui| {
        ui.set_max_width(LINE_LENGTH);
        let said = text.list([name.to_owned(), text.full_date(day)]);
        ui.label(Type::Body.text(&said).color(palette.text));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let shown = day.format("%d.%m.").to_string();
            stepper_ui(ui, name, value, range, &shown)
        })
        .inner
    });
    row.inner
}

//! The part of the settings that is about movement breaks: when to be reminded, and who waits.

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use egui::{Ui, vec2};
use egui_material_icons::icons::{ICON_HOURGLASS_EMPTY, ICON_NOTIFICATIONS};

use super::part_ui;
use super::settings::paragraph_ui;
use crate::coach::{Message, Reminders, RemindersMessage, View};
use crate::program::{DayTime, Every, Schedule, ScheduleChange, Snooze, WorkDays};
use crate::settings::Change;
use crate::text::{ReminderSentence, Text};
use crate::ui::theme::{LINE_LENGTH, Palette, Type, space};
use crate::ui::widgets::{Button, Chip, segments, stepper_ui};

/// Times of day are set in steps of so many minutes.
const TIME_STEP: u16 = 30;
/// "Later" is set in steps of so many minutes.
const SNOOZE_STEP: u8 = 5;

/// Draws it.
pub(super) fn breaks_ui(ui: &mut Ui, view: &View<'_>, text: &Text) -> Vec<Message> {
    let mut asked = Vec::new();
    let schedule = view.settings.breaks;
    paragraph_ui(ui, &text.remind(ReminderSentence::SettingsAbout));
    let on = text.remind(ReminderSentence::SettingsOn);
    if ui.add(Chip { label: &on, on: schedule.on }).clicked() {
        asked.push(set(ScheduleChange::On(!schedule.on)));
    }
    every_ui(ui, schedule, text, &mut asked);
    days_ui(ui, schedule, text, &mut asked);
    hours_ui(ui, schedule, text, &mut asked);
    next_ui(ui, view, text, &mut asked);
    login_ui(ui, view.reminders, text, &mut asked);
    asked
}

const fn set(change: ScheduleChange) -> Message {
    Message::Set(Change::Breaks(change))
}

fn every_ui(ui: &mut Ui, schedule: Schedule, text: &Text, asked: &mut Vec<Message>) {
    let mut offered = Every::OFFERED.to_vec();
    // One that a person has written into the file is shown too.
    if !offered.contains(&schedule.every) {
        offered.push(schedule.every);
        offered.sort_unstable();
    }
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        let name = text.remind(ReminderSentence::SettingsEvery);
        part_ui(ui, &name);
        let word =
            |it: &Every| text.remind(ReminderSentence::SettingsMinutes { minutes: it.minutes() });
        let words: Vec<_> = offered.iter().map(word).collect();
        let words: Vec<_> = words.iter().map(String::as_str).collect();
        let chosen = offered.iter().position(|it| *it == schedule.every);
        let every = segments(ui, &name, &words, chosen).and_then(|it| offered.get(it).copied());
        asked.extend(every.map(|it| set(ScheduleChange::Every(it))));
    });
}

fn days_ui(ui: &mut Ui, schedule: Schedule, text: &Text, asked: &mut Vec<Message>) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        part_ui(ui, &text.remind(ReminderSentence::SettingsDays));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, space::S);
            for day in WorkDays::ALL {
                let number = day.number_from_monday();
                let label = text.remind(ReminderSentence::SettingsDay { day: number });
                let on = schedule.days.has(day);
                let clicked = ui.add(Chip { label: &label, on }).clicked();
                let days = schedule.days.with(day, !on);
                asked.extend(clicked.then(|| set(ScheduleChange::Days(days))));
            }
        });
    });
}

fn hours_ui(ui: &mut Ui, schedule: Schedule, text: &Text, asked: &mut Vec<Message>) {
    let from = text.remind(ReminderSentence::SettingsFrom);
    let from = time_ui(ui, &from, schedule.from).map(ScheduleChange::From);
    let to = text.remind(ReminderSentence::SettingsTo);
    let to = time_ui(ui, &to, schedule.to).map(ScheduleChange::To);
    let name = text.remind(ReminderSentence::SettingsSnooze);
    let minutes = schedule.snooze.minutes();
    let shown = text.remind(ReminderSentence::SettingsMinutes { minutes });
    let step = |it: u8| u32::from(it / SNOOZE_STEP);
    let range = step(Snooze::MIN)..=step(Snooze::MAX);
    let snooze = row_ui(ui, &name, |ui| stepper_ui(ui, &name, step(minutes), range, &shown));
    let snooze = snooze.and_then(|it| u8::try_from(it).ok()?.checked_mul(SNOOZE_STEP));
    let snooze = snooze.and_then(Snooze::new).map(ScheduleChange::Snooze);
    asked.extend([from, to, snooze].into_iter().flatten().map(set));
}

/// A time of day, earlier and later by half hours; past the end of the day it begins again.
fn time_ui(ui: &mut Ui, name: &str, time: DayTime) -> Option<DayTime> {
    let last = u32::from(DayTime::LAST / TIME_STEP);
    let now = u32::from(time.minutes() / TIME_STEP);
    let shown = time.to_string();
    let new = row_ui(ui, name, |ui| stepper_ui(ui, name, now, 0..=last, &shown))?;
    DayTime::new(u16::try_from(new).ok()?.checked_mul(TIME_STEP)?)
}

/// A name with what is set at the end of its line.
fn row_ui<R>(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    let palette = Palette::of(ui);
    let row = ui.horizontal(|ui| {
        ui.set_max_width(LINE_LENGTH);
        ui.label(Type::Body.text(name).color(palette.text));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), add).inner
    });
    row.inner
}

/// When the next one comes, and what can be done about that now.
fn next_ui(ui: &mut Ui, view: &View<'_>, text: &Text, asked: &mut Vec<Message>) {
    let palette = Palette::of(ui);
    let on = view.settings.breaks.on;
    let Some(known) = view.reminders else { return };
    let said = match (on, known.waits, known.next) {
        (false, _, _) => text.remind(ReminderSentence::SettingsOff),
        (true, false, _) => text.remind(ReminderSentence::SettingsNobody),
        (true, true, None) => text.remind(ReminderSentence::SettingsNextNone),
        (true, true, Some(next)) => said_next(next, view.now, text),
    };
    ui.label(Type::Strong.text(said).color(palette.text));
    let now = text.remind(ReminderSentence::SettingsNow);
    let wait = text.remind(ReminderSentence::SettingsWait);
    let quiet = text.remind(ReminderSentence::TodayQuiet);
    ui.horizontal_wrapped(|ui| {
        let mut errand = |clicked: bool, message| {
            asked.extend(clicked.then_some(Message::Reminders(message)));
        };
        if on && !known.waits {
            let button = Button::quiet(&wait).icon(ICON_HOURGLASS_EMPTY);
            errand(ui.add(button).clicked(), RemindersMessage::Wait);
        }
        let button = Button::quiet(&now).icon(ICON_NOTIFICATIONS);
        errand(ui.add(button).clicked(), RemindersMessage::Now);
        if on && known.waits {
            errand(ui.add(Button::plain(&quiet)).clicked(), RemindersMessage::NotToday);
        }
    });
}

fn said_next(next: NaiveDateTime, now: DateTime<FixedOffset>, text: &Text) -> String {
    let time = next.format("%H:%M").to_string();
    if next.date() == now.date_naive() {
        return text.remind(ReminderSentence::SettingsNextToday { time: &time });
    }
    let date = text.date(next.date());
    text.remind(ReminderSentence::SettingsNext { date: &date, time: &time })
}

fn login_ui(ui: &mut Ui, known: Option<&Reminders>, text: &Text, asked: &mut Vec<Message>) {
    let Some(known) = known else { return };
    let Some((on, path)) = &known.login else {
        return paragraph_ui(ui, &text.remind(ReminderSentence::SettingsLoginNone));
    };
    let label = text.remind(ReminderSentence::SettingsLogin);
    if ui.add(Chip { label: &label, on: *on }).clicked() {
        asked.push(Message::Reminders(RemindersMessage::Login(!on)));
    }
    let said = if *on {
        ReminderSentence::SettingsLoginOn { path }
    } else {
        ReminderSentence::SettingsLoginOff { path }
    };
    paragraph_ui(ui, &text.remind(said));
}

//! Today: what to do, what it needs, and one large button that starts it.

mod choose;
mod offer;
mod plan;
mod time;

use chrono::{Datelike as _, NaiveDate};
use egui::{Layout, Ui, vec2};
use egui_material_icons::icons::ICON_PLAY_ARROW;

use super::program::advice_ui;
use super::{bottom_ui, heading_ui, scroll_ui};
use crate::coach::{Access, Message, Today, TodayMessage, View};
use crate::history::{Day, WeekRules, Weeks};
use crate::session::Plan;
use crate::text::{Sentence, Text};
use crate::ui::theme::{Palette, Type, size, space};
use crate::ui::widgets::{Banner, Button, DayMark, Weight, When, week_dots_ui};

/// Draws Today.
pub(super) fn today_ui(
    ui: &mut Ui,
    today: &Today,
    view: &View<'_>,
    text: &Text,
    asked: &mut Vec<Message>,
) {
    if today.offer.is_none() {
        start_ui(ui, today, view, text, asked);
    }
    scroll_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        head_ui(ui, view, text);
        if today.access == Access::Locked {
            let locked = text.say(Sentence::UiTodayLocked);
            Banner { weight: Weight::Note, text: &locked, actions: &[] }.show(ui);
        }
        ui.add_space(space::S);
        if let Some(offer) = &today.offer {
            offer::offer_ui(ui, offer, text, asked);
        } else {
            advice_ui(ui, today, view, text, asked);
            choose::routines_ui(ui, today, view, text, asked);
            plan::plan_ui(ui, today, view, text, asked);
            choose::breaks_ui(ui, today, view, text, asked);
        }
        ui.add_space(space::XL);
    });
}

/// The day, and the week as dots.
fn head_ui(ui: &mut Ui, view: &View<'_>, text: &Text) {
    let date = view.now.date_naive();
    ui.horizontal(|ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let place = text.say(Sentence::RailToday);
            heading_ui(ui, &place, &text.date(date));
        });
        if !view.knows_days {
            return;
        }
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            let first_day = view.settings.week_starts.day();
            let weeks =
                Weeks::new(view.days, &WeekRules { first_day, today: date, held: view.held });
            let Some(week) = weeks.current() else { return };
            let marks: Vec<_> =
                week.days().map(|it| mark(view.days.get(it), it, date, text)).collect();
            week_dots_ui(ui, &marks, &text.week(week, weeks.on_track));
        });
    });
}

/// The mark of a day of this week: filled when it counts.
fn mark(day: Day, date: NaiveDate, today: NaiveDate, text: &Text) -> DayMark {
    DayMark {
        letter: text.say(Sentence::UiWeekdayLetter { day: date.weekday().number_from_monday() }),
        done: day.counts,
        when: match date.cmp(&today) {
            std::cmp::Ordering::Less => When::Past,
            std::cmp::Ordering::Equal => When::Today,
            std::cmp::Ordering::Greater => When::Ahead,
        },
    }
}

/// The large button, always to be seen; it has the focus when nothing else has.
fn start_ui(ui: &mut Ui, today: &Today, view: &View<'_>, text: &Text, asked: &mut Vec<Message>) {
    bottom_ui(ui, |ui| {
        let label = text.say(Sentence::UiTodayStart);
        let button = Button::primary(&label).icon(ICON_PLAY_ARROW).key("Enter").large();
        let lets_in = view.advice.is_none_or(|it| it.gate.lets_in());
        let can_start = lets_in && today.can_start();
        let response = ui.add_enabled(can_start, button.min_width(240.0));
        if can_start && ui.memory(|it| it.focused().is_none()) {
            response.request_focus();
        }
        if response.clicked() {
            asked.push(Message::Today(TodayMessage::Start));
        }
        ui.add_space(space::L);
        if today.is_too_painful() {
            let said = Type::Body.text(text.say(Sentence::TodayTooPainful));
            ui.label(said.color(Palette::of(ui).alert));
        } else if let Some(Ok(plan)) = &today.plan {
            summary_line_ui(ui, plan, view, text);
        }
    });
}

/// "Session A, 21 min, done about 18:25".
fn summary_line_ui(ui: &mut Ui, plan: &Plan, view: &View<'_>, text: &Text) {
    let palette = Palette::of(ui);
    let (time, clock) = (text.minutes(plan.length()), text.clock_in(view.now, plan.length()));
    let words = Sentence::UiTodayStartLine { name: &plan.name.long, time: &time, clock: &clock };
    let room = vec2(ui.available_width(), size::CONTROL_LARGE);
    ui.allocate_ui_with_layout(room, Layout::left_to_right(egui::Align::Center), |ui| {
        let words = Type::Body.text(text.say(words)).color(palette.muted);
        ui.add(egui::Label::new(words).truncate());
    });
}

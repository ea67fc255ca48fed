//! Today: what to do, what it needs, and one large button that starts it.

mod choose;
mod hold;
mod offer;
mod plan;
mod time;

use chrono::{Datelike as _, NaiveDate};
use egui::{Layout, Ui, vec2};
use egui_material_icons::icons::{ICON_MEDICAL_SERVICES, ICON_PLAY_ARROW};

use super::program::advice_ui;
use super::{bottom_ui, heading_ui, part_ui, scroll_ui};
use crate::coach::{Access, HealthMessage, Message, PersonPage, Today, TodayMessage, View};
use crate::history::{Day, WeekRules, Weeks, week_of};
use crate::program::What;
use crate::session::Plan;
use crate::text::{HealthSentence, Sentence, Text};
use crate::ui::theme::{Palette, Type, focus_ring, radius, size, space};
use crate::ui::widgets::{Banner, Button, DayMark, Weight, When, card, week_dots_ui};

pub(super) use hold::read_messages;

/// Draws Today.
pub(super) fn today_ui(
    ui: &mut Ui,
    today: &Today,
    view: &View<'_>,
    text: &Text,
    asked: &mut Vec<Message>,
) {
    let lets_in = view.advice.is_none_or(|it| it.gate.lets_in());
    if today.offer.is_none() && lets_in {
        start_ui(ui, today, view, text, asked);
    }
    scroll_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        head_ui(ui, view, text, asked);
        if today.access == Access::Locked {
            let locked = text.say(Sentence::UiTodayLocked);
            Banner { weight: Weight::Note, text: &locked, actions: &[] }.show(ui);
        }
        ui.add_space(space::S);
        let waits = view.advice.is_some_and(|it| hold::hold_ui(ui, it, text, asked));
        if waits {
            // Whatever else there is waits too.
        } else if let Some(offer) = &today.offer {
            offer::offer_ui(ui, offer, text, asked);
        } else {
            week_end_ui(ui, view, text, asked);
            let planned = planned(view, text);
            if let Some(words) = planned.as_ref().filter(|_| !proposes_own_plan(view)) {
                planned_ui(ui, words, text);
            }
            advice_ui(ui, (today, view), planned.as_deref(), text, asked);
            choose::routines_ui(ui, today, view, text, asked);
            plan::plan_ui(ui, today, view, text, asked);
            choose::breaks_ui(ui, today, view, text, asked);
        }
        ui.add_space(space::XL);
    });
}

/// The day, and the week as dots.
fn head_ui(ui: &mut Ui, view: &View<'_>, text: &Text, asked: &mut Vec<Message>) {
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
            let dots = week_dots_ui(ui, &marks, &text.week(week, weeks.on_track));
            let open = text.ask(HealthSentence::SundayOpen);
            if opens_ui(ui, &dots, &open) {
                asked.push(Message::Health(HealthMessage::Open(PersonPage::Sunday)));
            }
        });
    });
}

/// The dots of the week open its page.
fn opens_ui(ui: &Ui, dots: &egui::Response, name: &str) -> bool {
    let response = ui.interact(dots.rect, dots.id.with("opens"), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    if response.has_focus() || response.hovered() {
        focus_ring(ui, dots.rect, radius::SMALL);
    }
    response.on_hover_text(name).clicked()
}

/// On the last day of the week: the way to its page.
fn week_end_ui(ui: &mut Ui, view: &View<'_>, text: &Text, asked: &mut Vec<Message>) {
    let today = view.now.date_naive();
    let ends = week_of(today, view.settings.week_starts.day()).iter_days().nth(6) == Some(today);
    if !ends || view.days.first_counted().is_none() {
        return;
    }
    let (about, open) = (HealthSentence::SundayOpenAbout, HealthSentence::SundayOpen);
    let (about, open) = (text.ask(about), text.ask(open));
    let banner = Banner { weight: Weight::Note, text: &about, actions: &[&open] };
    if banner.show(ui).is_some() {
        asked.push(Message::Health(HealthMessage::Open(PersonPage::Sunday)));
    }
}

/// The person's own plan in their words, on its days until they are done.
fn planned(view: &View<'_>, text: &Text) -> Option<String> {
    let (_, plan) = view.advice?.known.plan.as_ref()?;
    let today = view.now.date_naive();
    let is_open = plan.is_on(today.weekday().number_from_monday()) && !view.days.get(today).counts;
    if is_open { text.if_then(plan, view.library?) } else { None }
}

/// Whether the programme proposes what the person has planned: then one card says both.
fn proposes_own_plan(view: &View<'_>) -> bool {
    view.advice.is_some_and(|it| it.proposals.iter().any(|it| it.what == What::OwnPlan))
}

/// The person's own plan, where the programme proposes something else.
fn planned_ui(ui: &mut Ui, words: &str, text: &Text) {
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        part_ui(ui, &text.ask(HealthSentence::TodayPlan));
        ui.label(Type::Body.text(words).color(Palette::of(ui).text));
    });
}

/// The way to the signs.
pub(super) fn worse_ui(ui: &mut Ui, text: &Text, asked: &mut Vec<Message>) {
    let label = text.ask(HealthSentence::NewOrWorse);
    if ui.add(Button::quiet(&label).icon(ICON_MEDICAL_SERVICES)).clicked() {
        asked.push(Message::Health(HealthMessage::Open(PersonPage::Signs)));
    }
}

/// The mark of a day of this week: filled when it counts.
pub(super) fn mark(day: Day, date: NaiveDate, today: NaiveDate, text: &Text) -> DayMark {
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
        let can_start = today.can_start();
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

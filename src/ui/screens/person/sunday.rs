//! The page of the week: done, pain, function, one proposed change, the days that come, one button.

use egui::Ui;

use super::{Shown, columns_ui, paragraph_ui, title_ui};
use crate::coach::{HealthMessage, Message, Sunday, WeekMessage, WeekPain};
use crate::library::Library;
use crate::program::Function;
use crate::text::{HealthSentence as S, Text};
use crate::ui::screens::program::change_ui;
use crate::ui::screens::today::mark;
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{Button, card, rating_ui, week_dots_ui};

/// From so little confidence on fewer sessions are offered (motivational interviewing's usual seven).
const SURE_ENOUGH: u8 = 7;
/// Fewer sessions than this a week are not offered.
const FEWEST: u8 = 2;

/// "16 November to 22 November".
pub(super) fn dates(week: &Sunday, text: &Text) -> String {
    let last = week.days.last().map_or(week.week.start, |it| it.0);
    let (from, to) = (text.date(week.week.start), text.date(last));
    text.ask(S::SundayDates { from: &from, to: &to })
}

/// Draws it.
pub(super) fn sunday_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    asked: &mut Vec<Message>,
    said: &mut Vec<HealthMessage>,
) {
    let Shown { person, view, text } = shown;
    let (Some(week), Some(library)) = (person.week.as_deref(), view.library) else { return };
    let mut fewer = None;
    columns_ui(
        ui,
        0.5,
        |ui| {
            card(ui, |ui| done_ui(ui, week, shown));
            card(ui, |ui| pain_ui(ui, week.pain, text));
            card(ui, |ui| function_ui(ui, week, text));
        },
        |ui| {
            card(ui, |ui| one_change_ui(ui, shown, library, asked));
            card(ui, |ui| next_ui(ui, week, library, text));
            card(ui, |ui| fewer = sure_ui(ui, shown, said));
        },
    );
    asked.extend(fewer.map(|it| Message::Week(WeekMessage::Target(it))));
}

fn done_ui(ui: &mut Ui, week: &Sunday, shown: Shown<'_>) {
    let Shown { view, text, .. } = shown;
    ui.spacing_mut().item_spacing.y = space::XS;
    title_ui(ui, &text.ask(S::SundayDone));
    let today = view.now.date_naive();
    let marks: Vec<_> = week.days.iter().map(|it| mark(it.1, it.0, today, text)).collect();
    week_dots_ui(ui, &marks, &text.week(&week.week, week.on_track));
    if week.sessions.is_empty() {
        paragraph_ui(ui, &text.ask(S::SundayNone));
    }
    for (date, name, active) in &week.sessions {
        let (day, time) = (text.weekday(*date), text.minutes(*active));
        line_ui(ui, &text.ask(S::SundaySession { day: &day, name, time: &time }));
    }
    if 0 < week.breaks {
        paragraph_ui(ui, &text.ask(S::SundayBreaks { count: week.breaks }));
    }
}

fn line_ui(ui: &mut Ui, words: &str) {
    let palette = Palette::of(ui);
    ui.label(Type::Body.text(words).color(palette.text));
}

fn pain_ui(ui: &mut Ui, pain: Option<WeekPain>, text: &Text) {
    ui.spacing_mut().item_spacing.y = space::XS;
    title_ui(ui, &text.ask(S::SundayPain));
    let Some(pain) = pain else {
        return paragraph_ui(ui, &text.ask(S::SundayPainNone));
    };
    let tenth = |it: f32| format!("{it:.1}");
    match (pain.before.map(tenth), pain.after.map(tenth)) {
        (Some(before), Some(after)) => {
            line_ui(ui, &text.ask(S::SundayPainAround { before: &before, after: &after }));
        }
        (Some(before), None) => line_ui(ui, &text.ask(S::SundayPainBefore { before: &before })),
        (None, _) => {}
    }
    line_ui(ui, &text.ask(S::SundayPainWorst { worst: u32::from(pain.worst) }));
    if let Some(earlier) = pain.earlier.map(tenth) {
        paragraph_ui(ui, &text.ask(S::SundayPainEarlier { earlier: &earlier }));
    }
}

fn function_ui(ui: &mut Ui, week: &Sunday, text: &Text) {
    ui.spacing_mut().item_spacing.y = space::XS;
    title_ui(ui, &text.ask(S::SundayFunction));
    let Some((last, before)) = &week.function else {
        return paragraph_ui(ui, &text.ask(S::SundayFunctionNone));
    };
    for (name, rating) in &last.ratings {
        let now = rating.round().to_string();
        let of = |it: &Function| it.ratings.iter().find(|it| it.0 == *name).map(|it| it.1);
        let before = before.as_ref().and_then(of).map(|it| it.round().to_string());
        line_ui(
            ui,
            &match &before {
                Some(before) => text.ask(S::SundayFunctionFrom { name, now: &now, before }),
                None => text.ask(S::SundayFunctionRow { name, now: &now }),
            },
        );
    }
    paragraph_ui(ui, &text.ask(S::Dated { day: &text.date(last.date) }));
}

/// The most pressing of what the programme proposes.
fn one_change_ui(ui: &mut Ui, shown: Shown<'_>, library: &Library, asked: &mut Vec<Message>) {
    let Shown { view, text, .. } = shown;
    ui.spacing_mut().item_spacing.y = space::S;
    title_ui(ui, &text.ask(S::SundayChange));
    let proposals = view.advice.iter().flat_map(|it| &it.proposals).enumerate();
    match proposals.into_iter().find(|it| it.1.asks()) {
        Some(proposal) => change_ui(ui, proposal, library, text, asked),
        None => paragraph_ui(ui, &text.ask(S::SundayChangeNone)),
    }
}

fn next_ui(ui: &mut Ui, week: &Sunday, library: &Library, text: &Text) {
    ui.spacing_mut().item_spacing.y = space::XS;
    let head = if week.is_last { S::SundayNext } else { S::SundayRest };
    title_ui(ui, &text.ask(head));
    if week.next.is_empty() {
        paragraph_ui(ui, &text.ask(S::SundayNoDays));
    }
    for planned in &week.next {
        let day = text.weekday(planned.date);
        let routine = planned.routine.as_ref().and_then(|it| library.routine(it));
        match routine {
            Some(it) => {
                line_ui(ui, &text.ask(S::SundayDay { day: &day, name: &it.name.long }));
            }
            None => paragraph_ui(ui, &text.ask(S::SundayDayOff { day: &day })),
        }
    }
}

/// How sure they are; with little confidence, fewer sessions. Answers with the new target.
fn sure_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<HealthMessage>) -> Option<u8> {
    let Shown { person, text, view } = shown;
    ui.spacing_mut().item_spacing.y = space::S;
    let target = view.days.target_on(view.now.date_naive());
    let name = text.ask(S::SundaySure { target: u32::from(target) });
    title_ui(ui, &name);
    let ends = [text.ask(S::SundayNot), text.ask(S::SundayVery)];
    let rated = rating_ui(ui, &name, person.sure, ends.each_ref().map(String::as_str));
    said.extend(rated.map(HealthMessage::Sure));
    if person.sure.is_none_or(|it| SURE_ENOUGH <= it.get()) {
        return None;
    }
    paragraph_ui(ui, &text.ask(S::SundaySureLow));
    let fewer = target.checked_sub(1).filter(|it| FEWEST <= *it)?;
    let label = text.ask(S::SundayFewer { target: u32::from(fewer) });
    ui.add(Button::quiet(&label)).clicked().then_some(fewer)
}

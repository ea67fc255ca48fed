//! Everything about the routine as a whole: what it is for, who prescribed it, how often; and the keys.

use egui::Ui;

use super::{Shown, keys, named_ui, problems_ui, words_ui};
use crate::coach::EditorMessage;
use crate::editing::{Command, Often, Whole};
use crate::library::source::{MOST_A_DAY, Prescribed};
use crate::library::{Day, RoutineKind};
use crate::text::{EditorSentence as S, Sentence};
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{Chip, KeyRow, as_heading, segments, stepper_ui, text_area};

pub(super) fn whole_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<EditorMessage>) {
    let text = shown.text;
    problems_ui(ui, shown, &shown.editor.draft.loose_problems());
    let Some(source) = &shown.editor.draft.checked().source else { return };
    let mut changes = Vec::new();
    let about = source.about.as_ref().map_or("", |it| it.value.as_str());
    let label = text.edit(S::About);
    let mut words = about.to_owned();
    if text_area(ui, &label, 2, &mut words).lost_focus() {
        said.push(EditorMessage::Part);
    }
    changes.extend((words != about).then_some(words).map(Whole::About));
    let kinds = [
        (RoutineKind::Session, S::KindSession),
        (RoutineKind::WarmUp, S::KindWarmUp),
        (RoutineKind::CoolDown, S::KindCoolDown),
        (RoutineKind::Break, S::KindBreak),
    ];
    let names = kinds.map(|it| text.edit(it.1));
    let names = names.each_ref().map(String::as_str);
    let now = source.kind.map(|it| it.value);
    let here = kinds.iter().position(|it| Some(it.0) == now);
    let label = text.edit(S::For);
    let chosen = named_ui(ui, &label, |ui| segments(ui, &label, &names, here));
    changes.extend(chosen.and_then(|it| kinds.get(it)).map(|it| Whole::Kind(it.0)));
    prescribed_ui(ui, shown, source.prescribed.as_ref(), (&mut changes, said));
    said.extend(changes.into_iter().map(|it| EditorMessage::Do(Command::Whole(it))));
    keys_ui(ui, shown);
}

fn prescribed_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    now: Option<&Prescribed>,
    (changes, said): (&mut Vec<Whole>, &mut Vec<EditorMessage>),
) {
    let text = shown.text;
    let by = now.and_then(|it| it.by.as_ref()).map_or("", |it| it.value.as_str());
    let (label, hint) = (text.edit(S::PrescribedBy), text.edit(S::PrescribedHint));
    if let Some(name) = words_ui(ui, (&label, &hint), by, said) {
        changes.push(Whole::By(Some(name).filter(|it| !it.is_empty())));
    }
    let Some(now) = now else { return };
    let date = now.date.as_ref().map_or("", |it| it.value.as_str());
    let (label, hint) = (text.edit(S::PrescribedOn), text.edit(S::DateHint));
    if let Some(date) = words_ui(ui, (&label, &hint), date, said) {
        changes.push(Whole::Date(Some(date).filter(|it| !it.is_empty())));
    }
    ui.horizontal_wrapped(|ui| {
        let day = count_ui(ui, shown, S::ADay, (now.a_day.map(|it| it.value), MOST_A_DAY));
        changes.extend(day.map(|it| Whole::Often(Often::Day(it))));
        let week = count_ui(ui, shown, S::AWeek, (now.a_week.map(|it| it.value), 7));
        changes.extend(week.map(|it| Whole::Often(Often::Week(it))));
    });
    let days: Vec<_> = now.days.iter().map(|it| it.value).collect();
    named_ui(ui, &text.edit(S::OnDays), |ui| {
        changes.extend(days_ui(ui, shown, &days).map(|it| Whole::Often(Often::Days(it))));
    });
}

/// How often; none is "not said".
#[expect(clippy::option_option, reason = "unchanged, not said, and so often")]
fn count_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    name: S<'_>,
    (now, most): (Option<u32>, u32),
) -> Option<Option<u32>> {
    let name = shown.text.edit(name);
    let words = now.map_or_else(|| shown.text.edit(S::NotSaid), |it| it.to_string());
    let new = ui.vertical(|ui| {
        named_ui(ui, &name, |ui| stepper_ui(ui, &name, now.unwrap_or(0), 0..=most, &words))
    });
    new.inner.map(|it| Some(it).filter(|it| *it > 0))
}

/// The days of the week; those that are chosen after a click.
fn days_ui(ui: &mut Ui, shown: Shown<'_>, days: &[Day]) -> Option<Vec<Day>> {
    let mut clicked = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::XS);
        for (number, day) in (1..).zip(Day::ALL) {
            let label = shown.text.say(Sentence::UiWeekday { day: number });
            if ui.add(Chip { label: &label, on: days.contains(&day) }).clicked() {
                clicked = Some(day);
            }
        }
    });
    let turned = |it: &Day| (Some(*it) == clicked) ^ days.contains(it);
    clicked.map(|_| Day::ALL.into_iter().filter(turned).collect())
}

fn keys_ui(ui: &mut Ui, shown: Shown<'_>) {
    ui.add_space(space::L);
    let heading = shown.text.edit(S::Keys);
    let label = ui.label(Type::Title.text(&heading).color(Palette::of(ui).text));
    as_heading(&label, &heading);
    for (key, what) in keys::SHOWN {
        ui.add(KeyRow { what: &shown.text.edit(what), keys: &[key] });
    }
}

//! One level: sides, position, things, how much, how fast, and its words.

use egui::Ui;
use egui_material_icons::icons::{ICON_CLOSE, ICON_LIBRARY_ADD};

use super::lists::{cues_ui, mistakes_ui, stops_ui};
use super::{Rows, Shown, named_ui, words_ui, wrong_ui};
use crate::coach::{LevelDrop, OwnMessage};
use crate::editing::{AmountChange, ExerciseCommand, LevelChange, PhaseChange};
use crate::library::source::{self, MOST_COUNT, MOST_HOLD, MOST_LEVEL, MOST_SETS};
use crate::library::{Amount, Equipment, LevelSides, Position, Screen};
use crate::ron::Span;
use crate::text::{EditorSentence as E, LearnSentence, OwnSentence as S, Text};
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{
    Button, Chip, Choice, Dialog, Dropdown, IconButton, segments, stepper_ui,
};
use crate::units::{Phase, Tempo};

/// Seconds are set in steps of so many.
const HOLD_STEP: u32 = 5;
/// Tenths of a second by which a phase is set, and the longest phase in such steps.
const PHASE: (u32, u32) = (5, 60);

/// Which level is shown; one more, and one less.
pub(super) fn levels_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<OwnMessage>) {
    let text = shown.text;
    let levels = shown.editor.draft.source().map_or(&[][..], |it| &it.levels);
    let here = shown.editor.level;
    ui.horizontal_wrapped(|ui| {
        let label = text.own(S::Level);
        ui.label(Type::Label.text(&label).color(Palette::of(ui).muted));
        let names: Vec<_> =
            levels.iter().map(|it| it.number.map_or(0, |it| it.value).to_string()).collect();
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        said.extend(segments(ui, &label, &names, Some(here)).map(OwnMessage::Level));
        let (copy, less) = (text.own(S::LevelCopy), text.own(S::LevelDrop));
        let room = levels.len() < MOST_LEVEL as usize && !levels.is_empty();
        if ui.add_enabled(room, IconButton::new(ICON_LIBRARY_ADD, &copy)).clicked() {
            said.push(OwnMessage::Do(ExerciseCommand::CopyLevel(here)));
        }
        if ui.add_enabled(levels.len() > 1, IconButton::new(ICON_CLOSE, &less)).clicked() {
            said.push(OwnMessage::Do(ExerciseCommand::DropLevel(here)));
        }
    });
}

/// Whether a level goes that routines of the person's need.
pub(super) fn asks_ui(ui: &Ui, drop: &LevelDrop, text: &Text, said: &mut Vec<OwnMessage>) {
    let title = text.own(S::LevelDropTitle { number: drop.number });
    let shown = Dialog::new("drop level", &title).show(ui, |ui| {
        let count = drop.routines.len();
        let routines = text.list(drop.routines.iter().cloned());
        let words = text.own(S::LevelDropAbout { count, routines: &routines });
        ui.label(Type::Body.text(words).color(Palette::of(ui).text));
        ui.horizontal_wrapped(|ui| {
            let (keep, go) = (text.own(S::DeleteNo), text.own(S::LevelDropYes));
            let kept = ui.add(Button::primary(&keep));
            if ui.memory(|it| it.focused().is_none()) {
                kept.request_focus();
            }
            if kept.clicked() {
                said.push(OwnMessage::KeepLevel);
            }
            if ui.add(Button::alert(&go)).clicked() {
                said.push(OwnMessage::DropAnyway);
            }
        });
    });
    if shown.closed {
        said.push(OwnMessage::KeepLevel);
    }
}

pub(super) fn level_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<OwnMessage>) {
    let text = shown.text;
    let Some(level) = shown.level() else { return };
    beside_ui(ui, shown, level);
    let name = text.own(S::LevelName);
    let written = words_ui(ui, shown, (&name, "", Rows::One), level.name.as_ref(), said);
    said.extend(written.map(|it| shown.change(LevelChange::Name(it))));
    sides_ui(ui, shown, level, said);
    place_ui(ui, shown, level, said);
    dose_ui(ui, shown, level, said);
    tempo_ui(ui, shown, level, said);
    let (setup, how) = (text.own(S::Setup), text.own(S::How));
    let long = level.setup.as_ref().and_then(|it| it.long.as_ref());
    let written = words_ui(ui, shown, (&setup, "", Rows::Two), long, said);
    said.extend(written.map(|it| shown.change(LevelChange::Setup(it))));
    let written = words_ui(ui, shown, (&how, "", Rows::Two), level.how.as_ref(), said);
    said.extend(written.map(|it| shown.change(LevelChange::How(it))));
    cues_ui(ui, shown, level, said);
    mistakes_ui(ui, shown, level, said);
    stops_ui(ui, shown, level, said);
}

fn sides_ui(ui: &mut Ui, shown: Shown<'_>, level: &source::Level, said: &mut Vec<OwnMessage>) {
    let text = shown.text;
    let label = text.own(S::Sides);
    let names = [S::SidesBoth, S::SidesEach, S::SidesEachWay].map(|it| text.own(it));
    let names = names.each_ref().map(String::as_str);
    let now = level.sides.map(|it| it.value);
    let here = LevelSides::ALL.iter().position(|it| Some(*it) == now);
    let chosen = named_ui(ui, &label, |ui| segments(ui, &label, &names, here));
    if let Some(it) = chosen.and_then(|it| LevelSides::ALL.get(it)) {
        said.push(shown.change(LevelChange::Sides(*it, text.own(S::NewSideLine))));
    }
    let line = level.side_line.as_ref().and_then(|it| it.long.as_ref());
    if now.is_some_and(|it| it != LevelSides::Both) {
        let label = text.own(S::SideLine);
        let written = words_ui(ui, shown, (&label, "", Rows::One), line, said);
        said.extend(written.map(|it| shown.change(LevelChange::SideLine(it))));
        let about = text.own(S::SideLineAbout);
        ui.label(Type::Note.text(about).color(Palette::of(ui).muted));
    }
}

/// Position, things, and whether the screen can be seen.
fn place_ui(ui: &mut Ui, shown: Shown<'_>, level: &source::Level, said: &mut Vec<OwnMessage>) {
    let text = shown.text;
    ui.add_space(space::XS);
    let things: Vec<_> = level.equipment.iter().map(|it| it.value).collect();
    ui.horizontal_wrapped(|ui| {
        let now = level.position.map(|it| it.value);
        let what = now.map(|it| text.position(it)).unwrap_or_default();
        let label = text.own(S::Position { what: &what });
        let choice = |it: &Position| Choice { label: text.position(*it), on: Some(*it) == now };
        let choices = Position::ALL.each_ref().map(choice);
        let chosen =
            Dropdown { label: &label, on: false, several: false }.show(ui, || choices.into());
        let position = chosen.and_then(|it| Position::ALL.get(it));
        said.extend(position.map(|it| shown.change(LevelChange::Position(*it))));
        let label = text.own(S::EquipmentPick { count: things.len() });
        let choice =
            |it: &Equipment| Choice { label: text.equipment(*it), on: things.contains(it) };
        let choices = Equipment::ALL.each_ref().map(choice);
        let dropdown = Dropdown { label: &label, on: !things.is_empty(), several: true };
        let thing = dropdown.show(ui, || choices.into()).and_then(|it| Equipment::ALL.get(it));
        said.extend(thing.map(|it| shown.change(LevelChange::Equipment(*it))));
    });
    if !things.is_empty() {
        let words = text.list(things.iter().map(|it| text.equipment(*it)));
        ui.label(Type::Note.text(words).color(Palette::of(ui).muted));
    }
    let label = text.own(S::Screen);
    let names = Screen::ALL.map(|it| text.screen(it));
    let names = names.each_ref().map(String::as_str);
    let now = level.screen.map(|it| it.value);
    let here = Screen::ALL.iter().position(|it| Some(*it) == now);
    let chosen = named_ui(ui, &label, |ui| segments(ui, &label, &names, here));
    let screen = chosen.and_then(|it| Screen::ALL.get(it));
    said.extend(screen.map(|it| shown.change(LevelChange::Screen(*it))));
}

/// The word of an amount, its number and by how much it is stepped.
fn parts_of(amount: Amount) -> (&'static str, u32, u32, u32) {
    let seconds = |it: std::time::Duration| u32::try_from(it.as_secs()).unwrap_or(MOST_HOLD);
    match amount {
        Amount::Hold(it) => ("hold", seconds(it), HOLD_STEP, MOST_HOLD),
        Amount::Drill(it) => ("drill", seconds(it), HOLD_STEP, MOST_HOLD),
        Amount::Reps(it) => ("reps", it, 1, MOST_COUNT),
        Amount::Steps(it) => ("steps", it, 1, MOST_COUNT),
        Amount::Reaches(it) => ("reaches", it, 1, MOST_COUNT),
    }
}

/// The units, and what they begin with.
const UNITS: [(&str, S<'static>, (u32, u32)); 5] = [
    ("reps", S::UnitReps, (8, 12)),
    ("hold", S::UnitHold, (20, 30)),
    ("steps", S::UnitSteps, (10, 15)),
    ("reaches", S::UnitReaches, (5, 8)),
    ("drill", S::UnitDrill, (60, 120)),
];

fn dose_ui(ui: &mut Ui, shown: Shown<'_>, level: &source::Level, said: &mut Vec<OwnMessage>) {
    let text = shown.text;
    let dose = level.dose.as_ref();
    let (least, most) = dose.and_then(|it| it.sets).map_or((1, 1), |it| (it.0.value, it.1.value));
    let ends = dose.and_then(|it| it.amounts.first()).and_then(|it| it.ends);
    let (kind, low, step, top) = ends.map_or(("", 1, 1, 1), |it| parts_of(it.0));
    let high = ends.map_or(1, |it| parts_of(it.1).1);
    named_ui(ui, &text.own(S::Dose), |ui| {
        let label = text.own(S::Unit);
        let names = UNITS.map(|it| text.own(it.1));
        let names = names.each_ref().map(String::as_str);
        let here = UNITS.iter().position(|it| it.0 == kind);
        let chosen = segments(ui, &label, &names, here).and_then(|it| UNITS.get(it));
        if let Some((kind, _, (low, high))) = chosen {
            let amount = AmountChange { kind, low: *low, high: Some(*high) };
            said.push(shown.change(LevelChange::Amount(amount)));
        }
        let unit = here.and_then(|it| names.get(it)).copied().unwrap_or_default();
        let names = [
            text.own(S::SetsLeast),
            text.own(S::SetsMost),
            text.own(S::Least { unit }),
            text.own(S::Most { unit }),
        ];
        let [fewest, sets_most, at_least, at_most] = names.each_ref().map(String::as_str);
        egui::Grid::new("dose").num_columns(2).spacing([space::L, space::XS]).show(ui, |ui| {
            let new = count_ui(ui, fewest, (least, 1, MOST_SETS));
            said.extend(new.map(|it| shown.change(LevelChange::Sets(it, most.max(it)))));
            let new = count_ui(ui, sets_most, (most, 1, MOST_SETS));
            said.extend(new.map(|it| shown.change(LevelChange::Sets(least.min(it), it))));
            ui.end_row();
            if kind.is_empty() {
                return;
            }
            let put = |low, high| {
                let amount = AmountChange { kind, low, high: Some(high) };
                shown.change(LevelChange::Amount(amount))
            };
            let new = count_ui(ui, at_least, (low, step, top));
            said.extend(new.map(|it| put(it, high.max(it))));
            let new = count_ui(ui, at_most, (high, step, top));
            said.extend(new.map(|it| put(low.min(it), it)));
            ui.end_row();
        });
        if let Some(dose) = dose {
            wrong_ui(ui, &shown.wrong(dose.span));
        }
    });
}

/// A number under its name, set in steps.
fn count_ui(ui: &mut Ui, name: &str, (now, step, most): (u32, u32, u32)) -> Option<u32> {
    ui.vertical(|ui| {
        ui.label(Type::Note.text(name).color(Palette::of(ui).muted));
        let count = stepper_ui(ui, name, now.div_ceil(step), 1..=most / step, &now.to_string())?;
        let up = now.div_ceil(step) < count;
        Some(if up && !now.is_multiple_of(step) { (count - 1) * step } else { count * step })
    })
    .inner
}

fn tempo_ui(ui: &mut Ui, shown: Shown<'_>, level: &source::Level, said: &mut Vec<OwnMessage>) {
    let text = shown.text;
    let counted = level.dose.as_ref().and_then(|it| it.amounts.first()?.ends);
    if counted.is_none_or(|it| it.0.count().is_none()) {
        return;
    }
    named_ui(ui, &text.edit(E::Tempo), |ui| {
        let own = text.edit(E::OwnPace);
        let on = level.tempo.is_none();
        if ui.add(Chip { label: &own, on }).clicked() {
            said.push(shown.change(LevelChange::OwnPace(!on)));
        }
        let Some(tempo) = &level.tempo else { return };
        let length = |it: Option<crate::ron::Spanned<f64>>| {
            std::time::Duration::from_secs_f64(it.map_or(0.0, |it| it.value.clamp(0.0, 60.0)))
        };
        let [lift, top, lower, bottom] = tempo.phases.map(length);
        let begins = tempo.begins.map_or(Phase::Lift, |it| it.value);
        let now = Tempo::new(lift, top, lower, bottom, begins);
        egui::Grid::new("tempo").num_columns(4).spacing([space::M, space::XS]).show(ui, |ui| {
            for (at, phase) in Phase::ALL.into_iter().enumerate() {
                let name = text.phase(phase, None);
                let tenths = (now.phase(phase).as_millis() / 100) as u32;
                let seconds = (f64::from(tenths) / 10.0).to_string();
                let words = text.learn(LearnSentence::LearnSeconds { number: &seconds });
                ui.label(Type::Note.text(&name).color(Palette::of(ui).muted));
                let new = stepper_ui(ui, &name, tenths / PHASE.0, 0..=PHASE.1, &words);
                let seconds = new.map(|it| f64::from(it * PHASE.0) / 10.0);
                let put = |seconds| PhaseChange { tempo: now, phase, seconds };
                said.extend(seconds.map(|it| shown.change(LevelChange::Phase(put(it)))));
                // Two a row.
                (at % 2 == 1).then(|| ui.end_row());
            }
        });
        wrong_ui(ui, &shown.wrong(tempo.span));
        let label = text.own(S::Begins);
        let names = [Phase::Lift, Phase::Lower].map(|it| text.phase(it, None));
        let names = names.each_ref().map(String::as_str);
        let chosen = segments(ui, &label, &names, Some(usize::from(begins == Phase::Lower)));
        let phase = chosen.map(|it| if it == 0 { Phase::Lift } else { Phase::Lower });
        said.extend(phase.map(|it| shown.change(LevelChange::Begins(it))));
    });
}

/// What is wrong with the level and with no field that is shown.
fn beside_ui(ui: &mut Ui, shown: Shown<'_>, level: &source::Level) {
    let mut places: Vec<Span> = Vec::new();
    let words = [&level.side_line, &level.setup].map(|it| it.as_ref()?.long.as_ref());
    places.extend(words.into_iter().flatten().map(|it| it.span));
    places.extend(level.name.iter().chain(&level.how).map(|it| it.span));
    places.extend(level.dose.iter().map(|it| it.span));
    places.extend(level.tempo.iter().map(|it| it.span));
    places.extend(level.mistakes.iter().map(|it| it.span));
    places.extend(level.cues.iter().map(|it| it.words.span));
    places.extend(level.stop_if.iter().filter_map(|it| it.text.as_ref()).map(|it| it.span));
    let beside = shown.editor.draft.wrong_beside(level.span, &places);
    // The short form of a line is no field of its own: what a field says of the long one covers it.
    let below: Vec<_> = places.iter().flat_map(|it| shown.wrong(*it)).collect();
    let words: Vec<_> =
        beside.map(|it| shown.said(&it.problem)).filter(|it| !below.contains(it)).collect();
    wrong_ui(ui, &words);
}

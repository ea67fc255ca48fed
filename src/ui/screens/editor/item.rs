//! Everything about what is picked: level, sets, how much, pace, rest, sides, cues, a note.

use egui::Ui;
use egui_material_icons::icons::{ICON_CLOSE, ICON_RESTART_ALT};

use super::{Shown, change, named_ui, problems_ui, words_ui};
use crate::coach::EditorMessage;
use crate::editing::{AmountChange, ItemChange, ItemView, PhaseChange};
use crate::library::source::{MOST_COUNT, MOST_HOLD, MOST_REST, MOST_SETS};
use crate::library::{Amount, Item, ItemSides, Level, LevelSides, Priority};
use crate::text::{EditorSentence as S, LearnSentence};
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{Chip, IconButton, as_heading, segments, stepper_ui};
use crate::units::{Phase, Side};

/// Seconds are set in steps of so many.
const REST_STEP: u32 = 5;
const HOLD_STEP: u32 = 5;
/// Tenths of a second by which a phase is set.
const PHASE_STEP: u32 = 5;
/// The longest phase that is set here, in steps.
const PHASE_MOST: u32 = 60;

pub(super) fn item_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<EditorMessage>) {
    let (text, palette) = (shown.text, Palette::of(ui));
    let picks = shown.editor.picks();
    let Some(view) = picks.first().and_then(|it| shown.editor.draft.item(*it)) else {
        ui.label(Type::Body.text(text.edit(S::NothingPicked)).color(palette.muted));
        return;
    };
    let id = view.source.exercise.as_ref().map_or("", |it| it.value.as_str());
    let exercise = shown.library.exercise(id);
    let name = match picks.len() {
        1 => exercise.map_or_else(|| id.to_owned(), |it| it.name.long.clone()),
        count => text.edit(S::PickedCount { count }),
    };
    let heading = ui.label(Type::Title.text(&name).color(palette.text));
    as_heading(&heading, &name);
    problems_ui(ui, shown, &view.problems);
    if let Some(exercise) = exercise {
        level_ui(ui, shown, (view, exercise.levels.as_slice()), said);
    }
    let level = view.usable.as_ref().and_then(|it| exercise?.level(it.level));
    if let Some((item, level)) = view.usable.as_ref().zip(level) {
        sets_ui(ui, shown, (view, item), said);
        amount_ui(ui, shown, item, said);
        sides_ui(ui, shown, (item, level), said);
        rest_ui(ui, shown, view, said);
        pace_ui(ui, shown, (view, item), said);
    } else {
        mend_ui(ui, shown, view, said);
    }
    cues_ui(ui, shown, view, said);
    note_ui(ui, shown, view, said);
    priority_ui(ui, shown, view, said);
}

fn level_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    (view, levels): (&ItemView, &[Level]),
    said: &mut Vec<EditorMessage>,
) {
    let now = view.source.level.map_or(3, |it| it.value);
    let text = shown.text;
    let names: Vec<_> = levels.iter().map(|it| it.number.to_string()).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let here = levels.iter().position(|it| u32::from(it.number) == now);
    let label = text.edit(S::Level);
    named_ui(ui, &label, |ui| {
        let chosen = segments(ui, &label, &names, here).and_then(|it| levels.get(it));
        said.extend(chosen.map(|it| change(shown, ItemChange::Level(u32::from(it.number)))));
    });
    if let Some(level) = here.and_then(|it| levels.get(it)) {
        ui.label(Type::Note.text(&level.name).color(Palette::of(ui).muted));
    }
}

/// A way back to the usual value, where another was written.
fn usual_ui(ui: &mut Ui, shown: Shown<'_>, what: &str, written: bool) -> bool {
    let name = shown.text.edit(S::Usual { what });
    written && ui.add(IconButton::new(ICON_RESTART_ALT, &name)).clicked()
}

fn sets_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    (view, item): (&ItemView, &Item),
    said: &mut Vec<EditorMessage>,
) {
    let name = shown.text.edit(S::Sets);
    named_ui(ui, &name, |ui| {
        ui.horizontal(|ui| {
            let shown_as = item.sets.to_string();
            if let Some(it) = stepper_ui(ui, &name, item.sets, 1..=MOST_SETS, &shown_as) {
                said.push(change(shown, ItemChange::Sets(Some(it))));
            }
            if usual_ui(ui, shown, &name, view.source.sets.is_some()) {
                said.push(change(shown, ItemChange::Sets(None)));
            }
        });
    });
}

/// The word, the number and the step of an amount.
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

/// Steps a number by more than one: the stepper counts the steps.
fn by_step(
    ui: &mut Ui,
    name: &str,
    now: u32,
    (step, most): (u32, u32),
    shown: &str,
) -> Option<u32> {
    let count = stepper_ui(ui, name, now.div_ceil(step), 1..=most / step, shown)?;
    // The first step up from between two leads to the next one.
    let up = now.div_ceil(step) < count;
    Some(if up && !now.is_multiple_of(step) { (count - 1) * step } else { count * step })
}

fn amount_ui(ui: &mut Ui, shown: Shown<'_>, item: &Item, said: &mut Vec<EditorMessage>) {
    let text = shown.text;
    let (kind, low, step, most) = parts_of(item.amount);
    let high = item.most.map(|it| parts_of(it).1);
    let put = |low: u32, high: Option<u32>| {
        let amount = AmountChange { kind, low, high };
        change(shown, ItemChange::Amount(Some(amount)))
    };
    let name = text.edit(match item.amount {
        Amount::Hold(_) | Amount::Drill(_) => S::Seconds,
        Amount::Reps(_) => S::Reps,
        Amount::Steps(_) => S::Steps,
        Amount::Reaches(_) => S::Reaches,
    });
    named_ui(ui, &name, |ui| {
        ui.horizontal_wrapped(|ui| {
            if let Some(it) = by_step(ui, &name, low, (step, most), &low.to_string()) {
                said.push(put(it, high));
            }
            let to = text.edit(S::UpTo);
            let raised =
                high.and_then(|now| by_step(ui, &to, now, (step, most), &format!("– {now}")));
            said.extend(raised.map(|it| put(low, Some(it))));
            let label = text.edit(S::AsRange);
            if ui.add(Chip { label: &label, on: high.is_some() }).clicked() {
                let wider = (low + low.div_ceil(3).max(step)).min(most);
                said.push(put(low, Some(wider).filter(|_| high.is_none())));
            }
        });
        if matches!(item.amount, Amount::Hold(_) | Amount::Reps(_)) {
            let held = matches!(item.amount, Amount::Hold(_));
            let names = [text.edit(S::Repeated), text.edit(S::Held)];
            let names = names.each_ref().map(String::as_str);
            let what = text.edit(S::Kind);
            let chosen = segments(ui, &what, &names, Some(usize::from(held)));
            let other = match chosen {
                Some(0) if held => Some(("reps", 10)),
                Some(1) if !held => Some(("hold", 30)),
                _ => None,
            };
            said.extend(other.map(|(kind, low)| {
                change(shown, ItemChange::Amount(Some(AmountChange { kind, low, high: None })))
            }));
        }
    });
}

fn sides_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    (item, level): (&Item, &Level),
    said: &mut Vec<EditorMessage>,
) {
    let text = shown.text;
    if level.sides == LevelSides::Both {
        return;
    }
    let source = shown.editor.draft.checked().source.as_ref();
    let prescribed = source.is_some_and(|it| it.prescribed.is_some());
    let mut ways =
        vec![(ItemSides::EachSet, S::EachSet), (ItemSides::EachExercise, S::EachExercise)];
    if prescribed || matches!(item.sides, ItemSides::Left | ItemSides::Right) {
        ways.extend([(ItemSides::Left, S::LeftOnly), (ItemSides::Right, S::RightOnly)]);
    }
    let label = text.edit(S::Sides);
    if let Some(it) = pick_ui(ui, shown, &label, &ways, Some(item.sides)) {
        said.push(change(shown, ItemChange::Sides(Some(it))));
    }
    let both = matches!(item.sides, ItemSides::EachSet | ItemSides::EachExercise);
    if both {
        let ways = [(Side::Left, S::LeftFirst), (Side::Right, S::RightFirstShort)];
        let label = text.edit(S::First);
        if let Some(it) = pick_ui(ui, shown, &label, &ways, Some(item.first)) {
            let first = Some(it).filter(|it| *it == Side::Right);
            said.push(change(shown, ItemChange::First(first)));
        }
    }
    let label = text.edit(S::OneMore);
    let ways = [
        (None, S::OneMoreNone),
        (Some(Side::Left), S::OneMoreLeft),
        (Some(Side::Right), S::OneMoreRight),
    ];
    if let Some(it) = pick_ui(ui, shown, &label, &ways, Some(item.extra_set)) {
        said.push(change(shown, ItemChange::ExtraSet(it)));
    }
}

/// One of several values, under its label.
fn pick_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    shown: Shown<'_>,
    label: &str,
    ways: &[(T, S<'_>)],
    now: Option<T>,
) -> Option<T> {
    let names: Vec<_> = ways.iter().map(|it| shown.text.edit(it.1)).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let here = ways.iter().position(|it| Some(it.0) == now);
    let chosen = named_ui(ui, label, |ui| segments(ui, label, &names, here));
    chosen.and_then(|it| ways.get(it)).map(|it| it.0)
}

fn rest_ui(ui: &mut Ui, shown: Shown<'_>, view: &ItemView, said: &mut Vec<EditorMessage>) {
    let text = shown.text;
    let name = text.edit(S::Rest);
    let now = view.source.rest.map(|it| it.value.round() as u32);
    named_ui(ui, &name, |ui| {
        ui.horizontal(|ui| {
            let words = now.map_or_else(|| text.edit(S::UsualShort), |it| it.to_string());
            let steps = now.unwrap_or(30).div_ceil(REST_STEP);
            let chosen = stepper_ui(ui, &name, steps, 0..=MOST_REST / REST_STEP, &words);
            if let Some(it) = chosen {
                said.push(change(shown, ItemChange::Rest(Some(it * REST_STEP))));
            }
            if usual_ui(ui, shown, &name, now.is_some()) {
                said.push(change(shown, ItemChange::Rest(None)));
            }
        });
    });
}

/// The tempo by phase, or the person's own pace.
fn pace_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    (view, item): (&ItemView, &Item),
    said: &mut Vec<EditorMessage>,
) {
    let text = shown.text;
    if item.amount.count().is_none() {
        return;
    }
    let heading = text.edit(S::Tempo);
    named_ui(ui, &heading, |ui| {
        ui.horizontal_wrapped(|ui| {
            let own = text.edit(S::OwnPace);
            let on = view.source.own_pace.is_some_and(|it| it.value);
            if ui.add(Chip { label: &own, on }).clicked() {
                said.push(change(shown, ItemChange::OwnPace(!on)));
            }
            if usual_ui(ui, shown, &heading, view.source.tempo.is_some()) {
                said.push(change(shown, ItemChange::UsualTempo));
            }
        });
        said.extend(phases_ui(ui, shown, item).map(|it| change(shown, ItemChange::Phase(it))));
    });
}

/// The length of each phase; the one that was changed.
fn phases_ui(ui: &mut Ui, shown: Shown<'_>, item: &Item) -> Option<PhaseChange> {
    let (text, tempo) = (shown.text, item.tempo?);
    let level = shown.library.exercise(&item.exercise).and_then(|it| it.level(item.level));
    let own = level.and_then(|it| it.phase_words.as_ref());
    let mut changed = None;
    egui::Grid::new("tempo").num_columns(2).spacing([space::M, space::XS]).show(ui, |ui| {
        for phase in Phase::ALL {
            let name = Some(text.phase(phase, own)).filter(|it| !it.is_empty());
            let name = name.unwrap_or_else(|| text.phase(phase, None));
            ui.label(Type::Note.text(&name).color(Palette::of(ui).muted));
            let tenths = (tempo.phase(phase).as_millis() / 100) as u32;
            let words = text.learn(LearnSentence::LearnSeconds {
                number: &(f64::from(tenths) / 10.0).to_string(),
            });
            let new = stepper_ui(ui, &name, tenths / PHASE_STEP, 0..=PHASE_MOST, &words);
            let seconds = new.map(|it| f64::from(it * PHASE_STEP) / 10.0);
            changed = changed.or(seconds.map(|seconds| PhaseChange { tempo, phase, seconds }));
            ui.end_row();
        }
    });
    changed
}

/// What may be in the way of using an item, to be taken out.
fn mend_ui(ui: &mut Ui, shown: Shown<'_>, view: &ItemView, said: &mut Vec<EditorMessage>) {
    let text = shown.text;
    let source = &view.source;
    ui.horizontal_wrapped(|ui| {
        for (there, name, what) in [
            (!source.amounts.is_empty(), S::UsualAmount, ItemChange::Amount(None)),
            (source.sets.is_some(), S::UsualSets, ItemChange::Sets(None)),
            (source.sides.is_some(), S::UsualSides, ItemChange::Sides(None)),
            (source.first.is_some(), S::UsualFirst, ItemChange::First(None)),
            (source.extra_set.is_some(), S::NoExtra, ItemChange::ExtraSet(None)),
            (
                source.tempo.is_some() || source.own_pace.is_some(),
                S::UsualPace,
                ItemChange::UsualTempo,
            ),
        ] {
            let label = text.edit(name);
            if there && ui.add(crate::ui::widgets::Button::quiet(&label)).clicked() {
                said.push(change(shown, what));
            }
        }
    });
}

/// The routine's own cues, each perhaps signed, and room for one more.
fn cues_ui(ui: &mut Ui, shown: Shown<'_>, view: &ItemView, said: &mut Vec<EditorMessage>) {
    let text = shown.text;
    let label = text.edit(S::Cues);
    named_ui(ui, &label, |ui| {
        for index in 0..=view.source.cues.len() {
            let cue = view.source.cues.get(index);
            let long = cue.and_then(|it| it.words.long.as_ref()).map_or("", |it| it.value.as_str());
            let (what, hint) =
                (text.edit(S::CueNumber { number: index + 1 }), text.edit(S::CueHint));
            if let Some(words) = words_ui(ui, (&what, &hint), long, said) {
                said.push(change(shown, ItemChange::Cue { index, words }));
            }
            let Some(cue) = cue else { continue };
            let by = cue.by.as_ref().map_or("", |it| it.value.as_str());
            let (what, hint) = (text.edit(S::CueBy), text.edit(S::CueByHint));
            if let Some(name) = words_ui(ui, (&what, &hint), by, said) {
                let by = Some(name).filter(|it| !it.is_empty());
                said.push(change(shown, ItemChange::CueBy { index, by }));
            }
            let gone = text.edit(S::CueGone { number: index + 1 });
            if ui.add(IconButton::new(ICON_CLOSE, &gone)).clicked() {
                said.push(change(shown, ItemChange::NoCue(index)));
            }
        }
    });
}

fn note_ui(ui: &mut Ui, shown: Shown<'_>, view: &ItemView, said: &mut Vec<EditorMessage>) {
    let text = shown.text;
    let now = view.source.note.as_ref().map_or("", |it| it.value.as_str());
    let (label, hint) = (text.edit(S::Note), text.edit(S::NoteHint));
    if let Some(note) = words_ui(ui, (&label, &hint), now, said) {
        said.push(change(shown, ItemChange::Note(Some(note).filter(|it| !it.is_empty()))));
    }
}

fn priority_ui(ui: &mut Ui, shown: Shown<'_>, view: &ItemView, said: &mut Vec<EditorMessage>) {
    let label = shown.text.edit(S::Priority);
    let ways = [
        (Priority::Key, S::PriorityKey),
        (Priority::Normal, S::PriorityNormal),
        (Priority::Optional, S::PriorityOptional),
    ];
    let now = view.source.priority.map_or(Priority::Normal, |it| it.value);
    if let Some(it) = pick_ui(ui, shown, &label, &ways, Some(now)) {
        said.push(change(shown, ItemChange::Priority(it)));
    }
}

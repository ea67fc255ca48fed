//! A session with every value of it open to correction: its day, its length, each set, what was told.

use egui::Ui;

use super::super::part_ui;
use super::session::{exercise_head_ui, side_head_ui};
use super::{Shown, adding};
use crate::coach::{Correction, Opened, PainWhen, ProgressMessage};
use crate::history::{ExerciseRecord, Form, Rir, SetRecord};
use crate::text::{ProgressSentence as S, Sentence, Text};
use crate::ui::theme::{LINE_LENGTH, Palette, Type, space};
use crate::ui::widgets::{card, rating_ui, segments, stepper_ui, text_area};
use crate::units::{Pain, Sides};

/// Draws the questions.
pub(super) fn correct_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    opened: &Opened,
    said: &mut Vec<ProgressMessage>,
) {
    let text = shown.text;
    let mut set = |it: Correction| said.push(ProgressMessage::Set(it));
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        part_ui(ui, &text.progress(S::Date));
        let today = shown.progress.facts.today;
        let by = adding::day_stepper_ui(ui, text, opened.date, today);
        if by != 0 {
            set(Correction::Day(by));
        }
        part_ui(ui, &text.progress(S::Minutes));
        let told = ((opened.session.active.as_secs() + 30) / 60).max(1) as u32;
        let mut minutes = told;
        adding::minutes_ui(ui, text, &mut minutes);
        if minutes != told {
            set(Correction::Minutes(minutes));
        }
    });
    for (at, exercise) in opened.session.exercises.iter().enumerate() {
        card(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            exercise_head_ui(ui, opened, at, exercise, text);
            for (side, sets) in opened.sides(at) {
                side_head_ui(ui, side, text);
                sets_ui(ui, opened, (exercise, side, &sets), text, &mut set);
            }
            rated_ui(ui, opened, at, text, &mut set);
        });
    }
    card(ui, |ui| around_ui(ui, opened, text, &mut set));
}

/// How much of each set was done, on one side.
fn sets_ui(
    ui: &mut Ui,
    opened: &Opened,
    (exercise, side, sets): (&ExerciseRecord, Sides, &[usize]),
    text: &Text,
    set: &mut impl FnMut(Correction),
) {
    for at in sets {
        let Some(it) = opened.session.sets.get(*at) else { continue };
        let side = text.side(side);
        let (name, side, number) = (exercise.name.as_str(), side.as_str(), it.set);
        let label = text.progress(if it.done.count().is_some() {
            S::SetSaid { name, side, set: number }
        } else {
            S::SecondsSaid { name, side, set: number }
        });
        ui.horizontal_wrapped(|ui| {
            if let Some(amount) = set_ui(ui, it, &label, text) {
                set(Correction::Done { set: *at, amount });
            }
            let label = text.progress(S::SetPainSaid { name, side, set: number });
            if let Some(pain) = pain_ui(ui, it, &label, text) {
                set(Correction::SetPain { set: *at, pain });
            }
        });
    }
}

/// One set, to be counted up and down; answers with the new amount.
fn set_ui(ui: &mut Ui, it: &SetRecord, label: &str, text: &Text) -> Option<u32> {
    let (done, step) = (Opened::done(it), Opened::step(it));
    let shown = it.done.time().map_or_else(|| done.to_string(), |it| text.time(it));
    let new = stepper_ui(ui, label, done, 0..=3600, &shown);
    let planned = text.amount(it.planned);
    let planned = text.say(Sentence::UiSummaryOf { done: "", planned: &planned });
    let color = Palette::of(ui).muted;
    ui.label(Type::Note.text(planned.trim()).color(color));
    let by = new?.checked_signed_diff(done)?.saturating_mul(step.cast_signed());
    Some(done.saturating_add_signed(by))
}

/// Pain told during a set, to be counted up and down; below none at all it was not told. Answers with
/// the new rating, or with the old one where that is taken back.
fn pain_ui(ui: &mut Ui, it: &SetRecord, label: &str, text: &Text) -> Option<Pain> {
    ui.add_space(space::L);
    let palette = Palette::of(ui);
    ui.label(Type::Note.text(text.progress(S::SetPainHead)).color(palette.muted));
    let told = it.pain.map(|it| u32::from(it.get()));
    let shown = told.map_or_else(|| "–".to_owned(), |it| it.to_string());
    let new = stepper_ui(ui, label, told.map_or(0, |it| it + 1), 0..=11, &shown)?;
    match new.checked_sub(1) {
        Some(new) => u8::try_from(new).ok().and_then(Pain::new),
        None => it.pain,
    }
}

/// Clean reps left, and the form.
fn rated_ui(
    ui: &mut Ui,
    opened: &Opened,
    at: usize,
    text: &Text,
    set: &mut impl FnMut(Correction),
) {
    let Some(exercise) = opened.session.exercises.get(at) else { return };
    let name = exercise.name.as_str();
    if exercise.planned.each.count().is_some() {
        let question = text.say(Sentence::UiSummaryMore);
        part_ui(ui, &question);
        let what = text.say(Sentence::UiSummaryAbout { name, question: &question });
        let chosen = opened.rir(at).map(|it| usize::from(it.get()));
        if let Some(more) = segments(ui, &what, &["0", "1", "2", "3", "4+"], chosen) {
            let rir = Rir::new(u8::try_from(more).unwrap_or(u8::MAX));
            set(Correction::MoreReps { exercise: at, rir });
        }
    }
    let question = text.say(Sentence::UiSummaryClean);
    part_ui(ui, &question);
    let what = text.say(Sentence::UiSummaryAbout { name, question: &question });
    let names = [Sentence::UiSummaryFormClean, Sentence::UiSummaryFormShaky];
    let names = names.map(|it| text.say(it));
    let forms = [Form::Clean, Form::Shaky];
    let chosen = forms.iter().position(|it| exercise.form == Some(*it));
    let names = names.each_ref().map(String::as_str);
    if let Some(form) = segments(ui, &what, &names, chosen).and_then(|it| forms.get(it)) {
        set(Correction::Form { exercise: at, form: *form });
    }
}

/// Pain before and after, and the note.
fn around_ui(ui: &mut Ui, opened: &Opened, text: &Text, set: &mut impl FnMut(Correction)) {
    let pain = opened.session.pain;
    let ends = [text.say(Sentence::UiPainNone), text.say(Sentence::UiPainWorst)];
    let ends = ends.each_ref().map(String::as_str);
    for (head, when, told) in [
        (S::PainBefore, PainWhen::Before, pain.before),
        (S::PainAfter, PainWhen::After, pain.after),
    ] {
        let name = text.progress(head);
        part_ui(ui, &name);
        if let Some(pain) = rating_ui(ui, &name, told, ends) {
            set(Correction::Pain(when, pain));
        }
        ui.add_space(space::S);
    }
    ui.scope(|ui| {
        ui.set_max_width(LINE_LENGTH);
        let mut note = opened.session.note.clone();
        if text_area(ui, &text.progress(S::Note), 3, &mut note).changed() {
            set(Correction::Note(note));
        }
    });
}

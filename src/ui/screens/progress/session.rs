//! A session in full: each set on each side, planned and done; what was told about it; and the ways
//! to correct, move or delete it.

use egui::{Role, Ui, vec2};
use egui_material_icons::icons::{ICON_CHECK, ICON_DELETE, ICON_EDIT};

use super::super::{bottom_ui, heading_ui, part_ui, scroll_ui};
use super::{Shown, changed_ui, correct};
use crate::coach::{Opened, ProgressMessage};
use crate::history::{ExerciseRecord, Form, MorningAnswer, Origin, Rir, SetRecord};
use crate::session::{HurtBand, Replaces, Why};
use crate::text::{HurtSentence, ProgressSentence as S, Sentence, Text};
use crate::ui::theme::{LINE_LENGTH, Palette, Type, size, space};
use crate::ui::widgets::{
    Button, as_heading, card, describe, line, paint_left, paint_side_disc, rating_ui, segments,
};
use crate::units::{Pain, Sides};

/// From this width on the sides stand beside each other.
const COLUMNS: f32 = 640.0;

/// Draws a session, or the questions that correct it.
pub(super) fn session_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    opened: &Opened,
    said: &mut Vec<ProgressMessage>,
) {
    doors_ui(ui, shown, opened, said);
    scroll_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        heading_ui(ui, &opened.session.name, &about(opened, shown.text));
        marks_ui(ui, opened, shown.text);
        changed_ui(ui, shown, said);
        if opened.is_correcting {
            correct::correct_ui(ui, shown, opened, said);
        } else {
            told_ui(ui, shown, opened, said);
        }
        ui.add_space(space::XL);
    });
}

/// What can be done with it; none of it where nothing can be written.
fn doors_ui(ui: &mut Ui, shown: Shown<'_>, opened: &Opened, said: &mut Vec<ProgressMessage>) {
    let text = shown.text;
    if !shown.progress.can_change {
        return;
    }
    bottom_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        if opened.is_correcting {
            let keep = text.progress(S::Keep);
            if ui.add(Button::primary(&keep).icon(ICON_CHECK)).clicked() {
                said.push(ProgressMessage::Keep);
            }
            if ui.add(Button::quiet(&text.progress(S::Cancel))).clicked() {
                said.push(ProgressMessage::Cancel);
            }
            return;
        }
        if ui.add(Button::quiet(&text.progress(S::Correct)).icon(ICON_EDIT)).clicked() {
            said.push(ProgressMessage::Correct);
        }
        let night = opened.session.night_before().filter(|it| *it != opened.date);
        if let Some(night) = night {
            let date = text.date(night);
            if ui.add(Button::quiet(&text.progress(S::Night { date: &date }))).clicked() {
                said.push(ProgressMessage::NightBefore);
            }
        }
        if ui.add(Button::plain(&text.progress(S::Delete)).icon(ICON_DELETE)).clicked() {
            said.push(ProgressMessage::Delete);
        }
    });
}

fn about(opened: &Opened, text: &Text) -> String {
    let session = &opened.session;
    let (date, clock) = (text.full_date(opened.date), text.clock(session.started));
    let time = text.minutes(session.active);
    let done = session.sets.iter().filter(|it| !it.skipped).count();
    let sets = session.sets.len();
    text.progress(S::About { date: &date, clock: &clock, time: &time, done, sets })
}

/// How it came about, and whether it counts.
fn marks_ui(ui: &mut Ui, opened: &Opened, text: &Text) {
    let session = &opened.session;
    let mut marks = Vec::new();
    if session.origin == Origin::ByHand {
        marks.push(S::ByHand);
    }
    if session.prescribed {
        marks.push(S::Prescribed);
    }
    if !session.is_finished() {
        marks.push(S::EndedEarly);
    }
    if !session.purpose.counts() {
        marks.push(S::IsBreak);
    } else if !session.counts() {
        marks.push(S::NotCounted);
    }
    if !marks.is_empty() {
        let words: Vec<_> = marks.into_iter().map(|it| text.progress(it)).collect();
        let color = Palette::of(ui).muted;
        ui.label(Type::Note.text(words.join(" · ")).color(color));
    }
}

fn told_ui(ui: &mut Ui, shown: Shown<'_>, opened: &Opened, said: &mut Vec<ProgressMessage>) {
    let text = shown.text;
    card(ui, |ui| around_ui(ui, opened, text));
    if opened.session.purpose.counts() {
        card(ui, |ui| morning_ui(ui, shown, opened, said));
    }
    for (at, exercise) in opened.session.exercises.iter().enumerate() {
        card(ui, |ui| exercise_ui(ui, opened, at, exercise, text));
    }
}

/// Pain before and after, what hurt, the note.
fn around_ui(ui: &mut Ui, opened: &Opened, text: &Text) {
    let palette = Palette::of(ui);
    ui.spacing_mut().item_spacing.y = space::S;
    title_ui(ui, &text.progress(S::Around));
    let pain = opened.session.pain;
    let told = |it: Option<Pain>| match it {
        Some(it) => text.progress(S::PainTold { pain: u32::from(it.get()) }),
        None => text.progress(S::NotTold),
    };
    for (head, it) in [(S::PainBefore, pain.before), (S::PainAfter, pain.after)] {
        super::super::pair_wide_ui(ui, &text.progress(head), &told(it));
    }
    for hurt in &opened.session.hurts {
        let exercises = opened.session.exercises.iter();
        let mut known = exercises.filter(|it| it.exercise == hurt.exercise);
        let name = known.next().map_or(hurt.exercise.as_str(), |it| it.name.as_str());
        let side = text.side(hurt.side).to_lowercase();
        let pain = match (hurt.exact, hurt.band) {
            (Some(it), _) => text.progress(S::PainTold { pain: u32::from(it.get()) }),
            (None, HurtBand::Green) => text.hurt(HurtSentence::Green),
            (None, HurtBand::Amber) => text.hurt(HurtSentence::Amber),
            (None, HurtBand::Red) => text.hurt(HurtSentence::Red),
        };
        let (set, rep) = (hurt.set, hurt.rep);
        let mut words = text.progress(S::HurtTold { name, side: &side, set, rep, pain: &pain });
        if let Some(place) = hurt.place {
            words = text.list([words, text.hurt_place(place)]);
        }
        super::super::pair_wide_ui(ui, &text.progress(S::Hurts), &words);
    }
    let note = opened.session.note.trim();
    if !note.is_empty() {
        part_ui(ui, &text.progress(S::Note));
        ui.scope(|ui| {
            ui.set_max_width(LINE_LENGTH);
            ui.label(Type::Body.text(note).color(palette.text));
        });
    }
}

/// The head of a card.
fn title_ui(ui: &mut Ui, words: &str) {
    let label = ui.label(Type::Title.text(words).color(Palette::of(ui).text));
    as_heading(&label, words);
}

fn morning_ui(ui: &mut Ui, shown: Shown<'_>, opened: &Opened, said: &mut Vec<ProgressMessage>) {
    let text = shown.text;
    let palette = Palette::of(ui);
    ui.spacing_mut().item_spacing.y = space::S;
    let head = text.progress(S::Morning);
    title_ui(ui, &head);
    let told = opened.morning.as_ref().map(|it| &it.1);
    let answers = [MorningAnswer::Better, MorningAnswer::Same, MorningAnswer::Worse];
    let names = [S::MorningBetter, S::MorningSame, S::MorningWorse].map(|it| text.progress(it));
    let at = told.and_then(|told| answers.iter().position(|it| *it == told.answer));
    if !shown.progress.can_change {
        let words = at.and_then(|it| names.get(it).cloned());
        let words = words.unwrap_or_else(|| text.progress(S::NotTold));
        ui.label(Type::Body.text(words).color(palette.text));
        return;
    }
    ui.label(Type::Note.text(text.progress(S::MorningAbout)).color(palette.muted));
    let names = names.each_ref().map(String::as_str);
    if let Some(it) = segments(ui, &head, &names, at).and_then(|it| answers.get(it)) {
        said.push(ProgressMessage::Morning(*it));
    }
    if told.is_some() {
        let name = text.progress(S::MorningPain);
        part_ui(ui, &name);
        let ends = [text.say(Sentence::UiPainNone), text.say(Sentence::UiPainWorst)];
        let ends = ends.each_ref().map(String::as_str);
        let pain = told.and_then(|it| it.pain);
        let clicked = rating_ui(ui, &name, pain, ends);
        said.extend(clicked.map(ProgressMessage::MorningPain));
    }
}

/// One exercise: what was planned, and each set of each side.
fn exercise_ui(ui: &mut Ui, opened: &Opened, at: usize, exercise: &ExerciseRecord, text: &Text) {
    ui.spacing_mut().item_spacing.y = space::S;
    exercise_head_ui(ui, opened, at, exercise, text);
    let sides = opened.sides(at);
    let width = if sides.len() == 2 && COLUMNS <= ui.available_width() {
        (ui.available_width() - space::XL) / 2.0
    } else {
        ui.available_width()
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::XL, space::M);
        for (side, sets) in sides {
            ui.allocate_ui_with_layout(
                vec2(width, 0.0),
                egui::Layout::top_down(egui::Align::Min),
                |ui| {
                    ui.set_width(width);
                    side_ui(ui, opened, side, &sets, text);
                },
            );
        }
    });
}

/// Its name, what was planned, and what was told about it.
pub(super) fn exercise_head_ui(
    ui: &mut Ui,
    opened: &Opened,
    at: usize,
    exercise: &ExerciseRecord,
    text: &Text,
) {
    let palette = Palette::of(ui);
    title_ui(ui, &exercise.name);
    let sides = opened.sides(at);
    let each_side = sides.iter().any(|it| it.0.one().is_some());
    let sets = exercise.planned.sets / (sides.len().max(1) as u32);
    let dose = text.sets_of_side(sets, exercise.planned.each, each_side);
    let level = u32::from(exercise.level);
    let mut words = vec![text.progress(S::Planned { dose: &dose, level })];
    words.extend(exercise.form.map(|it| {
        text.progress(match it {
            Form::Clean => S::FormClean,
            Form::Shaky => S::FormShaky,
        })
    }));
    words.extend(opened.rir(at).map(|it| rir_words(it, text)));
    words.extend(exercise.replaces.as_ref().map(|it| replaces_words(it, opened, text)));
    ui.label(Type::Note.text(words.join(" · ")).color(palette.muted));
}

/// What it took the place of while the session ran: "in place of Banded clamshell, level 3".
fn replaces_words(it: &Replaces, opened: &Opened, text: &Text) -> String {
    let exercises = opened.session.exercises.iter();
    let mut known = exercises.filter(|one| one.exercise == it.exercise);
    let name = known.next().map_or(it.exercise.as_str(), |it| it.name.as_str());
    let level = u32::from(it.level);
    let words = text.progress(match it.why {
        Why::Easier => S::ReplacesEasier { name, level },
        Why::Harder => S::ReplacesHarder { name, level },
        Why::Other => S::ReplacesOther { name, level },
    });
    // Somebody prescribed the routine: they will want to know.
    if opened.session.prescribed {
        text.progress(S::ChangedFromPlan { what: &words })
    } else {
        words
    }
}

fn rir_words(rir: Rir, text: &Text) -> String {
    match rir.get() {
        4.. => text.progress(S::RirMost),
        count => text.progress(S::RirTold { count: u32::from(count) }),
    }
}

fn side_ui(ui: &mut Ui, opened: &Opened, side: Sides, sets: &[usize], text: &Text) {
    ui.spacing_mut().item_spacing.y = space::XS;
    side_head_ui(ui, side, text);
    for set in sets.iter().filter_map(|it| opened.session.sets.get(*it)) {
        let palette = Palette::of(ui);
        let color = if set.done == set.planned { palette.text } else { palette.ready };
        let words = set_words(set, text);
        ui.label(Type::Body.text(words).color(color));
    }
}

/// The sign of a side and its words.
pub(super) fn side_head_ui(ui: &mut Ui, side: Sides, text: &Text) {
    let palette = Palette::of(ui);
    let disc = 24.0;
    let words = line(ui, &text.side(side), Type::Label.font(), palette.text);
    let wide = vec2(disc + space::S + words.size().x, size::CONTROL * 0.8);
    let (rect, response) = ui.allocate_exact_size(wide, egui::Sense::hover());
    describe(&response, Role::Label, words.text());
    let middle = rect.left_center() + vec2(disc / 2.0, 0.0);
    paint_side_disc(ui, middle, disc, side, &text.side_letter(side));
    paint_left(ui, rect.left_center() + vec2(disc + space::S, 0.0), words);
}

/// "Set 1: 12 of 12 reps", with the pain told during it.
fn set_words(set: &SetRecord, text: &Text) -> String {
    let planned = text.amount(set.planned);
    let mut words = if set.done == set.done.none() {
        text.progress(S::SetSkipped { set: set.set, planned: &planned })
    } else {
        let done = set.done.count().map(|it| it.to_string());
        let time = set.done.time().map(|it| text.time(it));
        let done = done.or(time).unwrap_or_default();
        text.progress(S::SetDone { set: set.set, done: &done, planned: &planned })
    };
    if let Some(pain) = set.pain {
        let pain = text.progress(S::SetPain { pain: u32::from(pain.get()) });
        words = text.list([words, pain]);
    }
    words
}

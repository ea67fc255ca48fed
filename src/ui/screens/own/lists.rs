//! The lists of a level: cues, mistakes, signs to stop; each with room for one more.

use egui::Ui;
use egui_material_icons::icons::ICON_CLOSE;

use super::{Rows, Shown, named_ui, words_ui, wrong_ui};
use crate::coach::OwnMessage;
use crate::editing::LevelChange;
use crate::library::source;
use crate::text::{EditorSentence as E, OwnSentence as S};
use crate::ui::theme::{Palette, Type, size, space};
use crate::ui::widgets::{IconButton, stepper_ui};

pub(super) fn cues_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    level: &source::Level,
    said: &mut Vec<OwnMessage>,
) {
    let text = shown.text;
    named_ui(ui, &text.own(S::Cues), |ui| {
        ui.label(Type::Note.text(text.own(S::CuesAbout)).color(Palette::of(ui).muted));
        for index in 0..=level.cues.len() {
            let cue = level.cues.get(index);
            let long = cue.and_then(|it| it.words.long.as_ref());
            let label = text.edit(E::CueNumber { number: index + 1 });
            let (words, gone) = row_ui(ui, shown, (&label, cue.is_some()), long, said);
            said.extend(words.map(|it| shown.change(LevelChange::Cue(index, Some(it)))));
            said.extend(gone.then(|| shown.change(LevelChange::Cue(index, None))));
            let Some(cue) = cue else { continue };
            let beside: Vec<_> = long.map(|it| it.span).into_iter().collect();
            let brief = cue.words.short.as_ref();
            let beside: Vec<_> = beside.into_iter().chain(brief.map(|it| it.span)).collect();
            let wrong = shown.editor.draft.wrong_beside(cue.words.span, &beside);
            wrong_ui(ui, &wrong.map(|it| shown.said(&it.problem)).collect::<Vec<_>>());
            let follows = long.zip(brief).is_some_and(|it| it.0.value == it.1.value);
            let is_short = long.is_none_or(|it| it.value.chars().count() <= 24);
            if !follows || !is_short {
                let label = text.own(S::CueShort { number: index + 1 });
                let words = words_ui(ui, shown, (&label, "", Rows::One), brief, said);
                said.extend(words.map(|it| shown.change(LevelChange::ShortCue(index, it))));
            }
        }
    });
}

pub(super) fn mistakes_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    level: &source::Level,
    said: &mut Vec<OwnMessage>,
) {
    let text = shown.text;
    named_ui(ui, &text.own(S::Mistakes), |ui| {
        for index in 0..=level.mistakes.len() {
            let now = level.mistakes.get(index);
            let label = text.own(S::Mistake { number: index + 1 });
            let (words, gone) = row_ui(ui, shown, (&label, now.is_some()), now, said);
            said.extend(words.map(|it| shown.change(LevelChange::Mistake(index, Some(it)))));
            said.extend(gone.then(|| shown.change(LevelChange::Mistake(index, None))));
        }
    });
}

pub(super) fn stops_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    level: &source::Level,
    said: &mut Vec<OwnMessage>,
) {
    let text = shown.text;
    named_ui(ui, &text.own(S::StopIf), |ui| {
        for index in 0..=level.stop_if.len() {
            let sign = level.stop_if.get(index);
            let now = sign.and_then(|it| it.text.as_ref());
            let label = text.own(S::Stop { number: index + 1 });
            let (words, gone) = row_ui(ui, shown, (&label, sign.is_some()), now, said);
            said.extend(words.map(|it| shown.change(LevelChange::StopIf(index, Some(it)))));
            said.extend(gone.then(|| shown.change(LevelChange::StopIf(index, None))));
            let Some(sign) = sign else { continue };
            let pain = sign.pain.map_or(0, |it| it.value);
            let label = text.own(S::StopPain { number: index + 1 });
            let words = match pain {
                0 => text.own(S::StopPainNone),
                it => it.to_string(),
            };
            ui.horizontal(|ui| {
                ui.label(Type::Note.text(&label).color(Palette::of(ui).muted));
                let new = stepper_ui(ui, &label, pain, 0..=10, &words);
                let new = new.map(|it| Some(it).filter(|it| 0 < *it));
                said.extend(new.map(|it| shown.change(LevelChange::StopPain(index, it))));
            });
        }
    });
}

/// A line of words that can be taken out; what they become, and whether they go.
fn row_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    (label, is_there): (&str, bool),
    now: Option<&crate::ron::Spanned<String>>,
    said: &mut Vec<OwnMessage>,
) -> (Option<String>, bool) {
    let gone = shown.text.own(S::TakeOut { what: label });
    ui.horizontal_top(|ui| {
        let room = ui.available_width() - size::CONTROL - space::S;
        let words = ui.vertical(|ui| {
            ui.set_width(room);
            words_ui(ui, shown, (label, "", Rows::One), now, said)
        });
        let pressed = ui
            .vertical(|ui| {
                ui.add_space(18.0);
                is_there && ui.add(IconButton::new(ICON_CLOSE, &gone)).clicked()
            })
            .inner;
        (words.inner, pressed)
    })
    .inner
}

//! What holds for all levels of an exercise: its name, the part of the programme, why, the muscles.

use egui::Ui;

use super::{Rows, Shown, named_ui, words_ui, wrong_ui};
use crate::coach::OwnMessage;
use crate::editing::ExerciseCommand;
use crate::library::{Block, Muscle};
use crate::ron::Span;
use crate::text::OwnSentence as S;
use crate::ui::theme::{Palette, Type};
use crate::ui::widgets::{Choice, Dropdown, segments};

pub(super) fn exercise_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<OwnMessage>) {
    let text = shown.text;
    let Some(source) = shown.editor.draft.source() else { return };
    beside_ui(ui, shown);
    let mut done = Vec::new();
    let long = source.name.as_ref().and_then(|it| it.long.as_ref());
    let short = source.name.as_ref().and_then(|it| it.short.as_ref());
    let (name, brief, why) = (text.own(S::Name), text.own(S::Short), text.own(S::Why));
    let written = words_ui(ui, shown, (&name, "", Rows::One), long, said);
    done.extend(written.map(ExerciseCommand::Name));
    let written = words_ui(ui, shown, (&brief, "", Rows::One), short, said);
    done.extend(written.map(ExerciseCommand::ShortName));
    let label = text.own(S::Block);
    let names = Block::ALL.map(|it| text.block(it));
    let names = names.each_ref().map(String::as_str);
    let here = source.block.and_then(|now| Block::ALL.iter().position(|it| *it == now.value));
    let chosen = named_ui(ui, &label, |ui| segments(ui, &label, &names, here));
    done.extend(chosen.and_then(|it| Block::ALL.get(it)).map(|it| ExerciseCommand::Block(*it)));
    let why_now = source.why.as_ref();
    let written = words_ui(ui, shown, (&why, "", Rows::Two), why_now, said);
    done.extend(written.map(ExerciseCommand::Why));
    let now: Vec<Muscle> = source.muscles.iter().map(|it| it.value).collect();
    done.extend(muscles_ui(ui, shown, &now).map(ExerciseCommand::Muscle));
    said.extend(done.into_iter().map(OwnMessage::Do));
}

/// The muscles that are worked; the one that was just put in or taken out.
fn muscles_ui(ui: &mut Ui, shown: Shown<'_>, now: &[Muscle]) -> Option<Muscle> {
    let text = shown.text;
    let choice = |it: &Muscle| Choice { label: text.muscle(*it), on: now.contains(it) };
    let choices = Muscle::ALL.each_ref().map(choice);
    named_ui(ui, &text.own(S::Muscles), |ui| {
        let label = text.own(S::MusclesPick { count: now.len() });
        let dropdown = Dropdown { label: &label, on: !now.is_empty(), several: true };
        let chosen = dropdown.show(ui, || choices.into());
        let words = text.list(now.iter().map(|it| text.muscle(*it)));
        ui.label(Type::Note.text(words).color(Palette::of(ui).muted));
        chosen.and_then(|it| Muscle::ALL.get(it)).copied()
    })
}

/// What is wrong with the exercise and with no field of this pane or of a level.
fn beside_ui(ui: &mut Ui, shown: Shown<'_>) {
    let draft = &shown.editor.draft;
    let Some(source) = draft.source() else { return };
    let mut places: Vec<Span> = source.levels.iter().map(|it| it.span).collect();
    let name = source.name.iter().flat_map(|it| [it.long.as_ref(), it.short.as_ref()]);
    places.extend(name.flatten().map(|it| it.span));
    places.extend(source.why.as_ref().map(|it| it.span));
    let whole = Span::new(0, draft.text().len().max(1));
    let words: Vec<_> =
        draft.wrong_beside(whole, &places).map(|it| shown.said(&it.problem)).collect();
    wrong_ui(ui, &words);
}

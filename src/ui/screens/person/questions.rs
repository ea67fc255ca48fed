//! The questions before the first session: a yes or a no to each, and what a yes means.

use egui::{Rect, Role, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

use super::{Shown, paragraph_ui, title_ui};
use crate::coach::{HealthMessage, PersonPage};
use crate::program::Question;
use crate::text::{HealthSentence as S, Text};
use crate::ui::theme::{Palette, Type, size, space, stroke};
use crate::ui::widgets::{Banner, Button, Chip, Weight, card, describe, segments};

/// Room for the two answers.
const ANSWERS: f32 = 112.0;

/// Draws them.
pub(super) fn questions_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<HealthMessage>) {
    let Shown { person, view, text } = shown;
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for question in Question::ALL {
            let now = person.answers.get(question).copied();
            let words = text.question(*question);
            let answer = answer_ui(ui, &words, now, text);
            said.extend(answer.map(|it| HealthMessage::Answer(*question, it)));
        }
        let child = answer_ui(ui, &text.ask(S::QuestionChild), person.child, text);
        said.extend(child.map(HealthMessage::Child));
        ui.add_space(space::M);
        none_ui(ui, text, said);
    });
    if person.child == Some(true) {
        let said = text.ask(S::QuestionsChildAbout);
        Banner { weight: Weight::Problem, text: &said, actions: &[] }.show(ui);
    } else if person.has_yes() {
        let day = text.date(view.now.date_naive());
        yes_ui(ui, person.cleared, &day, text, said);
    }
}

/// No to everything in one press. It stands below what it answers and is never given the focus: an Enter
/// in passing must not answer questions about health.
fn none_ui(ui: &mut Ui, text: &Text, said: &mut Vec<HealthMessage>) {
    let response = ui.add(Button::quiet(&text.ask(S::QuestionsNone)));
    if response.clicked() {
        // The next Enter is the way on.
        response.surrender_focus();
        said.push(HealthMessage::NoToAll);
    }
}

/// How many questions are still open, beside the way on that waits for them.
pub(super) fn open_ui(ui: &mut Ui, shown: Shown<'_>) {
    let Shown { person, text, .. } = shown;
    let open = Question::ALL.len() + 1 - person.answers.len() - usize::from(person.child.is_some());
    if person.page == PersonPage::Questions && 0 < open {
        let words = text.ask(S::QuestionsOpen { count: open });
        ui.label(Type::Note.text(words).color(Palette::of(ui).muted));
    }
}

/// One question with its answers at the right, over a hairline.
fn answer_ui(ui: &mut Ui, words: &str, now: Option<bool>, text: &Text) -> Option<bool> {
    let palette = Palette::of(ui);
    let whole = ui.available_width();
    let room = whole - ANSWERS - space::L;
    let words_laid = ui.painter().layout(words.to_owned(), Type::Body.font(), palette.text, room);
    let height = (words_laid.size().y + space::S).max(size::CONTROL + space::S);
    let (rect, response) = ui.allocate_exact_size(vec2(whole, height), Sense::hover());
    describe(&response, Role::Label, words);
    let hairline = Stroke::new(stroke::HAIRLINE, palette.outline);
    ui.painter().hline(rect.x_range(), rect.bottom(), hairline);
    let at = pos2(rect.left(), rect.center().y - words_laid.size().y / 2.0);
    ui.painter().galley(at, words_laid, palette.text);
    let [no, yes] = [S::No, S::Yes].map(|it| text.ask(it));
    let answers = [no.as_str(), yes.as_str()];
    let top = rect.center().y - size::CONTROL / 2.0;
    let place =
        Rect::from_min_size(pos2(rect.right() - ANSWERS, top), vec2(ANSWERS, size::CONTROL));
    let mut beside = ui.new_child(UiBuilder::new().id_salt(words).max_rect(place));
    segments(&mut beside, words, &answers, now.map(usize::from)).map(|it| it == 1)
}

/// What a yes means, and the word of a professional who knows it.
fn yes_ui(ui: &mut Ui, cleared: bool, day: &str, text: &Text, said: &mut Vec<HealthMessage>) {
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        title_ui(ui, &text.ask(S::QuestionsYes));
        paragraph_ui(ui, &text.ask(S::QuestionsYesAbout));
        let label = text.ask(S::QuestionsCleared);
        if ui.add(Chip { label: &label, on: cleared }).clicked() {
            said.push(HealthMessage::Cleared);
        }
        if cleared {
            paragraph_ui(ui, &text.ask(S::QuestionsClearedAbout { day }));
        }
    });
}

//! What the programme proposes, each with its reason and its answers: on Today and in the summary.

use egui::Ui;

use super::part_ui;
use super::today::read_messages;
use crate::coach::{
    Advice, CheckMessage, HealthMessage, Message, PersonPage, ProgramMessage, Today, TodayMessage,
    View,
};
use crate::history::{Answer, MorningAnswer};
use crate::library::Library;
use crate::program::{Kind, Proposal, Wanted, What};
use crate::text::{CheckSentence, HealthSentence, ProgramSentence, Text};
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{Button, card};

/// Shows what is proposed today; nothing when there is nothing to say.
pub(super) fn advice_ui(
    ui: &mut Ui,
    today: &Today,
    view: &View<'_>,
    text: &Text,
    asked: &mut Vec<Message>,
) {
    let (Some(advice), Some(library)) = (view.advice, view.library) else { return };
    if advice.proposals.is_empty() {
        return;
    }
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        part_ui(ui, &text.propose(ProgramSentence::AdviceTitle));
        for (at, proposal) in advice.proposals.iter().enumerate() {
            proposal_ui(ui, proposal, library, text);
            answers_ui(ui, (at, proposal, today.wanted), (library, text), asked);
        }
    });
}

/// Shows what changes after the session that has just been done; nothing when nothing does.
pub(super) fn changes_ui(
    ui: &mut Ui,
    (advice, library): (&Advice, &Library),
    text: &Text,
    asked: &mut Vec<Message>,
) {
    let is_change = |it: &Proposal| {
        matches!(it.kind(), Kind::Level | Kind::Keep | Kind::Professional) || it.asks()
    };
    if advice.changed.is_empty() && !advice.proposals.iter().any(is_change) {
        return;
    }
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        part_ui(ui, &text.propose(ProgramSentence::AdviceNextTime));
        for (at, proposal) in advice.changed.iter().enumerate() {
            proposal_ui(ui, proposal, library, text);
            let label = text.propose(ProgramSentence::AnswerTakeBack);
            let can = proposal.can_be_taken_back();
            if can && ui.add(Button::plain(&label)).clicked() {
                asked.push(Message::Program(ProgramMessage::TakeBack { at }));
            }
        }
        for (at, proposal) in advice.proposals.iter().enumerate().filter(|it| is_change(it.1)) {
            proposal_ui(ui, proposal, library, text);
            answers_ui(ui, (at, proposal, Wanted::Proposed), (library, text), asked);
        }
    });
}

/// What, and why; set off from what stands above.
fn proposal_ui(ui: &mut Ui, proposal: &Proposal, library: &Library, text: &Text) {
    ui.add_space(space::S);
    let palette = Palette::of(ui);
    let said = text.proposed(proposal, library);
    let color = if proposal.kind() == Kind::Professional { palette.alert } else { palette.text };
    ui.label(Type::Strong.text(said.what).color(color));
    ui.label(Type::Body.text(said.why).color(palette.muted));
}

fn answers_ui(
    ui: &mut Ui,
    (at, proposal, wanted): (usize, &Proposal, Wanted),
    (library, text): (&Library, &Text),
    asked: &mut Vec<Message>,
) {
    if person_answers_ui(ui, (at, proposal), text, asked) {
        return;
    }
    let answers: &[(ProgramSentence<'_>, ProgramMessage)] = if proposal.asks() {
        &[
            (ProgramSentence::AnswerYes, ProgramMessage::Answer { at, answer: Answer::Accepted }),
            (ProgramSentence::AnswerLater, ProgramMessage::Answer { at, answer: Answer::Later }),
            (ProgramSentence::AnswerNo, ProgramMessage::Answer { at, answer: Answer::Declined }),
        ]
    } else if matches!(proposal.what, What::Morning { .. }) {
        &[
            (ProgramSentence::AnswerBetter, ProgramMessage::Morning(MorningAnswer::Better)),
            (ProgramSentence::AnswerSame, ProgramMessage::Morning(MorningAnswer::Same)),
            (ProgramSentence::AnswerWorse, ProgramMessage::Morning(MorningAnswer::Worse)),
        ]
    } else if proposal.subject == "gap" && wanted == Wanted::Proposed {
        &[(ProgramSentence::AnswerAsBefore, ProgramMessage::Wanted(Wanted::AsBefore))]
    } else if proposal.subject == "gap" {
        &[(ProgramSentence::AnswerLighter, ProgramMessage::Wanted(Wanted::Proposed))]
    } else if matches!(proposal.what, What::Retest { .. } | What::RetestAfterGap { .. }) {
        return retest_ui(ui, (at, &proposal.subject), text, asked);
    } else if let What::OwnTraining { before, after } = &proposal.what {
        return around_ui(ui, [before, after], library, asked);
    } else {
        return;
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for (sentence, message) in answers {
            let label = text.propose(*sentence);
            if ui.add(Button::quiet(&label)).clicked() {
                asked.push(Message::Program(*message));
            }
        }
    });
}

/// The way to the check that is due, or not now.
fn retest_ui(ui: &mut Ui, (at, check): (usize, &str), text: &Text, asked: &mut Vec<Message>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        if ui.add(Button::quiet(&text.check(CheckSentence::DoIt))).clicked() {
            asked.push(Message::Check(CheckMessage::Prepare(check.to_owned())));
        }
        if ui.add(Button::quiet(&text.propose(ProgramSentence::AnswerLater))).clicked() {
            let answer = Answer::Later;
            asked.push(Message::Program(ProgramMessage::Answer { at, answer }));
        }
    });
}

/// The warm-up and the cool-down, each chosen by its button; Enter then starts it.
fn around_ui(ui: &mut Ui, routines: [&String; 2], library: &Library, asked: &mut Vec<Message>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for routine in routines.into_iter().filter_map(|it| library.routine(it)) {
            if ui.add(Button::quiet(&routine.name.short)).clicked() {
                asked.push(Message::Today(TodayMessage::Choose(routine.id.clone())));
            }
        }
    });
}

/// One change with its answers, on the page of the week.
pub(super) fn change_ui(
    ui: &mut Ui,
    (at, proposal): (usize, &Proposal),
    library: &Library,
    text: &Text,
    asked: &mut Vec<Message>,
) {
    proposal_ui(ui, proposal, library, text);
    answers_ui(ui, (at, proposal, Wanted::Proposed), (library, text), asked);
}

/// What leads to a page about the person, or to a professional; whether it was one of these.
fn person_answers_ui(
    ui: &mut Ui,
    (at, proposal): (usize, &Proposal),
    text: &Text,
    asked: &mut Vec<Message>,
) -> bool {
    let open = |page| Message::Health(HealthMessage::Open(page));
    let answer = |answer| Message::Program(ProgramMessage::Answer { at, answer });
    let is_professional = proposal.kind() == Kind::Professional;
    let mut answers = Vec::new();
    if matches!(proposal.what, What::HealthScreen | What::HealthAgain { .. }) {
        answers.push((HealthSentence::AnswerHealth, vec![open(PersonPage::Questions)]));
    } else if matches!(proposal.what, What::HealthChanged { .. }) {
        let unchanged = Message::Health(HealthMessage::Unchanged);
        answers.push((HealthSentence::AnswerUnchanged, vec![unchanged]));
        answers.push((HealthSentence::AnswerChanged, vec![open(PersonPage::Signs)]));
    } else if matches!(proposal.what, What::Function { .. }) {
        answers.push((HealthSentence::AnswerRate, vec![open(PersonPage::Function)]));
    } else if !is_professional {
        return false;
    } else if !matches!(proposal.what, What::OnHold { .. } | What::NeedsClearance { .. }) {
        // On hold and before a clearance Today has a page of its own.
        answers.push((HealthSentence::AnswerArranged, vec![answer(Answer::Accepted)]));
        answers.push((HealthSentence::HoldRead, Vec::from(read_messages())));
    }
    let later = is_professional && !answers.is_empty();
    let later = later || matches!(proposal.what, What::Function { .. });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for (sentence, messages) in answers {
            if ui.add(Button::quiet(&text.ask(sentence))).clicked() {
                asked.extend(messages);
            }
        }
        if later && ui.add(Button::quiet(&text.propose(ProgramSentence::AnswerLater))).clicked() {
            asked.push(answer(Answer::Later));
        }
    });
    true
}

//! What the programme proposes, each with its reason and its answers: on Today and in the summary.

use egui::Ui;

use super::part_ui;
use super::today::read_messages;
use crate::coach::{
    Advice, CheckMessage, HealthMessage, Message, PersonPage, ProgramMessage, Today, TodayMessage,
    View,
};
use crate::history::{Answer, MorningAnswer};
use crate::library::{Library, Routine};
use crate::program::{Kind, Proposal, Wanted, What};
use crate::text::{CheckSentence, HealthSentence, ProgramSentence, Proposed, Text};
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{Button, answered_ui, card};

/// Shows what is proposed today; nothing when there is nothing to say. What the person has planned
/// for themselves (`planned`) is given as they wrote it.
pub(super) fn advice_ui(
    ui: &mut Ui,
    (today, view): (&Today, &View<'_>),
    planned: Option<&str>,
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
            let mut said = text.proposed(proposal, library);
            if let Some(words) = planned.filter(|_| proposal.what == What::OwnPlan) {
                words.clone_into(&mut said.why);
            }
            let answers = answers((at, proposal, today.wanted), library, text);
            proposal_ui(ui, (proposal.kind(), said), answers, asked);
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
            let mut answers = Vec::new();
            if proposal.can_be_taken_back() {
                let label = text.propose(ProgramSentence::AnswerTakeBack);
                answers.push((label, vec![Message::Program(ProgramMessage::TakeBack { at })]));
            }
            let said = text.proposed(proposal, library);
            proposal_ui(ui, (proposal.kind(), said), answers, asked);
        }
        for (at, proposal) in advice.proposals.iter().enumerate().filter(|it| is_change(it.1)) {
            change_ui(ui, (at, proposal), library, text, asked);
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
    let answers = answers((at, proposal, Wanted::Proposed), library, text);
    proposal_ui(ui, (proposal.kind(), text.proposed(proposal, library)), answers, asked);
}

/// What a button says, and what is asked for by it.
type Reply = (String, Vec<Message>);

/// What, and why, with its answers beside it; set off from what stands above.
fn proposal_ui(
    ui: &mut Ui,
    (kind, said): (Kind, Proposed),
    answers: Vec<Reply>,
    asked: &mut Vec<Message>,
) {
    ui.add_space(space::S);
    let palette = Palette::of(ui);
    let color = if kind == Kind::Professional { palette.alert } else { palette.text };
    let buttons: Vec<_> = answers.iter().map(|it| Button::quiet(&it.0)).collect();
    let pressed = answered_ui(ui, &buttons, |ui, width| {
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = space::XS;
            ui.label(Type::Strong.text(said.what).color(color));
            ui.label(Type::Body.text(said.why).color(palette.muted));
        });
    });
    asked
        .extend(pressed.and_then(|it| answers.into_iter().nth(it)).into_iter().flat_map(|it| it.1));
}

/// The answers to a proposal.
#[expect(clippy::wildcard_enum_match_arm, reason = "most of what is proposed is only told")]
fn answers(
    (at, proposal, wanted): (usize, &Proposal, Wanted),
    library: &Library,
    text: &Text,
) -> Vec<Reply> {
    use ProgramSentence as S;
    let says = |sentence, message| (text.propose(sentence), vec![Message::Program(message)]);
    let answer = |answer| ProgramMessage::Answer { at, answer };
    if let Some(replies) = person_answers((at, proposal), text) {
        return replies;
    }
    match &proposal.what {
        _ if proposal.asks() => vec![
            says(S::AnswerYes, answer(Answer::Accepted)),
            says(S::AnswerLater, answer(Answer::Later)),
            says(S::AnswerNo, answer(Answer::Declined)),
        ],
        What::Morning { .. } => vec![
            says(S::AnswerBetter, ProgramMessage::Morning(MorningAnswer::Better)),
            says(S::AnswerSame, ProgramMessage::Morning(MorningAnswer::Same)),
            says(S::AnswerWorse, ProgramMessage::Morning(MorningAnswer::Worse)),
        ],
        _ if proposal.subject == "gap" => vec![match wanted {
            Wanted::Proposed => says(S::AnswerAsBefore, ProgramMessage::Wanted(Wanted::AsBefore)),
            Wanted::AsBefore => says(S::AnswerLighter, ProgramMessage::Wanted(Wanted::Proposed)),
        }],
        // The way to the check that is due, or not now.
        What::Retest { .. } | What::RetestAfterGap { .. } => {
            let prepare = Message::Check(CheckMessage::Prepare(proposal.subject.clone()));
            let do_it = (text.check(CheckSentence::DoIt), vec![prepare]);
            vec![do_it, says(S::AnswerLater, answer(Answer::Later))]
        }
        // Each is chosen by its button; Enter then starts it.
        What::OwnTraining { before, after } => {
            let routines = [before, after].into_iter().filter_map(|it| library.routine(it));
            let choose = |it: &Routine| Message::Today(TodayMessage::Choose(it.id.clone()));
            routines.map(|it| (it.name.short.clone(), vec![choose(it)])).collect()
        }
        _ => Vec::new(),
    }
}

/// What leads to a page about the person, or to a professional; `None` where it is neither.
#[expect(clippy::wildcard_enum_match_arm, reason = "most of what is proposed is only told")]
fn person_answers((at, proposal): (usize, &Proposal), text: &Text) -> Option<Vec<Reply>> {
    use HealthSentence as S;
    let says = |sentence, messages| (text.ask(sentence), messages);
    let open = |page| vec![Message::Health(HealthMessage::Open(page))];
    let answer = |answer| vec![Message::Program(ProgramMessage::Answer { at, answer })];
    let later = || (text.propose(ProgramSentence::AnswerLater), answer(Answer::Later));
    let is_professional = proposal.kind() == Kind::Professional;
    let replies = match proposal.what {
        What::HealthScreen | What::HealthAgain { .. } => {
            vec![says(S::AnswerHealth, open(PersonPage::Questions))]
        }
        What::HealthChanged { .. } => vec![
            says(S::AnswerUnchanged, vec![Message::Health(HealthMessage::Unchanged)]),
            says(S::AnswerChanged, open(PersonPage::Signs)),
        ],
        What::Function { .. } => {
            vec![says(S::AnswerRate, open(PersonPage::Function)), later()]
        }
        // On hold and before a clearance Today has a page of its own.
        What::OnHold { .. } | What::NeedsClearance { .. } if is_professional => Vec::new(),
        _ if is_professional => vec![
            says(S::AnswerArranged, answer(Answer::Accepted)),
            says(S::HoldRead, Vec::from(read_messages())),
            later(),
        ],
        _ => return None,
    };
    Some(replies)
}

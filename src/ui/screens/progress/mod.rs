//! Progress: what was done, day by day and session by session, and what it shows.

mod adding;
mod calendar;
mod changes;
mod checks;
mod correct;
mod list;
mod plots;
mod reporting;
mod session;

use egui::{Key, Modifiers, Popup, Ui, vec2};
use egui_material_icons::icons::{ICON_ADD, ICON_DESCRIPTION, ICON_SQUARE_FOOT};

use super::{back_ui, heading_ui, page_ui, scroll_ui};
use crate::coach::{
    Changed, Changing, CheckMessage, GoniometerMessage, ListMessage, Message, Open, Progress,
    ProgressMessage, ProgressPart, Saved, View,
};
use crate::text::{CheckSentence, MeasureSentence, ProgressSentence as S, Sentence, Text};
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{Banner, Button, Weight, card, segments};

/// What every part of the screen draws from.
#[derive(Clone, Copy)]
struct Shown<'a> {
    progress: &'a Progress,
    view: &'a View<'a>,
    text: &'a Text,
}

/// Draws Progress.
pub(super) fn progress_ui(
    ui: &mut Ui,
    progress: &Progress,
    view: &View<'_>,
    text: &Text,
    asked: &mut Vec<Message>,
) {
    let shown = Shown { progress, view, text };
    let mut said = Vec::new();
    let mut of_checks = Vec::new();
    let mut others = Vec::new();
    escape(ui, progress, &mut said, &mut of_checks);
    match &progress.open {
        None if view.journal.is_none() => {
            page_ui(ui, &text.say(Sentence::RailProgress), &text.say(Sentence::UiLoading), |_| {});
        }
        None => {
            if lists_ui(ui, shown, &mut said, &mut of_checks) {
                asked.push(Message::Goniometer(GoniometerMessage::Measure(None)));
            }
        }
        Some(open) => {
            if back_ui(ui, &text.progress(S::Back)) {
                said.push(ProgressMessage::Back);
            }
            match open {
                Open::Session(it) => session::session_ui(ui, shown, it, &mut said),
                Open::Adding(it) => adding::adding_ui(ui, shown, it, &mut said),
                Open::Report(it) => reporting::reporting_ui(ui, shown, it, &mut said),
                Open::Preparing(it) => {
                    checks::preparing_ui(ui, shown, it, (&mut of_checks, &mut others));
                }
                Open::Check(it) => {
                    let mut asks = checks::Asks {
                        check: &mut of_checks,
                        progress: &mut said,
                        others: &mut others,
                    };
                    checks::opened_ui(ui, shown, it, &mut asks);
                }
            }
        }
    }
    asked.extend(said.into_iter().map(Message::Progress));
    asked.extend(of_checks.into_iter().map(Message::Check));
    asked.extend(others);
}

/// Esc leads one step back: from what is open, else out of the search or the picked day.
fn escape(
    ui: &Ui,
    progress: &Progress,
    said: &mut Vec<ProgressMessage>,
    of_checks: &mut Vec<CheckMessage>,
) {
    let open = Popup::is_any_open(ui);
    if open || !ui.input_mut(|it| it.consume_key(Modifiers::NONE, Key::Escape)) {
        return;
    }
    match &progress.open {
        Some(Open::Session(it)) if it.is_correcting => said.push(ProgressMessage::Cancel),
        Some(Open::Check(it)) if it.is_correcting => of_checks.push(CheckMessage::Cancel),
        Some(_) => said.push(ProgressMessage::Back),
        None if progress.day.is_some() => said.push(ProgressMessage::List(ListMessage::AllDays)),
        None if !progress.query.is_empty() => {
            said.push(ProgressMessage::List(ListMessage::Search(String::new())));
        }
        None => {}
    }
}

/// Whether a photo is to be measured.
fn lists_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    said: &mut Vec<ProgressMessage>,
    of_checks: &mut Vec<CheckMessage>,
) -> bool {
    let text = shown.text;
    let mut measures = false;
    scroll_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        heading_ui(ui, &text.say(Sentence::RailProgress), "");
        changed_ui(ui, shown, said);
        measures = doors_ui(ui, shown, said);
        match shown.progress.part {
            ProgressPart::Checks => checks::checks_ui(ui, shown, of_checks),
            _ if shown.progress.facts.is_empty() => empty_ui(ui, text),
            ProgressPart::Sessions => {
                calendar::calendar_ui(ui, shown, said);
                list::list_ui(ui, shown, said);
            }
            ProgressPart::Plots => plots::plots_ui(ui, shown, said),
            ProgressPart::Changes => changes::changes_ui(ui, shown, said),
        }
        ui.add_space(space::XXL);
    });
    measures
}

/// The parts of the screen, and the doors that lead on; whether a photo is to be measured.
fn doors_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<ProgressMessage>) -> bool {
    let text = shown.text;
    let mut measures = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        let parts = [
            ProgressPart::Sessions,
            ProgressPart::Plots,
            ProgressPart::Checks,
            ProgressPart::Changes,
        ];
        let names = [
            text.progress(S::Sessions),
            text.progress(S::Plots),
            text.check(CheckSentence::Part),
            text.progress(S::Changes),
        ];
        let names = names.each_ref().map(String::as_str);
        let at = parts.iter().position(|it| *it == shown.progress.part);
        let clicked = segments(ui, &text.progress(S::Part), &names, at);
        let part = clicked.and_then(|it| parts.get(it));
        said.extend(part.map(|it| ProgressMessage::List(ListMessage::Part(*it))));
        ui.add_space(space::L);
        if shown.progress.can_change
            && ui.add(Button::quiet(&text.progress(S::Add)).icon(ICON_ADD)).clicked()
        {
            said.push(ProgressMessage::Add);
        }
        if !shown.progress.facts.is_empty()
            && ui.add(Button::quiet(&text.progress(S::Report)).icon(ICON_DESCRIPTION)).clicked()
        {
            said.push(ProgressMessage::Report);
        }
        let measure = text.measure(MeasureSentence::Open);
        measures = ui.add(Button::quiet(&measure).icon(ICON_SQUARE_FOOT)).clicked();
    });
    measures
}

fn empty_ui(ui: &mut Ui, text: &Text) {
    let palette = Palette::of(ui);
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        let head = text.say(Sentence::UiProgressEmpty);
        ui.label(Type::Title.text(head).color(palette.text));
        let about = text.say(Sentence::UiProgressEmptyMore);
        ui.label(Type::Body.text(about).color(palette.muted));
    });
}

/// What was changed last, whether it is safe, and the way back from a deletion.
fn changed_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<ProgressMessage>) {
    let Some(change) = &shown.progress.changed else { return };
    let text = shown.text;
    let words = changed(change, text);
    let (undo, close) = (text.progress(S::Undo), text.say(Sentence::UiDismiss));
    let can_undo = change.what == Changing::Deleted && change.id.is_some();
    let both = [undo.as_str(), close.as_str()];
    let actions = if can_undo { &both[..] } else { &[close.as_str()] };
    let weight = match change.saved {
        Saved::Saving => Weight::Note,
        Saved::Yes => Weight::Done,
        Saved::No => Weight::Problem,
    };
    match (Banner { weight, text: &words, actions }.show(ui), can_undo) {
        (Some(0), true) => said.push(ProgressMessage::Undo),
        (Some(_), _) => said.push(ProgressMessage::List(ListMessage::Seen)),
        (None, _) => {}
    }
}

fn changed(change: &Changed, text: &Text) -> String {
    let (name, date) = (change.name.as_str(), text.short_date(change.date));
    let date = date.as_str();
    let what = text.progress(match change.what {
        Changing::Corrected => S::Corrected { name, date },
        Changing::Added => S::Added { name, date },
        Changing::Deleted => S::Deleted { name, date },
        Changing::Restored => S::Restored { name, date },
        Changing::Morning => S::MorningKept { name, date },
    });
    let what = what.as_str();
    text.progress(match change.saved {
        Saved::Saving => S::Saving { what },
        Saved::Yes => S::Saved { what },
        Saved::No => S::Unsaved { what },
    })
}

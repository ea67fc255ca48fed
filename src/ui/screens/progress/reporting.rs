//! The report before it is written: what will be in it, chosen by the person.

use egui::Ui;
use egui_material_icons::icons::{ICON_DESCRIPTION, ICON_FOLDER_OPEN, ICON_OPEN_IN_NEW};

use super::super::{bottom_ui, heading_ui, part_ui, scroll_ui};
use super::Shown;
use crate::coach::{NoteRow, Period, ProgressMessage, ReportChange, Reporting};
use crate::report::first_page;
use crate::text::{ProgressSentence as S, Text};
use crate::ui::theme::{LINE_LENGTH, Palette, Type, space};
use crate::ui::widgets::{Banner, Button, Weight, as_heading, card, segments};

/// Draws the preview.
pub(super) fn reporting_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    reporting: &Reporting,
    said: &mut Vec<ProgressMessage>,
) {
    let text = shown.text;
    doors_ui(ui, reporting, text, said);
    scroll_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        heading_ui(ui, &text.report_title(), &text.progress(S::ReportingAbout));
        written_ui(ui, reporting, text);
        period_ui(ui, reporting, text, said);
        card(ui, |ui| first_ui(ui, reporting, text));
        card(ui, |ui| notes_ui(ui, reporting, text, said));
        ui.add_space(space::XL);
    });
}

fn doors_ui(ui: &mut Ui, reporting: &Reporting, text: &Text, said: &mut Vec<ProgressMessage>) {
    bottom_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        let is_written = matches!(reporting.written, Some(Ok(_)));
        if is_written {
            let open = text.progress(S::ReportingOpen);
            if ui.add(Button::primary(&open).icon(ICON_OPEN_IN_NEW)).clicked() {
                said.push(ProgressMessage::ShowReport);
            }
            let folder = text.progress(S::ReportingFolder);
            if ui.add(Button::quiet(&folder).icon(ICON_FOLDER_OPEN)).clicked() {
                said.push(ProgressMessage::ShowReports);
            }
            return;
        }
        let words = if reporting.is_writing { S::ReportingWriting } else { S::ReportingWrite };
        let write = text.progress(words);
        let button = Button::primary(&write).icon(ICON_DESCRIPTION);
        if ui.add_enabled(!reporting.is_writing, button).clicked() {
            said.push(ProgressMessage::WriteReport);
        }
    });
}

/// Where it is, or why it is not.
fn written_ui(ui: &mut Ui, reporting: &Reporting, text: &Text) {
    let (weight, words) = match &reporting.written {
        None => return,
        Some(Ok(path)) => (Weight::Done, text.progress(S::ReportingWritten { path })),
        Some(Err(why)) => {
            let why = why.say(text);
            (Weight::Problem, text.progress(S::ReportingFailed { why: &why }))
        }
    };
    Banner { weight, text: &words, actions: &[] }.show(ui);
}

fn period_ui(ui: &mut Ui, reporting: &Reporting, text: &Text, said: &mut Vec<ProgressMessage>) {
    let what = text.progress(S::ReportingPeriod);
    part_ui(ui, &what);
    let names = [S::PeriodMonth, S::PeriodQuarter, S::PeriodYear, S::PeriodAll];
    let names = names.map(|it| text.progress(it));
    let names = names.each_ref().map(String::as_str);
    let at = Period::ALL.iter().position(|it| *it == reporting.period);
    let clicked = segments(ui, &what, &names, at).and_then(|it| Period::ALL.get(it));
    said.extend(clicked.map(|it| ProgressMessage::Choose(ReportChange::Period(*it))));
}

/// The lines that will stand on the first page.
fn first_ui(ui: &mut Ui, reporting: &Reporting, text: &Text) {
    let palette = Palette::of(ui);
    ui.spacing_mut().item_spacing.y = space::XS;
    let head = text.progress(S::ReportingFirst);
    let label = ui.label(Type::Title.text(&head).color(palette.text));
    as_heading(&label, &head);
    for (head, lines) in first_page(&reporting.report, text) {
        ui.add_space(space::S);
        part_ui(ui, &head);
        for it in lines {
            ui.label(Type::Body.text(it).color(palette.text));
        }
    }
    ui.add_space(space::S);
    let exercises = reporting.report.exercises.len();
    let sessions = reporting.report.sessions.len();
    let then = text.progress(S::ReportingThen { exercises, sessions });
    ui.label(Type::Note.text(then).color(palette.muted));
}

fn notes_ui(ui: &mut Ui, reporting: &Reporting, text: &Text, said: &mut Vec<ProgressMessage>) {
    let palette = Palette::of(ui);
    ui.spacing_mut().item_spacing.y = space::S;
    let head = text.progress(S::ReportingNotes);
    let label = ui.label(Type::Title.text(&head).color(palette.text));
    as_heading(&label, &head);
    if reporting.notes.is_empty() {
        let none = text.progress(S::ReportingNotesNone);
        ui.label(Type::Body.text(none).color(palette.muted));
        return;
    }
    let about = text.progress(S::ReportingNotesAbout);
    ui.label(Type::Note.text(about).color(palette.muted));
    ui.horizontal(|ui| {
        for (words, all) in [(S::NotesAll, true), (S::NotesClear, false)] {
            if ui.add(Button::quiet(&text.progress(words))).clicked() {
                said.push(ProgressMessage::Choose(ReportChange::AllNotes(all)));
            }
        }
    });
    for note in &reporting.notes {
        if note_ui(ui, note, text) {
            said.push(ProgressMessage::Choose(ReportChange::Note(note.id)));
        }
    }
}

fn note_ui(ui: &mut Ui, note: &NoteRow, text: &Text) -> bool {
    let date = text.short_date(note.date);
    let words = text.progress(S::NoteRow { date: &date, words: &note.words });
    ui.scope(|ui| {
        ui.set_max_width(LINE_LENGTH);
        let mut on = note.on;
        ui.checkbox(&mut on, Type::Body.text(words)).clicked()
    })
    .inner
}

//! Above the routines: the person's own files that have mistakes in them, and files of which a sync
//! service has kept two versions.

use egui::Ui;
use egui_material_icons::icons::{ICON_EDIT, ICON_FOLDER_OPEN};

use super::super::{part_ui, routines::Shown};
use crate::coach::{Copied, CopyChoice, Message, ShareMessage, difference};
use crate::library::Problem;
use crate::ron::Severity;
use crate::text::{EditorSentence, ShareSentence as S, Text};
use crate::ui::theme::{LINE_LENGTH, Palette, Type, space};
use crate::ui::widgets::{Button, as_heading, card, difference_ui};

/// So many problems of a file are shown.
const SHOWN: usize = 4;
/// The name of the settings file.
const SETTINGS: &str = "settings.ron";

/// Draws both, where there are any.
pub(super) fn troubled_ui(ui: &mut Ui, shown: Shown<'_>, asked: &mut Vec<Message>) {
    let share = shown.view.share;
    if !share.problems.is_empty() {
        card(ui, |ui| problems_ui(ui, &share.problems, shown.text, asked));
    }
    if !share.copies.is_empty() {
        card(ui, |ui| copies_ui(ui, &share.copies, shown, asked));
    }
}

fn title_ui(ui: &mut Ui, words: &str, about: &str) {
    let palette = Palette::of(ui);
    let label = ui.label(Type::Title.text(words).color(palette.text));
    as_heading(&label, words);
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width().min(LINE_LENGTH));
        ui.label(Type::Body.text(about).color(palette.muted));
    });
}

fn problems_ui(ui: &mut Ui, problems: &[Problem], text: &Text, asked: &mut Vec<Message>) {
    ui.spacing_mut().item_spacing.y = space::S;
    let count = problems.len();
    title_ui(ui, &text.share(S::FilesProblems { count }), &text.share(S::FilesProblemsAbout));
    for of_file in problems.chunk_by(|a, b| a.file == b.file) {
        let Some(file) = of_file.first().map(|it| it.file.as_str()) else { continue };
        ui.add_space(space::XS);
        problem_lines_ui(ui, of_file.get(..SHOWN).unwrap_or(of_file), text);
        let more = of_file.len().saturating_sub(SHOWN);
        if more > 0 {
            let words = text.share(S::FilesMore { count: more });
            ui.label(Type::Note.text(words).color(Palette::of(ui).muted));
        }
        let is_routine = file.starts_with("routines/");
        let (words, icon) = if is_routine {
            (text.share(S::FilesMend), ICON_EDIT)
        } else {
            (text.share(S::FilesFolder), ICON_FOLDER_OPEN)
        };
        let named = text.share(S::FilesMendNamed { name: file });
        if ui.add(Button::quiet(&words).icon(icon)).accessible_name(named).clicked() {
            asked.push(Message::Share(ShareMessage::Mend(file.to_owned())));
        }
    }
}

/// Problems, each at its file, line and column, with what was expected.
pub(in crate::ui::screens) fn problem_lines_ui(ui: &mut Ui, problems: &[Problem], text: &Text) {
    let palette = Palette::of(ui);
    for problem in problems {
        let said = text.problem(problem);
        let what = match &said.expected {
            Some(expected) => {
                let what = said.message.as_str();
                text.edit(EditorSentence::ProblemExpected { what, expected })
            }
            None => said.message.clone(),
        };
        let (line, column) = (problem.start.line, problem.start.column);
        let place = format!("{}:{line}:{column}", problem.file);
        let is_error = problem.severity == Severity::Error;
        let color = if is_error { palette.alert } else { palette.ready };
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.label(Type::Note.text(place).color(palette.muted));
            ui.label(Type::Body.text(what).color(color));
        });
    }
}

fn copies_ui(ui: &mut Ui, copies: &[Copied], shown: Shown<'_>, asked: &mut Vec<Message>) {
    let text = shown.text;
    ui.spacing_mut().item_spacing.y = space::S;
    title_ui(ui, &text.share(S::CopiesTitle), &text.share(S::CopiesAbout));
    for copy in copies {
        ui.add_space(space::S);
        copy_ui(ui, copy, shown, asked);
    }
}

fn copy_ui(ui: &mut Ui, copy: &Copied, shown: Shown<'_>, asked: &mut Vec<Message>) {
    let (palette, text) = (Palette::of(ui), shown.text);
    let (name, of) = (copy.name.as_str(), copy.of.as_str());
    let used =
        if of == SETTINGS { Some(shown.view.settings_text) } else { shown.view.desk.file(of) };
    let words = text.share(if used.is_some() {
        S::CopiesOf { name, of }
    } else {
        S::CopiesGone { name, of }
    });
    ui.label(Type::Strong.text(words).color(palette.text));
    let is_same = used == Some(copy.text.as_str());
    if is_same {
        ui.label(Type::Body.text(text.share(S::CopiesSame)).color(palette.muted));
    } else if let Some(used) = used {
        part_ui(ui, &text.share(S::CopiesLegend));
        difference_ui(ui, &difference(used, &copy.text));
    }
    let mut choices = Vec::new();
    if is_same {
        choices.push((S::CopiesPutAway, CopyChoice::Drop));
    } else {
        if used.is_some() {
            choices.push((S::CopiesDrop, CopyChoice::Drop));
        }
        choices.push((S::CopiesUse, CopyChoice::Use));
        if copy.can_stand_alone() && used.is_some() {
            choices.push((S::CopiesBoth, CopyChoice::Both));
        }
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for (words, choice) in choices {
            let words = text.share(words);
            let named = text.list([words.clone(), copy.name.clone()]);
            if ui.add(Button::quiet(&words)).accessible_name(named).clicked() {
                let name = copy.name.clone();
                asked.push(Message::Share(ShareMessage::Copy { name, choice }));
            }
        }
    });
}

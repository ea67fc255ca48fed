//! The text of a file, as it stands in it, with what is wrong marked in place.

use std::collections::BTreeSet;
use std::ops::Range;

use egui::text::{LayoutJob, TextFormat};
use egui::text_edit::TextEditOutput;
use egui::{FontId, Margin, ScrollArea, Stroke, TextEdit, Ui};

use super::Shown;
use crate::coach::{EditRemark, EditorMessage};
use crate::editing::Command;
use crate::ron::{Place, Span};
use crate::text::{EditorSentence as S, ShareSentence, Text};
use crate::ui::theme::{Palette, Type, soft, space, stroke};

/// The size of the letters.
const LETTERS: f32 = 13.0;
/// About the width of one.
const LETTER: f32 = 8.0;
/// The height that the problems below the text may take.
const PROBLEMS: f32 = 140.0;

pub(super) fn written_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<EditorMessage>) {
    let (text, draft) = (shown.text, &shown.editor.draft);
    let problems = draft.checked().problems.iter().enumerate();
    let problems: Vec<_> = problems.map(|(at, it)| (it.0, it.1.start, shown.problem(at))).collect();
    if shown.editor.remark == Some(EditRemark::TooLong) {
        let words = text.share(ShareSentence::TooLong);
        ui.label(Type::Note.text(words).color(Palette::of(ui).alert));
    }
    let about = text.edit(S::TextAbout);
    let (written, left) = marked_text_ui(ui, (&about, draft.text()), &problems, text);
    said.extend(left.then_some(EditorMessage::Part));
    said.extend(written.map(|it| EditorMessage::Do(Command::Text(it))));
}

/// A file's text with what is wrong marked in it and listed below; what it becomes, and whether the
/// field was left.
pub(in crate::ui::screens) fn marked_text_ui(
    ui: &mut Ui,
    (about, now): (&str, &str),
    problems: &[(Span, Place, String)],
    text: &Text,
) -> (Option<String>, bool) {
    let palette = Palette::of(ui);
    ui.label(Type::Note.text(about).color(palette.muted));
    let below = if problems.is_empty() { 0.0 } else { PROBLEMS };
    let height = (ui.available_height() - below - space::L).max(120.0);
    let marks: Vec<_> = problems.iter().map(|it| it.0.start..it.0.end).collect();
    let mut written = now.to_owned();
    let mut layouter = |ui: &Ui, text: &dyn egui::TextBuffer, _width: f32| {
        let job = marked(text.as_str(), &marks, &Palette::of(ui));
        ui.fonts_mut(|it| it.layout_job(job))
    };
    let scroll = ScrollArea::both().id_salt("written").max_height(height).auto_shrink(false);
    let lines = now.split('\n').count();
    let gutter = LETTER * (lines.to_string().len() + 2) as f32 + space::S;
    let wrong: BTreeSet<usize> = problems.iter().map(|it| it.1.line).collect();
    let response = scroll.show(ui, |ui| {
        let margin = Margin { left: gutter as i8, ..Margin::same(space::XS as i8) };
        let edit = TextEdit::multiline(&mut written)
            .id_salt("file text")
            .code_editor()
            .margin(margin)
            .desired_width(f32::INFINITY)
            .layouter(&mut layouter);
        let output = edit.show(ui);
        numbers_ui(ui, &output, &wrong);
        output.response
    });
    let label = text.edit(S::PaneText);
    ui.accesskit_node_builder(response.inner.id, |node| node.set_label(label));
    let scroll = ScrollArea::vertical().id_salt("problems").auto_shrink(false);
    scroll.show(ui, |ui| {
        for (_, place, what) in problems {
            let words = text.edit(S::ProblemAt { line: place.line, column: place.column, what });
            ui.label(Type::Note.text(words).color(palette.alert));
        }
    });
    (Some(written).filter(|it| it != now), response.inner.lost_focus())
}

/// The number of each line beside it; a line with something wrong in it is told by a dot too.
fn numbers_ui(ui: &Ui, output: &TextEditOutput, wrong: &BTreeSet<usize>) {
    let palette = Palette::of(ui);
    let painter = ui.painter().with_clip_rect(ui.clip_rect());
    for (at, row) in output.galley.rows.iter().enumerate() {
        let top = output.galley_pos.y + row.pos.y;
        if !painter.clip_rect().y_range().expand(LETTERS * 2.0).contains(top) {
            continue;
        }
        let is_wrong = wrong.contains(&(at + 1));
        let color = if is_wrong { palette.alert } else { palette.muted };
        let words = if is_wrong { format!("• {}", at + 1) } else { (at + 1).to_string() };
        let words = painter.layout_no_wrap(words, FontId::monospace(LETTERS), color);
        let left = output.galley_pos.x - space::S - words.size().x;
        painter.galley(egui::pos2(left, top), words, color);
    }
}

/// The text with a wave under what is wrong: a colour, a tint and a line.
fn marked(text: &str, marks: &[Range<usize>], palette: &Palette) -> LayoutJob {
    let font = FontId::monospace(LETTERS);
    let plain = TextFormat::simple(font, palette.text);
    let wrong = TextFormat {
        color: palette.alert,
        background: soft(palette.alert, palette.raised),
        underline: Stroke::new(stroke::FOCUS, palette.alert),
        ..plain.clone()
    };
    let mut job = LayoutJob::default();
    // A line of the file is a line here.
    job.wrap.max_width = f32::INFINITY;
    let mut at = 0;
    for mark in marks {
        let start = text.floor_char_boundary(mark.start.max(at));
        let end = text.ceil_char_boundary(mark.end.max(mark.start + 1).min(text.len()));
        if start < at || end <= start {
            continue;
        }
        job.append(text.get(at..start).unwrap_or_default(), 0.0, plain.clone());
        job.append(text.get(start..end).unwrap_or_default(), 0.0, wrong.clone());
        at = end;
    }
    job.append(text.get(at..).unwrap_or_default(), 0.0, plain);
    job
}

//! The timetable: every step of the routine as it will be led, with the moment at which it begins.

use std::time::Duration;

use egui::{ScrollArea, Sense, Ui, pos2, vec2};

use super::Shown;
use crate::session::{Plan, StepKind};
use crate::text::EditorSentence as S;
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{cut, describe, line, paint_left};
use crate::units::Mss;

/// The height of a step.
const ROW: f32 = 26.0;
/// Where the words begin, behind the time.
const LEFT: f32 = 60.0;

pub(super) fn preview_ui(ui: &mut Ui, shown: Shown<'_>) {
    let palette = Palette::of(ui);
    let Some(plan) = shown.editor.draft.plan() else {
        ui.label(Type::Body.text(shown.text.edit(S::NoTimetable)).color(palette.muted));
        return;
    };
    let starts = starts(plan);
    let scroll = ScrollArea::vertical().id_salt("timetable").auto_shrink(false);
    ui.spacing_mut().item_spacing.y = 0.0;
    scroll.show_rows(ui, ROW, plan.steps.len(), |ui, range| {
        for at in range {
            let (Some(step), Some(start)) = (plan.steps.get(at), starts.get(at)) else { continue };
            let Some(entry) = plan.entries.get(step.entry) else { continue };
            let words = shown.text.segment(step, entry);
            let size = vec2(ui.available_width() - space::S, ROW);
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            let time = Mss(*start).to_string();
            describe(&response, egui::Role::Label, &format!("{time} {words}"));
            let color = match step.kind {
                StepKind::Work => palette.text,
                StepKind::Ready | StepKind::Switch | StepKind::Rest => palette.muted,
            };
            let y = rect.center().y;
            let time = line(ui, &time, Type::Note.font(), palette.muted);
            paint_left(ui, pos2(rect.left(), y), time);
            let length = line(ui, &Mss(step.length).to_string(), Type::Note.font(), palette.muted);
            let end = rect.right() - length.size().x;
            let room = end - rect.left() - LEFT - space::S;
            paint_left(ui, pos2(rect.left() + LEFT, y), cut(ui, &words, Type::Note, color, room));
            paint_left(ui, pos2(end, y), length);
        }
    });
}

/// When each step begins.
fn starts(plan: &Plan) -> Vec<Duration> {
    let begin = |at: &mut Duration, length: Duration| {
        let start = *at;
        *at += length;
        Some(start)
    };
    plan.steps.iter().map(|it| it.length).scan(Duration::ZERO, begin).collect()
}

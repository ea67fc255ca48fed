//! How the exercise looks: the figure in the tempo that was chosen, on both sides, and the dose.

use std::time::Duration;

use egui::{Rect, Sense, Stroke, StrokeKind, Ui, vec2};

use super::{Shown, wrong_ui};
use crate::figure::FigureTime;
use crate::library::{LevelSides, Muscle};
use crate::text::OwnSentence as S;
use crate::ui::theme::{Palette, Type, radius, space, stroke};
use crate::ui::widgets::{FigureView, as_heading, figure_ui};
use crate::units::{Phase, Sides, Tempo};

pub(super) fn preview_ui(ui: &mut Ui, shown: Shown<'_>) {
    let text = shown.text;
    let palette = Palette::of(ui);
    let heading = text.own(S::Preview);
    let label = ui.label(Type::Label.text(&heading).color(palette.muted));
    as_heading(&label, &heading);
    figures_ui(ui, shown, (ui.available_width() * 0.62).min(260.0));
    if let Some(level) = shown.usable() {
        ui.label(Type::Strong.text(text.dose_range(level)).color(palette.text));
        if let Some(pace) = text.pace(level) {
            ui.label(Type::Note.text(pace).color(palette.muted));
        }
        ui.add_space(space::S);
        for words in [&level.setup.long, &level.how] {
            ui.label(Type::Body.text(words).color(palette.text));
        }
    }
    let figure: Vec<_> =
        shown.editor.draft.wrong_figure().map(|it| shown.said(&it.problem)).collect();
    wrong_ui(ui, &figure);
}

/// The level's figure as it moves: on both sides where one works at a time.
pub(super) fn figures_ui(ui: &mut Ui, shown: Shown<'_>, height: f32) {
    let text = shown.text;
    let palette = Palette::of(ui);
    let level = shown.level();
    let movement = level.and_then(|it| it.movement.as_ref()).map(|it| it.value.as_str());
    let is_there = movement.is_some_and(|it| shown.editor.draft.shelf().movement(it).is_some());
    let both = level.and_then(|it| it.sides).is_none_or(|it| it.value == LevelSides::Both);
    let sides: &[Sides] = if both { &[Sides::Both] } else { &[Sides::Left, Sides::Right] };
    let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let border = Stroke::new(stroke::HAIRLINE, palette.outline);
    ui.painter().rect(whole, radius::CARD, palette.surface, border, StrokeKind::Inside);
    if !is_there {
        let words = text.own(S::PreviewNone);
        let galley = ui.painter().layout_no_wrap(words.clone(), Type::Body.font(), palette.muted);
        ui.painter().galley(whole.center() - galley.size() / 2.0, galley, palette.muted);
        return;
    }
    let glow = glow(shown);
    let width = whole.width() / sides.len() as f32;
    for (at, side) in sides.iter().enumerate() {
        let corner = whole.min + vec2(at as f32 * width, 0.0);
        let place = Rect::from_min_size(corner, vec2(width, height)).shrink(space::S);
        let name = text.own(S::Posed { side: &text.side(*side) });
        let moves = !shown.reduced;
        let view = FigureView {
            movement,
            side: *side,
            at: moment(ui, shown, moves),
            moves,
            glow: &glow,
            reduced: shown.reduced,
            name: &name,
            ..FigureView::default()
        };
        ui.push_id(("own figure", at), |ui| figure_ui(ui, place, &view));
    }
}

fn glow(shown: Shown<'_>) -> Vec<Muscle> {
    let of_level = shown.level().map(|it| it.muscles.as_slice()).unwrap_or_default();
    let of_exercise = shown.editor.draft.source().map(|it| it.muscles.as_slice());
    let muscles = if of_level.is_empty() { of_exercise.unwrap_or_default() } else { of_level };
    muscles.iter().map(|it| it.value).collect()
}

/// The moment of a movement that goes on in the tempo of the level.
fn moment(ui: &Ui, shown: Shown<'_>, moves: bool) -> FigureTime {
    if !moves {
        return FigureTime::End;
    }
    let into = Duration::from_secs_f64(ui.input(|it| it.time).max(0.0));
    let counts =
        shown.editor.draft.movement(shown.editor.level).is_some_and(|it| it.begins().is_some());
    let place = tempo(shown).filter(|_| counts).and_then(|tempo| {
        let rep = into.as_millis().checked_div(tempo.rep().as_millis())?;
        Some((rep as u32, tempo.at(into)?))
    });
    place.map_or(FigureTime::Loop(into), |(rep, at)| FigureTime::Rep {
        rep,
        phase: at.phase,
        fraction: at.fraction(),
    })
}

fn tempo(shown: Shown<'_>) -> Option<Tempo> {
    let tempo = shown.level()?.tempo.as_ref()?;
    let seconds = |it: Option<crate::ron::Spanned<f64>>| {
        Duration::from_secs_f64(it.map_or(0.0, |it| it.value.clamp(0.0, 60.0)))
    };
    let [lift, top, lower, bottom] = tempo.phases.map(seconds);
    let begins = tempo.begins.map_or(Phase::Lift, |it| it.value);
    Some(Tempo::new(lift, top, lower, bottom, begins)).filter(|it| !it.rep().is_zero())
}

//! The course over time: each hip in each direction, with the grey band in which nothing has clearly
//! changed. Only checks that were read in the same way as the latest.

use egui::{Stroke, Ui};
use egui_plot::{Line as PlotLine, PlotPoints, Points, Polygon};

use super::super::Shown;
use super::super::plots::{Chart, x_of};
use super::beside_ui;
use crate::program::{Done, PRONE, Turn, is_like, means};
use crate::text::CheckSentence as S;
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{as_heading, card};
use crate::units::Side;

/// Draws the course; nothing before the second check of a kind.
pub(super) fn course_ui(ui: &mut Ui, shown: Shown<'_>) {
    let text = shown.text;
    let checks = &shown.progress.facts.checks;
    let Some(latest) = checks.iter().rev().find(|it| it.check.of == PRONE) else { return };
    let like: Vec<&Done> = checks.iter().filter(|it| is_like(&it.check, &latest.check)).collect();
    if like.len() < 2 {
        return;
    }
    let palette = Palette::of(ui);
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        let head = text.check(S::CourseHead);
        let label = ui.label(Type::Title.text(&head).color(palette.text));
        as_heading(&label, &head);
        let how = text.check_conditions(&latest.check);
        let how = text.check(S::CourseSaid { how: &how });
        ui.label(Type::Note.text(how).color(palette.muted));
        ui.label(Type::Note.text(text.check(S::CourseBand)).color(palette.muted));
        let all: Vec<_> =
            Turn::ALL.into_iter().flat_map(|turn| Side::BOTH.map(|side| (side, turn))).collect();
        beside_ui(ui, &all, space::XL, |ui, it| one_ui(ui, shown, *it, &like));
    });
}

/// One hip in one direction.
fn one_ui(ui: &mut Ui, shown: Shown<'_>, (side, turn): (Side, Turn), like: &[&Done]) {
    let text = shown.text;
    let rules = shown.view.judged;
    let means: Vec<_> = means(like, (side, turn), &rules)
        .into_iter()
        .filter_map(|(date, it)| Some((x_of(date), it.mean()?, it.wobble())))
        .collect();
    let values: Vec<f64> = means.iter().map(|it| it.1).collect();
    let said = crate::program::course_of_change(&values, &rules);
    let sentence = said.map(|it| text.observation(it)).unwrap_or_default();
    let name = text.list([text.turn(turn), text.side(side.into()).to_lowercase()]);
    let id = format!("course {side} {}", turn.reading());
    let limit = f64::from(rules.no_change);
    let chart = Chart { id: &id, head: &name, sentence: &sentence, top: 60.0, text };
    chart.show(ui, |plot| {
        let color = if turn == Turn::Inward { plot.palette.accent } else { plot.palette.rest };
        let before = means.len().checked_sub(2).and_then(|it| means.get(it));
        let ends = means.first().zip(means.last());
        if let Some((before, (first, last))) = before.zip(ends) {
            let (from, to) = (first.0 - 6.0, last.0 + 6.0);
            let (low, high) = (before.1 - limit, before.1 + limit);
            let band = vec![[from, low], [to, low], [to, high], [from, high]];
            let fill = plot.palette.muted.gamma_multiply(0.22);
            let band = Polygon::new("", PlotPoints::from(band))
                .fill_color(fill)
                .stroke(Stroke::NONE)
                .allow_hover(false);
            plot.plot.polygon(band);
        }
        for (x, mean, wobble) in &means {
            let ends = vec![[*x, mean - wobble / 2.0], [*x, mean + wobble / 2.0]];
            let bar = PlotLine::new("", PlotPoints::from(ends)).color(color).width(3.0);
            plot.plot.line(bar.allow_hover(false));
        }
        let points: Vec<_> = means.iter().map(|it| [it.0, it.1]).collect();
        let joined = PlotLine::new("", PlotPoints::from(points.clone())).color(color).width(2.0);
        plot.plot.line(joined.allow_hover(false));
        let points = Points::new("", PlotPoints::from(points)).color(color).radius(4.5);
        plot.plot.points(points.allow_hover(false));
    });
}

//! The own arc: how far each hip turned, the first check behind the latest.

use egui::{Sense, Stroke, StrokeKind, Ui, vec2};

use super::super::Shown;
use crate::history::Check;
use crate::program::{CheckRules, Done, Measured, PRONE, Turn, is_like, measure};
use crate::text::{CheckSentence as S, Text};
use crate::ui::theme::{Palette, Type, radius, space, stroke};
use crate::ui::widgets::{
    ArcView, Edge, Fan, arc_ui, as_heading, card, describe, line, paint_left,
};
use crate::units::Side;

/// The widest and the tallest that one hip is drawn.
const WIDEST: f32 = 480.0;
const TALLEST: f32 = 300.0;

/// The arc of the latest check, with the first that was read in the same way behind it.
pub(super) fn arc_card_ui(ui: &mut Ui, shown: Shown<'_>) {
    let checks = &shown.progress.facts.checks;
    let rules = &shown.view.judged;
    let is_measured = |it: &&Done| it.check.of == PRONE && fans(&it.check, rules).is_some();
    let Some(latest) = checks.iter().rev().find(is_measured) else {
        return none_ui(ui, shown.text);
    };
    let earlier: Vec<_> =
        checks.iter().take_while(|it| it.record != latest.record).cloned().collect();
    arc_of_ui(ui, shown, &latest.check, &earlier);
}

fn none_ui(ui: &mut Ui, text: &Text) {
    let palette = Palette::of(ui);
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        let head = text.check(S::ArcHead);
        let label = ui.label(Type::Title.text(&head).color(palette.text));
        as_heading(&label, &head);
        ui.label(Type::Body.text(text.check(S::ArcNone)).color(palette.muted));
    });
}

/// The arc of one check.
pub(super) fn arc_of_ui(ui: &mut Ui, shown: Shown<'_>, check: &Check, earlier: &[Done]) {
    let text = shown.text;
    let rules = &shown.view.judged;
    let Some(latest) = fans(check, rules) else { return };
    let mut like = earlier.iter().filter(|it| is_like(&it.check, check));
    let first = like.find_map(|it| Some((it.date, fans(&it.check, rules)?)));
    let date = shown.progress.facts.checks.iter().find(|it| it.check == *check).map(|it| it.date);
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        let palette = Palette::of(ui);
        let head = text.check(S::ArcHead);
        let label = ui.label(Type::Title.text(&head).color(palette.text));
        as_heading(&label, &head);
        ui.label(Type::Note.text(text.check(S::ArcAbout)).color(palette.muted));
        let gap = space::L;
        let width = ((ui.available_width() - gap) / 2.0).min(WIDEST);
        let size = vec2(width, (width * 0.72).min(TALLEST));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for (at, side) in Side::BOTH.into_iter().enumerate() {
                let of = |it: &[Fan; 2]| it.get(at).copied().unwrap_or_default();
                let first = first.as_ref().map(|it| (it.0, of(&it.1)));
                let now = of(&latest);
                hip_ui(ui, size, (side, now, first), text);
            }
        });
        key_ui(ui, date, first.map(|it| it.0), text);
    });
}

/// One hip: the picture, and what it shows for whoever cannot see it.
fn hip_ui(
    ui: &mut Ui,
    size: egui::Vec2,
    (hip, latest, first): (Side, Fan, Option<(chrono::NaiveDate, Fan)>),
    text: &Text,
) {
    let palette = Palette::of(ui);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let border = Stroke::new(stroke::HAIRLINE, palette.outline);
    ui.painter().rect(rect, radius::CARD, palette.surface, border, StrokeKind::Inside);
    let degrees = |it: Option<Edge>| it.map_or(0, |it| it.mean.round() as i32);
    let name = text.side(hip.into());
    let (inward, outward) = (degrees(latest.inward), degrees(latest.outward));
    let mut said = text.check(S::ArcSide { side: &name, inward, outward });
    if let Some((date, fan)) = first {
        let (inward, outward) = (degrees(fan.inward), degrees(fan.outward));
        let date = text.date(date);
        said.push(' ');
        said.push_str(&text.check(S::ArcFirst { inward, outward, date: &date }));
    }
    let words = line(ui, &name, Type::Label.font(), palette.text);
    paint_left(ui, rect.left_top() + vec2(space::M, 18.0), words);
    let inside = rect.shrink2(vec2(space::S, space::S)).with_min_y(rect.top() + 28.0);
    let first = first.map(|it| it.1);
    arc_ui(ui, inside, &ArcView { side: hip, latest, first, name: &said });
}

/// What the colours are, in words beside their signs.
fn key_ui(
    ui: &mut Ui,
    now: Option<chrono::NaiveDate>,
    first: Option<chrono::NaiveDate>,
    text: &Text,
) {
    let palette = Palette::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let mut entry = |color, words: &str| {
            let (rect, response) = ui.allocate_exact_size(vec2(14.0, 20.0), Sense::hover());
            describe(&response, egui::Role::Image, "");
            ui.painter().circle_filled(rect.center(), 5.0, color);
            ui.label(Type::Note.text(words).color(palette.muted));
            ui.add_space(space::M);
        };
        entry(palette.accent, &text.check(S::TurnInward));
        entry(palette.rest, &text.check(S::TurnOutward));
        if let Some(date) = now {
            let date = text.date(date);
            entry(palette.text, &text.check(S::ArcKeyNow { date: &date }));
        }
        if let Some(date) = first {
            let date = text.date(date);
            let words = text.check(S::ArcKeyFirst { date: &date });
            entry(palette.muted, &words);
        }
    });
}

/// What a check measured of both hips; nothing when nothing of it can be used.
fn fans(check: &Check, rules: &CheckRules) -> Option<[Fan; 2]> {
    let measured = measure(check, rules);
    let edge = |side: Side, turn: Turn| {
        let it: &Measured = measured.iter().find(|it| it.side == side && it.turn == turn)?;
        Some(Edge { mean: it.mean()? as f32, wobble: it.wobble() as f32 })
    };
    let fans = Side::BOTH
        .map(|side| Fan { inward: edge(side, Turn::Inward), outward: edge(side, Turn::Outward) });
    let any = fans.iter().any(|it| it.inward.is_some() || it.outward.is_some());
    any.then_some(fans)
}

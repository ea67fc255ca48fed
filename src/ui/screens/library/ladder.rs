//! The figure of an exercise, the side that it works, and the ladder of its levels.

use egui::{Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::super::part_ui;
use super::Shown;
use super::browse::rows_of;
use super::exercise::Open;
use super::motion::{moment, side_of};
use crate::coach::LibraryMessage;
use crate::library::{Level, LevelSides};
use crate::text::{LearnSentence, Text};
use crate::ui::theme::{Palette, Type, radius, size, space, stroke};
use crate::ui::widgets::{FigureView, figure_ui, line, paint_left, paint_segment, segments};
use crate::units::Side;

/// The figure, the side that it works, and the ladder of levels.
pub(super) fn figure_column_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    open: Open<'_>,
    said: &mut Vec<LibraryMessage>,
) {
    let text = shown.text;
    let palette = Palette::of(ui);
    let width = ui.available_width();
    // In a low window the words must show that they are there.
    let seen = ui.clip_rect().height() * 0.5;
    let size = vec2(width, (width * 0.64).min(320.0).min(seen));
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let border = Stroke::new(stroke::HAIRLINE, palette.outline);
    ui.painter().rect(rect, radius::CARD, palette.surface, border, StrokeKind::Inside);
    let working = text.side(side_of(open.level, open.side));
    let moves = !shown.reduced;
    let view = FigureView {
        movement: open.level.movement.as_deref(),
        side: side_of(open.level, open.side),
        at: moment(ui, moves),
        moves,
        glow: &open.level.muscles,
        ghost: true,
        reduced: shown.reduced,
        name: &text.list([open.exercise.name.long.clone(), working]),
        ..FigureView::default()
    };
    figure_ui(ui, rect.shrink(space::M), &view);
    if open.level.sides != LevelSides::Both {
        ui.add_space(space::S);
        let names = Side::BOTH.map(|it| text.side(it.into()));
        let at = Side::BOTH.iter().position(|it| *it == open.side);
        let what = text.learn(LearnSentence::LearnSide);
        let clicked = segments(ui, &what, &names.each_ref().map(String::as_str), at);
        said.extend(clicked.and_then(|it| Side::BOTH.get(it)).map(|it| LibraryMessage::Side(*it)));
    }
    ui.add_space(space::M);
    part_ui(ui, &text.learn(LearnSentence::LearnLevels));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        for level in &open.exercise.levels {
            if rung_ui(ui, level, level.number == open.level.number, text) {
                said.push(LibraryMessage::Level(level.number));
            }
        }
    });
}

/// One level of the ladder.
fn rung_ui(ui: &mut Ui, level: &Level, selected: bool, text: &Text) -> bool {
    let palette = Palette::of(ui);
    let number = u32::from(level.number);
    let short = text.learn(LearnSentence::LearnLevelShort { number });
    let short = line(ui, &short, Type::Label.font(), palette.muted);
    let left = space::M + short.size().x + space::M;
    let width = ui.available_width();
    let name = rows_of(ui, &level.name, Type::Body, palette.text, [width - left - space::M, 3.0]);
    let height = (name.size().y + 2.0 * space::S).max(size::CONTROL);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let said = text.learn(LearnSentence::LearnLevel { number, name: &level.name });
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, selected, &said));
    paint_segment(ui, rect, &response, selected);
    paint_left(ui, rect.left_center() + vec2(space::M, 0.0), short);
    paint_left(ui, pos2(rect.left() + left, rect.center().y), name);
    response.clicked()
}

//! The marks on the picture: what a hand drags and keys move, the lines between them, and the glass
//! that enlarges what is below a mark.

use egui::{
    Align2, Color32, EventFilter, Key, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke,
    StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

use super::Measuring;
use super::stage::Stage;
use crate::coach::{GoniometerMessage, Mark, Placed};
use crate::measure::{Angle, Line, Point};
use crate::text::{MeasureSentence as S, Text};
use crate::ui::theme::{Palette, Type, radius, space, stroke};
use crate::ui::widgets::line;

/// Half of what can be grasped, and of what is seen of a mark.
const GRASP: f32 = 18.0;
const SEEN: f32 = 10.0;
/// The glass: its radius, its distance from the corner, how much it enlarges.
const GLASS: f32 = 74.0;
const GLASS_AWAY: f32 = 12.0;
const GLASS_TIMES: f32 = 4.0;
/// A key moves a mark by so many pixels of the picture, and with Shift by so many.
const STEP: f64 = 1.0;
const LEAP: f64 = 10.0;

/// What a mark is called.
pub(super) fn name_of(mark: Mark, line: Line, text: &Text) -> String {
    text.measure(match (mark, line) {
        (Mark::Near, Line::Shin) => S::Knee,
        (Mark::Far, Line::Shin) => S::Ankle,
        (Mark::Near, Line::Foot) => S::Heel,
        (Mark::Far, Line::Foot) => S::Toe,
        (Mark::Other, _) => S::Other,
        (Mark::LevelStart, _) => S::LevelStart,
        (Mark::LevelEnd, _) => S::LevelEnd,
    })
}

/// The colour of a mark.
pub(super) fn color_of(mark: Mark, palette: &Palette) -> Color32 {
    match mark {
        Mark::Near | Mark::Far => palette.accent,
        Mark::Other => palette.ready,
        Mark::LevelStart | Mark::LevelEnd => palette.rest,
    }
}

/// The shape of a mark: told apart without its colour.
pub(super) fn paint_mark(painter: &Painter, at: Pos2, mark: Mark, half: f32, line: Stroke) {
    match mark {
        Mark::Near | Mark::Far => {
            painter.circle_stroke(at, half, line);
        }
        Mark::Other => {
            let far = half * 1.25;
            let corners = [Vec2::UP, Vec2::RIGHT, Vec2::DOWN, Vec2::LEFT];
            let corners = corners.map(|it| at + it * far).to_vec();
            painter.add(Shape::closed_line(corners, line));
        }
        Mark::LevelStart | Mark::LevelEnd => {
            let square = Rect::from_center_size(at, Vec2::splat(half * 1.8));
            painter.rect_stroke(square, 0.0, line, StrokeKind::Middle);
        }
    }
}

/// Draws lines, marks and the glass.
pub(super) fn marks_ui(
    ui: &Ui,
    shown: Measuring<'_>,
    stage: &Stage<'_>,
    (picture, hand): (&Response, Option<Pos2>),
    said: &mut Vec<GoniometerMessage>,
) {
    let board = &stage.photo.board;
    let painter = ui.painter().with_clip_rect(stage.place);
    lines(ui, &painter, shown, stage);
    let mut looked = None;
    let mut is_grasped = false;
    for mark in board.shown() {
        let place = board.place(mark);
        let response = mark_ui(ui, shown, stage, mark, said);
        is_grasped |= response.hovered() || response.dragged();
        if response.has_focus() || response.dragged() {
            looked = Some(place.at);
        }
        paint(ui, &painter, shown, (mark, place, stage.on_screen(place.at)), &response);
    }
    // While marks are still to be set the glass goes with the mouse.
    let hovered = hand.filter(|it| {
        board.waiting().is_some() && !is_grasped && picture.hovered() && stage.whole.contains(*it)
    });
    if let Some(at) = looked.or_else(|| hovered.map(|it| stage.on_picture(it))) {
        glass(ui, &painter, stage, at);
    }
}

/// One mark as something to grasp; its value is where it is.
fn mark_ui(
    ui: &Ui,
    shown: Measuring<'_>,
    stage: &Stage<'_>,
    mark: Mark,
    said: &mut Vec<GoniometerMessage>,
) -> Response {
    let text = shown.text;
    let place = stage.photo.board.place(mark);
    let at = stage.on_screen(place.at);
    let grasp = Rect::from_center_size(at, Vec2::splat(2.0 * GRASP)).intersect(stage.place);
    let response = ui.interact(grasp, ui.scope_id().with(("mark", mark)), Sense::click_and_drag());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Slider, true, name_of(mark, shown.it.line, text));
        info.current_text_value = Some(place_said(place, text));
        info
    });
    if response.clicked() {
        said.push(GoniometerMessage::Put(mark, place.at));
    } else if response.dragged() && response.drag_delta() != Vec2::ZERO {
        let by = response.drag_delta() / stage.scale;
        said.push(GoniometerMessage::Put(mark, moved(place.at, f64::from(by.x), f64::from(by.y))));
    } else if response.has_focus()
        && let Some((x, y)) = keys(ui, &response)
    {
        said.push(GoniometerMessage::Put(mark, moved(place.at, x, y)));
    }
    response
}

fn moved(at: Point, x: f64, y: f64) -> Point {
    Point::new(at.x + x, at.y + y)
}

/// Where a mark is, in words.
pub(super) fn place_said(place: Placed, text: &Text) -> String {
    if place.is_set {
        let (x, y) = (place.at.x.round() as u32, place.at.y.round() as u32);
        text.measure(S::MarkAt { x, y })
    } else {
        text.measure(S::MarkWaits)
    }
}

/// How far the arrow keys move the focused mark.
fn keys(ui: &Ui, response: &Response) -> Option<(f64, f64)> {
    let filter =
        EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|it| it.set_focus_lock_filter(response.id, filter));
    let (x, y, shift) = ui.input(|it| {
        let presses = |key| it.num_presses(key) as f64;
        (
            presses(Key::ArrowRight) - presses(Key::ArrowLeft),
            presses(Key::ArrowDown) - presses(Key::ArrowUp),
            it.modifiers.shift,
        )
    });
    let by = if shift { LEAP } else { STEP };
    ((x, y) != (0.0, 0.0)).then_some((x * by, y * by))
}

/// A line that is seen on light and on dark.
fn cased(painter: &Painter, ends: [Pos2; 2], color: Color32, case: Color32) {
    painter.line_segment(ends, Stroke::new(stroke::FOCUS + 3.0, case));
    painter.line_segment(ends, Stroke::new(stroke::FOCUS, color));
}

fn dashed(painter: &Painter, ends: [Pos2; 2], color: Color32, case: Color32) {
    painter.line_segment(ends, Stroke::new(stroke::FOCUS + 2.0, case));
    painter.extend(Shape::dashed_line(&ends, Stroke::new(stroke::FOCUS, color), 8.0, 5.0));
}

/// The measured line, what it is measured from, and the arc between them.
fn lines(ui: &Ui, painter: &Painter, shown: Measuring<'_>, stage: &Stage<'_>) {
    let palette = Palette::of(ui);
    let case = palette.ground.gamma_multiply(0.55);
    let board = &stage.photo.board;
    let seen =
        |mark| Some(board.place(mark)).filter(|it| it.is_set).map(|it| stage.on_screen(it.at));
    if board.is_leveled
        && let (Some(from), Some(to)) = (seen(Mark::LevelStart), seen(Mark::LevelEnd))
    {
        dashed(painter, [from, to], palette.rest, case);
    }
    let (Some(near), Some(far)) = (seen(Mark::Near), seen(Mark::Far)) else { return };
    if let Some(angle) = shown.it.angle() {
        let up = vec2(angle.up.x as f32, angle.up.y as f32);
        let length = near.distance(far);
        dashed(painter, [near, near + up * length], palette.text, case);
        arc(ui, painter, shown, (&angle, up, near, far));
    }
    cased(painter, [near, far], palette.accent, case);
}

/// The arc from the vertical to the line, with the degrees beside it.
fn arc(
    ui: &Ui,
    painter: &Painter,
    shown: Measuring<'_>,
    (angle, up, near, far): (&Angle, Vec2, Pos2, Pos2),
) {
    const STEPS: u8 = 24;
    let palette = Palette::of(ui);
    let reach = near.distance(far) * 0.55;
    let (from, to) = (up.angle(), (far - near).angle());
    let turn =
        (to - from + std::f32::consts::PI).rem_euclid(std::f32::consts::TAU) - std::f32::consts::PI;
    let at = |part: f32| near + Vec2::angled(from + turn * part) * reach;
    let points = (0..=STEPS).map(|it| at(f32::from(it) / f32::from(STEPS))).collect::<Vec<_>>();
    let case = palette.ground.gamma_multiply(0.55);
    painter.add(Shape::line(points.clone(), Stroke::new(stroke::FOCUS + 3.0, case)));
    painter.add(Shape::line(points, Stroke::new(stroke::FOCUS, palette.text)));
    let degrees = angle.degrees.round() as u32;
    let said = shown.text.measure(S::Degrees { degrees });
    let beside = near + Vec2::angled(from + turn * 0.5) * (reach + 26.0);
    chip(ui, painter, (beside, Align2::CENTER_CENTER), &said, Type::Strong);
}

/// Words on the picture, on a ground of their own.
fn chip(ui: &Ui, painter: &Painter, (at, align): (Pos2, Align2), words: &str, size: Type) {
    let palette = Palette::of(ui);
    let words = line(ui, words, size.font(), palette.text);
    let around = vec2(space::S, space::XS);
    let rect = align.anchor_size(at, words.size() + around);
    painter.rect_filled(rect, radius::SMALL, palette.surface.gamma_multiply(0.92));
    painter.galley(rect.min + around / 2.0, words, palette.text);
}

/// What is seen of a mark.
fn paint(
    ui: &Ui,
    painter: &Painter,
    shown: Measuring<'_>,
    (mark, place, at): (Mark, Placed, Pos2),
    response: &Response,
) {
    let palette = Palette::of(ui);
    let is_current = shown.it.shown().is_some_and(|it| it.board.current == mark);
    let color = color_of(mark, &palette);
    let case = Stroke::new(stroke::FOCUS + 3.0, palette.ground.gamma_multiply(0.7));
    let half = if response.hovered() || response.dragged() { SEEN + 2.0 } else { SEEN };
    if place.is_set {
        paint_mark(painter, at, mark, half, case);
        paint_mark(painter, at, mark, half, Stroke::new(stroke::FOCUS, color));
        painter.circle_filled(at, 3.0, palette.ground);
        painter.circle_filled(at, 1.8, color);
        let name = name_of(mark, shown.it.line, shown.text);
        let beside = at + vec2(half + space::S, 0.0);
        chip(ui, painter, (beside, Align2::LEFT_CENTER), &name, Type::Caption);
    } else {
        // It waits: faint, and out of the way.
        let faint = color.gamma_multiply(if is_current { 0.9 } else { 0.55 });
        let below = Stroke::new(4.0, palette.ground.gamma_multiply(0.45));
        paint_mark(painter, at, mark, half * 0.7, below);
        paint_mark(painter, at, mark, half * 0.7, Stroke::new(1.5, faint));
    }
    if response.has_focus() {
        let ring = Stroke::new(stroke::FOCUS, palette.accent);
        painter.circle_stroke(at, half + 7.0, Stroke::new(stroke::FOCUS + 3.0, case.color));
        painter.circle_stroke(at, half + 7.0, ring);
    }
}

/// The glass in a corner of the place, with what lies around a point.
fn glass(ui: &Ui, painter: &Painter, stage: &Stage<'_>, at: Point) {
    const CORNERS: u8 = 64;
    let palette = Palette::of(ui);
    let below = stage.on_screen(at);
    let inner = stage.place.shrink(GLASS + GLASS_AWAY);
    // Where it does not cover what it shows.
    let near_left = below.distance(inner.left_top()) < 2.2 * GLASS;
    let middle = if near_left { inner.right_top() } else { inner.left_top() };
    painter.circle_filled(middle, GLASS, palette.raised);
    let mut mesh = egui::Mesh::with_texture(stage.texture);
    let mut corner = |out: Vec2| {
        let seen = below + out / GLASS_TIMES;
        let seen = seen.clamp(stage.whole.min, stage.whole.max);
        let pos = middle + (seen - below) * GLASS_TIMES;
        mesh.vertices.push(egui::epaint::Vertex {
            pos,
            uv: stage.texel(seen),
            color: Color32::WHITE,
        });
    };
    corner(Vec2::ZERO);
    for it in 0..=CORNERS {
        let turn = f32::from(it) / f32::from(CORNERS) * std::f32::consts::TAU;
        corner(Vec2::angled(turn) * GLASS);
    }
    for it in 1..=u32::from(CORNERS) {
        mesh.add_triangle(0, it, it + 1);
    }
    painter.add(Shape::mesh(mesh));
    painter.circle_stroke(middle, GLASS, Stroke::new(3.0, palette.surface));
    painter.circle_stroke(middle, GLASS + 1.5, Stroke::new(1.0, palette.control));
    let case = Stroke::new(3.0, palette.ground.gamma_multiply(0.6));
    for line in [case, Stroke::new(1.0, palette.text)] {
        for out in [Vec2::UP, Vec2::DOWN, Vec2::LEFT, Vec2::RIGHT] {
            painter.line_segment([middle + out * 6.0, middle + out * 26.0], line);
        }
    }
}

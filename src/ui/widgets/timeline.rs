//! The whole session as a strip, one segment a step. A click jumps; so do Enter and a screen reader
//! after the arrow keys have moved the mark.

use egui::{Color32, Key, Pos2, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::RingKind;
use super::marking::{Arrows, marked};
use crate::ui::theme::{Palette, focus_ring, radius, stroke};

/// The kind of time of a segment.
pub type SegmentKind = RingKind;

/// One step of the session.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// What kind of time it is.
    pub kind: SegmentKind,
    /// Its length, in any unit.
    pub length: f32,
    /// What it is, in words: "Clam, left leg, set 1 of 2".
    pub name: String,
}

/// The height of the strip with the room around it, in points.
const HEIGHT: f32 = 28.0;

/// Shows the strip; `now` is the present step, `fraction` how much of it is over. Answers with the
/// step to jump to.
pub fn timeline_ui(
    ui: &mut Ui,
    name: &str,
    segments: &[Segment],
    now: usize,
    fraction: f32,
) -> (Response, Option<usize>) {
    let size = vec2(ui.available_width(), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let rects = places(rect, segments);
    let under = ui
        .input(|it| it.pointer.hover_pos())
        .filter(|it| response.contains_pointer() && rect.contains(*it))
        .and_then(|it| nearest(&rects, it.x));
    let arrows = Arrows { across: 1, along: None };
    let marked = marked(ui, &response, segments.len(), now, arrows);
    paint(ui, segments, &rects, (now, fraction), marked.or(under));
    let shown = marked.or(under).unwrap_or(now);
    let what = segments.get(shown).map(|it| it.name.clone()).unwrap_or_default();
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Slider, ui.is_enabled(), name);
        info.value = Some(shown as f64 + 1.0);
        info.current_text_value = Some(what.clone());
        info
    });
    if response.has_focus() {
        focus_ring(ui, rect, radius::SMALL);
    }
    let entered = response.has_focus() && ui.input(|it| it.key_pressed(Key::Enter));
    let jump = if entered { marked } else { under.filter(|_| response.clicked()) };
    let response = if under.is_some() || marked.is_some() {
        response.on_hover_text_at_pointer(what)
    } else {
        response
    };
    (response, jump)
}

/// Each step's place; a short one still gets a sliver.
fn places(rect: Rect, segments: &[Segment]) -> Vec<Rect> {
    let least = 3.0;
    let gap = if segments.len() as f32 * 6.0 < rect.width() { 2.0 } else { 1.0 };
    let total = segments.iter().map(|it| it.length).sum::<f32>().max(f32::EPSILON);
    let free = (rect.width() - segments.len() as f32 * (least + gap)).max(0.0);
    let mut x = rect.left();
    segments
        .iter()
        .map(|it| {
            let width = least + free * it.length / total;
            let height = if it.kind == SegmentKind::Solid { 14.0 } else { 6.0 };
            let place = Rect::from_center_size(
                Pos2::new(x + width / 2.0, rect.center().y),
                vec2(width, height),
            );
            x += width + gap;
            place
        })
        .collect()
}

fn nearest(rects: &[Rect], x: f32) -> Option<usize> {
    let away = |it: &Rect| (it.left() - x).max(x - it.right()).max(0.0);
    rects.iter().enumerate().min_by(|a, b| away(a.1).total_cmp(&away(b.1))).map(|it| it.0)
}

fn paint(ui: &Ui, segments: &[Segment], rects: &[Rect], now: (usize, f32), marked: Option<usize>) {
    let palette = Palette::of(ui);
    for (index, (segment, rect)) in segments.iter().zip(rects).enumerate() {
        let color = segment.kind.color(&palette);
        let ahead = palette.ground.lerp_to_gamma(color, 0.34);
        let round = (rect.height() / 2.0).min(3.0);
        let fill = if index < now.0 { color } else { ahead };
        ui.painter().rect_filled(*rect, round, fill);
        if index == now.0 {
            paint_present(ui, *rect, now.1, color, &palette);
        }
        if marked == Some(index) {
            let line = Stroke::new(stroke::FOCUS, palette.text);
            let around = rect.expand2(vec2(1.5, (HEIGHT - rect.height()) / 2.0 - 3.0));
            ui.painter().rect_stroke(around, radius::SMALL, line, egui::StrokeKind::Inside);
        }
    }
}

/// The present step: filled as far as it is over, with a mark above.
fn paint_present(ui: &Ui, rect: Rect, fraction: f32, color: Color32, palette: &Palette) {
    let width = rect.width() * fraction.clamp(0.0, 1.0);
    let over = Rect::from_min_size(rect.min, vec2(width, rect.height()));
    ui.painter().rect_filled(over, (rect.height() / 2.0).min(3.0), color);
    let x = over.right();
    let tall = Rect::from_center_size(Pos2::new(x, rect.center().y), vec2(3.0, HEIGHT - 4.0));
    ui.painter().rect_filled(tall, 1.5, palette.text);
}

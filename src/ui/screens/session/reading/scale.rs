//! The five pictures among which a lean is chosen.

use egui::{Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::choice;
use crate::coach::ReadingMessage;
use crate::library::Lean;
use crate::program::SCALE;
use crate::text::{CheckSentence as S, Text};
use crate::ui::theme::{Palette, Type, soft, space};
use crate::ui::widgets::{line, paint_centered};

/// Five pictures of a shin that leans.
pub(super) fn scale_ui(ui: &mut Ui, lean: Lean, text: &Text) -> Option<ReadingMessage> {
    let palette = Palette::of(ui);
    let mut said = None;
    let gap = space::S;
    let width = ((ui.available_width() - 4.0 * gap) / 5.0).clamp(88.0, 150.0);
    let height = (ui.available_height() * 0.62).clamp(110.0, 190.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (at, degrees) in SCALE.into_iter().enumerate() {
            let way = text.check(if lean == Lean::Away { S::LeanAway } else { S::LeanAcross });
            let name = text.check(S::ScaleSaid { degrees, lean: &way });
            let cap = (at + 1).to_string();
            let (rect, response) = choice(ui, vec2(width, height), &name, &cap);
            shin(ui, rect.shrink2(vec2(10.0, 14.0)), degrees as f32, lean);
            let words = line(ui, &format!("{degrees}°"), Type::Title.font(), palette.text);
            paint_centered(ui, pos2(rect.center().x, rect.bottom() - 20.0), words);
            if response.clicked() {
                said = Some(ReadingMessage::Pick(degrees));
            }
        }
    });
    ui.label(Type::Body.text(text.check(S::ScaleHint)).color(palette.muted));
    said
}

/// A shin that leans from upright, seen from the feet; the other leg is a quiet mark.
fn shin(ui: &Ui, rect: Rect, degrees: f32, lean: Lean) {
    let palette = Palette::of(ui);
    // The other leg stands at the left of each picture: away leans right, across leans left.
    let sign = if lean == Lean::Away { 1.0 } else { -1.0 };
    let knee = pos2(rect.center().x - sign * rect.width() * 0.28, rect.bottom() - 34.0);
    // The widest picture stays inside its frame too.
    let widest = SCALE.into_iter().max().unwrap_or(60) as f32;
    let length =
        (rect.height() - 44.0).min(rect.width() * 0.78 / widest.to_radians().sin()).max(20.0);
    let turned = |degrees: f32| {
        let angle = degrees.to_radians() * sign;
        knee + length * vec2(angle.sin(), -angle.cos())
    };
    let upright = Stroke::new(1.5, palette.control);
    ui.painter().extend(Shape::dashed_line(&[knee, turned(0.0)], upright, 4.0, 4.0));
    let fan: Vec<Pos2> = std::iter::once(knee)
        .chain((0..=12_u8).map(|it| turned(degrees * f32::from(it) / 12.0)))
        .collect();
    if 0.0 < degrees {
        let fill = soft(palette.accent, palette.surface);
        ui.painter().add(Shape::convex_polygon(fan, fill, Stroke::NONE));
    }
    ui.painter().line_segment([knee, turned(degrees)], Stroke::new(7.0, palette.accent));
    ui.painter().circle_filled(knee, 6.0, palette.accent);
    ui.painter().circle_filled(pos2(rect.left(), knee.y), 5.0, palette.control);
}

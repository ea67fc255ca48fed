//! The number of the session, to be read from three metres.

use std::sync::Arc;

use egui::{Color32, Galley, Pos2, Response, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::line;
use crate::ui::theme::{DIGIT_BEARING, DIGIT_HEIGHT, Palette, Type};

/// A number, the words beside it ("of 12"), and the height of its digits in points.
#[derive(Debug, Clone, Copy)]
pub struct BigNumber<'a> {
    /// The number alone: two digits or `m:ss`.
    pub number: &'a str,
    /// What stands beside it.
    pub beside: &'a str,
    /// The height of its digits.
    pub digits: f32,
    /// The font size of what stands beside it.
    pub beside_size: f32,
    /// What a screen reader says in its place: "Rep 7 of 12".
    pub said: &'a str,
}

struct Laid {
    number: Arc<Galley>,
    beside: Arc<Galley>,
    gap: f32,
}

impl BigNumber<'_> {
    /// The space that it takes. Above and below the digits there is none: letters with hats and
    /// tails never stand here.
    pub fn size(&self, ui: &Ui) -> Vec2 {
        let laid = self.lay(ui, Color32::TRANSPARENT, Color32::TRANSPARENT);
        vec2(laid.number.size().x + laid.gap + laid.beside.size().x, self.digits)
    }

    fn lay(&self, ui: &Ui, number: Color32, beside: Color32) -> Laid {
        let gap = if self.beside.is_empty() { 0.0 } else { self.digits * 0.08 };
        Laid {
            number: line(ui, self.number, Type::session(self.digits / DIGIT_HEIGHT), number),
            beside: line(ui, self.beside, Type::session(self.beside_size), beside),
            gap,
        }
    }

    /// Shows it in a colour.
    pub fn show(&self, ui: &mut Ui, color: Color32) -> Response {
        let (rect, response) = ui.allocate_exact_size(self.size(ui), Sense::hover());
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::Timer, true, self.said);
            info.current_text_value = Some(self.number.to_owned());
            info
        });
        let muted = Palette::of(ui).muted;
        let laid = self.lay(ui, color, muted);
        let left = rect.left() - DIGIT_BEARING * self.digits / DIGIT_HEIGHT;
        let x = left + laid.number.size().x + laid.gap;
        paint_on_baseline(ui, Pos2::new(left, rect.bottom()), laid.number);
        paint_on_baseline(ui, Pos2::new(x, rect.bottom()), laid.beside);
        response
    }
}

/// Paints a galley so that its letters stand on a line.
fn paint_on_baseline(ui: &Ui, at: Pos2, galley: Arc<Galley>) {
    let ascent = galley
        .rows
        .first()
        .and_then(|it| it.row.glyphs.first().map(|glyph| it.pos.y + glyph.pos.y))
        .unwrap_or_else(|| galley.size().y);
    ui.painter().galley(Pos2::new(at.x, at.y - ascent), galley, Color32::TRANSPARENT);
}

//! Buttons: one primary on a screen, the others quiet; with an icon, a word, and the key that does
//! the same.

use egui::{
    Color32, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Widget, WidgetInfo,
};
use egui::{Vec2, vec2};
use egui_material_icons::MaterialIcon;

use super::{key_cap_size, line, paint_key_cap, paint_left};
use crate::ui::theme::{Palette, Type, focus_ring, icon_font, radius, size, space, stroke};

/// How much a button asks to be pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rank {
    Primary,
    Quiet,
    Plain,
    Alert,
}

/// A button.
#[derive(Debug, Clone, Copy)]
#[must_use = "add it to a `Ui`"]
pub struct Button<'a> {
    rank: Rank,
    label: &'a str,
    icon: Option<MaterialIcon>,
    key: Option<&'a str>,
    large: bool,
    width: Option<f32>,
}

impl<'a> Button<'a> {
    /// The one thing to do on this screen.
    pub const fn primary(label: &'a str) -> Self {
        Self::new(Rank::Primary, label)
    }

    /// Something else that may be done.
    pub const fn quiet(label: &'a str) -> Self {
        Self::new(Rank::Quiet, label)
    }

    /// A way out, or a detail: without a border until it is hovered.
    pub const fn plain(label: &'a str) -> Self {
        Self::new(Rank::Plain, label)
    }

    /// Something that has to do with pain.
    pub const fn alert(label: &'a str) -> Self {
        Self::new(Rank::Alert, label)
    }

    const fn new(rank: Rank, label: &'a str) -> Self {
        Self { rank, label, icon: None, key: None, large: false, width: None }
    }

    /// With an icon before the word.
    pub const fn icon(self, icon: MaterialIcon) -> Self {
        Self { icon: Some(icon), ..self }
    }

    /// With the key that does the same.
    pub const fn key(self, key: &'a str) -> Self {
        Self { key: Some(key), ..self }
    }

    /// As the large button of a screen.
    pub const fn large(self) -> Self {
        Self { large: true, ..self }
    }

    /// At least this wide.
    pub const fn min_width(self, width: f32) -> Self {
        Self { width: Some(width), ..self }
    }

    fn parts(&self, ui: &Ui) -> Parts {
        let font = if self.large { Type::Title.font() } else { Type::Label.font() };
        let gap = if self.large { space::M } else { space::S };
        let label = line(ui, self.label, font, Color32::PLACEHOLDER).size().x;
        let icon = if self.large { 28.0 } else { size::ICON };
        let key = self.key.map(|it| key_cap_size(ui, it).x);
        let width = label + self.icon.map_or(0.0, |_| icon + gap) + key.map_or(0.0, |it| it + gap);
        Parts { width, label, icon, gap }
    }

    /// The size that it will take.
    pub fn size(&self, ui: &Ui) -> Vec2 {
        let (height, padding) = if self.large {
            (size::CONTROL_LARGE, space::XL)
        } else {
            (size::CONTROL, space::M + space::XS)
        };
        let width = self.parts(ui).width + 2.0 * padding;
        vec2(width.max(self.width.unwrap_or(0.0)), height)
    }

    fn paint(&self, ui: &Ui, rect: Rect, response: &Response) {
        let palette = Palette::of(ui);
        let (fill, border, text) = self.colors(&palette, response);
        let painter = ui.painter();
        painter.rect_filled(rect, radius::BUTTON, fill);
        painter.rect_stroke(
            rect,
            radius::BUTTON,
            Stroke::new(stroke::HAIRLINE, border),
            StrokeKind::Inside,
        );
        let parts = self.parts(ui);
        let mut x = rect.center().x - parts.width / 2.0;
        let y = rect.center().y;
        if let Some(glyph) = self.icon {
            let glyph = line(ui, glyph.codepoint, icon_font(parts.icon), text);
            paint_left(ui, Pos2::new(x, y), glyph);
            x += parts.icon + parts.gap;
        }
        let font = if self.large { Type::Title.font() } else { Type::Label.font() };
        paint_left(ui, Pos2::new(x, y), line(ui, self.label, font, text));
        x += parts.label + parts.gap;
        if let Some(key) = self.key {
            let quiet = if self.rank == Rank::Primary { text } else { palette.muted };
            paint_key_cap(ui, Pos2::new(x, y), key, quiet);
        }
        if response.has_focus() {
            focus_ring(ui, rect, radius::BUTTON);
        }
    }

    /// Fill, border and text.
    fn colors(&self, palette: &Palette, response: &Response) -> (Color32, Color32, Color32) {
        let lift = match (response.is_pointer_button_down_on(), response.hovered()) {
            (true, _) => 0.16,
            (false, true) => 0.10,
            (false, false) => 0.0,
        };
        let none = Color32::TRANSPARENT;
        match self.rank {
            Rank::Primary => {
                let fill = palette.accent.lerp_to_gamma(palette.text, lift);
                (fill, fill, palette.on_accent)
            }
            Rank::Quiet => (
                palette.surface.lerp_to_gamma(palette.text, lift * 0.6),
                palette.control,
                palette.text,
            ),
            Rank::Plain if lift > 0.0 => (palette.raised, none, palette.text),
            Rank::Plain => (none, none, palette.text),
            Rank::Alert => {
                (palette.surface.lerp_to_gamma(palette.alert, lift), palette.alert, palette.alert)
            }
        }
    }
}

struct Parts {
    width: f32,
    label: f32,
    icon: f32,
    gap: f32,
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let (rect, response) = ui.allocate_exact_size(self.size(ui), Sense::click());
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, &response);
        }
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), self.label));
        if let Some(key) = self.key {
            ui.accesskit_node_builder(response.id, |node| node.set_keyboard_shortcut(key));
        }
        response
    }
}

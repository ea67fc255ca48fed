//! The looks as egui's own widgets see them.

use egui::style::{HandleShape, ScrollStyle, Selection, WidgetVisuals, Widgets};
use egui::{
    Color32, CornerRadius, FontId, Margin, Shadow, Stroke, Style, TextStyle, Visuals, vec2,
};

use super::{Look, Palette, Type, radius, size, space, stroke};

/// A tint of `color` on `back`: behind what is selected, and in marks.
pub fn soft(color: Color32, back: Color32) -> Color32 {
    back.lerp_to_gamma(color, 0.11)
}

/// The one shadow; only under things that float.
pub fn shadow(palette: &Palette) -> Shadow {
    Shadow { offset: [0, 8], blur: 28, spread: 0, color: palette.shadow }
}

/// The line around what has the keyboard's focus.
pub fn focus_ring(ui: &egui::Ui, rect: egui::Rect, radius: f32) {
    let line = Stroke::new(stroke::FOCUS, Palette::of(ui).accent);
    let gap = 3.0;
    ui.painter().rect_stroke(rect.expand(gap), radius + gap, line, egui::StrokeKind::Middle);
}

pub(super) fn style(palette: &Palette, look: Look) -> Style {
    let mut style = Style { visuals: visuals(palette, look), ..Style::default() };
    style.text_styles = [
        (TextStyle::Small, Type::Caption.font()),
        (TextStyle::Body, Type::Body.font()),
        (TextStyle::Button, Type::Label.font()),
        (TextStyle::Heading, Type::Heading.font()),
        (TextStyle::Monospace, FontId::monospace(14.0)),
    ]
    .into();
    style.animation_time = super::MOTION;
    style.spacing.item_spacing = vec2(space::S, space::S);
    style.spacing.button_padding = vec2(space::M, space::S);
    style.spacing.interact_size = vec2(size::CONTROL, size::CONTROL);
    style.spacing.window_margin = Margin::same(space::XL as i8);
    style.spacing.menu_margin = Margin::same(space::S as i8);
    style.spacing.icon_width = size::ICON;
    style.spacing.icon_width_inner = 12.0;
    style.spacing.slider_width = 240.0;
    style.spacing.slider_rail_height = 4.0;
    style.spacing.tooltip_width = 320.0;
    style.spacing.scroll = ScrollStyle { bar_width: 8.0, ..ScrollStyle::floating() };
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    style
}

fn visuals(palette: &Palette, look: Look) -> Visuals {
    let base = if look.is_dark() { Visuals::dark() } else { Visuals::light() };
    let line = Stroke::new(stroke::HAIRLINE, palette.outline);
    let card = CornerRadius::same(radius::CARD as u8);
    Visuals {
        widgets: widgets(palette),
        selection: Selection {
            bg_fill: soft(palette.accent, palette.surface).lerp_to_gamma(palette.accent, 0.2),
            stroke: Stroke::new(stroke::FOCUS, palette.accent),
        },
        override_text_color: None,
        weak_text_color: Some(palette.muted),
        hyperlink_color: palette.accent,
        faint_bg_color: palette.surface,
        extreme_bg_color: palette.raised,
        text_edit_bg_color: Some(palette.raised),
        code_bg_color: palette.raised,
        warn_fg_color: palette.ready,
        error_fg_color: palette.alert,
        window_corner_radius: card,
        window_shadow: shadow(palette),
        window_fill: palette.surface,
        window_stroke: line,
        menu_corner_radius: card,
        panel_fill: palette.ground,
        popup_shadow: shadow(palette),
        striped: false,
        slider_trailing_fill: true,
        handle_shape: HandleShape::Circle,
        ..base
    }
}

fn widgets(palette: &Palette) -> Widgets {
    let corner_radius = CornerRadius::same(radius::BUTTON as u8);
    let state = |fill: Color32, border: Color32, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(stroke::HAIRLINE, border),
        corner_radius,
        fg_stroke: Stroke::new(1.5, text),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: state(palette.surface, palette.outline, palette.text),
        inactive: state(palette.raised, palette.control, palette.text),
        hovered: state(palette.raised, palette.text, palette.text),
        active: state(palette.raised, palette.accent, palette.text),
        open: state(palette.raised, palette.accent, palette.text),
    }
}

//! Every colour, size and font of the program. Nothing outside this folder names one.
//!
//! A widget asks [`Palette::of`] for colours, [`Type`] for fonts and [`space`], [`radius`],
//! [`stroke`] for lengths. Lengths are in points: the text size of the settings is a zoom of the
//! whole picture, so that rows, gaps and hit areas grow with their words.

mod figure;
mod fonts;
mod palette;
mod style;
mod type_scale;

use std::sync::Arc;

pub use figure::FigureColors;
pub use palette::{Look, Palette};
pub use style::{focus_ring, shadow, soft};
pub use type_scale::{DIGIT_BEARING, DIGIT_HEIGHT, LINE_LENGTH, Type, icon, icon_font};

/// Distances, on a grid of four points.
pub mod space {
    /// Between an icon and its word.
    pub const XS: f32 = 4.0;
    /// Between things that belong together.
    pub const S: f32 = 8.0;
    /// Inside small controls.
    pub const M: f32 = 12.0;
    /// Between rows.
    pub const L: f32 = 16.0;
    /// Inside cards, between groups.
    pub const XL: f32 = 24.0;
    /// Around a screen.
    pub const XXL: f32 = 32.0;
    /// Between the parts of a screen.
    pub const HUGE: f32 = 48.0;
}

/// How round corners are.
pub mod radius {
    /// Cards, dialogs.
    pub const CARD: f32 = 10.0;
    /// Buttons, fields.
    pub const BUTTON: f32 = 8.0;
    /// Key caps, small marks.
    pub const SMALL: f32 = 4.0;
}

/// How thick lines are.
pub mod stroke {
    /// Borders.
    pub const HAIRLINE: f32 = 1.0;
    /// Around what has the keyboard's focus, and what is selected.
    pub const FOCUS: f32 = 2.0;
    /// Rings and marks that are read from across a room.
    pub const BOLD: f32 = 10.0;
}

/// Heights and widths that several widgets share.
pub mod size {
    /// A control that can be clicked: 40 points is more than the 24 that WCAG 2.2 asks for.
    pub const CONTROL: f32 = 40.0;
    /// The one large button of a screen.
    pub const CONTROL_LARGE: f32 = 56.0;
    /// The navigation rail.
    pub const RAIL: f32 = 96.0;
    /// A screen's content is never wider than this.
    pub const CONTENT: f32 = 1080.0;
    /// Dialogs.
    pub const DIALOG: f32 = 480.0;
    /// Letters in icons beside words.
    pub const ICON: f32 = 20.0;
}

/// Seconds that a change of colour or place takes.
pub const MOTION: f32 = 0.16;

/// Makes the fonts known; once per window.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(fonts::definitions());
    ctx.options_mut(|it| {
        // Plus and minus are commands of the session, and the text size is a setting.
        it.zoom_with_keyboard = false;
    });
}

/// Puts a look and a text size (1.0 is 100 %) on everything drawn from now on; cheap when nothing
/// has changed.
pub fn apply(ctx: &egui::Context, look: Look, text_size: f32) {
    let id = egui::Id::unique("evenhold theme");
    if ctx.data(|it| it.get_temp::<Look>(id)) != Some(look) {
        ctx.data_mut(|it| it.insert_temp(id, look));
        let palette = Palette::new(look);
        palette.remember(ctx);
        let base = if look.is_dark() { egui::Theme::Dark } else { egui::Theme::Light };
        ctx.set_theme(base);
        ctx.set_style_of(base, Arc::new(style::style(&palette, look)));
    }
    let text_size = text_size.clamp(0.8, 2.0);
    if (ctx.zoom_factor() - text_size).abs() > f32::EPSILON {
        ctx.set_zoom_factor(text_size);
    }
}

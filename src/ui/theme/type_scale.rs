//! The sizes and weights of letters.

use egui::{FontFamily, FontId, RichText};
use egui_material_icons::MaterialIcon;

use super::fonts::{DISPLAY, ICONS, STRONG};

/// A line of running text is at most this many points wide: about 70 letters of the body size.
pub const LINE_LENGTH: f32 = 560.0;

/// The height of a digit of Inter as a part of its font size (its capital height, 1490 of 2048).
pub const DIGIT_HEIGHT: f32 = 1490.0 / 2048.0;

/// A step of the type scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Type {
    /// Under pictures, in marks.
    Caption,
    /// On buttons.
    Label,
    /// Details beside what matters.
    Note,
    /// Running text.
    Body,
    /// Running text that leads.
    Strong,
    /// The head of a card.
    Title,
    /// The head of a screen.
    Heading,
    /// "of 12" in the session.
    Hero,
}

impl Type {
    /// The font.
    pub fn font(self) -> FontId {
        match self {
            Self::Caption => FontId::new(12.0, FontFamily::Proportional),
            Self::Label => FontId::new(14.0, strong()),
            Self::Note => FontId::new(14.0, FontFamily::Proportional),
            Self::Body => FontId::new(16.0, FontFamily::Proportional),
            Self::Strong => FontId::new(16.0, strong()),
            Self::Title => FontId::new(20.0, strong()),
            Self::Heading => FontId::new(28.0, display()),
            Self::Hero => FontId::new(44.0, display()),
        }
    }

    /// Text in this size.
    pub fn text(self, text: impl Into<String>) -> RichText {
        RichText::new(text).font(self.font())
    }

    /// The font of names and sides in the session, in points.
    pub fn session(size: f32) -> FontId {
        FontId::new(size, display())
    }
}

/// How far the ink of a zero stands from the left of its place, as a part of its font size: large
/// digits are moved left by it, to stand flush with the words above.
pub const DIGIT_BEARING: f32 = 90.0 / 2048.0;

/// An icon as text; it stands beside a word, or its widget has a name of its own.
pub fn icon(icon: MaterialIcon, size: f32) -> RichText {
    RichText::new(icon.codepoint).font(icon_font(size))
}

/// The font of icons.
pub fn icon_font(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(ICONS.into()))
}

fn strong() -> FontFamily {
    FontFamily::Name(STRONG.into())
}

fn display() -> FontFamily {
    FontFamily::Name(DISPLAY.into())
}

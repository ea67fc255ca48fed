//! A question over everything else. Esc and a click beside it answer "go back".

use egui::{Frame, Id, Margin, Modal, Stroke, Ui};

use super::scrolled;
use crate::ui::theme::{Palette, Type, radius, shadow, size, space, stroke};

/// A dialog with a title.
#[derive(Debug, Clone, Copy)]
pub struct Dialog<'a> {
    /// Unique among dialogs.
    pub id: &'a str,
    /// What it asks.
    pub title: &'a str,
    /// Its width in points, where the window has room for it.
    pub width: f32,
}

/// What came of a dialog in this frame.
#[derive(Debug)]
pub struct DialogResponse<R> {
    /// What its content answered.
    pub inner: R,
    /// Whether the person wants back.
    pub closed: bool,
}

impl<'a> Dialog<'a> {
    /// A dialog of the usual width.
    pub const fn new(id: &'a str, title: &'a str) -> Self {
        Self { id, title, width: size::DIALOG }
    }

    /// Shows it.
    pub fn show<R>(self, ui: &Ui, add: impl FnOnce(&mut Ui) -> R) -> DialogResponse<R> {
        let palette = Palette::of(ui);
        let room = ui.content_rect().size() - egui::Vec2::splat(space::XXL);
        let width = self.width.min(room.x - 2.0 * space::XL);
        let frame = Frame::new()
            .fill(palette.surface)
            .stroke(Stroke::new(stroke::HAIRLINE, palette.outline))
            .corner_radius(radius::CARD + 4.0)
            .inner_margin(Margin::same(space::XL as i8))
            .shadow(shadow(&palette));
        let modal = Modal::new(Id::unique(("dialog", self.id)))
            .backdrop_color(palette.veil)
            .frame(frame)
            .show(ui, |ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = space::M;
                ui.label(Type::Title.text(self.title).color(palette.text));
                let area = egui::ScrollArea::vertical()
                    .max_height(room.y - 2.0 * space::XL - 40.0)
                    .min_scrolled_height(room.y - 2.0 * space::XL - 40.0);
                scrolled(area, ui, add).inner
            });
        DialogResponse { closed: modal.should_close(), inner: modal.inner }
    }
}

//! What screens are made of. Each widget takes its place, paints itself in the theme, tells a screen
//! reader what it is, and can be reached and used with the keyboard alone.

mod answered;
mod banner;
mod big_number;
mod button;
mod card;
mod choice;
mod dialog;
mod difference;
mod dropdown;
mod field;
mod figure;
mod icon_button;
mod key_cap;
mod marking;
mod phase_ring;
mod photo;
mod rail;
mod rating;
mod scrolled;
mod search_field;
mod side_disc;
mod stepper;
mod tabs;
mod tempo_row;
mod tile;
mod timeline;
mod week_dots;

pub use answered::answered_ui;
pub use banner::{Banner, Weight};
pub use big_number::BigNumber;
pub use button::Button;
pub use card::{ChoiceCard, card, card_frame};
pub use choice::{Chip, paint_choice, paint_segment, segments};
pub use dialog::{Dialog, DialogResponse};
pub use difference::difference_ui;
pub use dropdown::{Choice, Dropdown};
pub use field::{text_area, text_field, volume_slider};
pub use figure::{
    ArcView, BodyView, Edge, Fan, FigureView, Placed, Spot, Stand, arc_ui, body_map_ui, figure_ui,
    figures, remember_figures, session_time, study_ui,
};
pub use icon_button::IconButton;
pub use key_cap::{KeyRow, key_cap_size, paint_key_cap};
pub use marking::{Arrows, marked};
pub use phase_ring::{Ring, RingKind, paint_ring};
pub use photo::{forget_photo, photo_texture};
pub use rail::{RailEntry, rail_ui};
pub use rating::rating_ui;
pub use scrolled::{following, scrolled};
pub use search_field::SearchField;
pub use side_disc::{paint_side_disc, side_disc_ui};
pub use stepper::stepper_ui;
pub use tabs::tabs_ui;
pub use tempo_row::tempo_row_ui;
pub use tile::Tile;
pub use timeline::{Segment, SegmentKind, timeline_ui};
pub use week_dots::{DayMark, When, week_dots_ui};

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, FontId, Galley, Pos2, Response, Ui, WidgetInfo};

use crate::ui::theme::Type;

/// One line of text, laid out and not yet painted.
pub(crate) fn line(ui: &Ui, text: &str, font: FontId, color: Color32) -> Arc<Galley> {
    ui.painter().layout_no_wrap(text.to_owned(), font, color)
}

/// One line of text that ends in "…" where it does not fit.
pub(crate) fn cut(ui: &Ui, text: &str, size: Type, color: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), size.font(), color);
    job.wrap = TextWrapping::truncate_at_width(width);
    ui.painter().layout_job(job)
}

/// Paints a galley with its left end at `x` and its middle at `y`.
pub(crate) fn paint_left(ui: &Ui, at: Pos2, galley: Arc<Galley>) {
    let top = at.y - galley.size().y / 2.0;
    ui.painter().galley(Pos2::new(at.x, top), galley, Color32::TRANSPARENT);
}

/// Paints a galley around a middle.
pub(crate) fn paint_centered(ui: &Ui, middle: Pos2, galley: Arc<Galley>) {
    let corner = middle - galley.size() / 2.0;
    ui.painter().galley(corner, galley, Color32::TRANSPARENT);
}

/// Tells a screen reader that a label is a heading. A heading is called by its name; a label only has
/// a value.
pub(crate) fn as_heading(response: &Response, words: &str) {
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_role(egui::Role::Heading);
        node.set_label(words);
        node.clear_value();
    });
}

/// Tells a screen reader what a painted picture shows.
pub(crate) fn describe(response: &Response, role: egui::Role, name: &str) {
    response.widget_info(|| WidgetInfo::labeled(role, true, name));
}

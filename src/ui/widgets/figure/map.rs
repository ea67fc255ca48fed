//! A body map: the standing figure with places that can be marked. A list beside it names the same
//! places for the keyboard and for screen readers.

use egui::{Pos2, Rect, Sense, Stroke, Ui, Vec2, pos2, vec2};
use egui_material_icons::icons::ICON_CLOSE;
use glam::Vec3;

use super::mesh::Frame;
use super::{FigureView, figure_ui, figures};
use crate::figure::skeleton::Bone;
use crate::figure::{FigureTime, Picture, View};
use crate::ui::theme::{Palette, icon_font, stroke};
use crate::ui::widgets::{line, paint_centered};
use crate::units::Sides;

/// The movement that stands still.
const STANDING: &str = "stand";

/// From where the figure is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BodyView {
    /// Its right is at the left of the picture.
    Front,
    /// Its left is at the left of the picture.
    Back,
}

/// A place on the figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot<'a> {
    /// What it is called, under the mouse.
    pub name: &'a str,
    /// The bone it belongs to.
    pub bone: Bone,
    /// Where it is, in the bone's own axes.
    pub at: Vec3,
    /// Half its width and half its height, in body heights.
    pub radius: Vec2,
    /// Whether it is marked.
    pub on: bool,
}

/// Draws the figure and its places; answers with the index of the one just clicked.
pub fn body_map_ui(ui: &mut Ui, size: Vec2, from: BodyView, spots: &[Spot<'_>]) -> Option<usize> {
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let yaw = if from == BodyView::Front { 0.0 } else { 180.0 };
    let view = View { yaw, pitch: 0.0 };
    let movement = Some(STANDING);
    figure_ui(ui, rect, &FigureView { movement, view: Some(view), ..FigureView::default() });
    let shelf = figures(ui.ctx());
    let movement = shelf.movement(STANDING)?;
    let picture = Picture {
        movement,
        ghost: None,
        side: Sides::Both,
        time: FigureTime::End,
        glow: &[],
        view,
        fine: 12,
    };
    let places: Vec<_> = spots.iter().map(|it| (it.bone, it.at)).collect();
    let landmarks = picture.landmarks(&places);
    let (scale, offset) = Frame { rect, round: false }.fit(landmarks.frame);
    let mut clicked = None;
    for (index, (spot, at)) in spots.iter().zip(landmarks.at).enumerate() {
        let middle = (vec2(at.x, at.y) * scale + offset).to_pos2();
        if spot_ui(ui, (from, index), spot, middle, spot.radius * scale) {
            clicked = Some(index);
        }
    }
    clicked
}

/// One place; whether it was clicked. The keyboard has the list beside the figure.
fn spot_ui(ui: &Ui, id: (BodyView, usize), spot: &Spot<'_>, middle: Pos2, radius: Vec2) -> bool {
    let palette = Palette::of(ui);
    let place = Rect::from_center_size(middle, 2.0 * radius.max(Vec2::splat(12.0)));
    let response = ui.interact(place, ui.scope_id().with(("spot", id)), Sense::CLICK);
    let response = response.on_hover_text(spot.name);
    let ring = ring(middle, radius);
    if spot.on {
        let fill = palette.alert.gamma_multiply(0.45);
        let border = Stroke::new(stroke::FOCUS, palette.alert);
        ui.painter().add(egui::Shape::convex_polygon(ring, fill, border));
        // Marked is more than a colour.
        let cross = line(ui, ICON_CLOSE.codepoint, icon_font(18.0), palette.text);
        paint_centered(ui, middle, cross);
    } else {
        let (fill, width) = if response.hovered() {
            (palette.accent.gamma_multiply(0.25), stroke::FOCUS)
        } else {
            (palette.surface.gamma_multiply(0.3), 1.5)
        };
        let border = Stroke::new(width, palette.text.gamma_multiply(0.7));
        ui.painter().add(egui::Shape::convex_polygon(ring, fill, border));
    }
    response.clicked()
}

/// The outline of an ellipse.
fn ring(middle: Pos2, radius: Vec2) -> Vec<Pos2> {
    const CORNERS: u8 = 32;
    let corner = |it: u8| {
        let angle = f32::from(it) / f32::from(CORNERS) * std::f32::consts::TAU;
        pos2(middle.x + radius.x * angle.cos(), middle.y + radius.y * angle.sin())
    };
    (0..CORNERS).map(corner).collect()
}

//! The picture of a figure that is being posed, and the way from its places to those on the screen.

use std::sync::Arc;

use egui::{Id, Mesh, Pos2, Rect, Shape, Ui, Vec2, pos2};

use super::fine;
use super::mesh::{Canvas, Frame};
use crate::figure::{Posing, Prop, Study};
use crate::ui::theme::{FigureColors, Palette};

/// How a picture lies on the screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    scale: f32,
    offset: Vec2,
}

impl Placed {
    /// Where a place of the picture is on the screen.
    pub fn on_screen(self, at: glam::Vec2) -> Pos2 {
        pos2(at.x, at.y) * self.scale + self.offset
    }

    /// The place of the picture that is there on the screen.
    pub fn in_picture(self, at: Pos2) -> glam::Vec2 {
        let at = (at - self.offset) / self.scale;
        glam::vec2(at.x, at.y)
    }
}

/// What a picture was made of, and the picture with its corner at the origin.
#[derive(Clone)]
struct Drawn {
    of: Arc<(Study, Posing, Vec<Prop>, Vec2, f32, Palette)>,
    mesh: Arc<Mesh>,
    placed: Placed,
}

/// Paints the figure into a place.
pub fn study_ui(ui: &Ui, rect: Rect, study: &Study, posing: &Posing, props: &[Prop]) -> Placed {
    let id: Id = ui.scope_id().with(("study", rect.left() as i32, rect.width() as i32));
    let pixels = ui.ctx().pixels_per_point();
    let of = (*study, posing, props, rect.size(), pixels, Palette::of(ui));
    let known: Option<Drawn> = ui.data(|it| it.get_temp(id));
    let same = |it: &Drawn| {
        let (study, posing, props, size, pixels, palette) = &*it.of;
        (*study, posing, props.as_slice(), *size, *pixels, *palette) == of
    };
    let drawn = known.filter(same).unwrap_or_else(|| {
        let drawing = study.draw(posing, props, fine(rect.size().min_elem() * pixels));
        let palette = Palette::of(ui);
        let frame = Frame { rect: Rect::from_min_size(Pos2::ZERO, rect.size()), round: false };
        let mut canvas = Canvas::new(ui.ctx(), FigureColors::new(palette, palette.surface));
        canvas.paint(&drawing, &frame);
        let (scale, offset) = frame.fit(drawing.frame);
        let of = (*study, posing.clone(), props.to_vec(), rect.size(), pixels, palette);
        let placed = Placed { scale, offset };
        Drawn { of: Arc::new(of), mesh: Arc::new(canvas.finish()), placed }
    });
    let mut mesh = (*drawn.mesh).clone();
    mesh.translate(rect.min.to_vec2());
    ui.painter().with_clip_rect(rect.intersect(ui.clip_rect())).add(Shape::mesh(mesh));
    let placed = Placed { offset: drawn.placed.offset + rect.min.to_vec2(), ..drawn.placed };
    ui.data_mut(|it| it.insert_temp(id, drawn));
    placed
}

//! The picture: fitted into its place, enlarged and moved by mouse and keys.

use egui::{Key, Mesh, Modifiers, Pos2, Rect, Role, Sense, Shape, Ui, Vec2, pos2, vec2};
use egui_material_icons::icons::{
    ICON_ADD, ICON_FIT_SCREEN, ICON_REMOVE, ICON_ROTATE_90_DEGREES_CW,
};

use super::{Measuring, marks};
use crate::coach::{GoniometerMessage, Shown};
use crate::measure::Point;
use crate::text::{MeasureSentence as S, Text};
use crate::ui::theme::{Palette, Type, radius, size, space};
use crate::ui::widgets::{IconButton, describe, photo_texture};

/// The picture is enlarged at most so often.
const LARGEST: f32 = 16.0;
/// One press of a key, or one click.
const STEP: f32 = 1.25;

/// How the picture is looked at.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Look {
    /// 1 when it fits.
    zoom: f32,
    /// The point of the picture in the middle of its place, as parts of its width and height.
    middle: Vec2,
}

impl Default for Look {
    fn default() -> Self {
        Self { zoom: 1.0, middle: Vec2::splat(0.5) }
    }
}

/// Where the picture is on the screen.
#[derive(Clone, Copy)]
pub(super) struct Stage<'a> {
    /// Its place; what is outside of it is not seen.
    pub(super) place: Rect,
    /// The whole picture.
    pub(super) whole: Rect,
    /// Points of the screen for one pixel of the picture.
    pub(super) scale: f32,
    pub(super) photo: &'a Shown,
    pub(super) texture: egui::TextureId,
}

impl Stage<'_> {
    pub(super) fn on_screen(&self, at: Point) -> Pos2 {
        self.whole.min + vec2(at.x as f32, at.y as f32) * self.scale
    }

    pub(super) fn on_picture(&self, at: Pos2) -> Point {
        let at = (at - self.whole.min) / self.scale;
        Point::new(f64::from(at.x), f64::from(at.y))
    }

    /// Where a point of the picture is in the texture, which is not turned.
    pub(super) fn texel(&self, at: Pos2) -> Pos2 {
        let at = (at - self.whole.min) / self.whole.size();
        match self.photo.quarters {
            0 => pos2(at.x, at.y),
            1 => pos2(at.y, 1.0 - at.x),
            2 => pos2(1.0 - at.x, 1.0 - at.y),
            _ => pos2(1.0 - at.y, at.x),
        }
    }

    fn paint(&self, ui: &Ui) {
        let mut mesh = Mesh::with_texture(self.texture);
        let Rect { min, max } = self.whole;
        for at in [min, pos2(max.x, min.y), max, pos2(min.x, max.y)] {
            let uv = self.texel(at);
            mesh.vertices.push(egui::epaint::Vertex { pos: at, uv, color: egui::Color32::WHITE });
        }
        mesh.add_triangle(0, 1, 2);
        mesh.add_triangle(0, 2, 3);
        ui.painter().with_clip_rect(self.place).add(Shape::mesh(mesh));
    }
}

/// Draws the picture, its marks, and the tools below it.
pub(super) fn stage_ui(
    ui: &mut Ui,
    shown: Measuring<'_>,
    photo: &Shown,
    said: &mut Vec<GoniometerMessage>,
) {
    let palette = Palette::of(ui);
    let room = ui.available_size() - vec2(0.0, size::CONTROL + space::S);
    let (place, response) = ui.allocate_exact_size(room, Sense::CLICK | Sense::DRAG);
    ui.painter().rect_filled(place, radius::CARD, palette.raised);
    let id = response.id.with("look");
    let mut look: Look = ui.data(|it| it.get_temp(id)).unwrap_or_default();
    let size = vec2(photo.board.size.0 as f32, photo.board.size.1 as f32);
    let fit = (place.size() / size).min_elem();
    if response.dragged() {
        look.middle -= response.drag_delta() / (size * fit * look.zoom);
    }
    let pointer = response.hover_pos();
    let by = wheel(ui, pointer.is_some()) * keys(ui);
    let tools = tools_ui(ui, shown.text, said);
    let around = pointer.filter(|_| (by - 1.0).abs() > f32::EPSILON);
    enlarge(
        &mut look,
        by * tools.unwrap_or(1.0),
        around.map(|it| (it - place.center()) / (size * fit)),
    );
    if tools.is_some_and(|it| it <= 0.0) {
        look = Look::default();
    }
    look.middle = within(look, size * fit, place.size());
    ui.data_mut(|it| it.insert_temp(id, look));
    let scale = fit * look.zoom;
    let corner = place.center() - look.middle * size * scale;
    let texture = photo_texture(ui.ctx(), &photo.picture).id();
    let whole = Rect::from_min_size(corner, size * scale);
    let stage = Stage { place, whole, scale, photo, texture };
    let percent = (scale * 100.0).round() as u32;
    let (name, [width, height]) = (photo.name.as_str(), [size.x as u32, size.y as u32]);
    let picture = shown.text.measure(S::Picture { name, width, height, percent });
    describe(&response, Role::Image, &picture);
    stage.paint(ui);
    if response.clicked()
        && let Some(at) = response.interact_pointer_pos().filter(|it| whole.contains(*it))
    {
        said.push(GoniometerMessage::Click(stage.on_picture(at)));
    }
    marks::marks_ui(ui, shown, &stage, (&response, pointer), said);
}

/// By how much the wheel, a pinch, enlarges.
fn wheel(ui: &Ui, is_over: bool) -> f32 {
    if !is_over {
        return 1.0;
    }
    let (pinch, wheel) = ui.input(|it| (it.zoom_delta(), it.smooth_scroll_delta().y));
    pinch * (wheel / 240.0).exp()
}

/// By how much the keys enlarge: plus and minus, unless something is being typed.
fn keys(ui: &Ui) -> f32 {
    if ui.text_edit_focused() {
        return 1.0;
    }
    let pressed = |key| ui.input_mut(|it| it.consume_key(Modifiers::NONE, key));
    let larger = pressed(Key::Plus) || pressed(Key::Equals);
    let smaller = pressed(Key::Minus);
    (if larger { STEP } else { 1.0 }) / (if smaller { STEP } else { 1.0 })
}

/// Enlarges around a point, given from the middle of the place in parts of the fitted picture.
fn enlarge(look: &mut Look, by: f32, around: Option<Vec2>) {
    let zoom = (look.zoom * by.max(0.01)).clamp(1.0, LARGEST);
    if let Some(around) = around {
        look.middle += around / look.zoom - around / zoom;
    }
    look.zoom = zoom;
}

/// The middle that leaves no empty stripe where the picture could be.
fn within(look: Look, fitted: Vec2, place: Vec2) -> Vec2 {
    let half = place / (fitted * look.zoom) / 2.0;
    let axis = |at: f32, half: f32| if half >= 0.5 { 0.5 } else { at.clamp(half, 1.0 - half) };
    vec2(axis(look.middle.x, half.x), axis(look.middle.y, half.y))
}

/// The tools below the picture. Answers with how much to enlarge; 0 is the whole picture.
fn tools_ui(ui: &mut Ui, text: &Text, said: &mut Vec<GoniometerMessage>) -> Option<f32> {
    let palette = Palette::of(ui);
    let mut by = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let (smaller, larger) = (text.measure(S::ZoomOut), text.measure(S::ZoomIn));
        if ui.add(IconButton::new(ICON_REMOVE, &smaller).key("−")).clicked() {
            by = Some(1.0 / STEP);
        }
        if ui.add(IconButton::new(ICON_ADD, &larger).key("+")).clicked() {
            by = Some(STEP);
        }
        if ui.add(IconButton::new(ICON_FIT_SCREEN, &text.measure(S::ZoomFit))).clicked() {
            by = Some(0.0);
        }
        let turn = text.measure(S::Turn);
        if ui.add(IconButton::new(ICON_ROTATE_90_DEGREES_CW, &turn)).clicked() {
            said.push(GoniometerMessage::Turn);
        }
        ui.add_space(space::S);
        let hint = text.measure(S::HintDone);
        ui.add(egui::Label::new(Type::Note.text(hint).color(palette.muted)).truncate());
    });
    by
}

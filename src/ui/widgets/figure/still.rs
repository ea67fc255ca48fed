//! A figure that stands still, as a picture: its triangles are filled once, and every frame after
//! that paints four corners. A page full of figures then costs little more than one of them.

use std::cmp::Ordering;
use std::ops::Range;
use std::sync::Arc;

use egui::epaint::Vertex;
use egui::{Color32, ColorImage, Id, Mesh, Pos2, Rect, TextureHandle, TextureOptions, Ui, pos2};

use super::Wanted;

/// The largest picture that is kept, in pixels of a side; filling a larger one takes longer than a
/// person should wait for a frame.
const LARGEST: f32 = 320.0;
/// Parts of a pixel to which a corner is rounded, so that two triangles with a common edge share it.
const STEP: i64 = 256;

/// A picture that was made, and what it shows.
#[derive(Clone)]
struct Kept {
    wanted: Arc<Wanted>,
    picture: TextureHandle,
}

/// Whether a place of such a size is small enough to be kept as a picture.
pub(super) fn is_small(rect: Rect, pixels_per_point: f32) -> bool {
    rect.size().max_elem() * pixels_per_point <= LARGEST
}

/// Paints the picture that was kept for a place, or a new one; its corner lies on a whole pixel.
pub(super) fn still_ui(
    ui: &Ui,
    id: Id,
    rect: Rect,
    wanted: Wanted,
    draw: impl FnOnce(&Wanted) -> Mesh,
) {
    let id = id.with("still");
    let scale = ui.ctx().pixels_per_point();
    let known: Option<Kept> =
        ui.data(|it| it.get_temp(id)).filter(|it: &Kept| *it.wanted == wanted);
    let kept = known.unwrap_or_else(|| {
        let size = [rect.width(), rect.height()].map(|it| (it * scale).ceil().max(1.0) as usize);
        let image = filled(&draw(&wanted), size, scale);
        let picture = ui.ctx().load_texture("figure", image, TextureOptions::LINEAR);
        let kept = Kept { wanted: Arc::new(wanted), picture };
        ui.data_mut(|it| it.insert_temp(id, kept.clone()));
        kept
    });
    let at = (rect.min.to_vec2() * scale).round() / scale;
    let place = Rect::from_min_size(at.to_pos2(), kept.picture.size_vec2() / scale);
    let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
    let painter = ui.painter().with_clip_rect(rect.expand(1.0).intersect(ui.clip_rect()));
    painter.image(kept.picture.id(), place, whole, Color32::WHITE);
}

/// The triangles of a mesh without textures, as pixels on nothing.
fn filled(mesh: &Mesh, size: [usize; 2], scale: f32) -> ColorImage {
    let mut image = ColorImage::filled(size, Color32::TRANSPARENT);
    for corners in mesh.indices.chunks_exact(3) {
        let corner = |it: &u32| mesh.vertices.get(*it as usize).copied();
        if let [Some(a), Some(b), Some(c)] = [0, 1, 2].map(|it| corners.get(it).and_then(corner)) {
            triangle(&mut image, [a, b, c], scale);
        }
    }
    image
}

/// An edge from `a` to `b`, clockwise round its triangle.
struct Edge {
    a: [i64; 2],
    b: [i64; 2],
    /// Keeps a pixel that lies on a common edge in one of its two triangles only.
    bias: i64,
}

impl Edge {
    const fn new(a: [i64; 2], b: [i64; 2]) -> Self {
        let top_left = (a[1] == b[1] && a[0] < b[0]) || b[1] < a[1];
        Self { a, b, bias: if top_left { 0 } else { -1 } }
    }

    /// Twice the area that the edge and a point span: positive inside.
    const fn at(&self, [x, y]: [i64; 2]) -> i64 {
        (self.b[0] - self.a[0]) * (y - self.a[1]) - (self.b[1] - self.a[1]) * (x - self.a[0])
    }
}

fn triangle(image: &mut ColorImage, mut corners: [Vertex; 3], scale: f32) {
    let step = STEP as f32 * scale;
    let fixed = |it: &Vertex| [(it.pos.x * step).round() as i64, (it.pos.y * step).round() as i64];
    let area = {
        let [a, b, c] = corners.each_ref().map(fixed);
        Edge::new(a, b).at(c)
    };
    if area == 0 {
        return;
    }
    if area < 0 {
        corners.swap(1, 2);
    }
    let [a, b, c] = corners.each_ref().map(fixed);
    let edges = [Edge::new(b, c), Edge::new(c, a), Edge::new(a, b)];
    let range = |axis: [i64; 3], size: usize| {
        let low = axis.iter().min().copied().unwrap_or_default().div_euclid(STEP).max(0);
        let high = axis.iter().max().copied().unwrap_or_default().div_euclid(STEP) + 1;
        low..high.min(i64::try_from(size).unwrap_or(i64::MAX))
    };
    let [width, height] = image.size;
    let columns = range([a[0], b[0], c[0]], width);
    for y in range([a[1], b[1], c[1]], height) {
        let first = y as usize * width;
        for x in row(&edges, y, columns.clone()) {
            let middle = [x * STEP + STEP / 2, y * STEP + STEP / 2];
            let values = edges.each_ref().map(|it| it.at(middle));
            if let Some(pixel) = image.pixels.get_mut(first + x as usize) {
                let weights = values.map(|it| it as f32 / area.abs() as f32);
                *pixel = over(mixed(&corners, weights), *pixel);
            }
        }
    }
}

/// The pixels of a row whose middles lie inside all three edges.
fn row(edges: &[Edge; 3], y: i64, columns: Range<i64>) -> Range<i64> {
    edges.iter().fold(columns, |Range { start, end }, edge| {
        // Along a row the value of an edge is `first + x * slope`.
        let first = edge.at([STEP / 2, y * STEP + STEP / 2]) + edge.bias;
        let slope = (edge.a[1] - edge.b[1]) * STEP;
        match slope.cmp(&0) {
            Ordering::Equal if first < 0 => start..start,
            Ordering::Equal => start..end,
            Ordering::Greater => start.max(-first.div_euclid(slope))..end,
            Ordering::Less => start..end.min(first.div_euclid(-slope) + 1),
        }
    })
}

/// The colour between three corners.
fn mixed(corners: &[Vertex; 3], weights: [f32; 3]) -> [f32; 4] {
    let mut color = [0.0; 4];
    for (corner, weight) in corners.iter().zip(weights) {
        for (sum, part) in color.iter_mut().zip(corner.color.to_array()) {
            *sum += f32::from(part) * weight;
        }
    }
    color
}

/// A premultiplied colour over another.
fn over([r, g, b, a]: [f32; 4], below: Color32) -> Color32 {
    let left = 1.0 - a / 255.0;
    let [below_r, below_g, below_b, below_a] = below.to_array().map(f32::from);
    let part = |above: f32, below: f32| below.mul_add(left, above).round().clamp(0.0, 255.0) as u8;
    Color32::from_rgba_premultiplied(
        part(r, below_r),
        part(g, below_g),
        part(b, below_b),
        part(a, below_a),
    )
}

#[cfg(test)]
mod tests {
    use egui::{Mesh, vec2};

    use super::*;

    /// Two triangles of one see-through square.
    fn square(color: Color32) -> Mesh {
        let mut mesh = Mesh::default();
        mesh.add_colored_rect(Rect::from_min_size(pos2(1.0, 1.0), vec2(4.0, 2.0)), color);
        mesh
    }

    #[test]
    fn each_pixel_inside_is_painted_once_and_none_outside() {
        let color = Color32::from_rgba_premultiplied(64, 32, 0, 128);
        let image = filled(&square(color), [6, 4], 1.0);
        for (at, pixel) in image.pixels.iter().enumerate() {
            let (x, y) = (at % 6, at / 6);
            let is_inside = (1..5).contains(&x) && (1..3).contains(&y);
            let wanted = if is_inside { color } else { Color32::TRANSPARENT };
            assert_eq!(*pixel, wanted, "{x} {y}");
        }
    }

    #[test]
    fn more_pixels_to_a_point_make_a_larger_picture_of_the_same() {
        let image = filled(&square(Color32::WHITE), [12, 8], 2.0);
        assert_eq!(image.pixels.iter().filter(|it| **it == Color32::WHITE).count(), 8 * 4);
    }

    #[test]
    fn what_is_above_hides_as_much_as_it_is_opaque() {
        let mut mesh = square(Color32::RED);
        mesh.append(square(Color32::from_rgba_premultiplied(0, 0, 128, 128)));
        let image = filled(&mesh, [6, 4], 1.0);
        assert_eq!(image.pixels[7], Color32::from_rgba_premultiplied(127, 0, 128, 255));
    }

    #[test]
    fn a_corner_that_is_not_there_is_left_out() {
        let mut mesh = square(Color32::RED);
        mesh.indices.extend([0, 1, 99]);
        assert_eq!(filled(&mesh, [6, 4], 1.0), filled(&square(Color32::RED), [6, 4], 1.0));
    }
}

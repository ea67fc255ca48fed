//! Paints egui's triangles without a graphics card: the same picture on every machine, and neither
//! display nor driver is needed.
//!
//! It blends as `egui_glow` does: premultiplied, in gamma space, sampled at the middle of each pixel.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::ops::Range;

use egui::epaint::{ClippedPrimitive, Mesh, Primitive, Vertex, WHITE_UV};
use egui::{Color32, ColorImage, ImageData, Pos2, TextureId, TexturesDelta};

/// Sub-pixel steps of a corner's place; edges that two triangles share then meet exactly.
const STEP: i64 = 256;

/// The textures that egui has handed out so far.
#[derive(Default)]
pub(crate) struct Painter {
    textures: HashMap<TextureId, ColorImage>,
}

impl Painter {
    /// Takes new and changed textures.
    pub(crate) fn update(&mut self, delta: &TexturesDelta) {
        let mut ids: Vec<_> = delta.set.keys().copied().collect();
        ids.sort_unstable();
        for id in &ids {
            for change in &delta.set[id] {
                let ImageData::Color(patch) = &change.image;
                match (change.pos, self.textures.get_mut(id)) {
                    (Some(at), Some(image)) => copy(patch, image, at),
                    (None | Some(_), _) => drop(self.textures.insert(*id, patch.as_ref().clone())),
                }
            }
        }
    }

    /// A picture of so many pixels.
    pub(crate) fn paint(
        &self,
        size: [usize; 2],
        pixels_per_point: f32,
        shapes: &[ClippedPrimitive],
    ) -> ColorImage {
        let mut image = ColorImage::filled(size, Color32::BLACK);
        for shape in shapes {
            let Primitive::Mesh(mesh) = &shape.primitive else { continue };
            let clip = shape.clip_rect * pixels_per_point;
            let range = |low: f32, high: f32, most: usize| {
                let most = i64::try_from(most).unwrap_or(i64::MAX);
                [low.round().max(0.0) as i64, (high.round() as i64).min(most)]
            };
            let clip = Clip {
                x: range(clip.min.x, clip.max.x, size[0]),
                y: range(clip.min.y, clip.max.y, size[1]),
            };
            self.mesh(&mut image, mesh, pixels_per_point, &clip);
        }
        image
    }

    fn mesh(&self, image: &mut ColorImage, mesh: &Mesh, pixels_per_point: f32, clip: &Clip) {
        let texture = self.textures.get(&mesh.texture_id);
        for corners in mesh.indices.chunks_exact(3) {
            let corner = |i: usize| {
                let mut vertex = mesh.vertices[corners[i] as usize];
                vertex.pos = (vertex.pos.to_vec2() * pixels_per_point).to_pos2();
                vertex
            };
            triangle(image, [corner(0), corner(1), corner(2)], texture, clip);
        }
    }
}

struct Clip {
    x: [i64; 2],
    y: [i64; 2],
}

fn copy(patch: &ColorImage, image: &mut ColorImage, [left, top]: [usize; 2]) {
    let width = patch.size[0];
    for (y, row) in patch.pixels.chunks_exact(width).enumerate() {
        let start = (top + y) * image.size[0] + left;
        image.pixels[start..start + width].copy_from_slice(row);
    }
}

/// Twice the area that `a`, `b` and a point span; positive on the inside of a clockwise edge.
struct Edge {
    a: [i64; 2],
    b: [i64; 2],
    /// Keeps a pixel that lies exactly on an edge in one of its two triangles only.
    bias: i64,
}

impl Edge {
    fn new(a: [i64; 2], b: [i64; 2]) -> Self {
        let top_left = (a[1] == b[1] && a[0] < b[0]) || b[1] < a[1];
        Self { a, b, bias: if top_left { 0 } else { -1 } }
    }

    fn at(&self, x: i64, y: i64) -> i64 {
        (self.b[0] - self.a[0]) * (y - self.a[1]) - (self.b[1] - self.a[1]) * (x - self.a[0])
    }
}

fn triangle(
    image: &mut ColorImage,
    mut corners: [Vertex; 3],
    texture: Option<&ColorImage>,
    clip: &Clip,
) {
    let fixed =
        |it: Pos2| [(it.x * STEP as f32).round() as i64, (it.y * STEP as f32).round() as i64];
    let area = {
        let [a, b, c] = corners.map(|it| fixed(it.pos));
        Edge { a, b, bias: 0 }.at(c[0], c[1])
    };
    if area == 0 {
        return;
    }
    if area < 0 {
        corners.swap(1, 2);
    }
    let area = area.abs() as f32;
    let [a, b, c] = corners.map(|it| fixed(it.pos));
    let edges = [Edge::new(b, c), Edge::new(c, a), Edge::new(a, b)];
    let step = STEP;
    let range = |axis: usize, clip: [i64; 2]| {
        let values = [a[axis], b[axis], c[axis]];
        let low = values.iter().min().copied().unwrap_or(0).div_euclid(step);
        let high = values.iter().max().copied().unwrap_or(0).div_euclid(step) + 1;
        low.max(clip[0])..high.min(clip[1])
    };
    let texture = texture.filter(|_| corners.iter().any(|it| it.uv != WHITE_UV));
    let plain = corners[0].color;
    let is_plain =
        texture.is_none() && plain.is_opaque() && corners.iter().all(|it| it.color == plain);
    for y in range(1, clip.y) {
        let py = y * step + step / 2;
        let (from, to) = span(&edges, py, range(0, clip.x));
        let row = y as usize * image.size[0];
        if is_plain && from < to {
            image.pixels[row + from as usize..row + to as usize].fill(plain);
            continue;
        }
        for x in from..to {
            let px = x * step + step / 2;
            let weights = [0, 1, 2].map(|it: usize| edges[it].at(px, py) as f32 / area);
            let pixel = &mut image.pixels[row + x as usize];
            *pixel = over(shade(&corners, weights, texture), *pixel);
        }
    }
}

/// The pixels of a row whose middles lie inside all three edges.
fn span(edges: &[Edge; 3], py: i64, within: Range<i64>) -> (i64, i64) {
    let (mut from, mut to) = (within.start, within.end);
    for edge in edges {
        // The edge's value is linear along the row: `first + x * slope`.
        let first = edge.at(STEP / 2, py) + edge.bias;
        let slope = (edge.a[1] - edge.b[1]) * STEP;
        match slope.cmp(&0) {
            Ordering::Equal if first < 0 => return (0, 0),
            Ordering::Equal => {}
            Ordering::Greater => from = from.max(-first.div_euclid(slope)),
            Ordering::Less => to = to.min(first.div_euclid(-slope) + 1),
        }
    }
    (from, to)
}

fn shade(corners: &[Vertex; 3], weights: [f32; 3], texture: Option<&ColorImage>) -> [f32; 4] {
    let mut color = mix(corners, weights);
    if let Some(texture) = texture {
        let uv = |sum, (it, weight): (&Vertex, f32)| sum + it.uv.to_vec2() * weight;
        let sample = sample(texture, corners.iter().zip(weights).fold(egui::Vec2::ZERO, uv));
        for (it, factor) in color.iter_mut().zip(sample) {
            *it *= factor / 255.0;
        }
    }
    color
}

fn mix(corners: &[Vertex; 3], weights: [f32; 3]) -> [f32; 4] {
    let mut color = [0.0; 4];
    for (corner, weight) in corners.iter().zip(weights) {
        for (sum, part) in color.iter_mut().zip(corner.color.to_array()) {
            *sum += f32::from(part) * weight;
        }
    }
    color
}

/// Linear between the four nearest texels.
fn sample(texture: &ColorImage, uv: egui::Vec2) -> [f32; 4] {
    let [width, height] = texture.size;
    let x = (uv.x * width as f32 - 0.5).clamp(0.0, width as f32 - 1.0);
    let y = (uv.y * height as f32 - 0.5).clamp(0.0, height as f32 - 1.0);
    let (left, top) = (x as usize, y as usize);
    let (right, bottom) = ((left + 1).min(width - 1), (top + 1).min(height - 1));
    let (fx, fy) = (x.fract(), y.fract());
    let texel = |x: usize, y: usize| texture.pixels[y * width + x].to_array().map(f32::from);
    let corners = [texel(left, top), texel(right, top), texel(left, bottom), texel(right, bottom)];
    std::array::from_fn(|i| {
        let [above, below] = [0, 2].map(|at| corners[at][i] * (1.0 - fx) + corners[at + 1][i] * fx);
        above * (1.0 - fy) + below * fy
    })
}

fn over(front: [f32; 4], back: Color32) -> Color32 {
    let through = 1.0 - front[3] / 255.0;
    let [r, g, b, a] = back.to_array().map(f32::from);
    let mixed = [
        front[0] + r * through,
        front[1] + g * through,
        front[2] + b * through,
        front[3] + a * through,
    ];
    let [r, g, b, a] = mixed.map(|it| it.round().clamp(0.0, 255.0) as u8);
    Color32::from_rgba_premultiplied(r, g, b, a)
}

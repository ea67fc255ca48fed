//! A window without a screen: runs the drawing code a few times and takes its picture.

use std::path::Path;

use egui::{ColorImage, Context, RawInput, Rect, Ui, ViewportId, vec2};
use evenhold::ui::theme::{self, Look};

use crate::raster::Painter;

/// What a picture is taken of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting {
    /// Of the window, in pixels.
    pub(crate) pixels: [usize; 2],
    /// The colours.
    pub(crate) look: Look,
    /// 1.0 is 100 %.
    pub(crate) text_size: f32,
}

/// Frames that are drawn before the picture: sizes settle, focus is taken, colours have changed.
const FRAMES: u32 = 5;

/// Draws into a window of this setting.
pub(crate) fn shoot(setting: &Setting, mut draw: impl FnMut(&mut Ui)) -> ColorImage {
    let ctx = Context::default();
    theme::install(&ctx);
    let mut painter = Painter::default();
    let mut image = ColorImage::default();
    for frame in 0..FRAMES {
        theme::apply(&ctx, setting.look, setting.text_size);
        let scale = ctx.zoom_factor();
        let size = vec2(setting.pixels[0] as f32, setting.pixels[1] as f32) / scale;
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, size)),
            time: Some(f64::from(frame) * 0.25),
            focused: true,
            max_texture_side: Some(8192),
            ..RawInput::default()
        };
        if let Some(viewport) = input.viewports.get_mut(&ViewportId::ROOT) {
            viewport.native_pixels_per_point = Some(1.0);
        }
        let output = ctx.run_ui(input, |ui| draw(ui));
        painter.update(&output.textures_delta);
        let pixels_per_point = output.pixels_per_point;
        if frame + 1 == FRAMES {
            let shapes = ctx.tessellate(output.shapes.clone(), pixels_per_point);
            image = painter.paint(setting.pixels, pixels_per_point, &shapes);
        }
        output.drop_without_applying_deltas();
    }
    image
}

/// Writes a picture as PNG.
pub(crate) fn save(image: &ColorImage, path: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let file = std::fs::File::create(path)?;
    let mut encoder = png::Encoder::new(file, image.size[0] as u32, image.size[1] as u32);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let bytes: Vec<u8> = image.pixels.iter().flat_map(egui::Color32::to_array).collect();
    encoder.write_header()?.write_image_data(&bytes)?;
    Ok(())
}

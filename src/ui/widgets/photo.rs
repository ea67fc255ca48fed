//! A photo as a texture: made once, and let go with the screen that shows it.

use std::sync::Arc;

use egui::{ColorImage, Context, Id, TextureHandle, TextureOptions};

use crate::measure::Picture;

/// The photo whose texture is kept.
#[derive(Clone)]
struct Kept {
    rgba: Arc<[u8]>,
    texture: TextureHandle,
}

fn id() -> Id {
    Id::unique("evenhold photo")
}

/// The texture of a photo.
pub fn photo_texture(ctx: &Context, picture: &Picture) -> TextureHandle {
    let known: Option<Kept> = ctx.data(|it| it.get_temp(id()));
    if let Some(kept) = known.filter(|it| Arc::ptr_eq(&it.rgba, &picture.rgba)) {
        return kept.texture;
    }
    let size = [picture.width as usize, picture.height as usize];
    let image = ColorImage::from_rgba_unmultiplied(size, &picture.rgba);
    let texture = ctx.load_texture("photo", image, TextureOptions::LINEAR);
    let kept = Kept { rgba: Arc::clone(&picture.rgba), texture: texture.clone() };
    ctx.data_mut(|it| it.insert_temp(id(), kept));
    texture
}

/// No photo is shown any more: nothing of it stays in memory.
pub fn forget_photo(ctx: &Context) {
    if ctx.data(|it| it.get_temp::<Kept>(id())).is_some() {
        ctx.data_mut(|it| it.remove::<Kept>(id()));
    }
}

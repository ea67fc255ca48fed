//! Renders every screen into `target/shots`, one PNG each: `cargo run --example shots [WORD]`.
//!
//! With a word, only the pictures whose name contains it. The drawing code is the program's own; only
//! the window is missing (see `raster`), so that pictures are the same on every machine.
#![expect(clippy::disallowed_methods, reason = "writes pictures; it is not the program")]
#![expect(clippy::print_stdout, reason = "says which pictures it made")]
#![expect(clippy::indexing_slicing, reason = "pixels, at places just computed")]

mod camera;
mod gallery;
mod raster;

use std::path::PathBuf;

use camera::Setting;
use evenhold::ui::theme::Look;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/target/shots"));
    std::fs::create_dir_all(&folder)?;
    let wanted = std::env::args().nth(1).unwrap_or_default();
    for look in Look::ALL {
        let name = format!("gallery-{look:?}").to_lowercase();
        if name.contains(&wanted) {
            let setting = Setting { pixels: [1280, 1000], look, text_size: 1.0 };
            let image = camera::shoot(&setting, &[], gallery::gallery);
            camera::save(&image, &folder.join(format!("{name}.png")))?;
            println!("{name}");
        }
    }
    Ok(())
}

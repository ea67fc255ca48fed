//! The window: opened with the real things around it, or why it does not open.

use std::sync::Arc;

use super::{App, Options, Outside, Own};
use crate::clock::{Clock, SystemClock};
use crate::files::{Disk, Folders, OwnDisk};
use crate::text::{Sentence, Text};

/// The window could not be opened: no display, or no OpenGL. The sentence is for the person.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct NoWindow(pub(super) String);

/// Name of the window towards the desktop.
pub(super) const APP_ID: &str = "evenhold";
/// Width and height of a new window, in points.
const SIZE: [f32; 2] = [1280.0, 800.0];
/// The smallest width and height that every screen fits into, in points.
const SMALLEST: [f32; 2] = [800.0, 560.0];

/// Opens the window and stays until it is closed.
pub fn run(options: Options) -> Result<(), NoWindow> {
    let text = Arc::new(Text::new(&options.locale));
    let name = text.say(Sentence::AppName);
    let native = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_app_id(APP_ID)
            .with_title(&name)
            .with_inner_size(SIZE)
            .with_min_inner_size(SMALLEST),
        // Fonts of the computer would make every picture another one; ours are complete.
        system_font_fallback: false,
        ..eframe::NativeOptions::default()
    };
    let for_app = Arc::clone(&text);
    let create: eframe::AppCreator<'_> = Box::new(move |it| {
        let ctx = it.egui_ctx.clone();
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let own = Own::start(Arc::clone(&clock), &for_app, &ctx);
        let disk: Arc<dyn Disk> = Arc::new(OwnDisk);
        let folders = Folders::find(&*disk, options.data_dir.as_deref());
        let outside = Outside { clock, disk, folders, around: Box::new(own) };
        Ok(Box::new(App::new(&ctx, for_app, outside, options)))
    });
    eframe::run_native(&name, native, create).map_err(|why| NoWindow(text.say(sentence(&why))))
}

/// What a person can do about a window that does not open.
pub(super) const fn sentence(why: &eframe::Error) -> Sentence<'static> {
    match why {
        eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => Sentence::NoDisplay,
        eframe::Error::Glutin(_)
        | eframe::Error::NoGlutinConfigs(..)
        | eframe::Error::OpenGL(_)
        // Ours never fails.
        | eframe::Error::AppCreation(_) => Sentence::NoOpenGl,
    }
}

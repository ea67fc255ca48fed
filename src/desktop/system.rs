//! The system's own services, through `keepawake` and `open`.

use std::path::{Path, PathBuf};

use super::{Guarded, Refusal, System};

/// The computer's own system.
pub(super) struct Own {
    /// Shown where the system lists what keeps it awake.
    pub(super) reason: String,
}

impl System for Own {
    type Guard = keepawake::KeepAwake;

    fn guard(&self, what: Guarded) -> Result<Self::Guard, Refusal> {
        keepawake::Builder::default()
            .display(what == Guarded::Display)
            .idle(what == Guarded::Idle)
            .reason(&self.reason)
            .app_name("Evenhold")
            .app_reverse_domain("evenhold")
            .create()
            .map_err(|it| it.to_string())
    }

    fn show(&self, folder: &Path) -> Result<(), Refusal> {
        open::that_detached(folder).map_err(|it| it.to_string())
    }

    fn choose(&self) -> Result<Option<PathBuf>, Refusal> {
        Ok(rfd::FileDialog::new().pick_folder())
    }

    fn choose_photo(&self) -> Option<PathBuf> {
        // HEIC is offered too: it is refused with a word on how to convert it.
        let photos = ["png", "jpg", "jpeg", "PNG", "JPG", "JPEG", "heic", "HEIC"];
        rfd::FileDialog::new().add_filter("PNG, JPEG", &photos).pick_file()
    }

    fn choose_file(&self) -> Option<PathBuf> {
        rfd::FileDialog::new().pick_file()
    }

    fn choose_target(&self, name: &str) -> Option<PathBuf> {
        rfd::FileDialog::new().set_file_name(name).save_file()
    }
}

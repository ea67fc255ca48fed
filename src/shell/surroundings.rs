//! Sound and desktop as the window sees them, so that a test can put its own in their place.

use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use super::reminders::Outfit;
use crate::clock::Clock;
use crate::coach::{News, Performance, Sound, SoundSettings, Speech};
use crate::desktop::Desktop;
use crate::settings::SoundProfile;
use crate::sound::{Performer, Profile, Pulse, Silence, SoundState, Voice};
use crate::text::{Sentence, Text};

/// What is around the window. Nothing here waits.
pub trait Surroundings: fmt::Debug {
    /// Lets this be heard instead of what was planned before.
    fn perform(&self, performance: Performance);

    /// Lets nothing be heard.
    fn silence(&self);

    /// How loud, and how the tones are coloured.
    fn sound(&self, settings: SoundSettings);

    /// The performer's heartbeat and the latest gap.
    fn pulse(&self) -> Pulse;

    /// Keeps the computer awake, or lets it sleep again.
    fn keep_awake(&self, awake: bool);

    /// Shows a folder in the system's own file window.
    fn show(&self, folder: &Path);

    /// Lets the person choose a folder, in the system's own dialog.
    fn choose_folder(&self);

    /// Lets the person choose a photo, in the system's own dialog.
    fn choose_photo(&self);
    /// Lets the person choose a file to be taken in, in the system's own dialog.
    fn choose_file(&self);

    /// Lets the person choose where to write a file of this name.
    fn choose_target(&self, name: String);

    /// How this program is started once more, and where it is begun with the login.
    fn outfit(&self) -> Outfit;

    /// What has changed since last asked.
    fn news(&mut self) -> Vec<News>;
}

/// The computer's own sound and desktop.
#[derive(Debug)]
pub struct Own {
    clock: Arc<dyn Clock>,
    /// None on a computer that cannot start another thread; then it is silent.
    performer: Option<Performer>,
    desktop: Option<Desktop>,
    news: Receiver<News>,
    told: Option<(Sound, Speech)>,
}

impl Own {
    /// Starts both. The window is drawn again when they have something to say.
    pub fn start(clock: Arc<dyn Clock>, text: &Text, ctx: &egui::Context) -> Self {
        let (tell, news) = channel();
        let wake = ctx.clone();
        let performer =
            Performer::start(Arc::clone(&clock), Arc::new(move || wake.request_repaint())).ok();
        if let Some(performer) = &performer {
            performer.set_language(text.language());
        }
        let wake = ctx.clone();
        let desktop = Desktop::start(text.say(Sentence::AwakeReason), move |it| {
            // A window that has closed needs nothing more.
            tell.send(it).ok();
            wake.request_repaint();
        });
        Self { clock, performer, desktop: desktop.ok(), news, told: None }
    }

    fn state(&self) -> (Sound, Speech) {
        let Some(performer) = &self.performer else { return (Sound::Silent, Speech::Absent) };
        let sound = match performer.state() {
            SoundState::Playing { device } => Sound::Playing(device),
            SoundState::Silent { why: Silence::Unneeded | Silence::Opening } => Sound::Opening,
            SoundState::Silent { why: Silence::NoDevice | Silence::Lost | Silence::Failed(_) } => {
                Sound::Silent
            }
        };
        let speech = match performer.voice() {
            Voice::Looking => Speech::Looking,
            Voice::SpeechDispatcher | Voice::Say | Voice::Sapi => Speech::Speaking,
            Voice::Nothing => Speech::Absent,
        };
        (sound, speech)
    }
}

impl Surroundings for Own {
    fn perform(&self, performance: Performance) {
        if let Some(performer) = &self.performer {
            performer.perform(performance);
        }
    }

    fn silence(&self) {
        if let Some(performer) = &self.performer {
            performer.silence();
        }
    }

    fn sound(&self, settings: SoundSettings) {
        if let Some(performer) = &self.performer {
            performer.set_volume(f32::from(settings.volume.get()) / 100.0);
            performer.set_muted(settings.muted);
            performer.set_profile(match settings.profile {
                SoundProfile::Quiet => Profile::Quiet,
                SoundProfile::Clear => Profile::Clear,
            });
        }
    }

    fn pulse(&self) -> Pulse {
        let alone = || Pulse { last: self.clock.tick(), gap: None };
        self.performer.as_ref().map_or_else(alone, Performer::pulse)
    }

    fn keep_awake(&self, awake: bool) {
        if let Some(desktop) = &self.desktop {
            desktop.keep_awake(awake);
        }
    }

    fn show(&self, folder: &Path) {
        if let Some(desktop) = &self.desktop {
            desktop.show(folder);
        }
    }

    fn choose_folder(&self) {
        if let Some(desktop) = &self.desktop {
            desktop.choose_folder();
        }
    }

    fn choose_photo(&self) {
        if let Some(desktop) = &self.desktop {
            desktop.choose_photo();
        }
    }

    fn outfit(&self) -> Outfit {
        Outfit::own()
    }

    fn choose_file(&self) {
        if let Some(desktop) = &self.desktop {
            desktop.choose_file();
        }
    }

    fn choose_target(&self, name: String) {
        if let Some(desktop) = &self.desktop {
            desktop.choose_target(name);
        }
    }

    fn news(&mut self) -> Vec<News> {
        let mut news: Vec<_> = self.news.try_iter().collect();
        let now = self.state();
        if self.told.as_ref() != Some(&now) {
            news.push(News::Sound(now.0.clone()));
            news.push(News::Speech(now.1));
            self.told = Some(now);
        }
        news
    }
}

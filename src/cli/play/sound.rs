//! What is heard of a session in the terminal.

use std::sync::Arc;
use std::time::Duration;

use crate::cli::Failure;
use crate::cli::context::Context;
use crate::cli::warn;
use crate::files::Folders;
use crate::history::Speed;
use crate::session::score::score_after;
use crate::session::{At, Session};
use crate::settings::SoundProfile;
use crate::sound::{Performance, Performer, PlannedSound, Profile};
use crate::text::CommandSentence;

/// The performer, and what it needs to know of each performance.
#[derive(Debug)]
pub(super) struct Sound {
    performer: Performer,
    generation: u64,
    /// Whether words are said.
    voice: bool,
    /// When what is being performed is over.
    end: Duration,
}

impl Sound {
    /// Starts the performer as it is set. Where that cannot be, the session goes on in silence.
    pub(super) fn start(context: &Context, folders: &Folders) -> Result<Option<Self>, Failure> {
        let file = context.settings(folders)?;
        let settings = file.settings();
        // Nobody waits for news: the state of the sound is not shown here.
        match Performer::start(Arc::clone(&context.clock), Arc::new(|| {})) {
            Ok(performer) => {
                performer.set_volume(settings.volume.fraction());
                performer.set_muted(settings.muted);
                performer.set_language(context.text.language());
                performer.set_profile(match settings.sound {
                    SoundProfile::Quiet => Profile::Quiet,
                    SoundProfile::Clear => Profile::Clear,
                });
                Ok(Some(Self {
                    performer,
                    generation: 0,
                    voice: settings.voice,
                    end: Duration::ZERO,
                }))
            }
            Err(error) => {
                let why = error.to_string();
                let sentence = context.text.tell(CommandSentence::NoSound { why: &why });
                warn(&sentence)?;
                Ok(None)
            }
        }
    }

    /// Plays the score of a session after a command, from this moment of the real clock on.
    pub(super) fn perform(
        &mut self,
        context: &Context,
        (session, events): (&Session, &[At]),
        anchor: Duration,
        speed: Speed,
    ) {
        self.generation += 1;
        let say = |words| context.text.spoken(&words, session.plan());
        let cues = score_after(session, events).cues.into_iter().map(|it| PlannedSound {
            at: it.at,
            tone: it.tone,
            say: it.words.filter(|_| self.voice).map(say),
        });
        let cues: Vec<_> = cues.collect();
        let last = cues.iter().map(|it| it.at).max().unwrap_or_default();
        self.end = anchor + last.div_f64(speed.factor());
        if cues.is_empty() {
            self.performer.silence();
        } else {
            let (generation, speed) = (self.generation, speed.factor());
            self.performer.perform(Performance { generation, anchor, speed, cues });
        }
    }

    /// Waits until the last of what is performed was heard.
    pub(super) fn wait_for_end(&self, context: &Context) {
        /// The last words take about so long.
        const WORDS: Duration = Duration::from_millis(1500);
        let left = (self.end + WORDS).saturating_sub(context.clock.mono());
        context.clock.sleep(left);
    }
}

//! The score: every sound from now to the next moment that waits for the person, with its exact
//! offset (architecture decision 2). Whoever performs it needs no frames and asks no questions.

use std::time::Duration;

use super::Session;

/// All cues from now on. A new score replaces the old one at once.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Score {
    /// In the order in which they sound.
    pub cues: Vec<ScoreCue>,
}

/// A sound or words at a moment.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreCue {
    /// Time from the moment for which the score was made.
    pub at: Duration,
    /// What sounds.
    pub tone: Option<Tone>,
    /// What is said.
    pub words: Option<Words>,
}

/// The tones (visual.md, Sound).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// One low note.
    Ready,
    /// One of three short equal notes before something begins or ends.
    Countdown,
    /// A rising third.
    Start,
    /// One soft bell.
    Halfway,
    /// A falling third, always heard.
    End,
    /// Two notes, left then right.
    Switch,
    /// A wood tick: a rep begins.
    Beat,
    /// A lighter tick: a phase of the rep begins.
    Phase,
    /// A short chord: the session is over.
    Done,
}

/// What is said, as a value; `text` makes the sentence (indices lead into the plan).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Words {
    /// The name of the exercise, before its get-ready; `first` at the start of a session.
    Exercise {
        /// Index of the entry.
        entry: usize,
        /// Whether it is the first of the session ("First" and not "Next").
        first: bool,
    },
    /// How much: "Two sets of 12 a side", "Hold for 30 seconds".
    Dose {
        /// Index of the work step.
        step: usize,
    },
    /// What to do for the side of this step: "Left leg works. Lie on your right side."
    Side {
        /// Index of the step.
        step: usize,
        /// Whether only the short form fits.
        short: bool,
    },
    /// How to get into position.
    Setup {
        /// Index of the entry.
        entry: usize,
        /// Whether only the short form fits.
        short: bool,
    },
    /// One of the entry's cues.
    Cue {
        /// Index of the entry.
        entry: usize,
        /// Index of the cue.
        cue: usize,
        /// Whether only the short form fits.
        short: bool,
    },
    /// A rep's number.
    Rep(u32),
    /// "Change sides."
    Switch,
    /// "Rest, 20 seconds."
    Rest(u64),
    /// "Last set."
    LastSet,
    /// "Halfway."
    Halfway,
    /// "Take your time. Say done when …": the set is at one's own pace.
    OwnPace {
        /// Index of the step.
        step: usize,
    },
    /// The session is over.
    Finished,
}

/// The score of a session from this moment on; empty when it stands still or is over.
pub fn score(session: &Session) -> Score {
    let _ = session;
    Score::default()
}

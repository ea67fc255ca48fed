//! The score: every sound from now to the next moment that waits for the person, with its exact
//! offset (architecture decision 2). Whoever performs it needs no frames and asks no questions.

use std::time::Duration;

use super::engine::State;
use super::place::{Mode, Place};
use super::{At, Ending, Event, Session, Step, StepKind};
use crate::units::Tempo;

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
    /// What is to be done or read in a step of a check.
    Task {
        /// Index of the step.
        step: usize,
        /// Whether only the short form fits.
        short: bool,
    },
    /// "Take your time. Say done when …": the set is at one's own pace.
    OwnPace {
        /// Index of the step.
        step: usize,
    },
    /// The session is over.
    Finished,
}

/// A countdown of three notes, one a second.
const COUNTDOWN: Duration = Duration::from_secs(3);
/// A gap shorter than this has no countdown: it would begin before one knows what for.
const COUNTDOWN_FROM: Duration = Duration::from_secs(5);
/// A hold shorter than this has no bell in its middle.
const HALFWAY_FROM: Duration = Duration::from_secs(20);
/// After the falling third of the set before.
const SWITCH_AFTER: Duration = Duration::from_millis(700);
/// The chord, after the falling third of the last set.
const DONE_AFTER: Duration = Duration::from_millis(900);

/// The score of a session from this moment to the next that waits for the person; empty when it
/// stands still or is over.
pub fn score(session: &Session) -> Score {
    let State::On(place, mode) = session.state else { return Score::default() };
    let mut writer = Writer { session, cues: Vec::new() };
    let into = Signed::from(place.into);
    let start = match mode {
        Mode::Paused { .. } => return Score::default(),
        Mode::Running => -into,
        Mode::CountIn { left } => {
            let works = place.of(&session.plan).is_some_and(|it| it.kind == StepKind::Work);
            if works {
                writer.countdown(0, Signed::from(left));
                writer.tone(Signed::from(left), Tone::Start);
            }
            Signed::from(left) - into
        }
    };
    writer.steps(place, start, matches!(mode, Mode::CountIn { .. }));
    let mut cues: Vec<_> = writer
        .cues
        .into_iter()
        .filter_map(|(at, tone, words)| {
            Some(ScoreCue { at: Duration::from_nanos(u64::try_from(at).ok()?), tone, words })
        })
        .collect();
    cues.sort_by_key(|it| it.at);
    Score { cues }
}

/// The score after a command: what the command itself ended is heard too. A set that the person says
/// is done has its falling third, and a session that is over with it its chord.
pub fn score_after(session: &Session, events: &[At]) -> Score {
    let mut score = score(session);
    let is_done = |it: &At| {
        let Event::SetSettled { step } = it.event else { return false };
        session.result(step).is_some_and(|it| !it.skipped)
    };
    let is_over = session.ending() == Some(Ending::Completed);
    let stands = matches!(session.state, State::On(_, Mode::Paused { .. }));
    // What is told anew because the steps around it have changed was heard before.
    let is_told_anew = events.iter().any(|it| matches!(it.event, Event::Replanned { .. }));
    let mut first = Vec::new();
    if !stands && !is_told_anew && events.iter().any(is_done) {
        first.push(ScoreCue { at: Duration::ZERO, tone: Some(Tone::End), words: None });
    }
    if is_over {
        first.push(ScoreCue { at: DONE_AFTER, tone: Some(Tone::Done), words: None });
        let words = Some(Words::Finished);
        first.push(ScoreCue { at: DONE_AFTER * 3, tone: None, words });
    }
    score.cues.splice(..0, first);
    score
}

/// Nanoseconds from now; what lies in the past is negative and is not played.
type Nanos = i128;

struct Signed;

impl Signed {
    const fn from(it: Duration) -> Nanos {
        it.as_nanos().cast_signed()
    }
}

struct Writer<'a> {
    session: &'a Session,
    cues: Vec<(Nanos, Option<Tone>, Option<Words>)>,
}

impl Writer<'_> {
    fn tone(&mut self, at: Nanos, tone: Tone) {
        self.cues.push((at, Some(tone), None));
    }

    /// Writes the steps from a place on; the first began at `start`. After a count-in the beginning
    /// of its step is not sounded again.
    fn steps(&mut self, place: Place, mut start: Nanos, counted_in: bool) {
        let session = self.session;
        let left = session.plan.steps.iter().enumerate().skip(place.step);
        let left = left.filter(|it| !session.done.dropped.contains(&it.1.entry));
        let mut last = None;
        for (i, step) in left {
            let here = if i == place.step { place } else { Place::start_of(i) };
            let from = self.cues.len();
            self.begin(i, step, start);
            let length = here.length(step);
            if let Some(length) = length {
                self.inside(i, step, start, length);
            }
            if counted_in && i == place.step {
                self.drop_past(from, start + Signed::from(place.into));
            }
            let Some(length) = length else { return };
            start += Signed::from(length);
            last = Some(step.kind);
        }
        if last.is_some() {
            self.tone(start + Signed::from(DONE_AFTER), Tone::Done);
            self.cues.push((start + Signed::from(DONE_AFTER * 3), None, Some(Words::Finished)));
        }
    }

    /// Takes back what lies at or before a moment among the cues from an index on.
    fn drop_past(&mut self, from: usize, until: Nanos) {
        let mut i = 0;
        self.cues.retain(|it| {
            i += 1;
            i <= from || it.0 > until
        });
    }

    /// The beginning of a step.
    fn begin(&mut self, i: usize, step: &Step, start: Nanos) {
        match step.kind {
            StepKind::Ready => self.tone(start, Tone::Ready),
            StepKind::Work => self.tone(start, Tone::Start),
            StepKind::Switch => self.tone(start + Signed::from(SWITCH_AFTER), Tone::Switch),
            StepKind::Rest => {}
        }
        if step.waits() {
            let words = match self.session.plan.task(i) {
                Some(_) => Words::Task { step: i, short: false },
                None => Words::OwnPace { step: i },
            };
            self.cues.push((start + 1_000_000_000, None, Some(words)));
        }
    }

    /// Everything from the beginning of a step to its end.
    fn inside(&mut self, i: usize, step: &Step, start: Nanos, length: Duration) {
        let end = start + Signed::from(length);
        match step.work.and_then(|it| it.tempo) {
            Some(tempo) => self.reps(step, &tempo, start),
            None if length >= COUNTDOWN_FROM => self.countdown(start, end),
            None => {}
        }
        if step.kind == StepKind::Work {
            if step.work.is_some_and(|it| it.tempo.is_none()) && length >= HALFWAY_FROM {
                self.tone(start + Signed::from(length / 2), Tone::Halfway);
            }
            self.tone(end, Tone::End);
        }
        let spoken = super::words::spoken(&self.session.plan, i, step, length);
        self.cues
            .extend(spoken.into_iter().map(|it| (start + Signed::from(it.0), None, Some(it.1))));
    }

    /// Three notes, 3, 2 and 1 s before `end`; none before `start`.
    fn countdown(&mut self, start: Nanos, end: Nanos) {
        for second in 1..=COUNTDOWN.as_secs() {
            let at = end - Signed::from(Duration::from_secs(second));
            if at >= start {
                self.tone(at, Tone::Countdown);
            }
        }
    }

    /// A beat where each rep begins, a lighter one where each further phase does; none after the
    /// last rep, whose end is the end of the set.
    fn reps(&mut self, step: &Step, tempo: &Tempo, start: Nanos) {
        let count = step.work.and_then(|it| it.amount.count()).unwrap_or(0);
        for rep in 0..count {
            self.rep(tempo, start + Signed::from(tempo.rep() * rep), rep == 0);
        }
    }

    /// The set's own beginning is sounded by its rising third.
    fn rep(&mut self, tempo: &Tempo, mut at: Nanos, first: bool) {
        for (k, (_, length)) in tempo.phases().enumerate() {
            match (first, k) {
                (true, 0) => {}
                (false, 0) => self.tone(at, Tone::Beat),
                _ => self.tone(at, Tone::Phase),
            }
            at += Signed::from(length);
        }
    }
}

//! Which words are said when, and how long they take.
//!
//! Words never cover the last three seconds of a step, nor each other. What does not fit is said in
//! its short form or not at all.

use std::time::Duration;

use super::score::Words;
use super::view::cue_at;
use super::{Plan, Step, StepKind};
use crate::library::{Cue, Screen};
use crate::units::Tempo;

/// Calm speech is about 150 words a minute; instructions are read a little slower.
const PER_WORD: Duration = Duration::from_millis(420);
/// Breath before and after a sentence.
const AROUND: Duration = Duration::from_millis(500);
/// Words wait until the tone that begins a step has faded.
const AFTER_TONE: Duration = Duration::from_millis(900);
/// The change-of-sides tone sounds later than others: two thirds of a second in.
const AFTER_SWITCH: Duration = Duration::from_millis(1600);
/// The last seconds of a timed step belong to its countdown.
const COUNTDOWN: Duration = Duration::from_millis(3100);
/// A shorter rep leaves no room for its number.
const REP_FOR_NUMBER: Duration = Duration::from_millis(1500);

/// How long words are reckoned to take when nobody has measured a recording of them.
pub fn estimate(words: &Words, plan: &Plan) -> Duration {
    let entry = |i: usize| plan.entries.get(i);
    let count = match words {
        Words::Exercise { entry: i, .. } => entry(*i).map_or(2, |it| count(&it.name.long) + 1),
        Words::Dose { .. } => 6,
        Words::Side { step, short } => {
            let step = plan.steps.get(*step);
            let line = step.and_then(|it| entry(it.entry)).and_then(|it| it.side_line.as_ref());
            line.map_or(2, |it| of(it, *short))
        }
        Words::Setup { entry: i, short } => entry(*i).map_or(0, |it| of(&it.setup, *short)),
        Words::Cue { entry: i, cue, short } => {
            entry(*i).and_then(|it| it.cues.get(*cue)).map_or(0, |it| of(it, *short))
        }
        Words::Rep(_) | Words::Halfway => 1,
        Words::Switch | Words::LastSet | Words::Rest(_) => 3,
        Words::Task { step, short } => plan.task(*step).map_or(0, |it| of(&it.say, *short)),
        Words::OwnPace { .. } => 8,
        Words::Finished => 4,
    };
    PER_WORD * u32::try_from(count).unwrap_or(u32::MAX) + AROUND
}

fn of(cue: &Cue, short: bool) -> usize {
    count(if short { &cue.short } else { &cue.long })
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The words of one step with their offsets from its start.
pub(super) fn spoken(
    plan: &Plan,
    i: usize,
    step: &Step,
    length: Duration,
) -> Vec<(Duration, Words)> {
    match step.kind {
        StepKind::Ready => ready(plan, i, step, length),
        StepKind::Switch => {
            let mut line = Line::new(plan, AFTER_SWITCH, length.saturating_sub(COUNTDOWN));
            line.say(Words::Switch);
            line.say_side(i);
            line.said
        }
        StepKind::Rest => {
            let mut line = Line::new(plan, AFTER_TONE, length.saturating_sub(COUNTDOWN));
            line.say(Words::Rest(length.as_secs()));
            if step.set == step.sets && step.sets > 1 {
                line.say(Words::LastSet);
            }
            line.said
        }
        StepKind::Work if plan.task(i).is_some() => {
            let mut line = Line::new(plan, AFTER_TONE, length.saturating_sub(COUNTDOWN));
            if !line.say(Words::Task { step: i, short: false }) {
                line.say(Words::Task { step: i, short: true });
            }
            line.said
        }
        StepKind::Work => match step.work.and_then(|it| it.tempo) {
            Some(tempo) => counting(plan, step, &tempo),
            None => holding(plan, step, length),
        },
    }
}

/// Before an exercise: what it is, for which side, how to get into it, how much.
fn ready(plan: &Plan, i: usize, step: &Step, length: Duration) -> Vec<(Duration, Words)> {
    let mut line = Line::new(plan, AFTER_TONE, length.saturating_sub(COUNTDOWN));
    let again = plan.steps.iter().take(i).any(|it| it.entry == step.entry);
    line.say(Words::Exercise { entry: step.entry, first: i == 0 });
    line.say_side(i);
    if !again && !line.say(Words::Setup { entry: step.entry, short: false }) {
        line.say(Words::Setup { entry: step.entry, short: true });
    }
    if plan.check.is_none() {
        line.say(Words::Dose { step: i });
    }
    line.said
}

/// In a hold: a reminder in each half, and the middle itself where the screen cannot be seen.
fn holding(plan: &Plan, step: &Step, length: Duration) -> Vec<(Duration, Words)> {
    let Some(entry) = plan.entries.get(step.entry) else { return Vec::new() };
    let half = length / 2;
    let mut line = Line::new(plan, AFTER_TONE, half.saturating_sub(AROUND));
    line.say_cue(step, Duration::ZERO, entry.cues.len());
    line.at = line.at.max(half + AFTER_TONE);
    line.until = length.saturating_sub(COUNTDOWN);
    if entry.screen != Screen::Yes && length >= Duration::from_secs(20) {
        line.say(Words::Halfway);
    }
    if length >= Duration::from_secs(20) {
        line.say_cue(step, half + AFTER_TONE, entry.cues.len());
    }
    line.said
}

/// In paced reps: the number as each rep begins, and now and then a reminder in its place.
fn counting(plan: &Plan, step: &Step, tempo: &Tempo) -> Vec<(Duration, Words)> {
    let Some(entry) = plan.entries.get(step.entry) else { return Vec::new() };
    let count = step.work.and_then(|it| it.amount.count()).unwrap_or(0);
    let mut said = Vec::new();
    let mut free = Duration::ZERO;
    for rep in 0..count {
        let start = tempo.rep() * rep;
        let at = start + Duration::from_millis(150);
        if at < free {
            continue;
        }
        let reminder = rep % 4 == 1 && rep + 2 < count;
        let cue = cue_at(step, start, entry.cues.len()).filter(|_| reminder);
        let cue = cue.map(|cue| Words::Cue { entry: step.entry, cue, short: true });
        let number = Some(Words::Rep(rep + 1)).filter(|_| tempo.rep() >= REP_FOR_NUMBER);
        if let Some(words) = cue.or(number) {
            free = at + estimate(&words, plan);
            if free <= tempo.rep() * count {
                said.push((at, words));
            }
        }
    }
    said
}

/// Words one after the other, as far as they fit.
struct Line<'a> {
    plan: &'a Plan,
    at: Duration,
    until: Duration,
    said: Vec<(Duration, Words)>,
}

impl<'a> Line<'a> {
    const fn new(plan: &'a Plan, at: Duration, until: Duration) -> Self {
        Self { plan, at, until, said: Vec::new() }
    }

    /// Says it if it fits; tells whether it did.
    fn say(&mut self, words: Words) -> bool {
        let end = self.at + estimate(&words, self.plan);
        let fits = end <= self.until;
        if fits {
            self.said.push((self.at, words));
            self.at = end;
        }
        fits
    }

    fn say_side(&mut self, step: usize) {
        let at = self.plan.steps.get(step);
        let entry = at.and_then(|it| self.plan.entries.get(it.entry));
        let one = at.is_some_and(|it| it.side.one().is_some());
        if one && entry.is_some_and(|it| it.side_line.is_some()) {
            let long = self.say(Words::Side { step, short: false });
            if !long {
                self.say(Words::Side { step, short: true });
            }
        }
    }

    fn say_cue(&mut self, step: &Step, into: Duration, cues: usize) {
        if let Some(cue) = cue_at(step, into, cues) {
            let entry = step.entry;
            let long = self.say(Words::Cue { entry, cue, short: false });
            if !long {
                self.say(Words::Cue { entry, cue, short: true });
            }
        }
    }
}

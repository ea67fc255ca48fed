//! What one frame may show, frozen.

use std::time::Duration;

use super::engine::State;
use super::place::{Mode, Place};
use super::{Ending, PauseReason, Session, Step, StepKind};
use crate::library::Amount;
use crate::units::{Phase as TempoPhase, Sides};

/// A session at one moment. Indices lead into the plan (`entries`, `steps`), which the drawing code
/// has beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// Waiting, running, counting in, paused or over.
    pub phase: Phase,
    /// Index of the step.
    pub step: usize,
    /// Index of the exercise.
    pub entry: usize,
    /// The kind of the step.
    pub kind: StepKind,
    /// The hip that works, or will.
    pub side: Sides,
    /// The set, from 1.
    pub set: u32,
    /// Of how many.
    pub sets: u32,
    /// The large number.
    pub number: Number,
    /// Where the rep is, in paced reps.
    pub tempo: Option<TempoView>,
    /// How much of the step is over, 0 to 1.
    pub fraction: f32,
    /// Time into the step.
    pub into: Duration,
    /// The reminder to show: an index into the entry's cues.
    pub cue: Option<usize>,
    /// What follows this step or gap.
    pub next: Option<Brief>,
    /// What follows that: the next other exercise.
    pub then: Option<Brief>,
    /// Time left in the whole session, sets at one's own pace at their usual tempo.
    pub left: Duration,
    /// Active time so far.
    pub active: Duration,
    /// When the picture next changes by itself; `None` when only a command can change it.
    pub until_next_change: Option<Duration>,
    /// Seconds in which the last skip, redo or jump may still be undone.
    pub undo: Option<Duration>,
}

/// Where a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Not begun.
    Waiting,
    /// Running.
    Running,
    /// Counting in after a pause.
    CountIn {
        /// Time left.
        left: Duration,
    },
    /// Standing still.
    Paused {
        /// Why.
        reason: PauseReason,
        /// For how long so far.
        paused: Duration,
    },
    /// Over.
    Ended(Ending),
}

/// The large number of the session screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// Whole seconds left (rounded up, so that 0 is never shown while time is left).
    Seconds(u64),
    /// The rep one is in, from 1, of how many.
    Rep {
        /// From 1 (0 before the first tap at one's own pace).
        now: u32,
        /// In all.
        of: u32,
    },
}

/// Where a paced rep is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TempoView {
    /// The phase.
    pub phase: TempoPhase,
    /// 0 to 1 within the phase.
    pub fraction: f32,
}

/// A coming exercise or set, in brief.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Brief {
    /// Index of its work step.
    pub step: usize,
    /// Index of the exercise.
    pub entry: usize,
    /// The hip.
    pub side: Sides,
    /// What is asked.
    pub amount: Amount,
    /// Whether it is the same exercise as now.
    pub same_exercise: bool,
}

/// A reminder stays long enough to be read twice from across a room.
const CUE_STAYS: Duration = Duration::from_secs(10);

/// The reminder for a moment of a set: the first cue in the first set, then each in turn, so that no
/// two sets are taught alike. The score says the same ones.
pub(super) fn cue_at(step: &Step, into: Duration, cues: usize) -> Option<usize> {
    if step.kind != StepKind::Work || cues == 0 {
        return None;
    }
    let turns = step.length.as_millis() / CUE_STAYS.as_millis();
    let turn = (into.as_millis() / CUE_STAYS.as_millis()).min(turns.saturating_sub(1));
    let set = step.set.saturating_sub(1) as usize;
    Some((set * 2 + usize::try_from(turn).unwrap_or(0)) % cues)
}

impl Session {
    /// The session at this moment.
    pub fn view(&self) -> View {
        let place = match self.state {
            State::Waiting => Place::default(),
            State::On(place, _) | State::Over(_, place) => place,
        };
        let step = place.of(&self.plan).or_else(|| self.plan.steps.last());
        let length = step.and_then(|it| place.length(it));
        let next = self.brief_after(place.step, |_| true);
        let entry = step.map_or(0, |it| it.entry);
        let then = next.and_then(|next| {
            self.brief_after(next.step, |it| it.entry != next.entry && it.entry != entry)
        });
        let cues = self.plan.entries.get(entry).map_or(0, |it| it.cues.len());
        View {
            phase: self.phase(),
            step: place.step.min(self.plan.steps.len().saturating_sub(1)),
            entry,
            kind: step.map_or(StepKind::Ready, |it| it.kind),
            side: step.map_or(Sides::Both, |it| it.side),
            set: step.map_or(1, |it| it.set),
            sets: step.map_or(1, |it| it.sets),
            number: step.map_or(Number::Seconds(0), |it| number(place, it)),
            tempo: step.and_then(|it| tempo_view(place, it)),
            fraction: fraction(place, step, length),
            into: place.into,
            cue: step.and_then(|it| cue_at(it, place.into, cues)),
            next,
            then,
            left: self.left(place),
            active: self.active,
            until_next_change: self.until_next_change(place, step),
            undo: self.undo.as_ref().map(|it| it.left),
        }
    }

    fn phase(&self) -> Phase {
        match self.state {
            State::Waiting => Phase::Waiting,
            State::On(_, Mode::Running) => Phase::Running,
            State::On(_, Mode::CountIn { left }) => Phase::CountIn { left },
            State::On(_, Mode::Paused { reason, paused }) => Phase::Paused { reason, paused },
            State::Over(ending, _) => Phase::Ended(ending),
        }
    }

    /// The first set after a step that is still to be done and that `which` chooses.
    fn brief_after(&self, after: usize, which: impl Fn(&Step) -> bool) -> Option<Brief> {
        let here = self.plan.steps.get(after).map(|it| it.entry);
        let mut steps = self.plan.steps.iter().enumerate().skip(after + 1);
        steps.find_map(|(i, it)| {
            let work = it.work.filter(|_| !self.done.dropped.contains(&it.entry) && which(it))?;
            Some(Brief {
                step: i,
                entry: it.entry,
                side: it.side,
                amount: work.amount,
                same_exercise: Some(it.entry) == here,
            })
        })
    }

    /// Time left in the whole session.
    fn left(&self, place: Place) -> Duration {
        let running = place.of(&self.plan).map_or(Duration::ZERO, |it| {
            place.length(it).unwrap_or(it.length).saturating_sub(place.into)
        });
        let later = self.plan.steps.iter().skip(place.step + 1);
        let later = later.filter(|it| !self.done.dropped.contains(&it.entry));
        if self.is_over() { Duration::ZERO } else { running + later.map(|it| it.length).sum() }
    }

    /// When the picture next changes by itself.
    fn until_next_change(&self, place: Place, step: Option<&Step>) -> Option<Duration> {
        let undo = self.undo.as_ref().map(|it| it.left);
        let here = match self.state {
            State::On(_, Mode::CountIn { left }) => Some(to_next_second(left)),
            State::On(_, Mode::Running) => step.and_then(|it| next_change(place, it)),
            State::Waiting | State::On(_, Mode::Paused { .. }) | State::Over(..) => None,
        };
        here.into_iter().chain(undo).min()
    }
}

fn number(place: Place, step: &Step) -> Number {
    let Some((work, of)) = step.work.and_then(|it| Some((it, it.amount.count()?))) else {
        let left = place.length(step).map_or(step.length, |it| it.saturating_sub(place.into));
        return Number::Seconds(whole_seconds_up(left));
    };
    let done = place.reps(step);
    let now = if work.waits() { done } else { (done + 1).min(of) };
    Number::Rep { now: now.saturating_add_signed(place.correction), of }
}

/// Rounded up, so that 0 is never shown while time is left.
const fn whole_seconds_up(left: Duration) -> u64 {
    left.as_secs() + if left.subsec_nanos() > 0 { 1 } else { 0 }
}

/// How long until the whole number of seconds left becomes one less.
const fn to_next_second(left: Duration) -> Duration {
    let over = left.subsec_nanos();
    if over > 0 { Duration::from_nanos(over as u64) } else { Duration::from_secs(1) }
}

fn tempo_view(place: Place, step: &Step) -> Option<TempoView> {
    let at = step.work?.tempo?.at(place.into)?;
    Some(TempoView { phase: at.phase, fraction: at.fraction() })
}

fn fraction(place: Place, step: Option<&Step>, length: Option<Duration>) -> f32 {
    let counted = || {
        let step = step?;
        let of = step.work?.amount.count()?;
        Some(place.reps(step) as f32 / of.max(1) as f32)
    };
    match length {
        Some(it) if !it.is_zero() => (place.into.as_secs_f32() / it.as_secs_f32()).min(1.0),
        Some(_) => 1.0,
        None => counted().unwrap_or(0.0).min(1.0),
    }
}

/// In a timed step the next second, in paced reps the next phase, and the next reminder.
fn next_change(place: Place, step: &Step) -> Option<Duration> {
    let length = place.length(step)?;
    let left = length.saturating_sub(place.into);
    let tick = match step.work.and_then(|it| it.tempo) {
        Some(tempo) => tempo.at(place.into).map(|it| it.length.saturating_sub(it.into)),
        None => Some(to_next_second(left)),
    };
    let stay = CUE_STAYS.as_millis();
    let cue = Duration::from_millis((stay - place.into.as_millis() % stay) as u64);
    tick.into_iter().chain([cue]).min().filter(|it| !it.is_zero())
}

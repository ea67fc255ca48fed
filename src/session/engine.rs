//! The session itself: a place in a plan that time and commands move.

use std::collections::BTreeSet;
use std::time::Duration;

use super::place::{Mode, Place, whole_reps};
use super::{At, Ending, Event, Hurt, Plan, SetResult, Splice, Step, StepKind, Told};

/// A skip, redo, jump or other form of an exercise can be undone for so long.
pub(super) const UNDO: Duration = Duration::from_secs(5);

/// A session: a plan, a place in it, and what was done.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    pub(super) plan: Plan,
    pub(super) state: State,
    pub(super) done: Done,
    /// What was read in a check, in the order in which it was.
    pub(super) read: Vec<Told>,
    pub(super) undo: Option<Box<Undo>>,
    /// Everything since Start.
    pub(super) clock: Duration,
    pub(super) active: Duration,
    pub(super) paused: Duration,
}

/// Where a session stands. *Paused and finished* cannot be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Waiting,
    On(Place, Mode),
    Over(Ending, Place),
}

/// What a session has to show for itself.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Done {
    /// By step; `None` for gaps and for what is still to come.
    pub(super) results: Vec<Option<SetResult>>,
    /// Entries of which the rest was given up.
    pub(super) dropped: BTreeSet<usize>,
    pub(super) hurts: Vec<Hurt>,
}

/// What a skip, redo, jump or other form can be taken back to.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Undo {
    pub(super) place: Place,
    pub(super) done: Done,
    /// What makes the plan what it was.
    pub(super) plan: Option<Splice>,
    pub(super) left: Duration,
}

impl Session {
    /// A session that has not begun.
    pub fn new(plan: Plan) -> Self {
        let done = Done { results: vec![None; plan.steps.len()], ..Done::default() };
        Self {
            plan,
            state: State::Waiting,
            done,
            read: Vec::new(),
            undo: None,
            clock: Duration::ZERO,
            active: Duration::ZERO,
            paused: Duration::ZERO,
        }
    }

    /// The plan.
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Lets time pass, crossing as many steps as it covers. Each event carries the moment at which
    /// it happened, so that a late call loses nothing.
    pub fn advance(&mut self, mut span: Duration) -> Vec<At> {
        let mut events = Vec::new();
        while !span.is_zero() {
            let State::On(place, mode) = self.state else { break };
            let used = match mode {
                Mode::Paused { reason, paused } => {
                    self.state = State::On(place, Mode::Paused { reason, paused: paused + span });
                    self.paused += span;
                    self.pass(span)
                }
                Mode::CountIn { left } if span < left => {
                    let left = left.saturating_sub(span);
                    self.state = State::On(place, Mode::CountIn { left });
                    self.paused += span;
                    self.pass(span)
                }
                Mode::CountIn { left } => {
                    self.state = State::On(place, Mode::Running);
                    self.paused += left;
                    self.pass(left);
                    self.tell(&mut events, Event::Resumed);
                    left
                }
                Mode::Running => self.run(place, span, &mut events),
            };
            span = span.saturating_sub(used);
        }
        events
    }

    /// Runs the step for at most `span`; returns the time used.
    fn run(&mut self, place: Place, span: Duration, events: &mut Vec<At>) -> Duration {
        let Some(step) = place.of(&self.plan).cloned() else {
            self.end(Ending::Completed, place, events);
            return Duration::ZERO;
        };
        let length = place.length(&step);
        let left = length.map_or(Duration::MAX, |it| it.saturating_sub(place.into));
        let used = span.min(left);
        let moved = Place { into: place.into + used, ..place };
        self.tell_reps(&step, place, moved, events);
        self.active += used;
        self.pass(used);
        self.state = State::On(moved, Mode::Running);
        if used == left {
            self.settle(moved, &step, false, events);
            self.go_on(place.step + 1, events);
        }
        used
    }

    /// Reps completed on the way, each at its own moment.
    fn tell_reps(&self, step: &Step, from: Place, to: Place, events: &mut Vec<At>) {
        let Some(tempo) = step.work.and_then(|it| it.tempo) else { return };
        let (before, after) = (whole_reps(from.into, &tempo), to.reps(step));
        for done in before + 1..=after {
            let at = self.clock + (tempo.rep() * done).saturating_sub(from.into);
            events.push(At { at, event: Event::Rep { step: from.step, done } });
        }
    }

    /// Lets the session's own clock run.
    fn pass(&mut self, span: Duration) -> Duration {
        self.clock += span;
        if let Some(undo) = &mut self.undo {
            undo.left = undo.left.saturating_sub(span);
            if undo.left.is_zero() {
                self.undo = None;
            }
        }
        span
    }

    pub(super) fn tell(&self, events: &mut Vec<At>, event: Event) {
        events.push(At { at: self.clock, event });
    }

    /// Keeps what was done of a set.
    pub(super) fn settle(&mut self, place: Place, step: &Step, cut: bool, events: &mut Vec<At>) {
        let Some(done) = place.done(step) else { return };
        if let Some(result) = self.set_result(step, done, cut) {
            self.keep(place.step, Some(result), events);
        }
    }

    /// The result of a set of which `done` was done; nothing done is a set left out.
    pub(super) fn set_result(
        &self,
        step: &Step,
        done: crate::library::Amount,
        cut: bool,
    ) -> Option<SetResult> {
        let entry = self.plan.entries.get(step.entry)?;
        let planned = step.work?.amount;
        let skipped = cut || done == planned.none();
        Some(SetResult {
            exercise: entry.exercise.clone(),
            level: entry.level,
            side: step.side,
            set: step.set,
            sets: step.sets,
            planned,
            done,
            skipped,
        })
    }

    pub(super) fn keep(&mut self, step: usize, result: Option<SetResult>, events: &mut Vec<At>) {
        let Some(slot) = self.done.results.get_mut(step) else { return };
        let event = match (&*slot, &result) {
            (None, None) => return,
            (Some(_), None) => Event::SetReopened { step },
            (_, Some(_)) => Event::SetSettled { step },
        };
        *slot = result;
        self.tell(events, event);
    }

    /// Begins the step of this index, or the next one that was not given up.
    pub(super) fn go_on(&mut self, from: usize, events: &mut Vec<At>) {
        let given_up = |it: &Step| self.done.dropped.contains(&it.entry);
        let next = self.plan.steps.iter().enumerate().skip(from).find(|it| !given_up(it.1));
        let next = next.map(|it| it.0);
        match next {
            Some(step) => self.begin(step, Mode::Running, events),
            None => self.end(Ending::Completed, Place::start_of(self.plan.steps.len()), events),
        }
    }

    /// Begins a step; a set that was settled before is to be done again.
    pub(super) fn begin(&mut self, step: usize, mode: Mode, events: &mut Vec<At>) {
        self.state = State::On(Place::start_of(step), mode);
        self.keep(step, None, events);
        self.tell(events, Event::Began { step });
    }

    /// Ends the session; what was planned and not done is recorded as left out, side by side.
    pub(super) fn end(&mut self, ending: Ending, place: Place, events: &mut Vec<At>) {
        if ending != Ending::Left {
            self.settle_rest(|_| true, events);
        }
        self.state = State::Over(ending, place);
        self.undo = None;
        self.tell(events, Event::Ended { ending });
    }

    /// Records every unsettled set that `which` chooses as not done.
    pub(super) fn settle_rest(
        &mut self,
        which: impl Fn(&(usize, &Step)) -> bool,
        events: &mut Vec<At>,
    ) {
        let open: Vec<_> = self
            .plan
            .steps
            .iter()
            .enumerate()
            .filter(|it| it.1.kind == StepKind::Work && which(it))
            .filter(|it| self.result(it.0).is_none())
            .filter_map(|(i, _)| Some((i, self.set(i)?)))
            .collect();
        for (step, result) in open {
            self.keep(step, Some(result), events);
        }
    }

    /// The result of a work step, once settled.
    pub fn result(&self, step: usize) -> Option<&SetResult> {
        self.done.results.get(step)?.as_ref()
    }

    /// The set of a step as it stands: as it was settled, else left out whole.
    pub fn set(&self, step: usize) -> Option<SetResult> {
        self.result(step).cloned().or_else(|| {
            let step = self.plan.steps.get(step)?;
            self.set_result(step, step.work?.amount.none(), true)
        })
    }

    /// All settled sets, in plan order.
    pub fn results(&self) -> Vec<&SetResult> {
        self.done.results.iter().flatten().collect()
    }

    /// Keeps a reading of a check. It does not move the session.
    pub fn tell_reading(&mut self, told: Told) -> Vec<At> {
        if self.is_over() || self.plan.reads(told.step).is_none() {
            return Vec::new();
        }
        self.read.push(told);
        let mut events = Vec::new();
        self.tell(&mut events, Event::Read);
        events
    }

    /// What was read in a check, in the order in which it was; of a step the last counts.
    pub fn readings(&self) -> &[Told] {
        &self.read
    }

    /// Pain told so far.
    pub fn hurts(&self) -> &[Hurt] {
        &self.done.hurts
    }

    /// Whether it is over.
    pub const fn is_over(&self) -> bool {
        matches!(self.state, State::Over(..))
    }

    /// How it ended, once it has.
    pub const fn ending(&self) -> Option<Ending> {
        match self.state {
            State::Over(ending, _) => Some(ending),
            State::Waiting | State::On(..) => None,
        }
    }

    /// Session time: everything since Start, pauses included.
    pub const fn clock(&self) -> Duration {
        self.clock
    }

    /// Active time: everything but pauses and count-ins.
    pub const fn active(&self) -> Duration {
        self.active
    }

    /// Paused time, count-ins included.
    pub const fn paused(&self) -> Duration {
        self.paused
    }
}

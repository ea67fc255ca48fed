//! What each command does to a session.

use std::time::Duration;

use super::engine::{State, UNDO, Undo};
use super::place::{Mode, Place};
use super::{
    At, Command, Ending, Event, Hurt, HurtAnswer, PauseReason, Session, Step, StepKind, Work,
};

/// "Back" goes to the step before when this one is younger; as every player does.
const BACK_RESTARTS_AFTER: Duration = Duration::from_secs(3);
/// The most by which a step can be made longer in all: a slip of the hand must not hold a session.
const STRETCH_MAX: Duration = Duration::from_secs(600);
/// The most a set's count can be corrected to.
const COUNT_MAX: u32 = 999;

/// Where a command finds the session.
struct Here {
    place: Place,
    mode: Mode,
    step: Step,
}

impl Session {
    /// Does what was asked, at this moment; returns what happened.
    pub fn apply(&mut self, command: Command) -> Vec<At> {
        let mut events = Vec::new();
        match self.state {
            State::Waiting if command == Command::Start => {
                self.go_on(0, &mut events);
            }
            State::Waiting | State::Over(..) => {}
            State::On(place, mode) => {
                if let Some(step) = place.of(&self.plan).cloned() {
                    self.apply_on(command, &Here { place, mode, step }, &mut events);
                }
            }
        }
        events
    }

    fn apply_on(&mut self, command: Command, here: &Here, events: &mut Vec<At>) {
        let Here { place, mode, ref step } = *here;
        match command {
            Command::Start => {}
            Command::Pause(reason) => self.pause(reason, place, mode, events),
            Command::Resume => self.resume(here, events),
            Command::Back => self.back(place, mode, events),
            Command::Redo => self.redo(place, mode, events),
            Command::Skip => {
                self.remember(place);
                self.settle(place, step, true, events);
                self.move_on(place.step + 1, mode, events);
            }
            Command::SkipExercise => self.skip_exercise(here, events),
            Command::Drop(entry) if entry == step.entry => self.skip_exercise(here, events),
            Command::Drop(entry) => self.drop_entry(entry, events),
            Command::Jump(to) => self.jump(to, here, events),
            Command::Extend(secs) => self.extend(secs, here, events),
            Command::Done => {
                let mut place = place;
                if step.waits() && place.taps == 0 {
                    place.taps = step.work.and_then(|it| it.amount.count()).unwrap_or(0);
                }
                self.settle(place, step, false, events);
                self.move_on(place.step + 1, mode, events);
            }
            Command::Tap => self.tap(here, events),
            Command::Correct(by) => self.correct(by, here, events),
            Command::Hurt(answer) => self.hurt(answer, here, events),
            Command::HurtsAt(place) => {
                if let Some(last) = self.done.hurts.last_mut() {
                    last.place = Some(place).filter(|_| last.place != Some(place));
                    self.tell(events, Event::HurtsAt);
                }
            }
            Command::Undo => self.take_back(mode, events),
            Command::Finish => {
                if !place.into.is_zero() || place.taps > 0 {
                    self.settle(place, step, true, events);
                }
                self.end(Ending::Early, place, events);
            }
            Command::Leave => self.end(Ending::Left, place, events),
        }
    }

    fn pause(&mut self, reason: PauseReason, place: Place, mode: Mode, events: &mut Vec<At>) {
        let paused = match mode {
            Mode::Paused { reason: now, .. } if now == reason => return,
            Mode::Paused { paused, .. } => paused,
            Mode::Running | Mode::CountIn { .. } => Duration::ZERO,
        };
        self.state = State::On(place, Mode::Paused { reason, paused });
        self.tell(events, Event::Paused { reason });
    }

    /// A count-in of three seconds; after a long pause one has to get ready again.
    fn resume(&mut self, here: &Here, events: &mut Vec<At>) {
        let Here { place, mode, ref step } = *here;
        let Mode::Paused { reason, paused } = mode else { return };
        let long = reason == PauseReason::Restored || paused > self.plan.long_pause;
        let ready = self.plan.entries.get(step.entry).map(|it| it.ready);
        let length = ready.filter(|_| long).unwrap_or(self.plan.resume);
        self.count_in(length, place, events);
    }

    fn count_in(&mut self, length: Duration, place: Place, events: &mut Vec<At>) {
        if length.is_zero() {
            self.state = State::On(place, Mode::Running);
            self.tell(events, Event::Resumed);
        } else {
            self.state = State::On(place, Mode::CountIn { left: length });
            self.tell(events, Event::CountIn { length });
        }
    }

    /// Goes on with the step of this index or the next that is left; a paused session stays paused.
    fn move_on(&mut self, to: usize, mode: Mode, events: &mut Vec<At>) {
        self.go_on(to, events);
        self.stay_paused(mode);
    }

    pub(super) fn stay_paused(&mut self, mode: Mode) {
        if let (State::On(place, _), Mode::Paused { .. }) = (self.state, mode) {
            self.state = State::On(place, mode);
        }
    }

    fn back(&mut self, place: Place, mode: Mode, events: &mut Vec<At>) {
        let restart = place.into >= BACK_RESTARTS_AFTER || place.taps > 0 || place.step == 0;
        let to = if restart { place.step } else { place.step - 1 };
        self.arrive(to, mode, events);
    }

    /// Begins a step out of order: a set gets a count-in, so that one can get into position.
    fn arrive(&mut self, to: usize, mode: Mode, events: &mut Vec<At>) {
        self.revive(to);
        self.begin(to, Mode::Running, events);
        match mode {
            Mode::Paused { .. } => self.stay_paused(mode),
            Mode::Running | Mode::CountIn { .. } if self.is_work(to) => {
                self.count_in(self.plan.resume, Place::start_of(to), events);
            }
            Mode::Running | Mode::CountIn { .. } => {}
        }
    }

    /// This set again, or in a gap the set before it, after a count-in.
    fn redo(&mut self, place: Place, mode: Mode, events: &mut Vec<At>) {
        let Some(to) = (0..=place.step).rev().find(|it| self.is_work(*it)) else { return };
        self.remember(place);
        self.arrive(to, mode, events);
    }

    fn jump(&mut self, to: usize, here: &Here, events: &mut Vec<At>) {
        let Here { place, mode, ref step } = *here;
        if to >= self.plan.steps.len() || to == place.step {
            return;
        }
        self.remember(place);
        if to > place.step {
            self.settle(place, step, true, events);
            self.settle_rest(|it| it.0 < to, events);
        }
        self.arrive(to, mode, events);
    }

    fn skip_exercise(&mut self, here: &Here, events: &mut Vec<At>) {
        let Here { place, mode, ref step } = *here;
        self.remember(place);
        if !place.into.is_zero() || place.taps > 0 {
            self.settle(place, step, true, events);
        }
        self.drop_entry(step.entry, events);
        self.move_on(place.step + 1, mode, events);
    }

    fn drop_entry(&mut self, entry: usize, events: &mut Vec<At>) {
        self.done.dropped.insert(entry);
        self.tell(events, Event::Dropped { entry });
        self.settle_rest(|it| it.1.entry == entry, events);
    }

    /// Going to a step of a given-up exercise takes the giving-up back.
    fn revive(&mut self, step: usize) {
        if let Some(step) = self.plan.steps.get(step) {
            self.done.dropped.remove(&step.entry);
        }
    }

    /// Makes a timed step or a gap longer or shorter; a counted set has its own length.
    fn extend(&mut self, secs: i32, here: &Here, events: &mut Vec<At>) {
        let Here { place, mode, ref step } = *here;
        if step.work.is_some_and(|it| it.amount.count().is_some()) {
            return;
        }
        let most = i64::try_from(STRETCH_MAX.as_millis()).unwrap_or(i64::MAX);
        let stretch = (place.stretch + i64::from(secs) * 1000).clamp(-most, most);
        let place = Place { stretch, ..place };
        self.state = State::On(place, mode);
        if place.length(step) == Some(place.into) {
            self.settle(place, step, false, events);
            self.move_on(place.step + 1, mode, events);
        }
    }

    fn tap(&mut self, here: &Here, events: &mut Vec<At>) {
        let Here { place, mode, ref step } = *here;
        let Some(of) = step.work.filter(Work::waits).and_then(|it| it.amount.count()) else {
            return;
        };
        if mode != Mode::Running {
            return;
        }
        let place = Place { taps: place.taps + 1, ..place };
        self.state = State::On(place, mode);
        self.tell(events, Event::Rep { step: place.step, done: place.taps });
        if i64::from(place.taps) + i64::from(place.correction) >= i64::from(of) {
            self.settle(place, step, false, events);
            self.go_on(place.step + 1, events);
        }
    }

    /// Corrects the count of the running set, or in a gap of the set before.
    fn correct(&mut self, by: i32, here: &Here, events: &mut Vec<At>) {
        let Here { place, mode, ref step } = *here;
        if step.kind == StepKind::Work {
            let counted = place.reps(step).saturating_add_signed(place.correction);
            let wanted = counted.saturating_add_signed(by).min(COUNT_MAX);
            let by = i32::try_from(wanted).unwrap_or(0) - i32::try_from(counted).unwrap_or(0);
            let correction = place.correction.saturating_add(by);
            self.state = State::On(Place { correction, ..place }, mode);
            return;
        }
        let before = (0..place.step).rev().find(|it| self.result(*it).is_some());
        let Some((at, mut result)) = before.and_then(|it| Some((it, self.result(it)?.clone())))
        else {
            return;
        };
        if let Some(n) = result.done.count() {
            result.done = result.done.with_count(n.saturating_add_signed(by).min(COUNT_MAX));
            self.keep(at, Some(result), events);
        }
    }

    /// Keeps the answer with exercise, side and rep: of this set, or in a gap of the set before.
    fn hurt(&mut self, answer: HurtAnswer, here: &Here, events: &mut Vec<At>) {
        let Here { place, ref step, .. } = *here;
        let before = || (0..place.step).rev().find(|it| self.is_work(*it));
        let at = if step.kind == StepKind::Work { Some(place.step) } else { before() };
        let at = at.unwrap_or(place.step);
        let of = self.plan.steps.get(at).unwrap_or(step);
        let Some(entry) = self.plan.entries.get(of.entry) else { return };
        let rep = if at == place.step {
            place.done(of).and_then(crate::library::Amount::count)
        } else {
            self.result(at).and_then(|it| it.done.count())
        };
        let (exercise, side, rep) = (entry.exercise.clone(), of.side, rep.unwrap_or(0));
        self.done.hurts.push(Hurt { step: at, exercise, side, rep, answer, place: None });
        self.tell(events, Event::Hurt);
    }

    fn is_work(&self, step: usize) -> bool {
        self.plan.steps.get(step).is_some_and(|it| it.kind == StepKind::Work)
    }

    pub(super) fn remember(&mut self, place: Place) {
        self.undo = Some(Box::new(Undo { place, done: self.done.clone(), plan: None, left: UNDO }));
    }

    /// Back to where the last skip, redo or jump was asked, with what was done by then.
    fn take_back(&mut self, mode: Mode, events: &mut Vec<At>) {
        let Some(undo) = self.undo.take() else { return };
        let Undo { place, done, plan, .. } = *undo;
        if let Some(plan) = plan {
            self.replace(plan, events);
        }
        // Pain that was told since then stays told.
        let hurts = std::mem::take(&mut self.done.hurts);
        self.done.dropped = done.dropped;
        for (step, result) in done.results.into_iter().enumerate() {
            if self.result(step) != result.as_ref() {
                self.keep(step, result, events);
            }
        }
        self.done.hurts = hurts;
        self.tell(events, Event::Began { step: place.step });
        match mode {
            Mode::Paused { .. } => self.state = State::On(place, mode),
            Mode::Running | Mode::CountIn { .. } => {
                self.count_in(self.plan.resume, place, events);
            }
        }
    }
}

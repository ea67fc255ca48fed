//! From a session to the facts of its active log, and back.

use std::time::Duration;

use super::engine::State;
use super::place::{Mode, Place};
use super::{At, Ending, Event, Fact, PauseReason, Plan, Session, SetResult};

/// Where a session stood, and how it had ended.
type Stand = (Place, Option<Ending>);

impl Session {
    /// A session as its active log left it: paused, at the exact set and within 15 s of the place.
    /// Facts that do not fit the plan are passed over.
    pub fn restore(plan: Plan, facts: &[Fact]) -> Self {
        let mut session = Self::new(plan);
        let mut stand = (Place::default(), None);
        for fact in facts {
            stand = session.take(fact, stand);
        }
        session.clock = session.active + session.paused;
        session.state = match stand {
            (place, Some(how @ (Ending::Completed | Ending::Early))) => State::Over(how, place),
            (place, Some(Ending::Left) | None) => session.stand_at(place),
        };
        session
    }

    /// Takes one fact in; returns where the session then stood and whether it had ended.
    fn take(&mut self, fact: &Fact, stand: Stand) -> Stand {
        let (place, _) = stand;
        match fact {
            Fact::At { step, into, active, paused, taps } => {
                let Some(at) = self.plan.steps.get(*step) else { return stand };
                // Going to a step of a given-up exercise takes the giving-up back.
                self.done.dropped.remove(&at.entry);
                (self.active, self.paused) = (*active, *paused);
                return (Place { into: *into, taps: *taps, ..Place::start_of(*step) }, None);
            }
            Fact::Set { step, result } => self.put(*step, Some(result.clone())),
            Fact::Unset { step } => self.put(*step, None),
            Fact::Dropped { entry } => {
                self.done.dropped.insert(*entry);
            }
            Fact::Read(told) => self.read.push(told.clone()),
            Fact::Hurt(hurt) => self.done.hurts.push(hurt.clone()),
            Fact::HurtsAt { place } => {
                if let Some(last) = self.done.hurts.last_mut() {
                    last.place = *place;
                }
            }
            Fact::Replanned(splice) => {
                self.splice(splice.clone());
            }
            Fact::Ended { ending } => return (place, Some(*ending)),
            Fact::Paused { .. } | Fact::Resumed => {}
        }
        stand
    }

    fn put(&mut self, step: usize, result: Option<SetResult>) {
        if let Some(slot) = self.done.results.get_mut(step) {
            *slot = result;
        }
    }

    /// A set that was settled just before the end is not done twice: the session goes on after it.
    fn stand_at(&self, mut place: Place) -> State {
        let over = |it: usize| {
            let entry = self.plan.steps.get(it).map(|it| it.entry);
            self.result(it).is_some() || entry.is_some_and(|it| self.done.dropped.contains(&it))
        };
        while over(place.step) && place.step + 1 < self.plan.steps.len() {
            place = Place::start_of(place.step + 1);
        }
        let reason = PauseReason::Restored;
        State::On(place, Mode::Paused { reason, paused: Duration::ZERO })
    }

    /// The facts that an event leaves in the active log, in order. Results are those of now: call it
    /// with the events of one command or one advance, before the next.
    pub fn facts(&self, at: &At) -> Vec<Fact> {
        match at.event {
            Event::Began { step } => vec![self.began(step)],
            Event::Rep { step, .. } => {
                let waits = self.plan.steps.get(step).is_some_and(super::Step::waits);
                self.heartbeat().filter(|_| waits).into_iter().collect()
            }
            Event::SetSettled { step } => self
                .result(step)
                .map(|it| Fact::Set { step, result: it.clone() })
                .into_iter()
                .collect(),
            Event::SetReopened { step } => vec![Fact::Unset { step }],
            Event::Dropped { entry } => vec![Fact::Dropped { entry }],
            Event::Paused { reason } => {
                let mut facts = vec![Fact::Paused { reason }];
                facts.extend(self.heartbeat());
                facts
            }
            Event::CountIn { .. } => Vec::new(),
            Event::Resumed => vec![Fact::Resumed],
            Event::Read => self.readings().last().cloned().map(Fact::Read).into_iter().collect(),
            Event::Hurt => self.hurts().last().cloned().map(Fact::Hurt).into_iter().collect(),
            Event::HurtsAt => {
                let place = self.hurts().last().and_then(|it| it.place);
                vec![Fact::HurtsAt { place }]
            }
            Event::Replanned { at, removed, added, entry } => {
                vec![Fact::Replanned(self.spliced((at, removed, added), entry))]
            }
            Event::Ended { ending } => {
                let mut facts: Vec<_> = self.here().into_iter().collect();
                facts.push(Fact::Ended { ending });
                facts
            }
        }
    }

    /// The start of a step; or the place inside it to which an undo has gone back.
    fn began(&self, step: usize) -> Fact {
        let (active, paused) = (self.active, self.paused);
        match self.heartbeat() {
            Some(Fact::At { step: now, into, active, paused, taps }) if now == step => {
                Fact::At { step, into, active, paused, taps }
            }
            _ => Fact::At { step, into: Duration::ZERO, active, paused, taps: 0 },
        }
    }

    /// Where the session is, as a heartbeat for the active log; nothing before and after it.
    pub fn heartbeat(&self) -> Option<Fact> {
        self.here().filter(|_| !self.is_over())
    }

    fn here(&self) -> Option<Fact> {
        let place = match self.state {
            State::On(place, _) | State::Over(_, place) => place,
            State::Waiting => return None,
        };
        let Place { mut step, mut into, taps, .. } = place;
        // Past the end one is at the end of the last step; the times are still worth keeping.
        if let (true, Some(last)) = (place.of(&self.plan).is_none(), self.plan.steps.last()) {
            (step, into) = (self.plan.steps.len() - 1, last.length);
        }
        Some(Fact::At { step, into, active: self.active, paused: self.paused, taps })
    }
}

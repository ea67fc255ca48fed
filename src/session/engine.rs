//! The session itself.

use std::time::Duration;

use super::{At, Command, Fact, Hurt, Plan, SetResult, View};

/// A session: a plan, a place in it, and what was done.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    plan: Plan,
}

impl Session {
    /// A session that has not begun.
    pub fn new(plan: Plan) -> Self {
        Self { plan }
    }

    /// A session as its active log left it: paused, at the exact set and within 15 s of the place.
    pub fn restore(plan: Plan, facts: &[Fact]) -> Self {
        let _ = facts;
        Self { plan }
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Does what was asked, at this moment.
    pub fn apply(&mut self, command: Command) -> Vec<At> {
        let _ = command;
        Vec::new()
    }

    /// Lets time pass, crossing as many steps as it covers.
    pub fn advance(&mut self, span: Duration) -> Vec<At> {
        let _ = span;
        Vec::new()
    }

    /// The facts that an event leaves in the active log, in order.
    pub fn facts(&self, at: &At) -> Vec<Fact> {
        let _ = at;
        Vec::new()
    }

    /// Where the session is, as a heartbeat for the active log.
    pub fn heartbeat(&self) -> Option<Fact> {
        None
    }

    /// The result of a work step, once settled.
    pub fn result(&self, step: usize) -> Option<&SetResult> {
        let _ = step;
        None
    }

    /// All settled sets, in plan order.
    pub fn results(&self) -> Vec<&SetResult> {
        Vec::new()
    }

    /// Pain told so far.
    pub fn hurts(&self) -> &[Hurt] {
        &[]
    }

    /// Whether it is over.
    pub fn is_over(&self) -> bool {
        false
    }

    /// Active time: everything but pauses and count-ins.
    pub fn active(&self) -> Duration {
        Duration::ZERO
    }

    /// Paused time, count-ins included.
    pub fn paused(&self) -> Duration {
        Duration::ZERO
    }

    /// The session at this moment.
    pub fn view(&self) -> View {
        #[expect(clippy::todo, reason = "being written")]
        {
            todo!()
        }
    }
}

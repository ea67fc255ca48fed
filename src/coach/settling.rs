//! What follows from the state that a session has come to, after every message.

use super::{Coach, Effect, Running, Screen, notice};
use crate::session::Ending;
use crate::units::Now;

impl Coach {
    /// What follows from a session's new state: its facts, what is to be heard, staying awake, and
    /// where to go when it is over.
    pub(super) fn settle(&mut self, now: &Now, effects: &mut Vec<Effect>) {
        self.find_forms();
        let Screen::Session(running) = &mut self.screen else { return };
        if let Some(events) = running.changed.take() {
            let text = Some(&*self.text).filter(|_| self.settings.settings().voice);
            effects.extend(running.sound(&events, &mut self.generation, text));
        }
        if running.asked.awake != running.wants_awake() {
            running.asked.awake = !running.asked.awake;
            effects.push(Effect::KeepAwake(running.asked.awake));
            if !running.asked.awake {
                notice::may_sleep(&mut self.notices);
            }
        }
        if running.started.is_some() && !running.waiting.is_empty() {
            effects.push(Effect::Log(std::mem::take(&mut running.waiting)));
        }
        if running.started.is_some() && running.session.is_over() {
            self.end(now, effects);
        }
    }

    /// A session is over: its record, or the offer to go on later.
    fn end(&mut self, now: &Now, effects: &mut Vec<Effect>) {
        let today = self.back_to_today();
        let Screen::Session(running) = std::mem::replace(&mut self.screen, today) else { return };
        let quits = running.quits;
        let stopped = running.is_stopped_by_pain();
        let Running { session, started: Some(started), facts, .. } = *running else { return };
        match session.ending() {
            Some(Ending::Left) | None => {
                let last = now.tick.wall;
                self.offer(started, facts, last);
            }
            Some(ending @ (Ending::Completed | Ending::Early)) => {
                let record = started.record(&session, ending, now.tick.wall);
                self.finish(record, stopped, now, effects);
            }
        }
        if quits {
            effects.push(Effect::Quit);
        }
    }
}

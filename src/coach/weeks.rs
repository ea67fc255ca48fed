//! The week's target and pauses, as a person sets them. Both are records: what held in the past stays.

use super::{Coach, Effect, WeekMessage};
use crate::history::Draft;
use crate::units::Now;

impl Coach {
    pub(super) fn take_in_weeks(
        &mut self,
        message: WeekMessage,
        now: &Now,
        effects: &mut Vec<Effect>,
    ) {
        let today = now.date();
        let draft = match message {
            WeekMessage::Target(value) if self.days.target_on(today) == value => None,
            WeekMessage::Target(value) => Some(Draft::target(today, value)),
            WeekMessage::Pausing(days) => {
                self.pausing = Some(days).filter(|it| it.is_valid());
                None
            }
            WeekMessage::Pause => self.pausing.take().and_then(|it| Draft::pause(it.from, it.to)),
            WeekMessage::NoPause => {
                self.pausing = None;
                None
            }
            WeekMessage::EndPause(id) => self.journal.as_ref().and_then(|it| it.delete(id)),
        };
        effects.extend(draft.map(|it| Effect::Keep(Box::new(it))));
    }
}

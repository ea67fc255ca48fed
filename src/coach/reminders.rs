//! Movement breaks: what is handed over to whoever waits with the next reminder, and what the person
//! says about reminders in the window.

use chrono::{DateTime, FixedOffset, NaiveDateTime};

use super::{Coach, Effect, Message, Place, Screen, TodayMessage};
use crate::history::{Body, Draft, Record, SessionRecord};
use crate::library::{Id, RoutineKind};
use crate::program::{HandOver, ScheduleChange};
use crate::text::ReminderSentence;
use crate::units::Now;

/// What is known about the reminders outside of this window.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reminders {
    /// Whether somebody waits.
    pub waits: bool,
    /// The local time of the next reminder, as whoever waits tells it.
    pub next: Option<NaiveDateTime>,
    /// Whether waiting starts with the login, and the file by which it does; nothing on a system that
    /// has no such file.
    pub login: Option<(bool, String)>,
}

/// Breaks that were done today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BreaksDone {
    /// How many.
    pub count: usize,
    /// When the last of them ended.
    pub last: DateTime<FixedOffset>,
}

/// What a person does about reminders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemindersMessage {
    /// Show one now, to try.
    Now,
    /// Begin to wait.
    Wait,
    /// Begin with the login, or no longer.
    Login(bool),
    /// No more today.
    NotToday,
    /// "I stood up".
    Stood,
}

/// Something to be done about reminders, outside of this window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Errand {
    /// Look who waits, and tell it ([`super::News::Reminders`]).
    Look,
    /// Have somebody wait, if nobody does.
    Wait,
    /// Show one now.
    Now,
    /// Begin with the login, or no longer.
    Login(bool),
    /// Note that no more are wanted today.
    NotToday,
}

impl Coach {
    pub(super) fn take_in_reminders(
        &mut self,
        message: RemindersMessage,
        now: &Now,
        effects: &mut Vec<Effect>,
    ) {
        let errand = match message {
            RemindersMessage::Now => Errand::Now,
            RemindersMessage::Wait => Errand::Wait,
            RemindersMessage::Login(is_on) => Errand::Login(is_on),
            RemindersMessage::NotToday => Errand::NotToday,
            RemindersMessage::Stood => {
                let name = self.text.remind(ReminderSentence::StoodName);
                let body = Body::Break(SessionRecord::stood_up(name, now.tick.wall));
                return effects.push(Effect::Keep(Box::new(Draft::new(now.date(), body))));
            }
        };
        effects.push(Effect::Reminders(errand));
    }

    /// The schedule has changed: somebody is to wait, or the next reminder is at another time.
    pub(super) fn schedule_changed(change: ScheduleChange, effects: &mut Vec<Effect>) {
        let errand = if change == ScheduleChange::On(true) { Errand::Wait } else { Errand::Look };
        effects.push(Effect::Reminders(errand));
    }

    /// The data folder is this program's: somebody waits from now on, where reminders are on.
    pub(super) fn wait_from_now_on(&self, effects: &mut Vec<Effect>) {
        if self.settings().breaks.on {
            effects.push(Effect::Reminders(Errand::Wait));
        }
    }

    /// Hands over what whoever waits needs to know, when it is not what was handed over before.
    pub(super) fn hand_over(&mut self, effects: &mut Vec<Effect>) {
        if self.handed != self.to_hand_over {
            self.handed.clone_from(&self.to_hand_over);
            effects.extend(self.handed.clone().map(|it| Effect::HandOver(Box::new(it))));
        }
    }

    /// A break was started outside of this window: it is chosen here, and the window is seen. A session
    /// is not left for it.
    pub(super) fn called(&mut self, routine: Option<Id>, now: &Now, effects: &mut Vec<Effect>) {
        effects.push(Effect::Raise);
        if matches!(self.screen, Screen::Session(_) | Screen::Summary(_)) {
            return;
        }
        self.take(Message::Go(Place::Today), now, effects);
        if let Some(id) = routine {
            self.take(Message::Today(TodayMessage::Choose(id)), now, effects);
        }
    }

    /// Notes of having stood up that were made outside of this window: into the journal, by their own
    /// ids, so that the next start finds them there.
    pub(super) fn stood_elsewhere(
        &mut self,
        records: Vec<Record>,
        now: &Now,
        effects: &mut Vec<Effect>,
    ) {
        for record in records {
            if self.journal.as_ref().is_some_and(|it| !it.has(record.id)) {
                effects.push(Effect::Append(Box::new(record.clone())));
                self.kept(record, now, effects);
            }
        }
    }

    /// What the journal says of breaks: to hand over, and for Today.
    pub(super) fn note_breaks(&mut self, handed: HandOver, now: &Now) {
        let Some(journal) = &self.journal else { return };
        self.to_hand_over = Some(handed);
        let today = journal.records().filter(|it| it.date == now.date() && it.body.is_break());
        let breaks = today.filter_map(|it| it.session());
        let ended: Vec<_> =
            breaks.filter(|it| it.purpose == RoutineKind::Break).map(|it| it.ended).collect();
        let last = ended.iter().max().copied();
        self.breaks_done = last.map(|last| BreaksDone { count: ended.len(), last });
    }
}

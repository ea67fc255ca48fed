//! A session corrected, deleted and brought back, and the morning after it: each change becomes a
//! record.

use chrono::Days;

use super::{Changing, Open};
use crate::coach::{Coach, Effect, Screen};
use crate::history::{Body, Draft, Morning, MorningAnswer, RecordId};
use crate::units::{Now, Pain};

impl Coach {
    pub(super) fn leave_as_it_was(&mut self) {
        let Screen::Progress(progress) = &mut self.screen else { return };
        let Some(opened) = progress.opened() else { return };
        match opened.record.as_ref().map(|it| it.id) {
            Some(id) => self.open_session(id),
            None => progress.open = None,
        }
    }

    /// The corrections become a record; a session entered by hand becomes its first.
    pub(super) fn keep_corrections(&mut self, effects: &mut Vec<Effect>) {
        let Screen::Progress(progress) = &mut self.screen else { return };
        let can_change = progress.can_change;
        let Some(opened) = progress.opened().filter(|_| can_change) else { return };
        let session = opened.session.clone();
        let draft = match (&opened.record, &self.journal) {
            (Some(record), Some(journal)) => journal.correct(record.id, session),
            (None, _) => Some(Draft::by_hand(session)),
            (Some(_), None) => None,
        };
        let what = if opened.record.is_some() { Changing::Corrected } else { Changing::Added };
        opened.is_correcting = false;
        match draft {
            Some(draft) => self.keep_draft(draft, what, effects),
            // Nothing was changed.
            None => self.leave_as_it_was(),
        }
    }

    pub(super) fn night_before(&mut self, effects: &mut Vec<Effect>) {
        let Some(id) = self.open_id() else { return };
        let draft = self.journal.as_ref().and_then(|it| it.move_to_night_before(id));
        if let Some(draft) = draft {
            self.keep_draft(draft, Changing::Corrected, effects);
        }
    }

    /// The id of the open session, if records can be written.
    fn open_id(&mut self) -> Option<RecordId> {
        let Screen::Progress(progress) = &mut self.screen else { return None };
        let can_change = progress.can_change;
        if let Some(Open::Check(it)) = progress.open.as_ref().filter(|_| can_change) {
            return Some(it.record.id);
        }
        progress.opened().filter(|_| can_change)?.record.as_ref().map(|it| it.id)
    }

    pub(super) fn morning(
        &mut self,
        answer: MorningAnswer,
        pain: Option<Pain>,
        now: &Now,
        effects: &mut Vec<Effect>,
    ) {
        let Some(of) = self.open_id() else { return };
        let Screen::Progress(progress) = &mut self.screen else { return };
        let Some(opened) = progress.opened() else { return };
        let known = opened.morning.as_ref();
        let pain = pain.or_else(|| known.and_then(|it| it.1.pain));
        // It is asked about the next morning; what is said on a later day is from memory.
        let due = opened.date.checked_add_days(Days::new(1));
        let late = known.is_some_and(|it| it.1.late) || due.is_some_and(|it| it < now.date());
        let body = Body::Morning(Morning { of, answer, pain, late });
        let draft = match (opened.morning.as_ref().map(|it| it.0), &self.journal) {
            (Some(id), Some(journal)) => journal.amend(id, now.date(), body),
            _ => Some(Draft::new(now.date(), body)),
        };
        if let Some(draft) = draft {
            self.keep_draft(draft, Changing::Morning, effects);
        }
    }

    pub(super) fn morning_pain(&mut self, pain: Pain, now: &Now, effects: &mut Vec<Effect>) {
        let Screen::Progress(progress) = &mut self.screen else { return };
        let answer = progress.opened().and_then(|it| Some(it.morning.as_ref()?.1.answer));
        // A number says nothing about better or worse: without an answer it is not asked for.
        let Some(answer) = answer else { return };
        self.morning(answer, Some(pain), now, effects);
    }

    pub(super) fn delete(&mut self, effects: &mut Vec<Effect>) {
        let Some(id) = self.open_id() else { return };
        let draft = self.journal.as_ref().and_then(|it| it.delete(id));
        if let Some(draft) = draft {
            self.keep_draft(draft, Changing::Deleted, effects);
        }
    }

    pub(super) fn undo(&mut self, effects: &mut Vec<Effect>) {
        let Screen::Progress(progress) = &self.screen else { return };
        let deleted = progress.changed.as_ref().filter(|it| it.what == Changing::Deleted);
        let Some(id) = deleted.and_then(|it| it.id) else { return };
        let draft = self.journal.as_ref().and_then(|it| it.undelete(id));
        if let Some(draft) = draft {
            self.keep_draft(draft, Changing::Restored, effects);
        }
    }
}

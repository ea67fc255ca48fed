//! The checks: what is asked before one, the readings while it runs, and the record opened afterwards.
//!
//! Triggered by: Progress, a proposal on Today, a page of knowledge. A check runs as a session; when it
//! is over its record opens on Progress.

mod opened;
mod preparing;
mod reading;

pub use opened::{CheckCorrection, OpenedCheck};
pub use preparing::{Preparing, Refusal, Where};
pub use reading::ReadingMessage;

use super::{Coach, Effect, Open, ProgressPart, Running, Screen};
use crate::history::{Body, Reading, Record, RecordId};
use crate::library::Library;
use crate::program::spread;
use crate::session::Plan;
use crate::units::Now;

/// What a person does with checks.
#[derive(Debug, Clone, PartialEq)]
pub enum CheckMessage {
    /// Prepare the check of this id.
    Prepare(String),
    /// What is told beforehand, as it now stands.
    Tell(Preparing),
    /// Begin it.
    Begin,
    /// Open the check of this record.
    Show(RecordId),
    /// Correct the open one.
    Correct,
    /// A value of it.
    Set(CheckCorrection),
    /// Keep the corrections.
    Keep,
    /// Leave it as it was.
    Cancel,
    /// A reading while it runs.
    Read(ReadingMessage),
}

impl Coach {
    pub(super) fn take_in_check(
        &mut self,
        message: CheckMessage,
        now: &Now,
        effects: &mut Vec<Effect>,
    ) {
        match message {
            CheckMessage::Prepare(id) => self.prepare_check(&id, now),
            CheckMessage::Tell(told) => {
                if let Some(Open::Preparing(it)) = self.open_on_progress() {
                    **it = told;
                }
            }
            CheckMessage::Begin => self.begin_check(now, effects),
            CheckMessage::Show(id) => self.show_check(id),
            CheckMessage::Correct => {
                let can_change = self.can_change();
                if let Some(Open::Check(it)) = self.open_on_progress().filter(|_| can_change) {
                    it.is_correcting = true;
                }
            }
            CheckMessage::Set(correction) => {
                if let Some(Open::Check(it)) = self.open_on_progress() {
                    it.correct(correction, now.date());
                }
            }
            CheckMessage::Keep => self.keep_check(effects),
            CheckMessage::Cancel => {
                if let Some(Open::Check(it)) = self.open_on_progress() {
                    let id = it.record.id;
                    self.show_check(id);
                }
            }
            CheckMessage::Read(message) => self.read(message),
        }
    }

    /// What lies over the lists of Progress.
    fn open_on_progress(&mut self) -> Option<&mut Open> {
        let Screen::Progress(progress) = &mut self.screen else { return None };
        progress.open.as_mut()
    }

    fn can_change(&self) -> bool {
        matches!(&self.screen, Screen::Progress(it) if it.can_change)
    }

    /// Progress with its checks, wherever the person is.
    fn show_checks(&mut self, now: &Now) {
        if !matches!(self.screen, Screen::Progress(_)) {
            let next = self.open_progress(now);
            let left = std::mem::replace(&mut self.screen, next);
            self.keep(left);
        }
        if let Screen::Progress(progress) = &mut self.screen {
            progress.part = ProgressPart::Checks;
            progress.changed = None;
            progress.open = None;
        }
    }

    /// Asks what belongs to a check, before it begins.
    pub(super) fn prepare_check(&mut self, id: &str, now: &Now) {
        let Some(library) = self.library.clone() else { return };
        let Some(check) = library.self_check(id) else { return };
        self.show_checks(now);
        let rules = self.rules.unwrap_or_else(crate::program::Rules::shipped);
        let Screen::Progress(progress) = &mut self.screen else { return };
        let last = progress.facts.checks.iter().rev().find(|it| it.check.of == id);
        let days = last.map(|it| (now.date() - it.date).num_days().max(0));
        let soon = days.filter(|it| *it < i64::from(rules.checks.least_days));
        let preparing = Preparing { soon, ..Preparing::new(check, last) };
        progress.open = Some(Open::Preparing(Box::new(preparing)));
    }

    fn begin_check(&mut self, now: &Now, effects: &mut Vec<Effect>) {
        let Some(library) = self.library.clone() else { return };
        let holds = self.advice.as_ref().is_some_and(|it| !it.gate.lets_in());
        if holds || !self.can_begin() {
            return;
        }
        let Some(Open::Preparing(told)) = self.open_on_progress() else { return };
        let Some(check) = library.self_check(&told.check) else { return };
        if told.refusal(check).is_some() {
            return;
        }
        let (conditions, pain) = (told.conditions(), told.pain);
        let timing = self.settings.settings().timing(library.timing);
        let Ok(plan) = Plan::check(check, conditions, timing) else { return };
        if let Screen::Progress(progress) = &mut self.screen {
            progress.open = None;
        }
        self.open(Running::start(plan.clone(), now.tick.mono));
        effects.push(Effect::Begin { plan: Box::new(plan), pain });
    }

    /// Opens the record of a check.
    fn show_check(&mut self, id: RecordId) {
        let Some(journal) = &self.journal else { return };
        let Screen::Progress(progress) = &mut self.screen else { return };
        if let Some(it) = OpenedCheck::of(journal, id) {
            progress.open = Some(Open::Check(Box::new(it)));
        }
    }

    /// A check is over: what it says. One in which nothing was read or told leaves no record.
    pub(super) fn finish_check(&mut self, record: Record, now: &Now, effects: &mut Vec<Effect>) {
        let is_empty = matches!(&record.body, Body::Check(it) if it.readings.is_empty());
        if is_empty {
            effects.push(Effect::Discard);
            return self.show_checks(now);
        }
        let id = record.id;
        effects.push(Effect::Finish(Box::new(record.clone())));
        let photos = std::mem::take(&mut self.photos).into_iter();
        effects.extend(photos.map(|from| Effect::KeepPhoto { from, record: id }));
        self.add(record);
        self.show_checks(now);
        self.refresh_progress(now);
        self.show_check(id);
    }

    /// The corrections become a record.
    fn keep_check(&mut self, effects: &mut Vec<Effect>) {
        let can_change = self.can_change();
        let Some(Open::Check(it)) = self.open_on_progress().filter(|_| can_change) else { return };
        it.is_correcting = false;
        let (id, date, body) = (it.record.id, it.date, Body::Check(it.check.clone()));
        let draft = self.journal.as_ref().and_then(|it| it.amend(id, date, body));
        match draft {
            Some(draft) => self.keep_draft(draft, super::Changing::Corrected, effects),
            // Nothing was changed.
            None => self.show_check(id),
        }
    }

    /// A reading on a photo, for the check that waits for it; whether one does.
    pub(super) fn take_measured(&mut self, check: &str, reading: &Reading) -> bool {
        let Screen::Session(running) = &self.screen else { return false };
        let plan = running.session.plan();
        let ours = plan.check.as_ref().is_some_and(|it| it.check == check);
        let wanted = running.awaits().and_then(|it| Some((plan.reads(it)?, plan.steps.get(it)?)));
        let fits = wanted.is_some_and(|it| it.0.what == reading.what && it.1.side == reading.side);
        let tenths = reading.tenths.filter(|_| ours && fits);
        if let Some(tenths) = tenths {
            self.read(ReadingMessage::Measured(tenths));
        }
        tenths.is_some()
    }

    /// A reading of the check that runs.
    fn read(&mut self, message: ReadingMessage) {
        let rules = self.rules.unwrap_or_else(crate::program::Rules::shipped);
        let Screen::Session(running) = &mut self.screen else { return };
        let method = running.session.plan().check.as_ref().map(|it| it.conditions.method);
        let method: Vec<_> = method.into_iter().map(|it| it.word().to_owned()).collect();
        running.read(message, spread(&method, &rules.checks));
    }
}

/// How long a check takes, in whole minutes: readings at their usual pace.
pub fn minutes_of(library: &Library, check: &str) -> Option<u64> {
    let check = library.self_check(check)?;
    let conditions = Preparing::new(check, None).conditions();
    let plan = Plan::check(check, conditions, library.timing).ok()?;
    Some(plan.length().as_secs().div_ceil(60))
}

//! After a session: what was done against what was planned, and four short questions.
//!
//! Triggered by: the end of a session. Its record is written before the first question is asked, so
//! that nothing depends on the answers; they are added as an amendment.

use super::{Coach, Effect, Saved, Screen, SummaryMessage};
use crate::history::{Amend, Body, ExerciseRecord, Form, Record, Rir, SessionRecord, SetRecord};
use crate::library::{Amount, Block, RoutineKind};
use crate::session::Ending;
use crate::units::{Now, Pain, Sides};

/// A note longer than this is cut: it is a note, not a diary.
const NOTE_CHARS: usize = 2000;

/// What the summary knows.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// The record as it stands in the journal.
    pub record: Record,
    /// The record with the answers so far.
    pub draft: SessionRecord,
    /// The exercises, in the order of the session.
    pub rows: Vec<SummaryRow>,
    /// Whether the record is on the disk.
    pub saved: Saved,
    /// Whether the second "stop" answer about pain ended it.
    pub stopped_by_pain: bool,
    /// How it ended.
    pub ending: Ending,
}

/// One exercise in the summary.
#[derive(Debug, Clone, PartialEq)]
pub struct SummaryRow {
    /// What it is called.
    pub name: String,
    /// What was planned and done, side by side: left and right, or both.
    pub sides: Vec<SummarySide>,
    /// Whether to ask how many more clean reps there were, and whether it was clean.
    pub asks: Asks,
    /// Clean reps left, when told.
    pub rir: Option<Rir>,
    /// Clean or shaky, when told.
    pub form: Option<Form>,
    /// The worst pain told during it.
    pub pain: Option<Pain>,
    /// Index into the record's exercises.
    pub(super) exercise: usize,
}

/// Which questions could change a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Asks {
    /// "How many more clean reps?"
    pub rir: bool,
    /// "Clean all the way?"
    pub form: bool,
}

/// What was planned and done on one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SummarySide {
    /// The side.
    pub side: Sides,
    /// All its planned sets together.
    pub planned: Amount,
    /// What was done of them together.
    pub done: Amount,
    /// Planned sets.
    pub sets: u32,
    /// Sets done to their end.
    pub sets_done: u32,
    /// Whether the count can be corrected.
    pub can_correct: bool,
}

impl Summary {
    /// The summary of a session that has just ended; nothing when the record tells of none.
    pub(super) fn of(record: Record, stopped_by_pain: bool) -> Option<Self> {
        let draft = record.session()?.clone();
        let rows = rows(&draft);
        Some(Self {
            record,
            rows,
            saved: Saved::Saving,
            stopped_by_pain,
            ending: draft.ending,
            draft,
        })
    }

    /// More or fewer reps were done of an exercise on a side.
    pub(super) fn correct(&mut self, row: usize, side: Sides, by: i32) {
        let Some(exercise) = self.rows.get(row).and_then(|it| self.exercise(it)) else { return };
        let (id, level) = (exercise.exercise.clone(), exercise.level);
        let of_side =
            |it: &&mut SetRecord| it.exercise == id && it.level == level && it.side == side;
        let counted = self.draft.sets.iter_mut().filter(of_side).rev();
        for set in counted {
            let Some(n) = set.done.count() else { continue };
            let changed = n.saturating_add_signed(by);
            // Taking away goes on with the set before when this one has nothing left.
            if changed != n {
                set.done = set.done.with_count(changed.min(MOST_REPS));
                set.skipped = false;
                break;
            }
        }
        self.rows = rows(&self.draft);
    }

    /// How many more clean reps there were; the same answer again takes it back.
    pub(super) fn more_reps(&mut self, row: usize, rir: Rir) {
        let Some(it) = self.rows.get(row) else { return };
        let rir = Some(rir).filter(|_| it.rir != Some(rir));
        self.rate(row, rir, it.form);
    }

    /// Whether it was clean all the way; the same answer again takes it back.
    pub(super) fn form(&mut self, row: usize, form: Form) {
        let Some(it) = self.rows.get(row) else { return };
        let form = Some(form).filter(|_| it.form != Some(form));
        self.rate(row, it.rir, form);
    }

    fn rate(&mut self, row: usize, rir: Option<Rir>, form: Option<Form>) {
        let Some(exercise) = self.rows.get(row).and_then(|it| self.exercise(it)) else { return };
        let (id, level) = (exercise.exercise.clone(), exercise.level);
        self.draft.rate(&id, level, rir, form);
        self.rows = rows(&self.draft);
    }

    fn exercise(&self, row: &SummaryRow) -> Option<&ExerciseRecord> {
        self.draft.exercises.get(row.exercise)
    }

    /// Pain now; the same answer again takes it back.
    pub(super) fn pain(&mut self, pain: Pain) {
        let after = &mut self.draft.pain.after;
        *after = Some(pain).filter(|_| *after != Some(pain));
    }

    /// The note as it now reads.
    pub(super) fn note(&mut self, note: &str) {
        self.draft.note = note.chars().take(NOTE_CHARS).collect();
    }

    /// The record with the answers, as the next revision; nothing when none was given.
    pub(super) fn amended(&self, now: &Now) -> Option<Record> {
        if self.record.session() == Some(&self.draft) {
            return None;
        }
        let draft = self.draft.clone();
        Some(Record {
            rev: self.record.rev + 1,
            at: now.tick.wall,
            zone: now.zone.clone(),
            body: Body::Amend(Amend { with: Box::new(draft.into_body()) }),
            ..self.record.clone()
        })
    }
}

/// The most that a count can be corrected to.
const MOST_REPS: u32 = 999;

/// The exercises of a session as the summary shows them.
fn rows(record: &SessionRecord) -> Vec<SummaryRow> {
    record.exercises.iter().enumerate().map(|(at, it)| row(record, at, it)).collect()
}

fn row(record: &SessionRecord, exercise: usize, it: &ExerciseRecord) -> SummaryRow {
    let here = |set: &&SetRecord| set.exercise == it.exercise && set.level == it.level;
    let sets: Vec<_> = record.sets.iter().filter(here).collect();
    let done = sets.iter().any(|it| it.done != it.done.none());
    // Only where the answer could change a level: strength and control that were done at their own
    // level, in what counts, and not under somebody else's prescription.
    let counts = done
        && !it.swapped
        && !record.prescribed
        && record.purpose.counts()
        && matches!(it.block, Block::Strength | Block::Control);
    let is_counted = it.planned.each.count().is_some();
    let sides = [Sides::Both, Sides::Left, Sides::Right];
    SummaryRow {
        name: it.name.clone(),
        sides: sides.into_iter().filter_map(|side| of_side(side, &sets)).collect(),
        asks: Asks { rir: counts && is_counted, form: counts },
        rir: sets.iter().find_map(|it| it.rir),
        form: it.form,
        pain: sets.iter().filter_map(|it| it.pain).max(),
        exercise,
    }
}

fn of_side(side: Sides, sets: &[&SetRecord]) -> Option<SummarySide> {
    let of_side: Vec<_> = sets.iter().filter(|it| it.side == side).collect();
    let first = of_side.first()?;
    let none = first.planned.none();
    Some(SummarySide {
        side,
        planned: of_side.iter().fold(none, |sum, it| plus(sum, it.planned)),
        done: of_side.iter().fold(none, |sum, it| plus(sum, it.done)),
        sets: of_side.len() as u32,
        sets_done: of_side.iter().filter(|it| !it.skipped).count() as u32,
        can_correct: first.planned.count().is_some(),
    })
}

/// Two amounts of one kind together.
fn plus(sum: Amount, more: Amount) -> Amount {
    match (sum.count(), more.count()) {
        (Some(a), Some(b)) => sum.with_count(a.saturating_add(b)),
        _ => sum.with_time(sum.time().unwrap_or_default() + more.time().unwrap_or_default()),
    }
}

impl Coach {
    pub(super) fn take_in_summary(
        &mut self,
        message: SummaryMessage,
        now: &Now,
        effects: &mut Vec<Effect>,
    ) {
        let Screen::Summary(summary) = &mut self.screen else { return };
        match message {
            SummaryMessage::Correct { row, side, by } => summary.correct(row, side, by),
            SummaryMessage::MoreReps { row, rir } => summary.more_reps(row, rir),
            SummaryMessage::Form { row, form } => summary.form(row, form),
            SummaryMessage::Pain(pain) => summary.pain(pain),
            SummaryMessage::Note(note) => summary.note(&note),
            SummaryMessage::Done => self.close_summary(now, effects),
        }
    }

    /// Keeps the answers, if there are any, and goes back to Today, or to the exercise that was tried.
    pub(super) fn close_summary(&mut self, now: &Now, effects: &mut Vec<Effect>) {
        let Screen::Summary(summary) = &self.screen else { return };
        let tried = summary.draft.purpose == RoutineKind::Try;
        if let Some(record) = summary.amended(now) {
            self.add(record.clone());
            effects.push(Effect::Append(Box::new(record)));
        }
        self.screen = if tried { self.open_library() } else { self.back_to_today() };
    }
}

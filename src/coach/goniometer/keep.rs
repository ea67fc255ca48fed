//! What becomes of a reading: the check that asked for it gets it, or the journal.

use std::path::PathBuf;

use super::{Asked, Board, Doubt, Goniometer};
use crate::coach::{Access, Coach, Effect, Saved};
use crate::history::{ALONE, Body, Check, Draft, HELPER, Reading, Record, RecordId, UNWATCHED};
use crate::measure::{Line, Way};
use crate::program::PRONE;
use crate::units::{Now, Side, Sides};

/// A reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// What was measured.
    pub line: Line,
    /// Whose, as the person confirmed it.
    pub side: Side,
    /// From the vertical, in tenths of a degree, never negative.
    pub tenths: i32,
    /// The direction that was seen; upright is that of the check.
    pub way: Way,
    /// Whether a helper held the pelvis; else nobody watched it.
    pub was_watched: bool,
    /// Whether it was read from a level line.
    pub was_leveled: bool,
    /// The photo, when it is to be kept.
    pub photo: Option<PathBuf>,
}

impl Measured {
    /// Whether another reading was taken in the same way, so that both belong to one check.
    fn is_like(&self, other: &Self) -> bool {
        let how = |it: &Self| (it.line, it.was_watched, it.was_leveled);
        how(self) == how(other)
    }

    /// How it was measured, as the journal says it.
    pub fn method(&self) -> Vec<String> {
        let watched: &[&str] = match self.line {
            Line::Shin if self.was_watched => &[HELPER],
            Line::Shin => &[ALONE, UNWATCHED],
            Line::Foot => &[],
        };
        let level = self.was_leveled.then_some("level-line");
        let words = ["photo"].iter().chain(watched).copied().chain(level);
        words.map(str::to_owned).collect()
    }

    /// The reading, as the journal says it.
    pub fn reading(&self) -> Reading {
        let (what, tenths) = match (self.line, self.way) {
            (Line::Shin, Way::Towards) => ("er", self.tenths),
            (Line::Shin, Way::Away | Way::Upright | Way::Unclear) => ("ir", self.tenths),
            // Feet that point in are on the other side of upright.
            (Line::Foot, Way::Towards) => ("feet", -self.tenths),
            (Line::Foot, Way::Away | Way::Upright | Way::Unclear) => ("feet", self.tenths),
        };
        Reading::value(what, Sides::from(self.side), tenths)
    }
}

/// The check that readings by themselves belong to.
const fn check_of(line: Line) -> &'static str {
    match line {
        Line::Shin => PRONE,
        Line::Foot => "supine",
    }
}

impl Goniometer {
    /// Something else is measured: the marks mean something else then, and have to be set anew.
    pub(super) fn measure(&mut self, line: Line) {
        if self.line != line && self.asked.is_none() {
            self.line = line;
            self.leg = None;
            self.mark(|it| *it = Board::new(it.size));
        }
    }

    /// The reading as it stands.
    fn measured(&self) -> Option<Measured> {
        let (angle, shown, side) = (self.angle()?, self.shown()?, self.leg?);
        let asked = self.asked.as_ref().and_then(|it| it.way);
        let way = if angle.way == Way::Upright { asked.unwrap_or(angle.way) } else { angle.way };
        Some(Measured {
            line: self.line,
            side,
            tenths: angle.tenths(),
            way,
            was_watched: self.was_watched.unwrap_or_default(),
            was_leveled: shown.board.is_leveled,
            photo: self.keeps_photo.then(|| shown.path.clone()),
        })
    }

    /// What about a reading is not as the check asks for.
    fn doubts(&self, it: &Measured) -> Option<Doubt> {
        let asked = self.asked.as_ref()?;
        let way = asked.way.is_some_and(|way| way != it.way);
        let side = asked.side != it.side;
        (way || side).then_some(Doubt { way, side })
    }

    /// Ready for the next photo of the same.
    fn is_kept(&mut self) {
        self.doubt = None;
        self.saved = Some(Saved::Saving);
        self.mark(|it| *it = Board::new(it.size));
    }

    fn check(&self) -> Check {
        Check {
            of: check_of(self.line).to_owned(),
            readings: self.taken.iter().map(Measured::reading).collect(),
            method: self.taken.first().map(Measured::method).unwrap_or_default(),
            ..Check::default()
        }
    }
}

impl Coach {
    /// Whether records can be written: the data folder is in this program's hands.
    pub(in crate::coach) fn can_keep(&mut self) -> bool {
        self.today_mut().access == Access::Open
    }

    pub(super) fn keep_measured(&mut self, anyway: bool, now: &Now, effects: &mut Vec<Effect>) {
        let Some(it) = &mut self.measuring else { return };
        let Some(measured) = it.measured().filter(|_| it.lacks().is_none()) else { return };
        it.doubt = it.doubts(&measured).filter(|_| !anyway);
        if it.doubt.is_some() {
            return;
        }
        if let Some(asked) = it.asked.take() {
            self.measuring = None;
            return self.answer_check(&asked, measured, now, effects);
        }
        if !it.can_keep {
            return;
        }
        if it.taken.last().is_some_and(|last| !last.is_like(&measured)) {
            it.taken.clear();
            it.record = None;
        }
        let photo = measured.photo.clone();
        it.taken.push(measured);
        it.is_kept();
        self.photos.extend(photo);
        self.write_measured(now, effects);
    }

    /// The readings so far become a record, or replace what it said before.
    fn write_measured(&mut self, now: &Now, effects: &mut Vec<Effect>) {
        let Some(it) = &mut self.measuring else { return };
        let body = Body::Check(it.check());
        let draft = match (it.record, &self.journal) {
            (Some(id), Some(journal)) => journal.amend(id, now.date(), body),
            _ => Some(Draft::new(now.date(), body)),
        };
        if let Some(draft) = draft {
            it.is_making = true;
            effects.push(Effect::Keep(Box::new(draft)));
        }
    }

    /// The last reading is taken back; with the only one the record goes.
    pub(super) fn take_measured_back(&mut self, now: &Now, effects: &mut Vec<Effect>) {
        let Some(it) = &mut self.measuring else { return };
        if it.taken.pop().is_none() {
            return;
        }
        it.saved = Some(Saved::Saving);
        if !it.taken.is_empty() {
            return self.write_measured(now, effects);
        }
        let journal = self.journal.as_ref();
        let draft = it.record.zip(journal).and_then(|(id, journal)| journal.delete(id));
        // The next reading begins a record of its own.
        it.saving = it.record.take();
        effects.extend(draft.map(|it| Effect::Keep(Box::new(it))));
    }

    /// A record was made. The photos that are to be kept with it follow.
    pub(in crate::coach) fn measured_kept(&mut self, record: &Record, effects: &mut Vec<Effect>) {
        if !matches!(record.body.told(), Body::Check(_)) {
            return;
        }
        let photos = std::mem::take(&mut self.photos).into_iter();
        effects.extend(photos.map(|from| Effect::KeepPhoto { from, record: record.id }));
        let Some(it) = self.measuring.as_mut().filter(|it| it.is_making) else { return };
        it.is_making = false;
        it.saving = Some(record.id);
        it.record = it.saving;
    }

    /// A record is on the disk.
    pub(in crate::coach) fn measured_saved(&mut self, id: RecordId) {
        if let Some(it) = self.measuring.as_mut().filter(|it| it.saving == Some(id)) {
            it.saved = Some(Saved::Yes);
        }
    }

    /// A record could not be written; it is kept in memory and tried again.
    pub(in crate::coach) fn measured_unsaved(&mut self) {
        if let Some(it) = self.measuring.as_mut().filter(|it| it.saved == Some(Saved::Saving)) {
            it.saved = Some(Saved::No);
        }
    }

    /// From now on records can be written.
    pub(in crate::coach) fn can_measure(&mut self) {
        if let Some(it) = &mut self.measuring {
            it.can_keep = true;
        }
    }

    /// A reading goes to the check that asked for it. One whose check is gone is not lost: it becomes
    /// a record of its own.
    fn answer_check(&mut self, asked: &Asked, it: Measured, now: &Now, effects: &mut Vec<Effect>) {
        let (reading, method) = (it.reading(), it.method());
        self.photos.extend(it.photo);
        if self.take_measured(&asked.check, &reading) {
            return;
        }
        let (of, readings) = (asked.check.clone(), vec![reading]);
        let body = Body::Check(Check { of, readings, method, ..Check::default() });
        effects.push(Effect::Keep(Box::new(Draft::new(now.date(), body))));
    }
}

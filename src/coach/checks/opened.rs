//! A check that is open: as it is, and as it is being corrected.

use chrono::NaiveDate;

use super::Where;
use crate::history::{Body, Check, Journal, Record, RecordId};

/// The longest note that is kept, in characters.
const NOTE_CHARS: usize = 2000;

/// A check that is open.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenedCheck {
    /// Its record.
    pub record: Record,
    /// The day that it belongs to.
    pub date: NaiveDate,
    /// The check with the corrections so far.
    pub check: Check,
    /// Whether its values can be changed now.
    pub is_correcting: bool,
}

/// One value of a check that is not as the record has it. The index is that of its readings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CheckCorrection {
    /// So many degrees.
    Degrees {
        /// The reading.
        reading: usize,
        /// Whole degrees.
        degrees: u32,
    },
    /// Another word.
    Word {
        /// The reading.
        reading: usize,
        /// The word.
        word: String,
    },
    /// Whether it counts; the same again takes it back.
    SetAside(usize),
    /// So many days later; negative for earlier. Never later than today.
    Day(i32),
    /// Which hip or groin hurt.
    Hurts(Where),
    /// Which hip was stiff in the morning.
    Stiff(Where),
    /// The note as it now reads.
    Note(String),
}

impl OpenedCheck {
    /// A check of the journal; nothing when there is none of this id to be seen.
    pub(in crate::coach) fn of(journal: &Journal, id: RecordId) -> Option<Self> {
        let kept = journal.get(id).filter(|it| !it.is_deleted)?;
        let record = kept.said.clone()?;
        let Body::Check(check) = record.body.told() else { return None };
        let (date, check) = (record.date, check.clone());
        Some(Self { record, date, check, is_correcting: false })
    }

    pub(super) fn correct(&mut self, correction: CheckCorrection, today: NaiveDate) {
        if !self.is_correcting {
            return;
        }
        match correction {
            CheckCorrection::Degrees { reading, degrees } => {
                if let Some(it) = self.check.readings.get_mut(reading) {
                    let degrees = degrees.min(super::reading::MOST_DEGREES);
                    it.tenths = i32::try_from(degrees * 10).ok();
                }
            }
            CheckCorrection::Word { reading, word } => {
                if let Some(it) = self.check.readings.get_mut(reading) {
                    it.word = Some(word);
                }
            }
            CheckCorrection::SetAside(reading) => {
                if let Some(it) = self.check.readings.get_mut(reading) {
                    it.rejected = !it.rejected;
                    it.why = None;
                }
            }
            CheckCorrection::Day(by) => {
                let span = chrono::Duration::days(i64::from(by));
                let moved = self.date.checked_add_signed(span).filter(|it| *it <= today);
                self.date = moved.unwrap_or(self.date);
            }
            CheckCorrection::Hurts(it) => self.check.hurts = it.sides(),
            CheckCorrection::Stiff(it) => self.check.stiff = it.sides(),
            CheckCorrection::Note(note) => {
                self.check.note = note.chars().take(NOTE_CHARS).collect();
            }
        }
    }
}

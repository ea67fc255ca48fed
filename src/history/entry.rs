//! What single lines of the journal mean for the calendar, so that it can be drawn from an index long
//! before every line has been read.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Body, Days, DeviceId, Digest, Journal, Kept, Record, RecordId, Tells};

/// One revision of a record, as far as the calendar is concerned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The record.
    pub id: RecordId,
    /// Its revision.
    pub rev: u32,
    /// Who wrote it.
    pub device: DeviceId,
    /// What it does.
    pub does: Does,
}

/// What a revision does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Does {
    /// It says what the record says.
    Say {
        /// The local day that it belongs to.
        date: NaiveDate,
        /// What it tells.
        tells: Tells,
    },
    /// It takes the record away.
    Delete,
    /// It brings the record back.
    Undelete,
}

impl Entry {
    /// What a record does.
    pub fn of(record: &Record) -> Self {
        let does = if record.body == Body::Delete {
            Does::Delete
        } else if record.body == Body::Undelete {
            Does::Undelete
        } else {
            let Digest { date, tells, .. } = Digest::of(record);
            Does::Say { date, tells }
        };
        let Record { id, rev, ref device, .. } = *record;
        Self { id, rev, device: device.clone(), does }
    }

    const fn says(&self) -> bool {
        matches!(self.does, Does::Say { .. })
    }

    /// Which of two counts is told by this; where it is equal, only by their whole text.
    fn rank(&self) -> (u32, &DeviceId) {
        (self.rev, &self.device)
    }
}

impl Journal {
    /// What the records do of which the answer of this journal consists.
    pub fn entries(&self) -> impl Iterator<Item = Entry> + '_ {
        self.all_kept().flat_map(Kept::revisions).map(Entry::of)
    }
}

/// What is known of one record.
#[derive(Default)]
struct Known {
    said: Option<Entry>,
    deleting: Option<Entry>,
}

/// Only the text of the lines can decide.
struct Undecided;

impl Days {
    /// What entries of any files say together; nothing where only the text of the lines could decide
    /// between two of them. The same as [`Days::of`] says of a journal of all those files.
    pub fn from_entries(entries: impl IntoIterator<Item = Entry>) -> Option<Self> {
        let mut all: BTreeMap<RecordId, Known> = BTreeMap::new();
        for entry in entries {
            all.entry(entry.id).or_default().take(entry).ok()?;
        }
        let digests: Result<Vec<_>, Undecided> = all.into_values().map(Known::digest).collect();
        Some(Self::from_digests(digests.ok()?.into_iter().flatten()))
    }
}

impl Known {
    fn take(&mut self, entry: Entry) -> Result<(), Undecided> {
        let place = if entry.says() { &mut self.said } else { &mut self.deleting };
        match place {
            Some(held) if held.rank() == entry.rank() && *held != entry => Err(Undecided),
            Some(held) if held.rank() >= entry.rank() => Ok(()),
            Some(_) | None => {
                *place = Some(entry);
                Ok(())
            }
        }
    }

    /// What the record says, if it is there.
    fn digest(self) -> Result<Option<Digest>, Undecided> {
        let Some(said) = self.said else { return Ok(None) };
        let deleting = self.deleting.filter(|it| it.does == Does::Delete);
        match deleting.map(|it| it.rank().cmp(&said.rank())) {
            Some(Ordering::Equal) => return Err(Undecided),
            Some(Ordering::Greater) => return Ok(None),
            Some(Ordering::Less) | None => {}
        }
        let Does::Say { date, tells } = said.does else { return Ok(None) };
        Ok(Some(Digest { id: said.id, date, tells }))
    }
}

//! Taking another journal's records in: what is new, what is here already, what differs.

use std::collections::BTreeMap;

use super::journal::Kept;
use super::{Journal, Record, RecordId};

/// What taking records in would change.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Merge {
    /// Ids that are not in the journal.
    pub new: usize,
    /// Ids of which the journal already knows all that is told.
    pub same: usize,
    /// Ids of which a higher revision is told; the one here stays in the journal below it.
    pub different: usize,
    /// The records to be added, in the order in which they came.
    pub records: Vec<Record>,
}

impl Journal {
    /// What adding these records would change; adds nothing.
    pub fn merge(&self, theirs: impl IntoIterator<Item = Record>) -> Merge {
        let mut merged: BTreeMap<RecordId, Kept> = BTreeMap::new();
        let mut told = Merge::default();
        for record in theirs {
            let known = || self.get(record.id).cloned().unwrap_or_default();
            let kept = merged.entry(record.id).or_insert_with(known);
            let before = kept.clone();
            kept.add(record.clone());
            if *kept != before {
                told.records.push(record);
            }
        }
        for (id, kept) in &merged {
            match self.get(*id) {
                None => told.new += 1,
                Some(known) if known == kept => told.same += 1,
                Some(_) => told.different += 1,
            }
        }
        told
    }
}

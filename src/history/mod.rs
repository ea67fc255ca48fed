//! What was done: the records of the journal, their text, and what is read out of them.
//!
//! **Invariants:** the same records and the same day give the same answer; a line that cannot be
//! read is kept and counted, never dropped; what a newer version wrote survives.

mod journal;
mod line;
mod record;
mod session;

pub use journal::{Bad, BadReason, Health, Journal, Kept, Place};
pub use line::{LineError, Trust, from_line, to_line};
pub(crate) use line::{checked_line, checksum};
pub use record::{
    Amend, Answer, Body, Check, Decision, DeviceId, HealthScreen, Morning, MorningAnswer,
    PausedDays, Reading, Record, RecordId, SCHEMA, Target, Unknown, UnknownField,
};
pub use session::{
    ExerciseRecord, Form, HurtRecord, PainAround, PlannedDose, Rir, SessionRecord, SetRecord,
    Speed, SpeedOutOfRange, Started,
};

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;

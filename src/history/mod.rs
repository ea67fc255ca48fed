//! What was done: the records of the journal, their text, and what is read out of them.
//!
//! **Invariants:** the same records and the same day give the same answer; a line that cannot be
//! read is kept and counted, never dropped; what a newer version wrote survives.

mod calendar;
mod checking;
mod csv;
mod days;
mod draft;
mod entry;
mod exercises;
mod journal;
mod line;
mod merge;
mod person;
mod quick;
mod record;
mod session;
mod speed;
mod started;
mod statistics;
mod strict;
mod trained;
mod weeks;

pub use calendar::{Planned, icalendar, usual_time};
pub use checking::{ALONE, HELPER, UNWATCHED};
pub use csv::write_sets;
pub use days::{Day, Days, Digest, Tells, USUAL_TARGET};
pub use draft::{Draft, NIGHT_ENDS, pause_until};
pub use entry::{Does, Entry};
pub use exercises::{SideWork, Training, Trend, trends};
pub use journal::{Bad, BadReason, Health, Journal, Kept, Place};
pub use line::{LineError, Trust, from_line, to_line};
pub(crate) use line::{checked_line, checksum, trust};
pub use merge::Merge;
pub use person::{Band, IfThen, Pull, Things};
pub use record::{
    Amend, Answer, Body, Check, Decision, DeviceId, HealthScreen, Morning, MorningAnswer,
    PausedDays, Reading, Record, RecordId, SCHEMA, Target, Unknown, UnknownField,
};
pub use session::{
    ExerciseRecord, Form, HurtRecord, Origin, PainAround, PlannedDose, Rir, STOOD_UP,
    SessionRecord, SetRecord,
};
pub use speed::{Speed, SpeedOutOfRange};
pub use started::Started;
pub use statistics::{
    PainCourse, RangeReading, STRETCH_MINUTES, StretchWeek, pain_course, range_of_motion,
    stretch_weeks,
};
pub use trained::trained_since;
pub use weeks::{CREDITS, Outcome, Week, WeekRules, Weeks, week_of};

#[cfg(test)]
mod draft_tests;
#[cfg(test)]
mod drawn;
#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod weeks_laws;
#[cfg(test)]
mod weeks_tests;

//! What a person asks of Progress.

use chrono::NaiveDate;

use super::{Adding, Correction, ProgressPart, ReportChange};
use crate::history::{MorningAnswer, RecordId};
use crate::library::Id;
use crate::units::Pain;

/// What a person does with the lists of Progress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListMessage {
    /// Another part of the screen.
    Part(ProgressPart),
    /// The search as it now reads.
    Search(String),
    /// Only this day; the same day again shows all.
    Day(NaiveDate),
    /// All days again.
    AllDays,
    /// The calendar so many weeks earlier; negative for later.
    Earlier(i32),
    /// More rows of the list.
    More,
    /// The exercise whose plots are shown.
    Exercise(Id),
    /// What was said about the last change has been read.
    Seen,
}

/// What a person does on Progress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProgressMessage {
    /// With the lists.
    List(ListMessage),
    /// Open this session.
    Open(RecordId),
    /// Back to the lists; what was being corrected stays as it was.
    Back,
    /// Correct the open session.
    Correct,
    /// A value of it.
    Set(Correction),
    /// Keep the corrections.
    Keep,
    /// Leave it as it was.
    Cancel,
    /// Count the open session for the day before.
    NightBefore,
    /// How the morning after the open session was.
    Morning(MorningAnswer),
    /// Pain on that morning.
    MorningPain(Pain),
    /// Delete the open session.
    Delete,
    /// Bring back what was deleted last.
    Undo,
    /// Enter a session by hand.
    Add,
    /// What it was.
    Added(Adding),
    /// Keep it.
    KeepAdded,
    /// Prepare the report.
    Report,
    /// What is to be in it.
    Choose(ReportChange),
    /// Write it.
    WriteReport,
    /// Open the one that was written.
    ShowReport,
    /// Show the folder in which it is.
    ShowReports,
}

//! What was done about a reminder, as one line of a small file that every process of the program may
//! append to.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::library::Id;
use crate::program::Habit;

/// Something that was done about a reminder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What it is known by, also in the journal.
    pub id: Uuid,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// The name of the time zone there.
    pub zone: String,
    /// What.
    #[serde(flatten)]
    pub what: Noted,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Noted {
    /// A reminder was shown.
    Shown {
        /// The break that it offered.
        #[serde(rename = "break", default, skip_serializing_if = "Option::is_none")]
        choice: Option<Id>,
        /// The habit that went with it.
        habit: Habit,
    },
    /// The break was started.
    Started {
        /// Which.
        #[serde(rename = "break", default, skip_serializing_if = "Option::is_none")]
        choice: Option<Id>,
    },
    /// "Again in ten minutes".
    Snoozed,
    /// "Not this one".
    Skipped,
    /// "I stood up anyway".
    Stood {
        /// What the journal is to call it, in the person's language.
        name: String,
    },
    /// "Not today".
    NotToday,
}

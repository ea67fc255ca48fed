//! What a reminder offers: the break that was done or offered longest ago, and the habit that was
//! shown longest ago.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{Note, Noted};
use crate::library::Id;
use crate::program::Habit;

/// What whoever waits needs to know of the journal, which it never opens.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HandOver {
    /// Whether the programme is on hold: then nothing is said.
    #[serde(default)]
    pub hold: bool,
    /// The breaks that suit the person.
    #[serde(default)]
    pub choices: Vec<Choice>,
    /// When the last session or break ended.
    #[serde(default)]
    pub last: Option<DateTime<FixedOffset>>,
}

/// A break that suits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// The routine.
    #[serde(rename = "break")]
    pub routine: Id,
    /// What it is called.
    pub name: String,
    /// A sentence about it.
    #[serde(default)]
    pub about: String,
    /// How long it takes, in whole minutes.
    pub minutes: u32,
    /// When it was last done.
    #[serde(default)]
    pub last: Option<DateTime<FixedOffset>>,
}

/// What a reminder offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// A break; nothing when none suits, or none is known yet.
    pub choice: Option<Choice>,
    /// A habit.
    pub habit: Habit,
}

/// What the next reminder offers, after what was noted so far; nothing while the programme is on hold.
pub fn offer(known: Option<&HandOver>, notes: &[Note]) -> Option<Offer> {
    if known.is_some_and(|it| it.hold) {
        return None;
    }
    let choices = known.map(|it| it.choices.as_slice()).unwrap_or_default();
    // Of two that are as long ago, the first: `min_by_key` keeps it.
    let choice = choices.iter().min_by_key(|it| it.last.max(last_offered(&it.routine, notes)));
    let habits = Habit::ALL.into_iter().min_by_key(|it| last_shown(*it, notes));
    Some(Offer { choice: choice.cloned(), habit: habits? })
}

fn last_offered(routine: &Id, notes: &[Note]) -> Option<DateTime<FixedOffset>> {
    let offered = notes.iter().filter(|it| match &it.what {
        Noted::Shown { choice, .. } | Noted::Started { choice } => choice.as_ref() == Some(routine),
        Noted::Snoozed | Noted::Skipped | Noted::Stood { .. } | Noted::NotToday => false,
    });
    offered.map(|it| it.at).max()
}

/// Where in the notes it was shown last: their order holds also where the clock was set.
fn last_shown(habit: Habit, notes: &[Note]) -> Option<usize> {
    notes
        .iter()
        .rposition(|it| matches!(it.what, Noted::Shown { habit: shown, .. } if shown == habit))
}

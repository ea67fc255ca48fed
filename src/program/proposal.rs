//! What the programme proposes, as values: what kind, about what, by which rule, with which numbers.
//! `text` makes the sentences; the journal keeps the value with the person's answer.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::health::Sign;
use super::what::What;
use crate::history::Answer;
use crate::library::Id;

/// Something the programme proposes, or a change that a rule has made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// What it is about: an exercise, a routine, a check.
    pub subject: Id,
    /// The rule and its numbers.
    #[serde(flatten)]
    pub what: What,
}

/// What kind of proposal it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Somebody should look at it.
    Professional,
    /// A question or a self-test.
    Check,
    /// A lighter session or week.
    Lighter,
    /// A rest day.
    Rest,
    /// A session of a routine.
    Session,
    /// A stretch-only session.
    Stretch,
    /// What goes with training of the person's own.
    OwnTraining,
    /// An exercise gets harder or easier.
    Level,
    /// From building to keeping.
    Keep,
}

impl Proposal {
    /// A proposal.
    pub fn new(subject: impl Into<Id>, what: What) -> Self {
        Self { subject: subject.into(), what }
    }

    /// What kind it is.
    pub const fn kind(&self) -> Kind {
        self.what.kind()
    }

    /// Whether it waits for a yes, a no or a later.
    pub const fn asks(&self) -> bool {
        self.what.asks()
    }

    /// Whether a no takes it back, though a rule did it by itself.
    pub const fn can_be_taken_back(&self) -> bool {
        matches!(self.what, What::RepsUp { .. })
    }

    /// The id of the rule, as the journal and the command line have it.
    pub fn rule(&self) -> String {
        match serde_json::to_value(&self.what) {
            Ok(value) => {
                value.get("rule").and_then(|it| it.as_str()).unwrap_or_default().to_owned()
            }
            Err(_) => String::new(),
        }
    }

    /// As the journal keeps it beside the answer.
    pub fn to_value(&self) -> serde_json::Value {
        serde_json::to_value(self).unwrap_or_default()
    }

    /// As the journal kept it; nothing when a newer version of the program made it.
    pub fn from_value(value: &serde_json::Value) -> Option<Self> {
        serde_json::from_value(value.clone()).ok()
    }

    /// Whether it is the same proposal, whatever its numbers have become.
    pub fn is_about_the_same(&self, other: &Self) -> bool {
        self.subject == other.subject
            && std::mem::discriminant(&self.what) == std::mem::discriminant(&other.what)
    }
}

/// One line of the log of changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The day.
    pub date: NaiveDate,
    /// What changed, or was proposed.
    pub proposal: Proposal,
    /// What the person said; `None` when a rule did it by itself.
    pub answer: Option<Answer>,
}

/// The id of a sign in a proposal.
pub(super) fn of_sign(sign: Sign, since: NaiveDate) -> Proposal {
    let tier = sign.tier();
    Proposal::new("health", What::OnHold { sign: sign.slug().to_owned(), tier, since })
}

//! The kinds of record that a journal holds. They are meant to last for decades: fields
//! may be added, none is renamed or reused.

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate, SubsecRound as _};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::{IfThen, SessionRecord, Things};
use crate::library::Id;
use crate::units::{Now, Pain, Sides};

/// The version of the record format that this program writes.
pub const SCHEMA: u32 = 1;

/// What a record is known by, for ever: a `UUIDv7`, made at the moment the fact began.
pub type RecordId = Uuid;

/// The name of the computer that wrote a record: a slug that is also a folder's name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DeviceId(String);

impl DeviceId {
    /// A device of this name; whatever cannot stand in a folder's name is left out, and at most 40
    /// characters are kept.
    pub fn new(name: &str) -> Self {
        let slug: String = name
            .chars()
            .map(|it| it.to_ascii_lowercase())
            .map(|it| if it.is_ascii_alphanumeric() { it } else { '-' })
            .take(40)
            .collect();
        let slug = slug.trim_matches('-');
        Self(if slug.is_empty() { "computer".to_owned() } else { slug.to_owned() })
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DeviceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One line of the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// The version of the format in which it was written.
    pub v: u32,
    /// What it is known by; an amendment or deletion carries the id of what it changes.
    pub id: RecordId,
    /// 1 for the first; the highest `(rev, device)` of an id counts.
    pub rev: u32,
    /// Who wrote it.
    pub device: DeviceId,
    /// When it was written.
    pub at: DateTime<FixedOffset>,
    /// IANA name of the time zone there.
    pub zone: String,
    /// The local day that it belongs to.
    pub date: NaiveDate,
    /// What it says.
    pub body: Body,
    /// What a newer version wrote beside that.
    pub unknown: Unknown,
}

impl Record {
    /// A first revision, made now.
    pub fn new(id: RecordId, device: DeviceId, now: &Now, body: Body) -> Self {
        Self {
            v: SCHEMA,
            id,
            rev: 1,
            device,
            at: now.tick.wall.trunc_subsecs(3),
            zone: now.zone.clone(),
            date: now.date(),
            body,
            unknown: Unknown::default(),
        }
    }

    /// The session or break that it tells of, also when it amends one.
    pub fn session(&self) -> Option<&SessionRecord> {
        self.body.session()
    }
}

/// What a record says.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// A session of a routine.
    Session(SessionRecord),
    /// A movement break, or an exercise tried from the library; shown, never counted for the week.
    Break(SessionRecord),
    /// A self-test with its readings.
    Check(Check),
    /// A complete replacement of an earlier record of the same id.
    Amend(Amend),
    /// The record of this id is not to be shown.
    Delete,
    /// It is to be shown again.
    Undelete,
    /// How the next morning was after a session.
    Morning(Morning),
    /// From a day on, so many sessions a week.
    Target(Target),
    /// Days on which nothing is expected.
    Pause(PausedDays),
    /// What the person said to a proposal.
    Decision(Decision),
    /// The health questions and their answers.
    Health(HealthScreen),
    /// What there is to train with.
    Things(Things),
    /// When, where and what the person means to train.
    Plan(IfThen),
    /// A kind that only a newer version knows; all its fields are in [`Record::unknown`].
    Unknown(String),
}

impl Body {
    /// What it says itself: of an amendment, what it replaces its record with.
    pub fn told(&self) -> &Self {
        match self {
            Self::Amend(Amend { with }) => with.told(),
            Self::Session(_)
            | Self::Break(_)
            | Self::Check(_)
            | Self::Delete
            | Self::Undelete
            | Self::Morning(_)
            | Self::Target(_)
            | Self::Pause(_)
            | Self::Decision(_)
            | Self::Health(_)
            | Self::Things(_)
            | Self::Plan(_)
            | Self::Unknown(_) => self,
        }
    }

    /// The session or break that it tells of, also when it amends one.
    pub fn session(&self) -> Option<&SessionRecord> {
        match self {
            Self::Session(it) | Self::Break(it) => Some(it),
            Self::Amend(Amend { with }) => with.session(),
            Self::Check(_)
            | Self::Delete
            | Self::Undelete
            | Self::Morning(_)
            | Self::Target(_)
            | Self::Pause(_)
            | Self::Decision(_)
            | Self::Health(_)
            | Self::Things(_)
            | Self::Plan(_)
            | Self::Unknown(_) => None,
        }
    }

    /// Whether it tells of a movement break, also when it amends one.
    pub fn is_break(&self) -> bool {
        match self {
            Self::Break(_) => true,
            Self::Amend(Amend { with }) => with.is_break(),
            Self::Session(_)
            | Self::Check(_)
            | Self::Delete
            | Self::Undelete
            | Self::Morning(_)
            | Self::Target(_)
            | Self::Pause(_)
            | Self::Decision(_)
            | Self::Health(_)
            | Self::Things(_)
            | Self::Plan(_)
            | Self::Unknown(_) => false,
        }
    }

    /// The name of the kind, as it stands in the journal.
    pub fn kind(&self) -> &str {
        match self {
            Self::Session(_) => "session",
            Self::Break(_) => "break",
            Self::Check(_) => "check",
            Self::Amend(_) => "amend",
            Self::Delete => "delete",
            Self::Undelete => "undelete",
            Self::Morning(_) => "morning",
            Self::Target(_) => "target",
            Self::Pause(_) => "pause",
            Self::Decision(_) => "decision",
            Self::Health(_) => "health",
            Self::Things(_) => "things",
            Self::Plan(_) => "plan",
            Self::Unknown(kind) => kind,
        }
    }
}

/// A complete replacement of an earlier record of the same id.
#[derive(Debug, Clone, PartialEq)]
pub struct Amend {
    /// What the record says from now on: a session, a break, a check, or another first-hand kind.
    pub with: Box<Body>,
}

/// A self-test.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Check {
    /// Which.
    #[serde(rename = "check")]
    pub of: Id,
    /// What it was called.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What was measured or seen, in the order in which it was.
    pub readings: Vec<Reading>,
    /// The worst pain during it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain: Option<Pain>,
    /// How it was measured: `phone`, `photo`, `scale` or `eye`; `helper` or `alone`; and
    /// `pelvis_not_watched` where somebody should have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub method: Vec<String>,
    /// On what: `floor`, `mat`, `firm_bed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surface: Option<String>,
    /// `barefoot` or `shoes`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footwear: Option<String>,
    /// Which hip or groin hurt in those days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hurts: Option<Sides>,
    /// Which hip was stiff for more than half an hour in the morning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stiff: Option<Sides>,
    /// The person's note.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// One measured or observed value of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// What was read: `ir`, `er`, `feet`, `kneecap`, …
    pub what: String,
    /// Whose.
    pub side: Sides,
    /// A measured value in tenths of its unit (degrees for angles, seconds for times).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenths: Option<i32>,
    /// An observed word: `slightly_in`, `unsure`, …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
    /// Whether it was set aside (the pelvis lifted, the knee was not bent to 90°).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub rejected: bool,
    /// Why: `pelvis`, `knee`, `spread`; nothing when it was taken again for another reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

impl Reading {
    /// A value in tenths of its unit.
    pub fn value(what: &str, side: Sides, tenths: i32) -> Self {
        let what = what.to_owned();
        Self { what, side, tenths: Some(tenths), word: None, rejected: false, why: None }
    }

    /// An observed word.
    pub fn observed(what: &str, side: Sides, word: &str) -> Self {
        let (what, word) = (what.to_owned(), Some(word.to_owned()));
        Self { what, side, tenths: None, word, rejected: false, why: None }
    }
}

/// How the morning after a session was (domain.md 5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Morning {
    /// The session.
    pub of: RecordId,
    /// Better, same or worse than before it.
    pub answer: MorningAnswer,
    /// Pain now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain: Option<Pain>,
    /// Whether it was answered later than the next morning.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub late: bool,
}

/// The answer to the morning question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MorningAnswer {
    /// Better than before the session.
    Better,
    /// The same.
    Same,
    /// Worse.
    Worse,
}

/// How many sessions a week, from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// The first day on which it holds.
    pub from: NaiveDate,
    /// Days a week, 1-7.
    pub value: u8,
}

/// Days on which nothing is expected; at most four weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PausedDays {
    /// The first.
    pub from: NaiveDate,
    /// The last.
    pub to: NaiveDate,
}

/// What the person said to a proposal of the programme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// The proposal as it was made: rule, subject and numbers.
    pub proposal: Value,
    /// The answer.
    pub answer: Answer,
}

/// What the person said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Yes.
    Accepted,
    /// No.
    Declined,
    /// Not now.
    Later,
}

/// The health questions, as they were answered.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HealthScreen {
    /// Question by question: its id and whether the answer was yes.
    pub answers: Vec<(Id, bool)>,
    /// "A professional who knows this has said I may exercise".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cleared: bool,
    /// What was put to the person and passed over, by the id of its page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skipped: Vec<Id>,
}

/// Fields that a newer version wrote, with their places, so that amending a record loses none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Unknown(pub Vec<UnknownField>);

impl Unknown {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// One such field.
#[derive(Debug, Clone, PartialEq)]
pub struct UnknownField {
    /// Where it stands, as a JSON pointer (RFC 6901): `/sets/3/load`.
    pub pointer: String,
    /// What it says.
    pub value: Value,
}

//! What a person tells about themselves once and changes when it changes: what there is to train with,
//! and when and where they mean to train. The last record of each holds.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Body, Journal};
use crate::library::{Equipment, Id};

/// What a person has to train with.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Things {
    /// Their loop bands, the easiest first, as they put them in order: colours mean different things
    /// with different makers.
    pub bands: Vec<Band>,
    /// Everything else that was asked about and is there, by its name in the library.
    pub others: Vec<Id>,
}

/// One band of a person.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Band {
    /// How strong it is, by the person's own reckoning.
    pub pull: Pull,
    /// Its colour, where they say it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub colour: String,
}

/// How strong a band is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pull {
    /// Light.
    Light,
    /// Medium.
    Medium,
    /// Heavy.
    Heavy,
    /// Stronger than heavy.
    Extra,
}

impl Pull {
    /// The easiest first.
    pub const ALL: [Self; 4] = [Self::Light, Self::Medium, Self::Heavy, Self::Extra];

    /// The band that a level asks for by this strength; no level asks for more than a heavy one.
    pub const fn equipment(self) -> Option<Equipment> {
        match self {
            Self::Light => Some(Equipment::BandLight),
            Self::Medium => Some(Equipment::BandMedium),
            Self::Heavy => Some(Equipment::BandHeavy),
            Self::Extra => None,
        }
    }
}

/// When, where and what a person means to train, and what instead when that does not work out
/// (an if-then plan: Bélanger-Gravel and others, 2013).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct IfThen {
    /// The days, 1 (Monday) to 7.
    pub days: Vec<u8>,
    /// What comes before it: "I finish lunch".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub after: String,
    /// The routine.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub routine: Id,
    /// Where: "the living room".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// What may come between: "I travel".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub barrier: String,
    /// The routine instead.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub instead: Id,
}

impl Things {
    /// Takes a thing in, or out again.
    pub fn turn(&mut self, thing: Equipment) {
        let before = self.others.len();
        self.others.retain(|it| !thing.is(it));
        if self.others.len() == before {
            self.others.push(thing.id());
        }
    }
}

impl IfThen {
    /// Takes a day in, 1 (Monday) to 7, or out again.
    pub fn turn(&mut self, day: u8) {
        let before = self.days.len();
        self.days.retain(|it| *it != day);
        if self.days.len() == before {
            self.days.push(day);
            self.days.sort_unstable();
        }
    }

    /// Whether nothing is planned.
    pub const fn is_empty(&self) -> bool {
        self.days.is_empty() && self.after.is_empty() && self.place.is_empty()
    }

    /// Whether a weekday, 1 (Monday) to 7, is one of its days.
    pub fn is_on(&self, weekday: u32) -> bool {
        self.days.iter().any(|it| u32::from(*it) == weekday)
    }
}

impl Journal {
    /// What there is to train with, as last told up to a day, and when that was.
    pub fn things(&self, today: NaiveDate) -> Option<(NaiveDate, &Things)> {
        self.last_told(today, |it| if let Body::Things(it) = it { Some(it) } else { None })
    }

    /// The plan in force on a day, and when it was made.
    pub fn if_then(&self, today: NaiveDate) -> Option<(NaiveDate, &IfThen)> {
        self.last_told(today, |it| if let Body::Plan(it) = it { Some(it) } else { None })
    }

    fn last_told<'a, T>(
        &'a self,
        today: NaiveDate,
        which: impl Fn(&'a Body) -> Option<&'a T>,
    ) -> Option<(NaiveDate, &'a T)> {
        let told = self.records().filter(|it| it.date <= today);
        let told = told.filter_map(|it| Some(((it.at, it.id), it.date, which(it.body.told())?)));
        told.max_by_key(|it| it.0).map(|it| (it.1, it.2))
    }
}

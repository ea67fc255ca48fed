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
    /// Their dumbbells, kettlebells and plates, in tenths of a kilogram, the lightest first: 1 to 999.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weights: Vec<u32>,
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

/// So many weights are kept.
const MOST_WEIGHTS: usize = 40;

impl Things {
    /// Reads weights as a person writes them, in kilograms: "2, 4.5 and 6 kg". What is no weight between
    /// 0.1 and 99.9 is passed over.
    pub fn weights_of(words: &str) -> Vec<u32> {
        let numbers = words.split(|it: char| !it.is_ascii_digit() && it != '.');
        let tenths = numbers.filter_map(|it| {
            let (whole, rest) = it.split_once('.').unwrap_or((it, "0"));
            let whole: u32 = whole.parse().ok()?;
            let tenth: u32 = rest.get(..1).unwrap_or("0").parse().ok()?;
            whole.checked_mul(10)?.checked_add(tenth).filter(|it| (1..=999).contains(it))
        });
        let mut weights: Vec<_> = tenths.take(MOST_WEIGHTS).collect();
        weights.sort_unstable();
        weights.dedup();
        weights
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_read_as_people_write_them() {
        for (words, expected) in [
            ("", &[][..]),
            ("2, 4.5 and 6 kg", &[20, 45, 60]),
            ("10kg 10 kg 1.25", &[12, 100]),
            ("0, 0.0, 100, 4294967295, . 3. .5", &[30]),
        ] {
            assert_eq!(Things::weights_of(words), expected, "{words}");
        }
    }

    #[test]
    fn things_of_an_older_journal_have_no_weights() {
        let things: Things = serde_json::from_str(r#"{"bands":[],"others":["mat"]}"#).unwrap();
        assert!(things.weights.is_empty());
        assert_eq!(serde_json::to_string(&things).unwrap(), r#"{"bands":[],"others":["mat"]}"#);
    }
}

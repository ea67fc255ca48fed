//! What was seen in a check: the answer that was given most often, and what answers together say.
//! Nothing here is a score, and nothing names a cause.

use std::collections::BTreeMap;

use super::checks::Observation;
use crate::history::Check;
use crate::session::UNSURE;
use crate::units::{Side, Sides};

/// What of one thing on one side was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// This word, more than half of the times.
    Word(String),
    /// Nobody could tell.
    Unsure,
    /// No word more than half of the times.
    Mixed,
}

/// What was seen, told most often; nothing when it was never looked at.
pub fn seen(check: &Check, what: &str, side: Sides) -> Option<Seen> {
    let readings = check.readings.iter().filter(|it| it.what == what && it.side == side);
    let words: Vec<_> =
        readings.filter(|it| !it.rejected).filter_map(|it| it.word.as_deref()).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in &words {
        *counts.entry(word).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|it| it.1)?;
    Some(match most {
        (_, count) if count * 2 <= words.len() => Seen::Mixed,
        (UNSURE, _) => Seen::Unsure,
        (word, _) => Seen::Word(word.to_owned()),
    })
}

/// Everything that was seen in a check, in the order in which it was asked: what, whose, which.
pub fn all_seen(check: &Check) -> Vec<(String, Sides, Seen)> {
    let mut asked: Vec<(String, Sides)> = Vec::new();
    for it in check.readings.iter().filter(|it| it.word.is_some()) {
        let key = (it.what.clone(), it.side);
        if !asked.contains(&key) {
            asked.push(key);
        }
    }
    let seen = asked.into_iter().filter_map(|(what, side)| {
        let seen = seen(check, &what, side)?;
        Some((what, side, seen))
    });
    seen.collect()
}

/// What patterns say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Patterns {
    pub(super) sides: [Vec<Observation>; 2],
    pub(super) both: Vec<Observation>,
}

/// Reads the patterns of the checks that the program ships; another check has none.
pub(super) fn read(check: &Check) -> Patterns {
    match check.of.as_str() {
        "standing" => {
            let sides = Side::BOTH.map(|it| standing(check, it));
            let differ = ["feet", "kneecap"].iter().any(|it| differs(check, it));
            let both = differ.then_some(Observation::StanceDiffers);
            Patterns { sides, both: both.into_iter().collect() }
        }
        "gait" => {
            let sides = Side::BOTH.map(|it| walking(check, it));
            let differ = ["toes", "knee", "swing", "pelvis"].iter().any(|it| differs(check, it));
            let both = [differ.then_some(Observation::GaitDiffers), Some(Observation::GaitNew)];
            Patterns {
                sides,
                both: both.into_iter().flatten().filter(|_| has_any(check)).collect(),
            }
        }
        "supine" => {
            let sides = Side::BOTH.map(|it| lying(check, it));
            let both = has_any(check).then_some(Observation::SupineSudden);
            Patterns { sides, both: both.into_iter().collect() }
        }
        _ => Patterns::default(),
    }
}

fn has_any(check: &Check) -> bool {
    check.readings.iter().any(|it| !it.rejected && it.word.is_some())
}

/// The word that was seen on a side.
fn word(check: &Check, what: &str, side: Side) -> Option<String> {
    match seen(check, what, side.into())? {
        Seen::Word(word) => Some(word),
        Seen::Unsure | Seen::Mixed => None,
    }
}

fn differs(check: &Check, what: &str) -> bool {
    let [left, right] = Side::BOTH.map(|it| word(check, what, it));
    left.is_some() && right.is_some() && left != right
}

fn standing(check: &Check, side: Side) -> Vec<Observation> {
    let (Some(feet), Some(kneecap)) = (word(check, "feet", side), word(check, "kneecap", side))
    else {
        return Vec::new();
    };
    match (feet.as_str(), kneecap.as_str()) {
        ("slightly_out", "straight") => vec![Observation::StanceCommon],
        ("straight", "in") => vec![Observation::TurnFromThigh, Observation::ShankTurnsOut],
        ("slightly_in" | "clearly_in", "in") => vec![Observation::TurnFromThigh],
        ("slightly_out" | "clearly_out", "in") => vec![Observation::ShankTurnsOut],
        ("slightly_in" | "clearly_in", "straight") => vec![Observation::TurnBelowKnee],
        _ => vec![Observation::StanceVaries],
    }
}

fn walking(check: &Check, side: Side) -> Vec<Observation> {
    let toes = word(check, "toes", side);
    let toes_in = toes.as_deref() == Some("in");
    toes_in.then_some(Observation::ToesIn).into_iter().collect()
}

fn lying(check: &Check, side: Side) -> Vec<Observation> {
    let said = match word(check, "toes", side).as_deref() {
        Some("out_little") => Observation::RollsOut,
        Some("out_clearly") => Observation::RollsFarOut,
        Some("upright" | "in") => Observation::StaysUpright,
        _ => return Vec::new(),
    };
    vec![said]
}

//! The poses that a movement goes through, where they stand in its file.

use super::super::path::Step::{At, Field};
use super::super::path::{Step, get};
use super::bench::text_in;
use super::command::Way;
use crate::library::Id;
use crate::ron::splice::{elements, find};
use crate::ron::{Document, Node, Value};
use crate::units::Phase;

/// A pose of a movement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// The pose.
    pub pose: Id,
    /// What leads to it.
    pub by: By,
    /// The fields that lead to its name in the file.
    pub(super) path: Vec<Step<'static>>,
}

/// What leads to a pose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// A phase of a repetition.
    Phase(Phase),
    /// It is where a hold starts from.
    Rest,
    /// Going into the hold.
    Enter,
    /// A visit while holding, or a step of something done over and over.
    Step,
}

/// The phases by their fields.
const PHASES: [(&str, Phase); 4] = [
    ("lift", Phase::Lift),
    ("top", Phase::Top),
    ("lower", Phase::Lower),
    ("bottom", Phase::Bottom),
];

/// The poses of a movement, the one it starts from first.
pub(super) fn stops(document: &Document) -> Vec<Stop> {
    let Some(root) = document.root() else { return Vec::new() };
    let mut stops = Vec::new();
    if let Some(reps) = find(root, "reps") {
        match find(&reps.value, "rounds").and_then(|it| elements(&it.value)) {
            Some(rounds) => {
                for (at, round) in rounds.iter().enumerate() {
                    let path = [Field("reps"), Field("rounds"), At(at)];
                    stops.extend(of_round(&reps.value, round, &path));
                }
            }
            None => stops.extend(of_round(&reps.value, &reps.value, &[Field("reps")])),
        }
    } else if let Some(hold) = find(root, "hold") {
        let rest = [Field("hold"), Field("rest")];
        stops.extend(stop(root, &rest, By::Rest));
        stops.extend(named(&hold.value, "enter", &[Field("hold")], By::Enter));
        stops.extend(visited(&hold.value, "cycle", &[Field("hold"), Field("cycle")]));
    } else if find(root, "drill").is_some() {
        stops.extend(visited(root, "drill", &[Field("drill")]));
    }
    stops
}

/// The way of a movement of two poses; nothing for one that goes otherwise.
pub(super) fn way(stops: &[Stop]) -> Option<Way> {
    match stops {
        [start, end] => match (start.by, end.by) {
            (By::Rest, By::Enter) => Some(Way::Hold),
            (By::Phase(back), By::Phase(to)) => Some(Way::Reps { to, back }),
            _ => None,
        },
        _ => None,
    }
}

fn stop(root: &Node, path: &[Step<'static>], by: By) -> Option<Stop> {
    let pose = text_in(get(root, path)?)?.to_owned();
    Some(Stop { pose, by, path: path.to_vec() })
}

/// The poses of one rep in the order in which they are done; it starts from the last.
fn of_round(reps: &Node, round: &Node, path: &[Step<'static>]) -> Vec<Stop> {
    let lowers = |it: &Node| matches!(&it.value, Value::Name(it) if it == "lower");
    let begins_low = find(reps, "begins").is_some_and(|it| lowers(&it.value));
    let mut phases = PHASES;
    if begins_low {
        phases.rotate_left(2);
    }
    let mut stops: Vec<Stop> = phases
        .into_iter()
        .flat_map(|(name, phase)| named(round, name, path, By::Phase(phase)))
        .collect();
    let by = usize::from(!stops.is_empty());
    stops.rotate_right(by);
    stops
}

/// The poses whose names stand in a list.
fn named(holder: &Node, field: &'static str, path: &[Step<'static>], by: By) -> Vec<Stop> {
    let list = find(holder, field).and_then(|it| elements(&it.value)).unwrap_or_default();
    let stop = |(at, node): (usize, &Node)| {
        let pose = text_in(node)?.to_owned();
        let path = [path, &[Field(field), At(at)]].concat();
        Some(Stop { pose, by, path })
    };
    list.iter().enumerate().filter_map(stop).collect()
}

/// The poses of a list of steps.
fn visited(holder: &Node, field: &str, path: &[Step<'static>]) -> Vec<Stop> {
    let list = find(holder, field).and_then(|it| elements(&it.value)).unwrap_or_default();
    let stop = |(at, node): (usize, &Node)| {
        let pose = text_in(&find(node, "pose")?.value)?.to_owned();
        let path = [path, &[At(at), Field("pose")]].concat();
        Some(Stop { pose, by: By::Step, path })
    };
    list.iter().enumerate().filter_map(stop).collect()
}

//! Which level of an exercise can be done today, and what is left out for want of something.

use super::plan::{LeftOut, LeftOutReason, Missing, PlanError};
use crate::library::{Equipment, Exercise, Item, ItemSides, Level, Library};

/// An item with its exercise and the level that today allows.
pub(super) struct Chosen<'a> {
    pub(super) item: Item,
    pub(super) exercise: &'a Exercise,
    pub(super) level: &'a Level,
    pub(super) swapped: bool,
}

pub(super) enum Choice<'a> {
    Do(Box<Chosen<'a>>),
    Leave(LeftOut),
}

/// The level of the item, or the nearest one that does without what is missing (easier first).
pub(super) fn choose<'a>(
    item: &Item,
    library: &'a Library,
    missing: Missing,
) -> Result<Choice<'a>, PlanError> {
    let exercise = library
        .exercise(&item.exercise)
        .ok_or_else(|| PlanError::UnknownExercise(item.exercise.clone()))?;
    let level = exercise
        .level(item.level)
        .ok_or_else(|| PlanError::UnknownLevel(item.exercise.clone(), item.level))?;
    let Some(reason) = lacks(level, missing) else {
        let chosen = Chosen { item: item.clone(), exercise, level, swapped: false };
        return Ok(Choice::Do(Box::new(chosen)));
    };
    let nearest = exercise
        .levels
        .iter()
        .filter(|it| lacks(it, missing).is_none())
        .min_by_key(|it| (it.number.abs_diff(level.number), it.number));
    Ok(nearest.map_or_else(
        || {
            let name = exercise.name.long.clone();
            Choice::Leave(LeftOut { exercise: exercise.id.clone(), name, reason })
        },
        |level| {
            let item = swap(item, level);
            Choice::Do(Box::new(Chosen { item, exercise, level, swapped: true }))
        },
    ))
}

/// What the level needs and today lacks.
pub(super) fn lacks(level: &Level, missing: Missing) -> Option<LeftOutReason> {
    let needs = |it: Equipment| level.equipment.contains(&it);
    if missing.floor && level.position.on_floor() {
        Some(LeftOutReason::NoFloor)
    } else if missing.band && level.has_band() {
        Some(LeftOutReason::NoBand)
    } else if missing.bench && needs(Equipment::Bench) {
        Some(LeftOutReason::NoBench)
    } else if missing.wall && needs(Equipment::Wall) {
        Some(LeftOutReason::NoWall)
    } else {
        None
    }
}

/// The item at another level: its sets stay, its dose and pace are the level's.
fn swap(item: &Item, level: &Level) -> Item {
    let sides = item.sides.at(level.sides);
    Item {
        level: level.number,
        amount: level.dose.low,
        most: None,
        tempo: level.tempo,
        sides,
        extra_set: item.extra_set.filter(|_| sides != ItemSides::Both),
        ..item.clone()
    }
}

//! Whether a person's version of an exercise still serves what comes with the program.

use super::{AmountKind, ProblemKind};
use crate::library::{
    Exercise, Instead, Item, ItemSides, Level, LevelSides, Library, RoutineBlock,
};

/// The first routine or exercise of a library that could not use this version, and why.
pub(in crate::library) fn breaks(exercise: &Exercise, library: &Library) -> Option<ProblemKind> {
    let items = library.routines.iter().flat_map(|routine| {
        let blocks = routine.blocks.iter();
        blocks.flat_map(move |block| block.items.iter().map(move |item| (routine, block, item)))
    });
    for (routine, block, item) in items.filter(|it| it.2.exercise == exercise.id) {
        let what = match exercise.level(item.level) {
            None => Some(unknown(exercise, item.level)),
            Some(level) => misfit(item, block, level),
        };
        if let Some(what) = what {
            return Some(ProblemKind::Breaks { id: routine.id.clone(), what: Box::new(what) });
        }
    }
    let others = library.exercises.iter().filter(|it| it.id != exercise.id);
    for (other, alternative) in
        others.flat_map(|it| it.alternatives.iter().map(move |alt| (it, alt)))
    {
        let Instead::Swap { exercise: id, level } = &alternative.instead else { continue };
        if *id == exercise.id && exercise.level(*level).is_none() {
            let what = Box::new(unknown(exercise, *level));
            return Some(ProblemKind::Breaks { id: other.id.clone(), what });
        }
    }
    None
}

fn unknown(exercise: &Exercise, level: u8) -> ProblemKind {
    ProblemKind::UnknownLevel {
        exercise: exercise.id.clone(),
        level: level.into(),
        levels: exercise.levels.iter().map(|it| it.number).collect(),
    }
}

/// Why a level does not fit an item that was made for another version of it.
fn misfit(item: &Item, block: &RoutineBlock, level: &Level) -> Option<ProblemKind> {
    let (found, expected) = (AmountKind::from(item.amount), AmountKind::from(level.dose.low));
    match (level.sides, item.sides) {
        (LevelSides::Both, _) if block.each_side => Some(ProblemKind::BothInEachBlock),
        (LevelSides::Both, ItemSides::Both) => None,
        (LevelSides::Both, _) => Some(ProblemKind::SidesOfBoth),
        (sides, ItemSides::Both) => Some(ProblemKind::BothOfOneSided { sides }),
        _ => None,
    }
    .or_else(|| {
        found.is_other_than(expected).then_some(ProblemKind::OtherAmount { found, expected })
    })
}

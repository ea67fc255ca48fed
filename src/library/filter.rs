//! Which exercises are shown: by part of the programme, position, things at hand, muscle, and whether
//! the screen can be seen.

use std::collections::BTreeSet;

use super::{Block, Equipment, Exercise, Level, Muscle, Position, Screen};

/// Something that a person may not have. The strength of a band is no reason to leave an exercise
/// out, and a cushion, a strap or a mat has its stand-in in every home.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// A loop band.
    Band,
    /// A bench or sofa.
    Bench,
    /// A chair.
    Chair,
    /// A free stretch of wall.
    Wall,
    /// A light weight.
    Weight,
    /// A clear path of 5-10 m.
    Path,
}

impl Thing {
    /// In the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Band, Self::Bench, Self::Chair, Self::Wall, Self::Weight, Self::Path];

    /// What this is when it is among the things that a level needs.
    pub const fn of(equipment: Equipment) -> Option<Self> {
        Some(match equipment {
            Equipment::BandLight | Equipment::BandMedium | Equipment::BandHeavy => Self::Band,
            Equipment::Bench => Self::Bench,
            Equipment::Chair => Self::Chair,
            Equipment::Wall => Self::Wall,
            Equipment::Weight => Self::Weight,
            Equipment::Path => Self::Path,
            Equipment::Mat
            | Equipment::Cushion
            | Equipment::Table
            | Equipment::Strap
            | Equipment::Mirror => return None,
        })
    }
}

/// What is shown; everything that is `None` or empty lets all through.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// The part of the programme.
    pub block: Option<Block>,
    /// How the body is placed.
    pub position: Option<Position>,
    /// What is worked or stretched.
    pub muscle: Option<Muscle>,
    /// Whether the screen can be seen.
    pub screen: Option<Screen>,
    /// What is not at hand.
    pub without: BTreeSet<Thing>,
}

impl Filter {
    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The levels that it lets through: one that fits every condition by itself.
    pub fn levels<'e>(&'e self, exercise: &'e Exercise) -> impl Iterator<Item = &'e Level> {
        let block = self.block.is_none_or(|it| it == exercise.block);
        exercise.levels.iter().filter(move |it| block && self.lets_through(exercise, it))
    }

    fn lets_through(&self, exercise: &Exercise, level: &Level) -> bool {
        let muscle = |it: &Muscle| exercise.muscles.contains(it) || level.muscles.contains(it);
        let mut things = level.equipment.iter().filter_map(|it| Thing::of(*it));
        self.position.is_none_or(|it| it == level.position)
            && self.screen.is_none_or(|it| it == level.screen)
            && self.muscle.as_ref().is_none_or(muscle)
            && !things.any(|it| self.without.contains(&it))
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::library::Library;

    /// What is let through: each exercise with its levels.
    #[expect(clippy::needless_pass_by_value, reason = "a test reads better without a reference")]
    #[track_caller]
    fn check(filter: Filter, expected: Expect) {
        let library = Library::shipped();
        let lines = library.exercises.iter().filter_map(|it| {
            let levels: String = filter.levels(it).map(|it| it.number.to_string()).collect();
            (!levels.is_empty()).then(|| format!("{} {levels}", it.id))
        });
        expected.assert_eq(&lines.collect::<Vec<_>>().join(", "));
    }

    #[test]
    fn an_empty_filter_lets_every_level_through() {
        let all: usize = Library::shipped().exercises.iter().map(|it| it.levels.len()).sum();
        let library = Library::shipped();
        let filter = Filter::default();
        assert!(filter.is_empty());
        assert_eq!(library.exercises.iter().flat_map(|it| filter.levels(it)).count(), all);
    }

    #[test]
    fn each_condition_narrows() {
        let all = Filter::default;
        check(
            Filter { block: Some(Block::Control), ..all() },
            expect!["squat 12345, gait 12345, balance 12345"],
        );
        check(
            Filter { position: Some(Position::SideLying), ..all() },
            expect!["tfl 5, clam 1345, sideraise 1345"],
        );
        check(Filter { muscle: Some(Muscle::Gracilis), ..all() }, expect!["straddle 12345"]);
        check(
            Filter { screen: Some(Screen::No), ..all() },
            expect![
                "hipflexor 2, butterfly 1, straddle 14, fig4 1345, bridge 1234, birddog 12345, gait 2345, walk 1"
            ],
        );
        let without = BTreeSet::from([Thing::Band, Thing::Bench, Thing::Wall, Thing::Chair]);
        check(
            Filter { block: Some(Block::Strength), without, ..all() },
            expect!["clam 1, sideraise 123, bandwalk 1, bridge 1234, birddog 12345"],
        );
    }

    #[test]
    fn conditions_hold_together_for_one_and_the_same_level() {
        let seated_with_band = Filter {
            block: Some(Block::Strength),
            position: Some(Position::Chair),
            without: BTreeSet::from([Thing::Band]),
            ..Filter::default()
        };
        check(seated_with_band, expect![[""]]);
    }
}

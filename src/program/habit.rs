//! The habits at a desk, one of which goes with each reminder (domain.md 9: "vary your position").

use serde::{Deserialize, Serialize};

/// A habit of sitting or standing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Habit {
    /// No position for hours.
    Vary,
    /// Not always with the legs crossed.
    Crossed,
    /// Knees over the feet.
    Knees,
    /// A chair as high as the knees, or a little higher.
    Seat,
    /// Both feet flat on the floor.
    Feet,
    /// Nothing under one buttock.
    Pockets,
    /// Weight on both legs.
    BothLegs,
    /// Kneecaps ahead.
    Kneecaps,
}

impl Habit {
    /// All of them, in the order in which they come at first.
    pub const ALL: [Self; 8] = [
        Self::Crossed,
        Self::BothLegs,
        Self::Seat,
        Self::Knees,
        Self::Kneecaps,
        Self::Vary,
        Self::Feet,
        Self::Pockets,
    ];

    /// The section of the page `posture-and-habits` that tells more.
    pub const fn section(self) -> &'static str {
        match self {
            Self::Vary => "s-046",
            Self::Crossed => "s-047",
            Self::Knees => "s-048",
            Self::Seat | Self::Feet | Self::Pockets => "s-049",
            Self::BothLegs => "s-050",
            Self::Kneecaps => "s-051",
        }
    }
}

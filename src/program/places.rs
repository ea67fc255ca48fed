//! Where it hurts: the places of a body map, and the groups of people to which they belong.

use std::collections::BTreeSet;

use crate::library::Group;
use crate::units::Side;

/// A place of the body map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The front of the hip and the groin.
    Front,
    /// Over the bony point of the outer hip.
    OuterHip,
    /// The buttock.
    Buttock,
    /// The low back.
    LowBack,
    /// The outer side of the thigh.
    OuterThigh,
    /// The knee.
    Knee,
}

impl Place {
    /// From the hip outwards, as they are asked.
    pub const ALL: [Self; 6] =
        [Self::Front, Self::OuterHip, Self::Buttock, Self::LowBack, Self::OuterThigh, Self::Knee];

    /// The first part of the ids under which its answers are kept.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Front => "pain-hip-front",
            Self::OuterHip => "pain-outer-hip",
            Self::Buttock => "pain-buttock",
            Self::LowBack => "pain-low-back",
            Self::OuterThigh => "pain-outer-thigh",
            Self::Knee => "pain-knee",
        }
    }

    /// The group for whom exercises change. Pain along the outer thigh is minded like pain over the
    /// outer hip, which often spreads down there (Grimaldi and others, 2015); for the buttock nothing
    /// has to change but that pain stops an exercise.
    pub const fn group(self) -> Option<Group> {
        match self {
            Self::Front => Some(Group::GroinPain),
            Self::OuterHip | Self::OuterThigh => Some(Group::OuterHipPain),
            Self::LowBack => Some(Group::BackPain),
            Self::Knee => Some(Group::KneePain),
            Self::Buttock => None,
        }
    }
}

/// A place on one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sore {
    /// The place.
    pub place: Place,
    /// The side.
    pub side: Side,
}

impl Sore {
    /// Every place, left before right.
    pub fn all() -> impl Iterator<Item = Self> {
        Place::ALL.into_iter().flat_map(|place| Side::BOTH.map(|side| Self { place, side }))
    }

    /// The id under which the answer is kept.
    pub fn id(self) -> String {
        format!("{}-{}", self.place.slug(), self.side)
    }

    /// The one of this id.
    pub fn of(id: &str) -> Option<Self> {
        Self::all().find(|it| it.id() == id)
    }
}

/// The groups that a body map can tell of.
pub const PLACE_GROUPS: [Group; 4] =
    [Group::GroinPain, Group::OuterHipPain, Group::BackPain, Group::KneePain];

/// The groups to which sore places belong.
pub fn groups_of(sore: &BTreeSet<Sore>) -> BTreeSet<Group> {
    sore.iter().filter_map(|it| it.place.group()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_known_by_its_id_and_no_two_share_one() {
        let ids: BTreeSet<_> = Sore::all().map(Sore::id).collect();
        assert_eq!(ids.len(), 12);
        assert!(Sore::all().all(|it| Sore::of(&it.id()) == Some(it)));
        assert_eq!(Sore::of("outer-hip-pain"), None);
    }
}

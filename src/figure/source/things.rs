//! The words for things round the figure, and what each stands for.

use glam::{vec2, vec3};
use serde::{Deserialize, Serialize};

use crate::figure::contact::Thing;
use crate::figure::prop::{BandAt, Prop};
use crate::units::Side;

/// The words for things round the figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PropKind {
    /// A mat.
    Mat,
    /// A soft cushion anywhere.
    Pillow,
    /// A wall.
    Wall,
    /// A line on the floor.
    Line,
    /// A strap from the left hand to the left ankle.
    StrapLeft,
    /// The same on the right.
    StrapRight,
    /// A weight in both hands.
    Weight,
    /// A loop band above the knees.
    BandKnees,
    /// One round the ankles.
    BandAnkles,
    /// One round the forefeet.
    BandForefeet,
    /// A firm cushion on the floor.
    Cushion,
    /// A block, or a step.
    Block,
    /// A low bench.
    Bench,
    /// A bed.
    Bed,
    /// A chair.
    Chair,
    /// A high chair.
    HighChair,
    /// A table.
    Table,
}

impl PropKind {
    /// In the order in which they are offered.
    pub const ALL: [Self; 17] = [
        Self::Chair,
        Self::HighChair,
        Self::Wall,
        Self::Mat,
        Self::Block,
        Self::Bench,
        Self::Table,
        Self::Bed,
        Self::Cushion,
        Self::Pillow,
        Self::BandKnees,
        Self::BandAnkles,
        Self::BandForefeet,
        Self::Weight,
        Self::Line,
        Self::StrapLeft,
        Self::StrapRight,
    ];

    /// Where it stands when it is put there: its place in body heights, as in the figures that come with
    /// the program. What is worn or held has none.
    pub const fn usual_place(self) -> Option<(f32, f32)> {
        match self {
            Self::Mat | Self::Bed => Some((0.0, 0.0)),
            Self::Pillow => Some((0.1, 0.17)),
            Self::Wall => Some((0.3, 0.0)),
            Self::Cushion => Some((-0.015, 0.0)),
            Self::Block | Self::Table => Some((0.34, 0.0)),
            Self::Bench => Some((-0.26, 0.0)),
            Self::Chair | Self::HighChair => Some((-0.045, 0.0)),
            Self::Line
            | Self::StrapLeft
            | Self::StrapRight
            | Self::Weight
            | Self::BandKnees
            | Self::BandAnkles
            | Self::BandForefeet => None,
        }
    }

    /// What a thing is.
    pub const fn of(prop: &Prop) -> Self {
        match prop {
            Prop::Mat { .. } => Self::Mat,
            Prop::Pillow { .. } => Self::Pillow,
            Prop::Wall { .. } => Self::Wall,
            Prop::Line => Self::Line,
            Prop::Strap(Side::Left) => Self::StrapLeft,
            Prop::Strap(Side::Right) => Self::StrapRight,
            Prop::Weight => Self::Weight,
            Prop::Band(BandAt::Knees) => Self::BandKnees,
            Prop::Band(BandAt::Ankles) => Self::BandAnkles,
            Prop::Band(BandAt::Forefeet) => Self::BandForefeet,
            Prop::Thing { thing, .. } => match thing {
                Thing::Cushion => Self::Cushion,
                Thing::Block => Self::Block,
                Thing::Bench => Self::Bench,
                Thing::Bed => Self::Bed,
                Thing::Chair | Thing::ChairBack => Self::Chair,
                Thing::HighChair => Self::HighChair,
                Thing::Table => Self::Table,
            },
        }
    }

    pub(super) fn prop(self, at: glam::Vec3, turn: f32, [length, height, width]: [f32; 3]) -> Prop {
        let or = |value: f32, otherwise: f32| if value > 0.0 { value } else { otherwise };
        let flat = vec2(at.x, at.z);
        let thing = |thing| Prop::Thing { thing, at: flat, turn };
        match self {
            Self::Mat => {
                Prop::Mat { at: flat, size: vec2(or(length, 1.15), or(width, 0.42)), turn }
            }
            Self::Pillow => Prop::Pillow {
                at,
                size: vec3(or(length, 0.2), or(height, 0.08), or(width, 0.12)),
                turn,
            },
            Self::Wall => Prop::Wall { at: flat, turn },
            Self::Line => Prop::Line,
            Self::StrapLeft => Prop::Strap(Side::Left),
            Self::StrapRight => Prop::Strap(Side::Right),
            Self::Weight => Prop::Weight,
            Self::BandKnees => Prop::Band(BandAt::Knees),
            Self::BandAnkles => Prop::Band(BandAt::Ankles),
            Self::BandForefeet => Prop::Band(BandAt::Forefeet),
            Self::Cushion => thing(Thing::Cushion),
            Self::Block => thing(Thing::Block),
            Self::Bench => thing(Thing::Bench),
            Self::Bed => thing(Thing::Bed),
            Self::Chair => thing(Thing::Chair),
            Self::HighChair => thing(Thing::HighChair),
            Self::Table => thing(Thing::Table),
        }
    }
}

//! Every word of the format, in the order in which a person chooses among them.

use super::{Block, Equipment, LevelSides, Position, Screen};

impl Block {
    /// Every part of the programme.
    pub const ALL: [Self; 4] = [Self::Mobility, Self::Strength, Self::Control, Self::Break];
}

impl LevelSides {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Both, Self::Each, Self::EachWay];
}

impl Screen {
    /// Every answer.
    pub const ALL: [Self; 3] = [Self::Yes, Self::Partly, Self::No];
}

impl Position {
    /// Every position.
    pub const ALL: [Self; 10] = [
        Self::Standing,
        Self::Walking,
        Self::Chair,
        Self::HalfKneeling,
        Self::Sitting,
        Self::Supine,
        Self::Bench,
        Self::SideLying,
        Self::AllFours,
        Self::Prone,
    ];
}

impl Equipment {
    /// Every thing.
    pub const ALL: [Self; 13] = [
        Self::Mat,
        Self::Cushion,
        Self::Wall,
        Self::Chair,
        Self::Table,
        Self::Bench,
        Self::BandLight,
        Self::BandMedium,
        Self::BandHeavy,
        Self::Strap,
        Self::Mirror,
        Self::Weight,
        Self::Path,
    ];
}

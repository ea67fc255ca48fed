//! The muscles of the library on the body of the figure.

use super::Muscle;
use crate::figure::Region;

impl Muscle {
    /// Where it lies.
    pub const fn region(self) -> Region {
        match self {
            Self::GluteusMaximus => Region::GluteusMaximus,
            Self::GluteusMedius => Region::GluteusMedius,
            Self::GluteusMediusFront => Region::GluteusMediusFront,
            Self::GluteusMinimus => Region::GluteusMinimus,
            Self::Piriformis => Region::Piriformis,
            Self::ObturatorInternus => Region::ObturatorInternus,
            Self::ObturatorExternus => Region::ObturatorExternus,
            Self::GemellusSuperior => Region::GemellusSuperior,
            Self::GemellusInferior => Region::GemellusInferior,
            Self::QuadratusFemoris => Region::QuadratusFemoris,
            Self::Tfl => Region::Tfl,
            Self::ItBand => Region::ItBand,
            Self::AdductorLongus => Region::AdductorLongus,
            Self::AdductorBrevis => Region::AdductorBrevis,
            Self::AdductorMagnus => Region::AdductorMagnus,
            Self::Gracilis => Region::Gracilis,
            Self::Pectineus => Region::Pectineus,
            Self::Iliopsoas => Region::Iliopsoas,
            Self::RectusFemoris => Region::RectusFemoris,
            Self::Quadriceps => Region::Quadriceps,
            Self::Hamstrings => Region::Hamstrings,
            Self::Calf => Region::Calf,
            Self::Abdominals => Region::Abdominals,
            Self::Obliques => Region::Obliques,
            Self::BackExtensors => Region::BackExtensors,
            Self::Shoulder => Region::Shoulder,
        }
    }
}

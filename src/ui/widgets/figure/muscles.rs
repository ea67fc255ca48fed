//! The muscles of the library on the body of the figure.

use crate::figure::Region;
use crate::library::Muscle;

/// Where a muscle lies.
pub(super) const fn region(muscle: Muscle) -> Region {
    match muscle {
        Muscle::GluteusMaximus => Region::GluteusMaximus,
        Muscle::GluteusMedius => Region::GluteusMedius,
        Muscle::GluteusMediusFront => Region::GluteusMediusFront,
        Muscle::GluteusMinimus => Region::GluteusMinimus,
        Muscle::Piriformis => Region::Piriformis,
        Muscle::ObturatorInternus => Region::ObturatorInternus,
        Muscle::ObturatorExternus => Region::ObturatorExternus,
        Muscle::GemellusSuperior => Region::GemellusSuperior,
        Muscle::GemellusInferior => Region::GemellusInferior,
        Muscle::QuadratusFemoris => Region::QuadratusFemoris,
        Muscle::Tfl => Region::Tfl,
        Muscle::ItBand => Region::ItBand,
        Muscle::AdductorLongus => Region::AdductorLongus,
        Muscle::AdductorBrevis => Region::AdductorBrevis,
        Muscle::AdductorMagnus => Region::AdductorMagnus,
        Muscle::Gracilis => Region::Gracilis,
        Muscle::Pectineus => Region::Pectineus,
        Muscle::Iliopsoas => Region::Iliopsoas,
        Muscle::RectusFemoris => Region::RectusFemoris,
        Muscle::Quadriceps => Region::Quadriceps,
        Muscle::Hamstrings => Region::Hamstrings,
        Muscle::Calf => Region::Calf,
        Muscle::Abdominals => Region::Abdominals,
        Muscle::Obliques => Region::Obliques,
        Muscle::BackExtensors => Region::BackExtensors,
        Muscle::Shoulder => Region::Shoulder,
    }
}

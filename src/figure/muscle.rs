//! Where each muscle lies on the body: a soft strip or patch along its bones.
//!
//! Places follow the surface anatomy of origin and insertion, simplified to balls just under the skin.

use glam::{Vec3, vec3};
use serde::{Deserialize, Serialize};

use super::body::{Ball, Piece};
use super::skeleton::{Bone, Frames, outward};
use crate::units::Side;

/// A muscle, a group of muscles or a band of fascia that the programme speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Muscle {
    /// Gluteus maximus.
    GluteusMaximus,
    /// Gluteus medius, back fibres: turns out.
    GluteusMedius,
    /// Gluteus medius, front fibres: turns in.
    GluteusMediusFront,
    /// Gluteus minimus.
    GluteusMinimus,
    /// Piriformis.
    Piriformis,
    /// Obturator internus.
    ObturatorInternus,
    /// Obturator externus.
    ObturatorExternus,
    /// Superior gemellus.
    GemellusSuperior,
    /// Inferior gemellus.
    GemellusInferior,
    /// Quadratus femoris.
    QuadratusFemoris,
    /// Tensor fasciae latae.
    Tfl,
    /// The outer-thigh band of the fascia (not a muscle; it is stretched with the TFL).
    ItBand,
    /// Adductor longus.
    AdductorLongus,
    /// Adductor brevis.
    AdductorBrevis,
    /// Adductor magnus.
    AdductorMagnus,
    /// Gracilis.
    Gracilis,
    /// Pectineus.
    Pectineus,
    /// Iliopsoas.
    Iliopsoas,
    /// Rectus femoris.
    RectusFemoris,
    /// The other three of the quadriceps.
    Quadriceps,
    /// Hamstrings.
    Hamstrings,
    /// Calf.
    Calf,
    /// Abdominals.
    Abdominals,
    /// Side of the trunk.
    Obliques,
    /// Back extensors.
    BackExtensors,
    /// Shoulder stabilisers.
    Shoulder,
}

/// A place on the body that glows.
#[derive(Debug, Clone)]
pub struct Patch {
    /// The pieces it lies on; it is painted right after them.
    pub hosts: Vec<Piece>,
    /// The balls between which it is stretched.
    pub balls: Vec<Ball>,
    /// The way its skin faces.
    pub out: Vec3,
}

/// The pieces of one side that a muscle lies on.
type Hosts = &'static [fn(Side) -> Piece];

/// A ball of a muscle of the right side, just under the skin.
#[derive(Clone, Copy)]
struct Under(fn(Side) -> Bone, [f32; 3], f32);

/// A muscle on the right side: what it lies on, where its skin faces (in the axes of its first bone), its balls.
struct Place {
    hosts: Hosts,
    out: [f32; 3],
    balls: &'static [Under],
}

impl Muscle {
    /// Every muscle.
    pub const ALL: [Self; 26] = [
        Self::GluteusMaximus,
        Self::GluteusMedius,
        Self::GluteusMediusFront,
        Self::GluteusMinimus,
        Self::Piriformis,
        Self::ObturatorInternus,
        Self::ObturatorExternus,
        Self::GemellusSuperior,
        Self::GemellusInferior,
        Self::QuadratusFemoris,
        Self::Tfl,
        Self::ItBand,
        Self::AdductorLongus,
        Self::AdductorBrevis,
        Self::AdductorMagnus,
        Self::Gracilis,
        Self::Pectineus,
        Self::Iliopsoas,
        Self::RectusFemoris,
        Self::Quadriceps,
        Self::Hamstrings,
        Self::Calf,
        Self::Abdominals,
        Self::Obliques,
        Self::BackExtensors,
        Self::Shoulder,
    ];

    /// Whether it is one muscle in the middle of the body, which has no side.
    pub const fn is_central(self) -> bool {
        matches!(self, Self::Abdominals | Self::BackExtensors)
    }

    /// Where it lies on one side of the body.
    pub fn patch(self, frames: &Frames, side: Side) -> Patch {
        let place = self.place();
        let mirror = vec3(1.0, 1.0, outward(side));
        let balls = place.balls.iter().map(|Under(bone, at, radius)| Ball {
            at: frames.at(bone(side), Vec3::from_array(*at) * mirror),
            radius: *radius,
        });
        let bone = place.balls.first().map_or(Bone::Pelvis, |it| (it.0)(side));
        Patch {
            hosts: place.hosts.iter().map(|it| it(side)).collect(),
            balls: balls.collect(),
            out: (frames.of(bone).turn * (Vec3::from_array(place.out) * mirror))
                .normalize_or_zero(),
        }
    }

    #[expect(clippy::too_many_lines, reason = "a table: one short row for each muscle")]
    fn place(self) -> Place {
        const HIP: Hosts = &[|_| Piece::Pelvis, Piece::Thigh];
        const LEG: Hosts = &[Piece::Thigh];
        const TRUNK: Hosts = &[|_| Piece::Pelvis, |_| Piece::Torso];
        const PELVIS: fn(Side) -> Bone = |_| Bone::Pelvis;
        const CHEST: fn(Side) -> Bone = |_| Bone::Trunk;
        const THIGH: fn(Side) -> Bone = Bone::Thigh;
        let (hosts, out, balls): (Hosts, [f32; 3], &[Under]) = match self {
            Self::GluteusMaximus => (
                HIP,
                [-1.0, 0.0, 0.4],
                &[
                    Under(PELVIS, [-0.034, 0.022, 0.026], 0.022),
                    Under(PELVIS, [-0.042, -0.016, 0.040], 0.026),
                    Under(THIGH, [-0.026, -0.040, 0.010], 0.020),
                ],
            ),
            Self::GluteusMedius => (
                HIP,
                [-0.35, 0.1, 1.0],
                &[
                    Under(PELVIS, [-0.022, 0.040, 0.056], 0.018),
                    Under(PELVIS, [-0.010, 0.016, 0.070], 0.020),
                    Under(THIGH, [-0.004, -0.006, 0.030], 0.013),
                ],
            ),
            Self::GluteusMediusFront => (
                HIP,
                [0.55, 0.1, 1.0],
                &[
                    Under(PELVIS, [0.018, 0.038, 0.060], 0.015),
                    Under(PELVIS, [0.014, 0.014, 0.070], 0.016),
                    Under(THIGH, [0.006, -0.006, 0.032], 0.012),
                ],
            ),
            Self::GluteusMinimus => (
                HIP,
                [0.2, 0.1, 1.0],
                &[
                    Under(PELVIS, [0.004, 0.022, 0.070], 0.014),
                    Under(THIGH, [0.004, -0.008, 0.034], 0.011),
                ],
            ),
            Self::Piriformis => (
                HIP,
                [-1.0, 0.0, 0.5],
                &[
                    Under(PELVIS, [-0.048, 0.012, 0.014], 0.012),
                    Under(THIGH, [-0.022, 0.004, 0.022], 0.010),
                ],
            ),
            Self::GemellusSuperior => (
                HIP,
                [-1.0, 0.0, 0.5],
                &[
                    Under(PELVIS, [-0.050, 0.000, 0.018], 0.010),
                    Under(THIGH, [-0.024, -0.002, 0.020], 0.009),
                ],
            ),
            Self::ObturatorInternus => (
                HIP,
                [-1.0, 0.0, 0.5],
                &[
                    Under(PELVIS, [-0.050, -0.010, 0.018], 0.011),
                    Under(THIGH, [-0.026, -0.006, 0.018], 0.009),
                ],
            ),
            Self::GemellusInferior => (
                HIP,
                [-1.0, 0.0, 0.5],
                &[
                    Under(PELVIS, [-0.050, -0.018, 0.020], 0.010),
                    Under(THIGH, [-0.026, -0.010, 0.016], 0.009),
                ],
            ),
            Self::QuadratusFemoris => (
                HIP,
                [-1.0, 0.0, 0.4],
                &[
                    Under(PELVIS, [-0.048, -0.030, 0.024], 0.012),
                    Under(THIGH, [-0.026, -0.026, 0.014], 0.012),
                ],
            ),
            Self::ObturatorExternus => (
                HIP,
                [1.0, -0.3, -0.3],
                &[
                    Under(PELVIS, [0.020, -0.034, 0.020], 0.012),
                    Under(THIGH, [0.012, -0.018, -0.010], 0.010),
                ],
            ),
            Self::Tfl => (
                HIP,
                [0.7, 0.0, 1.0],
                &[
                    Under(PELVIS, [0.024, 0.030, 0.058], 0.014),
                    Under(THIGH, [0.018, -0.030, 0.030], 0.014),
                    Under(THIGH, [0.010, -0.075, 0.032], 0.010),
                ],
            ),
            Self::ItBand => (
                LEG,
                [0.0, 0.0, 1.0],
                &[
                    Under(THIGH, [0.000, -0.030, 0.036], 0.011),
                    Under(THIGH, [0.002, -0.130, 0.030], 0.010),
                    Under(THIGH, [0.002, -0.235, 0.020], 0.008),
                ],
            ),
            Self::AdductorLongus => (
                LEG,
                [0.6, 0.0, -1.0],
                &[
                    Under(THIGH, [0.016, -0.020, -0.026], 0.014),
                    Under(THIGH, [0.012, -0.090, -0.024], 0.015),
                    Under(THIGH, [0.006, -0.140, -0.014], 0.010),
                ],
            ),
            Self::AdductorBrevis => (
                LEG,
                [0.5, 0.0, -1.0],
                &[
                    Under(THIGH, [0.014, -0.016, -0.028], 0.012),
                    Under(THIGH, [0.008, -0.075, -0.022], 0.012),
                ],
            ),
            Self::AdductorMagnus => (
                LEG,
                [-0.3, 0.0, -1.0],
                &[
                    Under(THIGH, [-0.012, -0.020, -0.026], 0.016),
                    Under(THIGH, [-0.006, -0.110, -0.024], 0.016),
                    Under(THIGH, [0.000, -0.215, -0.016], 0.009),
                ],
            ),
            Self::Gracilis => (
                LEG,
                [0.0, 0.0, -1.0],
                &[
                    Under(THIGH, [0.002, -0.020, -0.036], 0.010),
                    Under(THIGH, [0.000, -0.130, -0.030], 0.009),
                    Under(THIGH, [-0.004, -0.235, -0.018], 0.008),
                ],
            ),
            Self::Pectineus => (
                HIP,
                [1.0, 0.0, -0.5],
                &[
                    Under(PELVIS, [0.026, -0.022, 0.022], 0.012),
                    Under(THIGH, [0.022, -0.040, -0.014], 0.012),
                ],
            ),
            Self::Iliopsoas => (
                HIP,
                [1.0, 0.0, 0.1],
                &[
                    Under(PELVIS, [0.022, 0.046, 0.036], 0.018),
                    Under(PELVIS, [0.026, 0.004, 0.044], 0.018),
                    Under(THIGH, [0.024, -0.040, 0.000], 0.015),
                ],
            ),
            Self::RectusFemoris => (
                LEG,
                [1.0, 0.0, 0.0],
                &[
                    Under(THIGH, [0.026, -0.030, 0.006], 0.014),
                    Under(THIGH, [0.026, -0.110, 0.002], 0.017),
                    Under(THIGH, [0.018, -0.225, 0.000], 0.010),
                ],
            ),
            Self::Quadriceps => (
                LEG,
                [1.0, 0.0, 0.2],
                &[
                    Under(THIGH, [0.014, -0.060, 0.006], 0.030),
                    Under(THIGH, [0.012, -0.150, 0.002], 0.029),
                    Under(THIGH, [0.010, -0.215, 0.000], 0.021),
                ],
            ),
            Self::Hamstrings => (
                LEG,
                [-1.0, 0.0, 0.0],
                &[
                    Under(THIGH, [-0.022, -0.060, 0.000], 0.022),
                    Under(THIGH, [-0.016, -0.140, 0.000], 0.021),
                    Under(THIGH, [-0.012, -0.222, 0.000], 0.015),
                ],
            ),
            Self::Calf => (
                &[Piece::Shank],
                [-1.0, 0.0, 0.0],
                &[
                    Under(Bone::Shank, [-0.016, -0.030, 0.000], 0.018),
                    Under(Bone::Shank, [-0.018, -0.080, 0.000], 0.022),
                    Under(Bone::Shank, [-0.008, -0.165, 0.000], 0.010),
                ],
            ),
            Self::Abdominals => (
                TRUNK,
                [1.0, 0.0, 0.0],
                &[
                    Under(CHEST, [0.026, 0.100, 0.000], 0.030),
                    Under(CHEST, [0.026, 0.000, 0.000], 0.028),
                    Under(PELVIS, [0.022, 0.006, 0.000], 0.022),
                ],
            ),
            Self::Obliques => (
                TRUNK,
                [0.2, 0.0, 1.0],
                &[
                    Under(CHEST, [0.004, 0.080, 0.062], 0.024),
                    Under(CHEST, [0.004, 0.000, 0.056], 0.022),
                    Under(PELVIS, [0.000, 0.032, 0.066], 0.018),
                ],
            ),
            Self::BackExtensors => (
                TRUNK,
                [-1.0, 0.0, 0.0],
                &[
                    Under(CHEST, [-0.022, 0.150, 0.000], 0.024),
                    Under(CHEST, [-0.018, 0.020, 0.000], 0.026),
                    Under(PELVIS, [-0.026, 0.020, 0.000], 0.022),
                ],
            ),
            Self::Shoulder => (
                &[|_| Piece::Torso, Piece::UpperArm],
                [-0.3, 0.3, 1.0],
                &[
                    Under(CHEST, [-0.010, 0.200, 0.080], 0.020),
                    Under(Bone::UpperArm, [0.000, -0.006, 0.004], 0.026),
                    Under(Bone::UpperArm, [0.000, -0.060, 0.006], 0.016),
                ],
            ),
        };
        Place { hosts, out, balls }
    }
}

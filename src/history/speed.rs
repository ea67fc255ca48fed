//! How fast the clock of a session runs.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// How fast a session's clock ran against the real one: 1 but for tests and demonstrations.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Speed(f64);

impl Speed {
    /// The real speed.
    pub const REAL: Self = Self(1.0);

    /// A speed from 0.01 to 10,000.
    pub fn new(factor: f64) -> Option<Self> {
        (0.01..=10_000.0).contains(&factor).then_some(Self(factor))
    }

    /// Seconds of session time for each real second.
    pub const fn factor(self) -> f64 {
        self.0
    }

    /// Whether it is the real speed.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
    pub fn is_real(&self) -> bool {
        *self == Self::REAL
    }

    /// The session time that a real span stands for.
    pub fn scale(self, real: Duration) -> Duration {
        if self.is_real() { real } else { real.mul_f64(self.0) }
    }
}

impl Default for Speed {
    fn default() -> Self {
        Self::REAL
    }
}

impl TryFrom<f64> for Speed {
    type Error = SpeedOutOfRange;

    fn try_from(factor: f64) -> Result<Self, Self::Error> {
        Self::new(factor).ok_or(SpeedOutOfRange(factor))
    }
}

impl From<Speed> for f64 {
    fn from(speed: Speed) -> Self {
        speed.0
    }
}

impl fmt::Display for Speed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A speed outside 0.01-10,000.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[error("speed is 0.01 to 10000, not {0}")]
pub struct SpeedOutOfRange(pub f64);

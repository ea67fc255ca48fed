//! How long the gaps between work last (ruling 7): one table, in `assets/library/timing.ron`.

use std::time::Duration;

/// The gaps of a session. All are adjustable; 0 leaves a gap out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timing {
    /// From Start to the mat, added to the first "get ready".
    pub reach_mat: Duration,
    /// Get ready for the next exercise.
    pub ready: Duration,
    /// Get ready when the position changes.
    pub ready_new_position: Duration,
    /// Added when a band goes on or comes off.
    pub band: Duration,
    /// Change sides.
    pub switch: Duration,
    /// Change sides while lying or kneeling.
    pub switch_slow: Duration,
    /// Rest between the sets of an exercise that works one side at a time.
    pub rest_one_sided: Duration,
    /// Rest between two-sided strength sets.
    pub rest_strength: Duration,
    /// Rest between two-sided stretches and drills.
    pub rest_stretch: Duration,
    /// Count-in after a pause.
    pub resume: Duration,
    /// A pause longer than this needs the position's "get ready" again.
    pub long_pause: Duration,
}

impl Default for Timing {
    fn default() -> Self {
        Self {
            reach_mat: Duration::from_secs(20),
            ready: Duration::from_secs(10),
            ready_new_position: Duration::from_secs(20),
            band: Duration::from_secs(10),
            switch: Duration::from_secs(10),
            switch_slow: Duration::from_secs(15),
            rest_one_sided: Duration::from_secs(20),
            rest_strength: Duration::from_secs(60),
            rest_stretch: Duration::from_secs(15),
            resume: Duration::from_secs(3),
            long_pause: Duration::from_secs(20),
        }
    }
}

//! How long the gaps between work last: one table, in `assets/library/timing.ron`.

use std::sync::LazyLock;
use std::time::Duration;

use super::shipped;
use super::source::TimingFile;
use crate::ron::Document;

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
    /// The table of `assets/library/timing.ron`.
    fn default() -> Self {
        static TABLE: LazyLock<Timing> = LazyLock::new(|| {
            let read = TimingFile::read(&Document::read(shipped::timing()));
            read.source.map_or(Timing::NONE, |it| it.timing)
        });
        *TABLE
    }
}

impl Timing {
    /// No gaps at all.
    const NONE: Self = Self {
        reach_mat: Duration::ZERO,
        ready: Duration::ZERO,
        ready_new_position: Duration::ZERO,
        band: Duration::ZERO,
        switch: Duration::ZERO,
        switch_slow: Duration::ZERO,
        rest_one_sided: Duration::ZERO,
        rest_strength: Duration::ZERO,
        rest_stretch: Duration::ZERO,
        resume: Duration::ZERO,
        long_pause: Duration::ZERO,
    };
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::{Document, Timing, TimingFile, shipped};

    #[test]
    fn the_table_of_gaps_is_read_whole() {
        let read = TimingFile::read(&Document::read(shipped::timing()));
        assert_eq!(read.found, []);
        let timing = Timing::default();
        assert_eq!(read.source.unwrap().timing, timing);
        expect![[r#"
            Timing {
                reach_mat: 20s,
                ready: 10s,
                ready_new_position: 20s,
                band: 10s,
                switch: 10s,
                switch_slow: 15s,
                rest_one_sided: 20s,
                rest_strength: 60s,
                rest_stretch: 15s,
                resume: 3s,
                long_pause: 20s,
            }
        "#]]
        .assert_debug_eq(&timing);
    }
}

//! Smooth curves through keys: slow away from a rest, slow into the next, never beyond either.
//!
//! Cubic Hermite pieces with the tangents of Fritsch and Carlson 1980: where a channel turns round its
//! tangent is zero, elsewhere it is the harmonic mean of the slopes, so that a curve never overshoots
//! its keys (and a joint never its range).

/// What lies around one moment: the key before, the two between which it is, the key after.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Span {
    /// Seconds from the key before; none when the movement rests at the first of the two.
    pub(super) before: Option<f32>,
    /// Seconds between the two.
    pub(super) seconds: f32,
    /// Seconds to the key after; none when the movement rests at the second of the two.
    pub(super) after: Option<f32>,
}

impl Span {
    /// A value between the second and the third of four, `t` from 0 to 1.
    pub(super) fn value(&self, [before, from, to, after]: [f32; 4], t: f32) -> f32 {
        let slope = (to - from) / self.seconds;
        let ahead =
            |other: Option<f32>, change: f32| other.map_or(0.0, |it| mean(change / it, slope));
        let leave = ahead(self.before, from - before) * self.seconds;
        let arrive = ahead(self.after, after - to) * self.seconds;
        let (t2, t3) = (t * t, t * t * t);
        let (start, end) = (2.0 * t3 - 3.0 * t2 + 1.0, 3.0 * t2 - 2.0 * t3);
        start * from + end * to + (t3 - 2.0 * t2 + t) * leave + (t3 - t2) * arrive
    }
}

/// The harmonic mean of two slopes; zero where they differ in sign.
fn mean(a: f32, b: f32) -> f32 {
    if a * b <= 0.0 { 0.0 } else { 2.0 * a * b / (a + b) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_curve_stays_between_its_keys(
            keys in prop::array::uniform4(-90.0f32..90.0), t in 0.0f32..=1.0,
            before in prop::option::of(0.2f32..2.0), after in prop::option::of(0.2f32..2.0),
        ) {
            let value = Span { before, seconds: 1.0, after }.value(keys, t);
            let (low, high) = (keys[1].min(keys[2]), keys[1].max(keys[2]));
            prop_assert!(value >= low - 1e-3 && value <= high + 1e-3, "{value} outside {low}..{high}");
        }
    }

    #[test]
    fn a_movement_between_two_rests_starts_and_ends_slowly() {
        let span = Span { before: None, seconds: 2.0, after: None };
        let at = |t| span.value([0.0, 0.0, 10.0, 10.0], t);
        assert_eq!((at(0.0), at(0.5), at(1.0)), (0.0, 5.0, 10.0));
        assert!(at(0.1) < 0.4 && at(0.9) > 9.6);
    }

    #[test]
    fn a_movement_that_goes_on_does_not_stop_at_a_key() {
        let span = Span { before: Some(1.0), seconds: 1.0, after: Some(1.0) };
        let at = |t| span.value([0.0, 1.0, 2.0, 3.0], t);
        assert!((at(0.01) - 1.01).abs() < 1e-4);
    }
}

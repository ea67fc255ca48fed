//! The words that every other module is written in: sides, reps, pain, tempo, moments.
//!
//! **Invariant:** nothing here reads a clock; a [`Tick`] is handed in by whoever owns one.

use std::fmt;
use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

/// The hip that is trained, stretched or tested: never the direction a person lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The left hip.
    Left,
    /// The right hip.
    Right,
}

impl Side {
    /// Both, in the order in which a session takes them unless told otherwise.
    pub const BOTH: [Self; 2] = [Self::Left, Self::Right];

    /// The other hip.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Left => "left",
            Self::Right => "right",
        })
    }
}

/// Which hips one set works: one of them, or both at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sides {
    /// The left hip alone.
    Left,
    /// The right hip alone.
    Right,
    /// Both hips in the same movement.
    Both,
}

impl Sides {
    /// The one hip, or nothing when both work together.
    pub const fn one(self) -> Option<Side> {
        match self {
            Self::Left => Some(Side::Left),
            Self::Right => Some(Side::Right),
            Self::Both => None,
        }
    }
}

impl From<Side> for Sides {
    fn from(side: Side) -> Self {
        match side {
            Side::Left => Self::Left,
            Side::Right => Self::Right,
        }
    }
}

impl fmt::Display for Sides {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::Both => "both",
        })
    }
}

/// Pain as a person rates it, 0 (none) to 10 (the worst they can think of).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Pain(u8);

impl Pain {
    /// The rating, or nothing above 10.
    pub const fn new(rating: u8) -> Option<Self> {
        if rating <= 10 { Some(Self(rating)) } else { None }
    }

    /// 0 to 10.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Pain {
    type Error = PainOutOfRange;

    fn try_from(rating: u8) -> Result<Self, Self::Error> {
        Self::new(rating).ok_or(PainOutOfRange(rating))
    }
}

impl From<Pain> for u8 {
    fn from(pain: Pain) -> Self {
        pain.0
    }
}

impl fmt::Display for Pain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A rating outside 0-10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("pain is rated 0 to 10, not {0}")]
pub struct PainOutOfRange(pub u8);

/// The named parts of one rep. "2-1-2-0" is ambiguous (ACSM prints lower-pause-lift-pause, a clam
/// starts with the lift), so every phase has its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Away from rest: up, out, open, or the step itself.
    Lift,
    /// The far end.
    Top,
    /// Back towards rest: down, in, closed, or the follow-in.
    Lower,
    /// The near end.
    Bottom,
}

impl Phase {
    /// All four, in the order of a movement that starts with the lift.
    pub const ALL: [Self; 4] = [Self::Lift, Self::Top, Self::Lower, Self::Bottom];
}

/// How long each phase of a rep lasts, and which comes first (a squat starts with the lower).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Tempo {
    /// Milliseconds in [`Phase::ALL`] order; 0 leaves the phase out.
    millis: [u32; 4],
    /// The phase that a rep begins with: [`Phase::Lift`] or [`Phase::Lower`].
    begins: Phase,
}

impl Tempo {
    /// A tempo from seconds per phase; `begins` other than a lift or a lower counts as a lift.
    pub fn new(
        lift: Duration,
        top: Duration,
        lower: Duration,
        bottom: Duration,
        begins: Phase,
    ) -> Self {
        let millis =
            [lift, top, lower, bottom].map(|it| u32::try_from(it.as_millis()).unwrap_or(u32::MAX));
        Self { millis, begins: if begins == Phase::Lower { Phase::Lower } else { Phase::Lift } }
    }

    /// The phases that take time, in the order in which they are done.
    pub fn phases(&self) -> impl Iterator<Item = (Phase, Duration)> + '_ {
        let first = if self.begins == Phase::Lower { 2 } else { 0 };
        (0..4).filter_map(move |i| {
            let at = (first + i) % 4;
            let phase = *Phase::ALL.get(at)?;
            let millis = *self.millis.get(at)?;
            (millis > 0).then(|| (phase, Duration::from_millis(u64::from(millis))))
        })
    }

    /// The length of one rep.
    pub fn rep(&self) -> Duration {
        Duration::from_millis(self.millis.iter().map(|it| u64::from(*it)).sum())
    }

    /// The length of one phase; zero when the tempo leaves it out.
    pub fn phase(&self, phase: Phase) -> Duration {
        self.phases().find(|it| it.0 == phase).map_or(Duration::ZERO, |it| it.1)
    }

    /// The phase that a rep begins with.
    pub const fn begins(&self) -> Phase {
        self.begins
    }

    /// Where `into` a rep (taken modulo the rep) one is: the phase, how far into it, its length.
    pub fn at(&self, into: Duration) -> Option<PhaseAt> {
        let rep = self.rep().as_nanos();
        let mut rest = Duration::from_nanos((into.as_nanos().checked_rem(rep)?) as u64);
        for (phase, length) in self.phases() {
            if rest < length {
                return Some(PhaseAt { phase, into: rest, length });
            }
            rest -= length;
        }
        None
    }
}

/// A place inside a rep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhaseAt {
    /// The phase one is in.
    pub phase: Phase,
    /// How long one has been in it.
    pub into: Duration,
    /// How long it lasts.
    pub length: Duration,
}

impl PhaseAt {
    /// 0 at the start of the phase, towards 1 at its end.
    pub fn fraction(&self) -> f32 {
        self.into.as_secs_f32() / self.length.as_secs_f32().max(f32::EPSILON)
    }
}

/// A length of time printed as `m:ss` or `h:mm:ss`, rounded down to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mss(pub Duration);

impl fmt::Display for Mss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let secs = self.0.as_secs();
        let (h, m, s) = (secs / 3600, secs / 60 % 60, secs % 60);
        if h > 0 { write!(f, "{h}:{m:02}:{s:02}") } else { write!(f, "{m}:{s:02}") }
    }
}

/// One reading of all three clocks (reliability: a gap is judged by comparing them).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tick {
    /// Monotonic time since an arbitrary start; stands still while a Linux computer sleeps.
    pub mono: Duration,
    /// Monotonic time that runs on through sleep.
    pub boot: Duration,
    /// The wall clock with its offset; may jump either way.
    pub wall: DateTime<FixedOffset>,
}

impl Tick {
    /// Whether so much time was lost between this tick and a later one of the same thread that the
    /// session must pause. The wall clock has no say: it may be set.
    pub fn is_gap_to(&self, later: &Self) -> bool {
        /// More than this is a gap.
        const LIMIT: Duration = Duration::from_secs(2);
        let mono = later.mono.saturating_sub(self.mono);
        let boot = later.boot.saturating_sub(self.boot);
        mono > LIMIT || boot.saturating_sub(mono) > LIMIT
    }
}

/// A moment as it is recorded: the clocks and the name of the time zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Now {
    /// The clocks.
    pub tick: Tick,
    /// IANA name of the zone, such as `Europe/Berlin`; `UTC` when it cannot be told.
    pub zone: String,
}

impl Now {
    /// The local date: the day that a record made now belongs to.
    pub fn date(&self) -> NaiveDate {
        self.tick.wall.date_naive()
    }
}

/// `Duration` as whole milliseconds in JSON (`#[serde(with = "millis")]`): exact, and readable.
pub mod millis {
    use std::time::Duration;

    use serde::{Deserialize as _, Deserializer, Serializer};

    /// Writes whole milliseconds.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
    pub fn serialize<S: Serializer>(it: &Duration, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_u64(u64::try_from(it.as_millis()).unwrap_or(u64::MAX))
    }

    /// Reads whole milliseconds.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Duration, D::Error> {
        u64::deserialize(from).map(Duration::from_millis)
    }
}

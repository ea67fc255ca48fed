//! The values that settings can have; each can only hold what is valid.

use std::time::Duration;

use crate::library::Timing;

macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// All of them, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its name in the settings file.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }
    };
}

words! {
    /// How the tones are coloured.
    SoundProfile {
        /// Soft and low, for stretching.
        Quiet = "quiet",
        /// Bright enough to be heard over effort, for training.
        Clear = "clear",
    }
}

words! {
    /// Light or dark.
    Theme {
        /// As the system.
        System = "system",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
        /// Black and white alone.
        HighContrast = "high_contrast",
    }
}

words! {
    /// Whether pictures stand still.
    ReducedMotion {
        /// As the system.
        System = "system",
        /// They stand still.
        On = "on",
        /// They move.
        Off = "off",
    }
}

words! {
    /// The first day of the week.
    WeekStart {
        /// Monday.
        Monday = "monday",
        /// Sunday.
        Sunday = "sunday",
    }
}

impl WeekStart {
    /// The day.
    pub const fn day(self) -> chrono::Weekday {
        match self {
            Self::Monday => chrono::Weekday::Mon,
            Self::Sunday => chrono::Weekday::Sun,
        }
    }
}

words! {
    /// A gap of the library's table.
    Gap {
        /// From Start to the mat.
        ReachMat = "reach_mat",
        /// Get ready for the next exercise.
        Ready = "ready",
        /// Get ready when the position changes.
        ReadyNewPosition = "ready_new_position",
        /// Added when a band goes on or comes off.
        Band = "band",
        /// Change sides.
        Switch = "switch",
        /// Change sides while lying or kneeling.
        SwitchSlow = "switch_slow",
        /// Rest between the sets of one side after the other.
        RestOneSided = "rest_one_sided",
        /// Rest between two-sided strength sets.
        RestStrength = "rest_strength",
        /// Rest between two-sided stretches and drills.
        RestStretch = "rest_stretch",
        /// Count-in after a pause.
        Resume = "resume",
        /// A pause longer than this needs "get ready" again.
        LongPause = "long_pause",
    }
}

impl Gap {
    /// No gap is longer.
    pub const LONGEST: Duration = Duration::from_secs(600);

    /// Its place in the table.
    pub(super) const fn of(self, timing: &mut Timing) -> &mut Duration {
        match self {
            Self::ReachMat => &mut timing.reach_mat,
            Self::Ready => &mut timing.ready,
            Self::ReadyNewPosition => &mut timing.ready_new_position,
            Self::Band => &mut timing.band,
            Self::Switch => &mut timing.switch,
            Self::SwitchSlow => &mut timing.switch_slow,
            Self::RestOneSided => &mut timing.rest_one_sided,
            Self::RestStrength => &mut timing.rest_strength,
            Self::RestStretch => &mut timing.rest_stretch,
            Self::Resume => &mut timing.resume,
            Self::LongPause => &mut timing.long_pause,
        }
    }
}

/// 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Percent(u8);

impl Percent {
    /// The largest.
    pub const MAX: u8 = 100;

    /// The value, or nothing above 100.
    pub const fn new(value: u8) -> Option<Self> {
        if value <= Self::MAX { Some(Self(value)) } else { None }
    }

    /// 0 to 100.
    pub const fn get(self) -> u8 {
        self.0
    }

    /// 0 to 1.
    pub fn fraction(self) -> f32 {
        f32::from(self.0) / f32::from(Self::MAX)
    }
}

/// How large the letters are, in per cent: 80 to 200.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextSize(u8);

impl TextSize {
    /// The smallest.
    pub const MIN: u8 = 80;
    /// The largest.
    pub const MAX: u8 = 200;

    /// The value, or nothing outside 80-200.
    pub const fn new(value: u8) -> Option<Self> {
        if Self::MIN <= value && value <= Self::MAX { Some(Self(value)) } else { None }
    }

    /// 80 to 200.
    pub const fn get(self) -> u8 {
        self.0
    }

    /// 0.8 to 2.
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }
}

impl Default for TextSize {
    fn default() -> Self {
        Self(100)
    }
}

//! What a person has set. Always valid: whatever cannot be read has its default, and is told.
//!
//! The settings live in a RON file that is the person's own. Reading it is [`SettingsFile::read`];
//! changing a value puts it into their text and leaves every other byte as it is.

mod breaks;
mod read;
mod splice;
mod values;

use std::collections::BTreeMap;
use std::time::Duration;

pub use read::Problem;
pub use splice::NotPlaced;
pub use values::{Gap, Percent, ReducedMotion, SoundProfile, TextSize, Theme, WeekStart};

use crate::library::Timing;
use crate::program::{Schedule, ScheduleChange};
use crate::ron::{Document, Found};

/// The version of the file's format that this program writes.
pub const SCHEMA: u32 = 1;

/// Everything that a person can set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// How loud.
    pub volume: Percent,
    /// Whether nothing is to be heard.
    pub muted: bool,
    /// How the tones are coloured.
    pub sound: SoundProfile,
    /// Whether words are spoken.
    pub voice: bool,
    /// Light or dark.
    pub theme: Theme,
    /// How large the letters are.
    pub text_size: TextSize,
    /// Whether pictures stand still.
    pub reduced_motion: ReducedMotion,
    /// The first day of the week.
    pub week_starts: WeekStart,
    /// Gaps that differ from the library's table.
    pub gaps: BTreeMap<Gap, Duration>,
    /// When to be reminded to get up.
    pub breaks: Schedule,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            volume: Percent::new(80).unwrap_or_default(),
            muted: false,
            sound: SoundProfile::Clear,
            voice: true,
            theme: Theme::System,
            text_size: TextSize::default(),
            reduced_motion: ReducedMotion::System,
            week_starts: WeekStart::Monday,
            gaps: BTreeMap::new(),
            breaks: Schedule::default(),
        }
    }
}

impl Settings {
    /// The library's table of gaps with the person's own in their places.
    pub fn timing(&self, library: Timing) -> Timing {
        let mut timing = library;
        for (gap, length) in &self.gaps {
            *gap.of(&mut timing) = *length;
        }
        timing
    }

    /// The same with one value changed.
    pub fn set(&mut self, change: Change) {
        match change {
            Change::Volume(it) => self.volume = it,
            Change::Muted(it) => self.muted = it,
            Change::Sound(it) => self.sound = it,
            Change::Voice(it) => self.voice = it,
            Change::Theme(it) => self.theme = it,
            Change::TextSize(it) => self.text_size = it,
            Change::ReducedMotion(it) => self.reduced_motion = it,
            Change::WeekStarts(it) => self.week_starts = it,
            Change::Gap(gap, length) => {
                self.gaps.insert(gap, length);
            }
            Change::Breaks(it) => self.breaks.set(it),
        }
    }
}

/// One value, and what it is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// How loud.
    Volume(Percent),
    /// Whether nothing is to be heard.
    Muted(bool),
    /// How the tones are coloured.
    Sound(SoundProfile),
    /// Whether words are spoken.
    Voice(bool),
    /// Light or dark.
    Theme(Theme),
    /// How large the letters are.
    TextSize(TextSize),
    /// Whether pictures stand still.
    ReducedMotion(ReducedMotion),
    /// The first day of the week.
    WeekStarts(WeekStart),
    /// The length of a gap; more than [`Gap::LONGEST`] counts as that.
    Gap(Gap, Duration),
    /// When to be reminded to get up.
    Breaks(ScheduleChange),
}

/// The settings and the text in which they stand.
#[derive(Debug, Clone, PartialEq)]
pub struct SettingsFile {
    document: Document,
    settings: Settings,
    problems: Vec<Found<Problem>>,
    is_editable: bool,
}

/// What a new file says.
const FRESH: &str = "\
// Evenhold's settings. The program changes single values here and leaves everything else as it is,
// comments included. What is not written here has its default.
(
    schema: 1,
)
";

impl SettingsFile {
    /// The settings of a person who has none yet.
    pub fn fresh() -> Self {
        Self::read(FRESH.as_bytes())
    }

    /// Reads a file. What cannot be read has its default and is a problem.
    pub fn read(bytes: &[u8]) -> Self {
        let document = Document::read(bytes);
        let read::Read { settings, problems, is_editable } = read::read(&document);
        Self { document, settings, problems, is_editable }
    }

    /// What is set.
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The text as it should stand in the file, and the way from its bytes to lines.
    pub const fn document(&self) -> &Document {
        &self.document
    }

    /// The text as it should stand in the file.
    pub fn text(&self) -> &str {
        self.document.text()
    }

    /// What is wrong with the file, in the order in which it stands there.
    pub fn problems(&self) -> &[Found<Problem>] {
        &self.problems
    }

    /// Uses these values instead of those in the text, which stays as it is.
    pub fn use_instead(&mut self, settings: Settings) {
        self.settings = settings;
    }

    /// Whether the file can be written to: it can be read as a whole, and no newer version of the
    /// program wrote it.
    pub const fn is_editable(&self) -> bool {
        self.is_editable
    }

    /// Changes one value, here and in the text. On an error the value holds for this run, and the
    /// text is as it was.
    pub fn set(&mut self, change: Change) -> Result<(), NotPlaced> {
        let change = change.in_range();
        self.settings.set(change);
        if !self.is_editable {
            return Err(NotPlaced::NotEditable);
        }
        let text = splice::put(&self.document, change).ok_or(NotPlaced::NotUnderstood)?;
        let again = Self::read(text.as_bytes());
        // The person's file is only touched if it says exactly this afterwards, and nothing new is
        // wrong with it.
        let is_old = |it: &Found<Problem>| self.problems.iter().any(|old| old.what == it.what);
        if again.settings != self.settings || !again.problems.iter().all(is_old) {
            return Err(NotPlaced::NotUnderstood);
        }
        *self = again;
        Ok(())
    }
}

impl Change {
    /// The same, with a gap no longer than the longest.
    fn in_range(self) -> Self {
        if let Self::Gap(gap, length) = self {
            // Whole milliseconds survive being written and read.
            let millis = length.min(Gap::LONGEST).as_millis() as u64;
            return Self::Gap(gap, Duration::from_millis(millis));
        }
        self
    }

    /// Whether both are about the same value.
    pub fn is_about_the_same(self, other: Self) -> bool {
        self.place() == other.place()
    }

    /// Where the value stands: the name of the field, after that of the field that holds it.
    fn place(self) -> (Option<&'static str>, &'static str) {
        match self {
            Self::Volume(_) => (None, "volume"),
            Self::Muted(_) => (None, "muted"),
            Self::Sound(_) => (None, "sound"),
            Self::Voice(_) => (None, "voice"),
            Self::Theme(_) => (None, "theme"),
            Self::TextSize(_) => (None, "text_size"),
            Self::ReducedMotion(_) => (None, "reduced_motion"),
            Self::WeekStarts(_) => (None, "week_starts"),
            Self::Gap(gap, _) => (Some("gaps"), gap.word()),
            Self::Breaks(it) => (Some("breaks"), breaks::name(it)),
        }
    }

    /// How the value is written.
    fn value(self) -> String {
        match self {
            Self::Volume(it) => it.get().to_string(),
            Self::Muted(it) | Self::Voice(it) => it.to_string(),
            Self::Sound(it) => it.word().to_owned(),
            Self::Theme(it) => it.word().to_owned(),
            Self::TextSize(it) => it.get().to_string(),
            Self::ReducedMotion(it) => it.word().to_owned(),
            Self::WeekStarts(it) => it.word().to_owned(),
            Self::Gap(_, length) => length.as_secs_f64().to_string(),
            Self::Breaks(it) => breaks::value(it),
        }
    }
}

#[cfg(test)]
mod tests;

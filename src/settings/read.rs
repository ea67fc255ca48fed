//! From the text of the settings file to the settings, and everything that is wrong with it.

use std::time::Duration;

use ron2::ast::{Expr, StructBody, StructField, parse_document_lossy};

use super::{
    Gap, Percent, ReducedMotion, SCHEMA, Settings, SoundProfile, TextSize, Theme, WeekStart,
};

/// Something wrong with the settings file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// What.
    pub kind: ProblemKind,
}

/// What is wrong in a place of the settings file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// Nothing of this name can be set; it stays where it is.
    UnknownKey(String),
    /// It stands there twice; the first counts.
    Twice(String),
    /// The value is not what it should be; the default is used.
    Value {
        /// What is being set.
        key: String,
        /// What it should be.
        expected: Expected,
    },
    /// The text breaks off or is not RON here: the reader's own words.
    Syntax(String),
    /// A newer version of the program wrote it; it is read as far as it is understood, and only
    /// read.
    Newer(u32),
}

/// What a value should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A whole number in a range.
    Whole {
        /// The smallest.
        low: u32,
        /// The largest.
        high: u32,
    },
    /// Seconds, with or without a fraction, from 0.
    Seconds {
        /// The longest.
        high: u32,
    },
    /// `true` or `false`.
    YesNo,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// Fields in brackets.
    Fields,
}

impl ProblemKind {
    pub(super) const fn allows_editing(&self) -> bool {
        match self {
            Self::UnknownKey(_) | Self::Twice(_) | Self::Value { .. } => true,
            Self::Syntax(_) | Self::Newer(_) => false,
        }
    }
}

pub(super) fn read(text: &str) -> (Settings, Vec<Problem>) {
    let (document, errors) = parse_document_lossy(text);
    let mut reader = Reader::default();
    for error in errors {
        let start = error.span().start;
        let kind = ProblemKind::Syntax(error.kind().to_string());
        reader.problems.push(Problem { line: start.line, column: start.col, kind });
    }
    if let Some(value) = &document.value {
        reader.root(value);
    }
    reader.problems.sort_by_key(|it| (it.line, it.column));
    (reader.settings, reader.problems)
}

/// The fields of a value, if it has any: `(a: 1)`, `Settings(a: 1)`, `()`.
pub(super) fn fields<'e>(value: &'e Expr<'_>) -> Option<&'e [StructField<'e>]> {
    match value {
        Expr::AnonStruct(it) => Some(&it.fields),
        Expr::Struct(it) => match &it.body {
            Some(StructBody::Fields(body)) => Some(&body.fields),
            Some(StructBody::Tuple(_)) | None => None,
        },
        Expr::Unit(_) => Some(&[]),
        Expr::Bool(_)
        | Expr::Char(_)
        | Expr::Byte(_)
        | Expr::Number(_)
        | Expr::String(_)
        | Expr::Bytes(_)
        | Expr::Option(_)
        | Expr::Seq(_)
        | Expr::Map(_)
        | Expr::Tuple(_)
        | Expr::Error(_) => None,
    }
}

#[derive(Default)]
struct Reader {
    settings: Settings,
    problems: Vec<Problem>,
}

impl Reader {
    fn root(&mut self, value: &Expr<'_>) {
        let Some(fields) = fields(value) else {
            return self.expected("settings", value, Expected::Fields);
        };
        for field in self.once(fields) {
            self.field(&field.name.name, &field.value, field);
        }
    }

    fn field(&mut self, key: &str, value: &Expr<'_>, field: &StructField<'_>) {
        match key {
            "schema" => self.schema(value),
            "volume" => {
                let high = u32::from(Percent::MAX);
                let volume = self.whole(key, value, (0, high));
                set(&mut self.settings.volume, volume.and_then(Percent::new));
            }
            "muted" => {
                let muted = self.yes_no(key, value);
                set(&mut self.settings.muted, muted);
            }
            "sound" => {
                let sound = self.word(key, value, SoundProfile::WORDS);
                set(&mut self.settings.sound, sound.and_then(|it| SoundProfile::from_word(&it)));
            }
            "voice" => {
                let voice = self.yes_no(key, value);
                set(&mut self.settings.voice, voice);
            }
            "theme" => {
                let theme = self.word(key, value, Theme::WORDS);
                set(&mut self.settings.theme, theme.and_then(|it| Theme::from_word(&it)));
            }
            "text_size" => {
                let range = (TextSize::MIN.into(), TextSize::MAX.into());
                let size = self.whole(key, value, range);
                set(&mut self.settings.text_size, size.and_then(TextSize::new));
            }
            "reduced_motion" => {
                let motion = self.word(key, value, ReducedMotion::WORDS);
                let motion = motion.and_then(|it| ReducedMotion::from_word(&it));
                set(&mut self.settings.reduced_motion, motion);
            }
            "week_starts" => {
                let day = self.word(key, value, WeekStart::WORDS);
                set(&mut self.settings.week_starts, day.and_then(|it| WeekStart::from_word(&it)));
            }
            "gaps" => self.gaps(value),
            unknown => self.unknown(unknown, field),
        }
    }

    fn schema(&mut self, value: &Expr<'_>) {
        match whole(value) {
            Some(schema) if schema > SCHEMA => {
                self.problem(ProblemKind::Newer(schema), value);
            }
            Some(SCHEMA) => {}
            Some(_) | None => {
                self.expected("schema", value, Expected::Whole { low: SCHEMA, high: SCHEMA });
            }
        }
    }

    fn gaps(&mut self, value: &Expr<'_>) {
        let Some(fields) = fields(value) else {
            return self.expected("gaps", value, Expected::Fields);
        };
        for field in self.once(fields) {
            let Some(gap) = Gap::from_word(&field.name.name) else {
                self.unknown(&field.name.name, field);
                continue;
            };
            match seconds(&field.value) {
                Some(length) => {
                    self.settings.gaps.insert(gap, length);
                }
                None => {
                    let high = Gap::LONGEST.as_secs() as u32;
                    self.expected(gap.word(), &field.value, Expected::Seconds { high });
                }
            }
        }
    }

    /// The fields without those that stand there a second time.
    fn once<'e>(&mut self, fields: &'e [StructField<'e>]) -> Vec<&'e StructField<'e>> {
        let mut first: Vec<&StructField<'_>> = Vec::new();
        for field in fields {
            if first.iter().any(|it| it.name.name == field.name.name) {
                let start = field.name.span.start;
                let kind = ProblemKind::Twice(field.name.name.to_string());
                self.problems.push(Problem { line: start.line, column: start.col, kind });
            } else {
                first.push(field);
            }
        }
        first
    }

    fn whole(&mut self, key: &str, value: &Expr<'_>, (low, high): (u32, u32)) -> Option<u8> {
        let number = whole(value).filter(|it| (low..=high).contains(it));
        if number.is_none() {
            self.expected(key, value, Expected::Whole { low, high });
        }
        number.and_then(|it| u8::try_from(it).ok())
    }

    fn yes_no(&mut self, key: &str, value: &Expr<'_>) -> Option<bool> {
        if let Expr::Bool(it) = value {
            return Some(it.value);
        }
        self.expected(key, value, Expected::YesNo);
        None
    }

    fn word(
        &mut self,
        key: &str,
        value: &Expr<'_>,
        words: &'static [&'static str],
    ) -> Option<String> {
        if let Expr::Struct(it) = value
            && it.body.is_none()
            && words.contains(&&*it.name.name)
        {
            return Some(it.name.name.to_string());
        }
        self.expected(key, value, Expected::OneOf(words));
        None
    }

    fn expected(&mut self, key: &str, value: &Expr<'_>, expected: Expected) {
        // What is wrong with text that could not be parsed has been said already.
        if !matches!(value, Expr::Error(_)) {
            self.problem(ProblemKind::Value { key: key.to_owned(), expected }, value);
        }
    }

    fn unknown(&mut self, key: &str, field: &StructField<'_>) {
        let start = field.name.span.start;
        let kind = ProblemKind::UnknownKey(key.to_owned());
        self.problems.push(Problem { line: start.line, column: start.col, kind });
    }

    fn problem(&mut self, kind: ProblemKind, value: &Expr<'_>) {
        let start = value.span().start;
        self.problems.push(Problem { line: start.line, column: start.col, kind });
    }
}

fn set<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}

fn whole(value: &Expr<'_>) -> Option<u32> {
    let Expr::Number(number) = value else { return None };
    number.raw.replace('_', "").parse().ok()
}

fn seconds(value: &Expr<'_>) -> Option<Duration> {
    let Expr::Number(number) = value else { return None };
    let seconds: f64 = number.raw.replace('_', "").parse().ok()?;
    let length = Duration::try_from_secs_f64(seconds).ok()?;
    // Whole milliseconds survive being written and read.
    let length = Duration::from_millis(length.as_secs_f64().mul_add(1000.0, 0.5) as u64);
    (length <= Gap::LONGEST).then_some(length)
}

//! Problems of the files that people write, in words: one sentence for what is wrong, one phrase for
//! what belongs there, and the line with the place marked.

use super::Text;
use super::problem_sentence::ProblemSentence as S;
use crate::library::ArticleFault;
use crate::library::check::{AmountKind, Problem, ProblemKind};
use crate::ron::{Excerpt, Fault, Kind, Severity, is_hidden};

/// The longest piece of a file that is repeated in a message.
const LONGEST: usize = 60;

/// A problem in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What is wrong.
    pub message: String,
    /// What belongs there, to follow "expected".
    pub expected: Option<String>,
}

impl Text {
    /// A problem of a library file, in words.
    pub fn problem(&self, problem: &Problem) -> Said {
        self.kind(&problem.what)
    }

    /// A problem as [`Text::problem_line`] says it, then its line with the place marked.
    pub fn problem_report(&self, problem: &Problem) -> String {
        self.problem_line(problem) + &marked(problem.start.line, &problem.excerpt)
    }

    /// A problem as `file:line:column: error: what (expected …)`.
    pub fn problem_line(&self, problem: &Problem) -> String {
        let said = self.problem(problem);
        let what = match &said.expected {
            Some(expected) => self.told(S::WithExpected { what: &said.message, expected }).message,
            None => said.message,
        };
        let line = self.told(S::Line {
            file: &clean(&problem.file),
            line: problem.start.line,
            column: problem.start.column,
            severity: &self.severity(problem.severity),
            what: &what,
        });
        line.message
    }

    /// `error` or `warning`.
    pub fn severity(&self, severity: Severity) -> String {
        let sentence = match severity {
            Severity::Error => S::SeverityError,
            Severity::Warning => S::SeverityWarning,
        };
        self.told(sentence).message
    }

    pub(super) fn told(&self, sentence: S<'_>) -> Said {
        let (id, args) = (sentence.id(), sentence.args());
        Said { message: self.format(id, &args), expected: self.find(id, Some("expected"), &args) }
    }

    /// What is wrong with the shape of a file, in words.
    #[expect(clippy::too_many_lines, reason = "a table with a line for each fault")]
    pub fn fault(&self, fault: &Fault) -> Said {
        self.told(match fault {
            Fault::TooLarge { bytes } => S::FileTooLarge { size: bytes.div_ceil(1024) },
            Fault::Empty => S::FileEmpty,
            Fault::NoBytes => S::FileNoBytes,
            Fault::AllZero => S::FileZeros,
            Fault::ZeroTail => S::FileZeroTail,
            Fault::Utf16 => S::FileUtf16,
            Fault::NotText => S::FileNotText,
            Fault::Conflict => S::FileConflict,
            Fault::WebPage => S::FileWebPage,
            Fault::Placeholder => S::FileInCloud,
            Fault::TooDeep => S::TooDeep,
            Fault::Many { more } => S::Many { more: *more },
            Fault::OpenText => S::OpenText,
            Fault::OpenComment => S::OpenComment,
            Fault::QuoteInside => S::QuoteInside,
            Fault::WrongQuotes { found } => {
                return self.sign(*found, |found| S::WrongQuotes { found });
            }
            Fault::BadEscape { found } => return self.told(S::BadEscape { found: &shown(found) }),
            Fault::EqualsSign => S::EqualsSign,
            Fault::Semicolon => S::Semicolon,
            Fault::HashComment => S::HashComment,
            Fault::Hyphen { instead } => return self.told(S::Hyphen { instead: &shown(instead) }),
            Fault::BadNumber { found } => return self.told(S::BadNumber { found: &shown(found) }),
            Fault::RangeSign { low, high } => S::RangeSign { low, high },
            Fault::DecimalComma => S::DecimalComma,
            Fault::StrangeCharacter { found } => {
                return self.sign(*found, |found| S::StrangeCharacter { found });
            }
            Fault::OpenBracket { open, close } => {
                return self
                    .told(S::OpenBracket { open: &open.to_string(), close: &close.to_string() });
            }
            Fault::StrayBracket { close } => {
                return self.sign(*close, |close| S::StrayBracket { close });
            }
            Fault::WrongBracket { found, expected } => {
                let (found, expected) = (found.to_string(), expected.to_string());
                return self.told(S::WrongBracket { found: &found, expected: &expected });
            }
            Fault::MissingComma => S::MissingComma,
            Fault::ExtraComma => S::ExtraComma,
            Fault::MissingColon { name } if name.is_empty() => S::MissingColonAfterKey,
            Fault::MissingColon { name } => {
                return self.told(S::MissingColon { name: &shown(name) });
            }
            Fault::MissingValue { name: None } => S::MissingNamelessValue,
            Fault::MissingValue { name: Some(name) } => {
                return self.told(S::MissingValue { name: &shown(name) });
            }
            Fault::MissingName => S::MissingName,
            Fault::QuotedName { name } => return self.told(S::QuotedName { name: &shown(name) }),
            Fault::BareText => S::BareText,
            Fault::FieldInList { name } => return self.told(S::FieldInList { name: &shown(name) }),
            Fault::NoBrackets => S::NoBrackets,
            Fault::AfterEnd => S::AfterEnd,
            Fault::UnknownField { name, near, known } => {
                return self.unknown_field(&shown(name), *near, known);
            }
            Fault::MissingField { name } => S::MissingField { name },
            Fault::RepeatedField { name } => {
                return self.told(S::RepeatedField { name: &shown(name) });
            }
            Fault::WrongKind { expected: Kind::Word, found: Kind::Text } => S::QuotedWord,
            Fault::WrongKind { expected, found } => {
                let (expected, found) = (self.kind_of_value(*expected), self.kind_of_value(*found));
                return self.told(S::WrongKind { found: &found, expected: &expected });
            }
            Fault::UnknownWord { found, near, known } => {
                return self.unknown_word(&shown(found), *near, known);
            }
            Fault::NotWhole { found } => return self.told(S::NotWhole { found: &shown(found) }),
            Fault::NotFinite { found } => return self.told(S::NotFinite { found: &shown(found) }),
            Fault::OutOfRange { found, least, most } => {
                return self.told(S::OutOfRange {
                    found: &shown(found),
                    least: *least,
                    most: *most,
                });
            }
            Fault::WrongLength { expected, found } => {
                S::WrongLength { expected: *expected, found: *found }
            }
        })
    }

    fn sign(&self, sign: char, sentence: impl Fn(&str) -> S<'_>) -> Said {
        self.told(sentence(&shown(&sign.to_string())))
    }

    fn unknown_field(&self, name: &str, near: Option<&str>, known: &[&str]) -> Said {
        let known = &self.quoted(known);
        self.told(match near {
            Some(near) => S::MisspeltField { name, near, known },
            None => S::UnknownField { name, known },
        })
    }

    fn unknown_word(&self, found: &str, near: Option<&str>, known: &[&str]) -> Said {
        let known = &self.quoted(known);
        self.told(match near {
            Some(near) => S::MisspeltWord { found, near, known },
            None => S::UnknownWord { found, known },
        })
    }

    fn kind_of_value(&self, kind: Kind) -> String {
        let sentence = match kind {
            Kind::Fields => S::KindFields,
            Kind::Tuple => S::KindTuple,
            Kind::Range => S::KindRange,
            Kind::List => S::KindList,
            Kind::Map => S::KindMap,
            Kind::Word => S::KindWord,
            Kind::Text => S::KindText,
            Kind::Number => S::KindNumber,
            Kind::Bool => S::KindBool,
            Kind::Nothing => S::KindNothing,
        };
        self.told(sentence).message
    }

    /// What is wrong with the meaning of a file, in words.
    #[expect(clippy::too_many_lines, reason = "a table with a line for each problem")]
    fn kind(&self, kind: &ProblemKind) -> Said {
        self.told(match kind {
            ProblemKind::Format(fault) => return self.fault(fault),
            ProblemKind::Article(fault) => return self.article_fault(fault),
            ProblemKind::Figure(fault) => return self.figure_fault(fault),
            ProblemKind::UnknownFile => S::UnknownFile,
            ProblemKind::UnknownRules { name, names } => {
                return self
                    .told(S::UnknownRules { name: &shown(name), names: &self.quoted(names) });
            }
            ProblemKind::RuleOrder { lower, higher } => S::RuleOrder { lower, higher },
            ProblemKind::Newer { schema, known } => S::Newer { schema: *schema, known: *known },
            ProblemKind::BadId { id, instead } => {
                return self.bad_id(&shown(id), instead.as_deref());
            }
            ProblemKind::DeviceId { id } => S::DeviceId { id },
            ProblemKind::FileName { id, name } => S::FileName { id, name },
            ProblemKind::RepeatedId { id, file } => {
                return self.told(S::RepeatedId { id: &shown(id), file: &shown(file) });
            }
            ProblemKind::TakenAlias { id, exercise } => S::TakenAlias { id, exercise },
            ProblemKind::RepeatedCue { id } => return self.told(S::RepeatedCue { id: &shown(id) }),
            ProblemKind::RepeatedLevel { level } => S::RepeatedLevel { level: *level },
            ProblemKind::LevelOrder { level, before } => {
                S::LevelOrder { level: *level, before: *before }
            }
            ProblemKind::NoLevels => S::NoLevels,
            ProblemKind::NoBlocks => S::NoBlocks,
            ProblemKind::NoItems => S::NoItems,
            ProblemKind::NoParts => S::NoParts,
            ProblemKind::NoReadings => S::NoReadings,
            ProblemKind::NoMethods => S::NoMethods,
            ProblemKind::EmptyPart => S::EmptyPart,
            ProblemKind::RepeatedName { name } => {
                return self.told(S::RepeatedName { name: &shown(name) });
            }
            ProblemKind::SpreadWatched => S::SpreadWatched,
            ProblemKind::CheckEachWay => S::CheckEachWay,
            ProblemKind::ReadingOfBoth => S::ReadingOfBoth,
            ProblemKind::AngleAndWords => S::AngleAndWords,
            ProblemKind::NothingToRead => S::NothingToRead,
            ProblemKind::FewWords => S::FewWords,
            ProblemKind::UnknownExercise { id, near } => {
                let id = &shown(id);
                return self.told(match near {
                    Some(near) => S::MisspeltExercise { id, near },
                    None => S::UnknownExercise { id },
                });
            }
            ProblemKind::BrokenExercise { id } => S::BrokenExercise { id },
            ProblemKind::UnknownLevel { exercise, level, levels } => {
                let levels = &self.quoted(&levels.iter().map(u8::to_string).collect::<Vec<_>>());
                return self.told(S::UnknownLevel { exercise, level: *level, levels });
            }
            ProblemKind::UnknownMovement { id, near } => {
                let id = &shown(id);
                return self.told(match near {
                    Some(near) => S::MisspeltMovement { id, near },
                    None => S::UnknownMovement { id },
                });
            }
            ProblemKind::Breaks { id, what } => {
                return self.told(S::Breaks { id, what: &self.kind(what).message });
            }
            ProblemKind::LowAboveHigh => S::LowAboveHigh,
            ProblemKind::NoAmount => S::NoAmount,
            ProblemKind::ManyAmounts => S::ManyAmounts,
            ProblemKind::OtherAmount { found, expected } => {
                S::OtherAmount { found: field(*found), expected: field(*expected) }
            }
            ProblemKind::TempoOfTime => S::TempoOfTime,
            ProblemKind::NoTempo => S::NoTempo,
            ProblemKind::BeginsAtRest => S::BeginsAtRest,
            ProblemKind::TempoAndOwnPace => S::TempoAndOwnPace,
            ProblemKind::SidesOfBoth => S::SidesOfBoth,
            ProblemKind::BothOfOneSided { .. } => S::BothOfOneSided,
            ProblemKind::BothInEachBlock => S::BothInEachBlock,
            ProblemKind::SidesInEachBlock => S::SidesInEachBlock,
            ProblemKind::OneSided => S::OneSided,
            ProblemKind::FirstOfOne => S::FirstOfOne,
            ProblemKind::WeekAndDays => S::WeekAndDays,
            ProblemKind::ExtraSetElsewhere => S::ExtraSetElsewhere,
            ProblemKind::SetsInCircuit => S::SetsInCircuit,
            ProblemKind::NoSideLine => S::NoSideLine,
            ProblemKind::SideLineOfBoth => S::SideLineOfBoth,
            ProblemKind::NoPlaceForSide => S::NoPlaceForSide,
            ProblemKind::UnknownPlace { found } => {
                return self.told(S::UnknownPlace { found: &shown(found) });
            }
            ProblemKind::PlaceElsewhere { found } => S::PlaceElsewhere { found },
            ProblemKind::EmptyText => S::EmptyText,
            ProblemKind::LongText { length, most } => S::LongText { length: *length, most: *most },
            ProblemKind::HiddenCharacter { code } => {
                return self.told(S::HiddenCharacter { code: &format!("U+{code:04X}") });
            }
            ProblemKind::BadDate { found } => {
                return self.told(S::BadDate { found: &shown(found) });
            }
            ProblemKind::LevelAlone => S::LevelAlone,
            ProblemKind::ExerciseAlone => S::ExerciseAlone,
            ProblemKind::SkipAndSwap => S::SkipAndSwap,
            ProblemKind::NoChange => S::NoChange,
            ProblemKind::LongRoutine { minutes } => S::LongRoutine { minutes: *minutes },
            ProblemKind::ManyItems { count } => S::ManyItems { count: *count },
            ProblemKind::ManySteps { count } => S::ManySteps { count: *count },
        })
    }

    fn article_fault(&self, fault: &ArticleFault) -> Said {
        self.told(match fault {
            ArticleFault::NoFront => S::ArticleNoFront,
            ArticleFault::MissingField { name } => S::MissingField { name },
            ArticleFault::UnknownField { found } => {
                let known = self.quoted(&["title", "summary", "exercises", "checks", "figures"]);
                return self.told(S::UnknownField { name: &shown(found), known: &known });
            }
            ArticleFault::NotAList { name } => S::ArticleNotAList { name },
            ArticleFault::RepeatedAnchor { anchor } => {
                return self.told(S::ArticleRepeatedAnchor { anchor: &shown(anchor) });
            }
            ArticleFault::UnknownTarget { target } => {
                return self.told(S::ArticleUnknownTarget { target: &shown(target) });
            }
            ArticleFault::NoText => S::ArticleNoText,
        })
    }

    fn bad_id(&self, id: &str, instead: Option<&str>) -> Said {
        self.told(match instead {
            Some(instead) => S::BadIdInstead { id, instead },
            None => S::BadId { id },
        })
    }

    /// Words of the format, each as it is written.
    fn quoted(&self, words: &[impl AsRef<str>]) -> String {
        let words: Vec<_> = words.iter().map(|it| format!("`{}`", it.as_ref())).collect();
        words.join(&self.say(super::Sentence::ListSeparator))
    }
}

/// The field of an amount.
const fn field(kind: AmountKind) -> &'static str {
    match kind {
        AmountKind::Hold => "hold",
        AmountKind::Reps => "reps",
        AmountKind::Steps => "steps",
        AmountKind::Reaches => "reaches",
        AmountKind::Drill => "drill",
    }
}

/// A piece of a file as it can be shown anywhere: not too long, and nothing hidden in it.
pub(super) fn shown(piece: &str) -> String {
    let Some((end, _)) = piece.char_indices().nth(LONGEST) else { return clean(piece) };
    clean(piece.get(..end).unwrap_or_default()) + "…"
}

fn clean(piece: &str) -> String {
    piece.chars().map(|it| if is_hidden(it) { '\u{fffd}' } else { it }).collect()
}

/// The line of a problem, and a mark under what is wrong.
fn marked(line: usize, excerpt: &Excerpt) -> String {
    if excerpt.text.is_empty() {
        return String::new();
    }
    let Excerpt { text, before, length } = excerpt;
    format!("\n{line:>5} | {text}\n      | {:before$}{}", "", "^".repeat(*length))
}

#[cfg(test)]
mod tests;

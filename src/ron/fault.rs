//! What can be wrong with a file, whatever it is meant to hold.

use super::Span;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The file cannot be used.
    Error,
    /// The file is used.
    Warning,
}

/// Something wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<T = Fault> {
    /// Where.
    pub span: Span,
    /// Whether the file can be used nevertheless.
    pub severity: Severity,
    /// What.
    pub what: T,
}

impl<T> Found<T> {
    /// An error at a place.
    pub const fn error(span: Span, what: T) -> Self {
        Self { span, severity: Severity::Error, what }
    }

    /// A warning at a place.
    pub const fn warning(span: Span, what: T) -> Self {
        Self { span, severity: Severity::Warning, what }
    }
}

/// What is wrong: the file as a whole, its signs, its brackets, its fields or its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The file is larger than [`super::MOST_BYTES`].
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
    },
    /// It has no bytes at all: a write that was cut off, or a place held for a file of the cloud.
    NoBytes,
    /// Nothing is in it but white space and comments.
    Empty,
    /// Every byte is zero: a write that never reached the disk.
    AllZero,
    /// From here on every byte is zero: only the first part of a write reached the disk.
    ZeroTail,
    /// It is UTF-16, as some Windows editors save it.
    Utf16,
    /// It is not UTF-8 text.
    NotText,
    /// It holds marks of a merge conflict.
    Conflict,
    /// It is a web page or other markup: a log-in page saved in place of a download.
    WebPage,
    /// It is a placeholder of a file that is still in the cloud.
    Placeholder,
    /// Brackets are nested deeper than [`super::MOST_DEPTH`].
    TooDeep,
    /// More problems than [`super::MOST_FOUND`]; the rest are not listed.
    Many {
        /// How many more.
        more: usize,
    },

    /// A text without its closing quote.
    OpenText,
    /// A `/*` without its `*/`.
    OpenComment,
    /// A quote inside a text without its backslash.
    QuoteInside,
    /// Curly or single quotes in place of `"`.
    WrongQuotes {
        /// The quote.
        found: char,
    },
    /// An escape that there is not.
    BadEscape {
        /// As it was written: `\q`.
        found: String,
    },
    /// `=` in place of `:`.
    EqualsSign,
    /// `;` in place of `,`.
    Semicolon,
    /// `#` in place of `//`.
    HashComment,
    /// A name with a hyphen.
    Hyphen {
        /// The same with underscores.
        instead: String,
    },
    /// Something that begins like a number: `30s`, `1.5.2`.
    BadNumber {
        /// As it was written.
        found: String,
    },
    /// `2..3` or `2-3` in place of `(2, 3)`.
    RangeSign {
        /// The low end.
        low: String,
        /// The high end.
        high: String,
    },
    /// `2,5` in place of `2.5`.
    DecimalComma,
    /// A character that has no meaning here.
    StrangeCharacter {
        /// The character.
        found: char,
    },

    /// An opening bracket without its closing one.
    OpenBracket {
        /// The opening one.
        open: char,
        /// The closing one that is missing.
        close: char,
    },
    /// A closing bracket without its opening one.
    StrayBracket {
        /// The closing one.
        close: char,
    },
    /// A closing bracket of another kind than the opening one.
    WrongBracket {
        /// What stands there.
        found: char,
        /// What should.
        expected: char,
    },
    /// No comma between two values.
    MissingComma,
    /// A comma without a value before it.
    ExtraComma,
    /// No colon between a name and its value.
    MissingColon {
        /// The name.
        name: String,
    },
    /// Nothing where a value belongs.
    MissingValue {
        /// The name in front of it, if there is one.
        name: Option<String>,
    },
    /// A value where a name belongs.
    MissingName,
    /// A name in quotes, as in JSON.
    QuotedName {
        /// The name.
        name: String,
    },
    /// Several words where one value belongs: a text without quotes.
    BareText,
    /// `name: value` directly inside `[ ]`.
    FieldInList {
        /// The name.
        name: String,
    },
    /// Fields without the brackets around the whole.
    NoBrackets,
    /// Something behind the end.
    AfterEnd,

    /// A field that there is not.
    UnknownField {
        /// The name.
        name: String,
        /// The one that was probably meant.
        near: Option<&'static str>,
        /// Those that there are.
        known: Vec<&'static str>,
    },
    /// A field that has to be there.
    MissingField {
        /// The name.
        name: &'static str,
    },
    /// A field that is there twice.
    RepeatedField {
        /// The name.
        name: String,
    },
    /// A value of another kind.
    WrongKind {
        /// What belongs there.
        expected: Kind,
        /// What stands there.
        found: Kind,
    },
    /// A word that is not one of the list.
    UnknownWord {
        /// The word.
        found: String,
        /// The one that was probably meant.
        near: Option<&'static str>,
        /// The list.
        known: &'static [&'static str],
    },
    /// A number with a fraction or an exponent where a whole one belongs.
    NotWhole {
        /// The number.
        found: String,
    },
    /// A number that is infinite, or none.
    NotFinite {
        /// The number.
        found: String,
    },
    /// A number below or above what makes sense.
    OutOfRange {
        /// The number.
        found: String,
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// A tuple with more or fewer values.
    WrongLength {
        /// How many belong there.
        expected: usize,
        /// How many there are.
        found: usize,
    },
}

/// The kinds of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `(name: value, …)`.
    Fields,
    /// `(value, …)`.
    Tuple,
    /// One number, or `(low, high)`.
    Range,
    /// `[…]`.
    List,
    /// `{…}`.
    Map,
    /// A bare word.
    Word,
    /// `"…"`.
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    Bool,
    /// `None`.
    Nothing,
}

//! RON as people write it: text to values that know their place, with every mistake on the way.
//!
//! Exercises, routines and settings are written by hand, so the reader has two jobs beside reading:
//! to name *all* mistakes of a file at once, each where it was made and as a value that can be worded
//! in any language; and to keep the place of every value, for meaning errors and for edits that leave
//! a person's comments and order alone.
//!
//! **Why not a library.** `ron2` 0.3 was tried first, for its tree with places and its recovery. It
//! reads correct files well and panics on nothing we fed it, and our tests still hold us to it: what
//! this reader accepts, `ron2` reads as the same values. Its recovery does not hold for people: of 31
//! common slips, one `)` in place of `]` gives seven errors and loses the rest of the file, a missing
//! quote four (the first on the next line), a missing `]` points into the next field, and `;`,
//! `1.5.2`, `2..3` or `side-lying` end the reading there, so that nothing after them is checked. Its
//! errors name what was expected as English text, which cannot be translated, and some places lie
//! inside a character. `ron` 0.12 stops at the first error.
//!
//! Read in four passes, each total: `bytes` to text, `lexer` to tokens, `brackets` pairs them (with
//! the help of the indentation where they do not match), `parser` makes [`Node`]s. A [`Reader`] then
//! takes the values out, and names what is missing or of the wrong kind. [`splice`] changes a text in
//! single places by the places of its values.
//!
//! **Invariant:** no bytes make it panic, and whatever could not be read is reported exactly once.

mod brackets;
mod bytes;
mod document;
mod fault;
mod lexer;
mod number;
mod parser;
mod quoted;
mod reader;
pub mod splice;

pub(crate) use document::is_hidden;
pub use document::{Document, Excerpt, Place};
pub use fault::{Fault, Found, Kind, Severity};
pub(crate) use reader::nearest;
pub use reader::{Fields, Reader};

/// The most bytes of a file.
pub const MOST_BYTES: usize = 256 * 1024;

/// The deepest nesting of brackets.
pub const MOST_DEPTH: usize = 32;

/// The most problems that are kept of one file; the rest are counted.
pub const MOST_FOUND: usize = 100;

/// A stretch of the file, in bytes: `start..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte behind the last.
    pub end: usize,
}

impl Span {
    /// From one byte to another.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The empty stretch behind this one.
    #[must_use]
    pub const fn after(self) -> Self {
        Self { start: self.end, end: self.end }
    }

    /// From the start of this one to the end of the other.
    #[must_use]
    pub const fn to(self, other: Self) -> Self {
        Self { start: self.start, end: other.end }
    }
}

/// A value and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// A value at its place.
    pub const fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// A value of the file and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// From its first byte to behind its last, brackets and quotes included.
    pub span: Span,
    /// What stands there.
    pub value: Value,
}

impl Node {
    /// The fields of a value that has some or could have, and the place of its brackets.
    pub fn fields(&self) -> Option<(Span, &[Field])> {
        match &self.value {
            Value::Fields(list) => Some((self.span, list)),
            Value::Tuple(values) if values.is_empty() => Some((self.span, &[])),
            Value::Named(_, body) => body.fields(),
            Value::Tuple(_)
            | Value::List(_)
            | Value::Map(_)
            | Value::Name(_)
            | Value::Text(_)
            | Value::Number(_)
            | Value::Bool(_)
            | Value::Nothing
            | Value::Unread => None,
        }
    }
}

/// What can stand in a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `(name: value, …)`.
    Fields(Vec<Field>),
    /// `(value, …)`; `()` is one without values.
    Tuple(Vec<Node>),
    /// `[value, …]`.
    List(Vec<Node>),
    /// `{key: value, …}`.
    Map(Vec<(Node, Node)>),
    /// `Name(…)`: a name and the fields or the tuple behind it.
    Named(Spanned<String>, Box<Node>),
    /// A bare word: `side_lying`.
    Name(String),
    /// `"…"`, with escapes resolved and line breaks folded to a space.
    Text(String),
    /// A number as it was written; `1e400`, `inf` and `NaN` are numbers here.
    Number(String),
    /// `true` or `false`.
    Bool(bool),
    /// `None`: as if the field were not there.
    Nothing,
    /// Something that could not be read, and was reported.
    Unread,
}

/// One `name: value`.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// The name.
    pub name: Spanned<String>,
    /// The value.
    pub value: Node,
}

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;

//! Takes values out of a file, and notes what is missing or of the wrong kind.
//!
//! Every function returns nothing when the value cannot be used; that was noted then, so a caller
//! passes the gap on and never reports it again.

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeOwned, Error};

use super::number;
use super::{Fault, Field, Found, Kind, Node, Severity, Span, Spanned, Value};

/// Takes values out of a file and collects what is wrong with them.
#[derive(Debug, Default)]
pub struct Reader {
    found: Vec<Found>,
    newer: bool,
}

/// The fields of one `( … )` while they are being read.
#[derive(Debug)]
pub struct Fields<'n> {
    /// The place of the whole.
    pub span: Span,
    list: &'n [Field],
    known: Vec<&'static str>,
}

impl Reader {
    /// A reader that has seen nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// From here on the file is known to be of a newer version: fields it knows and we do not are
    /// warnings.
    pub const fn is_newer(&mut self) {
        self.newer = true;
    }

    /// What was wrong so far.
    pub fn finish(self) -> Vec<Found> {
        self.found
    }

    /// Notes something wrong with a value.
    pub fn fault(&mut self, span: Span, fault: Fault) {
        self.found.push(Found::error(span, fault));
    }

    /// A value of the wrong kind.
    fn wrong<T>(&mut self, node: &Node, expected: Kind) -> Option<T> {
        if !matches!(node.value, Value::Unread) {
            self.fault(node.span, Fault::WrongKind { expected, found: kind(&node.value) });
        }
        None
    }

    /// The fields of a `( … )`. Call [`Fields::finish`] when all have been asked for.
    pub fn fields<'n>(&mut self, node: &'n Node) -> Option<Fields<'n>> {
        let Some((_, list)) = node.fields() else { return self.wrong(node, Kind::Fields) };
        for (at, field) in list.iter().enumerate() {
            if list.iter().take(at).any(|it| it.name.value == field.name.value) {
                let name = field.name.value.clone();
                self.fault(field.name.span, Fault::RepeatedField { name });
            }
        }
        Some(Fields { span: node.span, list, known: Vec::new() })
    }

    /// A text.
    pub fn text(&mut self, node: &Node) -> Option<Spanned<String>> {
        let Value::Text(it) = &node.value else { return self.wrong(node, Kind::Text) };
        Some(Spanned::new(it.clone(), node.span))
    }

    /// `true` or `false`.
    pub fn truth(&mut self, node: &Node) -> Option<Spanned<bool>> {
        let Value::Bool(it) = node.value else { return self.wrong(node, Kind::Bool) };
        Some(Spanned::new(it, node.span))
    }

    /// A finite number.
    pub fn number(&mut self, node: &Node) -> Option<Spanned<f64>> {
        let Value::Number(written) = &node.value else { return self.wrong(node, Kind::Number) };
        match number::value(written) {
            Some(it) if it.is_finite() => Some(Spanned::new(it, node.span)),
            _ => {
                self.fault(node.span, Fault::NotFinite { found: written.clone() });
                None
            }
        }
    }

    /// A number between two bounds, both included.
    pub fn between(&mut self, node: &Node, least: u32, most: u32) -> Option<Spanned<f64>> {
        let number = self.number(node)?;
        if number.value >= f64::from(least) && number.value <= f64::from(most) {
            return Some(number);
        }
        self.fault(node.span, Fault::OutOfRange { found: written(node), least, most });
        None
    }

    /// A whole number between two bounds, both included.
    pub fn whole(&mut self, node: &Node, least: u32, most: u32) -> Option<Spanned<u32>> {
        let number = self.number(node)?;
        if number.value.fract() != 0.0 {
            self.fault(node.span, Fault::NotWhole { found: written(node) });
            return None;
        }
        let number = self.between(node, least, most)?;
        Some(Spanned::new(number.value as u32, number.span))
    }

    /// One of the words of an enumeration; the list is the one that serde derives for it.
    pub fn word<T: DeserializeOwned>(&mut self, node: &Node) -> Option<Spanned<T>> {
        let (Value::Name(word) | Value::Text(word)) = &node.value else {
            return self.wrong(node, Kind::Word);
        };
        match T::deserialize(StrDeserializer::<NotListed>::new(word)) {
            Ok(_) if matches!(node.value, Value::Text(_)) => self.wrong(node, Kind::Word),
            Ok(value) => Some(Spanned::new(value, node.span)),
            Err(NotListed(known)) => {
                let near = nearest(word, known);
                self.fault(node.span, Fault::UnknownWord { found: word.clone(), near, known });
                None
            }
        }
    }

    /// Every value of a list that could be read.
    pub fn list<T>(
        &mut self,
        node: &Node,
        mut read: impl FnMut(&mut Self, &Node) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Value::List(nodes) = &node.value else { return self.wrong(node, Kind::List) };
        Some(nodes.iter().filter_map(|it| read(self, it)).collect())
    }

    /// One number, or `(low, high)`: then both.
    pub fn range<T: Copy>(
        &mut self,
        node: &Node,
        mut read: impl FnMut(&mut Self, &Node) -> Option<T>,
    ) -> Option<(T, T)> {
        if matches!(node.value, Value::Number(_)) {
            return read(self, node).map(|it| (it, it));
        }
        let Value::Tuple(nodes) = &node.value else { return self.wrong(node, Kind::Range) };
        let [low, high] = nodes.as_slice() else {
            self.fault(node.span, Fault::WrongLength { expected: 2, found: nodes.len() });
            return None;
        };
        let (low, high) = (read(self, low), read(self, high));
        Some((low?, high?))
    }
}

impl<'n> Fields<'n> {
    /// The value of a field, if it is there and not `None`.
    pub fn node(&mut self, name: &'static str) -> Option<&'n Node> {
        self.known.push(name);
        let field = self.list.iter().find(|it| it.name.value == name)?;
        (!matches!(field.value.value, Value::Nothing)).then_some(&field.value)
    }

    /// Reads a field that may be left out.
    pub fn get<T>(
        &mut self,
        reader: &mut Reader,
        name: &'static str,
        read: impl FnOnce(&mut Reader, &Node) -> Option<T>,
    ) -> Option<T> {
        self.node(name).and_then(|it| read(reader, it))
    }

    /// Reads a field that has to be there.
    pub fn need<T>(
        &mut self,
        reader: &mut Reader,
        name: &'static str,
        read: impl FnOnce(&mut Reader, &Node) -> Option<T>,
    ) -> Option<T> {
        let Some(node) = self.node(name) else {
            reader.fault(
                Span::new(self.span.start, self.span.start + 1),
                Fault::MissingField { name },
            );
            return None;
        };
        read(reader, node)
    }

    /// Reads a list that may be left out: then it is empty.
    pub fn list<T>(
        &mut self,
        reader: &mut Reader,
        name: &'static str,
        read: impl FnMut(&mut Reader, &Node) -> Option<T>,
    ) -> Vec<T> {
        self.get(reader, name, |reader, node| reader.list(node, read)).unwrap_or_default()
    }

    /// The field whose value was given, for a problem that concerns the field as a whole.
    pub fn place(&self, name: &str) -> Option<Span> {
        let field = self.list.iter().find(|it| it.name.value == name)?;
        Some(field.name.span.to(field.value.span))
    }

    /// Reports the fields that nobody asked for.
    pub fn finish(self, reader: &mut Reader) {
        for field in self.list {
            let name = &field.name.value;
            if self.known.iter().any(|it| it == name) {
                continue;
            }
            // A misspelt field that has to be there is reported once, as misspelt.
            let near = nearest(name, &self.known);
            reader.found.retain(|it| {
                !(it.span.start == self.span.start
                    && near.is_some_and(|near| it.what == Fault::MissingField { name: near }))
            });
            let severity = if reader.newer { Severity::Warning } else { Severity::Error };
            let what = Fault::UnknownField { name: name.clone(), near, known: self.known.clone() };
            reader.found.push(Found { span: field.name.span, severity, what });
        }
    }
}

fn written(node: &Node) -> String {
    if let Value::Number(it) = &node.value { it.clone() } else { String::new() }
}

const fn kind(value: &Value) -> Kind {
    match value {
        Value::Fields(_) | Value::Named(..) => Kind::Fields,
        Value::Tuple(_) => Kind::Tuple,
        Value::List(_) => Kind::List,
        Value::Map(_) => Kind::Map,
        Value::Name(_) => Kind::Word,
        Value::Text(_) => Kind::Text,
        Value::Number(_) => Kind::Number,
        Value::Bool(_) => Kind::Bool,
        Value::Nothing | Value::Unread => Kind::Nothing,
    }
}

/// The word of the list that was probably meant: at most a third of its letters differ, or it is the
/// same but for capitals and hyphens.
pub(crate) fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let plain = word.to_lowercase().replace(['-', ' '], "_");
    let distance = |it: &str| strsim::damerau_levenshtein(&plain, it);
    let near = known.iter().min_by_key(|it| distance(it))?;
    (word.len() <= 64 && distance(near) <= near.len().max(plain.len()).div_ceil(3)).then_some(*near)
}

/// The words that serde knows for an enumeration, when the one asked for is not among them.
#[derive(Debug)]
struct NotListed(&'static [&'static str]);

impl fmt::Display for NotListed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "one of {:?}", self.0)
    }
}

impl std::error::Error for NotListed {}

impl Error for NotListed {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self(&[])
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self(expected)
    }
}

//! Tokens to values. Brackets are paired by now, so a mistake never reaches beyond its own brackets.

use super::lexer::{Sign, Token};
use super::{Fault, Field, Found, Node, Span, Spanned, Value};

/// The value of the file; nothing when it holds none.
pub(super) fn root(tokens: &[Token], text: &str, found: &mut Vec<Found>) -> Option<Node> {
    let Some(first) = tokens.first() else {
        if found.is_empty() {
            found.push(Found::error(Span::default(), Fault::Empty));
        }
        return None;
    };
    let mut parser = Parser { tokens, at: 0, found, end: text.trim_end().len() };
    if matches!(first.sign, Sign::Name(_) | Sign::Text(_)) && parser.sign(1) == Some(&Sign::Colon) {
        // Another notation, most likely; what else is wrong with it would help nobody.
        parser.found.clear();
        parser.fault(first.span, Fault::NoBrackets);
        return None;
    }
    let root = parser.value(None);
    if let Some(token) = parser.token() {
        let span = token.span;
        parser.fault(span, Fault::AfterEnd);
    }
    Some(root)
}

struct Parser<'t, 'f> {
    tokens: &'t [Token],
    at: usize,
    found: &'f mut Vec<Found>,
    /// The end of the text.
    end: usize,
}

impl<'t> Parser<'t, '_> {
    fn token(&self) -> Option<&'t Token> {
        self.tokens.get(self.at)
    }

    fn sign(&self, ahead: usize) -> Option<&'t Sign> {
        self.tokens.get(self.at + ahead).map(|it| &it.sign)
    }

    /// The token that was taken last.
    fn last(&self) -> Option<&'t Token> {
        self.tokens.get(self.at.checked_sub(1)?)
    }

    fn last_span(&self) -> Span {
        self.last().map_or(Span::new(self.end, self.end), |it| it.span)
    }

    fn take(&mut self) -> Span {
        self.at += 1;
        self.last_span()
    }

    fn fault(&mut self, span: Span, fault: Fault) {
        self.found.push(Found::error(span, fault));
    }

    fn at_end(&self) -> bool {
        matches!(self.sign(0), None | Some(Sign::Close(_)))
    }

    /// The value that comes next; `name` is the field it belongs to.
    fn value(&mut self, name: Option<&str>) -> Node {
        let Some(token) = self.token() else { return self.no_value(name) };
        let span = token.span;
        let value = match &token.sign {
            Sign::Comma | Sign::Close(_) => return self.no_value(name),
            Sign::Colon => {
                self.take();
                return self.no_value(name);
            }
            Sign::Open('(') => return self.round(),
            Sign::Open('[') => return self.list(),
            Sign::Open(_) => return self.map(),
            Sign::Name(word) => return self.word(word),
            Sign::Number(it) => Value::Number(it.clone()),
            Sign::Text(it) => Value::Text(it.clone()),
        };
        self.take();
        Node { span, value }
    }

    fn no_value(&mut self, name: Option<&str>) -> Node {
        let span = self.last_span().after();
        self.fault(span, Fault::MissingValue { name: name.map(str::to_owned) });
        Node { span, value: Value::Unread }
    }

    fn word(&mut self, word: &str) -> Node {
        let span = self.take();
        let value = match word {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            "None" => Value::Nothing,
            "inf" | "NaN" => Value::Number(word.to_owned()),
            "Some" if self.sign(0) != Some(&Sign::Open('(')) => {
                self.fault(span, Fault::WrongLength { expected: 1, found: 0 });
                Value::Unread
            }
            _ if self.sign(0) == Some(&Sign::Open('(')) => return self.named(word, span),
            _ => Value::Name(word.to_owned()),
        };
        Node { span, value }
    }

    /// `Name(…)`; `Some(…)` is what it holds.
    fn named(&mut self, word: &str, span: Span) -> Node {
        let body = self.round();
        let whole = span.to(body.span);
        if word == "Some" {
            let inner = if let Value::Tuple(inner) = body.value { inner } else { Vec::new() };
            if let [only] = inner.as_slice() {
                return only.clone();
            }
            self.fault(whole, Fault::WrongLength { expected: 1, found: inner.len() });
            return Node { span: whole, value: Value::Unread };
        }
        let name = Spanned::new(word.to_owned(), span);
        Node { span: whole, value: Value::Named(name, Box::new(body)) }
    }

    fn round(&mut self) -> Node {
        let open = self.take();
        let value = if self.holds_fields() {
            Value::Fields(self.fields())
        } else {
            Value::Tuple(self.values())
        };
        Node { span: open.to(self.take()), value }
    }

    fn list(&mut self) -> Node {
        let open = self.take();
        let value = Value::List(self.values());
        Node { span: open.to(self.take()), value }
    }

    /// Whether what stands in these brackets has names: anywhere `name:`, or a name and a value.
    fn holds_fields(&self) -> bool {
        let mut depth = 0_usize;
        let mut begins = true;
        for (at, token) in self.tokens.iter().enumerate().skip(self.at) {
            match token.sign {
                Sign::Close(_) if depth == 0 => return false,
                Sign::Open(_) => depth += 1,
                Sign::Close(_) => depth -= 1,
                Sign::Comma | Sign::Colon | Sign::Name(_) | Sign::Number(_) | Sign::Text(_) => {}
            }
            if depth == 0 && begins && self.is_field_at(at) {
                return true;
            }
            begins = depth == 0 && token.sign == Sign::Comma;
        }
        false
    }

    /// Whether a field begins at a token: a name and a colon, or a name and a value.
    fn is_field_at(&self, at: usize) -> bool {
        let sign = |at: usize| self.tokens.get(at).map(|it| &it.sign);
        match (sign(at), sign(at + 1)) {
            (Some(Sign::Name(_) | Sign::Text(_)), Some(Sign::Colon)) => true,
            (Some(Sign::Name(_)), Some(next)) => matches!(next, Sign::Number(_) | Sign::Text(_)),
            _ => false,
        }
    }

    fn fields(&mut self) -> Vec<Field> {
        let mut fields = Vec::new();
        while !self.at_end() {
            let Some(token) = self.token() else { break };
            match &token.sign {
                Sign::Name(name) => fields.push(self.field(name, token.span)),
                Sign::Text(name) if self.sign(1) == Some(&Sign::Colon) => {
                    self.fault(token.span, Fault::QuotedName { name: name.clone() });
                    fields.push(self.field(name, token.span));
                }
                Sign::Comma => self.extra_comma(),
                Sign::Colon | Sign::Text(_) | Sign::Number(_) | Sign::Open(_) | Sign::Close(_) => {
                    self.nameless();
                }
            }
        }
        fields
    }

    fn field(&mut self, name: &str, span: Span) -> Field {
        self.take();
        if self.sign(0) == Some(&Sign::Colon) {
            self.take();
        } else if !self.at_end() && self.sign(0) != Some(&Sign::Comma) {
            self.fault(span, Fault::MissingColon { name: name.to_owned() });
        }
        let mut value = self.value(Some(name));
        if self.is_bare_text() {
            value = self.bare_text(value.span);
        }
        self.separator();
        Field { name: Spanned::new(name.to_owned(), span), value }
    }

    fn extra_comma(&mut self) {
        let mended = self.last().is_some_and(|it| it.mended);
        let span = self.take();
        if !mended {
            self.fault(span, Fault::ExtraComma);
        }
    }

    /// A value without a name among fields: reported, and left out.
    fn nameless(&mut self) {
        let Some(token) = self.token() else { return };
        let span = token.span;
        let before = self.at.checked_sub(2).and_then(|it| self.tokens.get(it));
        let decimals = matches!(token.sign, Sign::Number(_))
            && before.is_some_and(|it| {
                matches!(it.sign, Sign::Number(_)) && it.span.end + 1 == span.start
            });
        match before {
            Some(whole) if decimals => self.fault(whole.span.to(span), Fault::DecimalComma),
            _ => self.fault(span, Fault::MissingName),
        }
        if token.sign == Sign::Colon {
            self.take();
        }
        if !self.at_end() && self.sign(0) != Some(&Sign::Comma) {
            self.value(None);
        }
        self.separator();
    }

    /// The values of a tuple or a list.
    fn values(&mut self) -> Vec<Node> {
        let mut values = Vec::new();
        while !self.at_end() {
            match (self.sign(0), self.sign(1)) {
                (Some(Sign::Comma), _) => self.extra_comma(),
                (Some(Sign::Name(name)), Some(Sign::Colon)) => self.fields_in_list(name),
                _ => {
                    values.push(self.value(None));
                    self.separator();
                }
            }
        }
        values
    }

    /// Fields without brackets of their own: reported once, and left out.
    fn fields_in_list(&mut self, name: &str) {
        let span = self.token().map(|it| it.span).unwrap_or_default();
        self.fault(span, Fault::FieldInList { name: name.to_owned() });
        while matches!((self.sign(0), self.sign(1)), (Some(Sign::Name(_)), Some(Sign::Colon))) {
            self.take();
            self.take();
            self.value(Some(name));
            self.separator();
        }
    }

    fn map(&mut self) -> Node {
        let open = self.take();
        let mut entries = Vec::new();
        while !self.at_end() {
            if self.sign(0) == Some(&Sign::Comma) {
                self.extra_comma();
                continue;
            }
            let key = self.value(None);
            if self.sign(0) == Some(&Sign::Colon) {
                self.take();
            } else if !matches!(key.value, Value::Unread) {
                let name =
                    self.tokens.get(self.at.saturating_sub(1)).map_or(key.span, |it| it.span);
                self.fault(name.after(), Fault::MissingColon { name: String::new() });
            }
            let value = self.value(None);
            self.separator();
            entries.push((key, value));
        }
        Node { span: open.to(self.take()), value: Value::Map(entries) }
    }

    /// The comma behind a value.
    fn separator(&mut self) {
        match self.sign(0) {
            None | Some(Sign::Close(_)) => {}
            Some(Sign::Comma) => {
                self.take();
            }
            Some(_) if self.last().is_some_and(|it| it.mended) => {}
            Some(_) => {
                let span = self.last_span().after();
                self.fault(span, Fault::MissingComma);
            }
        }
    }

    /// Whether a value was the first word of a text without quotes.
    fn is_bare_text(&self) -> bool {
        let (Some(last), Some(next)) = (self.last(), self.token()) else { return false };
        let words = matches!(last.sign, Sign::Name(_))
            && matches!(next.sign, Sign::Name(_) | Sign::Number(_) | Sign::Text(_));
        words && last.line == next.line && self.sign(1) != Some(&Sign::Colon)
    }

    /// A text without quotes: reported, to its end, and left unread.
    fn bare_text(&mut self, first: Span) -> Node {
        let line = self.last().map(|it| it.line);
        while self.token().is_some_and(|it| Some(it.line) == line && it.sign != Sign::Comma)
            && !self.at_end()
        {
            self.value(None);
        }
        let span = first.to(self.last_span());
        // A quote at its end opened a text of its own; one problem is enough.
        let inside = |at: usize| (span.start..=span.end).contains(&at);
        self.found.retain(|it| it.what != Fault::OpenText || !inside(it.span.start));
        self.fault(span, Fault::BareText);
        Node { span, value: Value::Unread }
    }
}

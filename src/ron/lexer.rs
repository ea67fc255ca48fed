//! Text to tokens. Slips that can be understood (`;`, `=`, `#`, curly quotes, hyphens) are reported
//! and read as what was meant, so that the rest of the file is checked too.

use super::number;
use super::quoted;
use super::{Fault, Found, MOST_DEPTH, Span};

/// A sign of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sign {
    /// `(`, `[` or `{`.
    Open(char),
    /// `)`, `]` or `}`.
    Close(char),
    /// `,`.
    Comma,
    /// `:`.
    Colon,
    /// A bare word.
    Name(String),
    /// A number as it was written.
    Number(String),
    /// A text, escapes resolved.
    Text(String),
}

/// A sign and its surroundings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// What it is.
    pub(super) sign: Sign,
    /// Where it is.
    pub(super) span: Span,
    /// The line, from 0.
    pub(super) line: usize,
    /// How far its line is indented.
    pub(super) indent: usize,
    /// Whether only closing brackets and commas stand before it on its line.
    pub(super) leads: bool,
    /// Whether it was put in because it is missing in the file.
    pub(super) mended: bool,
}

/// All tokens; nothing when the brackets are nested too deep to go on.
pub(super) fn tokens(text: &str, found: &mut Vec<Found>) -> Option<Vec<Token>> {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut lexer = Lexer {
        cursor: Cursor { text, at: start },
        found,
        tokens: Vec::new(),
        line: Line::default(),
    };
    let mut depth = 0_usize;
    loop {
        lexer.skip_blank();
        let start = lexer.cursor.at;
        let Some(next) = lexer.cursor.peek() else { break };
        let Some(sign) = lexer.sign(next) else { continue };
        match sign {
            Sign::Open(_) => depth += 1,
            Sign::Close(_) => depth = depth.saturating_sub(1),
            Sign::Comma | Sign::Colon | Sign::Name(_) | Sign::Number(_) | Sign::Text(_) => {}
        }
        let span = Span::new(start, lexer.cursor.at);
        if depth > MOST_DEPTH {
            lexer.found.push(Found::error(span, Fault::TooDeep));
            return None;
        }
        lexer.push(sign, span);
    }
    Some(lexer.tokens)
}

/// A place in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'t> {
    /// The text.
    pub(super) text: &'t str,
    /// The byte.
    pub(super) at: usize,
}

impl<'t> Cursor<'t> {
    /// What is still to come.
    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next character.
    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Steps over the next character.
    pub(super) fn bump(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    /// Steps over a sign if it is the next.
    pub(super) fn eat(&mut self, sign: &str) -> bool {
        let is_next = self.rest().starts_with(sign);
        if is_next {
            self.at += sign.len();
        }
        is_next
    }

    /// Steps over characters as long as they fit, and returns them.
    pub(super) fn take_while(&mut self, fits: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let length = rest.find(|it| !fits(it)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }
}

/// The line of the token that was read last.
#[derive(Debug, Default)]
struct Line {
    number: usize,
    /// Up to where lines were counted.
    counted: usize,
    start: usize,
    /// Whether only closing brackets and commas came on it so far.
    only_closing: bool,
}

struct Lexer<'t, 'f> {
    cursor: Cursor<'t>,
    found: &'f mut Vec<Found>,
    tokens: Vec<Token>,
    line: Line,
}

impl Lexer<'_, '_> {
    fn fault(&mut self, start: usize, fault: Fault) {
        self.found.push(Found::error(Span::new(start, self.cursor.at), fault));
    }

    fn push(&mut self, sign: Sign, span: Span) {
        let passed = self.cursor.text.get(self.line.counted..span.start).unwrap_or_default();
        let breaks = passed.matches('\n').count();
        let first = breaks > 0 || self.tokens.is_empty();
        if let Some(last) = passed.rfind('\n') {
            self.line.start = self.line.counted + last + 1;
        }
        self.line.number += breaks;
        self.line.counted = span.start;
        let leads = first || self.line.only_closing;
        self.line.only_closing = leads && matches!(sign, Sign::Close(_) | Sign::Comma);
        let line = self.cursor.text.get(self.line.start..span.start).unwrap_or_default();
        let indent = line.chars().take_while(|it| it.is_whitespace()).count();
        self.tokens.push(Token {
            sign,
            span,
            line: self.line.number,
            indent,
            leads,
            mended: false,
        });
    }

    /// Steps over space, comments and attributes (`#![enable(…)]`, which change nothing here).
    fn skip_blank(&mut self) {
        loop {
            self.cursor.take_while(char::is_whitespace);
            let start = self.cursor.at;
            if self.cursor.eat("//") || self.cursor.eat("#![") {
                self.cursor.take_while(|it| it != '\n');
            } else if self.cursor.eat("/*") {
                self.block_comment();
            } else if self.cursor.eat("#") {
                self.cursor.take_while(|it| it != '\n');
                self.fault(start, Fault::HashComment);
            } else {
                return;
            }
        }
    }

    fn block_comment(&mut self) {
        let opening = Span::new(self.cursor.at - 2, self.cursor.at);
        let mut depth = 1_usize;
        while depth > 0 {
            if self.cursor.eat("*/") {
                depth -= 1;
            } else if self.cursor.eat("/*") {
                depth += 1;
            } else if self.cursor.bump().is_none() {
                self.found.push(Found::error(opening, Fault::OpenComment));
                return;
            }
        }
    }

    /// The next sign; nothing when there was only something to report.
    fn sign(&mut self, next: char) -> Option<Sign> {
        let start = self.cursor.at;
        match next {
            '(' | '[' | '{' => self.cursor.bump().map(Sign::Open),
            ')' | ']' | '}' => self.cursor.bump().map(Sign::Close),
            ',' => self.cursor.bump().map(|_| Sign::Comma),
            ':' => self.cursor.bump().map(|_| Sign::Colon),
            '=' => {
                self.cursor.take_while(|it| matches!(it, '=' | '>' | ':'));
                self.fault(start, Fault::EqualsSign);
                Some(Sign::Colon)
            }
            ';' => {
                self.cursor.bump();
                self.fault(start, Fault::Semicolon);
                Some(Sign::Comma)
            }
            _ if number::begins(self.cursor.rest()) => {
                Some(Sign::Number(number::read(&mut self.cursor, self.found)))
            }
            _ if quoted::begins(self.cursor.rest()) => {
                Some(Sign::Text(quoted::read(&mut self.cursor, self.found)))
            }
            _ if is_name_start(next) => Some(Sign::Name(self.name())),
            _ => {
                self.strange(next);
                None
            }
        }
    }

    /// A bare word; with hyphens between its parts when a person wrote it as one word.
    fn name(&mut self) -> String {
        let start = self.cursor.at;
        let behind = self.cursor.rest().strip_prefix("r#");
        let raw = behind.is_some_and(|it| it.starts_with(is_name_part)) && self.cursor.eat("r#");
        let mut name = self.cursor.take_while(is_name_part).to_owned();
        if raw {
            return name;
        }
        let mut hyphens = false;
        while self.cursor.rest().starts_with('-')
            && self.cursor.rest().chars().nth(1).is_some_and(is_name_part)
        {
            self.cursor.bump();
            name.push('_');
            name.push_str(self.cursor.take_while(is_name_part));
            hyphens = true;
        }
        if hyphens {
            self.fault(start, Fault::Hyphen { instead: name.clone() });
        }
        name
    }

    /// A run of the same kind of nonsense is one problem.
    fn strange(&mut self, first: char) {
        let start = self.cursor.at;
        self.cursor.bump();
        self.cursor.take_while(|it| {
            !it.is_whitespace()
                && !is_name_part(it)
                && !matches!(it, '(' | ')' | '[' | ']' | '{' | '}' | ',' | ':' | '"' | '/')
        });
        self.fault(start, Fault::StrangeCharacter { found: first });
    }
}

fn is_name_start(it: char) -> bool {
    it.is_alphabetic() || it == '_'
}

fn is_name_part(it: char) -> bool {
    it.is_alphanumeric() || it == '_'
}

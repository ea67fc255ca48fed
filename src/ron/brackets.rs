//! Pairs brackets, and says which one is missing where they do not pair.
//!
//! A missing bracket shows only much later, where nothing fits any more; pointing there helps nobody.
//! People indent their files, so the indentation tells which bracket was left open: the one whose line
//! is indented like the line on which things go on without it. Where brackets pair, the indentation is
//! never looked at.

use super::lexer::{Sign, Token};
use super::{Fault, Found, Span};

/// The tokens with every bracket paired: missing ones put in, stray ones left out.
pub(super) fn pair(tokens: Vec<Token>, found: &mut Vec<Found>) -> Vec<Token> {
    if are_paired(&tokens) {
        return tokens;
    }
    let mut pairing = Pairing { found, open: Vec::new(), out: Vec::new(), missing: Vec::new() };
    let next = tokens.iter().skip(1).map(Some).chain([None]);
    for (token, next) in tokens.iter().zip(next) {
        pairing.take(token, next);
    }
    while let Some(opening) = pairing.open.pop() {
        pairing.leave_open(&opening);
    }
    pairing.finish()
}

const fn closing(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

fn are_paired(tokens: &[Token]) -> bool {
    let mut open = Vec::new();
    for token in tokens {
        match token.sign {
            Sign::Open(it) => open.push(closing(it)),
            Sign::Close(it) if open.pop() != Some(it) => return false,
            Sign::Close(_)
            | Sign::Comma
            | Sign::Colon
            | Sign::Name(_)
            | Sign::Number(_)
            | Sign::Text(_) => {}
        }
    }
    open.is_empty()
}

/// An opening bracket that waits for its closing one.
#[derive(Debug, Clone, Copy)]
struct Opening {
    bracket: char,
    span: Span,
    line: usize,
    indent: usize,
    /// Whether it holds values without names: a list, or a tuple of numbers.
    nameless: bool,
    /// Whether it is the last thing on its line: its closing bracket then begins a line.
    ends_line: bool,
    /// Where the closing bracket belongs if it is missing: the first place that is indented no deeper,
    /// or the first field name where there are none.
    goes_on: Option<usize>,
}

struct Pairing<'f> {
    found: &'f mut Vec<Found>,
    open: Vec<Opening>,
    out: Vec<Token>,
    /// Closing brackets to put in: before which token of `out`, and which.
    missing: Vec<(usize, char)>,
}

impl Pairing<'_> {
    fn take(&mut self, token: &Token, next: Option<&Token>) {
        if let Sign::Close(close) = token.sign {
            self.close(token, close);
            return;
        }
        self.note_where_it_goes_on(token, next);
        if let Sign::Open(bracket) = token.sign {
            let numbers = next.is_some_and(|it| matches!(it.sign, Sign::Number(_)));
            let nameless = bracket == '[' || (bracket == '(' && numbers);
            let ends_line = next.is_none_or(|it| it.line > token.line);
            let Token { span, line, indent, .. } = *token;
            self.open.push(Opening {
                bracket,
                span,
                line,
                indent,
                nameless,
                ends_line,
                goes_on: None,
            });
        }
        self.out.push(token.clone());
    }

    fn note_where_it_goes_on(&mut self, token: &Token, next: Option<&Token>) {
        let here = self.out.len();
        let Some(top) = self.open.last_mut() else { return };
        let is_field =
            matches!(token.sign, Sign::Name(_)) && next.is_some_and(|it| it.sign == Sign::Colon);
        let begins_line = token.leads && token.line > top.line && token.sign != Sign::Comma;
        if (begins_line && token.indent <= top.indent) || (top.nameless && is_field) {
            top.goes_on.get_or_insert(here);
        }
    }

    fn close(&mut self, token: &Token, close: char) {
        let Some(at) = self.opening_of(token, close) else {
            self.found.push(Found::error(token.span, Fault::StrayBracket { close }));
            return;
        };
        for inner in self.open.split_off((at + 1).min(self.open.len())).into_iter().rev() {
            self.leave_open(&inner);
        }
        let Some(opening) = self.open.pop() else { return };
        let expected = closing(opening.bracket);
        if expected != close {
            let fault = Fault::WrongBracket { found: close, expected };
            self.found.push(Found::error(token.span, fault));
        }
        self.out.push(Token { sign: Sign::Close(expected), ..token.clone() });
    }

    /// Which of the open brackets a closing one was meant for.
    fn opening_of(&self, token: &Token, close: char) -> Option<usize> {
        let (top, outer) = self.open.split_last()?;
        let last = outer.len();
        let fits = |it: &Opening| closing(it.bracket) == close;
        let aligned = |it: &Opening| token.leads && it.indent == token.indent;
        let outer_aligned = outer.iter().rposition(|it| fits(it) && aligned(it));
        // What went on without it shows that the last bracket was left open before.
        let left_open = fits(top) && top.goes_on.is_some();
        let nameless = outer.iter().rposition(fits).filter(|_| top.nameless);
        let skipped = outer_aligned.filter(|_| !aligned(top)).or(nameless);
        if let Some(at) = skipped.filter(|_| left_open) {
            return Some(at);
        }
        if !token.leads && top.ends_line && token.line > top.line {
            return None;
        }
        let Some(at) = outer_aligned.or(outer.iter().rposition(fits)).filter(|_| !fits(top)) else {
            return Some(last);
        };
        let outer_line = outer.get(at).map_or(0, |it| it.line);
        let same_line = !token.leads && top.line == token.line && outer_line != token.line;
        let swapped = same_line || (aligned(top) && outer_aligned.is_none());
        Some(if swapped { last } else { at })
    }

    fn leave_open(&mut self, opening: &Opening) {
        let close = closing(opening.bracket);
        let fault = Fault::OpenBracket { open: opening.bracket, close };
        self.found.push(Found::error(opening.span, fault));
        self.missing.push((opening.goes_on.unwrap_or(self.out.len()), close));
    }

    /// Puts the missing brackets in; inner ones were noted first and stay first.
    fn finish(mut self) -> Vec<Token> {
        self.missing.sort_by_key(|it| it.0);
        let mut missing = self.missing.into_iter().peekable();
        let mut mended: Vec<Token> = Vec::with_capacity(self.out.len() + missing.len());
        let ends = self.out.into_iter().map(Some).chain([None]).enumerate();
        for (at, token) in ends {
            while let Some((_, close)) = missing.next_if(|it| it.0 == at) {
                let before = mended.last().cloned();
                mended.extend(before.map(|it| missing_after(&it, close)));
            }
            mended.extend(token);
        }
        mended
    }
}

/// A bracket that is missing behind a token.
fn missing_after(token: &Token, close: char) -> Token {
    let sign = Sign::Close(close);
    Token { sign, span: token.span.after(), mended: true, ..token.clone() }
}

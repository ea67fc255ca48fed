//! Texts in quotes, and where they were meant to end.

use super::lexer::Cursor;
use super::{Fault, Found, Span};

/// Whether a text begins here.
pub(super) fn begins(rest: &str) -> bool {
    rest.starts_with(['"', '\'', '“', '”', '„', '«', '»', '‘', '’', '`'])
        || raw_hashes(rest).is_some()
}

/// How many `#` a raw text has: `r"…"`, `r#"…"#`.
fn raw_hashes(rest: &str) -> Option<usize> {
    let behind = rest.strip_prefix('r')?;
    let hashes = behind.len() - behind.trim_start_matches('#').len();
    behind.get(hashes..)?.starts_with('"').then_some(hashes)
}

/// Reads a text: escapes resolved, and a line break with the space around it folded to one space.
pub(super) fn read(cursor: &mut Cursor<'_>, found: &mut Vec<Found>) -> String {
    if let Some(hashes) = raw_hashes(cursor.rest()) {
        return raw(cursor, hashes, found);
    }
    let start = cursor.at;
    if cursor.eat("\"") {
        let inside = Span::new(cursor.at, closing_quote(cursor));
        if inside.end == usize::MAX || runs_on(cursor.text, inside) {
            return unclosed(cursor, start, found);
        }
        if let Some(comma) = swallowed(cursor.text, inside) {
            cursor.at = comma;
            found.push(Found::error(Span::new(start, comma), Fault::OpenText));
            return cursor.text.get(inside.start..comma).unwrap_or_default().to_owned();
        }
        if let Some(end) = quotes_inside(cursor.text, inside) {
            cursor.at = end + 1;
            found.push(Found::error(Span::new(start, end + 1), Fault::QuoteInside));
            return cursor.text.get(inside.start..end).unwrap_or_default().to_owned();
        }
        cursor.at = inside.end + 1;
        return folded(&unescaped(cursor.text, inside, found));
    }
    foreign(cursor, found)
}

/// The byte of the closing quote, or `usize::MAX`.
fn closing_quote(cursor: &Cursor<'_>) -> usize {
    let mut escaped = false;
    for (at, it) in cursor.rest().char_indices() {
        match it {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return cursor.at + at,
            _ => {}
        }
    }
    usize::MAX
}

/// Whether a text over several lines is one that was never closed: then its "end" is the beginning of
/// the next text, and something other than a comma or a bracket follows.
fn runs_on(text: &str, inside: Span) -> bool {
    let broken = text.get(inside.start..inside.end).is_some_and(|it| it.contains('\n'));
    let behind = text.get(inside.end + 1..).unwrap_or_default().trim_start();
    broken && !(behind.is_empty() || behind.starts_with([',', ')', ']', '}', ':', '/', ';']))
}

/// Where a text was meant to end that has swallowed the next field: `"one, short: "two"`.
fn swallowed(text: &str, inside: Span) -> Option<usize> {
    begins_word(text, inside.end + 1).then_some(())?;
    let content = text.get(inside.start..inside.end)?;
    let before_colon = content.trim_end().strip_suffix(':')?;
    let (first, name) = before_colon.rsplit_once(',')?;
    let is_name = |it: char| it.is_ascii_lowercase() || it == '_';
    (!name.trim().is_empty() && name.trim().chars().all(is_name))
        .then_some(inside.start + first.len())
}

/// The last quote of a text that has others inside: `"say "go" now"`.
fn quotes_inside(text: &str, inside: Span) -> Option<usize> {
    begins_word(text, inside.end + 1).then_some(())?;
    let rest = text.get(inside.end + 1..)?.lines().next()?;
    let ends = |(at, _): &(usize, &str)| {
        let behind = rest.get(at + 1..).unwrap_or_default().trim_start();
        behind.is_empty() || behind.starts_with([',', ')', ']', '}'])
    };
    rest.match_indices('"').find(ends).map(|it| inside.end + 1 + it.0)
}

/// Whether a word begins right behind a quote, where a comma or a bracket belongs.
fn begins_word(text: &str, at: usize) -> bool {
    text.get(at..).is_some_and(|it| it.starts_with(char::is_alphanumeric))
}

/// Ends an open text at the end of its line, before the comma and the brackets that close the rest.
fn unclosed(cursor: &mut Cursor<'_>, start: usize, found: &mut Vec<Found>) -> String {
    let line = cursor.take_while(|it| it != '\n');
    let mut content = line.trim_end();
    content = content.strip_suffix(',').unwrap_or(content).trim_end();
    for (open, close) in [('(', ')'), ('[', ']')] {
        while content.ends_with(close)
            && content.matches(close).count() > content.matches(open).count()
        {
            content = content.get(..content.len() - 1).unwrap_or_default().trim_end();
        }
    }
    cursor.at = start + 1 + content.len();
    found.push(Found::error(Span::new(start, cursor.at), Fault::OpenText));
    content.to_owned()
}

fn raw(cursor: &mut Cursor<'_>, hashes: usize, found: &mut Vec<Found>) -> String {
    let start = cursor.at;
    let opening = start + 1 + hashes + 1;
    let end = format!("\"{}", "#".repeat(hashes));
    let Some(length) = cursor.text.get(opening..).and_then(|it| it.find(&end)) else {
        cursor.at = opening;
        return unclosed(cursor, opening - 1, found);
    };
    cursor.at = opening + length + end.len();
    folded(cursor.text.get(opening..opening + length).unwrap_or_default())
}

/// A text in other quotes: read to the quote that ends it, on the same line.
fn foreign(cursor: &mut Cursor<'_>, found: &mut Vec<Found>) -> String {
    let start = cursor.at;
    let Some(quote) = cursor.bump() else { return String::new() };
    let ends = |it: char| match quote {
        '\'' | '`' => it == quote || it == '’',
        '‘' | '’' => matches!(it, '’' | '‘' | '\''),
        _ => matches!(it, '”' | '“' | '"' | '»' | '«'),
    };
    let line = cursor.rest().lines().next().unwrap_or_default();
    let Some(length) = line.find(ends) else {
        let content = unclosed(cursor, start, &mut Vec::new());
        cursor.at = start + quote.len_utf8() + content.len();
        found.push(Found::error(Span::new(start, cursor.at), Fault::WrongQuotes { found: quote }));
        return content;
    };
    let content = line.get(..length).unwrap_or_default().to_owned();
    cursor.at += length;
    cursor.bump();
    found.push(Found::error(Span::new(start, cursor.at), Fault::WrongQuotes { found: quote }));
    content
}

fn unescaped(text: &str, inside: Span, found: &mut Vec<Found>) -> String {
    let mut cursor = Cursor { text: text.get(..inside.end).unwrap_or_default(), at: inside.start };
    let mut content = String::with_capacity(inside.end - inside.start);
    loop {
        content.push_str(cursor.take_while(|it| it != '\\'));
        let start = cursor.at;
        if cursor.bump().is_none() {
            return content;
        }
        if let Some(it) = escape(&mut cursor) {
            content.push(it);
            continue;
        }
        let bad = cursor.text.get(start..cursor.at).unwrap_or_default().to_owned();
        found.push(Found::error(Span::new(start, cursor.at), Fault::BadEscape { found: bad }));
    }
}

/// What an escape behind its backslash stands for.
fn escape(cursor: &mut Cursor<'_>) -> Option<char> {
    match cursor.bump()? {
        '"' => Some('"'),
        '\'' => Some('\''),
        '\\' => Some('\\'),
        'n' => Some('\n'),
        'r' => Some('\r'),
        't' => Some('\t'),
        '0' => Some('\0'),
        'x' => {
            let rest = cursor.rest();
            let code = rest.get(..2).and_then(|it| u8::from_str_radix(it, 16).ok())?;
            cursor.at += 2;
            Some(char::from(code))
        }
        'u' if cursor.eat("{") => {
            let digits = cursor.take_while(|it| it.is_ascii_hexdigit());
            let code = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
            if cursor.eat("}") { code } else { None }
        }
        _ => None,
    }
}

/// A text may run over several lines of the file: a line break and the space around it are one space.
pub(super) fn folded(content: &str) -> String {
    if !content.contains('\n') {
        return content.to_owned();
    }
    let lines = content.lines().map(str::trim).filter(|it| !it.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}

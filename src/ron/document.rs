//! A file that was read: its text, its values, what was wrong, and the way from bytes to lines.

use super::brackets;
use super::bytes;
use super::lexer;
use super::parser;
use super::{Fault, Found, MOST_FOUND, Node, Span};

/// The widest excerpt, in characters.
const WIDEST: usize = 100;

/// A file that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    text: String,
    /// The first byte of every line.
    lines: Vec<usize>,
    root: Option<Node>,
    found: Vec<Found>,
}

/// A place in a file as people count it, from 1; columns are characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// A line of the file, fit to be shown: one character wide each, nothing that moves the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The line's text, or the part of it around the problem.
    pub text: String,
    /// How many characters stand before the problem.
    pub before: usize,
    /// How many characters the problem spans on this line; at least 1.
    pub length: usize,
}

impl Document {
    /// Reads a file, whatever it holds.
    pub fn read(bytes: &[u8]) -> Self {
        match bytes::text(bytes) {
            Ok(text) => Self::of_text(text),
            Err(found) => {
                // Only what can be shown: the start of a text, never a screenful of zeros.
                let readable =
                    matches!(found.what, Fault::NotText | Fault::Conflict | Fault::ZeroTail);
                let text = if readable {
                    String::from_utf8_lossy(bytes).trim_end_matches('\0').to_owned()
                } else {
                    String::new()
                };
                Self { lines: lines(&text), text, root: None, found: vec![found] }
            }
        }
    }

    /// Reads a text that is being written: whatever is wrong with it, the text itself is kept.
    pub fn written(text: &str) -> Self {
        let read = Self::read(text.as_bytes());
        if read.text == text {
            read
        } else {
            Self { lines: lines(text), text: text.to_owned(), ..read }
        }
    }

    /// Reads a file that is text and nothing more: whatever it holds, it has no values.
    pub fn plain(bytes: &[u8]) -> Self {
        match bytes::text(bytes) {
            Ok(text) => {
                Self { lines: lines(text), text: text.to_owned(), root: None, found: Vec::new() }
            }
            Err(_) => Self::read(bytes),
        }
    }

    fn of_text(text: &str) -> Self {
        let mut found = Vec::new();
        let root = lexer::tokens(text, &mut found).and_then(|tokens| {
            let tokens = brackets::pair(tokens, &mut found);
            parser::root(&tokens, text, &mut found)
        });
        found.sort_by_key(|it| it.span);
        let more = found.len().saturating_sub(MOST_FOUND);
        if more > 0 {
            found.truncate(MOST_FOUND);
            let last = found.last().map(|it| it.span).unwrap_or_default();
            found.push(Found::error(last, Fault::Many { more }));
        }
        Self { text: text.to_owned(), lines: lines(text), root, found }
    }

    /// The text; places are bytes of it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The value of the file; nothing when nothing could be made of it.
    pub const fn root(&self) -> Option<&Node> {
        self.root.as_ref()
    }

    /// What is wrong with the text itself, in the order of the file.
    pub fn found(&self) -> &[Found] {
        &self.found
    }

    /// The line and the column of a byte.
    pub fn place(&self, at: usize) -> Place {
        let line = self.lines.partition_point(|it| *it <= at).max(1);
        let start = self.line_start(line);
        let before = self.text.get(start..self.boundary(at)).unwrap_or_default();
        Place { line, column: shown(before).count() + 1 }
    }

    /// The first byte of a place: what [`Self::place`] is asked for, the other way round.
    pub fn byte(&self, place: Place) -> usize {
        let start = self.line_start(place.line);
        let line = self.text.get(start..).unwrap_or_default();
        let shown = line.char_indices().filter(|it| it.1 != '\u{feff}');
        let mut columns = shown.map(|it| it.0).skip(place.column.saturating_sub(1));
        start + columns.next().unwrap_or(line.len())
    }

    /// The line in which a stretch begins, with the stretch marked.
    pub fn excerpt(&self, span: Span) -> Excerpt {
        let place = self.place(span.start);
        let start = self.line_start(place.line);
        let line = self.text.get(start..).unwrap_or_default().lines().next().unwrap_or_default();
        let end = self.boundary(span.end).min(start + line.len());
        let length =
            self.text.get(self.boundary(span.start)..end).map_or(0, |it| shown(it).count()).max(1);
        let before = place.column - 1;
        let total = shown(line).count();
        let wide = total > WIDEST && before > WIDEST * 2 / 3;
        let skip = if wide { before - WIDEST / 3 } else { 0 };
        let mut text: String = shown(line).skip(skip).take(WIDEST).collect();
        if skip > 0 {
            text = format!("…{}", text.chars().skip(1).collect::<String>());
        }
        if total > skip + WIDEST {
            text.push('…');
        }
        let before = before - skip;
        let length = length.min((WIDEST + 1).saturating_sub(before)).max(1);
        Excerpt { text, before, length }
    }

    fn line_start(&self, line: usize) -> usize {
        line.checked_sub(1).and_then(|it| self.lines.get(it)).copied().unwrap_or_default()
    }

    /// The character that a byte belongs to, or the end of the text.
    fn boundary(&self, at: usize) -> usize {
        self.text.floor_char_boundary(at)
    }
}

fn lines(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|it| it.0 + 1)).collect()
}

/// The characters as they are shown: the byte-order mark has no column, and what would move the
/// cursor or turn the writing round is replaced.
fn shown(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|it| *it != '\u{feff}').map(|it| match it {
        '\t' => ' ',
        _ if is_hidden(it) => '\u{fffd}',
        _ => it,
    })
}

/// Whether a character is not seen, moves the cursor or changes the direction of writing: control,
/// zero-width and bidirectional signs (reliability.md 4.7; Unicode Technical Report 36).
pub(crate) fn is_hidden(it: char) -> bool {
    it.is_control()
        || matches!(it,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

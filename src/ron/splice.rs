//! Changing a person's text: what is changed goes, everything else stays byte for byte, comments and
//! the way in which it is laid out included.
//!
//! Each function answers with the places to be changed; [`apply`] changes them. A value that is taken
//! out leaves the comments around it where they are; one that is moved takes those with it that stand
//! on the lines right above it and behind it.

use super::{Field, Node, Span, Value};

/// One place of a text, and what is to stand there instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What goes.
    pub at: Span,
    /// What comes.
    pub with: String,
}

impl Edit {
    fn insert(at: usize, with: String) -> Self {
        Self { at: Span::new(at, at), with }
    }

    fn remove(start: usize, end: usize) -> Self {
        Self { at: Span::new(start, end), with: String::new() }
    }
}

/// Makes the edits, the last one first, so that the places of the others hold; of two at the same
/// place the later one comes behind the earlier. Nothing when a place is none of the text, or two
/// overlap.
pub fn apply(text: &str, mut edits: Vec<Edit>) -> Option<String> {
    let mut text = text.to_owned();
    edits.sort_by_key(|it| it.at);
    let mut behind = text.len();
    for Edit { at, with } in edits.into_iter().rev() {
        let fits = at.start <= at.end && at.end <= behind;
        if !fits || !text.is_char_boundary(at.start) || !text.is_char_boundary(at.end) {
            return None;
        }
        text.replace_range(at.start..at.end, &with);
        behind = at.start;
    }
    Some(text)
}

/// The field of a `( … )`.
pub fn find<'n>(holder: &'n Node, name: &str) -> Option<&'n Field> {
    holder.fields()?.1.iter().find(|it| it.name.value == name)
}

/// The values of a `[ … ]`.
pub fn elements(list: &Node) -> Option<&[Node]> {
    if let Value::List(nodes) = &list.value { Some(nodes) } else { None }
}

/// Gives a field of a `( … )` another value, or adds the field behind the last one.
pub fn set_field(text: &str, holder: &Node, name: &str, value: &str) -> Option<Vec<Edit>> {
    if let Some(field) = find(holder, name) {
        return Some(vec![Edit { at: field.value.span, with: value.to_owned() }]);
    }
    let (brackets, list) = holder.fields()?;
    let row = Row { text, brackets, parts: list.iter().map(part_of).collect() };
    row.insert(list.len(), &format!("{name}: {value}"))
}

/// Takes a field out of a `( … )`; no edits when it is not there.
pub fn remove_field(text: &str, holder: &Node, name: &str) -> Option<Vec<Edit>> {
    let (brackets, list) = holder.fields()?;
    let Some(at) = list.iter().position(|it| it.name.value == name) else {
        return Some(Vec::new());
    };
    Row { text, brackets, parts: list.iter().map(part_of).collect() }.remove(at)
}

/// Puts a value into a `[ … ]` before the one of this index, or behind the last.
pub fn insert(text: &str, list: &Node, at: usize, value: &str) -> Option<Vec<Edit>> {
    row_of(text, list)?.insert(at, value)
}

/// Takes the value of this index out of a `[ … ]`.
pub fn remove(text: &str, list: &Node, at: usize) -> Option<Vec<Edit>> {
    row_of(text, list)?.remove(at)
}

/// Moves a value of one `[ … ]` before a value of another or of the same, or behind its last.
pub fn shift(
    text: &str,
    (from, at): (&Node, usize),
    (to, before): (&Node, usize),
) -> Option<Vec<Edit>> {
    let (from, row) = (row_of(text, from)?, row_of(text, to)?);
    let same = from.brackets == row.brackets;
    if same && (before == at || before == at + 1) {
        return Some(Vec::new());
    }
    let part = *from.parts.get(at)?;
    let chunk = from.chunk(at).filter(|_| row.takes_lines(before));
    let (mut edits, moved) = if let Some(it) = chunk {
        let head = text.get(it.start..part.end)?.to_owned();
        let tail = text.get(from.past_comma(part.end)..it.end)?.to_owned();
        let lines = Edit::remove(line_start(text, it.start), after_line_break(text, it.end));
        (vec![lines], Moved { value: head, tail })
    } else {
        let value = text.get(part.start..part.end)?.to_owned();
        (from.remove(at)?, Moved { value, tail: String::new() })
    };
    // What is the last of its row now must not lose its place by what is taken out before it.
    edits.extend(row.insert_moved(before, &moved, same.then_some(at))?);
    Some(edits)
}

/// A value on its way, and the comment behind it.
struct Moved {
    value: String,
    tail: String,
}

fn part_of(field: &Field) -> Span {
    field.name.span.to(field.value.span)
}

fn row_of<'t>(text: &'t str, list: &Node) -> Option<Row<'t>> {
    let parts = elements(list)?.iter().map(|it| it.span).collect();
    Some(Row { text, brackets: list.span, parts })
}

/// What stands between two brackets, parted by commas.
struct Row<'t> {
    text: &'t str,
    brackets: Span,
    parts: Vec<Span>,
}

impl Row<'_> {
    fn open(&self) -> usize {
        self.brackets.start + 1
    }

    fn close(&self) -> usize {
        self.brackets.end.saturating_sub(1)
    }

    fn line_break(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    /// The place behind the comma that follows a part; that of its end without one.
    fn past_comma(&self, end: usize) -> usize {
        comma(self.text, end, self.close()).unwrap_or(end)
    }

    fn insert(&self, at: usize, part: &str) -> Option<Vec<Edit>> {
        let moved = Moved { value: part.to_owned(), tail: String::new() };
        self.insert_moved(at, &moved, None)
    }

    /// Puts a part before the one of this index. `gone` is a part that is taken out by the same
    /// change: the new one is not put behind it but behind what stands before it.
    fn insert_moved(&self, at: usize, part: &Moved, gone: Option<usize>) -> Option<Vec<Edit>> {
        let mut before = at.min(self.parts.len()).checked_sub(1);
        if gone.is_some() && before == gone {
            before = before.and_then(|it| it.checked_sub(1));
        }
        match before {
            Some(it) => self.insert_behind(*self.parts.get(it)?, part),
            None => self.insert_first(part),
        }
    }

    fn insert_first(&self, part: &Moved) -> Option<Vec<Edit>> {
        let (open, inside) = (self.open(), self.text.get(self.open()..self.close())?);
        let Moved { value, tail } = part;
        let line_break = self.line_break();
        let Some(first) = self.parts.first() else {
            let indent = indent_of(self.text, open);
            let is_one_line = !inside.contains('\n');
            let end = if is_one_line { format!("{line_break}{indent}") } else { String::new() };
            let with = format!("{line_break}{indent}    {value},{tail}{end}");
            // A comment behind the bracket stays on its line.
            let at = end_of_line(inside).map_or(open, |it| open + it);
            return Some(vec![Edit::insert(at, with)]);
        };
        Some(vec![match end_of_line(inside) {
            Some(rest) => {
                let indent = indent_of(self.text, first.start);
                Edit::insert(open + rest, format!("{line_break}{indent}{value},{tail}"))
            }
            None => Edit::insert(first.start, format!("{value}, ")),
        }])
    }

    fn insert_behind(&self, last: Span, part: &Moved) -> Option<Vec<Edit>> {
        let Moved { value, tail } = part;
        let comma = comma(self.text, last.end, self.close());
        let mut edits = Vec::new();
        if comma.is_none() {
            edits.push(Edit::insert(last.end, ",".to_owned()));
        }
        let after = comma.unwrap_or(last.end);
        edits.push(if let Some(rest) = end_of_line(self.text.get(after..self.close())?) {
            let indent = indent_of(self.text, last.start);
            let line_break = self.line_break();
            Edit::insert(after + rest, format!("{line_break}{indent}{value},{tail}"))
        } else {
            let last_comma = if comma.is_some() { "," } else { "" };
            Edit::insert(after, format!(" {value}{last_comma}"))
        });
        Some(edits)
    }

    /// Whether a part that is put before this index comes on lines of its own.
    fn takes_lines(&self, at: usize) -> bool {
        let from = match at.min(self.parts.len()).checked_sub(1).and_then(|it| self.parts.get(it)) {
            Some(it) => self.past_comma(it.end),
            None if self.parts.is_empty() => return true,
            None => self.open(),
        };
        self.text.get(from..self.close()).and_then(end_of_line).is_some()
    }

    /// The whole lines of a part with its comments: those right above it and the one behind it.
    /// Nothing when it shares its lines with others.
    fn chunk(&self, at: usize) -> Option<Span> {
        let part = self.parts.get(at)?;
        let mut start = line_start(self.text, part.start);
        let behind = self.past_comma(part.end);
        let rest = end_of_line(self.text.get(behind..self.close())?)?;
        let between = self.text.get(part.end..behind)?.trim();
        if !is_first(self.text, part.start) || !matches!(between, "" | ",") {
            return None;
        }
        let least =
            at.checked_sub(1).and_then(|it| self.parts.get(it)).map_or(self.open(), |it| it.end);
        while let Some(above) = start.checked_sub(1).map(|it| line_start(self.text, it)) {
            let line = self.text.get(above..start)?;
            if above <= least || !line.trim_start().starts_with("//") {
                break;
            }
            start = above;
        }
        // Its own indentation goes with the place, not with it.
        let indent = self.text.get(start..)?.len() - self.text.get(start..)?.trim_start().len();
        Some(Span::new(start + indent, behind + rest))
    }

    fn remove(&self, at: usize) -> Option<Vec<Edit>> {
        let part = *self.parts.get(at)?;
        let comma = comma(self.text, part.end, self.close());
        let text = self.text;
        let Some(behind) = comma else {
            return Some(vec![self.remove_last(at, part)]);
        };
        let plain = text.get(part.end..behind - 1)?.trim().is_empty();
        if !plain {
            // A comment stands between the value and its comma.
            let after = behind + blanks(text.get(behind..)?);
            return Some(vec![
                Edit::remove(part.start, part.end),
                Edit::remove(behind - 1, if is_first(text, part.start) { behind } else { after }),
            ]);
        }
        let end = behind + blanks(text.get(behind..)?);
        let start = line_start(text, part.start);
        let rest = text.get(end..)?;
        let alone =
            is_first(text, part.start) && (rest.starts_with('\n') || rest.starts_with("\r\n"));
        Some(vec![if alone {
            Edit::remove(start, after_line_break(text, end))
        } else if rest.starts_with(['\n', '\r']) {
            // It closed a line that begins with another: the blank before it goes too.
            Edit::remove(part.start - trailing_blanks(text.get(..part.start)?), behind)
        } else {
            Edit::remove(part.start, end)
        }])
    }

    /// The last part of a row, which has no comma behind it.
    fn remove_last(&self, at: usize, part: Span) -> Edit {
        let text = self.text;
        let before = at.checked_sub(1).and_then(|it| self.parts.get(it));
        let rest = text.get(part.end..).unwrap_or_default();
        if is_first(text, part.start) && end_of_line(rest) == Some(blanks(rest)) {
            let end = part.end + blanks(rest);
            return Edit::remove(line_start(text, part.start), after_line_break(text, end));
        }
        let gap = before.and_then(|it| text.get(it.end..part.start));
        match (before, gap) {
            (Some(it), Some(gap)) if gap.trim() == "," && !gap.contains('\n') => {
                Edit::remove(it.end, part.end)
            }
            _ => Edit::remove(part.start, part.end),
        }
    }
}

/// The place behind the comma that follows a value, comments passed over.
fn comma(text: &str, from: usize, close: usize) -> Option<usize> {
    let mut rest = text.get(from..close)?;
    loop {
        rest = rest.trim_start();
        if let Some(comment) = rest.strip_prefix("//") {
            rest = comment.split_once('\n')?.1;
        } else if rest.starts_with("/*") {
            rest = rest.get(block_comment(rest)?..)?;
        } else {
            return rest.starts_with(',').then(|| close - rest.len() + 1);
        }
    }
}

/// The length of the `/* … */` that a text begins with; they may lie in each other.
fn block_comment(text: &str) -> Option<usize> {
    let (mut depth, mut at) = (0_usize, 0);
    loop {
        let rest = text.get(at..)?;
        if rest.starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if rest.starts_with("*/") {
            (depth, at) = (depth.checked_sub(1)?, at + 2);
            if depth == 0 {
                return Some(at);
            }
        } else {
            at += rest.chars().next()?.len_utf8();
        }
    }
}

/// How far the end of the line is, when nothing but spaces and comments stand before it. A comment
/// that goes on in the next line counts as something else.
fn end_of_line(text: &str) -> Option<usize> {
    let line = text.split_once('\n')?.0;
    let line = line.strip_suffix('\r').unwrap_or(line);
    let mut rest = line.trim_start();
    while rest.starts_with("/*") {
        rest = rest.get(block_comment(rest)?..)?.trim_start();
    }
    (rest.is_empty() || rest.starts_with("//")).then_some(line.len())
}

/// The white space at the start of the line in which a place lies.
pub fn indent_of(text: &str, at: usize) -> &str {
    let line = text.get(line_start(text, at)..at).unwrap_or_default();
    let length = line.len() - line.trim_start().len();
    line.get(..length).unwrap_or_default()
}

/// The first byte of the line in which a place lies.
fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|it| it.rfind('\n')).map_or(0, |it| it + 1)
}

/// Whether nothing but spaces stand before a place on its line.
fn is_first(text: &str, at: usize) -> bool {
    text.get(line_start(text, at)..at).is_some_and(|it| it.trim().is_empty())
}

/// The place behind the line break that stands at a place, if one does.
fn after_line_break(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with('\n')) }
}

/// How many blanks and tabs a text begins with.
fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t']).len()
}

/// How many blanks and tabs a text ends with.
fn trailing_blanks(text: &str) -> usize {
    text.len() - text.trim_end_matches([' ', '\t']).len()
}

/// A text as it is written in a file: in quotes, with what would end it or move the line escaped.
pub fn quoted(text: &str) -> String {
    let mut all = String::with_capacity(text.len() + 2);
    all.push('"');
    for it in text.chars() {
        match it {
            '"' | '\\' => all.extend(['\\', it]),
            '\n' | '\r' | '\t' => all.push(' '),
            it => all.push(it),
        }
    }
    all.push('"');
    all
}

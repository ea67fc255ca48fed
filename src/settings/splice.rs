//! Putting one value into a person's text: what stood in its place goes, everything else stays byte
//! for byte (ruling 18).

use super::Change;
use crate::ron::{Document, Field, Node, Span, Value};

/// Why a value could not be put into the text. It holds for this run all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotPlaced {
    /// The text is broken, or a newer version of the program wrote it.
    #[error("the file cannot be edited")]
    NotEditable,
    /// The text would not say afterwards what it should.
    #[error("the change could not be made safely")]
    NotUnderstood,
}

/// One place of a text, and what is to stand there instead.
struct Edit {
    at: Span,
    with: String,
}

/// The text with one value changed, or added where it is missing.
pub(super) fn put(document: &Document, change: Change) -> Option<String> {
    let text = document.text();
    let (outer, key) = change.place();
    let value = change.value();
    let inner = format!("({key}: {value})");
    let edits = match (document.root(), outer) {
        (None, None) => vec![whole(text, &format!("{key}: {value}"))],
        (None, Some(outer)) => vec![whole(text, &format!("{outer}: {inner}"))],
        (Some(root), None) => in_fields(text, root, key, &value)?,
        (Some(root), Some(outer)) => match find(root, outer) {
            Some(holder) if fields(&holder.value).is_some() => {
                in_fields(text, &holder.value, key, &value)?
            }
            Some(_) | None => in_fields(text, root, outer, &inner)?,
        },
    };
    apply(text, edits)
}

/// A file that says nothing yet, but for comments.
fn whole(text: &str, field: &str) -> Edit {
    let gap = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    let end = Span::new(text.len(), text.len());
    Edit { at: end, with: format!("{gap}(\n    {field},\n)\n") }
}

fn in_fields(text: &str, root: &Node, key: &str, value: &str) -> Option<Vec<Edit>> {
    match find(root, key) {
        Some(field) => Some(vec![Edit { at: field.value.span, with: value.to_owned() }]),
        None => add(text, root, &format!("{key}: {value}")),
    }
}

fn find<'n>(root: &'n Node, key: &str) -> Option<&'n Field> {
    fields(root)?.1.iter().find(|it| it.name.value == key)
}

/// The fields of a value that has some or could have, and the place of its brackets.
fn fields(node: &Node) -> Option<(Span, &[Field])> {
    match &node.value {
        Value::Fields(list) => Some((node.span, list)),
        Value::Tuple(values) if values.is_empty() => Some((node.span, &[])),
        Value::Named(_, body) => fields(body),
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

/// A new field after the last one, in the way in which the others are laid out.
fn add(text: &str, root: &Node, field: &str) -> Option<Vec<Edit>> {
    let (brackets, present) = fields(root)?;
    let (open, close) = (brackets.start + 1, brackets.end.checked_sub(1)?);
    let line_break = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let insert = |at: usize, with: String| Edit { at: Span::new(at, at), with };
    let Some(last) = present.last() else {
        let indent = indent_of(text, open);
        let is_one_line = !text.get(open..close)?.contains('\n');
        let end = if is_one_line { format!("{line_break}{indent}") } else { String::new() };
        return Some(vec![insert(open, format!("{line_break}{indent}    {field},{end}"))]);
    };
    let value_end = last.value.span.end;
    let comma = comma(text, value_end, close);
    let mut edits = Vec::new();
    if comma.is_none() {
        edits.push(insert(value_end, ",".to_owned()));
    }
    let after = comma.unwrap_or(value_end);
    edits.push(if let Some(rest) = end_of_line(text.get(after..close)?) {
        let indent = indent_of(text, last.name.span.start);
        insert(after + rest, format!("{line_break}{indent}{field},"))
    } else {
        let last_comma = if comma.is_some() { "," } else { "" };
        insert(after, format!(" {field}{last_comma}"))
    });
    Some(edits)
}

/// The place behind the comma that follows a value, comments passed over.
fn comma(text: &str, from: usize, close: usize) -> Option<usize> {
    let mut rest = text.get(from..close)?;
    loop {
        rest = rest.trim_start();
        if let Some(comment) = rest.strip_prefix("//") {
            rest = comment.split_once('\n')?.1;
        } else if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/")?.1;
        } else {
            return rest.starts_with(',').then(|| close - rest.len() + 1);
        }
    }
}

/// How far the end of the line is, when nothing but spaces and comments stand before it. A comment
/// that goes on in the next line counts as something else.
fn end_of_line(text: &str) -> Option<usize> {
    let line = text.split_once('\n')?.0;
    let line = line.strip_suffix('\r').unwrap_or(line);
    let mut rest = line.trim_start();
    while let Some(comment) = rest.strip_prefix("/*") {
        rest = comment.split_once("*/")?.1.trim_start();
    }
    (rest.is_empty() || rest.starts_with("//")).then_some(line.len())
}

/// The white space at the start of the line in which a place lies.
fn indent_of(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or_default();
    let line = before.rsplit_once('\n').map_or(before, |it| it.1);
    let length = line.len() - line.trim_start().len();
    line.get(..length).unwrap_or_default()
}

/// Makes the edits, the last one first, so that the places of the others hold; of two at the same
/// place the later one comes behind the earlier.
fn apply(text: &str, mut edits: Vec<Edit>) -> Option<String> {
    let mut text = text.to_owned();
    edits.sort_by_key(|it| it.at);
    for Edit { at, with } in edits.into_iter().rev() {
        if !text.is_char_boundary(at.start) || !text.is_char_boundary(at.end) {
            return None;
        }
        text.replace_range(at.start..at.end, &with);
    }
    Some(text)
}

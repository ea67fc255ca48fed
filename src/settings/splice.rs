//! Putting one value into a person's text: what stood in its place goes, everything else stays byte
//! for byte (ruling 18).

use ron2::ast::{Expr, StructBody, StructField, parse_document};

use super::Change;
use super::read::fields;

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
    start: usize,
    end: usize,
    with: String,
}

/// The text with one value changed, or added where it is missing.
pub(super) fn put(text: &str, change: Change) -> Result<String, NotPlaced> {
    let document = parse_document(text).map_err(|_broken| NotPlaced::NotEditable)?;
    let (outer, key) = change.place();
    let value = change.value();
    let edits = match (&document.value, outer) {
        (None, outer) => {
            let inner = nested(outer, key, &value);
            let gap = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
            let with = format!("{gap}(\n    {inner},\n)\n");
            vec![Edit { start: text.len(), end: text.len(), with }]
        }
        (Some(root), None) => in_fields(text, root, key, &value)?,
        (Some(root), Some(outer)) => match find(root, outer) {
            Some(holder) if fields(&holder.value).is_some() => {
                in_fields(text, &holder.value, key, &value)?
            }
            Some(holder) => vec![instead(&holder.value, format!("({key}: {value})"))],
            None => in_fields(text, root, outer, &format!("({key}: {value})"))?,
        },
    };
    apply(text, edits).ok_or(NotPlaced::NotUnderstood)
}

fn nested(outer: Option<&str>, key: &str, value: &str) -> String {
    match outer {
        Some(outer) => format!("{outer}: ({key}: {value})"),
        None => format!("{key}: {value}"),
    }
}

fn find<'e>(root: &'e Expr<'_>, key: &str) -> Option<&'e StructField<'e>> {
    fields(root)?.iter().find(|it| it.name.name == key)
}

fn in_fields(text: &str, root: &Expr<'_>, key: &str, value: &str) -> Result<Vec<Edit>, NotPlaced> {
    if let Some(field) = find(root, key) {
        return Ok(vec![instead(&field.value, value.to_owned())]);
    }
    add(text, root, &format!("{key}: {value}")).ok_or(NotPlaced::NotUnderstood)
}

fn instead(value: &Expr<'_>, with: String) -> Edit {
    let span = value.span();
    Edit { start: span.start_offset, end: span.end_offset, with }
}

/// Where the brackets of a value with fields are: the end of the opening one, the start of the
/// closing one.
fn brackets(value: &Expr<'_>) -> Option<(usize, usize)> {
    match value {
        Expr::AnonStruct(it) => Some((it.open_paren.end_offset, it.close_paren.start_offset)),
        Expr::Struct(it) => match &it.body {
            Some(StructBody::Fields(it)) => {
                Some((it.open_brace.end_offset, it.close_brace.start_offset))
            }
            Some(StructBody::Tuple(_)) | None => None,
        },
        Expr::Unit(it) => Some((it.span.start_offset + 1, it.span.end_offset.checked_sub(1)?)),
        Expr::Bool(_)
        | Expr::Char(_)
        | Expr::Byte(_)
        | Expr::Number(_)
        | Expr::String(_)
        | Expr::Bytes(_)
        | Expr::Option(_)
        | Expr::Seq(_)
        | Expr::Map(_)
        | Expr::Tuple(_)
        | Expr::Error(_) => None,
    }
}

/// A new field after the last one, in the way in which the others are laid out.
fn add(text: &str, root: &Expr<'_>, field: &str) -> Option<Vec<Edit>> {
    let (open, close) = brackets(root)?;
    let line_break = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let Some(last) = fields(root)?.last() else {
        let indent = indent_of(text, open);
        let on_one_line = !text.get(open..close)?.contains('\n');
        let end = if on_one_line { format!("{line_break}{indent}") } else { String::new() };
        let with = format!("{line_break}{indent}    {field},{end}");
        return Some(vec![Edit { start: open, end: open, with }]);
    };
    let value_end = last.value.span().end_offset;
    let mut edits = Vec::new();
    let after = match &last.comma {
        Some(comma) => comma.end_offset,
        None => {
            edits.push(Edit { start: value_end, end: value_end, with: ",".to_owned() });
            value_end
        }
    };
    let edit = match end_of_line(text.get(after..close)?) {
        Some(rest) => {
            let at = after + rest;
            let with =
                format!("{line_break}{}{field},", indent_of(text, last.name.span.start_offset));
            Edit { start: at, end: at, with }
        }
        None => {
            let comma = if last.comma.is_some() { "," } else { "" };
            Edit { start: after, end: after, with: format!(" {field}{comma}") }
        }
    };
    edits.push(edit);
    Some(edits)
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

/// Makes the edits, the last one first, so that the places of the others hold.
fn apply(text: &str, mut edits: Vec<Edit>) -> Option<String> {
    let mut text = text.to_owned();
    edits.sort_by_key(|it| it.start);
    // Of two at the same place the later one belongs after the earlier.
    for edit in edits.into_iter().rev() {
        if !text.is_char_boundary(edit.start) || !text.is_char_boundary(edit.end) {
            return None;
        }
        text.replace_range(edit.start..edit.end, &edit.with);
    }
    Some(text)
}

//! Putting one value into a person's text: what stood in its place goes, everything else stays byte
//! for byte.

use super::Change;
use crate::ron::splice::{self, Edit};
use crate::ron::{Document, Span};

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

/// The text with one value changed, or added where it is missing.
pub(super) fn put(document: &Document, change: Change) -> Option<String> {
    let text = document.text();
    let (outer, key) = change.place();
    let value = change.value();
    let inner = format!("({key}: {value})");
    let edits = match (document.root(), outer) {
        (None, None) => vec![whole(text, &format!("{key}: {value}"))],
        (None, Some(outer)) => vec![whole(text, &format!("{outer}: {inner}"))],
        (Some(root), None) => splice::set_field(text, root, key, &value)?,
        (Some(root), Some(outer)) => match splice::find(root, outer) {
            Some(holder) if holder.value.fields().is_some() => {
                splice::set_field(text, &holder.value, key, &value)?
            }
            Some(_) | None => splice::set_field(text, root, outer, &inner)?,
        },
    };
    splice::apply(text, edits)
}

/// A file that says nothing yet, but for comments.
fn whole(text: &str, field: &str) -> Edit {
    let gap = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    let end = Span::new(text.len(), text.len());
    Edit { at: end, with: format!("{gap}(\n    {field},\n)\n") }
}

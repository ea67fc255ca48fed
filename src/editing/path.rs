//! A value of a file by the way that leads to it, to be set or taken out.

use crate::ron::splice::{self, Edit};
use crate::ron::{Document, Node};

/// One step on the way to a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Step<'a> {
    /// The field of this name.
    Field(&'a str),
    /// The value of this index in a list.
    At(usize),
}

/// The value at the end of a way.
pub(super) fn get<'n>(root: &'n Node, path: &[Step<'_>]) -> Option<&'n Node> {
    path.iter().try_fold(root, |node, step| match step {
        Step::Field(name) => splice::find(node, name).map(|it| &it.value),
        Step::At(at) => splice::elements(node)?.get(*at),
    })
}

/// The text with another value there, or without it; what is missing on the way is written too, and a
/// list takes a value behind its last. Nothing when the way cannot be gone.
pub(super) fn put(text: &str, path: &[Step<'_>], value: Option<&str>) -> Option<String> {
    let document = Document::read(text.as_bytes());
    let root = document.root()?;
    let edits = edits(text, root, path, value)?;
    splice::apply(text, edits)
}

fn edits(text: &str, node: &Node, path: &[Step<'_>], value: Option<&str>) -> Option<Vec<Edit>> {
    let (first, rest) = path.split_first()?;
    let next = get(node, &[*first]);
    match (next, rest, value) {
        (Some(next), [_, ..], _) => edits(text, next, rest, value),
        (None, [_, ..], None) => Some(Vec::new()),
        (_, _, None) => match first {
            Step::Field(name) => splice::remove_field(text, node, name),
            Step::At(at) => splice::remove(text, node, *at),
        },
        (Some(next), [], Some(value)) => Some(vec![Edit { at: next.span, with: value.to_owned() }]),
        (None, _, Some(value)) => {
            let value = wrapped(rest, value);
            match first {
                Step::Field(name) => splice::set_field(text, node, name, &value),
                Step::At(at) => splice::insert(text, node, *at, &value),
            }
        }
    }
}

/// A value with the fields and lists that lead to it: `(hip: (flex: 12))`.
fn wrapped(path: &[Step<'_>], value: &str) -> String {
    path.iter().rev().fold(value.to_owned(), |value, step| match step {
        Step::Field(name) => format!("({name}: {value})"),
        Step::At(_) => format!("[{value}]"),
    })
}

#[cfg(test)]
mod tests {
    use super::Step::{At, Field};
    use super::*;

    #[test]
    fn a_value_is_set_where_the_way_leads_and_what_is_missing_is_written() {
        let text = "(a: (b: 1 /* one */), list: [2, 3])";
        let set = |path: &[Step<'_>], value| put(text, path, value).unwrap();
        assert_eq!(
            set(&[Field("a"), Field("b")], Some("5")),
            "(a: (b: 5 /* one */), list: [2, 3])"
        );
        assert_eq!(set(&[Field("list"), At(0)], None), "(a: (b: 1 /* one */), list: [3])");
        assert_eq!(
            set(&[Field("left"), Field("hip"), Field("flex")], Some("12")),
            "(a: (b: 1 /* one */), list: [2, 3], left: (hip: (flex: 12)))"
        );
        assert_eq!(
            set(&[Field("more"), At(0)], Some("1")),
            "(a: (b: 1 /* one */), list: [2, 3], more: [1])"
        );
        assert_eq!(set(&[Field("no"), Field("way")], None), text);
    }
}

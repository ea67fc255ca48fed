//! What reading promises of any text: nothing panics, every place lies in the text, and what is accepted
//! is what `ron2` reads too.

use proptest::prelude::*;
use ron2::ast;

use super::quoted::folded;
use super::tests::{SOUND, outline};
use super::{Document, Node, Span, Value};

/// A raw name is the same name: `r#type` is `type`.
fn bare(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

/// The same values as `ron2` reads, numbers as they are written.
fn outline_of_ron2(node: &ast::Expr<'_>) -> String {
    use ast::{Expr, StructBody};
    let tuple = |it: &[ast::TupleElement<'_>]| {
        format!(
            "({})",
            it.iter().map(|it| outline_of_ron2(&it.expr)).collect::<Vec<_>>().join(", ")
        )
    };
    let fields = |it: &[ast::StructField<'_>]| {
        let each =
            it.iter().map(|it| format!("{}: {}", bare(&it.name.name), outline_of_ron2(&it.value)));
        format!("({})", each.collect::<Vec<_>>().join(", "))
    };
    match node {
        Expr::Unit(_) => "()".to_owned(),
        Expr::Bool(it) => it.value.to_string(),
        Expr::Number(it) => it.raw.to_string(),
        Expr::String(it) => format!("{:?}", folded(&it.value)),
        Expr::Option(it) => {
            it.value.as_ref().map_or("None".to_owned(), |it| outline_of_ron2(&it.expr))
        }
        Expr::Seq(it) => {
            let each = it.items.iter().map(|it| outline_of_ron2(&it.expr));
            format!("[{}]", each.collect::<Vec<_>>().join(", "))
        }
        Expr::Map(it) => {
            let each = it
                .entries
                .iter()
                .map(|it| format!("{}: {}", outline_of_ron2(&it.key), outline_of_ron2(&it.value)));
            format!("{{{}}}", each.collect::<Vec<_>>().join(", "))
        }
        Expr::Tuple(it) => tuple(&it.elements),
        Expr::AnonStruct(it) => fields(&it.fields),
        Expr::Struct(it) => match &it.body {
            None => bare(&it.name.name).to_owned(),
            Some(StructBody::Tuple(body)) => {
                format!("{}{}", bare(&it.name.name), tuple(&body.elements))
            }
            Some(StructBody::Fields(body)) => {
                format!("{}{}", bare(&it.name.name), fields(&body.fields))
            }
        },
        Expr::Char(_) | Expr::Byte(_) | Expr::Bytes(_) | Expr::Error(_) => "?".to_owned(),
    }
}

/// What this reader accepts, `ron2` reads as the same.
fn agrees_with_ron2(text: &str) -> Result<(), TestCaseError> {
    let document = Document::read(text.as_bytes());
    if !document.found().is_empty() {
        return Ok(());
    }
    let theirs = ast::parse_document(text.trim_start_matches('\u{feff}'));
    prop_assert!(theirs.is_ok(), "{text:?}: {theirs:?}");
    let theirs = theirs.unwrap().value.map_or("nothing".to_owned(), |it| outline_of_ron2(&it));
    prop_assert_eq!(document.root().map_or("nothing".to_owned(), outline), theirs);
    Ok(())
}

fn is_within(document: &Document, node: &Node, around: Span) -> bool {
    let span = node.span;
    let whole = document.text().get(span.start..span.end).is_some();
    whole && around.start <= span.start && span.end <= around.end && {
        match &node.value {
            Value::Fields(it) => it.iter().all(|it| is_within(document, &it.value, span)),
            Value::Tuple(it) | Value::List(it) => it.iter().all(|it| is_within(document, it, span)),
            Value::Map(it) => it
                .iter()
                .all(|it| is_within(document, &it.0, span) && is_within(document, &it.1, span)),
            Value::Named(_, body) => is_within(document, body, span),
            Value::Name(_)
            | Value::Text(_)
            | Value::Number(_)
            | Value::Bool(_)
            | Value::Nothing
            | Value::Unread => true,
        }
    }
}

/// Pieces that files are made of, and pieces that break them.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec!["(", ")", "[", "]", "{", "}", ",", ":", "\n", " ", "\n  "]),
        3 => prop::sample::select(vec!["a", "level", "\"text\"", "1", "2.5", "true", "None", "Some(", "x_y", "-3"]),
        2 => prop::sample::select(vec![
            "\"", "'", "“", "\\", "//", "/*", "*/", "#", "=", ";", "..", "-", "é", "r#\"", "\u{feff}",
            "\u{202e}", "\0", "1e400", "inf", "3s", "<<<<<<< a\n", "0x", "\\u{", "🦵",
        ]),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|it| it.concat())
}

/// A sound file with a few characters taken out or put in.
fn broken() -> impl Strategy<Value = String> {
    let edit = (any::<prop::sample::Index>(), prop::option::of(pieces()));
    prop::collection::vec(edit, 1..4).prop_map(|edits| {
        let mut chars: Vec<char> = SOUND.chars().collect();
        for (at, piece) in edits {
            let at = at.index(chars.len());
            match piece {
                Some(piece) => drop(chars.splice(at..at, piece.chars().take(6))),
                None => drop(chars.remove(at)),
            }
        }
        chars.into_iter().collect()
    })
}

fn holds(text: &str) -> Result<(), TestCaseError> {
    let document = Document::read(text.as_bytes());
    for found in document.found() {
        prop_assert!(found.span.start <= found.span.end && found.span.end <= text.len().max(1));
        prop_assert!(text.get(found.span.start..found.span.end).is_some(), "{found:?}");
        let excerpt = document.excerpt(found.span);
        let marked = excerpt.before + excerpt.length;
        prop_assert!(marked <= excerpt.text.chars().count() + 1, "{excerpt:?}");
    }
    prop_assert!(document.root().is_some() || !document.found().is_empty());
    if let Some(root) = document.root() {
        prop_assert!(is_within(&document, root, Span::new(0, text.len())), "{document:?}");
    }
    agrees_with_ron2(text)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let document = Document::read(&bytes);
        prop_assert!(document.root().is_some() || !document.found().is_empty());
    }

    #[test]
    fn any_pieces_keep_places_inside_the_text(text in pieces()) {
        holds(&text)?;
    }

    #[test]
    fn any_edit_of_a_sound_file_keeps_places_inside_the_text(text in broken()) {
        holds(&text)?;
    }
}

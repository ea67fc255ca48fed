//! Every kind of file that a person writes, strewn with comments of theirs: one value changes, and every
//! other byte is as it was.

use std::fs;
use std::sync::LazyLock;

use evenhold::ron::{Document, Node, Value, splice};
use proptest::prelude::*;

use super::source_files::{every_file, root};

/// All shipped exercises, routines, movements, poses and rules.
static FILES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folders = ["assets/library", "assets/figure", "assets/rules"];
    let files = folders.iter().flat_map(|it| every_file(&root().join(it)));
    let files = files.filter(|it| it.extension().is_some_and(|it| it == "ron"));
    files.map(|it| fs::read_to_string(it).expect("a text")).collect()
});

/// The text with a comment at the end of some of its lines, in one of several hands.
fn strewn(text: &str, comments: &[(usize, u8)], crlf: bool) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for (at, hand) in comments {
        let count = lines.len().max(1);
        if let Some(line) = lines.get_mut(at % count) {
            // Not into a text that goes on over several lines.
            let quotes = line.matches('"').count() - line.matches("\\\"").count();
            if quotes % 2 == 0 && !line.contains("//") {
                line.push_str(match hand % 4 {
                    0 => " // Anna: \"slower\", (again), [2]",
                    1 => " /* é, ünd 😀 */",
                    2 => " // , : ) ]",
                    _ => "   ",
                });
            }
        }
    }
    lines.join(if crlf { "\r\n" } else { "\n" })
}

/// Every value that stands under a name, with what holds it.
fn values<'n>(node: &'n Node, all: &mut Vec<(&'n Node, &'n str, &'n Node)>) {
    if let Some((_, fields)) = node.fields() {
        for field in fields {
            all.push((node, &field.name.value, &field.value));
            values(&field.value, all);
        }
    } else if let Value::List(nodes) | Value::Tuple(nodes) = &node.value {
        for it in nodes {
            values(it, all);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_value_of_any_file_changes_and_every_other_byte_stays(
        file in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        comments in prop::collection::vec((0..400_usize, any::<u8>()), 0..12),
        crlf in any::<bool>(),
        value in prop::sample::select(vec!["7", "2.5", "\"Anna’s\"", "left", "(a: 1)", "[1, 2]"]),
    ) {
        let file: &String = file.get(&FILES);
        let text = strewn(file, &comments, crlf);
        let document = Document::read(text.as_bytes());
        prop_assert!(document.found().is_empty(), "{:?}\n{text}", document.found());
        let mut all = Vec::new();
        values(document.root().expect("a file of ours has values"), &mut all);
        let (holder, name, old) = *at.get(&all[..]);
        let edits = splice::set_field(&text, holder, name, value).expect("it holds that field");
        let put = splice::apply(&text, edits).expect("places of this text");
        let before = text.get(..old.span.start).expect("a place of this text");
        let behind = text.get(old.span.end..).expect("a place of this text");
        prop_assert_eq!(put, [before, value, behind].concat());
    }

    #[test]
    fn a_value_that_is_new_takes_nothing_away(
        file in any::<prop::sample::Index>(),
        comments in prop::collection::vec((0..400_usize, any::<u8>()), 0..12),
        crlf in any::<bool>(),
    ) {
        let file: &String = file.get(&FILES);
        let text = strewn(file, &comments, crlf);
        let document = Document::read(text.as_bytes());
        let root = document.root().expect("a file of ours has values");
        let edits = splice::set_field(&text, root, "added", "1").expect("it has fields");
        let put = splice::apply(&text, edits).expect("places of this text");
        let again = Document::read(put.as_bytes());
        prop_assert!(again.found().is_empty(), "{:?}\n{put}", again.found());
        // What is there now, without what was added, is what was there.
        let mut left = text.chars();
        let mut next = left.next();
        for it in put.chars() {
            if Some(it) == next {
                next = left.next();
            }
        }
        prop_assert!(next.is_none(), "{put}");
    }
}

//! Two versions of a text side by side, line by line.

use similar::{ChangeTag, TextDiff};

/// The lines around a change that are shown with it.
const AROUND: usize = 2;
/// The most lines that are shown.
const MOST: usize = 200;

/// A line of a difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiffLine {
    /// Whose line it is.
    pub side: DiffSide,
    /// Its number in the version that has it, from 1; nothing for a gap.
    pub number: Option<usize>,
    /// What it says.
    pub text: String,
}

/// Whose line it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiffSide {
    /// Both have it.
    Both,
    /// Only the version before.
    Before,
    /// Only the version after.
    After,
    /// Lines that both have were left out here.
    Gap,
}

impl DiffSide {
    /// The sign before the line, so that colour is not all that tells.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Both => " ",
            Self::Before => "-",
            Self::After => "+",
            Self::Gap => "…",
        }
    }
}

/// The lines that differ, with a few around them.
pub fn difference(before: &str, after: &str) -> Vec<DiffLine> {
    let diff = TextDiff::from_lines(before, after);
    let mut lines = Vec::new();
    for (at, group) in diff.grouped_ops(AROUND).iter().enumerate() {
        if at > 0 {
            lines.push(DiffLine { side: DiffSide::Gap, number: None, text: String::new() });
        }
        for change in group.iter().flat_map(|it| diff.iter_changes(it)) {
            let (side, number) = match change.tag() {
                ChangeTag::Equal => (DiffSide::Both, change.new_index()),
                ChangeTag::Delete => (DiffSide::Before, change.old_index()),
                ChangeTag::Insert => (DiffSide::After, change.new_index()),
            };
            let text = change.value().trim_end_matches(['\n', '\r']).to_owned();
            lines.push(DiffLine { side, number: number.map(|it| it + 1), text });
        }
    }
    lines.truncate(MOST);
    lines
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::difference;

    #[test]
    fn a_difference_shows_what_changed_with_the_lines_around_it() {
        let before = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n";
        let after = before.replace("three", "3").replace("ten\n", "ten\neleven\n");
        let lines = difference(before, &after);
        let drawn = lines.iter().map(|it| {
            let number = it.number.map(|it| it.to_string()).unwrap_or_default();
            format!("{number:>2} {} {}", it.side.sign(), it.text).trim_end().to_owned() + "\n"
        });
        expect![[r#"
             1   one
             2   two
             3 - three
             3 + 3
             4   four
             5   five
               …
             9   nine
            10   ten
            11 + eleven
        "#]]
        .assert_eq(&drawn.collect::<String>());
        assert!(difference(before, before).is_empty());
    }
}

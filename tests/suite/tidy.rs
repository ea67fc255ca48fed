//! The rules of the house that no lint knows: sizes, openings, leftovers, what may be committed.

use std::fs;

use crate::source_files::{self, SourceFile, every_file, name_below, root};

/// No file is longer, its tests included.
const LINES_AT_MOST: usize = 400;

/// What must not stay in a source file, and what to do instead.
const LEFTOVERS: &[(&str, &str)] = &[
    ("dbg!(", "take it out"),
    ("todo!(", "finish it"),
    ("unimplemented!(", "finish it"),
    ("FIXME", "mend it, or write down why it stays"),
    ("TODO", "do it, or write down why not"),
    ("#[allow(", "`#[expect(…, reason = …)]` goes away when it is no longer needed"),
    ("#[ignore", "let it run, or skip it with a printed reason"),
    ("#[should_panic", "assert what comes back"),
];

/// Folders whose names belong to one machine.
const MACHINES: &[&str] = &["/home/", "/root/", "/Users/"];

/// The one file that names what it forbids.
const THIS_FILE: &str = "tests/suite/tidy.rs";

/// Everything in one source file that breaks a rule.
fn offences(file: &SourceFile) -> Vec<String> {
    let SourceFile { name, text } = file;
    let mut found = Vec::new();
    if !text.starts_with("//!") && !text.starts_with("#![doc") {
        found.push(format!("{name}:1: does not open by saying what it is (`//!`)"));
    }
    let length = text.lines().count();
    if length > LINES_AT_MOST {
        found.push(format!("{name}: {length} lines, {LINES_AT_MOST} at most"));
    }
    for (at, line) in text.lines().enumerate() {
        for (leftover, instead) in LEFTOVERS {
            if line.contains(leftover) {
                found.push(format!("{name}:{}: `{leftover}`: {instead}", at + 1));
            }
        }
    }
    found.extend(untidy_text(name, text));
    found
}

/// What makes a text file a nuisance to whoever edits it next.
fn untidy_text(name: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    if text.starts_with('\u{feff}') {
        found.push(format!("{name}:1: begins with a byte order mark"));
    }
    if !text.is_empty() && !text.ends_with('\n') {
        found.push(format!("{name}: does not end with a newline"));
    }
    for (at, line) in text.split('\n').enumerate() {
        if line.ends_with([' ', '\t', '\r']) {
            found.push(format!("{name}:{}: ends with a blank or a carriage return", at + 1));
        }
        if line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") {
            found.push(format!("{name}:{}: an unfinished merge", at + 1));
        }
        for folder in MACHINES.iter().filter(|it| line.contains(**it)) {
            found.push(format!("{name}:{}: a path of one machine: {folder}", at + 1));
        }
    }
    found
}

fn our_sources() -> Vec<SourceFile> {
    let folders = ["src", "tests", "benches", "examples"].into_iter();
    let folders = folders.filter(|it| root().join(it).is_dir());
    let files = folders.flat_map(|folder| {
        let files = source_files::below(folder).into_iter();
        files.map(move |it| SourceFile { name: format!("{folder}/{}", it.name), ..it })
    });
    files.filter(|it| it.name != THIS_FILE).collect()
}

#[test]
fn every_source_file_is_tidy() {
    let found: Vec<_> = our_sources().iter().flat_map(offences).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// What ships inside the program, and the pages of the repository.
#[test]
fn assets_and_pages_are_tidy() {
    let pages =
        ["README.md", "CHANGELOG.md", "CREDITS.md", "src/ARCHITECTURE.md", "dev", ".ci/run"];
    let pages = pages.map(|it| root().join(it));
    let mut found = Vec::new();
    for path in pages.into_iter().chain(every_file(&root().join("assets"))) {
        let name = name_below(root(), &path);
        let bytes = fs::read(&path).unwrap_or_else(|why| panic!("{name}: {why}"));
        let is_text = ["ron", "ftl", "md", "txt", "svg"].iter().any(|it| name.ends_with(it));
        match String::from_utf8(bytes) {
            Ok(text) if is_text || !name.contains('.') => found.extend(untidy_text(&name, &text)),
            Err(_) if is_text => found.push(format!("{name}: is not UTF-8")),
            Ok(_) | Err(_) => {}
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

mod planted {
    use expect_test::{Expect, expect};

    use super::{LINES_AT_MOST, offences};
    use crate::source_files::SourceFile;

    #[track_caller]
    fn check(text: &str, expected: &Expect) {
        let file = SourceFile { name: "a.rs".to_owned(), text: text.to_owned() };
        expected.assert_eq(&offences(&file).join("\n"));
    }

    #[test]
    fn a_file_says_what_it_is() {
        check("//! What it is.\n", &expect![""]);
        check("use std::fmt;\n", &expect!["a.rs:1: does not open by saying what it is (`//!`)"]);
    }

    #[test]
    fn a_file_too_long_is_named() {
        let text = format!("//! Long.\n{}", "//\n".repeat(LINES_AT_MOST));
        check(&text, &expect!["a.rs: 401 lines, 400 at most"]);
    }

    #[test]
    fn leftovers_are_named_with_what_to_do() {
        let text =
            ["//! A.", &["dbg", "!(x);"].concat(), &["// FIX", "ME"].concat(), ""].join("\n");
        check(
            &text,
            &expect![[r#"
            a.rs:2: `dbg!(`: take it out
            a.rs:3: `FIXME`: mend it, or write down why it stays"#]],
        );
    }

    #[test]
    fn stray_blanks_merges_and_machine_paths_are_named() {
        let text = ["//! A. ", "\r", &["<<<<<<", "< main"].concat(), &["// /ho", "me/x"].concat()];
        check(
            &text.join("\n"),
            &expect![[r#"
            a.rs: does not end with a newline
            a.rs:1: ends with a blank or a carriage return
            a.rs:2: ends with a blank or a carriage return
            a.rs:3: an unfinished merge
            a.rs:4: a path of one machine: /home/"#]],
        );
    }
}

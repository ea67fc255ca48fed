//! Pages of knowledge that a person wrote.

use expect_test::{Expect, expect};

use super::{load, reports};

#[track_caller]
fn page(text: &str, expected: &Expect) {
    expected.assert_eq(&reports(&load("articles/stairs.md", text.as_bytes())));
}

#[test]
fn a_page_without_its_fields() {
    page(
        "# Stairs\n",
        &expect![[r#"
        articles/stairs.md:1:1: error: the page does not open with its title and summary (expected `---`, a line `title: …`, a line `summary: …`, and `---` again)
            1 | # Stairs
              | ^
    "#]],
    );
    page(
        "---\ntitle: Stairs\nauthor: me\n---\n",
        &expect![[r#"
            articles/stairs.md:1:1: error: `summary` is missing (expected `summary: …`)
                1 | ---
                  | ^^^
            articles/stairs.md:3:1: error: there is no field `author` here (expected one of `title`, `summary`, `exercises`, `checks`, `figures`)
                3 | author: me
                  | ^^^^^^^^^^
            articles/stairs.md:5:1: error: there is no text below the title and summary (expected at least a paragraph)
        "#]],
    );
    page(
        "---\ntitle: Stairs\nsummary: Up.\nchecks: gait\n---\nUp.\n",
        &expect![[r#"
        articles/stairs.md:4:1: error: `checks` is not a list (expected `checks: [one, another]`)
            4 | checks: gait
              | ^^^^^^^^^^^^
    "#]],
    );
}

#[test]
fn two_headings_with_one_anchor() {
    page(
        "---\ntitle: T\nsummary: S\n---\n## A {#a}\nx\n## B {#a}\n",
        &expect![[r#"
        articles/stairs.md:7:1: error: `a` is the anchor of another heading already (expected each anchor once)
            7 | ## B {#a}
              | ^^^^^^^^^
    "#]],
    );
}

#[test]
fn a_link_or_picture_that_leads_nowhere() {
    page(
        "---\ntitle: T\nsummary: S\n---\n[a](exercise:clams), [b](https://example.org)\n\n![c](figure:clam-9)\n",
        &expect![[r#"
            articles/stairs.md:5:5: warning: `exercise:clams` leads nowhere (expected `article:`, `exercise:`, `check:` or `figure:` with the name of one that is there)
                5 | [a](exercise:clams), [b](https://example.org)
                  |     ^^^^^^^^^^^^^^
            articles/stairs.md:5:26: warning: `https://example.org` leads nowhere (expected `article:`, `exercise:`, `check:` or `figure:` with the name of one that is there)
                5 | [a](exercise:clams), [b](https://example.org)
                  |                          ^^^^^^^^^^^^^^^^^^^
            articles/stairs.md:7:6: warning: `figure:clam-9` leads nowhere (expected `article:`, `exercise:`, `check:` or `figure:` with the name of one that is there)
                7 | ![c](figure:clam-9)
                  |      ^^^^^^^^^^^^^
        "#]],
    );
}

#[test]
fn a_page_that_is_no_text() {
    expect![[r#"
        articles/stairs.md:1:4: error: this is not UTF-8 text (expected UTF-8: choose that encoding when you save the file)
            1 | ---��---
              |    ^
    "#]].assert_eq(&reports(&load("articles/stairs.md", b"---\xff\xfe---")));
    expect![[r#"
        articles/My Stairs.md:1:1: error: `My Stairs` cannot be an id (expected 1 to 64 small letters, digits and hyphens)
            1 | ---
              | ^
    "#]].assert_eq(&reports(&load("articles/My Stairs.md", b"---\ntitle: a\nsummary: b\n---\nc")));
}

//! How pages are read, and what is said about those that cannot be.

use expect_test::{Expect, expect};

use super::*;
use crate::library::{Library, Own};

/// A person's page over the shipped ones: its parts, then its problems.
#[expect(clippy::needless_pass_by_value, reason = "a test reads better without a reference")]
#[track_caller]
fn check(text: &str, expected: Expect) {
    let files = [("articles/mine.md".to_owned(), text.as_bytes().to_vec())];
    let loaded = Library::load(files);
    let mut lines = Vec::new();
    if let Some(it) = loaded.library.article("mine") {
        lines.push(format!("{} | {}", it.title, it.summary));
        for section in &it.sections {
            let (depth, heading) = (section.depth, &section.heading);
            lines.push(format!("{depth} {heading} {:?}", section.anchors));
            lines.extend(section.parts.iter().map(|it| format!("  {it:?}")));
        }
    }
    lines.extend(loaded.problems.iter().map(|it| {
        let (line, column) = (it.start.line, it.start.column);
        format!("{}:{line}:{column} {:?} {:?}", it.file, it.severity, it.what)
    }));
    expected.assert_eq(&lines.join("\n"));
}

#[test]
fn a_page_is_read_section_by_section() {
    check(
        "---\ntitle: Mine\nsummary: About it.\nexercises: [clam]\n---\n\n# Mine\n\nBefore.\n\n\
         ## One {#a #b}\n\nText with [a link](exercise:clam).\nMore.\n\n\
         ![A picture](figure:clam-3)\n\nAfter it.\n\n### Two\n\n- a\n- b\n",
        expect![[r#"
            Mine | About it.
            2  []
              Text("Before.")
            2 One ["a", "b"]
              Text("Text with [a link](exercise:clam).\nMore.")
              Figure { figure: "clam-3", caption: "A picture" }
              Text("After it.")
            3 Two []
              Text("- a\n- b")"#]],
    );
}

#[test]
fn what_stands_in_code_is_no_heading() {
    check(
        "---\ntitle: T\nsummary: S\n---\n```\n# no\n[x](y)\n```\n",
        expect![[r#"
        T | S
        2  []
          Text("```\n# no\n[x](y)\n```")"#]],
    );
}

#[test]
fn a_page_that_cannot_be_read_is_left_out_and_reported() {
    check("# Only a heading\n", expect!["articles/mine.md:1:1 Error Article(NoFront)"]);
    check(
        "---\ntitle: T\nauthor: me\n---\n",
        expect![[r#"
            articles/mine.md:1:1 Error Article(MissingField { name: "summary" })
            articles/mine.md:3:1 Error Article(UnknownField { found: "author" })
            articles/mine.md:5:1 Error Article(NoText)"#]],
    );
    check(
        "---\ntitle: T\nsummary: S\nchecks: prone\n---\nText\n",
        expect![[r#"articles/mine.md:4:1 Error Article(NotAList { name: "checks" })"#]],
    );
    check(
        "---\ntitle: T\nsummary: S\n---\n## A {#a}\nx\n## B {#a}\n",
        expect![[r#"articles/mine.md:7:1 Error Article(RepeatedAnchor { anchor: "a" })"#]],
    );
    check(
        "---\ntitle: T\nsummary: S\n---\nHid\u{202e}den\n",
        expect!["articles/mine.md:5:4 Error HiddenCharacter { code: 8238 }"],
    );
}

#[test]
fn a_link_that_leads_nowhere_is_reported_and_the_page_is_shown() {
    check(
        "---\ntitle: T\nsummary: S\n---\n[a](exercise:clams) and [b](https://example.org)\n",
        expect![[r#"
            T | S
            2  []
              Text("[a](exercise:clams) and [b](https://example.org)")
            articles/mine.md:5:5 Warning Article(UnknownTarget { target: "exercise:clams" })
            articles/mine.md:5:29 Warning Article(UnknownTarget { target: "https://example.org" })"#]],
    );
}

#[test]
fn a_page_of_the_same_name_replaces_the_shipped_one() {
    let page = "---\ntitle: Mine\nsummary: S\n---\nText\n";
    let files = [("x/articles/causes.md".to_owned(), page.as_bytes().to_vec())];
    let loaded = Library::load(files);
    assert_eq!(loaded.library.article("causes").unwrap().title, "Mine");
    assert_eq!(loaded.library.own_articles.get("causes"), Some(&Own::Replaced));
    assert_eq!(loaded.library.articles.len(), Library::shipped().articles.len());
    // A link of a shipped page into the old one may now lead nowhere; that is no problem of anyone's.
    assert_eq!(loaded.problems, []);
}

#[test]
fn every_shipped_page_is_whole_and_every_link_leads_somewhere() {
    let library = Library::shipped();
    let names: Vec<_> = library.articles.iter().map(|it| it.slug.as_str()).collect();
    expect!["what-it-is anatomy causes symptoms checks what-helps how-to-train posture-and-habits see-a-professional questions band-safety evidence about"].assert_eq(&names.join(" "));
    for article in &library.articles {
        for target in article.targets() {
            let link = Link::read(target).unwrap_or_else(|| panic!("{}: {target}", article.slug));
            assert!(link.resolves(&library), "{}: {target}", article.slug);
        }
    }
}

#[test]
fn no_page_makes_the_reader_fail() {
    proptest::proptest!(|(body in "(---\n)?[a-z#`!\\[\\](){}: \n-]{0,200}(\n---\n)?.{0,40}")| {
        let files = [("articles/mine.md".to_owned(), body.clone().into_bytes())];
        let loaded = Library::load(files);
        proptest::prop_assert!(
            loaded.library.article("mine").is_some() || !loaded.problems.is_empty(), "{body:?}"
        );
    });
}

#[test]
fn the_example_of_the_description_can_be_used() {
    let format = include_str!("../../../assets/library/FORMAT.md");
    let page = format.split_once("```md\n").unwrap().1.split("```").next().unwrap();
    let files = [("articles/stairs.md".to_owned(), page.as_bytes().to_vec())];
    let loaded = Library::load(files);
    assert_eq!(loaded.problems, []);
    assert_eq!(loaded.library.own_articles.get("stairs"), Some(&Own::Added));
    assert_eq!(loaded.library.article("stairs").unwrap().section_of("up"), Some(0));
}

#[test]
fn a_page_links_to_a_check_of_ones_own() {
    let check = include_str!("../../../assets/library/checks/supine.ron");
    let check = check.replacen("id: \"supine\"", "id: \"lounging\"", 1);
    let page = |target: &str| format!("---\ntitle: T\nsummary: S\n---\n[look](check:{target})\n");
    for (target, problems) in [("lounging", 0), ("supine", 0), ("sprawling", 1)] {
        let files = [
            ("checks/lounging.ron".to_owned(), check.clone().into_bytes()),
            ("articles/mine.md".to_owned(), page(target).into_bytes()),
        ];
        let loaded = Library::load(files);
        assert_eq!(loaded.problems.len(), problems, "{target}: {:?}", loaded.problems);
    }
}

//! What reading promises: a slip costs only itself and is named where it was made.

use std::fmt::Write as _;

use expect_test::{Expect, expect};

use super::{Document, Fault, Node, Value};

/// The problems, each with its place and what it marks, and the values that were read.
#[track_caller]
fn check(text: &str, expected: &Expect) {
    let document = Document::read(text.as_bytes());
    let mut seen = String::new();
    for found in document.found() {
        let place = document.place(found.span.start);
        let marked = text.get(found.span.start..found.span.end).unwrap_or("?");
        writeln!(seen, "{}:{} {marked:?} {:?}", place.line, place.column, found.what).unwrap();
    }
    seen += &document.root().map_or("nothing".to_owned(), outline);
    expected.assert_eq(&seen);
}

pub(super) fn outline(node: &Node) -> String {
    let list = |nodes: &[Node]| nodes.iter().map(outline).collect::<Vec<_>>().join(", ");
    match &node.value {
        Value::Fields(fields) => {
            let fields: Vec<_> = fields
                .iter()
                .map(|it| format!("{}: {}", it.name.value, outline(&it.value)))
                .collect();
            format!("({})", fields.join(", "))
        }
        Value::Tuple(nodes) => format!("({})", list(nodes)),
        Value::List(nodes) => format!("[{}]", list(nodes)),
        Value::Map(entries) => {
            let entries: Vec<_> = entries
                .iter()
                .map(|it| format!("{}: {}", outline(&it.0), outline(&it.1)))
                .collect();
            format!("{{{}}}", entries.join(", "))
        }
        Value::Named(name, body) => format!("{}{}", name.value, outline(body)),
        Value::Name(it) | Value::Number(it) => it.clone(),
        Value::Text(it) => format!("{it:?}"),
        Value::Bool(it) => it.to_string(),
        Value::Nothing => "None".to_owned(),
        Value::Unread => "?".to_owned(),
    }
}

/// A file with every shape, and slips that a person makes: the text, and what stands there instead.
pub(super) const SOUND: &str = r#"(
  id: "clam",
  muscles: [gluteus, tfl],
  dose: (sets: (2, 3), reps: 10),
  levels: [
    (
      level: 3,
      name: "Light band",
      cues: [
        (id: "one", long: "Press."),
        (id: "two", long: "Open."),
      ],
    ),
    (level: 4, name: "Heavy band"),
  ],
  why: "It works.",
)
"#;

const SLIPS: &[(&str, &str)] = &[
    ("\"clam\",", "\"clam\""),
    ("tfl],", "tfl,"),
    ("tfl],", "tfl"),
    ("tfl],", "tfl),"),
    ("tfl],", "tfl]"),
    ("gluteus, tfl", "gluteus tfl"),
    ("[gluteus", "gluteus"),
    ("(2, 3), ", "(2, 3, "),
    ("reps: 10),", "reps: 10,"),
    ("reps: 10),", "reps: 10],"),
    ("dose: (sets", "dose (sets"),
    ("\"Press.\"),", "\"Press.\","),
    ("\"Open.\"),", "\"Open.\")],"),
    ("      ],\n", ""),
    ("      ],\n", "      ),\n"),
    ("    ),\n", "    \n"),
    ("  ],\n  why", "  why"),
    ("\"Light band\",", "\"Light band,"),
    ("\"It works.\",\n)", "\"It works.\",\n"),
    ("level: 3,", "level = 3;"),
    ("\"Light band\"", "“Light band”"),
    ("\"Light band\"", "'Light band'"),
    ("\"Light band\"", "Light band"),
    ("level: 3,", "level: 3,,"),
    ("level: 3,", "level: 3s,"),
    ("level: 3,", "# three\nlevel: 3,"),
    ("tfl]", "t-f-l]"),
    ("(2, 3)", "2..3"),
    ("(2, 3)", "2-3"),
    ("\"Heavy band\")", "\"Heavy \\band\")"),
    ("id: \"one\"", "\"id\": \"one\""),
    ("(level: 4, name: \"Heavy band\"),", "level: 4, name: \"Heavy band\","),
];

/// Each slip is one problem, or the few it is made of, and the fields around it are still read.
#[test]
fn a_slip_costs_only_itself() {
    for (sound, slip) in SLIPS {
        assert!(SOUND.contains(sound), "{sound:?}");
        let text = SOUND.replacen(sound, slip, 1);
        let document = Document::read(text.as_bytes());
        let found = document.found();
        assert!((1..=3).contains(&found.len()), "{slip:?}: {found:?}");
        let outline = outline(document.root().unwrap());
        let kept =
            ["id: ", "levels: [", "why: \"It works.\""].iter().all(|it| outline.contains(it));
        assert!(kept, "{slip:?}: {found:?}\n{outline}");
    }
}

/// One line per slip: what stands in the file now, and what is said about it.
#[test]
fn every_slip_is_named_where_it_was_made() {
    let mut seen = String::new();
    for (sound, slip) in SLIPS {
        let text = SOUND.replacen(sound, slip, 1);
        let document = Document::read(text.as_bytes());
        let at = text.get(..SOUND.find(sound).unwrap()).unwrap().matches('\n').count() + 1;
        let lines = at..=at + 1 + slip.matches('\n').count();
        let mut said = Vec::new();
        for found in document.found() {
            let line = document.place(found.span.start).line;
            let opening = matches!(found.what, Fault::OpenBracket { .. });
            assert!(opening || lines.contains(&line), "{slip:?} at line {at}: {found:?}");
            let text = text.get(found.span.start..found.span.end).unwrap();
            said.push(format!("{:?} at {text:?} on {line}", found.what));
        }
        writeln!(seen, "{slip:?} on {at}: {}", said.join("; ")).unwrap();
    }
    expect![[r##"
        "\"clam\"" on 2: MissingComma at "" on 2
        "tfl," on 3: OpenBracket { open: '[', close: ']' } at "[" on 3
        "tfl" on 3: OpenBracket { open: '[', close: ']' } at "[" on 3
        "tfl)," on 3: WrongBracket { found: ')', expected: ']' } at ")" on 3
        "tfl]" on 3: MissingComma at "" on 3
        "gluteus tfl" on 3: MissingComma at "" on 3
        "gluteus" on 3: MissingValue { name: Some("tfl") } at "" on 3; StrayBracket { close: ']' } at "]" on 3
        "(2, 3, " on 4: OpenBracket { open: '(', close: ')' } at "(" on 4
        "reps: 10," on 4: OpenBracket { open: '(', close: ')' } at "(" on 4
        "reps: 10]," on 4: WrongBracket { found: ']', expected: ')' } at "]" on 4
        "dose (sets" on 4: MissingColon { name: "dose" } at "dose" on 4
        "\"Press.\"," on 10: OpenBracket { open: '(', close: ')' } at "(" on 10
        "\"Open.\")]," on 11: StrayBracket { close: ']' } at "]" on 11
        "" on 12: OpenBracket { open: '[', close: ']' } at "[" on 9
        "      ),\n" on 12: WrongBracket { found: ')', expected: ']' } at ")" on 12
        "    \n" on 13: OpenBracket { open: '(', close: ')' } at "(" on 6
        "  why" on 15: OpenBracket { open: '[', close: ']' } at "[" on 5
        "\"Light band," on 8: OpenText at "\"Light band" on 8
        "\"It works.\",\n" on 16: OpenBracket { open: '(', close: ')' } at "(" on 1
        "level = 3;" on 7: EqualsSign at "=" on 7; Semicolon at ";" on 7
        "“Light band”" on 8: WrongQuotes { found: '“' } at "“Light band”" on 8
        "'Light band'" on 8: WrongQuotes { found: '\'' } at "'Light band'" on 8
        "Light band" on 8: BareText at "Light band" on 8
        "level: 3,," on 7: ExtraComma at "," on 7
        "level: 3s," on 7: BadNumber { found: "3s" } at "3s" on 7
        "# three\nlevel: 3," on 7: HashComment at "# three" on 7
        "t-f-l]" on 3: Hyphen { instead: "t_f_l" } at "t-f-l" on 3
        "2..3" on 4: RangeSign { low: "2", high: "3" } at "2..3" on 4
        "2-3" on 4: RangeSign { low: "2", high: "3" } at "2-3" on 4
        "\"Heavy \\band\")" on 14: BadEscape { found: "\\b" } at "\\b" on 14
        "\"id\": \"one\"" on 10: QuotedName { name: "id" } at "\"id\"" on 10
        "level: 4, name: \"Heavy band\"," on 14: FieldInList { name: "level" } at "level" on 14
    "##]].assert_eq(&seen);
}

#[test]
fn odd_numbers_are_read_as_far_as_they_go() {
    check(
        "(a: 1e400, b: 12abc, c: 1.5.2, d: 0x, e: +4, f: 1_000, g: -inf, h: NaN, i: 2,5, j: 2..=3, k: .5, l: 3s, m: 2026-11-01)",
        &expect![[r#"
            1:15 "12abc" BadNumber { found: "12abc" }
            1:25 "1.5.2" BadNumber { found: "1.5.2" }
            1:35 "0x" BadNumber { found: "0x" }
            1:76 "2,5" DecimalComma
            1:84 "2..=3" RangeSign { low: "2", high: "3" }
            1:101 "3s" BadNumber { found: "3s" }
            1:108 "2026-11-01" BadNumber { found: "2026-11-01" }
            (a: 1e400, b: 12, c: 1.5, d: 0, e: +4, f: 1_000, g: -inf, h: NaN, i: 2, j: 2, k: .5, l: 3, m: 2026)"#]],
    );
}

#[test]
fn texts_may_run_over_lines_and_hold_escapes() {
    check(
        "(a: \"one\n      two\", b: \"\\\"\\u{e9}\\x41\\\\\", c: r#\"a \"b\" \\n\"#, d: \"\\q \\u{d800} \\xzz\")",
        &expect![[r#"
            2:56 "\\q" BadEscape { found: "\\q" }
            2:59 "\\u{d800}" BadEscape { found: "\\u{d800}" }
            2:68 "\\x" BadEscape { found: "\\x" }
            (a: "one two", b: "\"éA\\", c: "a \"b\" \\n", d: "  zz")"#]],
    );
}

#[test]
fn comments_and_attributes_are_passed_over() {
    check(
        "\u{feff}#![enable(implicit_some)]\n// one\n(a: /* two /* deep */ */ Some(1), b: None, c: Each(2, x), d: {\"k\": 1, n: 2})\n// end",
        &expect![[r#"(a: 1, b: None, c: Each(2, x), d: {"k": 1, n: 2})"#]],
    );
}

#[test]
fn what_is_left_open_at_the_end_is_closed_there() {
    check(
        "(a: [1, (2",
        &expect![[r#"
        1:1 "(" OpenBracket { open: '(', close: ')' }
        1:5 "[" OpenBracket { open: '[', close: ']' }
        1:9 "(" OpenBracket { open: '(', close: ')' }
        (a: [1, (2)])"#]],
    );
    check(
        "(a: \"one",
        &expect![[r#"
        1:1 "(" OpenBracket { open: '(', close: ')' }
        1:5 "\"one" OpenText
        (a: "one")"#]],
    );
    check(
        "(a: 1, /* two",
        &expect![[r#"
        1:1 "(" OpenBracket { open: '(', close: ')' }
        1:8 "/*" OpenComment
        (a: 1)"#]],
    );
}

#[test]
fn other_notations_are_named() {
    check(
        "a: 1\nb: 2\n",
        &expect![[r#"
            1:1 "a" NoBrackets
            nothing"#]],
    );
    check("{\n  \"a\": 1\n}", &expect![[r#"{"a": 1}"#]]);
    check(
        "<!DOCTYPE html><html>",
        &expect![[r#"
        1:1 "" WebPage
        nothing"#]],
    );
    check(
        "(a: 1)\n(b: 2)",
        &expect![[r#"
        2:1 "(" AfterEnd
        (a: 1)"#]],
    );
    check(
        "((((((",
        &expect![[r#"
        1:1 "(" OpenBracket { open: '(', close: ')' }
        1:2 "(" OpenBracket { open: '(', close: ')' }
        1:3 "(" OpenBracket { open: '(', close: ')' }
        1:4 "(" OpenBracket { open: '(', close: ')' }
        1:5 "(" OpenBracket { open: '(', close: ')' }
        1:6 "(" OpenBracket { open: '(', close: ')' }
        (((((())))))"#]],
    );
    check(
        "",
        &expect![[r#"
            1:1 "" NoBytes
            nothing"#]],
    );
    check(
        "  // nothing\n",
        &expect![[r#"
        1:1 "" Empty
        nothing"#]],
    );
}

#[test]
fn files_that_are_no_text_are_named() {
    let what = |bytes: &[u8]| {
        let found = Document::read(bytes).found().to_vec();
        found.into_iter().map(|it| format!("{:?} {:?}", it.what, it.span)).collect::<Vec<_>>()
    };
    let mut utf16 = vec![0xFF, 0xFE];
    utf16.extend("(a: 1)".encode_utf16().flat_map(u16::to_le_bytes));
    let bare: Vec<u8> = "(a: 1)".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let seen = [
        what(&[0; 300]),
        what(b"(a: 1)\0\0\0"),
        what(b"\n<!-- saved from x --><html>"),
        what(&utf16),
        what(&bare),
        what(b"(a: \"caf\xE9\")"),
        what(b"bplist00\xd1\x01"),
        what(b"(a: 1,\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> other\n)"),
        what(&vec![b' '; 256 * 1024 + 1]),
        what("(".repeat(40).as_bytes()),
    ];
    expect![[r#"
        [
            [
                "AllZero Span { start: 0, end: 0 }",
            ],
            [
                "ZeroTail Span { start: 6, end: 9 }",
            ],
            [
                "WebPage Span { start: 0, end: 0 }",
            ],
            [
                "Utf16 Span { start: 0, end: 0 }",
            ],
            [
                "Utf16 Span { start: 0, end: 0 }",
            ],
            [
                "NotText Span { start: 8, end: 9 }",
            ],
            [
                "Placeholder Span { start: 0, end: 0 }",
            ],
            [
                "Conflict Span { start: 7, end: 19 }",
            ],
            [
                "TooLarge { bytes: 262145 } Span { start: 0, end: 0 }",
            ],
            [
                "TooDeep Span { start: 32, end: 33 }",
            ],
        ]
    "#]]
    .assert_debug_eq(&seen);
}

#[test]
fn a_hundred_problems_are_enough() {
    let found = Document::read("(a: 1 = 2),".repeat(400).as_bytes()).found().to_vec();
    assert_eq!(found.len(), super::MOST_FOUND + 1);
    assert!(matches!(found.last().unwrap().what, Fault::Many { more } if more > 100));
}

#[test]
fn places_count_characters_and_excerpts_hide_what_moves_the_cursor() {
    let text = "\u{feff}(\r\n\té: \"a\u{1b}[31mb\u{202e}\" x,\r\n)";
    let document = Document::read(text.as_bytes());
    let at = text.find('x').unwrap();
    let place = document.place(at);
    assert_eq!((place.line, place.column), (2, 16));
    let excerpt = document.excerpt(super::Span::new(at, at + 1));
    assert_eq!(excerpt.text, " é: \"a\u{fffd}[31mb\u{fffd}\" x,");
    assert_eq!((excerpt.before, excerpt.length), (15, 1));
    let long = format!("(a: \"{}\", b: x y)", "m".repeat(1000));
    let document = Document::read(long.as_bytes());
    let at = long.find(" y").unwrap();
    let excerpt = document.excerpt(super::Span::new(at, at + 1));
    assert!(excerpt.text.starts_with("…mm") && excerpt.text.ends_with("b: x y)"));
    assert_eq!(excerpt.text.chars().nth(excerpt.before - 1), Some('x'));
}

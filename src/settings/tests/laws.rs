//! Laws of the settings: whatever is changed, everything around it stays.

use super::*;

fn any_trivia() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "",
        " ",
        "\n",
        "\n    ",
        "// a comment, (volume: 3)\n",
        "/* muted: true */",
        "\t",
        "// über 100 %\n",
        "/* two\n lines */ ",
        "\r\n",
    ]);
    prop::collection::vec(parts, 0..4).prop_map(|it| it.concat())
}

/// A file with every key in any order, any layout, comments everywhere, and keys nobody knows.
fn any_file() -> impl Strategy<Value = Vec<Piece>> {
    const KEYS: [(&str, &str); 9] = [
        ("volume", "31"),
        ("muted", "true"),
        ("sound", "quiet"),
        ("voice", "false"),
        ("theme", "dark"),
        ("text_size", "90"),
        ("reduced_motion", "on"),
        ("week_starts", "sunday"),
        ("unknown_thing", "[1, (a: \"muted: true\")]"),
    ];
    let trivia = prop::collection::vec(any_trivia(), KEYS.len() * 4 + 3);
    (Just(KEYS.to_vec()).prop_shuffle(), trivia, any::<bool>(), any::<bool>()).prop_map(
        |(keys, trivia, gaps_too, last_comma)| {
            let mut trivia = trivia.into_iter();
            let mut around = |text: &str| {
                let space = trivia.next().unwrap_or_default();
                Piece::Around(format!("{space}{text}"))
            };
            let mut pieces = vec![around("(")];
            for (at, (key, text)) in keys.iter().enumerate() {
                let comma = if at > 0 { "," } else { "" };
                pieces.push(Piece::Around(comma.to_owned()));
                pieces.push(around(key));
                pieces.push(around(":"));
                pieces.push(around(""));
                pieces.push(Piece::Value { key, text: (*text).to_owned() });
            }
            if gaps_too {
                pieces.extend(gaps());
            }
            pieces.push(around(if last_comma { "," } else { "" }));
            pieces.push(around(")"));
            pieces.push(around(""));
            pieces
        },
    )
}

fn gaps() -> Vec<Piece> {
    let mut pieces = vec![Piece::Around(",\n gaps: (".to_owned())];
    for gap in Gap::ALL {
        pieces.push(Piece::Around(format!(" {}: ", gap.word())));
        pieces.push(Piece::Value { key: gap.word(), text: "3".to_owned() });
        pieces.push(Piece::Around(", /* x */".to_owned()));
    }
    pieces.push(Piece::Around(") // )\n".to_owned()));
    pieces
}

fn text_of(pieces: &[Piece]) -> String {
    let text = |it: &Piece| match it {
        Piece::Around(text) | Piece::Value { text, .. } => text.clone(),
    };
    pieces.iter().map(text).collect()
}

proptest! {
    /// Every key is there: then the file afterwards is the same pieces with other values.
    #[test]
    fn only_the_changed_values_change(
        mut pieces in any_file(),
        changes in prop::collection::vec(any_change(), 1..12),
    ) {
        let mut file = SettingsFile::read(text_of(&pieces).as_bytes());
        prop_assert!(file.is_editable(), "{:?}\n{}", file.problems(), file.text());
        let has_gaps = pieces.iter().any(|it| matches!(it, Piece::Value { key: "ready", .. }));
        let mut wanted = file.settings().clone();
        for change in changes {
            if matches!(change, Change::Gap(..)) && !has_gaps {
                continue;
            }
            prop_assert_eq!(file.set(change), Ok(()));
            let change = change.in_range();
            wanted.set(change);
            for piece in &mut pieces {
                if let Piece::Value { key, text } = piece && *key == change.place().1 {
                    *text = change.value();
                }
            }
        }
        prop_assert_eq!(file.text(), text_of(&pieces));
        prop_assert_eq!(file.settings(), &wanted);
    }

    /// Keys may be missing: then everything that was there is there afterwards, in its order.
    #[test]
    fn adding_a_value_takes_nothing_away(
        pieces in any_file(),
        keep in prop::collection::vec(any::<bool>(), 9),
        changes in prop::collection::vec(any_change(), 1..12),
    ) {
        let mut kept = keep.iter().copied().cycle();
        let mut old = String::from("(");
        for piece in &pieces {
            if let Piece::Value { key, text } = piece
                && Gap::ALL.iter().all(|it| it.word() != *key)
                && kept.next() == Some(true)
            {
                write!(old, "\n  {key}: {text}, // {key}").expect("a string takes everything");
            }
        }
        old.push_str("\n  // last\n) // done\n");
        let mut file = SettingsFile::read(old.as_bytes());
        let mut wanted = file.settings().clone();
        for change in &changes {
            prop_assert_eq!(file.set(*change), Ok(()), "{}", file.text());
            wanted.set(change.in_range());
        }
        prop_assert_eq!(file.settings(), &wanted);
        // Each old line is still there, but for the value of a key that was changed.
        let mut lines = file.text().lines();
        for line in old.lines() {
            let name = line.trim().split(':').next().unwrap_or_default();
            let same = |it: &&str| {
                **it == *line || (line.contains(": ") && it.trim().starts_with(&format!("{name}:"))
                    && it.rsplit("//").next() == line.rsplit("//").next())
            };
            prop_assert!(lines.any(|it| same(&it)), "{line} is gone from\n{}", file.text());
        }
    }

    /// Whatever stands in the file: reading it ends, and settings come out.
    #[test]
    fn no_text_is_too_strange(text in "[ -~\n]{0,200}|\\((volume|gaps|theme): [(\\[a-z0-9:,/*\")]{0,40}") {
        let mut file = SettingsFile::read(text.as_bytes());
        let before = file.text().to_owned();
        if file.set(Change::Muted(true)).is_err() {
            prop_assert_eq!(file.text(), before);
        }
        prop_assert!(file.settings().muted);
    }
}

//! What the program must not say: words that pass a verdict on a body, and words that belong to
//! professionals alone.
//!
//! Whole words, by who speaks: the program's own voice (sentences, rules, exercises) or knowledge
//! (articles), in which a professional may be said to diagnose and to treat.

use std::fs;

use crate::source_files::{every_file, name_below, root};

/// What nobody says here.
const NEVER: &[&str] = &[
    "fix",
    "fixes",
    "fixing",
    "misaligned",
    "misalignment",
    "weak",
    "weaker",
    "weakest",
    "cure",
    "cures",
    "abnormal",
    "deformed",
    "deformity",
    "crooked",
];

/// What professionals do, and the program does not.
const PROFESSIONAL: &[&str] = &[
    "diagnose",
    "diagnoses",
    "diagnosed",
    "diagnosing",
    "diagnosis",
    "treat",
    "treats",
    "treated",
    "treating",
    "treatment",
];

/// Who may do it.
const PROFESSIONALS: &[&str] = &[
    "physiotherapist",
    "physiotherapists",
    "kinesiologist",
    "kinesiologists",
    "physician",
    "physicians",
    "doctor",
    "doctors",
    "surgeon",
    "surgeons",
    "specialist",
    "specialists",
    "professional",
    "professionals",
];

/// Where these words are meant.
const EXCEPTIONS: &[&str] = &[
    "weaker side",
    "not a diagnosis",
    "no diagnosis",
    "a diagnosis is the business of a professional",
];

#[derive(Clone, Copy, PartialEq)]
enum Voice {
    Program,
    Knowledge,
}

/// Every word of a text that its voice must not use, with the sentence around it.
fn offences(name: &str, text: &str, voice: Voice) -> Vec<String> {
    let mut found = Vec::new();
    for (at, line) in text.lines().enumerate() {
        for sentence in line.split_inclusive(['.', '?', '!', ';']) {
            found.extend(
                words_against(sentence, voice)
                    .into_iter()
                    .map(|word| format!("{name}:{}: “{word}” in “{}”", at + 1, sentence.trim())),
            );
        }
    }
    found
}

fn words_against(sentence: &str, voice: Voice) -> Vec<String> {
    let mut lower = sentence.to_lowercase();
    for exception in EXCEPTIONS {
        lower = lower.replace(exception, "");
    }
    // Whoever does it is named before it: "a doctor can treat", not "treat it like a doctor".
    let (mut professional, mut found) = (false, Vec::new());
    for word in lower.split(|it: char| !it.is_alphabetic()) {
        let allowed = professional && voice == Voice::Knowledge;
        if NEVER.contains(&word) || PROFESSIONAL.contains(&word) && !allowed {
            found.push(word.to_owned());
        }
        professional |= PROFESSIONALS.contains(&word);
    }
    found
}

#[test]
fn no_sentence_rule_exercise_or_article_passes_a_verdict_on_a_body() {
    let folders = [
        ("assets/text", Voice::Program),
        ("assets/rules", Voice::Program),
        ("assets/library", Voice::Program),
        ("assets/articles", Voice::Knowledge),
    ];
    let (mut found, mut files) = (Vec::new(), 0);
    for (folder, voice) in folders {
        for path in every_file(&root().join(folder)) {
            let name = name_below(root(), &path);
            let text = fs::read_to_string(&path).unwrap_or_else(|why| panic!("{name}: {why}"));
            found.extend(offences(&name, &text, voice));
            files += 1;
        }
    }
    assert!(30 < files, "only {files} files were read");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

mod planted {
    use expect_test::{Expect, expect};

    use super::{Voice, offences};

    #[track_caller]
    fn check(voice: Voice, text: &str, expected: &Expect) {
        expected.assert_eq(&offences("it", text, voice).join("\n"));
    }

    #[test]
    fn a_verdict_is_found_in_either_voice() {
        check(
            Voice::Program,
            "a = Fine.\nb = Your hip is Misaligned. Fix it.",
            &expect![[r#"
                it:2: “misaligned” in “b = Your hip is Misaligned.”
                it:2: “fix” in “Fix it.”"#]],
        );
        check(Voice::Knowledge, "The weaker leg.", &expect!["it:1: “weaker” in “The weaker leg.”"]);
    }

    #[test]
    fn only_whole_words_count_and_the_exceptions_are_meant() {
        check(
            Voice::Program,
            "A fixed prefix, and retreat on weak-",
            &expect!["it:1: “weak” in “A fixed prefix, and retreat on weak-”"],
        );
        check(
            Voice::Program,
            "One extra set on the weaker side. An observation, not a diagnosis.",
            &expect![""],
        );
    }

    #[test]
    fn professionals_diagnose_and_treat_and_only_articles_say_so() {
        let said = "A doctor can diagnose it.";
        check(Voice::Knowledge, said, &expect![""]);
        check(Voice::Program, said, &expect!["it:1: “diagnose” in “A doctor can diagnose it.”"]);
        check(
            Voice::Knowledge,
            "Treat it before a doctor does.",
            &expect!["it:1: “treat” in “Treat it before a doctor does.”"],
        );
    }
}

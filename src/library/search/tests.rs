//! What is found for what is typed.

use expect_test::{Expect, expect};

use super::*;

fn index() -> Index {
    let muscle = |it: Muscle| format!("{it:?}").replace("Gluteus", "Gluteus ");
    Index::new(&Library::shipped(), muscle)
}

/// The first six that are found, and how many more.
fn found(index: &Index, query: &str) -> String {
    let hits = index.find(query);
    let mut lines: Vec<_> = hits
        .iter()
        .take(6)
        .map(|it| match it {
            Hit::Exercise(id) => id.clone(),
            Hit::Article { slug, section: None } => format!("{slug}.md"),
            Hit::Article { slug, section: Some(at) } => format!("{slug}.md:{at}"),
        })
        .collect();
    if 6 < hits.len() {
        lines.push(format!("+{}", hits.len() - 6));
    }
    lines.join(" ")
}

#[expect(clippy::needless_pass_by_value, reason = "a test reads better without a reference")]
#[track_caller]
fn check(query: &str, expected: Expect) {
    expected.assert_eq(&found(&index(), query));
}

#[test]
fn nothing_is_found_for_nothing() {
    check("", expect![[""]]);
    check("  ·—!", expect![[""]]);
    check("xylophone", expect![[""]]);
}

#[test]
fn the_beginning_of_a_name_is_enough() {
    check("c", expect!["causes.md checks.md tfl clam what-it-is.md:0 what-helps.md:0 +22"]);
    check(
        "clam",
        expect!["clam what-helps.md:9 what-it-is.md:2 anatomy.md:1 causes.md:2 checks.md:6 +6"],
    );
    check(
        "hip fl",
        expect![
            "hipflexor what-helps.md:2 anatomy.md:0 evidence.md:1 posture-and-habits.md:4 questions.md:0 +17"
        ],
    );
    check(
        "fig",
        expect![
            "fig4 what-helps.md:7 anatomy.md:1 symptoms.md:1 how-to-train.md:1 posture-and-habits.md:8 +5"
        ],
    );
}

#[test]
fn words_may_come_in_any_order_and_in_capitals() {
    check(
        "bird dog",
        expect!["birddog what-helps.md:14 symptoms.md:2 questions.md:3 evidence.md:1 about.md:1"],
    );
    check(
        "DOG bird",
        expect!["birddog what-helps.md:14 symptoms.md:2 questions.md:3 evidence.md:1 about.md:1"],
    );
    check(
        "leg side raise",
        expect![
            "sideraise what-helps.md:10 questions.md:3 posture-and-habits.md:8 anatomy.md:3 evidence.md:1 +5"
        ],
    );
}

#[test]
fn every_word_must_be_found() {
    check("clamshell sitting-room", expect!["what-helps.md:0 about.md:1"]);
}

#[test]
fn a_title_comes_before_a_name_a_muscle_and_a_text() {
    check(
        "causes",
        expect!["causes.md checks.md:1 see-a-professional.md:8 questions.md:0 about.md:4"],
    );
    check("questions", expect!["questions.md checks.md:1 how-to-train.md:5 about.md:0"]);
    check("medius", expect!["clam sideraise bandwalk squat gait balance +5"]);
    check(
        "numb",
        expect![
            "how-to-train.md:3 questions.md:9 gait symptoms.md:3 see-a-professional.md:1 evidence.md"
        ],
    );
}

#[test]
fn a_small_slip_is_forgiven() {
    check(
        "clmashell",
        expect!["clam what-helps.md:9 sideraise what-it-is.md:2 anatomy.md:1 causes.md:2 +6"],
    );
    check("squatt", expect!["squat symptoms.md:5 what-helps.md:16 about.md:1"]);
    check(
        "butterlfy",
        expect!["butterfly what-helps.md:3 straddle anatomy.md:2 causes.md:2 symptoms.md:3 +3"],
    );
    check(
        "straddel",
        expect![
            "straddle what-helps.md:3 butterfly anatomy.md:2 see-a-professional.md:9 questions.md:3"
        ],
    );
    check("xlam", expect![[""]]);
    check("clm", expect![[""]]);
}

#[test]
fn accents_do_not_matter() {
    assert_eq!(
        words("Écarté Straße, l’été ÆØ e\u{301}").collect::<Vec<_>>(),
        ["ecarte", "strasse", "lete", "aeo", "e"]
    );
    check(
        "clám",
        expect!["clam what-helps.md:9 what-it-is.md:2 anatomy.md:1 causes.md:2 checks.md:6 +6"],
    );
}

#[test]
fn whatever_is_found_has_every_word_and_more_letters_never_find_more() {
    let index = index();
    for query in ["stretch hip", "walking band", "buttock cle", "pain groin six"] {
        let mut before = usize::MAX;
        for end in 1..=query.len() {
            let typed = query.get(..end).unwrap();
            let hits = index.find(typed);
            // A word that nothing begins with is taken for a slip, and may find again.
            if typed.ends_with(' ') || hits.is_empty() {
                continue;
            }
            assert!(hits.len() <= before, "{typed}");
            before = hits.len();
        }
    }
}

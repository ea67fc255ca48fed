//! What the checks of the programme would find, were it there.

use super::*;

fn small_programme() -> Programme {
    let long = "A sentence of five words. ".repeat(8);
    let page = format!(
        "---\nexercises: [clam]\nchecks: []\nfigures: []\n---\n# Title\n\n\
         ## Said {{#said #also}}\n\n{long}\n## Hinted {{#hinted}}\n\n![A picture](figure:clam-3)\nA hint.\n"
    );
    Programme {
        exercises: BTreeMap::from([("clam".to_owned(), BTreeSet::from([3]))]),
        checks: BTreeSet::new(),
        routines: BTreeSet::from(["b".to_owned()]),
        figures: BTreeSet::from(["clam-3".to_owned()]),
        pages: BTreeMap::from([("page".to_owned(), Page::read(&page))]),
    }
}

fn check_coverage(ron: &str, expected: &Expect) {
    let coverage = Vec::<Row>::from_ron(ron).expect("the example is RON");
    let (gaps, due) = coverage_gaps(&coverage, &small_programme());
    let gaps = gaps.into_iter().filter(|it| !it.ends_with("not covered")).collect::<Vec<_>>();
    expected.assert_eq(&format!("{}\ndue: {}", gaps.join("\n"), due.join(", ")));
}

#[test]
fn a_row_is_covered_only_by_what_is_there() {
    check_coverage(
        r#"[
            (row: "S-001", covered: article("page", "said")),
            (row: "S-002", covered: article("page", "also")),
            (row: "S-003", covered: article("page", "hinted")),
            (row: "S-004", covered: article("page", "silent")),
            (row: "S-005", covered: exercise("clam", 3)),
            (row: "S-006", covered: exercise("clam", 4)),
            (row: "S-007", covered: routine("b")),
            (row: "S-008", covered: routine("c")),
            (row: "S-009", covered: due("later")),
            (row: "S-075", covered: due("no such row")),
        ]"#,
        &expect![[r#"
            S-003: page#hinted has 2 words
            S-004: no heading page#silent
            S-006: no exercise clam level 4
            S-008: no routine c
            S-075: no row of the checklist
            due: S-009: later, S-075: no such row"#]],
    );
}

#[test]
fn a_row_left_out_is_reported() {
    let (gaps, _) = coverage_gaps(&[], &small_programme());
    assert_eq!(gaps.len(), ROWS);
}

#[test]
fn a_link_must_lead_somewhere_and_be_named() {
    let programme = small_programme();
    let page = Page::read(
        "---\nexercises: [clam]\nchecks: [prone]\nfigures: []\n---\n\
         [a](exercise:clam) [b](exercise:clams) [c](check:prone) [d](check:sitting)\n\
         [e](article:page#said) [f](article:page#silent) [g](article:pages) [h](elsewhere)\n\
         ![i](figure:clam-3) ![j](figure:clam-9)\n",
    );
    let gaps = link_gaps("new", &page, &programme).join("\n");
    expect![[r#"
        new: article:page#silent leads nowhere
        new: article:pages leads nowhere
        new: check:sitting leads nowhere
        new: elsewhere leads nowhere
        new: exercise:clams leads nowhere
        new: figure:clam-9 leads nowhere
        new: `exercises` does not name the links of the page: {"clam", "clams"}
        new: `checks` does not name the links of the page: {"prone", "sitting"}
        new: `figures` does not name the links of the page: {"clam-3", "clam-9"}"#]]
    .assert_eq(&gaps);
}

#[test]
fn only_professionals_diagnose() {
    let text =
        "We fix it! A physiotherapist can diagnose. The app can treat you. Fixed points stay.";
    expect![[r#"
        page: an exclamation mark
        page: `fix` in `we fix it`
        page: `treat` in `the app can treat you`"#]]
    .assert_eq(&loose_words("page", text, true).join("\n"));
    assert_eq!(loose_words("cue", "A physiotherapist can diagnose.", false).len(), 1);
}

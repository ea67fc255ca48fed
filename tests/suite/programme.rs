//! The shipped programme says what it promises: every row of its checklist has a place, every link
//! of its pages leads somewhere, and its words stay calm.

mod finds;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use chrono::DateTime;
use evenhold::coach::{Coach, HealthMessage, Message, PersonPage, Screen};
use evenhold::library::{Exercise, Library, RoutineKind, SelfCheck};
use evenhold::program::Habit;
use evenhold::session::{Conditions, Missing, Plan};
use evenhold::text::Text;
use evenhold::units::{Mss, Now, Tick};
use expect_test::{Expect, expect};
use ron2::FromRon;

use crate::source_files::{every_file, name_below, root};

/// Rows of the checklist: S-001 to S-074.
const ROWS: usize = 74;
/// Words that a heading needs below it to count as covering a row.
const WORDS_AT_LEAST: usize = 40;
/// The self-tests that a page may link to.
const CHECKS: [&str; 4] = ["standing", "gait", "supine", "prone"];
/// Poses that pages show beside the movements of the levels.
const DIAGRAMS: [&str; 6] =
    ["stand", "prone-ir", "prone-er", "supine-rest", "squat-fault", "gait-fault"];
/// Words that promise or judge too much; nobody's voice in the product uses them.
const NEVER: [&str; 8] =
    ["fix", "correct", "misaligned", "wrong", "broken", "weak", "guaranteed", "cure"];
/// What only a professional does, and who that is.
const PROFESSIONAL_ONLY: [&str; 2] = ["diagnose", "treat"];
const PROFESSIONALS: [&str; 4] = ["physiotherapist", "kinesiologist", "physician", "specialist"];

#[derive(FromRon)]
#[ron(deny_unknown_fields)]
struct Row {
    row: String,
    covered: Covered,
}

#[derive(FromRon)]
#[ron(rename_all = "snake_case")]
enum Covered {
    Article(String, String),
    Exercise(String, u8),
    Routine(String),
    Check(String),
    /// A habit that goes with a reminder, by the section that tells more of it.
    Habit(String),
    /// A command of the program.
    Command(String),
    /// A rule of the programme, by its name in the journal.
    Rule(String),
    Screen(String),
    Diary(String, String),
    Due(String),
}

/// The shipped programme, as far as pages point at it.
struct Programme {
    /// Level numbers by exercise.
    exercises: BTreeMap<String, BTreeSet<u8>>,
    routines: BTreeSet<String>,
    /// Those that can be laid out from beginning to end.
    checks: BTreeSet<String>,
    /// What the figure shows: the movements of the levels, and the diagrams.
    figures: BTreeSet<String>,
    pages: BTreeMap<String, Page>,
}

/// One page of the knowledge.
struct Page {
    /// `exercises`, `checks` and `figures` of the front matter.
    lists: BTreeMap<String, BTreeSet<String>>,
    /// Words below each anchored heading, up to the next heading.
    anchors: BTreeMap<String, usize>,
    /// Every target of a link or picture: `exercise:clam`.
    links: BTreeSet<String>,
    /// What stands below the front matter.
    body: String,
}

impl Page {
    fn read(text: &str) -> Self {
        let (front, body) = text
            .strip_prefix("---\n")
            .and_then(|it| it.split_once("\n---\n"))
            .expect("a page opens with its front matter");
        let lists = front.lines().filter_map(|line| {
            let (key, list) = line.split_once(": [")?;
            let items = list.trim_end_matches(']').split(", ").filter(|it| !it.is_empty());
            Some((key.to_owned(), items.map(str::to_owned).collect()))
        });
        let mut anchors = BTreeMap::new();
        for section in format!("\n{body}").split("\n#").skip(1) {
            let (heading, below) = section.split_once('\n').unwrap_or((section, ""));
            let words = words_of(below);
            let named = heading.split_once('{').and_then(|it| it.1.split_once('}'));
            for anchor in named.map_or("", |it| it.0).split_whitespace() {
                anchors.insert(anchor.trim_start_matches('#').to_owned(), words);
            }
        }
        let links = body.split("](").skip(1).filter_map(|it| it.split_once(')'));
        Self {
            lists: lists.collect(),
            anchors,
            links: links.map(|it| it.0.to_owned()).collect(),
            body: body.to_owned(),
        }
    }
}

/// Words of running text: pictures and the targets of links are not counted.
fn words_of(text: &str) -> usize {
    let lines = text.lines().filter(|it| !it.starts_with("!["));
    let words = lines.flat_map(str::split_whitespace);
    words
        .map(|it| it.split("](").next().unwrap_or_default())
        .filter(|it| it.contains(char::is_alphanumeric))
        .count()
}

fn texts_below(folder: &str, ending: &str) -> BTreeMap<String, String> {
    let folder = root().join(folder);
    let files = every_file(&folder).into_iter().filter_map(|path| {
        let name = name_below(&folder, &path).strip_suffix(ending)?.to_owned();
        Some((name, fs::read_to_string(&path).expect("an asset is readable text")))
    });
    files.collect()
}

fn shipped() -> Programme {
    let library = Library::shipped();
    let levels = |it: &Exercise| it.levels.iter().map(|it| it.number).collect();
    let movements = library.exercises.iter().flat_map(|it| &it.levels);
    let movements = movements.filter_map(|it| it.movement.clone());
    let pages = texts_below("assets/articles", ".md").into_iter();
    Programme {
        figures: movements.chain(DIAGRAMS.map(str::to_owned)).collect(),
        exercises: library.exercises.iter().map(|it| (it.id.clone(), levels(it))).collect(),
        checks: library.checks.iter().filter(|it| is_doable(it)).map(|it| it.id.clone()).collect(),
        routines: library.routines.iter().map(|it| it.id.clone()).collect(),
        pages: pages.map(|(slug, text)| (slug, Page::read(&text))).collect(),
    }
}

/// Whether a check can be laid out in each way in which it can be read, and reads something.
fn is_doable(check: &SelfCheck) -> bool {
    check.methods.iter().all(|method| {
        let (method, helper) = (*method, true);
        let conditions =
            Conditions { method, helper, surface: None, footwear: None, hurts: None, stiff: None };
        let plan = Plan::check(check, conditions, Library::shipped().timing);
        plan.is_ok_and(|it| (0..it.steps.len()).any(|at| it.reads(at).is_some()))
    })
}

/// Whether the page of this name, on which a person tells of themselves, opens.
fn opens(page: &str) -> bool {
    let Some(page) = PersonPage::ALL.into_iter().find(|it| it.slug() == page) else { return false };
    let wall = DateTime::parse_from_rfc3339("2027-03-01T12:00:00Z").expect("a moment");
    let tick = Tick { mono: Duration::ZERO, boot: Duration::ZERO, wall };
    let now = Now { tick, zone: "UTC".to_owned() };
    let mut coach = Coach::new(Arc::new(Text::english()), None);
    coach.update(Message::Health(HealthMessage::Open(page)), &now);
    matches!(coach.screen(), Screen::Person(it) if it.page == page)
}

/// What is missing of what should cover a row.
fn missing(covered: &Covered, programme: &Programme) -> Option<String> {
    let unless = |there: bool, missing: String| (!there).then_some(missing);
    match covered {
        Covered::Article(slug, anchor) => {
            match programme.pages.get(slug).and_then(|it| it.anchors.get(anchor)) {
                None => Some(format!("no heading {slug}#{anchor}")),
                Some(words) => {
                    unless(WORDS_AT_LEAST <= *words, format!("{slug}#{anchor} has {words} words"))
                }
            }
        }
        Covered::Exercise(id, level) => unless(
            programme.exercises.get(id).is_some_and(|it| it.contains(level)),
            format!("no exercise {id} level {level}"),
        ),
        Covered::Routine(id) => unless(programme.routines.contains(id), format!("no routine {id}")),
        Covered::Check(id) => {
            unless(programme.checks.contains(id), format!("no check {id} that can be done"))
        }
        Covered::Habit(section) => unless(
            Habit::ALL.iter().any(|it| it.section() == section),
            format!("no habit of {section}"),
        ),
        Covered::Command(name) => unless(
            evenhold::cli::definition().find_subcommand(name).is_some(),
            format!("no command {name}"),
        ),
        Covered::Rule(id) => unless(is_rule(id), format!("no rule {id}")),
        Covered::Screen(page) => unless(opens(page), format!("no page {page} opens")),
        Covered::Diary(name, words) => {
            let diary = root().join(format!("tests/suite/diaries/{name}.txt"));
            let says = fs::read_to_string(diary).is_ok_and(|it| it.contains(words));
            unless(says, format!("the diary {name} does not say “{words}”"))
        }
        Covered::Due(_) => None,
    }
}

/// What is missing from a coverage list, and the features that it names as due.
fn coverage_gaps(coverage: &[Row], programme: &Programme) -> (Vec<String>, Vec<String>) {
    let mut gaps = Vec::new();
    let mut due = Vec::new();
    let mut open: BTreeSet<_> = (1..=ROWS).map(|it| format!("S-{it:03}")).collect();
    let mut known = open.clone();
    for Row { row, covered } in coverage {
        open.remove(row);
        if known.insert(row.clone()) {
            gaps.push(format!("{row}: no row of the checklist"));
        }
        if let Covered::Due(feature) = covered {
            due.push(format!("{row}: {feature}"));
        }
        gaps.extend(missing(covered, programme).map(|it| format!("{row}: {it}")));
    }
    gaps.extend(open.into_iter().map(|row| format!("{row}: not covered")));
    (gaps, due)
}

/// Whether the programme has a rule of this name: its numbers may be missing, its name is known.
fn is_rule(id: &str) -> bool {
    let bare = serde_json::json!({ "subject": "clam", "rule": id });
    let read = serde_json::from_value::<evenhold::program::Proposal>(bare);
    read.map_or_else(|why| !why.to_string().contains("unknown variant"), |_| true)
}

/// Links of one page that lead nowhere, or that its front matter does not name.
fn link_gaps(slug: &str, page: &Page, programme: &Programme) -> Vec<String> {
    let mut gaps = Vec::new();
    let mut linked: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for link in &page.links {
        let (kind, target) = link.split_once(':').unwrap_or(("", link));
        let found = match kind {
            "exercise" => programme.exercises.contains_key(target),
            "check" => CHECKS.contains(&target),
            "article" => {
                let (slug, anchor) = target.split_once('#').unwrap_or((target, ""));
                let page = programme.pages.get(slug);
                page.is_some_and(|it| anchor.is_empty() || it.anchors.contains_key(anchor))
            }
            "figure" => programme.figures.contains(target),
            _ => false,
        };
        if !found {
            gaps.push(format!("{slug}: {link} leads nowhere"));
        }
        linked.entry(kind).or_default().insert(target.to_owned());
    }
    for (list, kind) in [("exercises", "exercise"), ("checks", "check"), ("figures", "figure")] {
        let links = linked.remove(kind).unwrap_or_default();
        if page.lists.get(list) != Some(&links) {
            gaps.push(format!("{slug}: `{list}` does not name the links of the page: {links:?}"));
        }
    }
    gaps
}

/// What a text must not say, sentence by sentence; `knowledge` may tell what professionals do.
fn loose_words(name: &str, text: &str, knowledge: bool) -> Vec<String> {
    let mut found = Vec::new();
    let text = text.replace("![", "[").to_lowercase();
    if text.contains('!') {
        found.push(format!("{name}: an exclamation mark"));
    }
    for sentence in text.split(['.', '!', '\n']) {
        let words: BTreeSet<_> = sentence.split(|it: char| !it.is_alphanumeric()).collect();
        let professional = PROFESSIONALS.iter().any(|it| sentence.contains(it));
        let reserved = PROFESSIONAL_ONLY.iter().filter(|_| !(knowledge && professional));
        let used = NEVER.iter().chain(reserved).filter(|it| words.contains(*it));
        found.extend(used.map(|it| format!("{name}: `{it}` in `{}`", sentence.trim())));
    }
    found
}

#[test]
#[expect(clippy::print_stdout, reason = "the features that are due are shown with the result")]
fn every_row_of_the_checklist_has_its_place() {
    let text = fs::read_to_string(root().join(Path::new("assets/articles/coverage.ron")));
    let text = text.expect("the coverage list is readable");
    let coverage = Vec::<Row>::from_ron(&text).expect("the coverage list is RON");
    let (gaps, due) = coverage_gaps(&coverage, &shipped());
    println!("{ROWS} rows, {} features due:\n{}", due.len(), due.join("\n"));
    assert!(gaps.is_empty(), "{}", gaps.join("\n"));
}

/// Every habit leads to a section of the page about them.
#[test]
fn every_habit_has_its_section() {
    let programme = shipped();
    let page = programme.pages.get("posture-and-habits").expect("the page is there");
    for habit in Habit::ALL {
        assert!(page.anchors.contains_key(habit.section()), "{habit:?}");
    }
}

#[test]
fn every_link_of_a_page_leads_somewhere() {
    let programme = shipped();
    let gaps = programme.pages.iter().flat_map(|(slug, page)| link_gaps(slug, page, &programme));
    let gaps: Vec<_> = gaps.collect();
    assert!(gaps.is_empty(), "{}", gaps.join("\n"));
}

#[test]
fn the_programme_promises_and_judges_nothing() {
    let library = texts_below("assets/library", ".ron").into_iter();
    let mut found: Vec<_> =
        library.flat_map(|(name, text)| loose_words(&name, &text, false)).collect();
    for (slug, page) in shipped().pages {
        found.extend(loose_words(&slug, &page.body, true));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The minutes that a routine may take (domain.md 8 and 9).
fn minutes(id: &str, kind: RoutineKind) -> [u64; 2] {
    match (id, kind) {
        ("full", _) => [35, 45],
        ("a", _) => [20, 22],
        ("b", _) => [18, 20],
        ("short", _) => [8, 10],
        ("stretch", _) => [9, 12],
        (_, RoutineKind::Break) => [1, 3],
        _ => [4, 6],
    }
}

#[test]
fn every_routine_keeps_to_its_minutes() {
    let library = Library::shipped();
    let mut lengths = Vec::new();
    for routine in &library.routines {
        let plan = Plan::new(routine, &library, Missing::default()).expect("it can be laid out");
        let length = plan.length();
        let [least, most] = minutes(&routine.id, routine.kind).map(|it| it * 60);
        assert!((least..=most).contains(&length.as_secs()), "{}: {}", routine.id, Mss(length));
        lengths.push(format!("{} {}", routine.id, Mss(length)));
    }
    expect![[r#"
        full 38:49
        a 21:07
        b 18:17
        short 8:25
        stretch 11:05
        warm-up 5:15
        cool-down 4:20
        break-balance 1:00
        break-fig4 1:10
        break-hipflexor 1:00
        break-reset 1:10
        break-sideraise 1:40
        break-sit-to-stand 1:06
        break-walk 1:40"#]]
    .assert_eq(&lengths.join("\n"));
}

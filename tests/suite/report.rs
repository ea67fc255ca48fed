//! The page for a professional, as text: nothing of it comes from outside, everything that people
//! wrote is escaped, and it says what the journal says.

use chrono::{NaiveDate, Weekday};
use evenhold::figure::Shelf;
use evenhold::history::{Amend, Body, Check, Journal, Reading, Record, RecordId, SessionRecord};
use evenhold::library::Library;
use evenhold::program::FUNCTION;
use evenhold::report::{Choices, Drawn, Notes, Report, html};
use evenhold::text::Text;
use evenhold::ui::theme::{Look, Palette};
use evenhold::units::Sides;
use expect_test::expect;

use super::past::Past;
use super::terminal::Terminal;

/// The last day of every past here.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

fn choices(days: u64, notes: Notes) -> Choices {
    let from = today() - chrono::Days::new(days - 1);
    Choices { from, to: today(), made: today(), week_start: Weekday::Mon, notes }
}

pub(crate) fn page(journal: &Journal, days: u64, notes: Notes) -> String {
    let report = Report::new(journal, choices(days, notes));
    let (library, shelf, text) = (Library::shipped(), Shelf::default(), Text::english());
    html(&report, Drawn { library: &library, shelf: &shelf, text: &text })
}

/// What a reader without eyes for layout gets: the words of the page, a line for each element.
fn words(page: &str) -> String {
    let body = page.split_once("<body>").map_or(page, |it| it.1);
    let mut lines = Vec::new();
    let mut rest = body;
    while let Some((before, after)) = rest.split_once('<') {
        lines.push(before.trim());
        let (tag, after) = after.split_once('>').unwrap_or(("", ""));
        // Numbers along the axes of plots are no words.
        rest = if tag.starts_with("svg") {
            after.split_once("</svg>").map_or("", |it| it.1)
        } else {
            after
        };
    }
    lines.retain(|it| !it.is_empty());
    lines.join("\n")
}

#[test]
fn the_answer_stands_first() {
    let all = words(&page(&Past::journal(12, today(), 7), 84, Notes::None));
    let first = all.split("Exercise by exercise").next().unwrap_or_default();
    expect![[r#"
        Exercise report
        31 Aug 2026 to 22 Nov 2026
        Made on 22 Nov 2026 by Evenhold 0.1.0 from the person's own journal. Everything here was counted by the program or told by the person. It is a record, not a diagnosis.
        At a glance
        Stops and warning signs
        17 Oct 2026
        Worse the morning after this session
        Asked
        3 to 4 days a week
        Session B, 16 ×
        Session A, 13 ×
        Full session, 3 ×
        Short session, 2 ×
        Done
        34 sessions
        7 of 10 weeks reached the target
        693 of 708 planned sets (97 %)
        707 minutes in all
        13 movement breaks
        Pain, 0 to 10
        Before: 3.2 on average, 1 to 5, told 34 of 34 times, from 4.3 in the first third to 2.3 in the last
        After: 2.9 on average, 1 to 5, told 34 of 34 times, from 4.0 in the first third to 2.1 in the last
        Next morning: 2.5 on average, 1 to 4, told 21 of 34 times, from 3.6 in the first third to 1.7 in the last
        The next morning: better 9, same 11, worse 1
        Changed
        Target: 3 days a week from 31 Aug 2026
        Paused 29 Sep 2026 to 4 Oct 2026
        Target: 4 days a week from 12 Oct 2026
        Cross-legged outer-thigh lean: level 2 to 3
        Half-kneeling hip-flexor stretch: level 2 to 3
        Butterfly stretch: level 2 to 3
        and 9 more, in the tables below
        Days with a session, week by week
        days with a session
        target
        7 of 10 weeks reached the target; the fullest had 4 days.
        Pain before, after and the next morning
        before
        after
        next morning
        89 answers, each at its day.
    "#]].assert_eq(first);
}

/// What somebody rated on a day, each activity from 0 to 10.
fn rated(n: u128, date: (i32, u32, u32), ratings: &[(&str, i32)]) -> Record {
    let readings = ratings.iter().map(|(what, rating)| Reading {
        what: (*what).to_owned(),
        side: Sides::Both,
        tenths: Some(rating * 10),
        word: None,
        rejected: false,
        why: None,
    });
    let check = Check { of: FUNCTION.to_owned(), readings: readings.collect(), ..Check::default() };
    let past = Past::journal(1, today(), 7);
    let first = past.records().next().expect("a record").clone();
    let date = NaiveDate::from_ymd_opt(date.0, date.1, date.2).expect("a day");
    Record { id: RecordId::from_u128(n), date, body: Body::Check(check), ..first }
}

/// The part of a page under a heading, as words.
fn part(page: &str, id: &str) -> String {
    let from = page.split_once(&format!("aria-labelledby=\"{id}\"")).expect("the part").1;
    words(&format!("<body><{}", from.split_once("<section").map_or(from, |it| it.0)))
}

const STAIRS: &str = "Stairs <two at a time>";

/// Twelve weeks with three ratings in them, the last of which was mended, and one before.
fn rated_monthly() -> Journal {
    let mut journal = Past::journal(12, today(), 7);
    journal.add(rated(1, (2026, 7, 5), &[(STAIRS, 1), ("Before the period", 9)]));
    journal.add(rated(2, (2026, 9, 6), &[(STAIRS, 4), ("Sitting an hour", 3)]));
    journal.add(rated(3, (2026, 10, 4), &[(STAIRS, 6), ("Sitting an hour", 3)]));
    let wrong = rated(4, (2026, 11, 1), &[(STAIRS, 0)]);
    let mended = rated(4, (2026, 11, 1), &[("Sitting an hour", 5), (STAIRS, 7)]);
    let body = Body::Amend(Amend { with: Box::new(mended.body.clone()) });
    journal.add(wrong);
    journal.add(Record { rev: 2, body, ..mended });
    journal
}

/// The month's ratings of what a person named stand beside their range of motion, each at its day.
#[test]
fn what_a_person_can_do_stands_in_it_with_their_range_of_motion() {
    let journal = rated_monthly();
    let page = page(&journal, 84, Notes::None);
    assert!(!page.contains("<two") && !page.contains("Before the period"));
    expect![[r#"
        What you can do
        Activities that the person named, rated once a month from 0 (not at all) to 10 (without any trouble).
        Stairs &lt;two at a time&gt;
        Sitting an hour
        Date
        Stairs &lt;two at a time&gt;
        Sitting an hour
        6 Sep 2026
        4
        3
        4 Oct 2026
        6
        3
        1 Nov 2026
        7
        5

        Range of motion
        Turning the thigh, lying face down with the knee bent, measured by the person at home: the mean of the readings of a day, with the least and the most. A change under 10° is within what such a reading varies by.
        Turning in, degrees
        Left leg
        Right leg
        Left leg: 52° to 50°, no clear change
        Right leg: 50° to 46°, no clear change
        Turning out, degrees
        Left leg
        Right leg
        Left leg: 25° to 31°, no clear change
        Right leg: 30° to 33°, no clear change
        Date
        Turning in, left leg
        Turning out, left leg
        Turning in, right leg
        Turning out, right leg
        31 Aug 2026
        52° (52–53)
        25° (23–27)
        50° (48–51)
        30° (29–32)
        28 Sep 2026
        52° (52–53)
        27° (26–29)
        49° (47–50)
        31° (30–33)
        26 Oct 2026
        50° (48–51)
        31° (28–33)
        46° (45–47)
        33° (32–35)"#]].assert_eq(&(part(&page, "function") + "\n\n" + &part(&page, "motion")));
    let plot = page.split_once("aria-labelledby=\"function\"").expect("the part").1;
    let plot = plot.split_once("</svg>").expect("its plot").0;
    assert_eq!(plot.matches("<circle").count(), 3, "a point for each rating of the first activity");
}

#[test]
fn ratings_alone_are_a_report_too() {
    let mut journal = Journal::new();
    journal.add(rated(2, (2026, 11, 6), &[("Stairs", 4)]));
    let all = words(&page(&journal, 28, Notes::None));
    assert!(!all.contains("Nothing was recorded") && all.contains("Stairs"), "{all}");
}

#[test]
fn a_journal_without_anything_says_so() {
    expect![[r#"
        Exercise report
        26 Oct 2026 to 22 Nov 2026
        Made on 22 Nov 2026 by Evenhold 0.1.0 from the person's own journal. Everything here was counted by the program or told by the person. It is a record, not a diagnosis.
        Nothing was recorded in this period.
        Range of motion
        No range of motion was measured in this period.
        Notes that the person chose to share
        None was chosen.
        Written by Evenhold on the person's own computer. Nothing of it was sent anywhere."#]].assert_eq(&words(&page(&Journal::new(), 28, Notes::All)));
}

#[test]
fn nothing_is_loaded_from_anywhere_and_nothing_runs() {
    let page = page(&Past::journal(12, today(), 7), 84, Notes::All).to_lowercase();
    for bad in [
        "<script",
        "javascript:",
        "http:",
        "https:",
        "src=",
        "href=",
        "@import",
        "url(",
        "<iframe",
        "<object",
        "<embed",
        "<form",
        " onload",
        " onclick",
        "<link",
        "<base",
    ] {
        assert!(!page.contains(bad), "{bad}");
    }
    assert!(page.contains("default-src 'none'"));
}

/// Names and notes that would break out of the page if they could.
fn hostile() -> Journal {
    let evil = "</style><script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;{$x}";
    let mut journal = Journal::new();
    for record in Past::journal(3, today(), 3).records() {
        let mut record: Record = record.clone();
        match &mut record.body {
            Body::Session(it) | Body::Break(it) => poison(it, evil),
            Body::Check(it) => evil.clone_into(&mut it.note),
            Body::Amend(_)
            | Body::Delete
            | Body::Undelete
            | Body::Morning(_)
            | Body::Target(_)
            | Body::Pause(_)
            | Body::Decision(_)
            | Body::Health(_)
            | Body::Things(_)
            | Body::Plan(_)
            | Body::Unknown(_) => {}
        }
        journal.add(record);
    }
    journal
}

fn poison(it: &mut SessionRecord, evil: &str) {
    evil.clone_into(&mut it.name);
    evil.clone_into(&mut it.note);
    for exercise in &mut it.exercises {
        evil.clone_into(&mut exercise.name);
    }
}

#[test]
fn what_people_wrote_cannot_break_out_of_the_page() {
    let page = page(&hostile(), 21, Notes::All);
    assert!(!page.contains("<script") && !page.contains("<img"), "a tag of theirs is a tag here");
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "and it is shown as written");
    assert!(page.contains("&quot;"), "also in attributes");
    let styles = page.matches("</style>").count();
    assert_eq!(styles, 1);
}

#[test]
fn only_the_chosen_notes_are_in_it() {
    let journal = Past::journal(12, today(), 7);
    let with_note: Vec<_> = journal
        .sessions()
        .into_iter()
        .filter(|it| !it.1.note.is_empty())
        .map(|it| (it.0.id, it.1.note.clone()))
        .collect();
    let [(id, chosen), ..] = with_note.as_slice() else { panic!("no note") };
    let none = page(&journal, 84, Notes::None);
    assert!(!with_note.iter().any(|it| none.contains(&it.1)));
    let one = page(&journal, 84, Notes::Of([*id].into()));
    assert!(one.contains(chosen.as_str()));
    assert_eq!(one.matches("<blockquote>").count(), 1);
    let all = page(&journal, 84, Notes::All);
    assert_eq!(all.matches("<blockquote>").count(), with_note.len());
}

#[test]
fn it_can_be_read_without_seeing_it() {
    let page = page(&Past::journal(12, today(), 7), 84, Notes::All);
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"en\">"), "the language is told");
    assert!(page.contains("<main>") && page.matches("<h1>").count() == 1);
    let pictures = page.matches("<svg").count();
    let named = page.matches("role=\"img\" aria-label=\"").count();
    let hidden = page.matches("aria-hidden=\"true\"").count();
    assert_eq!(pictures, named + hidden, "every picture has a name, or is an ornament");
    assert!(!page.contains("aria-label=\"\""));
    let cells = page.matches("<th ").count();
    assert_eq!(cells, page.matches("scope=\"").count(), "every head says what it heads");
    for section in page.split("aria-labelledby=\"").skip(1) {
        let id = section.split('"').next().unwrap_or_default();
        assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
    }
}

/// The page has colours of its own, because it stands alone; they are the program's.
#[test]
fn the_colours_are_those_of_the_program() {
    let style = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/report/page.css"));
    let (light, rest) = style.split_once("prefers-color-scheme: dark").expect("a dark part");
    let (dark, _) = rest.split_once("* {").expect("then the rest");
    for (part, look) in [(light, Look::Light), (dark, Look::Dark)] {
        let p = Palette::new(look);
        for (name, colour) in [
            ("ground", p.ground),
            ("surface", p.surface),
            ("raised", p.raised),
            ("outline", p.outline),
            ("control", p.control),
            ("text", p.text),
            ("muted", p.muted),
            ("accent", p.accent),
            ("rest", p.rest),
            ("ready", p.ready),
            ("switch", p.switch),
            ("alert", p.alert),
            ("good", p.good),
        ] {
            let [r, g, b, _] = colour.to_array();
            let wanted = format!("--{name}: #{r:02X}{g:02X}{b:02X};");
            assert!(part.contains(&wanted), "{look:?}: {wanted}");
        }
    }
}

#[test]
fn the_command_writes_it_and_leaves_other_files_alone() {
    let terminal = Terminal::new();
    terminal.write("README.txt", "");
    let file = terminal.file("mine.html");
    let name = file.display().to_string();
    let args = ["report", &name, "--to", "2026-11-22", "--notes", "all"];
    let said = terminal.run(&args);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    assert!(said.out.contains("mine.html (0 sessions, no notes)"), "{}", said.out);
    let page = std::fs::read_to_string(&file).expect("a page");
    assert!(page.contains("Nothing was recorded in this period."));
    assert_eq!(terminal.run(&args).status, 0, "a report of ours is made anew");

    std::fs::write(&file, "<html>a thesis</html>").expect("another file");
    let said = terminal.run(&args);
    assert_eq!(said.status, 1);
    assert!(said.err.contains("is there already and is no report of Evenhold"), "{}", said.err);
    assert_eq!(std::fs::read_to_string(&file).expect("the file"), "<html>a thesis</html>");

    let said = terminal.run(&["report", &name, "--from", "2026-11-23", "--to", "2026-11-22"]);
    assert_eq!(said.status, 2);
    assert_eq!(terminal.run(&["report", &name, "--notes", "some"]).status, 2);
}

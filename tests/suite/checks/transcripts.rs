//! The score of each check from Start to its end, in the words that are spoken.

use std::fmt::Write as _;
use std::time::Duration;

use evenhold::session::score::score;
use evenhold::session::{Command, Session};
use evenhold::text::Text;
use evenhold::units::Mss;
use expect_test::{ExpectFile, expect_file};

use super::{answer, plan, shipped};

/// What is heard of a check whose readings are all given at once.
#[track_caller]
fn check(id: &str, expected: &ExpectFile) {
    let text = Text::english();
    let plan = plan(&shipped(id));
    let mut session = Session::new(plan.clone());
    session.apply(Command::Start);
    let mut out = String::new();
    while !session.is_over() {
        let cues = score(&session).cues;
        let start = session.clock();
        for cue in &cues {
            let at = Mss(start + cue.at).to_string();
            let tone = cue.tone.map(|it| format!("{it:?}").to_lowercase()).unwrap_or_default();
            let words = cue.words.as_ref().map(|it| text.spoken(it, &plan)).unwrap_or_default();
            if tone != "countdown" {
                writeln!(out, "{at} {tone}{words}").expect("a string takes it");
            }
        }
        let waits = |it: &Session| plan.reads(it.view().step).is_some();
        while !session.is_over() && !waits(&session) {
            session.advance(Duration::from_millis(500));
        }
        while !session.is_over() && waits(&session) {
            let at = session.view().step;
            let task = text.task(&plan, at, true).unwrap_or_default();
            writeln!(out, "{} > {task}", Mss(session.clock())).expect("a string takes it");
            let words = |_: &str, _, _| "40";
            let is_angle = plan
                .reads(at)
                .is_some_and(|it| matches!(it.of, evenhold::library::ReadingOf::Angle(_)));
            if is_angle {
                answer(&mut session, at, &words);
            } else {
                answer(&mut session, at, &|_, _, _| "straight");
            }
            // What follows a reading is planned anew.
            if waits(&session) {
                out.push_str(&said(&session, &text));
            }
        }
    }
    expected.assert_eq(&out);
}

/// What is said from now on.
fn said(session: &Session, text: &Text) -> String {
    let words = score(session).cues.into_iter().filter_map(|it| it.words);
    words.fold(String::new(), |mut said, it| {
        writeln!(said, "  says {}", text.spoken(&it, session.plan())).expect("a string takes it");
        said
    })
}

#[test]
fn lying_on_the_front() {
    check("prone", &expect_file!["prone.txt"]);
}

#[test]
fn standing() {
    check("standing", &expect_file!["standing.txt"]);
}

#[test]
fn walking() {
    check("gait", &expect_file!["gait.txt"]);
}

#[test]
fn lying_on_the_back() {
    check("supine", &expect_file!["supine.txt"]);
}

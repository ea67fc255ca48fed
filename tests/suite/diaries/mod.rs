//! Months with the programme, told in plain words: each scenario prints what was decided and why, as a
//! diary that a physiotherapist can read. And the laws, over lives that chance has drawn.

mod days;
mod laws;
mod life;
mod retest;

use std::path::Path;

use chrono::{Datelike as _, Weekday};
use evenhold::history::{Answer, Form, MorningAnswer};
use evenhold::library::Equipment;
use evenhold::program::{Hip, Owned, Range, Rules, read_hip};
use evenhold::session::Why;
use evenhold::text::Text;
use expect_test::expect_file;
use life::{Life, Reply};

#[track_caller]
fn check(name: &str, life: &Life) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/diaries");
    expect_file![path.join(format!("{name}.txt"))].assert_eq(&life.diary());
}

/// So many weeks of doing what is proposed on training days, and saying yes to what is proposed.
fn weeks(life: &mut Life, weeks: u32, reply: impl Fn(&Life, &str, u8) -> Reply) {
    for _ in 0..weeks * 7 {
        if let Some(routine) = life.session() {
            let reply = |exercise: &str, level: u8| reply(life, exercise, level);
            // The reply looks at the life as it was before the session.
            let replies: Vec<_> = life
                .library
                .exercises
                .iter()
                .flat_map(|it| (1..=5).map(move |level| (it.id.clone(), level)))
                .map(|(id, level)| (reply(&id, level), id, level))
                .collect();
            life.train(&routine, |exercise, level| {
                let found = replies.iter().find(|it| it.1 == exercise && it.2 == level);
                found.map_or(Reply::STEADY, |it| it.0)
            });
            life.answer(Answer::Accepted);
        }
        life.sleep(1);
    }
}

#[test]
fn twelve_weeks_of_steady_work() {
    let mut life = Life::new();
    life.owned = Owned::default().with(Equipment::BandMedium).with(Equipment::Weight);
    for month in 0..4 {
        life.rate(&[("stairs", 6 + month.min(2)), ("sitting", 7)]);
        weeks(&mut life, if month < 3 { 4 } else { 1 }, |_, _, _| Reply::STEADY);
    }
    check("twelve-weeks-of-steady-work", &life);
}

#[test]
fn amber_twice_on_the_clamshell() {
    let mut life = Life::new();
    weeks(&mut life, 8, |life, exercise, _| {
        let sore = exercise == "clam" && (2..=3).contains(&life.week());
        Reply { pain: sore.then_some(4), ..Reply::STEADY }
    });
    check("amber-twice-on-the-clamshell", &life);
}

#[test]
fn three_weeks_holiday() {
    let mut life = Life::new();
    weeks(&mut life, 6, |_, _, _| Reply::STEADY);
    life.sleep(21);
    weeks(&mut life, 3, |_, _, _| Reply::STEADY);
    check("three-weeks-holiday", &life);
}

#[test]
fn six_weeks_away_and_amber_before() {
    let mut life = Life::new();
    weeks(&mut life, 5, |life, exercise, _| {
        let sore = exercise == "bridge" && life.week() == 5;
        Reply { pain: sore.then_some(3), ..Reply::STEADY }
    });
    life.sleep(42);
    life.look();
    life.answer_health(&[]);
    weeks(&mut life, 2, |_, _, _| Reply::STEADY);
    check("six-weeks-away-and-amber-before", &life);
}

#[test]
fn outer_hip_pain_from_the_start() {
    let mut life = Life::unscreened();
    life.answer_health(&["outer-hip-pain"]);
    life.around = (Some(3), Some(3));
    weeks(&mut life, 8, |_, _, _| Reply::STEADY);
    check("outer-hip-pain-from-the-start", &life);
}

/// The same person, asked by the welcome: a place on the body map, a light band and a chair at hand.
#[test]
fn outer_hip_pain_told_in_the_welcome() {
    let mut life = Life::unscreened();
    life.answer_health(&[]);
    life.tell_places(&["pain-outer-hip-left", "pain-outer-thigh-left"]);
    life.own(&["mat", "wall", "chair"], &[]);
    life.around = (Some(3), Some(2));
    weeks(&mut life, 5, |_, _, _| Reply::STEADY);
    check("outer-hip-pain-told-in-the-welcome", &life);
}

#[test]
fn pain_that_grows() {
    let mut life = Life::new();
    for pain in [1, 1, 1, 1, 3, 4] {
        life.around = (Some(pain), Some(pain));
        weeks(&mut life, 1, |_, _, _| Reply::STEADY);
    }
    check("pain-that-grows", &life);
}

#[test]
fn someone_who_only_ever_does_short() {
    let mut life = Life::new();
    for _ in 0..10 * 7 {
        life.look();
        if matches!(life.today.weekday(), Weekday::Mon | Weekday::Wed | Weekday::Fri) {
            life.train("short", |_, _| Reply::STEADY);
            life.answer(Answer::Accepted);
        }
        life.sleep(1);
    }
    check("someone-who-only-ever-does-short", &life);
}

#[test]
fn red_on_the_bridge_and_two_worse_mornings() {
    let mut life = Life::new();
    weeks(&mut life, 3, |_, _, _| Reply::STEADY);
    for (day, pain) in [(0, Some(6)), (1, None), (2, None), (3, Some(7)), (4, None)] {
        if let Some(routine) = life.session() {
            let of = life.train(&routine, |exercise, _| Reply {
                pain: pain.filter(|_| exercise == "bridge" || exercise == "sideraise"),
                ..Reply::STEADY
            });
            life.answer(Answer::Accepted);
            life.sleep(1);
            life.morning(of, MorningAnswer::Worse);
        } else {
            life.sleep(1);
        }
        assert!(day < 5);
    }
    weeks(&mut life, 3, |_, _, _| Reply::STEADY);
    check("red-on-the-bridge-and-two-worse-mornings", &life);
}

#[test]
fn questions_not_answered_shaky_and_the_right_side_behind() {
    let mut life = Life::unscreened();
    weeks(&mut life, 1, |_, _, _| Reply::STEADY);
    life.answer_health(&[]);
    weeks(&mut life, 4, |_, exercise, _| match exercise {
        "birddog" => Reply { form: Some(Form::Shaky), ..Reply::STEADY },
        "sideraise" => Reply { short_right: 2, left: Some(1), ..Reply::STEADY },
        "bandwalk" => Reply { left: None, form: None, ..Reply::STEADY },
        _ => Reply { left: Some(2), ..Reply::STEADY },
    });
    check("shaky-and-the-right-side-behind", &life);
}

#[test]
fn inward_55_outward_15_no_pain() {
    let (rules, text) = (Rules::shipped().checks, Text::english());
    let range = Range { inward: 55.0, outward: 15.0 };
    let said: Vec<_> = read_hip(range, Hip::default(), &rules)
        .into_iter()
        .map(|it| text.observation(it))
        .collect();
    let mut life = Life::new();
    weeks(&mut life, 2, |_, _, _| Reply::STEADY);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/diaries");
    let page = format!(
        "Inward 55, outward 15, no pain\n{}\n{}\nThe plan stays what it is:\n{}",
        text.check_banner(),
        said.join("\n"),
        life.diary()
    );
    expect_file![path.join("inward-55-outward-15-no-pain.txt")].assert_eq(&page);
}

/// Whoever takes the easier form again and again, though nothing hurts, is offered the level below; what
/// was swapped for another exercise earns and costs nothing.
#[test]
fn easier_and_swapped_while_the_session_runs() {
    let mut life = Life::new();
    weeks(&mut life, 3, |_, _, _| Reply::STEADY);
    for _ in 0..3 * 7 {
        if let Some(routine) = life.session() {
            let change = |exercise: &str| match exercise {
                "bridge" => Some(Why::Easier),
                "sideraise" => Some(Why::Other),
                _ => None,
            };
            life.train_changed(&routine, change, |_, _| Reply::STEADY);
            life.answer(Answer::Accepted);
        }
        life.sleep(1);
    }
    weeks(&mut life, 2, |_, _, _| Reply::STEADY);
    check("easier-and-swapped", &life);
}

/// Sore a little more before each session than before the last: an easy week is offered, and taken.
#[test]
fn sorer_before_every_session() {
    let mut life = Life::new();
    weeks(&mut life, 3, |_, _, _| Reply::STEADY);
    let mut sore = 0..;
    for _ in 0..7 {
        if let Some(routine) = life.session() {
            life.around = (sore.next(), None);
            life.train(&routine, |_, _| Reply::STEADY);
            life.answer(Answer::Accepted);
        }
        life.sleep(1);
    }
    life.around = (Some(0), None);
    weeks(&mut life, 3, |_, _, _| Reply::STEADY);
    check("sorer-before-every-session", &life);
}

/// Two bad nights within a week: an easy week is offered; a third one later on asks for nothing more.
#[test]
fn bad_nights() {
    let mut life = Life::new();
    weeks(&mut life, 3, |_, _, _| Reply::STEADY);
    life.sleep_badly();
    life.sleep(2);
    life.sleep_badly();
    weeks(&mut life, 2, |_, _, _| Reply::STEADY);
    life.sleep_badly();
    life.sleep(1);
    life.sleep_badly();
    weeks(&mut life, 1, |_, _, _| Reply::STEADY);
    check("bad-nights", &life);
}

/// Weights of one's own: from one to the next where it is a step of 2 to 10 %, the reps from the bottom
/// again; where the next is too far away, the ladder goes on another way.
#[test]
fn weights_of_ones_own() {
    let mut life = Life::new();
    life.own(&["mat", "wall", "chair", "bench", "weight"], &[60, 65, 70, 90]);
    weeks(&mut life, 16, |_, _, _| Reply::STEADY);
    check("weights-of-ones-own", &life);
}

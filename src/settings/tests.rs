//! The settings file: every change leaves everything else alone, and every mistake is told.

mod laws;

use std::fmt::Write as _;

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::*;

fn percent(value: u8) -> Percent {
    Percent::new(value).expect("up to 100")
}

/// Changes a file step by step; prints the text after each.
#[track_caller]
fn check(text: &str, changes: &[Change], expect: &Expect) {
    let mut file = SettingsFile::read(text.as_bytes());
    for change in changes {
        file.set(*change).expect("the change can be placed");
    }
    expect.assert_eq(file.text());
}

#[track_caller]
fn check_problems(text: &str, expect: &Expect) {
    let file = SettingsFile::read(text.as_bytes());
    let mut told = String::new();
    for found in file.problems() {
        let place = file.document().place(found.span.start);
        let what = match &found.what {
            Problem::Fault(it) => format!("{it:?}"),
            newer @ Problem::Newer { .. } => format!("{newer:?}"),
        };
        writeln!(told, "{}:{} {:?} {what}", place.line, place.column, found.severity)
            .expect("a string takes everything");
    }
    expect.assert_eq(&told);
}

const COMMENTED: &str = "\
// mine
(
    schema: 1,
    volume: 55, // not so loud /* really */
    /* for the evenings */ theme: dark,

    nickname: \"Ann\", // from a newer version
    gaps: (ready: 12), // seconds
    muted: false // no comma here
)
// the end
";

#[test]
fn a_changed_value_leaves_everything_around_it() {
    check(
        COMMENTED,
        &[Change::Volume(percent(7)), Change::Theme(Theme::Light), Change::Muted(true)],
        &expect![[r#"
            // mine
            (
                schema: 1,
                volume: 7, // not so loud /* really */
                /* for the evenings */ theme: light,

                nickname: "Ann", // from a newer version
                gaps: (ready: 12), // seconds
                muted: true // no comma here
            )
            // the end
        "#]],
    );
}

#[test]
fn a_missing_value_comes_after_the_last_one() {
    check(
        COMMENTED,
        &[Change::Voice(false), Change::Gap(Gap::Switch, Duration::from_millis(7500))],
        &expect![[r#"
            // mine
            (
                schema: 1,
                volume: 55, // not so loud /* really */
                /* for the evenings */ theme: dark,

                nickname: "Ann", // from a newer version
                gaps: (ready: 12, switch: 7.5), // seconds
                muted: false, // no comma here
                voice: false,
            )
            // the end
        "#]],
    );
}

#[test]
fn a_new_file_says_what_was_changed() {
    check(
        SettingsFile::fresh().text(),
        &[Change::Volume(percent(0)), Change::Gap(Gap::Ready, Duration::from_secs(5))],
        &expect![[r#"
            // Evenhold's settings. The program changes single values here and leaves everything else as it is,
            // comments included. What is not written here has its default.
            (
                schema: 1,
                volume: 0,
                gaps: (ready: 5),
            )
        "#]],
    );
}

#[test]
fn unusual_layouts_are_kept() {
    check("(volume: 1)", &[Change::Muted(true)], &expect!["(volume: 1, muted: true)"]);
    check("(volume: 1,)", &[Change::Muted(true)], &expect!["(volume: 1, muted: true,)"]);
    check("Settings(volume: 1)", &[Change::Volume(percent(2))], &expect!["Settings(volume: 2)"]);
    check(
        "()",
        &[Change::Muted(true)],
        &expect![[r#"
            (
                muted: true,
            )"#]],
    );
    check(
        "// nothing yet",
        &[Change::Muted(true)],
        &expect![[r#"
            // nothing yet
            (
                muted: true,
            )
        "#]],
    );
    check("\u{feff}(volume: 1)", &[Change::Volume(percent(2))], &expect!["\u{feff}(volume: 2)"]);
    check(
        "(\r\n  volume: 1, // a\r\n)\r\n",
        &[Change::Muted(true)],
        &expect!["(\r\n  volume: 1, // a\r\n  muted: true,\r\n)\r\n"],
    );
}

#[test]
fn a_value_that_could_not_be_read_is_replaced() {
    check(
        "(volume: \"loud\", gaps: 7)",
        &[Change::Volume(percent(9)), Change::Gap(Gap::Band, Duration::ZERO)],
        &expect!["(volume: 9, gaps: (band: 0))"],
    );
}

#[test]
fn every_problem_of_a_file_is_told_with_its_place() {
    check_problems(
        "(\n  volume: 101,\n  volum: 3,\n  theme: blue,\n  theme: dark,\n  muted: 1,\n  gaps: (ready: -1, lunch: 3),\n)",
        &expect![[r#"
            2:11 Error OutOfRange { found: "101", least: 0, most: 100 }
            3:3 Warning UnknownField { name: "volum", near: Some("volume"), known: ["schema", "volume", "muted", "sound", "voice", "theme", "text_size", "reduced_motion", "week_starts", "breaks", "gaps"] }
            4:10 Error UnknownWord { found: "blue", near: None, known: ["system", "light", "dark", "high_contrast"] }
            5:3 Error RepeatedField { name: "theme" }
            6:10 Error WrongKind { expected: Bool, found: Number }
            7:17 Error OutOfRange { found: "-1", least: 0, most: 600 }
            7:21 Warning UnknownField { name: "lunch", near: None, known: ["reach_mat", "ready", "ready_new_position", "band", "switch", "switch_slow", "rest_one_sided", "rest_strength", "rest_stretch", "resume", "long_pause"] }
        "#]],
    );
    check_problems(
        "(gaps: (ready: NaN, rest_stretch: inf, resume: 1e9))",
        &expect![[r#"
            1:16 Error NotFinite { found: "NaN" }
            1:35 Error NotFinite { found: "inf" }
            1:48 Error OutOfRange { found: "1e9", least: 0, most: 600 }
        "#]],
    );
    check_problems(
        "(schema: 2, volume: 3)",
        &expect![[r#"
            1:10 Warning Newer { schema: 2 }
        "#]],
    );
    check_problems(
        "[1]",
        &expect![[r#"
            1:1 Error WrongKind { expected: Fields, found: List }
        "#]],
    );
}

#[test]
fn a_broken_file_is_read_as_far_as_it_goes_and_never_written() {
    let broken = "(\n  volume: 3,\n  theme dark,\n  muted: true,\n";
    let mut file = SettingsFile::read(broken.as_bytes());
    assert_eq!(file.settings().volume, percent(3));
    assert_eq!(file.set(Change::Voice(false)), Err(NotPlaced::NotEditable));
    assert!(!file.settings().voice, "it holds for this run");
    assert_eq!(file.text(), broken);
}

#[test]
fn what_a_newer_version_wrote_is_only_read() {
    let mut file = SettingsFile::read(b"(schema: 2, volume: 3)");
    assert_eq!(file.settings().volume, percent(3));
    assert_eq!(file.set(Change::Muted(true)), Err(NotPlaced::NotEditable));
}

#[test]
fn gaps_take_the_places_of_the_librarys() {
    let file = SettingsFile::read(b"(gaps: (ready: 3.25, rest_stretch: 0))");
    let timing = file.settings().timing(Timing::default());
    assert_eq!(timing.ready, Duration::from_millis(3250));
    assert_eq!(timing.rest_stretch, Duration::ZERO);
    assert_eq!(timing.rest_strength, Timing::default().rest_strength);
}

fn any_change() -> impl Strategy<Value = Change> {
    fn one_of<T: Copy + std::fmt::Debug>(all: &'static [T]) -> impl Strategy<Value = T> {
        prop::sample::select(all)
    }
    prop_oneof![
        (0..=100u8).prop_map(|it| Change::Volume(percent(it))),
        any::<bool>().prop_map(Change::Muted),
        one_of(SoundProfile::ALL).prop_map(Change::Sound),
        any::<bool>().prop_map(Change::Voice),
        one_of(Theme::ALL).prop_map(Change::Theme),
        (80..=200u8).prop_map(|it| Change::TextSize(TextSize::new(it).expect("in range"))),
        one_of(ReducedMotion::ALL).prop_map(Change::ReducedMotion),
        one_of(WeekStart::ALL).prop_map(Change::WeekStarts),
        (one_of(Gap::ALL), 0..700_000u64)
            .prop_map(|(gap, millis)| Change::Gap(gap, Duration::from_millis(millis))),
    ]
}

mod breaks {
    use chrono::Weekday;

    use super::*;
    use crate::program::{DayTime, Every, ScheduleChange, Snooze, WorkDays};

    fn time(minutes: u16) -> DayTime {
        DayTime::new(minutes).expect("a time of day")
    }

    #[test]
    fn are_written_as_a_person_would_write_them() {
        check(
            COMMENTED,
            &[
                Change::Breaks(ScheduleChange::On(true)),
                Change::Breaks(ScheduleChange::Every(Every::new(60).expect("an hour"))),
                Change::Breaks(ScheduleChange::From(time(8 * 60 + 30))),
                Change::Breaks(ScheduleChange::To(time(0))),
                Change::Breaks(ScheduleChange::Days(
                    WorkDays::WEEK.with(Weekday::Fri, false).with(Weekday::Sun, true),
                )),
                Change::Breaks(ScheduleChange::Snooze(Snooze::new(15).expect("minutes"))),
            ],
            &expect![[r#"
                // mine
                (
                    schema: 1,
                    volume: 55, // not so loud /* really */
                    /* for the evenings */ theme: dark,

                    nickname: "Ann", // from a newer version
                    gaps: (ready: 12), // seconds
                    muted: false, // no comma here
                    breaks: (on: true, every: 60, from: 8.5, to: 0, days: [monday, tuesday, wednesday, thursday, sunday], snooze: 15),
                )
                // the end
            "#]],
        );
    }

    #[test]
    fn every_minute_of_the_day_survives_being_written() {
        for minutes in 0..=DayTime::LAST {
            let mut file = SettingsFile::fresh();
            let change = Change::Breaks(ScheduleChange::From(time(minutes)));
            file.set(change).expect("the change can be placed");
            assert_eq!(file.settings().breaks.from, time(minutes));
        }
    }

    #[test]
    fn what_cannot_be_is_told_and_has_its_default() {
        check_problems(
            "(breaks: (on: yes, every: 5, from: 25, to: \"five\", days: [monday, mon], snooze: 10, often: true))",
            &expect![[r#"
                1:15 Error WrongKind { expected: Bool, found: Word }
                1:27 Error OutOfRange { found: "5", least: 20, most: 180 }
                1:36 Error OutOfRange { found: "25", least: 0, most: 24 }
                1:44 Error WrongKind { expected: Number, found: Text }
                1:67 Error UnknownWord { found: "mon", near: None, known: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] }
                1:85 Warning UnknownField { name: "often", near: None, known: ["on", "every", "from", "to", "days", "snooze"] }
            "#]],
        );
    }

    #[test]
    fn the_end_of_the_day_is_midnight() {
        let file = SettingsFile::read(b"(breaks: (from: 9.5, to: 24))");
        let breaks = file.settings().breaks;
        assert_eq!((breaks.from, breaks.to), (time(9 * 60 + 30), time(0)));
    }
}

/// A file as a list of pieces: what stands around the values, and the values with their names.
#[derive(Debug, Clone)]
enum Piece {
    Around(String),
    Value { key: &'static str, text: String },
}

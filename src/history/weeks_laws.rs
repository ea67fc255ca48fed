//! What holds for every journal, however it came about.

use chrono::{Days as Count, NaiveDate};
use proptest::prelude::*;

use super::drawn::{Drawn, date, session, weeks};
use super::sample::id;
use super::{Body, Days, Draft, Journal, Outcome, PausedDays, SessionRecord, Target, Weeks};
use crate::library::RoutineKind;

/// One thing that a person does, on a day of a year.
#[derive(Debug, Clone, Copy)]
enum Act {
    Session(u64),
    Break(u64),
    Pause(u64, u64),
    Target(u64, u8),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        8 => (0u64..300).prop_map(Act::Session),
        1 => (0u64..300).prop_map(Act::Break),
        1 => (0u64..300, 1u64..28).prop_map(|it| Act::Pause(it.0, it.1)),
        1 => (0u64..300, 1u8..7).prop_map(|it| Act::Target(it.0, it.1)),
    ]
}

fn on(day: u64) -> NaiveDate {
    date("2031-01-01") + Count::new(day)
}

impl Act {
    fn draft(self) -> Draft {
        match self {
            Self::Session(day) => Draft::by_hand(session(on(day))),
            Self::Break(day) => {
                let purpose = RoutineKind::Break;
                Draft::by_hand(SessionRecord { purpose, ..session(on(day)) })
            }
            Self::Pause(day, days) => {
                Draft::pause(on(day), super::pause_until(on(day), days)).expect("a pause")
            }
            Self::Target(day, value) => Draft::target(on(day), value),
        }
    }
}

fn drawn(acts: &[Act]) -> Drawn {
    let mut drawn = Drawn::default();
    for act in acts {
        drawn.keep(act.draft());
    }
    drawn
}

proptest! {
    /// The order of records, and into how many files they are cut, never matters; nor does reading
    /// them twice.
    #[test]
    fn order_files_and_copies_change_no_week(
        acts in prop::collection::vec(act(), 0..60),
        seed in any::<u64>(),
        cut in 1usize..6,
        today in 0u64..320,
    ) {
        let whole = drawn(&acts);
        let mut lines: Vec<_> =
            whole.journal.records().map(|it| super::to_line(it).expect("a line")).collect();
        lines.sort_by_key(|it| crc32fast::hash(format!("{seed}{it}").as_bytes()));
        let mut again = Journal::new();
        for part in lines.chunks(lines.len().div_ceil(cut).max(1)) {
            again.add_file("part", part.join("\n").as_bytes());
            again.add_file("copy", part.join("\r\n").as_bytes());
        }
        prop_assert_eq!(Days::of(&whole.journal), Days::of(&again));
        // Two that are read apart and put together.
        let (mut one, mut other) = (Journal::new(), Journal::new());
        let (first, last) = lines.split_at(lines.len() / 2);
        one.add_file("first", first.join("\n").as_bytes());
        other.add_file("last", lines.iter().skip(first.len() / 2).cloned().collect::<Vec<_>>().join("\n").as_bytes());
        prop_assert!(first.len() + last.len() == lines.len());
        one.absorb(other);
        prop_assert!(one.records().eq(again.records()));
        prop_assert_eq!(whole.weeks(on(today)), weeks(&again, on(today)));
    }

    /// What is deleted and brought back was never away.
    #[test]
    fn deleting_and_bringing_back_changes_nothing(
        acts in prop::collection::vec(act(), 1..40),
        which in any::<prop::sample::Index>(),
        today in 0u64..320,
    ) {
        let mut drawn = drawn(&acts);
        let before = drawn.weeks(on(today));
        let id = id(which.index(acts.len()) as u128 + 1);
        let draft = drawn.journal.delete(id).expect("a draft");
        drawn.keep(draft);
        prop_assert_eq!(drawn.journal.delete(id), None);
        let draft = drawn.journal.undelete(id).expect("a draft");
        drawn.keep(draft);
        prop_assert_eq!(drawn.weeks(on(today)), before);
    }

    /// More days and more pauses never make fewer weeks on track. (A day before the first would begin
    /// the count of four weeks elsewhere.)
    #[test]
    fn a_session_or_a_pause_more_never_lowers_weeks_on_track(
        acts in prop::collection::vec(act(), 1..60),
        more in prop_oneof![
            (0u64..300).prop_map(Act::Session),
            (0u64..300, 1u64..28).prop_map(|it| Act::Pause(it.0, it.1)),
        ],
        today in 0u64..320,
    ) {
        let mut drawn = drawn(&acts);
        let before = drawn.weeks(on(today)).on_track;
        let first = Days::of(&drawn.journal).first_counted();
        let draft = more.draft();
        prop_assume!(first.is_some_and(|it| it <= draft.date));
        drawn.keep(draft);
        prop_assert!(before <= drawn.weeks(on(today)).on_track);
    }

    /// From one day to the next only a miss that nothing covers lowers the count, and then to none;
    /// never more than two weeks of four are covered.
    #[test]
    fn weeks_on_track_falls_only_by_a_miss(acts in prop::collection::vec(act(), 0..60)) {
        let drawn = drawn(&acts);
        let mut last: Option<Weeks> = None;
        for day in 0..320 {
            let weeks = drawn.weeks(on(day));
            if let Some(last) = &last && weeks.on_track < last.on_track {
                let over = weeks.all.iter().rev().nth(1).map(|it| it.outcome);
                prop_assert_eq!(over, Some(Outcome::Missed));
                prop_assert!(weeks.on_track <= 1);
            }
            last = Some(weeks);
        }
        let all = last.map(|it| it.all).unwrap_or_default();
        for four in all.chunks(4) {
            let covered = four.iter().filter(|it| it.outcome == Outcome::Credited).count();
            prop_assert!(covered <= 2);
        }
    }

    /// Whatever stands in a journal, a calendar can be read from it.
    #[test]
    fn any_dates_can_be_laid_out(
        days in prop::collection::vec((-700_000i32..700_000, any::<u8>()), 0..12),
        today in -700_000i32..90_000,
    ) {
        let day = |n| NaiveDate::from_num_days_from_ce_opt(n).unwrap_or(NaiveDate::MAX);
        let mut drawn = Drawn::default();
        for (n, kind) in days {
            let body = match kind % 3 {
                0 => Body::Pause(PausedDays { from: day(n), to: NaiveDate::MAX }),
                1 => Body::Target(Target { from: day(n), value: kind }),
                _ => session(date("2031-01-01")).into_body(),
            };
            drawn.keep(Draft::new(day(n), body));
        }
        let weeks = drawn.weeks(day(today));
        prop_assert!(!weeks.all.is_empty());
        prop_assert!(weeks.credits <= super::CREDITS);
    }
}

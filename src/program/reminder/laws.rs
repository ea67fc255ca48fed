//! Laws of reminders, over days in which anything happens.

use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate};
use proptest::prelude::*;

use super::tests::{Desk, nine_to_five};
use super::*;
use crate::program::{DayTime, Every, Habit, Snooze, WorkDays};

/// Something that happens at a desk.
#[derive(Debug, Clone)]
enum Act {
    Wait(u64),
    Lid(u64),
    Clock(i64),
    Snooze,
    Skip,
    Stood,
    NotToday,
    Session,
    Again,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => (1u64..200).prop_map(Act::Wait),
        2 => (1u64..900).prop_map(Act::Lid),
        1 => (-120i64..120).prop_map(Act::Clock),
        3 => Just(Act::Snooze),
        2 => Just(Act::Skip),
        2 => Just(Act::Stood),
        1 => Just(Act::NotToday),
        1 => Just(Act::Session),
        1 => Just(Act::Again),
    ]
}

fn schedule() -> impl Strategy<Value = Schedule> {
    let every = prop::sample::select(vec![20u8, 30, 45, 60, 90, 180]);
    let time = || (0u16..24 * 12).prop_map(|it| DayTime::new(it * 5).unwrap());
    let days = prop::collection::vec(any::<bool>(), 7);
    (every, time(), time(), days, prop::sample::select(vec![5u8, 10, 30])).prop_map(
        |(every, from, to, days, snooze)| Schedule {
            on: true,
            every: Every::new(every).unwrap(),
            from,
            to,
            days: WorkDays::ALL.into_iter().zip(days).filter(|it| it.1).map(|it| it.0).collect(),
            snooze: Snooze::new(snooze).unwrap(),
        },
    )
}

/// A reminder as it came, and the notes before it.
struct Came {
    boot: Duration,
    wall: DateTime<FixedOffset>,
    offer: Offer,
    snoozed: bool,
    clock_set: bool,
}

/// Lives through it all, waking as often as whoever waits wakes.
fn live(schedule: Schedule, acts: &[Act]) -> (Vec<Came>, Vec<(NaiveDate, usize)>) {
    let start = "2031-04-14T07:00:00+02:00".parse().unwrap();
    let mut desk = Desk::new(schedule, start);
    let (mut came, mut quiet) = (Vec::new(), Vec::new());
    let (mut snoozed, mut clock_set) = (false, false);
    let mut run =
        |desk: &mut Desk, mut left: Duration, snoozed: &mut bool, clock_set: &mut bool| {
            loop {
                let (span, shown) = desk.wake();
                if let Some(offer) = shown {
                    let Tick { boot, wall, .. } = desk.now;
                    came.push(Came {
                        boot,
                        wall,
                        offer,
                        snoozed: std::mem::take(snoozed),
                        clock_set: std::mem::take(clock_set),
                    });
                    continue;
                }
                if left.is_zero() {
                    return came.len();
                }
                let span = span.min(left);
                desk.advance(span);
                left -= span;
            }
        };
    for act in acts {
        let minutes = |it: u64| Duration::from_secs(it * 60);
        match act {
            Act::Wait(span) => {
                run(&mut desk, minutes(*span), &mut snoozed, &mut clock_set);
            }
            Act::Lid(span) => desk.sleep(minutes(*span)),
            Act::Clock(span) => {
                desk.now.wall += TimeDelta::minutes(*span);
                clock_set = true;
            }
            Act::Snooze => {
                desk.note(Noted::Snoozed);
                snoozed = true;
            }
            Act::Skip => desk.note(Noted::Skipped),
            Act::Stood => desk.note(Noted::Stood { name: String::new() }),
            Act::NotToday => {
                let count = run(&mut desk, Duration::ZERO, &mut snoozed, &mut clock_set);
                desk.note(Noted::NotToday);
                let local = desk.now.wall.naive_local();
                let day = schedule.shift(local).map_or_else(|| local.date(), |it| it.date);
                quiet.push((day, count));
            }
            Act::Session => desk.reminding.stood(desk.now.wall, &desk.now),
            Act::Again => desk.again(),
        }
    }
    (came, quiet)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Every reminder lies in the hours and days of the schedule.
    #[test]
    fn never_outside_working_hours(schedule in schedule(), acts in prop::collection::vec(act(), 1..60)) {
        for it in live(schedule, &acts).0 {
            prop_assert!(schedule.shift(it.wall.naive_local()).is_some(), "at {}", it.wall);
        }
    }

    /// Two reminders are never closer than the interval, or than the wait that was asked for; what
    /// was missed is not made up for.
    #[test]
    fn never_closer_than_was_asked_for(schedule in schedule(), acts in prop::collection::vec(act(), 1..60)) {
        let (came, _) = live(schedule, &acts);
        for pair in came.windows(2) {
            let [before, after] = pair else { continue };
            // A process that begins again can only go by the wall clock.
            if after.snoozed && after.clock_set {
                continue;
            }
            let asked = if after.snoozed { schedule.snooze.length() } else { schedule.every.length() };
            let apart = after.boot.saturating_sub(before.boot);
            prop_assert!(apart >= asked.min(schedule.every.length()), "{apart:?} at {}", after.wall);
        }
    }

    /// After "not today" nothing comes in the hours of that day, however often the process starts.
    #[test]
    fn quiet_until_the_next_day(schedule in schedule(), acts in prop::collection::vec(act(), 1..60)) {
        let (came, quiet) = live(schedule, &acts);
        for (place, (day, count)) in quiet.iter().enumerate() {
            // Another "not today" is about another day then.
            let end = quiet.get(place + 1).map_or(came.len(), |it| it.1);
            for it in &came[*count..end] {
                let shift = schedule.shift(it.wall.naive_local()).unwrap();
                prop_assert!(shift.date != *day || it.clock_set, "at {}", it.wall);
            }
        }
    }

    /// No habit comes again before every other was shown, and no break before the others.
    #[test]
    fn everything_has_its_turn(acts in prop::collection::vec(act(), 1..80)) {
        let (came, _) = live(nine_to_five(), &acts);
        for some in came.windows(Habit::ALL.len()) {
            let mut habits: Vec<_> = some.iter().map(|it| it.offer.habit).collect();
            habits.sort();
            habits.dedup();
            prop_assert_eq!(habits.len(), Habit::ALL.len());
        }
    }
}

/// The laws are about days on which reminders come at all.
#[test]
fn a_lived_day_has_reminders() {
    let acts = [Act::Wait(199), Act::Snooze, Act::Wait(199), Act::NotToday, Act::Wait(199)];
    let (came, quiet) = live(nine_to_five(), &acts);
    assert_eq!((came.len(), quiet.len()), (6, 1));
}

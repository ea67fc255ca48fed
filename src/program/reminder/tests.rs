//! Drawn days: what a person does at which time, and when the reminders come.

mod clocks;

use std::fmt::Write as _;
use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta};
use expect_test::{Expect, expect};
use uuid::Uuid;

use super::*;
use crate::program::{DayTime, Every, Habit, ScheduleChange, WorkDays};

/// A Monday.
const MONDAY: &str = "2031-04-14";
/// While something is in front that a reminder would disturb.
const LOOK_AGAIN: Duration = Duration::from_secs(30);

/// Someone at a desk, and a process that waits.
pub(super) struct Desk {
    pub(super) now: Tick,
    pub(super) schedule: Schedule,
    pub(super) reminding: Reminding,
    pub(super) notes: Vec<Note>,
    pub(super) known: HandOver,
    is_disturbing: bool,
    said: String,
}

impl Desk {
    pub(super) fn new(schedule: Schedule, wall: DateTime<FixedOffset>) -> Self {
        let since = |secs| Duration::from_secs(secs);
        let now = Tick { mono: since(100_000), boot: since(200_000), wall };
        let choice = |id: &str, name: &str| Choice {
            routine: id.to_owned(),
            name: name.to_owned(),
            about: String::new(),
            minutes: 2,
            last: None,
        };
        let choices = vec![choice("break-walk", "walk"), choice("break-fig4", "figure 4")];
        Self {
            now,
            schedule,
            reminding: Reminding::start(&now),
            notes: Vec::new(),
            known: HandOver { choices, ..HandOver::default() },
            is_disturbing: false,
            said: String::new(),
        }
    }

    pub(super) fn advance(&mut self, span: Duration) {
        self.now.mono += span;
        self.sleep(span);
    }

    /// The computer does, and its monotonic clock stands still.
    pub(super) fn sleep(&mut self, span: Duration) {
        self.now.boot += span;
        self.now.wall += TimeDelta::from_std(span).unwrap();
    }

    /// The process ends, and another begins with what was noted.
    pub(super) fn again(&mut self) {
        self.reminding = Reminding::start(&self.now);
        for note in &self.notes {
            self.reminding.take(note, self.schedule, &self.now);
        }
    }

    pub(super) fn note(&mut self, what: Noted) {
        let id = Uuid::from_u128(self.notes.len() as u128);
        let note = Note { id, at: self.now.wall, zone: "UTC".to_owned(), what };
        self.reminding.take(&note, self.schedule, &self.now);
        self.notes.push(note);
    }

    /// What whoever waits does when it wakes up; how long it may sleep then, and what it showed.
    pub(super) fn wake(&mut self) -> (Duration, Option<Offer>) {
        self.reminding.pass(&self.now);
        match self.reminding.due(self.schedule, &self.now) {
            Due::Off => (LOOK, None),
            Due::Now if self.is_disturbing => (LOOK_AGAIN, None),
            Due::Now => {
                let Some(offer) = offer(Some(&self.known), &self.notes) else {
                    return (LOOK, None);
                };
                let choice = offer.choice.as_ref().map(|it| it.routine.clone());
                self.note(Noted::Shown { choice, habit: offer.habit });
                (Duration::ZERO, Some(offer))
            }
            Due::Later(span) => (span, None),
        }
    }

    fn until(&mut self, wall: NaiveDateTime) {
        loop {
            let (span, shown) = self.wake();
            if let Some(offer) = shown {
                let name = offer.choice.map_or_else(|| "stand up".to_owned(), |it| it.name);
                self.say(&format!("reminder: {name}, {:?}", offer.habit));
                continue;
            }
            let left = (wall - self.now.wall.naive_local()).to_std().unwrap_or_default();
            if left.is_zero() {
                return;
            }
            self.advance(span.min(left));
        }
    }

    fn say(&mut self, what: &str) {
        writeln!(self.said, "{} {what}", self.now.wall.format("%a %H:%M")).unwrap();
    }

    fn act(&mut self, what: &str) {
        let minutes = |it: &str| it.trim().parse::<i64>().unwrap();
        let span = |it: &str| Duration::from_secs(minutes(it) as u64 * 60);
        match what.split_once(' ').unwrap_or((what, "")) {
            ("starts", _) => self.reminding = Reminding::start(&self.now),
            ("again", _) => self.again(),
            ("snooze", _) => self.note(Noted::Snoozed),
            ("skip", _) => self.note(Noted::Skipped),
            ("stood", _) => self.note(Noted::Stood { name: "Stood up".to_owned() }),
            ("not", _) => self.note(Noted::NotToday),
            ("session", _) => self.reminding.stood(self.now.wall, &self.now),
            ("full", it) => self.is_disturbing = it == "screen",
            ("lid", it) => self.sleep(span(it)),
            ("clock", it) => self.now.wall += TimeDelta::minutes(minutes(it)),
            ("offset", it) => {
                let offset = FixedOffset::east_opt(minutes(it) as i32 * 3600).unwrap();
                self.now.wall = self.now.wall.with_timezone(&offset);
            }
            ("hold", _) => self.known.hold = true,
            ("every", it) => {
                let every = Every::new(it.parse().unwrap()).unwrap();
                self.schedule.set(ScheduleChange::Every(every));
            }
            ("off", _) => self.schedule.set(ScheduleChange::On(false)),
            ("look", _) => {
                let next = self.reminding.next(self.schedule, &self.now);
                let next =
                    next.map_or_else(|| "none".to_owned(), |it| it.format("%a %H:%M").to_string());
                self.say(&format!("next {next}"));
            }
            ("ends", _) => {}
            other => panic!("nobody does {other:?}"),
        }
    }
}

pub(super) fn nine_to_five() -> Schedule {
    Schedule { on: true, ..Schedule::default() }
}

/// Lines of `day time what`, the day as so many days after a Monday.
#[track_caller]
fn check_with(schedule: Schedule, script: &str, expected: &Expect) {
    let monday: NaiveDate = MONDAY.parse().unwrap();
    let zone = FixedOffset::east_opt(2 * 3600).unwrap();
    let mut desk: Option<Desk> = None;
    for line in script.split('|').map(str::trim) {
        let mut words = line.splitn(3, ' ');
        let mut word = || words.next().unwrap();
        let (day, time, what) = (word(), word(), word());
        let date = monday + TimeDelta::days(day.parse().unwrap());
        let time = chrono::NaiveTime::parse_from_str(time, "%H:%M").unwrap();
        let at = date.and_time(time);
        let desk =
            desk.get_or_insert_with(|| Desk::new(schedule, at.and_local_timezone(zone).unwrap()));
        desk.until(at);
        desk.act(what);
    }
    expected.assert_eq(&desk.unwrap().said);
}

#[track_caller]
fn check(script: &str, expected: &Expect) {
    check_with(nine_to_five(), script, expected);
}

#[test]
fn a_day_at_a_desk() {
    check(
        "0 08:50 starts | 0 09:46 snooze | 0 10:00 stood | 0 10:50 skip | 0 11:40 session | 0 13:30 ends",
        &expect![[r#"
            Mon 09:45 reminder: walk, Crossed
            Mon 09:56 reminder: figure 4, BothLegs
            Mon 10:45 reminder: walk, Seat
            Mon 11:35 reminder: figure 4, Knees
            Mon 12:25 reminder: walk, Kneecaps
            Mon 13:10 reminder: figure 4, Vary
        "#]],
    );
}

#[test]
fn sitting_is_counted_from_the_start_of_work_and_not_past_its_end() {
    check(
        "0 07:00 starts | 0 15:30 stood | 1 09:50 ends",
        &expect![[r#"
            Mon 09:45 reminder: walk, Crossed
            Mon 10:30 reminder: figure 4, BothLegs
            Mon 11:15 reminder: walk, Seat
            Mon 12:00 reminder: figure 4, Knees
            Mon 12:45 reminder: walk, Kneecaps
            Mon 13:30 reminder: figure 4, Vary
            Mon 14:15 reminder: walk, Feet
            Mon 15:00 reminder: figure 4, Pockets
            Mon 16:15 reminder: walk, Crossed
            Tue 09:45 reminder: figure 4, BothLegs
        "#]],
    );
}

#[test]
fn the_weekend_is_free() {
    check(
        "4 16:10 starts | 7 09:50 ends",
        &expect![[r#"
            Fri 16:55 reminder: walk, Crossed
            Mon 09:45 reminder: figure 4, BothLegs
        "#]],
    );
}

#[test]
fn not_today_is_quiet_until_tomorrow() {
    check(
        "0 09:00 starts | 0 09:50 not today | 0 09:51 again | 1 09:50 ends",
        &expect![[r#"
            Mon 09:45 reminder: walk, Crossed
            Tue 09:45 reminder: figure 4, BothLegs
        "#]],
    );
}

#[test]
fn another_process_goes_on_where_the_last_one_was() {
    check(
        "0 09:00 starts | 0 09:46 snooze | 0 09:50 again | 0 10:10 ends",
        &expect![[r#"
            Mon 09:45 reminder: walk, Crossed
            Mon 09:56 reminder: figure 4, BothLegs
        "#]],
    );
}

#[test]
fn a_closed_lid_begins_anew_and_nothing_is_made_up_for() {
    check(
        "0 09:00 starts | 0 09:30 lid 120 | 0 12:30 ends",
        &expect![[r#"
            Mon 12:15 reminder: walk, Crossed
        "#]],
    );
}

#[test]
fn a_short_sleep_of_the_computer_changes_nothing() {
    check(
        "0 09:00 starts | 0 09:30 lid 3 | 0 09:50 ends",
        &expect![[r#"
            Mon 09:45 reminder: walk, Crossed
        "#]],
    );
}

#[test]
fn a_night_with_the_lid_closed_brings_one_reminder_in_the_morning() {
    check(
        "0 16:30 starts | 0 17:10 lid 960 | 1 10:00 ends",
        &expect![[r#"
            Tue 09:55 reminder: walk, Crossed
        "#]],
    );
}

#[test]
fn what_is_in_front_is_not_disturbed_and_one_reminder_follows() {
    check(
        "0 09:00 starts | 0 09:40 full screen | 0 12:00 full no | 0 12:40 ends",
        &expect![[r#"
            Mon 12:00 reminder: walk, Crossed
        "#]],
    );
}

#[test]
fn on_hold_nothing_is_said() {
    check("0 09:00 hold | 0 12:00 ends", &expect![""]);
}

#[test]
fn a_change_of_the_schedule_holds_at_once() {
    check(
        "0 09:00 starts | 0 09:20 every 30 | 0 09:40 off | 0 12:00 ends",
        &expect![[r#"
            Mon 09:30 reminder: walk, Crossed
        "#]],
    );
}

#[test]
fn the_next_reminder_can_be_told() {
    check(
        "0 08:00 look | 0 09:10 look | 0 09:20 stood | 0 09:20 look | 0 10:10 not today | 0 10:10 look",
        &expect![[r#"
            Mon 08:00 next Mon 09:45
            Mon 09:10 next Mon 09:45
            Mon 09:20 next Mon 10:05
            Mon 10:05 reminder: walk, Crossed
            Mon 10:10 next Tue 09:45
        "#]],
    );
    check(
        "4 16:50 starts | 4 16:50 look | 4 16:51 off | 4 16:51 look",
        &expect![[r#"
        Fri 16:50 next Mon 09:45
        Fri 16:51 next none
    "#]],
    );
}

#[test]
fn no_days_mean_no_reminders() {
    let schedule = Schedule { days: WorkDays::default(), ..nine_to_five() };
    check_with(
        schedule,
        "0 09:00 starts | 1 12:00 look",
        &expect![[r#"
        Tue 12:00 next none
    "#]],
    );
}

#[test]
fn without_a_break_that_suits_there_is_a_habit_all_the_same() {
    let known = HandOver::default();
    let offer = offer(Some(&known), &[]).unwrap();
    assert_eq!((offer.choice, offer.habit), (None, Habit::Crossed));
}

#[test]
fn a_note_is_a_line_that_people_can_read() {
    let at: DateTime<FixedOffset> = "2031-04-14T09:45:00+02:00".parse().unwrap();
    let note = |what| Note { id: Uuid::from_u128(7), at, zone: "Europe/Berlin".to_owned(), what };
    let all = [
        Noted::Shown { choice: Some("break-fig4".to_owned()), habit: Habit::BothLegs },
        Noted::Stood { name: "Stood up".to_owned() },
        Noted::NotToday,
    ];
    let mut lines = String::new();
    for what in all {
        let line = serde_json::to_string(&note(what.clone())).unwrap();
        assert_eq!(serde_json::from_str::<Note>(&line).unwrap(), note(what));
        writeln!(lines, "{line}").unwrap();
    }
    expect![[r#"
        {"id":"00000000-0000-0000-0000-000000000007","at":"2031-04-14T09:45:00+02:00","zone":"Europe/Berlin","what":"shown","break":"break-fig4","habit":"both_legs"}
        {"id":"00000000-0000-0000-0000-000000000007","at":"2031-04-14T09:45:00+02:00","zone":"Europe/Berlin","what":"stood","name":"Stood up"}
        {"id":"00000000-0000-0000-0000-000000000007","at":"2031-04-14T09:45:00+02:00","zone":"Europe/Berlin","what":"not_today"}
    "#]]
    .assert_eq(&lines);
}

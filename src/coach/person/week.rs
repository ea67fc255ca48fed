//! The page of the week: what was done, pain, function, and the days that come.

use std::time::Duration;

use chrono::NaiveDate;

use crate::history::{Day, Days, Week, WeekRules, Weeks, pain_course, week_of};
use crate::library::RoutineKind;
use crate::program::{Course, Function, Grounds, Planned, function, week};

/// One week, as its page shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sunday {
    /// The week.
    pub week: Week,
    /// Weeks on track.
    pub on_track: u32,
    /// Its days, first to last.
    pub days: Vec<(NaiveDate, Day)>,
    /// Its sessions: the day, what was done, and how long it took.
    pub sessions: Vec<(NaiveDate, String, Duration)>,
    /// Its movement breaks.
    pub breaks: u32,
    /// Pain around its sessions.
    pub pain: Option<WeekPain>,
    /// The last rating of the activities, and the one before.
    pub function: Option<(Function, Option<Function>)>,
    /// Whether the week is at its last day, so that the days that come are those of the next.
    pub is_last: bool,
    /// The days that come, each with its routine.
    pub next: Vec<Planned>,
}

/// Pain around the sessions of a week, 0 to 10.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeekPain {
    /// The mean before its sessions, where told.
    pub before: Option<f32>,
    /// The mean after them, where told.
    pub after: Option<f32>,
    /// The worst that was told in and around them.
    pub worst: u8,
    /// The mean before the sessions of the week before.
    pub earlier: Option<f32>,
}

impl Sunday {
    /// The week of a day.
    pub(super) fn of(course: &Course, grounds: &Grounds<'_>, today: NaiveDate) -> Self {
        let days = Days::of(grounds.journal);
        let start = week_of(today, grounds.week_starts);
        let held = &course.health.held;
        let rules = WeekRules { first_day: grounds.week_starts, today, held };
        let weeks = Weeks::new(&days, &rules);
        let week_days: Vec<_> = start.iter_days().take(7).map(|it| (it, days.get(it))).collect();
        let is_in = |it: NaiveDate| start <= it && it <= today;
        let sessions = grounds.journal.sessions().into_iter();
        let sessions = sessions.filter(|it| is_in(it.0.date) && it.1.purpose != RoutineKind::Break);
        let sessions = sessions.filter(|it| !it.0.body.is_break());
        let mut sessions: Vec<_> =
            sessions.map(|it| (it.0.date, it.1.name.clone(), it.1.active)).collect();
        sessions.sort_by_key(|it| it.0);
        let mut rated = function(grounds);
        let last = rated.pop();
        Self {
            week: weeks.current().copied().unwrap_or(empty_week(start)),
            on_track: weeks.on_track,
            breaks: week_days.iter().map(|it| it.1.breaks).sum(),
            days: week_days,
            sessions,
            pain: pain(grounds, start, today),
            function: last.map(|it| (it, rated.pop())),
            is_last: start.iter_days().nth(6) == Some(today),
            next: week(course, grounds),
        }
    }
}

const fn empty_week(start: NaiveDate) -> Week {
    Week {
        start,
        sessions: 0,
        target: 3,
        paused: 0,
        active: Duration::ZERO,
        outcome: crate::history::Outcome::Open,
    }
}

/// Pain from one day to another.
fn pain(grounds: &Grounds<'_>, start: NaiveDate, today: NaiveDate) -> Option<WeekPain> {
    let all = pain_course(grounds.journal);
    let week: Vec<_> = all.iter().filter(|it| start <= it.date && it.date <= today).collect();
    let told = |it: &&&crate::history::PainCourse| {
        [it.before, it.during, it.after].into_iter().flatten().max()
    };
    let worst = week.iter().filter_map(|it| told(&it)).max()?.get();
    let earlier = start.checked_sub_days(chrono::Days::new(7))?;
    let earlier = all.iter().filter(|it| earlier <= it.date && it.date < start);
    Some(WeekPain {
        before: mean(week.iter().filter_map(|it| it.before)),
        after: mean(week.iter().filter_map(|it| it.after)),
        worst,
        earlier: mean(earlier.filter_map(|it| it.before)),
    })
}

fn mean(told: impl Iterator<Item = crate::units::Pain>) -> Option<f32> {
    let told: Vec<_> = told.map(|it| f32::from(it.get())).collect();
    (!told.is_empty()).then(|| told.iter().sum::<f32>() / told.len() as f32)
}

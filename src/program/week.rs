//! The days of a week: which are the person's own, where there is room for rest, and what is planned on
//! each that is left.

use chrono::{Datelike as _, NaiveDate};

use super::course::{Course, Grounds, Past, ahead, back};
use super::next::{Planned, done_this_week, session, target, too_soon};
use super::what::What;
use crate::history::{IfThen, week_of};
use crate::library::Block;

/// The days on which a person means to train.
#[derive(Debug, Clone, Copy)]
pub(super) struct OwnDays<'a>(&'a IfThen);

impl<'a> OwnDays<'a> {
    /// Those of the plan in force; nothing where none are named.
    pub(super) fn of(grounds: &Grounds<'a>) -> Option<Self> {
        let plan = grounds.journal.if_then(grounds.today)?.1;
        (!plan.days.is_empty()).then_some(Self(plan))
    }

    /// Whether a day is one of them.
    pub(super) fn has(self, date: NaiveDate) -> bool {
        self.0.is_on(date.weekday().number_from_monday())
    }

    /// How many of them are among so many days from one on.
    fn among(self, from: NaiveDate, days: u32) -> u32 {
        (0..days).map(|it| u32::from(self.has(ahead(from, it)))).sum()
    }

    /// Whether a day rests because the open sessions fit on the own days among those that are left.
    fn waits(self, date: NaiveDate, (open, left): (u32, u32)) -> bool {
        !self.has(date) && open <= self.among(date, left)
    }

    /// Why today waits for another day; `Err` with why it does not, though it is none of them.
    pub(super) fn today(self, grounds: &Grounds<'_>, open: u32) -> Option<Result<What, What>> {
        let (today, left) = (grounds.today, days_left(grounds));
        if self.has(today) {
            return None;
        }
        let days = self.among(today, left);
        let next = (1..=7).map(|it| ahead(today, it)).find(|it| self.has(*it))?;
        let waits = self.waits(today, (open, left));
        Some(if waits { Ok(What::OtherDay { next }) } else { Err(What::CatchUp { open, days }) })
    }
}

/// Days of this week that are left, today included.
fn days_left(grounds: &Grounds<'_>) -> u32 {
    let end = ahead(week_of(grounds.today, grounds.week_starts), 6);
    u32::try_from((end - grounds.today).num_days()).unwrap_or_default() + 1
}

/// Whether the week has room for a day of rest after the day before.
pub(super) fn room(course: &Course, grounds: &Grounds<'_>, open: u32) -> Option<What> {
    let yesterday = course.sessions.last().is_some_and(|it| it.date == back(grounds.today, 1));
    let days = days_left(grounds);
    (yesterday && is_roomy(open, days)).then_some(What::RoomInWeek { open, days })
}

/// Whether so many sessions fit into so many days without two in a row, from the second day on.
const fn is_roomy(open: u32, days: u32) -> bool {
    open * 2 <= days
}

/// The rest of this week, spread over the days that are left; on the last day of the week, the next.
pub fn week(course: &Course, grounds: &Grounds<'_>) -> Vec<Planned> {
    let start = week_of(grounds.today, grounds.week_starts);
    let end = ahead(start, 6);
    if grounds.today == end {
        let monday = ahead(end, 1);
        return spread(course, grounds, (monday, 7, target(course, grounds)));
    }
    let days = days_left(grounds);
    let open = target(course, grounds).saturating_sub(done_this_week(course, grounds));
    spread(course, grounds, (grounds.today, days, open))
}

/// Spreads so many sessions over so many days from one on, A and B in turn, with a day between the
/// same work where there is room for it.
fn spread(
    course: &Course,
    grounds: &Grounds<'_>,
    (from, days, open): (NaiveDate, u32, u32),
) -> Vec<Planned> {
    let mut course = course.clone();
    let mut open = open;
    let mut planned = Vec::new();
    let own = OwnDays::of(grounds);
    for left in (1..=days).rev() {
        let date = ahead(from, days - left);
        let grounds = Grounds { today: date, ..*grounds };
        let counts = (done_this_week(&course, &grounds), target(&course, &grounds));
        let session = session(&course, &grounds, counts);
        let busy = course.sessions.last().is_some_and(|it| it.date == date);
        let soon = too_soon(&course, &grounds, (&session.subject, date)).is_some();
        let yesterday = course.sessions.last().is_some_and(|it| it.date == back(date, 1));
        // With room to spare no two days in a row.
        let roomy = is_roomy(open, left);
        let waits = own.is_some_and(|it| it.waits(date, (open, left)));
        let is_own = own.is_some_and(|it| it.has(date));
        let rests = open == 0 || busy || soon || waits || (yesterday && roomy && !is_own);
        let routine = (!rests).then_some(session.subject);
        if let Some(routine) = &routine {
            open -= 1;
            course.sessions.push(imagined(routine, date, &grounds));
        }
        planned.push(Planned { date, routine });
    }
    planned
}

/// A session that is only planned, so that the days after it take it into account.
fn imagined(routine: &str, date: NaiveDate, grounds: &Grounds<'_>) -> Past {
    let items = grounds.library.routine(routine).into_iter().flat_map(|it| &it.blocks);
    let exercises = items.flat_map(|it| &it.items);
    let exercises = exercises.filter_map(|it| grounds.library.exercise(&it.exercise));
    Past {
        id: crate::history::RecordId::nil(),
        date,
        routine: routine.to_owned(),
        worked: exercises
            .filter(|it| it.block != Block::Mobility)
            .map(|it| it.id.clone())
            .collect(),
        worst: None,
        before: None,
        after: None,
        left: None,
    }
}

//! What next: which session today and why, or rest; what is asked, what changes, and when somebody
//! should look at it. Then the days of the week.

use chrono::NaiveDate;

use super::course::{Course, Grounds, Past, ahead, back};
use super::findings::last_measured;
use super::health::Screening;
use super::proposal::{Proposal, What};
use super::{propose, stretch, trend};
use crate::history::{Answer, Days, MorningAnswer, week_of};
use crate::library::{Block, Id, RoutineKind};

/// The two halves of the programme.
const A: &str = "a";
/// The other.
const B: &str = "b";
/// The whole of it.
const FULL: &str = "full";
/// The session for a busy day.
const SHORT: &str = "short";
/// The stretch-only session.
pub const STRETCH: &str = "stretch";
/// The check of the hip's range, lying face down.
pub const PRONE: &str = "prone";

/// Everything the programme has to say on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Next {
    /// Whether a session may begin.
    pub gate: Gate,
    /// What is proposed, most pressing first.
    pub proposals: Vec<Proposal>,
    /// The days of this week that are left, today first, each with what is planned on it.
    pub week: Vec<Planned>,
}

/// Whether a session may begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// It may.
    Open,
    /// It may, with the easy levels alone, until the health questions are answered.
    Unscreened,
    /// Not before a professional has said that exercise is safe.
    NeedsClearance,
    /// Not before a sign has been looked at.
    OnHold,
}

impl Gate {
    /// Whether Start may be pressed.
    pub const fn lets_in(self) -> bool {
        matches!(self, Self::Open | Self::Unscreened)
    }
}

/// A day and what is planned on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The day.
    pub date: NaiveDate,
    /// The routine; `None` is a rest day.
    pub routine: Option<Id>,
}

/// What is proposed on a day.
pub fn next(course: &Course, grounds: &Grounds<'_>) -> Next {
    let gate = gate(course, grounds);
    let mut proposals = trend::professional(course, grounds);
    if let Screening::Yes(questions) = &course.health.screen {
        let questions = questions.iter().map(|it| it.slug().to_owned()).collect();
        proposals.push(Proposal::new("health", What::NeedsClearance { questions }));
    }
    if !gate.lets_in() {
        return Next { gate, proposals, week: Vec::new() };
    }
    proposals.extend(questions(course, grounds));
    proposals.extend(gap(course, grounds));
    if let Some(until) = course.easy_until.filter(|it| grounds.today <= *it) {
        proposals.push(Proposal::new("easy-week", What::EasyWeek { until }));
    }
    proposals.push(today(course, grounds));
    let has_stretch = proposals.iter().any(|it| it.kind() == super::Kind::Stretch);
    proposals.extend(short_of_stretching(course, grounds).filter(|_| !has_stretch));
    proposals.extend(propose::changes(course, grounds));
    proposals.extend(propose::easy_week(course, grounds));
    proposals.extend(propose::keep(course, grounds));
    Next { gate, proposals, week: week(course, grounds) }
}

/// Whether a session may begin.
pub fn gate(course: &Course, grounds: &Grounds<'_>) -> Gate {
    let health = &course.health;
    match health.screen {
        _ if health.hold().is_some() => Gate::OnHold,
        Screening::Yes(_) => Gate::NeedsClearance,
        Screening::Open => Gate::Unscreened,
        _ if screen_is_stale(course, grounds) => Gate::Unscreened,
        Screening::Clear | Screening::Cleared(_) => Gate::Open,
    }
}

/// Whether the questions have to be asked again after a long gap.
fn screen_is_stale(course: &Course, grounds: &Grounds<'_>) -> bool {
    let days = course.days_since(grounds.today);
    let long = days.is_some_and(|it| it > grounds.rules.pauses.low_end);
    let last = course.sessions.last().map(|it| it.date);
    long && course.health.asked.zip(last).is_none_or(|(asked, last)| asked <= last)
}

/// What is asked today.
fn questions(course: &Course, grounds: &Grounds<'_>) -> Vec<Proposal> {
    let rules = &grounds.rules;
    let days = course.days_since(grounds.today);
    let mut asked = Vec::new();
    match days.filter(|_| screen_is_stale(course, grounds)) {
        Some(days) => asked.push(Proposal::new("health", What::HealthAgain { days })),
        None if course.health.screen == Screening::Open => {
            asked.push(Proposal::new("health", What::HealthScreen));
        }
        None => {
            let last = course.sessions.last().map(|it| it.date);
            let told = course.health.asked.max(course.health.checked).zip(last);
            let told = told.is_some_and(|it| it.0 > it.1);
            let days = days.filter(|it| *it > rules.pauses.set_fewer && !told);
            asked.extend(days.map(|days| Proposal::new("health", What::HealthChanged { days })));
        }
    }
    asked.extend(morning(course, grounds));
    asked.extend(retest(course, grounds));
    asked.extend(function(course, grounds));
    asked.retain(|it| !propose::is_quiet(course, it, grounds));
    asked
}

/// The morning question, once for the last session; from the second day on the answer is late.
fn morning(course: &Course, grounds: &Grounds<'_>) -> Option<Proposal> {
    /// After so many days nobody remembers the morning.
    const ASKED_FOR: i64 = 7;
    let last = course.sessions.last()?;
    let days = (grounds.today - last.date).num_days();
    let due = (1..=ASKED_FOR).contains(&days) && course.morning(last).is_none();
    due.then(|| Proposal::new("morning", What::Morning { of: last.id, late: days > 1 }))
}

/// Measuring again: at weeks of training that the rules name, and after a long gap. A measurement is
/// one of both hips in both directions; a stray reading puts nothing off.
fn retest(course: &Course, grounds: &Grounds<'_>) -> Option<Proposal> {
    let rules = &grounds.rules;
    let first = course.sessions.first()?.date;
    let last = last_measured(grounds.journal, grounds.today);
    let days = course.days_since(grounds.today)?;
    let since = last.map(|it| (grounds.today - it).num_days());
    if since.is_some_and(|it| it < i64::from(rules.checks.least_days)) {
        return None;
    }
    if days > rules.pauses.low_end {
        return Some(Proposal::new(PRONE, What::RetestAfterGap { days }));
    }
    let weeks = u32::try_from((grounds.today - first).num_days() / 7).unwrap_or_default();
    let due = [rules.checks.first_week, rules.checks.second_week, rules.checks.third_week];
    let week = due.into_iter().rev().find(|it| *it <= weeks)?;
    let since = ahead(first, week * 7);
    let done = last.is_some_and(|it| it >= back(since, 7));
    (!done).then(|| Proposal::new(PRONE, What::Retest { week }))
}

/// The activities, once a month.
fn function(course: &Course, grounds: &Grounds<'_>) -> Option<Proposal> {
    course.sessions.first()?;
    let last = trend::function(grounds).last().map(|it| it.date);
    let days = last.map(|it| u32::try_from((grounds.today - it).num_days()).unwrap_or_default());
    let due = days.is_none_or(|it| it >= grounds.rules.checks.function_days);
    due.then(|| Proposal::new(trend::FUNCTION, What::Function { days }))
}

/// The lighter session after days without one.
pub fn gap(course: &Course, grounds: &Grounds<'_>) -> Option<Proposal> {
    let rules = &grounds.rules.pauses;
    let days = course.days_since(grounds.today)?;
    let what = if days > rules.low_end {
        What::LongGap { days }
    } else if days > rules.set_fewer {
        What::MiddleGap { days }
    } else if days > rules.as_before {
        What::ShortGap { days }
    } else {
        return None;
    };
    Some(Proposal::new("gap", what))
}

/// Sessions a week: the person's target, two in Keep, or the rule's.
pub fn target(course: &Course, grounds: &Grounds<'_>) -> u32 {
    let says = grounds
        .journal
        .records()
        .any(|it| matches!(super::health::said(it), crate::history::Body::Target(_)));
    if says {
        Days::of(grounds.journal).target_on(grounds.today).into()
    } else if course.keeps.is_some() {
        grounds.rules.week.keep_target
    } else {
        grounds.rules.week.target
    }
}

/// Days of this week on which a session was done, before and with a day.
fn done_this_week(course: &Course, grounds: &Grounds<'_>) -> u32 {
    let start = week_of(grounds.today, grounds.week_starts);
    let mut days: Vec<_> = course.sessions.iter().map(|it| it.date).collect();
    days.retain(|it| *it >= start);
    days.dedup();
    u32::try_from(days.len()).unwrap_or(u32::MAX)
}

/// The session of today, or rest, or stretching alone.
fn today(course: &Course, grounds: &Grounds<'_>) -> Proposal {
    let (done, target) = (done_this_week(course, grounds), target(course, grounds));
    if course.sessions.last().is_some_and(|it| it.date == grounds.today) {
        return Proposal::new("rest", What::DoneToday);
    }
    if done >= target {
        return Proposal::new("rest", What::WeekDone { done, target });
    }
    let session = session(course, grounds, (done, target));
    let soon = too_soon(course, grounds, (&session.subject, grounds.today));
    match soon.or_else(|| room(course, grounds, target.saturating_sub(done))) {
        Some(what) => {
            let stretch = short_of_stretching(course, grounds);
            stretch.unwrap_or_else(|| Proposal::new("rest", what))
        }
        None => session,
    }
}

/// Whether the week has room for a day of rest after the day before.
fn room(course: &Course, grounds: &Grounds<'_>, open: u32) -> Option<What> {
    let yesterday = course.sessions.last().is_some_and(|it| it.date == back(grounds.today, 1));
    let end = ahead(week_of(grounds.today, grounds.week_starts), 6);
    let days = u32::try_from((end - grounds.today).num_days()).unwrap_or_default() + 1;
    (yesterday && is_roomy(open, days)).then_some(What::RoomInWeek { open, days })
}

/// Whether so many sessions fit into so many days without two in a row, from the second day on.
const fn is_roomy(open: u32, days: u32) -> bool {
    open * 2 <= days
}

/// With three sessions a week the third is the whole programme.
const OF_THREE: (u32, u32) = (2, 3);

/// Which routine comes next.
fn session(course: &Course, grounds: &Grounds<'_>, (done, target): (u32, u32)) -> Proposal {
    let has = |it: &str| grounds.library.routine(it).is_some();
    let dedicated = || course.sessions.iter().rev().filter(|it| is_dedicated(it, grounds));
    let habit = grounds.rules.week.short_habit as usize;
    let shorts = dedicated().take_while(|it| it.routine == SHORT).count();
    if shorts >= habit && has(SHORT) {
        let sessions = u32::try_from(shorts).unwrap_or(u32::MAX);
        return Proposal::new(SHORT, What::ShortHabit { sessions });
    }
    let last_half = dedicated().find(|it| [A, B, FULL].contains(&it.routine.as_str()));
    let Some(last) = last_half else {
        let first = grounds.library.routines.iter().find(|it| it.kind == RoutineKind::Session);
        let first = if has(A) { A } else { first.map_or(A, |it| it.id.as_str()) };
        return match dedicated().next() {
            Some(it) => {
                Proposal::new(first, What::Alternate { last: it.routine.clone(), on: it.date })
            }
            None => Proposal::new(first, What::FirstSession),
        };
    };
    if (done, target) == OF_THREE && has(FULL) && last.routine != FULL {
        return Proposal::new(FULL, What::WholeWeek { done, target });
    }
    let what = What::Alternate { last: last.routine.clone(), on: last.date };
    Proposal::new(if last.routine == A && has(B) { B } else { A }, what)
}

/// Whether a session was one of its own, not before or after other training.
fn is_dedicated(past: &Past, grounds: &Grounds<'_>) -> bool {
    let routine = grounds.library.routine(&past.routine);
    routine.is_none_or(|it| it.kind == RoutineKind::Session) && past.routine != STRETCH
}

/// Why a routine comes too soon on a day: the same strength exercise was trained the day before, or
/// the day before was very hard for a muscle of it.
fn too_soon(
    course: &Course,
    grounds: &Grounds<'_>,
    (routine, day): (&str, NaiveDate),
) -> Option<What> {
    let routine = grounds.library.routine(routine)?;
    let items = routine.blocks.iter().flat_map(|it| &it.items);
    let strength: Vec<_> = items
        .filter_map(|it| grounds.library.exercise(&it.exercise))
        .filter(|it| it.block == Block::Strength)
        .collect();
    let since = back(day, grounds.rules.week.same_work_days);
    let lately = || course.sessions.iter().rev().filter(|it| it.date > since && it.date < day);
    let again = lately().find_map(|past| {
        let same = strength.iter().find(|it| past.worked.contains(&it.id))?;
        Some(What::DayBetween { trained: same.id.clone(), on: past.date })
    });
    again.or_else(|| {
        lately().find_map(|past| {
            let (muscle, left) = past.left?;
            let hard = u32::from(left) <= grounds.rules.week.hard_reps_left;
            let works = strength.iter().any(|it| it.muscles.first() == Some(&muscle));
            (hard && works).then_some(What::HardDay { muscle, left })
        })
    })
}

/// The stretch-only session, when a muscle has had fewer minutes than it should and it was trained at
/// all before.
fn short_of_stretching(course: &Course, grounds: &Grounds<'_>) -> Option<Proposal> {
    course.sessions.first()?;
    if course.sessions.last().is_some_and(|it| it.date == grounds.today) {
        return None;
    }
    grounds.library.routine(STRETCH)?;
    let target = grounds.rules.week.stretch_minutes;
    let held = stretch::held(course, grounds);
    let (muscle, least) = held.iter().min_by_key(|it| *it.1)?;
    let minutes = stretch::minutes(*least);
    let what = What::StretchMinutes { muscle: *muscle, minutes, target };
    (minutes < target).then(|| Proposal::new(STRETCH, what))
}

/// The rest of this week, spread over the days that are left; on the last day of the week, the next.
pub fn week(course: &Course, grounds: &Grounds<'_>) -> Vec<Planned> {
    let start = week_of(grounds.today, grounds.week_starts);
    let end = ahead(start, 6);
    if grounds.today == end {
        let monday = ahead(end, 1);
        return spread(course, grounds, (monday, 7, target(course, grounds)));
    }
    let days = u32::try_from((end - grounds.today).num_days()).unwrap_or_default() + 1;
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
    let own = grounds.journal.if_then(grounds.today).map(|it| it.1);
    let own = own.filter(|it| !it.days.is_empty());
    let is_own = |date: NaiveDate| {
        own.is_some_and(|it| it.is_on(chrono::Datelike::weekday(&date).number_from_monday()))
    };
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
        // On the days that the person has chosen, as long as there are enough of them.
        let to_come = (0..left).filter(|it| is_own(ahead(date, *it))).count() as u32;
        let waits = own.is_some() && !is_own(date) && open <= to_come;
        let rests = open == 0 || busy || soon || waits || (yesterday && roomy && !is_own(date));
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

impl Course {
    /// How the morning after a session was, when told.
    pub fn morning(&self, past: &Past) -> Option<MorningAnswer> {
        self.mornings.get(&past.id).copied()
    }

    /// What was accepted, and what rules did by themselves: the changes that hold.
    pub fn changes(&self) -> impl DoubleEndedIterator<Item = &super::Change> {
        self.log.iter().filter(|it| it.answer.is_none_or(|it| it == Answer::Accepted))
    }
}

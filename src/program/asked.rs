//! What is asked on a day: the health questions, the morning after, measuring again, the activities.

use super::course::{Course, Grounds, ahead, back};
use super::findings::last_measured;
use super::health::Screening;
use super::next::PRONE;
use super::proposal::Proposal;
use super::what::What;
use super::{propose, trend};

/// Whether the questions have to be asked again after a long gap.
pub(super) fn screen_is_stale(course: &Course, grounds: &Grounds<'_>) -> bool {
    let days = course.days_since(grounds.today);
    let long = days.is_some_and(|it| it > grounds.rules.pauses.low_end);
    let last = course.sessions.last().map(|it| it.date);
    long && course.health.asked.zip(last).is_none_or(|(asked, last)| asked <= last)
}

/// What is asked today.
pub(super) fn questions(course: &Course, grounds: &Grounds<'_>) -> Vec<Proposal> {
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

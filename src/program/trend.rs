//! The course of pain and function over weeks: when somebody should look at it, and when it is steady.

use chrono::NaiveDate;

use super::course::{Course, Grounds, Past, back};
use super::proposal::{Proposal, of_sign};
use super::propose::is_quiet;
use super::what::What;
use crate::history::{Answer, Body, Journal};
use crate::library::Id;

/// The id under which the activities that a person named are kept: a check whose readings are ratings
/// in tenths, 0-100.
pub const FUNCTION: &str = "function";
/// The id under which it is kept how sure somebody is to reach the week's target, in the same way.
pub const CONFIDENCE: &str = "confidence";

/// Everything for which somebody should look at it, most pressing first.
pub fn professional(course: &Course, grounds: &Grounds<'_>) -> Vec<Proposal> {
    if let Some((sign, since)) = course.health.hold() {
        return vec![of_sign(sign, since)];
    }
    let found = [
        appointment(course),
        worse_mornings(course, grounds),
        red_sessions(course, grounds),
        worsening(course, grounds),
        no_change(course, grounds),
    ];
    found
        .into_iter()
        .flatten()
        .map(|it| Proposal::new("professional", it))
        .filter(|it| !is_quiet(course, it, grounds))
        .collect()
}

/// Told signs without a hurry, until the person says that the appointment is made.
fn appointment(course: &Course) -> Option<What> {
    let told = || course.health.signs.iter().filter(|it| !it.0.holds());
    let since = told().map(|it| *it.1).max()?;
    let made = course.log.iter().any(|it| {
        let is_one = matches!(it.proposal.what, What::Appointment { .. });
        is_one && it.answer == Some(Answer::Accepted) && since <= it.date
    });
    let signs = told().map(|it| it.0.slug().to_owned()).collect();
    (!made).then_some(What::Appointment { signs, since })
}

fn worse_mornings(course: &Course, grounds: &Grounds<'_>) -> Option<What> {
    let rules = &grounds.rules.pain;
    // The advice stays for as long as strength work pauses.
    course.pauses_strength(grounds.today).then_some(())?;
    let last = course.worse.last()?;
    let mornings = course.worse.iter().filter(|it| **it > back(*last, rules.worse_days)).count();
    let mornings = u32::try_from(mornings).unwrap_or(u32::MAX);
    Some(What::WorseMornings { mornings, days: rules.worse_days })
}

fn red_sessions(course: &Course, grounds: &Grounds<'_>) -> Option<What> {
    let (rules, pain) = (&grounds.rules.professional, &grounds.rules.pain);
    let since = back(grounds.today, rules.red_days);
    let red = |it: &&Past| it.worst.is_some_and(|it| u32::from(it.get()) >= pain.red_from);
    let sessions = course.sessions.iter().filter(|it| it.date > since).filter(red).count();
    let sessions = u32::try_from(sessions).unwrap_or(u32::MAX);
    (sessions >= rules.red_sessions).then_some(What::RedSessions { sessions, days: rules.red_days })
}

fn worsening(course: &Course, grounds: &Grounds<'_>) -> Option<What> {
    let rules = &grounds.rules.professional;
    let two_weeks = back(grounds.today, 14);
    let to = mean(course, two_weeks, grounds.today)?;
    let from = mean(course, back(two_weeks, 28), two_weeks)?;
    (to >= from + f64::from(rules.worsening))
        .then_some(What::Worsening { from: rounded(from), to: rounded(to) })
}

/// Six weeks of regular work, pain that matters, and neither less of it nor better function.
fn no_change(course: &Course, grounds: &Grounds<'_>) -> Option<What> {
    let rules = &grounds.rules.professional;
    let (today, weeks) = (grounds.today, rules.no_change_weeks);
    let start = back(today, weeks * 7);
    let since_before = course.sessions.first().is_some_and(|it| it.date <= start);
    let worked = course.sessions.iter().filter(|it| it.date > start).count();
    let regular = worked as u64 >= u64::from(weeks * rules.regular_sessions);
    if !since_before || !regular {
        return None;
    }
    let then = mean(course, back(start, 14), ahead_two(start))?;
    let now = mean(course, back(today, 14), today)?;
    let matters = now >= f64::from(rules.pain_to_change);
    let less = now <= then - f64::from(rules.less_pain);
    let better =
        function_change(grounds, start).is_some_and(|it| it >= f64::from(rules.better_function));
    (matters && !less && !better).then_some(What::NoChange { weeks, pain: rounded(now) })
}

fn ahead_two(date: NaiveDate) -> NaiveDate {
    super::course::ahead(date, 14)
}

/// The mean of the pain told around the sessions after one day, up to and with another; `None` when
/// fewer than two sessions told of any.
fn mean(course: &Course, after: NaiveDate, to: NaiveDate) -> Option<f64> {
    let within = course.sessions.iter().filter(|it| after < it.date && it.date <= to);
    let told: Vec<f64> =
        within.filter_map(|it| it.before.max(it.after)).map(|it| f64::from(it.get())).collect();
    (told.len() >= 2).then(|| told.iter().sum::<f64>() / told.len() as f64)
}

fn rounded(value: f64) -> u32 {
    value.round() as u32
}

/// One time that the activities were rated.
#[derive(Debug, Clone, PartialEq)]
pub struct Function {
    /// The day.
    pub date: NaiveDate,
    /// Each activity with its rating, 0-10.
    pub ratings: Vec<(Id, f64)>,
}

/// Every time the activities were rated, oldest first.
pub fn function(grounds: &Grounds<'_>) -> Vec<Function> {
    ratings(grounds.journal, grounds.today)
}

/// Every time the activities were rated up to a day, oldest first.
pub fn ratings(journal: &Journal, today: NaiveDate) -> Vec<Function> {
    let mut all: Vec<_> = journal
        .records()
        .filter(|it| it.date <= today)
        .filter_map(|record| {
            let Body::Check(check) = super::health::said(record) else { return None };
            let readings = check.readings.iter().filter(|it| !it.rejected);
            let ratings = readings
                .filter_map(|it| Some((it.what.clone(), f64::from(it.tenths?) / 10.0)))
                .collect();
            (check.of == FUNCTION).then_some(Function { date: record.date, ratings })
        })
        .collect();
    all.sort_by_key(|it| it.date);
    all
}

/// The mean change of the activities from the last rating before a day to the latest.
fn function_change(grounds: &Grounds<'_>, since: NaiveDate) -> Option<f64> {
    let all = function(grounds);
    let first = all.iter().rev().find(|it| it.date <= since).or_else(|| all.first())?;
    change(first, all.last().filter(|it| it.date > first.date)?)
}

fn change(first: &Function, last: &Function) -> Option<f64> {
    let both = last.ratings.iter().filter_map(|(id, now)| {
        let then = first.ratings.iter().find(|it| it.0 == *id)?;
        Some(now - then.1)
    });
    let changes: Vec<f64> = both.collect();
    (!changes.is_empty()).then(|| changes.iter().sum::<f64>() / changes.len() as f64)
}

/// Whether the last two ratings of the activities are within a point of each other.
pub fn is_steady(grounds: &Grounds<'_>) -> bool {
    let all = function(grounds);
    let mut last = all.iter().rev();
    let (Some(now), Some(before)) = (last.next(), last.next()) else { return false };
    change(before, now).is_some_and(|it| it.abs() <= 1.0)
}

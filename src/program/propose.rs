//! What could change now: the next level, a longer hold, an extra set, a level down, an easy week,
//! Keep. One harder thing for a muscle at a time, never right after a gap, never against pain.

use std::collections::BTreeSet;

use super::course::{Course, Grounds, Track, back, monday};
use super::judge::size;
use super::proposal::Proposal;
use super::stretch;
use super::suit::Form;
use super::what::What;
use crate::history::{Answer, Days, WeekRules, Weeks};
use crate::library::{Block, Exercise, LevelSides};

/// The changes that are proposed now, most pressing first, at most one for a muscle.
pub fn changes(course: &Course, grounds: &Grounds<'_>) -> Vec<Proposal> {
    if course.health.hold().is_some() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for exercise in &grounds.library.exercises {
        let Some(track) = course.tracks.get(&exercise.id) else { continue };
        if let Some(what) = of_exercise(course, track, (exercise, grounds)) {
            let proposal = Proposal::new(exercise.id.clone(), what);
            if is_quiet(course, &proposal, grounds) {
                continue;
            }
            // What has hurt goes first where only one change for a muscle is allowed, then what has
            // waited longest.
            let calm = !(track.amber || proposal.what.is_down());
            found.push(((calm, track.changed), exercise, proposal));
        }
    }
    found.sort_by_key(|it| it.0);
    let mut taken: BTreeSet<_> = changed_now(course, grounds);
    found.retain(|(_, exercise, _)| exercise.muscles.first().is_none_or(|it| taken.insert(*it)));
    found.into_iter().map(|it| it.2).collect()
}

/// The muscles for which a rule changed something after the last session.
fn changed_now(course: &Course, grounds: &Grounds<'_>) -> BTreeSet<crate::library::Muscle> {
    let Some(last) = course.sessions.last() else { return BTreeSet::new() };
    let exercises = grounds.library.exercises.iter();
    let changed = exercises.filter(|it| {
        let track = course.tracks.get(&it.id);
        track.and_then(|it| it.changed).is_some_and(|it| it >= last.date)
    });
    changed.filter_map(|it| it.muscles.first().copied()).collect()
}

/// Whether a proposal was answered lately, so that it is not made again.
pub(super) fn is_quiet(course: &Course, proposal: &Proposal, grounds: &Grounds<'_>) -> bool {
    let rules = &grounds.rules;
    let Some((date, answer)) = course.answered(proposal) else { return false };
    let days = match (answer, proposal.kind()) {
        (_, super::Kind::Professional) => rules.professional.quiet_days,
        (Answer::Later, _) => rules.progress.later_days,
        // One easy week is enough for a while.
        (Answer::Declined, _) | (Answer::Accepted, super::Kind::Lighter) => rules.progress.no_days,
        // What else was accepted has its effect, and may come again.
        (Answer::Accepted, _) => 0,
    };
    date > back(grounds.today, days)
}

fn of_exercise(
    course: &Course,
    track: &Track,
    (exercise, grounds): (&Exercise, &Grounds<'_>),
) -> Option<What> {
    if track.last.is_none() || matches!(track.suited.form, Form::Skip | Form::Other(..)) {
        return None;
    }
    if let Some(what) = easier(track, (exercise, grounds)) {
        return Some(what);
    }
    may_rise(course, track, (exercise, grounds)).then_some(())?;
    let rules = &grounds.rules.progress;
    extra_set(track, exercise, rules.clean_sessions).or_else(|| {
        if exercise.block == Block::Mobility {
            stretch_more(track, (exercise, grounds))
        } else {
            harder(track, (exercise, grounds))
        }
    })
}

/// A level down after misses or shaky sessions.
fn easier(track: &Track, (exercise, grounds): (&Exercise, &Grounds<'_>)) -> Option<What> {
    let rules = &grounds.rules.progress;
    if track.suited.is_fixed() {
        return None;
    }
    let from = track.standing.level;
    let to = track.standing.level_before(exercise, grounds.owned)?.number;
    if track.misses >= rules.misses {
        Some(What::Missed { from, to, sessions: track.misses })
    } else if track.shaky >= rules.misses {
        Some(What::Shaky { from, to, sessions: track.shaky })
    } else if track.eased >= rules.misses {
        Some(What::Eased { from, to, sessions: track.eased })
    } else {
        None
    }
}

/// Whether something may get harder at all now.
fn may_rise(
    course: &Course,
    track: &Track,
    (exercise, grounds): (&Exercise, &Grounds<'_>),
) -> bool {
    let (rules, today) = (&grounds.rules, grounds.today);
    let rested = course.days_since(today).is_some_and(|it| it > rules.pauses.as_before);
    let raised = exercise.muscles.first().and_then(|it| course.rises.get(it));
    let lately = raised.is_some_and(|it| *it > back(today, rules.progress.days_between_rises));
    let strength = exercise.block == Block::Strength;
    let first = course.sessions.first().map(|it| it.date);
    let learning = first.is_none_or(|it| it > back(today, rules.progress.learn_days));
    !rested
        && !learning
        && course.is_calm(today, &rules.pain)
        && !lately
        && !track.pain.freezes()
        && !course.is_easy(today)
        && course.keeps.is_none()
        && !(strength && course.pauses_strength(today))
}

fn harder(track: &Track, (exercise, grounds): (&Exercise, &Grounds<'_>)) -> Option<What> {
    let standing = track.standing;
    let level = exercise.level(standing.level)?;
    let clean = track.credit;
    let rules = &grounds.rules.progress;
    let control = exercise.block == Block::Control;
    let needed = if control { rules.control_sessions } else { rules.clean_sessions };
    if clean < if track.single { needed * 2 } else { needed } {
        return None;
    }
    // First more weight, as long as there is one that is no great step.
    let from = grounds.owned.weight_for(level, standing.weight);
    let step = (rules.weight_least, rules.weight_most);
    if let Some((from, to)) = from.and_then(|it| Some((it, grounds.owned.next_weight(it, step)?))) {
        return Some(What::Heavier { from, to, clean });
    }
    let fixed = track.suited.is_fixed();
    let next = standing.next_level(exercise, grounds.owned).filter(|_| !fixed);
    let lacks = fixed || standing.next_lacks(exercise, grounds.owned);
    // A routine of one set each stays one: another set would have no effect there.
    let room = standing.sets < *level.dose.sets.end() && !track.single;
    match next {
        Some(next) if !(lacks && room) => {
            let (from, to) = (standing.level, next.number);
            Some(What::LevelUp { from, to, clean, top: level.dose.high })
        }
        _ if room => Some(What::MoreSets { from: standing.sets, to: standing.sets + 1, clean }),
        _ => None,
    }
}

fn stretch_more(track: &Track, (exercise, grounds): (&Exercise, &Grounds<'_>)) -> Option<What> {
    let standing = track.standing;
    let level = exercise.level(standing.level)?;
    let whole = track.whole;
    if whole < grounds.rules.progress.stretch_sessions {
        return None;
    }
    let longest = track.suited.hold_at_most.map(|it| level.dose.high.with_time(it));
    let top = longest.filter(|it| size(*it) < size(level.dose.high)).unwrap_or(level.dose.high);
    let from = standing.amount;
    let to = super::fold::stepped(from, top, grounds.rules);
    if to != from {
        return Some(What::LongerHold { from, to, whole });
    }
    let enough = stretch::minutes_of(exercise, grounds) >= grounds.rules.week.stretch_most;
    if standing.sets < *level.dose.sets.end() && !enough && !track.single {
        return Some(What::MoreHolds { from: standing.sets, to: standing.sets + 1, whole });
    }
    let next = standing.next_level(exercise, grounds.owned)?;
    if track.suited.is_fixed() || track.suited.hold_at_most.is_some() {
        return None;
    }
    Some(What::NextStretch { from: standing.level, to: next.number, whole })
}

/// One more set for the side that is behind, session after session.
fn extra_set(track: &Track, exercise: &Exercise, often: u32) -> Option<What> {
    let (side, behind, sessions) = track.behind?;
    let level = exercise.level(track.standing.level)?;
    let one_sided = level.sides != LevelSides::Both;
    // Whoever misses reps or is shaky needs less, not more.
    let steady = track.misses == 0 && track.shaky == 0 && track.eased == 0;
    let free = track.standing.extra.is_none() && steady;
    (one_sided && free && sessions >= often).then_some(What::ExtraSet { side, behind, sessions })
}

/// An easy week, when weeks got harder one after the other, or sessions were very hard.
pub fn easy_week(course: &Course, grounds: &Grounds<'_>) -> Option<Proposal> {
    let rules = &grounds.rules.progress;
    if course.is_easy(grounds.today) || course.keeps.is_some() {
        return None;
    }
    let this = monday(grounds.today);
    let mut week = if course.harder_weeks.contains(&this) { this } else { back(this, 7) };
    let mut weeks = 0;
    while course.harder_weeks.contains(&week) {
        weeks += 1;
        week = back(week, 7);
    }
    let what = if course.hard_run >= rules.hard_sessions {
        What::EasyAfterHard { sessions: course.hard_run }
    } else if let Some((from, to, sessions)) =
        course.sore_run.filter(|it| it.2 >= rules.sore_sessions)
    {
        What::EasyAfterSoreness { from, to, sessions }
    } else if weeks >= rules.easy_after_weeks {
        What::EasyAfterWeeks { weeks }
    } else {
        let (nights, days) = (short_nights(course, grounds), rules.nights_days);
        if nights < rules.short_nights {
            return None;
        }
        What::EasyAfterNights { nights, days }
    };
    let proposal = Proposal::new("easy-week", what);
    // One easy week is enough for a while, whatever led to it.
    let since = back(grounds.today, rules.no_days);
    let mut log = course.log.iter().filter(|it| it.date > since);
    let had =
        log.any(|it| it.proposal.what.offers_easy_week() && it.answer == Some(Answer::Accepted));
    (!had && !is_quiet(course, &proposal, grounds)).then_some(proposal)
}

/// Nights lately told as bad.
fn short_nights(course: &Course, grounds: &Grounds<'_>) -> u32 {
    let since = back(grounds.today, grounds.rules.progress.nights_days);
    let nights = course.health.nights.iter().filter(|it| **it > since && **it <= grounds.today);
    u32::try_from(nights.count()).unwrap_or(u32::MAX)
}

/// Keep, when twelve weeks are on track and function is steady or nothing can get harder any more.
pub fn keep(course: &Course, grounds: &Grounds<'_>) -> Option<Proposal> {
    if course.keeps.is_some() {
        return None;
    }
    let rules = &grounds.rules.week;
    let weeks = weeks(course, grounds).on_track;
    let topped = is_topped(course, grounds);
    if weeks < rules.keep_weeks || !(topped || super::trend::is_steady(grounds)) {
        return None;
    }
    let what = What::Keep { weeks, target: rules.keep_target, topped };
    let proposal = Proposal::new("keep", what);
    (!is_quiet(course, &proposal, grounds)).then_some(proposal)
}

/// The weeks against the target; days on hold ask for nothing.
pub(super) fn weeks(course: &Course, grounds: &Grounds<'_>) -> Weeks {
    let rules = WeekRules {
        first_day: grounds.week_starts,
        today: grounds.today,
        held: &course.health.held,
    };
    Weeks::new(&Days::of(grounds.journal), &rules)
}

/// Whether every strength exercise that was trained is at the top of what can be done.
fn is_topped(course: &Course, grounds: &Grounds<'_>) -> bool {
    let strength = grounds.library.exercises.iter().filter(|it| it.block == Block::Strength);
    let mut trained = strength
        .filter_map(|it| Some((it, course.tracks.get(&it.id)?)))
        .filter(|it| it.1.last.is_some())
        .peekable();
    trained.peek().is_some()
        && trained.all(|(exercise, track)| {
            let standing = track.standing;
            let level = exercise.level(standing.level);
            let at_top = level.is_some_and(|it| size(standing.amount) >= size(it.dose.high));
            at_top && standing.next_level(exercise, grounds.owned).is_none()
        })
}

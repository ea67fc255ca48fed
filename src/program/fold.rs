//! What a session, a morning and a gap each do to the course.

use std::collections::BTreeSet;
use std::time::Duration;

use chrono::NaiveDate;

use super::course::{Course, Grounds, Track};
use super::judge::{Verdict, size};
use super::pain::PainState;
use super::proposal::Proposal;
use super::rules::Rules;
use super::standing::Standing;
use super::what::What;
use crate::history::{ExerciseRecord, Form, Record, RecordId, SessionRecord};
use crate::library::{Amount, Block, Exercise, Level, LevelSides};
use crate::session::{Replaces, Why};

/// Takes in what a session says of its exercises. After a gap (`fresh`) nothing is earned. What was
/// swapped for want of something, changed while the session ran, or prescribed by somebody earns and
/// costs nothing by its reps; pain always counts.
pub(super) fn session(
    course: &mut Course,
    (record, session): (&Record, &SessionRecord),
    fresh: bool,
    grounds: &Grounds<'_>,
) {
    let easy = course.is_easy(record.date);
    let after = PainState::after(session, &grounds.rules.pain);
    let calm = course.is_calm(record.date, &grounds.rules.pain) && !after.freezes();
    let mut seen = BTreeSet::new();
    for done in &session.exercises {
        let Some(exercise) = grounds.library.exercise(&done.exercise) else { continue };
        let Some(track) = course.tracks.get_mut(&exercise.id) else { continue };
        // An exercise that was done in several forms is one: it hurt once, and is judged once.
        if !seen.insert(&exercise.id) {
            continue;
        }
        let change = Change::of(session, &done.exercise);
        let state = PainState::in_session(session, &done.exercise, &grounds.rules.pain);
        track.pain = state;
        track.last = Some(record.date);
        if state == PainState::Red {
            course.reds.push(record.date);
        }
        let eased = take_pain(track, state, exercise, grounds);
        if let Some((before, what)) = eased {
            track.eased_for = Some(record.id);
            track.changed = Some(record.date);
            let unchanged = before == track.standing;
            course.note(record.date, Proposal::new(exercise.id.clone(), what), None);
            if unchanged {
                continue;
            }
        }
        let track = course.tracks.get_mut(&exercise.id);
        if let Some(track) = track.filter(|_| !session.prescribed && !easy) {
            // Whoever takes the easier form for another reason than pain finds the level too hard.
            match change {
                Some(Change::Eased) if state == PainState::Green => track.eased += 1,
                Some(Change::Eased | Change::Other) => {}
                None => track.eased = 0,
            }
        }
        let earns = !done.swapped && !session.prescribed && !easy && change.is_none();
        if earns && !state.freezes() && after != PainState::Red {
            earn(course, (record.date, session, done), (exercise, calm && !fresh), grounds);
        } else if let Some(track) = course.tracks.get_mut(&exercise.id) {
            track.credit = 0;
            track.whole = 0;
        }
    }
}

/// How an exercise was changed while the session ran: its reps then earn and cost nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    /// An easier form took its place.
    Eased,
    /// A harder form did, or another exercise, or it stood in for one.
    Other,
}

impl Change {
    fn of(session: &SessionRecord, exercise: &str) -> Option<Self> {
        let mut all = session.exercises.iter().filter_map(|it| Some((it, it.replaces.as_ref()?)));
        let here = |it: &(&ExerciseRecord, &Replaces)| {
            it.0.exercise == exercise || it.1.exercise == exercise
        };
        let mut changes = all.by_ref().filter(here).map(|it| it.1.why).peekable();
        changes.peek()?;
        let eased = changes.all(|it| it == Why::Easier);
        Some(if eased { Self::Eased } else { Self::Other })
    }
}

/// What pain does to an exercise: red at once, amber again, or nothing.
fn take_pain(
    track: &mut Track,
    state: PainState,
    exercise: &Exercise,
    grounds: &Grounds<'_>,
) -> Option<(Standing, What)> {
    let before = track.standing;
    match state {
        PainState::Red => {
            ease(track, exercise, grounds);
            let what = What::RedPain { from: before.step(), to: track.standing.step() };
            Some((before, what))
        }
        PainState::Amber => {
            track.amber = true;
            track.ambers += 1;
            let sessions = track.ambers;
            if sessions < grounds.rules.pain.ambers_to_ease {
                return None;
            }
            ease(track, exercise, grounds);
            let to = track.standing.step();
            Some((before, What::AmberPain { from: before.step(), to, sessions }))
        }
        PainState::Green | PainState::Frozen => {
            track.ambers = 0;
            None
        }
    }
}

/// One step easier; what was earned is gone.
fn ease(track: &mut Track, exercise: &Exercise, grounds: &Grounds<'_>) {
    let amber = track.amber;
    let fixed = track.suited.is_fixed();
    track.standing = track.standing.easier(exercise, grounds.owned, fixed);
    track.begin_anew();
    track.amber = amber;
}

/// What a calm session earns, and what a missed one costs.
fn earn(
    course: &mut Course,
    (date, session, done): (NaiveDate, &SessionRecord, &ExerciseRecord),
    (exercise, may_rise): (&Exercise, bool),
    grounds: &Grounds<'_>,
) {
    let Some(track) = course.tracks.get_mut(&exercise.id) else { return };
    let Some(level) = exercise.level(track.standing.level) else { return };
    if done.level != level.number {
        return;
    }
    let rules = &grounds.rules.progress;
    let verdict = Verdict::of(session, done, (level, &track.standing), rules);
    let Some(verdict) = verdict else { return };
    track.single = done.planned.sets <= if level.sides == LevelSides::Both { 1 } else { 2 };
    let mut changes = Vec::new();
    changes.extend(sides(track, &verdict, grounds.rules));
    if exercise.block == Block::Mobility {
        // A stretch that is not held to its end is no step back; it is only not one forward.
        if may_rise && verdict.whole && verdict.full_plan {
            track.whole += 1;
        }
    } else {
        misses(track, &verdict);
        changes.extend(reps(track, &verdict, (level, may_rise), grounds.rules));
    }
    for what in changes {
        if matches!(what, What::RepsUp { .. }) {
            course.harder(date);
        }
        course.note(date, Proposal::new(exercise.id.clone(), what), None);
    }
}

fn misses(track: &mut Track, verdict: &Verdict) {
    track.misses = if verdict.below { track.misses + 1 } else { 0 };
    match verdict.form {
        Some(Form::Shaky) => track.shaky += 1,
        Some(Form::Clean) => track.shaky = 0,
        None => {}
    }
}

/// Double progression: reps inside the range, then credit for the next level.
fn reps(
    track: &mut Track,
    verdict: &Verdict,
    (level, may_rise): (&Level, bool),
    rules: &Rules,
) -> Option<What> {
    let from = track.standing.amount;
    if !verdict.clean || !may_rise {
        track.credit = 0;
        let fell = !verdict.whole && verdict.full_plan && size(verdict.least) < size(from);
        let told = verdict.form.is_some();
        if !fell || !told {
            return None;
        }
        let to = with_size(from, size(verdict.least).max(size(level.dose.low)));
        track.standing.amount = to;
        return (to != from).then_some(What::RepsBack { from, to });
    }
    if verdict.at_top {
        track.standing.amount = level.dose.high;
        track.credit += 1;
        return None;
    }
    track.credit = 0;
    let to = stepped(from, level.dose.high, rules);
    if !verdict.full_plan || to == from {
        return None;
    }
    track.standing.amount = to;
    Some(What::RepsUp { from, to })
}

/// One step more of an amount, up to the top of its range.
pub(super) fn stepped(from: Amount, top: Amount, rules: &Rules) -> Amount {
    let step =
        if from.count().is_some() { rules.progress.rep_step } else { rules.progress.hold_step };
    with_size(from, (size(from) + step).min(size(top)).max(size(from)))
}

fn with_size(amount: Amount, size: u32) -> Amount {
    amount.with_count(size).with_time(Duration::from_secs(size.into()))
}

/// Which side is behind, session after session, and whether an extra set has done its work.
fn sides(track: &mut Track, verdict: &Verdict, rules: &Rules) -> Option<What> {
    /// So many even sessions end an extra set.
    const EVEN: u32 = 2;
    let uneven = verdict.uneven(&rules.progress);
    track.behind = uneven.map(|(side, by)| match track.behind {
        Some((last, _, times)) if last == side => (side, by, times + 1),
        _ => (side, by, 1),
    });
    let side = track.standing.extra?;
    track.even = if uneven.is_some() { 0 } else { track.even + 1 };
    if track.even < EVEN {
        return None;
    }
    track.standing.extra = None;
    track.even = 0;
    Some(What::ExtraSetGone { side })
}

/// The morning after was worse: every strength exercise of that session gets a step easier, once.
pub(super) fn worse_morning(
    course: &mut Course,
    date: NaiveDate,
    of: RecordId,
    grounds: &Grounds<'_>,
) {
    let Some(past) = course.sessions.iter().find(|it| it.id == of) else { return };
    for id in past.worked.clone() {
        let Some(exercise) = grounds.library.exercise(&id) else { continue };
        let Some(track) = course.tracks.get_mut(&exercise.id) else { continue };
        if exercise.block != Block::Strength || track.eased_for == Some(of) {
            continue;
        }
        let from = track.standing.step();
        ease(track, exercise, grounds);
        track.eased_for = Some(of);
        track.changed = Some(date);
        let to = track.standing.step();
        let what = What::WorseMorning { from, to };
        course.note(date, Proposal::new(exercise.id.clone(), what), None);
    }
}

/// Where everything stands on the first day after a gap of so many days. One set fewer is for that day
/// alone, so nothing is kept of it here.
pub(super) fn after_gap(
    course: &mut Course,
    (date, days): (NaiveDate, u32),
    grounds: &Grounds<'_>,
) {
    let rules = &grounds.rules.pauses;
    if days <= rules.set_fewer {
        return;
    }
    for exercise in &grounds.library.exercises {
        if let Some(track) = course.tracks.get_mut(&exercise.id) {
            track.standing = rested(track, days, (exercise, grounds));
            track.begin_anew();
        }
    }
    let long = days > rules.low_end;
    let what = if long { What::LongGap { days } } else { What::MiddleGap { days } };
    course.note(date, Proposal::new("gap", what), None);
}

/// Where an exercise stands after a gap that costs more than a set (`pauses` in the rules).
pub(super) fn rested(
    track: &Track,
    days: u32,
    (exercise, grounds): (&Exercise, &Grounds<'_>),
) -> Standing {
    let rules = &grounds.rules.pauses;
    let fixed = track.suited.is_fixed();
    let bottom = |it: Standing| {
        let amount = exercise.level(it.level).map_or(it.amount, |level| level.dose.low);
        Standing { amount, ..it }
    };
    let levels = if days > rules.low_end {
        2
    } else if days > rules.set_fewer {
        u32::from(track.amber)
    } else {
        return track.standing;
    };
    let mut standing = track.standing;
    for _ in 0..levels {
        let below = standing.level_before(exercise, grounds.owned).filter(|_| !fixed);
        if let Some(level) = below {
            standing = Standing { lowered: true, ..Standing::at(level) };
        }
    }
    bottom(standing)
}

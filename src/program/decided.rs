//! What a decision of the person does to the course.

use chrono::NaiveDate;

use super::course::{Course, Grounds, Track};
use super::proposal::Proposal;
use super::standing::Standing;
use super::what::What;
use crate::history::Answer;
use crate::library::{Exercise, Level};

/// Takes in what the person said to a proposal.
pub(super) fn decided(
    course: &mut Course,
    date: NaiveDate,
    (proposal, answer): (&Proposal, Answer),
    grounds: &Grounds<'_>,
) {
    match (&proposal.what, answer) {
        (what, Answer::Accepted) if what.offers_easy_week() => {
            let until = super::course::ahead(date, grounds.rules.progress.easy_days - 1);
            course.easy_until = Some(until);
        }
        (what, Answer::Declined) if what.offers_easy_week() => course.load_begins_anew(),
        (What::Keep { .. }, Answer::Accepted) => course.keeps = Some(date),
        _ => {}
    }
    if course.is_easy(date) {
        course.load_begins_anew();
    }
    let Some(exercise) = grounds.library.exercise(&proposal.subject) else { return };
    let Some(track) = course.tracks.get_mut(&exercise.id) else { return };
    let before = track.standing;
    apply(track, &proposal.what, answer, (exercise, grounds));
    if track.standing == before || !proposal.what.is_rise() {
        return;
    }
    track.changed = Some(date);
    if let Some(muscle) = exercise.muscles.first() {
        course.rises.insert(*muscle, date);
    }
    course.harder(date);
}

/// What an accepted proposal makes of the standing for which it was made, and what a refused rise of
/// reps takes back. One that was made for another standing changes nothing.
fn apply(
    track: &mut Track,
    what: &What,
    answer: Answer,
    (exercise, grounds): (&Exercise, &Grounds<'_>),
) {
    use Answer::{Accepted, Declined};
    let standing = &mut track.standing;
    match (what, answer) {
        (What::LevelUp { from, to, .. } | What::NextStretch { from, to, .. }, Accepted)
            if standing.level == *from =>
        {
            if let Some(level) = exercise.level(*to) {
                *standing = Standing::at(level);
                track.begin_anew();
            }
        }
        (
            What::Missed { from, to, .. }
            | What::Shaky { from, to, .. }
            | What::Eased { from, to, .. },
            Accepted,
        ) if standing.level == *from => {
            if let Some(level) = exercise.level(*to) {
                *standing = Standing { lowered: true, ..Standing::at(level) };
                track.begin_anew();
            }
        }
        (What::Heavier { to, .. }, Accepted) if standing.weight != Some(*to) => {
            let level = exercise.level(standing.level);
            let lifts = |it: &&Level| grounds.owned.weight_for(it, Some(*to)).is_some();
            if let Some(level) = level.filter(lifts) {
                (standing.weight, standing.amount) = (Some(*to), level.dose.low);
                track.begin_anew();
            }
        }
        (What::MoreSets { from, to, .. } | What::MoreHolds { from, to, .. }, Accepted)
            if standing.sets == *from =>
        {
            standing.sets = *to;
            track.credit = 0;
            track.whole = 0;
        }
        (What::LongerHold { from, to, .. }, Accepted) if standing.amount == *from => {
            standing.amount = *to;
            track.whole = 0;
        }
        (What::ExtraSet { side, .. }, Accepted) if standing.extra.is_none() => {
            standing.extra = Some(*side);
            track.behind = None;
            track.even = 0;
        }
        (What::RepsUp { from, to }, Declined) if standing.amount == *to => {
            standing.amount = *from;
        }
        _ => {}
    }
}

//! Minutes of stretching, by the muscle that a stretch is for, each side by itself.

use std::collections::BTreeMap;
use std::time::Duration;

use super::course::{Course, Grounds, back};
use super::suit::Form;
use crate::history::SessionRecord;
use crate::library::{Amount, Block, Exercise, Muscle};
use crate::units::{Side, Sides};

/// The muscle that a stretch is for first of all.
pub fn target_of(exercise: &Exercise) -> Option<Muscle> {
    (exercise.block == Block::Mobility).then(|| exercise.muscles.first().copied()).flatten()
}

/// Time held in the last seven days, today included, by muscle, on the side with less. Every muscle
/// that has a stretch which suits the person is there.
pub fn held(course: &Course, grounds: &Grounds<'_>) -> BTreeMap<Muscle, Duration> {
    let suits = |it: &&Exercise| {
        let track = course.tracks.get(&it.id);
        track.is_some_and(|it| !matches!(it.suited.form, Form::Skip | Form::Other(..)))
    };
    let muscles = grounds.library.exercises.iter().filter(suits).filter_map(target_of);
    let sides = by_side(grounds);
    muscles
        .map(|it| {
            let [left, right] = sides.get(&it).copied().unwrap_or_default();
            (it, left.min(right))
        })
        .collect()
}

/// Whole minutes in the last seven days for the muscle of an exercise.
pub(super) fn minutes_of(exercise: &Exercise, grounds: &Grounds<'_>) -> u32 {
    let sides = by_side(grounds);
    let of = target_of(exercise).and_then(|it| sides.get(&it));
    of.map_or(0, |[left, right]| minutes((*left).min(*right)))
}

/// Whole minutes.
pub(super) fn minutes(time: Duration) -> u32 {
    u32::try_from(time.as_secs() / 60).unwrap_or(u32::MAX)
}

fn by_side(grounds: &Grounds<'_>) -> BTreeMap<Muscle, [Duration; 2]> {
    let since = back(grounds.today, 7);
    let mut all = BTreeMap::<Muscle, [Duration; 2]>::new();
    for record in grounds.journal.records() {
        if record.date <= since || record.date > grounds.today {
            continue;
        }
        if let Some(session) = record.session().filter(|it| it.is_real()) {
            add(&mut all, session, grounds);
        }
    }
    all
}

fn add(all: &mut BTreeMap<Muscle, [Duration; 2]>, session: &SessionRecord, grounds: &Grounds<'_>) {
    for set in &session.sets {
        let exercise = grounds.library.exercise(&set.exercise);
        let (Some(muscle), Amount::Hold(time)) = (exercise.and_then(target_of), set.done) else {
            continue;
        };
        let [left, right] = all.entry(muscle).or_default();
        if set.side != Sides::from(Side::Right) {
            *left += time;
        }
        if set.side != Sides::from(Side::Left) {
            *right += time;
        }
    }
}

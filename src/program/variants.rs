//! What can take the place of an exercise while a session runs: its next easier and harder levels, and
//! another exercise for the same muscles, each as it suits the person and what is at hand.

use super::course::{Course, Grounds, Track};
use super::pain::PainState;
use super::standing::Standing;
use super::suit::{Form, unscreened};
use super::tailor::{Wanted, standing_today};
use super::{Gate, gate};
use crate::library::{Amount, Exercise, Level, Position, RoutineKind};
use crate::session::{Entry, Missing, Plan, Variant, Why};

/// The forms that can take the place of an exercise.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Variants {
    /// A level down.
    pub easier: Option<Variant>,
    /// A level up.
    pub harder: Option<Variant>,
    /// Another exercise for the same muscles.
    pub other: Option<Variant>,
}

impl Variants {
    /// The one that a person asks for.
    pub const fn of(&self, why: Why) -> Option<&Variant> {
        match why {
            Why::Easier => self.easier.as_ref(),
            Why::Harder => self.harder.as_ref(),
            Why::Other => self.other.as_ref(),
        }
    }
}

/// The forms that can take the place of an entry of a plan, given by its index. A break and a check
/// have none.
pub fn variants(
    plan: &Plan,
    entry: usize,
    missing: Missing,
    (course, grounds): (&Course, &Grounds<'_>),
) -> Variants {
    let found = plan.entries.get(entry).and_then(|entry| {
        let exercise = grounds.library.exercise(&entry.exercise)?;
        let track = course.tracks.get(&exercise.id)?;
        Some(Finder { plan, entry, exercise, track, missing, course, grounds })
    });
    match found.filter(|_| plan.kind != RoutineKind::Break && plan.check.is_none()) {
        Some(it) => Variants { easier: it.easier(), harder: it.harder(), other: it.other() },
        None => Variants::default(),
    }
}

struct Finder<'a> {
    plan: &'a Plan,
    entry: &'a Entry,
    exercise: &'a Exercise,
    track: &'a Track,
    missing: Missing,
    course: &'a Course,
    grounds: &'a Grounds<'a>,
}

impl Finder<'_> {
    /// The hardest level below that can be done today.
    fn easier(&self) -> Option<Variant> {
        let below = |it: &&Level| it.number < self.entry.level && self.is_possible(it);
        let level = self.exercise.levels.iter().rev().find(below)?;
        (!self.track.suited.is_fixed()).then(|| self.variant(level, Why::Easier))
    }

    /// The next level up. What somebody prescribed does not get harder, and nothing does after pain,
    /// after a gap, in an easy week or before the health questions are answered.
    fn harder(&self) -> Option<Variant> {
        let (course, today) = (self.course, self.grounds.today);
        let rules = self.grounds.rules;
        let rested = course.days_since(today).is_some_and(|it| it > rules.pauses.as_before);
        let may = !self.plan.prescribed
            && gate(course, self.grounds) == Gate::Open
            && course.is_calm(today, &rules.pain)
            && !self.track.pain.freezes()
            && !course.is_easy(today)
            && !rested;
        let above = |it: &&Level| it.number > self.entry.level && self.is_possible(it);
        let level = self.exercise.levels.iter().find(above)?;
        (may && !self.track.suited.is_fixed()).then(|| self.variant(level, Why::Harder))
    }

    /// Another exercise, as the person stands with it today.
    fn other(&self) -> Option<Variant> {
        let taken = |id: &str| self.plan.entries.iter().any(|it| it.exercise == id);
        let place = (self.exercise, self.entry.position);
        let best = stand_in(place, taken, self.missing, (self.course, self.grounds))?;
        let track = self.course.tracks.get(&best.0.id)?;
        let amount = shorter(track, best.2.amount);
        let timing = self.grounds.library.timing;
        let of = (self.entry, Why::Other);
        let mut variant = Variant::new((best.0, best.1), amount, of, timing);
        variant.entry.note.clone_from(&track.suited.note);
        Some(variant)
    }

    fn standing(&self, exercise: &Exercise, track: &Track) -> Standing {
        standing_today(self.course, Wanted::Proposed, (exercise, track), self.grounds)
    }

    /// Whether a level can be done with what there is, and before the questions are answered.
    fn is_possible(&self, level: &Level) -> bool {
        const UNSCREENED: u8 = 2;
        let screened = gate(self.course, self.grounds) != Gate::Unscreened;
        let easy = level.number <= UNSCREENED && !level.has_band();
        self.grounds.owned.allows(level) && self.missing.allows(level) && (screened || easy)
    }

    /// A level of the same exercise: with what the person stands at there, else its low end.
    fn variant(&self, level: &Level, why: Why) -> Variant {
        let standing = self.standing(self.exercise, self.track);
        let same = standing.level == level.number;
        let amount = if same { standing.amount } else { level.dose.low };
        let amount = shorter(self.track, amount);
        let timing = self.grounds.library.timing;
        Variant::new((self.exercise, level), amount, (self.entry, why), timing)
    }
}

/// No longer hold than suits the person.
fn shorter(track: &Track, amount: Amount) -> Amount {
    match track.suited.hold_at_most.zip(amount.time()) {
        Some((most, time)) => amount.with_time(time.min(most)),
        None => amount,
    }
}

/// The exercise that can stand in for another, at a level and as the person stands there: of the same
/// part, where one of the two is first of all for a muscle that the other works as well. The one for
/// the same muscle, in the same position, that shares most muscles comes first.
pub(super) fn stand_in<'g>(
    (exercise, position): (&Exercise, Position),
    taken: impl Fn(&str) -> bool,
    missing: Missing,
    (course, grounds): (&Course, &Grounds<'g>),
) -> Option<(&'g Exercise, &'g Level, Standing)> {
    let library: &'g crate::library::Library = grounds.library;
    let is_first =
        |of: &Exercise, it: &Exercise| it.muscles.first().is_some_and(|it| of.muscles.contains(it));
    let found = library.exercises.iter().filter_map(|other| {
        let fits = other.block == exercise.block
            && other.id != exercise.id
            && (is_first(exercise, other) || is_first(other, exercise))
            && !taken(&other.id);
        let track = course.tracks.get(&other.id).filter(|_| fits)?;
        let (level, standing) = level_today(other, track, missing, (course, grounds))?;
        Some((other, level, standing))
    });
    found.min_by_key(|(it, level, _)| {
        let shared = it.muscles.iter().filter(|it| exercise.muscles.contains(it)).count();
        let same_first = it.muscles.first() == exercise.muscles.first();
        (!same_first, level.position != position, std::cmp::Reverse(shared))
    })
}

/// The level at which an exercise can be done today in the place of another; nothing where it does not
/// suit the person, or hurt when it was last done.
fn level_today<'e>(
    exercise: &'e Exercise,
    track: &Track,
    missing: Missing,
    (course, grounds): (&Course, &Grounds<'_>),
) -> Option<(&'e Level, Standing)> {
    if PainState::Amber <= track.pain {
        return None;
    }
    let is_possible = |it: &&Level| grounds.owned.allows(it) && missing.allows(it);
    let level = if gate(course, grounds) == Gate::Unscreened {
        unscreened(exercise, &track.suited.form, grounds.owned).filter(is_possible)?
    } else {
        let most = standing_today(course, Wanted::Proposed, (exercise, track), grounds).level;
        match track.suited.form {
            Form::Skip | Form::Other(..) => return None,
            Form::At(level) => exercise.level(level).filter(is_possible)?,
            Form::Free => {
                let mut below = exercise.levels.iter().rev().filter(|it| it.number <= most);
                below.find(is_possible)?
            }
        }
    };
    let standing = standing_today(course, Wanted::Proposed, (exercise, track), grounds);
    let same = standing.level == level.number;
    Some((level, if same { standing } else { Standing::at(level) }))
}

//! A routine as it is today for this person: at their levels and doses, with what does not suit them
//! swapped or left out, and lighter after a gap or in an easy week.
//!
//! A prescribed routine stays as it was prescribed; what it has that does not suit is told before
//! Start. In a routine that a person wrote the levels are theirs, but for what pain has lowered.

use std::collections::BTreeMap;
use std::time::Duration;

use super::course::{Course, Grounds, Track};
use super::fold::rested;
use super::health::Health;
use super::judge::size;
use super::next::{Gate, STRETCH, gate};
use super::standing::Standing;
use super::stretch;
use super::suit::{Form, unscreened};
use super::variants::stand_in;
use crate::library::{
    Amount, Block, Exercise, Group, Id, Item, ItemSides, Level, Routine, RoutineBlock, RoutineKind,
};
use crate::session::{LeftOut, LeftOutReason, Missing};

/// A routine for a person on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Tailored {
    /// The routine.
    pub routine: Routine,
    /// What was left out for this person, and why.
    pub left_out: Vec<LeftOut>,
    /// Exercises of a prescribed routine that do not suit a group the person belongs to.
    pub warnings: Vec<(Id, Group)>,
    /// Whether the person knows it all, so that little has to be said.
    pub fewer_words: bool,
    /// The weights of the person's own with which exercises are done, in tenths of a kilogram.
    pub weights: BTreeMap<Id, u32>,
}

/// Whether the person wants everything as it was before the gap or outside the easy week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wanted {
    /// What the programme proposes.
    #[default]
    Proposed,
    /// As before.
    AsBefore,
}

/// Fits a routine to a person and a day.
pub fn tailor(
    routine: &Routine,
    course: &Course,
    wanted: Wanted,
    grounds: &Grounds<'_>,
) -> Tailored {
    if routine.prescribed.is_some() {
        let warnings = warnings(routine, &course.health, grounds);
        let (routine, left_out) = (routine.clone(), Vec::new());
        let weights = BTreeMap::new();
        return Tailored { routine, left_out, warnings, fewer_words: false, weights };
    }
    let own = grounds.library.own.contains_key(&routine.id);
    let mut tailor = Tailor {
        course,
        grounds,
        wanted,
        own,
        desk: routine.kind == RoutineKind::Break,
        stretch: routine.id == STRETCH,
        left_out: Vec::new(),
    };
    let rotated = tailor.rotated(routine);
    let blocks = rotated.blocks.iter().map(|it| tailor.block(it));
    let mut blocks: Vec<_> = blocks.collect();
    without_doubles(&mut blocks);
    blocks.retain(|it| !it.items.is_empty());
    let left_out = tailor.left_out;
    let items = blocks.iter().flat_map(|it| &it.items);
    let weights = items.filter_map(|it| weight(it, course, grounds)).collect();
    Tailored {
        routine: Routine { blocks, ..routine.clone() },
        left_out,
        warnings: Vec::new(),
        fewer_words: course.keeps.is_some(),
        weights,
    }
}

/// The weight with which an item is done.
fn weight(item: &Item, course: &Course, grounds: &Grounds<'_>) -> Option<(Id, u32)> {
    let exercise = grounds.library.exercise(&item.exercise)?;
    let agreed = course.tracks.get(&exercise.id).and_then(|it| it.standing.weight);
    let weight = grounds.owned.weight_for(exercise.level(item.level)?, agreed)?;
    Some((exercise.id.clone(), weight))
}

fn warnings(routine: &Routine, health: &Health, grounds: &Grounds<'_>) -> Vec<(Id, Group)> {
    let items = routine.blocks.iter().flat_map(|it| &it.items);
    let exercises = items.filter_map(|it| grounds.library.exercise(&it.exercise));
    exercises
        .flat_map(|it| it.alternatives.iter().map(move |other| (it.id.clone(), other.when)))
        .filter(|it| health.groups.contains(&it.1))
        .collect()
}

/// The same exercise twice, because another was swapped for it, is done once.
fn without_doubles(blocks: &mut [RoutineBlock]) {
    let mut swapped = std::collections::BTreeSet::new();
    for block in blocks {
        block.items.retain(|it| swapped.insert(it.exercise.clone()));
    }
}

#[expect(clippy::struct_excessive_bools, reason = "what kind of routine it is")]
struct Tailor<'a, 'g> {
    course: &'a Course,
    grounds: &'a Grounds<'g>,
    wanted: Wanted,
    own: bool,
    desk: bool,
    stretch: bool,
    left_out: Vec<LeftOut>,
}

impl Tailor<'_, '_> {
    /// In Keep every second session does each strength and control exercise by an equivalent, where
    /// there is one that the routine does not have already.
    fn rotated(&self, routine: &Routine) -> Routine {
        let mut routine = routine.clone();
        let since = self.course.keeps.filter(|_| !self.own && !self.desk);
        let Some(since) = since else { return routine };
        let sessions = self.course.sessions.iter().filter(|it| it.date >= since).count();
        if sessions % 2 == 0 {
            return routine;
        }
        let items = routine.blocks.iter().flat_map(|it| &it.items);
        let mut taken: Vec<Id> = items.map(|it| it.exercise.clone()).collect();
        for item in routine.blocks.iter_mut().flat_map(|it| &mut it.items) {
            let Some(exercise) = self.grounds.library.exercise(&item.exercise) else { continue };
            let position = exercise.level(item.level).map(|it| it.position);
            let works = exercise.block != Block::Mobility;
            let Some(position) = position.filter(|_| works) else { continue };
            let is_taken = |id: &str| taken.iter().any(|it| it == id);
            let known = (self.course, self.grounds);
            let other = stand_in((exercise, position), is_taken, Missing::default(), known);
            if let Some((other, level, standing)) = other {
                taken.push(other.id.clone());
                let swapped = Item { exercise: other.id.clone(), ..item.clone() };
                *item = at(&swapped, level, &standing);
            }
        }
        routine
    }

    fn block(&mut self, block: &RoutineBlock) -> RoutineBlock {
        let mut items: Vec<_> = block.items.iter().filter_map(|it| self.item(it)).collect();
        // A level that works both sides at once has no place in a block that turns over once.
        let each_side = block.each_side && items.iter().all(|it| it.sides != ItemSides::Both);
        if block.each_side && !each_side {
            for item in items.iter_mut().filter(|it| it.sides != ItemSides::Both) {
                item.sides = ItemSides::EachSet;
            }
        }
        RoutineBlock { each_side, items, ..block.clone() }
    }

    fn item(&mut self, item: &Item) -> Option<Item> {
        let exercise = self.grounds.library.exercise(&item.exercise)?;
        let Some(track) = self.course.tracks.get(&exercise.id) else { return Some(item.clone()) };
        match self.form(item, (exercise, track)) {
            Ok(item) => Some(item),
            Err(reason) => {
                let (exercise, name) = (exercise.id.clone(), exercise.name.long.clone());
                self.left_out.push(LeftOut { exercise, name, reason });
                None
            }
        }
    }

    fn form(
        &self,
        item: &Item,
        (exercise, track): (&Exercise, &Track),
    ) -> Result<Item, LeftOutReason> {
        let today = self.grounds.today;
        if exercise.block == Block::Strength && self.course.pauses_strength(today) {
            return Err(LeftOutReason::StrengthPaused);
        }
        if self.stretch && self.has_enough(exercise) {
            return Err(LeftOutReason::Enough);
        }
        if gate(self.course, self.grounds) == Gate::Unscreened {
            let level = unscreened(exercise, &track.suited.form, self.grounds.owned);
            let level = level.ok_or(LeftOutReason::Unscreened)?;
            // A break keeps the form that was chosen for the desk.
            let easy = item.level <= level.number;
            return match self.desk {
                true if easy => Ok(item.clone()),
                true => Err(LeftOutReason::Unscreened),
                false => Ok(at(item, level, &Standing::at(level))),
            };
        }
        let suited = &track.suited;
        let mut fitted = match &suited.form {
            Form::Skip => return Err(LeftOutReason::Unsuited),
            // A break is done at the desk, in the form that was chosen for it, or not at all.
            Form::Free if self.desk => item.clone(),
            Form::At(level) if self.desk && *level == item.level => item.clone(),
            Form::At(_) | Form::Other(..) if self.desk => return Err(LeftOutReason::Unsuited),
            Form::Other(id, level) => self.other(item, id, *level)?,
            Form::At(_) => self.standing(item, (exercise, track)).ok_or(LeftOutReason::Unsuited)?,
            Form::Free if self.own => self.in_own(item, (exercise, track)),
            Form::Free => self.standing(item, (exercise, track)).unwrap_or_else(|| item.clone()),
        };
        if let Some((most, time)) = suited.hold_at_most.zip(fitted.amount.time()) {
            fitted.amount = fitted.amount.with_time(time.min(most));
        }
        if suited.note.is_some() {
            fitted.note.clone_from(&suited.note);
        }
        Ok(fitted)
    }

    /// Whether a stretch has had its minutes this week.
    fn has_enough(&self, exercise: &Exercise) -> bool {
        let target = Duration::from_secs(u64::from(self.grounds.rules.week.stretch_minutes) * 60);
        let held = stretch::held(self.course, self.grounds);
        let all = held.values().all(|it| *it >= target);
        !all && stretch::target_of(exercise)
            .and_then(|it| held.get(&it))
            .is_some_and(|it| *it >= target)
    }

    fn other(&self, item: &Item, id: &str, level: u8) -> Result<Item, LeftOutReason> {
        let exercise = self.grounds.library.exercise(id).ok_or(LeftOutReason::Unsuited)?;
        let level = exercise.level(level).ok_or(LeftOutReason::Unsuited)?;
        // What stands in has to suit the person too.
        let suits = match self.course.tracks.get(&exercise.id).map(|it| &it.suited.form) {
            None | Some(Form::Free) => true,
            Some(Form::At(fixed)) => *fixed == level.number,
            Some(Form::Other(..) | Form::Skip) => false,
        };
        if !suits || !self.grounds.owned.allows(level) {
            return Err(LeftOutReason::Unsuited);
        }
        let item = Item { exercise: exercise.id.clone(), ..item.clone() };
        Ok(at(&item, level, &Standing::at(level)))
    }

    /// The item where the person stands with its exercise.
    fn standing(&self, item: &Item, (exercise, track): (&Exercise, &Track)) -> Option<Item> {
        let standing = self.today(exercise, track);
        let level = exercise.level(standing.level)?;
        Some(at(item, level, &standing))
    }

    /// In a routine of the person's own, only what was lowered changes it.
    fn in_own(&self, item: &Item, (exercise, track): (&Exercise, &Track)) -> Item {
        let standing = self.today(exercise, track);
        if !standing.lowered || item.level <= standing.level {
            return item.clone();
        }
        let lower = exercise.level(standing.level);
        lower.map_or_else(|| item.clone(), |it| at(item, it, &standing))
    }

    /// Where the person stands today.
    fn today(&self, exercise: &Exercise, track: &Track) -> Standing {
        standing_today(self.course, self.wanted, (exercise, track), self.grounds)
    }
}

/// Where a person stands today with an exercise, lighter after a gap or in an easy week.
pub(super) fn standing_today(
    course: &Course,
    wanted: Wanted,
    (exercise, track): (&Exercise, &Track),
    grounds: &Grounds<'_>,
) -> Standing {
    let (rules, today) = (grounds.rules, grounds.today);
    let standing = track.standing;
    if wanted == Wanted::AsBefore {
        return standing;
    }
    if course.is_easy(today) {
        let fixed = track.suited.is_fixed();
        let below = standing.level_before(exercise, grounds.owned).filter(|_| !fixed);
        let lower = below.map_or(standing, Standing::at);
        return Standing { sets: lower.sets.saturating_sub(1).max(1), extra: None, ..lower };
    }
    match course.days_since(today) {
        Some(days) if days > rules.pauses.set_fewer => rested(track, days, (exercise, grounds)),
        Some(days) if days > rules.pauses.as_before => {
            Standing { sets: standing.sets.saturating_sub(1).max(1), extra: None, ..standing }
        }
        Some(_) | None => standing,
    }
}

/// An item at a level, with the sets and the amount that a standing asks for. A routine that asks for
/// fewer sets than the level usually has, or for more of one set, keeps that.
fn at(item: &Item, level: &Level, standing: &Standing) -> Item {
    let usual = *level.dose.sets.start();
    let sets = (item.sets + standing.sets).saturating_sub(usual).max(1);
    // "One set each" stays one set, however many the standing has.
    let sets = if item.sets == 1 { 1 } else { sets };
    let same = item.level == level.number;
    let amount = if same { shifted(item, level, standing) } else { standing.amount };
    let sides = item.sides.at(level.sides);
    Item {
        level: level.number,
        sets,
        amount,
        tempo: if same { item.tempo } else { level.tempo },
        sides,
        extra_set: standing
            .extra
            .filter(|_| item.sets > 1)
            .or(item.extra_set)
            .filter(|_| sides != ItemSides::Both),
        ..item.clone()
    }
}

/// What a routine asks for at its own level, by as much more as the standing is above the bottom of
/// the range; after a step down, no more than the standing.
fn shifted(item: &Item, level: &Level, standing: &Standing) -> Amount {
    let low = size(level.dose.low);
    let more = size(standing.amount).saturating_sub(low);
    if more == 0 {
        let less = standing.lowered && size(item.amount) > size(standing.amount);
        return if less { standing.amount } else { item.amount };
    }
    let most = size(level.dose.high).max(size(item.amount));
    let amount = (size(item.amount) + more).min(most);
    item.amount.with_count(amount).with_time(Duration::from_secs(amount.into()))
}

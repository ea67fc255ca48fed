//! A routine file: whether each item fits its exercise, and whether the whole can be done.

use std::time::Duration;

use chrono::NaiveDate;

use super::exercise::{all_or_nothing, first_byte, tempo};
use super::words::{NAME, PARAGRAPH};
use super::{AmountKind, Check, Known, MOST_ITEMS, MOST_SECONDS, MOST_STEPS, ProblemKind};
use crate::library::source;
use crate::library::{
    Amount, Cue, Item, ItemSides, Level, LevelSides, Order, Prescribed, Priority, Routine,
    RoutineBlock, Timing,
};
use crate::ron::{Span, Spanned};
use crate::units::{Side, Tempo};

/// The level of an item that names none: the one a session starts from.
const USUAL_LEVEL: u32 = 3;

/// A repetition at the person's own pace, as long routines are reckoned.
const USUAL_REP: Duration = Duration::from_secs(5);

/// The routine of a file called `name`.
pub fn routine(
    source: &source::Routine,
    name: &str,
    known: Known<'_>,
    check: &mut Check,
) -> Option<Routine> {
    check.schema(source.schema);
    let id = check.file_id(source.id.as_ref(), name);
    let names = check.name(source.name.as_ref());
    let about = check.text(source.about.as_ref(), PARAGRAPH);
    let prescribed = source.prescribed.as_ref().map(|it| prescription(it, check));
    if source.blocks.is_empty() {
        check.follows(source.span, first_byte(source.span), ProblemKind::NoBlocks);
    }
    let around = Around {
        routine: id.as_deref().unwrap_or(name),
        prescribed: source.prescribed.is_some(),
        known,
    };
    let placed = source.blocks.iter().filter_map(|it| Some((it.span, block(it, around, check)?)));
    let blocks: Vec<_> = placed.collect();
    size(source, &blocks, known.timing, check);
    let routine = Routine {
        id: id?,
        name: names?,
        kind: source.kind?.value,
        about: about?,
        prescribed: all_or_nothing(prescribed)?,
        blocks: blocks.into_iter().map(|it| it.1).collect(),
    };
    (!check.has_errors()).then_some(routine)
}

/// Each item of each block of a routine, as far as it can be used; what is wrong is not noted.
pub fn parts(source: &source::Routine, name: &str, known: Known<'_>) -> Vec<Vec<Option<Item>>> {
    let around = Around { routine: name, prescribed: source.prescribed.is_some(), known };
    let items = |block: &source::Block| {
        let within = Within::of(block);
        let mut check = Check::default();
        block.items.iter().map(|it| item(it, within, around, &mut check)).collect()
    };
    source.blocks.iter().map(items).collect()
}

/// What the items of a routine stand in.
#[derive(Clone, Copy)]
struct Around<'a> {
    routine: &'a str,
    prescribed: bool,
    known: Known<'a>,
}

fn prescription(source: &source::Prescribed, check: &mut Check) -> Option<Prescribed> {
    let by = check.text(source.by.as_ref(), NAME);
    let date = source.date.as_ref().map(|it| date(it, check));
    if let (Some(it), false) = (source.a_week, source.days.is_empty()) {
        check.error(it.span, ProblemKind::WeekAndDays);
        return None;
    }
    let mut days: Vec<_> = source.days.iter().map(|it| it.value).collect();
    days.sort_unstable();
    days.dedup();
    let (a_day, a_week) = (source.a_day.map(|it| it.value), source.a_week.map(|it| it.value));
    Some(Prescribed { by: by?, date: all_or_nothing(date)?, a_day, a_week, days })
}

fn date(source: &Spanned<String>, check: &mut Check) -> Option<NaiveDate> {
    let date = NaiveDate::parse_from_str(&source.value, "%Y-%m-%d").ok();
    if date.is_none() {
        check.error(source.span, ProblemKind::BadDate { found: source.value.clone() });
    }
    date
}

fn block(source: &source::Block, around: Around<'_>, check: &mut Check) -> Option<RoutineBlock> {
    let title = check.text(source.title.as_ref(), NAME);
    if source.items.is_empty() {
        check.follows(source.span, first_byte(source.span), ProblemKind::NoItems);
    }
    let within = Within::of(source);
    let Within { order, each_side } = within;
    let items = source.items.iter().filter_map(|it| item(it, within, around, check)).collect();
    let rounds = source.rounds.map_or(1, |it| it.value);
    Some(RoutineBlock { title: title?, order, rounds, each_side, items })
}

/// What the block says of its items.
#[derive(Clone, Copy)]
struct Within {
    order: Order,
    each_side: bool,
}

impl Within {
    fn of(source: &source::Block) -> Self {
        let order = source.order.map_or(Order::Straight, |it| it.value);
        Self { order, each_side: source.sides.is_some() }
    }
}

fn item(
    source: &source::Item,
    within: Within,
    around: Around<'_>,
    check: &mut Check,
) -> Option<Item> {
    let owner = format!("routine.{}", around.routine);
    let cues: Vec<Cue> = source.cues.iter().filter_map(|it| check.cue(it, &owner)).collect();
    let note = source.note.as_ref().map(|it| check.text(Some(it), PARAGRAPH));
    let exercise = source.exercise.as_ref()?;
    let number = source.level.unwrap_or(Spanned::new(USUAL_LEVEL, exercise.span));
    let (found, level) = check.level(exercise, number, around.known)?;
    let sets = sets(source, level, within, check);
    let amount = amount(source, level, check);
    let tempo = item_tempo(source, amount.map(|it| it.0), level, check);
    let sides = sides(source, level, within, around, check);
    let first = source.first.map(|it| first(it, sides?, within, check));
    Some(Item {
        exercise: found.id.clone(),
        level: level.number,
        sets: sets?,
        amount: amount?.0,
        most: amount?.1,
        tempo: tempo?,
        rest: source.rest.map(source::duration),
        sides: sides?,
        first: all_or_nothing(first)?.unwrap_or(Side::Left),
        extra_set: extra_set(source, level, sides?, check)?,
        cues,
        note: all_or_nothing(note)?,
        priority: source.priority.map_or(Priority::Normal, |it| it.value),
    })
}

/// How many sets: those of the item, the fewest of the level, or one a round in a circuit.
fn sets(source: &source::Item, level: &Level, within: Within, check: &mut Check) -> Option<u32> {
    match (within.order, source.sets) {
        (Order::Circuit, Some(sets)) if sets.value > 1 => {
            check.error(sets.span, ProblemKind::SetsInCircuit);
            None
        }
        (Order::Circuit, _) => Some(1),
        (Order::Straight, sets) => Some(sets.map_or(*level.dose.sets.start(), |it| it.value)),
    }
}

/// What one set asks for, at least and at most: that of the item, or the low end of the level.
fn amount(
    source: &source::Item,
    level: &Level,
    check: &mut Check,
) -> Option<(Amount, Option<Amount>)> {
    let amount = match source.amounts.as_slice() {
        [] => return Some((level.dose.low, None)),
        [amount] => amount,
        [_, second, ..] => {
            check.error(second.span, ProblemKind::ManyAmounts);
            return None;
        }
    };
    let (low, high) = amount.ends?;
    let (found, expected) = (AmountKind::from(low), AmountKind::from(level.dose.low));
    let problem = if is_less(high, low) {
        ProblemKind::LowAboveHigh
    } else if found.is_other_than(expected) {
        ProblemKind::OtherAmount { found, expected }
    } else {
        return Some((low, Some(high).filter(|it| *it != low)));
    };
    check.error(amount.span, problem);
    None
}

/// The pace: that of the item, none where the person sets it or time does, or that of the level.
#[expect(clippy::option_option, reason = "wrong, none and some are three things here")]
fn item_tempo(
    source: &source::Item,
    amount: Option<Amount>,
    level: &Level,
    check: &mut Check,
) -> Option<Option<Tempo>> {
    let counted = amount.is_none_or(|it| it.count().is_some());
    let own_pace = source.own_pace.filter(|it| it.value);
    match (&source.tempo, own_pace) {
        (Some(_), Some(own)) => {
            check.error(own.span, ProblemKind::TempoAndOwnPace);
            None
        }
        (None, Some(own)) if !counted => {
            check.error(own.span, ProblemKind::TempoOfTime);
            None
        }
        (Some(it), None) => tempo(it, counted, check).map(Some),
        (None, Some(_)) => Some(None),
        (None, None) => Some(level.tempo.filter(|_| counted)),
    }
}

/// Which sides, in which order; what is not said follows from the level and the block.
fn sides(
    source: &source::Item,
    level: &Level,
    within: Within,
    around: Around<'_>,
    check: &mut Check,
) -> Option<ItemSides> {
    let place = source.sides.map_or(source.exercise.as_ref()?.span, |it| it.span);
    let said = source.sides.map(|it| it.value);
    let one = matches!(said, Some(ItemSides::Left | ItemSides::Right));
    let problem = match (level.sides, said) {
        (LevelSides::Both, _) if within.each_side => ProblemKind::BothInEachBlock,
        (LevelSides::Both, None | Some(ItemSides::Both)) => return Some(ItemSides::Both),
        (LevelSides::Both, Some(_)) => ProblemKind::SidesOfBoth,
        (sides, Some(ItemSides::Both)) => ProblemKind::BothOfOneSided { sides },
        (_, Some(_)) if one && within.each_side => ProblemKind::SidesInEachBlock,
        (_, Some(_)) if one && !around.prescribed => ProblemKind::OneSided,
        (_, None) if within.each_side => return Some(ItemSides::EachExercise),
        (_, said) => return Some(said.unwrap_or(ItemSides::EachSet)),
    };
    check.error(place, problem);
    None
}

/// The side that comes first, where both are worked one after the other.
fn first(
    source: Spanned<Side>,
    sides: ItemSides,
    within: Within,
    check: &mut Check,
) -> Option<Side> {
    let problem = if within.each_side {
        ProblemKind::SidesInEachBlock
    } else if matches!(sides, ItemSides::EachSet | ItemSides::EachExercise) {
        return Some(source.value);
    } else {
        ProblemKind::FirstOfOne
    };
    check.error(source.span, problem);
    None
}

/// One more set on one side, where sides are worked one at a time.
#[expect(clippy::option_option, reason = "wrong, none and some are three things here")]
fn extra_set(
    source: &source::Item,
    level: &Level,
    sides: ItemSides,
    check: &mut Check,
) -> Option<Option<Side>> {
    let Some(extra) = source.extra_set else { return Some(None) };
    let elsewhere = matches!(
        (sides, extra.value),
        (ItemSides::Left, Side::Right) | (ItemSides::Right, Side::Left)
    );
    let problem = if level.sides == LevelSides::Both {
        ProblemKind::SidesOfBoth
    } else if elsewhere {
        ProblemKind::ExtraSetElsewhere
    } else {
        return Some(Some(extra.value));
    };
    check.error(extra.span, problem);
    None
}

/// Whether the whole can be done: its items, steps and hours. Blocks come with their places.
fn size(
    source: &source::Routine,
    blocks: &[(Span, RoutineBlock)],
    timing: Timing,
    check: &mut Check,
) {
    let place = source.id.as_ref().map_or(first_byte(source.span), |it| it.span);
    let count: usize = source.blocks.iter().map(|it| it.items.len()).sum();
    if let Some(first) = source.blocks.iter().flat_map(|it| &it.items).nth(MOST_ITEMS) {
        check.error(first_byte(first.span), ProblemKind::ManyItems { count });
    }
    let sizes = || blocks.iter().map(|(span, block)| (*span, block_size(block, timing)));
    let count = sizes().map(|it| it.1.0).sum();
    if count > MOST_STEPS {
        check.error(place, ProblemKind::ManySteps { count });
    }
    let time = timing.reach_mat + sizes().map(|it| it.1.1).sum::<Duration>();
    if time.as_secs() > MOST_SECONDS {
        let longest = sizes().max_by_key(|it| it.1.1).map_or(place, |it| first_byte(it.0));
        check.error(longest, ProblemKind::LongRoutine { minutes: time.as_secs().div_ceil(60) });
    }
}

/// Whether one amount is less than another of its kind.
fn is_less(this: Amount, that: Amount) -> bool {
    this.count() < that.count() || this.time() < that.time()
}

/// The steps of a block, a gap with every set, and how long they take at most.
fn block_size(block: &RoutineBlock, timing: Timing) -> (u64, Duration) {
    block.items.iter().fold((0, Duration::ZERO), |(steps, time), item| {
        let sets = u64::from(block.rounds) * sets_of(item);
        (steps + 2 * sets, time + (work(item) + gap(item, timing)) * sets as u32)
    })
}

/// Sets of an item in one round, both sides taken together.
fn sets_of(item: &Item) -> u64 {
    let sides = match item.sides {
        ItemSides::EachSet | ItemSides::EachExercise => 2,
        ItemSides::Left | ItemSides::Right | ItemSides::Both => 1,
    };
    u64::from(item.sets) * sides + u64::from(item.extra_set.is_some())
}

/// The longest gap before a set: whatever comes first, getting ready or resting or changing sides.
fn gap(item: &Item, timing: Timing) -> Duration {
    let ready = timing.ready.max(timing.ready_new_position) + timing.band;
    let rests = [timing.rest_one_sided, timing.rest_strength, timing.rest_stretch];
    let rest = item.rest.or(rests.into_iter().max()).unwrap_or_default();
    rest.max(ready).max(timing.switch).max(timing.switch_slow)
}

/// How long one set takes.
fn work(item: &Item) -> Duration {
    let rep = item.tempo.map_or(USUAL_REP, |it| it.rep());
    item.amount.time().unwrap_or(rep * item.amount.count().unwrap_or_default())
}

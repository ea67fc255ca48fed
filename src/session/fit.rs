//! "I have N minutes": a routine cut down to a person's time.
//!
//! What matters most is kept: by the priority that the routine gives, then one of each block, then
//! what works the muscle that was trained least this week. Rests are shortened first, then sets;
//! whole exercises are left out last. Both sides always do the same. The session is never longer than
//! the person's time, and never padded.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use super::choice::{Choice, choose};
use super::cut::{Cut, ItemCut, part_of};
use super::plan::{Fitted, Less, Missing, Plan, PlanError};
use crate::library::{Amount, Library, Muscle, Priority, Routine};

/// A session may be so much shorter than a person's time before a part of a set is added.
const SLACK: Duration = Duration::from_mins(1);

/// The least part of a set that is worth doing, in thousandths, tried in this order.
const LEAST_PARTS: [u32; 3] = [750, 500, 250];

/// What a person wants today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wish {
    /// What is not at hand.
    pub missing: Missing,
    /// Their time in minutes; nothing takes the routine as it is.
    pub minutes: Option<u32>,
}

/// How much each muscle has worked this week, in sets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trained(BTreeMap<Muscle, u32>);

impl Trained {
    /// A muscle has worked so many more sets.
    pub fn add(&mut self, muscle: Muscle, sets: u32) {
        *self.0.entry(muscle).or_default() += sets;
    }

    /// The sets of the one of these that has worked least.
    fn least(&self, muscles: &[Muscle]) -> u32 {
        let of = |it: &Muscle| self.0.get(it).copied().unwrap_or(0);
        muscles.iter().map(of).min().unwrap_or(u32::MAX)
    }
}

/// Lays a routine out within a person's time. What had to go stands in the plan: exercises in
/// `left_out`, the rest in `fitted`.
pub fn fit(
    routine: &Routine,
    library: &Library,
    wish: Wish,
    trained: &Trained,
) -> Result<Plan, PlanError> {
    let whole = Plan::new(routine, library, wish.missing)?;
    let Some(minutes) = wish.minutes else { return Ok(whole) };
    let limit = Duration::from_mins(u64::from(minutes));
    if whole.length() <= limit {
        return Ok(whole);
    }
    let items = items(routine, library, wish.missing)?;
    let rounds = routine.blocks.iter().map(|it| it.rounds.max(1)).collect();
    let fitting = Fitting { routine, library, missing: wish.missing, limit, items, rounds };
    let cut = fitting.cut(trained)?;
    let mut plan = Plan::cut(routine, library, wish.missing, Some(&cut))?;
    let (rests, less) = (cut.rest < 1000, fitting.less(&cut));
    plan.fitted = Some(Fitted { minutes, rests, less });
    Ok(plan)
}

/// An item of the routine as today allows it.
struct Wanted {
    block: usize,
    priority: Priority,
    sets: u32,
    amount: Amount,
    muscles: Vec<Muscle>,
    name: String,
    exercise: String,
}

/// The items in the routine's order; nothing in the place of one that cannot be done today.
fn items(
    routine: &Routine,
    library: &Library,
    missing: Missing,
) -> Result<Vec<Option<Wanted>>, PlanError> {
    let mut all = Vec::new();
    for (block, it) in routine.blocks.iter().enumerate() {
        for item in &it.items {
            let Choice::Do(chosen) = choose(item, library, missing)? else {
                all.push(None);
                continue;
            };
            all.push(Some(Wanted {
                block,
                priority: chosen.item.priority,
                sets: chosen.item.sets,
                amount: chosen.item.amount,
                muscles: chosen.level.muscles.clone(),
                name: chosen.exercise.name.long.clone(),
                exercise: chosen.exercise.id.clone(),
            }));
        }
    }
    Ok(all)
}

struct Fitting<'a> {
    routine: &'a Routine,
    library: &'a Library,
    missing: Missing,
    limit: Duration,
    items: Vec<Option<Wanted>>,
    /// How often the routine wants each block done.
    rounds: Vec<u32>,
}

impl Fitting<'_> {
    /// The richest cut that fits, built up from nothing.
    fn cut(&self, trained: &Trained) -> Result<Cut, PlanError> {
        let order = self.order(trained);
        let nothing = ItemCut { sets: 0, amount: 1000, extra: false };
        let mut cut = Cut {
            items: vec![nothing; self.items.len()],
            rounds: vec![1; self.rounds.len()],
            rest: 0,
        };
        for at in &order {
            self.keep_if_it_fits(&mut cut, |it| raise(it, *at));
        }
        if cut.items.iter().all(|it| it.sets == 0) {
            return Err(self.no_time(&order, &cut));
        }
        self.give_back(&mut cut, &order);
        for least in LEAST_PARTS {
            while self.is_short(&cut) && self.add_a_part(&mut cut, &order, least) {}
        }
        self.lengthen_rests(&mut cut);
        Ok(cut)
    }

    /// The items from the most important to the least.
    fn order(&self, trained: &Trained) -> Vec<usize> {
        let wanted = self.items.iter().enumerate();
        let mut waiting: Vec<_> =
            wanted.filter_map(|(at, it)| it.as_ref().map(|it| (at, it))).collect();
        waiting.sort_by_key(|(at, it)| {
            (std::cmp::Reverse(it.priority), trained.least(&it.muscles), *at)
        });
        let mut seen = BTreeSet::new();
        let mut order: Vec<usize> = Vec::new();
        for priority in [Priority::Key, Priority::Normal, Priority::Optional] {
            let of_this = || waiting.iter().filter(move |it| it.1.priority == priority);
            let firsts: Vec<_> =
                of_this().filter(|it| seen.insert(it.1.block)).map(|it| it.0).collect();
            let others = of_this().map(|it| it.0).filter(|it| !firsts.contains(it));
            order.extend(firsts.iter().copied().chain(others));
        }
        order
    }

    /// Sets, rounds and extra sets, as far as they fit; what matters most first.
    fn give_back(&self, cut: &mut Cut, order: &[usize]) {
        let most = self.items.iter().flatten().map(|it| it.sets).max().unwrap_or(0);
        for sets in 2..=most {
            let wanted = order.iter().filter(|at| self.wants(**at, |it| sets <= it.sets));
            for at in wanted {
                let is_next = cut.items.get(*at).is_some_and(|it| it.sets + 1 == sets);
                let _kept = is_next && self.keep_if_it_fits(cut, |it| raise(it, *at));
            }
        }
        for (block, rounds) in self.rounds.iter().enumerate() {
            for _ in 1..*rounds {
                self.keep_if_it_fits(cut, |it| add_round(it, block));
            }
        }
        for at in order {
            let is_whole = |it: &ItemCut| self.wants(*at, |wanted| wanted.sets == it.sets);
            let is_whole = cut.items.get(*at).is_some_and(is_whole);
            let _kept = is_whole && self.keep_if_it_fits(cut, |it| add_extra(it, *at));
        }
    }

    /// One more set of something, or one more round, with all its sets as much shorter as is needed.
    fn add_a_part(&self, cut: &mut Cut, order: &[usize], least: u32) -> bool {
        let sets = order.iter().any(|at| {
            let Some(before) = cut.items.get(*at).copied() else { return false };
            let is_open = self.wants(*at, |it| before.sets < it.sets) && before.amount == 1000;
            is_open && self.keep_the_most(cut, least, |it| raise(it, *at), |it| it == *at)
        });
        sets || (0..self.rounds.len()).any(|block| {
            let of_block = |at: usize| self.wants(at, |it| it.block == block);
            let is_open = cut.rounds.get(block) < self.rounds.get(block)
                && cut.items.iter().enumerate().all(|it| !of_block(it.0) || it.1.amount == 1000);
            is_open && self.keep_the_most(cut, least, |it| add_round(it, block), of_block)
        })
    }

    /// Keeps a change together with the largest part of the sets of some items that fits.
    fn keep_the_most(
        &self,
        cut: &mut Cut,
        least: u32,
        change: impl Fn(&mut Cut),
        shortens: impl Fn(usize) -> bool,
    ) -> bool {
        const STEP: usize = 25;
        (least..1000).rev().step_by(STEP).any(|amount| {
            self.keep_if_it_fits(cut, |it| {
                change(it);
                let items = it.items.iter_mut().enumerate().filter(|it| shortens(it.0));
                items.for_each(|it| it.1.amount = amount);
            })
        })
    }

    /// The longest rests that fit.
    fn lengthen_rests(&self, cut: &mut Cut) {
        let (mut low, mut high) = (0, 1001);
        while low + 1 < high {
            let middle = u32::midpoint(low, high);
            if self.fits(&Cut { rest: middle, ..cut.clone() }) {
                low = middle;
            } else {
                high = middle;
            }
        }
        cut.rest = low;
    }

    /// Whether even with its usual rests it is more than a minute too short.
    fn is_short(&self, cut: &Cut) -> bool {
        let usual = Cut { rest: 1000, ..cut.clone() };
        self.length(&usual).is_some_and(|it| it + SLACK < self.limit)
    }

    fn keep_if_it_fits(&self, cut: &mut Cut, change: impl FnOnce(&mut Cut)) -> bool {
        let mut changed = cut.clone();
        change(&mut changed);
        let fits = self.fits(&changed);
        if fits {
            *cut = changed;
        }
        fits
    }

    fn fits(&self, cut: &Cut) -> bool {
        self.length(cut).is_some_and(|it| it <= self.limit)
    }

    /// How long it takes; nothing when there is nothing in it.
    fn length(&self, cut: &Cut) -> Option<Duration> {
        let plan = Plan::cut(self.routine, self.library, self.missing, Some(cut));
        plan.ok().map(|it| it.length())
    }

    fn wants(&self, at: usize, that: impl FnOnce(&Wanted) -> bool) -> bool {
        self.items.get(at).and_then(Option::as_ref).is_some_and(that)
    }

    fn no_time(&self, order: &[usize], nothing: &Cut) -> PlanError {
        let alone = order.iter().filter_map(|at| {
            let mut one = nothing.clone();
            raise(&mut one, *at);
            self.length(&one)
        });
        let minutes = u32::try_from(self.limit.as_secs() / 60).unwrap_or(u32::MAX);
        PlanError::NoTime { minutes, least: alone.min().unwrap_or_default() }
    }

    /// What there is less of, but for what is left out altogether.
    fn less(&self, cut: &Cut) -> Vec<Less> {
        let both = self.items.iter().zip(&cut.items);
        let kept = both.filter_map(|(it, cut)| Some((it.as_ref()?, cut)));
        let less = kept.filter(|(_, cut)| cut.sets > 0).map(|(it, kept)| {
            let rounds = |of: &[u32]| of.get(it.block).copied().unwrap_or(1);
            Less {
                exercise: it.exercise.clone(),
                name: it.name.clone(),
                sets: (it.sets * rounds(&self.rounds), kept.sets * rounds(&cut.rounds)),
                amount: (it.amount, part_of(it.amount, kept.amount)),
            }
        });
        less.filter(|it| it.sets.0 != it.sets.1 || it.amount.0 != it.amount.1).collect()
    }
}

/// One more set of an item.
fn raise(cut: &mut Cut, at: usize) {
    if let Some(it) = cut.items.get_mut(at) {
        it.sets += 1;
    }
}

/// One more round of a block.
fn add_round(cut: &mut Cut, block: usize) {
    if let Some(it) = cut.rounds.get_mut(block) {
        *it += 1;
    }
}

/// The declared extra set of an item.
fn add_extra(cut: &mut Cut, at: usize) {
    if let Some(it) = cut.items.get_mut(at) {
        it.extra = true;
    }
}

//! The steps of a plan written anew, with another form in the place of what is left of an exercise.

mod amounts;

use std::collections::BTreeSet;
use std::time::Duration;

use super::build::{ready, work_length};
use super::place::Place;
use super::{Entry, Plan, Session, SetResult, Splice, Step, StepKind, Variant, Why, Work};
use crate::library::Amount;
use crate::units::{Side, Sides};

/// A plan that is written anew.
pub(super) struct Rewritten {
    /// The new steps, each with the index of the one that it was.
    steps: Vec<(Step, Option<usize>)>,
    /// The entry that is new; `None` where the plan has it already.
    entry: Option<Entry>,
    /// The set that was running, as far as it was done.
    settled: Option<(usize, SetResult)>,
    /// Where the session now is.
    pub(super) place: Place,
    /// Whether that is another step than before.
    pub(super) moves: bool,
}

impl Rewritten {
    /// What was settled, by new step.
    pub(super) fn results(&self, old: &[Option<SetResult>]) -> Vec<Option<SetResult>> {
        let result = |(at, it): (usize, &(Step, Option<usize>))| {
            let settled = self.settled.as_ref().filter(|it| it.0 == at).map(|it| it.1.clone());
            settled.or_else(|| old.get(it.1?)?.clone())
        };
        self.steps.iter().enumerate().map(result).collect()
    }

    /// What changes in the plan: from the first step that is another to the last.
    pub(super) fn splice(&self, plan: &Plan) -> Splice {
        let is_same = |it: &(&Step, &(Step, Option<usize>))| *it.0 == it.1.0;
        let pairs = plan.steps.iter().zip(&self.steps);
        let at = pairs.take_while(is_same).count();
        let longest = plan.steps.len().min(self.steps.len()) - at;
        let ends = plan.steps.iter().rev().zip(self.steps.iter().rev()).take(longest);
        let tail = ends.take_while(is_same).count();
        let steps = self.steps.iter().take(self.steps.len() - tail).skip(at);
        Splice {
            at,
            removed: plan.steps.len() - tail - at,
            steps: steps.map(|it| it.0.clone()).collect(),
            entry: plan.entries.len(),
            entries: self.entry.clone().into_iter().collect(),
        }
    }
}

pub(super) struct Rewriter<'a> {
    session: &'a Session,
    plan: &'a Plan,
    place: Place,
    target: usize,
    variant: &'a Variant,
    /// The target, and what it took the place of before.
    line: BTreeSet<usize>,
    /// The index under which the plan will have the variant.
    entry: usize,
    is_new: bool,
    /// The first step from which the other form may hold.
    from: usize,
    /// Whether it holds in the running set, or from one that neither side has begun.
    at_once: bool,
    steps: Vec<(Step, Option<usize>)>,
    /// The set numbers of two-sided sets that are there.
    two_sided: BTreeSet<u32>,
}

impl<'a> Rewriter<'a> {
    pub(super) fn new(
        session: &'a Session,
        place: Place,
        (target, variant): (usize, &'a Variant),
    ) -> Self {
        let plan = &session.plan;
        let line = line(plan, target);
        // Whoever goes back to a form has it already.
        let wanted = (&variant.entry.exercise, variant.entry.level);
        let is_it = |it: &Entry| (&it.exercise, it.level) == wanted;
        let mut known = line.iter().filter(|it| !session.done.dropped.contains(it));
        let known = known.find(|it| plan.entries.get(**it).is_some_and(is_it)).copied();
        let mut it = Self {
            session,
            plan,
            place,
            target,
            variant,
            line,
            entry: known.unwrap_or(plan.entries.len()),
            is_new: known.is_none(),
            from: place.step,
            at_once: variant.why != Why::Harder,
            steps: Vec::new(),
            two_sided: BTreeSet::new(),
        };
        if session.done.dropped.contains(&target) {
            let done =
                (0..plan.steps.len()).rev().find(|step| it.is_of_target(*step) && it.has(*step));
            it.from = done.map_or(0, |it| it + 1);
        }
        it
    }

    fn is_of_target(&self, step: usize) -> bool {
        self.plan.steps.get(step).is_some_and(|it| it.entry == self.target)
    }

    /// Whether anything was done in a step.
    fn has(&self, step: usize) -> bool {
        self.session.result(step).is_some_and(|it| it.done != it.planned.none())
    }

    /// What has been done of the running set; nothing when none of it was.
    fn running(&self) -> Option<Amount> {
        let step = self.plan.steps.get(self.place.step)?;
        let done = self.place.done(step)?;
        (self.is_of_target(self.place.step) && done != done.none()).then_some(done)
    }

    /// Whether a set may give way to the other form.
    fn is_open(&self, at: usize) -> bool {
        let Some(step) = self.plan.steps.get(at) else { return false };
        let is_set = step.entry == self.target && step.kind == StepKind::Work;
        if !is_set || at < self.from || self.has(at) {
            return false;
        }
        if self.at_once {
            return true;
        }
        // A harder form waits for a set that neither side has begun, in whatever form.
        let runs = |it: usize| it == self.place.step && self.running().is_some();
        let steps = self.plan.steps.iter().enumerate();
        let mut same = steps.filter(|(_, it)| {
            it.kind == StepKind::Work && self.line.contains(&it.entry) && it.set == step.set
        });
        same.all(|it| !self.has(it.0) && !runs(it.0))
    }

    /// Whether a gap leads to a set that gives way.
    fn leads_to_open(&self, at: usize) -> bool {
        let next = self.plan.steps.iter().enumerate().skip(at);
        let mut sets = next.filter(|it| it.1.kind == StepKind::Work);
        self.is_of_target(at) && sets.next().is_some_and(|it| self.is_open(it.0))
    }

    /// The new steps; nothing when they are the old ones.
    pub(super) fn rewrite(mut self) -> Option<Rewritten> {
        let plan = self.plan;
        let of = plan.entries.get(self.target)?;
        let wanted = &self.variant.entry;
        if (&of.exercise, of.level) == (&wanted.exercise, wanted.level) {
            return None;
        }
        if !self.keeps_sides_near() {
            return None;
        }
        let (mut first, mut settled, mut here, mut gap) = (None, None, None, None);
        for (at, step) in plan.steps.iter().enumerate() {
            if step.kind != StepKind::Work && self.leads_to_open(at) {
                // The gap is laid out anew; only what it was is remembered.
                gap = Some(step);
                continue;
            }
            let runs = at == self.place.step;
            if !self.is_open(at) {
                here = here.or_else(|| runs.then_some(self.steps.len()));
                self.copy(at, step);
                continue;
            }
            let done = self.running().filter(|_| runs);
            let left = self.left(at, step, done);
            if let Some(done) = done {
                let (part, result) = self.part(step, done, left.is_some())?;
                settled = Some((self.steps.len(), result));
                here = Some(self.steps.len() + 1);
                self.steps.push((part, Some(at)));
            }
            let begins = self.steps.len();
            if left.is_some_and(|it| self.emit(step, it, gap.take())) {
                first.get_or_insert(begins);
            }
        }
        let first = first?;
        let dropped = self.session.done.dropped.contains(&self.target);
        let stays = here.filter(|_| !dropped && settled.is_none());
        let place = match (stays, here.filter(|_| !dropped)) {
            (Some(step), _) => Place { step, ..self.place },
            (None, to) => Place::start_of(to.unwrap_or(first)),
        };
        let stands_for = Some(root(plan, self.target));
        let entry = self.is_new.then(|| Entry { stands_for, ..wanted.clone() });
        Some(Rewritten { steps: self.steps, entry, settled, place, moves: stays.is_none() })
    }

    /// A form that works both sides at once is no form for an exercise of which one side is nearly
    /// done and the other is not: the first would do it all again.
    fn keeps_sides_near(&self) -> bool {
        if !self.variant.is_two_sided() {
            return true;
        }
        let sets = |side: Side| {
            let steps = self.plan.steps.iter().enumerate();
            steps.filter(move |it| {
                it.1.kind == StepKind::Work
                    && self.line.contains(&it.1.entry)
                    && it.1.side.one() == Some(side)
            })
        };
        let open = Side::BOTH.iter().flat_map(|it| sets(*it)).filter(|it| self.is_open(it.0));
        let both = open.map(|it| it.1.set).collect::<BTreeSet<_>>().len();
        Side::BOTH.iter().all(|side| {
            let runs = |at: usize| at == self.place.step && self.running().is_some();
            let stays = sets(*side).filter(|it| !self.is_open(it.0) || runs(it.0)).count();
            stays + both <= sets(*side).count() + 1
        })
    }

    /// Takes a step over. After another form getting ready may take another time.
    fn copy(&mut self, at: usize, step: &Step) {
        let mut step = step.clone();
        let last = self.steps.last();
        let was = at.checked_sub(1).and_then(|it| self.plan.steps.get(it));
        let follows_other = last.map(|it| it.0.entry) == Some(self.entry)
            && was.is_some_and(|it| it.entry == self.target);
        let next = self.plan.entries.get(step.entry).filter(|_| step.kind == StepKind::Ready);
        if let Some(next) = next.filter(|_| follows_other) {
            step.length = ready(&self.variant.timing, Some(&self.variant.entry), next);
        }
        self.steps.push((step, Some(at)));
    }

    /// Adds a set of the other form, with what comes before it; tells whether it did.
    fn emit(&mut self, old: &Step, amount: Amount, gap: Option<&Step>) -> bool {
        let work = Work { amount, ..self.variant.work };
        let sides: &[Sides] = match (old.side.one(), self.variant.is_two_sided()) {
            // Both sides at once stand for a set of each.
            (Some(_), true) if !self.two_sided.insert(old.set) => return false,
            (_, true) => &[Sides::Both],
            (None, false) => &[Sides::Left, Sides::Right],
            (Some(Side::Left), false) => &[Sides::Left],
            (Some(Side::Right), false) => &[Sides::Right],
        };
        for (nth, side) in sides.iter().enumerate() {
            let step = Step {
                kind: StepKind::Work,
                entry: self.entry,
                side: *side,
                length: work_length(work),
                work: Some(work),
                ..old.clone()
            };
            self.before(&step, gap, nth > 0);
            self.steps.push((step, None));
        }
        true
    }

    /// Gets ready, changes sides or rests before a set of the other form; `second` is the other side
    /// of what was one set.
    fn before(&mut self, set: &Step, gap: Option<&Step>, second: bool) {
        let (variant, entries) = (self.variant, &self.plan.entries);
        let last = self.steps.last().map(|it| it.0.entry);
        let was = gap.map(|it| it.kind);
        let turns = was == Some(StepKind::Switch);
        let of_last = last.and_then(|it| entries.get(it));
        let (kind, length) = if second || (turns && last == Some(self.entry)) {
            (StepKind::Switch, variant.switch)
        } else if last == Some(self.entry) {
            let rest = gap.map_or(Duration::ZERO, |it| self.rest(it));
            (StepKind::Rest, rest)
        } else if turns && of_last.is_some_and(|it| it.position == variant.entry.position) {
            // In a block that turns over once, the turn stays a turn.
            (StepKind::Switch, variant.switch)
        } else if of_last.is_none() {
            // After Start one has had some of the time to reach the mat already.
            let old = gap.map_or(Duration::ZERO, |it| it.length.saturating_sub(self.place.into));
            let of = entries.get(self.target);
            (StepKind::Ready, ready(&variant.timing, of, &variant.entry).max(old))
        } else {
            (StepKind::Ready, ready(&variant.timing, of_last, &variant.entry))
        };
        if !length.is_zero() {
            let step = Step { kind, length, work: None, ..set.clone() };
            self.steps.push((step, None));
        }
    }

    /// The rest that was there, where as many sides work at a time as before; else what is usual.
    fn rest(&self, gap: &Step) -> Duration {
        let one_sided = gap.side.one().is_some();
        let kept = gap.kind == StepKind::Rest && one_sided != self.variant.is_two_sided();
        if kept { gap.length } else { self.variant.rest }
    }
}

/// The entry that was planned before the session and for which one stands.
fn root(plan: &Plan, entry: usize) -> usize {
    plan.entries.get(entry).and_then(|it| it.stands_for).unwrap_or(entry)
}

/// An entry, what it took the place of, and what took the place of that.
fn line(plan: &Plan, target: usize) -> BTreeSet<usize> {
    let of = root(plan, target);
    (0..plan.entries.len()).filter(|it| root(plan, *it) == of).collect()
}

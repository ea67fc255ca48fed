//! Another form of an exercise from the present set on: the steps that are left of it give way to
//! steps of the other form, with the time to get into its position.
//!
//! Both sides stay equal: whatever one side has done of a set, the other does as much of it. An easier
//! form, and another exercise, hold at once; a harder one waits for a set that neither side has begun.

use serde::{Deserialize, Serialize};

use super::engine::State;
use super::place::Mode;
use super::rewrite::Rewriter;
use super::{At, Entry, Event, Session, Step, Variant};

/// Steps that take the place of others, and the entries that they need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Splice {
    /// The first step that goes.
    pub at: usize,
    /// How many go.
    pub removed: usize,
    /// What comes instead.
    pub steps: Vec<Step>,
    /// The first entry that goes; all after it go too.
    pub entry: usize,
    /// What comes instead of those.
    pub entries: Vec<Entry>,
}

impl Session {
    /// Puts another form in the place of what is left of an exercise, given by its index into the
    /// plan's entries. It can be undone for five seconds. Nothing happens where nothing is left.
    pub fn replan(&mut self, target: usize, variant: &Variant) -> Vec<At> {
        let mut events = Vec::new();
        let State::On(place, mode) = self.state else { return events };
        let Some(new) = Rewriter::new(self, place, (target, variant)).rewrite() else {
            return events;
        };
        self.remember(place);
        let results = new.results(&self.done.results);
        let splice = new.splice(&self.plan);
        if let Some(undo) = &mut self.undo {
            let removed = self.plan.steps.iter().skip(splice.at).take(splice.removed);
            let steps = removed.cloned().collect();
            let (at, removed) = (splice.at, splice.steps.len());
            let entries = Vec::new();
            undo.plan = Some(Splice { at, removed, steps, entry: splice.entry, entries });
        }
        self.replace(splice, &mut events);
        for (step, result) in results.into_iter().enumerate() {
            if result.is_some() && self.result(step) != result.as_ref() {
                self.keep(step, result, &mut events);
            }
        }
        if new.moves {
            self.begin(new.place.step, Mode::Running, &mut events);
            self.stay_paused(mode);
        } else {
            self.state = State::On(new.place, mode);
        }
        events
    }

    /// Whether another form would change anything.
    pub fn can_replan(&self, target: usize, variant: &Variant) -> bool {
        let State::On(place, _) = self.state else { return false };
        Rewriter::new(self, place, (target, variant)).rewrite().is_some()
    }

    /// Replaces steps and says so.
    pub(super) fn replace(&mut self, splice: Splice, events: &mut Vec<At>) {
        let (at, removed, added) = (splice.at, splice.removed, splice.steps.len());
        let entry = splice.entry;
        if self.splice(splice) {
            self.tell(events, Event::Replanned { at, removed, added, entry });
        }
    }

    /// Replaces steps; what was settled among them has to be told anew. One that does not fit the
    /// plan changes nothing.
    pub(super) fn splice(&mut self, splice: Splice) -> bool {
        let Splice { at, removed, steps, entry, entries } = splice;
        let plan = &mut self.plan;
        let all = entry + entries.len();
        let end = at.saturating_add(removed);
        let kept = plan.steps.iter().take(at).chain(plan.steps.iter().skip(end));
        let fits = end <= plan.steps.len()
            && entry <= plan.entries.len()
            && kept.chain(&steps).all(|it| it.entry < all);
        if !fits {
            return false;
        }
        let added = steps.len();
        plan.entries.truncate(entry);
        plan.entries.extend(entries);
        plan.steps.splice(at..end, steps);
        self.done.results.splice(at..end, std::iter::repeat_n(None, added));
        let last = plan.steps.len().saturating_sub(1);
        for hurt in &mut self.done.hurts {
            if end <= hurt.step {
                hurt.step = hurt.step - removed + added;
            } else if at <= hurt.step {
                hurt.step = hurt.step.min(at + added.saturating_sub(1)).min(last);
            }
        }
        self.done.dropped.retain(|it| *it < all);
        true
    }

    /// What was replaced, for the active log.
    pub(super) fn spliced(
        &self,
        (at, removed, added): (usize, usize, usize),
        entry: usize,
    ) -> Splice {
        let steps = self.plan.steps.iter().skip(at).take(added).cloned().collect();
        let entries = self.plan.entries.iter().skip(entry).cloned().collect();
        Splice { at, removed, steps, entry, entries }
    }
}

//! Lays a routine out as steps.

use std::time::Duration;

use super::choice::{Choice, Chosen, choose};
use super::cut::{Cut, lessen};
use super::plan::{Entry, Missing, Plan, PlanError, Step, StepKind, Work};
use crate::library::{
    Amount, Block, Exercise, ItemSides, Level, Library, Position, Routine, RoutineBlock,
    RoutineKind, Timing,
};
use crate::units::{Side, Sides, Tempo};

/// The pace at which a set at the person's own pace is reckoned, per rep: the usual 2-1-2 of the
/// programme (domain.md 4).
const USUAL_REP: Duration = Duration::from_secs(5);

impl Plan {
    /// Lays a routine out as steps, with what is missing today taken into account.
    pub fn new(routine: &Routine, library: &Library, missing: Missing) -> Result<Self, PlanError> {
        Self::cut(routine, library, missing, None)
    }

    /// The same, with less of it where a cut says so.
    pub(super) fn cut(
        routine: &Routine,
        library: &Library,
        missing: Missing,
        cut: Option<&Cut>,
    ) -> Result<Self, PlanError> {
        let timing = cut.map_or(library.timing, |it| it.timing(library.timing));
        let mut layout = Layout::new(timing, routine.kind);
        let mut left_out = Vec::new();
        let mut cuts = cut.iter().flat_map(|it| &it.items);
        for (at, block) in routine.blocks.iter().enumerate() {
            let mut chosen = Vec::new();
            for item in &block.items {
                let less = cuts.next();
                match choose(item, library, missing)? {
                    Choice::Do(it) => match lessen(*it, less.zip(cut)) {
                        Choice::Do(it) => chosen.push(layout.entry(*it)),
                        Choice::Leave(it) => left_out.push(it),
                    },
                    Choice::Leave(it) => left_out.push(it),
                }
            }
            let rounds = cut.and_then(|it| it.rounds.get(at)).copied();
            layout.block(block, &chosen, rounds.unwrap_or(block.rounds));
        }
        if !layout.steps.iter().any(|it| it.kind == StepKind::Work) {
            return Err(PlanError::Empty);
        }
        Ok(Self {
            routine: routine.id.clone(),
            name: routine.name.clone(),
            kind: routine.kind,
            prescribed: routine.prescribed.is_some(),
            entries: layout.entries,
            steps: layout.steps,
            left_out,
            fitted: None,
            check: None,
            resume: library.timing.resume,
            long_pause: library.timing.long_pause,
        })
    }
}

/// What the layout needs to know of an item once its entry is made.
struct Placed {
    entry: usize,
    sets: u32,
    sides: ItemSides,
    first: Side,
    extra: Option<Side>,
    work: Work,
    length: Duration,
    rest: Duration,
    switch: Duration,
}

impl Placed {
    /// Sets on one side in all rounds.
    fn sets_on(&self, side: Sides, rounds: u32) -> u32 {
        let extra = u32::from(side.one().is_some() && side.one() == self.extra);
        self.sets * rounds + extra
    }
}

struct Layout {
    timing: Timing,
    kind: RoutineKind,
    entries: Vec<Entry>,
    steps: Vec<Step>,
}

impl Layout {
    const fn new(timing: Timing, kind: RoutineKind) -> Self {
        Self { timing, kind, entries: Vec::new(), steps: Vec::new() }
    }

    /// Adds an entry and returns what the layout needs of it.
    fn entry(&mut self, chosen: Chosen<'_>) -> Placed {
        let Chosen { item, exercise, level, swapped } = chosen;
        let work = Work { amount: item.amount, tempo: item.tempo };
        let two_sided = matches!(item.sides, ItemSides::Both);
        let rest = item.rest.unwrap_or(rest(&self.timing, exercise.block, item.amount, two_sided));
        let mut entry = Entry::new(exercise, level, &self.timing);
        entry.swapped = swapped;
        entry.cues.splice(..0, item.cues.iter().cloned());
        entry.note.clone_from(&item.note);
        self.entries.push(entry);
        Placed {
            entry: self.entries.len() - 1,
            sets: item.sets,
            sides: item.sides,
            first: item.first,
            extra: item.extra_set,
            work,
            length: work_length(work),
            rest,
            switch: switch(&self.timing, level.position),
        }
    }

    fn block(&mut self, block: &RoutineBlock, items: &[Placed], rounds: u32) {
        let rounds = rounds.max(1);
        for round in (0..rounds).map(|it| (it, rounds)) {
            if block.each_side {
                self.side_after_side(items, round);
            } else {
                self.straight(items, round);
            }
        }
    }

    fn straight(&mut self, items: &[Placed], round: (u32, u32)) {
        for item in items {
            self.item(item, round);
        }
    }

    /// All items left, then all right: the person turns over once.
    fn side_after_side(&mut self, items: &[Placed], round: (u32, u32)) {
        for item in items {
            self.one_side(item, Side::Left, round, false);
        }
        for (i, item) in items.iter().enumerate() {
            self.one_side(item, Side::Right, round, i == 0);
        }
    }

    /// All sets of one side, for blocks that turn over once.
    fn one_side(&mut self, item: &Placed, side: Side, (round, rounds): (u32, u32), turn: bool) {
        let sets = item.sets_on(side.into(), rounds);
        let this_round = if round + 1 == rounds { sets - round * item.sets } else { item.sets };
        for k in 0..this_round {
            let set = round * item.sets + k + 1;
            if k > 0 {
                self.gap(StepKind::Rest, item, (side.into(), set, sets), item.rest);
            } else if turn {
                self.gap(StepKind::Switch, item, (side.into(), set, sets), item.switch);
            } else {
                self.ready(item, (side.into(), set, sets));
            }
            self.work(item, (side.into(), set, sets));
        }
    }

    /// All sets of an item for this round; in a circuit that is one a side.
    fn item(&mut self, item: &Placed, (round, rounds): (u32, u32)) {
        let extra = item.extra.filter(|_| round + 1 == rounds);
        for (i, (side, k)) in order((item.sides, item.first), item.sets, extra).enumerate() {
            let place = (side, round * item.sets + k, item.sets_on(side, rounds));
            let before = self.steps.last().filter(|it| it.entry == item.entry);
            let other_side = before.is_some_and(|it| it.side != side);
            if before.is_none() {
                self.ready(item, place);
            } else if other_side && turns(item.sides, i) {
                self.gap(StepKind::Switch, item, place, item.switch);
            } else {
                self.gap(StepKind::Rest, item, place, item.rest);
            }
            self.work(item, place);
        }
    }

    fn ready(&mut self, item: &Placed, place: (Sides, u32, u32)) {
        let last = self.steps.last().and_then(|it| self.entries.get(it.entry));
        let Some(next) = self.entries.get(item.entry) else { return };
        // A break begins where one stands: nobody has to reach a mat.
        let length = if last.is_none() && self.kind == RoutineKind::Break {
            self.timing.ready
        } else {
            ready(&self.timing, last, next)
        };
        self.gap(StepKind::Ready, item, place, length);
    }

    /// A gap of no length is no step at all.
    fn gap(&mut self, kind: StepKind, item: &Placed, place: (Sides, u32, u32), length: Duration) {
        if !length.is_zero() {
            let (side, set, sets) = place;
            self.steps.push(Step { kind, entry: item.entry, side, set, sets, length, work: None });
        }
    }

    fn work(&mut self, item: &Placed, (side, set, sets): (Sides, u32, u32)) {
        let (entry, length, work) = (item.entry, item.length, Some(item.work));
        self.steps.push(Step { kind: StepKind::Work, entry, side, set, sets, length, work });
    }
}

/// How long a set takes; at one's own pace, at the usual tempo.
pub(super) fn work_length(work: Work) -> Duration {
    let rep = work.tempo.as_ref().map_or(USUAL_REP, Tempo::rep);
    match work.amount {
        Amount::Hold(it) | Amount::Drill(it) => it,
        Amount::Reps(n) | Amount::Steps(n) | Amount::Reaches(n) => rep * n,
    }
}

/// How long one gets ready after an exercise, or after Start.
pub(super) fn ready(timing: &Timing, last: Option<&Entry>, next: &Entry) -> Duration {
    let band = |it: &Entry| it.equipment.iter().find(|it| it.is_band()).copied();
    let moved = last.map_or(next.position.on_floor(), |it| it.position != next.position);
    let mut length = if moved { timing.ready_new_position } else { timing.ready };
    if last.and_then(band) != band(next) {
        length += timing.band;
    }
    if last.is_none() {
        length += timing.reach_mat;
    }
    length
}

/// The rest between two sets.
pub(super) fn rest(timing: &Timing, block: Block, amount: Amount, two_sided: bool) -> Duration {
    let stretch = block == Block::Mobility || amount.time().is_some();
    match (two_sided, stretch) {
        (false, _) => timing.rest_one_sided,
        (true, true) => timing.rest_stretch,
        (true, false) => timing.rest_strength,
    }
}

/// How long changing sides takes.
pub(super) const fn switch(timing: &Timing, position: Position) -> Duration {
    if position.slow_to_turn() { timing.switch_slow } else { timing.switch }
}

impl Entry {
    /// An exercise at a level, as the library has it.
    pub(super) fn new(exercise: &Exercise, level: &Level, timing: &Timing) -> Self {
        let upright = !level.position.on_floor();
        Self {
            exercise: exercise.id.clone(),
            name: exercise.name.clone(),
            block: exercise.block,
            level: level.number,
            swapped: false,
            replaces: None,
            stands_for: None,
            position: level.position,
            screen: level.screen,
            equipment: level.equipment.clone(),
            muscles: level.muscles.clone(),
            sides: level.sides,
            side_line: level.side_line.clone(),
            phase_words: level.phase_words.clone(),
            movement: level.movement.clone(),
            setup: level.setup.clone(),
            cues: level.cues.clone(),
            note: None,
            ready: if upright { timing.ready } else { timing.ready_new_position },
        }
    }
}

/// The sides and set numbers of an item in the order in which they are done.
fn order(
    (sides, first): (ItemSides, Side),
    sets: u32,
    extra: Option<Side>,
) -> impl Iterator<Item = (Sides, u32)> {
    let pair = [first, first.other()].map(Sides::from);
    let mut all = Vec::new();
    match sides {
        ItemSides::EachSet => all.extend((1..=sets).flat_map(|k| pair.map(|it| (it, k)))),
        ItemSides::EachExercise => {
            all.extend(pair.into_iter().flat_map(|it| (1..=sets).map(move |k| (it, k))));
        }
        ItemSides::Left => all.extend((1..=sets).map(|k| (Sides::Left, k))),
        ItemSides::Right => all.extend((1..=sets).map(|k| (Sides::Right, k))),
        ItemSides::Both => all.extend((1..=sets).map(|k| (Sides::Both, k))),
    }
    all.extend(extra.map(|side| (Sides::from(side), sets + 1)));
    all.into_iter()
}

/// Whether the `i`th set is the other half of a pair, so that the change of side is all the rest
/// there is; out of pairs every change of side is one.
const fn turns(sides: ItemSides, i: usize) -> bool {
    match sides {
        ItemSides::EachSet => i % 2 == 1,
        ItemSides::EachExercise | ItemSides::Left | ItemSides::Right | ItemSides::Both => true,
    }
}

//! A check laid out as a plan: what is done for a time, and steps that wait for a reading.
//!
//! A check is a session like any other to the engine, the score, the keys and the log; only what is
//! said, shown and read in a step stands beside the plan, in [`CheckPlan`].

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::plan::{Entry, Plan, PlanError, Step, StepKind, Work};
use crate::library::{
    Amount, Block, CheckOrder, CheckPart, CheckReading, Cue, Footwear, Gate, Id, LevelSides,
    Method, ReadingOf, RoutineKind, SelfCheck, Surface, Timing,
};
use crate::units::{Side, Sides};

/// How long a reading is reckoned to take.
const USUAL_READING: Duration = Duration::from_secs(12);

/// What a plan needs beside its steps to be a check. Replay never reads the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckPlan {
    /// The check.
    pub check: Id,
    /// How it is read, and what was told beforehand.
    pub conditions: Conditions,
    /// What makes a reading of an angle useless.
    pub watches: Vec<Gate>,
    /// What happens in its work steps.
    pub tasks: Vec<Task>,
}

/// What is told before a check and kept with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conditions {
    /// How it is read.
    pub method: Method,
    /// Whether somebody helps; in what watches the pelvis, they watch it.
    pub helper: bool,
    /// On what one lies or stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surface: Option<Surface>,
    /// What is on the feet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footwear: Option<Footwear>,
    /// Which hip or groin hurts these days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hurts: Option<Sides>,
    /// Which hip is stiff for more than half an hour in the morning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stiff: Option<Sides>,
}

/// What happens in one work step of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Index into the plan's steps.
    pub step: usize,
    /// What is said.
    pub say: Cue,
    /// The movement that shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub movement: Option<Id>,
    /// What is read; nothing where something is done for a time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read: Option<Read>,
}

/// What is read in a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Read {
    /// The name under which it is kept.
    pub what: Id,
    /// What can be answered.
    pub of: ReadingOf,
    /// The first step of the round of readings that it belongs to, from which all are taken again.
    pub from: usize,
}

/// A reading as it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Index into the plan's steps.
    pub step: usize,
    /// What was read.
    pub what: Id,
    /// Whose.
    pub side: Sides,
    /// Tenths of a degree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenths: Option<i32>,
    /// A chosen word; [`UNSURE`] when nobody could tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
    /// Why it is set aside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rejected: Option<Gate>,
}

/// The word of an answer that nobody could give.
pub const UNSURE: &str = "unsure";

impl Plan {
    /// Lays a check out as steps.
    pub fn check(
        check: &SelfCheck,
        conditions: Conditions,
        timing: Timing,
    ) -> Result<Self, PlanError> {
        let mut layout =
            Layout { check, timing, entries: Vec::new(), steps: Vec::new(), tasks: Vec::new() };
        layout.parts();
        if layout.tasks.is_empty() {
            return Err(PlanError::Empty);
        }
        Ok(Self {
            routine: format!("check-{}", check.id),
            name: check.name.clone(),
            kind: RoutineKind::Try,
            prescribed: false,
            entries: layout.entries,
            steps: layout.steps,
            left_out: Vec::new(),
            fitted: None,
            check: Some(Box::new(CheckPlan {
                check: check.id.clone(),
                conditions,
                watches: check.watches.clone(),
                tasks: layout.tasks,
            })),
            resume: timing.resume,
            long_pause: timing.long_pause,
        })
    }

    /// What happens in a step, where the plan is that of a check.
    pub fn task(&self, step: usize) -> Option<&Task> {
        self.check.as_ref()?.tasks.iter().find(|it| it.step == step)
    }

    /// What is read in a step.
    pub fn reads(&self, step: usize) -> Option<&Read> {
        self.task(step)?.read.as_ref()
    }

    /// The steps in which the same is read for the same side as in this one, in order.
    pub fn round_of(&self, step: usize) -> Vec<usize> {
        let of = |it: usize| Some((self.reads(it)?.what.as_str(), self.steps.get(it)?.side));
        let Some(wanted) = of(step) else { return Vec::new() };
        let tasks = self.check.iter().flat_map(|it| &it.tasks);
        tasks.map(|it| it.step).filter(|it| of(*it) == Some(wanted)).collect()
    }
}

struct Layout<'c> {
    check: &'c SelfCheck,
    timing: Timing,
    entries: Vec<Entry>,
    steps: Vec<Step>,
    tasks: Vec<Task>,
}

impl Layout<'_> {
    /// Runs of one-sided parts are done side by side where the check asks for it.
    fn parts(&mut self) {
        let one_sided = |it: &CheckPart| it.sides != LevelSides::Both;
        let runs = self.check.parts.chunk_by(|a, b| one_sided(a) && one_sided(b));
        let order = runs.flat_map(|run| match run {
            [part] if !one_sided(part) => vec![(part, Sides::Both)],
            run => self.sides_of(run),
        });
        for (part, side) in order.collect::<Vec<_>>() {
            self.part(part, side);
        }
    }

    /// One-sided parts with their sides, in order.
    fn sides_of<'p>(&self, run: &'p [CheckPart]) -> Vec<(&'p CheckPart, Sides)> {
        let sides = || Side::BOTH.map(Sides::from).into_iter();
        match self.check.order {
            CheckOrder::SideBySide => {
                sides().flat_map(|side| run.iter().map(move |it| (it, side))).collect()
            }
            CheckOrder::PartByPart => {
                run.iter().flat_map(|it| sides().map(move |side| (it, side))).collect()
            }
        }
    }

    /// One part on one side, as often as it is done.
    fn part(&mut self, part: &CheckPart, side: Sides) {
        let entry = self.entry(part);
        self.gap(entry, part, side);
        let from = self.steps.len();
        for round in 1..=part.times {
            let place = Place { entry, side, round, times: part.times };
            for step in &part.steps {
                let work = Work { amount: Amount::Drill(step.length), tempo: None };
                let movement = step.movement.clone();
                self.work(
                    place,
                    (work, step.length),
                    Said { say: step.say.clone(), movement, read: None },
                );
            }
            for reading in &part.readings {
                self.reading(reading, place, from);
            }
        }
    }

    fn reading(&mut self, reading: &CheckReading, place: Place, from: usize) {
        let sides: &[Sides] = match (place.side, reading.for_both) {
            (Sides::Both, false) => &[Sides::Left, Sides::Right],
            (Sides::Both, true) => &[Sides::Both],
            (Sides::Left, _) => &[Sides::Left],
            (Sides::Right, _) => &[Sides::Right],
        };
        let work = Work { amount: Amount::Reps(1), tempo: None };
        for side in sides {
            let read = Some(Read { what: reading.what.clone(), of: reading.of.clone(), from });
            let said = Said { say: reading.ask.clone(), movement: None, read };
            self.work(Place { side: *side, ..place }, (work, USUAL_READING), said);
        }
    }

    /// Get ready for a part, or change sides in it.
    fn gap(&mut self, entry: usize, part: &CheckPart, side: Sides) {
        let before = self.steps.last();
        let turned = before.is_some_and(|it| it.side.one().is_some() && it.side != side);
        let kind = if turned && side.one().is_some() { StepKind::Switch } else { StepKind::Ready };
        let last = before.and_then(|it| self.entries.get(it.entry));
        let slow = part.position.slow_to_turn();
        let length = match kind {
            StepKind::Switch if slow => self.timing.switch_slow,
            StepKind::Switch => self.timing.switch,
            StepKind::Ready | StepKind::Work | StepKind::Rest if last.is_none() => {
                self.timing.ready_new_position + self.timing.reach_mat
            }
            // A measurement is explained at length, so there is as much time as for a new position.
            StepKind::Ready | StepKind::Work | StepKind::Rest => self.timing.ready_new_position,
        };
        if !length.is_zero() {
            let (set, sets) = (1, part.times);
            self.steps.push(Step { kind, entry, side, set, sets, length, work: None });
        }
    }

    fn work(&mut self, place: Place, (work, length): (Work, Duration), said: Said) {
        let Place { entry, side, round, times } = place;
        let Said { say, movement, read } = said;
        self.tasks.push(Task { step: self.steps.len(), say, movement, read });
        self.steps.push(Step {
            kind: StepKind::Work,
            entry,
            side,
            set: round,
            sets: times,
            length,
            work: Some(work),
        });
    }

    /// The entry of a part; that of its other side is the same.
    fn entry(&mut self, part: &CheckPart) -> usize {
        let id = format!("{}-{}", self.check.id, part.id);
        if let Some(at) = self.entries.iter().position(|it| it.exercise == id) {
            return at;
        }
        let upright = !part.position.on_floor();
        let ready = if upright { self.timing.ready } else { self.timing.ready_new_position };
        self.entries.push(Entry {
            exercise: id,
            name: part.name.clone(),
            block: Block::Control,
            level: 1,
            swapped: false,
            replaces: None,
            stands_for: None,
            position: part.position,
            screen: part.screen,
            equipment: self.check.equipment.clone(),
            muscles: Vec::new(),
            sides: part.sides,
            side_line: part.side_line.clone(),
            phase_words: None,
            movement: part.movement.clone(),
            setup: part.setup.clone(),
            cues: Vec::new(),
            note: None,
            ready,
        });
        self.entries.len() - 1
    }
}

/// Where a task stands.
#[derive(Clone, Copy)]
struct Place {
    entry: usize,
    side: Sides,
    round: u32,
    times: u32,
}

/// What a task says, shows and reads.
struct Said {
    say: Cue,
    movement: Option<Id>,
    read: Option<Read>,
}

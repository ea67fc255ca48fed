//! Exercise by exercise: what was prescribed against what was done.

use chrono::NaiveDate;

use super::Entry;
use crate::history::{ExerciseRecord, Form, SessionRecord, SetRecord};
use crate::library::{Amount, Block, Id};
use crate::units::Sides;

/// One exercise in the period.
#[derive(Debug, Clone, PartialEq)]
pub struct ExercisePart {
    /// The exercise.
    pub id: Id,
    /// What it was called last.
    pub name: String,
    /// The part of the programme.
    pub block: Block,
    /// What was prescribed, in the order in which each level and dose first came.
    pub doses: Vec<Dosed>,
    /// What was done in each session, side by side.
    pub points: Vec<SidePoint>,
}

/// A level and a dose that were prescribed.
#[derive(Debug, Clone, PartialEq)]
pub struct Dosed {
    /// The level.
    pub level: u8,
    /// Sets a side.
    pub sets: u32,
    /// The amount of a set.
    pub each: Amount,
    /// Whether the sides take turns.
    pub each_side: bool,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Sessions with it.
    pub sessions: u32,
    /// Sets that were planned, both sides together.
    pub planned: u32,
    /// Sets that were done to their end: left, right, both legs at once.
    pub done: [u32; 3],
    /// The worst pain told during it.
    pub pain: Option<u8>,
    /// How often it was called clean, and how often shaky.
    pub form: (u32, u32),
    /// The fewest and the most clean reps left, when told.
    pub rir: Option<(u8, u8)>,
}

/// What was done on one side in one session: the amount of its best set, in reps or seconds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SidePoint {
    /// The day.
    pub date: NaiveDate,
    /// The hip that worked.
    pub side: Sides,
    /// Planned for one set.
    pub planned: f32,
    /// The best set.
    pub done: f32,
    /// The level.
    pub level: u8,
}

/// An amount as a number: reps, or seconds.
fn number(amount: Amount) -> f32 {
    let seconds = amount.time().map(|it| it.as_secs_f32());
    seconds.or_else(|| amount.count().map(|it| it as f32)).unwrap_or_default()
}

pub(super) fn parts(entries: &[Entry<'_>]) -> Vec<ExercisePart> {
    let mut parts: Vec<ExercisePart> = Vec::new();
    // Breaks and exercises tried are no part of what was prescribed.
    for entry in entries.iter().filter(|it| !it.record.body.is_break()) {
        for exercise in &entry.session.exercises {
            let at = parts.iter().position(|it| it.id == exercise.exercise);
            let at = at.unwrap_or_else(|| {
                parts.push(ExercisePart {
                    id: exercise.exercise.clone(),
                    name: exercise.name.clone(),
                    block: exercise.block,
                    doses: Vec::new(),
                    points: Vec::new(),
                });
                parts.len() - 1
            });
            if let Some(part) = parts.get_mut(at) {
                part.take(entry.record.date, entry.session, exercise);
            }
        }
    }
    parts
}

impl ExercisePart {
    /// What was prescribed first and what last.
    pub fn first_and_last(&self) -> Option<(&Dosed, &Dosed)> {
        self.doses.first().zip(self.doses.iter().max_by_key(|it| it.to))
    }

    fn take(&mut self, date: NaiveDate, session: &SessionRecord, exercise: &ExerciseRecord) {
        self.name.clone_from(&exercise.name);
        let here = |it: &&SetRecord| it.exercise == exercise.exercise && it.level == exercise.level;
        let sets: Vec<_> = session.sets.iter().filter(here).collect();
        let (sides, each) = (sides(&sets), exercise.planned.each);
        let per_side = exercise.planned.sets / (sides.len().max(1) as u32);
        // Two routines may ask for different doses in turn: each is one row.
        let same = |it: &Dosed| (it.level, it.sets, it.each) == (exercise.level, per_side, each);
        let at = self.doses.iter().position(same).unwrap_or_else(|| {
            self.doses.push(Dosed {
                level: exercise.level,
                sets: per_side,
                each,
                each_side: sides.iter().any(|it| it.one().is_some()),
                from: date,
                to: date,
                sessions: 0,
                planned: 0,
                done: [0; 3],
                pain: None,
                form: (0, 0),
                rir: None,
            });
            self.doses.len() - 1
        });
        if let Some(dose) = self.doses.get_mut(at) {
            dose.add(date, &sets, exercise.form);
        }
        self.points.extend(sides.into_iter().filter_map(|side| {
            let of_side = || sets.iter().filter(|it| it.side == side);
            let done = of_side().map(|it| number(it.done)).reduce(f32::max)?;
            let planned = of_side().map(|it| number(it.planned)).reduce(f32::max)?;
            Some(SidePoint { date, side, planned, done, level: exercise.level })
        }));
    }
}

/// The sides of some sets, each once.
fn sides(sets: &[&SetRecord]) -> Vec<Sides> {
    let all = [Sides::Left, Sides::Right, Sides::Both];
    all.into_iter().filter(|side| sets.iter().any(|it| it.side == *side)).collect()
}

impl Dosed {
    fn add(&mut self, date: NaiveDate, sets: &[&SetRecord], form: Option<Form>) {
        self.to = date;
        self.sessions += 1;
        self.planned += sets.len() as u32;
        let sides = [Sides::Left, Sides::Right, Sides::Both];
        for (sum, side) in self.done.iter_mut().zip(sides) {
            *sum += sets.iter().filter(|it| it.side == side && !it.skipped).count() as u32;
        }
        let worst = sets.iter().filter_map(|it| it.pain).max().map(Into::into);
        self.pain = self.pain.max(worst);
        match form {
            Some(Form::Clean) => self.form.0 += 1,
            Some(Form::Shaky) => self.form.1 += 1,
            None => {}
        }
        for rir in sets.iter().filter_map(|it| it.rir).map(u8::from) {
            let (least, most) = self.rir.unwrap_or((rir, rir));
            self.rir = Some((least.min(rir), most.max(rir)));
        }
    }

    /// Sets done to their end, both sides together.
    pub fn done(&self) -> u32 {
        self.done.iter().sum()
    }
}

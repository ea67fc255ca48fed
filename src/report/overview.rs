//! The answer first: what was asked, what was done, pain, what changed, what stopped a session.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Choices, Entry, ExercisePart, minutes};
use crate::history::{
    Body, Days, HealthScreen, Journal, MorningAnswer, Outcome, Record, SessionRecord, WeekRules,
    Weeks,
};
use crate::library::{Amount, Id};
use crate::program::{Health, Question, Sign};
use crate::session::HurtBand;
use crate::units::{Pain, Sides};

/// From this rating on pain is named among what to see first (domain: the red band).
const RED: u8 = 6;

/// One week of the period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekFact {
    /// Its first day.
    pub start: NaiveDate,
    /// Days that count, 0-7.
    pub days: u32,
    /// The target in force on its first day.
    pub target: u32,
    /// What became of it.
    pub outcome: Outcome,
}

impl WeekFact {
    /// Whether it lies in a pause, so that nothing was expected.
    pub fn is_paused(self) -> bool {
        self.outcome == Outcome::Skipped
    }
}

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asked {
    /// The lowest and the highest week target of the period.
    pub target: Option<(u32, u32)>,
    /// The routines that were done, the most frequent first.
    pub routines: Vec<AskedRoutine>,
}

/// A routine of the period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedRoutine {
    /// Its name.
    pub name: String,
    /// How often it was done, at least in part.
    pub times: u32,
    /// Whether a professional had prescribed it.
    pub prescribed: bool,
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Done {
    /// Sessions, without breaks and exercises tried.
    pub sessions: u32,
    /// Breaks and exercises tried.
    pub breaks: u32,
    /// Sessions that ended before their last step.
    pub early: u32,
    /// Minutes of work and rest, breaks included.
    pub minutes: u32,
    /// Sets done to their end, in sessions.
    pub sets: usize,
    /// Sets planned, in sessions.
    pub planned: usize,
    /// Weeks in which something was expected and that are over, or reached their target.
    pub weeks: u32,
    /// Those of them that reached their target.
    pub met: u32,
}

/// What was told about one kind of pain.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Told {
    /// How often it was told.
    pub times: u32,
    /// Of so many sessions.
    pub of: u32,
    /// The mean.
    pub mean: f32,
    /// The mean of the first and of the last third, when each has at least three answers.
    pub from_to: Option<(f32, f32)>,
    /// The least and the worst.
    pub range: (u8, u8),
}

/// Pain around sessions and during them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PainFacts {
    /// Before, after and the next morning; none where it was never told.
    pub around: [Option<Told>; 3],
    /// Better, same and worse the next morning.
    pub mornings: [u32; 3],
    /// Exercises during which pain was told, the worst first.
    pub during: Vec<Hurtful>,
}

/// An exercise during which pain was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hurtful {
    /// Its name.
    pub name: String,
    /// How often.
    pub times: u32,
    /// The worst: the exact rating, else the lowest of the band.
    pub worst: u8,
}

/// Something that changed in the period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// An exercise is done at another level.
    Level {
        /// Its name.
        name: String,
        /// At the first session with it.
        from: u8,
        /// At the last.
        to: u8,
    },
    /// The same level asks for another amount.
    Dose {
        /// Its name.
        name: String,
        /// Sets of one side and the amount of one, at the first session with it.
        from: (u32, Amount),
        /// At the last.
        to: (u32, Amount),
    },
    /// Another week target.
    Target {
        /// From this day.
        date: NaiveDate,
        /// Days a week.
        value: u8,
    },
    /// Days on which nothing was expected.
    Pause {
        /// The first.
        from: NaiveDate,
        /// The last.
        to: NaiveDate,
    },
}

/// Something that a professional should see first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stopped {
    /// Pain in the red band during an exercise: 6 or more, or sharp, catching, giving way, tingling
    /// or numb.
    Hurt {
        /// The day.
        date: NaiveDate,
        /// The exercise.
        name: String,
        /// The hip that worked.
        side: Sides,
        /// The exact rating, when given.
        exact: Option<Pain>,
        /// Whether the session ended there.
        ended: bool,
    },
    /// Pain of 6 or more before or after a session, or the next morning.
    Pain {
        /// The day.
        date: NaiveDate,
        /// 0 before, 1 after, 2 the next morning.
        when: usize,
        /// The rating.
        pain: Pain,
    },
    /// It was worse the next morning.
    Worse {
        /// The day of the session.
        date: NaiveDate,
    },
    /// A health question was answered with yes.
    Health {
        /// The day.
        date: NaiveDate,
        /// The questions.
        questions: Vec<Id>,
        /// Whether a professional had said that training is safe.
        cleared: bool,
    },
}

impl Stopped {
    /// The day.
    pub const fn date(&self) -> NaiveDate {
        match self {
            Self::Hurt { date, .. }
            | Self::Pain { date, .. }
            | Self::Worse { date }
            | Self::Health { date, .. } => *date,
        }
    }
}

pub(super) fn asked(entries: &[Entry<'_>], weeks: &[WeekFact]) -> Asked {
    let targets = || weeks.iter().map(|it| it.target);
    let mut routines: Vec<AskedRoutine> = Vec::new();
    for it in entries.iter().filter(|it| !it.record.body.is_break()).map(|it| it.session) {
        let known = routines.iter_mut();
        let mut known = known.filter(|at| at.name == it.name && at.prescribed == it.prescribed);
        if let Some(known) = known.next() {
            known.times += 1;
        } else {
            let (name, prescribed) = (it.name.clone(), it.prescribed);
            routines.push(AskedRoutine { name, times: 1, prescribed });
        }
    }
    routines.sort_by_key(|it| std::cmp::Reverse(it.times));
    Asked { target: targets().min().zip(targets().max()), routines }
}

pub(super) fn done(entries: &[Entry<'_>], weeks: &[WeekFact]) -> Done {
    let mut done = Done::default();
    for entry in entries {
        done.minutes += minutes(entry.session);
        if entry.record.body.is_break() {
            done.breaks += 1;
            continue;
        }
        done.sessions += 1;
        done.early += u32::from(!entry.session.is_finished());
        done.sets += entry.session.sets.iter().filter(|it| !it.skipped).count();
        done.planned += entry.session.sets.len();
    }
    let of = |it: &[Outcome]| weeks.iter().filter(|week| it.contains(&week.outcome)).count();
    done.weeks = of(&[Outcome::Met, Outcome::Credited, Outcome::Missed]) as u32;
    done.met = of(&[Outcome::Met]) as u32;
    done
}

pub(super) fn pain(entries: &[Entry<'_>]) -> PainFacts {
    let sessions: Vec<_> = entries.iter().filter(|it| !it.record.body.is_break()).collect();
    let around = [0, 1, 2].map(|at: usize| {
        let all = sessions.iter().filter_map(|it| it.pain().get(at).copied().flatten());
        told(&all.map(Pain::get).collect::<Vec<_>>(), sessions.len() as u32)
    });
    let mornings = [MorningAnswer::Better, MorningAnswer::Same, MorningAnswer::Worse];
    let mornings = mornings.map(|answer| {
        let of = sessions.iter().filter(|it| it.morning.is_some_and(|it| it.answer == answer));
        of.count() as u32
    });
    PainFacts { around, mornings, during: during(entries) }
}

fn told(all: &[u8], of: u32) -> Option<Told> {
    let (least, worst) = all.iter().copied().min().zip(all.iter().copied().max())?;
    let mean = |some: &[u8]| some.iter().map(|it| f32::from(*it)).sum::<f32>() / some.len() as f32;
    let third = all.len() / 3;
    let ends = all.get(..third).zip(all.get(all.len() - third..));
    let from_to = ends.filter(|_| 3 <= third).map(|(first, last)| (mean(first), mean(last)));
    Some(Told { times: all.len() as u32, of, mean: mean(all), from_to, range: (least, worst) })
}

fn during(entries: &[Entry<'_>]) -> Vec<Hurtful> {
    let mut all: BTreeMap<&str, Hurtful> = BTreeMap::new();
    for session in entries.iter().map(|it| it.session) {
        for hurt in &session.hurts {
            let worst = hurt.exact.map_or(least(hurt.band), Pain::get);
            let name = || name_in(session, &hurt.exercise);
            let it = all.entry(&hurt.exercise).or_insert_with(|| Hurtful {
                name: name(),
                times: 0,
                worst,
            });
            it.times += 1;
            it.worst = it.worst.max(worst);
        }
    }
    let mut all: Vec<_> = all.into_values().collect();
    all.sort_by_key(|it| std::cmp::Reverse((it.worst, it.times)));
    all
}

/// The lowest rating of a band.
const fn least(band: HurtBand) -> u8 {
    match band {
        HurtBand::Green => 0,
        HurtBand::Amber => 3,
        HurtBand::Red => RED,
    }
}

/// What an exercise was called in a session.
fn name_in(session: &SessionRecord, exercise: &str) -> String {
    let known = session.exercises.iter().find(|it| it.exercise == exercise);
    known.map_or_else(|| exercise.to_owned(), |it| it.name.clone())
}

pub(super) fn changed(journal: &Journal, entries: &[Entry<'_>], choices: &Choices) -> Vec<Changed> {
    let aims = journal.records().filter_map(|it| aim(it, choices));
    let parts = super::exercises::parts(entries);
    aims.chain(parts.iter().filter_map(change)).collect()
}

/// Another target, or a pause.
fn aim(record: &Record, choices: &Choices) -> Option<Changed> {
    if let Body::Target(it) = record.body.told() {
        let change = Changed::Target { date: it.from, value: it.value };
        choices.has(it.from).then_some(change)
    } else if let Body::Pause(it) = record.body.told() {
        let is_inside = it.from <= choices.to && choices.from <= it.to;
        is_inside.then_some(Changed::Pause { from: it.from, to: it.to })
    } else {
        None
    }
}

/// Another level, or another amount of a set; routines that ask for more or fewer sets in turn are no
/// change.
fn change(part: &ExercisePart) -> Option<Changed> {
    let (first, last) = part.first_and_last()?;
    let name = part.name.clone();
    if first.level != last.level {
        Some(Changed::Level { name, from: first.level, to: last.level })
    } else if first.each != last.each {
        let (from, to) = ((first.sets, first.each), (last.sets, last.each));
        Some(Changed::Dose { name, from, to })
    } else {
        None
    }
}

pub(super) fn stops(journal: &Journal, entries: &[Entry<'_>], choices: &Choices) -> Vec<Stopped> {
    let mut stops: Vec<_> = entries.iter().flat_map(stops_of).collect();
    let health = journal.records().filter(|it| choices.has(it.date)).filter_map(health);
    stops.extend(health);
    stops.sort_by_key(Stopped::date);
    stops
}

fn stops_of(entry: &Entry<'_>) -> Vec<Stopped> {
    let (date, session) = (entry.record.date, entry.session);
    let red = session.hurts.iter().filter(|it| it.band == HurtBand::Red);
    let hurts = red.map(|it| Stopped::Hurt {
        date,
        name: name_in(session, &it.exercise),
        side: it.side,
        exact: it.exact,
        ended: !session.is_finished(),
    });
    let around = entry.pain().into_iter().enumerate();
    let around = around.filter_map(|(when, it)| {
        let pain = it.filter(|it| RED <= it.get())?;
        Some(Stopped::Pain { date, when, pain })
    });
    let worse = entry.morning.filter(|it| it.answer == MorningAnswer::Worse);
    hurts.chain(around).chain(worse.map(|_| Stopped::Worse { date })).collect()
}

fn health(record: &Record) -> Option<Stopped> {
    let Body::Health(HealthScreen { answers, cleared, .. }) = &record.body else { return None };
    // What hurts and what there is to mind is no reason to stop.
    let stops = |id: &str| Question::of(id).is_some() || Sign::of(id).is_some_and(Sign::holds);
    let yes = answers.iter().filter(|it| it.1 && stops(&it.0));
    let questions: Vec<_> = yes.map(|it| it.0.clone()).collect();
    (!questions.is_empty()).then_some(Stopped::Health {
        date: record.date,
        questions,
        cleared: *cleared,
    })
}

/// The weeks that begin in the period, from the first of use.
pub(super) fn weeks(journal: &Journal, choices: &Choices) -> Vec<WeekFact> {
    let held = Health::of(journal, choices.made).held;
    let rules = WeekRules { first_day: choices.week_start, today: choices.made, held: &held };
    let weeks = Weeks::new(&Days::of(journal), &rules).all.into_iter();
    let begun = weeks.filter(|it| choices.has(it.start));
    begun
        .map(|it| WeekFact {
            start: it.start,
            days: u32::from(it.sessions),
            target: u32::from(it.target),
            outcome: it.outcome,
        })
        .collect()
}

//! What next: which session today and why, or rest; what is asked, what changes, and when somebody
//! should look at it. Then the days of the week.

use chrono::NaiveDate;

use super::asked::{questions, screen_is_stale};
use super::course::{Course, Grounds, Past, back};
use super::health::Screening;
use super::proposal::Proposal;
use super::week::{OwnDays, room, week};
use super::what::What;
use super::{propose, stretch, trend};
use crate::history::{Answer, Days, MorningAnswer, week_of};
use crate::library::{Block, Id, RoutineKind};

/// The two halves of the programme.
const A: &str = "a";
/// The other.
const B: &str = "b";
/// The whole of it.
const FULL: &str = "full";
/// The session for a busy day.
const SHORT: &str = "short";
/// The stretch-only session.
pub const STRETCH: &str = "stretch";
/// The check of the hip's range, lying face down.
pub const PRONE: &str = "prone";

/// Everything the programme has to say on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Next {
    /// Whether a session may begin.
    pub gate: Gate,
    /// What is proposed, most pressing first.
    pub proposals: Vec<Proposal>,
    /// The routine that Start begins, unless the person chooses: the session of today; on a day of rest
    /// stretching alone where it is short, else what comes next. Nothing while none may begin.
    pub start: Option<Id>,
    /// The days of this week that are left, today first, each with what is planned on it.
    pub week: Vec<Planned>,
}

/// Whether a session may begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// It may.
    Open,
    /// It may, with the easy levels alone, until the health questions are answered.
    Unscreened,
    /// Not before a professional has said that exercise is safe.
    NeedsClearance,
    /// Not before a sign has been looked at.
    OnHold,
}

impl Gate {
    /// Whether Start may be pressed.
    pub const fn lets_in(self) -> bool {
        matches!(self, Self::Open | Self::Unscreened)
    }
}

/// A day and what is planned on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The day.
    pub date: NaiveDate,
    /// The routine; `None` is a rest day.
    pub routine: Option<Id>,
}

/// What is proposed on a day.
pub fn next(course: &Course, grounds: &Grounds<'_>) -> Next {
    let gate = gate(course, grounds);
    let mut proposals = trend::professional(course, grounds);
    if let Screening::Yes(questions) = &course.health.screen {
        let questions = questions.iter().map(|it| it.slug().to_owned()).collect();
        proposals.push(Proposal::new("health", What::NeedsClearance { questions }));
    }
    if !gate.lets_in() {
        return Next { gate, proposals, start: None, week: Vec::new() };
    }
    proposals.extend(questions(course, grounds));
    proposals.extend(gap(course, grounds));
    if let Some(until) = course.easy_until.filter(|it| grounds.today <= *it) {
        proposals.push(Proposal::new("easy-week", What::EasyWeek { until }));
    }
    let (today, start) = today(course, grounds);
    let rests = today.kind() == super::Kind::Rest;
    proposals.push(today);
    // Stretching fills days of rest; a session stretches by itself.
    let stretch = short_of_stretching(course, grounds).filter(|_| rests);
    let start = if stretch.is_some() { STRETCH.to_owned() } else { start };
    proposals.extend(stretch);
    proposals.extend(own_training(course, grounds).filter(|_| rests));
    let lighter: Vec<_> = propose::easy_week(course, grounds)
        .into_iter()
        .chain(propose::keep(course, grounds))
        .collect();
    // Whoever is offered an easy week, or to keep what there is, is not asked for more in one breath.
    let mut changes = propose::changes(course, grounds);
    changes.retain(|it| lighter.is_empty() || !it.what.is_rise());
    proposals.extend(changes);
    proposals.extend(lighter);
    Next { gate, proposals, start: Some(start), week: week(course, grounds) }
}

/// Whether a session may begin.
pub fn gate(course: &Course, grounds: &Grounds<'_>) -> Gate {
    let health = &course.health;
    match health.screen {
        _ if health.hold().is_some() => Gate::OnHold,
        Screening::Yes(_) => Gate::NeedsClearance,
        Screening::Open => Gate::Unscreened,
        _ if screen_is_stale(course, grounds) => Gate::Unscreened,
        Screening::Clear | Screening::Cleared(_) => Gate::Open,
    }
}

/// The lighter session after days without one.
pub fn gap(course: &Course, grounds: &Grounds<'_>) -> Option<Proposal> {
    let rules = &grounds.rules.pauses;
    let days = course.days_since(grounds.today)?;
    let what = if days > rules.low_end {
        What::LongGap { days }
    } else if days > rules.set_fewer {
        What::MiddleGap { days }
    } else if days > rules.as_before {
        What::ShortGap { days }
    } else {
        return None;
    };
    Some(Proposal::new("gap", what))
}

/// Sessions a week: the person's target, two in Keep, or the rule's.
pub fn target(course: &Course, grounds: &Grounds<'_>) -> u32 {
    let says = grounds
        .journal
        .records()
        .any(|it| matches!(super::health::said(it), crate::history::Body::Target(_)));
    if says {
        Days::of(grounds.journal).target_on(grounds.today).into()
    } else if course.keeps.is_some() {
        grounds.rules.week.keep_target
    } else {
        grounds.rules.week.target
    }
}

/// Days of this week on which a session was done, before and with a day.
pub(super) fn done_this_week(course: &Course, grounds: &Grounds<'_>) -> u32 {
    let start = week_of(grounds.today, grounds.week_starts);
    let mut days: Vec<_> = course.sessions.iter().map(|it| it.date).collect();
    days.retain(|it| *it >= start);
    days.dedup();
    u32::try_from(days.len()).unwrap_or(u32::MAX)
}

/// The session of today, or rest; and the session that comes next either way.
fn today(course: &Course, grounds: &Grounds<'_>) -> (Proposal, Id) {
    let (done, target) = (done_this_week(course, grounds), target(course, grounds));
    let session = session(course, grounds, (done, target));
    let rest = |what| (Proposal::new("rest", what), session.subject.clone());
    if course.sessions.last().is_some_and(|it| it.date == grounds.today) {
        return rest(What::DoneToday);
    }
    if done >= target {
        return rest(What::WeekDone { done, target });
    }
    let open = target.saturating_sub(done);
    let soon = too_soon(course, grounds, (&session.subject, grounds.today));
    let own = OwnDays::of(grounds);
    let other = own.and_then(|it| it.today(grounds, open));
    let is_own = own.is_some_and(|it| it.has(grounds.today));
    match (other, soon) {
        (Some(Ok(other)), _) => rest(other),
        (Some(Err(why)), None) => (Proposal::new(session.subject.clone(), why), session.subject),
        (_, soon) => match soon.or_else(|| room(course, grounds, open).filter(|_| !is_own)) {
            Some(what) => rest(what),
            None => (session.clone(), session.subject),
        },
    }
}

/// With three sessions a week the third is the whole programme.
const OF_THREE: (u32, u32) = (2, 3);

/// Which routine comes next.
pub(super) fn session(
    course: &Course,
    grounds: &Grounds<'_>,
    (done, target): (u32, u32),
) -> Proposal {
    let has = |it: &str| grounds.library.routine(it).is_some();
    let dedicated = || course.sessions.iter().rev().filter(|it| is_dedicated(it, grounds));
    let habit = grounds.rules.week.short_habit as usize;
    let shorts = dedicated().take_while(|it| it.routine == SHORT).count();
    // What the person means to do on their days, where they say so.
    let plan = grounds.journal.if_then(grounds.today).map(|it| it.1);
    let own = plan.filter(|_| OwnDays::of(grounds).is_none_or(|it| it.has(grounds.today)));
    if let Some(routine) = own.map(|it| &it.routine).filter(|it| has(it)) {
        return Proposal::new(routine.clone(), What::OwnPlan);
    }
    if shorts >= habit && has(SHORT) {
        let sessions = u32::try_from(shorts).unwrap_or(u32::MAX);
        return Proposal::new(SHORT, What::ShortHabit { sessions });
    }
    let last_half = dedicated().find(|it| [A, B, FULL].contains(&it.routine.as_str()));
    let Some(last) = last_half else {
        let first = grounds.library.routines.iter().find(|it| it.kind == RoutineKind::Session);
        let first = if has(A) { A } else { first.map_or(A, |it| it.id.as_str()) };
        return match dedicated().next() {
            Some(it) => {
                Proposal::new(first, What::Alternate { last: it.routine.clone(), on: it.date })
            }
            None => Proposal::new(first, What::FirstSession),
        };
    };
    if (done, target) == OF_THREE && has(FULL) && last.routine != FULL {
        return Proposal::new(FULL, What::WholeWeek { done, target });
    }
    let what = What::Alternate { last: last.routine.clone(), on: last.date };
    Proposal::new(if last.routine == A && has(B) { B } else { A }, what)
}

/// Whether a session was one of its own, not before or after other training.
fn is_dedicated(past: &Past, grounds: &Grounds<'_>) -> bool {
    let routine = grounds.library.routine(&past.routine);
    routine.is_none_or(|it| it.kind == RoutineKind::Session) && past.routine != STRETCH
}

/// Why a routine comes too soon on a day: the same strength exercise was trained the day before, or
/// the day before was very hard for a muscle of it.
pub(super) fn too_soon(
    course: &Course,
    grounds: &Grounds<'_>,
    (routine, day): (&str, NaiveDate),
) -> Option<What> {
    let routine = grounds.library.routine(routine)?;
    let items = routine.blocks.iter().flat_map(|it| &it.items);
    let strength: Vec<_> = items
        .filter_map(|it| grounds.library.exercise(&it.exercise))
        .filter(|it| it.block == Block::Strength)
        .collect();
    let since = back(day, grounds.rules.week.same_work_days);
    let lately = || course.sessions.iter().rev().filter(|it| it.date > since && it.date < day);
    let again = lately().find_map(|past| {
        let same = strength.iter().find(|it| past.worked.contains(&it.id))?;
        Some(What::DayBetween { trained: same.id.clone(), on: past.date })
    });
    again.or_else(|| {
        lately().find_map(|past| {
            let (muscle, left) = past.left?;
            let hard = u32::from(left) <= grounds.rules.week.hard_reps_left;
            let works = strength.iter().any(|it| it.muscles.first() == Some(&muscle));
            (hard && works).then_some(What::HardDay { muscle, left })
        })
    })
}

/// What goes before and after training of the person's own, on a day without a session of ours.
fn own_training(course: &Course, grounds: &Grounds<'_>) -> Option<Proposal> {
    course.sessions.last().filter(|it| it.date != grounds.today)?;
    let find = |of| grounds.library.routines.iter().find(|it| it.kind == of);
    let (before, after) = (find(RoutineKind::WarmUp)?, find(RoutineKind::CoolDown)?);
    let what = What::OwnTraining { before: before.id.clone(), after: after.id.clone() };
    Some(Proposal::new("own-training", what))
}

/// The stretch-only session, when a muscle has had fewer minutes than it should and it was trained at
/// all before.
fn short_of_stretching(course: &Course, grounds: &Grounds<'_>) -> Option<Proposal> {
    course.sessions.first()?;
    if course.sessions.last().is_some_and(|it| it.date == grounds.today) {
        return None;
    }
    grounds.library.routine(STRETCH)?;
    let target = grounds.rules.week.stretch_minutes;
    let held = stretch::held(course, grounds);
    let (muscle, least) = held.iter().min_by_key(|it| *it.1)?;
    let minutes = stretch::minutes(*least);
    let what = What::StretchMinutes { muscle: *muscle, minutes, target };
    (minutes < target).then(|| Proposal::new(STRETCH, what))
}

impl Course {
    /// How the morning after a session was, when told.
    pub fn morning(&self, past: &Past) -> Option<MorningAnswer> {
        self.mornings.get(&past.id).copied()
    }

    /// What was accepted, and what rules did by themselves: the changes that hold.
    pub fn changes(&self) -> impl DoubleEndedIterator<Item = &super::Change> {
        self.log.iter().filter(|it| it.answer.is_none_or(|it| it == Answer::Accepted))
    }
}

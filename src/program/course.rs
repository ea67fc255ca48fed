//! The course so far: everything the journal says, in the order in which it happened, folded into
//! where the person stands with each exercise, and into the log of changes.
//!
//! **Invariant:** the same journal and the same day give the same course; nothing gets harder by more
//! than reps inside its range without a decision of the person.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, Days, NaiveDate};

use super::health::{Health, said};
use super::pain::{PainState, worst};
use super::proposal::{Change, Proposal};
use super::rules::Rules;
use super::standing::{Owned, Standing};
use super::suit::{Form, Suited};
use super::what::What;
use super::{decided, fold};
use crate::history::{
    Answer, Body, Decision, Journal, Morning, MorningAnswer, Record, RecordId, SessionRecord,
};
use crate::library::{Block, Exercise, Group, Id, Library, Muscle};
use crate::units::{Pain, Side};

/// What the programme works with on a day.
#[derive(Debug, Clone, Copy)]
pub struct Grounds<'a> {
    /// What can be trained.
    pub library: &'a Library,
    /// The thresholds.
    pub rules: &'a Rules,
    /// What was done and said.
    pub journal: &'a Journal,
    /// What there is to train with.
    pub owned: &'a Owned,
    /// The local day.
    pub today: NaiveDate,
    /// The first day of a week.
    pub week_starts: chrono::Weekday,
}

/// The course up to and with a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// Where the person stands, by exercise.
    pub tracks: BTreeMap<Id, Track>,
    /// What changed, was proposed and answered, oldest first.
    pub log: Vec<Change>,
    /// The sessions that count, oldest first.
    pub sessions: Vec<Past>,
    /// What is known about the person's health.
    pub health: Health,
    /// The mornings that were worse.
    pub worse: Vec<NaiveDate>,
    /// The days on which something hurt in the red.
    pub reds: Vec<NaiveDate>,
    /// The last day on which strength work pauses.
    pub strength_paused: Option<NaiveDate>,
    /// The last day of the easy week that was accepted.
    pub easy_until: Option<NaiveDate>,
    /// Since when the person keeps what there is.
    pub keeps: Option<NaiveDate>,
    /// The day of the last harder thing, by muscle.
    pub(super) rises: BTreeMap<Muscle, NaiveDate>,
    /// The weeks (their first days) in which something got harder.
    pub(super) harder_weeks: BTreeSet<NaiveDate>,
    /// Very hard sessions in a row.
    pub(super) hard_run: u32,
    /// Sessions in a row that began with more pain than the one before: pain before the first, before
    /// the last, and how many.
    pub(super) sore_run: Option<(u8, u8, u32)>,
    /// Mornings that were answered, by session.
    pub(super) mornings: BTreeMap<RecordId, MorningAnswer>,
}

/// Where a person stands with an exercise, and what led there.
#[derive(Debug, Clone, PartialEq)]
pub struct Track {
    /// Level, sets, amount.
    pub standing: Standing,
    /// What suits the person.
    pub suited: Suited,
    /// When it was last done.
    pub last: Option<NaiveDate>,
    /// Clean sessions in a row at the top of the range.
    pub(super) credit: u32,
    /// Whole, calm sessions of a stretch.
    pub(super) whole: u32,
    /// Amber sessions in a row.
    pub(super) ambers: u32,
    /// Whether pain was amber since the level last changed.
    pub(super) amber: bool,
    /// Sessions in a row below the range.
    pub(super) misses: u32,
    /// Shaky sessions in a row.
    pub(super) shaky: u32,
    /// Sessions in a row in which the person took the easier form, though nothing hurt.
    pub(super) eased: u32,
    /// The side that was behind, by how much, and in how many sessions in a row.
    pub(super) behind: Option<(Side, u32, u32)>,
    /// Whether the last session had one set of it on each side.
    pub(super) single: bool,
    /// Even sessions in a row with an extra set.
    pub(super) even: u32,
    /// The worst pain of the last session with it.
    pub pain: PainState,
    /// The session for which it was eased.
    pub(super) eased_for: Option<RecordId>,
    /// The day on which a rule last changed its level or sets.
    pub(super) changed: Option<NaiveDate>,
}

/// A session that counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Past {
    /// Its record.
    pub id: RecordId,
    /// Its day.
    pub date: NaiveDate,
    /// Its routine.
    pub routine: Id,
    /// Its strength and control exercises.
    pub worked: Vec<Id>,
    /// The worst pain in and around it.
    pub worst: Option<Pain>,
    /// Pain before it.
    pub before: Option<Pain>,
    /// Pain after it.
    pub after: Option<Pain>,
    /// The muscle and the fewest clean reps that were left.
    pub left: Option<(Muscle, u8)>,
}

impl Track {
    fn new(exercise: &Exercise, grounds: &Grounds<'_>, groups: &BTreeSet<Group>) -> Option<Self> {
        let suited = Suited::of(exercise, groups, grounds.library);
        let standing = match suited.form {
            Form::At(level) => exercise.level(level).map(Standing::at),
            Form::Free | Form::Other(..) | Form::Skip => None,
        };
        Some(Self {
            standing: standing.or_else(|| Standing::founding(exercise, grounds.owned))?,
            suited,
            last: None,
            credit: 0,
            whole: 0,
            ambers: 0,
            amber: false,
            misses: 0,
            shaky: 0,
            eased: 0,
            behind: None,
            single: false,
            even: 0,
            pain: PainState::Green,
            eased_for: None,
            changed: None,
        })
    }

    /// What was earned and lost so far no longer counts: a new level begins.
    pub(super) const fn begin_anew(&mut self) {
        self.credit = 0;
        self.whole = 0;
        self.ambers = 0;
        self.amber = false;
        self.misses = 0;
        self.shaky = 0;
        self.eased = 0;
    }
}

impl Course {
    /// Folds the journal up to and with a day.
    pub fn of(grounds: &Grounds<'_>) -> Self {
        let health = Health::of(grounds.journal, grounds.today);
        let exercises = grounds.library.exercises.iter().filter(|it| it.block != Block::Break);
        let tracks = exercises
            .filter_map(|it| Some((it.id.clone(), Track::new(it, grounds, &health.groups)?)))
            .collect();
        let mut course = Self {
            tracks,
            log: Vec::new(),
            sessions: Vec::new(),
            health,
            worse: Vec::new(),
            reds: Vec::new(),
            strength_paused: None,
            easy_until: None,
            keeps: None,
            rises: BTreeMap::new(),
            harder_weeks: BTreeSet::new(),
            hard_run: 0,
            sore_run: None,
            mornings: BTreeMap::new(),
        };
        for record in in_order(grounds) {
            course.take(record, grounds);
        }
        course
    }

    fn take(&mut self, record: &Record, grounds: &Grounds<'_>) {
        match said(record) {
            Body::Session(session) if session.is_real() => {
                self.take_session(record, session, grounds);
            }
            Body::Morning(morning) => self.take_morning(record.date, morning, grounds),
            Body::Decision(decision) => self.take_decision(record.date, decision, grounds),
            Body::Session(_)
            | Body::Break(_)
            | Body::Check(_)
            | Body::Amend(_)
            | Body::Delete
            | Body::Undelete
            | Body::Target(_)
            | Body::Pause(_)
            | Body::Health(_)
            | Body::Things(_)
            | Body::Plan(_)
            | Body::Unknown(_) => {}
        }
    }

    fn take_session(&mut self, record: &Record, session: &SessionRecord, grounds: &Grounds<'_>) {
        let gap = self.days_since(record.date);
        if let Some(days) = gap.filter(|_| !self.kept_as_before(record.date)) {
            fold::after_gap(self, (record.date, days), grounds);
        }
        let fresh = gap.is_some_and(|it| it > grounds.rules.pauses.as_before);
        fold::session(self, (record, session), fresh, grounds);
        if !session.is_half_done() {
            return;
        }
        let worked = session.exercises.iter();
        let worked = worked.filter(|it| it.block != Block::Mobility).map(|it| it.exercise.clone());
        let left = super::judge::fewest_left(session).and_then(|(set, left)| {
            let exercise = grounds.library.exercise(&set.exercise)?;
            Some((*exercise.muscles.first()?, left))
        });
        let hard = left.is_some_and(|it| u32::from(it.1) <= grounds.rules.progress.hard_reps_left);
        if self.is_easy(record.date) {
            self.hard_run = 0;
        } else if left.is_some() {
            self.hard_run = if hard { self.hard_run + 1 } else { 0 };
        }
        self.sore_run = match (self.sore_run, session.pain.before.map(Pain::get)) {
            _ if self.is_easy(record.date) => None,
            (Some((from, last, times)), Some(now)) if last < now => Some((from, now, times + 1)),
            // What was not told says nothing, neither way.
            (run, None) => run,
            (_, Some(now)) => Some((now, now, 0)),
        };
        self.sessions.push(Past {
            id: record.id,
            date: record.date,
            routine: session.routine.clone(),
            worked: worked.collect(),
            worst: worst(session),
            before: session.pain.before,
            after: session.pain.after,
            left,
        });
    }

    fn take_morning(&mut self, date: NaiveDate, morning: &Morning, grounds: &Grounds<'_>) {
        self.mornings.insert(morning.of, morning.answer);
        if morning.answer != MorningAnswer::Worse {
            return;
        }
        self.worse.push(date);
        fold::worse_morning(self, date, morning.of, grounds);
        let rules = &grounds.rules.pain;
        let since = back(date, rules.worse_days);
        let mornings = self.worse.iter().filter(|it| **it > since).count() as u32;
        if mornings >= rules.worse_to_stop {
            let until = ahead(date, rules.strength_pause_days);
            self.strength_paused = Some(until);
            let what = What::StrengthPause { mornings, until };
            self.note(date, Proposal::new("strength", what), None);
        }
    }

    fn take_decision(&mut self, date: NaiveDate, decision: &Decision, grounds: &Grounds<'_>) {
        let Some(proposal) = Proposal::from_value(&decision.proposal) else { return };
        decided::decided(self, date, (&proposal, decision.answer), grounds);
        self.note(date, proposal, Some(decision.answer));
    }

    /// Notes a line of the log.
    pub(super) fn note(&mut self, date: NaiveDate, proposal: Proposal, answer: Option<Answer>) {
        self.log.push(Change { date, proposal, answer });
    }

    /// Notes that something got harder.
    pub(super) fn harder(&mut self, date: NaiveDate) {
        self.harder_weeks.insert(monday(date));
    }

    /// What led to an easy week has been answered, or one runs: it is counted anew.
    pub(super) fn load_begins_anew(&mut self) {
        self.harder_weeks.clear();
        self.hard_run = 0;
        self.sore_run = None;
    }

    /// Days from the last session to a day; `None` before the first.
    pub fn days_since(&self, date: NaiveDate) -> Option<u32> {
        let last = self.sessions.last()?.date;
        u32::try_from((date - last).num_days()).ok()
    }

    /// Whether the person chose "as before" on the first day after a gap.
    pub(super) fn kept_as_before(&self, date: NaiveDate) -> bool {
        let is_gap = |it: &What| {
            matches!(it, What::ShortGap { .. } | What::MiddleGap { .. } | What::LongGap { .. })
        };
        self.log
            .iter()
            .rev()
            .take_while(|it| it.date == date)
            .any(|it| is_gap(&it.proposal.what) && it.answer == Some(Answer::Declined))
    }

    /// The last answer to a proposal like this one.
    pub fn answered(&self, proposal: &Proposal) -> Option<(NaiveDate, Answer)> {
        let like = self
            .log
            .iter()
            .rev()
            .find(|it| it.answer.is_some() && it.proposal.is_about_the_same(proposal))?;
        Some((like.date, like.answer?))
    }

    /// Whether no red pain and no worse morning is so recent that nothing may get harder.
    pub fn is_calm(&self, date: NaiveDate, rules: &super::PainRules) -> bool {
        let since = back(date, rules.calm_days);
        let recent = |it: &NaiveDate| *it > since && *it <= date;
        !self.worse.iter().chain(&self.reds).any(recent)
    }

    /// Whether an easy week runs.
    pub fn is_easy(&self, today: NaiveDate) -> bool {
        self.easy_until.is_some_and(|it| today <= it)
    }

    /// Whether strength work pauses.
    pub fn pauses_strength(&self, today: NaiveDate) -> bool {
        self.strength_paused.is_some_and(|it| today <= it)
    }
}

/// The records in the order in which they happened.
fn in_order<'a>(grounds: &Grounds<'a>) -> Vec<&'a Record> {
    let records = grounds.journal.records().filter(|it| it.date <= grounds.today);
    let mut records: Vec<_> = records.collect();
    let moment = |it: &Record| match it.session() {
        Some(session) => session.started,
        None => it.at,
    };
    records.sort_by_key(|it| (it.date, moment(it), it.id));
    records
}

/// The Monday of a day's week, as a name for the week.
pub(super) fn monday(date: NaiveDate) -> NaiveDate {
    back(date, date.weekday().num_days_from_monday())
}

/// So many days before.
pub(super) fn back(date: NaiveDate, days: u32) -> NaiveDate {
    date.checked_sub_days(Days::new(days.into())).unwrap_or(date)
}

/// So many days after.
pub(super) fn ahead(date: NaiveDate, days: u32) -> NaiveDate {
    date.checked_add_days(Days::new(days.into())).unwrap_or(date)
}

//! What a person has changed, before it has an id, a device and a moment: the records of corrections,
//! of things entered afterwards, and of what is aimed at.
//!
//! A correction replaces a record as a whole; nothing that is in the journal is ever rewritten.

use std::time::Duration;

use chrono::{DateTime, Days as Count, FixedOffset, NaiveDate, SubsecRound as _, Timelike as _};

use super::started::exercises;
use super::{
    Amend, Body, DeviceId, Journal, Kept, Origin, PainAround, PausedDays, Record, RecordId, SCHEMA,
    SessionRecord, SetRecord, Speed, Target, Unknown, UnknownField,
};
use crate::session::{Ending, Plan, StepKind};
use crate::units::Now;

/// A session that began earlier than this may belong to the day before.
pub const NIGHT_ENDS: u32 = 3;

/// A record to be.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The record that it changes; `None` for a new one.
    pub of: Option<RecordId>,
    /// 1 for a new one, else one more than the highest so far.
    pub rev: u32,
    /// The local day that it belongs to.
    pub date: NaiveDate,
    /// What it says.
    pub body: Body,
    /// What a newer version wrote beside that.
    pub unknown: Unknown,
}

impl Draft {
    /// A new record of a day.
    pub fn new(date: NaiveDate, body: Body) -> Self {
        Self { of: None, rev: 1, date, body, unknown: Unknown::default() }
    }

    /// From the day on, so many days a week, 1-7. It holds for the weeks that begin on that day or
    /// later.
    pub fn target(from: NaiveDate, value: u8) -> Self {
        Self::new(from, Body::Target(Target { from, value: value.clamp(1, 7) }))
    }

    /// Nothing is expected on these days, past or to come; nothing when they are no pause of at most
    /// four weeks.
    pub fn pause(from: NaiveDate, to: NaiveDate) -> Option<Self> {
        let days = PausedDays { from, to };
        days.is_valid().then(|| Self::new(from, Body::Pause(days)))
    }

    /// A session that was done without the program.
    pub fn by_hand(session: SessionRecord) -> Self {
        Self::new(session.started.date_naive(), session.into_body())
    }

    /// The record; `fresh` is the id of a new one.
    pub fn record(self, fresh: RecordId, device: DeviceId, now: &Now) -> Record {
        Record {
            v: SCHEMA,
            id: self.of.unwrap_or(fresh),
            rev: self.rev,
            device,
            at: now.tick.wall.trunc_subsecs(3),
            zone: now.zone.clone(),
            date: self.date,
            body: self.body,
            unknown: self.unknown,
        }
    }
}

impl Kept {
    /// The record with another content, on this day from now on; nothing when there is none to
    /// change. What a newer version wrote beside the old content stays.
    fn replaced(&self, date: NaiveDate, with: Body) -> Option<Draft> {
        let said = self.said.as_ref()?;
        let is_inside = matches!(said.body, Body::Amend(_));
        let inside = |it: &UnknownField| {
            let pointer =
                if is_inside { it.pointer.clone() } else { format!("/with{}", it.pointer) };
            UnknownField { pointer, value: it.value.clone() }
        };
        Some(Draft {
            of: Some(said.id),
            rev: self.next()?,
            date,
            body: Body::Amend(Amend { with: Box::new(with) }),
            unknown: Unknown(said.unknown.0.iter().map(inside).collect()),
        })
    }

    fn next(&self) -> Option<u32> {
        self.rev.checked_add(1)
    }

    fn deletion(&self, body: Body) -> Option<Draft> {
        let said = self.said.as_ref()?;
        Some(Draft { of: Some(said.id), rev: self.next()?, ..Draft::new(said.date, body) })
    }
}

impl Journal {
    /// A record with another content, on this day from now on. Nothing when there is no such record,
    /// or when it already says exactly this and is not deleted.
    pub fn amend(&self, id: RecordId, date: NaiveDate, with: Body) -> Option<Draft> {
        let kept = self.get(id)?;
        let said = kept.said.as_ref()?;
        let is_same = said.date == date && *said.body.told() == with && !kept.is_deleted;
        if is_same { None } else { kept.replaced(date, with) }
    }

    /// A session with other content; its day is the one on which it now started, unless it had been
    /// moved to the day before and still may be.
    pub fn correct(&self, id: RecordId, session: SessionRecord) -> Option<Draft> {
        let said = self.get(id)?.said.as_ref()?;
        let was_moved = said.session().is_some_and(|it| it.night_before() == Some(said.date));
        let night = session.night_before().filter(|_| was_moved);
        let date = night.unwrap_or_else(|| session.started.date_naive());
        let date = if said.session().is_some_and(|it| it.started == session.started) {
            said.date
        } else {
            date
        };
        self.amend(id, date, session.into_body())
    }

    /// Takes a record out of sight.
    pub fn delete(&self, id: RecordId) -> Option<Draft> {
        self.get(id).filter(|it| !it.is_deleted)?.deletion(Body::Delete)
    }

    /// Brings a deleted record back.
    pub fn undelete(&self, id: RecordId) -> Option<Draft> {
        self.get(id).filter(|it| it.is_deleted)?.deletion(Body::Undelete)
    }

    /// Moves a session that began before three in the morning to the day before; nothing when it did
    /// not, or is there already.
    pub fn move_to_night_before(&self, id: RecordId) -> Option<Draft> {
        let said = self.get(id).filter(|it| !it.is_deleted)?.said.as_ref()?;
        let session = said.session()?;
        self.amend(id, session.night_before()?, said.body.told().clone())
    }
}

impl SessionRecord {
    /// The day before the one on which it started, when it began early enough in the night to belong
    /// to it.
    pub fn night_before(&self) -> Option<NaiveDate> {
        let is_night = self.started.hour() < NIGHT_ENDS;
        is_night.then(|| self.started.date_naive().pred_opt()).flatten()
    }

    /// A routine as it was done without the program: everything as planned, for so long.
    pub fn by_hand(plan: &Plan, started: DateTime<FixedOffset>, active: Duration) -> Self {
        let started = started.trunc_subsecs(3);
        let work = plan.steps.iter().filter(|it| it.kind == StepKind::Work);
        let sets = work.filter_map(|step| {
            let entry = plan.entries.get(step.entry)?;
            let planned = step.work?.amount;
            Some(SetRecord {
                exercise: entry.exercise.clone(),
                level: entry.level,
                side: step.side,
                set: step.set,
                planned,
                done: planned,
                skipped: false,
                pain: None,
                rir: None,
            })
        });
        let active = Duration::from_millis(u64::try_from(active.as_millis()).unwrap_or(u64::MAX));
        let span = chrono::Duration::from_std(active).unwrap_or_default();
        Self {
            routine: plan.routine.clone(),
            name: plan.name.long.clone(),
            purpose: plan.kind,
            prescribed: plan.prescribed,
            started,
            ended: started.checked_add_signed(span).unwrap_or(started),
            active,
            paused: Duration::ZERO,
            ending: Ending::Completed,
            exercises: exercises(plan),
            sets: sets.collect(),
            pain: PainAround::default(),
            hurts: Vec::new(),
            note: String::new(),
            speed: Speed::REAL,
            count: false,
            origin: Origin::ByHand,
            app: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }
}

/// The last day of a pause of so many days, 1 to four weeks.
pub fn pause_until(from: NaiveDate, days: u64) -> NaiveDate {
    let days = days.clamp(1, PausedDays::LONGEST);
    from.checked_add_days(Count::new(days - 1)).unwrap_or(from)
}

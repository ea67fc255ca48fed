//! A session that was started: what is known from its first moment on, and the record that comes of it.

use chrono::{DateTime, FixedOffset, NaiveDate, SubsecRound as _};
use serde::{Deserialize, Serialize};

use super::checking::{self, rating};
use super::{
    Body, DeviceId, ExerciseRecord, HurtRecord, Origin, PainAround, PlannedDose, Record, RecordId,
    SCHEMA, SessionRecord, SetRecord, Speed, Unknown,
};
use crate::session::{Ending, Hurt, Plan, Session, StepKind};
use crate::units::{Now, Pain};

type Moment = DateTime<FixedOffset>;

/// The first line of an active log: everything that is known when a session starts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Started {
    /// The version of the format.
    pub v: u32,
    /// The id of the record to come.
    pub id: RecordId,
    /// Where it was started.
    pub device: DeviceId,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// IANA name of the time zone there.
    pub zone: String,
    /// The local day.
    pub date: NaiveDate,
    /// The version of the program.
    pub app: String,
    /// How fast its clock runs.
    #[serde(default, skip_serializing_if = "Speed::is_real")]
    pub speed: Speed,
    /// Whether it counts for weeks at any speed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub count: bool,
    /// Pain before it, when told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain: Option<Pain>,
    /// The complete plan.
    pub plan: Plan,
}

impl Started {
    /// A session of this plan that starts now; `id` is a new `UUIDv7`.
    pub fn new(id: RecordId, device: DeviceId, now: &Now, plan: Plan) -> Self {
        Self {
            v: SCHEMA,
            id,
            device,
            at: now.tick.wall.trunc_subsecs(3),
            zone: now.zone.clone(),
            date: now.date(),
            app: env!("CARGO_PKG_VERSION").to_owned(),
            speed: Speed::REAL,
            count: false,
            pain: None,
            plan,
        }
    }

    /// The record of this session as it stands in `session` at `ended`. It belongs to the day on
    /// which it started. Sets that were never reached are in it as skipped, with nothing done.
    pub fn record(&self, session: &Session, ending: Ending, ended: Moment) -> Record {
        let ended = ended.trunc_subsecs(3);
        let check = checking::check(&self.plan, session, self.pain).map(Body::Check);
        let body = check.unwrap_or_else(|| self.told(session, ending, ended).into_body());
        Record {
            v: SCHEMA,
            id: self.id,
            rev: 1,
            device: self.device.clone(),
            at: ended,
            zone: self.zone.clone(),
            date: self.date,
            body,
            unknown: Unknown::default(),
        }
    }

    fn told(&self, session: &Session, ending: Ending, ended: Moment) -> SessionRecord {
        // The plan as it stands in the end: forms of exercises may have changed on the way.
        let plan = session.plan();
        SessionRecord {
            routine: plan.routine.clone(),
            name: plan.name.long.clone(),
            purpose: plan.kind,
            prescribed: plan.prescribed,
            started: self.at,
            ended,
            active: session.active(),
            paused: session.paused(),
            ending,
            exercises: exercises(plan),
            sets: sets(plan, session),
            pain: PainAround { before: self.pain, after: None },
            hurts: session.hurts().iter().map(|it| hurt(plan, it)).collect(),
            note: String::new(),
            speed: self.speed,
            count: self.count,
            origin: Origin::Led,
            app: self.app.clone(),
        }
    }
}

pub(super) fn exercises(plan: &Plan) -> Vec<ExerciseRecord> {
    let planned = |entry: usize| {
        let mut sets = plan.steps.iter().filter(|it| it.entry == entry).filter_map(|it| it.work);
        let each = sets.next()?.amount;
        Some(PlannedDose { sets: 1 + sets.count() as u32, each })
    };
    let entries = plan.entries.iter().enumerate();
    entries
        .filter_map(|(at, entry)| {
            Some(ExerciseRecord {
                exercise: entry.exercise.clone(),
                name: entry.name.long.clone(),
                level: entry.level,
                block: entry.block,
                muscles: entry.muscles.iter().filter_map(name_of).collect(),
                swapped: entry.swapped,
                replaces: entry.replaces.clone(),
                planned: planned(at)?,
                form: None,
            })
        })
        .collect()
}

/// The name under which a value of the library is written.
fn name_of(value: &impl Serialize) -> Option<String> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => Some(name),
        _ => None,
    }
}

fn sets(plan: &Plan, session: &Session) -> Vec<SetRecord> {
    let steps = plan.steps.iter().enumerate().filter(|it| it.1.kind == StepKind::Work);
    steps
        .filter_map(|(at, _)| {
            let result = session.set(at)?;
            let here = |it: &&Hurt| it.step == at && it.exercise == result.exercise;
            let pain = session.hurts().iter().filter(here).map(rating).max();
            Some(SetRecord {
                exercise: result.exercise,
                level: result.level,
                side: result.side,
                set: result.set,
                planned: result.planned,
                done: result.done,
                skipped: result.skipped,
                pain: pain.flatten(),
                rir: None,
            })
        })
        .collect()
}

fn hurt(plan: &Plan, it: &Hurt) -> HurtRecord {
    HurtRecord {
        exercise: it.exercise.clone(),
        side: it.side,
        set: plan.steps.get(it.step).map_or(1, |step| step.set),
        rep: it.rep,
        band: it.answer.band,
        exact: it.answer.exact,
        place: it.place,
    }
}

//! The shapes that `--json` promises. Fields may be added; these stay.

use std::io::Write;
use std::time::Duration;

use chrono::{DateTime, FixedOffset, SecondsFormat};
use serde::Serialize;

use super::Failure;
use crate::history::{Form, Record, SessionRecord};
use crate::library::{Amount, Id};
use crate::session::score::Tone;
use crate::session::{Fitted, LeftOutReason, Plan, StepKind};
use crate::units::Sides;

/// Prints one value.
pub(super) fn print(value: &impl Serialize, out: &mut dyn Write) -> Result<(), Failure> {
    serde_json::to_writer(&mut *out, value).map_err(std::io::Error::from)?;
    writeln!(out)?;
    Ok(())
}

/// A routine in a list.
#[derive(Debug, Serialize)]
pub(super) struct RoutineJson<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) seconds: f64,
}

/// A timetable.
#[derive(Debug, Serialize)]
pub(super) struct PlanJson<'a> {
    routine: &'a str,
    seconds: f64,
    steps: Vec<StepJson<'a>>,
    left_out: Vec<LeftOutJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fitted: Option<&'a Fitted>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cues: Option<Vec<CueJson>>,
}

#[derive(Debug, Serialize)]
struct StepJson<'a> {
    start: f64,
    seconds: f64,
    kind: StepKind,
    exercise: &'a str,
    level: u8,
    side: Sides,
    set: u32,
    sets: u32,
    /// Reps of a work step that is counted; steps and reaches stand in fields of their own.
    reps: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    steps: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reaches: Option<u32>,
    paced: bool,
}

#[derive(Debug, Serialize)]
struct LeftOutJson<'a> {
    exercise: &'a str,
    reason: LeftOutReason,
}

/// A sound of a timetable.
#[derive(Debug, Serialize)]
pub(super) struct CueJson {
    pub(super) at: f64,
    pub(super) tone: Option<Tone>,
    pub(super) words: Option<String>,
}

impl<'a> PlanJson<'a> {
    pub(super) fn new(plan: &'a Plan, cues: Option<Vec<CueJson>>) -> Self {
        let mut start = Duration::ZERO;
        let mut steps = Vec::new();
        for step in &plan.steps {
            let Some(entry) = plan.entries.get(step.entry) else { continue };
            let amount = step.work.map(|it| it.amount);
            steps.push(StepJson {
                start: seconds(start),
                seconds: seconds(step.length),
                kind: step.kind,
                exercise: &entry.exercise,
                level: entry.level,
                side: step.side,
                set: step.set,
                sets: step.sets,
                reps: amount.and_then(|it| if let Amount::Reps(n) = it { Some(n) } else { None }),
                steps: amount.and_then(|it| if let Amount::Steps(n) = it { Some(n) } else { None }),
                reaches: amount
                    .and_then(|it| if let Amount::Reaches(n) = it { Some(n) } else { None }),
                paced: !step.waits(),
            });
            start += step.length;
        }
        let left_out = plan.left_out.iter();
        Self {
            routine: &plan.routine,
            seconds: seconds(plan.length()),
            steps,
            left_out: left_out
                .map(|it| LeftOutJson { exercise: &it.exercise, reason: it.reason })
                .collect(),
            fitted: plan.fitted.as_ref(),
            cues,
        }
    }
}

/// Seconds as a number, exact to the millisecond.
pub(super) fn seconds(time: Duration) -> f64 {
    time.as_millis() as f64 / 1000.0
}

/// A moment with its offset, to the millisecond.
pub(super) fn rfc3339(moment: DateTime<FixedOffset>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Millis, false)
}

/// A session that was done.
#[derive(Debug, Serialize)]
pub(super) struct SessionJson<'a> {
    id: String,
    routine: &'a str,
    name: &'a str,
    kind: &'a str,
    started: String,
    date: String,
    active_seconds: f64,
    paused_seconds: f64,
    finished: bool,
    pain: PainJson,
    note: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    speed: Option<f64>,
    sets: Vec<SetJson<'a>>,
    exercises: Vec<ExerciseJson<'a>>,
}

#[derive(Debug, Serialize)]
struct PainJson {
    before: Option<u8>,
    after: Option<u8>,
}

#[derive(Debug, Serialize)]
struct SetJson<'a> {
    exercise: &'a Id,
    level: u8,
    side: Sides,
    set: u32,
    planned: AmountJson,
    done: AmountJson,
    skipped: bool,
    pain: Option<u8>,
    rir: Option<u8>,
}

#[derive(Debug, Serialize)]
struct ExerciseJson<'a> {
    exercise: &'a Id,
    name: &'a str,
    level: u8,
    form: Option<Form>,
}

/// An amount as the command line shows it: times in seconds.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
enum AmountJson {
    Reps(u32),
    Steps(u32),
    Reaches(u32),
    Seconds(f64),
}

impl From<Amount> for AmountJson {
    fn from(amount: Amount) -> Self {
        match amount {
            Amount::Reps(n) => Self::Reps(n),
            Amount::Steps(n) => Self::Steps(n),
            Amount::Reaches(n) => Self::Reaches(n),
            Amount::Hold(time) | Amount::Drill(time) => Self::Seconds(seconds(time)),
        }
    }
}

impl<'a> SessionJson<'a> {
    pub(super) fn new(record: &'a Record, session: &'a SessionRecord) -> Self {
        let sets = session.sets.iter().map(|it| SetJson {
            exercise: &it.exercise,
            level: it.level,
            side: it.side,
            set: it.set,
            planned: it.planned.into(),
            done: it.done.into(),
            skipped: it.skipped,
            pain: it.pain.map(Into::into),
            rir: it.rir.map(Into::into),
        });
        let exercises = session.exercises.iter().map(|it| ExerciseJson {
            exercise: &it.exercise,
            name: &it.name,
            level: it.level,
            form: it.form,
        });
        Self {
            id: record.id.to_string(),
            routine: &session.routine,
            name: &session.name,
            kind: if record.body.is_break() { "break" } else { "session" },
            started: rfc3339(session.started),
            date: record.date.to_string(),
            active_seconds: seconds(session.active),
            paused_seconds: seconds(session.paused),
            finished: session.is_finished(),
            pain: PainJson {
                before: session.pain.before.map(Into::into),
                after: session.pain.after.map(Into::into),
            },
            note: &session.note,
            speed: (!session.speed.is_real()).then(|| session.speed.factor()),
            sets: sets.collect(),
            exercises: exercises.collect(),
        }
    }
}

//! The checks: what is said and read in each of them, what its record says, and what that says.

mod findings;
mod listed;
mod transcripts;

use chrono::{DateTime, FixedOffset};
use evenhold::history::{Check, Record, Started};
use evenhold::library::{Library, Method, ReadingOf, SelfCheck};
use evenhold::session::{Command, Conditions, Ending, Plan, Session, Told};
use evenhold::units::{Now, Sides, Tick};

/// Beside a helper, with a phone or by eye, without complaints.
fn conditions(check: &SelfCheck) -> Conditions {
    let method = check.methods.first().copied().unwrap_or(Method::Eye);
    Conditions { method, helper: true, surface: None, footwear: None, hurts: None, stiff: None }
}

fn shipped(id: &str) -> SelfCheck {
    Library::shipped().self_check(id).cloned().expect("it is shipped")
}

fn plan(check: &SelfCheck) -> Plan {
    Plan::check(check, conditions(check), Library::shipped().timing).expect("it can be laid out")
}

/// What is answered: an angle in degrees or a word, for what and whose in which round.
type Answers<'a> = dyn Fn(&str, Sides, u32) -> &'a str + 'a;

/// Gives the reading that a step waits for, and goes on.
fn answer(session: &mut Session, step: usize, answers: &Answers<'_>) {
    let at = session.plan().steps.get(step).expect("a step").clone();
    let read = session.plan().reads(step).expect("something is read").clone();
    let told = answers(&read.what, at.side, at.set);
    let (tenths, word) = match read.of {
        ReadingOf::Angle(_) => (Some(told.parse::<i32>().expect("degrees") * 10), None),
        ReadingOf::Words(_) => (None, Some(told.to_owned())),
    };
    session.tell_reading(Told {
        step,
        what: read.what,
        side: at.side,
        tenths,
        word,
        rejected: None,
    });
    session.apply(Command::Done);
}

fn moment() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2031-04-05T18:02:11.500+02:00").expect("a moment")
}

/// The record of a check of which everything was answered.
fn record(plan: Plan, answers: &Answers<'_>) -> Record {
    let mut session = Session::new(plan.clone());
    session.apply(Command::Start);
    while !session.is_over() {
        let view = session.view();
        if plan.reads(view.step).is_some() {
            answer(&mut session, view.step, answers);
        } else {
            session.apply(Command::Done);
        }
    }
    let tick =
        Tick { mono: std::time::Duration::ZERO, boot: std::time::Duration::ZERO, wall: moment() };
    let now = Now { tick, zone: "Europe/Berlin".into() };
    let id = uuid::Uuid::from_u128(0x0196_0000_0000_7000_8000_0000_0000_0001);
    let started = Started::new(id, evenhold::history::DeviceId::new("desk"), &now, plan);
    started.record(&session, Ending::Completed, moment())
}

fn check_of(record: &Record) -> Check {
    let evenhold::history::Body::Check(check) = record.body.told() else {
        return Check::default();
    };
    check.clone()
}

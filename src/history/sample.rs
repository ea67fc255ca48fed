//! A small session for the tests of everything that keeps one.

use std::time::Duration;

use chrono::DateTime;
use uuid::Uuid;

use super::{DeviceId, Record, Started};
use crate::library::{
    Amount, Block, Cue, Equipment, LevelSides, Muscle, Name, Position, RoutineKind, Screen,
};
use crate::session::{Command, Ending, Entry, Fact, Plan, Session, Step, StepKind, Work};
use crate::units::{Now, Phase, Sides, Tempo, Tick};

const fn secs(n: u64) -> Duration {
    Duration::from_secs(n)
}

/// The moment at which the samples are made: a Saturday evening in spring.
pub(crate) fn now() -> Now {
    let wall = DateTime::parse_from_rfc3339("2031-04-05T18:02:11.5+02:00").expect("a date");
    Now { tick: Tick { mono: secs(1000), boot: secs(1500), wall }, zone: "Europe/Berlin".into() }
}

/// The id of the sample of this number.
pub(crate) fn id(n: u128) -> Uuid {
    Uuid::from_u128(0x0196_0000_0000_7000_8000_0000_0000_0000 + n)
}

pub(crate) fn device() -> DeviceId {
    DeviceId::new("desk-c01d4f")
}

/// Get ready, 3 clams left, change sides, 3 clams right.
pub(crate) fn plan() -> Plan {
    let tempo = Tempo::new(secs(2), secs(0), secs(2), secs(0), Phase::Lift);
    let cue = |id: &str, long: &str| Cue {
        id: id.to_owned(),
        long: long.to_owned(),
        short: long.to_owned(),
        by: None,
    };
    let name = Name { long: "Banded clamshell".to_owned(), short: "Clamshell".to_owned() };
    let entry = Entry {
        exercise: "clam".to_owned(),
        name: name.clone(),
        block: Block::Strength,
        level: 3,
        swapped: false,
        replaces: None,
        stands_for: None,
        position: Position::SideLying,
        screen: Screen::Partly,
        equipment: vec![Equipment::Mat, Equipment::BandLight],
        muscles: vec![Muscle::GluteusMedius],
        sides: LevelSides::Each,
        side_line: Some(cue("side", "{Side} leg works.")),
        phase_words: None,
        movement: None,
        setup: cue("setup", "Lie on your side."),
        cues: vec![cue("one", "A hand's width is enough.")],
        note: None,
        ready: secs(10),
    };
    let step = |kind, side, length| Step {
        kind,
        entry: 0,
        side,
        set: 1,
        sets: 1,
        length: secs(length),
        work: (kind == StepKind::Work)
            .then_some(Work { amount: Amount::Reps(3), tempo: Some(tempo) }),
    };
    Plan {
        routine: "sample".to_owned(),
        name: Name { long: "A sample".to_owned(), short: "Sample".to_owned() },
        kind: RoutineKind::Session,
        prescribed: false,
        entries: vec![entry],
        steps: vec![
            step(StepKind::Ready, Sides::Left, 10),
            step(StepKind::Work, Sides::Left, 12),
            step(StepKind::Switch, Sides::Right, 15),
            step(StepKind::Work, Sides::Right, 12),
        ],
        left_out: Vec::new(),
        fitted: None,
        check: None,
        resume: secs(3),
        long_pause: secs(20),
    }
}

pub(crate) fn started(n: u128) -> Started {
    Started { app: "0.1.0".to_owned(), ..Started::new(id(n), device(), &now(), plan()) }
}

/// A session that ran for so long, and the facts that it left.
pub(crate) fn run(n: u128, seconds: u64) -> (Started, Session, Vec<Fact>) {
    let started = started(n);
    let mut session = Session::new(started.plan.clone());
    let mut facts = Vec::new();
    let mut take = |session: &mut Session, events: Vec<crate::session::At>| {
        for event in &events {
            facts.extend(session.facts(event));
        }
    };
    let events = session.apply(Command::Start);
    take(&mut session, events);
    for _ in 0..seconds {
        let events = session.advance(secs(1));
        take(&mut session, events);
    }
    (started, session, facts)
}

/// A session of which one side was done.
pub(crate) fn record(n: u128) -> Record {
    let (started, mut session, _) = run(n, 30);
    session.apply(Command::Finish);
    started.record(&session, Ending::Early, started.at + secs(30))
}

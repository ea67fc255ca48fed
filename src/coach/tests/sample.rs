//! A small programme to test the coach with: a hold for both legs, paced reps for each, and a set
//! at one's own pace.

use std::time::Duration;

use chrono::DateTime;
use uuid::Uuid;

use crate::history::{Body, DeviceId, Journal, Record};
use crate::library::{
    Amount, Block, Cue, Dose, Equipment, Exercise, Item, ItemSides, Level, LevelSides, Library,
    Muscle, Name, Order, Position, Priority, Routine, RoutineBlock, RoutineKind, Screen, Timing,
};
use crate::program::nothing_to_mind;
use crate::units::{Now, Phase, Side, Tempo, Tick};

fn secs(n: u64) -> Duration {
    Duration::from_secs(n)
}

/// The journal of a person who has said that there is nothing to mind.
pub(super) fn answered() -> Journal {
    let now = crate::history::sample::now();
    let body = Body::Health(nothing_to_mind());
    let mut journal = Journal::new();
    let wall = DateTime::parse_from_rfc3339("2027-03-01T08:00:00+01:00").unwrap();
    let now = Now { tick: Tick { wall, ..now.tick }, ..now };
    journal.add(Record::new(Uuid::from_u128(u128::MAX), DeviceId::new("test"), &now, body));
    journal
}

fn name(long: &str) -> Name {
    Name { long: long.to_owned(), short: long.to_owned() }
}

fn cue(id: &str, long: &str) -> Cue {
    Cue { id: id.to_owned(), long: long.to_owned(), short: long.to_owned(), by: None }
}

fn tempo() -> Tempo {
    Tempo::new(secs(2), secs(1), secs(2), secs(0), Phase::Lift)
}

fn level(id: &str, sides: LevelSides, low: Amount) -> Level {
    Level {
        number: 3,
        name: "Usual".to_owned(),
        sides,
        side_line: (sides == LevelSides::Each)
            .then(|| cue(&format!("{id}.3.side"), "{Side} leg works. Lie on your {other} side.")),
        position: Position::Standing,
        equipment: Vec::new(),
        screen: Screen::Yes,
        dose: Dose { sets: 1..=2, low, high: low },
        tempo: None,
        phase_words: None,
        movement: None,
        setup: cue(&format!("{id}.3.setup"), "Stand tall."),
        how: "Do it.".to_owned(),
        cues: vec![cue(&format!("{id}.slow"), "Slowly.")],
        mistakes: Vec::new(),
        stop_if: Vec::new(),
        muscles: vec![Muscle::GluteusMedius],
    }
}

fn exercise(id: &str, long: &str, block: Block, level: Level) -> Exercise {
    Exercise {
        id: id.to_owned(),
        name: name(long),
        block,
        muscles: level.muscles.clone(),
        aliases: Vec::new(),
        why: String::new(),
        sources: Vec::new(),
        alternatives: Vec::new(),
        levels: vec![level],
    }
}

fn item(exercise: &str, sets: u32, amount: Amount, tempo: Option<Tempo>, sides: ItemSides) -> Item {
    Item {
        exercise: exercise.to_owned(),
        level: 3,
        sets,
        amount,
        most: None,
        tempo,
        rest: None,
        sides,
        first: Side::Left,
        extra_set: None,
        cues: Vec::new(),
        note: None,
        priority: Priority::Normal,
    }
}

fn routine(id: &str, kind: RoutineKind, items: Vec<Item>) -> Routine {
    Routine {
        id: id.to_owned(),
        name: name(&format!("Routine {id}")),
        kind,
        about: String::new(),
        prescribed: None,
        blocks: vec![RoutineBlock {
            title: "All".to_owned(),
            order: Order::Straight,
            rounds: 1,
            each_side: false,
            items,
        }],
    }
}

/// Routines `demo` (hold, paced reps for each leg, own pace), `hold` and the break `break-hold`.
pub(super) fn library() -> Library {
    let hold = Amount::Hold(secs(20));
    let mut clam = level("clam", LevelSides::Each, Amount::Reps(2));
    clam.equipment = vec![Equipment::BandLight];
    clam.position = Position::SideLying;
    let demo = vec![
        item("lean", 1, hold, None, ItemSides::Both),
        item("clam", 1, Amount::Reps(2), Some(tempo()), ItemSides::EachSet),
        item("squat", 1, Amount::Reps(8), None, ItemSides::Both),
    ];
    let one = vec![item("lean", 1, hold, None, ItemSides::Both)];
    Library {
        exercises: vec![
            exercise("lean", "Lean", Block::Mobility, level("lean", LevelSides::Both, hold)),
            exercise("clam", "Clamshell", Block::Strength, clam),
            exercise(
                "squat",
                "Squat",
                Block::Control,
                level("squat", LevelSides::Both, Amount::Reps(8)),
            ),
        ],
        routines: vec![
            routine("demo", RoutineKind::Session, demo),
            routine("hold", RoutineKind::Session, one.clone()),
            routine("break-hold", RoutineKind::Break, one),
        ],
        timing: Timing::default(),
        ..Library::default()
    }
}

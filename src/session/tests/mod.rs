//! The session, tested as transcripts and as laws.

mod amounts;
mod bugs;
mod fits;
mod laws;
mod plans;
mod scores;
mod variants;
mod verbs;

use std::fmt::Write as _;
use std::time::Duration;

use super::{At, Command, Event, HurtAnswer, HurtBand, Missing, PauseReason, Plan, Session};
use crate::library::{
    Amount, Block, Cue, Dose, Equipment, Exercise, Item, ItemSides, Level, LevelSides, Library,
    Muscle, Name, Order, Position, Priority, Routine, RoutineBlock, RoutineKind, Screen,
};
use crate::units::{Mss, Pain, Phase, Side, Sides, Tempo};

pub(super) const fn secs(n: u64) -> Duration {
    Duration::from_secs(n)
}

fn cue(id: &str, long: &str) -> Cue {
    Cue { id: id.to_owned(), long: long.to_owned(), short: "Short form".to_owned(), by: None }
}

fn level(sides: LevelSides, position: Position, amount: Amount, tempo: Option<Tempo>) -> Level {
    let each = sides != LevelSides::Both;
    Level {
        number: 3,
        name: "As shipped".to_owned(),
        sides,
        side_line: each.then(|| cue("side", "{Side} leg works. Lie on your {other} side.")),
        position,
        equipment: vec![Equipment::Mat],
        screen: if position == Position::Supine { Screen::No } else { Screen::Yes },
        dose: Dose { sets: 2..=3, low: amount, high: amount },
        tempo,
        phase_words: None,
        movement: None,
        setup: cue("setup", "Take your place on the mat and settle there."),
        how: "It moves.".to_owned(),
        cues: vec![cue("one", "Keep it small and clean."), cue("two", "Breathe out as you lift.")],
        mistakes: Vec::new(),
        stop_if: Vec::new(),
        muscles: vec![Muscle::GluteusMedius],
    }
}

fn exercise(id: &str, name: &str, block: Block, levels: Vec<Level>) -> Exercise {
    Exercise {
        id: id.to_owned(),
        name: Name { long: name.to_owned(), short: name.to_owned() },
        block,
        muscles: vec![Muscle::GluteusMedius],
        aliases: Vec::new(),
        why: String::new(),
        sources: Vec::new(),
        alternatives: Vec::new(),
        levels,
    }
}

/// The four-second rep of the clam: two up, two down.
pub(super) fn tempo() -> Tempo {
    Tempo::new(secs(2), secs(0), secs(2), secs(0), Phase::Lift)
}

/// One exercise of every kind.
pub(super) fn library() -> Library {
    use LevelSides::{Both, Each, EachWay};
    let clam = level(Each, Position::SideLying, Amount::Reps(3), Some(tempo()));
    let easy_clam = Level { number: 2, ..clam.clone() };
    let clam = Level { equipment: vec![Equipment::Mat, Equipment::BandLight], ..clam };
    let exercises = vec![
        exercise(
            "hold",
            "Hold",
            Block::Mobility,
            vec![level(Each, Position::HalfKneeling, Amount::Hold(secs(30)), None)],
        ),
        exercise(
            "sit",
            "Sit",
            Block::Mobility,
            vec![level(Both, Position::Sitting, Amount::Hold(secs(30)), None)],
        ),
        exercise("clam", "Clam", Block::Strength, vec![easy_clam, clam]),
        exercise(
            "bridge",
            "Bridge",
            Block::Strength,
            vec![level(Both, Position::Supine, Amount::Reps(3), Some(tempo()))],
        ),
        exercise(
            "own",
            "Own pace",
            Block::Strength,
            vec![level(Each, Position::Standing, Amount::Reps(3), None)],
        ),
        exercise(
            "walk",
            "Band walk",
            Block::Strength,
            vec![level(EachWay, Position::Walking, Amount::Steps(4), Some(tempo()))],
        ),
        exercise(
            "gait",
            "Gait",
            Block::Control,
            vec![level(Both, Position::Walking, Amount::Drill(secs(60)), None)],
        ),
        exercise(
            "reach",
            "Reach",
            Block::Control,
            vec![level(Each, Position::Standing, Amount::Reaches(2), None)],
        ),
    ];
    Library { exercises, ..Library::default() }
}

/// An item as a routine file would give it: `clam`, `clam 3`, with options `x2`, `rest 0`,
/// `each_exercise`, `left`, `extra left`.
fn item(library: &Library, text: &str) -> Item {
    let mut words = text.split_whitespace();
    let id = words.next().unwrap_or_default();
    let level =
        library.exercise(id).and_then(|it| it.level(3)).expect("an exercise of the fixture");
    let both = level.sides == LevelSides::Both;
    let mut item = Item {
        exercise: id.to_owned(),
        level: 3,
        sets: 1,
        amount: level.dose.low,
        most: None,
        tempo: level.tempo,
        rest: None,
        sides: if both { ItemSides::Both } else { ItemSides::EachSet },
        first: Side::Left,
        extra_set: None,
        cues: Vec::new(),
        note: None,
        priority: Priority::Normal,
    };
    while let Some(word) = words.next() {
        match word {
            "rest" => item.rest = words.next().and_then(|it| it.parse().ok()).map(secs),
            "each_exercise" => item.sides = ItemSides::EachExercise,
            "left" => item.sides = ItemSides::Left,
            "extra" => {
                let left = words.next() == Some("left");
                item.extra_set = Some(if left { Side::Left } else { Side::Right });
            }
            sets => item.sets = sets.trim_start_matches('x').parse().expect("a number of sets"),
        }
    }
    item
}

/// A routine from lines; each line is a block of items between commas, with `circuit N:` or
/// `each_block:` before them.
pub(super) fn routine(library: &Library, text: &str) -> Routine {
    let blocks = text.lines().map(|line| {
        let (head, items) = line.split_once(':').unwrap_or(("", line));
        let rounds = head.strip_prefix("circuit ").and_then(|it| it.parse().ok());
        RoutineBlock {
            title: String::new(),
            order: if rounds.is_some() { Order::Circuit } else { Order::Straight },
            rounds: rounds.unwrap_or(1),
            each_side: head == "each_block",
            items: items.split(',').map(|it| item(library, it)).collect(),
        }
    });
    Routine {
        id: "test".to_owned(),
        name: Name { long: "Test".to_owned(), short: "Test".to_owned() },
        kind: RoutineKind::Session,
        about: String::new(),
        prescribed: None,
        blocks: blocks.collect(),
    }
}

pub(super) fn plan(text: &str) -> Plan {
    let library = library();
    Plan::new(&routine(&library, text), &library, Missing::default()).expect("a plan")
}

pub(super) fn side(sides: Sides) -> &'static str {
    match sides {
        Sides::Left => " L",
        Sides::Right => " R",
        Sides::Both => "",
    }
}

/// A word of a script as a command, or `None` when it is a time.
pub(super) fn command(word: &str) -> Option<Command> {
    let hurt = |band, exact| Command::Hurt(HurtAnswer { band, exact });
    Some(match word {
        "start" => Command::Start,
        "pause" => Command::Pause(PauseReason::Person),
        "resume" => Command::Resume,
        "back" => Command::Back,
        "redo" => Command::Redo,
        "skip" => Command::Skip,
        "drop" => Command::SkipExercise,
        "+10" => Command::Extend(10),
        "-10" => Command::Extend(-10),
        "done" => Command::Done,
        "tap" => Command::Tap,
        "up" => Command::Correct(1),
        "down" => Command::Correct(-1),
        "ouch" => hurt(HurtBand::Amber, Pain::new(4)),
        "stop" => hurt(HurtBand::Red, None),
        "undo" => Command::Undo,
        "finish" => Command::Finish,
        "leave" => Command::Leave,
        _ => Command::Jump(word.strip_prefix("jump")?.parse().ok()?),
    })
}

/// Runs a script of commands and seconds ("start 12 pause 99 resume"); times advance.
pub(super) fn run(session: &mut Session, script: &str) -> Vec<At> {
    let mut events = Vec::new();
    for word in script.split_whitespace() {
        events.extend(match command(word) {
            Some(it) => session.apply(it),
            None => session.advance(Duration::from_secs_f64(word.parse().expect("a time"))),
        });
    }
    events
}

fn describe(session: &Session, event: Event) -> String {
    let at = |step: usize| {
        let it = &session.plan().steps[step];
        let name = &session.plan().entries[it.entry].exercise;
        (format!("{name}{} {}/{}", side(it.side), it.set, it.sets), it.kind)
    };
    match event {
        Event::Began { step } => {
            let (what, kind) = at(step);
            format!("{} {what}", format!("{kind:?}").to_lowercase())
        }
        Event::Rep { done, .. } => format!("  rep {done}"),
        Event::SetSettled { step } => match session.result(step) {
            Some(it) => {
                let left = if it.skipped { ", left" } else { "" };
                format!("  kept {}: {:?}{left}", at(step).0, it.done)
            }
            None => format!("  kept {} (since taken back)", at(step).0),
        },
        Event::SetReopened { step } => format!("  reopened {}", at(step).0),
        Event::Dropped { entry } => {
            format!("  gave up {}", session.plan().entries[entry].exercise)
        }
        Event::Paused { reason } => format!("paused ({reason:?})"),
        Event::CountIn { length } => format!("count-in {}", Mss(length)),
        Event::Resumed => "resumed".to_owned(),
        Event::Read => format!("read: {:?}", session.readings().last()),
        Event::HurtsAt => format!("hurts at {:?}", session.hurts().last().map(|it| it.place)),
        Event::Replanned { at: step, removed, added, .. } => {
            format!("  {removed} steps from {step} became {added}")
        }
        Event::Hurt => format!("hurt: {:?}", session.hurts().last()),
        Event::Ended { ending } => format!("ended ({ending:?})"),
    }
}

/// What happened, a line an event, each with its moment.
pub(super) fn transcript(text: &str, script: &str) -> String {
    let mut session = Session::new(plan(text));
    let mut out = String::new();
    for word in script.split_whitespace() {
        for it in run(&mut session, word) {
            let tenths = it.at.subsec_millis() / 100;
            let tenths = if tenths > 0 { format!(".{tenths}") } else { String::new() };
            let line = describe(&session, it.event);
            writeln!(out, "{}{tenths} {line}", Mss(it.at)).expect("a string takes it");
        }
    }
    out
}

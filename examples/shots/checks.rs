//! The checks: before one, while it runs, its record, and the course over time.

use evenhold::coach::{
    Action, CheckCorrection, CheckMessage, LibraryMessage, ListMessage, Message, News, Open, Place,
    Preparing, ProgressMessage, ProgressPart, ReadingMessage, Screen, SessionMessage, Where,
};
use evenhold::history::Journal;
use evenhold::library::{Method, Surface};
use evenhold::units::Pain;

use crate::past::Past;
use crate::scenes::{Scene, detail, scene};
use crate::world::World;

/// All scenes.
pub(crate) const SCENES: &[Scene] = &[
    scene("checks-empty", |world| {
        world.go(Place::Progress);
        part(world);
    }),
    scene("checks-year", |world| past(world, 30)),
    detail("checks-one", |world| past(world, 3)),
    scene("checks-prepare", |world| check(world, CheckMessage::Prepare("prone".to_owned()))),
    detail("checks-prepare-soon", |world| {
        past(world, 1);
        check(world, CheckMessage::Prepare("prone".to_owned()));
    }),
    detail("checks-prepare-gait", |world| {
        check(world, CheckMessage::Prepare("gait".to_owned()));
    }),
    scene("checks-run-ready", |world| {
        begin(world, "prone", Method::Phone);
        world.wait(12.0);
    }),
    scene("checks-run-move", |world| {
        begin(world, "prone", Method::Phone);
        to_part(world, 1);
        world.wait(4.0);
    }),
    scene("checks-run-degrees", |world| {
        begin(world, "prone", Method::Phone);
        to_reading(world);
        read(world, ReadingMessage::Digit(3));
        read(world, ReadingMessage::Digit(8));
        world.wait(1.0);
    }),
    detail("checks-run-degrees-controls", |world| {
        begin(world, "prone", Method::Phone);
        to_reading(world);
        world.session(SessionMessage::Look);
    }),
    scene("checks-run-scale", |world| {
        begin(world, "prone", Method::Scale);
        to_reading(world);
        world.wait(1.0);
    }),
    scene("checks-run-words", |world| {
        begin(world, "standing", Method::Photo);
        to_reading(world);
        world.wait(1.0);
    }),
    detail("checks-run-words-few", |world| {
        begin(world, "gait", Method::Phone);
        to_reading(world);
        world.wait(1.0);
    }),
    scene("checks-run-apart", |world| {
        begin(world, "prone", Method::Phone);
        for degrees in [38, 52, 45] {
            to_reading(world);
            read(world, ReadingMessage::Pick(degrees));
            world.wait(1.0);
        }
    }),
    scene("checks-result-prone", |world| {
        past(world, 4);
        done(world, "prone", [54, 16, 49, 24]);
    }),
    detail("checks-result-first", |world| done(world, "prone", [44, 38, 42, 33])),
    scene("checks-result-standing", |world| done(world, "standing", [0, 0, 0, 0])),
    detail("checks-result-gait", |world| done(world, "gait", [0, 0, 0, 0])),
    scene("checks-correcting", |world| {
        done(world, "prone", [54, 16, 49, 24]);
        check(world, CheckMessage::Correct);
        check(world, CheckMessage::Set(CheckCorrection::SetAside(1)));
    }),
    detail("checks-article", |world| {
        world.go(Place::Library);
        let section = Some(20);
        let slug = "checks".to_owned();
        world.tell(Message::Library(LibraryMessage::Read { slug, section }));
    }),
    detail("checks-due", |world| {
        let journal = Past::journal(9, world.now().date(), 7);
        let mut without = Journal::new();
        for it in journal.records().filter(|it| it.session().is_some()) {
            without.add(it.clone());
        }
        world.news(News::Journal(Box::new(without)));
    }),
];

fn check(world: &mut World, message: CheckMessage) {
    world.tell(Message::Check(message));
}

fn read(world: &mut World, message: ReadingMessage) {
    check(world, CheckMessage::Read(message));
}

fn part(world: &mut World) {
    let part = ListMessage::Part(ProgressPart::Checks);
    world.tell(Message::Progress(ProgressMessage::List(part)));
}

/// A made-up past of so many weeks, at its checks.
fn past(world: &mut World, weeks: u32) {
    let journal = Past::journal(weeks, world.now().date(), 7);
    world.news(News::Journal(Box::new(journal)));
    world.go(Place::Progress);
    part(world);
}

/// What is told before a check, as it stands.
fn told(world: &World) -> Option<Preparing> {
    let now = world.now();
    let Screen::Progress(progress) = world.coach.view(&now).screen else { return None };
    let Some(Open::Preparing(it)) = &progress.open else { return None };
    Some((**it).clone())
}

fn begin(world: &mut World, id: &str, method: Method) {
    check(world, CheckMessage::Prepare(id.to_owned()));
    let Some(told) = told(world) else { return };
    let told = Preparing {
        method,
        helper: true,
        surface: Some(Surface::Mat),
        pain: Pain::new(1),
        hurts: Some(Where::Nowhere),
        no_signs: true,
        ..told
    };
    check(world, CheckMessage::Tell(told));
    check(world, CheckMessage::Begin);
}

/// The step that a reading is waited for in.
fn waits(world: &World) -> Option<usize> {
    let now = world.now();
    let Screen::Session(running) = world.coach.view(&now).screen else { return None };
    running.awaits()
}

fn to_reading(world: &mut World) {
    for _ in 0..200 {
        if waits(world).is_some() || !world.runs() {
            return;
        }
        world.act(Action::Skip);
        world.wait(0.2);
    }
}

/// Until the part of this index is being done.
fn to_part(world: &mut World, entry: usize) {
    for _ in 0..300 {
        let now = world.now();
        let Screen::Session(running) = world.coach.view(&now).screen else { return };
        let view = running.session.view();
        if view.entry == entry && view.kind == evenhold::session::StepKind::Work {
            return;
        }
        world.wait(1.0);
    }
}

/// A check with these degrees: inward and outward of the left, then of the right; of words the first,
/// and the second on the right.
fn done(world: &mut World, id: &str, degrees: [u32; 4]) {
    let method = if id == "prone" { Method::Phone } else { Method::Photo };
    begin(world, id, if id == "gait" { Method::Phone } else { method });
    for turn in 0..200_usize {
        to_reading(world);
        let now = world.now();
        let Screen::Session(running) = world.coach.view(&now).screen else { return };
        let plan = running.session.plan();
        let Some(step) = running.awaits() else { return };
        let right = plan.steps.get(step).is_some_and(|it| it.side == evenhold::units::Sides::Right);
        let outward = plan.reads(step).is_some_and(|it| it.what == "er");
        let at = usize::from(right) * 2 + usize::from(outward);
        let wobble = u32::try_from(turn % 3).unwrap_or(0) * 2;
        let is_angle = id == "prone";
        let message = if is_angle {
            ReadingMessage::Pick(degrees.get(at).copied().unwrap_or(30) + wobble)
        } else {
            ReadingMessage::Word(usize::from(right) + 1)
        };
        read(world, message);
        world.wait(0.2);
    }
}

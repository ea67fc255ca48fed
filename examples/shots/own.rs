//! Pictures of exercises of one's own.

use evenhold::coach::{Choosing, Message, OwnMessage, OwnPane, Place};
use evenhold::editing::{ExerciseCommand, FigureChange, LevelChange};
use evenhold::figure::{Handle, View};
use evenhold::library::{LevelSides, Muscle};
use evenhold::units::Side;
use glam::Vec3;

use crate::scenes::{Scene, detail, scene};
use crate::world::World;

pub(crate) const SCENES: &[Scene] = &[
    scene("own-list", |world| {
        written(world);
        own(world, OwnMessage::Back);
        own(world, OwnMessage::New(None));
        own(world, OwnMessage::Do(ExerciseCommand::Why(String::new())));
        own(world, OwnMessage::Back);
    }),
    scene("own-exercise", |world| {
        written(world);
        own(world, OwnMessage::Show(OwnPane::Exercise));
    }),
    scene("own-level", |world| {
        written(world);
        own(world, OwnMessage::Show(OwnPane::Level));
    }),
    scene("own-pose", |world| {
        written(world);
        own(world, OwnMessage::Show(OwnPane::Movement));
        own(world, OwnMessage::Take(Handle::Foot(Side::Left)));
    }),
    scene("own-new", |world| {
        own(world, OwnMessage::New(None));
        own(world, OwnMessage::Show(OwnPane::Movement));
    }),
    scene("own-poses", |world| {
        written(world);
        own(world, OwnMessage::Show(OwnPane::Movement));
        own(world, OwnMessage::Choose(Choosing::Pose));
        own(world, OwnMessage::Search("squat".to_owned()));
    }),
    detail("own-movements", |world| {
        written(world);
        own(world, OwnMessage::Show(OwnPane::Movement));
        own(world, OwnMessage::Choose(Choosing::Movement));
    }),
    scene("own-problems", |world| {
        written(world);
        own(world, OwnMessage::Show(OwnPane::Level));
        level(world, LevelChange::Name(String::new()));
        level(world, LevelChange::SideLine("Left leg works.".to_owned()));
    }),
    detail("own-text", |world| {
        written(world);
        level(world, LevelChange::Name(String::new()));
        own(world, OwnMessage::Show(OwnPane::Text));
    }),
];

fn own(world: &mut World, message: OwnMessage) {
    world.tell(Message::Own(message));
}

fn level(world: &mut World, change: LevelChange) {
    own(world, OwnMessage::Do(ExerciseCommand::Level { at: 0, change }));
}

/// A leg that is lifted back while one holds on with the hands, as somebody would enter it.
fn written(world: &mut World) {
    world.go(Place::Routines);
    own(world, OwnMessage::New(None));
    let name = "Standing leg lift at the kitchen table".to_owned();
    for command in [
        ExerciseCommand::Name(name),
        ExerciseCommand::Why("It wakes the buttocks after a long sit.".to_owned()),
        ExerciseCommand::Muscle(Muscle::GluteusMaximus),
        ExerciseCommand::Muscle(Muscle::Hamstrings),
    ] {
        own(world, OwnMessage::Do(command));
    }
    level(world, LevelChange::Sides(LevelSides::Each, "{Side} leg works.".to_owned()));
    let cues = ["Squeeze the buttock first.", "The trunk stays still.", "Down as slowly as up."];
    for (at, cue) in cues.into_iter().enumerate() {
        level(world, LevelChange::Cue(at, Some(cue.to_owned())));
    }
    level(world, LevelChange::Mistake(0, Some("Swinging the leg.".to_owned())));
    let figure = |change| OwnMessage::Do(ExerciseCommand::Figure { level: 0, change });
    own(world, figure(FigureChange::Fresh));
    own(world, OwnMessage::Stop(1));
    let part = evenhold::figure::contact::Part::Foot;
    let touch = evenhold::editing::Touch { part, side: Side::Left, on: None };
    own(world, figure(FigureChange::Touch { stop: 1, touch }));
    own(world, OwnMessage::Nudge(Handle::Foot(Side::Left), Vec3::new(-0.16, 0.14, 0.0)));
    for side in Side::BOTH {
        own(world, OwnMessage::Nudge(Handle::Hand(side), Vec3::new(0.18, 0.12, 0.0)));
    }
    own(world, OwnMessage::Look(View { yaw: 70.0, pitch: 10.0 }));
    own(world, OwnMessage::Part);
    world.wait(1.0);
}

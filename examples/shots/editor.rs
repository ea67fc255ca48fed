//! Pictures of the list of routines and the editor.

use std::collections::BTreeMap;

use evenhold::coach::{EditorMessage, Message, News, Pane, Pick, Place, RoutinesMessage};
use evenhold::editing::{BlockChange, Command, ItemAt, ItemChange, Often, Whole};
use evenhold::library::Day;
use evenhold::units::Side;

use crate::scenes::{Scene, detail, scene};
use crate::world::World;

pub(crate) const SCENES: &[Scene] = &[
    scene("editor-routines", |world| {
        built(world);
        edit(world, EditorMessage::Back);
    }),
    scene("editor-new", |world| tell(world, RoutinesMessage::New)),
    scene("editor-add", |world| {
        built(world);
        edit(world, EditorMessage::Show(Pane::Add));
        edit(world, EditorMessage::Search("stretch".to_owned()));
    }),
    scene("editor-change", |world| {
        built(world);
        edit(world, EditorMessage::Pick(ItemAt::new(0, 2), Pick::Only));
    }),
    detail("editor-block", |world| {
        built(world);
        edit(world, EditorMessage::PickBlock(1));
    }),
    scene("editor-whole", |world| {
        built(world);
        edit(world, EditorMessage::Show(Pane::Whole));
    }),
    detail("editor-timetable", |world| {
        built(world);
        edit(world, EditorMessage::Show(Pane::Timetable));
    }),
    scene("editor-text", |world| {
        broken(world);
        edit(world, EditorMessage::Show(Pane::Text));
    }),
    scene("editor-problems", |world| {
        broken(world);
        edit(world, EditorMessage::Pick(ItemAt::new(0, 0), Pick::Only));
    }),
    detail("editor-several", |world| {
        built(world);
        edit(world, EditorMessage::Pick(ItemAt::new(0, 0), Pick::Only));
        edit(world, EditorMessage::Pick(ItemAt::new(1, 0), Pick::To));
    }),
];

fn tell(world: &mut World, message: RoutinesMessage) {
    world.go(Place::Routines);
    world.tell(Message::Routines(message));
}

pub(crate) fn edit(world: &mut World, message: EditorMessage) {
    world.tell(Message::Editor(message));
}

/// A physiotherapist's plan of six exercises, as somebody would enter it.
pub(crate) fn built(world: &mut World) {
    tell(world, RoutinesMessage::New);
    let whole = |it| EditorMessage::Do(Command::Whole(it));
    edit(world, whole(Whole::Name("Hips, from Anna".to_owned())));
    edit(world, whole(Whole::By(Some("Anna".to_owned()))));
    edit(world, whole(Whole::Date(Some("2026-11-20".to_owned()))));
    let days = vec![Day::Monday, Day::Wednesday, Day::Friday];
    edit(world, whole(Whole::Often(Often::Days(days))));
    for id in ["hipflexor", "fig4", "clam"] {
        edit(world, EditorMessage::Add(id.to_owned()));
    }
    let cue = ItemChange::Cue { index: 0, words: "Smaller, slower.".to_owned() };
    let by = ItemChange::CueBy { index: 0, by: Some("Anna".to_owned()) };
    let more = ItemChange::ExtraSet(Some(Side::Right));
    for change in [cue, by, more, ItemChange::Sets(Some(3))] {
        let at = vec![ItemAt::new(0, 2)];
        edit(world, EditorMessage::Do(Command::Items { at, change }));
    }
    let title = "Strength".to_owned();
    edit(world, EditorMessage::Do(Command::AddBlock { at: 1, title }));
    let change = BlockChange::Rounds(2);
    edit(world, EditorMessage::Do(Command::Block { block: 1, change }));
    for id in ["bridge", "sideraise", "balance"] {
        edit(world, EditorMessage::Add(id.to_owned()));
    }
    world.wait(2.0);
}

/// A file that somebody has written by hand, with two slips.
fn broken(world: &mut World) {
    let text = BROKEN.to_owned();
    world.news(News::OwnFiles(BTreeMap::from([("routines/evening.ron".to_owned(), text)])));
    tell(world, RoutinesMessage::Edit("evening".to_owned()));
}

const BROKEN: &str = r#"// My evening.
(
    schema: 1,
    id: "evening",
    name: (long: "Evening", short: "Evening"),
    kind: session,
    about: "Before bed.",
    blocks: [
        (
            title: "Stretch",
            items: [
                // A cushion under the knee.
                (exercise: "hipflexer", level: 3, hold: 30),
                (exercise: "butterfly", hold: 45, sides: left),
            ],
        ),
        (
            title: "Strength",
            items: [
                (exercise: "clam", reps: 12, rounds: 2),
            ],
        ),
    ],
)
"#;

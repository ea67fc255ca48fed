//! Pictures of files on their way in and out, and of files that something else has changed.

use std::collections::BTreeMap;

use evenhold::coach::{
    ArchivePreview, Came, Copied, EditorMessage, Handed, Message, News, NotPassed, NotTaken, Pane,
    Place, RoutinesMessage, ShareMessage, ShareNews,
};
use evenhold::editing::{Command, ItemAt, ItemChange};
use evenhold::library::{Arrival, Library};

use crate::editor::{built, edit};
use crate::scenes::{Scene, detail, scene};
use crate::world::World;

pub(crate) const SCENES: &[Scene] = &[
    scene("share-open", |world| share(world, ShareMessage::Open)),
    scene("share-shown", |world| arrives(world, &parcel(), &[])),
    scene("share-replaces", |world| {
        arrives(
            world,
            &EVENING.replace("sets: 2", "sets: 3"),
            &[("routines/evening.ron", EVENING)],
        );
    }),
    scene("share-problems", |world| {
        let text = EVENING.replace("\"clam\"", "\"clamm\"").replace("reps: 12", "reps: 900");
        arrives(world, &text, &[]);
    }),
    detail("share-refused", |world| {
        share(world, ShareMessage::Dropped(vec!["clip.png".into()]));
        let what = Err(NotTaken::Picture);
        world.news(News::Share(ShareNews::Arrived { file: "clip.png".to_owned(), what }));
    }),
    detail("share-archive", |world| {
        share(world, ShareMessage::Dropped(vec!["evenhold-2026-11-20.zip".into()]));
        let preview = ArchivePreview {
            new: 128,
            same: 40,
            different: 2,
            unreadable: 1,
            new_files: vec!["routines/evening.ron".to_owned()],
            kept_files: vec!["settings.ron".to_owned()],
        };
        let what = Ok(Came::Archive(preview));
        let file = "evenhold-2026-11-20.zip".to_owned();
        world.news(News::Share(ShareNews::Arrived { file, what }));
    }),
    detail("share-taken", |world| {
        arrives(world, EVENING, &[]);
        let arrival = Arrival::new("evening.ron", EVENING.as_bytes(), &BTreeMap::new());
        share(world, ShareMessage::Take { both: false });
        if let Ok(arrival) = arrival {
            let library = std::sync::Arc::new(arrival.library);
            world.news(News::Library { library, problems: 0 });
        }
    }),
    scene("share-pass", |world| {
        world.go(Place::Routines);
        share(world, ShareMessage::PassOn(Handed::Routine("short".to_owned())));
    }),
    detail("share-calendar", |world| {
        world.go(Place::Settings);
        share(world, ShareMessage::PassOn(Handed::Calendar));
    }),
    detail("share-passed", |world| {
        world.go(Place::Routines);
        share(world, ShareMessage::PassOn(Handed::Sheet("short".to_owned())));
        let path = "~/.local/share/evenhold/export/short.html".to_owned();
        world.news(News::Share(ShareNews::PassedOn(Ok(path))));
    }),
    detail("share-exists", |world| {
        world.go(Place::Routines);
        share(world, ShareMessage::PassOn(Handed::Routine("short".to_owned())));
        let path = "~/.local/share/evenhold/export/short.evenhold".to_owned();
        world.news(News::Share(ShareNews::PassedOn(Err(NotPassed::Exists(path)))));
    }),
    scene("share-troubled", |world| {
        let broken = EVENING.replace("level: 3", "level: 33").replace("hold: 30", "hold: long");
        let files = [("routines/evening.ron".to_owned(), broken.into_bytes())];
        let problems = Library::load(files).problems;
        world.news(News::Share(ShareNews::Problems(problems)));
        world.go(Place::Routines);
    }),
    scene("share-copies", |world| {
        own(world, &[("routines/evening.ron", EVENING)]);
        let copied = Copied {
            name: "routines/evening.sync-conflict-20261122-110017-T24LULV.ron".to_owned(),
            of: "routines/evening.ron".to_owned(),
            text: EVENING.replace("sets: 2", "sets: 4").replace("// My evening.\n", ""),
        };
        world.news(News::Share(ShareNews::Copies(vec![copied])));
        world.go(Place::Routines);
    }),
    detail("share-came", |world| {
        opened(world);
        own(world, &[("routines/evening.ron", &EVENING.replace("sets: 2", "sets: 4"))]);
    }),
    scene("share-clash", |world| {
        clash(world);
    }),
    scene("share-compare", |world| {
        clash(world);
        edit(world, EditorMessage::Compare(true));
    }),
    detail("share-long-text", |world| {
        built(world);
        edit(world, EditorMessage::Show(Pane::Text));
        edit(world, EditorMessage::Do(Command::Text("(".repeat(300_000))));
    }),
];

fn share(world: &mut World, message: ShareMessage) {
    world.tell(Message::Share(message));
}

fn own(world: &mut World, files: &[(&str, &str)]) {
    let files = files.iter().map(|it| (it.0.to_owned(), it.1.to_owned())).collect();
    world.news(News::OwnFiles(files));
}

/// A file was dropped and looked at.
fn arrives(world: &mut World, text: &str, mine: &[(&str, &str)]) {
    own(world, mine);
    share(world, ShareMessage::Dropped(vec!["evening from Anna.evenhold".into()]));
    let mine = mine.iter().map(|it| (it.0.to_owned(), it.1.to_owned())).collect();
    let file = "evening from Anna.evenhold".to_owned();
    let what = Arrival::new(&file, text.as_bytes(), &mine);
    let what = what.map(|it| Came::Files(Box::new(it))).map_err(NotTaken::Refused);
    world.news(News::Share(ShareNews::Arrived { file, what }));
}

/// The routine in the editor.
fn opened(world: &mut World) {
    own(world, &[("routines/evening.ron", EVENING)]);
    world.go(Place::Routines);
    world.tell(Message::Routines(RoutinesMessage::Edit("evening".to_owned())));
}

/// Changed here and elsewhere.
fn clash(world: &mut World) {
    opened(world);
    let change = ItemChange::Sets(Some(3));
    let command = Command::Items { at: vec![ItemAt::new(1, 0)], change };
    edit(world, EditorMessage::Do(command));
    own(world, &[("routines/evening.ron", &EVENING.replace("sets: 2", "sets: 4"))]);
    world.wait(2.0);
}

/// A routine with an exercise of somebody's own.
fn parcel() -> String {
    let heel = include_str!("../../tests/data/heel.ron");
    let clam = "(exercise: \"clam\"";
    let added = format!("(exercise: \"heel\", level: 1, sides: both),\n                {clam}");
    let routine = EVENING.replace(clam, &added);
    format!("//--- exercises/heel.ron\n{heel}//--- routines/evening.ron\n{routine}")
}

const EVENING: &str = r#"// My evening.
(
    schema: 1,
    id: "evening",
    name: (long: "Evening, from Anna", short: "Evening"),
    kind: session,
    about: "Before bed, slowly.",
    blocks: [
        (
            title: "Stretch",
            items: [
                // A cushion under the knee.
                (exercise: "hipflexor", level: 3, hold: 30),
            ],
        ),
        (
            title: "Strength",
            items: [
                (exercise: "clam", level: 3, sets: 2, reps: 12),
            ],
        ),
    ],
)
"#;

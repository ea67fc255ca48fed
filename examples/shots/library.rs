//! Pictures of the library: the list, a search, exercises and pages.

use std::collections::BTreeSet;
use std::sync::Arc;

use evenhold::coach::{LibraryMessage, Message, News, Place};
use evenhold::library::{Block, Filter, Library, Link, Muscle, Thing};
use evenhold::units::Side;

use crate::scenes::{Scene, detail, scene};
use crate::world::World;

pub(crate) const SCENES: &[Scene] = &[
    scene("library", |world| world.go(Place::Library)),
    scene("library-search", |world| search(world, "hip flex")),
    detail("library-slip", |world| search(world, "clmashell")),
    scene("library-nothing", |world| {
        search(world, "xylophone");
        let filter = Filter { block: Some(Block::Control), ..Filter::default() };
        tell(world, LibraryMessage::Filter(filter));
    }),
    scene("library-filtered", |world| {
        world.go(Place::Library);
        let filter = Filter {
            block: Some(Block::Strength),
            muscle: Some(Muscle::GluteusMedius),
            without: BTreeSet::from([Thing::Band, Thing::Bench]),
            ..Filter::default()
        };
        tell(world, LibraryMessage::Filter(filter));
    }),
    scene("exercise-clam", |world| {
        open(world, "exercise:clam");
        tell(world, LibraryMessage::Side(Side::Right));
    }),
    detail("exercise-squat", |world| open(world, "exercise:squat")),
    scene("exercise-long-words", |world| {
        world.news(News::Library { library: Arc::new(long_words()), problems: 0 });
        open(world, "exercise:fig4");
    }),
    detail("library-long-words", |world| {
        world.news(News::Library { library: Arc::new(long_words()), problems: 0 });
        world.go(Place::Library);
    }),
    scene("article-what-it-is", |world| open(world, "article:what-it-is")),
    detail("article-helps", |world| open(world, "article:what-helps#s-034")),
    detail("article-evidence", |world| open(world, "article:evidence")),
    scene("article-professional", |world| open(world, "article:see-a-professional")),
];

fn tell(world: &mut World, message: LibraryMessage) {
    world.tell(Message::Library(message));
}

fn search(world: &mut World, words: &str) {
    world.go(Place::Library);
    tell(world, LibraryMessage::Search(words.to_owned()));
}

fn open(world: &mut World, link: &str) {
    world.go(Place::Library);
    if let Some(link) = Link::read(link) {
        tell(world, LibraryMessage::Follow(link));
    }
}

/// The shipped library with the longest words that a file may hold.
fn long_words() -> Library {
    let mut library = Library::shipped();
    let long = "Einseitige Hüftaußenrotationsdehnung in Rückenlage mit Handtuchunterstützung";
    for exercise in &mut library.exercises {
        long.clone_into(&mut exercise.name.long);
        "Hüftaußenrotationsdehnung mit Handtuch".clone_into(&mut exercise.name.short);
        for level in &mut exercise.levels {
            level.name = format!("{long}, {}", level.name);
        }
    }
    library
}

//! Checks by a person's own files: their rules judge what is shown, and links of pages know their checks.

use std::sync::Arc;

use evenhold::coach::{
    LibraryMessage, ListMessage, Message, News, Open, Place, ProgressMessage, ProgressPart, Screen,
};
use evenhold::history::{Body, Check, DeviceId, Journal, Reading, Record, RecordId};
use evenhold::library::{Library, Link};
use evenhold::program::Rules;
use evenhold::units::Sides;

use super::outline::outline;
use super::screen;
use super::world::World;

/// Three readings that lie ten degrees apart.
fn wobbly(world: &World) -> Journal {
    let mut journal = Journal::new();
    let readings = [350, 450, 400].map(|it| Reading::value("ir", Sides::Left, it));
    let (of, method) = ("prone".to_owned(), vec!["phone".to_owned(), "helper".to_owned()]);
    let check = Check { of, method, readings: readings.to_vec(), ..Check::default() };
    let (id, device) = (RecordId::from_u128(7), DeviceId::new("laptop"));
    journal.add(Record::new(id, device, &world.now(), Body::Check(check)));
    journal
}

#[test]
fn readings_are_judged_by_the_rules_of_the_data_folder() {
    let shown = |spread: u32| {
        outline(&screen(|world| {
            let mut rules = Rules::shipped();
            rules.checks.spread = spread;
            world.news(News::Rules(Box::new(rules)));
            let journal = wobbly(world);
            world.news(News::Journal(Box::new(journal)));
            world.go(Place::Progress);
            let part = ListMessage::Part(ProgressPart::Checks);
            world.tell(Message::Progress(ProgressMessage::List(part)));
        }))
    };
    let shipped = Rules::shipped().checks.spread;
    assert!(shipped < 10 && !shown(shipped).contains("40°"), "{}", shown(shipped));
    assert!(shown(10).contains("40°"), "{}", shown(10));
}

#[test]
fn a_link_to_a_check_of_ones_own_opens_it_and_ours_are_described() {
    let check = include_str!("../../../assets/library/checks/supine.ron");
    let check = check.replacen("id: \"supine\"", "id: \"lounging\"", 1);
    let loaded = Library::load([("checks/lounging.ron".to_owned(), check.into_bytes())]);
    assert_eq!(loaded.problems, []);
    let library = Arc::new(loaded.library);
    for (target, is_own) in [("check:lounging", true), ("check:supine", false)] {
        let mut world = World::new();
        world.news(News::Library { library: Arc::clone(&library), problems: 0 });
        world.go(Place::Library);
        let link = Link::read(target).expect("a link");
        world.tell(Message::Library(LibraryMessage::Follow(link)));
        let screen = world.coach.screen();
        if is_own {
            let Screen::Progress(it) = screen else { panic!("{target}: {screen:?}") };
            assert!(matches!(&it.open, Some(Open::Preparing(it)) if it.check == "lounging"));
        } else {
            let Screen::Library(it) = screen else { panic!("{target}: {screen:?}") };
            assert!(it.page().is_some(), "{target}");
        }
    }
}

//! What Today begins with, unless the person chooses.

use std::sync::Arc;
use std::time::Duration;

use chrono::DateTime;
use uuid::Uuid;

use super::sample;
use super::stage::Stage;
use crate::coach::{Message, News, Screen, TodayMessage};
use crate::history::{Body, DeviceId, IfThen, Journal, Record};
use crate::library::Library;
use crate::session::{Missing, Plan};
use crate::settings::{Change, Gap};
use crate::units::{Now, Tick};

fn chosen(stage: &Stage) -> Option<&str> {
    let Screen::Today(today) = stage.coach.screen() else { panic!("not on Today") };
    today.chosen.as_deref()
}

fn read(stage: &mut Stage, journal: Journal) {
    stage.tell(Message::News(News::Journal(Box::new(journal))));
}

fn with_library() -> Stage {
    let mut stage = Stage::bare();
    let library = Arc::new(Library::shipped());
    stage.tell(Message::News(News::Library { library, problems: 0 }));
    stage
}

#[test]
fn a_newcomer_begins_with_the_first_half_before_and_after_the_journal_is_read() {
    let mut stage = with_library();
    assert_eq!(chosen(&stage), Some("a"));
    read(&mut stage, sample::answered());
    assert_eq!(chosen(&stage), Some("a"));
}

#[test]
fn on_a_day_of_theirs_it_is_what_they_planned_and_on_another_what_comes_next() {
    // It is a Monday.
    for (day, expected) in [(1, "short"), (2, "a")] {
        let mut stage = with_library();
        let plan = IfThen { days: vec![day], routine: "short".to_owned(), ..IfThen::default() };
        let wall = DateTime::parse_from_rfc3339("2027-03-01T09:00:00+01:00").unwrap();
        let now = Now { tick: Tick { wall, ..stage.now.tick }, ..stage.now.clone() };
        let mut journal = sample::answered();
        let device = DeviceId::new("test");
        journal.add(Record::new(Uuid::from_u128(5), device, &now, Body::Plan(plan)));
        read(&mut stage, journal);
        assert_eq!(chosen(&stage), Some(expected), "{day}");
    }
}

#[test]
fn a_plan_that_is_told_now_is_what_the_day_begins_with_and_a_pick_stays() {
    for (pick, expected) in [(None, "short"), (Some("b"), "b")] {
        let mut stage = with_library();
        read(&mut stage, sample::answered());
        stage.now.tick.wall = DateTime::parse_from_rfc3339("2027-03-01T09:00:00+01:00").unwrap();
        if let Some(id) = pick {
            stage.tell(Message::Today(TodayMessage::Choose(id.to_owned())));
        }
        let plan = IfThen { days: vec![1], routine: "short".to_owned(), ..IfThen::default() };
        let record =
            Record::new(Uuid::from_u128(5), DeviceId::new("test"), &stage.now, Body::Plan(plan));
        stage.tell(Message::News(News::Kept(Box::new(record))));
        assert_eq!(chosen(&stage), Some(expected));
    }
}

#[test]
fn whichever_is_chosen_its_card_tells_the_length_it_has_today() {
    // Until the questions are answered only the easiest levels are laid out, and the person has set
    // longer rests than the shipped ones.
    let mut stage = with_library();
    read(&mut stage, Journal::new());
    let gap = Change::Gap(Gap::Switch, Duration::from_secs(25));
    stage.tell(Message::Set(gap));
    let Screen::Today(today) = stage.coach.screen() else { panic!("not on Today") };
    let cards: Vec<_> = today.plans.iter().map(|it| (it.0.clone(), it.1.length())).collect();
    let bare: Vec<_> = Library::shipped().routines.into_iter().map(|it| it.id).collect();
    let bare: Vec<_> = bare.iter().filter(|it| !today.plans.contains_key(*it)).collect();
    // Seated it is not the easiest level.
    assert_eq!(bare, ["break-fig4"]);
    let written = |id: &str| {
        let library = Library::shipped();
        let routine = library.routine(id).unwrap();
        Plan::new(routine, &library, Missing::default()).unwrap().length()
    };
    assert_ne!(cards.iter().find(|it| it.0 == "a").unwrap().1, written("a"));
    for (id, length) in cards {
        stage.tell(Message::Today(TodayMessage::Choose(id.clone())));
        let Screen::Today(today) = stage.coach.screen() else { panic!("not on Today") };
        let Some(Ok(plan)) = &today.plan else { panic!("{id} can be done") };
        assert_eq!((plan.length(), today.whole()), (length, length), "{id}");
    }
}

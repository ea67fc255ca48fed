//! Pictures of what a person tells of themselves, and of Today while the programme waits.

use evenhold::coach::{HealthMessage, Message, PersonPage, Place, SummaryMessage, TodayMessage};
use evenhold::history::{Band, IfThen, Pull, Things};
use evenhold::library::Group;
use evenhold::program::{Question, Sign, Sore};
use evenhold::units::Pain;

use crate::scenes::{Scene, detail, scene};
use crate::world::World;

fn tell(world: &mut World, messages: impl IntoIterator<Item = HealthMessage>) {
    for message in messages {
        world.tell(Message::Health(message));
    }
}

fn open(world: &mut World, page: PersonPage) {
    tell(world, [HealthMessage::Open(page)]);
}

fn sore(ids: &[&str]) -> Vec<HealthMessage> {
    ids.iter().filter_map(|it| Sore::of(it)).map(HealthMessage::Sore).collect()
}

fn plan() -> IfThen {
    IfThen {
        days: vec![1, 4, 7],
        after: "I finish lunch".to_owned(),
        routine: "short".to_owned(),
        place: "in the living room".to_owned(),
        barrier: "I travel".to_owned(),
        instead: "break-walk".to_owned(),
    }
}

fn things() -> Things {
    let band = |pull, colour: &str| Band { pull, colour: colour.to_owned() };
    Things {
        bands: vec![band(Pull::Light, "yellow"), band(Pull::Medium, "green")],
        others: ["mat", "wall", "chair", "weight"].map(str::to_owned).to_vec(),
        weights: vec![20, 40],
    }
}

fn rate(world: &mut World, ratings: [u8; 2]) {
    open(world, PersonPage::Function);
    for (at, (name, rating)) in
        ["climbing stairs", "sitting for an hour"].iter().zip(ratings).enumerate()
    {
        tell(world, [HealthMessage::Activity { at, name: (*name).to_owned() }]);
        tell(world, Pain::new(rating).map(|rating| HealthMessage::Rate { at, rating }));
    }
}

/// A week with two sessions, on its last day.
fn week(world: &mut World) {
    for (day, ratings) in [(-6, Some([5, 6])), (-3, None)] {
        world.travel(day);
        if let Some(ratings) = ratings {
            rate(world, ratings);
            tell(world, [HealthMessage::Next]);
        }
        if let Some(pain) = Pain::new(3) {
            world.today(TodayMessage::Pain(pain));
        }
        world.finish("short");
        world.tell(Message::Summary(SummaryMessage::Done));
    }
    world.travel(0);
    rate(world, [7, 6]);
    tell(world, [HealthMessage::Next]);
}

pub(crate) const SCENES: &[Scene] = &[
    scene("welcome-health", |world| *world = World::unasked()),
    detail("welcome-health-yes", |world| {
        *world = World::unasked();
        let yes = HealthMessage::Answer(Question::Surgery, true);
        tell(world, [HealthMessage::NoToAll, yes, HealthMessage::Cleared]);
    }),
    detail("welcome-health-child", |world| {
        *world = World::unasked();
        tell(world, [HealthMessage::NoToAll, HealthMessage::Child(true)]);
    }),
    scene("welcome-places", |world| {
        *world = World::unasked();
        tell(world, [HealthMessage::NoToAll, HealthMessage::Next]);
    }),
    scene("welcome-places-marked", |world| {
        *world = World::unasked();
        tell(world, [HealthMessage::NoToAll, HealthMessage::Next]);
        tell(world, sore(&["pain-outer-hip-left", "pain-low-back-right", "pain-knee-right"]));
        tell(world, [HealthMessage::Group(Group::Hypermobile)]);
    }),
    scene("welcome-week", |world| {
        *world = World::unasked();
        tell(world, [HealthMessage::NoToAll, HealthMessage::Next, HealthMessage::Next]);
    }),
    detail("welcome-week-told", |world| {
        *world = World::unasked();
        tell(world, [HealthMessage::NoToAll, HealthMessage::Next, HealthMessage::Next]);
        tell(world, [HealthMessage::Plan(plan()), HealthMessage::Things(things())]);
    }),
    detail("person-start-asks", |world| {
        *world = World::unasked();
        tell(world, [HealthMessage::Skip, HealthMessage::Skip, HealthMessage::Skip]);
        world.today(TodayMessage::Start);
    }),
    detail("today-unscreened", |world| {
        *world = World::unasked();
        tell(world, [HealthMessage::Skip, HealthMessage::Skip, HealthMessage::Skip]);
    }),
    scene("person-signs", |world| open(world, PersonPage::Signs)),
    detail("person-signs-now", |world| {
        open(world, PersonPage::Signs);
        tell(world, [HealthMessage::Sign(Sign::NoWeight), HealthMessage::Sign(Sign::Limp)]);
    }),
    scene("today-hold-now", |world| {
        open(world, PersonPage::Signs);
        tell(world, [HealthMessage::Sign(Sign::NoWeight), HealthMessage::Sign(Sign::Limp)]);
        tell(world, [HealthMessage::Next]);
    }),
    detail("today-hold-soon", |world| {
        open(world, PersonPage::Signs);
        tell(world, [HealthMessage::Sign(Sign::Locking), HealthMessage::Next]);
    }),
    scene("today-clearance", |world| {
        open(world, PersonPage::Questions);
        tell(world, [HealthMessage::Answer(Question::Heart, true), HealthMessage::Next]);
    }),
    detail("today-appointment", |world| {
        week(world);
        open(world, PersonPage::Signs);
        tell(world, [HealthMessage::Sign(Sign::StiffMorning), HealthMessage::Next]);
    }),
    detail("today-plan", |world| {
        open(world, PersonPage::Week);
        tell(world, [HealthMessage::Plan(plan()), HealthMessage::Next]);
    }),
    scene("person-function", |world| {
        week(world);
        rate(world, [8, 7]);
    }),
    scene("person-sunday", |world| {
        week(world);
        open(world, PersonPage::Sunday);
        tell(world, Pain::new(5).map(HealthMessage::Sure));
    }),
    detail("person-sunday-empty", |world| open(world, PersonPage::Sunday)),
    detail("person-things", |world| {
        open(world, PersonPage::Things);
        tell(world, [HealthMessage::Things(things())]);
    }),
    scene("settings-about", |world| {
        week(world);
        open(world, PersonPage::Things);
        tell(world, [HealthMessage::Things(things()), HealthMessage::Next]);
        open(world, PersonPage::Week);
        tell(world, [HealthMessage::Plan(plan()), HealthMessage::Next]);
        open(world, PersonPage::Places);
        tell(world, sore(&["pain-outer-hip-left"]));
        tell(world, [HealthMessage::Next]);
        world.go(Place::Settings);
    }),
    detail("progress-function", |world| {
        week(world);
        world.go(Place::Progress);
    }),
];

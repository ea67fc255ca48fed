//! What pictures are taken of: each scene is a name and how the world came to it.

use evenhold::coach::{
    Action, Doing, LeaveChoice, Message, News, Place, SessionMessage, Sound, Speech,
    SummaryMessage, TodayMessage, Trouble,
};
use evenhold::history::{Form, Rir};
use evenhold::session::{HurtAnswer, HurtBand, Missing};
use evenhold::units::Pain;

use crate::world::World;

/// A scene.
pub(crate) struct Scene {
    pub(crate) name: &'static str,
    pub(crate) play: fn(&mut World),
    /// Whether it is worth a picture at every size.
    pub(crate) everywhere: bool,
}

pub(crate) const fn scene(name: &'static str, play: fn(&mut World)) -> Scene {
    Scene { name, play, everywhere: true }
}

pub(crate) const fn detail(name: &'static str, play: fn(&mut World)) -> Scene {
    Scene { name, play, everywhere: false }
}

/// All scenes.
pub(crate) const SCENES: &[Scene] = &[
    scene("today-first", |_| {}),
    detail("today-loading", |world| *world = World::bare()),
    scene("today-full", |world| {
        lived(world);
        world.today(TodayMessage::Choose("b".to_owned()));
    }),
    scene("today-fitted", |world| {
        world.today(TodayMessage::Choose("full".to_owned()));
        world.today(TodayMessage::Minutes(Some(12)));
    }),
    scene("today-missing", |world| {
        let missing = Missing { band: true, wall: true, bench: false, floor: true };
        world.today(TodayMessage::Choose("full".to_owned()));
        world.today(TodayMessage::Lack(missing));
        if let Some(pain) = Pain::new(2) {
            world.today(TodayMessage::Pain(pain));
        }
        world.news(News::Speech(Speech::Absent));
    }),
    detail("today-offer", |world| {
        world.start("a");
        world.wait(300.0);
        world.act(Action::Leave);
        world.session(SessionMessage::Leave(LeaveChoice::Later));
    }),
    detail("today-problems", |world| {
        world.news(News::Failed { doing: Doing::Saving, why: Trouble::Full });
        world.news(News::Library { library: World::library(), problems: 2 });
        world.news(News::Locked);
    }),
    scene("session-ready", |world| {
        world.start("b");
        world.wait(14.0);
    }),
    scene("session-hold", |world| {
        world.start("b");
        until(world, "tfl", 12.0);
    }),
    scene("session-reps", |world| {
        world.start("b");
        until(world, "sideraise", 29.0);
    }),
    scene("session-reps-controls", |world| {
        world.start("b");
        until(world, "sideraise", 29.0);
        world.session(SessionMessage::Look);
    }),
    detail("session-switch", |world| {
        world.start("b");
        until(world, "tfl", 32.0);
    }),
    detail("session-rest", |world| {
        world.start("b");
        until(world, "squat", 0.0);
        world.act(Action::Done);
        world.wait(8.0);
    }),
    detail("session-minutes", |world| {
        world.start("break-walk");
        until(world, "walk", 10.0);
    }),
    scene("session-paused", |world| {
        world.start("b");
        until(world, "sideraise", 29.0);
        world.act(Action::Pause);
        world.wait(4.0);
    }),
    detail("session-silent", |world| {
        world.news(News::Sound(Sound::Silent));
        world.start("a");
        until(world, "fig4", 4.0);
    }),
    detail("session-advice", |world| {
        world.start("b");
        until(world, "sideraise", 20.0);
        world.act(Action::Hurt);
        world.session(SessionMessage::Hurt(HurtAnswer { band: HurtBand::Red, exact: None }));
    }),
    scene("session-hurt", |world| {
        world.start("b");
        until(world, "sideraise", 20.0);
        world.act(Action::Hurt);
    }),
    detail("session-leave", |world| {
        world.start("b");
        until(world, "sideraise", 20.0);
        world.act(Action::Leave);
    }),
    detail("session-keys", |world| {
        world.start("b");
        until(world, "sideraise", 20.0);
        world.act(Action::Keys);
    }),
    scene("summary", |world| {
        world.finish("b");
        world.tell(Message::Summary(SummaryMessage::MoreReps { row: 2, rir: Rir::new(2) }));
        world.tell(Message::Summary(SummaryMessage::Form { row: 2, form: Form::Clean }));
        hurts_after(world, 1);
    }),
    scene("progress-full", |world| {
        lived(world);
        world.go(Place::Progress);
    }),
    detail("progress-empty", |world| world.go(Place::Progress)),
    scene("routines", |world| world.go(Place::Routines)),
    scene("settings", |world| world.go(Place::Settings)),
];

/// Runs on until so many seconds into the first set of an exercise.
fn until(world: &mut World, exercise: &str, seconds: f64) {
    world.until(exercise);
    world.wait(seconds);
}

fn hurts_after(world: &mut World, rating: u8) {
    if let Some(pain) = Pain::new(rating) {
        world.tell(Message::Summary(SummaryMessage::Pain(pain)));
    }
}

/// Some weeks of sessions.
fn lived(world: &mut World) {
    for (day, routine) in
        [(-12, "a"), (-10, "b"), (-7, "full"), (-5, "short"), (-3, "a"), (-2, "b")]
    {
        world.travel(day);
        world.finish(routine);
        hurts_after(world, u8::try_from(-day).unwrap_or(0) / 4);
        world.tell(Message::Summary(SummaryMessage::Done));
    }
    world.travel(0);
}

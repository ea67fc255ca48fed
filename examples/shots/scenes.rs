//! What pictures are taken of: each scene is a name and how the world came to it.

use evenhold::coach::{
    Action, Doing, LeaveChoice, ListMessage, Message, News, Place, ProgressMessage, ProgressPart,
    SessionMessage, Sound, Speech, SummaryMessage, TodayMessage, Trouble,
};
use evenhold::history::{Form, Rir};
use evenhold::session::{HurtAnswer, HurtBand, HurtPlace, Missing};
use evenhold::units::Pain;

use crate::past::Past;
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
    detail("session-amber", |world| {
        world.start("a");
        until(world, "clam", 24.0);
        world.act(Action::Hurt);
        world.session(SessionMessage::Hurt(HurtAnswer { band: HurtBand::Amber, exact: None }));
        world.session(SessionMessage::HurtsAt(HurtPlace::Outer));
    }),
    scene("session-controls", |world| {
        world.start("a");
        until(world, "clam", 24.0);
        world.act(Action::Pause);
    }),
    scene("session-easier", |world| {
        world.start("a");
        until(world, "clam", 24.0);
        world.act(Action::Easier);
        world.wait(2.0);
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
    scene("progress-empty", |world| world.go(Place::Progress)),
    detail("progress-first", |world| {
        world.finish("b");
        world.tell(Message::Summary(SummaryMessage::Done));
        world.go(Place::Progress);
    }),
    scene("progress-month", |world| past(world, 4)),
    detail("progress-plots-month", |world| {
        past(world, 4);
        progress(world, ProgressMessage::List(ListMessage::Part(ProgressPart::Plots)));
    }),
    scene("progress-thousand", |world| past(world, 143)),
    scene("progress-plots", |world| {
        past(world, 143);
        progress(world, ProgressMessage::List(ListMessage::Part(ProgressPart::Plots)));
    }),
    scene("progress-opened", opened),
    scene("progress-correcting", |world| {
        opened(world);
        progress(world, ProgressMessage::Correct);
    }),
    detail("progress-deleted", |world| {
        opened(world);
        progress(world, ProgressMessage::Delete);
    }),
    scene("progress-adding", |world| {
        past(world, 4);
        progress(world, ProgressMessage::Add);
    }),
    scene("progress-report", |world| {
        past(world, 30);
        progress(world, ProgressMessage::Report);
    }),
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

/// A made-up past of so many weeks, on Progress.
fn past(world: &mut World, weeks: u32) {
    let journal = Past::journal(weeks, world.now().date(), 7);
    world.news(News::Journal(Box::new(journal)));
    world.go(Place::Progress);
}

fn progress(world: &mut World, message: ProgressMessage) {
    world.tell(Message::Progress(message));
}

/// The last long session of a month, opened.
fn opened(world: &mut World) {
    past(world, 4);
    let now = world.now();
    let view = world.coach.view(&now);
    let sessions = view.journal.map(|it| it.sessions()).unwrap_or_default();
    let long = sessions.iter().rev().find(|it| it.1.routine == "b" && !it.1.note.is_empty());
    let long = long.or_else(|| sessions.last()).map(|it| it.0.id);
    if let Some(id) = long {
        progress(world, ProgressMessage::Open(id));
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

//! The real coach with the shipped library, in a world that only pretends: the disk always answers,
//! and the clock is moved by hand.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use evenhold::coach::{
    Action, Coach, Effect, Message, News, Place, Screen, SessionMessage, Sound, Speech,
    TodayMessage,
};
use evenhold::history::{Body, DeviceId, Journal, Record, RecordId, Started};
use evenhold::library::Library;
use evenhold::program::nothing_to_mind;
use evenhold::session::{self, Plan, Step, StepKind};
use evenhold::text::Text;
use evenhold::units::{Now, Tick};

/// The moment at which every story begins: a Sunday evening.
const BEGIN: &str = "2026-11-22T17:40:00+01:00";

/// A coach and its world.
pub(crate) struct World {
    pub(crate) coach: Coach,
    pub(crate) text: Arc<Text>,
    at: Duration,
    /// Days since the beginning.
    day: i64,
    /// Records that were kept.
    kept: u128,
}

impl World {
    /// The first blink: nothing has been read yet.
    pub(crate) fn bare() -> Self {
        let text = Arc::new(Text::english());
        Self {
            coach: Coach::new(Arc::clone(&text), None),
            text,
            at: Duration::ZERO,
            day: 0,
            kept: 0,
        }
    }

    /// A first day: nothing was done yet, and there is nothing to mind.
    pub(crate) fn new() -> Self {
        let mut it = Self::bare();
        it.news(News::Sound(Sound::Playing("Speakers".to_owned())));
        it.news(News::Speech(Speech::Speaking));
        it.news(News::Library { library: Self::library(), problems: 0 });
        it.news(News::Journal(Box::new(answered(&it.now()))));
        it.news(News::Ready);
        it
    }

    /// A first day on which nothing was asked yet.
    pub(crate) fn unasked() -> Self {
        let mut it = Self::bare();
        it.news(News::Sound(Sound::Playing("Speakers".to_owned())));
        it.news(News::Speech(Speech::Speaking));
        it.news(News::Library { library: Self::library(), problems: 0 });
        it.news(News::Journal(Box::new(Journal::new())));
        it.news(News::Ready);
        it
    }

    /// The moment.
    pub(crate) fn now(&self) -> Now {
        let wall: DateTime<FixedOffset> = BEGIN.parse().unwrap_or_default();
        let since = chrono::Duration::from_std(self.at).unwrap_or_default();
        let wall = wall + chrono::Duration::days(self.day) + since;
        Now { tick: Tick { mono: self.at, boot: self.at, wall }, zone: "Europe/Berlin".to_owned() }
    }

    pub(crate) fn news(&mut self, news: News) {
        self.tell(Message::News(news));
    }

    pub(crate) fn act(&mut self, action: Action) {
        self.tell(Message::Act(action));
    }

    pub(crate) fn go(&mut self, place: Place) {
        self.tell(Message::Go(place));
    }

    pub(crate) fn today(&mut self, message: TodayMessage) {
        self.tell(Message::Today(message));
    }

    pub(crate) fn session(&mut self, message: SessionMessage) {
        self.tell(Message::Session(message));
    }

    /// Tells the coach, and does what it asks for.
    pub(crate) fn tell(&mut self, message: Message) {
        let now = self.now();
        let mut effects = self.coach.update(message, &now);
        while !effects.is_empty() {
            let kept = &mut self.kept;
            let answers = effects.drain(..).flat_map(|it| {
                *kept += 1;
                answer(it, &now, *kept)
            });
            let answers: Vec<_> = answers.collect();
            for news in answers {
                effects.extend(self.coach.update(Message::News(news), &now));
            }
        }
    }

    /// Lets time pass.
    pub(crate) fn wait(&mut self, seconds: f64) {
        let mut left = (seconds * 10.0).round() as u32;
        while 0 < left {
            left -= 1;
            self.at += Duration::from_millis(100);
            let pulse = self.now().tick;
            self.tell(Message::Tick { pulse });
        }
    }

    /// Another day, at the time of day at which the story begins.
    pub(crate) fn travel(&mut self, day: i64) {
        self.day = day;
        self.at = Duration::ZERO;
    }

    /// The shipped library.
    pub(crate) fn library() -> Arc<Library> {
        Arc::new(Library::shipped())
    }

    /// The running session's plan and place.
    fn place(&self) -> Option<(Plan, session::View)> {
        let now = self.now();
        let view = self.coach.view(&now);
        let Screen::Session(it) = view.screen else { return None };
        Some((it.session.plan().clone(), it.session.view()))
    }

    /// Whether a session runs.
    pub(crate) fn runs(&self) -> bool {
        self.place().is_some()
    }

    /// Whether a set waits for "done".
    pub(crate) fn waits(&self) -> bool {
        self.place().is_some_and(|(plan, view)| plan.steps.get(view.step).is_some_and(Step::waits))
    }

    /// Whether a set of this exercise runs.
    pub(crate) fn works(&self, exercise: &str) -> bool {
        let works = |(plan, view): (Plan, session::View)| {
            let entry = plan.entries.get(view.entry);
            view.kind == StepKind::Work && entry.is_some_and(|it| it.exercise == exercise)
        };
        self.place().is_some_and(works)
    }

    /// Runs on until the first set of an exercise begins.
    pub(crate) fn until(&mut self, exercise: &str) {
        for _ in 0..4000 {
            if self.works(exercise) {
                return;
            }
            self.wait(1.0);
        }
    }

    /// Does a session to its end; sets at one's own pace are done as soon as they begin.
    pub(crate) fn finish(&mut self, routine: &str) {
        self.start(routine);
        for _ in 0..6000 {
            if !self.runs() {
                return;
            }
            if self.waits() {
                self.act(Action::Done);
            }
            self.wait(1.0);
        }
    }

    /// Chooses and starts a routine.
    pub(crate) fn start(&mut self, routine: &str) {
        self.today(TodayMessage::Choose(routine.to_owned()));
        self.today(TodayMessage::Start);
    }
}

/// A journal of a person who has said that there is nothing to mind.
fn answered(now: &Now) -> Journal {
    let mut journal = Journal::new();
    let body = Body::Health(nothing_to_mind());
    // Long before any story begins.
    let wall = now.tick.wall - chrono::Duration::weeks(60);
    let then = Now { tick: Tick { wall, ..now.tick }, ..now.clone() };
    journal.add(Record::new(RecordId::from_u128(1), DeviceId::new("laptop"), &then, body));
    journal
}

/// What the world answers.
fn answer(effect: Effect, now: &Now, kept: u128) -> Vec<News> {
    let millis = u128::from(now.tick.wall.timestamp_millis().unsigned_abs());
    let id = RecordId::from_u128((millis << 32) | kept);
    let device = DeviceId::new("laptop");
    match effect {
        Effect::Begin { plan, pain } => {
            let started = Started::new(id, device, now, *plan);
            vec![News::Begun(Box::new(Started { pain, ..started }))]
        }
        Effect::Keep(draft) => {
            let record = draft.record(id, device, now);
            vec![News::Kept(Box::new(record.clone())), News::Saved(record.id)]
        }
        Effect::WriteReport { report, .. } => {
            let path = format!("~/evenhold/reports/evenhold-report-{}.html", report.choices.made);
            vec![News::ReportWritten(Ok(path))]
        }
        Effect::Finish(record) | Effect::Append(record) => vec![News::Saved(record.id)],
        Effect::SaveFile { name, .. } => vec![News::FileKept { name }],
        Effect::Continue(_)
        | Effect::Share(_)
        | Effect::Log(_)
        | Effect::Show(_)
        | Effect::Discard
        | Effect::Retry
        | Effect::Perform(_)
        | Effect::Silence
        | Effect::Sound(_)
        | Effect::SaveSettings(_)
        | Effect::KeepAwake(_)
        | Effect::Fullscreen
        | Effect::OpenFolder
        | Effect::ChooseFolder
        | Effect::ChoosePhoto
        | Effect::OpenPhoto { .. }
        | Effect::KeepPhoto { .. }
        | Effect::MoveFolder(_)
        | Effect::HandOver(_)
        | Effect::Reminders(_)
        | Effect::Raise
        | Effect::Quit => Vec::new(),
    }
}

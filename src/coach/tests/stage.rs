//! A coach with a clock of its own, told what to do by a script.

use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta};
use expect_test::Expect;
use uuid::Uuid;

use super::described::{amount, described};
use super::{sample, script};
use crate::coach::{
    Action, Browsing, Coach, Editor, Effect, Key, Message, News, Overlay, OwnEditor, PageOf, Place,
    RemindersMessage, Running, Screen, Stroke, Summary,
};
use crate::history::{DeviceId, Rir, Started};
use crate::library::{Hit, Library};
use crate::program::{HandOver, ScheduleChange, Snooze};
use crate::session::{Phase, Why};
use crate::settings::{Change, Percent};
use crate::text::Text;
use crate::units::{Now, Tick};

/// Runs a script and compares every effect that was asked for, and `?` lines.
#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "a test reads better without a reference")]
pub(super) fn check(script: &str, expected: Expect) {
    let mut stage = Stage::new();
    stage.run(script);
    expected.assert_eq(&stage.said);
}

/// The coach, its clock, and what it has asked for.
pub(super) struct Stage {
    pub(super) coach: Coach,
    pub(super) now: Now,
    pub(super) said: String,
    /// What was handed over to whoever waits with the reminders.
    pub(super) handed: Vec<HandOver>,
    began: u128,
}

impl Stage {
    /// At noon, with library and journal read.
    pub(super) fn new() -> Self {
        Self::with(sample::library())
    }

    /// The same with this library.
    pub(super) fn with(library: Library) -> Self {
        let mut stage = Self::bare();
        let library = Arc::new(library);
        stage.tell(Message::News(News::Library { library, problems: 0 }));
        stage.tell(Message::News(News::Journal(Box::new(sample::answered()))));
        stage.tell(Message::News(News::Ready));
        stage
    }

    /// At noon, with nothing read yet.
    pub(super) fn bare() -> Self {
        let wall = DateTime::parse_from_rfc3339("2027-03-01T12:00:00+01:00").unwrap();
        let tick = Tick { mono: Duration::from_secs(100), boot: Duration::from_secs(100), wall };
        Self {
            coach: Coach::new(Arc::new(Text::english()), None),
            now: Now { tick, zone: "Europe/Berlin".to_owned() },
            said: String::new(),
            handed: Vec::new(),
            began: 0,
        }
    }

    pub(super) fn run(&mut self, script: &str) {
        for line in script.split([';', '\n']).map(str::trim).filter(|it| !it.is_empty()) {
            self.line(line);
        }
    }

    /// One command of a script.
    fn line(&mut self, line: &str) {
        let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
        let message = match verb {
            "wait" => {
                self.pass(Duration::from_secs_f64(rest.parse().unwrap()));
                return self.tick();
            }
            "clock" => {
                self.now.tick.wall += TimeDelta::seconds(rest.parse().unwrap());
                return self.tick();
            }
            "?" => return self.look(),
            "freeze" | "sleep" => self.lose(verb == "sleep", rest.parse().unwrap()),
            "key" => Message::Act(Action::of(stroke(rest)).unwrap()),
            "go" => Message::Go(Place::ALL.into_iter().find(|it| it.slug() == rest).unwrap()),
            "close-window" => Message::CloseWindow,
            "retry" => Message::Retry,
            "dismiss" => Message::Dismiss(rest.parse().unwrap()),
            "volume" => Message::Set(Change::Volume(Percent::new(rest.parse().unwrap()).unwrap())),
            "remind" => Message::Set(Change::Breaks(ScheduleChange::On(rest == "on"))),
            "later" => {
                let snooze = Snooze::new(rest.parse().unwrap()).unwrap();
                Message::Set(Change::Breaks(ScheduleChange::Snooze(snooze)))
            }
            "reminders" => Message::Reminders(match rest {
                "now" => RemindersMessage::Now,
                "wait" => RemindersMessage::Wait,
                "login" => RemindersMessage::Login(true),
                "not today" => RemindersMessage::NotToday,
                _ => RemindersMessage::Stood,
            }),
            "voice" => Message::Set(Change::Voice(rest == "on")),
            _ => script::today(verb, rest)
                .or_else(|| script::session(verb, rest))
                .or_else(|| script::summary(verb, rest))
                .or_else(|| script::library(verb, rest))
                .or_else(|| script::news(verb, rest))
                .unwrap_or_else(|| panic!("unknown: {line}")),
        };
        if !matches!(message, Message::Gap { .. }) {
            self.tick();
        }
        writeln!(self.said, "> {line}").unwrap();
        self.tell(message);
    }

    /// The program or the computer stands still. The window may be the first to run again: it must
    /// wait for the performer.
    fn lose(&mut self, sleeps: bool, secs: u32) -> Message {
        let from = self.now.tick;
        self.pass(Duration::from_secs(secs.into()));
        if sleeps {
            self.now.tick.mono = from.mono;
        }
        self.tell(Message::Tick { pulse: from });
        Message::Gap { from, to: self.now.tick }
    }

    fn pass(&mut self, span: Duration) {
        self.now.tick.mono += span;
        self.now.tick.boot += span;
        self.now.tick.wall += TimeDelta::from_std(span).unwrap();
    }

    fn tick(&mut self) {
        self.tell(Message::Tick { pulse: self.now.tick });
    }

    /// Tells the coach, and does what the shell does with a session that begins.
    pub(super) fn tell(&mut self, message: Message) {
        for effect in self.coach.update(message, &self.now) {
            // Told by the tests of reminders alone: any change of the journal may bring one.
            if let Effect::HandOver(it) = effect {
                self.handed.push(*it);
                continue;
            }
            writeln!(self.said, "{}", described(&effect)).unwrap();
            if let Effect::Begin { plan, pain } = effect {
                self.began += 1;
                let id = Uuid::from_u128(self.began);
                let device = DeviceId::new("test");
                let mut started = Started::new(id, device, &self.now, *plan);
                started.pain = pain;
                self.tell(Message::News(News::Begun(Box::new(started))));
            }
        }
    }

    /// Where the coach is, in a line, and what it says on every screen.
    fn look(&mut self) {
        let view = self.coach.view(&self.now);
        writeln!(self.said, "? {}", where_it_is(view.screen)).unwrap();
        let text = Text::english();
        for notice in view.notices {
            writeln!(self.said, "  ! {}", notice.say(&text)).unwrap();
        }
    }
}

fn where_it_is(screen: &Screen) -> String {
    match screen {
        Screen::Today(it) => format!(
            "today: chosen {:?}, {:?}, can start {}, offer {}",
            it.chosen.as_deref().unwrap_or_default(),
            it.access,
            it.can_start(),
            it.offer.is_some()
        ),
        Screen::Session(it) => running(it),
        Screen::Summary(it) => summary(it),
        Screen::Library(it) => library(it),
        Screen::Editor(it) => editor(it),
        Screen::Own(it) => own(it),
        Screen::Person(it) => format!("asks: {:?} from {:?}", it.page, it.origin),
        Screen::Progress(_) | Screen::Routines | Screen::Settings => {
            format!("{:?}", screen.place().unwrap())
        }
    }
}

fn editor(it: &Editor) -> String {
    let items = it.draft.places().filter_map(|at| {
        let item = it.draft.item(at)?;
        let exercise = item.source.exercise.as_ref()?.value.clone();
        let mark = if it.picked.contains(&at) { "*" } else { "" };
        Some(format!("{}.{} {exercise}{mark}", at.block, at.item))
    });
    let items = items.collect::<Vec<_>>().join(", ");
    let (count, kept) = (it.draft.checked().problems.len(), it.kept);
    format!("editor {}: [{items}] {count} problems, {kept:?}, {:?}", it.id, it.pane)
}

fn own(it: &OwnEditor) -> String {
    let (wrong, stops) = (it.draft.wrong().len(), it.stops.len());
    let (id, level, kept, pane) = (&it.id, it.level, it.kept, it.pane);
    format!("own {id}: level {level}, {stops} stops, {wrong} wrong, {kept:?}, {pane:?}")
}

fn running(it: &Running) -> String {
    let view = it.session.view();
    let phase = match view.phase {
        Phase::Waiting => "waiting".to_owned(),
        Phase::Running => "running".to_owned(),
        Phase::CountIn { left } => format!("counting in {left:?}"),
        Phase::Paused { reason, .. } => format!("paused ({reason:?})"),
        Phase::Ended(ending) => format!("{ending:?}"),
    };
    let overlay = match it.overlay {
        Some(Overlay::Apart { .. }) => ", asks: take them again?",
        None => "",
        Some(Overlay::Leave { quit: false, .. }) => ", asks: leave?",
        Some(Overlay::Leave { quit: true, .. }) => ", asks: leave and close?",
        Some(Overlay::Hurt) => ", asks: how much?",
        Some(Overlay::Told) => ", says what it means",
        Some(Overlay::Keys { .. }) => ", shows all keys",
    };
    let controls = if it.shows_controls() { ", controls" } else { "" };
    let advice = it.advice.map(|it| format!(", advice {it:?}")).unwrap_or_default();
    let (step, into) = (view.step, view.into);
    let forms = Why::ALL.into_iter().filter_map(|why| {
        let form = it.offered(why)?;
        Some(format!(", {why:?}: {} {}", form.entry.exercise, form.entry.level).to_lowercase())
    });
    let forms = forms.collect::<String>();
    format!("session: step {step} at {into:?} {phase}{overlay}{controls}{advice}{forms}")
}

fn summary(it: &Summary) -> String {
    let mut said = format!("summary: {:?}, saved {:?}", it.ending, it.saved);
    if it.stopped_by_pain {
        said.push_str(", stopped by pain");
    }
    for row in &it.rows {
        write!(said, "\n    {}:", row.name).unwrap();
        for it in &row.sides {
            let (done, planned) = (amount(it.done), amount(it.planned));
            write!(said, " {} {done} of {planned},", it.side).unwrap();
        }
        write!(said, " asks {:?}/{:?}", row.asks.rir, row.asks.form).unwrap();
        write!(said, " told {:?} {:?}", row.rir.map(Rir::get), row.form).unwrap();
    }
    said
}

fn library(it: &Browsing) -> String {
    let page = match it.page().map(|it| &it.of) {
        None => "the list".to_owned(),
        Some(PageOf::Exercise { id, level, side }) => format!("{id} level {level} {side}"),
        Some(PageOf::Article { slug, section }) => format!("{slug} at {section:?}"),
    };
    let hits: Vec<_> = it
        .hits
        .iter()
        .map(|it| match it {
            Hit::Exercise(id) => id.as_str(),
            Hit::Article { slug, .. } => slug.as_str(),
        })
        .collect();
    format!("library: {page}, {} deep, {:?} finds [{}]", it.pages.len(), it.query, hits.join(" "))
}

/// The key of which this is the name: `Space`, `Shift+d`, `?`.
fn stroke(name: &str) -> Stroke {
    let (command, name) = name.strip_prefix("Ctrl+").map_or((false, name), |it| (true, it));
    let (shift, name) = name.strip_prefix("Shift+").map_or((false, name), |it| (true, it));
    let key = match name {
        "Space" => Key::Space,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Esc" => Key::Escape,
        "F11" => Key::F11,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        sign => Key::Sign(sign.chars().next().unwrap()),
    };
    Stroke { key, command, shift }
}

//! What a person tells of themselves: what is asked, when, and which records come of it.

mod week;

use std::fmt::Write as _;
use std::sync::Arc;

use expect_test::{Expect, expect};
use uuid::Uuid;

use super::sample;
use super::stage::Stage;
use crate::coach::{
    Effect, HealthMessage as H, Message, News, PersonPage, Place, ProgramMessage, Screen,
    TodayMessage,
};
use crate::history::{Band, Body, DeviceId, IfThen, Journal, Pull, Record, Things};
use crate::library::{Equipment, Group, Library};
use crate::program::{self, Question, Sign, Sore};
use crate::text::Text;
use crate::units::{Pain, Side};

/// A coach with the shipped library, whose records are kept at once.
struct Told {
    stage: Stage,
    said: String,
    kept: u128,
}

impl Told {
    /// A person who is new here.
    fn new() -> Self {
        Self::with(Journal::new())
    }

    /// A person who has said that there is nothing to mind.
    fn answered() -> Self {
        Self::with(sample::answered())
    }

    fn with(journal: Journal) -> Self {
        let mut told = Self { stage: Stage::bare(), said: String::new(), kept: 0 };
        let library = Arc::new(Library::shipped());
        told.tell(Message::News(News::Library { library, problems: 0 }));
        told.tell(Message::News(News::Journal(Box::new(journal))));
        told.tell(Message::News(News::Ready));
        told.look();
        told
    }

    fn person(&mut self, message: H) {
        self.tell(Message::Health(message));
    }

    fn open(&mut self, page: PersonPage) {
        self.person(H::Open(page));
    }

    fn tell(&mut self, message: Message) {
        let effects = self.stage.coach.update(message, &self.stage.now);
        for effect in effects {
            if let Effect::Begin { plan, .. } = &effect {
                writeln!(self.said, "begin {}", plan.routine).unwrap();
            }
            let Effect::Keep(draft) = effect else { continue };
            self.kept += 1;
            let id = Uuid::from_u128(self.kept);
            let record = draft.record(id, DeviceId::new("test"), &self.stage.now);
            writeln!(self.said, "keep {}", words(&record)).unwrap();
            self.tell(Message::News(News::Kept(Box::new(record))));
        }
    }

    /// Where the person is, whether Start may be pressed, and what is proposed.
    fn look(&mut self) {
        let view = self.stage.coach.view(&self.stage.now);
        if let Screen::Person(it) = view.screen {
            let (page, origin) = (it.page, it.origin);
            writeln!(self.said, "? asks {page:?} from {origin:?}, on: {}", it.can_go_on()).unwrap();
        } else {
            writeln!(self.said, "? {:?}", view.screen.place().map(Place::slug)).unwrap();
        }
        let Some(advice) = view.advice else { return };
        writeln!(self.said, "  {:?}", advice.gate).unwrap();
        for it in &advice.proposals {
            writeln!(self.said, "  {}", it.rule()).unwrap();
        }
    }

    #[expect(clippy::needless_pass_by_value, reason = "a test reads better without a reference")]
    fn check(&self, expected: Expect) {
        expected.assert_eq(&self.said);
    }
}

/// A record in a line: its kind and what is not a plain no.
fn words(record: &Record) -> String {
    if let Body::Health(it) = &record.body {
        let yes: Vec<_> = it.answers.iter().filter(|it| it.1).map(|it| &*it.0).collect();
        let cleared = if it.cleared { ", cleared" } else { "" };
        let skipped = it.skipped.join(" ");
        let count = it.answers.len();
        format!("health: {count} answers, yes to [{}]{cleared}, skipped [{skipped}]", yes.join(" "))
    } else if let Body::Check(it) = &record.body {
        let readings = it.readings.iter().map(|it| format!("{} {:?}", it.what, it.tenths));
        format!("check {}: {}", it.of, readings.collect::<Vec<_>>().join(", "))
    } else {
        format!("{:?}", record.body)
    }
}

fn sore(id: &str) -> H {
    H::Sore(Sore::of(id).unwrap())
}

#[test]
fn the_first_start_asks_in_three_steps_and_keeps_each() {
    let mut told = Told::new();
    told.person(H::Next);
    told.person(H::NoToAll);
    told.person(H::Next);
    told.look();
    told.person(sore("pain-outer-hip-left"));
    told.person(H::Group(Group::Hypermobile));
    told.person(H::Back);
    told.look();
    told.person(H::Next);
    told.person(H::Next);
    told.look();
    told.person(H::Target(4));
    told.person(H::Plan(IfThen {
        days: vec![1, 4],
        after: "I finish lunch".to_owned(),
        routine: "short".to_owned(),
        place: "in the living room".to_owned(),
        barrier: "I travel".to_owned(),
        instead: "break-walk".to_owned(),
    }));
    told.person(H::Next);
    told.look();
    told.check(expect![[r#"
        ? asks Questions from Welcome, on: false
          Unscreened
          health-screen
          first-session
        keep health: 13 answers, yes to [], skipped []
        ? asks Places from Welcome, on: true
          Open
          first-session
        ? asks Questions from Welcome, on: true
          Open
          first-session
        keep health: 13 answers, yes to [], skipped []
        keep health: 23 answers, yes to [pain-outer-hip-left outer-hip-pain hypermobile], skipped []
        ? asks Week from Welcome, on: true
          Open
          first-session
        keep Target(Target { from: 2027-03-01, value: 4 })
        keep Plan(IfThen { days: [1, 4], after: "I finish lunch", routine: "short", place: "in the living room", barrier: "I travel", instead: "break-walk" })
        keep Things(Things { bands: [Band { pull: Light, colour: "" }], others: ["mat", "wall", "chair", "bench", "strap"], weights: [] })
        ? Some("today")
          Open
          own-plan
    "#]]);
}

#[test]
fn every_step_can_be_passed_over_and_start_asks_again() {
    let mut told = Told::new();
    for _ in 0..3 {
        told.person(H::Skip);
    }
    told.look();
    told.tell(Message::Today(TodayMessage::Start));
    told.look();
    told.person(H::Back);
    told.tell(Message::Today(TodayMessage::Start));
    told.person(H::Skip);
    told.look();
    told.check(expect![[r#"
        ? asks Questions from Welcome, on: false
          Unscreened
          health-screen
          first-session
        keep health: 0 answers, yes to [], skipped [questions]
        keep health: 0 answers, yes to [], skipped [places]
        keep health: 0 answers, yes to [], skipped [week]
        ? Some("today")
          Unscreened
          health-screen
          first-session
        ? asks Questions from Start, on: false
          Unscreened
          health-screen
          first-session
        begin a
        ? None
          Unscreened
          health-screen
          first-session
    "#]]);
}

#[test]
fn what_was_told_is_not_asked_again_and_the_welcome_goes_on_where_it_was() {
    let mut first = Told::new();
    first.person(H::NoToAll);
    first.person(H::Next);
    let kept = first.stage.coach.view(&first.stage.now).journal.unwrap().clone();
    let told = Told::with(kept);
    told.check(expect![[r#"
        ? asks Places from Welcome, on: true
          Open
          first-session
    "#]]);
}

#[test]
fn a_yes_lets_nothing_start_until_a_professional_has_said_so() {
    let mut told = Told::new();
    told.person(H::NoToAll);
    told.person(H::Answer(Question::Heart, true));
    for message in [H::Next, H::Skip, H::Skip] {
        told.person(message);
    }
    told.look();
    told.tell(Message::Today(TodayMessage::Start));
    told.look();
    told.tell(Message::Program(ProgramMessage::Safe));
    told.look();
    told.check(expect![[r#"
        ? asks Questions from Welcome, on: false
          Unscreened
          health-screen
          first-session
        keep health: 13 answers, yes to [heart], skipped []
        keep health: 0 answers, yes to [], skipped [places]
        keep health: 0 answers, yes to [], skipped [week]
        ? Some("today")
          NeedsClearance
          needs-clearance
        ? Some("today")
          NeedsClearance
          needs-clearance
        keep health: 0 answers, yes to [], cleared, skipped []
        ? Some("today")
          Open
          first-session
    "#]]);
}

#[test]
fn the_word_of_a_professional_can_be_told_with_the_answers() {
    let mut told = Told::answered();
    told.open(PersonPage::Questions);
    told.person(H::Answer(Question::Pregnancy, true));
    told.person(H::Cleared);
    told.person(H::Next);
    told.look();
    told.check(expect![[r#"
        ? Some("today")
          Open
          first-session
        keep health: 13 answers, yes to [pregnant pregnancy], cleared, skipped []
        ? Some("today")
          Open
          first-session
    "#]]);
}

#[test]
fn nobody_under_sixteen_trains_here() {
    let mut told = Told::answered();
    told.open(PersonPage::Questions);
    told.person(H::Child(true));
    told.person(H::Answer(Question::Other, true));
    told.person(H::Cleared);
    told.person(H::Next);
    told.look();
    told.check(expect![[r#"
        ? Some("today")
          Open
          first-session
        keep health: 13 answers, yes to [other-reason under-sixteen], skipped []
        ? Some("today")
          OnHold
          on-hold
          needs-clearance
    "#]]);
}

#[test]
fn a_sign_puts_the_programme_on_hold_until_somebody_has_looked() {
    let mut told = Told::answered();
    told.open(PersonPage::Signs);
    told.person(H::Sign(Sign::Locking));
    told.person(H::Next);
    told.look();
    told.tell(Message::Today(TodayMessage::Start));
    told.look();
    told.tell(Message::Program(ProgramMessage::Safe));
    told.look();
    told.check(expect![[r#"
        ? Some("today")
          Open
          first-session
        keep health: 2 answers, yes to [changed locking], skipped []
        ? Some("today")
          OnHold
          on-hold
        ? Some("today")
          OnHold
          on-hold
        keep health: 0 answers, yes to [], cleared, skipped []
        ? Some("today")
          Open
          first-session
    "#]]);
}

#[test]
fn a_sign_without_a_hurry_is_advice_that_can_be_done() {
    let mut told = Told::answered();
    told.open(PersonPage::Signs);
    told.person(H::Sign(Sign::StiffMorning));
    told.person(H::Next);
    told.look();
    let answer = crate::history::Answer::Accepted;
    told.tell(Message::Program(ProgramMessage::Answer { at: 0, answer }));
    told.look();
    told.check(expect![[r#"
        ? Some("today")
          Open
          first-session
        keep health: 2 answers, yes to [changed stiff-morning], skipped []
        ? Some("today")
          Open
          appointment
          first-session
        keep Decision(Decision { proposal: Object {"subject": String("professional"), "rule": String("appointment"), "signs": Array [String("stiff-morning")], "since": String("2027-03-01")}, answer: Accepted })
        ? Some("today")
          Open
          first-session
    "#]]);
}

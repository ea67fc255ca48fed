//! The week's target and pauses.

use std::fmt::Write as _;
use std::sync::Arc;

use expect_test::expect;

use crate::coach::{Coach, Effect, Message, News, WeekMessage};
use crate::history::{Journal, PausedDays, sample};
use crate::text::Text;

/// Does what a person does, and makes records of what is to be kept; answers with what that was.
fn act(coach: &mut Coach, message: WeekMessage, count: &mut u128) -> String {
    let mut told = String::new();
    for effect in coach.update(Message::Week(message), &sample::now()) {
        let Effect::Keep(draft) = effect else { continue };
        *count += 1;
        let record = draft.record(sample::id(*count), sample::device(), &sample::now());
        write!(told, "{} {}, ", record.body.kind(), record.date).unwrap();
        coach.update(Message::News(News::Kept(Box::new(record))), &sample::now());
    }
    told
}

#[test]
fn a_target_and_a_pause_are_records_that_can_be_taken_back() {
    let mut coach = Coach::new(Arc::new(Text::new("en")), None);
    coach.update(Message::News(News::Journal(Box::new(Journal::new()))), &sample::now());
    let date = |it: &str| it.parse().unwrap();
    let days = |from, to| PausedDays { from: date(from), to: date(to) };
    let (mut told, mut count) = (String::new(), 0);
    for message in [
        WeekMessage::Target(3),
        WeekMessage::Target(4),
        WeekMessage::Pause,
        WeekMessage::Pausing(days("2031-03-20", "2031-03-26")),
        WeekMessage::NoPause,
        WeekMessage::Pause,
        WeekMessage::Pausing(days("2031-03-20", "2031-04-20")),
        WeekMessage::Pause,
        WeekMessage::Pausing(days("2031-03-20", "2031-03-26")),
        WeekMessage::Pause,
        WeekMessage::EndPause(sample::id(2)),
        WeekMessage::EndPause(sample::id(2)),
    ] {
        let kept = act(&mut coach, message, &mut count);
        let view_now = sample::now();
        let view = coach.view(&view_now);
        let target = view.days.target_on(date("2031-04-05"));
        writeln!(told, "{message:?}: {kept}target {target}, {} pauses", view.days.pauses().count())
            .unwrap();
    }
    expect![[r#"
        Target(3): target 3, 0 pauses
        Target(4): target 2031-04-05, target 4, 0 pauses
        Pause: target 4, 0 pauses
        Pausing(PausedDays { from: 2031-03-20, to: 2031-03-26 }): target 4, 0 pauses
        NoPause: target 4, 0 pauses
        Pause: target 4, 0 pauses
        Pausing(PausedDays { from: 2031-03-20, to: 2031-04-20 }): target 4, 0 pauses
        Pause: target 4, 0 pauses
        Pausing(PausedDays { from: 2031-03-20, to: 2031-03-26 }): target 4, 0 pauses
        Pause: pause 2031-03-20, target 4, 1 pauses
        EndPause(01960000-0000-7000-8000-000000000002): delete 2031-03-20, target 4, 0 pauses
        EndPause(01960000-0000-7000-8000-000000000002): target 4, 0 pauses
    "#]]
    .assert_eq(&told);
}

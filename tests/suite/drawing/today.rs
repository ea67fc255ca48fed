//! Today.

use egui::Key;
use egui_kittest::kittest::Queryable as _;
use evenhold::coach::{
    Action, HealthMessage, LeaveChoice, Message, News, PersonPage, SessionMessage, Speech,
    SummaryMessage, TodayMessage,
};
use evenhold::history::IfThen;
use evenhold::session::Missing;
use expect_test::{Expect, expect};

use super::outline::outline;
use super::world::World;
use super::{asked, screen};

#[track_caller]
fn check(play: impl FnOnce(&mut World), expect: &Expect) {
    expect.assert_eq(&outline(&screen(play)));
}

/// What Today says between the day and what can be done on it.
#[track_caller]
fn check_words(play: impl FnOnce(&mut World), expect: &Expect) {
    let whole = outline(&screen(play));
    let words = whole.lines().skip_while(|it| !it.contains("Look at your week")).skip(1);
    let words = words.take_while(|it| !it.contains("What would you like to do"));
    expect.assert_eq(&words.collect::<Vec<_>>().join("\n"));
}

fn plan_lunch(world: &mut World) {
    let plan = IfThen {
        days: vec![7],
        after: "I finish lunch".to_owned(),
        routine: "short".to_owned(),
        ..IfThen::default()
    };
    world.tell(Message::Health(HealthMessage::Open(PersonPage::Week)));
    world.tell(Message::Health(HealthMessage::Plan(plan)));
    world.tell(Message::Health(HealthMessage::Next));
}

#[test]
fn what_is_planned_is_said_once_and_until_it_is_done() {
    check_words(
        plan_lunch,
        &expect![[r#"
        Heading "The programme"
        Label = "Short session"
        Label = "When I finish lunch, I do Short session.""#]],
    );
    // Hard work yesterday: the programme proposes something else, and the plan stands beside it.
    check_words(
        |world| {
            world.travel(-1);
            world.finish("full");
            world.tell(Message::Summary(SummaryMessage::Done));
            world.travel(0);
            plan_lunch(world);
        },
        &expect![[r#"
            Label = "This week ends today. What was done, and what comes next:"
            Button "Look at your week…"
            Heading "Your plan for today"
            Label = "When I finish lunch, I do Short session."
            Heading "The programme"
            Label = "How does the hip feel today compared with before the last session?"
            Label = "The answer decides how hard the next session is."
            Button "Better"
            Button "The same"
            Button "Worse"
            Label = "Rate the activities that matter to you"
            Label = "What you can do in a day says more than degrees."
            Button "Rate them…"
            Button "Later"
            Label = "A rest day"
            Label = "You trained Bridge on Saturday, and a muscle does better with a day between."
            Label = "Stretch only"
            Label = "The gluteus maximus (large buttock muscle) had one minute of stretching in the last seven days, and 5 are the aim."
            Label = "Around training of your own"
            Label = "If you run, ride or play today: Warm-up before it wakes the hips, Cool-down after it stretches them, about five minutes each. Either counts for the week."
            Button "Warm-up"
            Button "Cool-down""#]],
    );
    check_words(
        |world| {
            plan_lunch(world);
            world.finish("short");
            world.tell(Message::Summary(SummaryMessage::Done));
        },
        &expect![[r#"
            Label = "This week ends today. What was done, and what comes next:"
            Button "Look at your week…"
            Heading "The programme"
            Label = "Rate the activities that matter to you"
            Label = "What you can do in a day says more than degrees."
            Button "Rate them…"
            Button "Later"
            Label = "Nothing more today"
            Label = "You have done your session for today.""#]],
    );
}

#[test]
#[expect(clippy::too_many_lines, reason = "an outline is as long as its screen")]
fn the_first_day_offers_the_routines_with_start_in_focus() {
    check(
        |world| world.today(TodayMessage::Choose("short".to_owned())),
        &expect![[r#"
            Tab "Today" (on)
            Tab "Progress"
            Tab "Routines"
            Tab "Library"
            Tab "Settings"
            Button "Start" <- focus
            Label = "Short session, 8 min, done about 17:48"
            Heading "Today"
            Label = "Sunday, 22 November"
            Image "0 of 3 days this week"
            Button "Look at your week…"
            Heading "The programme"
            Label = "Session A"
            Label = "It is the first half of the programme, and six exercises long."
            Heading "What would you like to do"
            RadioButton "39 min, Full, 12 exercises"
            RadioButton "21 min, A, 6 exercises"
            RadioButton "18 min, B, 6 exercises"
            RadioButton "8 min, Short, 4 exercises" (on)
            RadioButton "11 min, Stretch, 4 exercises"
            RadioButton "5 min, Warm-up, 3 exercises"
            RadioButton "4 min, Cool-down, 3 exercises"
            Heading "I have"
            CheckBox "as long as it takes, 8 min" (on)
            CheckBox "5 min"
            SpinButton "I have" = "8 min"
            Heading "What you will do"
            Label = "Half-kneeling hip-flexor stretch, 1 × 30 s hold, each side"
            Label = "Glute bridge, 1 × 15 reps"
            Label = "Banded clamshell, 1 × 15 reps, each side"
            Label = "Single-leg balance, 1 × 30 s hold, each side"
            Label = "Fetch: a mat, a cushion or folded towel, a wall, a light band"
            Label = "Floor: room to lie down and stretch out"
            Heading "Today I have no"
            CheckBox "band"
            CheckBox "wall"
            CheckBox "bench"
            CheckBox "floor to lie on"
            Heading "Pain right now, if any"
            RadioButton "Pain right now, if any 0"
            RadioButton "Pain right now, if any 1"
            RadioButton "Pain right now, if any 2"
            RadioButton "Pain right now, if any 3"
            RadioButton "Pain right now, if any 4"
            RadioButton "Pain right now, if any 5"
            RadioButton "Pain right now, if any 6"
            RadioButton "Pain right now, if any 7"
            RadioButton "Pain right now, if any 8"
            RadioButton "Pain right now, if any 9"
            RadioButton "Pain right now, if any 10"
            CheckBox "I slept badly"
            Button "Something is new or worse…"
            Heading "Short breaks"
            Button "Balance, 1 min"
            Button "Figure 4, 1 min"
            Button "Hip flexor, 1 min"
            Button "Reset, 1 min"
            Button "Side raises, 2 min"
            Button "Sit to stand, 1 min"
            Button "Walk, 2 min"
            Button "I stood up""#]],
    );
}

#[test]
fn a_session_left_unfinished_comes_before_anything_else() {
    let play = |world: &mut World| {
        world.start("a");
        world.wait(300.0);
        world.act(Action::Leave);
        world.session(SessionMessage::Leave(LeaveChoice::Later));
    };
    check(
        play,
        &expect![[r#"
            Tab "Today" (on)
            Tab "Progress"
            Tab "Routines"
            Tab "Library"
            Tab "Settings"
            Heading "Today"
            Label = "Sunday, 22 November"
            Image "0 of 3 days this week"
            Button "Look at your week…"
            Label = "“Session A” from 17:40 is not finished"
            Label = "5 of 22 sets are done. It can go on where it stopped."
            Button "Continue" <- focus
            Button "End it and keep what was done"
            Button "Throw it away""#]],
    );
}

#[test]
fn without_a_voice_it_says_for_which_exercises_the_screen_must_be_seen() {
    let window = screen(|world| {
        world.news(News::Speech(Speech::Absent));
        world.today(TodayMessage::Choose("a".to_owned()));
    });
    expect![[r#"Label = "Nothing on this computer can speak the instructions. Turn the screen so that you can see it for: Figure 4, Bridge, Clamshell, Bird-dog""#]].assert_eq(
        outline(&window).lines().find(|it| it.contains("can speak")).unwrap_or_default(),
    );
}

#[test]
fn enter_starts_the_session_without_any_other_key() {
    let mut window = screen(|_| {});
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(asked(&mut window), "Today(Start)");
}

#[test]
fn nothing_starts_while_another_window_has_the_data() {
    let mut window = screen(|world| world.news(News::Locked));
    window.key_press(Key::Enter);
    window.get_by_label("Start").click();
    window.run();
    assert_eq!(asked(&mut window), "");
}

#[test]
fn every_choice_asks_for_exactly_what_it_says() {
    let mut window = screen(|world| {
        let missing = Missing { wall: true, ..Missing::default() };
        world.today(TodayMessage::Lack(missing));
    });
    for (label, expected) in [
        ("band", "Today(Lack(Missing { band: true, wall: true, bench: false, floor: false }))"),
        ("wall", "Today(Lack(Missing { band: false, wall: false, bench: false, floor: false }))"),
        ("Pain right now, if any 4", "Today(Pain(Pain(4)))"),
        ("Progress", "Go(Progress)"),
    ] {
        // What is further down is reached as a screen reader reaches it.
        window.get_by_label(label).click_accesskit();
        window.run();
        assert_eq!(asked(&mut window), expected, "{label}");
    }
    window.get_by_label_contains("8 min, Short").click();
    window.run();
    assert_eq!(asked(&mut window), "Today(Choose(\"short\"))");
}

#[test]
fn the_week_shows_the_days_on_which_a_session_was_done() {
    let window = screen(|world| {
        for day in [-8, -4, -1] {
            world.travel(day);
            world.finish("warm-up");
            world.tell(Message::Summary(SummaryMessage::Done));
        }
        world.travel(0);
    });
    window.get_by_label("2 of 3 days this week");
}

/// The day after a session is a day of rest.
fn the_day_after(world: &mut World) {
    world.finish("a");
    world.tell(Message::Summary(SummaryMessage::Done));
    world.travel(1);
    world.wait(1.0);
}

#[test]
fn the_warm_up_and_the_cool_down_around_own_training_are_a_button_each() {
    let mut window = screen(the_day_after);
    window.get_by_label("Around training of your own");
    for (label, routine) in [("Warm-up", "warm-up"), ("Cool-down", "cool-down")] {
        window.get_by_label(label).click_accesskit();
        window.run();
        assert_eq!(asked(&mut window), format!("Today(Choose({routine:?}))"));
    }
}

#[test]
fn a_bad_night_is_told_with_one_press_and_taken_back_with_another() {
    let told = |world: &World| {
        let now = world.now();
        let view = world.coach.view(&now);
        view.advice.is_some_and(|it| it.known.health.nights.contains(&now.date()))
    };
    let mut world = World::new();
    the_day_after(&mut world);
    let mut window = super::window(world, super::USUAL, true);
    window.run();
    for on in [true, false] {
        window.get_by_label("I slept badly").click_accesskit();
        window.run();
        assert_eq!(told(&window.state().world), on);
    }
}
